//! One demand of a specification on one claim or Header Parameter, with the clause that makes it.

use super::{Profile, Unverified};
use crate::diagnostic::{Diagnostic, Fact, Severity};
use crate::json::{Kind, Value};
use serde::{Deserialize, Serialize};

/// A demand.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    name: &'static str,
    place: Place,
    want: Want,
    clause: &'static str,
    level: Level,
    is_optional: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Header,
    Payload,
}

/// RFC 2119.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    Must,
    Should,
}

/// What a value must be.
#[derive(Clone, Copy, Debug)]
pub enum Want {
    /// There, of whatever kind.
    Present,
    /// Not there.
    Absent,
    /// A string with something in it.
    Text,
    /// A string or an array of strings, with something in it.
    Audience,
    /// A number.
    Number,
    /// An object.
    Object,
    /// An `https` URL.
    Https,
    /// One of these strings, exactly.
    OneOf(&'static [&'static str]),
    /// A string that begins with one of these.
    Begins(&'static [&'static str]),
    /// A media type, case aside, `application/` or not; the first is the proper one.
    MediaType(&'static [&'static str]),
    /// An `alg` that signs with a private key: neither `none` nor HMAC.
    Asymmetric,
    /// An `alg` other than `none`.
    Signed,
    /// The same string as this other claim.
    SameAs(&'static str),
    /// `exp` at most this many seconds after `iat`, or after the clock where there is no `iat`.
    Lifetime(i64),
    /// The same after `iat` only: without it nobody can tell, and that is said.
    IssuedFor(i64),
    /// A moment that is not after the clock.
    NotAhead,
    /// What no other row says. The answer has its own code.
    By(fn(&Unverified) -> Option<Diagnostic>),
}

/// What a profile expects of every token of its kind; empty where it depends on the token.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Presets {
    /// `iss`
    pub iss: String,
    /// `aud`
    pub aud: String,
    /// `typ` of the header.
    pub typ: String,
    /// `alg` of the header is one of these.
    pub algs: Vec<String>,
    /// Seconds that a token lives at most.
    pub lifetime: Option<i64>,
}

impl Presets {
    /// Reads them out of rules: what must be one value, and which algorithms must be.
    pub(super) fn of(rules: &[Rule]) -> Presets {
        let mut presets = Presets::default();
        for rule in rules.iter().filter(|rule| rule.level == Level::Must) {
            match (rule.place, rule.name, rule.want) {
                (Place::Header, "alg", Want::OneOf(algs)) => {
                    presets.algs = algs.iter().map(|alg| (*alg).to_owned()).collect();
                }
                (Place::Header, "typ", Want::MediaType([typ])) => presets.typ = (*typ).to_owned(),
                (Place::Payload, "iss", Want::OneOf([iss])) => presets.iss = (*iss).to_owned(),
                (Place::Payload, "aud", Want::OneOf([aud])) => presets.aud = (*aud).to_owned(),
                (Place::Payload, _, Want::Lifetime(seconds)) => presets.lifetime = Some(seconds),
                _ => {}
            }
        }
        presets
    }
}

/// A claim must be so.
pub(super) const fn claim(name: &'static str, want: Want, clause: &'static str) -> Rule {
    Rule {
        name,
        place: Place::Payload,
        want,
        clause,
        level: Level::Must,
        is_optional: false,
    }
}

/// A Header Parameter must be so.
pub(super) const fn header(name: &'static str, want: Want, clause: &'static str) -> Rule {
    Rule {
        place: Place::Header,
        ..claim(name, want, clause)
    }
}

impl Rule {
    /// The same as a recommendation.
    pub(super) const fn should(self) -> Rule {
        Rule {
            level: Level::Should,
            ..self
        }
    }

    /// The same, where the name is there at all.
    pub(super) const fn when_present(self) -> Rule {
        Rule {
            is_optional: true,
            ..self
        }
    }

    /// The clause of the specification.
    pub fn clause(&self) -> &'static str {
        self.clause
    }

    /// The claim or Header Parameter it is about.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// How many seconds a token may live by this rule, where it says so.
    pub(super) fn longest(&self) -> Option<i64> {
        match self.want {
            Want::Lifetime(seconds) | Want::IssuedFor(seconds) => Some(seconds),
            _ => None,
        }
    }

    /// What to say when the rule does not hold.
    pub fn check(&self, profile: &Profile, token: &Unverified) -> Option<Diagnostic> {
        let value = match self.place {
            Place::Header => token.header(self.name),
            Place::Payload => token.claim(self.name),
        };
        let mut diagnostic = match (self.want, value) {
            (Want::By(judge), _) => judge(token)?,
            (Want::IssuedFor(allowed), None) => {
                Diagnostic::info("profile-lifetime-unknown").with("allowed", Fact::Seconds(allowed))
            }
            (Want::Absent, None) => return None,
            (Want::Absent, Some(_)) => self.says("profile-forbidden"),
            (_, None) if self.is_optional => return None,
            (_, None) => self.says("profile-missing"),
            (want, Some(value)) => self.judge(want, value, token)?,
        };
        if let Some(value) = value {
            diagnostic.span = Some(match self.place {
                Place::Header => token.header_span(value),
                Place::Payload => token.claim_span(value),
            });
        }
        let demands = match self.level {
            Level::Must => "profile-requires",
            Level::Should => "profile-recommends",
        };
        Some(
            diagnostic
                .with("profile", Fact::Word(profile.name.into()))
                .with("name", self.name)
                .with("clause", self.clause)
                .with("demands", Fact::Word(demands.into())),
        )
    }

    fn says(&self, code: &'static str) -> Diagnostic {
        let severity = match self.level {
            Level::Must => Severity::Warning,
            Level::Should => Severity::Info,
        };
        Diagnostic::new(severity, code)
    }

    fn judge(&self, want: Want, value: Value, token: &Unverified) -> Option<Diagnostic> {
        let text = value.text();
        let text = text.as_deref();
        let holds_text = text.is_some_and(|text| !text.is_empty());
        let kind = |holds: bool, expected: &'static str| {
            (!holds).then(|| {
                self.says("profile-wrong-kind")
                    .with("found", shown(value))
                    .with("expected", Fact::Word(expected.into()))
            })
        };
        let any = |allowed: &[&str], fits: &dyn Fn(&str, &str) -> bool, code| {
            let found = text.unwrap_or_default();
            let fits = text.is_some() && allowed.iter().any(|one| fits(found, one));
            (!fits).then(|| {
                self.says(code)
                    .with("found", shown(value))
                    .with("count", allowed.len())
                    .with("expected", allowed.join(", "))
            })
        };
        match want {
            Want::Present | Want::Absent | Want::By(_) => None,
            Want::Text => kind(holds_text, "profile-kind-text"),
            Want::Audience => {
                let all = value.items().all(|item| item.kind() == Kind::String);
                let some = value.items().next().is_some();
                kind(holds_text || (all && some), "profile-kind-audience")
            }
            Want::Number => kind(value.kind() == Kind::Number, "profile-kind-number"),
            Want::Object => kind(value.kind() == Kind::Object, "profile-kind-object"),
            Want::Https => {
                let is_url =
                    text.is_some_and(|text| text.starts_with("https://") && text.len() > 8);
                kind(is_url, "profile-kind-https")
            }
            Want::OneOf(allowed) => any(allowed, &|found, one| found == one, "profile-wrong-value"),
            Want::Begins(allowed) => any(
                allowed,
                &|found, one| found.starts_with(one),
                "profile-wrong-start",
            ),
            Want::MediaType(allowed) => {
                let typ = token.typ();
                any(allowed, &|_, one| typ == one, "profile-wrong-value")
            }
            Want::Asymmetric => {
                let fits = text.is_some_and(|alg| alg != "none" && !alg.starts_with("HS"));
                kind(fits, "profile-kind-asymmetric")
            }
            Want::Signed => kind(text.is_some_and(|alg| alg != "none"), "profile-kind-signed"),
            Want::SameAs(other) => self.same(text, other, token),
            Want::Lifetime(allowed) | Want::IssuedFor(allowed) => self.lifetime(allowed, token),
            Want::NotAhead => {
                let ahead = token.date(self.name)?.floor.saturating_sub(token.clock());
                (ahead > 0).then(|| self.says("profile-ahead").with("by", Fact::Seconds(ahead)))
            }
        }
    }

    fn same(&self, text: Option<&str>, other: &str, token: &Unverified) -> Option<Diagnostic> {
        let expected = token.text(other);
        (text != Some(expected.as_ref())).then(|| {
            self.says("profile-not-same")
                .with("found", text.unwrap_or_default())
                .with("other", other)
                .with("expected", expected.into_owned())
        })
    }

    fn lifetime(&self, allowed: i64, token: &Unverified) -> Option<Diagnostic> {
        let exp = token.date("exp")?.floor;
        let start = token.date("iat").map_or(token.clock(), |iat| iat.floor);
        let length = exp.saturating_sub(start);
        (length > allowed).then(|| {
            self.says("profile-lifetime")
                .with("found", Fact::Seconds(length))
                .with("allowed", Fact::Seconds(allowed))
        })
    }
}

/// A value as it stands; containers by their kind.
fn shown(value: Value) -> Fact {
    match value.kind() {
        Kind::Object => Fact::Word("json-kind-object".into()),
        Kind::Array => Fact::Word("json-kind-array".into()),
        _ => Fact::Text(value.raw_text().into_owned()),
    }
}
