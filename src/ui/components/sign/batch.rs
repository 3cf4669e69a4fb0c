//! Many tokens from a table: progress, cancel, and the tokens as a file, one a line. The worker
//! gets the table slice by slice, each so large that it takes a moment.

use crate::browser::bridge::{Failure, Purpose};
use crate::browser::{clock, file};
use crate::diagnostic::Diagnostic;
use crate::job::{BatchPart, Batched, Draft, Job, JobOutcome, TableHead};
use crate::ui::components::copy_button::copy_button;
use crate::ui::components::text_area::{control, text_area};
use crate::ui::components::verdicts::no_answer;
use crate::ui::dom::{El, button, el};
use crate::ui::session::{Session, session};
use crate::ui::signing::signing;
use crate::ui::state::RwSignal;
use crate::ui::text::{Speech, speech, t};
use std::sync::Arc;

/// Rows of the first slice; the next ones follow from how long it took.
const FIRST_SLICE: usize = 8;
const LARGEST_SLICE: usize = 2_000;
/// Milliseconds that a slice should take: one can wait for it to end, and sees that it goes on.
const SLICE_TIME: f64 = 150.0;
/// Tokens that are drawn; the file holds all.
const SHOWN_TOKENS: usize = 5;
/// Rows without a token that are named; the others are counted.
const SHOWN_FAILURES: usize = 10;

/// Where a batch is. Cheap to clone.
#[derive(Clone)]
struct Run {
    draft: Arc<Draft>,
    table: Arc<str>,
    /// Bytes of the table that were read.
    at: usize,
    line: usize,
    head: Option<TableHead>,
    slice: usize,
    rows: usize,
    /// One a row, in order; empty where a row gave none.
    tokens: Vec<Arc<Vec<String>>>,
    failures: usize,
    failed: Vec<Failed>,
    state: State,
}

/// A row without a token.
#[derive(Clone)]
struct Failed {
    /// From 1, the line of names not counted.
    row: usize,
    line: usize,
    why: Diagnostic,
}

#[derive(Clone)]
enum State {
    Running,
    Done,
    Cancelled,
    Refused(Diagnostic),
    NoAnswer(Failure),
}

#[derive(Clone, Copy)]
struct Batch {
    session: Session,
    speech: Speech,
    table: RwSignal<String>,
    run: RwSignal<Option<Run>>,
}

/// See the module.
pub fn batch() -> El {
    let batch = Batch {
        session: session(),
        speech: speech(),
        table: RwSignal::new(String::new()),
        run: RwSignal::new(None),
    };
    let area = text_area(
        control("batch-table", "batch-table").placeholder("batch-placeholder"),
        "5",
        move || batch.table.get(),
        move |text| batch.table.set(text),
    );
    let body = el("div", "fold-body")
        .child(el("p", "hint").child(t("batch-hint")))
        .child(area)
        .child(batch.act())
        .child(batch.says())
        .child(batch.results());
    let fold = el("details", "fold")
        .test("batch")
        .child(el("summary", "fold-head").child(t("batch-title")))
        .child(body);
    el("section", "panel sign-batch").child(fold)
}

impl Batch {
    fn is_running(self) -> bool {
        self.run
            .with(|run| matches!(run, Some(run) if matches!(run.state, State::Running)))
    }

    fn act(self) -> El {
        let signing = signing();
        let start = button("button-primary", move || {
            if let Some(draft) = signing.draft.get_untracked() {
                self.start(draft);
            }
        })
        .test("batch-make")
        .attr("disabled", move || {
            let is_empty = self.table.with(String::is_empty);
            self.is_running() || is_empty || signing.draft.with(Option::is_none)
        })
        .child(t("batch-make"));
        let cancel = button("", move || self.cancel())
            .test("batch-cancel")
            .hidden(move || !self.is_running())
            .child(t("cancel"));
        let number = move |of: fn(&Run) -> usize| {
            let number = self.run.with(|run| run.as_ref().map_or(0, of));
            number.to_string()
        };
        let bar = el("progress", "keys-progress")
            .attr("aria-label", t("batch-progress"))
            .attr("max", move || number(|run| run.table.len().max(1)))
            .attr("value", move || number(|run| run.at))
            .hidden(move || !self.is_running());
        let chooser = el("input", "offscreen")
            .attr("type", "file")
            .attr("accept", "text/csv,.csv,.tsv,.txt,.json,.jsonl,.ndjson")
            .test("batch-file")
            .on("change", move |event| {
                if let Some(chosen) = file::chosen(event) {
                    file::read(&chosen, move |text| {
                        self.table.set(text.unwrap_or_default());
                    });
                }
            });
        let open = el("label", "button file-open")
            .hidden(move || self.is_running())
            .child(chooser)
            .child(el("span", "").child(t("batch-open")));
        el("div", "keys-act").child([start, open, cancel, bar])
    }

    fn says(self) -> [El; 2] {
        let says = move || {
            let (key, rows, made) = self.run.with(|run| {
                let run = run.as_ref()?;
                let key = match run.state {
                    State::Running => "batch-running",
                    State::Done => "batch-done",
                    State::Cancelled => "batch-cancelled",
                    State::Refused(_) | State::NoAnswer(_) => return None,
                };
                Some((key, run.rows, run.rows.saturating_sub(run.failures)))
            })?;
            let facts = [("count", made.into()), ("total", rows.into())];
            Some(self.speech.format(key, &facts))
        };
        let trouble = move || {
            self.run
                .with(|run| match run.as_ref().map(|run| &run.state) {
                    Some(State::Refused(why)) => Some(self.speech.say(why)),
                    Some(State::NoAnswer(failure)) => Some(no_answer(failure, self.speech)),
                    _ => None,
                })
        };
        [
            el("p", "hint")
                .test("batch-says")
                .attr("role", "status")
                .child(says),
            el("p", "sign-error keys-trouble")
                .test("batch-trouble")
                .attr("role", "alert")
                .child(trouble),
        ]
    }

    fn results(self) -> [El; 3] {
        let failures = move || {
            let (failed, more) = self.run.with(|run| {
                let run = run.as_ref()?;
                let more = run.failures.saturating_sub(run.failed.len());
                Some((run.failed.clone(), more))
            })?;
            let mut rows: Vec<El> = failed
                .iter()
                .map(|failed| el("li", "").child(self.name(failed)))
                .collect();
            if more > 0 {
                let facts = [("count", more.into())];
                let text = self.speech.format("batch-more-failed", &facts);
                rows.push(el("li", "").child(text));
            }
            Some(rows)
        };
        let none = move || {
            self.run.with(|run| {
                run.as_ref()
                    .is_none_or(|run| run.rows == run.failures || self.is_running())
            })
        };
        let all = move || self.run.with(|run| run.as_ref().map(Run::text));
        let taken = el("div", "button-row")
            .hidden(none)
            .child(copy_button("batch-copy", move || all().unwrap_or_default()))
            .child(
                button("button-quiet", move || {
                    file::save("tokens.txt", "text/plain", &all().unwrap_or_default());
                })
                .test("batch-save")
                .child(t("batch-save")),
            );
        let first = move || {
            self.run.with(|run| {
                let tokens = run.iter().flat_map(|run| run.tokens.iter());
                let made = tokens.flat_map(|part| part.iter());
                let made = made.filter(|token| !token.is_empty());
                let first: Vec<&str> = made.take(SHOWN_TOKENS).map(String::as_str).collect();
                first.join("\n")
            })
        };
        let first = el("pre", "text-block-text")
            .id("batch-tokens")
            .attr("tabindex", "0")
            .attr("role", "region")
            .attr("aria-label", t("batch-tokens"))
            .attr("translate", "no")
            .hidden(none)
            .child(first);
        let failures = el("ul", "batch-failures")
            .test("batch-failures")
            .child(failures);
        [failures, taken, first]
    }

    fn name(self, failed: &Failed) -> String {
        let facts = [
            ("number", failed.row.into()),
            ("line", failed.line.into()),
            ("why", self.speech.say(&failed.why).into()),
        ];
        self.speech.format("batch-failed", &facts)
    }

    fn start(self, draft: Arc<Draft>) {
        self.go_on(Run {
            draft,
            table: self.table.get_untracked().into(),
            at: 0,
            line: 1,
            head: None,
            slice: FIRST_SLICE,
            rows: 0,
            tokens: Vec::new(),
            failures: 0,
            failed: Vec::new(),
            state: State::Running,
        });
    }

    fn cancel(self) {
        self.session.forget(Purpose::Batch);
        self.end(State::Cancelled);
    }

    fn end(self, state: State) {
        self.run.update(|run| {
            if let Some(run) = run {
                run.state = state;
            }
        });
    }

    fn go_on(self, run: Run) {
        let job = Job::Batch(Box::new(BatchPart {
            draft: (*run.draft).clone(),
            rest: run.table.get(run.at..).unwrap_or_default().to_owned(),
            head: run.head.clone(),
            line: run.line,
            count: run.slice,
        }));
        self.run.set(Some(run.clone()));
        let started = clock::stopwatch();
        self.session
            .ask_long(Purpose::Batch, job, move |outcome| match outcome {
                Ok(JobOutcome::Batched(Ok(part))) => {
                    let run = run.with(part, clock::stopwatch() - started);
                    match run.state {
                        State::Running => self.go_on(run),
                        _ => self.run.set(Some(run)),
                    }
                }
                Ok(JobOutcome::Batched(Err(why))) => self.end(State::Refused(why)),
                Ok(_) => self.end(State::NoAnswer(Failure::Stopped(String::new()))),
                Err(failure) => self.end(State::NoAnswer(failure)),
            });
    }
}

impl Run {
    /// With what became of its next rows, which took `milliseconds`.
    fn with(mut self, part: Batched, milliseconds: f64) -> Run {
        let count = part.rows.len();
        let mut tokens = Vec::with_capacity(count);
        for row in part.rows {
            self.rows = self.rows.saturating_add(1);
            tokens.push(row.token.unwrap_or_else(|why| {
                self.failures = self.failures.saturating_add(1);
                if self.failed.len() < SHOWN_FAILURES {
                    self.failed.push(Failed {
                        row: self.rows,
                        line: row.line,
                        why,
                    });
                }
                String::new()
            }));
        }
        self.tokens.push(Arc::new(tokens));
        let is_over = count < self.slice;
        self.slice = match milliseconds < SLICE_TIME {
            true => self.slice.saturating_mul(2).min(LARGEST_SLICE),
            false => (self.slice / 2).max(1),
        };
        self.at = self.at.saturating_add(part.read);
        (self.head, self.line) = (part.head, part.line);
        if is_over || self.at >= self.table.len() {
            self.state = match self.rows {
                0 => State::Refused(Diagnostic::danger("batch-empty")),
                _ => State::Done,
            };
        }
        self
    }

    /// A line a row.
    fn text(&self) -> String {
        let mut text = String::new();
        for token in self.tokens.iter().flat_map(|part| part.iter()) {
            text.push_str(token);
            text.push('\n');
        }
        text
    }
}
