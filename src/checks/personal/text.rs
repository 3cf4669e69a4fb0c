//! Mail addresses and telephone numbers, by shape.

/// `local@domain.tld`: strict enough that user names, SPIFFE IDs and URLs are not taken for one.
/// Addresses of service accounts are nobody's.
pub(in super::super) fn is_mail(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let label =
        |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    let has_top_level = domain
        .rsplit_once('.')
        .is_some_and(|(_, top)| top.chars().count() >= 2 && top.chars().all(char::is_alphabetic));
    !local.is_empty()
        && local
            .chars()
            .all(|c| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c))
        && domain.split('.').all(label)
        && has_top_level
        && !domain.ends_with("gserviceaccount.com")
}

/// E.164: a plus and 8 to 15 digits, separators between them.
pub(super) fn is_international_phone(text: &str) -> bool {
    let text = text.strip_prefix("tel:").unwrap_or(text);
    text.strip_prefix('+')
        .is_some_and(|rest| rest.starts_with(|c: char| ('1'..='9').contains(&c)))
        && digit_count(text).is_some_and(|count| (8..=15).contains(&count))
}

/// Ten digits from 06.
pub(super) fn is_dutch_mobile(text: &str) -> bool {
    text.starts_with("06")
        && digit_count(text) == Some(10)
        && !text.contains(['(', ')', '+', '.', '/'])
}

/// Digits and separators, as many as a telephone number has.
pub(super) fn is_phone_like(text: &str) -> bool {
    digit_count(text).is_some_and(|count| (6..=15).contains(&count))
}

/// How many digits there are, if there is nothing else but separators.
fn digit_count(text: &str) -> Option<usize> {
    if text.len() > 40 {
        return None;
    }
    let rest = text.strip_prefix('+').unwrap_or(text);
    let is_number = rest
        .chars()
        .all(|c| c.is_ascii_digit() || " -()./".contains(c));
    is_number.then(|| rest.bytes().filter(u8::is_ascii_digit).count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mail_addresses() {
        for good in [
            "a@b.nl",
            "jan.de-vries+x@mail.example.com",
            "jörg@exämple.de",
        ] {
            assert!(is_mail(good), "{good}");
        }
        for bad in [
            "a@b",
            "@b.nl",
            "a@",
            "a@b.1",
            "a b@c.nl",
            "a@b@c.nl",
            "https://a@b.nl/x",
            "a@b..nl",
            "mailto:a@b.nl",
            "robot@x.iam.gserviceaccount.com",
            "npm@1.2.3",
        ] {
            assert!(!is_mail(bad), "{bad}");
        }
    }

    #[test]
    fn telephone_numbers() {
        for good in ["+31612345678", "+31 (0)20 123 4567", "tel:+1-201-555-0123"] {
            assert!(is_international_phone(good), "{good}");
        }
        for bad in [
            "+0123456789",
            "+1",
            "+31 6 1234 5678 x2",
            "31612345678",
            "+1234567890123456",
        ] {
            assert!(!is_international_phone(bad), "{bad}");
        }
        assert!(is_dutch_mobile("06-12345678"));
        assert!(!is_dutch_mobile("0612345678.0"));
        assert!(!is_dutch_mobile("061234567"));
        assert!(is_phone_like("020-1234567"));
        assert!(!is_phone_like("12345"));
        assert!(!is_phone_like("true"));
    }
}
