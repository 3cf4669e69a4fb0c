//! Trying known secrets, on request: how far it is, how to end it, what came of it.

use super::icon::{Icon, fixed};
use super::prose::paragraph;
use crate::browser::bridge::{Failure, Purpose};
use crate::browser::{file, own_file};
use crate::checks;
use crate::diagnostic::Severity;
use crate::inspect::{Inspection, Token};
use crate::job::{Job, JobOutcome};
use crate::jose::algorithms::{Scheme, signature_algorithm};
use crate::secret::Secret;
use crate::ui::dom::{El, button, el};
use crate::ui::session::{Session, session};
use crate::ui::state::{Memo, RwSignal};
use crate::ui::text::{Speech, speech, t};
use crate::ui::words_source::{Words, slice_bytes};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use web_sys::Blob;

/// Bytes that are read of a file at once.
const PIECE: f64 = 262_144.0;

/// How far the search is.
#[derive(Clone, PartialEq, Eq)]
enum State {
    Idle,
    Running { tried: usize },
    Found(Secret<String>),
    Absent { tried: usize },
    Failed,
}

/// A search, and the token that it is for.
#[derive(Clone, PartialEq)]
struct Search {
    of: (Arc<Inspection>, usize),
    number: u32,
    state: State,
}

/// Where words come from.
struct Source {
    words: Words,
    /// The file, and how much of it was read.
    file: Option<(Blob, f64)>,
}

#[derive(Clone, Copy)]
struct Guessing {
    session: Session,
    search: RwSignal<Option<Search>>,
}

/// See the module.
pub fn guess() -> El {
    let (session, speech) = (session(), speech());
    let guessing = Guessing {
        session,
        search: RwSignal::new(None),
    };
    let has_hmac = Memo::new(move |_| {
        session.inspection.with(|inspection| {
            let token = inspection.tokens.get(session.token.get());
            token.is_some_and(is_hmac)
        })
    });
    let state = Memo::new(move |_| {
        let current = (session.inspection.get(), session.token.get());
        guessing.search.with(|search| match search {
            Some(search) if search.of == current => search.state.clone(),
            _ => State::Idle,
        })
    });
    let is_running = move || state.with(|state| matches!(state, State::Running { .. }));
    let start = button("button-small", move || guessing.known())
        .test("guess-start")
        .hidden(is_running)
        .child(t("guess-start"));
    let chooser = el("input", "offscreen")
        .attr("type", "file")
        .attr("accept", "text/plain,.txt,.lst")
        .test("guess-file")
        .on("change", move |event| {
            if let Some(file) = file::chosen(event) {
                guessing.file(file.into());
            }
        });
    let open = el("label", "button button-small file-open")
        .hidden(is_running)
        .child(chooser)
        .child(el("span", "").child(t("guess-open")));
    let cancel = button("button-small", move || guessing.cancel())
        .test("guess-cancel")
        .hidden(move || !is_running())
        .child(t("cancel"));
    let says = move || {
        let count = |key: &str, tried: usize| speech.format(key, &[("count", tried.into())]);
        match state.get() {
            State::Idle | State::Found(_) => String::new(),
            State::Running { tried } => count("guess-running", tried),
            State::Absent { tried } => count("guess-none", tried),
            State::Failed => speech.text("guess-failed"),
        }
    };
    let found = move || match state.get() {
        State::Found(word) => Some(finding(&word, session, speech)),
        _ => None,
    };
    el("section", "panel guess")
        .test("guess")
        .hidden(move || !has_hmac.get())
        .attr("data-state", move || {
            state.with(|state| match state {
                State::Idle => "idle",
                State::Running { .. } => "running",
                State::Found(_) => "found",
                State::Absent { .. } => "none",
                State::Failed => "failed",
            })
        })
        .child(el("h2", "panel-title").child(t("guess-title")))
        .child(el("p", "hint").child(t("guess-hint")))
        .child(
            el("div", "button-row")
                .child(start)
                .child(open)
                .child(cancel),
        )
        .child(el("p", "guess-says").attr("role", "status").child(says))
        .child(el("ul", "finding-list").child(found))
}

fn is_hmac(token: &Token) -> bool {
    let alg = token.header().and_then(|header| header.get("alg"));
    let row = alg.and_then(|alg| signature_algorithm(&alg.text()?));
    row.is_some_and(|row| matches!(row.scheme, Scheme::Hmac(_)))
}

fn finding(word: &Secret<String>, session: Session, speech: Speech) -> El {
    let is_empty = word.expose().is_empty();
    let said = match is_empty {
        true => checks::secret_empty(),
        false => checks::secret_guessed(),
    };
    let shown = crate::words::visible(word.expose()).into_owned();
    let used = word.clone();
    let use_it = button("button-small", move || {
        session.set_key(used.expose().clone());
    })
    .test("guess-use")
    .child(speech.text("guess-use"));
    let sentence = el("p", "")
        .child(el("span", "finding-word").child(speech.text("severity-danger")))
        .child(" ")
        .child(speech.say(&said));
    let sentence = match is_empty {
        true => sentence,
        false => sentence
            .child(" ")
            .child(speech.text("guess-word"))
            .child(" ")
            .child(el("code", "").attr("translate", "no").child(shown)),
    };
    let advice = speech.attribute(&said, "advice");
    let basis = checks::basis(&said);
    let basis = basis.map(|basis| el("p", "finding-basis").child(speech.say(&basis)));
    el("li", "finding")
        .test("finding")
        .attr("data-code", &*said.code)
        .attr("data-severity", Severity::Danger.name())
        .attr("data-certainty", checks::certainty(&said))
        .child(fixed(Icon::of(Severity::Danger)))
        .child(
            el("div", "")
                .child(sentence)
                .child(advice.map(|advice| paragraph("advice", advice)))
                .child(basis)
                // An empty key box means that there is no key.
                .child((!is_empty).then_some(use_it)),
        )
}

impl Guessing {
    /// Tries the list that is part of the build.
    fn known(self) {
        let number = self.begin();
        own_file::read("secrets", move |words| match words {
            Some(text) => {
                let mut words = Words::default();
                words.add(text.as_bytes());
                let source = Source { words, file: None };
                self.go_on(number, Rc::new(RefCell::new(source)), 0);
            }
            None => self.end(number, State::Failed),
        });
    }

    /// Tries a list that the person opened.
    fn file(self, file: Blob) {
        let number = self.begin();
        let source = Source {
            words: Words::default(),
            file: Some((file, 0.0)),
        };
        self.go_on(number, Rc::new(RefCell::new(source)), 0);
    }

    fn begin(self) -> u32 {
        let number = self.search.with_untracked(|search| {
            let number = search.as_ref().map_or(0, |search| search.number);
            number.wrapping_add(1)
        });
        let inspection = self.session.inspection.get_untracked();
        self.search.set(Some(Search {
            of: (inspection, self.session.token.get_untracked()),
            number,
            state: State::Running { tried: 0 },
        }));
        number
    }

    fn cancel(self) {
        self.session.forget(Purpose::Guess);
        self.search.set(None);
    }

    /// Whether the search of this number still goes on, for the token that is looked at.
    fn is_current(self, number: u32) -> bool {
        let current = (
            self.session.inspection.get_untracked(),
            self.session.token.get_untracked(),
        );
        self.search.with_untracked(|search| {
            let search = search.as_ref();
            search.is_some_and(|search| search.number == number && search.of == current)
        })
    }

    fn end(self, number: u32, state: State) {
        if self.is_current(number) {
            self.search.update(|search| {
                if let Some(search) = search {
                    search.state = state;
                }
            });
        }
    }

    /// Tries the next slice; when there is none, reads on.
    fn go_on(self, number: u32, source: Rc<RefCell<Source>>, tried: usize) {
        if !self.is_current(number) {
            return;
        }
        let (paste, token) = self.session.inspection.with_untracked(|inspection| {
            (inspection.paste.clone(), self.session.token.get_untracked())
        });
        let (slice, unread) = {
            let mut source = source.borrow_mut();
            let unread = source
                .file
                .as_ref()
                .filter(|(file, read)| *read < file.size())
                .map(|(file, read)| (file.clone(), *read));
            let most = slice_bytes(paste.len());
            (source.words.next(most, unread.is_none()), unread)
        };
        let Some(words) = slice else {
            let Some((file, from)) = unread else {
                return self.end(number, State::Absent { tried });
            };
            file::read_piece(&file, from, from + PIECE, move |bytes| match bytes {
                Some(bytes) => {
                    {
                        let mut source = source.borrow_mut();
                        source.words.add(&bytes);
                        if let Some((_, read)) = &mut source.file {
                            *read = from + PIECE;
                        }
                    }
                    self.go_on(number, source, tried);
                }
                None => self.end(number, State::Failed),
            });
            return;
        };
        let tried = tried.saturating_add(words.lines().count());
        let job = Job::Guess {
            paste,
            token,
            words,
        };
        let answer = move |outcome: Result<JobOutcome, Failure>| match outcome {
            Ok(JobOutcome::Guessed(Some(word))) => {
                if self.is_current(number) {
                    let inspection = self.session.inspection.get_untracked();
                    let guessed = (inspection, token, word.clone());
                    self.session.guessed.set(Some(guessed));
                }
                self.end(number, State::Found(word));
            }
            Ok(JobOutcome::Guessed(None)) => {
                self.end(number, State::Running { tried });
                self.go_on(number, source, tried);
            }
            Ok(_) | Err(_) => self.end(number, State::Failed),
        };
        self.session.ask(Purpose::Guess, job, answer);
    }
}
