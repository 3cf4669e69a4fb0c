//! Tokens with a part too few or too many, and parts of other bytes: whatever is read of them,
//! none is approved. Spec: RFC 7515 §5.2 and §7.1, RFC 7516 §5.2 and §7.1.

use crate::case::{check, row, verdict};
use crate::keys;
use crate::ours;
use jwt_debugger::jose::algorithms::Curve;
use jwt_debugger::jose::key_spec::KeySpec;
use jwt_debugger::verify::SignatureState as S;
use serde_json::json;

/// Every way to leave parts out, with and without their dots, and to add some.
fn damaged(token: &str) -> Vec<String> {
    let parts: Vec<&str> = token.split('.').collect();
    let mut all = Vec::new();
    for kept in 0..(1_u32 << parts.len()) - 1 {
        let is_kept = |at: &usize| kept >> at & 1 == 1;
        let indexes = 0..parts.len();
        let without: Vec<&str> = indexes
            .clone()
            .filter(is_kept)
            .map(|at| parts[at])
            .collect();
        all.push(without.join("."));
        let emptied: Vec<&str> = indexes
            .map(|at| if is_kept(&at) { parts[at] } else { "" })
            .collect();
        // With `dir` there is no Encrypted Key to leave out.
        if emptied != parts {
            all.push(emptied.join("."));
        }
    }
    for more in ["", "AAAA", parts[0]] {
        all.push(format!("{token}.{more}"));
        all.push(format!("{more}.{token}"));
    }
    all
}

#[test]
fn signatures() {
    let mut rng = keys::rng("parts");
    let mut asked = 0;
    for (alg, spec) in [
        ("HS256", KeySpec::Oct(256)),
        ("RS256", KeySpec::Rsa(2048)),
        ("PS256", KeySpec::Rsa(2048)),
        ("ES256", KeySpec::Curve(Curve::P256)),
        ("EdDSA", KeySpec::Curve(Curve::Ed25519)),
    ] {
        let key = keys::make(spec, &mut rng);
        let text = keys::private(&key).to_string();
        let token = ours::make(&json!({ "alg": alg }), r#"{"sub":"a"}"#, &text, &mut rng);
        let public = keys::public(&key).to_string();
        assert_eq!(verdict(&token, &public).state, S::Valid);
        let [header, payload, signature] = token.split('.').collect::<Vec<_>>()[..] else {
            panic!("three parts")
        };
        for pasted in damaged(&token) {
            let state = verdict(&pasted, &public).state;
            // A token between other words, or twice, is found and is the same token.
            let is_whole = pasted.contains(&token) && !pasted.starts_with(&format!("{token}."));
            let approved = [S::Valid, S::SelfAsserted, S::Unsecured, S::Decrypted];
            assert!(is_whole || !approved.contains(&state), "{alg}: {pasted}");
            asked += 1;
        }
        let other = ours::b64(r#"{"sub":"b"}"#);
        let rows = [
            (format!("{header}.{other}.{signature}"), "another payload"),
            (
                format!("{header}.{payload}.{}", ours::b64([0; 64])),
                "zeros",
            ),
        ]
        .map(|(pasted, name)| {
            let code = match alg {
                "HS256" if name == "zeros" => "verify-signature-length",
                "RS256" | "PS256" if name == "zeros" => "verify-signature-length",
                "HS256" => "verify-mismatch-secret",
                _ => "verify-mismatch",
            };
            row(format!("{alg}: {name}"), pasted, &public, S::Invalid, code)
        });
        check(&rows, 2);
    }
    assert_eq!(asked, 5 * (7 * 2 + 6));
}

#[test]
fn encryptions() {
    let mut rng = keys::rng("parts jwe");
    let mut asked = 0;
    for (alg, spec) in [
        ("dir", KeySpec::Oct(128)),
        ("A128KW", KeySpec::Oct(128)),
        ("RSA-OAEP", KeySpec::Rsa(2048)),
        ("ECDH-ES", KeySpec::Curve(Curve::X25519)),
    ] {
        let key = keys::make(spec, &mut rng);
        let text = keys::private(&key).to_string();
        let header = json!({ "alg": alg, "enc": "A128GCM" });
        let token = ours::make(&header, r#"{"sub":"a"}"#, &text, &mut rng);
        assert_eq!(verdict(&token, &text).state, S::Decrypted);
        for pasted in damaged(&token) {
            let state = verdict(&pasted, &text).state;
            let is_whole = pasted.contains(&token) && !pasted.starts_with(&format!("{token}."));
            let approved = [S::Valid, S::SelfAsserted, S::Unsecured, S::Decrypted];
            assert!(is_whole || !approved.contains(&state), "{alg}: {pasted}");
            asked += 1;
        }
    }
    assert!(asked > 4 * (31 + 6), "{asked}");
}
