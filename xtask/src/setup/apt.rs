//! Packages of Debian and its children, where apt is there and may be used.

use std::process::Command;

use crate::process;
use crate::setup::step;

/// Installs packages; says so where that cannot be done. Whoever asked looks afterwards whether
/// they are there.
pub(super) fn install(packages: &[&str]) {
    let Some(apt) = process::find("apt-get", &[]) else {
        return;
    };
    let Some(first_words) = as_root() else {
        step("apt-get is here, but this user may not use it without a password");
        return;
    };
    let command = |arguments: &[&str]| {
        let mut words = first_words.iter().copied();
        let mut command = match words.next() {
            Some(program) => {
                let mut command = Command::new(program);
                command.args(words).arg(&apt);
                command
            }
            None => Command::new(&apt),
        };
        command
            .args(["-q", "-y"])
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive")
            // A server that comes with a package is not started by it.
            .env("RUNLEVEL", "1");
        command
    };
    step(&format!(
        "installing {} by apt-get (once, one to three minutes)",
        packages.join(", ")
    ));
    if let Err(error) = process::run(&mut command(&["update"])) {
        step(&format!("{error:#}; going on with the lists as they are"));
    }
    let mut install = command(&["install", "--no-install-recommends"]);
    if let Err(error) = process::run(install.args(packages)) {
        step(&format!("{error:#}"));
    }
}

/// The words that make a command run as root, none for root itself.
fn as_root() -> Option<&'static [&'static str]> {
    let user = process::read(Command::new("id").arg("-u")).ok()?;
    if user.trim() == "0" {
        return Some(&[]);
    }
    process::read(Command::new("sudo").args(["-n", "true"]))
        .is_ok()
        .then_some(&["sudo", "-n"])
}
