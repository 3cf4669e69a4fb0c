//! The page's constant data in two files: what the first file's functions can reach, and the rest.
//!
//! The linker says where each constant lies and which constants point to which (`--emit-relocs`).
//! A constant stays in the first file when an address in one of that file's functions falls into
//! it, or when a constant that stays points to it. All others come with the second file, to the
//! very same addresses, before any of its functions runs. The same holds for the slots of the table
//! of functions: constants hold their numbers too.
//!
//! Spec: WebAssembly tool conventions, Linking (`linking`, `reloc.*`).

use std::collections::BTreeSet;
use std::ops::Range;

use anyhow::{Context, Result, bail};
use walrus::ir::{Instr, InstrLocId, Value, Visitor, dfs_in_order};
use walrus::{ConstExpr, DataKind, LocalFunction, Module};
use wasmparser::{
    KnownCustom, Linking, Operator, Parser, Payload, RelocSectionReader, RelocationEntry,
    RelocationType, SymbolInfo,
};

/// Where the linker puts what no function changes.
const CONSTANTS: &str = ".rodata";

/// Where it says what functions point to; everything else that points is data.
const IN_CODE: &str = "reloc.CODE";

/// A segment of its own costs about as much as this many zeros.
const WORTH_A_SEGMENT: u32 = 12;

/// What the linker says of the page's data.
#[derive(Debug, Default)]
pub(super) struct Linked {
    /// In the order of their addresses, none within another.
    constants: Vec<Constant>,
    /// The bytes, as linked.
    image: Image,
}

/// A run of bytes; neighbours that share some count as one.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Constant {
    place: Range<u32>,
    /// Stays whoever reads it: it changes, or something points to it from beyond its ends.
    stays: bool,
    /// Addresses that stand in it.
    points_to: Vec<u32>,
    /// Numbers of table slots that stand in it.
    calls: Vec<u32>,
}

/// What the functions of the first file can reach.
#[derive(Debug, Default)]
pub(super) struct Reach {
    /// Places of constants that they cannot.
    moved: Vec<Range<u32>>,
    /// Slots of the table that they can; all where nothing is known.
    slots: Option<BTreeSet<u32>>,
}

impl Reach {
    /// True when something in the first file may call through this slot.
    pub(super) fn has_slot(&self, slot: u32) -> bool {
        self.slots
            .as_ref()
            .is_none_or(|slots| slots.contains(&slot))
    }
}

/// Bytes in memory, by address.
#[derive(Debug, Default)]
struct Image(Vec<(u32, Vec<u8>)>);

/// One of the linker's data segments.
#[derive(Debug)]
struct Segment {
    address: u32,
    /// Within the data section.
    place: Range<usize>,
    bytes: Vec<u8>,
}

impl Linked {
    /// Reads what `--emit-relocs` leaves in a linked module.
    ///
    /// # Errors
    /// When it was linked without, or is not as the conventions say.
    pub(super) fn read(linked: &[u8]) -> Result<Self> {
        let mut segments = Vec::new();
        let mut names = Vec::new();
        let mut symbols = Vec::new();
        let mut relocations = Vec::new();
        for payload in Parser::new(0).parse_all(linked) {
            match payload? {
                Payload::DataSection(section) => {
                    let begin = section.range().start;
                    for data in section {
                        segments.push(segment(&data?, begin)?);
                    }
                }
                Payload::CustomSection(section) => match section.as_known() {
                    KnownCustom::Linking(linking) => {
                        for part in linking.subsections() {
                            match part? {
                                Linking::SegmentInfo(all) => {
                                    for one in all {
                                        names.push(one?.name.to_string());
                                    }
                                }
                                Linking::SymbolTable(all) => {
                                    for one in all {
                                        symbols.push(place(&one?, &segments)?);
                                    }
                                }
                                _ => {}
                            }
                        }
                    }
                    KnownCustom::Reloc(all) => {
                        relocations.extend(told(all, section.name() == IN_CODE)?);
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        if relocations.is_empty() || names.len() != segments.len() {
            bail!("the page was linked without --emit-relocs");
        }
        let mut found = Self::default();
        found.take(&symbols, &names);
        for (kind, relocation) in &relocations {
            found.take_in(*kind, relocation, &symbols, &segments)?;
        }
        found.image = Image(
            segments
                .into_iter()
                .map(|segment| (segment.address, segment.bytes))
                .collect(),
        );
        Ok(found)
    }

    fn take(&mut self, symbols: &[Option<Symbol>], names: &[String]) {
        let mut symbols: Vec<&Symbol> = symbols
            .iter()
            .flatten()
            .filter(|symbol| !symbol.place.is_empty())
            .collect();
        symbols.sort_by_key(|symbol| (symbol.place.start, symbol.place.end));
        for symbol in symbols {
            let name = names.get(symbol.segment).map(String::as_str);
            let stays = name != Some(CONSTANTS);
            match self.constants.last_mut() {
                Some(last) if symbol.place.start < last.place.end => {
                    last.place.end = last.place.end.max(symbol.place.end);
                    last.stays |= stays;
                }
                _ => self.constants.push(Constant {
                    place: symbol.place.clone(),
                    stays,
                    points_to: Vec::new(),
                    calls: Vec::new(),
                }),
            }
        }
    }

    fn take_in(
        &mut self,
        kind: Kind,
        relocation: &RelocationEntry,
        symbols: &[Option<Symbol>],
        segments: &[Segment],
    ) -> Result<()> {
        let index = usize::try_from(relocation.index)?;
        let symbol = symbols.get(index).and_then(Option::as_ref);
        if let Some(symbol) = symbol {
            let target = i64::from(symbol.place.start) + relocation.addend;
            let whole = i64::from(symbol.place.start)..i64::from(symbol.place.end);
            if !whole.contains(&target)
                && let Some(constant) = self.at(symbol.place.start)
            {
                constant.stays = true;
            }
        }
        if kind == Kind::AddressInCode {
            return Ok(());
        }
        let place = usize::try_from(relocation.offset)?;
        let segment = segments
            .iter()
            .find(|segment| segment.place.contains(&place))
            .context("an address stands outside the data")?;
        let within = place - segment.place.start;
        let from = segment.address + u32::try_from(within)?;
        let Some(constant) = self.at(from) else {
            return Ok(());
        };
        match (kind, symbol) {
            (Kind::Slot, _) => {
                let number = segment.bytes.get(within..).and_then(<[u8]>::first_chunk);
                let number = number.context("a slot's number is cut off")?;
                constant.calls.push(u32::from_le_bytes(*number));
            }
            (_, Some(symbol)) => constant.points_to.push(symbol.place.start),
            (_, None) => {}
        }
        Ok(())
    }

    fn at(&mut self, address: u32) -> Option<&mut Constant> {
        let index = self.index_at(address)?;
        self.constants.get_mut(index)
    }

    fn index_at(&self, address: u32) -> Option<usize> {
        let behind = self
            .constants
            .partition_point(|constant| constant.place.start <= address);
        let index = behind.checked_sub(1)?;
        self.constants
            .get(index)
            .is_some_and(|constant| constant.place.contains(&address))
            .then_some(index)
    }

    /// Takes out of `first` what nothing in it can reach, and puts it into `rest`.
    ///
    /// # Errors
    /// When the data of `first` is not what was linked.
    pub(super) fn share_out(
        &self,
        reach: &Reach,
        first: &mut Module,
        rest: &mut Module,
    ) -> Result<()> {
        let image = image(first)?;
        for place in &reach.moved {
            if self.image.bytes(place).is_none() || self.image.bytes(place) != image.bytes(place) {
                bail!("the page's data at {place:?} is not what was linked");
            }
        }
        if reach.moved.is_empty() {
            return Ok(());
        }
        cut(first, &reach.moved)?;
        add(rest, &reach.moved, &image)
    }

    /// What functions reach in which `numbers` stand.
    pub(super) fn reach(&self, numbers: BTreeSet<u32>) -> Reach {
        if self.constants.is_empty() {
            return Reach::default();
        }
        let mut reached = vec![false; self.constants.len()];
        let mut waiting: Vec<usize> = (self.constants.iter().enumerate())
            .filter_map(|(index, constant)| constant.stays.then_some(index))
            .chain(numbers.iter().filter_map(|one| self.index_at(*one)))
            .collect();
        let mut slots = numbers;
        while let Some(index) = waiting.pop() {
            let (Some(seen), Some(constant)) = (reached.get_mut(index), self.constants.get(index))
            else {
                continue;
            };
            if std::mem::replace(seen, true) {
                continue;
            }
            slots.extend(&constant.calls);
            waiting.extend(
                constant
                    .points_to
                    .iter()
                    .filter_map(|one| self.index_at(*one)),
            );
        }
        let mut moved: Vec<Range<u32>> = Vec::new();
        for (constant, _) in (self.constants.iter().zip(reached)).filter(|(_, reached)| !reached) {
            match moved.last_mut() {
                Some(last) if last.end == constant.place.start => last.end = constant.place.end,
                _ => moved.push(constant.place.clone()),
            }
        }
        Reach {
            moved,
            slots: Some(slots),
        }
    }
}

/// What a relocation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    AddressInCode,
    AddressInData,
    Slot,
}

/// A data symbol that is defined.
#[derive(Debug)]
struct Symbol {
    segment: usize,
    place: Range<u32>,
}

fn segment(data: &wasmparser::Data<'_>, section: usize) -> Result<Segment> {
    let wasmparser::DataKind::Active { offset_expr, .. } = &data.kind else {
        bail!("a data segment has no address");
    };
    let mut operators = offset_expr.get_operators_reader();
    let Operator::I32Const { value } = operators.read()? else {
        bail!("a data segment's address is not a number");
    };
    let end = data.range.end - section;
    Ok(Segment {
        address: u32::try_from(value)?,
        place: end - data.data.len()..end,
        bytes: data.data.to_vec(),
    })
}

fn place(symbol: &SymbolInfo<'_>, segments: &[Segment]) -> Result<Option<Symbol>> {
    let SymbolInfo::Data {
        symbol: Some(symbol),
        ..
    } = symbol
    else {
        return Ok(None);
    };
    let segment = usize::try_from(symbol.index)?;
    let address = segments
        .get(segment)
        .context("a symbol lies in no segment")?
        .address;
    let start = address + symbol.offset;
    Ok(Some(Symbol {
        segment,
        place: start..start + symbol.size,
    }))
}

/// Those relocations that tell of data.
fn told(all: RelocSectionReader<'_>, is_code: bool) -> Result<Vec<(Kind, RelocationEntry)>> {
    let mut found = Vec::new();
    for one in all.entries() {
        let one = one?;
        match one.ty {
            RelocationType::MemoryAddrLeb | RelocationType::MemoryAddrSleb if is_code => {
                found.push((Kind::AddressInCode, one));
            }
            RelocationType::MemoryAddrI32 if !is_code => found.push((Kind::AddressInData, one)),
            RelocationType::TableIndexI32 if !is_code => found.push((Kind::Slot, one)),
            RelocationType::FunctionIndexLeb
            | RelocationType::TableIndexSleb
            | RelocationType::TypeIndexLeb
            | RelocationType::GlobalIndexLeb
            | RelocationType::TableNumberLeb => {}
            other => bail!("the page was linked with {other:?}, which nothing here reads"),
        }
    }
    Ok(found)
}

/// Every number in these functions that could be an address or a slot.
///
/// # Errors
/// When a function has instructions that reach memory otherwise.
pub(super) fn numbers_in<'a>(
    functions: impl Iterator<Item = &'a LocalFunction>,
) -> Result<BTreeSet<u32>> {
    #[derive(Default)]
    struct Seen {
        numbers: BTreeSet<u32>,
        is_unknown: bool,
    }
    impl Visitor<'_> for Seen {
        fn visit_instr(&mut self, instruction: &Instr, _: &InstrLocId) {
            let offset = match instruction {
                Instr::Const(constant) => match constant.value {
                    Value::I32(value) => Some(u64::from(value.cast_unsigned())),
                    Value::I64(value) => u32::try_from(value).ok().map(u64::from),
                    _ => None,
                },
                Instr::Load(load) => Some(load.arg.offset),
                Instr::Store(store) => Some(store.arg.offset),
                Instr::LoadSimd(_) | Instr::AtomicRmw(_) | Instr::Cmpxchg(_) => {
                    self.is_unknown = true;
                    None
                }
                _ => None,
            };
            self.numbers
                .extend(offset.and_then(|offset| u32::try_from(offset).ok()));
        }
    }
    let mut seen = Seen::default();
    for function in functions {
        dfs_in_order(&mut seen, function, function.entry_block());
    }
    if seen.is_unknown {
        bail!("the page has instructions whose addresses nothing here reads");
    }
    Ok(seen.numbers)
}

impl Image {
    fn bytes(&self, place: &Range<u32>) -> Option<&[u8]> {
        let (address, bytes) = self.0.iter().find(|(address, bytes)| {
            *address <= place.start && (place.end - address) as usize <= bytes.len()
        })?;
        let begin = (place.start - address) as usize;
        let end = (place.end - address) as usize;
        bytes.get(begin..end)
    }
}

/// What a module puts into memory. wasm-opt leaves runs of zeros out: they are put back.
fn image(module: &Module) -> Result<Image> {
    let mut image: Vec<(u32, Vec<u8>)> = Vec::new();
    for data in module.data.iter() {
        let address = address(&data.kind)?;
        match image.last_mut() {
            Some((begin, bytes)) if address as usize >= *begin as usize + bytes.len() => {
                bytes.resize((address - *begin) as usize, 0);
                bytes.extend(&data.value);
            }
            Some(_) => bail!("the page's data is not in order"),
            None => image.push((address, data.value.clone())),
        }
    }
    Ok(Image(image))
}

fn address(kind: &DataKind) -> Result<u32> {
    match kind {
        DataKind::Active {
            offset: ConstExpr::Value(Value::I32(address)),
            ..
        } => Ok(address.cast_unsigned()),
        _ => bail!("a data segment of the page has no address"),
    }
}

/// Leaves out of the module's segments what stands at the places.
fn cut(module: &mut Module, moved: &[Range<u32>]) -> Result<()> {
    let memory = module.get_memory_id()?;
    let whole = image(module)?;
    let all: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    for id in all {
        module.data.delete(id);
    }
    module.memories.get_mut(memory).data_segments.clear();
    for (begin, bytes) in &whole.0 {
        let end = begin + u32::try_from(bytes.len())?;
        let mut kept = Vec::new();
        let mut at = *begin;
        for place in moved
            .iter()
            .filter(|place| (*begin..end).contains(&place.start))
        {
            kept.push(at..place.start);
            at = place.end;
        }
        kept.push(at..end);
        let mut zeroed = bytes.clone();
        for place in moved {
            let span = place.start.saturating_sub(*begin) as usize
                ..place.end.saturating_sub(*begin) as usize;
            if let Some(span) = zeroed.get_mut(span) {
                span.fill(0);
            }
        }
        let zeroed = Image(vec![(*begin, zeroed)]);
        for place in joined(kept) {
            put(module, memory, &place, &zeroed)?;
        }
    }
    Ok(())
}

fn add(module: &mut Module, moved: &[Range<u32>], image: &Image) -> Result<()> {
    let memory = module.get_memory_id()?;
    for place in joined(moved.to_vec()) {
        put(module, memory, &place, image)?;
    }
    Ok(())
}

fn put(
    module: &mut Module,
    memory: walrus::MemoryId,
    place: &Range<u32>,
    image: &Image,
) -> Result<()> {
    let bytes = image.bytes(place).context("data is gone")?;
    let kind = DataKind::Active {
        memory,
        offset: ConstExpr::Value(Value::I32(place.start.cast_signed())),
    };
    let id = module.data.add(kind, bytes.to_vec());
    module.memories.get_mut(memory).data_segments.insert(id);
    Ok(())
}

/// Joins places between which hardly anything lies, and drops empty ones.
fn joined(places: Vec<Range<u32>>) -> Vec<Range<u32>> {
    let mut all: Vec<Range<u32>> = Vec::new();
    for place in places.into_iter().filter(|place| !place.is_empty()) {
        match all.last_mut() {
            Some(last) if place.start - last.end < WORTH_A_SEGMENT => last.end = place.end,
            _ => all.push(place),
        }
    }
    all
}

#[cfg(test)]
mod tests;
