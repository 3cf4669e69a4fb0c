//! Claims or Header Parameters stood in another order when they were signed: the orders in which
//! programs write them, those in which one member has another place, and all orders of a small object.

use super::{decoded, joined};
use crate::base64url;
use crate::diagnosis::{Case, Cause, Kind, Said};
use crate::diagnostic::Diagnostic;
use crate::json;
use std::collections::BTreeSet;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "input-reordered",
    kind: Kind::Input(inputs),
};

/// 6! is 720; the likely ones come first, and the budget may end the rest.
const ALL_ORDERS: usize = 6;
/// Larger payloads are left alone.
const MOST_MEMBERS: usize = 24;

/// A member of an object, as written.
#[derive(Clone, PartialEq, Eq)]
struct Member {
    name: String,
    text: String,
}

type Order = Vec<Member>;

fn inputs(case: &Case<'_>) -> Vec<Said<Vec<u8>>> {
    let Some((header, payload)) = decoded(case) else {
        return Vec::new();
    };
    let encode = |text: &str| base64url::encode(text.as_bytes()).into_bytes();
    let own = [header, payload].map(|bytes| base64url::encode(bytes).into_bytes());
    let [own_header, own_payload] = &own;
    let (headers, payloads) = (members(header), members(payload));
    let mut known = BTreeSet::new();
    let mut all = Vec::new();
    // What is likely of either comes before what is possible of one.
    for orders in [likely, single_moves, permutations] {
        for order in orders(&payloads) {
            let step = Diagnostic::info("input-reordered");
            all.push((joined(own_header, &encode(&written(&order))), step));
        }
        for order in orders(&headers) {
            let step = Diagnostic::info("input-reordered-header");
            all.push((joined(&encode(&written(&order)), own_payload), step));
        }
    }
    all.retain(|(input, _)| known.insert(input.clone()));
    all
}

fn written(order: &[Member]) -> String {
    let members: Vec<&str> = order.iter().map(|member| member.text.as_str()).collect();
    format!("{{{}}}", members.join(","))
}

/// The members of an object; none where it has no other orders, or too many members.
fn members(object: &[u8]) -> Order {
    let document = json::parse(object.to_vec());
    let Some(object) = document.object().filter(|_| document.faults().is_empty()) else {
        return Vec::new();
    };
    let members: Order = object
        .members()
        .map(|(name, value)| Member {
            name: name.text().unwrap_or_default().into_owned(),
            text: format!("{}:{}", name.raw_text(), value.raw_text()),
        })
        .collect();
    if members.len() < 2 || members.len() > MOST_MEMBERS {
        return Vec::new();
    }
    members
}

/// Orders in which libraries and issuers write claims and Header Parameters that they set.
const WRITTEN: [&[&str]; 16] = [
    // RFC 7519 §4.1.
    &["iss", "sub", "aud", "exp", "nbf", "iat", "jti"],
    &["iss", "sub", "aud", "exp", "iat", "jti"],
    &["iss", "sub", "aud", "iat", "nbf", "exp", "jti"],
    &["iss", "sub", "aud", "iat", "exp", "jti"],
    &["iss", "aud", "sub", "iat", "nbf", "exp", "jti"],
    &["iss", "iat", "nbf", "exp", "aud", "sub", "jti"],
    &["sub", "iss", "aud", "iat", "exp", "nbf", "jti"],
    &["sub", "aud", "iss", "exp", "nbf", "iat", "jti"],
    &["jti", "sub", "iss", "aud", "iat", "exp", "nbf"],
    &["jti", "iss", "sub", "aud", "iat", "nbf", "exp"],
    &["iat", "nbf", "exp", "aud", "iss", "sub", "jti"],
    &["iat", "exp", "aud", "iss", "sub", "jti"],
    &["nbf", "exp", "iat", "iss", "aud", "sub", "jti"],
    &[
        "exp",
        "iat",
        "auth_time",
        "jti",
        "iss",
        "aud",
        "sub",
        "typ",
        "azp",
    ],
    &["exp", "nbf", "iat", "iss", "aud", "sub", "jti"],
    &["aud", "iss", "iat", "nbf", "exp", "sub", "jti"],
];
/// The same of Header Parameters.
const WRITTEN_HEADER: [&[&str]; 6] = [
    &["alg", "typ", "kid"],
    &["alg", "kid", "typ"],
    &["typ", "alg", "kid"],
    &["typ", "kid", "alg"],
    &["kid", "typ", "alg"],
    &["kid", "alg", "typ"],
];
/// Claims that a program sets when it signs, and puts at one end.
const TIMES: [&[&str]; 9] = [
    &["iat"],
    &["exp"],
    &["nbf"],
    &["iat", "exp"],
    &["exp", "iat"],
    &["iat", "nbf", "exp"],
    &["nbf", "exp", "iat"],
    &["exp", "nbf", "iat"],
    &["iat", "exp", "jti"],
];

/// Orders that a program makes of any members.
fn likely(members: &Order) -> Vec<Order> {
    if members.is_empty() {
        return Vec::new();
    }
    let by = |key: &dyn Fn(&Member) -> (usize, String)| {
        let mut order = members.clone();
        order.sort_by_cached_key(key);
        order
    };
    let plain = [
        by(&|member| (0, member.name.clone())),
        by(&|member| (0, member.name.to_lowercase())),
        by(&|member| (member.name.len(), member.name.clone())),
        members.clone(),
    ];
    let mut all: Vec<Order> = Vec::new();
    for order in plain {
        all.push(order.iter().rev().cloned().collect());
        all.push(order);
    }
    all.push(hashed(members));
    // The members that it does not set are left as they were, or sorted; they stand behind or before.
    let mut sorted = Vec::new();
    for names in TIMES.into_iter().chain(WRITTEN).chain(WRITTEN_HEADER) {
        let place = |member: &Member| names.iter().position(|name| *name == member.name);
        let (mut named, others): (Order, Order) = members
            .iter()
            .cloned()
            .partition(|member| place(member).is_some());
        if named.is_empty() {
            continue;
        }
        named.sort_by_key(place);
        let mut in_order = others.clone();
        in_order.sort_by(|one, other| one.name.cmp(&other.name));
        all.push([named.as_slice(), &others].concat());
        all.push([others.as_slice(), &named].concat());
        sorted.push([named.as_slice(), &in_order].concat());
        sorted.push([in_order.as_slice(), &named].concat());
    }
    all.extend(sorted);
    all
}

/// As Java's HashMap gives them back: by their buckets.
fn hashed(members: &Order) -> Order {
    // It grows when it is three quarters full.
    let full = members.len().saturating_mul(4).div_ceil(3).max(16);
    let buckets = u32::try_from(full.next_power_of_two()).unwrap_or(16);
    let bucket = |member: &Member| {
        let hash = member.name.encode_utf16().fold(0_u32, |hash, unit| {
            hash.wrapping_mul(31).wrapping_add(u32::from(unit))
        });
        (hash ^ (hash >> 16)) & buckets.wrapping_sub(1)
    };
    let mut order = members.clone();
    order.sort_by_key(bucket);
    order
}

fn permutations(members: &Order) -> Vec<Order> {
    if members.len() < 2 || members.len() > ALL_ORDERS {
        return Vec::new();
    }
    members.iter().fold(vec![Vec::new()], |orders, member| {
        orders
            .into_iter()
            .flat_map(|order| {
                (0..=order.len()).map(move |at| {
                    let mut order: Order = order.clone();
                    order.insert(at, member.clone());
                    order
                })
            })
            .collect()
    })
}

fn single_moves(members: &Order) -> Vec<Order> {
    let mut orders = Vec::new();
    for from in 0..members.len() {
        for to in 0..members.len() {
            let mut order = members.clone();
            let member = order.remove(from);
            order.insert(to, member);
            orders.push(order);
        }
    }
    orders
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::{hashed, members, permutations, written};
    use crate::base64url;
    use crate::diagnosis::tests::{
        ED448_PKCS8, ED448_SPKI, ED25519_PKCS8, ED25519_SPKI, K256_PKCS8, K256_SPKI, P256_PKCS8,
        P256_SPKI, P384_PKCS8, P384_SPKI, P521_PKCS8, P521_SPKI, RSA_PKCS8, RSA_SPKI,
        finds_without_fix, reasons_for, token_over, token_with_claims,
    };

    #[test]
    fn each_order_once() {
        let members = members(br#"{"a":1,"b":2,"c":3,"d":4}"#);
        let orders = permutations(&members).into_iter();
        let mut orders: Vec<String> = orders.map(|order| written(&order)).collect();
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

    /// The order in which Java 17 printed `new HashMap<>(Map.of(...))` of these names.
    #[test]
    fn the_order_of_a_hash_map() {
        let members = members(br#"{"iss":1,"sub":2,"aud":3,"exp":4,"nbf":5,"iat":6,"jti":7}"#);
        let order = hashed(&members).into_iter().map(|member| member.name);
        let order: Vec<String> = order.collect();
        assert_eq!(order, ["sub", "aud", "nbf", "iss", "exp", "iat", "jti"]);
    }

    /// Too many for all orders, and too dear for many: those that programs write come first.
    #[test]
    fn an_order_that_a_program_writes_with_any_key_pair() {
        let sent = concat!(
            r#"{"name":"n","sub":"b","iss":"a","jti":"f","azp":"z","#,
            r#""aud":"c","role":"r","iat":5,"exp":4,"nbf":3}"#
        );
        let orders = [
            "aud,azp,exp,iat,iss,jti,name,nbf,role,sub",
            "iss,sub,aud,exp,nbf,iat,jti,name,azp,role",
            "name,azp,role,nbf,exp,iat,iss,aud,sub,jti",
            "name,sub,iss,jti,azp,aud,role,iat,nbf,exp",
            "exp,iat,jti,iss,aud,sub,azp,name,role,nbf",
            "nbf,exp,iat,role,aud,azp,jti,iss,sub,name",
        ];
        let document = crate::json::parse(sent.as_bytes().to_vec());
        let object = document.object().unwrap();
        for order in orders {
            let members: Vec<String> = order
                .split(',')
                .map(|name| format!("\"{name}\":{}", object.get(name).unwrap().raw_text()))
                .collect();
            let signed = format!("{{{}}}", members.join(","));
            for (alg, private, public) in [
                ("HS256", "a secret", "a secret"),
                ("PS256", RSA_PKCS8, RSA_SPKI),
                ("ES256", P256_PKCS8, P256_SPKI),
                ("ES384", P384_PKCS8, P384_SPKI),
                ("ES512", P521_PKCS8, P521_SPKI),
                ("EdDSA", ED25519_PKCS8, ED25519_SPKI),
                ("Ed448", ED448_PKCS8, ED448_SPKI),
            ] {
                let header = format!(r#"{{"alg":"{alg}","typ":"JWT","kid":"x"}}"#);
                let token = token_with_claims(&header, &signed, alg, private);
                let encode = |text: &str| base64url::encode(text.as_bytes());
                let token = token.replace(&encode(&signed), &encode(sent));
                let found = reasons_for(&token, public);
                let is_order = |one: &String| one.starts_with("input-re");
                assert!(
                    found.len() == 1 && is_order(&found[0]),
                    "{alg} {order} {found:?}"
                );
            }
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
