//! How each kind of fact reads: counts, moments, lengths of time, secrets, lists, text from a token.

use super::{Locale, visible};
use crate::diagnostic::Fact;

/// Longer text from a token is cut in a sentence; the panels show it whole.
const LONGEST_TEXT: usize = 1_000;
/// A list names this many of its items and counts the rest.
const LONGEST_LIST: usize = 12;
/// Lists in lists are worded to this depth.
const DEEPEST_LIST: usize = 4;

/// Keys and lengths in seconds, longest first. A year is the mean Gregorian one.
const UNITS: [(&str, u64); 5] = [
    ("duration-years", 31_556_952),
    ("duration-days", 86_400),
    ("duration-hours", 3_600),
    ("duration-minutes", 60),
    ("duration-seconds", 1),
];

impl Locale {
    /// `15 minutes`, `2 days 3 hours`: the two largest units, whatever the sign.
    pub fn duration(&self, seconds: i64) -> String {
        let mut rest = seconds.unsigned_abs();
        let mut units = UNITS.into_iter();
        let large = units
            .find(|(_, length)| rest >= *length)
            .unwrap_or(("duration-seconds", 1));
        let text = self.format(large.0, &[("count", Fact::Count(rest / large.1))]);
        rest %= large.1;
        match units.next() {
            Some((key, length)) if rest >= length => {
                let small = self.format(key, &[("count", Fact::Count(rest / length))]);
                self.format(
                    "duration-pair",
                    &[("large", Fact::Text(text)), ("small", Fact::Text(small))],
                )
            }
            _ => text,
        }
    }

    /// `3 minutes ago` for a negative number of seconds, `in 12 minutes` for a positive one.
    pub fn relative(&self, seconds: i64) -> String {
        let key = match seconds {
            0 => "relative-now",
            i64::MIN..0 => "relative-past",
            _ => "relative-future",
        };
        self.format(key, &[("time", Fact::Seconds(seconds))])
    }

    /// A NumericDate as this locale writes it.
    pub fn moment(&self, at: i64) -> String {
        (self.moment)(at)
    }

    /// A fact as it reads in a sentence.
    pub fn fact(&self, fact: &Fact) -> String {
        let mut text = String::new();
        self.word_fact(fact, &mut text);
        text
    }

    pub(super) fn word_fact(&self, fact: &Fact, out: &mut String) {
        self.word_nested(fact, 0, out);
    }

    fn word_nested(&self, fact: &Fact, depth: usize, out: &mut String) {
        match fact {
            Fact::Text(text) => push_text(text, out),
            Fact::Count(count) => push_count(*count, out),
            Fact::Moment(at) => out.push_str(&self.moment(*at)),
            Fact::Seconds(seconds) => out.push_str(&self.duration(*seconds)),
            Fact::Secret(bytes) => {
                out.push_str(&self.format("secret-of-bytes", &[("count", (*bytes).into())]));
            }
            Fact::Word(key) => out.push_str(self.text(key)),
            Fact::List(_) if depth >= DEEPEST_LIST => out.push('…'),
            Fact::List(items) => {
                let worded = |fact: &Fact| {
                    let mut text = String::new();
                    self.word_nested(fact, depth.saturating_add(1), &mut text);
                    text
                };
                out.push_str(&self.list(items, worded));
            }
        }
    }

    /// `a, b and c`; a long list ends in `and 3 more`.
    fn list(&self, items: &[Fact], worded: impl Fn(&Fact) -> String) -> String {
        let more = items.len().saturating_sub(LONGEST_LIST);
        let mut texts: Vec<String> = items.iter().take(LONGEST_LIST).map(worded).collect();
        if more > 0 {
            texts.push(self.format("list-more", &[("count", more.into())]));
        }
        let Some(last) = texts.pop() else {
            return self.text("list-empty").to_owned();
        };
        let Some(first) = texts.split_first() else {
            return last;
        };
        let mut list = first.0.clone();
        for item in first.1 {
            list.push_str(", ");
            list.push_str(item);
        }
        let mut sentence = String::new();
        let mut rest = self.text("list-last");
        while let Some((before, name, after)) = super::ftl::placeable(rest) {
            sentence.push_str(before);
            match name {
                "list" => sentence.push_str(&list),
                "item" => sentence.push_str(&last),
                _ => {}
            }
            rest = after;
        }
        sentence.push_str(rest);
        sentence
    }
}

fn push_text(text: &str, out: &mut String) {
    match text.char_indices().nth(LONGEST_TEXT) {
        Some((end, _)) => {
            out.push_str(&visible(text.get(..end).unwrap_or_default()));
            out.push('…');
        }
        None => out.push_str(&visible(text)),
    }
}

/// Groups of three from 10 000 on, divided by a narrow no-break space, which no language
/// mistakes for a decimal point; 2048 stays 2048.
fn push_count(count: u64, out: &mut String) {
    let digits = count.to_string();
    if digits.len() < 5 {
        out.push_str(&digits);
        return;
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('\u{202f}');
        }
        out.push(digit);
    }
}
