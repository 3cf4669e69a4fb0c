//! Other bytes that were signed, and other ways to make a MAC of them.

use super::{X, check, over};
use crate::ask::row;
use crate::material::{
    PAYLOAD, hex, joined, of, signature_of, with_bytes, with_signature, wrapped,
};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jwt_debugger::base64url;
use sha2::{Digest, Sha256};

#[test]
fn each_is_mended() {
    let s = super::PLAIN.as_bytes();
    let head = of("HS256").header();
    let input = joined(&head, PAYLOAD);
    let mut rows = Vec::new();
    let mut add = |name: &str, token: String| rows.push(row(name, &token, super::PLAIN, X));
    let utf16: Vec<u8> = input.encode_utf16().flat_map(u16::to_le_bytes).collect();
    add("utf16 input", over("HS256", s, &utf16));
    let lines = |width: usize, end: &str, last: &str| {
        let enc = |t: &str| {
            format!(
                "{}{last}",
                wrapped(&base64url::encode(t.as_bytes()), width, end)
            )
        };
        format!("{}.{}", enc(&head), enc(PAYLOAD))
    };
    let std = |width: usize, end: &str, last: &str| {
        let enc = |t: &str| {
            format!(
                "{}{last}",
                wrapped(&STANDARD.encode(t.as_bytes()), width, end)
            )
        };
        format!("{}.{}", enc(&head), enc(PAYLOAD))
    };
    add(
        "ruby encode64",
        over("HS256", s, std(60, "\n", "\n").as_bytes()),
    );
    add(
        "ruby urlsafe lines",
        over("HS256", s, lines(60, "\n", "\n").as_bytes()),
    );
    add("mime", over("HS256", s, std(76, "\r\n", "").as_bytes()));
    add("mime n", over("HS256", s, std(76, "\n", "\n").as_bytes()));
    add("args swapped", over("HS256", input.as_bytes(), s));
    let digest = |parts: &[&[u8]]| {
        let d = Sha256::digest(parts.concat());
        format!("{input}.{}", base64url::encode(&d))
    };
    add("sha256(input+secret)", digest(&[input.as_bytes(), s]));
    add("sha256(secret+input)", digest(&[s, input.as_bytes()]));
    add("sha256(input)", digest(&[input.as_bytes()]));
    add("sha256(input.secret)", digest(&[input.as_bytes(), b".", s]));
    let long = over("HS512", s, input.as_bytes());
    add(
        "hs512 cut to 32",
        with_bytes(&long, |raw| raw[..32].to_vec()),
    );
    add(
        "hs384 cut to 32",
        with_bytes(&over("HS384", s, input.as_bytes()), |raw| {
            raw[..32].to_vec()
        }),
    );
    add(
        "hs256 half",
        with_bytes(&over("HS256", s, input.as_bytes()), |raw| {
            raw[..16].to_vec()
        }),
    );
    add(
        "hex of mac, b64url",
        with_bytes(&over("HS256", s, input.as_bytes()), |raw| {
            hex(&raw).into_bytes()
        }),
    );
    add(
        "HEX of mac, b64url",
        with_bytes(&over("HS256", s, input.as_bytes()), |raw| {
            hex(&raw).to_uppercase().into_bytes()
        }),
    );
    add(
        "HEX of mac",
        with_signature(
            &over("HS256", s, input.as_bytes()),
            &hex(&signature_of(&over("HS256", s, input.as_bytes()))).to_uppercase(),
        ),
    );
    add(
        "base64 of mac base64",
        with_bytes(&over("HS256", s, input.as_bytes()), |raw| {
            STANDARD.encode(raw).into_bytes()
        }),
    );
    add(
        "trailing dot",
        over("HS256", s, format!("{input}.").as_bytes()),
    );
    add("newline", over("HS256", s, format!("{input}\n").as_bytes()));
    add("crlf", over("HS256", s, format!("{input}\r\n").as_bytes()));
    add(
        "payload only",
        over("HS256", s, base64url::encode(PAYLOAD.as_bytes()).as_bytes()),
    );
    add("payload json only", over("HS256", s, PAYLOAD.as_bytes()));
    add(
        "json both",
        over("HS256", s, format!("{head}.{PAYLOAD}").as_bytes()),
    );
    add(
        "json both glued",
        over("HS256", s, format!("{head}{PAYLOAD}").as_bytes()),
    );
    add(
        "percent input",
        over("HS256", s, input.replace('.', "%2E").as_bytes()),
    );
    add(
        "bearer",
        over("HS256", s, format!("Bearer {input}").as_bytes()),
    );
    add(
        "hex of input",
        over("HS256", s, hex(input.as_bytes()).as_bytes()),
    );
    add(
        "sha256 hex input",
        over("HS256", s, hex(&Sha256::digest(&input)).as_bytes()),
    );
    add("sha256 input", over("HS256", s, &Sha256::digest(&input)));
    add(
        "base64 of input",
        over("HS256", s, base64url::encode(input.as_bytes()).as_bytes()),
    );
    add(
        "payload twice encoded",
        over(
            "HS256",
            s,
            format!(
                "{}.{}",
                base64url::encode(head.as_bytes()),
                base64url::encode(base64url::encode(PAYLOAD.as_bytes()).as_bytes())
            )
            .as_bytes(),
        ),
    );
    let pretty =
        serde_json::to_string_pretty(&serde_json::from_str::<serde_json::Value>(PAYLOAD).unwrap())
            .unwrap();
    add(
        "pretty",
        over("HS256", s, joined(&head, &pretty).as_bytes()),
    );
    add(
        "header other order",
        over(
            "HS256",
            s,
            joined(r#"{"typ":"JWT","alg":"HS256"}"#, PAYLOAD).as_bytes(),
        ),
    );
    add(
        "header without typ",
        over("HS256", s, joined(r#"{"alg":"HS256"}"#, PAYLOAD).as_bytes()),
    );
    add(
        "header with kid",
        over(
            "HS256",
            s,
            joined(r#"{"alg":"HS256","typ":"JWT","kid":"1"}"#, PAYLOAD).as_bytes(),
        ),
    );
    add(
        "payload null kept",
        over(
            "HS256",
            s,
            joined(&head, &PAYLOAD.replace("}", ",\"x\":null}")).as_bytes(),
        ),
    );
    check(&rows);
}
