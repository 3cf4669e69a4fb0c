//! The type that a definition gives a value, by its name in the data files.
//! Spec: RFC 7519 §2 (StringOrURI, NumericDate), OpenID Connect Core 1.0 §5.1.

use crate::json::{Kind, Value};

/// What kind of value a member has by its definition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ValueType {
    /// Any text.
    String,
    /// Text; with a colon in it, a URI (RFC 7519 §2).
    StringOrUri,
    /// One StringOrURI or an array of them (RFC 7519 §4.1.3).
    Audience,
    /// Seconds since 1970-01-01T00:00:00Z (RFC 7519 §2).
    NumericDate,
    /// The same in milliseconds.
    Milliseconds,
    /// A whole number.
    Integer,
    /// `true` or `false`.
    Boolean,
    /// `true` or `false`, by some senders as text.
    BooleanOrString,
    /// A JSON object.
    Object,
    /// An array of JSON objects, by some senders a single one.
    Objects,
    /// An array of text; many senders write a single text instead.
    Strings,
    /// An array with its own layout.
    Array,
    /// Words separated by spaces, by some senders an array of text.
    Words,
    /// A URI.
    Uri,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A language tag (BCP 47).
    Language,
    /// A UUID (RFC 9562).
    Uuid,
    /// A date: year-month-day.
    Day,
    /// A moment written as text (ISO 8601).
    Iso,
    /// A moment as SIP writes it (RFC 3261 §20.17).
    Date,
    /// Base64url (RFC 7515 §2).
    Base64url,
    /// An array of certificates, each in standard base64 (RFC 7515 §4.1.6).
    Certificates,
    /// A JWK (RFC 7517 §4).
    Jwk,
    /// A JWK Set (RFC 7517 §5).
    JwkSet,
    /// A token inside the token.
    Jwt,
    /// A reference to a FHIR resource, such as `Patient/1`.
    FhirReference,
    /// Whatever the sender puts there.
    Any,
}

/// Every type, with its name in the data files. `type-<name>` is the key of its text.
const NAMES: [(&str, ValueType); 28] = [
    ("string", ValueType::String),
    ("stringoruri", ValueType::StringOrUri),
    ("audience", ValueType::Audience),
    ("numericdate", ValueType::NumericDate),
    ("milliseconds", ValueType::Milliseconds),
    ("integer", ValueType::Integer),
    ("boolean", ValueType::Boolean),
    ("boolstring", ValueType::BooleanOrString),
    ("object", ValueType::Object),
    ("objects", ValueType::Objects),
    ("strings", ValueType::Strings),
    ("array", ValueType::Array),
    ("words", ValueType::Words),
    ("uri", ValueType::Uri),
    ("email", ValueType::Email),
    ("phone", ValueType::Phone),
    ("language", ValueType::Language),
    ("uuid", ValueType::Uuid),
    ("day", ValueType::Day),
    ("iso", ValueType::Iso),
    ("date", ValueType::Date),
    ("base64url", ValueType::Base64url),
    ("certificates", ValueType::Certificates),
    ("jwk", ValueType::Jwk),
    ("jwks", ValueType::JwkSet),
    ("jwt", ValueType::Jwt),
    ("fhirreference", ValueType::FhirReference),
    ("any", ValueType::Any),
];

impl ValueType {
    /// The type with this name in the data files.
    pub fn from_name(name: &str) -> Option<ValueType> {
        NAMES
            .iter()
            .find(|(n, _)| *n == name)
            .map(|(_, value_type)| *value_type)
    }

    /// Its name in the data files.
    pub fn name(self) -> &'static str {
        NAMES
            .iter()
            .find(|(_, value_type)| *value_type == self)
            .map_or("any", |(name, _)| name)
    }

    /// The key of the text that names it for a person.
    pub fn key(self) -> String {
        format!("type-{}", self.name())
    }

    /// Whether a value can be of this type, as far as its JSON kind tells. Generous where
    /// senders are known to differ, because a mismatch is shown as one.
    pub fn admits(self, value: &Value<'_>) -> bool {
        use ValueType as T;
        let kind = value.kind();
        match self {
            T::Any => true,
            T::NumericDate | T::Milliseconds => kind == Kind::Number,
            T::Integer => value.digits().map_or(kind == Kind::String, |digits| {
                !digits.contains(['.', 'e', 'E'])
            }),
            T::Boolean => matches!(kind, Kind::True | Kind::False),
            T::BooleanOrString => matches!(kind, Kind::True | Kind::False | Kind::String),
            T::Object | T::Jwk | T::JwkSet => kind == Kind::Object,
            T::Objects => matches!(kind, Kind::Array | Kind::Object),
            T::Array | T::Certificates => kind == Kind::Array,
            T::Audience | T::Strings | T::Words => {
                kind == Kind::String
                    || (kind == Kind::Array && value.items().all(|i| i.kind() == Kind::String))
            }
            _ => kind == Kind::String,
        }
    }
}
