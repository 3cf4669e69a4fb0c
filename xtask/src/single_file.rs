//! `cargo xtask single-file`: the whole product as one HTML file, which runs from a stick.
//!
//! It is made from `dist/`. The style and the start are written into the page, with their digests
//! in its policy; every other file that a `<meta>` of the page names is packed together into one
//! text, which `web/single.js` takes apart before the start. What only a host can give, the service
//! worker and the manifest, is left out.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use crate::build::html::{Tag, tags};
use crate::build::page::PAGE_BEGINS;
use crate::build::{self, BuildOptions, Site};
use crate::setup::step;
use crate::workspace;

const FILE: &str = "dist-single/jwt-debugger.html";
const UNPACK: &str = "web/single.js";

/// How the start has the page's loader where both are files.
const IMPORT: [&str; 2] = ["import init from \"./", "import init from\"./"];

/// Builds, writes the file and says how large it is.
///
/// # Errors
/// When the build fails, or `dist/` is not as the build makes it.
pub fn run() -> Result<()> {
    let dist = build::run(&BuildOptions::default())?;
    let page = pack(&dist)?;
    let path = workspace::root().join(FILE);
    write(&path, &page)?;
    step(&format!("{FILE}: {} bytes, everything in it", page.len()));
    Ok(())
}

/// Writes the file that is made from `dist` to `path`.
///
/// # Errors
/// As [`pack`], and when it cannot be written.
pub fn write_to(path: &Path, dist: &Path) -> Result<PathBuf> {
    write(path, &pack(dist)?)?;
    Ok(path.to_path_buf())
}

fn write(path: &Path, page: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(path, page).with_context(|| format!("{} could not be written", path.display()))
}

/// The page that is one file, from what a build has written.
///
/// # Errors
/// When the page loads what is not there, or what could not stand inside a page.
pub fn pack(dist: &Path) -> Result<String> {
    let unpack = workspace::root().join(UNPACK);
    let unpack = std::fs::read_to_string(&unpack)
        .with_context(|| format!("{} could not be read", unpack.display()))?;
    from(&build::read_site(dist)?, &unpack)
}

fn from(site: &Site, unpack: &str) -> Result<String> {
    let html = text(site, "index.html")?;
    let mut page = Page::default();
    let mut done = 0;
    for tag in tags(html) {
        page.head
            .push_str(html.get(done..tag.range.start).unwrap_or_default());
        let inside = page.inside_of(&tag, site)?;
        page.head.push_str(&inside);
        done = tag.range.end;
    }
    page.head.push_str(html.get(done..).unwrap_or_default());
    page.finish(site, unpack)
}

/// Where the policy will stand, once the digests are known.
const POLICY: &str = "<meta policy>";

#[derive(Default)]
struct Page {
    head: String,
    policy: String,
    style: String,
    start: String,
    /// Names of `<meta>` elements, and the files that they name.
    packed: Vec<(String, String)>,
}

impl Page {
    /// What stands in the place of a tag.
    fn inside_of(&mut self, tag: &Tag, site: &Site) -> Result<String> {
        let own = |attribute: &str| Some(tag.attribute(attribute)?.strip_prefix("./")?.to_string());
        match (tag.name.as_str(), tag.attribute("rel")) {
            ("meta", _) if tag.attribute("http-equiv").is_some() => {
                self.policy = tag.attribute("content").unwrap_or_default().to_string();
                Ok(POLICY.to_string())
            }
            ("meta", _) => {
                let name = tag.attribute("name").unwrap_or_default();
                let Some(path) = own("content") else {
                    return Ok(source(tag));
                };
                if path == build::offline::WORKER {
                    return Ok(String::new());
                }
                self.packed.push((name.to_string(), path));
                Ok(format!("<meta name=\"{name}\" content=\"\" />"))
            }
            ("link", Some("icon")) => {
                let path = own("href").context("the icon is no file of the build")?;
                let icon = BASE64_STANDARD.encode(bytes(site, &path)?);
                Ok(format!(
                    "<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\" />"
                ))
            }
            ("link", Some("stylesheet")) => {
                let path = own("href").context("the style is no file of the build")?;
                self.style = content_of("style", text(site, &path)?)?;
                Ok(format!("<style>{}</style>", self.style))
            }
            // What the build loads early stands in the page; the others are for a host.
            ("link", Some("modulepreload" | "preload" | "manifest" | "apple-touch-icon")) => {
                Ok(String::new())
            }
            ("script", _) => {
                let path = own("src").context("the start is no file of the build")?;
                self.start = text(site, &path)?.to_string();
                // The end tag stays where it was.
                Ok("<script>".to_string())
            }
            ("link", rel) => bail!("a link with the rel {rel:?} has no place in one file"),
            _ => Ok(source(tag)),
        }
    }

    fn finish(self, site: &Site, unpack: &str) -> Result<String> {
        let (before, behind) = self
            .start
            .split_once(IMPORT[0])
            .or_else(|| self.start.split_once(IMPORT[1]))
            .context("the start does not import the loader")?;
        let (loader, behind) = behind.split_once("\";").context("the import has no end")?;
        let loader = text(site, loader)?;
        if !loader.contains(PAGE_BEGINS) {
            bail!("the loader has no `{PAGE_BEGINS}`");
        }
        // Each in a block of its own: no name of one is in the way of another.
        let script = content_of(
            "script",
            &format!(
                "{loader}\n{{\n{unpack}}}\n{{\nconst init = __wbg_init;\n{before}{behind}}}\n"
            ),
        )?;
        let policy = policy(&self.policy, &digest(&script), &digest(&self.style))?;
        let policy =
            format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\" />");
        let (index, packed) = packed(site, &self.packed)?;
        let scripts = format!(
            "<script type=\"text/plain\" id=\"files\" data-files=\"{index}\">{packed}</script>\n\
             <script type=\"module\" async>{script}</script>\n</body>"
        );
        let page = self.head.replace("<script></script>", "");
        for place in [POLICY, "</body>"] {
            if page.matches(place).count() != 1 {
                bail!("the page does not have {place} once");
            }
        }
        Ok(page.replace(POLICY, &policy).replace("</body>", &scripts))
    }
}

/// A tag as it stands in the page, for one that is written in double quotes.
fn source(tag: &Tag) -> String {
    let attributes: String = tag
        .attributes
        .iter()
        .map(|(name, value)| format!(" {name}=\"{value}\""))
        .collect();
    format!("<{}{attributes}>", tag.name)
}

/// The policy of the page with digests in the place of files: what is inline and not exactly this
/// does not run, and no file beside the page is loaded.
fn policy(of_files: &str, script: &str, style: &str) -> Result<String> {
    let mut directives = Vec::new();
    for directive in of_files.split(';') {
        let mut words = directive.split_whitespace();
        let name = words.next().unwrap_or_default();
        let others: Vec<&str> = words.filter(|word| *word != "'self'").collect();
        let others = others.join(" ");
        match name {
            "script-src" => directives.push(format!("script-src '{script}' {others}")),
            "style-src" => directives.push(format!("style-src '{style}'")),
            // The files in it are `blob:`s.
            "connect-src" => directives.push(format!("connect-src blob: {others}")),
            "manifest-src" => {}
            _ if others.is_empty() => bail!("the policy's {name} would be empty"),
            _ => directives.push(format!("{name} {others}")),
        }
    }
    Ok(directives.join("; "))
}

fn digest(content: &str) -> String {
    let digest = BASE64_STANDARD.encode(Sha256::digest(content));
    format!("sha256-{digest}")
}

/// The files as one text, and what takes them apart: a name, a length and a type each.
fn packed(site: &Site, files: &[(String, String)]) -> Result<(String, String)> {
    let mut index = Vec::new();
    let mut all = Vec::new();
    for (name, path) in files {
        let content = bytes(site, path)?;
        let kind = match path.ends_with(".wasm") {
            true => "application/wasm",
            false => "text/plain",
        };
        index.push(format!("{name},{},{kind}", content.len()));
        all.extend_from_slice(content);
    }
    let packed = BASE64_STANDARD.encode(build::gzip(&all)?);
    Ok((index.join(" "), packed))
}

/// What may stand inside an element as it is: a digest is of exactly these bytes.
fn content_of(element: &str, text: &str) -> Result<String> {
    let lower = text.to_ascii_lowercase();
    for stop in [&format!("</{element}"), "<!--", "\r", "\0"] {
        if lower.contains(stop) {
            bail!("{stop:?} stands in what should stand inside <{element}>");
        }
    }
    Ok(text.to_string())
}

fn bytes<'a>(site: &'a Site, path: &str) -> Result<&'a [u8]> {
    let content = site.get(path).map(Vec::as_slice);
    content.with_context(|| format!("the page names {path}, which is not in the build"))
}

fn text<'a>(site: &'a Site, path: &str) -> Result<&'a str> {
    std::str::from_utf8(bytes(site, path)?).with_context(|| format!("{path} is not UTF-8"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html><html lang=\"en\"><head>\
        <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self' https:; manifest-src 'self'\">\
        <meta name=\"build\" content=\"0123456789ab\"><meta name=\"texts-en\" content=\"./t.ftl\">\
        <meta name=\"service-worker\" content=\"./service-worker.js\">\
        <link rel=\"icon\" href=\"./i.svg\"/><link rel=\"manifest\" href=\"./m\">\
        <link rel=\"stylesheet\" href=\"./s.css\" integrity=\"x\">\
        <script type=\"module\" src=\"./start.js\" integrity=\"x\"></script>\
        <link rel=\"modulepreload\" href=\"./page.js\"></head><body><p>x</p></body></html>";

    fn site(changes: &[(&str, &str)]) -> Site {
        let usual = [
            ("index.html", PAGE),
            ("t.ftl", "a = A"),
            ("i.svg", "<svg/>"),
            ("s.css", "a{}"),
            (
                "start.js",
                "// Start.\nimport init from \"./page.js\";\ninit();\n",
            ),
            ("page.js", "async function __wbg_init() {}"),
        ];
        usual
            .iter()
            .chain(changes)
            .map(|(path, text)| (path.to_string(), text.as_bytes().to_vec()))
            .collect()
    }

    #[test]
    fn nothing_in_it_is_asked_for_elsewhere() {
        let page = from(&site(&[]), "").unwrap();
        for tag in tags(&page) {
            for name in ["src", "href"] {
                let address = tag.attribute(name).unwrap_or("data:");
                assert!(address.starts_with("data:"), "{address}");
            }
        }
        assert!(!page.contains("\"./"), "{page}");
        assert!(page.contains("<p>x</p>") && page.contains("content=\"0123456789ab\""));
        assert!(!page.contains("service-worker"), "{page}");
    }

    #[test]
    fn the_policy_has_the_digests_of_what_is_inline_and_nothing_of_a_host() {
        let page = from(&site(&[]), "unpack();").unwrap();
        let all = tags(&page);
        let policy = all
            .iter()
            .find(|tag| tag.attribute("http-equiv").is_some())
            .and_then(|tag| tag.attribute("content"))
            .unwrap();
        let content = |name: &str, kind: Option<&str>| {
            let found = all
                .iter()
                .find(|tag| tag.name == name && tag.attribute("type") == kind);
            found.unwrap().raw_content.clone()
        };
        for element in [content("style", None), content("script", Some("module"))] {
            assert!(policy.contains(&digest(&element)), "{policy}");
        }
        for word in ["'self'", "unsafe-inline", "manifest-src"] {
            assert!(!policy.contains(word), "{policy}");
        }
        assert!(policy.contains("'wasm-unsafe-eval'") && policy.contains("default-src 'none'"));
    }

    #[test]
    fn what_is_packed_comes_out_again() {
        let files = [("a", "one"), ("b", "two.wasm")].map(|(a, b)| (a.into(), b.into()));
        let site = Site::from([("one".into(), vec![1; 9]), ("two.wasm".into(), vec![2; 5])]);
        let (index, packed) = packed(&site, &files).unwrap();
        assert_eq!(index, "a,9,text/plain b,5,application/wasm");
        let packed = BASE64_STANDARD.decode(packed).unwrap();
        let mut whole = Vec::new();
        let mut reader = flate2::read::GzDecoder::new(packed.as_slice());
        std::io::Read::read_to_end(&mut reader, &mut whole).unwrap();
        assert_eq!(whole, [vec![1; 9], vec![2; 5]].concat());
    }

    #[test]
    fn what_cannot_stand_inside_a_page_is_an_error() {
        for changes in [
            &[("start.js", "init();")][..],
            &[("page.js", "function other() {}")],
            &[("page.js", "async function __wbg_init() {} '</script>'")],
            &[("page.js", "async function __wbg_init() {} '<!--'")],
            &[("s.css", "</style>")],
            &[("index.html", "<p>")],
            &[("index.html", &PAGE.replace("./t.ftl", "./none.ftl"))],
            &[(
                "index.html",
                &PAGE.replace("rel=\"manifest\"", "rel=\"other\""),
            )],
        ] {
            assert!(from(&site(changes), "").is_err(), "{changes:?}");
        }
    }
}
