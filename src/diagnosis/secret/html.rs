//! The secret is escaped for XML or HTML, as in a `web.config`; here or at the signer's.
//! Spec: XML 1.0 §4.6.

use crate::diagnosis::{Cause, Kind, Said};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-html-escaped",
    kind: Kind::Text(change),
};

const NAMED: [(&str, &str); 6] = [
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&apos;", "'"),
    ("&#39;", "'"),
    ("&amp;", "&"),
];

fn change(text: &str) -> Vec<Said<String>> {
    let mut all = Vec::new();
    if text.contains('&') {
        let named = |text: &str| {
            NAMED
                .into_iter()
                .fold(text.to_owned(), |text, (escaped, plain)| {
                    text.replace(escaped, plain)
                })
        };
        all.push(named(&numbered(text)));
    }
    if text.contains(['&', '<', '>', '"']) {
        let escaped = text
            .replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;");
        all.push(escaped.replace('"', "&quot;"));
        all.push(escaped);
    }
    all.into_iter()
        .map(|text| (text, Diagnostic::info("secret-html-escaped")))
        .collect()
}

/// The same with numeric character references resolved: `&#43;`, `&#x2B;`.
pub fn numbered(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("&#") {
        out.push_str(before);
        let reference = after.split_once(';').and_then(|(digits, behind)| {
            let number = match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => digits.parse().ok()?,
            };
            Some((char::from_u32(number)?, behind))
        });
        match reference {
            Some((c, behind)) => {
                out.push(c);
                rest = behind;
            }
            None => {
                out.push_str("&#");
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::numbered;
    use crate::diagnosis::tests::finds_secret;

    #[test]
    fn character_references_too_many_or_missing() {
        finds_secret(b"s3<cr&t", "s3&lt;cr&amp;t", "secret-html-escaped");
        finds_secret(b"s3+cret", "s3&#43;cret", "secret-html-escaped");
        finds_secret(b"s3&amp;cret", "s3&cret", "secret-html-escaped");
    }

    #[test]
    fn what_is_no_reference_stays() {
        for text in ["&#", "&#;", "&#x;", "&#zz;", "&#1114112;", "a&#"] {
            assert_eq!(numbered(text), text);
        }
        assert_eq!(numbered("&#x41;&#66;&"), "AB&");
    }
}
