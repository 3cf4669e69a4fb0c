//! All checks together: every finding has its text, and tokens of the field raise no false alarm.

#![allow(clippy::unwrap_used)]

use super::testing::{key, token};
use super::*;
use crate::words::Locale;

#[test]
fn every_check_has_one_code_a_text_and_advice() {
    let english = Locale::english();
    let mut codes = std::collections::BTreeSet::new();
    for check in ALL {
        assert!(codes.insert(check.code), "{} stands twice", check.code);
        assert!(english.has(check.code), "{} has no text", check.code);
        let advice = format!("{}.advice", check.code);
        assert!(english.has(&advice), "{advice} is missing");
    }
    for word in [
        "check-more",
        "certainty-known",
        "certainty-likely",
        "check-in-header",
        "check-in-unprotected-header",
        "check-in-payload",
        "check-in-signature",
        "check-in-disclosure",
        "check-in-another-part",
        "crit-why-unprotected",
        "crit-why-not-array",
        "crit-why-empty",
        "crit-why-not-string",
        "crit-why-own",
        "crit-why-absent",
        "crit-why-twice",
    ] {
        assert!(english.has(word), "{word} has no text");
    }
}

#[test]
fn an_ordinary_token_has_no_findings() {
    let token = token(
        r#"{"alg":"HS256","typ":"JWT"}"#,
        r#"{"sub":"0b6f1c52-6f8e-4d0b-9a5e-0d3c8a9d7e11","role":"Patient","iss":"Online-Toestemming","aud":"Workshop","exp":1767226500}"#,
        &[1; 32],
    );
    assert_eq!(check(&token, 0, Some(&key("oct", 392))), []);
    assert_eq!(check(&token, 1, None), []);
}

#[test]
fn every_finding_says_its_clause_and_how_sure_it_is() {
    let token = token(
        r#"{"alg":"none","kid":"../x","jku":"http://a","alg":"hs256"}"#,
        r#"{"bsn":"111222333","n":1e400,"a":"\ud800","password":"x"}"#,
        b"",
    );
    let found = check(&token, 0, Some(&key("RSA", 1024)));
    let english = Locale::english();
    assert!(found.len() > 8, "{found:?}");
    for finding in &found {
        assert!(finding.fact("certainty").is_some(), "{finding:?}");
        assert!(finding.fact("clause").is_some(), "{finding:?}");
        let said = english.say(finding);
        assert!(!said.contains('{'), "{said}");
        let basis = english.say(&basis(finding).unwrap());
        let sure = match certainty(finding).unwrap() {
            "known" => "Known, by ",
            _ => "Likely, not certain, by ",
        };
        let clause = clause(finding).unwrap();
        assert_eq!(basis, format!("{sure}{clause}."), "{finding:?}");
    }
    let of = |name: &str| found.iter().find(|finding| finding.code == name);
    assert_eq!(of("alg-is-none").and_then(certainty), Some("known"));
    assert_eq!(of("kid-path").and_then(certainty), Some("likely"));
}

#[test]
fn what_has_no_clause_is_said_to_be_practice_and_what_is_no_finding_says_nothing() {
    let practice = being(Diagnostic::info("x"), Certainty::Known);
    // Whose own sentence cites its clause does not say that there is none.
    let said = Locale::english().say(&basis(&practice).unwrap());
    assert_eq!(said, "Known.");
    let said = Locale::english().say(&basis(&practice.with("clause", "")).unwrap());
    assert_eq!(said, "Known. No clause asks for it: it is practice.");
    let more = Diagnostic::info("check-more").with("clause", "RFC 1 §1");
    assert_eq!((basis(&more), certainty(&more)), (None, None));
}

#[test]
fn every_check_goes_by_a_clause() {
    for check in ALL {
        assert!(check.clause.contains(['§', ' ']), "{}", check.code);
    }
}

#[test]
fn many_places_are_counted_after_the_first_twenty() {
    let payload = format!("[{}0]", "-0,".repeat(50));
    let found = check(&token("{}", payload, b""), 0, None);
    let zeros = found
        .iter()
        .filter(|f| f.code == "number-negative-zero")
        .count();
    assert_eq!(zeros, 20);
    let more = found.iter().find(|f| f.code == "check-more").unwrap();
    assert_eq!(more.fact("count"), Some(&Fact::Count(30)));
}

#[test]
fn any_payload_is_checked_without_a_fall() {
    let pieces = [
        "{", "}", "\"", "\\u", "\\ud800", "[", "]", ":", ",", "1e", "-0", "é", "\u{202e}",
        "\"a\":", "\u{FEFF}",
    ];
    let mut state = 0x5eed_u64;
    for _ in 0..2_000 {
        let mut text = String::new();
        for _ in 0..12 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            text.push_str(pieces[usize::try_from(state >> 33).unwrap() % pieces.len()]);
        }
        let _ = check(&token(&text, &text, text.as_bytes()), 0, None);
    }
}

#[test]
fn a_warning_of_the_verdict_is_left_out_where_a_finding_says_it_with_its_clause() {
    let short = token(r#"{"alg":"HS256","crit":["x"],"x":1}"#, "{}", &[1; 32]);
    let findings = check(&short, 0, Some(&key("oct", 8)));
    let warnings = [
        Diagnostic::warning("verify-short-secret"),
        Diagnostic::warning("verify-note-crit-unknown"),
        Diagnostic::warning("verify-key-use"),
    ];
    let left = unsaid(&findings, &warnings);
    assert_eq!(left, [&warnings[2]]);
    assert_eq!(unsaid(&[], &warnings).len(), 3);
    let codes: Vec<&str> = ALL.iter().map(|check| check.code).collect();
    let english = Locale::english();
    for (warning, same) in SAID_BY_FINDINGS {
        assert!(english.has(warning), "{warning}");
        for code in same {
            assert!(codes.contains(code), "{code}");
        }
    }
}
