//! The lessons, one a file.

mod base64url;
mod claims;
mod encryption;
mod find_audience;
mod find_moment;
mod find_secret;
mod forgers;
mod journey;
mod koppeltaal;
mod make_verify;
mod never;
mod pairs;
mod parts;
mod protect;
mod repair_launch;
mod resign;
mod rotation;
mod sessions;
mod signature;
mod tamper;
mod time;
mod token;
pub(super) mod tokens;

use super::Lesson;

/// All of them, in the order in which they are offered.
pub const ALL: [Lesson; 22] = [
    token::LESSON,
    parts::LESSON,
    base64url::LESSON,
    claims::LESSON,
    time::LESSON,
    signature::LESSON,
    tamper::LESSON,
    resign::LESSON,
    pairs::LESSON,
    rotation::LESSON,
    sessions::LESSON,
    forgers::LESSON,
    encryption::LESSON,
    never::LESSON,
    journey::LESSON,
    koppeltaal::LESSON,
    find_audience::LESSON,
    find_moment::LESSON,
    find_secret::LESSON,
    make_verify::LESSON,
    protect::LESSON,
    repair_launch::LESSON,
];
