//! What must be on the machine for a comparison, and what is said when it is not.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Once;

/// The directory of the JavaScript packages.
pub fn node_modules() -> Option<PathBuf> {
    static TOLD: Once = Once::new();
    find("CROSS_NODE_MODULES", "jose, noble and node", &TOLD)
}

/// OpenSSL's program.
pub fn openssl() -> Option<PathBuf> {
    static TOLD: Once = Once::new();
    find("CROSS_OPENSSL", "openssl", &TOLD)
}

/// A Python that has PyJWT.
pub fn python() -> Option<PathBuf> {
    static TOLD: Once = Once::new();
    find("CROSS_PYTHON", "PyJWT", &TOLD)
}

/// The cargo that builds the programs in Rust.
pub fn cargo() -> Option<PathBuf> {
    static TOLD: Once = Once::new();
    find("CROSS_CARGO", "jsonwebtoken in a crate of its own", &TOLD)
}

/// The changes that the diagnosis proposes, as its own tests wrote them.
pub fn diagnoses() -> Option<PathBuf> {
    static TOLD: Once = Once::new();
    find("CROSS_DIAGNOSES", "what a diagnosis proposes", &TOLD)
}

/// Where Debian keeps Go's libraries, if its packages of Go and of golang-jwt are there. They are
/// larger than a continuous integration should have to install, so nobody has to have them.
pub fn debian_go() -> Option<PathBuf> {
    static TOLD: Once = Once::new();
    let path = PathBuf::from("/usr/share/gocode");
    let has_library = path.join("src/github.com/golang-jwt/jwt").is_dir();
    let has_go = || {
        std::process::Command::new("go")
            .arg("version")
            .output()
            .is_ok()
    };
    if has_library && has_go() {
        return Some(path);
    }
    TOLD.call_once(|| {
        let message = "NOT COMPARED with golang-jwt: Debian's packages golang-go and \
            golang-github-golang-jwt-jwt-dev are not there.";
        let _ = writeln!(std::io::stderr(), "\n{message}\n");
    });
    None
}

fn find(variable: &str, what: &str, told: &Once) -> Option<PathBuf> {
    let found = std::env::var_os(variable).filter(|value| !value.is_empty());
    if let Some(found) = found {
        return Some(found.into());
    }
    let message = format!(
        "NOT COMPARED with {what}: {variable} is not set. \
         `cargo xtask test --only cross` installs what is missing and sets it."
    );
    let in_ci = std::env::var("CI").is_ok_and(|ci| !["", "0", "false"].contains(&ci.as_str()));
    assert!(!in_ci, "{message}");
    // Straight to the terminal: what a passing test prints is swallowed.
    told.call_once(|| {
        let _ = writeln!(std::io::stderr(), "\n{message}\n");
    });
    None
}
