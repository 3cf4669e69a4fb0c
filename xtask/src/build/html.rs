//! Reading the tags of the one page that this project writes itself.
//!
//! Enough of HTML for that: quoted attributes, comments, and script and style
//! elements whose content is no markup.

use std::ops::Range;

/// One start tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tag {
    /// Lower case.
    pub(crate) name: String,
    /// Names in lower case, in order.
    pub(crate) attributes: Vec<(String, String)>,
    /// From `<` to `>`, both included.
    pub(crate) range: Range<usize>,
    /// What stands between this tag and its end tag, for script and style.
    pub(crate) raw_content: String,
}

impl Tag {
    /// The value of an attribute.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let mut all = self.attributes.iter();
        all.find(|(other, _)| other == name)
            .map(|(_, value)| value.as_str())
    }
}

/// The text without its comments.
pub(crate) fn without_comments(html: &str) -> String {
    let mut kept = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, from)) = rest.split_once("<!--") {
        kept.push_str(before);
        rest = from.split_once("-->").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept
}

/// All start tags of a text without comments.
pub(crate) fn tags(html: &str) -> Vec<Tag> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = position(html, at, '<') {
        let mut cursor = Cursor { html, at: open + 1 };
        let name = cursor.name();
        if name.is_empty() {
            at = open + 1;
            continue;
        }
        let attributes = cursor.attributes();
        let range = open..cursor.at;
        let mut raw_content = String::new();
        if name == "script" || name == "style" {
            let rest = html.get(cursor.at..).unwrap_or_default();
            let end = rest.find(&format!("</{name}")).unwrap_or(rest.len());
            raw_content = rest.get(..end).unwrap_or_default().to_string();
            cursor.at += end;
        }
        at = cursor.at;
        found.push(Tag {
            name,
            attributes,
            range,
            raw_content,
        });
    }
    found
}

fn position(html: &str, from: usize, wanted: char) -> Option<usize> {
    html.get(from..)?.find(wanted).map(|offset| from + offset)
}

struct Cursor<'a> {
    html: &'a str,
    at: usize,
}

impl Cursor<'_> {
    fn rest(&self) -> &str {
        self.html.get(self.at..).unwrap_or_default()
    }

    /// Takes characters while `wanted` holds.
    fn take(&mut self, wanted: impl Fn(char) -> bool) -> String {
        let rest = self.rest();
        let end = rest
            .find(|character| !wanted(character))
            .unwrap_or(rest.len());
        let taken = rest.get(..end).unwrap_or_default().to_string();
        self.at += end;
        taken
    }

    fn name(&mut self) -> String {
        self.take(|character| character.is_ascii_alphanumeric() || character == '-')
            .to_ascii_lowercase()
    }

    /// Reads up to and over the `>` of the tag.
    fn attributes(&mut self) -> Vec<(String, String)> {
        let mut found = Vec::new();
        loop {
            self.take(|character| character.is_ascii_whitespace() || character == '/');
            match self.rest().chars().next() {
                None => return found,
                Some('>') => {
                    self.at += 1;
                    return found;
                }
                Some(_) => {}
            }
            let name = self
                .take(|character| !character.is_ascii_whitespace() && !"=>/".contains(character))
                .to_ascii_lowercase();
            self.take(|character| character.is_ascii_whitespace());
            let mut value = String::new();
            if self.rest().starts_with('=') {
                self.at += 1;
                self.take(|character| character.is_ascii_whitespace());
                value = self.value();
            }
            found.push((name, value));
        }
    }

    fn value(&mut self) -> String {
        let quote = self
            .rest()
            .chars()
            .next()
            .filter(|first| "\"'".contains(*first));
        match quote {
            Some(quote) => {
                self.at += 1;
                let value = self.take(|character| character != quote);
                self.at += usize::from(self.rest().starts_with(quote));
                value
            }
            None => self.take(|character| !character.is_ascii_whitespace() && character != '>'),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_in_every_way_of_writing_them() {
        let html = "<a one=\"1>2\" two='\"' three=3 FOUR><br/>";
        let all = tags(html);
        assert_eq!(all.len(), 2);
        let expected = [("one", "1>2"), ("two", "\""), ("three", "3"), ("four", "")];
        for ((name, value), (found, at)) in expected.iter().zip(&all[0].attributes) {
            assert_eq!((*name, *value), (found.as_str(), at.as_str()));
        }
        assert_eq!(html.get(all[1].range.clone()), Some("<br/>"));
    }

    #[test]
    fn a_script_s_content_is_no_markup() {
        let all = tags("<script>if (a <b) {}</script><p>");
        assert_eq!(all.len(), 2);
        assert_eq!(all[0].raw_content, "if (a <b) {}");
    }

    #[test]
    fn comments_are_taken_out_even_unfinished_ones() {
        assert_eq!(without_comments("a<!-- <b> -->c<!--d"), "ac");
    }
}
