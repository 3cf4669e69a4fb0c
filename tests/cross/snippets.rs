//! The programs that the Sign screen writes, run as they are: in JavaScript with jose, in Python
//! with PyJWT, in Rust with jsonwebtoken. A program accepts the token that it was written for,
//! and refuses the same with other claims or after it has expired; a program that makes a token
//! gives one with the same header and claims, which verifies here. Go is run where Debian's
//! packages of it are, with the library's version before: both have the calls that are written.

use crate::keys;
use crate::needs;
use crate::ours;
use jwt_debugger::base64url;
use jwt_debugger::jose::algorithms::Curve;
use jwt_debugger::jose::key_spec::KeySpec;
use jwt_debugger::keys::Material;
use jwt_debugger::snippets::{Does, LANGUAGES, Language, snippet};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Every algorithm that one of the libraries knows, with its key.
const ALGORITHMS: [(&str, KeySpec); 14] = [
    ("HS256", KeySpec::Oct(256)),
    ("HS384", KeySpec::Oct(384)),
    ("HS512", KeySpec::Oct(512)),
    ("RS256", KeySpec::Rsa(2048)),
    ("RS384", KeySpec::Rsa(2048)),
    ("RS512", KeySpec::Rsa(2048)),
    ("PS256", KeySpec::Rsa(2048)),
    ("PS512", KeySpec::Rsa(2048)),
    ("ES256", KeySpec::Curve(Curve::P256)),
    ("ES384", KeySpec::Curve(Curve::P384)),
    ("ES512", KeySpec::Curve(Curve::P521)),
    ("ES256K", KeySpec::Curve(Curve::Secp256k1)),
    ("EdDSA", KeySpec::Curve(Curve::Ed25519)),
    ("EdDSA", KeySpec::Curve(Curve::Ed448)),
];

/// A claim that a program prints when it accepts the token.
const SUBJECT: &str = "somebody who is known";
const FAR_FUTURE: i64 = 4_102_444_800;
const PAST: i64 = 1_700_000_000;

/// What to do with a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token {
    Good,
    /// Its claims are others than those that were signed.
    Changed,
    /// It was signed, and is over.
    Expired,
}

/// Keys that RFC 7518 forbids: a program is there only where its library takes them.
const WEAK: [(&str, &str); 2] = [
    ("HS256", "8 bytes!"),
    ("RS256", include_str!("rsa-1024.pem")),
];

/// A program for a file, and what it has to do.
struct Program {
    name: String,
    text: String,
    wanted: Wanted,
}

/// What a program has to do.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Wanted {
    Accept,
    Refuse,
    /// Make a token like this one, for this key.
    Make {
        like: String,
        key: String,
    },
}

/// The programs of a language for every algorithm that it has one for: three that verify each, and
/// one that makes.
fn programs(language: Language) -> Vec<Program> {
    let mut rng = keys::rng("snippets");
    let mut found = Vec::new();
    let strong = ALGORITHMS.into_iter().map(|(alg, spec)| {
        let key = match spec {
            // Texts of several lines and one with bytes that are no text.
            KeySpec::Oct(bits) => keys::secret(&keys::random(bits as usize / 8, &mut rng)),
            _ => keys::make(spec, &mut rng),
        };
        let text = match &key {
            Material::Oct(_) => keys::private(&key).to_string(),
            _ => keys::private_pem(&key),
        };
        (alg, text)
    });
    let all: Vec<(&str, String)> = strong
        .chain(WEAK.map(|(alg, text)| (alg, text.to_owned())))
        .collect();
    for (index, (alg, text)) in all.into_iter().enumerate() {
        for how in [Token::Good, Token::Changed, Token::Expired] {
            let token = token(alg, &text, how, &mut rng);
            let program = snippet(language, Does::Verifies, &token, &ours::key(&text));
            let Ok(program) = program else { continue };
            assert!(!program.contains("PRIVATE"), "{program}");
            found.push(Program {
                name: format!("n{index}_{alg}_{how:?}").to_lowercase(),
                text: program,
                wanted: match how {
                    Token::Good => Wanted::Accept,
                    _ => Wanted::Refuse,
                },
            });
        }
        // Half of them without `typ`, which most libraries would add.
        let mut header = json!({ "alg": alg, "kid": "it's \"mine\"" });
        if index % 2 == 0 {
            header["typ"] = json!("at+jwt");
        }
        let claims =
            json!({ "sub": SUBJECT, "n": [1, 2.5, -3, null, true], "ü": "@header@ \\ \n" });
        let like = ours::make(&header, &claims.to_string(), &text, &mut rng);
        let Ok(program) = snippet(language, Does::Makes, &like, &ours::key(&text)) else {
            continue;
        };
        found.push(Program {
            name: format!("n{index}_{alg}_make").to_lowercase(),
            text: program,
            wanted: Wanted::Make { like, key: text },
        });
    }
    found
}

fn token(alg: &str, key: &str, how: Token, rng: &mut rand_chacha::ChaCha20Rng) -> String {
    let header = json!({ "alg": alg, "typ": "JWT" });
    let exp = if how == Token::Expired {
        PAST
    } else {
        FAR_FUTURE
    };
    let claims = |admin: bool| json!({ "sub": SUBJECT, "aud": "api", "exp": exp, "admin": admin });
    let token = ours::make(&header, &claims(false).to_string(), key, rng);
    if how != Token::Changed {
        return token;
    }
    let parts: Vec<&str> = token.split('.').collect();
    let payload = base64url::encode(claims(true).to_string().as_bytes());
    format!("{}.{payload}.{}", parts[0], parts[2])
}

/// A folder for one test's files, kept between runs.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("snippets-{name}"));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Header or claims of a token.
fn part(token: &str, index: usize) -> Value {
    let part = token.split('.').nth(index).unwrap_or_default();
    serde_json::from_slice(&base64url::decode(part).unwrap_or_default()).unwrap()
}

/// Runs a program and holds it to what it has to do.
fn check(program: &Program, command: &mut Command) {
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let error = String::from_utf8_lossy(&output.stderr);
    let (name, text) = (&program.name, &program.text);
    if let Wanted::Make { like, key } = &program.wanted {
        assert!(output.status.success(), "{name}: {said}{error}\n{text}");
        let made = said.trim();
        for index in [0, 1] {
            assert_eq!(part(made, index), part(like, index), "{name}\n{text}");
        }
        ours::verified(made, key);
        return;
    }
    let accepts = output.status.success() && said.contains(SUBJECT);
    let is_right = accepts == (program.wanted == Wanted::Accept);
    assert!(is_right, "{name}: {said}{error}\n{text}");
    if program.wanted == Wanted::Refuse {
        // It refuses for what is wrong with the token, not because it cannot run.
        let words = [
            "signature",
            "verification error",
            "expired",
            "\"exp\" claim",
        ];
        let lower = error.to_lowercase();
        let is_refusal = words.iter().any(|word| lower.contains(word));
        assert!(
            !output.status.success() && is_refusal,
            "{name}: {said}{error}"
        );
    }
}

#[test]
fn programs_in_javascript() {
    let Some(modules) = needs::node_modules() else {
        return;
    };
    let folder = folder("javascript");
    let link = folder.join("node_modules");
    let _ = std::fs::remove_file(&link);
    link_to(&modules, &link);
    let programs = programs(Language::JavaScript);
    for program in &programs {
        let file = folder.join(format!("{}.mjs", program.name));
        std::fs::write(&file, &program.text).unwrap();
        check(program, Command::new("node").arg(&file));
    }
    // All but secp256k1 and Ed448, and the short secret.
    assert_eq!(programs.len(), 13 * 4);
}

#[cfg(unix)]
fn link_to(target: &Path, link: &Path) {
    std::os::unix::fs::symlink(target, link).unwrap();
}

#[cfg(not(unix))]
fn link_to(target: &Path, link: &Path) {
    std::os::windows::fs::symlink_dir(target, link).unwrap();
}

#[test]
fn programs_in_python() {
    let Some(python) = needs::python() else {
        return;
    };
    let folder = folder("python");
    let programs = programs(Language::Python);
    for program in &programs {
        let file = folder.join(format!("{}.py", program.name));
        std::fs::write(&file, &program.text).unwrap();
        check(program, Command::new(&python).arg("-I").arg(&file));
    }
    assert_eq!(programs.len(), (ALGORITHMS.len() + WEAK.len()) * 4);
}

/// With Debian's library, which is the version before: its calls are the same.
#[test]
fn programs_in_go() {
    let Some(path) = needs::debian_go() else {
        return;
    };
    let folder = folder("go");
    let programs = programs(Language::Go);
    for program in &programs {
        let file = folder.join(format!("{}.go", program.name));
        let library = "github.com/golang-jwt/jwt/v5";
        assert!(program.text.contains(&format!("\"{library}\"")));
        let text = program.text.replace(library, "github.com/golang-jwt/jwt");
        std::fs::write(&file, text).unwrap();
        let mut command = Command::new("go");
        command.arg("run").arg(&file);
        command.env("GOPATH", &path).env("GO111MODULE", "off");
        check(program, command.env("GOCACHE", folder.join("cache")));
    }
    // All but secp256k1 and Ed448.
    assert_eq!(programs.len(), 14 * 4);
}

/// One crate with all programs as they are, each in a module of its own, so that the library is
/// built and linked once; its version is this project's.
#[test]
fn programs_in_rust() {
    let Some(cargo) = needs::cargo() else { return };
    let folder = folder("rust");
    let source = folder.join("src");
    let _ = std::fs::remove_dir_all(&source);
    std::fs::create_dir_all(&source).unwrap();
    let manifest = "[package]\nname = \"programs\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
        [dependencies]\n\
        jsonwebtoken = { version = \"11.1\", features = [\"rust_crypto\"] }\n\
        serde_json = \"1\"\n\n[workspace]\n\n[profile.dev]\ndebug = false\n";
    std::fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock");
    std::fs::copy(lock, folder.join("Cargo.lock")).unwrap();
    let programs = programs(Language::Rust);
    let (mut modules, mut arms) = (String::new(), String::new());
    for program in &programs {
        let (name, first) = (&program.name, program.text.lines().next().unwrap());
        assert!(
            first.contains("jsonwebtoken --features rust_crypto"),
            "{first}"
        );
        std::fs::write(source.join(format!("{name}.in")), &program.text).unwrap();
        let result = "Result<(), Box<dyn std::error::Error>>";
        modules += &format!(
            "mod {name} {{\n    include!(\"{name}.in\");\n    pub fn run() -> {result} {{ main() }}\n}}\n"
        );
        arms += &format!("        \"{name}\" => {name}::run(),\n");
    }
    let main = format!(
        "{modules}fn main() -> Result<(), Box<dyn std::error::Error>> {{\n    \
         match &*std::env::args().nth(1).unwrap() {{\n{arms}        _ => unreachable!(),\n    }}\n}}\n"
    );
    std::fs::write(source.join("main.rs"), main).unwrap();
    let target = folder.join("target");
    let built = Command::new(cargo)
        .args(["build", "--quiet"])
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", &target)
        .env_remove("RUSTFLAGS")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&built.stderr);
    assert!(
        built.status.success() && !said.contains("warning"),
        "{said}"
    );
    let binary = target
        .join("debug")
        .join(format!("programs{}", std::env::consts::EXE_SUFFIX));
    for program in &programs {
        check(program, Command::new(&binary).arg(&program.name));
    }
    // All but ES512, secp256k1 and Ed448.
    assert_eq!(programs.len(), 13 * 4);
}

/// What no machine of ours can run is at least written for the same algorithms.
#[test]
fn programs_in_every_language() {
    for (language, name, _) in LANGUAGES {
        let count = match language {
            Language::CSharp => 11,
            Language::Java => 12,
            Language::JavaScript | Language::Rust => 13,
            Language::Go => 14,
            Language::Python => 16,
        };
        assert_eq!(programs(language).len(), count * 4, "{name}");
    }
}
