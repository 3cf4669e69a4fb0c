//! Every draft that Sign offers: tokens as they should be, and tokens that are broken on purpose,
//! which a test suite needs to see refused. A broken one says in its name what is wrong with it.

use super::template::Template;
use super::{
    Profile, client_assertion, dpop, entra_access_v2, entra_id, hti_launch, logout_token,
    oauth_access_token, oidc_id_token, sd_jwt_vc, smart_backend, workshop,
};

/// A draft to start from.
#[derive(Clone, Copy, Debug)]
pub struct NamedTemplate {
    /// Stable; the value of its option.
    pub id: &'static str,
    /// The key of its name in the locales.
    pub name: &'static str,
    /// The kind of token that it is, or would be if it were not broken.
    pub profile: Option<&'static Profile>,
    /// Header and payload.
    pub template: Template,
    /// What the holder may withhold, as JSON Pointers; empty where it is no SD-JWT.
    pub disclosable: &'static [&'static str],
    /// What is wrong with it on purpose.
    pub twist: Twist,
}

/// What makes a draft a broken one, and how it has to be signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Twist {
    /// Nothing: it is as it should be.
    None,
    /// Its claims do not hold; it is signed like any other.
    Claims,
    /// Its header asks for what nobody can do; it is signed like any other.
    Header,
    /// `alg` is `none`, and there is no signature.
    Unsecured,
    /// It is signed, and then the signature is taken away.
    Stripped,
    /// HMAC with the text of a public key as the secret (RFC 8725 §2.1).
    Confused,
    /// Signed with a key that the header brings along itself (RFC 8725 §3.5).
    OwnKey,
}

/// Every template, in the order in which they are offered.
pub const TEMPLATES: [NamedTemplate; 23] = [
    good("plain", "template-plain", None, PLAIN),
    workshop("workshop-patient", "template-workshop-patient", PATIENT),
    workshop(
        "workshop-healthcare-company",
        "template-workshop-healthcare-company",
        COMPANY,
    ),
    workshop("workshop-internal", "template-workshop-internal", INTERNAL),
    good(
        "client-assertion",
        "template-client-assertion",
        Some(&smart_backend::PROFILE),
        ASSERTION,
    ),
    of(
        "smart-backend",
        "template-smart-backend",
        &smart_backend::PROFILE,
    ),
    of(
        "private-key-jwt",
        "template-private-key-jwt",
        &client_assertion::PROFILE,
    ),
    good(
        "hti-launch",
        "template-hti-launch",
        Some(&hti_launch::PROFILE),
        LAUNCH,
    ),
    of(
        "oidc-id-token",
        "template-oidc-id-token",
        &oidc_id_token::PROFILE,
    ),
    of("at-jwt", "template-at-jwt", &oauth_access_token::PROFILE),
    good("dpop", "template-dpop", Some(&dpop::PROFILE), PROOF),
    of(
        "logout-token",
        "template-logout-token",
        &logout_token::PROFILE,
    ),
    of(
        "entra-access",
        "template-entra-access",
        &entra_access_v2::PROFILE,
    ),
    of("entra-id", "template-entra-id", &entra_id::PROFILE),
    NamedTemplate {
        disclosable: &sd_jwt_vc::DISCLOSABLE,
        ..of("sd-jwt-vc", "template-sd-jwt-vc", &sd_jwt_vc::PROFILE)
    },
    broken(
        "broken-expired",
        "template-broken-expired",
        EXPIRED,
        Twist::Claims,
    ),
    broken(
        "broken-not-yet-valid",
        "template-broken-not-yet-valid",
        EARLY,
        Twist::Claims,
    ),
    broken(
        "broken-audience",
        "template-broken-audience",
        AUDIENCE,
        Twist::Claims,
    ),
    broken(
        "broken-none",
        "template-broken-none",
        UNSECURED,
        Twist::Unsecured,
    ),
    broken(
        "broken-stripped",
        "template-broken-stripped",
        PATIENT,
        Twist::Stripped,
    ),
    broken(
        "broken-confusion",
        "template-broken-confusion",
        PATIENT,
        Twist::Confused,
    ),
    broken(
        "broken-own-key",
        "template-broken-own-key",
        OWN_JWK,
        Twist::OwnKey,
    ),
    broken("broken-crit", "template-broken-crit", CRIT, Twist::Header),
];

const fn good(
    id: &'static str,
    name: &'static str,
    profile: Option<&'static Profile>,
    template: Template,
) -> NamedTemplate {
    NamedTemplate {
        id,
        name,
        profile,
        template,
        disclosable: &[],
        twist: Twist::None,
    }
}

const fn of(id: &'static str, name: &'static str, profile: &'static Profile) -> NamedTemplate {
    good(id, name, Some(profile), profile.template)
}

const fn workshop(id: &'static str, name: &'static str, template: Template) -> NamedTemplate {
    good(id, name, Some(&workshop::PROFILE), template)
}

const fn broken(
    id: &'static str,
    name: &'static str,
    template: Template,
    twist: Twist,
) -> NamedTemplate {
    NamedTemplate {
        twist,
        ..workshop(id, name, template)
    }
}

const HS256: &str = r#"{
  "alg": "HS256",
  "typ": "JWT"
}"#;
const RS512: &str = r#"{
  "alg": "RS512",
  "kid": "the-kid-of-your-key",
  "typ": "JWT"
}"#;

const PLAIN: Template = Template {
    header: HS256,
    payload: r#"{
  "sub": "1234567890",
  "name": "Jo Example",
  "iat": @now,
  "exp": @now+3600
}"#,
};

const PATIENT: Template = Template {
    header: HS256,
    payload: r#"{
  "sub": "@subject",
  "role": "Patient",
  "iss": "Online-Toestemming-Workshop-IdentityApi",
  "aud": "Online-Toestemming-Workshop",
  "exp": @now+900
}"#,
};

const COMPANY: Template = Template {
    header: HS256,
    payload: r#"{
  "sub": "Huisartsenpraktijk De Linde",
  "role": "HealthcareCompany",
  "iss": "Online-Toestemming-Workshop-IdentityApi",
  "aud": "Online-Toestemming-Workshop",
  "exp": @now+900
}"#,
};

const INTERNAL: Template = Template {
    header: HS256,
    payload: r#"{
  "sub": "internal",
  "role": "Internal",
  "iss": "Online-Toestemming-Workshop-IdentityApi",
  "aud": "Online-Toestemming-Workshop",
  "exp": @now+900
}"#,
};

/// As Koppeltaal wants it: RS512, five minutes.
const ASSERTION: Template = Template {
    header: RS512,
    payload: r#"{
  "iss": "your-client-id",
  "sub": "your-client-id",
  "aud": "https://auth.koppeltaal.example/oauth2/token",
  "exp": @now+300,
  "jti": "@id"
}"#,
};

const LAUNCH: Template = Template {
    header: RS512,
    payload: r#"{
  "iat": @now,
  "aud": "Device/123",
  "iss": "portal-client-id",
  "exp": @now+300,
  "jti": "@id",
  "sub": "Practitioner/@subject",
  "resource": "Task/5f684c5f-2837-4505-a534-365431912f37",
  "definition": "ActivityDefinition/d76ba97b-bfce-4a75-8e7a-2133778d1089",
  "patient": "Patient/b592f103-f75b-4a63-a5dd-b75799775258",
  "intent": "plan"
}"#,
};

/// For a request with an access token: `ath` is its hash.
const PROOF: Template = Template {
    header: dpop::PROFILE.template.header,
    payload: r#"{
  "jti": "@id",
  "htm": "GET",
  "htu": "https://resource.example/protected",
  "iat": @now,
  "ath": "@ath"
}"#,
};

const EXPIRED: Template = Template {
    header: HS256,
    payload: r#"{
  "sub": "@subject",
  "role": "Patient",
  "iss": "Online-Toestemming-Workshop-IdentityApi",
  "aud": "Online-Toestemming-Workshop",
  "exp": @now-3600
}"#,
};

const EARLY: Template = Template {
    header: HS256,
    payload: r#"{
  "sub": "@subject",
  "role": "Patient",
  "iss": "Online-Toestemming-Workshop-IdentityApi",
  "aud": "Online-Toestemming-Workshop",
  "nbf": @now+3600,
  "exp": @now+4500
}"#,
};

const AUDIENCE: Template = Template {
    header: HS256,
    payload: r#"{
  "sub": "@subject",
  "role": "Patient",
  "iss": "Online-Toestemming-Workshop-IdentityApi",
  "aud": "somebody-else",
  "exp": @now+900
}"#,
};

const UNSECURED: Template = Template {
    header: r#"{
  "alg": "none",
  "typ": "JWT"
}"#,
    payload: PATIENT.payload,
};

/// RFC 7515 §4.1.11: whoever does not understand it must refuse the token.
const CRIT: Template = Template {
    header: r#"{
  "alg": "HS256",
  "typ": "JWT",
  "crit": ["example-extension"],
  "example-extension": true
}"#,
    payload: PATIENT.payload,
};

const OWN_JWK: Template = Template {
    header: r#"{
  "alg": "ES256",
  "typ": "JWT",
  "jwk": @jwk
}"#,
    payload: PATIENT.payload,
};

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::diagnostic::Severity;
    use crate::inspect::{Inspection, inspect};
    use crate::profiles::{Filling, check, recognise};
    use crate::words::Locale;
    use std::collections::BTreeSet;

    const CLOCK: i64 = 1_767_225_660;

    fn token(template: &Template) -> Inspection {
        let (header, payload) = template.fill_with(&Filling::new(CLOCK, [7; 32]));
        for text in [&header, &payload] {
            let document = crate::json::parse(text.clone().into_bytes());
            assert!(
                document.faults().is_empty() && document.object().is_some(),
                "{text}"
            );
            let left = ["@now", "@id", "@subject", "@jwk", "@ath"];
            assert!(left.iter().all(|mark| !text.contains(mark)), "{text}");
        }
        let part = |text: &str| crate::base64url::encode(text.as_bytes());
        inspect(&format!("{}.{}.AAAA", part(&header), part(&payload)))
    }

    #[test]
    fn every_one_is_of_its_kind_and_has_a_name_of_its_own() {
        let locale = Locale::english();
        let mut ids = BTreeSet::new();
        for one in TEMPLATES {
            assert!(ids.insert(one.id), "{} twice", one.id);
            assert!(locale.has(one.name), "{}", one.name);
            assert_eq!(one.name.strip_prefix("template-"), Some(one.id));
            let inspection = token(&one.template);
            let Some(profile) = one.profile else { continue };
            let proposed = recognise(&inspection, 0);
            assert_eq!(
                proposed.first().map(|p| p.id),
                Some(profile.id),
                "{}",
                one.id
            );
        }
    }

    #[test]
    fn the_good_ones_are_accepted() {
        let mut count = 0;
        for one in TEMPLATES.into_iter().filter(|one| one.twist == Twist::None) {
            let Some(profile) = one.profile else { continue };
            let refused: Vec<_> = check(profile, &token(&one.template), 0, CLOCK)
                .into_iter()
                .filter(|line| line.severity >= Severity::Warning)
                .collect();
            assert!(refused.is_empty(), "{}: {refused:#?}", one.id);
            count += 1;
        }
        assert_eq!(count, 14);
    }

    /// The clock and the signature are judged elsewhere; here is what the payload itself shows.
    #[test]
    fn the_broken_ones_say_so_and_differ_from_the_good_one() {
        let locale = Locale::english();
        let mut count = 0;
        for one in TEMPLATES.into_iter().filter(|one| one.twist != Twist::None) {
            assert!(
                locale.text(one.name).starts_with("Broken on purpose: "),
                "{}",
                one.id
            );
            let is_signed_otherwise = matches!(one.twist, Twist::Stripped | Twist::Confused);
            let same = one.template.payload == PATIENT.payload;
            let same = same && one.template.header == PATIENT.header;
            assert_eq!(same, is_signed_otherwise, "{}", one.id);
            count += 1;
        }
        assert_eq!(count, 8);
    }

    #[test]
    fn the_workshop_token_lives_fifteen_minutes_and_has_no_iat() {
        let (_, payload) = PATIENT.fill_with(&Filling::new(1_767_225_600, [0; 32]));
        let payload = crate::json::parse(payload.into_bytes());
        assert_eq!(payload.get("exp").unwrap().as_i64(), Some(1_767_226_500));
        assert!(payload.get("iat").is_none());
    }
}
