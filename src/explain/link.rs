//! From a reference such as `RFC7519#4.1.4` to a title, a section and an address.

/// A document that definitions stand in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spec {
    /// Its short name in the data files.
    pub(super) id: String,
    /// Its title. A proper name, never translated.
    pub(super) title: String,
    /// Who publishes it.
    pub(super) body: String,
    /// Where it stands; empty when it is not public.
    pub(super) address: String,
    /// What turns a section into the end of the address; empty: the sections have no address.
    pub(super) anchor: String,
}

/// One place where a definition stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The document: `RFC 7519`, `OpenID Connect Core 1.0`.
    pub title: String,
    /// The section, `4.1.4`, where it is known.
    pub section: Option<String>,
    /// Who publishes it: `IETF`, `OpenID Foundation`.
    pub body: String,
    /// Its address, the section included where it has one.
    pub url: Option<String>,
}

impl Link {
    /// Title and section as they are cited: `RFC 7519 §4.1.4`; of a section that has a name and
    /// no number, `Access token claims reference, payload claims`.
    pub fn text(&self) -> String {
        match &self.section {
            Some(section) if section.contains('-') => {
                [&self.title, ", ", &section.replace('-', " ")].concat()
            }
            Some(section) if is_word(section) => [&self.title, ", ", section].concat(),
            Some(section) => format!("{} §{section}", self.title),
            None => self.title.clone(),
        }
    }
}

impl Spec {
    pub(super) fn parse(line: &str) -> Option<Spec> {
        let mut fields = line.split('\t');
        let id = fields.next().filter(|id| !id.is_empty())?;
        let title = fields.next()?;
        let body = fields.next()?;
        let address = fields.next().unwrap_or_default();
        let anchor = fields.next().unwrap_or_default();
        Some(Spec {
            id: id.to_owned(),
            title: title.to_owned(),
            body: body.to_owned(),
            address: address.to_owned(),
            anchor: anchor.to_owned(),
        })
    }

    fn link(&self, section: Option<&str>) -> Link {
        // `3.1=31-subject`: what it is called, and what leads there.
        let (section, fragment) = match section.map(|section| section.split_once('=')) {
            Some(Some((section, fragment))) => (Some(section), Some(fragment)),
            _ => (section, section),
        };
        let url = match fragment {
            Some(fragment) if !self.anchor.is_empty() => {
                [&self.address, &self.anchor, fragment].concat()
            }
            _ => self.address.clone(),
        };
        Link {
            title: self.title.clone(),
            section: section.map(str::to_owned),
            body: self.body.clone(),
            url: (!url.is_empty()).then_some(url),
        }
    }
}

/// The link of one reference. An RFC needs no entry in the data files; for another document
/// that has none, the reference itself is all there is to show.
pub(super) fn link(reference: &str, specs: &[Spec]) -> Link {
    let (id, section) = match reference.split_once('#') {
        Some((id, section)) => (id, Some(section)),
        None => (reference, None),
    };
    if let Some(spec) = specs.iter().find(|spec| spec.id == id) {
        return spec.link(section);
    }
    if let Some(number) = rfc_number(id) {
        return Spec {
            id: id.to_owned(),
            title: format!("RFC {number}"),
            body: "IETF".to_owned(),
            address: format!("https://www.rfc-editor.org/rfc/rfc{number}.html"),
            anchor: "#section-".to_owned(),
        }
        .link(section);
    }
    Link {
        title: id.to_owned(),
        section: section.map(str::to_owned),
        body: String::new(),
        url: None,
    }
}

/// Whether a section is called by a word, `NameIdentifier`, and not by a number or a letter.
fn is_word(section: &str) -> bool {
    section.len() > 1
        && section.starts_with(|c: char| c.is_ascii_alphabetic())
        && section.bytes().all(|b| b.is_ascii_alphanumeric())
}

fn rfc_number(id: &str) -> Option<&str> {
    id.strip_prefix("RFC")
        .filter(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(reference: &str, text: &str, url: Option<&str>) {
        let specs = [
            Spec::parse("OIDC\tOpenID Connect Core 1.0\tOIDF\thttps://a.example/c.html\t#s."),
            Spec::parse("FLAT\tFlat\tB\thttps://a.example/flat"),
            Spec::parse("HIDDEN\tHidden\tB"),
        ];
        let specs: Vec<Spec> = specs.into_iter().flatten().collect();
        let link = link(reference, &specs);
        assert_eq!((link.text().as_str(), link.url.as_deref()), (text, url));
    }

    #[test]
    fn a_reference_leads_to_its_section() {
        check(
            "RFC7519#4.1.4",
            "RFC 7519 §4.1.4",
            Some("https://www.rfc-editor.org/rfc/rfc7519.html#section-4.1.4"),
        );
        check(
            "OIDC#5.1",
            "OpenID Connect Core 1.0 §5.1",
            Some("https://a.example/c.html#s.5.1"),
        );
        check(
            "OIDC#payload-claims",
            "OpenID Connect Core 1.0, payload claims",
            Some("https://a.example/c.html#s.payload-claims"),
        );
        check(
            "OIDC#3.1=31-subject",
            "OpenID Connect Core 1.0 §3.1",
            Some("https://a.example/c.html#s.31-subject"),
        );
        check(
            "OIDC#Role=role",
            "OpenID Connect Core 1.0, Role",
            Some("https://a.example/c.html#s.role"),
        );
        check(
            "OIDC#A=appendix-a",
            "OpenID Connect Core 1.0 §A",
            Some("https://a.example/c.html#s.appendix-a"),
        );
        check(
            "RFC8485",
            "RFC 8485",
            Some("https://www.rfc-editor.org/rfc/rfc8485.html"),
        );
    }

    #[test]
    fn no_address_is_made_up() {
        check("FLAT#2", "Flat §2", Some("https://a.example/flat"));
        check("HIDDEN", "Hidden", None);
        check("RFC#1", "RFC §1", None);
        check("RFC12a", "RFC12a", None);
        check("UNKNOWN#9", "UNKNOWN §9", None);
    }
}
