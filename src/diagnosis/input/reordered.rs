//! The claims stood in another order when they were signed: all orders of a small payload, and for
//! a larger one those in which a single claim has another place.

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

/// 6! is 720, which costs less than a second.
const ALL_ORDERS: usize = 6;
/// Larger payloads are left alone.
const MOST_MEMBERS: usize = 24;

fn inputs(case: &Case<'_>) -> Vec<Said<Vec<u8>>> {
    let Some((header, payload)) = decoded(case) else {
        return Vec::new();
    };
    let document = json::parse(payload.to_vec());
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
    let orders = if members.len() <= ALL_ORDERS {
        permutations(members)
    } else {
        single_moves(&members)
    };
    let header = base64url::encode(header);
    orders
        .into_iter()
        .map(|members| {
            let payload = format!("{{{}}}", members.join(","));
            let payload = base64url::encode(payload.as_bytes());
            let input = joined(header.as_bytes(), payload.as_bytes());
            (input, Diagnostic::info("input-reordered"))
        })
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
    use crate::diagnosis::tests::{finds_without_fix, token_over};

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
}
