//! Addresses taken apart. Spec: RFC 3986 §3.

use super::Subject;
use crate::diagnostic::Diagnostic;

pub(super) fn explain(subject: &Subject<'_, '_>, said: &mut Vec<Diagnostic>) {
    for text in subject.texts() {
        if let Some(url) = Url::parse(&text) {
            url.explain(said);
        }
    }
}

struct Url<'u> {
    scheme: &'u str,
    user: Option<&'u str>,
    host: &'u str,
    port: Option<&'u str>,
    path: &'u str,
    query: Option<&'u str>,
    fragment: Option<&'u str>,
}

impl<'u> Url<'u> {
    /// Only what a browser could open; a URN or a scheme of one's own is a name, not an address.
    fn parse(text: &'u str) -> Option<Url<'u>> {
        let (scheme, rest) = text.split_once("://")?;
        let is_web = ["http", "https", "ws", "wss"]
            .iter()
            .any(|web| web.eq_ignore_ascii_case(scheme));
        if !is_web || rest.contains(char::is_whitespace) {
            return None;
        }
        let (rest, fragment) = split_off(rest, '#');
        let (rest, query) = split_off(rest, '?');
        let (authority, path) = match rest.find('/') {
            Some(at) => rest.split_at(at),
            None => (rest, ""),
        };
        let (user, host) = match authority.rsplit_once('@') {
            Some((user, host)) => (Some(user), host),
            None => (None, authority),
        };
        // The colons of an IPv6 address stand in brackets.
        let (host, port) = match host.rsplit_once(':') {
            Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => (host, Some(port)),
            _ => (host, None),
        };
        (!host.is_empty()).then_some(Url {
            scheme,
            user,
            host,
            port,
            path,
            query,
            fragment,
        })
    }

    fn explain(&self, said: &mut Vec<Diagnostic>) {
        let code = match (self.path.len() > 1, self.port) {
            (false, None) => "value-url",
            (false, Some(_)) => "value-url-port",
            (true, None) => "value-url-path",
            (true, Some(_)) => "value-url-port-path",
        };
        said.push(
            Diagnostic::info(code)
                .with("host", self.host)
                .with("port", self.port.unwrap_or_default())
                .with("path", self.path),
        );
        if let Some(query) = self.query.filter(|query| !query.is_empty()) {
            let names: Vec<String> = query
                .split('&')
                .map(|pair| {
                    pair.split_once('=')
                        .map_or(pair, |(name, _)| name)
                        .to_owned()
                })
                .collect();
            said.push(
                Diagnostic::info("value-url-query")
                    .with("count", names.len())
                    .with("names", names),
            );
        }
        if let Some(fragment) = self.fragment {
            said.push(Diagnostic::info("value-url-fragment").with("fragment", fragment));
        }
        if self.user.is_some() {
            said.push(Diagnostic::warning("value-url-user"));
        }
        let is_plain = ["http", "ws"]
            .iter()
            .any(|plain| plain.eq_ignore_ascii_case(self.scheme));
        if is_plain && !is_own_machine(self.host) {
            said.push(Diagnostic::info("value-url-plain"));
        }
    }
}

fn split_off(text: &str, at: char) -> (&str, Option<&str>) {
    match text.split_once(at) {
        Some((text, rest)) => (text, Some(rest)),
        None => (text, None),
    }
}

fn is_own_machine(host: &str) -> bool {
    matches!(host, "localhost" | "[::1]")
        || host.starts_with("127.")
        || host.ends_with(".localhost")
}
