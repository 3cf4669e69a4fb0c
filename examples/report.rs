//! Prints every answer about a paste as JSON:
//! `cargo run --release --example report -- --key key.pem < paste.txt`
//!
//! The only input and output around the core: standard input, the key file, the system's clock.

use jwt_debugger::judge::{Expectations, parse_clock};
use jwt_debugger::keys::facts::{KeyInput, SecretReading};
use jwt_debugger::report::{ReportOptions, report};
use jwt_debugger::secret::Secret;
use jwt_debugger::words::Locale;
use std::ffi::OsString;
use std::io::{Read, Write};
use std::process::ExitCode;
use std::time::SystemTime;

const USAGE: &str = "\
usage: report [--key FILE] [--now SECONDS] [--iss X] [--aud X] [--content-text TEXT] \
              [--words FILE] < PASTE
  --key FILE           the key: PEM, JWK, JWK Set, DER, a secret, a settings file
  --now SECONDS        judge the claims at this moment (NumericDate or ISO 8601); default: now
  --iss X, --aud X     the issuer and the audience that are expected
  --content-text TEXT  the payload of a token whose content is detached
  --words FILE         words to try as the secret, one a line
";

fn main() -> ExitCode {
    match run(std::env::args_os().skip(1), std::io::stdin()) {
        Ok(json) => {
            // A reader that went away is not our fault.
            let _ = writeln!(std::io::stdout(), "{json}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            let _ = write!(std::io::stderr(), "report: {message}\n{USAGE}");
            ExitCode::from(2)
        }
    }
}

/// The report as JSON text, or why the command line or its files cannot be used.
pub fn run(
    arguments: impl Iterator<Item = OsString>,
    mut input: impl Read,
) -> Result<String, String> {
    let locale = Locale::english();
    let options = options(arguments, &locale)?;
    let mut paste = Vec::new();
    input
        .read_to_end(&mut paste)
        .map_err(|error| format!("standard input: {error}"))?;
    let paste = String::from_utf8_lossy(&paste);
    let report = report(&paste, &options, &locale);
    serde_json::to_string_pretty(&report).map_err(|error| error.to_string())
}

fn options(
    arguments: impl Iterator<Item = OsString>,
    locale: &Locale,
) -> Result<ReportOptions, String> {
    let mut key = KeyInput::default();
    let mut now = None;
    let mut expectations = Expectations::default();
    let mut content = None;
    let mut words = Secret::default();
    let mut arguments = arguments;
    while let Some(argument) = arguments.next() {
        let name = argument.to_string_lossy().into_owned();
        let mut value = || {
            let value = arguments.next();
            value.ok_or_else(|| format!("{name} needs a value"))
        };
        match name.as_str() {
            "--key" => key = key_input(read(value()?)?),
            "--now" => {
                let clock = parse_clock(&text(value()?)?);
                now = clock.map_err(|fault| format!("--now: {}", locale.say(&fault)))?;
            }
            "--iss" => expectations.iss = text(value()?)?,
            "--aud" => expectations.aud = text(value()?)?,
            // Bytes that are no text are no word of the list.
            "--words" => {
                let bytes = read(value()?)?;
                words = Secret::new(String::from_utf8_lossy(&bytes).into_owned());
            }
            "--content-text" => content = Some(text(value()?)?),
            _ => return Err(format!("unknown option {name}")),
        }
    }
    Ok(ReportOptions {
        key,
        now: now.unwrap_or_else(system_clock),
        expectations,
        content,
        words,
        ..ReportOptions::default()
    })
}

fn read(file: OsString) -> Result<Vec<u8>, String> {
    let file = std::path::PathBuf::from(file);
    std::fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))
}

fn text(value: OsString) -> Result<String, String> {
    let not_unicode = |value: OsString| format!("{} is not Unicode", value.display());
    value.into_string().map_err(not_unicode)
}

/// A key box takes text; bytes that are none (DER, a binary secret) go in as base64.
fn key_input(bytes: Vec<u8>) -> KeyInput {
    match String::from_utf8(bytes) {
        Ok(text) => KeyInput {
            text: Secret::new(text),
            ..KeyInput::default()
        },
        Err(error) => KeyInput {
            text: Secret::new(jwt_debugger::base64url::encode(error.as_bytes())),
            reading: SecretReading::Base64url,
            ..KeyInput::default()
        },
    }
}

fn system_clock() -> i64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    since.map_or(0, |since| {
        i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
    })
}
