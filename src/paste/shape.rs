//! Watches base64url characters go by and follows the JSON text they encode: where it begins, and
//! whether it is complete. One step a character, so that no decision decodes a part again.

/// How far the JSON text has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Progress {
    /// Nothing but white space so far.
    Blank,
    /// Begun, and every byte so far can belong to it.
    Open,
    /// The outermost bracket is closed.
    Complete,
    /// What was decoded is not JSON text.
    Broken,
}

/// The state of the watch; small, so that a step can be tried on a copy.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    bits: u32,
    bit_count: u32,
    bytes: u64,
    progress: Progress,
    depth: u32,
    in_string: bool,
    escaped: bool,
    after_open: bool,
    continuation: u32,
    last: u8,
}

impl Shape {
    pub(super) fn new() -> Self {
        Shape {
            bits: 0,
            bit_count: 0,
            bytes: 0,
            progress: Progress::Blank,
            depth: 0,
            in_string: false,
            escaped: false,
            after_open: false,
            continuation: 0,
            last: 0,
        }
    }

    /// How far it has come.
    pub(super) fn progress(&self) -> Progress {
        self.progress
    }

    /// Whether a value could begin right here: a nested object may, a second token may not.
    pub(super) fn awaits_value(&self) -> bool {
        let before_value = matches!(self.last, b':' | b'[' | b',');
        self.progress == Progress::Open && self.bit_count == 0 && !self.in_string && before_value
    }

    /// Whether the text that has begun is an object with a name or an end in it.
    pub(super) fn begins_object(&self) -> bool {
        matches!(self.progress, Progress::Open | Progress::Complete) && !self.after_open
    }

    /// The same after the characters of `text`.
    pub(super) fn after(mut self, text: &str) -> Self {
        for byte in text.bytes() {
            self.push(byte);
        }
        self
    }

    /// Takes one character of a part.
    pub(super) fn push(&mut self, character: u8) {
        let value = match character {
            b'A'..=b'Z' => character.wrapping_sub(b'A'),
            b'a'..=b'z' => character.wrapping_sub(b'a').wrapping_add(26),
            b'0'..=b'9' => character.wrapping_sub(b'0').wrapping_add(52),
            b'-' | b'+' => 62,
            b'_' | b'/' => 63,
            b'=' => return,
            _ => {
                self.progress = Progress::Broken;
                return;
            }
        };
        self.bits = (self.bits << 6) | u32::from(value);
        self.bit_count = self.bit_count.saturating_add(6);
        if self.bit_count >= 8 {
            self.bit_count = self.bit_count.saturating_sub(8);
            let [.., byte] = (self.bits >> self.bit_count).to_be_bytes();
            self.bits &= (1_u32 << self.bit_count).wrapping_sub(1);
            self.decoded(byte);
            self.bytes = self.bytes.saturating_add(1);
        }
    }

    fn decoded(&mut self, byte: u8) {
        match self.progress {
            Progress::Broken => return,
            Progress::Complete => {
                if !is_space(byte) {
                    self.progress = Progress::Broken;
                }
                return;
            }
            Progress::Blank => {
                match byte {
                    b'{' | b'[' => {
                        self.progress = Progress::Open;
                        self.depth = 1;
                        self.after_open = byte == b'{';
                        self.last = byte;
                    }
                    byte if is_space(byte) => {}
                    // A byte order mark is a fault, but what follows it can be read.
                    0xef if self.bytes == 0 => {}
                    0xbb if self.bytes == 1 => {}
                    0xbf if self.bytes == 2 => {}
                    _ => self.progress = Progress::Broken,
                }
                return;
            }
            Progress::Open => {}
        }
        if self.in_string {
            self.in_text(byte);
            return;
        }
        if is_space(byte) {
            return;
        }
        if self.after_open && !matches!(byte, b'"' | b'}') {
            self.progress = Progress::Broken;
            return;
        }
        self.after_open = false;
        self.last = byte;
        match byte {
            b'"' => self.in_string = true,
            b'{' => {
                self.depth = self.depth.saturating_add(1);
                self.after_open = true;
            }
            b'[' => self.depth = self.depth.saturating_add(1),
            b'}' | b']' => {
                self.depth = self.depth.saturating_sub(1);
                if self.depth == 0 {
                    self.progress = Progress::Complete;
                }
            }
            b',' | b':' | b'-' | b'+' | b'.' | b'0'..=b'9' | b'a'..=b'z' | b'E' => {}
            _ => self.progress = Progress::Broken,
        }
    }

    fn in_text(&mut self, byte: u8) {
        if self.continuation > 0 {
            self.continuation = self.continuation.saturating_sub(1);
            if byte & 0xc0 != 0x80 {
                self.progress = Progress::Broken;
            }
            return;
        }
        match byte {
            _ if self.escaped => self.escaped = false,
            b'\\' => self.escaped = true,
            b'"' => {
                self.in_string = false;
                self.last = b'"';
            }
            0x00..=0x1f => self.progress = Progress::Broken,
            0x20..=0x7f => {}
            0xc2..=0xdf => self.continuation = 1,
            0xe0..=0xef => self.continuation = 2,
            0xf0..=0xf4 => self.continuation = 3,
            _ => self.progress = Progress::Broken,
        }
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// How many characters decide whether a word begins a JSON object. White space may stand first.
const OPENING: usize = 48;

/// Whether `word` begins like a base64url-encoded JSON object: `eyJ`, `ewog`, `e30`, `IHsi`, …
pub(super) fn begins_object(word: &str) -> bool {
    let mut shape = Shape::new();
    for byte in word.bytes().take(OPENING) {
        shape.push(byte);
        if shape.begins_object() {
            return shape.depth_opened_as_object();
        }
        if shape.progress == Progress::Broken {
            return false;
        }
    }
    false
}

impl Shape {
    /// Whether the last significant byte can only stand in an object that has just begun.
    fn depth_opened_as_object(&self) -> bool {
        matches!(self.last, b'"' | b'}')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn progress(json: &str) -> Progress {
        Shape::new()
            .after(&crate::base64url::encode(json.as_bytes()))
            .progress()
    }

    #[test]
    fn a_json_object_is_followed_to_its_end() {
        assert_eq!(progress(r#"{"a":[1,{"b":"}"}]}"#), Progress::Complete);
        assert_eq!(progress("{}"), Progress::Complete);
        assert_eq!(progress(r#"{"a":"é\"{"#), Progress::Open);
        assert_eq!(progress("  \r\n"), Progress::Blank);
        assert_eq!(progress("example"), Progress::Broken);
        assert_eq!(progress("{}x"), Progress::Broken);
        assert_eq!(progress("{a"), Progress::Broken);
    }

    #[test]
    fn beginnings_of_objects_are_told_from_words() {
        for start in ["eyJ", "e30", "ewogICJh", "IHsi", "CnsK ICIx", "77u_eyJh"] {
            let start = start.replace(' ', "");
            assert!(begins_object(&start), "{start}");
        }
        for other in [
            "example", "eye", "exe", "www", "1", "", "WyJh", "W10", "ew", "Bearer",
        ] {
            assert!(!begins_object(other), "{other}");
        }
    }
}
