//! Dependencies are design: each has its reason in a comment right above it.

use crate::none;
use crate::source::root;

const MANIFESTS: [&str; 4] = [
    "Cargo.toml",
    "xtask/Cargo.toml",
    "tests/e2e/Cargo.toml",
    "fuzz/Cargo.toml",
];

/// The dependencies of a manifest without a comment above them, and how many there are in all.
fn without_reason(manifest: &str) -> (Vec<String>, usize) {
    let mut faults = Vec::new();
    let (mut count, mut above, mut is_list) = (0, "", false);
    for line in manifest.lines() {
        let name = match line.strip_prefix('[') {
            // `[dependencies]` lists some, `[dependencies.web-sys]` is one.
            Some(section) => {
                let section = section.trim_end_matches(']');
                is_list = section.ends_with("dependencies");
                section.split_once("dependencies.").map(|(_, name)| name)
            }
            None if is_list && line.contains(" = ") && !line.starts_with(['#', ' ']) => {
                line.split(' ').next()
            }
            None => None,
        };
        if let Some(name) = name {
            count += 1;
            if !above.starts_with("# ") || above.len() < 8 {
                faults.push(name.to_owned());
            }
        }
        above = line;
    }
    (faults, count)
}

#[test]
fn every_dependency_has_a_reason() {
    let mut faults = Vec::new();
    let mut all = 0;
    for name in MANIFESTS {
        let text = std::fs::read_to_string(root().join(name)).unwrap();
        let (without, count) = without_reason(&text);
        faults.extend(without.into_iter().map(|one| format!("{name}: {one}")));
        all += count;
    }
    none("dependencies without a reason", faults);
    assert!(all > 70, "{all}");
}

#[test]
fn a_dependency_without_a_reason_is_found() {
    let manifest = "[package]\nname = \"a\"\n[dependencies]\n# Why it is there.\nb = \"1\"\nc = \"1\"\n\n\
                    d = \"1\"\n[dev-dependencies.e]\nversion = \"1\"\n# Because.\n\
                    [target.x.dependencies.f]\nversion = \"1\"\n[features]\ng = []\n";
    let (without, count) = without_reason(manifest);
    assert_eq!(without, ["c", "d", "e"]);
    assert_eq!(count, 5);
}
