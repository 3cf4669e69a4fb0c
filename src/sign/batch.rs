//! Many tokens from one draft: a table gives the members that differ, a row a token. The table is
//! CSV with a line of names, or JSON objects, one a line. It is signed slice by slice, so that
//! the page can tell how far it is and stop; a row that cannot be used does not stop the others.
//! Spec: RFC 4180; RFC 8259 for each line of JSON.

use super::{placed, reading_of, sign_with, word};
use crate::diagnostic::Diagnostic;
use crate::job::{BatchPart, BatchRow, Batched, TableHead};
use crate::json::{Kind, Value, parse, quote, set_member};
use crate::judge::parse_clock;
use crate::keys::KeyReading;
use crate::profiles::uuid;
use crate::span::Part;
use rand_core::CryptoRngCore;

/// What a spreadsheet may put between two values; many write `;` where the comma is for decimals.
const DELIMITERS: [char; 3] = [',', ';', '\t'];

/// Signs the next rows of a table, `part.count` of them at most. The key is read once. An error
/// is one of the table as a whole.
pub fn batch<R: CryptoRngCore>(part: &BatchPart, rng: &mut R) -> Result<Batched, Diagnostic> {
    let template = &part.draft.payload;
    let document = parse(template.clone().into_bytes());
    if document.object().is_none() || !document.faults().is_empty() {
        return Err(Diagnostic::danger("batch-template-not-object"));
    }
    let reading = reading_of(&part.draft);
    cannot_sign(&part.draft, &reading, rng)?;
    let mut table = Table::open(part)?;
    let mut rows = Vec::new();
    while rows.len() < part.count {
        let Some((line, cells)) = table.next_row() else {
            break;
        };
        let token = cells.and_then(|cells| sign_row(&part.draft, &reading, &cells, rng));
        rows.push(BatchRow { line, token });
    }
    Ok(Batched {
        head: table.head,
        read: table.at,
        line: table.line,
        rows,
    })
}

/// What no row could mend is said once, and not of each row: a header or a key that signs nothing.
fn cannot_sign<R: CryptoRngCore>(
    template: &crate::job::Draft,
    reading: &KeyReading,
    rng: &mut R,
) -> Result<(), Diagnostic> {
    match sign_with(template, reading, rng) {
        // A row may bring what the payload lacks.
        Err(why) if !why.code.starts_with("sign-sd-jwt") => Err(why),
        Ok(_) | Err(_) => Ok(()),
    }
}

fn sign_row<R: CryptoRngCore>(
    template: &crate::job::Draft,
    reading: &KeyReading,
    row: &Row,
    rng: &mut R,
) -> Result<String, Diagnostic> {
    let mut payload = apply(&template.payload, row)?;
    // What identifies a token cannot be the same in all of them (RFC 7519 §4.1.7).
    if !row.iter().any(|(name, _)| name == "jti") && has_text(&payload, "jti") {
        let mut random = [0; 16];
        rng.fill_bytes(&mut random);
        payload = set_member(&payload, "jti", &quote(&uuid(&random))).unwrap_or(payload);
    }
    let draft = crate::job::Draft {
        payload,
        ..template.clone()
    };
    let signed = sign_with(&draft, reading, rng)?;
    // An unprotected header may have line breaks, and a file of tokens has one a line.
    Ok(signed.token.replace(['\n', '\r'], " "))
}

fn has_text(payload: &str, name: &str) -> bool {
    let document = parse(payload.as_bytes().to_vec());
    document
        .get(name)
        .is_some_and(|value| value.kind() == Kind::String)
}

/// A value of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Cell {
    /// JSON, as it was written.
    Json(String),
    /// Text, which becomes what the template has in its place.
    Text(String),
}

type Row = Vec<(String, Cell)>;

/// What is left of a table.
struct Table<'a> {
    text: &'a str,
    /// Bytes of `text` that were read.
    at: usize,
    /// The line of the whole table at which the rest starts, from 1.
    line: usize,
    head: Option<TableHead>,
}

impl<'a> Table<'a> {
    fn open(part: &'a BatchPart) -> Result<Self, Diagnostic> {
        let mut table = Table {
            text: &part.rest,
            at: 0,
            line: part.line.max(1),
            head: part.head.clone(),
        };
        if part.head.is_none() {
            if table.text.starts_with('\u{feff}') {
                table.at = '\u{feff}'.len_utf8();
            }
            table.head = Some(table.read_head()?);
        }
        Ok(table)
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn read_head(&mut self) -> Result<TableHead, Diagnostic> {
        let rest = self.rest();
        if rest.trim().is_empty() {
            return Err(Diagnostic::danger("batch-empty"));
        }
        if rest.trim_start().starts_with('{') {
            return Ok(TableHead::JsonLines);
        }
        if rest.trim_start().starts_with('[') {
            return Err(Diagnostic::danger("batch-json-array"));
        }
        let mut first = rest.trim_start().lines().next().unwrap_or_default();
        // Excel's own line, which names the delimiter.
        let named = first.strip_prefix("sep=").map(|rest| rest.trim_end());
        if let Some(named) = named {
            let start = rest.len().saturating_sub(rest.trim_start().len());
            let line = rest
                .find('\n')
                .map_or(rest.len(), |at| at.saturating_add(1));
            self.at = self.at.saturating_add(line.max(start));
            self.line = self.line.saturating_add(1);
            first = self.rest().lines().next().unwrap_or_default();
            if let Some(delimiter) = DELIMITERS.into_iter().find(|one| named == one.to_string()) {
                return self.names(delimiter);
            }
        }
        let plain = unquoted(first);
        let often = |delimiter: &char| plain.matches(*delimiter).count();
        // Of equals the last counts, and a line without any of them is one column.
        let delimiter = DELIMITERS.into_iter().rev().max_by_key(often);
        self.names(delimiter.unwrap_or(','))
    }

    fn names(&mut self, delimiter: char) -> Result<TableHead, Diagnostic> {
        let (_, names) = self.record(delimiter).unwrap_or_default();
        let names: Vec<String> = names.iter().map(|name| name.trim().to_owned()).collect();
        for (index, name) in names.iter().enumerate() {
            if name.is_empty() {
                let number = index.saturating_add(1);
                return Err(Diagnostic::danger("batch-column-unnamed").with("number", number));
            }
            if names.iter().take(index).any(|other| other == name) {
                let error = Diagnostic::danger("batch-column-repeated");
                return Err(error.with("name", name.as_str()));
            }
        }
        Ok(TableHead::Csv { names, delimiter })
    }

    /// The next row and the line at which it starts.
    fn next_row(&mut self) -> Option<(usize, Result<Row, Diagnostic>)> {
        match self.head.clone()? {
            TableHead::JsonLines => self.json_row(),
            TableHead::Csv { names, delimiter } => self.csv_row(&names, delimiter),
        }
    }

    fn json_row(&mut self) -> Option<(usize, Result<Row, Diagnostic>)> {
        loop {
            let rest = self.rest();
            let text = rest.lines().next()?;
            let end = rest
                .find('\n')
                .map_or(rest.len(), |at| at.saturating_add(1));
            let line = self.line;
            self.at = self.at.saturating_add(end);
            self.line = line.saturating_add(1);
            if !text.trim().is_empty() {
                return Some((line, members(text)));
            }
        }
    }

    fn csv_row(
        &mut self,
        names: &[String],
        delimiter: char,
    ) -> Option<(usize, Result<Row, Diagnostic>)> {
        let start = self.at;
        let (line, values) = self.record(delimiter)?;
        let raw = self.text.get(start..self.at).unwrap_or_default();
        let is_last = self.rest().is_empty();
        let is_open = raw.trim_start().starts_with('"') && names.len() == 1;
        let is_open = is_open || raw.trim().contains('\n');
        if is_last && raw.matches('"').count() % 2 == 1 && is_open {
            // The quote took in every line that follows.
            return Some((line, Err(Diagnostic::danger("batch-quote-open"))));
        }
        if values.len() != names.len() {
            let error = Diagnostic::danger("batch-row-length")
                .with("found", values.len())
                .with("expected", names.len());
            return Some((line, Err(error)));
        }
        let written = raw_values(raw.trim_matches(['\r', '\n']), delimiter);
        let cells = names.iter().zip(values).zip(written);
        // An empty value leaves what the template has; `""` is an empty text.
        let cells = cells.filter(|((_, text), raw)| !text.is_empty() || raw.trim() == "\"\"");
        let row = cells.map(|((name, text), _)| (name.clone(), Cell::Text(text)));
        Some((line, Ok(row.collect())))
    }

    /// The values of the next record and the line at which it starts; empty lines are none.
    fn record(&mut self, delimiter: char) -> Option<(usize, Vec<String>)> {
        let rest = self.rest();
        let blank = rest.len() - rest.trim_start_matches(['\r', '\n']).len();
        let skipped = rest.get(..blank).unwrap_or_default();
        self.line = self.line.saturating_add(skipped.matches('\n').count());
        self.at = self.at.saturating_add(blank);
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(u8::try_from(delimiter).unwrap_or(b','))
            .from_reader(self.rest().as_bytes());
        let mut record = csv::StringRecord::new();
        if !reader.read_record(&mut record).unwrap_or(false) {
            self.at = self.text.len();
            return None;
        }
        let read = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        let start = self.at;
        self.at = start.saturating_add(read).min(self.text.len());
        let line = self.line;
        let raw = self.text.get(start..self.at).unwrap_or_default();
        self.line = line.saturating_add(raw.matches('\n').count());
        Some((line, record.iter().map(str::to_owned).collect()))
    }
}

fn members(line: &str) -> Result<Row, Diagnostic> {
    let document = parse(line.as_bytes().to_vec());
    if let Some(fault) = document.faults().first() {
        let mut error = placed(
            Diagnostic::danger("batch-row-not-json"),
            Part::Payload,
            fault,
        );
        error.span = None;
        return Err(error);
    }
    let object = document
        .object()
        .ok_or_else(|| Diagnostic::danger("batch-row-not-object"))?;
    if let Some((name, _)) = object.repeated_members().next() {
        let name = name.text().unwrap_or_default().into_owned();
        return Err(Diagnostic::danger("batch-row-duplicate").with("name", name));
    }
    let members = object.members().map(|(name, value)| {
        let name = name.text().unwrap_or_default().into_owned();
        (name, Cell::Json(value.raw_text().into_owned()))
    });
    Ok(members.collect())
}

/// The template with the row's members in it. Where the template has a string, or nothing, a text
/// becomes a string; where it has something else, the text has to be that. A moment may be written
/// as a date. A name that begins with `/` is a JSON Pointer (RFC 6901), unless the template has a
/// member that is called so.
fn apply(template: &str, row: &Row) -> Result<String, Diagnostic> {
    let mut payload = template.to_owned();
    for (name, cell) in row {
        let document = parse(payload.clone().into_bytes());
        let is_pointer = name.starts_with('/') && document.get(name).is_none();
        let there = match is_pointer {
            true => document.at_pointer(name),
            false => document.get(name),
        };
        let value = match cell {
            Cell::Json(json) => json.clone(),
            Cell::Text(text) => written(name, text, there.map(|value| value.kind()))?,
        };
        let changed = match (is_pointer, there) {
            (false, _) => set_member(&payload, name, &value),
            (true, Some(there)) => spliced(&payload, there, &value),
            (true, None) => {
                let (parent, own) = name.rsplit_once('/').unwrap_or_default();
                let parent = document.at_pointer(parent);
                let parent = parent.filter(|parent| parent.kind() == Kind::Object);
                let parent = parent.ok_or_else(|| {
                    Diagnostic::danger("batch-pointer-nowhere").with("name", name.as_str())
                })?;
                let own = own.replace("~1", "/").replace("~0", "~");
                let inside = set_member(&parent.raw_text(), &own, &value);
                inside.and_then(|inside| spliced(&payload, parent, &inside))
            }
        };
        payload = changed.ok_or_else(|| Diagnostic::danger("batch-template-not-object"))?;
    }
    Ok(payload)
}

/// `payload` with another text in the place of a value.
fn spliced(payload: &str, there: Value<'_>, value: &str) -> Option<String> {
    let span = there.span();
    let (before, after) = (payload.get(..span.start)?, payload.get(span.end..)?);
    Some([before, value, after].concat())
}

/// A text of the table as JSON, as what the template has in its place.
fn written(name: &str, text: &str, there: Option<Kind>) -> Result<String, Diagnostic> {
    let is_moment = MOMENTS.contains(&name);
    let wanted = match there {
        None | Some(Kind::Null) if is_moment => Kind::Number,
        None | Some(Kind::String | Kind::Null) => return Ok(quote(text)),
        Some(there) => kin(there),
    };
    let plain = match wanted {
        // Spreadsheets write them in capitals.
        Kind::True => text.trim().to_ascii_lowercase(),
        _ => text.trim().to_owned(),
    };
    let given = parse(plain.clone().into_bytes());
    let kind = given.root().map(|root| kin(root.kind()));
    if given.faults().is_empty() && kind == Some(wanted) {
        return Ok(plain);
    }
    let moment = parse_clock(&plain).ok().flatten();
    if let Some(moment) = moment.filter(|_| is_moment && wanted == Kind::Number) {
        return Ok(moment.to_string());
    }
    Err(Diagnostic::danger("batch-cell-kind")
        .with("name", name)
        .with("text", text)
        .with("wanted", word(wanted.word())))
}

/// Claims whose value is a NumericDate (RFC 7519 §4.1, OpenID Connect Core 1.0 §2).
const MOMENTS: [&str; 5] = ["exp", "nbf", "iat", "auth_time", "updated_at"];

/// The values of a record as they are written, quotes and all.
fn raw_values(record: &str, delimiter: char) -> Vec<&str> {
    let mut is_quoted = false;
    let ends = move |c: char| {
        is_quoted ^= c == '"';
        c == delimiter && !is_quoted
    };
    record.split(ends).collect()
}

/// A line of a table without what stands between quotes.
fn unquoted(line: &str) -> String {
    line.split('"').step_by(2).collect()
}

/// `true` and `false` stand for each other.
fn kin(kind: Kind) -> Kind {
    match kind {
        Kind::False => Kind::True,
        other => other,
    }
}

#[cfg(test)]
mod tests;
