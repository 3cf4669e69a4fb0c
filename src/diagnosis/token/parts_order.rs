//! The three parts of the token stand in another order. Spec: RFC 7515 §7.1.

use crate::base64url;
use crate::diagnosis::{Cause, Kind, Paste, Said};
use crate::diagnostic::Diagnostic;
use crate::json;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "token-parts-order",
    kind: Kind::Paste(change),
};

fn change(paste: &Paste<'_>) -> Vec<Said<String>> {
    // A part that stands before the header is not taken for one of the token.
    let whole = paste.text.trim();
    let text = match paste.token {
        Some(token) if whole.matches('.').count() != 2 => token.source.text.as_str(),
        _ => whole,
    };
    let parts: Vec<&str> = text.split('.').collect();
    let [one, two, three] = parts.as_slice() else {
        return Vec::new();
    };
    if is_header(one) {
        return Vec::new();
    }
    let said = |order: [&&str; 3]| {
        let parts = order.map(|part| *part);
        (parts.join("."), Diagnostic::info("token-parts-order"))
    };
    let orders = [[two, one, three], [two, three, one], [three, one, two]];
    let orders = orders
        .into_iter()
        .filter(|[header, _, _]| is_header(header));
    orders.map(said).collect()
}

/// Whether a part says which algorithm made the signature.
fn is_header(part: &str) -> bool {
    let json = base64url::decode(part).map(json::parse);
    json.is_some_and(|json| {
        json.object()
            .is_some_and(|header| header.get("alg").is_some())
    })
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{P256_SPKI, es256, finds, finds_nothing_with, hs256};

    #[test]
    fn another_order() {
        for (token, key) in [
            (hs256(b"s3cret"), "s3cret"),
            (es256(r#"{"alg":"ES256"}"#), P256_SPKI),
        ] {
            let parts: Vec<&str> = token.split('.').collect();
            let [header, payload, signature] = parts.as_slice() else {
                panic!("three parts");
            };
            for order in [
                [payload, header, signature],
                [signature, header, payload],
                [payload, signature, header],
            ] {
                let text = order.map(|part| *part).join(".");
                finds(&text, key, "token-parts-order");
                finds_nothing_with(&text, "s4cret");
            }
        }
    }
}
