//! `cargo xtask <command>`: one file per command, this one only chooses.

use std::process::ExitCode;

use xtask::cli::{self, Command};
use xtask::{
    bench, build, deny, fuzz, profile, release, screenshots, serve, setup, single_file, test,
};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match cli::parse(&arguments) {
        Ok(Command::Help) => {
            cli::print_help();
            Ok(())
        }
        Ok(Command::Setup) => setup::run(),
        Ok(Command::Build(options)) => build::run(&options).map(|_| ()),
        Ok(Command::SingleFile) => single_file::run(),
        Ok(Command::Serve(options)) => serve::run(&options),
        Ok(Command::Test(options)) => test::run(&options),
        Ok(Command::Fuzz(options)) => fuzz::run(&options),
        Ok(Command::Deny) => deny::run(),
        Ok(Command::Release) => release::run(),
        Ok(Command::Profile) => profile::run(),
        Ok(Command::Screenshots(options)) => screenshots::run(&options),
        Ok(Command::Bench(options)) => bench::run(&options),
        Err(complaint) => Err(complaint),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}
