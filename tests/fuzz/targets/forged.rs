//! Somebody's token, changed in any way: where the signature still holds, what was signed is what
//! it was.

use super::holds;
use jwt_debugger::inspect::{Inspection, inspect};
use jwt_debugger::jose::jws;
use jwt_debugger::verify::{Question, SignatureState, verify};

/// RFC 7515 Appendix A.1, RFC 8037 Appendix A.4 and two of our own, with their keys.
const PAIRS: [(&str, &str); 4] = [
    (
        "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
        r#"{"kty":"oct","k":"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"}"#,
    ),
    (
        "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg",
        r#"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#,
    ),
    (
        r#"{"payload":"eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ","protected":"eyJhbGciOiJFUzI1NiJ9","header":{"kid":"e9bc097a-ce51-4036-9562-d2ade882db0d"},"signature":"DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"}"#,
        r#"{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}"#,
    ),
    (
        "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q",
        r#"{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}"#,
    ),
];

pub const SEEDS: &[&str] = &[PAIRS[0].0, PAIRS[1].0, PAIRS[2].0, PAIRS[3].0];

/// What was signed, of every token of a paste.
fn signed(inspection: &Inspection, index: usize) -> Vec<Vec<u8>> {
    let Some(token) = inspection.tokens.get(index) else {
        return Vec::new();
    };
    let each = token.signatures.iter();
    each.map(|signature| jws::signing_input(token, signature, None))
        .collect()
}

pub fn run(input: &[u8]) {
    let paste = super::text(input);
    let inspection = inspect(&paste);
    for (token, key) in PAIRS {
        for index in 0..inspection.tokens.len().min(3) {
            let question = Question {
                token: index,
                key: holds::key(key),
                content: None,
            };
            let verdict = verify(&inspection, &question);
            let original = signed(&inspect(token), 0);
            match verdict.state {
                SignatureState::Valid => {
                    for now in signed(&inspection, index) {
                        assert!(original.contains(&now), "a forgery: {paste}");
                    }
                }
                SignatureState::SelfAsserted => panic!("the key was given: {paste}"),
                _ => {}
            }
            if paste == token {
                assert_eq!(verdict.state, SignatureState::Valid, "{verdict:?}");
            }
        }
        if inspection.tokens.is_empty() {
            break;
        }
    }
}
