//! Public keys as they are kept and printed.

use super::{X, check};
use crate::ask::{Row, row};
use crate::material::{hex, jwk, key, of};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jwt_debugger::base64url;
use jwt_debugger::keys::{Material, read_key};

#[test]
fn each_is_mended() {
    let mut rows: Vec<Row> = Vec::new();
    for alg in ["RS256", "ES256", "EdDSA"] {
        let family = of(alg);
        let pem = family.public;
        let j = jwk(pem, "");
        let body: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
        let mut lines: Vec<&str> = pem.trim_end().lines().collect();
        let full = lines.clone();
        lines.remove(0);
        let mut add = |name: &str, text: &str| {
            rows.push(row(format!("{alg} {name}"), &family.token(), text, X))
        };
        add("no header", &lines.join("\n"));
        add("no footer", &full[..full.len() - 1].join("\n"));
        add("one line glued", &full.concat());
        add("literal rn", &pem.replace('\n', "\\r\\n"));
        add("double escaped", &pem.replace('\n', "\\\\n"));
        add("json escaped", &serde_json::to_string(pem).unwrap());
        add(
            "json object",
            &serde_json::json!({"public_key": pem}).to_string(),
        );
        add(
            "json object key",
            &serde_json::json!({"key": pem}).to_string(),
        );
        add(
            "json twice",
            &serde_json::to_string(&serde_json::to_string(pem).unwrap()).unwrap(),
        );
        add("base64 pem", &STANDARD.encode(pem));
        add("base64 twice", &STANDARD.encode(STANDARD.encode(pem)));
        add("base64url pem", &base64url::encode(pem.as_bytes()));
        add("base64 body of body", &STANDARD.encode(&body));
        add("base64 jwk", &STANDARD.encode(&j));
        add(
            "base64 jwks",
            &STANDARD.encode(format!("{{\"keys\":[{j}]}}")),
        );
        add("hex pem", &hex(pem.as_bytes()));
        add("hex der", &hex(&STANDARD.decode(&body).unwrap()));
        add(
            "percent pem",
            &pem.replace('\n', "%0A")
                .replace('+', "%2B")
                .replace('/', "%2F")
                .replace('=', "%3D")
                .replace(' ', "%20"),
        );
        add(
            "form pem",
            &pem.replace('\n', "%0A")
                .replace('+', "%2B")
                .replace('/', "%2F")
                .replace('=', "%3D")
                .replace(' ', "+"),
        );
        add("plus to space", &pem.replace('+', " "));
        add("br", &pem.replace('\n', "<br>"));
        add(
            "p",
            &pem.lines()
                .map(|l| format!("<p>{l}</p>"))
                .collect::<String>(),
        );
        add(
            "html entities",
            &pem.replace('+', "&#43;")
                .replace('=', "&#61;")
                .replace('/', "&#x2F;"),
        );
        add("html newline", &pem.replace('\n', "&#10;"));
        add("url body", &pem.replace('+', "-").replace('/', "_"));
        add(
            "spaces in body",
            &pem.lines()
                .map(|l| {
                    if l.starts_with('-') {
                        format!("{l}\n")
                    } else {
                        format!("{} {}\n", &l[..l.len() / 2], &l[l.len() / 2..])
                    }
                })
                .collect::<String>(),
        );
        add("four dashes", &pem.replace("-----", "----"));
        add("no dashes", &pem.replace("-----", ""));
        add("dashes eaten", &pem.replace("-----BEGIN", "BEGIN"));
        add(
            "lower case label",
            &pem.replace("BEGIN PUBLIC KEY", "begin public key")
                .replace("END PUBLIC KEY", "end public key"),
        );
        add(
            "label twice",
            &pem.replace("BEGIN PUBLIC KEY", "BEGIN PUBLIC PUBLIC KEY"),
        );
        add(
            "yaml block",
            &format!("key: |\n  {}", pem.trim_end().replace('\n', "\n  ")),
        );
        add(
            "yaml folded",
            &format!("public_key: >\n  {}", pem.trim_end().replace('\n', "\n  ")),
        );
        add("env quoted", &format!("PUBLIC_KEY=\"{pem}\""));
        add(
            "env export comment",
            &format!(
                "export PUBLIC_KEY=\"{}\" # key",
                pem.trim_end().replace('\n', "\\n")
            ),
        );
        add("heredoc", &format!("cat <<EOF > key.pem\n{pem}EOF"));
        add("python literal", &format!("KEY = \"\"\"\n{pem}\"\"\""));
        add(
            "java literal",
            &full
                .iter()
                .map(|l| format!("\"{l}\\n\""))
                .collect::<Vec<_>>()
                .join(" +\n"),
        );
        add("c# verbatim", &format!("@\"{pem}\";"));
        add("prompt", &format!("$ cat key.pem\n{pem}$ "));
        add(
            "diff",
            &full.iter().map(|l| format!("+{l}\n")).collect::<String>(),
        );
        add(
            "mail quoted",
            &full.iter().map(|l| format!("> {l}\n")).collect::<String>(),
        );
        add(
            "line numbers",
            &full
                .iter()
                .enumerate()
                .map(|(n, l)| format!("{:>3}  {l}\n", n + 1))
                .collect::<String>(),
        );
        add("double spaced", &pem.replace('\n', "\n\n"));
        add("zero width", &pem.replacen("\n", "\n\u{200b}", 1));
        add("nbsp", &pem.replace(' ', "\u{a0}"));
        add("bom", &format!("\u{feff}{pem}"));
        add("qp", &pem.replace('=', "=3D"));
        add("em dash", &pem.replace("-----", "\u{2014}\u{2014}-"));
        add("comment before", &format!("# our key\n{pem}"));
        add(
            "bag attributes",
            &format!("Bag Attributes\n    friendlyName: a\nKey Attributes: <No Attributes>\n{pem}"),
        );
        add("python dict", &j.replace('"', "'"));
        add(
            "js object",
            &j.replace("\"kty\"", "kty").replace("\"crv\"", "crv"),
        );
        add(
            "yaml jwk",
            &j.trim_matches(['{', '}'])
                .replace(',', "\n")
                .replace("\":\"", "\": \"")
                .replace("\"", ""),
        );
        add("jwk nested", &format!("{{\"data\":{{\"keys\":[{j}]}}}}"));
        add("jwk as string", &serde_json::to_string(&j).unwrap());
        add("jwk in object", &format!("{{\"jwk\":{j}}}"));
        add("jwk keys object", &format!("{{\"keys\":{j}}}"));
        add("jwk keys map", &format!("{{\"keys\":{{\"a\":{j}}}}}"));
        add("jwk lines", &format!("{j}\n{j}"));
        add("jwk without braces", j.trim_matches(['{', '}']));
        add("jwk comment", &format!("// key\n{j}"));
        add("jwk comment inside", &j.replacen('{', "{ /* key */", 1));
        add(
            "jwk percent",
            &j.replace('"', "%22")
                .replace('{', "%7B")
                .replace('}', "%7D")
                .replace(':', "%3A")
                .replace(',', "%2C"),
        );
        add("jwk wrapped value", &j.replacen("\",\"", "\n\",\"", 1));
        add("jwk trailing text", &format!("{j} <- the key"));
    }
    let rsa = of("RS256");
    let document: serde_json::Value = serde_json::from_str(&jwk(rsa.public, "")).unwrap();
    let n = base64url::decode(document["n"].as_str().unwrap()).unwrap();
    let nstd = STANDARD.encode(&n);
    let rev: Vec<u8> = n.iter().rev().copied().collect();
    let mut add =
        |name: &str, text: &str| rows.push(row(format!("RSA {name}"), &rsa.token(), text, X));
    add(
        "xml",
        &format!("<RSAKeyValue><Modulus>{nstd}</Modulus><Exponent>AQAB</Exponent></RSAKeyValue>"),
    );
    add(
        "e missing",
        &format!(r#"{{"kty":"RSA","n":"{}"}}"#, base64url::encode(&n)),
    );
    add(
        "e number",
        &format!(
            r#"{{"kty":"RSA","n":"{}","e":65537}}"#,
            base64url::encode(&n)
        ),
    );
    add(
        "e text",
        &format!(
            r#"{{"kty":"RSA","n":"{}","e":"65537"}}"#,
            base64url::encode(&n)
        ),
    );
    add(
        "e hex",
        &format!(
            r#"{{"kty":"RSA","n":"{}","e":"010001"}}"#,
            base64url::encode(&n)
        ),
    );
    add(
        "n hex",
        &format!(r#"{{"kty":"RSA","n":"{}","e":"AQAB"}}"#, hex(&n)),
    );
    add(
        "n little",
        &format!(
            r#"{{"kty":"RSA","n":"{}","e":"AQAB"}}"#,
            base64url::encode(&rev)
        ),
    );
    add(
        "modulus names",
        &format!(r#"{{"modulus":"{nstd}","exponent":"AQAB"}}"#),
    );
    add("n bare", &base64url::encode(&n));
    add("n bare hex", &hex(&n));
    add(
        "openssl modulus",
        &format!("Modulus={}", hex(&n).to_uppercase()),
    );
    let text = as_openssl(&n);
    add(
        "openssl text",
        &format!(
            "Public-Key: (2048 bit)\nModulus:\n{}\nExponent: 65537 (0x10001)\n",
            text.trim_end().trim_end_matches(':')
        ),
    );
    let ec = of("ES256");
    let Material::Ec { x, y, .. } = &read_key(&key(ec.public)).keys[0].material else {
        panic!()
    };
    let jwk_of = |x: &str, y: &str| format!(r#"{{"kty":"EC","crv":"P-256","x":"{x}","y":"{y}"}}"#);
    let e = base64url::encode;
    let mut add =
        |name: &str, text: &str| rows.push(row(format!("EC {name}"), &ec.token(), text, X));
    add("x y exchanged", &jwk_of(&e(y), &e(x)));
    add(
        "compressed hex",
        &hex(&[&[2 + (y[31] & 1)], x.as_slice()].concat()),
    );
    add(
        "compressed b64",
        &STANDARD.encode([&[2 + (y[31] & 1)], x.as_slice()].concat()),
    );
    add(
        "y missing",
        &format!(r#"{{"kty":"EC","crv":"P-256","x":"{}"}}"#, e(x)),
    );
    add(
        "x is the point",
        &format!(
            r#"{{"kty":"EC","crv":"P-256","x":"{}"}}"#,
            e(&[&[4], x.as_slice(), y].concat())
        ),
    );
    add(
        "crv missing",
        &format!(r#"{{"kty":"EC","x":"{}","y":"{}"}}"#, e(x), e(y)),
    );
    add("x y lines", &format!("x: {}\ny: {}", hex(x), hex(y)));
    add(
        "x y json",
        &format!("{{\"x\":\"{}\",\"y\":\"{}\"}}", hex(x), hex(y)),
    );
    let point = [&[4], x.as_slice(), y].concat();
    let text = as_openssl(&point);
    add(
        "openssl text",
        &format!(
            "Public-Key: (256 bit)\npub:\n{}\nASN1 OID: prime256v1\nNIST CURVE: P-256\n",
            text.trim_end().trim_end_matches(':')
        ),
    );
    let rev = |b: &[u8]| b.iter().rev().copied().collect::<Vec<_>>();
    add("little", &jwk_of(&e(&rev(x)), &e(&rev(y))));
    let der = STANDARD.encode(crate::keys::pem_bytes(crate::material::CERTIFICATE));
    let mut add =
        |name: &str, text: &str| rows.push(row(format!("x5c {name}"), &ec.token(), text, X));
    add("alone", &format!(r#"{{"kty":"EC","x5c":["{der}"]}}"#));
    add("alone no kty", &format!(r#"{{"x5c":["{der}"]}}"#));
    add(
        "pem inside",
        &serde_json::json!({"kty":"EC","x5c":[crate::material::CERTIFICATE]}).to_string(),
    );
    add("text", &format!(r#"{{"kty":"EC","x5c":"{der}"}}"#));
    add("bare array", &format!(r#"["{der}"]"#));
    add("bare", &der);
    add("kid map", &format!(r#"{{"a":"{der}"}}"#));
    check(&rows);
}

/// Bytes as `openssl` prints those of a key: fifteen a line, with colons.
fn as_openssl(bytes: &[u8]) -> String {
    let pairs: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let line = |line: &[String]| format!("    {}:\n", line.join(":"));
    pairs.chunks(15).map(line).collect()
}
