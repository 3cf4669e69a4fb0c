//! OpenSSL's command line, in a folder of its own.

use crate::needs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// One test's OpenSSL.
pub struct OpenSsl {
    program: PathBuf,
    folder: PathBuf,
    files: AtomicU32,
}

/// OpenSSL, where it is there.
pub fn openssl(test: &str) -> Option<OpenSsl> {
    let program = needs::openssl()?;
    let name = format!("cross-{}-{test}", std::process::id());
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    Some(OpenSsl {
        program,
        folder,
        files: AtomicU32::new(0),
    })
}

impl Drop for OpenSsl {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl OpenSsl {
    /// A new file with these bytes; its path.
    pub fn file(&self, bytes: impl AsRef<[u8]>) -> String {
        let path = self.new_path();
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// A path at which nothing is yet.
    pub fn new_path(&self) -> String {
        let number = self.files.fetch_add(1, Ordering::Relaxed);
        let path = self.folder.join(number.to_string());
        path.to_str().unwrap().to_owned()
    }

    /// Runs one command, its words separated by spaces, then `more` words as they are. Returns
    /// what it prints; any failure ends the test.
    pub fn run(&self, command: &str, more: &[&str]) -> Vec<u8> {
        let (succeeded, output, said) = self.try_run(command, more);
        assert!(succeeded, "openssl {command} {more:?}: {said}");
        output
    }

    /// The same as text.
    pub fn text(&self, command: &str, more: &[&str]) -> String {
        String::from_utf8(self.run(command, more)).unwrap()
    }

    /// Whether a command for verifying says yes. It says no in a few known ways; whatever else it
    /// says ends the test.
    pub fn holds(&self, command: &str, more: &[&str]) -> bool {
        const NO: [&str; 3] = [
            "Verification failure",
            "Signature Verification Failure",
            "Error verifying data",
        ];
        let (succeeded, output, said) = self.try_run(command, more);
        let said = format!("{}{said}", String::from_utf8_lossy(&output));
        let no = NO
            .iter()
            .any(|no| said.to_lowercase().contains(&no.to_lowercase()));
        assert!(succeeded != no, "openssl {command} {more:?}: {said}");
        succeeded
    }

    /// The same for a command that may fail: whether it succeeded, what it prints, what it says.
    pub fn try_run(&self, command: &str, more: &[&str]) -> (bool, Vec<u8>, String) {
        let output = Command::new(&self.program)
            .args(command.split_whitespace())
            .args(more)
            .stdin(Stdio::null())
            .output()
            .unwrap_or_else(|error| panic!("openssl could not be started: {error}"));
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        (output.status.success(), output.stdout, said)
    }
}
