//! The registered name that an unknown one was probably meant to be.

/// What people and older libraries write, and the name that is registered for it.
const ALIASES: [(&str, &str); 39] = [
    ("algorithm", "alg"),
    ("audiences", "aud"),
    ("audience", "aud"),
    ("authmethods", "amr"),
    ("contenttype", "cty"),
    ("critical", "crit"),
    ("dob", "birthdate"),
    ("dateofbirth", "birthdate"),
    ("emailaddress", "email"),
    ("mail", "email"),
    ("encryption", "enc"),
    ("expiration", "exp"),
    ("expirationtime", "exp"),
    ("expires", "exp"),
    ("expiresat", "exp"),
    ("expiry", "exp"),
    ("validuntil", "exp"),
    ("validto", "exp"),
    ("familyname", "family_name"),
    ("lastname", "family_name"),
    ("surname", "family_name"),
    ("firstname", "given_name"),
    ("fullname", "name"),
    ("displayname", "name"),
    ("created", "iat"),
    ("createdat", "iat"),
    ("issued", "iat"),
    ("issuedat", "iat"),
    ("issuer", "iss"),
    ("jwtid", "jti"),
    ("tokenid", "jti"),
    ("keyid", "kid"),
    ("notbefore", "nbf"),
    ("validfrom", "nbf"),
    ("phone", "phone_number"),
    ("scopes", "scope"),
    ("subject", "sub"),
    ("type", "typ"),
    ("userid", "sub"),
];

/// A name as it is compared: there are hundreds of candidates for each of many names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Folded {
    text: String,
    letters: usize,
    /// A bit for each letter that occurs.
    kinds: u32,
    /// What people write this for.
    alias: Option<&'static str>,
}

impl Folded {
    pub(super) fn of(name: &str) -> Folded {
        let text = fold(name);
        let alias = ALIASES.iter().find(|(alias, _)| *alias == text);
        Folded {
            letters: text.chars().count(),
            kinds: text.bytes().map(kind).fold(0, |kinds, kind| kinds | kind),
            alias: alias.or_else(|| near_alias(&text)).map(|(_, meant)| *meant),
            text,
        }
    }

    /// Whether a slip could have made this of the candidate; most are of another length, or of
    /// other letters: an edit takes one letter away and brings one at most.
    pub(super) fn may_mean(&self, candidate: &str, folded: &Folded) -> bool {
        self.is_within(folded, FARTHEST) || self.alias == Some(candidate)
    }

    /// Whether so few edits could make the one of the other; it may say so of too many.
    fn is_within(&self, other: &Folded, edits: usize) -> bool {
        let differing = (self.kinds ^ other.kinds).count_ones();
        self.letters.abs_diff(other.letters) <= edits
            && usize::try_from(differing / 2).is_ok_and(|pairs| pairs <= edits)
    }
}

/// The long alias that is one edit away: `exipres` for `expires`.
fn near_alias(text: &str) -> Option<&'static (&'static str, &'static str)> {
    let is_long = |alias: &&(&str, &str)| alias.0.len() >= LONG_ALIAS;
    let mut near = ALIASES.iter().filter(is_long);
    (text.len() >= LONG_ALIAS && text.is_ascii())
        .then(|| near.find(|(alias, _)| distance(alias, text) == 1))?
}

/// Shorter words are one edit away from too many others.
const LONG_ALIAS: usize = 6;

/// The bit of a letter; all that is not a lower-case letter shares the last ones.
fn kind(byte: u8) -> u32 {
    1 << match byte {
        b'a'..=b'z' => byte.saturating_sub(b'a'),
        _ => 26,
    }
}

/// The candidate that `name` is probably a slip of: a known alias, the same letters in another
/// case or with other separators, or one that is a letter or two away.
/// Candidates are the names that could stand in this place.
pub(super) fn nearest<'c>(name: &Folded, candidates: &[(&'c str, &Folded)]) -> Option<&'c str> {
    if name.text.is_empty() {
        return None;
    }
    let same = |wanted: &str| candidates.iter().find(|(c, _)| *c == wanted);
    let alias = name.alias.and_then(same);
    let by_letters = || candidates.iter().find(|(_, folded)| *folded == name);
    if let Some((candidate, _)) = alias.or_else(by_letters) {
        return Some(candidate);
    }
    let near = |(candidate, folded): &(&'c str, &Folded)| {
        let allowed = allowed(name, candidate);
        if allowed == 0 || !name.is_within(folded, allowed) {
            return None;
        }
        let distance = distance(&name.text, &folded.text);
        (distance <= allowed).then_some((distance, *candidate))
    };
    candidates.iter().filter_map(near).min().map(|(_, c)| c)
}

/// Lower case without separators.
fn fold(name: &str) -> String {
    let kept = |c: &char| !matches!(c, '_' | '-' | ' ' | '.' | ':');
    let kept = name.chars().filter(kept);
    kept.map(|c| c.to_ascii_lowercase()).collect()
}

/// The most edits between a slip and the name that was meant.
const FARTHEST: usize = 2;

/// Three-letter names are so near to each other that only a doubled or extra letter counts.
fn allowed(name: &Folded, candidate: &str) -> usize {
    match (name.letters, candidate.chars().count()) {
        (4, 3) => 1,
        (found, wanted) if found.min(wanted) >= 8 => FARTHEST,
        (found, wanted) if found.min(wanted) >= 4 => 1,
        (3, 3) if sorted(&name.text) == sorted(candidate) => 1,
        _ => 0,
    }
}

fn sorted(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = text.chars().collect();
    crate::order::by(&mut letters, char::cmp);
    letters
}

/// Edits between two words: insert, remove, replace, or swap two neighbours (optimal string
/// alignment).
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    // Names of very different length are no slips, and hostile ones are long.
    if a.len().abs_diff(b.len()) > FARTHEST || a.len().max(b.len()) > 64 {
        return usize::MAX;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i.saturating_add(1)];
        for (j, y) in b.iter().enumerate() {
            let at = |row: &[usize], j: usize| row.get(j).copied().unwrap_or(usize::MAX);
            let mut least = at(&above, j).saturating_add(usize::from(x != y));
            least = least.min(at(&above, j.saturating_add(1)).saturating_add(1));
            least = least.min(at(&row, j).saturating_add(1));
            if let (Some(i), Some(k)) = (i.checked_sub(1), j.checked_sub(1))
                && a.get(i) == Some(y)
                && b.get(k) == Some(x)
            {
                least = least.min(at(&before, k).saturating_add(1));
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLAIMS: [&str; 12] = [
        "iss",
        "sub",
        "aud",
        "exp",
        "nbf",
        "iat",
        "jti",
        "email_verified",
        "scope",
        "roles",
        "name",
        "given_name",
    ];

    fn check(name: &str, meant: Option<&str>) {
        let folded: Vec<Folded> = CLAIMS.iter().map(|claim| Folded::of(claim)).collect();
        let name_folded = Folded::of(name);
        let all = CLAIMS.iter().copied().zip(&folded);
        let may = all.filter(|(claim, folded)| name_folded.may_mean(claim, folded));
        let may: Vec<_> = may.collect();
        assert_eq!(nearest(&name_folded, &may), meant, "{name}");
    }

    #[test]
    fn slips_are_recognised() {
        check("expires", Some("exp"));
        check("issuer", Some("iss"));
        check("Sub", Some("sub"));
        check("emailVerified", Some("email_verified"));
        check("email_verfied", Some("email_verified"));
        check("expp", Some("exp"));
        check("epx", Some("exp"));
        check("role", Some("roles"));
        check("firstName", Some("given_name"));
        check("exipres", Some("exp"));
        check("isuer", None);
        check("issuerr", Some("iss"));
        check("userId", Some("sub"));
    }

    #[test]
    fn other_names_are_left_alone() {
        for name in [
            "uid",
            "tid",
            "cid",
            "exd",
            "user",
            "data",
            "",
            "_",
            "custom",
            "department",
        ] {
            check(name, None);
        }
        check("algorithm", None);
        check(&"x".repeat(100_000), None);
    }

    #[test]
    fn distances_count_a_swap_as_one() {
        assert_eq!(distance("exp", "epx"), 1);
        assert_eq!(distance("scope", "scoep"), 1);
        assert_eq!(distance("scope", "sope"), 1);
        assert_eq!(distance("abc", "cab"), 2);
        assert_eq!(distance("", "ab"), 2);
    }

    #[test]
    fn what_is_left_out_beforehand_is_never_near() {
        let edits = |word: &str| {
            let mut made = vec![format!("{word}x"), format!("é{word}")];
            for at in 0..word.len() {
                let (before, after) = word.split_at(at);
                let less: String = after.chars().skip(1).collect();
                made.push(format!("{before}{less}"));
                made.push(format!("{before}z{less}"));
                made.push(format!("{before}q{after}"));
            }
            made
        };
        let mut near = 0;
        for claim in CLAIMS.map(fold) {
            let once = edits(&claim);
            let twice = once.iter().filter(|word| word.is_ascii());
            for word in once
                .iter()
                .cloned()
                .chain(twice.flat_map(|word| edits(word)))
            {
                let (a, b) = (Folded::of(&word), Folded::of(&claim));
                let distance = distance(&a.text, &b.text);
                assert!(
                    distance > FARTHEST || a.is_within(&b, distance),
                    "{word} {claim}"
                );
                near += usize::from(distance <= FARTHEST);
            }
        }
        assert!(near > 4_000, "{near}");
        assert!(!Folded::of("abcdefgh").is_within(&Folded::of("stuvwxyz"), FARTHEST));
    }
}
