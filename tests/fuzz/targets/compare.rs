//! Any two tokens side by side; one beside itself is the same.

use jwt_debugger::compare::{Change, compare};
use jwt_debugger::inspect::inspect;

pub fn run(input: &[u8]) {
    let [other, this] = super::pieces(input).map(super::text);
    let (other, this) = (inspect(&other), inspect(&this));
    let (Some(other), Some(this)) = (other.tokens.first(), this.tokens.first()) else {
        return;
    };
    let is_moment = |pointer: &str| matches!(pointer, "/exp" | "/iat");
    let there = compare(other, this, &is_moment);
    let back = compare(this, other, &is_moment);
    assert_eq!(there.is_same_text, back.is_same_text);
    assert_eq!(there.is_same_content, back.is_same_content);
    for (change, mirrored) in [
        (Change::OnlyOther, Change::OnlyThis),
        (Change::OnlyThis, Change::OnlyOther),
    ] {
        assert_eq!(there.count(change), back.count(mirrored), "{change:?}");
    }
    for one in [other, this] {
        let itself = compare(one, one, &is_moment);
        assert!(itself.is_same_text && itself.is_same_content);
        let all = itself.differences.len();
        assert_eq!(itself.count(Change::Same), all, "{:?}", itself.differences);
    }
}
