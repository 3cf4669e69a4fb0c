//! The last touch to `index.html`: the build's id, integrity of what it loads,
//! and the proof that its own policy would let everything in it through.

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256, Sha384};

use super::Site;
use super::html::{Tag, tags, without_comments};
use super::names::{Names, hex};

const PAGE: &str = "index.html";
const UNFINISHED: &str = "<meta name=\"build\" content=\"unfinished\"";

/// What the loaders of wasm-bindgen call their own beginning: they stand inside other scripts that
/// call it so, that of the page in `single_file.rs`, that of the worker in `browser/bridge.rs`.
pub(crate) const PAGE_BEGINS: &str = "async function __wbg_init(";
const WORKER_BEGINS: &str = "let wasm_bindgen=";

/// Directives that a policy in a `<meta>` may not carry, since browsers ignore
/// them there. CSP3 §3.3.
const IGNORED_IN_META: [&str; 3] = ["frame-ancestors", "report-uri", "sandbox"];

/// Where the digest of a file stands that the page asks for by itself.
const FOR_REQUEST: &str = "data-integrity";

/// Files without one: the page's own code is compiled while it comes, and a browser that checks a
/// file waits for all of it; the service worker changes with every build, and it is what checks.
const UNCHECKED: [&str; 2] = ["page-wasm", "service-worker"];

/// Finishes the page and returns the build's id.
///
/// # Errors
/// When something in the page cannot work or would be blocked by its policy.
pub(super) fn finish(site: &mut Site, names: &Names) -> Result<String> {
    for needed in [
        "worker.js",
        "worker_bg.wasm",
        "page.js",
        "page_bg.wasm",
        "rest.wasm",
        "style.css",
    ] {
        if !names.contains_key(needed) {
            bail!("nothing in the page names {needed}");
        }
    }
    for (loader, begins) in [("page.js", PAGE_BEGINS), ("worker.js", WORKER_BEGINS)] {
        let content = names.get(loader).and_then(|name| site.get(name));
        if !content.is_some_and(|text| names_itself(&String::from_utf8_lossy(text), begins)) {
            bail!("{loader} has no `{begins}`");
        }
    }
    let content = site.remove(PAGE).context("there is no index.html")?;
    let text = String::from_utf8(content).context("index.html is not UTF-8")?;
    let text = tidy(&without_comments(&text));
    let text = with_integrity(&text, site)?;
    if !text.contains(UNFINISHED) {
        bail!("index.html has no {UNFINISHED}>");
    }
    let build = build_id(&text, site);
    let text = text.replace(
        UNFINISHED,
        &format!("<meta name=\"build\" content=\"{build}\""),
    );
    check(&text)?;
    site.insert(PAGE.to_string(), text.into_bytes());
    Ok(build)
}

/// Whether a loader begins so, with or without spaces.
fn names_itself(loader: &str, begins: &str) -> bool {
    loader.replace(" = ", "=").contains(begins)
}

/// Lines that are empty once the comments are gone.
fn tidy(html: &str) -> String {
    let lines: Vec<&str> = html
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    lines.join("\n") + "\n"
}

/// The build's id follows from everything that is served, and from nothing else.
fn build_id(html: &str, site: &Site) -> String {
    let mut digest = Sha256::new();
    digest.update(html);
    for (path, content) in site {
        digest.update(path);
        digest.update([0]);
        digest.update(Sha256::digest(content));
    }
    hex(&digest.finalize(), 12)
}

fn with_integrity(html: &str, site: &Site) -> Result<String> {
    let mut finished = String::with_capacity(html.len());
    let mut done = 0;
    for tag in tags(html) {
        let (attribute, path) = match (checked_by_browsers(&tag), checked_when_asked(&tag)) {
            (Some(path), _) => ("integrity", path),
            (None, Some(path)) => (FOR_REQUEST, path),
            (None, None) => continue,
        };
        let content = path
            .strip_prefix("./")
            .and_then(|name| site.get(name))
            .with_context(|| format!("index.html loads {path}, which is not in the build"))?;
        let digest = BASE64_STANDARD.encode(Sha384::digest(content));
        let inside = html
            .get(done..tag.range.end)
            .unwrap_or_default()
            .trim_end_matches(['/', '>', ' ']);
        finished.push_str(inside);
        finished.push_str(&format!(" {attribute}=\"sha384-{digest}\">"));
        done = tag.range.end;
    }
    finished.push_str(html.get(done..).unwrap_or_default());
    Ok(finished)
}

/// The path of a file whose integrity browsers check.
fn checked_by_browsers(tag: &Tag) -> Option<&str> {
    match tag.name.as_str() {
        "script" => tag.attribute("src"),
        "link" => {
            let rel = tag.attribute("rel")?;
            ["stylesheet", "modulepreload"]
                .contains(&rel)
                .then(|| tag.attribute("href"))?
        }
        _ => None,
    }
}

/// The path of a file that the page asks for by itself, with the digest that stands beside its
/// name (`browser/own_file.rs`, `web/start.js`).
fn checked_when_asked(tag: &Tag) -> Option<&str> {
    let name = tag.attribute("name").filter(|_| tag.name == "meta")?;
    let path = tag.attribute("content")?;
    (path.starts_with("./") && !UNCHECKED.contains(&name)).then_some(path)
}

/// Looks for what the page's own policy would block.
fn check(html: &str) -> Result<()> {
    let all = tags(html);
    let policy = all
        .iter()
        .find(|tag| {
            tag.attribute("http-equiv")
                .is_some_and(|value| value.eq_ignore_ascii_case("content-security-policy"))
        })
        .and_then(|tag| tag.attribute("content"))
        .context("index.html has no content security policy")?;
    for directive in IGNORED_IN_META {
        if policy.contains(directive) {
            bail!("the policy names {directive}, which browsers ignore in a meta element");
        }
    }
    if policy.contains("unsafe-inline") || policy.contains("'unsafe-eval'") {
        bail!("the policy allows inline code or eval");
    }
    for tag in &all {
        let name = &tag.name;
        if checked_by_browsers(tag).is_some() && tag.attribute("integrity").is_none() {
            bail!("<{name}> in index.html loads a file without its digest");
        }
        if checked_when_asked(tag).is_some() && tag.attribute(FOR_REQUEST).is_none() {
            bail!("<{name}> in index.html names a file without its digest");
        }
        if name == "style" {
            bail!("index.html has an inline <style>");
        }
        if name == "script"
            && (tag.attribute("src").is_none() || !tag.raw_content.trim().is_empty())
        {
            bail!("index.html has an inline <script>");
        }
        for (attribute, value) in &tag.attributes {
            let is_handler = attribute.starts_with("on");
            if attribute == "style" || is_handler || value.trim().starts_with("javascript:") {
                bail!("<{name} {attribute}=…> in index.html is inline code or style");
            }
        }
        if tag
            .attributes
            .iter()
            .any(|(attribute, _)| attribute == "data-trunk")
        {
            bail!("Trunk left <{name} data-trunk> in index.html");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: &str =
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">";

    #[test]
    fn what_the_policy_would_block_is_found() {
        for html in [
            "<style>a{}</style>",
            "<script>1</script>",
            "<script src=\"./a.js\">1</script>",
            "<p style=\"color:red\">",
            "<p onclick=\"x()\">",
            "<a href=\"javascript:x()\">",
            "<link data-trunk rel=\"css\">",
        ] {
            assert!(check(&format!("{POLICY}{html}")).is_err(), "{html}");
        }
        let whole = "<script src=\"./a.js\" integrity=\"sha384-x\"></script>";
        assert!(check(&format!("{POLICY}{whole}")).is_ok());
    }

    #[test]
    fn what_browsers_check_has_its_digest() {
        for html in [
            "<script src=\"./a.js\"></script>",
            "<link rel=\"stylesheet\" href=\"./a.css\">",
            "<link rel=\"modulepreload\" href=\"./a.js\">",
            "<meta name=\"rest-wasm\" content=\"./a.wasm\">",
        ] {
            let why = check(&format!("{POLICY}{html}")).unwrap_err().to_string();
            assert!(why.contains("without its digest"), "{html}: {why}");
        }
        assert!(check(&format!("{POLICY}<link rel=\"icon\" href=\"./a.svg\">")).is_ok());
    }

    #[test]
    fn a_policy_must_be_there_and_be_strict() {
        assert!(check("<p>").is_err());
        for directive in [
            "frame-ancestors 'none'",
            "sandbox",
            "script-src 'unsafe-inline'",
        ] {
            assert!(check(&POLICY.replace("default-src 'none'", directive)).is_err());
        }
    }

    #[test]
    fn integrity_stands_on_what_is_checked_only() {
        let site = Site::from([("a.js".to_string(), b"1".to_vec())]);
        let html = "<link rel=\"icon\" href=\"./none.svg\"><meta name=\"build\" content=\"x\"><meta name=\"page-wasm\" content=\"./none.wasm\"><meta name=\"texts\" content=\"./a.js\"><script src=\"./a.js\"></script>";
        let finished = with_integrity(html, &site).unwrap();
        assert_eq!(finished.matches(" integrity=\"sha384-").count(), 1);
        assert_eq!(finished.matches(" data-integrity=\"sha384-").count(), 1);
        assert!(finished.ends_with("\"></script>"));
        assert!(with_integrity("<script src=\"./b.js\"></script>", &site).is_err());
        assert!(with_integrity("<script src=\"https://x/a.js\"></script>", &site).is_err());
    }
}
