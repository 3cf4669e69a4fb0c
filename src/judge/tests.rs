//! Verdicts on claims at a fixed clock.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::inspect::inspect;
use crate::words::Locale;
use ClaimsState::{Expired, Malformed, Mismatch, NotYetValid};

const CLOCK: i64 = 1_767_225_660;

fn token(payload: &str) -> String {
    let encode = |text: &str| crate::base64url::encode(text.as_bytes());
    let header = encode(r#"{"alg":"HS256","typ":"JWT"}"#);
    format!("{header}.{}.AAAA", encode(payload))
}

fn verdict(payload: &str, expectations: &Expectations) -> ClaimsVerdict {
    judge(&inspect(&token(payload)), 0, CLOCK, expectations)
}

fn codes(verdict: &ClaimsVerdict) -> Vec<&str> {
    verdict.details.iter().map(|d| d.code.as_ref()).collect()
}

/// `states` in order (none: `ok`) and the code of the reason.
fn check_with(payload: &str, expectations: &Expectations, states: &[ClaimsState], reason: &str) {
    let verdict = verdict(payload, expectations);
    let states = if states.is_empty() {
        &[ClaimsState::Ok]
    } else {
        states
    };
    assert_eq!(verdict.states, states, "{payload}: {verdict:#?}");
    assert_eq!(Some(&verdict.state), states.first(), "{payload}");
    assert_eq!(verdict.reason.code, reason, "{payload}");
    let locale = Locale::english();
    for diagnostic in verdict.details.iter().chain([&verdict.reason]) {
        let sentence = locale.say(diagnostic);
        assert!(!sentence.contains("{$"), "{sentence}");
        assert!(locale.has(&diagnostic.code), "{sentence}");
    }
}

fn check(payload: &str, states: &[ClaimsState], reason: &str) {
    check_with(payload, &Expectations::default(), states, reason);
}

fn expecting(iss: &str, aud: &str) -> Expectations {
    Expectations {
        iss: iss.into(),
        aud: aud.into(),
        ..Expectations::default()
    }
}

#[test]
fn exp_is_the_first_moment_that_is_too_late() {
    check(r#"{"exp":1767225661}"#, &[], "claims-ok");
    check(r#"{"exp":1767225660}"#, &[Expired], "claims-expired");
    check(r#"{"exp":1767225659}"#, &[Expired], "claims-expired");
}

#[test]
fn fractions_of_a_second_count() {
    check(r#"{"exp":1767225660.5}"#, &[], "claims-ok");
    check(r#"{"exp":1767225660.0}"#, &[Expired], "claims-expired");
    check(
        r#"{"exp":1767225659.9999999999999}"#,
        &[Expired],
        "claims-expired",
    );
    check(r#"{"exp":17672256605e-1}"#, &[], "claims-ok");
    check(
        r#"{"nbf":1767225660.5,"exp":1767225700}"#,
        &[NotYetValid],
        "claims-not-yet-valid",
    );
    let fraction = verdict(r#"{"exp":1767225660.5}"#, &Expectations::default());
    assert!(codes(&fraction).contains(&"claims-time-fraction"));
}

#[test]
fn exp_1_is_expired_since_1970() {
    check(r#"{"exp":1}"#, &[Expired], "claims-expired");
    let verdict = verdict(r#"{"exp":1}"#, &Expectations::default());
    assert_eq!(
        Locale::english().say(&verdict.reason),
        "Expired at 1970-01-01 00:00:01 UTC, 56 years ago."
    );
    assert!(codes(&verdict).contains(&"claims-time-small"));
}

#[test]
fn nbf_is_the_first_moment_that_is_not_too_early() {
    check(r#"{"nbf":1767225660,"exp":1767226500}"#, &[], "claims-ok");
    check(
        r#"{"nbf":1767225661,"exp":1767226500}"#,
        &[NotYetValid],
        "claims-not-yet-valid",
    );
}

#[test]
fn both_not_yet_valid_and_expired_are_told_in_order() {
    check(
        r#"{"exp":1767225600,"nbf":1767225700}"#,
        &[NotYetValid, Expired],
        "claims-not-yet-valid",
    );
    let verdict = verdict(
        r#"{"exp":1767225600,"nbf":1767225700}"#,
        &Expectations::default(),
    );
    assert!(codes(&verdict).contains(&"claims-never-valid"));
}

#[test]
fn iat_ahead_is_said_and_refuses_nothing() {
    check(
        r#"{"iat":1767225720,"exp":1767226500}"#,
        &[],
        "claims-iat-ahead",
    );
    check(r#"{"iat":1767225660,"exp":1767226500}"#, &[], "claims-ok");
}

#[test]
fn exp_before_iat_is_named() {
    check(
        r#"{"iat":1767225660,"exp":1767225600}"#,
        &[Expired],
        "claims-expired",
    );
    let verdict = verdict(
        r#"{"iat":1767225660,"exp":1767225600}"#,
        &Expectations::default(),
    );
    assert!(codes(&verdict).contains(&"claims-exp-before-iat"));
}

#[test]
fn without_exp_the_lifetime_is_unknown() {
    check("{}", &[], "claims-ok-no-end");
    check(r#"{"iat":1767225600}"#, &[], "claims-ok-no-end");
}

#[test]
fn milliseconds_hold_as_seconds_and_are_named() {
    check(r#"{"exp":1767226500000}"#, &[], "claims-time-milliseconds");
    let verdict = verdict(r#"{"exp":1767226500000}"#, &Expectations::default());
    let sentence = Locale::english().say(&verdict.reason);
    assert!(sentence.contains("looks like milliseconds"), "{sentence}");
    assert!(sentence.contains("2026-01-01 00:15:00 UTC"), "{sentence}");
    check(
        r#"{"nbf":1767226500000}"#,
        &[NotYetValid],
        "claims-not-yet-valid",
    );
    check(r#"{"exp":1767226500000000}"#, &[], "claims-time-finer");
    check(r#"{"exp":1767226500000000000}"#, &[], "claims-time-finer");
}

#[test]
fn far_and_negative_moments_are_named() {
    check(r#"{"exp":4102444800}"#, &[], "claims-exp-far");
    check(r#"{"exp":-5}"#, &[Expired], "claims-expired");
    let verdict = verdict(r#"{"exp":-5}"#, &Expectations::default());
    assert!(codes(&verdict).contains(&"claims-time-negative"));
}

#[test]
fn times_of_another_type_are_malformed() {
    check(
        r#"{"exp":"1767226500"}"#,
        &[Malformed],
        "claims-time-string",
    );
    check(
        r#"{"exp":"2026-01-01T00:15:00Z"}"#,
        &[Malformed],
        "claims-time-string",
    );
    check(r#"{"exp":null}"#, &[Malformed], "claims-time-type");
    check(
        r#"{"nbf":true,"exp":1767226500}"#,
        &[Malformed],
        "claims-time-type",
    );
    check(r#"{"iat":[1767225600]}"#, &[Malformed], "claims-time-type");
    check(r#"{"iat":{}}"#, &[Malformed], "claims-time-type");
    check(r#"{"exp":1e400}"#, &[Malformed], "claims-time-out-of-range");
    check(
        r#"{"exp":-1e400}"#,
        &[Malformed],
        "claims-time-out-of-range",
    );
    check(
        r#"{"nbf":"x","exp":1}"#,
        &[Malformed, Expired],
        "claims-time-string",
    );
}

#[test]
fn leeway_moves_both_ends() {
    let leeway = |seconds| Expectations {
        leeway: seconds,
        ..Expectations::default()
    };
    let expired = r#"{"exp":1767225630}"#;
    check_with(expired, &leeway(30), &[Expired], "claims-expired");
    check_with(expired, &leeway(31), &[], "claims-exp-leeway");
    let early = r#"{"nbf":1767225690,"exp":1767226500}"#;
    check_with(early, &leeway(29), &[NotYetValid], "claims-not-yet-valid");
    check_with(early, &leeway(30), &[], "claims-nbf-leeway");
}

#[test]
fn the_issuer_is_compared_exactly() {
    let iss = expecting("https://a.example", "");
    check_with(
        r#"{"iss":"https://a.example","exp":1767226500}"#,
        &iss,
        &[],
        "claims-ok",
    );
    check_with(
        r#"{"iss":"https://a.example/"}"#,
        &iss,
        &[Mismatch],
        "claims-near",
    );
    check_with(
        r#"{"iss":"https://A.example"}"#,
        &iss,
        &[Mismatch],
        "claims-near",
    );
    check_with(
        r#"{"iss":"https://b.example"}"#,
        &iss,
        &[Mismatch],
        "claims-mismatch",
    );
    check_with(r#"{}"#, &iss, &[Mismatch], "claims-missing");
    check_with(r#"{"iss":7}"#, &iss, &[Malformed], "claims-text-type");
    check(
        r#"{"iss":["https://a.example"]}"#,
        &[Malformed],
        "claims-text-type",
    );
}

#[test]
fn escapes_in_a_claim_are_resolved_before_comparing() {
    let iss = expecting("a/b", "");
    check_with(
        r#"{"iss":"a\/\u0062","exp":1767226500}"#,
        &iss,
        &[],
        "claims-ok",
    );
    check_with(
        r#"{"\u0069ss":"a/b","exp":1767226500}"#,
        &iss,
        &[],
        "claims-ok",
    );
}

#[test]
fn one_audience_of_several_suffices() {
    let aud = expecting("", "me");
    check_with(r#"{"aud":"me","exp":1767226500}"#, &aud, &[], "claims-ok");
    check_with(
        r#"{"aud":["you","me"],"exp":1767226500}"#,
        &aud,
        &[],
        "claims-ok",
    );
    check_with(
        r#"{"aud":["you","them"]}"#,
        &aud,
        &[Mismatch],
        "claims-mismatch",
    );
    check_with(r#"{"aud":[]}"#, &aud, &[Mismatch], "claims-mismatch");
    check_with(r#"{"aud":"me "}"#, &aud, &[Mismatch], "claims-near");
    check_with(r#"{"aud":"meme"}"#, &aud, &[Mismatch], "claims-mismatch");
    check_with(r#"{}"#, &aud, &[Mismatch], "claims-missing");
}

#[test]
fn an_audience_of_another_type_is_malformed() {
    for aud in ["7", "null", "{}", r#"["me",7]"#, r#"[["me"]]"#, "true"] {
        let payload = format!(r#"{{"aud":{aud}}}"#);
        check(&payload, &[Malformed], "claims-aud-type");
        check_with(
            &payload,
            &expecting("", "me"),
            &[Malformed],
            "claims-aud-type",
        );
    }
}

#[test]
fn expired_comes_before_mismatch_and_both_are_told() {
    let payload = r#"{"iss":"b","exp":1767225600}"#;
    check_with(
        payload,
        &expecting("a", ""),
        &[Expired, Mismatch],
        "claims-expired",
    );
}

#[test]
fn header_expectations() {
    let expect = |typ: &str, algs: &[&str]| Expectations {
        typ: typ.into(),
        algs: algs.iter().map(|alg| (*alg).to_owned()).collect(),
        ..Expectations::default()
    };
    let payload = r#"{"exp":1767226500}"#;
    check_with(payload, &expect("jwt", &[]), &[], "claims-ok");
    check_with(payload, &expect("application/JWT", &[]), &[], "claims-ok");
    check_with(
        payload,
        &expect("at+jwt", &[]),
        &[Mismatch],
        "claims-header-mismatch",
    );
    check_with(payload, &expect("", &["RS256", "HS256"]), &[], "claims-ok");
    check_with(
        payload,
        &expect("", &["RS256"]),
        &[Mismatch],
        "claims-header-mismatch",
    );
}

#[test]
fn the_age_counts_from_iat() {
    let age = |seconds| Expectations {
        max_age: Some(seconds),
        ..Expectations::default()
    };
    let payload = r#"{"iat":1767225600,"exp":1767226500}"#;
    check_with(payload, &age(60), &[], "claims-ok");
    check_with(payload, &age(59), &[Mismatch], "claims-too-old");
    check_with(
        r#"{"exp":1767226500}"#,
        &age(60),
        &[Mismatch],
        "claims-age-unknown",
    );
}

#[test]
fn a_judged_name_that_stands_twice_is_malformed() {
    check(
        r#"{"exp":1,"exp":1767226500}"#,
        &[Malformed],
        "claims-duplicate",
    );
    check(
        r#"{"exp":1767226500,"exp":1}"#,
        &[Malformed, Expired],
        "claims-duplicate",
    );
    check(r#"{"role":1,"role":2,"exp":1767226500}"#, &[], "claims-ok");
}

#[test]
fn what_is_no_claims_set_is_none() {
    for (payload, reason) in [
        ("", "claims-no-payload"),
        ("hello", "claims-not-json"),
        ("[1]", "claims-not-object"),
        ("\"text\"", "claims-not-object"),
        ("12", "claims-not-object"),
        ("null", "claims-not-object"),
        (r#"{"exp":1"#, "claims-damaged-json"),
        (r#"{"exp":1}}"#, "claims-damaged-json"),
        (r#"{"exp":01}"#, "claims-damaged-json"),
    ] {
        let verdict = verdict(payload, &Expectations::default());
        assert_eq!(verdict.states, [ClaimsState::None], "{payload}");
        assert_eq!(verdict.reason.code, reason, "{payload}");
    }
    for paste in ["", "hello", "."] {
        let verdict = judge(&inspect(paste), 0, CLOCK, &Expectations::default());
        assert_eq!(verdict.state, ClaimsState::None, "{paste}");
    }
}

#[test]
fn a_jwe_has_no_claims_until_it_is_decrypted() {
    let header = crate::base64url::encode(br#"{"alg":"dir","enc":"A128GCM"}"#);
    let paste = format!("{header}..AAAA.AAAA.AAAA");
    let verdict = judge(&inspect(&paste), 0, CLOCK, &Expectations::default());
    assert_eq!(verdict.reason.code, "claims-encrypted");
}

/// The verdict when the person chose the profile `id`.
fn held_to(id: &str, payload: &str) -> ClaimsVerdict {
    let profile = crate::profiles::profile(id).unwrap();
    let inspection = inspect(&token(payload));
    let expectations = Expectations {
        profile: crate::profiles::check(profile, &inspection, 0, CLOCK),
        ..Expectations::default()
    };
    judge(&inspection, 0, CLOCK, &expectations)
}

#[test]
fn a_chosen_profile_refuses_what_it_forbids() {
    let check = |payload: &str, states: &[ClaimsState], reason: &str| {
        let verdict = held_to("client-assertion", payload);
        assert_eq!(verdict.states, states, "{payload}");
        assert_eq!(verdict.reason.code, reason, "{payload}");
    };
    let live = r#"{"iss":"c","sub":"d","aud":"a","jti":"1","exp":1767225700}"#;
    check_with(live, &Expectations::default(), &[], "claims-ok");
    check(live, &[Mismatch], "profile-not-same");
    let expired = r#"{"iss":"c","sub":"d","aud":"a","jti":"1","exp":1767225600}"#;
    check(expired, &[Expired, Mismatch], "claims-expired");
}

#[test]
fn no_clock_overflows() {
    let payload =
        r#"{"exp":9223372036854775807,"nbf":-9223372036854775808,"iat":9223372036854775807}"#;
    for clock in [i64::MIN, -1, 0, i64::MAX] {
        let leeway = Expectations {
            leeway: u32::MAX,
            max_age: Some(0),
            ..Expectations::default()
        };
        let verdict = judge(&inspect(&token(payload)), 0, clock, &leeway);
        let locale = Locale::english();
        assert!(verdict.details.iter().all(|d| !locale.say(d).is_empty()));
    }
}

#[test]
fn moments_stand_in_the_order_of_the_token() {
    let payload = r#"{"nbf":3,"auth_time":1,"exp":9.5,"iat":"x","updated_at":2,"other":4}"#;
    let verdict = verdict(payload, &Expectations::default());
    let moments: Vec<(&str, i64)> = verdict
        .moments
        .iter()
        .map(|m| (m.claim.as_str(), m.at))
        .collect();
    assert_eq!(
        moments,
        [("nbf", 3), ("auth_time", 1), ("exp", 9), ("updated_at", 2)]
    );
}

#[test]
fn a_detail_points_at_its_claim_in_the_paste() {
    let paste = token(r#"{"exp":"soon"}"#);
    let verdict = judge(&inspect(&paste), 0, CLOCK, &Expectations::default());
    let span = verdict.reason.span.unwrap();
    assert_eq!(span.part, Some(Part::Payload));
    let chars = paste.get(span.range()).unwrap();
    assert!(
        token(r#"{"exp":"soon"}"#).contains(chars) && chars.len() >= 8,
        "{chars}"
    );
}

#[test]
fn other_moments_are_named_when_they_are_odd_and_refuse_nothing() {
    for (payload, code) in [
        (r#"{"auth_time":1767225660000}"#, "claims-time-milliseconds"),
        (r#"{"auth_time":"1767225660"}"#, "claims-time-string"),
        (r#"{"updated_at":true}"#, "claims-time-type"),
        (r#"{"updated_at":1767225660.25}"#, "claims-time-fraction"),
        (r#"{"updated_at":1e400}"#, "claims-time-out-of-range"),
    ] {
        let verdict = verdict(payload, &Expectations::default());
        assert_eq!(verdict.states, [ClaimsState::Ok], "{payload}");
        assert!(codes(&verdict).contains(&code), "{payload} {verdict:#?}");
    }
    let right = verdict(r#"{"auth_time":1767225660}"#, &Expectations::default());
    assert!(
        codes(&right).iter().all(|code| !code.contains("time")),
        "{right:#?}"
    );
}

/// What the templates that are broken in their claims are for.
#[test]
fn the_broken_templates_break_what_they_say() {
    use crate::profiles::{Filling, TEMPLATES, Twist};
    let claims = TEMPLATES.iter().filter(|one| one.twist == Twist::Claims);
    let states: Vec<(&str, ClaimsState)> = claims
        .map(|one| {
            let (_, payload) = one.template.fill_with(&Filling::new(CLOCK, [1; 32]));
            (one.id, held_to("workshop", &payload).state)
        })
        .collect();
    let expected = [
        ("broken-expired", Expired),
        ("broken-not-yet-valid", NotYetValid),
        ("broken-audience", Mismatch),
    ];
    assert_eq!(states, expected);
}

#[test]
fn a_profile_sets_what_to_expect() {
    let presets = |id: &str| crate::profiles::profile(id).unwrap().presets();
    let workshop = presets("workshop");
    assert_eq!(workshop.iss, "Online-Toestemming-Workshop-IdentityApi");
    assert_eq!(workshop.aud, "Online-Toestemming-Workshop");
    assert_eq!(workshop.algs, ["HS256"]);
    assert_eq!(workshop.lifetime, None);
    assert_eq!(presets("dpop").typ, "dpop+jwt");
    assert_eq!(presets("hti-launch").lifetime, Some(300));
    assert_eq!(presets("client-assertion"), Default::default());
}
