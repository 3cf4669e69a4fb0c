//! The rules of `deny.toml` on what `cargo metadata` says: licences by their SPDX expressions,
//! where packages come from, and which are there in more than one version.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use spdx::{Expression, LicenseReq};

use crate::{process, workspace};

const TARGETS: [&str; 2] = ["wasm32-unknown-unknown", "x86_64-unknown-linux-gnu"];

/// What is linked, tests left out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Package {
    name: String,
    version: String,
    /// Of a member of this project `None`, as its source.
    license: Option<String>,
    source: Option<String>,
}

struct Rules {
    licenses: Vec<LicenseReq>,
    registries: Vec<String>,
    /// `name@version`, each with a reason.
    skipped: BTreeSet<String>,
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn rules() -> Rules {
    let file = std::fs::read_to_string(workspace::root().join("deny.toml")).unwrap();
    let file: toml::Table = file.parse().unwrap();
    let texts = |section: &str, name: &str| -> Vec<String> {
        let list = file[section][name].as_array().unwrap().iter();
        list.map(|one| one.as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(file["bans"]["multiple-versions"].as_str(), Some("deny"));
    assert_eq!(file["sources"]["unknown-registry"].as_str(), Some("deny"));
    assert_eq!(file["sources"]["unknown-git"].as_str(), Some("deny"));
    assert!(texts("sources", "allow-git").is_empty());
    assert_eq!(texts("graph", "targets"), TARGETS);
    let skipped = file["bans"]["skip"].as_array().unwrap().iter().map(|one| {
        let reason = one["reason"].as_str().unwrap();
        assert!(reason.len() > 10, "{one:?}");
        one["crate"].as_str().unwrap().to_owned()
    });
    let license = |name: &String| {
        let expression = Expression::parse(name).unwrap();
        let mut all = expression.requirements();
        all.next().unwrap().req.clone()
    };
    Rules {
        licenses: texts("licenses", "allow").iter().map(license).collect(),
        registries: texts("sources", "allow-registry"),
        skipped: skipped.collect(),
    }
}

/// Everything that the page and the worker reach, and nothing that only tests and tools do: it is
/// what is handed out, and what cargo-deny looks at too.
fn linked(target: &str) -> Vec<Package> {
    let mut command = workspace::cargo();
    command.args(["metadata", "--format-version", "1"]);
    let said = process::read(command.args(["--filter-platform", target])).unwrap();
    let said: Value = serde_json::from_str(&said).unwrap();
    let list = |value: &Value| value.as_array().unwrap().clone();
    let nodes: BTreeMap<String, Value> = list(&said["resolve"]["nodes"])
        .into_iter()
        .map(|node| (text(&node["id"]).unwrap(), node))
        .collect();
    let all = list(&said["packages"]);
    let product = all
        .iter()
        .find(|one| one["name"] == "jwt-debugger")
        .unwrap();
    let mut waiting = vec![text(&product["id"]).unwrap()];
    let mut reached = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if !reached.insert(id.clone()) {
            continue;
        }
        for dep in list(&nodes[&id]["deps"]) {
            let kinds = list(&dep["dep_kinds"]);
            if kinds.iter().any(|kind| kind["kind"] != "dev") {
                waiting.push(text(&dep["pkg"]).unwrap());
            }
        }
    }
    let all = all
        .iter()
        .filter(|one| reached.contains(one["id"].as_str().unwrap()));
    all.map(|one| Package {
        name: text(&one["name"]).unwrap(),
        version: text(&one["version"]).unwrap(),
        license: text(&one["license"]),
        source: text(&one["source"]),
    })
    .collect()
}

/// What breaks the rules, a line each.
fn faults(packages: &BTreeSet<Package>, rules: &Rules) -> Vec<String> {
    let mut faults = Vec::new();
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for package in packages {
        let Package { name, version, .. } = package;
        versions.entry(name).or_default().push(version);
        // Without a source it is of this project.
        let Some(source) = &package.source else {
            continue;
        };
        let registry = source.strip_prefix("registry+").unwrap_or(source);
        if !rules.registries.iter().any(|known| known == registry) {
            faults.push(format!("{name} {version} comes from {source}"));
        }
        let license = package.license.as_deref().unwrap_or_default();
        let lax = spdx::ParseMode::LAX;
        let is_allowed = |req: &LicenseReq| rules.licenses.contains(req);
        match Expression::parse_mode(license, lax) {
            Ok(expression) if expression.evaluate(is_allowed) => {}
            _ => faults.push(format!("{name} {version} is under `{license}`")),
        }
    }
    let mut skipped = rules.skipped.clone();
    for (name, versions) in &versions {
        let mut all: Vec<&&str> = versions.iter().collect();
        all.retain(|version| !skipped.remove(&format!("{name}@{version}")));
        if all.len() > 1 {
            faults.push(format!("{name} is there as {}", versions.join(" and ")));
        }
        if all.is_empty() {
            faults.push(format!("{name} need not be skipped in every version"));
        }
    }
    let stale = skipped.into_iter();
    faults.extend(stale.map(|one| format!("{one} is skipped and not there")));
    faults
}

#[test]
fn everything_linked_keeps_the_rules_of_deny_toml() {
    let packages: BTreeSet<Package> = TARGETS.iter().flat_map(|target| linked(target)).collect();
    assert!(packages.len() > 150, "{}", packages.len());
    let faults = faults(&packages, &rules());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn tools_and_tests_too_come_from_a_known_registry() {
    let rules = rules();
    for file in ["Cargo.lock", "fuzz/Cargo.lock"] {
        let lock = std::fs::read_to_string(workspace::root().join(file)).unwrap();
        let sources = lock
            .lines()
            .filter_map(|line| line.strip_prefix("source = \"registry+"));
        let known = sources.filter(|source| rules.registries.contains(&source.replace('"', "")));
        let all = lock.lines().filter(|line| line.starts_with("source = "));
        let (known, all) = (known.count(), all.count());
        assert!(known == all && all > 100, "{file}: {known} of {all}");
    }
}

#[test]
fn what_breaks_a_rule_is_named() {
    let registry = "registry+https://github.com/rust-lang/crates.io-index";
    let package = |name: &str, version: &str, license: &str, source: &str| Package {
        name: name.to_owned(),
        version: version.to_owned(),
        license: Some(license.to_owned()),
        source: Some(source.to_owned()),
    };
    let rules = Rules {
        skipped: BTreeSet::new(),
        ..rules()
    };
    let good = package("a", "1.0.0", "MIT OR GPL-3.0-only", registry);
    let found = |more: &[Package]| {
        let all = more.iter().cloned().chain([good.clone()]);
        faults(&all.collect(), &rules)
    };
    assert_eq!(found(&[]), [""; 0]);
    for (bad, word) in [
        (package("b", "1.0.0", "GPL-3.0-only", registry), "GPL"),
        (
            package("b", "1.0.0", "MIT AND GPL-3.0-only", registry),
            "GPL",
        ),
        (package("b", "1.0.0", "", registry), "under ``"),
        (
            package("b", "1.0.0", "MIT", "git+https://a.example/b"),
            "git+",
        ),
        (
            package("b", "1.0.0", "MIT", "registry+https://a.example"),
            "a.example",
        ),
        (package("a", "2.0.0", "MIT", registry), "1.0.0 and 2.0.0"),
    ] {
        let faults = found(&[bad]);
        assert!(faults.len() == 1 && faults[0].contains(word), "{faults:?}");
    }
    let stale = Rules {
        skipped: BTreeSet::from(["a@0.1.0".to_owned()]),
        ..rules
    };
    let all = BTreeSet::from([good]);
    assert_eq!(faults(&all, &stale), ["a@0.1.0 is skipped and not there"]);
}
