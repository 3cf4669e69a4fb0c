//! What the service worker keeps: all files of the build, each with its digest.

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use super::Site;

/// The service worker.
pub const WORKER: &str = "service-worker.js";
const PAGE: &str = "index.html";

/// Writes the build's id and its files into the service worker, in place of what stands there.
///
/// # Errors
/// When there is no service worker, or it has no place for them.
pub fn finish(site: &mut Site, build: &str) -> Result<()> {
    let worker = site
        .remove(WORKER)
        .with_context(|| format!("there is no {WORKER}"))?;
    let worker = String::from_utf8(worker).with_context(|| format!("{WORKER} is not UTF-8"))?;
    let worker = with_line(&worker, "const BUILD = ", &format!("\"{build}\""))?;
    let worker = with_line(&worker, "const FILES = ", &files(site))?;
    site.insert(WORKER.to_string(), worker.into_bytes());
    Ok(())
}

fn with_line(text: &str, beginning: &str, value: &str) -> Result<String> {
    let mut times = 0;
    let lines: Vec<String> = text
        .lines()
        .map(|line| match line.starts_with(beginning) {
            true => {
                times += 1;
                format!("{beginning}{value};")
            }
            false => line.to_string(),
        })
        .collect();
    if times != 1 {
        bail!("{WORKER} has `{beginning}` {times} times");
    }
    Ok(lines.join("\n") + "\n")
}

/// As an array of pairs. The page goes by the address under which it is opened.
fn files(site: &Site) -> String {
    let pairs: Vec<String> = site
        .iter()
        .filter(|(path, _)| !path.ends_with(".br") && !path.ends_with(".gz"))
        .map(|(path, content)| {
            let name = if path == PAGE { "" } else { path.as_str() };
            let digest = BASE64_STANDARD.encode(Sha256::digest(content));
            format!("[\"./{name}\",\"sha256-{digest}\"]")
        })
        .collect();
    format!("[{}]", pairs.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "const BUILD = \"unfinished\";\nconst FILES = [];\nrest\n";

    fn site(worker: &str) -> Site {
        Site::from([
            (WORKER.to_string(), worker.into()),
            (PAGE.to_string(), "page".into()),
            ("index.html.br".to_string(), "packed".into()),
            ("a-0123456789abcdef.js".to_string(), "1".into()),
        ])
    }

    fn finished(worker: &str, build: &str) -> Result<String> {
        let mut site = site(worker);
        finish(&mut site, build)?;
        Ok(String::from_utf8(site[WORKER].clone())?)
    }

    #[test]
    fn every_file_is_named_with_its_digest_but_copies_and_the_worker_itself() {
        let text = finished(TEMPLATE, "0123456789ab").unwrap();
        assert!(text.contains("const BUILD = \"0123456789ab\";\n"), "{text}");
        assert!(text.ends_with("rest\n"), "{text}");
        assert_eq!(text.matches("sha256-").count(), 2, "{text}");
        // printf page | openssl dgst -sha256 -binary | base64
        let page = "[\"./\",\"sha256-NmAxWprz3yVdjxmrB35Hl4IrQUiKDioEvGr3EhPCMnQ=\"]";
        assert!(text.contains(page), "{text}");
        assert!(text.contains("[\"./a-0123456789abcdef.js\",\"sha256-"));
    }

    #[test]
    fn a_finished_worker_can_be_finished_anew() {
        let once = finished(TEMPLATE, "000000000000").unwrap();
        let twice = finished(&once, "111111111111").unwrap();
        assert_eq!(twice, finished(TEMPLATE, "111111111111").unwrap());
    }

    #[test]
    fn a_worker_without_a_place_for_them_is_an_error() {
        for worker in [
            "",
            "const BUILD = 1;",
            "const FILES = [];",
            &TEMPLATE.repeat(2),
        ] {
            assert!(finished(worker, "0").is_err(), "{worker}");
        }
        assert!(finish(&mut Site::new(), "0").is_err());
    }
}
