//! The header and payload that Sign starts from.

/// JSON texts with `@now`, `@now+300` and `@id` where a moment and a fresh identifier belong.
#[derive(Clone, Copy, Debug)]
pub struct Template {
    /// The JOSE Header, indented as a person would type it.
    pub header: &'static str,
    /// The JWT Claims Set.
    pub payload: &'static str,
}

impl Template {
    /// Header and payload for a token made at `now` with the identifier `id`, which must need no
    /// escape in a JSON string.
    pub fn fill(&self, now: i64, id: &str) -> (String, String) {
        (fill(self.header, now, id), fill(self.payload, now, id))
    }
}

fn fill(text: &str, now: i64, id: &str) -> String {
    let text = text.replace("@id", id);
    let mut parts = text.split("@now");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits = part.strip_prefix(['+', '-']).unwrap_or_default();
        let length = digits
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(digits.len());
        let seconds: i64 = digits
            .get(..length)
            .and_then(|d| d.parse().ok())
            .unwrap_or(0);
        let moment = if part.starts_with('-') {
            now.saturating_sub(seconds)
        } else {
            now.saturating_add(seconds)
        };
        filled.push_str(&moment.to_string());
        let signed = usize::from(part.starts_with(['+', '-']));
        filled.push_str(
            part.get(length.saturating_add(signed)..)
                .unwrap_or_default(),
        );
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn moments_and_identifiers_are_filled_in() {
        for (text, filled) in [
            ("@now", "1000"),
            (
                "{\"a\": @now, \"b\": @now+300}",
                "{\"a\": 1000, \"b\": 1300}",
            ),
            ("@now-30 @now", "970 1000"),
            ("\"@id\"", "\"x-1\""),
            ("nothing", "nothing"),
        ] {
            assert_eq!(fill(text, 1_000, "x-1"), filled);
        }
    }
}
