//! JWKs as the text of a JWK Set, indented for people.
//! Spec: RFC 7517 §5.

/// A JWK Set of JWKs, each given as JSON text. Without any: `{"keys":[]}`.
pub fn write_jwk_set<'a>(jwks: impl Iterator<Item = &'a str>) -> String {
    let mut set = String::new();
    for jwk in jwks {
        set.push_str(if set.is_empty() { "" } else { ",\n" });
        for (index, line) in jwk.lines().enumerate() {
            set.push_str(if index > 0 { "\n    " } else { "    " });
            set.push_str(line);
        }
    }
    if set.is_empty() {
        return r#"{"keys":[]}"#.to_owned();
    }
    format!("{{\n  \"keys\": [\n{set}\n  ]\n}}")
}

#[cfg(test)]
mod tests {
    use super::write_jwk_set;

    #[test]
    fn none_one_and_two() {
        for (jwks, set) in [
            (&[][..], r#"{"keys":[]}"#),
            (
                &["{\n  \"a\": 1\n}"],
                "{\n  \"keys\": [\n    {\n      \"a\": 1\n    }\n  ]\n}",
            ),
            (&["{}", "{}"], "{\n  \"keys\": [\n    {},\n    {}\n  ]\n}"),
        ] {
            assert_eq!(write_jwk_set(jwks.iter().copied()), set);
        }
    }
}
