//! The file with which the page tests itself: one row of JSON a line, made from the vectors that
//! the tests run, by the same code.

use anyhow::{Context, Result};
use serde_json::Value;

use super::Site;
use crate::workspace;

#[allow(
    clippy::indexing_slicing,
    dead_code,
    reason = "an index of a JSON value is never out of range; the runners of the tests use more of it"
)]
#[path = "../../../tests/vectors/rows.rs"]
mod rows;

const FILE: &str = "vectors.txt";
const DATA: &str = "tests/vectors/data";

/// Puts the file into the site.
///
/// # Errors
/// When a file of the vectors cannot be read.
pub(super) fn write(site: &mut Site) -> Result<()> {
    let folder = workspace::root().join(DATA);
    let read = |file: &str| -> Result<Value> {
        let path = folder.join(format!("{file}.json"));
        let text = std::fs::read_to_string(&path)
            .with_context(|| format!("{} could not be read", path.display()))?;
        serde_json::from_str(&text).with_context(|| format!("{} is no JSON", path.display()))
    };
    let all: Result<Vec<(&str, Value)>> = rows::FILES
        .iter()
        .map(|(file, _)| Ok((*file, read(file)?)))
        .collect();
    let all = all?;
    let text = rows::lines(|file| {
        let found = all.iter().find(|(name, _)| *name == file);
        found.map(|(_, data)| data.clone()).unwrap_or_default()
    });
    site.insert(FILE.to_string(), text.into_bytes());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rfc_has_rows_and_every_row_is_one_line() {
        let mut site = Site::new();
        write(&mut site).unwrap();
        let text = String::from_utf8(site.remove(FILE).unwrap()).unwrap();
        let rows: Vec<Value> = text
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        for (_, rfc) in rows::FILES {
            assert!(rows.iter().any(|row| row["group"] == rfc), "{rfc}");
        }
        assert!(rows.iter().all(|row| row["expected"].is_string()));
    }
}
