//! The built page, driven in real browsers: `cargo xtask test --only e2e`.
//!
//! One file per part of the product; each ends in a list of its tests, and this
//! file lists the files.

// A test ends by panicking where the harness has no word for it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use std::process::ExitCode;

use harness::Case;

mod announced;
mod arithmetic;
mod bad_input;
mod bits;
mod comparing;
mod considered;
mod costly;
mod everyone;
mod expectations;
mod explaining;
mod fidelity;
mod gallery;
mod harness_itself;
mod hostile;
mod inside;
mod issuers;
mod jwks_asking;
mod jwks_failures;
mod jwks_hostile;
mod jwks_moods;
mod keyboard;
mod keys;
mod koppeltaal;
mod lab;
mod lacking;
mod language;
mod learn;
mod leaving;
mod looks;
mod memory;
mod offline;
mod own_keys;
mod panics;
mod presenting;
mod privacy;
mod reasons;
mod recorded;
mod report;
mod room;
mod self_test;
mod sets;
mod settling;
mod shell;
mod sign;
mod sign_every;
mod sign_forms;
mod signing_errors;
mod signing_kept;
mod single_file;
mod smoke;
mod speed;
mod states;
mod system_colours;
mod taking;
mod tracing;
mod trusted_types;
mod underlined;
mod views;
mod whole;
mod worker;
mod workshop;

/// Tests, and files of tests, whose outcome is the engine's doing: they run in every engine, always.
const BY_ENGINE: &[&str] = &[
    // What the other tests stand on.
    "harness_itself",
    // Starting.
    "smoke::blocks_a_script_of_another_origin",
    "shell::what_is_typed_before_the_start_is_taken_over",
    "shell::what_is_typed_before_a_box_is_the_pages_own_is_taken_over",
    "smoke::starts_at_the_root",
    "smoke::starts_under_a_sub_path",
    "smoke::starts_with_a_route_behind_its_address",
    "smoke::carries_a_strict_policy",
    "smoke::names_its_build_and_its_worker",
    "smoke::asks_for_each_file_once",
    "shell::another_screen_does_not_begin_as_this_one",
    // Storage, cache, service worker, history, clipboard, worker, policy.
    "lacking",
    "leaving",
    "memory",
    "offline",
    "privacy",
    "recorded",
    "room",
    "self_test",
    "single_file",
    "trusted_types",
    // What a browser hides of a server, and what it makes of hostile text.
    "hostile",
    "jwks_failures",
    "jwks_hostile",
    "jwks_moods",
    // When a browser paints.
    "settling",
    // Numbers, dates and words of a language.
    "language",
    // From beginning to end.
    "koppeltaal",
    "workshop",
];

fn main() -> ExitCode {
    let all: Vec<Case> = [
        harness_itself::ALL,
        harness_itself::ONLY_CHROMIUM,
        jwks_moods::ALL,
        signing_errors::ALL,
        signing_kept::ALL,
        shell::ALL,
        shell::ONLY_CHROMIUM,
        smoke::ALL,
        smoke::WITH_PRELOAD,
        smoke::ONLY_CHROMIUM,
        workshop::ALL,
        workshop::IN_A_TIME_ZONE,
        koppeltaal::ALL,
        language::ALL,
        language::ONLY_CHROMIUM,
        lacking::ALL,
        lacking::ONLY_CHROMIUM,
        learn::ALL,
        leaving::ALL,
        memory::ALL,
        learn::ONLY_CHROMIUM,
        gallery::ALL,
        gallery::ONLY_CHROMIUM,
        lab::ALL,
        lab::ONLY_CHROMIUM,
        jwks_asking::ALL,
        jwks_failures::ALL,
        jwks_hostile::ALL,
        self_test::ALL,
        sets::ALL,
        sets::ONLY_CHROMIUM,
        settling::ALL,
        sign::ALL,
        sign_forms::ALL,
        sign_every::ALL,
        bad_input::ALL,
        arithmetic::ALL,
        bits::ALL,
        bits::ONLY_CHROMIUM,
        keys::ALL,
        own_keys::ALL,
        hostile::ALL,
        inside::ALL,
        expectations::ALL,
        issuers::ALL,
        reasons::ALL,
        report::ALL,
        considered::ALL,
        costly::ALL,
        views::ALL,
        taking::ALL,
        tracing::ALL,
        trusted_types::ALL,
        comparing::ALL,
        fidelity::ALL,
        explaining::ALL,
        underlined::ALL,
        views::ONLY_CHROMIUM,
        underlined::ONLY_CHROMIUM,
        worker::ONLY_CHROMIUM,
        presenting::ALL,
        presenting::ONLY_CHROMIUM,
        privacy::ALL,
        privacy::ONLY_CHROMIUM,
        recorded::BEHIND_A_PROXY,
        speed::ALL,
        speed::ONLY_CHROMIUM,
        looks::ALL,
        looks::ONLY_CHROMIUM,
        everyone::ONLY_CHROMIUM,
        announced::ALL,
        system_colours::ONLY_CHROMIUM,
        &panics::all(),
        keyboard::ONLY_CHROMIUM,
        offline::ALL,
        single_file::ALL,
        room::ALL,
    ]
    .concat();
    harness::case::run_all(&all, BY_ENGINE)
}
