//! Nothing leaves, by construction: what makes a request is named in a few places, each of which
//! says what it asks for, and the one that asks other hosts takes a URL that only a click makes.

use crate::source::{code, files, root, rust};

/// What reaches a network from Rust, by the names of `web_sys`, `gloo` and the browser, and where it
/// may stand.
const WAYS: &[(&str, &[&str])] = &[
    // A GET of the URL that was clicked.
    ("gloo::net", &["src/browser/fetch.rs"]),
    // The files of this build, where its own `<meta>` says.
    ("fetch_with", &["src/browser/own_file.rs"]),
    // The list of names that are taken from a worker.
    ("XMLHttpRequest", &["src/browser/bridge.rs"]),
    ("WebSocket", &["src/browser/bridge.rs"]),
    ("WebTransport", &["src/browser/bridge.rs"]),
    ("EventSource", &["src/browser/bridge.rs"]),
    ("importScripts", &["src/browser/bridge.rs"]),
    ("BroadcastChannel", &["src/browser/bridge.rs"]),
    // It listens to what the page asked for.
    ("PerformanceObserver", &["src/browser/requests.rs"]),
    ("XmlHttpRequest", &[]),
    ("send_beacon", &[]),
    ("sendBeacon", &[]),
    ("RtcPeerConnection", &[]),
    ("RTCPeerConnection", &[]),
    ("HtmlImageElement", &[]),
    ("HtmlIFrameElement", &[]),
    ("HtmlScriptElement", &[]),
    ("HtmlFormElement", &[]),
    ("set_src", &[]),
    // A file that the person saves, from the browser's own memory.
    ("set_href", &["src/browser/file.rs"]),
    ("open_with_url", &[]),
    // Saves a file of the browser's own memory; opens the choice of one.
    (".click()", &["src/browser/file.rs"]),
    ("dispatch_event", &[]),
    // Going elsewhere, which no policy forbids.
    ("location().assign", &[]),
    ("location().replace", &[]),
    // A fragment stays in the page.
    ("location().set_", &["src/browser/address.rs"]),
    ("set_search", &[]),
    ("\"src\"", &[]),
    ("\"action\"", &[]),
    ("\"ping\"", &[]),
    ("\"srcset\"", &[]),
    ("\"background\"", &[]),
    ("set_inner_html", &[]),
    ("set_outer_html", &[]),
    ("insert_adjacent_html", &[]),
    ("Function::new_with_args", &[]),
    ("Function::new_no_args", &[]),
    ("js_sys::eval", &[]),
];

/// The same of the scripts: each asks for files of the build.
const SCRIPTS: &[(&str, &[&str])] = &[
    ("fetch(", &["web/start.js", "web/service-worker.js"]),
    ("XMLHttpRequest", &["web/start.js"]),
    ("sendBeacon", &[]),
    ("WebSocket", &[]),
    ("EventSource", &[]),
    ("importScripts", &[]),
    ("innerHTML", &[]),
    ("eval(", &[]),
    ("new Function", &[]),
];

fn strays(sources: &[(String, String)], ways: &[(&str, &[&str])]) -> Vec<String> {
    let mut faults = Vec::new();
    for (way, places) in ways {
        let found: Vec<&str> = sources
            .iter()
            .filter(|(_, text)| text.contains(way))
            .map(|(name, _)| name.as_str())
            .collect();
        faults.extend(
            found
                .iter()
                .filter(|name| !places.contains(name))
                .map(|name| format!("{name}: {way}")),
        );
        let gone = places.iter().filter(|place| !found.contains(place));
        faults.extend(gone.map(|place| format!("{place} no longer names {way}")));
    }
    faults
}

/// The code, strings included, without tests and comments.
fn sources() -> Vec<(String, String)> {
    let all = rust("src/").into_iter();
    all.map(|(name, text)| {
        let code = code(&name, &text);
        (name, code)
    })
    .collect()
}

#[test]
fn what_reaches_a_network_is_named_where_it_is_expected_only() {
    let mut faults = strays(&sources(), WAYS);
    let scripts = files(&["js"]).into_iter();
    let scripts: Vec<(String, String)> = scripts
        .filter(|(name, _)| name.starts_with("web/"))
        .collect();
    assert!(scripts.len() >= 3, "{} scripts", scripts.len());
    faults.extend(strays(&scripts, SCRIPTS));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The rule can be broken: a stray name is found, and so is a place that is empty.
#[test]
fn a_stray_way_out_is_found() {
    let sources = [(
        "src/checks/spy.rs".to_owned(),
        "navigator.send_beacon(url)".to_owned(),
    )];
    assert_eq!(strays(&sources, &[("send_beacon", &[])]).len(), 1);
    assert_eq!(
        strays(&sources, &[("send_beacon", &["src/checks/spy.rs"])]).len(),
        0
    );
    assert_eq!(
        strays(&sources, &[("gloo::net", &["src/browser/fetch.rs"])]).len(),
        1
    );
}

/// What of the browser is linked at all.
#[test]
fn no_feature_of_web_sys_reaches_a_network_but_fetch() {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    for feature in [
        "XmlHttpRequest",
        "WebSocket",
        "EventSource",
        "RtcPeerConnection",
        "HtmlImageElement",
        "HtmlIFrameElement",
        "HtmlFormElement",
        "BroadcastChannel",
    ] {
        assert!(!manifest.contains(&format!("\"{feature}\"")), "{feature}");
    }
    assert!(
        manifest.contains("\"ReadableStream\""),
        "the list is another one"
    );
}

/// A `ClickedUrl` is made in one function, which takes the event of a click, and that function is
/// called in one place, which hands on what its button showed.
#[test]
fn only_a_click_makes_a_url_that_can_be_requested() {
    let sources = sources();
    let naming = |what: &str| -> Vec<String> {
        let places = sources.iter().filter(|(_, text)| text.contains(what));
        places.map(|(name, _)| name.clone()).collect()
    };
    assert_eq!(naming("ClickedUrl("), ["src/browser/fetch.rs"]);
    assert_eq!(naming("map(ClickedUrl)"), ["src/browser/fetch.rs"]);
    assert_eq!(
        naming("ClickedUrl::new("),
        ["src/ui/components/jwks_fetch.rs"]
    );
    assert_eq!(naming("fetch::get("), ["src/ui/session/fetching.rs"]);
    let door = sources
        .iter()
        .find(|(name, _)| name == "src/browser/fetch.rs");
    let door = &door.unwrap().1;
    assert_eq!(door.matches("-> Option<ClickedUrl>").count(), 1);
    assert!(door.contains("pub fn new(click: &Event, shown: &str) -> Option<ClickedUrl>"));
    assert!(
        door.contains("pub struct ClickedUrl(String);"),
        "its text is not its own"
    );
    assert!(
        door.contains("url: ClickedUrl,\n"),
        "`get` takes another type"
    );
    assert!(!door.contains("Default)]\npub struct ClickedUrl") && !door.contains("for ClickedUrl"));
}
