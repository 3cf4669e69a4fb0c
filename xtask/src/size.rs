//! The size budgets: what a visitor waits for, and everything.

use anyhow::{Context, Result, bail};

use crate::build::Site;

/// HTML, style, loader and page wasm, by brotli: what stands between a visitor
/// and the first decode.
pub const FIRST_DECODE_BUDGET: usize = 120_000;

/// Every file of the product, all languages, lessons and the worker included.
pub const EVERYTHING_BUDGET: usize = 600_000;

/// What the product weighs today, rounded up: growth is seen here, and has to be meant. The
/// first never rises. The second rose with Dutch, the Keys screen, the views, the list of
/// known secrets (55 KB), tables of claims, the service worker, the attack lab, the gallery of
/// broken tokens (36 KB) and the vectors of the self-test (60 KB), none of which a first decode
/// loads.
const FIRST_DECODE_CEILING: usize = 169_200;
const EVERYTHING_CEILING: usize = 1_529_500;

/// One file and what it weighs.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Weight {
    path: String,
    plain: usize,
    packed: usize,
    is_first: bool,
}

/// Prints the sizes, largest first.
///
/// # Errors
/// When a budget is exceeded.
pub fn report(site: &Site) -> Result<()> {
    let weights = weigh(site)?;
    println!("\n  {:>10}  {:>10}", "bytes", "brotli");
    for weight in &weights {
        println!(
            "  {:>10}  {:>10}  {}{}",
            weight.plain,
            weight.packed,
            weight.path,
            if weight.is_first { "  *" } else { "" }
        );
    }
    let first = total(&weights, |weight| weight.is_first);
    let everything = total(&weights, |_| true);
    println!("  first decode (*): {first} bytes brotli, everything: {everything}\n");
    hold(
        "the first decode waits for",
        first,
        FIRST_DECODE_BUDGET,
        FIRST_DECODE_CEILING,
    )?;
    hold(
        "everything is",
        everything,
        EVERYTHING_BUDGET,
        EVERYTHING_CEILING,
    )
}

/// The bytes by brotli of what the first decode waits for, and of everything.
///
/// # Errors
/// When the site has no page.
pub fn totals(site: &Site) -> Result<(usize, usize)> {
    let weights = weigh(site)?;
    let first = total(&weights, |weight| weight.is_first);
    Ok((first, total(&weights, |_| true)))
}

fn hold(what: &str, bytes: usize, budget: usize, ceiling: usize) -> Result<()> {
    if bytes > ceiling.max(budget) {
        bail!("{what} {bytes} bytes; the limit is {}", ceiling.max(budget));
    }
    if bytes > budget {
        println!("  OVER BUDGET: {what} {bytes} bytes; the budget is {budget}\n");
    }
    Ok(())
}

fn total(weights: &[Weight], counts: impl Fn(&Weight) -> bool) -> usize {
    weights
        .iter()
        .filter(|weight| counts(weight))
        .map(|weight| weight.packed)
        .sum()
}

fn weigh(site: &Site) -> Result<Vec<Weight>> {
    let page = site.get("index.html").context("dist/ has no index.html")?;
    let page = String::from_utf8_lossy(page);
    let mut weights: Vec<Weight> = site
        .iter()
        .filter(|(path, _)| !path.ends_with(".br") && !path.ends_with(".gz"))
        .map(|(path, content)| Weight {
            path: path.clone(),
            plain: content.len(),
            packed: site
                .get(&format!("{path}.br"))
                .map_or(content.len(), Vec::len),
            is_first: path == "index.html" || is_loaded_first(&page, path),
        })
        .collect();
    weights.sort_by_key(|weight| std::cmp::Reverse(weight.packed));
    Ok(weights)
}

/// Loaded by a `src` or `href` of the page, other than its icons and manifest;
/// a snippet is, when the page's loader is.
fn is_loaded_first(page: &str, path: &str) -> bool {
    page.split('<').any(|tag| {
        let names = [format!("href=\"./{path}\""), format!("src=\"./{path}\"")];
        let beside = [
            "rel=\"icon\"",
            "rel=\"apple-touch-icon\"",
            "rel=\"manifest\"",
        ];
        names.iter().any(|name| tag.contains(name)) && !beside.iter().any(|rel| tag.contains(rel))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(script: usize) -> Site {
        let page =
            r#"<link rel="icon" href="./i.svg"><meta content="./w.js"><script src="./p.js">"#;
        Site::from([
            ("index.html".into(), page.into()),
            ("i.svg".into(), vec![0; 1]),
            ("p.js".into(), vec![0; script]),
            ("p.js.br".into(), vec![0; script / 2]),
            ("w.js".into(), vec![0; 500_000]),
        ])
    }

    #[test]
    fn icon_and_worker_are_not_waited_for() {
        let weights = weigh(&site(10)).unwrap();
        let first: Vec<_> = weights.iter().filter(|weight| weight.is_first).collect();
        assert_eq!(first.len(), 2);
        assert_eq!(total(&weights, |weight| weight.path == "p.js"), 5);
    }

    #[test]
    fn a_limit_that_is_exceeded_is_an_error() {
        assert!(report(&site(10)).is_ok());
        assert!(report(&site(2 * FIRST_DECODE_CEILING)).is_err());
        assert!(report(&site(2 * (EVERYTHING_CEILING - 500_000))).is_err());
    }
}
