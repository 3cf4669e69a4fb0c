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

use crate::diagnostic::{Diagnostic, Fact};
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

/// Says that nobody writes how long a kind of token may live.
const NO_LIMIT: &str = "profile-no-limit";

impl Profile {
    /// What to expect of such a token, as far as the rules name single values.
    pub fn presets(&self) -> Presets {
        Presets::of(self.rules)
    }

    /// How long such a token may live, as its specification or its issuer's documentation writes,
    /// or that no limit is written anywhere.
    pub fn lifetime(&self) -> Diagnostic {
        let mut rules = self.rules.iter();
        let longest = rules.find_map(|rule| Some((rule.longest()?, rule)));
        let Some((seconds, rule)) = longest else {
            return Diagnostic::info(NO_LIMIT);
        };
        Diagnostic::info("profile-limit")
            .with_fact("allowed", Fact::Seconds(seconds))
            .with("clause", rule.clause())
    }

    /// Leaves out what the checks say by habit where this kind of token has rules of its own.
    pub fn leave_out_judged(&self, findings: &mut Vec<Diagnostic>) {
        if self.lifetime().code != NO_LIMIT {
            findings.retain(|finding| finding.code != "lifetime-long");
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Locale;

    /// For each kind the longest lifetime that is written, and where.
    const WRITTEN: [(&str, Option<(i64, &str)>); 17] = [
        ("workshop", Some((900, "the workshop's Identity API"))),
        ("hti-launch", Some((300, "HTI:core 2.0 (JWT claims)"))),
        // RFC 9449 §11.1 says "seconds or minutes", and no number.
        ("dpop", None),
        ("logout-token", Some((120, "Back-Channel Logout §4"))),
        ("sd-jwt-vc", None),
        (
            "kubernetes",
            Some((
                31_536_000,
                "Kubernetes (kube-apiserver, --service-account-extend-token-expiration)",
            )),
        ),
        ("github-actions", None),
        (
            "aws-cognito",
            Some((86_400, "Amazon Cognito (TokenValidityUnits)")),
        ),
        (
            "google",
            Some((
                3_600,
                "Google Cloud (short-lived credentials, OpenID Connect ID tokens)",
            )),
        ),
        (
            "entra-access-v1",
            Some((
                100_800,
                "Microsoft identity platform (continuous access evaluation)",
            )),
        ),
        (
            "entra-access-v2",
            Some((
                100_800,
                "Microsoft identity platform (continuous access evaluation)",
            )),
        ),
        (
            "entra-id",
            Some((
                86_400,
                "Microsoft identity platform (configurable token lifetimes)",
            )),
        ),
        ("at-jwt", Some((3_600, "RFC 6750 §5.3"))),
        // A realm sets it as it likes.
        ("keycloak", None),
        (
            "smart-backend",
            Some((
                300,
                "SMART App Launch 2.2 (asymmetric client authentication)",
            )),
        ),
        // RFC 7523 §3 item 4: "unreasonably far in the future" may be refused, and no number.
        ("client-assertion", None),
        ("oidc-id-token", None),
    ];

    #[test]
    fn each_kind_says_how_long_it_may_live_or_that_nobody_writes_it() {
        let english = Locale::english();
        for (profile, (id, written)) in ALL.into_iter().zip(WRITTEN) {
            assert_eq!(profile.id, id);
            let lifetime = profile.lifetime();
            let said = english.say(&lifetime);
            let Some((seconds, clause)) = written else {
                assert_eq!(
                    said,
                    "Longest lifetime: no limit is written for this kind of token."
                );
                continue;
            };
            assert_eq!(
                lifetime.fact("allowed"),
                Some(&Fact::Seconds(seconds)),
                "{id}"
            );
            assert!(said.ends_with(&format!(" ({clause}).")), "{said}");
        }
    }

    #[test]
    fn a_habit_is_left_out_where_a_limit_is_written_and_only_there() {
        let kept = |id: &str| {
            let mut findings = vec![
                Diagnostic::warning("lifetime-long"),
                Diagnostic::warning("exp-missing"),
            ];
            if let Some(profile) = profile(id) {
                profile.leave_out_judged(&mut findings);
            }
            findings.len()
        };
        assert_eq!(kept("google"), 1);
        assert_eq!(kept("workshop"), 1);
        assert_eq!(kept("oidc-id-token"), 2);
        assert_eq!(kept("no-such-kind"), 2);
    }
}
