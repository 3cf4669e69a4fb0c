//! The header and payload that Sign starts from.

/// The header that most issuers write.
pub(super) const RS256: &str = r#"{
  "typ": "JWT",
  "alg": "RS256",
  "kid": "test-key"
}"#;

/// JSON texts with placeholders: `@now`, `@now+300` and `@now-60` for moments, `@id` and `@subject`
/// for fresh identifiers, `@jwk` for the public key that signs, `@ath` for the hash of an access
/// token.
#[derive(Clone, Copy, Debug)]
pub struct Template {
    /// The JOSE Header, indented as a person would type it.
    pub header: &'static str,
    /// The JWT Claims Set.
    pub payload: &'static str,
}

/// What goes into the placeholders. The texts must need no escape in a JSON string.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filling {
    /// NumericDate.
    pub now: i64,
    /// Names the token.
    pub id: String,
    /// Names whom it speaks of.
    pub subject: String,
    /// The public JWK, as JSON text. Empty: the example of RFC 9449.
    pub jwk: String,
    /// `ath` of RFC 9449 §4.2. Empty: that of its example.
    pub ath: String,
}

/// RFC 9449 §4.1.
const EXAMPLE_JWK: &str = r#"{
    "kty": "EC",
    "crv": "P-256",
    "x": "l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs",
    "y": "9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA"
  }"#;
/// RFC 9449 §7.1.
const EXAMPLE_ATH: &str = "fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo";

impl Filling {
    /// Identifiers from random bytes (RFC 9562 §5.4: UUID version 4), examples for the rest.
    pub fn new(now: i64, random: [u8; 32]) -> Filling {
        let (one, two) = random.split_at(16);
        Filling {
            now,
            id: uuid(one),
            subject: uuid(two),
            jwk: String::new(),
            ath: String::new(),
        }
    }
}

impl Template {
    /// Header and payload for a token made at `now` with the identifier `id`, which must need no
    /// escape in a JSON string.
    pub fn fill(&self, now: i64, id: &str) -> (String, String) {
        self.fill_with(&Filling {
            id: id.to_owned(),
            subject: id.to_owned(),
            ..Filling::new(now, [0; 32])
        })
    }

    /// Header and payload with everything in its place.
    pub fn fill_with(&self, filling: &Filling) -> (String, String) {
        (fill(self.header, filling), fill(self.payload, filling))
    }
}

fn fill(text: &str, filling: &Filling) -> String {
    let or = |given: &str, example: &str| -> String {
        if given.is_empty() { example } else { given }.to_owned()
    };
    let text = text
        .replace("@id", &filling.id)
        .replace("@subject", &filling.subject)
        .replace("@jwk", &or(&filling.jwk, EXAMPLE_JWK))
        .replace("@ath", &or(&filling.ath, EXAMPLE_ATH));
    moments(&text, filling.now)
}

fn moments(text: &str, now: i64) -> String {
    let mut parts = text.split("@now");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits = part.strip_prefix(['+', '-']).unwrap_or_default();
        let length = digits
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(digits.len());
        let seconds: i64 = digits
            .get(..length)
            .and_then(|d| d.parse().ok())
            .unwrap_or(0);
        let moment = if part.starts_with('-') {
            now.saturating_sub(seconds)
        } else {
            now.saturating_add(seconds)
        };
        filled.push_str(&moment.to_string());
        let signed = usize::from(part.starts_with(['+', '-']));
        filled.push_str(
            part.get(length.saturating_add(signed)..)
                .unwrap_or_default(),
        );
    }
    filled
}

/// A UUID of version 4 from its first 16 random bytes (RFC 9562 §5.4).
pub fn uuid(random: &[u8]) -> String {
    let mut out = String::with_capacity(36);
    for (index, byte) in random.iter().take(16).enumerate() {
        let byte = match index {
            6 => byte & 0x0f | 0x40,
            8 => byte & 0x3f | 0x80,
            _ => *byte,
        };
        if matches!(index, 4 | 6 | 8 | 10) {
            out.push('-');
        }
        out.push_str(&format!("{byte:02x}"));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Filling, fill, moments, uuid};

    #[test]
    fn moments_are_filled_in() {
        for (text, filled) in [
            ("@now", "1000"),
            (
                "{\"a\": @now, \"b\": @now+300}",
                "{\"a\": 1000, \"b\": 1300}",
            ),
            ("@now-30 @now", "970 1000"),
            ("nothing", "nothing"),
        ] {
            assert_eq!(moments(text, 1_000), filled);
        }
    }

    #[test]
    fn identifiers_keys_and_hashes_are_filled_in() {
        let mut filling = Filling::new(1_000, [0; 32]);
        filling.id = "x-1".to_owned();
        filling.subject = "y-2".to_owned();
        assert_eq!(fill("\"@id\" @subject", &filling), "\"x-1\" y-2");
        assert!(
            fill("@jwk @ath", &filling).ends_with("fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo")
        );
        filling.jwk = "{}".to_owned();
        filling.ath = "h".to_owned();
        assert_eq!(fill("@jwk @ath", &filling), "{} h");
    }

    #[test]
    fn identifiers_are_version_4_uuids() {
        assert_eq!(uuid(&[0xff; 16]), "ffffffff-ffff-4fff-bfff-ffffffffffff");
        assert_eq!(uuid(&[0; 16]), "00000000-0000-4000-8000-000000000000");
    }
}
