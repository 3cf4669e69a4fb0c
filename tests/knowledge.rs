//! The knowledge base against the registries it describes: no name missing, the sections right,
//! a text for every record in every language, and no text without a record.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use jwt_debugger::explain::{Class, Knowledge, Place, Record};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

fn knowledge() -> Knowledge {
    let mut knowledge = Knowledge::core();
    let unreadable = knowledge.load(include_str!("../src/explain/records.tsv"));
    assert_eq!(unreadable, Vec::<usize>::new(), "lines of records.tsv");
    knowledge
}

/// Rows of a CSV file (RFC 4180), the heading left out.
fn csv(name: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/data/iana");
    let text = std::fs::read_to_string(path.join(name)).expect(name);
    let (mut rows, mut row, mut field, mut quoted) = (vec![], vec![], String::new(), false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => field.extend(chars.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut field)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            '\r' => {}
            c => field.push(c),
        }
    }
    rows.split_off(1)
}

/// `[RFC7519, Section 4.1.1][RFC9449]` as pairs of document and section.
fn registry_references(text: &str) -> Vec<(String, Option<String>)> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    text.split(['[', ']'])
        .filter(|reference| !reference.trim().is_empty())
        .map(|reference| {
            let (document, section) = match reference.split_once(", ") {
                Some((document, section)) => (document, Some(section)),
                None => (reference, None),
            };
            let section = section.map(|section| {
                let number = section.split([' ', ',']).nth(1).expect("a section number");
                number.to_owned()
            });
            (document.to_owned(), section)
        })
        .collect()
}

/// What the registry calls a document, by our title for it.
fn registry_title(title: &str) -> String {
    match title {
        "W3C Verifiable Credentials Data Model 1.0" => "W3C Recommendation Verifiable Credentials \
             Data Model 1.0 - Expressing verifiable information on the Web (19 November 2019)"
            .to_owned(),
        "Web Cryptography API" => "https://www.w3.org/TR/WebCryptoAPI".to_owned(),
        "IHE ITI Document Digital Signature, JSON" => {
            "https://profiles.ihe.net/ITI/DSGj/Volume3/ch-5.10.html#5.10".to_owned()
        }
        "Token Status List (draft 21)" => "RFC-ietf-oauth-status-list-21".to_owned(),
        "OCSP for STIR certificates (draft 14)" => "RFC-ietf-stir-certificates-ocsp-14".to_owned(),
        title => match title.strip_prefix("RFC ") {
            Some(number) => format!("RFC{number}"),
            None => title.to_owned(),
        },
    }
}

/// Asserts that the record cites what the registry cites, in its order and with its sections.
/// Where the registry names no section ours may; further citations may follow.
fn assert_cites(knowledge: &Knowledge, record: &Record, reference: &str) {
    let ours = knowledge.links(record);
    let theirs = registry_references(reference);
    assert!(!theirs.is_empty(), "{}: {reference}", record.name);
    for (index, (document, section)) in theirs.iter().enumerate() {
        let link = ours
            .get(index)
            .unwrap_or_else(|| panic!("{}: {document} is not cited", record.name));
        assert_eq!(&registry_title(&link.title), document, "{}", record.name);
        if let Some(section) = section {
            assert_eq!(link.section.as_ref(), Some(section), "{}", record.name);
        }
        let url = link.url.as_deref();
        let url = url.unwrap_or_else(|| panic!("{}: {document} has no address", record.name));
        if let (Some(section), true) = (section, document.starts_with("RFC")) {
            assert!(url.ends_with(&format!("#section-{section}")), "{url}");
        }
    }
}

/// The registered record with this name in these groups.
fn registered<'k>(knowledge: &'k Knowledge, groups: &[&str], name: &str) -> &'k Record {
    let found: Vec<&Record> = knowledge
        .records()
        .iter()
        .filter(|record| {
            let group = knowledge.group(record).unwrap();
            record.name == name && groups.contains(&group.id.as_str())
        })
        .collect();
    assert_eq!(found.len(), 1, "records called {name} in {groups:?}");
    found[0]
}

/// Every row has its record, and every top-level record of the groups has its row.
fn check_registry(
    file: &str,
    count: usize,
    reference: usize,
    groups_of: impl Fn(&[String]) -> Vec<&'static str>,
) {
    let knowledge = knowledge();
    let rows = csv(file);
    assert_eq!(rows.len(), count, "rows of {file}");
    let mut seen = BTreeSet::new();
    let mut all_groups = BTreeSet::new();
    for row in &rows {
        for group in groups_of(row) {
            let record = registered(&knowledge, &[group], &row[0]);
            let group = knowledge.group(record).unwrap();
            assert_eq!(group.class, Class::Registered);
            assert_cites(&knowledge, record, &row[reference]);
            seen.insert((group.id.clone(), record.name.clone()));
            all_groups.insert(group.id.clone());
        }
    }
    for record in knowledge.records() {
        let group = knowledge.group(record).unwrap();
        if all_groups.contains(&group.id) && !record.name.starts_with('/') {
            let known = seen.contains(&(group.id.clone(), record.name.clone()));
            assert!(known, "{} is not in {file}", record.name);
        }
    }
}

#[test]
fn every_registered_claim_is_known() {
    check_registry("jwt-claims.csv", 163, 3, |_| vec!["claim"]);
}

#[test]
fn every_header_parameter_is_known() {
    let file = "jose-web-signature-encryption-header-parameters.csv";
    // `url` and `nonce` are one record for both: ACME signs its requests.
    check_registry(file, 44, 4, |row| match row[2].as_str() {
        "JWE" => vec!["jwe"],
        "JWS" | "JWE, JWS" => vec!["header"],
        other => panic!("{other}"),
    });
}

#[test]
fn every_algorithm_is_known() {
    let file = "jose-web-signature-encryption-algorithms.csv";
    check_registry(file, 53, 5, |_| vec!["alg"]);
}

#[test]
fn every_key_member_is_known() {
    check_registry("jose-web-key-parameters.csv", 33, 5, |row| {
        match row[2].as_str() {
            "*" => vec!["jwk"],
            "EC" => vec!["jwk-ec"],
            "RSA" => vec!["jwk-rsa"],
            "OKP" => vec!["jwk-okp"],
            "oct" => vec!["jwk-oct"],
            "AKP" => vec!["jwk-akp"],
            other => panic!("{other}"),
        }
    });
    check_registry("jose-web-key-set-parameters.csv", 1, 3, |_| vec!["jwk-set"]);
}

#[test]
fn every_registered_value_is_known() {
    check_registry("jose-web-key-types.csv", 5, 4, |_| vec!["kty"]);
    check_registry("jose-web-key-elliptic-curve.csv", 8, 4, |_| vec!["crv"]);
    check_registry("jose-web-key-use.csv", 2, 3, |_| vec!["use"]);
    check_registry("jose-web-key-operations.csv", 8, 3, |_| vec!["key-ops"]);
    let file = "jose-web-encryption-compression-algorithms.csv";
    check_registry(file, 1, 3, |_| vec!["zip"]);
}

#[test]
fn every_confirmation_method_is_known() {
    let knowledge = knowledge();
    let rows = csv("jwt-confirmation-methods.csv");
    assert_eq!(rows.len(), 7);
    for row in rows {
        let record = registered(&knowledge, &["claim"], &format!("/cnf/{}", row[0]));
        assert_cites(&knowledge, record, &row[1]);
    }
}

#[test]
fn every_provider_claim_is_known() {
    let knowledge = knowledge();
    let rows: Vec<&str> = include_str!("vectors/data/claims/provider-claims.tsv")
        .lines()
        .collect();
    assert_eq!(rows.len(), 555);
    for row in rows {
        let [provider, place, name] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{row}");
        };
        let pointer = format!("/{}", name.replace('.', "/"));
        let pointer = pointer.replace("kubernetes/io", "kubernetes.io");
        let place = match (place, provider) {
            (_, "OAuth 2.0 / OIDC token type (header typ)") => Place::Value("typ".to_owned()),
            ("header", _) => Place::Header,
            _ => Place::Payload,
        };
        let found = knowledge.records().iter().any(|record| {
            let group = knowledge.group(record).unwrap();
            (record.name == name || record.name == pointer)
                && group.title == provider
                && group.place == place
        });
        assert!(found, "{row}");
    }
}

#[test]
fn every_reference_leads_somewhere() {
    let knowledge = knowledge();
    for record in knowledge.records() {
        let links = knowledge.links(record);
        assert!(!links.is_empty(), "{} cites nothing", record.name);
        for link in links {
            let is_private = link.title == "Workshop Online Toestemming";
            assert_eq!(
                link.url.is_none(),
                is_private,
                "{}: {}",
                record.name,
                link.title
            );
            assert!(!link.body.is_empty(), "{}: {}", record.name, link.title);
        }
        assert!(!knowledge.definer(record).is_empty(), "{}", record.name);
    }
}

#[test]
fn no_name_is_defined_twice_in_its_group() {
    let knowledge = knowledge();
    let mut seen = BTreeSet::new();
    for record in knowledge.records() {
        let group = &knowledge.group(record).unwrap().id;
        assert!(
            seen.insert((group.clone(), record.name.clone())),
            "{group}: {}",
            record.name
        );
    }
}

/// Keys of the knowledge texts of a language, each with the names of its attributes.
fn texts(language: &Path) -> BTreeMap<String, BTreeSet<String>> {
    let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let folders = std::fs::read_dir(language).unwrap();
    let paths = folders.map(|folder| folder.unwrap().path());
    let folders = paths.filter(|path| path.is_dir());
    let files = folders.flat_map(|folder| std::fs::read_dir(folder).unwrap());
    for path in files.map(|file| file.unwrap().path()) {
        let name = path.file_name().unwrap().to_str().unwrap();
        if !name.starts_with("knowledge") {
            continue;
        }
        let mut last = String::new();
        for line in std::fs::read_to_string(&path).unwrap().lines() {
            if let Some(attribute) = line.trim_start().strip_prefix('.') {
                let (attribute, text) = attribute.split_once(" = ").expect(line);
                assert!(!text.trim().is_empty(), "{line}");
                texts.get_mut(&last).unwrap().insert(attribute.to_owned());
            } else if let Some((key, text)) = line.split_once(" = ")
                && !line.starts_with(['#', ' '])
            {
                assert!(!text.trim().is_empty(), "{line}");
                let twice = texts.insert(key.to_owned(), BTreeSet::new());
                assert_eq!(twice, None, "{key} stands twice in {}", path.display());
                key.clone_into(&mut last);
            }
        }
    }
    texts
}

#[test]
fn every_record_has_its_text_in_every_language_and_no_text_is_left_over() {
    let knowledge = knowledge();
    let wanted: BTreeSet<&str> = knowledge
        .records()
        .iter()
        .map(|record| record.key.as_str())
        .collect();
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let english = texts(&locales.join("en"));
    let mut languages = 0;
    for language in std::fs::read_dir(&locales).unwrap() {
        let language = language.unwrap().path();
        if !language.is_dir() {
            continue;
        }
        languages += 1;
        let texts = texts(&language);
        let found: BTreeSet<&str> = texts.keys().map(String::as_str).collect();
        let missing: Vec<_> = wanted.difference(&found).collect();
        let left_over: Vec<_> = found.difference(&wanted).collect();
        assert!(
            missing.is_empty(),
            "{}: no text for {missing:?}",
            language.display()
        );
        assert!(
            left_over.is_empty(),
            "{}: no record for {left_over:?}",
            language.display()
        );
        assert_eq!(
            texts,
            english,
            "{}: other attributes than English",
            language.display()
        );
    }
    assert!(languages > 1, "only {languages} languages");
}

/// Groups whose documentation has a section for what they say; the records that take their
/// reference from the group have it too.
const WITH_SECTIONS: [(&str, &str); 19] = [
    ("entra", "#payload-claims"),
    ("entra-id", "#payload-claims"),
    ("entra-optional", "#v10-and-v20-optional-claims-set"),
    ("entra-acct", "#v10-and-v20-optional-claims-set"),
    ("entra-idtyp", "#v10-and-v20-optional-claims-set"),
    ("entra-amr", "#payload-claims"),
    ("entra-appidacr", "#payload-claims"),
    ("entra-azpacr", "#payload-claims"),
    ("github", "#oidc-token-claims"),
    ("gitlab", "#token-payload"),
    ("google", "#an-id-tokens-payload"),
    ("kubernetes", "#schema-for-service-account-private-claims"),
    ("smart", "#launch-context-arrives-with-your-access_token"),
    ("hti", "#-the-hti-claims"),
    ("smart", "#scopes-for-requesting-identity-data"),
    ("smart-backend", "#authenticating-to-the-token-endpoint"),
    ("wsfed", "claimtypes.nameidentifier"),
    ("spiffe", "#31-subject"),
    ("spiffe-header", "#22-key-id"),
];

#[test]
fn a_reference_taken_from_a_group_leads_to_its_section() {
    let knowledge = knowledge();
    for (group, fragment) in WITH_SECTIONS {
        let of_group = knowledge.records().iter().filter(|record| {
            let of = knowledge.group(record).unwrap();
            of.id == group
        });
        let links: Vec<_> = of_group.map(|record| knowledge.links(record)).collect();
        let leads = links.iter().flatten().any(|link| {
            let url = link.url.as_deref().unwrap();
            url.ends_with(fragment) && link.section.is_some()
        });
        assert!(
            leads,
            "{group}: none of {} leads to {fragment}",
            links.len()
        );
    }
    let link = |name: &str, group: &str| {
        let mut all = knowledge.records().iter();
        let is_it =
            |record: &&Record| record.name == name && knowledge.group(record).unwrap().id == group;
        knowledge.links(all.find(is_it).unwrap()).remove(0)
    };
    assert_eq!(
        link("groups:src1", "entra").text(),
        "Access token claims reference, groups overage claim"
    );
    let subject = link("sub", "spiffe");
    assert_eq!(subject.text(), "JWT-SVID §3.1");
    assert!(subject.url.unwrap().ends_with("JWT-SVID.md#31-subject"));
}

/// Every `typ` in a header of the test vectors, beside what no specification names.
#[test]
fn every_type_of_the_vectors_is_known() {
    let knowledge = knowledge();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/data");
    let mut types = BTreeSet::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "json") {
            continue;
        }
        let mut text = std::fs::read_to_string(&path).unwrap();
        let headers = text.split('"').filter(|value| value.starts_with("eyJ"));
        let headers = headers.filter_map(|token| {
            let header = token.split('.').next().unwrap_or_default();
            String::from_utf8(jwt_debugger::base64url::decode(header)?).ok()
        });
        let headers: String = headers.collect();
        text.push_str(&headers);
        for after in text.split("\"typ\"").skip(1) {
            let value = after.trim_start().strip_prefix(':').unwrap_or_default();
            let value = value.trim_start().strip_prefix('"').unwrap_or_default();
            types.extend(value.split('"').next().map(str::to_owned));
        }
    }
    // What a library's tests made up, and what Keycloak writes in the payload.
    let others = [
        "",
        "TEST",
        "Bearer",
        "Refresh",
        "Logout",
        "application/json+sd-jwt",
    ];
    let mut seen = 0;
    for typ in types {
        let typ = typ.trim();
        if others.contains(&typ) {
            continue;
        }
        let name = typ.strip_prefix("application/").unwrap_or(typ);
        let mut known = knowledge.values_of("typ");
        assert!(
            known.any(|record| record.name.eq_ignore_ascii_case(name)),
            "{typ}"
        );
        seen += 1;
    }
    assert!(seen >= 12, "{seen} types");
}

#[test]
fn the_values_of_acr_that_specifications_name_are_known() {
    let knowledge = knowledge();
    for value in [
        // OpenID Connect Core §2; OpenID Connect EAP ACR Values §2.
        "0",
        "phr",
        "phrh",
        // eIDAS.
        "http://eidas.europa.eu/LoA/low",
        "http://eidas.europa.eu/LoA/substantial",
        "http://eidas.europa.eu/LoA/high",
        // SAML 2.0 Authentication Context §3.4, as DigiD and many OpenID Providers use it.
        "urn:oasis:names:tc:SAML:2.0:ac:classes:Password",
        "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport",
        "urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract",
        "urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI",
        "urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified",
        // eHerkenning; OpenID Connect Core §5.5.1.1 asks for InCommon's.
        "urn:etoegang:core:assurance-class:loa2plus",
        "urn:etoegang:core:assurance-class:loa4",
        "urn:mace:incommon:iap:silver",
        // REFEDS.
        "https://refeds.org/profile/sfa",
        "https://refeds.org/profile/mfa",
    ] {
        let mut known = knowledge.values_of("acr");
        assert!(known.any(|record| record.name == value), "{value}");
    }
}

#[test]
fn every_level_and_way_of_login_in_the_vectors_is_known() {
    let knowledge = knowledge();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/data");
    let mut seen = BTreeSet::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "json") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let payloads = text.split('"').filter(|value| value.starts_with("eyJ"));
        let payloads = payloads.filter_map(|token| {
            let payload = token.split('.').nth(1)?;
            String::from_utf8(jwt_debugger::base64url::decode(payload)?).ok()
        });
        for payload in payloads {
            let Ok(claims) = serde_json::from_str::<serde_json::Value>(&payload) else {
                continue;
            };
            for member in ["acr", "amr"] {
                let value = &claims[member];
                let items = value.as_array().cloned().unwrap_or(vec![value.clone()]);
                let texts = items.iter().filter_map(serde_json::Value::as_str);
                seen.extend(texts.map(|text| (member, text.to_owned())));
            }
        }
    }
    // Numbers are levels that a realm chose itself.
    seen.retain(|(_, value)| value.parse::<u32>().is_err());
    for (member, value) in &seen {
        let mut known = knowledge.values_of(member);
        assert!(
            known.any(|record| record.name == *value),
            "{member} {value}"
        );
    }
    assert!(seen.len() >= 5, "{seen:?}");
}

#[test]
fn a_claim_type_of_dotnet_leads_to_its_own_page() {
    let knowledge = knowledge();
    let of_group = knowledge.records().iter().filter(|record| {
        let group = knowledge.group(record).unwrap();
        group.id == "wsfed"
    });
    let mut urls = BTreeSet::new();
    for record in of_group {
        let link = knowledge.links(record).remove(0);
        let last = record.name.rsplit('/').next().unwrap().to_lowercase();
        let url = link.url.unwrap();
        // `emailaddress` is the one whose field has another name, and one has no field.
        let is_own = url.ends_with(&format!("claimtypes.{last}"))
            || (last == "emailaddress" && url.ends_with("claimtypes.email"))
            || last == "privatepersonalidentifier";
        assert!(is_own, "{}: {url}", record.name);
        urls.insert(url);
    }
    assert_eq!(urls.len(), 55);
}

/// FHIR R4, RequestIntent: <https://hl7.org/fhir/R4/valueset-request-intent.html>.
#[test]
fn every_intent_of_a_request_is_known() {
    let knowledge = knowledge();
    let known: BTreeSet<&str> = knowledge
        .values_of("intent")
        .map(|record| record.name.as_str())
        .collect();
    let all = [
        "proposal",
        "plan",
        "directive",
        "order",
        "original-order",
        "reflex-order",
        "filler-order",
        "instance-order",
        "option",
    ];
    assert_eq!(known, BTreeSet::from(all));
}
