//! Any header and payload: judged, checked and held to every profile; each answer has its
//! sentence.

use super::holds;
use jwt_debugger::base64url::encode;
use jwt_debugger::checks;
use jwt_debugger::inspect::inspect;
use jwt_debugger::judge::{ClaimsState, Expectations, judge, parse_clock};
use jwt_debugger::profiles;

const CLOCK: i64 = 1_767_225_660;

pub fn run(input: &[u8]) {
    let [header, payload, signature] = super::pieces(input);
    let _ = parse_clock(&super::text(payload));
    let token = [header, payload, signature].map(encode).join(".");
    let inspection = inspect(&token);
    let expectations = Expectations {
        iss: "https://issuer.example".to_owned(),
        aud: "api".to_owned(),
        ..Expectations::default()
    };
    for expected in [&Expectations::default(), &expectations] {
        let verdict = judge(&inspection, 0, CLOCK, expected);
        assert_eq!(verdict.states.first(), Some(&verdict.state));
        holds::said([&verdict.reason], &token);
        holds::said(&verdict.details, &token);
        let is_object = serde_json::from_slice::<serde_json::Map<_, _>>(payload).is_ok();
        if !is_object && verdict.state == ClaimsState::Ok {
            let json = inspection.tokens[0].payload();
            assert!(json.is_some_and(|json| json.object().is_some()));
        }
    }
    let findings = checks::check(&inspection, 0, None);
    holds::said(&findings, &token);
    assert!(findings.len() < 1_000);
    for profile in profiles::ALL {
        holds::said(&profiles::check(profile, &inspection, 0, CLOCK), &token);
    }
    let _ = profiles::recognise(&inspection, 0);
}
