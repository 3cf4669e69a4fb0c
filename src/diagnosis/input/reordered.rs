//! Claims or Header Parameters stood in another order when they were signed: all orders of a small
//! object, and for a larger one those in which a single member has another place.

use super::{decoded, joined};
use crate::base64url;
use crate::diagnosis::{Case, Cause, Kind, Said};
use crate::diagnostic::Diagnostic;
use crate::json;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "input-reordered",
    kind: Kind::Input(inputs),
};

/// 6! is 720; the likely ones come first, and the budget may end the rest.
const ALL_ORDERS: usize = 6;
/// Larger payloads are left alone.
const MOST_MEMBERS: usize = 24;

fn inputs(case: &Case<'_>) -> Vec<Said<Vec<u8>>> {
    let Some((header, payload)) = decoded(case) else {
        return Vec::new();
    };
    let encode = |text: &str| base64url::encode(text.as_bytes()).into_bytes();
    let own = [header, payload].map(|bytes| base64url::encode(bytes).into_bytes());
    let [own_header, own_payload] = &own;
    let headers = orders(header).into_iter();
    let headers = headers.map(|text| {
        let step = Diagnostic::info("input-reordered-header");
        (joined(&encode(&text), own_payload), step)
    });
    let payloads = orders(payload).into_iter();
    let payloads = payloads.map(|text| {
        let step = Diagnostic::info("input-reordered");
        (joined(own_header, &encode(&text)), step)
    });
    headers.chain(payloads).collect()
}

/// The texts of an object with its members in other orders.
fn orders(object: &[u8]) -> Vec<String> {
    let document = json::parse(object.to_vec());
    let Some(object) = document.object().filter(|_| document.faults().is_empty()) else {
        return Vec::new();
    };
    let members: Vec<String> = object
        .members()
        .map(|(name, value)| format!("{}:{}", name.raw_text(), value.raw_text()))
        .collect();
    if members.len() < 2 || members.len() > MOST_MEMBERS {
        return Vec::new();
    }
    let mut orders = single_moves(&members);
    if members.len() <= ALL_ORDERS {
        orders.extend(permutations(members));
    }
    let texts = orders.into_iter();
    texts
        .map(|members| format!("{{{}}}", members.join(",")))
        .collect()
}

fn permutations(members: Vec<String>) -> Vec<Vec<String>> {
    members
        .into_iter()
        .fold(vec![Vec::new()], |orders, member| {
            orders
                .into_iter()
                .flat_map(|order| {
                    (0..=order.len()).map(move |at| {
                        let mut order = order.clone();
                        order.insert(at, String::new());
                        (at, order)
                    })
                })
                .map(|(at, mut order)| {
                    if let Some(place) = order.get_mut(at) {
                        place.clone_from(&member);
                    }
                    order
                })
                .collect()
        })
}

fn single_moves(members: &[String]) -> Vec<Vec<String>> {
    let mut orders = vec![members.iter().rev().cloned().collect()];
    for from in 0..members.len() {
        for to in 0..members.len() {
            let mut order = members.to_vec();
            let member = order.remove(from);
            order.insert(to, member);
            orders.push(order);
        }
    }
    orders
}

#[cfg(test)]
mod tests {
    use super::permutations;
    use crate::base64url;
    use crate::diagnosis::tests::{
        K256_PKCS8, K256_SPKI, P256_PKCS8, P256_SPKI, RSA_PKCS8, RSA_SPKI, finds_without_fix,
        token_over, token_with_claims,
    };

    #[test]
    fn each_order_once() {
        let mut orders = permutations(["a", "b", "c", "d"].map(str::to_owned).into());
        orders.sort();
        orders.dedup();
        assert_eq!(orders.len(), 24);
    }

    #[test]
    fn a_few_claims_in_any_order_and_one_of_many_moved() {
        for (sent, signed) in [
            (r#"{"a":1,"b":2,"c":3}"#, r#"{"b":2,"c":3,"a":1}"#),
            (
                r#"{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6,"g":7}"#,
                r#"{"b":2,"c":3,"d":4,"e":5,"f":6,"g":7,"a":1}"#,
            ),
        ] {
            let token = token_over(sent, |header, _| {
                let encode = |text: &str| base64url::encode(text.as_bytes());
                format!("{}.{}", encode(header), encode(signed)).into_bytes()
            });
            finds_without_fix(&token, "s3cret", "input-reordered");
        }
    }

    /// What is compared and not verified each time is cheap enough for all orders.
    #[test]
    fn with_a_key_pair() {
        let sent = r#"{"iss":"a","sub":"b","aud":"c","exp":4,"iat":5,"jti":"f"}"#;
        let signed = r#"{"jti":"f","aud":"c","iat":5,"sub":"b","exp":4,"iss":"a"}"#;
        for (alg, private, public) in [
            ("RS256", RSA_PKCS8, RSA_SPKI),
            ("PS256", RSA_PKCS8, RSA_SPKI),
            ("ES256", P256_PKCS8, P256_SPKI),
            ("ES256K", K256_PKCS8, K256_SPKI),
        ] {
            let header = format!(r#"{{"alg":"{alg}","typ":"JWT","kid":"x"}}"#);
            let made =
                |header: &str, payload: &str| token_with_claims(header, payload, alg, private);
            let encode = |text: &str| base64url::encode(text.as_bytes());
            let right = encode(&header);
            let token = made(&header, signed).replace(&encode(signed), &encode(sent));
            finds_without_fix(&token, public, "input-reordered");
            let other = format!(r#"{{"kid":"x","typ":"JWT","alg":"{alg}"}}"#);
            let token = made(&other, sent).replace(&encode(&other), &right);
            finds_without_fix(&token, public, "input-reordered-header");
        }
    }
}
