//! Which lesson is under way, how far, and what of it is done. A lesson fills the fields of the
//! real screens, which are given back as they were when it ends; the worker says when a step is
//! done. Kept in the page; stored only if the person asks for it.

mod attacks;
mod borrowed;
mod fields;
mod gallery;
mod sets;

use crate::browser::bridge::Purpose;
use crate::browser::page::{self, Preference};
use crate::browser::{address, clock};
use crate::job::{Job, JobOutcome};
use crate::learn::{Desk, Prepared, PreparedStep, Put, Situation};
use crate::ui::deep_link::Screen;
use crate::ui::session::Session;
use crate::ui::signing::Signing;
use crate::ui::state::{Memo, RwSignal, effect};
use crate::ui::text::Speech;
pub use attacks::{Attacks, token_here};
pub use borrowed::Borrowed;
pub use gallery::{Gallery, sentence};
use leptos::prelude::expect_context;
pub use sets::Sets;
use std::sync::Arc;

/// The state of Learn. All copies are the same.
#[derive(Clone, Copy)]
pub struct Learning {
    /// The lesson under way.
    pub lesson: RwSignal<Option<Arc<Prepared>>>,
    /// Its step, from 0.
    pub step: RwSignal<usize>,
    /// Tasks that are done, of the lesson under way.
    pub done: RwSignal<Vec<usize>>,
    /// Lessons that were finished.
    pub finished: RwSignal<Vec<String>>,
    /// Whether the hint is shown.
    pub hints: RwSignal<bool>,
    /// Whether the finished ones are stored.
    pub remembers: RwSignal<bool>,
    /// The attack lab.
    pub attacks: Attacks,
    /// The gallery of broken tokens.
    pub gallery: Gallery,
    /// The exercise set that a link brought.
    pub sets: Sets,
    /// What stood on the screens before.
    pub borrowed: Borrowed,
    /// What stands in the fields, while a step asks for something.
    situation: Memo<Option<Arc<Asked>>>,
    /// What the worker spoke of last.
    answer: RwSignal<Option<Arc<Asked>>>,
}

/// A step and what the person made for it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Asked {
    lesson: String,
    step: usize,
    situation: Situation,
}

impl Learning {
    /// No lesson, and what was stored earlier.
    pub fn new(session: Session, signing: Signing) -> Self {
        let stored = page::remembered(Preference::Lessons);
        let finished = stored.as_deref().unwrap_or_default().split(' ');
        let finished = finished.filter(|id| !id.is_empty()).map(str::to_owned);
        let lesson = RwSignal::new(None::<Arc<Prepared>>);
        let step = RwSignal::new(0);
        let done = RwSignal::new(Vec::new());
        let situation = Memo::new(move |_| {
            let lesson = lesson.get()?;
            let step = step.get();
            let is_open =
                lesson.steps.get(step)?.is_task && !done.with(|done| done.contains(&step));
            is_open.then(|| {
                Arc::new(Asked {
                    lesson: lesson.id.clone(),
                    step,
                    situation: fields::situation(session, signing),
                })
            })
        });
        Learning {
            lesson,
            step,
            done,
            finished: RwSignal::new(finished.collect()),
            hints: RwSignal::new(false),
            remembers: RwSignal::new(stored.is_some()),
            attacks: Attacks::new(),
            gallery: Gallery::new(),
            sets: Sets::new(),
            borrowed: Borrowed::new(),
            situation,
            answer: RwSignal::new(None),
        }
    }

    /// Whether a lesson is under way.
    pub fn is_open(self) -> bool {
        self.lesson.with(Option::is_some)
    }

    /// Begins a lesson, at its first step.
    pub fn begin(self, session: Session, signing: Signing, id: &str) {
        self.prepare(session, signing, id.to_owned(), 0);
    }

    /// Fills the fields again as this step wants them, with fresh times.
    pub fn again(self, session: Session, signing: Signing) {
        if let Some(lesson) = self.lesson.get_untracked() {
            self.prepare(
                session,
                signing,
                lesson.id.clone(),
                self.step.get_untracked(),
            );
        }
    }

    fn prepare(self, session: Session, signing: Signing, lesson: String, step: usize) {
        let job = Job::Prepare {
            lesson,
            clock: clock::now(),
            random: page::random(),
        };
        session.ask(Purpose::Prepare, job, move |outcome| {
            let Ok(JobOutcome::Prepared(Some(prepared))) = outcome else {
                return;
            };
            let steps = prepared.steps.iter().take(step.saturating_add(1));
            let puts: Vec<Put> = steps.flat_map(|step| step.puts.clone()).collect();
            let is_new = step == 0;
            self.borrow_screens(session, signing);
            self.lesson.set(Some(Arc::new(*prepared)));
            if is_new {
                self.done.set(Vec::new());
            }
            self.turn_to(session, signing, step, &puts);
        });
    }

    /// The step as it is now.
    pub fn current(self) -> Option<PreparedStep> {
        let step = self.step.get();
        self.lesson
            .with(|lesson| lesson.as_ref()?.steps.get(step).cloned())
    }

    /// Whether the step asks for nothing, or has what it asks for.
    pub fn may_go_on(self) -> bool {
        let step = self.step.get();
        let is_task = self.current().is_some_and(|step| step.is_task);
        !is_task || self.done.with(|done| done.contains(&step))
    }

    /// Whether what stands in the fields now was looked at.
    pub fn is_judged(self) -> bool {
        let asked = self.situation.get();
        self.answer.with(|answer| answer.as_ref() == asked.as_ref())
    }

    /// How many steps there are.
    pub fn length(self) -> usize {
        self.lesson
            .with(|lesson| lesson.as_ref().map_or(0, |lesson| lesson.steps.len()))
    }

    /// Goes on. After the last step the lesson is over; it counts as finished when all that it
    /// asked for was done.
    pub fn next(self, session: Session, signing: Signing) {
        let Some(lesson) = self.lesson.get_untracked() else {
            return;
        };
        let next = self.step.get_untracked().saturating_add(1);
        match lesson.steps.get(next) {
            Some(step) => self.turn_to(session, signing, next, &step.puts),
            None => {
                self.finish(&lesson);
                self.close(session, signing);
            }
        }
    }

    /// Goes back and reads again; the fields stay as they are.
    pub fn back(self, session: Session, signing: Signing) {
        let step = self.step.get_untracked().saturating_sub(1);
        self.turn_to(session, signing, step, &[]);
    }

    /// Leaves the lesson; the screens are as they were before it.
    pub fn close(self, session: Session, signing: Signing) {
        self.give_screens_back(session, signing);
        address::go(Screen::Learn.fragment());
    }

    /// Ends what is under way, keeps what the person has on the screens, and empties them.
    fn borrow_screens(self, session: Session, signing: Signing) {
        self.end();
        self.borrowed.take(session, signing);
        fields::clear(session, signing);
        // A card far down the list was pressed.
        page::to_top();
    }

    /// Ends what is under way and puts back what the person had.
    fn give_screens_back(self, session: Session, signing: Signing) {
        self.end();
        self.borrowed.give_back(session, signing);
    }

    fn end(self) {
        self.lesson.set(None);
        self.attacks.under_way.set(None);
        self.gallery.at.set(None);
        self.sets.task.set(None);
    }

    /// Stores what is finished, or forgets it.
    pub fn remember(self, is_wanted: bool) {
        self.remembers.set(is_wanted);
        self.store();
    }

    fn store(self) {
        // One space more than names: nothing finished is remembered too.
        let finished = self.finished.get_untracked().join(" ");
        let wanted = self.remembers.get_untracked();
        let choice = if wanted {
            format!("{finished} ")
        } else {
            String::new()
        };
        page::remember(Preference::Lessons, &choice);
    }

    fn finish(self, lesson: &Prepared) {
        let done = self.done.get_untracked();
        let mut tasks = lesson.steps.iter().enumerate();
        if tasks.any(|(index, step)| step.is_task && !done.contains(&index)) {
            return;
        }
        self.finish_named(lesson.id.clone());
    }

    fn finish_named(self, name: String) {
        let mut finished = self.finished.get_untracked();
        if !finished.contains(&name) {
            finished.push(name);
        }
        self.finished.set(finished);
        self.store();
    }

    fn turn_to(self, session: Session, signing: Signing, step: usize, puts: &[Put]) {
        self.hints.set(false);
        self.step.set(step);
        for put in puts {
            fields::fill(session, signing, put);
        }
        let desk = self.lesson.with_untracked(|lesson| {
            let step = lesson.as_ref()?.steps.get(step)?;
            Some(step.desk)
        });
        let screen = fields::screen(desk.unwrap_or(Desk::Inspect));
        address::go(screen.fragment());
        page::focus_in_place("lesson-text");
    }
}

/// Asks the worker whether the step is done, whenever what the person made has changed; loads the
/// texts when Learn is opened. There the address is that of the given set, so that a reload brings
/// it again and nothing is stored.
pub fn follow(session: Session, speech: Speech, learning: Learning) {
    effect(move || {
        if session.screen.get() == Screen::Learn {
            speech.learn();
            learning.sets.address.with(|set| {
                if !set.is_empty() {
                    address::replace(set);
                }
            });
        }
    });
    effect(move || {
        let Some(asked) = learning.situation.get() else {
            session.forget(Purpose::Study);
            return;
        };
        let job = Job::Study {
            lesson: asked.lesson.clone(),
            step: asked.step,
            situation: Box::new(asked.situation.clone()),
        };
        session.ask(Purpose::Study, job, move |outcome| {
            let is_done = matches!(outcome, Ok(JobOutcome::Studied(true)));
            let step = asked.step;
            learning.answer.set(Some(asked));
            if is_done {
                learning.done.update(|done| done.push(step));
            }
        });
    });
}

/// The state of Learn. Call it in a component's body.
pub fn learning() -> Learning {
    expect_context()
}
