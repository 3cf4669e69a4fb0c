//! Changes of inputs that know what tokens and keys are made of: parts between dots are decoded
//! before they are changed, digits become the numbers at which readers err, pieces of one input
//! go into another.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand_chacha::rand_core::RngCore;

/// What a change may put somewhere.
const WORDS: [&[u8]; 72] = [
    b".",
    b"..",
    b"~",
    b" ",
    b"\n",
    b"\r\n",
    b"\t",
    b"\"",
    b"'",
    b"`",
    b"{",
    b"}",
    b"[",
    b"]",
    b":",
    b",",
    b"=",
    b"==",
    b"\\",
    b"\\n",
    b"\\\"",
    b"\\u0000",
    b"\\ud800",
    b"\\u202e",
    b"%2E",
    b"%252E",
    b"%",
    b"&#46;",
    b"&quot;",
    b"<br>",
    b"<",
    b">",
    b"-",
    b"_",
    b"+",
    b"/",
    b"Bearer ",
    b"eyJ",
    b"eyJhbGciOiJub25lIn0",
    b"e30",
    b"null",
    b"true",
    b"1e400",
    b"-0",
    b"0.1",
    b"1.0",
    b"9007199254740993",
    b"18446744073709551616",
    b"-9223372036854775809",
    b"\xff",
    b"\x00",
    b"\xc3",
    b"\xef\xbb\xbf",
    b"\xe2\x80\xa6",
    b"\xe2\x80\x8b",
    b"\xe2\x80\xae",
    b"\xf0\x9f\x98\x80",
    b"\"alg\":\"none\"",
    b"\"alg\":\"HS256\"",
    b"\"crit\":[\"b64\"],\"b64\":false",
    b"\"zip\":\"DEF\"",
    b"\"_sd\":[]",
    b"\"...\":",
    b"\"__proto__\":",
    b"\"kty\":\"oct\"",
    b"\"keys\":[",
    b"-----BEGIN ",
    b"-----END ",
    b"-----",
    b"PRIVATE KEY",
    b"\x30\x82\xff\xff",
    b"\xa0\x03\x02\x01\x02",
];

/// Longer inputs are cut: what is slow by length alone has its own tests.
const LONGEST: usize = 6_000;

fn below(rng: &mut impl RngCore, end: usize) -> usize {
    usize::try_from(rng.next_u64() % (end.max(1) as u64)).unwrap()
}

/// One of the seeds, changed in a few places.
pub fn mutate(seeds: &[Vec<u8>], rng: &mut impl RngCore) -> Vec<u8> {
    let mut input = seeds[below(rng, seeds.len())].clone();
    let other = &seeds[below(rng, seeds.len())];
    let times = 1 + below(rng, 4);
    for _ in 0..times {
        change(&mut input, other, rng);
    }
    input.truncate(LONGEST);
    input
}

/// Changes `input` in one place; `other` lends its pieces.
pub fn change(input: &mut Vec<u8>, other: &[u8], rng: &mut impl RngCore) {
    match below(rng, 12) {
        0..3 => within_part(input, other, rng),
        3 => number(input, rng),
        4 => exchange_parts(input, rng),
        _ => plain(input, other, rng),
    }
}

fn plain(input: &mut Vec<u8>, other: &[u8], rng: &mut impl RngCore) {
    let at = below(rng, input.len() + 1);
    let end = (at + 1 + below(rng, 24)).min(input.len());
    match below(rng, 8) {
        0 if at < input.len() => input[at] ^= 1 << below(rng, 8),
        1 if at < input.len() => input[at] = rng.next_u32().to_le_bytes()[0],
        2 => drop(input.drain(at.min(end)..end)),
        3 => {
            let piece = input[at.min(end)..end].to_vec();
            input.splice(at..at, piece);
        }
        4 => {
            let from = below(rng, other.len() + 1);
            let to = (from + 1 + below(rng, 64)).min(other.len());
            input.splice(at..at, other[from.min(to)..to].iter().copied());
        }
        5 => input.truncate(at),
        _ => {
            let word = WORDS[below(rng, WORDS.len())];
            input.splice(at..at, word.iter().copied());
        }
    }
}

fn is_digit_of_part(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

/// The places of the runs of base64url characters.
fn parts(input: &[u8]) -> Vec<std::ops::Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    for at in 0..=input.len() {
        if at < input.len() && is_digit_of_part(input[at]) {
            continue;
        }
        if at - start >= 8 {
            parts.push(start..at);
        }
        start = at + 1;
    }
    parts
}

/// Changes the bytes that a part carries.
fn within_part(input: &mut Vec<u8>, other: &[u8], rng: &mut impl RngCore) {
    let parts = parts(input);
    if parts.is_empty() {
        return plain(input, other, rng);
    }
    let part = parts[below(rng, parts.len())].clone();
    let Ok(mut bytes) = URL_SAFE_NO_PAD.decode(&input[part.clone()]) else {
        return plain(input, other, rng);
    };
    match below(rng, 3) {
        0 => number(&mut bytes, rng),
        _ => plain(&mut bytes, b"", rng),
    }
    input.splice(part, URL_SAFE_NO_PAD.encode(bytes).into_bytes());
}

/// Puts another number in the place of one.
fn number(input: &mut Vec<u8>, rng: &mut impl RngCore) {
    let digits: Vec<usize> = (0..input.len())
        .filter(|at| input[*at].is_ascii_digit())
        .collect();
    if digits.is_empty() {
        return;
    }
    let start = digits[below(rng, digits.len())];
    let run = input[start..]
        .iter()
        .take_while(|byte| byte.is_ascii_digit());
    let end = start + run.count();
    const NUMBERS: [&str; 10] = [
        "0",
        "1",
        "-1",
        "255",
        "4294967295",
        "2147483648",
        "9223372036854775807",
        "99999999999999999999",
        "1.5",
        "1e9",
    ];
    let number = NUMBERS[below(rng, NUMBERS.len())];
    input.splice(start..end, number.bytes());
}

/// Changes the places of two parts.
fn exchange_parts(input: &mut Vec<u8>, rng: &mut impl RngCore) {
    let parts = parts(input);
    if parts.len() < 2 {
        return;
    }
    let first = below(rng, parts.len() - 1);
    let second = first + 1 + below(rng, parts.len() - first - 1);
    let (first, second) = (parts[first].clone(), parts[second].clone());
    let (front, back) = (
        input[first.clone()].to_vec(),
        input[second.clone()].to_vec(),
    );
    input.splice(second, front);
    input.splice(first, back);
}
