//! Which key counts: the one in the box, or the set that was fetched.

use super::LastSource;
use crate::jwks::FetchedSet;
use crate::keys::facts::{KeyInput, KeySource, SecretReading};
use crate::secret::Secret;
use crate::ui::state::{Memo, RwSignal};
use std::sync::Arc;

/// See the module.
pub fn that_counts(
    key_text: RwSignal<Secret<String>>,
    reading: RwSignal<SecretReading>,
    password: RwSignal<Secret<String>>,
    used: RwSignal<Option<Arc<FetchedSet>>>,
    last_source: RwSignal<LastSource>,
) -> Memo<Arc<KeyInput>> {
    Memo::new(move |_| {
        let in_box = !key_text.with(|text| text.expose().is_empty());
        let from_fetch = last_source.get() == LastSource::Fetched || !in_box;
        let from_fetch = used.get().filter(|_| from_fetch);
        Arc::new(match from_fetch {
            Some(set) => {
                let (url, at) = (set.from.clone(), set.at);
                KeyInput {
                    text: Secret::new(set.text.clone()),
                    source: match set.named_by.clone() {
                        None => KeySource::Fetched { url, at },
                        Some(parameter) => KeySource::NamedByToken { parameter, url, at },
                    },
                    ..KeyInput::default()
                }
            }
            None => KeyInput {
                text: key_text.get(),
                reading: reading.get(),
                password: Some(password.get()).filter(|text| !text.expose().is_empty()),
                ..KeyInput::default()
            },
        })
    })
}
