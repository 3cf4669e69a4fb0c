//! The examples that RFCs print, as rows: what is pasted, the key, and what must come of it. The
//! runners beside this file run them on the host; `cargo xtask build` writes the same rows into
//! the file with which the page tests itself (`src/self_test.rs` reads it), so there is one source.

use serde_json::{Map, Value, json};

/// The files of `data/` that hold examples of RFCs, each with the RFC it stands for.
pub const FILES: [(&str, &str); 12] = [
    ("rfc7515-jws", "RFC 7515"),
    ("rfc7516-jwe", "RFC 7516"),
    ("rfc7517-jwk", "RFC 7517"),
    ("rfc7519-jwt", "RFC 7519"),
    ("rfc7520-cookbook", "RFC 7520"),
    ("rfc7520-nesting", "RFC 7520"),
    ("jwk-thumbprints", "RFC 7638"),
    ("rfc7797-b64", "RFC 7797"),
    ("rfc8037-okp", "RFC 8037"),
    ("rfc9449-dpop", "RFC 9449"),
    ("rfc9901-sd-jwt", "RFC 9901"),
    ("rfc9964-ml-dsa", "RFC 9964"),
];

/// What is done with a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Task {
    /// A signature is verified.
    #[default]
    Verify,
    /// A JWE is opened.
    Decrypt,
    /// The header and the payload of the token are signed again.
    Sign,
    /// A key is read.
    Read,
    /// The Disclosures of an SD-JWT are processed.
    Disclose,
}

impl Task {
    const fn name(self) -> &'static str {
        match self {
            Task::Verify => "verify",
            Task::Decrypt => "decrypt",
            Task::Sign => "sign",
            Task::Read => "read",
            Task::Disclose => "disclose",
        }
    }
}

/// One vector.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Which of the examples, and in which form.
    pub name: String,
    /// Where it is printed.
    pub source: String,
    pub task: Task,
    pub paste: String,
    pub key: String,
    /// Detached content.
    pub content: Option<String>,
    /// A verdict; of keys, their `kty`; `same` where the very token must come out.
    pub expected: &'static str,
    /// The payload, the plaintext, the thumbprint, the processed payload: whatever is printed.
    pub text: Option<String>,
    /// Whether a Key Binding JWT must hold too.
    pub is_bound: bool,
}

impl Row {
    fn new(name: &str, example: &Value, rfc: &str, paste: &Value, key: &Value) -> Self {
        Row {
            name: name.to_owned(),
            source: source(example, rfc),
            paste: text_of(paste),
            key: key_text(key),
            ..Row::default()
        }
    }

    fn line(&self, rfc: &str) -> String {
        let mut members = Map::new();
        let mut put = |name: &str, value: &str| {
            if !value.is_empty() {
                members.insert(name.to_owned(), value.into());
            }
        };
        put("group", rfc);
        put("name", &self.name);
        put("source", &self.source);
        put("task", self.task.name());
        put("paste", &self.paste);
        put("key", &self.key);
        put("expected", self.expected);
        put("content", self.content.as_deref().unwrap_or_default());
        put("text", self.text.as_deref().unwrap_or_default());
        if self.is_bound {
            members.insert("bound".to_owned(), true.into());
        }
        Value::Object(members).to_string()
    }
}

/// The page's file: one row a line, of all files in their order. `read` gives the text of a file.
#[allow(dead_code, reason = "the build writes it, and one of the runners")]
pub fn lines(read: impl Fn(&str) -> Value) -> String {
    let mut lines = String::new();
    for (file, rfc) in FILES {
        for row in of_file(file, &read(file)) {
            lines.push_str(&row.line(rfc));
            lines.push('\n');
        }
    }
    lines
}

/// The rows of a file of [`FILES`].
pub fn of_file(file: &str, data: &Value) -> Vec<Row> {
    let rfc = FILES.iter().find(|(name, _)| *name == file);
    let rfc = rfc.map_or("", |(_, rfc)| rfc);
    let each: fn(&Value, &str) -> Vec<Row> = match file {
        "rfc7520-nesting" => return nesting(data, rfc),
        "rfc7516-jwe" => encrypted,
        "rfc7517-jwk" => keys,
        "rfc7520-cookbook" => cookbook,
        "jwk-thumbprints" => thumbprints,
        "rfc9449-dpop" => proofs,
        "rfc9901-sd-jwt" => credentials,
        _ => signed_or_encrypted,
    };
    let examples = data["examples"].as_array();
    let rows = examples.into_iter().flatten();
    rows.flat_map(|example| each(example, rfc)).collect()
}

fn signed_or_encrypted(example: &Value, rfc: &str) -> Vec<Row> {
    if example["enc"].is_string() {
        return encrypted(example, rfc);
    }
    // A key agreement without a token, octets without a token.
    if example["jwe"].is_object() || example["type"].is_string() {
        return Vec::new();
    }
    let mut rows = signed(example, rfc);
    rows.extend(signed_again(example, rfc));
    rows
}

/// The token of an example, its JSON form, and the token again under its public key.
pub fn signed(example: &Value, rfc: &str) -> Vec<Row> {
    let id = text_of(&example["id"]);
    let expected = verdict(&example["expect"]);
    let text = example["payload_text"].as_str();
    let content = example["detached_payload_text"].as_str();
    let mut found = Vec::new();
    for (form, keys) in [
        ("token", "key"),
        ("token", "public_key"),
        ("json", "keys"),
        ("json_flattened", "key"),
    ] {
        let (paste, key) = (&example[form], &example[keys]);
        let lacks_key = key.is_null() && (expected == "valid" || keys != "key");
        if paste.is_null() || lacks_key {
            continue;
        }
        let is_whole = form == "json_flattened" && paste["payload"].is_string();
        let name = match (form, keys) {
            ("token", "key") => id.clone(),
            ("token", _) => format!("{id}, {}", keys.replace('_', " ")),
            _ => format!("{id}, JSON"),
        };
        found.push(Row {
            expected,
            text: text.map(str::to_owned),
            content: content.filter(|_| !is_whole).map(str::to_owned),
            ..Row::new(&name, example, rfc, paste, key)
        });
    }
    found
}

/// The same header and payload signed again: the very token comes out, where the algorithm leaves
/// nothing to chance, and one that verifies otherwise.
fn signed_again(example: &Value, rfc: &str) -> Option<Row> {
    let key = &example["key"];
    let is_private = ["d", "k", "priv"].iter().any(|name| key[*name].is_string());
    if !example["token"].is_string() || !is_private || example["expect"] != "valid" {
        return None;
    }
    let expected = match example["deterministic"].as_bool() {
        Some(true) => "same",
        _ => "valid",
    };
    let name = format!("{}, signed again", text_of(&example["id"]));
    let content = example["detached_payload_text"].as_str();
    Some(Row {
        task: Task::Sign,
        expected,
        content: content.map(str::to_owned),
        ..Row::new(&name, example, rfc, &example["token"], key)
    })
}

/// A JWE or its JSON form, with each key alone, and the JWT in it.
pub fn encrypted(example: &Value, rfc: &str) -> Vec<Row> {
    let id = text_of(&example["id"]);
    let paste = match &example["token"] {
        Value::String(_) => &example["token"],
        _ => &example["json"],
    };
    let keys = match (&example["key"], &example["keys"], &example["password_text"]) {
        (Value::Null, Value::Array(keys), _) => keys.clone(),
        (Value::Null, _, Value::String(_)) => vec![example["password_text"].clone()],
        (key, _, _) => vec![key.clone()],
    };
    let text = example["plaintext"].as_str();
    let several = keys.len() > 1;
    let row = |(index, key): (usize, &Value)| Row {
        task: Task::Decrypt,
        expected: "decrypted",
        text: text.map(str::to_owned),
        ..Row::new(
            &match several {
                true => format!("{id}, recipient {}", index + 1),
                false => id.clone(),
            },
            example,
            rfc,
            paste,
            key,
        )
    };
    keys.iter().enumerate().map(row).collect()
}

fn keys(example: &Value, rfc: &str) -> Vec<Row> {
    if example["token"].is_string() {
        return encrypted(example, rfc);
    }
    let json = match &example["jwk"] {
        Value::Null => &example["jwks"],
        jwk => jwk,
    };
    vec![key(&text_of(&example["id"]), example, rfc, json)]
}

fn key(name: &str, example: &Value, rfc: &str, json: &Value) -> Row {
    let all = json["keys"].as_array().cloned();
    let all = all.unwrap_or_else(|| vec![json.clone()]);
    let types: Vec<&str> = all.iter().filter_map(|key| key["kty"].as_str()).collect();
    Row {
        task: Task::Read,
        text: Some(types.join(" ")),
        expected: "keys",
        ..Row::new(name, example, rfc, &Value::Null, json)
    }
}

/// The digest of a secret helps whoever guesses it, so none is shown, and `oct` has no row.
fn thumbprints(example: &Value, rfc: &str) -> Vec<Row> {
    let jwk = &example["jwk"];
    if jwk["kty"] == "oct" {
        return Vec::new();
    }
    vec![Row {
        task: Task::Read,
        expected: "thumbprint",
        text: example["sha256_b64u"].as_str().map(str::to_owned),
        ..Row::new(&text_of(&example["id"]), example, rfc, &Value::Null, jwk)
    }]
}

/// Every serialization that an example of the cookbook prints.
pub fn cookbook(example: &Value, rfc: &str) -> Vec<Row> {
    let title = text_of(&example["title"]);
    if example["type"] == "jwk" {
        return vec![key(&text_of(&example["id"]), example, rfc, &example["jwk"])];
    }
    let is_jwe = example["type"] == "jwe";
    let expected = match (verdict(&example["expect"]), is_jwe) {
        ("valid", true) => "decrypted",
        (expected, _) => expected,
    };
    let content = example["content"].as_str();
    let row = |name: &str, paste: &Value, keys: &Value| Row {
        task: match is_jwe {
            true => Task::Decrypt,
            false => Task::Verify,
        },
        expected,
        text: content.map(str::to_owned),
        content: content.filter(|_| !is_jwe).map(str::to_owned),
        ..Row::new(name, example, rfc, paste, keys)
    };
    let forms = [
        ("compact", ""),
        ("json", ", JSON"),
        ("json_flat", ", flattened"),
    ];
    let printed = forms.iter().filter(|(form, _)| !example[*form].is_null());
    let mut rows: Vec<Row> = printed
        .map(|(form, said)| row(&format!("{title}{said}"), &example[*form], &example["keys"]))
        .collect();
    // §5.13 has three recipients: each key opens the token alone.
    let recipients = example["keys"].as_array().filter(|keys| keys.len() > 1);
    if let Some(recipients) = recipients.filter(|_| is_jwe) {
        for (index, key) in recipients.iter().enumerate() {
            let name = format!("{title}, recipient {}", index + 1);
            rows.push(row(&name, &example["json"], key));
        }
    }
    // Signed again: of what is printed whole, in one piece, base64url-encoded, with one key.
    let one = example["keys"].as_array().filter(|keys| keys.len() == 1);
    let compact = example["compact"].as_str();
    let is_encoded = |part: &str| base64url_alone(part) && !part.is_empty();
    let is_whole = compact.is_some_and(|token| token.split('.').all(is_encoded));
    if let (Some([key]), false, "valid", true) =
        (one.map(Vec::as_slice), is_jwe, expected, is_whole)
        && ["d", "k"].iter().any(|name| key[*name].is_string())
    {
        let again = match example["reproducible"].as_bool() {
            Some(true) => "same",
            _ => "valid",
        };
        let name = format!("{title}, signed again");
        rows.push(Row {
            task: Task::Sign,
            expected: again,
            ..Row::new(&name, example, rfc, &example["compact"], key)
        });
    }
    rows
}

/// RFC 7520 §6: a signed token in an encrypted one, in three serializations, and alone.
fn nesting(data: &Value, rfc: &str) -> Vec<Row> {
    let inner = &data["sign"]["output"]["compact"];
    let outer = &data["encrypt"];
    let title = text_of(&data["title"]);
    let forms = ["compact", "json", "json_flat"].iter().map(|form| Row {
        task: Task::Decrypt,
        expected: "decrypted",
        text: inner.as_str().map(str::to_owned),
        ..Row::new(
            &format!("{title}, {}", form.replace('_', " ")),
            &json!({"spec": "RFC 7520 6"}),
            rfc,
            &outer["output"][*form],
            &outer["input"]["key"],
        )
    });
    let alone = Row {
        expected: "valid",
        text: data["sign"]["input"]["payload"].as_str().map(str::to_owned),
        ..Row::new(
            &format!("{title}, the signed token in it"),
            &json!({"spec": "RFC 7520 6.1"}),
            rfc,
            inner,
            &data["sign"]["input"]["key"],
        )
    };
    forms.chain([alone]).collect()
}

/// A DPoP proof with its key, and with the one that it brings; an access token whose key is not
/// printed is read and not approved.
pub fn proofs(example: &Value, rfc: &str) -> Vec<Row> {
    let id = text_of(&example["id"]);
    let key = &example["key"];
    let row = |name: &str, key: &Value, expected: &'static str| Row {
        expected,
        ..Row::new(name, example, rfc, &example["token"], key)
    };
    match key.is_object() {
        true => vec![
            row(&id, key, "valid"),
            row(&format!("{id}, its own key"), &Value::Null, "self-asserted"),
        ],
        false => vec![row(&id, key, "not-valid")],
    }
}

/// The issuer's signature, and what is disclosed. RFC 9901 §8.3 names two keys and gives one of
/// them its name.
pub fn credentials(example: &Value, rfc: &str) -> Vec<Row> {
    let paste = match &example["token"] {
        Value::String(_) => &example["token"],
        _ => &example["json"],
    };
    let mut key = match &example["issuer_key"] {
        Value::Null => example["issuer_keys"].clone(),
        key => key.clone(),
    };
    if let Some(Value::Object(first)) = key.get_mut(0) {
        first.entry("kid").or_insert("issuer-key-1".into());
    }
    let id = text_of(&example["id"]);
    let mut rows = vec![Row {
        expected: "valid",
        is_bound: !example["kb_jwt"].is_null(),
        ..Row::new(&id, example, rfc, paste, &key)
    }];
    let processed = &example["expected_processed_payload"];
    if !processed.is_null() {
        let name = format!("{id}, what it discloses");
        rows.push(Row {
            task: Task::Disclose,
            expected: "claims",
            text: Some(processed.to_string()),
            ..Row::new(&name, example, rfc, paste, &Value::Null)
        });
    }
    rows
}

fn base64url_alone(text: &str) -> bool {
    let is_digit = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    text.bytes().all(is_digit)
}

fn verdict(expect: &Value) -> &'static str {
    match expect.as_str() {
        Some("valid") => "valid",
        Some("unsecured") => "unsecured",
        _ => "not-valid",
    }
}

fn source(example: &Value, rfc: &str) -> String {
    let file = example["file"].as_str().unwrap_or_default();
    let name = file.rsplit('/').next().unwrap_or_default();
    let number = name.split('.').next().unwrap_or_default().replace('_', ".");
    let is_number = number.starts_with(|first: char| first.is_ascii_digit());
    match (&example["spec"], &example["section"]) {
        (Value::String(spec), _) => spec.clone(),
        (_, Value::String(section)) => format!("{rfc} {section}"),
        _ if file.starts_with("rfc7797/") || file.starts_with("curve25519/") => {
            format!("JOSE cookbook, {file}")
        }
        _ if is_number => format!("{rfc} {number}"),
        _ => rfc.to_owned(),
    }
}

fn text_of(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        json => json.to_string(),
    }
}

/// A JWK, or several as a JWK Set, or a password.
pub fn key_text(key: &Value) -> String {
    match key {
        Value::Array(keys) if keys.len() == 1 => text_of(&keys[0]),
        Value::Array(keys) => json!({ "keys": keys }).to_string(),
        Value::Object(members) if members.contains_key("password_text") => {
            text_of(&members["password_text"])
        }
        key => text_of(key),
    }
}
