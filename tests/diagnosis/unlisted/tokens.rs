//! Tokens as they are copied out of logs, mail, pages and programs.

use super::{X, check};
use crate::ask::row;
use crate::material::{of, parts, signature_of, wrapped};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jwt_debugger::base64url;

#[test]
fn each_is_mended() {
    let mut rows = Vec::new();
    for family in [of("HS256"), of("ES256"), of("RS256")] {
        let t = family.token();
        let [h, p, s] = parts(&t);
        let other = family.token_of(&family.header(), r#"{"b":2}"#);
        let spaced = |n: usize| wrapped(&t, n, " ");
        let qp = format!("=\r\n{}", wrapped(&t.replace('=', "=3D"), 72, "=\r\n"));
        for (name, paste) in [
            (
                "curl",
                format!("curl -H 'Authorization: Bearer {t}' https://a.example/"),
            ),
            (
                "curl lines",
                format!("curl \\\n  -H \"Authorization: Bearer {t}\" \\\n  https://a.example/"),
            ),
            (
                "log",
                format!("2026-01-01T00:00:00Z INFO GET /a?access_token={t}&x=1 HTTP/1.1 200"),
            ),
            (
                "json",
                format!("{{\"access_token\":\"{t}\",\"expires_in\":3600}}"),
            ),
            (
                "json escaped",
                format!("\"{{\\\"access_token\\\":\\\"{t}\\\"}}\""),
            ),
            (
                "cookie",
                format!("Set-Cookie: session={t}; Path=/; HttpOnly"),
            ),
            (
                "fragment",
                format!("https://a.example/cb#id_token={t}&state=x"),
            ),
            (
                "fragment encoded",
                format!("https%3A%2F%2Fa.example%2Fcb%23id_token%3D{t}%26state%3Dx"),
            ),
            ("qp", qp),
            (
                "qp 3D",
                format!("access_token=3D{}", wrapped(&t, 60, "=\r\n")),
            ),
            (
                "percent twice",
                t.replace('.', "%252E")
                    .replace('-', "%252D")
                    .replace('_', "%255F"),
            ),
            ("smart quotes", format!("\u{201c}{t}\u{201d}")),
            ("guillemets", format!("\u{ab}{t}\u{bb}")),
            ("python bytes", format!("b'{t}'")),
            ("xml", format!("<token>{t}</token>")),
            ("xml twice", format!("&lt;token&gt;{t}&lt;/token&gt;")),
            ("JWT prefix", format!("JWT {t}")),
            ("DPoP prefix", format!("DPoP {t}")),
            ("Token prefix", format!("Token token=\"{t}\"")),
            ("Bearer colon", format!("Bearer: {t}")),
            ("Bearer%20", format!("Bearer%20{t}")),
            ("Bearer+", format!("Bearer+{t}")),
            ("Bearer twice", format!("Bearer Bearer {t}")),
            ("bearer_", format!("bearer_{t}")),
            ("glued twice", format!("{t}{t}")),
            ("glued two", format!("{t}{other}")),
            ("glued comma", format!("{t},{other}")),
            ("glued dot", format!("{t}.{other}")),
            ("zsh", format!("{t}%")),
            ("brackets", format!("({t})")),
            ("json end", format!("{t}\"}}")),
            ("json end 2", format!("{t}\"}}]")),
            ("paren", format!("{t})")),
            ("link", format!("[{t}](https://{t})")),
            ("pdf spaces", spaced(10)),
            ("pdf lines", wrapped(&t, 10, " \n ")),
            ("tabs", wrapped(&t, 30, "\t")),
            ("em dash", t.replace("--", "\u{2014}")),
            ("minus", t.replace('-', "\u{2212}")),
            ("nb hyphen", t.replace('-', "\u{2011}")),
            ("low line", t.replace('_', "\u{ff3f}")),
            (
                "full width",
                t.chars()
                    .map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap())
                    .collect(),
            ),
            ("header and payload swapped", format!("{p}.{h}.{s}")),
            ("signature first", format!("{s}.{h}.{p}")),
            ("underscores for dots", format!("{h}_{p}_{s}")),
            ("dashes for dots", format!("{h}-{p}-{s}")),
            ("dollar for dots", format!("{h}${p}${s}")),
            ("slashes", format!("{h}/{p}/{s}")),
            ("newline and dot", format!("{h}\n.{p}\n.{s}")),
            (
                "labels",
                format!("header: {h}\npayload: {p}\nsignature: {s}"),
            ),
            (
                "json parts",
                format!("{{\"header\":\"{h}\",\"payload\":\"{p}\",\"signature\":\"{s}\"}}"),
            ),
            ("json array", format!("[\"{h}\",\"{p}\",\"{s}\"]")),
            ("gt entities", format!("&quot;{t}&quot;")),
            ("nbsp around", format!("\u{a0}{t}\u{a0}")),
            ("nbsp inside", format!("{}\u{a0}{}", &t[..30], &t[30..])),
            (
                "nbsp around, dot missing",
                format!("\u{a0}{}\u{a0}", t.replacen('.', "", 1)),
            ),
            (
                "nbsp inside, dot missing",
                format!("{}\u{a0}{}", &t[..30], &t[30..]).replacen('.', "", 1),
            ),
            ("nbsp before, last dot missing", format!("\u{a0}{h}.{p}{s}")),
            (
                "thin space, dot missing",
                format!("{}\u{2009}{}", &t[..30], &t[30..]).replacen('.', "", 1),
            ),
            (
                "ideographic space, dot missing",
                format!("\u{3000}{}", t.replacen('.', "", 1)),
            ),
            (
                "space inside, dot missing",
                format!("{} {}", &t[..30], &t[30..]).replacen('.', "", 1),
            ),
            (
                "newline inside, dot missing",
                format!("{}\n{}", &t[..30], &t[30..]).replacen('.', "", 1),
            ),
            (
                "Bearer, dot missing",
                format!("Bearer {}", t.replacen('.', "", 1)),
            ),
            (
                "quotes, dot missing",
                format!("\"{}\"", t.replacen('.', "", 1)),
            ),
            (
                "qp, dot missing",
                wrapped(&t.replacen('.', "", 1), 70, "=\r\n"),
            ),
            (
                "percent dot and space",
                format!("{}\u{a0}{}", &t[..30], &t[30..]).replace('.', "%2E"),
            ),
            (
                "json key, dot missing",
                format!("{{\"token\":\"{}\"}}", t.replacen('.', "", 1)),
            ),
            ("first char, dot missing", t[1..].replacen('.', "", 1)),
            (
                "std signature escaped",
                format!(
                    "{h}.{p}.{}",
                    STANDARD
                        .encode(signature_of(&t))
                        .replace('+', "%2B")
                        .replace('/', "%2F")
                        .replace('=', "%3D")
                ),
            ),
            (
                "std all",
                format!(
                    "{}.{}.{}",
                    STANDARD.encode(base64url::decode(h).unwrap()),
                    STANDARD.encode(base64url::decode(p).unwrap()),
                    STANDARD.encode(base64url::decode(s).unwrap())
                ),
            ),
            ("utf16", t.chars().flat_map(|c| [c, '\0']).collect()),
            ("reversed text", t.chars().rev().collect()),
            ("backspace", format!("{}x\u{8}{}", &t[..30], &t[30..])),
            ("ansi", format!("\u{1b}[33m{t}\u{1b}[0m")),
            ("ansi inside", format!("{}\u{1b}[0m{}", &t[..30], &t[30..])),
            ("O for 0", t.replacen('0', "O", 1)),
            ("l for I", t.replacen('I', "l", 1)),
            ("1 for l", t.replacen('l', "1", 1)),
            ("underscores eaten", t.replace('_', "")),
        ] {
            rows.push(row(
                format!("{} {name}", family.alg),
                &paste,
                family.public,
                X,
            ));
        }
    }
    check(&rows);
}
