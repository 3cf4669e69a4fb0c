//! The JWK Sets that were fetched since the page was opened, and how they changed: keys are
//! rotated, and a `kid` that was there before may be there no more. Spec: RFC 7517 §4.5 and §5.

use crate::diagnostic::{Diagnostic, Fact};
use crate::jose::jwk_thumbprint::thumbprint;
use crate::json;

/// How often one set is remembered.
const MOST: usize = 16;

/// What was fetched, newest last. Nothing is kept beyond the page's life.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Cache {
    sets: Vec<FetchedSet>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FetchedSet {
    /// The exact URL.
    pub url: String,
    /// When it was fetched, a NumericDate.
    pub at: i64,
    /// The answer, byte for byte.
    pub text: String,
    /// Its keys.
    pub keys: Vec<KeyName>,
}

/// A key of a set by its names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyName {
    /// `kid`; empty where it has none.
    pub kid: String,
    /// JWK Thumbprint; empty where it has none.
    pub thumbprint: String,
}

impl Cache {
    /// The last answer from `url`.
    pub fn latest(&self, url: &str) -> Option<&FetchedSet> {
        self.sets.iter().rev().find(|set| set.url == url)
    }

    /// Keeps an answer, and says what changed since the one before from the same URL.
    pub fn store(&mut self, url: &str, at: i64, text: &str) -> Vec<Diagnostic> {
        let set = FetchedSet {
            url: url.to_owned(),
            at,
            text: text.to_owned(),
            keys: keys(text),
        };
        let changes = self
            .latest(url)
            .map_or_else(Vec::new, |before| changes(before, &set));
        self.sets.push(set);
        let same = self.sets.iter().filter(|set| set.url == url).count();
        if same > MOST
            && let Some(oldest) = self.sets.iter().position(|set| set.url == url)
        {
            self.sets.remove(oldest);
        }
        changes
    }

    /// What is known of a `kid` that the newest set from `url` does not have; `None` when it has
    /// it, or when nothing was fetched from there.
    pub fn missing(&self, url: &str, kid: &str) -> Option<Diagnostic> {
        let newest = self.latest(url)?;
        let has = |set: &&FetchedSet| set.keys.iter().any(|key| key.kid == kid);
        if has(&newest) {
            return None;
        }
        let mut earlier = self.sets.iter().rev().filter(|set| set.url == url);
        Some(match earlier.find(has) {
            Some(before) => Diagnostic::warning("jwks-kid-gone")
                .with("kid", kid)
                .with_fact("before", Fact::Moment(before.at))
                .with_fact("now", Fact::Moment(newest.at)),
            None => Diagnostic::warning("jwks-kid-never").with("kid", kid),
        })
    }
}

fn keys(text: &str) -> Vec<KeyName> {
    let document = json::parse(text.as_bytes().to_vec());
    let keys = document.get("keys");
    let items = keys.into_iter().flat_map(|keys| keys.items());
    items
        .map(|jwk| KeyName {
            kid: jwk
                .get("kid")
                .and_then(|kid| kid.text())
                .unwrap_or_default()
                .into_owned(),
            thumbprint: thumbprint(jwk).unwrap_or_default(),
        })
        .collect()
}

fn changes(before: &FetchedSet, now: &FetchedSet) -> Vec<Diagnostic> {
    let named = |keys: &[KeyName]| -> Vec<String> {
        let kids = keys.iter().filter(|key| !key.kid.is_empty());
        kids.map(|key| key.kid.clone()).collect()
    };
    let (old, new) = (named(&before.keys), named(&now.keys));
    let without = |from: &[String], of: &[String]| -> Vec<String> {
        let other = from.iter().filter(|kid| !of.contains(kid));
        other.cloned().collect()
    };
    let (gone, come) = (without(&old, &new), without(&new, &old));
    let mut changes = Vec::new();
    for key in before.keys.iter().filter(|key| !key.kid.is_empty()) {
        let mut same = now.keys.iter().filter(|other| other.kid == key.kid);
        // A set may hold two keys of one name; one that is still there is enough.
        let is_there = same.clone().any(|other| other.thumbprint == key.thumbprint);
        if same.next().is_some() && !is_there {
            changes.push(Diagnostic::danger("jwks-kid-reused").with("kid", key.kid.as_str()));
        }
    }
    if !gone.is_empty() {
        changes.push(Diagnostic::warning("jwks-keys-gone").with("kids", gone));
    }
    if !come.is_empty() {
        changes.push(Diagnostic::info("jwks-keys-new").with("kids", come));
    }
    if changes.is_empty() && before.text == now.text {
        let same = Diagnostic::info("jwks-unchanged");
        changes.push(same.with_fact("since", Fact::Moment(before.at)));
    }
    changes
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::words::Locale;

    const URL: &str = "https://a.example/jwks";

    fn set(keys: &[(&str, &str)]) -> String {
        let keys: Vec<String> = keys
            .iter()
            .map(|(kid, x)| format!(r#"{{"kty":"OKP","crv":"Ed25519","kid":"{kid}","x":"{x}"}}"#))
            .collect();
        format!(r#"{{"keys":[{}]}}"#, keys.join(","))
    }

    fn codes(changes: &[Diagnostic]) -> Vec<&str> {
        let locale = Locale::english();
        for change in changes {
            assert!(!locale.say(change).contains("{$"), "{change:?}");
        }
        changes.iter().map(|change| change.code.as_ref()).collect()
    }

    #[test]
    fn a_kid_that_was_there_before_and_is_no_more() {
        let mut cache = Cache::default();
        assert_eq!(cache.missing(URL, "a"), None);
        assert_eq!(codes(&cache.store(URL, 100, &set(&[("a", "A")]))), [""; 0]);
        assert_eq!(cache.missing(URL, "a"), None);
        assert_eq!(cache.missing(URL, "z").unwrap().code, "jwks-kid-never");
        let rotated = cache.store(URL, 200, &set(&[("b", "B")]));
        assert_eq!(codes(&rotated), ["jwks-keys-gone", "jwks-keys-new"]);
        let gone = cache.missing(URL, "a").unwrap();
        assert_eq!(gone.code, "jwks-kid-gone");
        assert_eq!(gone.fact("before"), Some(&Fact::Moment(100)));
        assert_eq!(cache.missing("https://b.example", "a"), None);
        codes(&[gone]);
    }

    #[test]
    fn another_key_under_the_same_name() {
        let mut cache = Cache::default();
        cache.store(URL, 1, &set(&[("a", "A"), ("b", "B")]));
        let changes = cache.store(URL, 2, &set(&[("a", "X"), ("b", "B")]));
        assert_eq!(codes(&changes), ["jwks-kid-reused"]);
        let both = cache.store(URL, 3, &set(&[("a", "X"), ("a", "A"), ("b", "B")]));
        assert_eq!(codes(&both), [""; 0]);
    }

    #[test]
    fn nothing_changed_or_nothing_to_compare() {
        let mut cache = Cache::default();
        let one = set(&[("a", "A")]);
        cache.store(URL, 1, &one);
        assert_eq!(codes(&cache.store(URL, 2, &one)), ["jwks-unchanged"]);
        assert_eq!(codes(&cache.store("https://b.example", 3, "{}")), [""; 0]);
        assert_eq!(
            codes(&cache.store("https://b.example", 4, "<html>")),
            [""; 0]
        );
        assert_eq!(cache.latest("https://b.example").unwrap().keys, []);
        assert_eq!(cache.latest(URL).unwrap().at, 2);
    }

    #[test]
    fn it_does_not_grow_without_end() {
        let mut cache = Cache::default();
        for at in 0..100 {
            cache.store(URL, at, "{}");
        }
        assert_eq!(cache.sets.len(), MOST);
        assert_eq!(cache.latest(URL).unwrap().at, 99);
    }
}
