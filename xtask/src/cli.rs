//! The command line: which command, with which options.

use anyhow::{Context, Result, bail};

use crate::bench::BenchOptions;
use crate::build::BuildOptions;
use crate::fuzz::FuzzOptions;
use crate::screenshots::ScreenshotOptions;
use crate::serve::{DEFAULT_PORT, ServeOptions, Whom};
use crate::test::{Suite, TestOptions};

/// One command with its options.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Print what there is.
    Help,
    /// Install what is missing, and nothing else.
    Setup,
    /// Make `dist/`.
    Build(BuildOptions),
    /// Make the one file that a stick takes.
    SingleFile,
    /// Make `dist/` and serve it.
    Serve(ServeOptions),
    /// Run the test suites.
    Test(TestOptions),
    /// Try inputs until the time is over.
    Fuzz(FuzzOptions),
    /// Ask cargo-deny.
    Deny,
    /// Make what is handed out.
    Release,
    /// Write down which functions a first decode runs.
    Profile,
    /// Take pictures of the built page.
    Screenshots(ScreenshotOptions),
    /// Measure how fast the product is.
    Bench(BenchOptions),
}

const HELP: &str = "\
cargo xtask <command>

  setup                       install what build and test need
  build [--fresh] [--quick]   make dist/; --fresh builds even when nothing changed, --quick
                              for looking at a change: soon there, large, not compressed
  single-file                 make dist-single/jwt-debugger.html: everything in one file
  serve [--port N] [--lan]    make dist/ and serve it on 127.0.0.1 (port 8080 unless told);
                              --lan to a room: on this machine's address, with a QR code
  test [--only SUITE]...      lint, host, vectors, cross, wasm, e2e, deploy; all unless told
       [-- FILTER]            what stands behind -- goes to the test runners
  fuzz [TARGET] [--seconds N] try inputs by libFuzzer, a minute for each target unless told
  deny                        licences, sources, duplicates and known vulnerabilities
  release                     build twice, compare, and put what is handed out, with digests
                              and a bill of materials, into target/release-files/
  profile                     write web/rest.txt: what of the page a first decode does not run
  screenshots                 pictures of the built page in target/screenshots/, of one's
       [--name N] [--at '#/sign'] [--paste FILE] [--key FILE] [--clock T]
                              own scene where one is described, of the usual ones otherwise
  bench [--runs N] [--readme] how fast the product is, as a table and in target/bench.json;
       [--only PART]...       bytes, start, shift, paste, typing, crypto, memory, tasks, host
";

/// Prints the commands.
pub fn print_help() {
    print!("{HELP}");
}

/// Reads the arguments that follow `cargo xtask`.
///
/// # Errors
/// Names the argument that is not understood, and what would be.
pub fn parse(arguments: &[String]) -> Result<Command> {
    let mut rest = arguments.iter().map(String::as_str);
    match rest.next() {
        None | Some("help" | "--help" | "-h") => Ok(Command::Help),
        Some("setup") => nothing_more(rest, "setup").map(|()| Command::Setup),
        Some("build") => parse_build(rest),
        Some("single-file") => nothing_more(rest, "single-file").map(|()| Command::SingleFile),
        Some("serve") => parse_serve(rest),
        Some("test") => parse_test(rest),
        Some("fuzz") => parse_fuzz(rest),
        Some("deny") => nothing_more(rest, "deny").map(|()| Command::Deny),
        Some("release") => nothing_more(rest, "release").map(|()| Command::Release),
        Some("profile") => nothing_more(rest, "profile").map(|()| Command::Profile),
        Some("screenshots") => Ok(Command::Screenshots(ScreenshotOptions {
            scene: rest
                .filter(|word| *word != "--")
                .map(String::from)
                .collect(),
        })),
        Some("bench") => BenchOptions::parse(rest).map(Command::Bench),
        Some(other) => bail!("there is no command `{other}`\n\n{HELP}"),
    }
}

fn nothing_more<'a>(mut rest: impl Iterator<Item = &'a str>, command: &str) -> Result<()> {
    match rest.next() {
        None => Ok(()),
        Some(word) => bail!("`{command}` does not know `{word}`\n\n{HELP}"),
    }
}

fn parse_build<'a>(rest: impl Iterator<Item = &'a str>) -> Result<Command> {
    let mut options = BuildOptions::default();
    for word in rest {
        match word {
            "--fresh" => options.fresh = true,
            "--quick" => options.quick = true,
            other => bail!("`build` does not know `{other}`\n\n{HELP}"),
        }
    }
    Ok(Command::Build(options))
}

fn parse_serve<'a>(mut rest: impl Iterator<Item = &'a str>) -> Result<Command> {
    let mut options = ServeOptions {
        whom: Whom::ThisMachine,
        port: DEFAULT_PORT,
    };
    while let Some(word) = rest.next() {
        match word {
            "--lan" => options.whom = Whom::Room,
            "--port" => {
                let number = rest.next().context("--port needs a number behind it")?;
                options.port = number
                    .parse()
                    .with_context(|| format!("`{number}` is not a port (0 to 65535)"))?;
            }
            other => bail!("`serve` does not know `{other}`\n\n{HELP}"),
        }
    }
    Ok(Command::Serve(options))
}

fn parse_fuzz<'a>(mut rest: impl Iterator<Item = &'a str>) -> Result<Command> {
    let mut options = FuzzOptions::default();
    while let Some(word) = rest.next() {
        match word {
            "--seconds" => {
                let number = rest.next().context("--seconds needs a number behind it")?;
                options.seconds = number
                    .parse()
                    .with_context(|| format!("`{number}` is no number of seconds"))?;
            }
            name if !name.starts_with('-') && options.target.is_none() => {
                options.target = Some(name.to_owned());
            }
            other => bail!("`fuzz` does not know `{other}`\n\n{HELP}"),
        }
    }
    Ok(Command::Fuzz(options))
}

fn parse_test<'a>(mut rest: impl Iterator<Item = &'a str>) -> Result<Command> {
    let mut options = TestOptions::default();
    while let Some(word) = rest.next() {
        match word {
            "--only" => {
                let name = rest.next().context("--only needs a suite behind it")?;
                options.only.push(Suite::named(name)?);
            }
            "--" => options.passed_on.extend(rest.by_ref().map(String::from)),
            other => bail!("`test` does not know `{other}`\n\n{HELP}"),
        }
    }
    Ok(Command::Test(options))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(String::from).collect()
    }

    #[test]
    fn no_command_is_a_request_for_help() {
        assert_eq!(parse(&[]).unwrap(), Command::Help);
    }

    #[test]
    fn an_unknown_word_is_named() {
        for line in [
            "bild",
            "serve --prot 1",
            "test host",
            "setup now",
            "serve --wan",
            "single-file quick",
            "build 3",
            "release now",
            "deny all",
            "fuzz json paste",
            "fuzz --minutes",
        ] {
            let complaint = parse(&words(line)).unwrap_err().to_string();
            let word = line.split(' ').find(|word| complaint.contains(*word));
            assert!(word.is_some(), "{line}: {complaint}");
        }
    }

    #[test]
    fn a_port_is_a_number_of_sixteen_bits() {
        assert!(parse(&words("serve --port 65536")).is_err());
        assert!(parse(&words("serve --port")).is_err());
        assert!(parse(&words("serve --port 9000")).is_ok());
    }

    #[test]
    fn a_room_is_served_when_it_is_asked_for() {
        for (line, whom) in [
            ("serve", Whom::ThisMachine),
            ("serve --lan", Whom::Room),
            ("serve --lan --port 9000", Whom::Room),
        ] {
            let Command::Serve(options) = parse(&words(line)).unwrap() else {
                panic!("{line} is no serve command");
            };
            assert_eq!(options.whom, whom, "{line}");
        }
    }

    #[test]
    fn one_target_is_fuzzed_or_all() {
        for (line, target, seconds) in [
            ("fuzz", None, 60),
            ("fuzz json", Some("json"), 60),
            ("fuzz json --seconds 5", Some("json"), 5),
            ("fuzz --seconds 600", None, 600),
        ] {
            let options = FuzzOptions {
                target: target.map(str::to_owned),
                seconds,
            };
            assert_eq!(
                parse(&words(line)).unwrap(),
                Command::Fuzz(options),
                "{line}"
            );
        }
        assert!(parse(&words("fuzz --seconds")).is_err());
        assert!(parse(&words("fuzz --seconds soon")).is_err());
    }

    #[test]
    fn suites_may_be_several() {
        let Command::Test(options) = parse(&words("test --only host --only e2e -- paste")).unwrap()
        else {
            panic!("not a test command");
        };
        assert_eq!(options.only, [Suite::Host, Suite::EndToEnd]);
        assert_eq!(options.passed_on, ["paste"]);
    }
}
