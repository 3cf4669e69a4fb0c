//! UUIDs: their version, and the moment that is in some of them.
//! Spec: RFC 9562 §4–§6.

use super::Subject;
use crate::diagnostic::{Diagnostic, Fact};
use std::borrow::Cow;

/// 100-nanosecond steps from 15 October 1582 to 1970.
const GREGORIAN: u128 = 0x01B2_1DD2_1381_4000;

pub(super) fn explain(subject: &Subject<'_, '_>, said: &mut Vec<Diagnostic>) {
    let Some(text) = subject.text() else { return };
    let Some(uuid) = parse(&text) else { return };
    let version = field(uuid, 76, 4);
    // Variant 10: the layout of RFC 9562. Others have no version (§4.1).
    let is_standard = field(uuid, 62, 2) == 0b10;
    let (code, seconds) = match version {
        _ if uuid == 0 => ("value-uuid-nil", None),
        _ if uuid == u128::MAX => ("value-uuid-max", None),
        _ if !is_standard => ("value-uuid-old", None),
        1 => {
            let ticks = field(uuid, 64, 12) << 48 | field(uuid, 80, 16) << 32 | field(uuid, 96, 32);
            ("value-uuid-time", gregorian(ticks))
        }
        6 => {
            let ticks = field(uuid, 80, 48) << 12 | field(uuid, 64, 12);
            ("value-uuid-time", gregorian(ticks))
        }
        7 => {
            let seconds = field(uuid, 80, 48) / 1_000;
            ("value-uuid-time", i64::try_from(seconds).ok())
        }
        4 => ("value-uuid-random", None),
        3 | 5 => ("value-uuid-name", None),
        _ => ("value-uuid-version", None),
    };
    let mut diagnostic = Diagnostic::info(code);
    if let Ok(version) = u64::try_from(version) {
        // A version is a name here, not an amount.
        diagnostic = diagnostic.with("version", version.to_string());
    }
    if let Some(seconds) = seconds {
        let moment = Fact::Moment(seconds);
        diagnostic.facts.push((Cow::Borrowed("at"), moment));
    }
    said.push(diagnostic);
    // Versions 1 and 6 end in the network card's address, unless its multicast bit is set (§6.10).
    if is_standard && matches!(version, 1 | 6) && field(uuid, 40, 1) == 0 && uuid != 0 {
        let octets: Vec<String> = (0..6u32)
            .rev()
            .map(|octet| format!("{:02x}", field(uuid, octet * 8, 8)))
            .collect();
        said.push(Diagnostic::info("value-uuid-address").with("address", octets.join(":")));
    }
}

/// `bits` bits from bit `low`, counted from the right.
fn field(uuid: u128, low: u32, bits: u32) -> u128 {
    (uuid >> low) & ((1 << bits) - 1)
}

fn gregorian(ticks: u128) -> Option<i64> {
    let ticks = i128::try_from(ticks).ok()? - i128::try_from(GREGORIAN).ok()?;
    i64::try_from(ticks.div_euclid(10_000_000)).ok()
}

/// The number behind `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`, also after `urn:uuid:` and in
/// braces, as .NET writes it.
fn parse(text: &str) -> Option<u128> {
    let text = text.strip_prefix("urn:uuid:").unwrap_or(text);
    let braced = text
        .strip_prefix('{')
        .and_then(|text| text.strip_suffix('}'));
    let text = braced.unwrap_or(text);
    let groups: Vec<&str> = text.split('-').collect();
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    if lengths != [8, 4, 4, 4, 12] || !groups.concat().bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    u128::from_str_radix(&groups.concat(), 16).ok()
}
