//! The payload of what calls itself a JWT is no JSON object, and so no JWT Claims Set.
//! Spec: RFC 7519 §7.2 step 10.

use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::Severity;
use crate::inspect::Encoding;
use crate::json::Kind;
use crate::span::Part;

pub(super) const NOT_OBJECT: Check = Check {
    code: "payload-not-object",
    severity: Severity::Warning,
    clause: "RFC 7519 §7.2",
    certainty: Certainty::Known,
    find: not_object,
};

pub(super) const NOT_JSON: Check = Check {
    code: "payload-not-json",
    severity: Severity::Info,
    clause: "RFC 7519 §7.2",
    certainty: Certainty::Known,
    find: not_json,
};

fn not_object(subject: &Subject<'_>) -> Vec<Finding> {
    let Some(payload) = subject.payload() else {
        return Vec::new();
    };
    let Some(root) = payload.document.root() else {
        return Vec::new();
    };
    let kind = match root.kind() {
        Kind::Object => return Vec::new(),
        Kind::Array => "json-kind-array",
        Kind::Name | Kind::String => "json-kind-string",
        Kind::Number => "json-kind-number",
        Kind::True | Kind::False => "json-kind-boolean",
        Kind::Null => "json-kind-null",
    };
    vec![subject.at(payload, root).with_word("found", kind)]
}

fn not_json(subject: &Subject<'_>) -> Vec<Finding> {
    let has_content_type = subject.parameters("cty").next().is_some();
    let typ = subject.typ();
    let is_jwt = typ
        .as_deref()
        .is_none_or(|typ| typ == "jwt" || typ.ends_with("+jwt"));
    subject
        .token
        .part(Part::Payload)
        .filter(|part| {
            part.encoding != Encoding::Detached && !part.bytes.is_empty() && part.json.is_none()
        })
        .filter(|_| subject.is_signed() && is_jwt && !has_content_type)
        .map(|part| Finding::at(subject.span(part, 0..part.bytes.len())))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::check;
    use super::{NOT_JSON, NOT_OBJECT};

    const JWT: &str = r#"{"alg":"HS256","typ":"JWT"}"#;

    #[test]
    fn other_json_than_an_object_is_found() {
        for payload in ["[]", "\"a\"", "7", "true", "null"] {
            check(&NOT_OBJECT, JWT, payload, &[payload]);
        }
        check(&NOT_OBJECT, JWT, "{}", &[]);
        check(&NOT_OBJECT, JWT, "hello", &[]);
    }

    #[test]
    fn a_payload_that_is_no_json_is_found_where_it_should_be_some() {
        check(&NOT_JSON, JWT, "hello", &["hello"]);
        check(&NOT_JSON, JWT, "{}", &[]);
        check(&NOT_JSON, JWT, "", &[]);
        check(&NOT_JSON, r#"{"typ":"JOSE"}"#, "hello", &[]);
        check(&NOT_JSON, r#"{"cty":"text/plain"}"#, "hello", &[]);
    }
}
