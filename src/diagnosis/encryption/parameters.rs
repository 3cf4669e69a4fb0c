//! A Header Parameter of key management is written in another form than the specification asks:
//! salt, Initialization Vector or tag as plain text or in standard base64, the count of rounds as
//! text. Spec: RFC 7518 §4.7.1, §4.8.1.

use super::case::{Case, Cause, Kind, Trial};
use crate::base64url;
use crate::crypto::jwe::Parameters;
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "jwe-parameter",
    kind: Kind::Change(other_forms),
};

type Set = fn(&mut Parameters, Vec<u8>);

const PARAMETERS: [(&str, Set); 3] = [
    ("p2s", |parameters, bytes| parameters.p2s = Some(bytes)),
    ("iv", |parameters, bytes| parameters.iv = Some(bytes)),
    ("tag", |parameters, bytes| parameters.tag = Some(bytes)),
];

fn other_forms(case: &Case<'_>, trial: &Trial) -> Vec<Trial> {
    let mut all = Vec::new();
    for (name, set) in PARAMETERS {
        let Some(text) = case.header.text(name) else {
            continue;
        };
        let lenient = base64url::decode_lenient(&text).bytes;
        for (bytes, code) in [
            (lenient, "jwe-parameter-lenient"),
            (text.as_bytes().to_vec(), "jwe-parameter-text"),
        ] {
            let step = Diagnostic::info(code).with("name", name);
            all.push(trial.with(step, |next| {
                set(&mut next.parameters, bytes);
                next.is_beyond_boxes = true;
            }));
        }
    }
    let count = case.header.text("p2c");
    let count = count.and_then(|count| count.trim().parse::<u64>().ok());
    if let Some(count) = count {
        let step = Diagnostic::info("jwe-parameter-number").with("name", "p2c");
        all.push(trial.with(step, |next| {
            next.parameters.p2c = Some(count);
            next.is_beyond_boxes = true;
        }));
    }
    all
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::diagnosis::encryption::tests::{
        AES, PASSWORD, made, opens_without_fix, reseal, sealed_with_salt_of_letters,
    };

    #[test]
    fn a_parameter_in_standard_base64() {
        let token = made("A128GCMKW", "A128GCM", AES);
        let padded = reseal(&token, AES, |header| {
            let (_, tag) = header.split_once(r#""tag":""#).unwrap();
            let (tag, _) = tag.split_once('"').unwrap();
            header.replace(tag, &format!("{tag}=="))
        });
        opens_without_fix(&padded, AES, "jwe-parameter-lenient");
    }

    #[test]
    fn a_salt_or_a_count_as_text() {
        let alg = "PBES2-HS256+A128KW";
        let token = made(alg, "A128GCM", PASSWORD);
        let text = reseal(&token, PASSWORD, |header| {
            header.replace(r#""p2c":1000"#, r#""p2c":"1000""#)
        });
        opens_without_fix(&text, PASSWORD, "jwe-parameter-number");
        let plain = sealed_with_salt_of_letters();
        opens_without_fix(&plain, PASSWORD, "jwe-parameter-text");
    }
}
