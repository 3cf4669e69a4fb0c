//! Contrast of every text on every ground it can stand on, and of what bounds and marks controls,
//! computed from the custom properties; and whether the colours of the parts stay apart for those
//! who see fewer colours. A colour that the style names and no row here has fails too.
//!
//! Spec: WCAG 2.2 §1.4.3, §1.4.11 and "relative luminance"; Machado, Oliveira and Fernandes,
//! "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009).
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// WCAG 2.2 §1.4.3: text of any size of this page.
const TEXT: f64 = 4.5;
/// WCAG 2.2 §1.4.11: boundaries, marks and the focus.
const MARK: f64 = 3.0;
/// Of two parts, in CIE L\*a\*b\*, for every kind of sight. What is just noticed is 2.3.
const APART: f64 = 12.0;

const PARTS: [&str; 6] = [
    "part-header",
    "part-payload",
    "part-signature",
    "part-key",
    "part-iv",
    "part-unknown",
];

/// What text stands on anywhere.
const GROUNDS: [&str; 4] = ["paper", "surface", "sunken", "hover"];
const TONES: [&str; 3] = ["good-ground", "doubt-ground", "bad-ground"];

/// Light from 0 to 1, red, green and blue, as they are written.
type Colour = [f64; 3];

fn colour(hex: &str) -> Colour {
    let digits = hex.strip_prefix('#').unwrap();
    assert_eq!(digits.len(), 6, "{hex}");
    [0, 2, 4]
        .map(|at| f64::from(u8::from_str_radix(digits.get(at..at + 2).unwrap(), 16).unwrap()))
        .map(|value| value / 255.0)
}

fn linear(colour: Colour) -> Colour {
    colour.map(|value| match value <= 0.04045 {
        true => value / 12.92,
        false => ((value + 0.055) / 1.055).powf(2.4),
    })
}

fn product(matrix: &[Colour; 3], colour: Colour) -> Colour {
    matrix.map(|row| row.iter().zip(colour).map(|(a, b)| a * b).sum())
}

fn luminance(colour: Colour) -> f64 {
    let [red, green, blue] = linear(colour);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// A colour that lets so much of the ground through.
fn over(top: Colour, percent: f64, ground: Colour) -> Colour {
    let share = percent / 100.0;
    [0, 1, 2].map(|at| share * top[at] + (1.0 - share) * ground[at])
}

/// CIE L\*a\*b\* under D65, of linear light.
fn lab(light: Colour) -> Colour {
    const TO_XYZ: [Colour; 3] = [
        [0.412_456_4, 0.357_576_1, 0.180_437_5],
        [0.212_672_9, 0.715_152_2, 0.072_175_0],
        [0.019_333_9, 0.119_192_0, 0.950_304_1],
    ];
    let [x, y, z] = product(&TO_XYZ, light);
    let [x, y, z] = [x / 0.950_47, y, z / 1.088_83].map(|value| match value > 0.008_856 {
        true => value.cbrt(),
        false => 7.787 * value + 16.0 / 116.0,
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// Sight, as a matrix over linear light; the three kinds at their full strength.
const SIGHTS: [(&str, [Colour; 3]); 4] = [
    (
        "all colours",
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    ),
    (
        "protanopia",
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
    ),
];

fn seen(sight: &[Colour; 3], colour: Colour) -> Colour {
    lab(product(sight, linear(colour)).map(|value| value.clamp(0.0, 1.0)))
}

fn distance(one: Colour, other: Colour) -> f64 {
    let squares = [0, 1, 2].map(|at| (one[at] - other[at]).powi(2));
    squares.iter().sum::<f64>().sqrt()
}

/// One rule of the style: the condition it stands under, its selectors, its declarations.
struct Rule {
    condition: String,
    selector: String,
    declarations: Vec<(String, String)>,
}

/// Every rule of every style sheet, in their order.
fn rules() -> Vec<Rule> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("style");
    let index = std::fs::read_to_string(folder.join("index.css")).unwrap();
    let files = index.split('"').skip(1).step_by(2);
    let mut rules = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        read(&without_comments(&text), "", &mut rules);
    }
    assert!(rules.len() > 400, "{} rules", rules.len());
    rules
}

fn without_comments(text: &str) -> String {
    let mut pieces = text.split("/*");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, piece| {
        text + piece.split_once("*/").unwrap().1
    })
}

fn read(text: &str, condition: &str, rules: &mut Vec<Rule>) {
    let mut rest = text;
    while let Some((head, behind)) = rest.split_once('{') {
        let mut depth = 1;
        let end = behind.char_indices().find(|(_, c)| {
            depth += match c {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            depth == 0
        });
        let (body, after) = behind.split_at(end.unwrap().0);
        let head = head.split_whitespace().collect::<Vec<_>>().join(" ");
        match head.strip_prefix('@') {
            Some(at) if body.contains('{') => read(body, at, rules),
            _ => rules.push(Rule {
                condition: condition.to_owned(),
                selector: head,
                declarations: declarations(body),
            }),
        }
        rest = after.strip_prefix('}').unwrap();
    }
}

fn declarations(body: &str) -> Vec<(String, String)> {
    let pairs = body.split(';').filter_map(|line| line.split_once(':'));
    pairs
        .map(|(name, value)| {
            let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
            (name.trim().to_owned(), value)
        })
        .collect()
}

/// What the person, the system and the page ask for.
#[derive(Clone, Copy, Debug)]
struct Theme {
    is_dark: bool,
    more_contrast: bool,
    is_presented: bool,
}

fn themes() -> impl Iterator<Item = Theme> {
    (0..8).map(|bits| Theme {
        is_dark: bits & 1 != 0,
        more_contrast: bits & 2 != 0,
        is_presented: bits & 4 != 0,
    })
}

/// The custom properties of the root that are colours.
fn palette(theme: Theme) -> BTreeMap<String, Colour> {
    let mut written = BTreeMap::new();
    for rule in rules() {
        let holds = match (rule.condition.as_str(), rule.selector.as_str()) {
            ("", ":root") => true,
            ("media (prefers-contrast: more)", ":root") => theme.more_contrast,
            ("", ":root[data-presenting]") => theme.is_presented,
            _ => false,
        };
        for (name, value) in rule.declarations.into_iter().filter(|_| holds) {
            if let Some(name) = name.strip_prefix("--") {
                written.insert(name.to_owned(), value);
            }
        }
    }
    let names: Vec<String> = written.keys().cloned().collect();
    let known = names.into_iter().filter_map(|name| {
        let found = resolved(&written, written.get(&name)?, theme)?;
        Some((name, found))
    });
    known.collect()
}

fn resolved(written: &BTreeMap<String, String>, value: &str, theme: Theme) -> Option<Colour> {
    if let Some(name) = variable(value) {
        return resolved(written, written.get(name)?, theme);
    }
    let pair = value.strip_prefix("light-dark(")?.strip_suffix(')')?;
    let (light, dark) = pair.split_once(", ")?;
    Some(colour(if theme.is_dark { dark } else { light }))
}

/// The name in `var(--name)`.
fn variable(value: &str) -> Option<&str> {
    value.strip_prefix("var(--")?.strip_suffix(')')
}

/// The name and the share in `color-mix(in srgb, var(--name) 20%, …)`, and what it is mixed with.
fn mix(value: &str) -> Option<(&str, f64, &str)> {
    let inner = value
        .strip_prefix("color-mix(in srgb, ")?
        .strip_suffix(')')?;
    let (top, under) = inner.split_once("%, ")?;
    let (name, share) = top.split_once(' ')?;
    Some((variable(name)?, share.parse().ok()?, under))
}

/// A property of the rule with this selector.
fn property(selector: &str, name: &str) -> String {
    let rules = rules();
    let has = |rule: &&Rule| rule.selector.split(", ").any(|one| one == selector);
    let mut found = rules.iter().filter(has).flat_map(|rule| &rule.declarations);
    let value = found.rfind(|(property, _)| property == name);
    let (_, value) = value.unwrap_or_else(|| panic!("{selector} has no {name}"));
    value.clone()
}

/// Collects what is too close, and counts what was compared.
#[derive(Default)]
struct Complaints {
    compared: usize,
    all: Vec<String>,
}

impl Complaints {
    fn compare(&mut self, what: &str, theme: Theme, one: Colour, ground: Colour, least: f64) {
        self.compared += 1;
        let found = contrast(one, ground);
        if found < least {
            self.all
                .push(format!("{what}: {found:.2}, not {least}, {theme:?}"));
        }
    }

    fn none(self, least: usize) {
        assert!(self.all.is_empty(), "\n{}", self.all.join("\n"));
        assert!(self.compared >= least, "only {} pairs", self.compared);
    }
}

/// Each text, and the grounds beside [`GROUNDS`] that it stands on.
const TEXTS: &[(&str, &[&str])] = &[
    ("ink", &TONES),
    ("ink-soft", &TONES),
    ("accent", &TONES),
    ("good", &["good-ground"]),
    ("doubt", &["doubt-ground"]),
    ("bad", &["bad-ground"]),
    ("part-header", &[]),
    ("part-payload", &[]),
    ("part-signature", &[]),
    ("part-key", &[]),
    ("part-iv", &[]),
    ("part-unknown", &[]),
];

const HOVERED: &str = ".button-primary:hover";
const CURRENT_LINE: &str = ".json-line[data-current]";
const CURRENT_ROW: &str = ".claim[data-current]";
const AROUND: &str = ".over[data-lit=\"around\"]";
const HERE: &str = ".over[data-lit=\"here\"]";
const HIT: &str = ".over[data-hit]";
/// Every selector whose ground is mixed; a test of this file computes each of them.
const MIXED: [&str; 6] = [HOVERED, CURRENT_LINE, CURRENT_ROW, AROUND, HERE, HIT];

#[test]
fn every_text_can_be_read_on_every_ground() {
    let mut complaints = Complaints::default();
    for theme in themes() {
        let palette = palette(theme);
        for (text, more) in TEXTS {
            for ground in GROUNDS.iter().chain(*more) {
                let what = format!("{text} on {ground}");
                complaints.compare(&what, theme, palette[*text], palette[*ground], TEXT);
            }
        }
        // What is turned over: light on dark where the rest is dark on light.
        for ground in ["bad", "doubt"] {
            let what = format!("surface on {ground}");
            complaints.compare(&what, theme, palette["surface"], palette[ground], TEXT);
        }
        let accent = palette["accent"];
        complaints.compare("on-accent", theme, palette["on-accent"], accent, TEXT);
        let hovered = property(HOVERED, "background");
        let (top, share, under) = mix(&hovered).unwrap();
        let hovered = over(palette[top], share, palette[variable(under).unwrap()]);
        complaints.compare(
            "on-accent, hovered",
            theme,
            palette["on-accent"],
            hovered,
            TEXT,
        );
    }
    complaints.none(8 * 50);
}

/// What is laid over a line of JSON or a row of claims while a place is pointed at or looked for.
#[test]
fn every_text_can_be_read_under_every_light() {
    let light = |selector: &str| {
        let value = property(selector, "background");
        let (name, share, under) = mix(&value).unwrap();
        assert_eq!(under, "transparent");
        (name.to_owned(), share)
    };
    let current = light(CURRENT_LINE);
    let row = light(CURRENT_ROW);
    let around = light(AROUND);
    let on_its_own = [light(HERE), light(HIT)];
    for selector in [HERE, HIT] {
        assert_eq!(property(selector, "color"), "var(--ink)", "{selector}");
    }
    let coloured = ["ink", "ink-soft", "accent", "doubt"].iter().chain(&PARTS);
    let mut complaints = Complaints::default();
    for theme in themes() {
        let palette = palette(theme);
        let lay = |(name, share): &(String, f64), ground| over(palette[name], *share, ground);
        // All of it stands on panels.
        let surface = palette["surface"];
        let line = lay(&current, surface);
        let grounds = [
            ("current line", line),
            ("current row", lay(&row, surface)),
            ("around", lay(&around, surface)),
            ("around, on the current line", lay(&around, line)),
        ];
        for (name, under) in grounds {
            for text in coloured.clone() {
                let what = format!("{text} on {name}");
                complaints.compare(&what, theme, palette[*text], under, TEXT);
            }
        }
        for own in &on_its_own {
            let under = lay(own, lay(&around, line));
            let what = format!("ink on {own:?}");
            complaints.compare(&what, theme, palette["ink"], under, TEXT);
        }
    }
    complaints.none(8 * 42);
}

#[test]
fn what_bounds_and_marks_can_be_seen() {
    let mut complaints = Complaints::default();
    for theme in themes() {
        let palette = palette(theme);
        for ground in GROUNDS.iter().chain(&TONES) {
            let what = format!("focus on {ground}");
            complaints.compare(&what, theme, palette["accent"], palette[*ground], MARK);
        }
        for ground in GROUNDS {
            // Who asks for more contrast gets the contrast of text.
            let least = if theme.more_contrast { TEXT } else { MARK };
            let what = format!("edge on {ground}");
            complaints.compare(&what, theme, palette["edge"], palette[ground], least);
            for mark in ["good", "doubt", "bad", "ink"] {
                let what = format!("{mark} on {ground}");
                complaints.compare(&what, theme, palette[mark], palette[ground], MARK);
            }
        }
        // The second cue of a part is no cue where it cannot be seen.
        let underline = property(".part", "text-decoration-color");
        let share = underline
            .split(' ')
            .find_map(|word| word.strip_suffix("%,"));
        let share: f64 = share.unwrap().parse().unwrap();
        for part in PARTS {
            for ground in ["surface", "paper", "sunken"] {
                let line = over(palette[part], share, palette[ground]);
                let what = format!("underline of {part} on {ground}");
                complaints.compare(&what, theme, line, palette[ground], MARK);
            }
        }
    }
    complaints.none(8 * 40);
}

/// Every colour that a rule gives to text or to a ground is one of those above.
#[test]
fn no_colour_escapes() {
    let escaped = escaped(&rules());
    assert!(escaped.is_empty(), "\n{}", escaped.join("\n"));
}

/// A mix has a colour of its own, so it is known by what computes it, not by being a mix.
#[test]
fn a_mix_that_no_test_computes_escapes() {
    let planted = |selector: &str, value: &str| Rule {
        condition: String::new(),
        selector: selector.to_owned(),
        declarations: vec![("background".to_owned(), value.to_owned())],
    };
    let known = property(CURRENT_ROW, "background");
    assert!(escaped(&[planted(CURRENT_ROW, &known)]).is_empty());
    let other = "color-mix(in srgb, var(--accent) 60%, transparent)";
    let both = format!("{CURRENT_ROW}, .elsewhere");
    for (selector, value) in [
        (".elsewhere", other),
        (".elsewhere", known.as_str()),
        (CURRENT_ROW, other),
        (both.as_str(), known.as_str()),
    ] {
        let escaped = escaped(&[planted(selector, value)]);
        assert_eq!(escaped, [format!("{selector} {{ background: {value} }}")]);
    }
}

/// What these rules give to text or to a ground and no test of this file computes.
fn escaped(rules: &[Rule]) -> Vec<String> {
    let mut texts: BTreeSet<String> = TEXTS
        .iter()
        .map(|(name, _)| format!("var(--{name})"))
        .collect();
    texts.extend(
        [
            "inherit",
            "var(--on-accent)",
            "var(--surface)",
            // The part's own, and the tone of a verdict: set to one of the above beside it.
            "var(--colour)",
            "var(--colour, var(--ink))",
            "var(--tone, var(--ink-soft))",
        ]
        .map(str::to_owned),
    );
    let mut grounds: BTreeSet<String> = GROUNDS
        .iter()
        .chain(&TONES)
        .map(|name| format!("var(--{name})"))
        .collect();
    grounds.extend(
        [
            "none",
            "transparent",
            "var(--accent)",
            "var(--bad)",
            "var(--doubt)",
        ]
        .map(str::to_owned),
    );
    // Nothing is written on these.
    let bare = [
        ".line::before",
        ".line-life",
        ".line-life[data-open]",
        ".dialog::backdrop",
        ".qr",
    ];
    let mixed = MIXED.map(|selector| (selector, property(selector, "background")));
    let mut escaped = Vec::new();
    for rule in rules {
        // Those colours are the system's own.
        if rule.condition.contains("forced-colors") {
            continue;
        }
        for (name, value) in &rule.declarations {
            let is_known = match name.as_str() {
                "color" => texts.contains(value),
                "background" | "background-color" | "background-image" => {
                    let is_computed =
                        |one| bare.contains(&one) || mixed.contains(&(one, value.clone()));
                    grounds.contains(value) || rule.selector.split(", ").all(is_computed)
                }
                // What is seen through is another colour. Hidden controls and the light of a
                // presentation are no text that somebody is to read.
                "opacity" => {
                    value == "1"
                        || rule.selector == ".line-input"
                        || rule.selector.starts_with(":root[data-presenting]")
                }
                "--colour" | "--tone" => {
                    variable(value).is_some_and(|name| TEXTS.iter().any(|(text, _)| *text == name))
                }
                _ => true,
            };
            if !is_known {
                escaped.push(format!("{} {{ {name}: {value} }}", rule.selector));
            }
        }
    }
    escaped
}

#[test]
fn parts_stay_apart_for_every_sight() {
    let mut close = Vec::new();
    let mut compared = 0;
    for theme in themes() {
        let palette = palette(theme);
        for (sight, matrix) in &SIGHTS {
            for (at, one) in PARTS.iter().enumerate() {
                for other in &PARTS[at + 1..] {
                    compared += 1;
                    let found =
                        distance(seen(matrix, palette[*one]), seen(matrix, palette[*other]));
                    if found < APART {
                        close.push(format!("{one} and {other}: {found:.1}, {sight}, {theme:?}"));
                    }
                }
            }
        }
    }
    assert!(close.is_empty(), "\n{}", close.join("\n"));
    assert_eq!(compared, 8 * 4 * 15);
}

/// The second cue: a line of its own under each.
#[test]
fn parts_of_another_colour_have_another_underline() {
    let mut lines: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for rule in rules() {
        let value = |name: &str| {
            let found = rule
                .declarations
                .iter()
                .find(|(property, _)| property == name);
            found.map(|(_, value)| value.clone())
        };
        if let Some(colour) = value("--colour") {
            let line = value("--underline").or(value("--drawn"));
            lines
                .entry(line.unwrap_or_default())
                .or_default()
                .insert(colour);
        }
    }
    assert_eq!(lines.len(), PARTS.len(), "{lines:?}");
    assert!(
        lines
            .iter()
            .all(|(line, colours)| !line.is_empty() && colours.len() == 1),
        "{lines:?}"
    );
}

#[test]
fn the_arithmetic_is_that_of_the_specification() {
    let (black, white) = (colour("#000000"), colour("#ffffff"));
    assert!((contrast(black, white) - 21.0).abs() < 1e-9);
    assert!((contrast(white, colour("#767676")) - 4.54).abs() < 0.01);
    assert!((contrast(white, colour("#777777")) - 4.48).abs() < 0.01);
    assert!((over(black, 50.0, white)[0] - 0.5).abs() < 1e-9);
    let [lightness, a, b] = seen(&SIGHTS[0].1, colour("#ff0000"));
    assert!((lightness - 53.2).abs() < 0.1 && (a - 80.1).abs() < 0.1 && (b - 67.2).abs() < 0.1);
    // Red and green are one and the same to those who lack either cone; the model knows it.
    let [red, green] = ["#b00000", "#606000"].map(colour);
    let gap = |sight: usize| distance(seen(&SIGHTS[sight].1, red), seen(&SIGHTS[sight].1, green));
    assert!(gap(2) * 2.0 < gap(0), "{} {}", gap(2), gap(0));
}
