//! What the person expects of the claims, as typed.

use crate::judge::{Beside, Expectations};
use crate::profiles::Presets;
use crate::secret::Secret;
use crate::ui::state::RwSignal;

/// Expectations as typed. Empty: none.
#[derive(Clone, Copy)]
pub struct Expected {
    /// `iss`
    pub iss: RwSignal<String>,
    /// `aud`
    pub aud: RwSignal<String>,
    /// `sub`
    pub sub: RwSignal<String>,
    /// `nonce`
    pub nonce: RwSignal<String>,
    /// `typ` of the header.
    pub typ: RwSignal<String>,
    /// `alg` is one of these.
    pub algs: RwSignal<String>,
    /// Seconds since `iat`.
    pub max_age: RwSignal<String>,
    /// What `at_hash` and `ath` are hashes of.
    pub access_token: RwSignal<Secret<String>>,
    /// What `c_hash` is a hash of.
    pub code: RwSignal<Secret<String>>,
    /// What `cnf` names: a key, its thumbprint, or a DPoP proof.
    pub key: RwSignal<String>,
    /// What the chosen profile filled in.
    pub(in crate::ui) filled: RwSignal<Presets>,
}

impl Expected {
    /// No expectation.
    pub fn new() -> Self {
        let text = || RwSignal::new(String::new());
        let secret = || RwSignal::new(Secret::<String>::default());
        Expected {
            iss: text(),
            aud: text(),
            sub: text(),
            nonce: text(),
            typ: text(),
            algs: text(),
            max_age: text(),
            access_token: secret(),
            code: secret(),
            key: text(),
            filled: RwSignal::new(Presets::default()),
        }
    }

    /// As `judge` takes them; what reads this follows them.
    pub fn read(self) -> Expectations {
        let words = |text: &str| {
            let words = text.split(|c: char| c == ',' || c.is_whitespace());
            let words = words.filter(|word| !word.is_empty());
            words.map(str::to_owned).collect()
        };
        Expectations {
            iss: self.iss.get(),
            aud: self.aud.get(),
            sub: self.sub.get(),
            nonce: self.nonce.get(),
            typ: self.typ.get(),
            algs: self.algs.with(|text| words(text)),
            max_age: self.max_age.with(|text| match text.trim() {
                "" => None,
                _ => leeway(text),
            }),
            ..Expectations::default()
        }
    }
}

impl Expected {
    /// Fills in what a profile expects, where nothing stands or what another profile filled in.
    pub fn follow_profile(self, presets: Presets) {
        let before = self.filled.get_untracked();
        if before == presets {
            return;
        }
        let (old, new) = (self.texts(&before), self.texts(&presets));
        for ((field, old), (_, new)) in old.into_iter().zip(new) {
            let is_free = field.with_untracked(|text| text.trim().is_empty() || *text == old);
            if is_free && old != new {
                field.set(new);
            }
        }
        self.filled.set(presets);
    }

    /// The fields that a profile fills in, and what with.
    fn texts(self, presets: &Presets) -> [(RwSignal<String>, String); 4] {
        [
            (self.iss, presets.iss.clone()),
            (self.aud, presets.aud.clone()),
            (self.typ, presets.typ.clone()),
            (self.algs, presets.algs.join(" ")),
        ]
    }

    /// What was typed, without what still stands there as the profile filled it in: the profile's
    /// own rules say that.
    pub fn read_own(self) -> Expectations {
        let filled = self.filled.get();
        let mut own = self.read();
        if own.iss == filled.iss {
            own.iss.clear();
        }
        if own.aud == filled.aud {
            own.aud.clear();
        }
        if own.typ == filled.typ {
            own.typ.clear();
        }
        if own.algs == filled.algs {
            own.algs.clear();
        }
        own
    }

    /// What stands beside the token; what reads this follows it.
    pub fn beside(self) -> Beside {
        Beside {
            access_token: self.access_token.get(),
            code: self.code.get(),
            key: self.key.get(),
        }
    }

    /// The same, without following it.
    pub fn beside_untracked(self) -> Beside {
        Beside {
            access_token: self.access_token.get_untracked(),
            code: self.code.get_untracked(),
            key: self.key.get_untracked(),
        }
    }

    /// Forgets what stood beside a token; it may be as secret as the token was.
    pub fn forget_beside(self) {
        self.access_token.set(Secret::default());
        self.code.set(Secret::default());
        self.key.set(String::new());
    }
}

impl Default for Expected {
    fn default() -> Self {
        Expected::new()
    }
}

/// Seconds of leeway as typed; `None` when that is no number. Empty: 0.
pub fn leeway(text: &str) -> Option<u32> {
    match text.trim() {
        "" => Some(0),
        digits => digits.parse().ok(),
    }
}
