//! Issuers that are recognised, and the tenant, realm or project in their address.

use super::Subject;
use crate::diagnostic::Diagnostic;

/// Tenant of personal Microsoft accounts.
const PERSONAL: &str = "9188040d-6c67-4c5b-b112-36a304b66dad";

pub(super) fn explain(subject: &Subject<'_, '_>, said: &mut Vec<Diagnostic>) {
    let Some(text) = subject.text().filter(|_| subject.is_claim()) else {
        return;
    };
    if subject.name == "tid" && text == PERSONAL {
        said.push(Diagnostic::info("value-entra-personal"));
    }
    if subject.name != "iss" {
        return;
    }
    if let Some(group) = subject.knowledge.issuer(&text) {
        said.push(Diagnostic::info("value-issuer").with("origin", group.origin()));
    }
    let segments: Vec<&str> = match text.split_once("://") {
        Some((_, rest)) => rest.split('/').collect(),
        None => return,
    };
    let part = match segments.as_slice() {
        ["login.microsoftonline.com" | "sts.windows.net", tenant, ..] if !tenant.is_empty() => {
            if *tenant == PERSONAL {
                said.push(Diagnostic::info("value-entra-personal"));
            }
            Diagnostic::info("value-issuer-tenant").with("tenant", *tenant)
        }
        [.., "realms", realm] if !realm.is_empty() => {
            Diagnostic::info("value-issuer-realm").with("realm", *realm)
        }
        ["securetoken.google.com", project, ..] => {
            Diagnostic::info("value-issuer-project").with("project", *project)
        }
        [host, pool] if host.starts_with("cognito-idp.") => {
            let region = host.split('.').nth(1).unwrap_or_default();
            let said = Diagnostic::info("value-issuer-pool").with("pool", *pool);
            said.with("region", region)
        }
        _ => return,
    };
    said.push(part);
}
