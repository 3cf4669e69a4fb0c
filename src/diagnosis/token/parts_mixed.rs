//! Header, payload and signature come from several tokens: the parts of others, inspected before or
//! pasted beside it, put it right.

use crate::diagnosis::{Cause, Kind, Paste, Said};
use crate::diagnostic::{Diagnostic, Fact};
use crate::inspect::{Family, Serialization};

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "token-parts-mixed",
    kind: Kind::Paste(change),
};

/// Older tokens are not looked at.
const MOST: usize = 5;

fn change(paste: &Paste<'_>) -> Vec<Said<String>> {
    let compact = paste.token.filter(|token| {
        token.family == Family::Jws && token.serialization == Serialization::Compact
    });
    let Some(own) = compact.and_then(|token| parts(&token.source.text)) else {
        return Vec::new();
    };
    let is_of_another = |signature: &str| {
        let mut others = paste.seen.iter();
        !signature.is_empty() && others.any(|text| text.ends_with(signature))
    };
    let mut found = Vec::new();
    for other in paste.seen.iter().take(MOST).filter_map(|text| parts(text)) {
        let [header, payload, signature] = own;
        let [other_header, other_payload, other_signature] = other;
        for (candidate, word) in [
            ([other_header, payload, signature], "part-header"),
            ([header, other_payload, signature], "part-payload"),
            ([header, payload, other_signature], "part-signature"),
            ([header, other_payload, other_signature], "part-header"),
            ([other_header, payload, other_signature], "part-payload"),
        ] {
            // All of another token is no repair of this one, unless only the signature was wrong
            // and is a third token's.
            let is_whole = candidate == other;
            let may_be_whole = word == "part-signature" && is_of_another(signature);
            if candidate == own || (is_whole && !may_be_whole) {
                continue;
            }
            let step =
                Diagnostic::info("token-parts-mixed").with_fact("part", Fact::Word(word.into()));
            found.push((candidate.join("."), step));
        }
    }
    found
}

fn parts(text: &str) -> Option<[&str; 3]> {
    let parts: Vec<&str> = text.split('.').collect();
    parts.try_into().ok()
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use crate::diagnosis::tests::token_with_claims;
    use crate::diagnosis::tests::{SECRET_64, ask_seen, token_signed_as};

    #[test]
    fn one_part_of_another_token() {
        let first = token_signed_as("HS256", "HS256", SECRET_64);
        let second = token_with_claims(r#"{"alg":"HS512"}"#, r#"{"b":2}"#, "HS512", SECRET_64);
        let one: Vec<&str> = first.split('.').collect();
        let two: Vec<&str> = second.split('.').collect();
        for mixed in [
            [one[0], two[1], two[2]].join("."),
            [two[0], one[1], one[2]].join("."),
            [one[0], one[1], two[2]].join("."),
        ] {
            for paste in [mixed.clone(), format!("{mixed}\n{first}\n{second}")] {
                let seen = [first.clone(), second.clone()];
                let seen: &[String] = if paste == mixed { &seen } else { &[] };
                let found = ask_seen(&paste, SECRET_64, seen);
                assert_eq!(found.len(), 1, "{found:#?}");
                let codes = ["token-parts-mixed", "token-edited-since"];
                assert!(codes.contains(&found[0].code()), "{found:#?}");
                assert!(found[0].is_verified, "{found:#?}");
            }
        }
    }

    #[test]
    fn parts_of_tokens_that_do_not_go_together() {
        let first = token_signed_as("HS256", "HS256", SECRET_64);
        let other = token_signed_as("HS256", "HS256", "another secret of thirty-two bytes");
        let parts: Vec<&str> = other.split('.').collect();
        let edited = [parts[0], "e30", parts[2]].join(".");
        let found = ask_seen(&edited, SECRET_64, &[first]);
        assert!(found.iter().all(|one| !one.is_verified), "{found:#?}");
    }
}
