//! The self-test: the examples of the RFCs, run in the person's own browser, with a way to see it
//! fail.

use crate::self_test::{Difference, Of, Vector};
use crate::ui::components::icon::{Icon, drawing};
use crate::ui::components::verdicts::no_answer;
use crate::ui::dom::{El, button, el};
use crate::ui::self_testing::{Came, SelfTesting, State};
use crate::ui::session::session;
use crate::ui::state::Memo;
use crate::ui::text::{Speech, speech, t};
use crate::words::visible;
use std::sync::Arc;

/// A value longer than this many characters is cut where it is shown.
const LONGEST: usize = 160;

/// How many vectors came to what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counts {
    all: usize,
    left_out: usize,
    passed: usize,
    failed: usize,
}

impl Counts {
    fn of<'a>(came: impl Iterator<Item = &'a Came>) -> Counts {
        let mut counts = Counts::default();
        for one in came {
            let count = match one {
                Came::Waiting => None,
                Came::Left => Some(&mut counts.left_out),
                Came::Passed => Some(&mut counts.passed),
                Came::Failed(_) | Came::NoAnswer(_) => Some(&mut counts.failed),
            };
            if let Some(count) = count {
                *count = count.saturating_add(1);
            }
            counts.all = counts.all.saturating_add(1);
        }
        counts
    }

    fn ran(self) -> usize {
        self.passed.saturating_add(self.failed)
    }

    fn waiting(self) -> usize {
        self.all
            .saturating_sub(self.ran())
            .saturating_sub(self.left_out)
    }
}

/// See the module. It is drawn when its texts are there.
pub fn self_test() -> El {
    let speech = speech();
    let testing = SelfTesting::new(session());
    el("div", "self-test").child(move || speech.is_complete().then(|| screen(testing, speech)))
}

fn screen(testing: SelfTesting, speech: Speech) -> El {
    let counts = Memo::new(move |_| testing.came.with(|came| Counts::of(came.iter())));
    let is_busy = move || testing.is_busy();
    let start = button("button-primary", move || testing.start(false))
        .test("self-test-start")
        .attr("disabled", is_busy)
        .child(t("self-test-start"));
    let change = button("", move || testing.start(true))
        .test("self-test-change")
        .attr("disabled", is_busy)
        .attr("aria-describedby", "self-test-change-hint")
        .child(t("self-test-change"));
    let cancel = button("button-quiet", move || testing.cancel())
        .test("self-test-cancel")
        .attr("disabled", move || !testing.is_busy())
        .child(t("cancel"));
    let verdict = Memo::new(move |_| verdict(testing, counts.get()));
    let icon = move || match verdict.get() {
        "passed" | "noticed" => Icon::Check,
        "failed" | "unnoticed" | "missing" => Icon::Cross,
        "running" | "loading" => Icon::Busy,
        _ => Icon::Nothing,
    };
    let says = el("p", "self-test-says")
        .test("self-test-says")
        .attr("role", "status")
        .child(move || sentence(verdict.get(), testing, counts.get(), speech));
    let summary = el("div", "self-test-summary")
        .child(drawing(icon))
        .child(says);
    el("section", "panel self-test-panel")
        .test("self-test")
        .attr("data-state", move || verdict.get())
        .attr("data-count", move || counts.get().all.to_string())
        .attr("data-passed", move || counts.get().passed.to_string())
        .attr("data-failed", move || counts.get().failed.to_string())
        .attr("data-left-out", move || counts.get().left_out.to_string())
        .child(el("h2", "panel-title").child(t("self-test-title")))
        .child(el("p", "learn-list-lead").child(t("self-test-lead")))
        .child(
            el("div", "button-row")
                .child(start)
                .child(change)
                .child(cancel),
        )
        .child(
            el("p", "hint")
                .attr("id", "self-test-change-hint")
                .child(t("self-test-change-hint")),
        )
        .child(summary)
        .child(move || groups(testing, &testing.vectors.get()))
}

/// `data-state`.
fn verdict(testing: SelfTesting, counts: Counts) -> &'static str {
    match (testing.state.get(), testing.is_changed.get()) {
        (State::Idle, _) => "idle",
        (State::Loading, _) => "loading",
        (State::Running, _) => "running",
        (State::Cancelled, _) => "cancelled",
        (State::Missing, _) => "missing",
        (State::Done, false) if counts.failed == 0 => "passed",
        (State::Done, false) => "failed",
        (State::Done, true) if counts.passed == 0 => "noticed",
        (State::Done, true) => "unnoticed",
    }
}

fn sentence(state: &str, testing: SelfTesting, counts: Counts, speech: Speech) -> String {
    let is_changed = testing.is_changed.get();
    let count = match is_changed {
        true => counts.all.saturating_sub(counts.left_out),
        false => counts.all,
    };
    let facts = [
        ("ran", counts.ran().into()),
        ("count", count.into()),
        ("passed", counts.passed.into()),
        ("failed", counts.failed.into()),
        ("left", counts.left_out.into()),
        ("ms", u64::from(testing.took.get()).into()),
    ];
    speech.format(&format!("self-test-{state}"), &facts)
}

/// The vectors by RFC.
fn groups(testing: SelfTesting, vectors: &Arc<Vec<Vector>>) -> Vec<El> {
    let mut names: Vec<&str> = Vec::new();
    for vector in vectors.iter() {
        if !names.contains(&vector.group.as_str()) {
            names.push(&vector.group);
        }
    }
    let group = |name: &&str| group(testing, vectors, name);
    names.iter().map(group).collect()
}

fn group(testing: SelfTesting, vectors: &Arc<Vec<Vector>>, name: &str) -> El {
    let speech = speech();
    let of_group = vectors.iter().enumerate();
    let of_group = of_group.filter(|(_, vector)| vector.group == name);
    let rows: Vec<El> = of_group
        .clone()
        .map(|(at, vector)| row(testing, at, vector))
        .collect();
    let own: Vec<usize> = of_group.map(|(at, _)| at).collect();
    let counts = Memo::new(move |_| {
        let of_own = |came: &Vec<Came>| Counts::of(own.iter().filter_map(|at| came.get(*at)));
        testing.came.with(of_own)
    });
    let name = name.to_owned();
    let said = {
        let name = name.clone();
        move || {
            let counts = counts.get();
            let facts = [
                ("name", name.clone().into()),
                ("passed", counts.passed.into()),
                ("failed", counts.failed.into()),
                ("left", counts.waiting().into()),
            ];
            speech.format("self-test-group", &facts)
        }
    };
    el("details", "fold self-test-group")
        .test("self-test-group")
        .attr("data-group", name)
        .attr("open", move || counts.get().failed > 0)
        .child(el("summary", "fold-head").child(said))
        .child(el("ul", "self-test-rows").child(rows))
}

fn row(testing: SelfTesting, at: usize, vector: &Vector) -> El {
    let speech = speech();
    let came = Memo::new(move |_| {
        let came = testing.came.with(|all| all.get(at).cloned());
        came.unwrap_or(Came::Waiting)
    });
    let state = move || {
        came.with(|came| match came {
            Came::Waiting => "waiting",
            Came::Left => "left",
            Came::Passed => "passed",
            Came::Failed(_) | Came::NoAnswer(_) => "failed",
        })
    };
    let icon = move || match state() {
        "passed" => Icon::Check,
        "failed" => Icon::Cross,
        _ => Icon::Nothing,
    };
    let why = move || {
        came.with(|came| match came {
            Came::Failed(difference) => Some(difference_said(difference, speech)),
            Came::NoAnswer(failure) => {
                let reason = no_answer(failure, speech).into();
                Some(speech.format("self-test-no-answer", &[("reason", reason)]))
            }
            _ => None,
        })
    };
    let why = move || why().map(|why| el("p", "self-test-why").test("self-test-why").child(why));
    let head = el("p", "self-test-name")
        .child(
            el("span", "")
                .attr("translate", "no")
                .child(vector.name.as_str()),
        )
        .child(" ")
        .child(
            el("span", "self-test-source")
                .attr("translate", "no")
                .child(vector.source.as_str()),
        );
    let word = move || speech.text(&format!("self-test-row-{}", state()));
    el("li", "self-test-row")
        .test("self-test-row")
        .attr("data-state", state)
        .attr("data-name", vector.name.as_str())
        .child(drawing(icon))
        .child(el("div", "").child(head).child(why))
        .child(el("span", "self-test-word").child(word))
}

fn difference_said(difference: &Difference, speech: Speech) -> String {
    let name = match difference.of {
        Of::Verdict => "verdict",
        Of::Text => "text",
        Of::Token => "token",
        Of::Keys => "keys",
        Of::Claims => "claims",
        Of::Binding => "binding",
    };
    let value = |text: &str| {
        let word = match difference.of {
            Of::Verdict | Of::Binding => speech.find(&format!("signature-word-{text}")),
            _ => None,
        };
        word.unwrap_or_else(|| cut(text))
    };
    let facts = [
        ("expected", value(&difference.expected).into()),
        ("found", value(&difference.found).into()),
    ];
    let said = speech.format(&format!("self-test-of-{name}"), &facts);
    match &difference.reason {
        Some(reason) => format!("{said} {}", speech.say(reason)),
        None => said,
    }
}

fn cut(text: &str) -> String {
    let shown: String = text.chars().take(LONGEST).collect();
    let mut shown = visible(&shown).into_owned();
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}
