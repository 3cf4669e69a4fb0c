//! The page's code in two files: what a first decode runs, and the rest.
//!
//! A visitor waits for the first file only; `web/start.js` joins the second as soon as it is
//! there. Which functions stand in the second is said by `list.rs`, which constants by `data.rs`.
//!
//! Both files share memory, tables and globals. Where the first calls into the rest it keeps a
//! stub of the same type, which calls through a table slot that the second file fills; while the
//! slot is empty it calls `rest.need` first, which brings the second file at once.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};
use walrus::ir::{RefIsNull, Value, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, Element, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId,
    FunctionKind, GlobalKind, ImportId, ImportKind, ImportedFunction, LocalId, Module,
    ModuleConfig, TableId, ValType, passes,
};

use super::Site;
use super::data::Linked;
use super::list::{List, plain_name};
use super::{custom, data, seam, weigh};

const PAGE: &str = "page_bg.wasm";
const REST: &str = "rest.wasm";
const LOADER: &str = "page.js";

/// What the linker made of the page, in cargo's target directory.
const LINKED: &str = "wasm32-unknown-unknown/release/page.wasm";

/// Where wasm-bindgen's loader ends its imports; ours are added there.
const IMPORTS: &str = "\"./page_bg.js\": import0,";

/// Where it keeps what the page exports, before the page starts: ours keeps it too.
const EXPORTS: &str = "wasm = instance.exports;";

/// The module and the field under which the first file finds what brings the rest.
const NEED: (&str, &str) = ("rest", "need");

/// `web/start.js` makes it.
const GIVER: &str = "globalThis.rest";

/// In a page that counts, what counts.
const COUNTER: &str = "{ hit: (number) => (globalThis.ran ??= new Set()).add(number) }";

/// What the rest imports from the first file stands in a module of this name.
const FIRST: &str = "page";

/// Splits the page of `site` in place.
///
/// # Errors
/// When the page is not as wasm-bindgen makes it.
pub(super) fn split(site: &mut Site) -> Result<()> {
    let linked = crate::workspace::target().join(LINKED);
    let linked =
        std::fs::read(&linked).with_context(|| format!("{} cannot be read", linked.display()))?;
    let linked = Linked::read(&linked)?;
    let list = List::load()?;
    let whole = site.get(PAGE).context("there is no page to split")?;
    let (mut first, mut rest) = in_two(whole, &linked, &|name| list.holds(name))?;
    let loader = site.get(LOADER).context("the page has no loader")?;
    let loader = std::str::from_utf8(loader).context("the loader is not UTF-8")?;
    let loader = seam::shorten(&mut first, loader)?;
    site.insert(LOADER.to_string(), loader.into_bytes());
    let first = first.emit_wasm();
    weigh::print("the first decode", &first)?;
    for (name, content) in [(PAGE, first), (REST, rest.emit_wasm())] {
        let content = custom::without(&content, |section| section == "name")?;
        site.insert(name.to_string(), content);
    }
    connect(site, GIVER)
}

/// Leaves the page whole, beside a rest that is empty.
///
/// # Errors
/// When the page is not as wasm-bindgen makes it.
pub(super) fn leave_whole(site: &mut Site) -> Result<()> {
    site.insert(REST.to_string(), b"\0asm\x01\0\0\0".to_vec());
    connect(site, GIVER)
}

/// Has every function of the page say that it ran: `rest.hit` is called with its number, which is
/// its place among the names that this returns. The rest of such a page never comes.
///
/// # Errors
/// When the page is not as wasm-bindgen makes it.
pub(super) fn count(site: &mut Site) -> Result<Vec<String>> {
    let whole = site.get(PAGE).context("there is no page to count in")?;
    let mut module = read(whole)?;
    let number = module.types.add(&[ValType::I32], &[]);
    let (hit, _) = module.add_import_func(NEED.0, "hit", number);
    let mut names = Vec::new();
    for id in ids(module.funcs.iter_local().map(|(id, _)| id)) {
        let function = module.funcs.get_mut(id);
        let place = i32::try_from(names.len())?;
        names.push(plain_name(function.name.as_deref().unwrap_or_default()));
        if let FunctionKind::Local(local) = &mut function.kind {
            local
                .builder_mut()
                .func_body()
                .const_at(0, Value::I32(place))
                .call_at(1, hit);
        }
    }
    site.insert(PAGE.to_string(), module.emit_wasm());
    site.insert(REST.to_string(), Vec::new());
    connect(site, COUNTER)?;
    Ok(names)
}

fn connect(site: &mut Site, giver: &str) -> Result<()> {
    let loader = site.get_mut(LOADER).context("the page has no loader")?;
    let text = std::str::from_utf8(loader).context("the loader is not UTF-8")?;
    for place in [IMPORTS, EXPORTS] {
        if text.matches(place).count() != 1 {
            bail!("the loader of the page has no `{place}`, or several");
        }
    }
    let module = NEED.0;
    *loader = text
        .replace(IMPORTS, &format!("{IMPORTS}\n        {module}: {giver},"))
        .replace(EXPORTS, &format!("wasm = {GIVER}.page = instance.exports;"))
        .into_bytes();
    Ok(())
}

/// The first file and the rest.
fn in_two(
    whole: &[u8],
    linked: &Linked,
    is_rest: &dyn Fn(&str) -> bool,
) -> Result<(Module, Module)> {
    let mut first = read(whole)?;
    let moved = moved(&first, is_rest);
    let stays = |id: &FunctionId| !moved.contains(&id.index());
    let staying = first.funcs.iter_local().filter(|(id, _)| stays(id));
    let reach = linked.reach(data::numbers_in(staying.map(|(_, function)| function))?);
    let late: Vec<(u32, usize)> = table_slots(&first)?
        .into_iter()
        .filter(|(slot, id)| !stays(id) && !reach.has_slot(*slot))
        .map(|(slot, id)| (slot, id.index()))
        .collect();
    let entries = entries(&first, &moved, &late)?;
    let table = table(&first)?;
    let begin = first.tables.get(table).initial;
    let slots = Slots {
        begin,
        end: begin + u64::try_from(entries.len())?,
        late,
    };
    let mut rest = read(whole)?;
    make_rest(&mut rest, &moved, &entries, &slots)?;
    make_first(&mut first, &rest, &entries, &slots)?;
    linked.share_out(&reach, &mut first, &mut rest)?;
    Ok((first, rest))
}

/// The table slots that the second file fills.
struct Slots {
    /// One for each function of the rest that the first file calls, from here
    begin: u64,
    /// to here.
    end: u64,
    /// Slots that only the rest calls through, each with its function's index.
    late: Vec<(u32, usize)>,
}

impl Slots {
    fn number(&self, place: usize) -> Result<i32> {
        Ok(i32::try_from(self.begin + u64::try_from(place)?)?)
    }
}

fn read(whole: &[u8]) -> Result<Module> {
    ModuleConfig::new()
        .generate_producers_section(false)
        .parse(whole)
        .context("the page is not wasm that can be split")
}

fn table(module: &Module) -> Result<TableId> {
    module
        .tables
        .main_function_table()?
        .context("the page has no table of functions")
}

/// The functions that go, by index: what the list names, but for what runs at the very start.
fn moved(module: &Module, is_rest: &dyn Fn(&str) -> bool) -> BTreeSet<usize> {
    module
        .funcs
        .iter_local()
        .map(|(id, _)| id)
        .filter(|id| module.start != Some(*id))
        .filter(|id| {
            let name = module.funcs.get(*id).name.as_deref();
            name.is_some_and(|name| is_rest(&plain_name(name)))
        })
        .map(|id| id.index())
        .collect()
}

/// Those of the moved functions that something in the first file knows.
fn entries(module: &Module, moved: &BTreeSet<usize>, late: &[(u32, usize)]) -> Result<Vec<usize>> {
    #[derive(Default)]
    struct Known(BTreeSet<usize>);
    impl Visitor<'_> for Known {
        fn visit_function_id(&mut self, function: &FunctionId) {
            self.0.insert(function.index());
        }
    }
    let mut known = Known::default();
    for (id, function) in module.funcs.iter_local() {
        if !moved.contains(&id.index()) {
            dfs_in_order(&mut known, function, function.entry_block());
        }
    }
    let late: BTreeSet<u32> = late.iter().map(|(slot, _)| *slot).collect();
    for (slot, id) in table_slots(module)? {
        if !late.contains(&slot) {
            known.0.insert(id.index());
        }
    }
    for export in module.exports.iter() {
        if let ExportItem::Function(id) = export.item {
            known.0.insert(id.index());
        }
    }
    Ok(moved.intersection(&known.0).copied().collect())
}

/// What stands in the table of functions.
fn table_slots(module: &Module) -> Result<Vec<(u32, FunctionId)>> {
    let mut slots = Vec::new();
    for element in module.elements.iter() {
        let functions = match &element.items {
            ElementItems::Functions(functions) => functions,
            ElementItems::Expressions(_, all)
                if all.iter().all(|one| !matches!(one, ConstExpr::RefFunc(_))) =>
            {
                continue;
            }
            ElementItems::Expressions(..) => bail!("the page's table of functions is computed"),
        };
        let ElementKind::Active {
            offset: ConstExpr::Value(Value::I32(begin)),
            ..
        } = element.kind
        else {
            bail!("the page fills its table of functions by hand");
        };
        slots.extend((begin.cast_unsigned()..).zip(functions.iter().copied()));
    }
    Ok(slots)
}

/// Fills slots of the table of functions; neighbours with one segment.
fn fill(module: &mut Module, slots: &[(u32, FunctionId)]) -> Result<()> {
    let table = table(module)?;
    for run in slots.chunk_by(|(before, _), (after, _)| before + 1 == *after) {
        let Some((begin, _)) = run.first() else {
            continue;
        };
        let offset = ConstExpr::Value(Value::I32(begin.cast_signed()));
        let functions = run.iter().map(|(_, id)| *id).collect();
        let element = module.elements.add(
            ElementKind::Active { table, offset },
            ElementItems::Functions(functions),
        );
        module.tables.get_mut(table).elem_segments.insert(element);
    }
    Ok(())
}

/// Keeps the moved functions and imports everything else.
fn make_rest(
    rest: &mut Module,
    moved: &BTreeSet<usize>,
    entries: &[usize],
    slots: &Slots,
) -> Result<()> {
    rest.start = None;
    for id in ids(rest.exports.iter().map(|one| one.id())) {
        rest.exports.delete(id);
    }
    for id in ids(rest.elements.iter().map(|one| one.id())) {
        rest.elements.delete(id);
    }
    for id in ids(rest.data.iter().map(|one| one.id())) {
        rest.data.delete(id);
    }
    for id in ids(rest.memories.iter().map(|one| one.id())) {
        let import = rest.imports.add(FIRST, "memory", id);
        let memory = rest.memories.get_mut(id);
        memory.import = Some(import);
        memory.data_segments.clear();
    }
    for id in ids(rest.tables.iter().map(|one| one.id())) {
        let import = rest.imports.add(FIRST, &format!("t{}", id.index()), id);
        let table = rest.tables.get_mut(id);
        table.import = Some(import);
        table.elem_segments.clear();
    }
    for id in ids(rest.globals.iter().map(|one| one.id())) {
        let import = rest.imports.add(FIRST, &format!("g{}", id.index()), id);
        rest.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
    for id in ids(rest.funcs.iter().map(|one| one.id())) {
        if !moved.contains(&id.index()) {
            import_function(rest, id);
        }
    }
    let known = by_index(rest);
    let known = |index: &usize| known.get(index).copied().context("a function is gone");
    let mut filled = Vec::new();
    for (slot, index) in &slots.late {
        filled.push((*slot, known(index)?));
    }
    for (place, index) in entries.iter().enumerate() {
        filled.push((slots.number(place)?.cast_unsigned(), known(index)?));
    }
    fill(rest, &filled)?;
    let table = table(rest)?;
    let table = rest.tables.get_mut(table);
    table.initial = slots.end;
    table.maximum = Some(slots.end);
    passes::gc::run(rest);
    Ok(())
}

fn import_function(rest: &mut Module, id: FunctionId) {
    let name = format!("f{}", id.index());
    let function = rest.funcs.get(id);
    let ty = function.ty();
    if let FunctionKind::Import(imported) = &function.kind {
        let import = rest.imports.get_mut(imported.import);
        import.module = FIRST.to_string();
        import.name = name;
        return;
    }
    let import: ImportId = rest.imports.add(FIRST, &name, id);
    rest.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
}

/// Puts stubs in the place of what went, and exports what the rest imports.
fn make_first(first: &mut Module, rest: &Module, entries: &[usize], slots: &Slots) -> Result<()> {
    let table = table(first)?;
    let ready = ready(first, table);
    let resized = first.tables.get_mut(table);
    resized.initial = slots.end;
    resized.maximum = Some(slots.end);
    let late: BTreeSet<u32> = slots.late.iter().map(|(slot, _)| *slot).collect();
    let mut kept = table_slots(first)?;
    kept.retain(|(slot, _)| !late.contains(slot));
    let whole = |element: &Element| matches!(element.items, ElementItems::Functions(_));
    for id in ids(first
        .elements
        .iter()
        .filter(|one| whole(one))
        .map(Element::id))
    {
        first.elements.delete(id);
        first.tables.get_mut(table).elem_segments.remove(&id);
    }
    fill(first, &kept)?;
    let known = by_index(first);
    let known = |index: usize| known.get(&index).copied().context("a function is gone");
    for (place, index) in entries.iter().enumerate() {
        let id = known(*index)?;
        let ty = first.funcs.get(id).ty();
        let (takes, gives) = {
            let ty = first.types.get(ty);
            (ty.params().to_vec(), ty.results().to_vec())
        };
        let arguments: Vec<LocalId> = takes.iter().map(|one| first.locals.add(*one)).collect();
        let mut stub = FunctionBuilder::new(&mut first.types, &takes, &gives);
        let mut body = stub.func_body();
        for argument in &arguments {
            body.local_get(*argument);
        }
        body.i32_const(slots.number(place)?)
            .call(ready)
            .call_indirect(ty, table);
        first.funcs.get_mut(id).kind = FunctionKind::Local(stub.local_func(arguments));
    }
    for import in rest.imports.iter() {
        let name = import.name.as_str();
        let index = || -> Result<usize> { Ok(name.get(1..).unwrap_or_default().parse()?) };
        let item = match &import.kind {
            ImportKind::Function(_) => ExportItem::Function(known(index()?)?),
            ImportKind::Table(_) => {
                let index = index()?;
                let found = first.tables.iter().find(|one| one.id().index() == index);
                ExportItem::Table(found.context("a table is gone")?.id())
            }
            ImportKind::Global(_) => {
                let index = index()?;
                let found = first.globals.iter().find(|one| one.id().index() == index);
                ExportItem::Global(found.context("a global is gone")?.id())
            }
            ImportKind::Memory(_) => ExportItem::Memory(first.get_memory_id()?),
            ImportKind::Tag(_) => bail!("the page throws exceptions of its own"),
        };
        if first.exports.iter().all(|export| export.name != name) {
            first.exports.add(name, item);
        }
    }
    passes::gc::run(first);
    Ok(())
}

/// The function that gives back the slot it was given, once that slot is filled.
fn ready(first: &mut Module, table: TableId) -> FunctionId {
    let nothing = first.types.add(&[], &[]);
    let (need, _) = first.add_import_func(NEED.0, NEED.1, nothing);
    let slot = first.locals.add(ValType::I32);
    let mut builder = FunctionBuilder::new(&mut first.types, &[ValType::I32], &[ValType::I32]);
    builder
        .func_body()
        .local_get(slot)
        .table_get(table)
        .instr(RefIsNull {})
        .if_else(
            None,
            |is_empty| {
                is_empty.call(need);
            },
            |_| {},
        )
        .local_get(slot);
    builder.finish(vec![slot], &mut first.funcs)
}

fn by_index(module: &Module) -> BTreeMap<usize, FunctionId> {
    module
        .funcs
        .iter()
        .map(|one| (one.id().index(), one.id()))
        .collect()
}

/// What is about to change cannot be walked at the same time.
fn ids<T>(all: impl Iterator<Item = T>) -> Vec<T> {
    all.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `main` calls `late`, which writes to memory and calls `helper`, which `main` calls too.
    fn page() -> Result<Vec<u8>> {
        let mut module = Module::with_config(ModuleConfig::new());
        let memory = module.memories.add_local(false, false, 1, None, None);
        module.exports.add("memory", memory);
        module
            .tables
            .add_local(false, 1, Some(1), walrus::RefType::FUNCREF);
        let mut add = |name: &str, calls: &[FunctionId]| {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
            let mut body = builder.func_body();
            for id in calls {
                body.call(*id);
            }
            let id = builder.finish(vec![], &mut module.funcs);
            module.funcs.get_mut(id).name = Some(name.to_string());
            id
        };
        let helper = add("helper", &[]);
        let late = add("late", &[helper]);
        let main = add("main", &[helper, late]);
        module.exports.add("main", main);
        Ok(module.emit_wasm())
    }

    #[test]
    fn what_moves_is_imported_by_nobody_and_called_through_a_slot() -> Result<()> {
        let (first, rest) = in_two(&page()?, &Linked::default(), &|name| name == "late")?;
        let needs: Vec<_> = first
            .imports
            .iter()
            .map(|one| (one.module.as_str(), one.name.as_str()))
            .collect();
        assert_eq!(needs, [NEED]);
        assert_eq!(first.tables.iter().map(|one| one.initial).max(), Some(2));
        assert_eq!(rest.funcs.iter_local().count(), 1);
        for import in rest.imports.iter() {
            assert_eq!(import.module, FIRST);
            let given = first.exports.iter().any(|one| one.name == import.name);
            assert!(given, "{} is not exported", import.name);
        }
        Ok(())
    }

    #[test]
    fn a_page_without_a_table_is_an_error() {
        assert!(in_two(b"\0asm\x01\0\0\0", &Linked::default(), &|_| true).is_err());
        assert!(in_two(b"no wasm", &Linked::default(), &|_| true).is_err());
    }
}
