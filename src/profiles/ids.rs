//! The ids of all profiles and templates, for the page: it offers them by name and leaves what they
//! stand for to the worker.

/// The ids of [`super::ALL`], in its order.
pub const PROFILES: [&str; 17] = [
    "workshop",
    "hti-launch",
    "dpop",
    "logout-token",
    "sd-jwt-vc",
    "kubernetes",
    "github-actions",
    "aws-cognito",
    "google",
    "entra-access-v1",
    "entra-access-v2",
    "entra-id",
    "at-jwt",
    "keycloak",
    "smart-backend",
    "client-assertion",
    "oidc-id-token",
];

/// The ids of the templates that are signed as they stand, in the order of [`super::TEMPLATES`].
pub const TEMPLATES: [&str; 20] = [
    "plain",
    "workshop-patient",
    "workshop-healthcare-company",
    "workshop-internal",
    "client-assertion",
    "smart-backend",
    "private-key-jwt",
    "hti-launch",
    "oidc-id-token",
    "at-jwt",
    "dpop",
    "logout-token",
    "entra-access",
    "entra-id",
    "sd-jwt-vc",
    "broken-expired",
    "broken-not-yet-valid",
    "broken-audience",
    "broken-none",
    "broken-crit",
];

#[cfg(test)]
mod tests {
    use super::super::{ALL, TEMPLATES as NAMED, Twist};
    use super::*;

    #[test]
    fn every_id_stands_for_one() {
        assert_eq!(PROFILES, ALL.map(|profile| profile.id));
        // The others have to be signed in ways of their own.
        let as_it_stands =
            |twist: Twist| !matches!(twist, Twist::Stripped | Twist::Confused | Twist::OwnKey);
        let named = NAMED.iter().filter(|one| as_it_stands(one.twist));
        let named: Vec<&str> = named.map(|one| one.id).collect();
        assert_eq!(TEMPLATES.as_slice(), named);
    }
}
