//! Subjects whose form tells more than a number: the workshop's, Kubernetes', pipelines', DIDs.

use super::Subject;
use crate::diagnostic::Diagnostic;

pub(super) fn explain(subject: &Subject<'_, '_>, said: &mut Vec<Diagnostic>) {
    let Some(text) = subject.text().filter(|_| subject.is_claim()) else {
        return;
    };
    if subject.name == "sub" {
        let own = workshop(subject)
            .or_else(|| kubernetes(&text))
            .or_else(|| github(&text))
            .or_else(|| gitlab(&text))
            .or_else(|| auth0(&text));
        said.extend(own);
    }
    if let Some(rest) = text.strip_prefix("spiffe://") {
        let (domain, workload) = rest.split_once('/').unwrap_or((rest, ""));
        let said_of = Diagnostic::info("value-spiffe").with("domain", domain);
        said.push(said_of.with("path", format!("/{workload}")));
    }
    if let Some((method, _)) = text
        .strip_prefix("did:")
        .and_then(|did| did.split_once(':'))
    {
        said.push(Diagnostic::info("value-did").with("method", method));
    }
}

/// In the workshop the role says what `sub` holds.
fn workshop(subject: &Subject<'_, '_>) -> Option<Diagnostic> {
    if subject.context.origin() != Some("workshop") {
        return None;
    }
    let role = subject.context.payload?.get("role")?.text()?;
    let code = match role.as_ref() {
        "Patient" => "value-workshop-patient",
        "HealthcareCompany" => "value-workshop-company",
        "Internal" => "value-workshop-internal",
        _ => return None,
    };
    Some(Diagnostic::info(code))
}

fn kubernetes(sub: &str) -> Option<Diagnostic> {
    let (namespace, name) = sub
        .strip_prefix("system:serviceaccount:")?
        .split_once(':')?;
    let said = Diagnostic::info("value-sub-kubernetes").with("namespace", namespace);
    Some(said.with("account", name))
}

fn github(sub: &str) -> Option<Diagnostic> {
    let (repository, rest) = sub.strip_prefix("repo:")?.split_once(':')?;
    let with = |code, name, value: &str| {
        Diagnostic::info(code)
            .with("repository", repository)
            .with(name, value)
    };
    Some(match rest.split_once(':') {
        Some(("ref", name)) => with("value-sub-github-ref", "ref", name),
        Some(("environment", name)) => with("value-sub-github-environment", "environment", name),
        None if rest == "pull_request" => {
            Diagnostic::info("value-sub-github-pull-request").with("repository", repository)
        }
        _ => return None,
    })
}

fn gitlab(sub: &str) -> Option<Diagnostic> {
    let (project, rest) = sub
        .strip_prefix("project_path:")?
        .split_once(":ref_type:")?;
    let (_, name) = rest.split_once(":ref:")?;
    let said = Diagnostic::info("value-sub-gitlab").with("project", project);
    Some(said.with("ref", name))
}

fn auth0(sub: &str) -> Option<Diagnostic> {
    if let Some(client) = sub.strip_suffix("@clients") {
        return Some(Diagnostic::info("value-sub-auth0-client").with("client", client));
    }
    let (connection, id) = sub.split_once('|')?;
    let is_name = |text: &str| {
        !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    (is_name(connection) && !id.is_empty()).then(|| {
        Diagnostic::info("value-sub-auth0")
            .with("connection", connection)
            .with("id", id)
    })
}
