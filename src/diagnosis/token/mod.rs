//! Causes in the token's own text: what happened to it on its way.

pub mod absent;
pub mod alphabet;
pub mod cut_off;
pub mod cut_seen;
pub mod dots;
pub mod earlier;
pub mod edited;
pub mod escaped;
pub mod extra_parts;
pub mod glued;
pub mod header_edited;
pub mod homoglyphs;
pub mod invisible;
pub mod letter_case;
pub mod part_count;
pub mod parts_mixed;
pub mod parts_order;
pub mod plus_lost;
pub mod shortened;
pub mod start_missing;
