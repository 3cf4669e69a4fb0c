//! One changed bit, anywhere in a token. A character of base64url carries six bits, so changing
//! each bit of each character changes each bit of header, payload and signature, and beyond them
//! the bits that carry nothing, which are no place to hide a second spelling either.

use crate::keys::{algorithms, keys_for, public};
use crate::signing::{header, signed, verdict};
use jwt_debugger::job::Serialization;
use jwt_debugger::verify::SignatureState;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Verifications that one algorithm is worth: all bits where they are fewer, else every so
/// manieth, the first and last of each part among them.
fn worth(alg: &str) -> usize {
    match alg {
        "ES384" | "ES512" | "Ed448" => 250,
        "ML-DSA-44" | "ML-DSA-65" | "ML-DSA-87" => 250,
        _ => usize::MAX,
    }
}

/// The character with one of its six bits changed.
fn flipped(character: u8, bit: usize) -> char {
    let value = ALPHABET.iter().position(|one| *one == character).unwrap();
    char::from(ALPHABET[value ^ (1 << bit)])
}

/// Every so manieth bit is tried. With six bits to a character, a step that shares a divisor with
/// six would come to the same few places of every character.
fn step(bits: usize, worth: usize) -> usize {
    let mut step = bits.div_ceil(worth);
    while step > 1 && (step.is_multiple_of(2) || step.is_multiple_of(3)) {
        step += 1;
    }
    step
}

/// The number of bits tried.
fn try_bits(alg: &str) -> usize {
    let key = keys_for(alg).remove(0);
    let (token, key) = (
        signed(
            header(alg, "x"),
            "{\"sub\":\"a\"}",
            &key,
            Serialization::Compact,
            4,
        ),
        public(&key),
    );
    assert_eq!(verdict(&token, &key).state, SignatureState::Valid, "{alg}");
    let places: Vec<usize> = (0..token.len())
        .filter(|at| token.as_bytes()[*at] != b'.')
        .collect();
    let bits: Vec<(usize, usize)> = places
        .iter()
        .flat_map(|at| (0..6).map(move |bit| (*at, bit)))
        .collect();
    let step = step(bits.len(), worth(alg));
    let is_edge = |at: usize| {
        let edge = |at: Option<usize>| at.and_then(|at| token.as_bytes().get(at)) == Some(&b'.');
        at == 0 || at + 1 == token.len() || edge(at.checked_sub(1)) || edge(Some(at + 1))
    };
    let mut tried = 0;
    // By the bit's place in its character, the edges left out: of those all are tried anyhow.
    let mut inside = [0; 6];
    for (index, (at, bit)) in bits.into_iter().enumerate() {
        if index % step != 0 && !is_edge(at) {
            continue;
        }
        let mut changed = token.clone();
        let character = flipped(token.as_bytes()[at], bit);
        changed.replace_range(at..=at, character.encode_utf8(&mut [0; 4]));
        let verdict = verdict(&changed, &key);
        let approves = [
            SignatureState::Valid,
            SignatureState::SelfAsserted,
            SignatureState::Decrypted,
        ];
        assert!(
            !approves.contains(&verdict.state),
            "{alg}: bit {bit} of character {at}: {verdict:?}\n{changed}"
        );
        tried += 1;
        if !is_edge(at) {
            inside[bit] += 1;
        }
    }
    let all = inside.iter().sum::<usize>();
    assert!(
        inside.iter().all(|count| *count >= all / 7 && *count > 0),
        "{alg}: by the bit's place in its character {inside:?}"
    );
    tried
}

#[test]
fn one_changed_bit_anywhere_never_verifies() {
    // Half of the bits of a token are those of its signature, at least.
    let mut all = 0;
    for alg in algorithms() {
        let tried = try_bits(alg);
        assert!(tried >= 200, "{alg}: {tried}");
        all += tried;
    }
    assert!(all > 15_000, "{all}");
}
