//! SMART scopes of the first version, held against those of the second.
//! Spec: SMART App Launch 2.2 "Scopes for requesting clinical data".

use super::*;

/// SMART App Launch 2.2: `.read` means `.rs`, `.write` means `.cud`, `.*` means `.cruds`.
#[test]
fn smart_scopes_of_the_first_version_mean_what_the_second_says() {
    for (first, second) in [("read", "rs"), ("write", "cud"), ("*", "cruds")] {
        for (level, type_name) in [("patient", "*"), ("user", "Task"), ("system", "*")] {
            let meaning = |rights: &str| {
                let scope = format!("{level}/{type_name}.{rights}");
                let said = explained(
                    "{}",
                    &format!(r#"{{"scope":"{scope}"}}"#),
                    In::Payload,
                    "scope",
                    None,
                );
                let locale = Locale::english();
                let said: String = said.iter().map(|one| locale.say(one)).collect();
                said.replacen(&scope, "", 1)
            };
            assert_eq!(meaning(first), meaning(second), "{level} {first}");
        }
    }
    check(
        "scope",
        r#""patient/*.write""#,
        &[
            "patient/*.write: create, change and delete all kinds of resources, of the one patient in context.",
        ],
    );
}
