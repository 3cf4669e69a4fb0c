//! Anything that a server may answer, and any text in the field for its address.

use super::holds;
use jwt_debugger::jwks::{Answer, Got, candidates, curl, likeliest, read_answer};

pub const SEEDS: &[&str] = &[
    "{\"issuer\":\"https://issuer.example\",\"jwks_uri\":\"https://issuer.example/jwks\"}",
    "{\"issuer\":\"https://issuer.example/\",\"jwks_uri\":\"http://localhost/jwks\"}",
    "https://issuer.example/.well-known/openid-configuration",
    "issuer.example/realms/a",
    "<html><body>Not found</body></html>",
    "http://[::1]:8080/jwks?a=b#c",
];

const ASKED: &str = "https://issuer.example/.well-known/openid-configuration";

pub fn run(input: &[u8]) {
    let text = super::text(input);
    let got = Got {
        asked: ASKED.to_owned(),
        from: ASKED.to_owned(),
        at: 1_767_225_660,
        text: text.clone().into_owned(),
        issuer: "https://issuer.example".to_owned(),
        iss: "https://issuer.example".to_owned(),
        named_by: None,
    };
    let first = read_answer(&got, None);
    holds::said(&first.says, "");
    match &first.answer {
        Answer::Set(set) => {
            let again = read_answer(&got, Some(set));
            let news: Vec<&str> = again.says.iter().map(|one| one.code.as_ref()).collect();
            assert_eq!(news, ["jwks-unchanged"], "the same set has not changed");
        }
        Answer::Metadata(url) => {
            let lower = url.to_ascii_lowercase();
            assert!(
                lower.starts_with("https://") || lower.starts_with("http://"),
                "{url}"
            );
        }
        Answer::Refused(why) => holds::said([why], ""),
    }
    match candidates(&text) {
        Ok(all) => {
            for one in all {
                let lower = one.url.to_ascii_lowercase();
                let is_web = ["https://", "http://"].map(|scheme| lower.starts_with(scheme));
                assert!(is_web.contains(&true), "{}", one.url);
                assert!(!one.url.contains(char::is_control), "{}", one.url);
                let _ = curl(&one.url);
            }
        }
        Err(why) => holds::said([&why], ""),
    }
    let _ = likeliest(&text, "https://issuer.example");
}
