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

/// The ids of [`super::TEMPLATES`], in its order.
pub const TEMPLATES: [&str; 23] = [
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
    "broken-stripped",
    "broken-confusion",
    "broken-own-key",
    "broken-crit",
];

#[cfg(test)]
mod tests {
    use super::super::{ALL, TEMPLATES as NAMED};
    use super::*;

    #[test]
    fn every_id_stands_for_one() {
        assert_eq!(PROFILES, ALL.map(|profile| profile.id));
        assert_eq!(TEMPLATES, NAMED.map(|named| named.id));
    }
}
