//! The JavaScript side: one node process for all tests, a line of JSON each way.

use crate::needs;
use serde_json::Value;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{LazyLock, Mutex, PoisonError};

/// What a library answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It holds, or it was made.
    Ok(Value),
    /// It does not hold; the library's code.
    Refused(String),
    /// The library, or the runtime it stands on, does not know the algorithm.
    Unknown(String),
}

/// The libraries that sign and encrypt whole tokens.
pub const LIBRARIES: [&str; 2] = ["jose", "jose-4"];

/// The peer, where it is there.
pub fn peer() -> Option<&'static Peer> {
    static PEER: LazyLock<Option<Peer>> = LazyLock::new(Peer::start);
    PEER.as_ref()
}

pub struct Peer(Mutex<Node>);

/// The process. It ends when its standard input closes, which is when these tests end.
struct Node {
    _process: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Peer {
    fn start() -> Option<Self> {
        let modules = needs::node_modules()?;
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cross/peer.mjs");
        let mut process = Command::new("node")
            .arg(script)
            .arg(modules)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("node could not be started: {error}"));
        Some(Self(Mutex::new(Node {
            input: process.stdin.take().unwrap(),
            output: BufReader::new(process.stdout.take().unwrap()),
            _process: process,
        })))
    }

    /// Asks; an answer that is none of the three ends the test.
    pub fn ask(&self, request: &Value) -> Answer {
        let mut line = String::new();
        {
            let mut node = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            writeln!(node.input, "{request}").unwrap();
            node.output.read_line(&mut line).unwrap();
        }
        let answer: Value = serde_json::from_str(&line)
            .unwrap_or_else(|_| panic!("node ended; its last line: {line:?}"));
        let text = |name: &str| answer[name].as_str().map(str::to_owned);
        match (answer.get("ok"), text("refused"), text("unknown")) {
            (Some(ok), _, _) => Answer::Ok(ok.clone()),
            (_, Some(code), _) => Answer::Refused(code),
            (_, _, Some(message)) => Answer::Unknown(message),
            _ => panic!("{}\n{request}", text("error").unwrap_or(line)),
        }
    }

    /// Asks for something that the library must be able to do.
    pub fn get(&self, request: &Value) -> Value {
        match self.ask(request) {
            Answer::Ok(value) => value,
            other => panic!("{other:?}\n{request}"),
        }
    }

    /// Major and minor version of node.
    pub fn node(&self) -> (u32, u32) {
        let versions = self.get(&serde_json::json!({ "op": "versions" }));
        let text = versions["node"].as_str().unwrap();
        let mut numbers = text.split('.').map(|number| number.parse().unwrap());
        (numbers.next().unwrap(), numbers.next().unwrap())
    }
}

/// What a peer does not know: who, what, why, and from which version of node on it does.
pub struct Unknown {
    pub library: &'static str,
    pub what: &'static str,
    pub why: &'static str,
    pub known_from: Option<(u32, u32)>,
}

/// Asserts that `found` (library, what) is what `listed` names, no more and no less.
pub fn check_unknown(peer: &Peer, found: &[(&str, String)], listed: &[Unknown]) {
    let node = peer.node();
    let expected: Vec<(&str, String)> = listed
        .iter()
        .filter(|one| one.known_from.is_none_or(|known_from| node < known_from))
        .map(|one| (one.library, one.what.to_owned()))
        .collect();
    let reasons: Vec<&str> = listed.iter().map(|one| one.why).collect();
    assert_eq!(found, expected, "node {node:?}; reasons: {reasons:?}");
}

/// The newest version of each library answers, so that no old one is taken for it.
#[test]
fn the_peers_are_the_pinned_ones() {
    let Some(peer) = peer() else { return };
    let versions = peer.get(&serde_json::json!({ "op": "versions" }));
    let manifest = include_str!("../../xtask/npm/package.json");
    let manifest: Value = serde_json::from_str(manifest).unwrap();
    let pinned = &manifest["devDependencies"];
    assert_eq!(versions["jose"], pinned["jose"]);
    assert_eq!(versions["noble"], pinned["@noble/post-quantum"]);
    let old = format!("npm:jose@{}", versions["jose-4"].as_str().unwrap());
    assert_eq!(pinned["jose-4"], old);
}
