//! Secrets as programs, shells, stores and documents write them.

use super::{X, check};
use crate::ask::row;
use crate::material::{hex, hs256};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use jwt_debugger::base64url;
use sha2::{Digest, Sha256};

#[test]
fn each_is_mended() {
    let s = super::PLAIN;
    let b: Vec<u8> = Sha256::digest("any").to_vec();
    let b64 = STANDARD.encode(&b);
    let h = hex(&b);
    let mut rows = Vec::new();
    let mut add =
        |name: &str, secret: &[u8], given: &str| rows.push(row(name, &hs256(secret), given, X));
    for (name, given) in [
        (
            "export comment",
            format!("export JWT_SECRET=\"{s}\" # dev key"),
        ),
        ("single comment", format!("JWT_SECRET='{s}'  # comment")),
        ("bare comment", format!("JWT_SECRET={s} # comment")),
        (
            "unknown name",
            format!("export APP_VALUE=\"{s}\" # dev key"),
        ),
        ("list", format!("- JWT_SECRET={s}")),
        ("C#", format!("var secret = \"{s}\";")),
        ("C# verbatim", format!("@\"{s}\"")),
        ("C# u8", format!("\"{s}\"u8.ToArray()")),
        ("C# bytes", format!("Encoding.UTF8.GetBytes(\"{s}\")")),
        (
            "Java",
            format!("private static final String SECRET = \"{s}\";"),
        ),
        (
            "Java bytes",
            format!("\"{s}\".getBytes(StandardCharsets.UTF_8)"),
        ),
        ("Go", format!("[]byte(\"{s}\")")),
        ("Python triple", format!("\"\"\"{s}\"\"\"")),
        ("Python raw", format!("r'{s}'")),
        ("JS", format!("new TextEncoder().encode(\"{s}\")")),
        ("JS env", format!("process.env.JWT_SECRET || '{s}'")),
        (
            "XML attribute",
            format!("<add key=\"JwtSecret\" value=\"{s}\"/>"),
        ),
        ("XML element", format!("<secret>{s}</secret>")),
        ("CDATA", format!("<![CDATA[{s}]]>")),
        ("properties", format!("jwt.secret={s}")),
        (
            "AWS",
            format!("{{\"SecretString\":\"{{\\\"jwt\\\":\\\"{s}\\\"}}\"}}"),
        ),
        ("Azure", format!("{{\"value\":\"{s}\"}}")),
        ("JSON twice", format!("\"\\\"{s}\\\"\"")),
        ("zsh", format!("{s}%")),
        ("prompt and secret", format!("$ echo {s}")),
        ("two lines", format!("{s}\n{s}")),
        ("blank lines", format!("\n\n{s}\n\n")),
        ("colours", format!("\u{1b}[32m{s}\u{1b}[0m")),
        ("Markdown", format!("**{s}**")),
        (
            "full width",
            s.chars()
                .map(|c| {
                    if c.is_ascii_graphic() {
                        char::from_u32(u32::from(c) + 0xfee0).unwrap()
                    } else {
                        c
                    }
                })
                .collect(),
        ),
    ] {
        add(name, s.as_bytes(), &given);
    }
    for (name, given) in [
        ("laravel", format!("base64:{b64}")),
        (
            "data url",
            format!("data:application/octet-stream;base64,{b64}"),
        ),
        ("hex prefix", format!("hex:{h}")),
        ("base64 quoted newline", format!("\"{b64}\"\n")),
        (
            "base64 literal newlines",
            format!("{}\\n{}", &b64[..20], &b64[20..]),
        ),
        ("Convert", format!("Convert.FromBase64String(\"{b64}\")")),
        ("Buffer", format!("Buffer.from('{b64}', 'base64')")),
        ("fromhex", format!("bytes.fromhex('{h}')")),
        (
            "hex spaces",
            b.iter().map(|b| format!("{b:02x} ")).collect(),
        ),
        (
            "hex dashes",
            b.iter()
                .map(|b| format!("{b:02X}"))
                .collect::<Vec<_>>()
                .join("-"),
        ),
        ("hex \\x", b.iter().map(|b| format!("\\x{b:02x}")).collect()),
        (
            "python bytes",
            format!(
                "b'{}'",
                b.iter().map(|b| format!("\\x{b:02x}")).collect::<String>()
            ),
        ),
        (
            "hex 0x list",
            b.iter()
                .map(|b| format!("0x{b:02x}"))
                .collect::<Vec<_>>()
                .join(", "),
        ),
        (
            "C array",
            format!(
                "{{ {} }}",
                b.iter()
                    .map(|b| format!("0x{b:02X}"))
                    .collect::<Vec<_>>()
                    .join(", ")
            ),
        ),
        (
            "new byte[]",
            format!(
                "new byte[] {{ {} }};",
                b.iter()
                    .map(|b| format!("{b}"))
                    .collect::<Vec<_>>()
                    .join(", ")
            ),
        ),
        (
            "signed bytes",
            format!(
                "[{}]",
                b.iter()
                    .map(|b| format!("{}", b.cast_signed()))
                    .collect::<Vec<_>>()
                    .join(", ")
            ),
        ),
        (
            "hexdump",
            format!(
                "00000000  {}\n00000010  {}\n",
                b[..16]
                    .iter()
                    .map(|b| format!("{b:02x} "))
                    .collect::<String>(),
                b[16..]
                    .iter()
                    .map(|b| format!("{b:02x} "))
                    .collect::<String>()
            ),
        ),
        (
            "xxd",
            format!(
                "00000000: {} ................\n00000010: {} ................\n",
                b[..16].chunks(2).map(hex).collect::<Vec<_>>().join(" "),
                b[16..].chunks(2).map(hex).collect::<Vec<_>>().join(" ")
            ),
        ),
        (
            "jwk base64",
            STANDARD.encode(format!(
                r#"{{"kty":"oct","k":"{}"}}"#,
                base64url::encode(&b)
            )),
        ),
        ("jwk std", format!(r#"{{"kty":"oct","k":"{b64}"}}"#)),
        ("jwk hex", format!(r#"{{"kty":"oct","k":"{h}"}}"#)),
        (
            "env base64 comment",
            format!("export JWT_SECRET=\"{b64}\" # base64"),
        ),
        ("compose base64", format!("JWT_SECRET: {b64}")),
        (
            "a block that is none",
            format!("-----BEGIN SECRET KEY-----\n{b64}\n-----END SECRET KEY-----"),
        ),
        ("base64 percent", URL_SAFE.encode(&b).replace('=', "%3D")),
        (
            "base64 double percent",
            b64.replace('=', "%253D")
                .replace('+', "%252B")
                .replace('/', "%252F"),
        ),
        ("base64 plus lost", b64.replace('+', " ")),
        ("base64 cut padding", b64.trim_end_matches('=').to_owned()),
        (
            "base64 html",
            b64.replace('=', "&#61;").replace('+', "&#43;"),
        ),
        (
            "base64 unicode escapes",
            b64.replace('=', "\\u003d")
                .replace('+', "\\u002b")
                .replace('/', "\\/"),
        ),
    ] {
        add(name, &b, &given);
    }
    let lossy = String::from_utf8_lossy(&b).into_owned();
    add("toString utf8", lossy.as_bytes(), &b64);
    let latin: String = b.iter().map(|b| char::from(*b)).collect();
    add("atob", latin.as_bytes(), &b64);
    let ascii: Vec<u8> = b.iter().map(|b| b & 0x7f).collect();
    add("toString ascii", &ascii, &b64);
    let q: Vec<u8> = b
        .iter()
        .map(|b| if *b < 0x80 { *b } else { b'?' })
        .collect();
    add("Encoding.ASCII", &q, &b64);
    add("hex upper as text", h.to_uppercase().as_bytes(), &h);
    add("hex of text", hex(s.as_bytes()).as_bytes(), s);
    add("base64 of bytes as text", b64.as_bytes(), &h);
    add("hex of base64 bytes", h.as_bytes(), &b64);
    add("nul", format!("{s}\0").as_bytes(), s);
    add("space behind at signer", format!("{s} ").as_bytes(), s);
    add("space before at signer", format!(" {s}").as_bytes(), s);
    add("echo -n", format!("-n {s}\n").as_bytes(), s);
    add("name at signer", format!("JWT_SECRET={s}").as_bytes(), s);
    add("sha1", &sha1_like(s), s);
    add(
        "first 32",
        &super::PLAIN.repeat(4).as_bytes()[..32],
        &super::PLAIN.repeat(4),
    );
    add("filled", &[s.as_bytes(), &[0; 13]].concat(), s);
    add("dollar expanded", b"abdef", "ab${c}def");

    add("cut at hash", b"ab", "ab#cd");
    add("cut at space", b"ab", "ab cd");
    add("backslash eaten", b"abc", "a\\bc");
    add("undefined", b"undefined", s);
    add("null", b"null", s);
    add("empty", b"", s);
    add("object", b"[object Object]", s);
    add("placeholder", b"${JWT_SECRET}", s);
    add("changeme", b"secret", s);
    add("your-256-bit-secret", b"your-256-bit-secret", s);
    check(&rows);
}

fn sha1_like(text: &str) -> Vec<u8> {
    jwt_debugger::crypto::forensics::sha1(text.as_bytes())
}
