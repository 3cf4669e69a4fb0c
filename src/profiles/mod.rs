//! Kinds of token with rules of their own, one file each; [`ALL`] lists them. A profile is
//! recognised by content and proposed; it refuses nothing until the person chooses it.
//!
//! A profile's template is what Sign starts from and, filled in, the token that its own rules
//! accept; a refusing token for each rule stands in the tests of its file.

mod aws_cognito;
mod client_assertion;
mod dpop;
mod entra;
mod entra_access_v1;
mod entra_access_v2;
mod entra_id;
mod github_actions;
mod google;
mod hti_launch;
pub mod ids;
mod keycloak;
mod kubernetes;
mod logout_token;
mod oauth_access_token;
mod oidc_id_token;
mod proof;
mod rule;
mod sd_jwt_vc;
mod smart_backend;
mod template;
mod templates;
mod unverified;
mod workshop;

use crate::diagnostic::Diagnostic;
use crate::inspect::Inspection;
pub use rule::{Presets, Rule, Want};
pub use template::{Filling, Template, uuid};
pub use templates::{NamedTemplate, TEMPLATES, Twist};
pub use unverified::Unverified;

/// A kind of token.
#[derive(Clone, Copy, Debug)]
pub struct Profile {
    /// Stable; its name in the locales is `profile-<id>`, with the attribute `.summary`.
    pub id: &'static str,
    /// The key of its name, for a sentence.
    pub name: &'static str,
    /// Whether a token looks like one. Does not ask whether it is a good one.
    pub is_one: fn(&Unverified) -> bool,
    /// What it must be.
    pub rules: &'static [Rule],
    /// What Sign starts from.
    pub template: Template,
}

/// Every profile, the most particular first: the first that fits is proposed.
pub const ALL: [&Profile; 17] = [
    &workshop::PROFILE,
    &hti_launch::PROFILE,
    &dpop::PROFILE,
    &logout_token::PROFILE,
    &sd_jwt_vc::PROFILE,
    &kubernetes::PROFILE,
    &github_actions::PROFILE,
    &aws_cognito::PROFILE,
    &google::PROFILE,
    &entra_access_v1::PROFILE,
    &entra_access_v2::PROFILE,
    &entra_id::PROFILE,
    &oauth_access_token::PROFILE,
    &keycloak::PROFILE,
    &smart_backend::PROFILE,
    &client_assertion::PROFILE,
    &oidc_id_token::PROFILE,
];

impl Profile {
    /// What to expect of such a token, as far as the rules name single values.
    pub fn presets(&self) -> Presets {
        Presets::of(self.rules)
    }
}

/// The profile of this id.
pub fn profile(id: &str) -> Option<&'static Profile> {
    ALL.into_iter().find(|profile| profile.id == id)
}

/// The profiles that token `token` looks like, the one to propose first.
pub fn recognise(inspection: &Inspection, token: usize) -> Vec<&'static Profile> {
    // No rule of recognition looks at the clock.
    let Some(unverified) = Unverified::of(inspection, token, 0) else {
        return Vec::new();
    };
    let fits = |profile: &&Profile| (profile.is_one)(&unverified);
    ALL.into_iter().filter(fits).collect()
}

/// What a profile has to say of token `token` at `clock`: a warning for each rule it breaks, an
/// info where the profile recommends or cannot tell. Empty without a readable JWT Claims Set.
pub fn check(
    profile: &Profile,
    inspection: &Inspection,
    token: usize,
    clock: i64,
) -> Vec<Diagnostic> {
    let Some(unverified) = Unverified::of(inspection, token, clock) else {
        return Vec::new();
    };
    let broken = profile
        .rules
        .iter()
        .filter_map(|rule| rule.check(profile, &unverified));
    broken.collect()
}
