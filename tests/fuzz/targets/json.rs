//! The reader loses nothing, agrees with another reader on what is JSON, and what it prints reads
//! as the same.

use jwt_debugger::json::{
    Document, Kind, Layout, MAX_FAULTS, NodeId, Value, parse, pretty, remove_member, set_member,
};
use serde::de::IgnoredAny;

pub fn run(input: &[u8]) {
    let document = parse(input.to_vec());
    assert_eq!(document.bytes(), input);
    assert!(document.len() <= input.len() + 1);
    faults(&document, input);
    nodes(&document);
    layout(&document);
    agrees(&document, input);
    if document.faults().is_empty() {
        printed(&document);
        edited(&document);
    }
}

fn faults(document: &Document, input: &[u8]) {
    let faults = document.faults();
    assert!(faults.len() <= MAX_FAULTS + 1);
    for pair in faults.windows(2) {
        assert!(pair[0].offset <= pair[1].offset, "{pair:?}");
    }
    for fault in faults {
        assert!(fault.offset <= input.len() && fault.line > 0 && fault.column > 0);
    }
}

fn nodes(document: &Document) {
    let Some(root) = document.root() else { return };
    let is_unambiguous = super::holds::is_unambiguous(document);
    let mut open = vec![root];
    let mut seen = 0_usize;
    while let Some(value) = open.pop() {
        seen += 1;
        let span = value.span();
        assert!(span.start <= span.end && span.end <= document.bytes().len());
        assert_eq!(value.digits().is_some(), value.kind() == Kind::Number);
        // Deep pointers are long: with a quadratic many of them this would measure itself.
        if is_unambiguous && seen < 200 {
            let again = document.at_pointer(&value.pointer());
            assert!(again.is_some(), "{} leads nowhere", value.pointer());
        }
        let is_inside = |one: &Value<'_>| {
            let inner = one.span();
            inner.start >= span.start && inner.end <= span.end
        };
        for (name, member) in value.members() {
            assert!(is_inside(&name) && is_inside(&member));
            open.push(member);
        }
        for item in value.items() {
            assert!(is_inside(&item));
            open.push(item);
        }
    }
    assert!(seen <= document.len());
}

/// What is drawn is what the bytes are, nothing twice and nothing left out.
fn layout(document: &Document) {
    for layout in [Layout::pretty(document), Layout::exact(document)] {
        let mut text = String::new();
        for row in 0..layout.rows().len() {
            let shown = layout.text_of(row..row + 1);
            let pieces = layout.pieces(document, row);
            let joined: String = pieces.iter().map(|piece| piece.text.as_ref()).collect();
            assert_eq!(
                joined,
                shown.strip_suffix('\n').unwrap_or(shown),
                "row {row}"
            );
            text.push_str(shown);
        }
        assert_eq!(text, layout.text());
    }
}

/// `serde_json` reads the same texts, but for those too deep for it.
fn agrees(document: &Document, input: &[u8]) {
    let is_ours = document.faults().is_empty();
    let skipped = serde_json::from_slice::<IgnoredAny>(input);
    if is_ours {
        assert!(skipped.is_ok(), "only ours reads it: {skipped:?}");
    }
    if serde_json::from_slice::<serde_json::Value>(input).is_ok() {
        assert!(is_ours, "only serde_json reads it: {:?}", document.faults());
    }
}

/// What a text means: everything but the white space between its tokens.
fn meaning(document: &Document) -> Vec<(Kind, Vec<u8>)> {
    let ids = (0..document.len()).filter_map(|at| u32::try_from(at).ok());
    let values = ids.filter_map(|at| document.value(NodeId(at)));
    let raw = |value: &Value<'_>| match value.kind() {
        Kind::Object | Kind::Array => Vec::new(),
        _ => value.raw().to_vec(),
    };
    values.map(|value| (value.kind(), raw(&value))).collect()
}

fn printed(document: &Document) {
    let text = pretty(document);
    let again = parse(text.clone().into_bytes());
    assert_eq!(again.faults(), []);
    assert_eq!(meaning(&again), meaning(document));
    assert_eq!(pretty(&again), text);
}

fn edited(document: &Document) {
    let Ok(text) = std::str::from_utf8(document.bytes()) else {
        return;
    };
    let Some(root) = document.object() else {
        return;
    };
    let added = set_member(text, "fuzz \"1\"", "[1.0]");
    let Some(added) = added else { return };
    let again = parse(added.clone().into_bytes());
    assert_eq!(again.faults(), [], "{added}");
    let value = again.get("fuzz \"1\"").unwrap();
    assert_eq!(value.raw(), b"[1.0]");
    if root.get("fuzz \"1\"").is_none() {
        let removed = remove_member(&added, "fuzz \"1\"").unwrap();
        let removed = parse(removed.into_bytes());
        assert_eq!(meaning(&removed), meaning(document));
    }
}
