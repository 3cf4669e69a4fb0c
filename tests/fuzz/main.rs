//! What the program may never do, whatever is pasted: the functions under `targets/`, tried here
//! with seeded changes of the published vectors, and by `cargo xtask fuzz` for as long as one
//! likes. The same seed gives the same inputs in the same order; time only decides how far down
//! that list a run comes. `FUZZ_SECONDS` and `FUZZ_SEED` change both; `FUZZ_CORPUS` names a folder
//! that the inputs it starts from are written to.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice
)]

mod corpus;
mod mutate;
mod run;
mod targets;

/// A test for each target, and that no target is without one.
macro_rules! each {
    ($($name:ident),* $(,)?) => {
        $(
            #[test]
            fn $name() {
                run::target(stringify!($name));
            }
        )*

        #[test]
        fn every_target_is_tried() {
            let tried = [$(stringify!($name)),*];
            let all = targets::ALL.map(|target| target.name);
            assert_eq!(tried, all);
        }
    };
}

each![
    base64url, json, paste, jws, jwe, inflate, sd_jwt, forged, claims, key_text, key_pem, key_jwk,
    key_der, jwks, link, compare, sign, batch, diagnosis, report,
];

#[test]
fn the_long_run_has_every_target() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let manifest = std::fs::read_to_string(root.join("Cargo.toml")).unwrap();
    for target in targets::ALL {
        let path = format!("fuzz_targets/{}.rs", target.name);
        let text = std::fs::read_to_string(root.join(&path)).unwrap_or_default();
        assert!(manifest.contains(&format!("path = \"{path}\"")), "{path}");
        assert!(text.contains(&format!("\"{}\"", target.name)), "{path}");
    }
}

#[test]
fn a_corpus_is_written_where_one_is_asked_for() {
    let Some(folder) = std::env::var_os("FUZZ_CORPUS") else {
        return;
    };
    for target in targets::ALL {
        let folder = std::path::Path::new(&folder).join(target.name);
        std::fs::create_dir_all(&folder).unwrap();
        for (at, seed) in corpus::seeds(&target).iter().enumerate() {
            std::fs::write(folder.join(format!("vector-{at:04}")), seed).unwrap();
        }
    }
}
