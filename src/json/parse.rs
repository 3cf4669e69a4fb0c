//! From bytes to a document. Strict RFC 8259; what is wrong becomes a fault with its offset,
//! and whatever stands before (and, where possible, after) it stays readable.
//!
//! The grammar is a small machine of [`State`]s over a stack of open containers. Every state
//! either moves forward or hands over to one that does, so any input ends in linear time.

use super::fault::{Expected, Faults};
use super::node::{Document, Kind, Node};

/// Nesting deeper than this is a fault, and what is inside is not read.
pub const MAX_DEPTH: usize = 512;

/// Reads `bytes` as JSON text. Never fails: see [`Document::faults`].
pub fn parse(bytes: Vec<u8>) -> Document {
    let mut reader = Reader {
        bytes: &bytes,
        at: 0,
        nodes: Vec::with_capacity(bytes.len() / 12),
        open: Vec::new(),
        open_objects: 0,
        faults: Faults::new(&bytes),
        intact: true,
        quiet_at: None,
    };
    reader.text();
    let (nodes, faults, intact) = (reader.nodes, reader.faults.located(), reader.intact);
    let mut document = Document {
        bytes,
        nodes,
        faults,
        intact,
        by_name: Vec::new(),
    };
    document.by_name = document.names_in_order();
    document
}

/// What the grammar wants next.
#[derive(Clone, Copy)]
enum State {
    /// A value; after `[` the array may also end.
    Value {
        first: bool,
    },
    /// A name; after `{` the object may also end.
    Name {
        first: bool,
    },
    Colon,
    AfterValue,
    End,
    Stop,
}

/// A container whose closing bracket has not been met.
#[derive(Clone, Copy)]
struct Open {
    node: usize,
    kind: Kind,
}

pub(super) struct Reader<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) at: usize,
    nodes: Vec<Node>,
    open: Vec<Open>,
    open_objects: usize,
    pub(super) faults: Faults<'a>,
    /// Whether every fault so far lies inside a string, so that the structure is certain.
    pub(super) intact: bool,
    /// A place whose deviation has been reported: recovery adds no second fault there.
    quiet_at: Option<usize>,
}

impl Reader<'_> {
    fn text(&mut self) {
        if self.bytes.starts_with(b"\xEF\xBB\xBF") {
            self.fault(Expected::NoBom);
            self.at = 3;
        }
        let mut state = State::Value { first: false };
        loop {
            self.skip_white_space();
            state = match state {
                State::Value { first } => self.value(first),
                State::Name { first } => self.name(first),
                State::Colon => self.colon(),
                State::AfterValue => self.after_value(),
                State::End => {
                    if self.at < self.bytes.len() {
                        self.fault(Expected::End);
                    }
                    State::Stop
                }
                State::Stop => break,
            };
        }
        self.at = self.bytes.len();
        while !self.open.is_empty() {
            self.close();
        }
    }

    fn value(&mut self, first: bool) -> State {
        let Some(byte) = self.peek() else {
            self.fault(Expected::Value);
            return State::Stop;
        };
        match byte {
            b'{' => self.open(Kind::Object),
            b'[' => self.open(Kind::Array),
            b'"' => {
                self.string(Kind::String);
                self.value_read()
            }
            b'-' | b'0'..=b'9' => {
                self.number();
                self.value_read()
            }
            b't' => self.literal(Kind::True, b"true"),
            b'f' => self.literal(Kind::False, b"false"),
            b'n' => self.literal(Kind::Null, b"null"),
            b']' if first => self.step_and_close(),
            _ => {
                self.fault(Expected::Value);
                if self.open.is_empty() {
                    return self.find_root();
                }
                match byte {
                    b':' => {
                        self.step();
                        return State::Value { first };
                    }
                    b',' | b']' | b'}' => {}
                    _ => self.skip_unreadable(),
                }
                State::AfterValue
            }
        }
    }

    fn name(&mut self, first: bool) -> State {
        let expected = if first {
            Expected::NameOrEnd
        } else {
            Expected::Name
        };
        match self.peek() {
            Some(b'"') => {
                self.string(Kind::Name);
                State::Colon
            }
            Some(b'}') if first => self.step_and_close(),
            None => {
                self.fault(expected);
                State::Stop
            }
            Some(b',' | b'}' | b']') => {
                self.fault(expected);
                State::AfterValue
            }
            Some(b'{' | b'[') => {
                self.fault(expected);
                self.skip_balanced();
                self.quiet();
                State::AfterValue
            }
            Some(_) => {
                self.fault(expected);
                self.bare_name();
                State::Colon
            }
        }
    }

    fn colon(&mut self) -> State {
        match self.peek() {
            Some(b':') => {
                self.step();
                State::Value { first: false }
            }
            None => {
                self.fault(Expected::Colon);
                State::Stop
            }
            Some(b',' | b'}' | b']') => {
                self.fault(Expected::Colon);
                State::AfterValue
            }
            Some(byte) if starts_value(byte) => {
                self.fault(Expected::Colon);
                State::Value { first: false }
            }
            Some(_) => {
                self.fault(Expected::Colon);
                self.skip_unreadable();
                State::Colon
            }
        }
    }

    fn after_value(&mut self) -> State {
        let Some(top) = self.open.last().copied() else {
            return State::End;
        };
        let in_object = top.kind == Kind::Object;
        match self.peek() {
            Some(b',') => {
                self.step();
                if in_object {
                    State::Name { first: false }
                } else {
                    State::Value { first: false }
                }
            }
            Some(b'}') if in_object => self.step_and_close(),
            Some(b']') if !in_object => self.step_and_close(),
            None => {
                self.fault(Expected::CommaOrEnd);
                State::Stop
            }
            Some(b'}') => self.wrong_bracket(Kind::Object),
            Some(b']') => self.wrong_bracket(Kind::Array),
            Some(byte) => {
                self.fault(Expected::CommaOrEnd);
                match byte {
                    b'"' if in_object => return State::Name { first: false },
                    b'{' | b'[' if in_object => {
                        self.skip_balanced();
                        self.quiet();
                    }
                    b':' if !in_object => {
                        self.step();
                        return State::Value { first: false };
                    }
                    byte if !in_object && starts_value(byte) => {
                        return State::Value { first: false };
                    }
                    _ => {
                        self.step();
                        self.skip_unreadable();
                    }
                }
                State::AfterValue
            }
        }
    }

    /// After a value: the text may end here, or its container goes on.
    fn value_read(&self) -> State {
        if self.open.is_empty() {
            State::End
        } else {
            State::AfterValue
        }
    }

    /// Text before the outermost value: goes on where one can begin.
    fn find_root(&mut self) -> State {
        self.skip_until(|byte| matches!(byte, b'{' | b'[' | b'"'));
        if self.at < self.bytes.len() {
            State::Value { first: false }
        } else {
            State::Stop
        }
    }

    /// A closing bracket that does not belong to the innermost container closes the nearest one
    /// it does belong to; when there is none, it is passed over.
    fn wrong_bracket(&mut self, kind: Kind) -> State {
        self.fault(Expected::CommaOrEnd);
        let arrays = self.open.len().saturating_sub(self.open_objects);
        let has_match = match kind {
            Kind::Object => self.open_objects > 0,
            _ => arrays > 0,
        };
        if !has_match {
            self.step();
            return State::AfterValue;
        }
        while self.open.last().is_some_and(|top| top.kind != kind) {
            self.close();
        }
        self.step_and_close()
    }

    fn open(&mut self, kind: Kind) -> State {
        let start = self.at;
        if self.open.len() >= MAX_DEPTH {
            self.fault(Expected::Shallower);
            self.skip_balanced();
            self.push(kind, start);
            return self.value_read();
        }
        let node = self.nodes.len();
        self.step();
        self.push(kind, start);
        self.open.push(Open { node, kind });
        if kind == Kind::Object {
            self.open_objects = self.open_objects.saturating_add(1);
            State::Name { first: true }
        } else {
            State::Value { first: true }
        }
    }

    fn step_and_close(&mut self) -> State {
        self.step();
        self.close();
        self.value_read()
    }

    /// Ends the innermost container before the current byte.
    fn close(&mut self) {
        let Some(top) = self.open.pop() else { return };
        if top.kind == Kind::Object {
            self.open_objects = self.open_objects.saturating_sub(1);
        }
        let (end, next) = (short(self.at), short(self.nodes.len()));
        if let Some(node) = self.nodes.get_mut(top.node) {
            node.end = end;
            node.next = next;
        }
    }

    fn literal(&mut self, kind: Kind, word: &[u8]) -> State {
        let start = self.at;
        for expected in word {
            if self.peek() != Some(*expected) {
                self.fault(Expected::Value);
                if self.open.is_empty() {
                    return self.find_root();
                }
                self.skip_unreadable();
                return State::AfterValue;
            }
            self.step();
        }
        self.push(kind, start);
        self.value_read()
    }

    /// RFC 8259 §6. What follows a fault and still looks like a number belongs to the node.
    fn number(&mut self) {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.step();
        }
        let mut fault = None;
        if self.peek() == Some(b'0') {
            self.step();
            if matches!(self.peek(), Some(b'0'..=b'9')) {
                fault = Some(if self.open.is_empty() {
                    Expected::End
                } else {
                    Expected::CommaOrEnd
                });
            }
        } else if !self.digits() {
            fault = Some(Expected::Digit);
        }
        if fault.is_none() && self.peek() == Some(b'.') {
            self.step();
            fault = (!self.digits()).then_some(Expected::Digit);
        }
        if fault.is_none() && matches!(self.peek(), Some(b'e' | b'E')) {
            self.step();
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.step();
            }
            fault = (!self.digits()).then_some(Expected::Digit);
        }
        if let Some(expected) = fault {
            self.fault(expected);
            self.skip_until(|byte| !matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-'));
            self.push(Kind::Number, start);
            self.skip_word();
            self.quiet();
        } else {
            self.push(Kind::Number, start);
        }
    }

    /// Passes over digits; whether there was one.
    fn digits(&mut self) -> bool {
        let start = self.at;
        self.skip_until(|byte| !byte.is_ascii_digit());
        self.at > start
    }

    fn string(&mut self, kind: Kind) {
        let start = self.at;
        self.skip_string();
        self.push(kind, start);
    }

    /// A name without quotes still names its value. Its node spans what stands before the colon.
    fn bare_name(&mut self) {
        let start = self.at;
        self.skip_word();
        self.push(Kind::Name, start);
        self.quiet();
    }

    /// Passes over a run without white space or structure.
    fn skip_word(&mut self) {
        self.skip_until(|byte| {
            matches!(
                byte,
                b':' | b',' | b'}' | b']' | b'{' | b'[' | b'"' | b' ' | b'\t' | b'\n' | b'\r'
            )
        });
    }

    /// Passes over what cannot be read, up to where the grammar can be picked up again.
    fn skip_unreadable(&mut self) {
        self.skip_until(|byte| matches!(byte, b':' | b',' | b'}' | b']' | b'{' | b'[' | b'"'));
        self.quiet();
    }

    /// Passes over a container without reading it, brackets counted and strings respected.
    fn skip_balanced(&mut self) {
        let mut depth = 0usize;
        while let Some(byte) = self.peek() {
            match byte {
                b'{' | b'[' => depth = depth.saturating_add(1),
                b'}' | b']' => depth = depth.saturating_sub(1),
                b'"' => {
                    self.skip_string();
                    continue;
                }
                _ => {}
            }
            self.step();
            if depth == 0 {
                break;
            }
        }
    }

    fn push(&mut self, kind: Kind, start: usize) {
        let next = short(self.nodes.len().saturating_add(1));
        self.nodes.push(Node {
            kind,
            start: short(start),
            end: short(self.at),
            next,
        });
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn step(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    fn skip_white_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.step();
        }
    }

    pub(super) fn skip_until(&mut self, stop: impl Fn(u8) -> bool) {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let run = rest.iter().position(|byte| stop(*byte));
        self.at = self.at.saturating_add(run.unwrap_or(rest.len()));
    }

    /// Reports a deviation from the grammar at the current byte, once a place.
    fn fault(&mut self, expected: Expected) {
        self.intact = false;
        if self.quiet_at != Some(self.at) {
            self.faults.add(self.at, expected);
        }
        self.quiet_at = Some(self.at);
    }

    /// What was passed over was reported: nothing new deviates where reading goes on.
    fn quiet(&mut self) {
        self.skip_white_space();
        self.quiet_at = Some(self.at);
    }
}

fn starts_value(byte: u8) -> bool {
    matches!(
        byte,
        b'{' | b'[' | b'"' | b'-' | b'0'..=b'9' | b't' | b'f' | b'n'
    )
}

/// Offsets are kept in four bytes; a text of 4 GB does not reach this page.
fn short(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}
