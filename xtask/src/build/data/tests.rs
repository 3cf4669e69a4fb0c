//! Constants shared out by hand-made modules.

use super::*;
use walrus::{FunctionBuilder, ModuleConfig};

/// At 100 a constant that points to the one at 108 and calls through slot 7, at 104 one that
/// nothing knows, at 108 one that points back, at 112 one that stays.
fn linked() -> Linked {
    let constant = |start: u32, points_to: &[u32], calls: &[u32]| Constant {
        place: start..start + 4,
        stays: start == 112,
        points_to: points_to.to_vec(),
        calls: calls.to_vec(),
    };
    Linked {
        constants: vec![
            constant(100, &[108], &[7]),
            constant(104, &[], &[8]),
            constant(108, &[100], &[]),
            constant(112, &[], &[]),
        ],
        image: Image(vec![(100, b"aaaabbbbccccdddd".to_vec())]),
    }
}

#[test]
fn what_is_reached_over_others_stays_and_so_do_its_slots() {
    let reach = linked().reach(BTreeSet::from([3, 103]));
    assert_eq!(reach.moved, std::slice::from_ref(&(104..108)));
    assert!(reach.has_slot(7) && reach.has_slot(3) && !reach.has_slot(8));
    let reach = linked().reach(BTreeSet::new());
    let joined = std::slice::from_ref(&(100..112));
    assert_eq!(reach.moved, joined, "neighbours are joined");
    assert!(!reach.has_slot(7));
}

#[test]
fn where_nothing_is_known_nothing_moves() {
    let reach = Linked::default().reach(BTreeSet::from([104]));
    assert!(reach.moved.is_empty() && reach.has_slot(8));
}

fn module(data: &[(u32, &[u8])]) -> Module {
    let mut module = Module::with_config(ModuleConfig::new());
    let memory = module.memories.add_local(false, false, 1, None, None);
    for (address, bytes) in data {
        let offset = ConstExpr::Value(Value::I32(address.cast_signed()));
        let kind = DataKind::Active { memory, offset };
        let id = module.data.add(kind, bytes.to_vec());
        module.memories.get_mut(memory).data_segments.insert(id);
    }
    module
}

fn bytes(module: &Module) -> Vec<(u32, Vec<u8>)> {
    module
        .data
        .iter()
        .map(|data| (address(&data.kind).unwrap_or_default(), data.value.clone()))
        .collect()
}

#[test]
fn moved_bytes_lie_where_they_lay() -> Result<()> {
    let linked = linked();
    let reach = linked.reach(BTreeSet::from([100]));
    let mut first = module(&[(100, b"aaaabbbbccccdddd")]);
    let mut rest = module(&[]);
    linked.share_out(&reach, &mut first, &mut rest)?;
    assert_eq!(bytes(&first), [(100, b"aaaa\0\0\0\0ccccdddd".to_vec())]);
    assert_eq!(bytes(&rest), [(104, b"bbbb".to_vec())]);
    let reach = linked.reach(BTreeSet::new());
    let mut first = module(&[(100, b"aaaabbbbccccdddd")]);
    let mut rest = module(&[]);
    linked.share_out(&reach, &mut first, &mut rest)?;
    assert_eq!(bytes(&first), [(112, b"dddd".to_vec())]);
    assert_eq!(bytes(&rest), [(100, b"aaaabbbbcccc".to_vec())]);
    Ok(())
}

#[test]
fn data_that_is_not_what_was_linked_is_an_error() {
    let linked = linked();
    let reach = linked.reach(BTreeSet::new());
    for changed in [&b"aaaabbbbcccXdddd"[..], b"aaaabb"] {
        let mut first = module(&[(100, changed)]);
        assert!(
            linked
                .share_out(&reach, &mut first, &mut module(&[]))
                .is_err()
        );
    }
}

#[test]
fn zeros_that_were_left_out_are_seen() -> Result<()> {
    let image = image(&module(&[(100, b"aa"), (108, b"bb")]))?;
    assert_eq!(image.bytes(&(100..110)), Some(&b"aa\0\0\0\0\0\0bb"[..]));
    assert!(super::image(&module(&[(108, b"bb"), (100, b"aa")])).is_err());
    Ok(())
}

#[test]
fn numbers_are_read_from_constants_and_offsets() -> Result<()> {
    let mut module = module(&[]);
    let memory = module.get_memory_id()?;
    let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
    let kind = walrus::ir::LoadKind::I32 { atomic: false };
    let arg = walrus::ir::MemArg {
        align: 4,
        offset: 104,
    };
    builder
        .func_body()
        .i32_const(7)
        .load(memory, kind, arg)
        .drop();
    builder.finish(vec![], &mut module.funcs);
    let numbers = numbers_in(module.funcs.iter_local().map(|(_, function)| function))?;
    assert_eq!(numbers, BTreeSet::from([7, 104]));
    Ok(())
}

#[test]
fn a_page_linked_without_relocations_is_an_error() {
    let error = Linked::read(&module(&[(0, b"a")]).emit_wasm()).unwrap_err();
    assert!(error.to_string().contains("--emit-relocs"), "{error}");
    assert!(Linked::read(b"no wasm").is_err());
}
