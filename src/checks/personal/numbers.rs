//! Numbers with a check digit.

/// The eleven-test of the Dutch citizen service number: nine digits with weights 9, 8, … 2, -1,
/// whose sum is a multiple of eleven. One in eleven numbers passes it.
pub(super) fn is_bsn(text: &str) -> bool {
    if text.len() != 9 {
        return false;
    }
    let Some(digits) = digits(text) else {
        return false;
    };
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let sum: i32 = digits
        .iter()
        .zip(weights)
        .map(|(digit, weight)| i32::from(*digit).saturating_mul(weight))
        .sum();
    sum % 11 == 0 && digits.iter().any(|digit| *digit != 0)
}

/// A citizen service number in its nine digits: dots and spaces gone, the zero that a JSON number
/// cannot begin with put back.
pub(super) fn as_bsn(text: &str) -> String {
    let kept = text.chars().filter(|c| !matches!(c, '.' | ' ' | '-'));
    let digits: String = kept.collect();
    match digits.len() {
        8 => format!("0{digits}"),
        _ => digits,
    }
}

/// ISO/IEC 7812: 13 to 19 digits, in groups or not, from a range that cards are issued in, with
/// Luhn's check digit.
pub(super) fn is_card(text: &str) -> bool {
    if !(13..=40).contains(&text.len()) || !text.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let plain: String = text.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
    let Some(digits) = digits(&plain).filter(|digits| (13..=19).contains(&digits.len())) else {
        return false;
    };
    let starts = |length: usize| {
        plain
            .get(..length)
            .and_then(|s| s.parse().ok())
            .unwrap_or(0u32)
    };
    let is_issued = match digits.len() {
        15 => matches!(starts(2), 34 | 37),
        16 => {
            starts(1) == 4
                || matches!(starts(2), 51..=55 | 65)
                || matches!(starts(4), 2221..=2720 | 6011 | 3528..=3589)
        }
        13 | 19 => starts(1) == 4,
        _ => false,
    };
    is_issued && luhn(&digits)
}

fn luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(index, digit)| {
            let digit = u32::from(*digit);
            match (index % 2, digit) {
                (0, _) => digit,
                (_, 0..=4) => digit.saturating_mul(2),
                _ => digit.saturating_mul(2).saturating_sub(9),
            }
        })
        .sum();
    sum.is_multiple_of(10) && sum != 0
}

/// ISO 13616: country, check digits and account; moved to the end, letters as 10 to 35, the
/// number is 1 modulo 97.
pub(super) fn is_iban(text: &str) -> bool {
    if !(15..=60).contains(&text.len()) || !text.starts_with(|c: char| c.is_ascii_uppercase()) {
        return false;
    }
    let plain: String = text.chars().filter(|c| *c != ' ').collect();
    let bytes = plain.as_bytes();
    let shape = (15..=34).contains(&bytes.len())
        && bytes.iter().take(2).all(u8::is_ascii_uppercase)
        && bytes.iter().skip(2).take(2).all(u8::is_ascii_digit)
        && bytes
            .iter()
            .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    let moved = bytes.iter().skip(4).chain(bytes.iter().take(4));
    let remainder = moved.fold(0u32, |remainder, byte| {
        let value = char::from(*byte).to_digit(36).unwrap_or(0);
        let shift = if value > 9 { 100 } else { 10 };
        remainder.saturating_mul(shift).saturating_add(value) % 97
    });
    shape && remainder == 1
}

/// Whether an IBAN has the length of its country, by the IBAN registry of SWIFT.
pub(super) fn is_registered_iban(iban: &str) -> bool {
    let plain: String = iban.chars().filter(|c| *c != ' ').collect();
    let length = format!("{}{}", plain.get(..2).unwrap_or_default(), plain.len());
    IBAN_LENGTHS.split(' ').any(|one| one == length)
}

/// Countries, each with how long its IBAN is.
const IBAN_LENGTHS: &str = "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 \
    CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 \
    HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 \
    MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 \
    SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30";

fn digits(text: &str) -> Option<Vec<u8>> {
    text.bytes()
        .map(|byte| byte.is_ascii_digit().then(|| byte.saturating_sub(b'0')))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{is_bsn, is_card, is_iban};

    #[test]
    fn the_eleven_test() {
        for good in ["111222333", "123456782", "999990019", "010000008"] {
            assert!(is_bsn(good), "{good}");
        }
        for bad in [
            "111222334",
            "123456789",
            "000000000",
            "11122233",
            "1112223330",
            "",
            "11122233a",
            "111.222.333",
        ] {
            assert!(!is_bsn(bad), "{bad}");
        }
    }

    #[test]
    fn card_numbers() {
        for good in [
            "4111111111111111",
            "5555 5555 5555 4444",
            "3782-822463-10005",
            "6011111111111117",
            "2223003122003222",
        ] {
            assert!(is_card(good), "{good}");
        }
        for bad in [
            "4111111111111112",
            "1767225600000000",
            "0000000000000000",
            "411111111111",
            "9111111111111111",
            "4111x111111111111",
        ] {
            assert!(!is_card(bad), "{bad}");
        }
    }

    #[test]
    fn bank_account_numbers() {
        for good in [
            "NL91ABNA0417164300",
            "GB82 WEST 1234 5698 7654 32",
            "DE89370400440532013000",
            "NO9386011117947",
        ] {
            assert!(is_iban(good), "{good}");
        }
        for bad in [
            "NL92ABNA0417164300",
            "nl91abna0417164300",
            "NL91",
            "NLXXABNA0417164300",
            "9191ABNA0417164300",
            "NL91-ABNA-0417164300",
        ] {
            assert!(!is_iban(bad), "{bad}");
        }
    }
}
