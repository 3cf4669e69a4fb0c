//! The JWK Sets that were fetched since the page was opened, and how they changed: keys are
//! rotated, and a `kid` that was there before may be there no more. Spec: RFC 7517 §4.5 and §5.

use super::answer::Got;
use crate::diagnostic::{Diagnostic, Fact};
use crate::jose::jwk_thumbprint::thumbprint;
use crate::json;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// How often one set is remembered.
const MOST: usize = 16;

/// What was fetched, newest last. Nothing is kept beyond the page's life.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Cache {
    sets: Vec<Arc<FetchedSet>>,
}

/// One answer with keys in it.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FetchedSet {
    /// The exact URL that was asked.
    pub url: String,
    /// The URL that answered; another one after a redirect.
    pub from: String,
    /// When it was fetched, a NumericDate.
    pub at: i64,
    /// The answer, byte for byte.
    pub text: String,
    /// Its keys.
    pub keys: Vec<KeyName>,
    /// The Header Parameter that named the URL, when a token did.
    pub named_by: Option<String>,
}

/// A key of a set by its names.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct KeyName {
    /// `kid`; empty where it has none.
    pub kid: String,
    /// JWK Thumbprint; empty where it has none.
    pub thumbprint: String,
}

impl Cache {
    /// The last answer from `url`.
    pub fn latest(&self, url: &str) -> Option<&Arc<FetchedSet>> {
        self.sets.iter().rev().find(|set| set.url == url)
    }

    /// The last answer from each URL, the newest first.
    pub fn newest(&self) -> Vec<Arc<FetchedSet>> {
        let is_newest = |set: &&Arc<FetchedSet>| {
            let latest = self.latest(&set.url);
            latest.is_some_and(|latest| Arc::ptr_eq(latest, set))
        };
        self.sets.iter().rev().filter(is_newest).cloned().collect()
    }

    /// Keeps an answer.
    pub fn keep(&mut self, set: Arc<FetchedSet>) {
        let is_same = |other: &&Arc<FetchedSet>| other.url == set.url;
        let same = self.sets.iter().filter(is_same).count();
        if same >= MOST
            && let Some(oldest) = self.sets.iter().position(|other| other.url == set.url)
        {
            self.sets.remove(oldest);
        }
        self.sets.push(set);
    }

    /// What is known of a `kid` that the newest set from `url` does not have; `None` when it has
    /// it, or when nothing was fetched from there.
    pub fn missing(&self, url: &str, kid: &str) -> Option<Diagnostic> {
        let newest = self.latest(url)?;
        let has = |set: &Arc<FetchedSet>| set.keys.iter().any(|key| key.kid == kid);
        if has(newest) {
            return None;
        }
        let mut earlier = self.sets.iter().rev().filter(|set| set.url == url);
        Some(match earlier.find(|set| has(set)) {
            Some(before) => Diagnostic::warning("jwks-kid-gone")
                .with("kid", kid)
                .with_fact("before", Fact::Moment(before.at))
                .with_fact("now", Fact::Moment(newest.at)),
            None => Diagnostic::warning("jwks-kid-never").with("kid", kid),
        })
    }
}

impl FetchedSet {
    /// The names of the keys in an answer.
    pub fn read(got: &Got) -> FetchedSet {
        FetchedSet {
            url: got.asked.clone(),
            from: got.from.clone(),
            at: got.at,
            text: got.text.clone(),
            keys: keys(&got.text),
            named_by: got.named_by.clone(),
        }
    }
}

fn keys(text: &str) -> Vec<KeyName> {
    let document = json::parse(text.trim_start_matches('\u{feff}').as_bytes().to_vec());
    let Some(root) = document.object() else {
        let certificates = text.matches("-----BEGIN ").count();
        return vec![KeyName::default(); certificates];
    };
    let named = |jwk: json::Value<'_>| KeyName {
        kid: jwk
            .get("kid")
            .and_then(|kid| kid.text())
            .unwrap_or_default()
            .into_owned(),
        thumbprint: thumbprint(jwk).unwrap_or_default(),
    };
    match root.get("keys") {
        Some(keys) => keys.items().map(named).collect(),
        None if root.get("kty").is_some() => vec![named(root)],
        None => Vec::new(),
    }
}

/// What changed from one answer to the next.
pub(super) fn changes(before: &FetchedSet, now: &FetchedSet) -> Vec<Diagnostic> {
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

    /// Reads an answer, keeps it, and says what changed.
    fn store(cache: &mut Cache, url: &str, at: i64, text: &str) -> Vec<Diagnostic> {
        let set = FetchedSet::read(&Got {
            asked: url.to_owned(),
            from: url.to_owned(),
            at,
            text: text.to_owned(),
            ..Got::default()
        });
        let before = cache.latest(url).cloned();
        cache.keep(Arc::new(set.clone()));
        before.map_or_else(Vec::new, |before| changes(&before, &set))
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
        assert_eq!(
            codes(&store(&mut cache, URL, 100, &set(&[("a", "A")]))),
            [""; 0]
        );
        assert_eq!(cache.missing(URL, "a"), None);
        assert_eq!(cache.missing(URL, "z").unwrap().code, "jwks-kid-never");
        let rotated = store(&mut cache, URL, 200, &set(&[("b", "B")]));
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
        store(&mut cache, URL, 1, &set(&[("a", "A"), ("b", "B")]));
        let changes = store(&mut cache, URL, 2, &set(&[("a", "X"), ("b", "B")]));
        assert_eq!(codes(&changes), ["jwks-kid-reused"]);
        let both = store(
            &mut cache,
            URL,
            3,
            &set(&[("a", "X"), ("a", "A"), ("b", "B")]),
        );
        assert_eq!(codes(&both), [""; 0]);
    }

    #[test]
    fn nothing_changed_or_nothing_to_compare() {
        let mut cache = Cache::default();
        let one = set(&[("a", "A")]);
        store(&mut cache, URL, 1, &one);
        assert_eq!(codes(&store(&mut cache, URL, 2, &one)), ["jwks-unchanged"]);
        assert_eq!(
            codes(&store(&mut cache, "https://b.example", 3, "{}")),
            [""; 0]
        );
        assert_eq!(
            codes(&store(&mut cache, "https://b.example", 4, "<html>")),
            [""; 0]
        );
        assert_eq!(cache.latest("https://b.example").unwrap().keys, []);
        assert_eq!(cache.latest(URL).unwrap().at, 2);
        let newest: Vec<i64> = cache.newest().iter().map(|set| set.at).collect();
        assert_eq!(newest, [4, 2]);
    }

    #[test]
    fn it_does_not_grow_without_end() {
        let mut cache = Cache::default();
        for at in 0..100 {
            store(&mut cache, URL, at, "{}");
        }
        assert_eq!(cache.sets.len(), MOST);
        assert_eq!(cache.latest(URL).unwrap().at, 99);
    }
}
