//! Everything a developer does with this project, with cargo alone.
//!
//! A library, so that the tests in a browser serve `dist/` and find the
//! browsers' drivers with the very code that `cargo xtask` uses.
// A command-line tool speaks on standard output.
#![allow(clippy::print_stdout)]

pub mod bench;
pub mod build;
pub mod cli;
pub mod deny;
pub mod fuzz;
pub mod lan;
pub mod process;
pub mod profile;
pub mod release;
pub mod screenshots;
pub mod serve;
pub mod setup;
pub mod single_file;
pub mod size;
pub mod test;
pub mod workspace;
