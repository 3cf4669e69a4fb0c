//! Names, JSON Pointers and patterns.
//! Spec: RFC 6901 (JSON Pointer).

/// The steps of a name or JSON Pointer, escapes resolved. What does not begin with `/` is the
/// name of a top-level member and one step, whatever characters it holds.
pub(super) fn steps(pointer_or_name: &str) -> Vec<String> {
    match pointer_or_name.strip_prefix('/') {
        None => vec![pointer_or_name.to_owned()],
        Some(rest) => rest
            .split('/')
            .map(|step| step.replace("~1", "/").replace("~0", "~"))
            .collect(),
    }
}

/// How the data files write these steps: a single one as it is, several as a JSON Pointer.
pub(super) fn canonical(steps: &[String]) -> String {
    match steps {
        [only] => only.clone(),
        _ => steps.iter().fold(String::new(), |mut pointer, step| {
            pointer.push('/');
            pointer.push_str(&step.replace('~', "~0").replace('/', "~1"));
            pointer
        }),
    }
}

/// Whether `text` fits `pattern`, in which `*` stands for anything; in a JSON Pointer for
/// anything within one step. Case matters.
pub(super) fn fits(pattern: &str, text: &str) -> bool {
    if pattern.starts_with('/') != text.starts_with('/') {
        return false;
    }
    if !pattern.starts_with('/') {
        return glob(pattern, text);
    }
    let (mut pattern, mut text) = (pattern.split('/'), text.split('/'));
    loop {
        match (pattern.next(), text.next()) {
            (None, None) => return true,
            (Some(pattern), Some(text)) if glob(pattern, text) => {}
            _ => return false,
        }
    }
}

/// `*` is any number of characters. Linear: a `*` is only ever moved forward.
fn glob(pattern: &str, text: &str) -> bool {
    let mut pieces = pattern.split('*');
    let Some(mut rest) = pieces.next().and_then(|first| text.strip_prefix(first)) else {
        return false;
    };
    let mut pieces: Vec<&str> = pieces.collect();
    let Some(last) = pieces.pop() else {
        return rest.is_empty();
    };
    for piece in pieces {
        match rest.split_once(piece) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_slashes_is_one_step() {
        assert_eq!(steps("http://a/b"), ["http://a/b"]);
        assert_eq!(steps("/http:~1~1a~1b/c~0d"), ["http://a/b", "c~d"]);
        assert_eq!(canonical(&steps("/http:~1~1a~1b")), "http://a/b");
        assert_eq!(canonical(&steps("/a~1b/c")), "/a~1b/c");
    }

    #[test]
    fn a_star_stands_for_anything_but_not_for_a_step_more() {
        assert!(fits("custom:*", "custom:size"));
        assert!(fits("https://*/roles", "https://a.example/x/roles"));
        assert!(fits(
            "/resource_access/*/roles",
            "/resource_access/account/roles"
        ));
        assert!(!fits(
            "/resource_access/*/roles",
            "/resource_access/a/b/roles"
        ));
        assert!(!fits("/a/*", "/a"));
        assert!(!fits("custom:*", "Custom:size"));
        assert!(!fits("*", "/a/b"));
        assert!(!fits("ab*ba", "aba"));
    }
}
