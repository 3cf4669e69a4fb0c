//! A `.br` and a `.gz` beside each file that becomes smaller by it, for hosts
//! that serve such files as they are.

use std::io::Write;

use anyhow::Result;

use super::Site;

const WINDOW: u32 = 22;
const BEST: u32 = 11;

/// Adds the compressed copies.
///
/// # Errors
/// When a compressor fails, which it does not on memory.
pub(super) fn add_copies(site: &mut Site) -> Result<()> {
    let mut copies = Site::new();
    for (path, content) in &*site {
        if !is_compressible(path) {
            continue;
        }
        for (ending, copy) in [("br", brotli(content)?), ("gz", gzip(content)?)] {
            if copy.len() < content.len() {
                copies.insert(format!("{path}.{ending}"), copy);
            }
        }
    }
    site.extend(copies);
    Ok(())
}

/// Brotli at its best level.
///
/// # Errors
/// None on memory.
pub(crate) fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    {
        let mut writer = brotli::CompressorWriter::new(&mut packed, 1 << 16, BEST, WINDOW);
        writer.write_all(content)?;
        writer.flush()?;
    }
    Ok(packed)
}

/// Without a name or a time in its header, so that it follows from the content.
///
/// # Errors
/// None on memory.
pub(crate) fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    writer.write_all(content)?;
    Ok(writer.finish()?)
}

fn is_compressible(path: &str) -> bool {
    [
        "html",
        "js",
        "css",
        "wasm",
        "svg",
        "json",
        "webmanifest",
        "ftl",
        "tsv",
        "txt",
    ]
    .iter()
    .any(|ending| path.ends_with(&format!(".{ending}")))
}

#[cfg(test)]
mod tests {
    use super::brotli;

    /// Bytes that the list may take, as it is sent.
    const MOST: usize = 60_000;

    #[test]
    fn the_list_of_known_secrets_is_at_most_60_kilobytes_as_it_is_sent() {
        let words = include_bytes!("../../../src/guess/secrets.txt");
        let sent = brotli(words).map(|packed| packed.len()).ok();
        assert!(
            sent.is_some_and(|sent| (1..=MOST).contains(&sent)),
            "{sent:?} of {MOST} bytes"
        );
    }
}
