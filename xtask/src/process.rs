//! Other programs: run them, read them, and take them down again.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};

/// Runs a program with the terminal for itself.
///
/// # Errors
/// When it cannot be started or ends with anything but success.
pub fn run(command: &mut Command) -> Result<()> {
    let shown = show(command);
    let status = command
        .status()
        .with_context(|| format!("`{shown}` could not be started"))?;
    if !status.success() {
        bail!("`{shown}` failed ({status})");
    }
    Ok(())
}

/// What a program prints on standard output.
///
/// # Errors
/// When it cannot be started or ends with anything but success.
pub fn read(command: &mut Command) -> Result<String> {
    let shown = show(command);
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("`{shown}` could not be started"))?;
    if !output.status.success() {
        bail!(
            "`{shown}` failed ({}): {}",
            output.status,
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a program, passing each line of its standard output on at once and
/// showing it to `watch` too. Says whether the program succeeded.
///
/// # Errors
/// When it cannot be started.
pub fn run_watched(command: &mut Command, mut watch: impl FnMut(&str)) -> Result<bool> {
    let shown = show(command);
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("`{shown}` could not be started"))?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            watch(&line);
        }
    }
    Ok(child.wait()?.success())
}

/// The command as a person would type it.
pub fn show(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    std::iter::once(name)
        .chain(command.get_args())
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Finds a program on PATH, then in the directories given.
pub fn find(name: &str, also_in: &[PathBuf]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let endings: &[&str] = if cfg!(windows) {
        &[".exe", ".cmd", ".bat"]
    } else {
        &[""]
    };
    std::env::split_paths(&path)
        .chain(also_in.iter().cloned())
        .flat_map(|directory| {
            endings
                .iter()
                .map(move |ending| directory.join(format!("{name}{ending}")))
        })
        .find(|candidate| candidate.is_file())
}

/// A PATH that looks into `first` before everything else.
///
/// # Errors
/// When a directory's name cannot stand in a PATH.
pub fn path_with(first: &[PathBuf]) -> Result<std::ffi::OsString> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let all = first.iter().cloned().chain(std::env::split_paths(&path));
    std::env::join_paths(all).context("a directory's name cannot stand in PATH")
}

/// A program in the background, with everything that it starts.
///
/// It ends when the guard is dropped, and on Unix also when this process ends
/// in any other way: a small shell watches a pipe from here and takes the
/// whole process group down once the pipe closes.
#[derive(Debug)]
pub struct Background {
    child: Child,
    name: String,
}

impl Background {
    /// Starts `program` with `arguments`; its output is written to `log`.
    ///
    /// # Errors
    /// When the program or the log cannot be opened.
    pub fn start<A: AsRef<OsStr>>(program: &Path, arguments: &[A], log: &Path) -> Result<Self> {
        let name = program
            .file_name()
            .unwrap_or(program.as_os_str())
            .to_string_lossy()
            .into_owned();
        if let Some(directory) = log.parent() {
            std::fs::create_dir_all(directory)?;
        }
        let output = std::fs::File::create(log)
            .with_context(|| format!("{} could not be written", log.display()))?;
        let child = watched(program)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(output.try_clone()?)
            .stderr(output)
            .spawn()
            .with_context(|| format!("`{name}` could not be started"))?;
        Ok(Self { child, name })
    }

    /// Says so when the program has already ended.
    ///
    /// # Errors
    /// With the name and the status of a program that ended.
    pub fn check_alive(&mut self) -> Result<()> {
        match self.child.try_wait()? {
            None => Ok(()),
            Some(status) => bail!("`{}` ended by itself ({status})", self.name),
        }
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        // Closing the pipe is the sign for the watching shell.
        drop(self.child.stdin.take());
        if cfg!(windows) {
            let _ = self.child.kill();
        }
        let _ = self.child.wait();
    }
}

/// The shell waits for the program; its watcher waits for the pipe to close and
/// then ends the group (`0`), gently first.
#[cfg(unix)]
const WATCH: &str = r#"exec 3<&0
"$@" </dev/null 3<&- &
program=$!
(
  trap '' TERM
  cat <&3
  kill -TERM 0
  tries=0
  while kill -0 $program && [ $tries -lt 20 ]; do sleep 0.1; tries=$((tries + 1)); done
  kill -KILL 0
) >/dev/null 2>&1 &
exec 3<&- </dev/null
wait $program"#;

#[cfg(unix)]
fn watched(program: &Path) -> Command {
    use std::os::unix::process::CommandExt;

    let mut shell = Command::new("sh");
    shell
        .args(["-c", WATCH, "sh"])
        .arg(program)
        .process_group(0);
    shell
}

#[cfg(not(unix))]
fn watched(program: &Path) -> Command {
    Command::new(program)
}
