//! Project Wycheproof's JSON Web vectors: signatures, encryption and keys that somebody bent. Where
//! this reader answers otherwise, the case is named with the reason; where the reason is that the
//! RFCs advise and do not forbid, the advice has to be among the warnings.

use crate::case::{Case, Expected, run_all};
use jwt_debugger::inspect::{Family, StructureState, inspect};
use jwt_debugger::verify::verify;
use jwt_debugger::{decrypt, words};
use serde_json::Value;

/// Accepted here, and why.
enum Accepted {
    /// A JSON Serialization or a JWK Set, which the library under test does not take.
    Form,
    /// What surrounds the token is removed, which leaves the token that was signed.
    Surroundings,
    /// The token is, byte for byte, one that other cases call valid.
    SameAsValid,
    /// All keys of a `kid` are tried.
    RepeatedKid,
    /// The modulus comes from a generator with a flaw (CVE-2017-15361), which no RFC forbids.
    Roca,
    /// The RFCs want it otherwise, and this warning says so.
    Warned(&'static str),
}

use Accepted::{Form, RepeatedKid, Roca, SameAsValid, Surroundings, Warned};

const ACCEPTED: [(&str, Accepted); 40] = [
    ("signature-332", Warned("verify-key-alg")),
    ("signature-334", Warned("verify-key-alg")),
    ("signature-336", Warned("verify-key-alg")),
    ("signature-338", Warned("verify-key-alg")),
    ("signature-340", Warned("verify-key-alg")),
    ("signature-353", Warned("verify-key-use")),
    ("signature-354", Warned("verify-key-use")),
    ("signature-355", Warned("verify-key-ops")),
    ("signature-356", Warned("verify-key-ops")),
    ("signature-360", Surroundings),
    ("signature-362", Surroundings),
    ("signature-367", SameAsValid),
    ("signature-370", SameAsValid),
    ("crypto-17", Form),
    ("crypto-46", Roca),
    ("crypto-47", Form),
    ("crypto-66", Form),
    ("key-1", Form),
    ("key-4", RepeatedKid),
    ("key-6", Warned("verify-key-use")),
    ("key-7", Roca),
    ("key-8", Warned("verify-short-rsa")),
    ("key-10", Warned("verify-short-secret")),
    ("key-11", Warned("verify-short-secret")),
    ("key-12", Warned("verify-short-secret")),
    ("key-16", Warned("verify-empty-secret")),
    ("key-17", Warned("verify-empty-secret")),
    ("key-18", Warned("verify-empty-secret")),
    ("key-19", Warned("verify-key-alg")),
    ("key-20", Warned("verify-key-alg")),
    ("key-21", Warned("verify-key-use")),
    ("key-25", Warned("verify-key-alg")),
    ("key-26", Warned("verify-key-alg")),
    ("encryption-22", Form),
    ("encryption-106", Warned("decrypt-key-alg")),
    ("encryption-107", Warned("decrypt-key-alg")),
    ("encryption-108", Warned("decrypt-key-alg")),
    ("encryption-109", Warned("decrypt-key-alg")),
    ("encryption-110", Warned("decrypt-key-alg")),
    ("encryption-111", Warned("decrypt-key-alg")),
];

/// Refused here: a character that is not base64url stands inside a part (RFC 7515 §2), which the
/// file calls valid because some libraries skip it.
const REFUSED: [&str; 2] = ["signature-372", "signature-373"];

/// Its JSON is cut off at the end: the structure is damaged, and two readings are offered.
const CUT_OFF: &str = "signature-17";

/// `alg: none`, which is never called valid.
const UNSECURED: [&str; 5] = [
    "signature-16",
    "signature-341",
    "signature-343",
    "signature-344",
    "crypto-16",
];

#[test]
fn json_web_crypto() {
    let file: Value = serde_json::from_str(include_str!("data/wycheproof-json-web.json")).unwrap();
    let (mut cases, mut accepted, mut nothing) = (Vec::new(), 0, 0);
    for group in file["groups"].as_array().unwrap() {
        for test in group["tests"].as_array().unwrap() {
            let id = test["id"].as_str().unwrap();
            let paste = match &test["token"] {
                Value::String(text) => text.clone(),
                json => json.to_string(),
            };
            let exception = ACCEPTED.iter().find(|(of, _)| *of == id);
            accepted += usize::from(exception.is_some());
            let is_valid = match test["result"].as_str().unwrap() {
                "valid" => !REFUSED.contains(&id),
                _ => exception.is_some(),
            };
            let inspection = inspect(&paste);
            let tokens = &inspection.tokens;
            if id == CUT_OFF {
                assert_eq!(inspection.structure(0), StructureState::Damaged);
                assert_eq!(tokens.len(), 2);
                continue;
            }
            let is_jwe = tokens.iter().any(|token| token.family == Family::Jwe);
            let expected = match (is_valid, is_jwe) {
                (true, true) => Expected::Decrypted,
                (true, false) => Expected::Valid,
                (false, _) if UNSECURED.contains(&id) => Expected::Unsecured,
                (false, _) => Expected::NotValid,
            };
            if tokens.is_empty() {
                // Nothing that could be approved.
                assert!(!is_valid, "{id}");
                nothing += 1;
                continue;
            }
            let case = Case::new(id, &paste, &group["key"], expected);
            if let Some((_, Warned(code))) = exception {
                warns(&case, code);
            }
            let text = is_valid
                .then(|| test["pt"].as_str())
                .flatten()
                .map(text_of_hex);
            cases.push(case.with_text(text.as_deref()));
        }
    }
    assert_eq!(accepted, ACCEPTED.len());
    assert_eq!(nothing, 38);
    run_all(&cases, 610);
}

fn warns(case: &Case, code: &str) {
    let inspection = inspect(&case.paste);
    let question = case.question();
    let warnings = match inspection.tokens[0].family {
        Family::Jwe => {
            let effort = decrypt::Effort::Quick;
            decrypt::decrypt(&inspection, &question, effort)
                .verdict
                .warnings
        }
        _ => verify(&inspection, &question).warnings,
    };
    let warning = warnings.iter().find(|warning| warning.code == code);
    let warning = warning.unwrap_or_else(|| panic!("{}: {warnings:?}", case.name));
    let said = words::Locale::english().say(warning);
    assert!(said.contains("RFC"), "{said}");
}

fn text_of_hex(hex: &str) -> String {
    let byte = |at: usize| u8::from_str_radix(hex.get(at..at + 2).unwrap(), 16).unwrap();
    let bytes: Vec<u8> = (0..hex.len()).step_by(2).map(byte).collect();
    String::from_utf8(bytes).unwrap()
}
