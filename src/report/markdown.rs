//! The report as Markdown, for a mail or a ticket. What stands in a token is shown as text: it
//! cannot become markup. Spec: CommonMark 0.31, GitHub Flavored Markdown tables.

use super::redacted::{Redacted, RedactedMember, RedactedSignature, RedactedToken};
use super::shape::{DiagnosisLine, Line, Report, SignatureReport, TokenReport};
use crate::checks::says_same;
use crate::diagnostic::Fact;
use crate::inspect::StructureState;
use crate::words::Locale;
use serde::Serialize;

impl Report {
    /// Everything, the tokens included: whoever reads it can use them.
    pub fn markdown(&self, locale: &Locale) -> String {
        let mut page = Page::new(locale);
        page.heading(1, "report-title");
        page.report(self, 2);
        page.text
    }

    /// The same as indented JSON.
    pub fn json(&self) -> String {
        indented(self)
    }
}

impl Redacted {
    /// What may stand in a ticket.
    pub fn markdown(&self, locale: &Locale) -> String {
        let mut page = Page::new(locale);
        page.heading(1, "report-title-redacted");
        page.paragraph(locale.text("report-redacted"));
        page.redacted(self, 2);
        page.text
    }

    /// The same as indented JSON.
    pub fn json(&self) -> String {
        indented(self)
    }
}

fn indented(value: &impl Serialize) -> String {
    // Strings, numbers, lists and structs with text for names always have a JSON form.
    serde_json::to_string_pretty(value).unwrap_or_default()
}

struct Page<'a> {
    locale: &'a Locale,
    text: String,
}

impl<'a> Page<'a> {
    fn new(locale: &'a Locale) -> Self {
        Page {
            locale,
            text: String::new(),
        }
    }

    fn report(&mut self, report: &Report, level: usize) {
        self.verdict("report-structure", state(&report.structure.state), "");
        self.verdict(
            "report-signature",
            report.signature.state.name(),
            &report.signature.reason,
        );
        self.verdict(
            "report-claims",
            report.claims.state.name(),
            &report.claims.reason,
        );
        self.text.push('\n');
        if let Some(read_as) = &report.key.read_as {
            self.labelled("report-key", read_as);
        }
        if let Some(profile) = &report.profile {
            let kind = [
                &profile.name,
                ". ",
                &profile.summary,
                " ",
                &profile.lifetime,
            ]
            .concat();
            self.labelled("report-kind", &kind);
        }
        self.lines("report-faults", &report.structure.faults, level);
        self.diagnoses(&report.diagnosis, level);
        self.lines("report-candidates", &report.signature.candidates, level);
        self.warnings(&report.signature.warnings, &report.findings, level);
        self.lines("report-details", &report.claims.details, level);
        self.lines("report-findings", &report.findings, level);
        self.lines("report-notes", &report.notes, level);
        for (number, token) in (1_usize..).zip(&report.tokens) {
            self.token(number, token, level);
        }
    }

    fn token(&mut self, number: usize, token: &TokenReport, level: usize) {
        self.numbered(level, "report-token", number);
        self.fenced(&token.compact, "");
        for (title, text) in [
            ("report-header", &token.header),
            ("report-payload", &token.payload),
        ] {
            if let Some(text) = text {
                self.heading(level.saturating_add(1), title);
                self.fenced(text, "json");
            }
        }
        if token.signatures.len() > 1 {
            for signature in &token.signatures {
                self.signature(signature);
            }
            self.text.push('\n');
        }
        if let Some(nested) = &token.nested {
            self.numbered(level.saturating_add(1), "report-inside", number);
            self.report(nested, level.saturating_add(2));
        }
    }

    fn signature(&mut self, signature: &SignatureReport) {
        self.verdict(
            "report-signature",
            signature.state.name(),
            &signature.reason,
        );
    }

    fn redacted(&mut self, report: &Redacted, level: usize) {
        self.verdict("report-structure", state(&report.structure.state), "");
        self.redacted_signature(&report.signature);
        self.verdict(
            "report-claims",
            report.claims.state.name(),
            &report.claims.reason.text,
        );
        self.text.push('\n');
        for line in &report.key {
            self.labelled("report-key", &line.text);
        }
        if let Some(profile) = &report.profile {
            self.labelled("report-kind", &profile.name);
        }
        self.lines("report-faults", &report.structure.faults, level);
        self.diagnoses(&report.diagnosis, level);
        self.warnings(&report.signature.warnings, &report.findings, level);
        self.lines("report-details", &report.claims.details, level);
        self.lines("report-findings", &report.findings, level);
        self.lines("report-notes", &report.notes, level);
        for (number, token) in (1_usize..).zip(&report.tokens) {
            self.redacted_token(number, token, level);
        }
    }

    fn redacted_signature(&mut self, signature: &RedactedSignature) {
        self.verdict(
            "report-signature",
            signature.state.name(),
            &signature.reason.text,
        );
    }

    fn redacted_token(&mut self, number: usize, token: &RedactedToken, level: usize) {
        self.numbered(level, "report-token", number);
        self.members("report-header", &token.header, level.saturating_add(1));
        self.members("report-payload", &token.payload, level.saturating_add(1));
        let parts = token
            .parts
            .iter()
            .map(|(part, size)| format!("{part}: {size}"));
        self.labelled("report-parts", &parts.collect::<Vec<_>>().join(", "));
        if token.signatures.len() > 1 {
            for signature in &token.signatures {
                self.redacted_signature(signature);
            }
            self.text.push('\n');
        }
        if let Some(nested) = &token.nested {
            self.numbered(level.saturating_add(1), "report-inside", number);
            self.redacted(nested, level.saturating_add(2));
        }
    }

    fn members(&mut self, title: &str, members: &[RedactedMember], level: usize) {
        if members.is_empty() {
            return;
        }
        self.heading(level, title);
        let titles = ["report-name", "report-type", "report-value"];
        let titles = titles.map(|title| self.locale.text(title).to_owned());
        self.row(&titles);
        self.text.push_str("| --- | --- | --- |\n");
        for member in members {
            let name = if member.name.is_empty() {
                self.locale.text("report-private-name").to_owned()
            } else {
                member.name.clone()
            };
            let kind = match member.count {
                Some(count) => format!("{} ({count})", member.kind),
                None => member.kind.to_owned(),
            };
            self.row(&[name, kind, member.value.clone().unwrap_or_default()]);
        }
        self.text.push('\n');
    }

    fn row(&mut self, cells: &[String; 3]) {
        for cell in cells {
            self.text.push_str("| ");
            self.text.push_str(&escaped(cell));
            self.text.push(' ');
        }
        self.text.push_str("|\n");
    }

    fn heading(&mut self, level: usize, key: &str) {
        let title = self.locale.text(key).to_owned();
        self.title(level, &title);
    }

    fn numbered(&mut self, level: usize, key: &str, number: usize) {
        let title = self.locale.format(key, &[("number", Fact::from(number))]);
        self.title(level, &title);
    }

    fn title(&mut self, level: usize, title: &str) {
        // CommonMark has six levels.
        self.text.push_str(&"#".repeat(level.clamp(1, 6)));
        self.text.push(' ');
        self.text.push_str(title);
        self.text.push_str("\n\n");
    }

    fn paragraph(&mut self, text: &str) {
        self.text.push_str(&escaped(text));
        self.text.push_str("\n\n");
    }

    fn labelled(&mut self, key: &str, text: &str) {
        let label = self.locale.text(key).to_owned();
        self.text.push_str("**");
        self.text.push_str(&label);
        self.text.push_str(":** ");
        self.paragraph(text);
    }

    /// `- **Claims:** expired. Expired at …`
    fn verdict(&mut self, key: &str, state: &str, reason: &str) {
        let label = self.locale.text(key).to_owned();
        self.text.push_str("- **");
        self.text.push_str(&label);
        self.text.push_str(":** `");
        self.text.push_str(state);
        self.text.push('`');
        if !reason.is_empty() {
            self.text.push(' ');
            self.text.push_str(&escaped(reason));
        }
        self.text.push('\n');
    }

    /// The warnings of the verdict that no finding says with more.
    fn warnings(&mut self, warnings: &[Line], findings: &[Line], level: usize) {
        let is_said = |warning: &Line| {
            let mut findings = findings.iter();
            findings.any(|finding| says_same(&finding.code, &warning.code))
        };
        let rest: Vec<Line> = warnings
            .iter()
            .filter(|one| !is_said(one))
            .cloned()
            .collect();
        self.lines("report-warnings", &rest, level);
    }

    fn lines(&mut self, title: &str, lines: &[Line], level: usize) {
        if lines.is_empty() {
            return;
        }
        self.heading(level, title);
        for line in lines {
            let beside = [&line.advice, &line.basis];
            let beside = beside.into_iter().flatten().map(String::as_str);
            self.item(line.severity.name(), &line.text, beside);
        }
        self.text.push('\n');
    }

    fn diagnoses(&mut self, lines: &[DiagnosisLine], level: usize) {
        if lines.is_empty() {
            return;
        }
        self.heading(level, "report-diagnosis");
        for line in lines {
            self.item(&line.codes.join(" + "), &line.text, [].into_iter());
        }
        self.text.push('\n');
    }

    /// A sentence, and what else there is to say.
    fn item<'t>(&mut self, mark: &str, text: &str, beside: impl Iterator<Item = &'t str>) {
        self.text.push_str("- `");
        self.text.push_str(mark);
        self.text.push_str("` ");
        self.text.push_str(&escaped(text));
        for sentence in beside {
            self.text.push(' ');
            self.text.push_str(&escaped(sentence));
        }
        self.text.push('\n');
    }

    /// A fence that is longer than every run of its characters inside.
    fn fenced(&mut self, text: &str, language: &str) {
        let mut longest = 0_usize;
        let mut run = 0_usize;
        for c in text.chars() {
            run = if c == '`' { run.saturating_add(1) } else { 0 };
            longest = longest.max(run);
        }
        let fence = "`".repeat(longest.saturating_add(1).max(3));
        self.text.push_str(&fence);
        self.text.push_str(language);
        self.text.push('\n');
        self.text.push_str(text);
        if !text.ends_with('\n') {
            self.text.push('\n');
        }
        self.text.push_str(&fence);
        self.text.push_str("\n\n");
    }
}

const fn state(state: &StructureState) -> &'static str {
    match state {
        StructureState::Empty => "empty",
        StructureState::Ok => "ok",
        StructureState::Repaired => "repaired",
        StructureState::Damaged => "damaged",
    }
}

/// Text on one line in which nothing is markup, not even a link.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '!' => {
                out.push('\\');
                out.push(c);
            }
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '@' => out.push_str("&#64;"),
            // `https://` and `www.` make links of their own in many places.
            ':' if characters.peek() == Some(&'/') => out.push_str("&#58;"),
            '\n' | '\r' | '\t' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_becomes_markup() {
        for (text, expected) in [
            ("a_b*c*", "a\\_b\\*c\\*"),
            ("<img src=x>", "&lt;img src=x&gt;"),
            (
                "![x](https://a.example)",
                "\\!\\[x\\](https&#58;//a.example)",
            ),
            ("@everyone", "&#64;everyone"),
            ("a | b\n# c", "a \\| b \\# c"),
            ("a: b", "a: b"),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }

    #[test]
    fn a_fence_is_not_closed_from_inside() {
        let locale = Locale::english();
        let mut page = Page::new(&locale);
        page.fenced("a\n````\nb", "");
        assert_eq!(page.text, "`````\na\n````\nb\n`````\n\n");
    }
}
