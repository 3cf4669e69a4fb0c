//! Which service of the attack lab is under attack, what was sent to it and what it said.

use super::{Learning, fields};
use crate::browser::bridge::Purpose;
use crate::browser::{address, clock, page};
use crate::job::{Job, JobOutcome};
use crate::learn::lab::{Outcome, PreparedAttack, Sent};
use crate::ui::deep_link::Screen;
use crate::ui::session::Session;
use crate::ui::signing::{Signing, State};
use crate::ui::state::RwSignal;
use std::sync::Arc;

/// The state of the lab. All copies are the same.
#[derive(Clone, Copy)]
pub struct Attacks {
    /// The attack under way.
    pub under_way: RwSignal<Option<Arc<PreparedAttack>>>,
    /// What the service said last.
    pub said: RwSignal<Option<Arc<Sent>>>,
    /// Whether its mistake is mended.
    pub is_repaired: RwSignal<bool>,
    /// The token that fooled it.
    pub fooled_by: RwSignal<Option<String>>,
    /// Whether the hint is shown.
    pub hints: RwSignal<bool>,
}

impl Attacks {
    /// No attack.
    pub(super) fn new() -> Self {
        Attacks {
            under_way: RwSignal::new(None),
            said: RwSignal::new(None),
            is_repaired: RwSignal::new(false),
            fooled_by: RwSignal::new(None),
            hints: RwSignal::new(false),
        }
    }

    /// Whether one is under way.
    pub fn is_open(self) -> bool {
        self.under_way.with(Option::is_some)
    }

    /// Whether the service was fooled since the attack began.
    pub fn is_fooled(self) -> bool {
        self.fooled_by.with(Option::is_some)
    }

    /// The name under which a finished one is kept among the lessons.
    pub fn finished_name(id: &str) -> String {
        format!("lab-{id}")
    }
}

impl Learning {
    /// Begins an attack, or begins it again: with fresh keys, on empty screens.
    pub fn begin_attack(self, session: Session, signing: Signing, id: &str) {
        let job = Job::PrepareAttack {
            attack: id.to_owned(),
            clock: clock::now(),
            random: page::random(),
        };
        session.ask(Purpose::Prepare, job, move |outcome| {
            let Ok(JobOutcome::AttackPrepared(Some(prepared))) = outcome else {
                return;
            };
            self.borrow_screens(session, signing);
            let desk = prepared.desk;
            for put in &prepared.puts {
                fields::fill(session, signing, put);
            }
            let lab = self.attacks;
            lab.said.set(None);
            lab.is_repaired.set(false);
            lab.fooled_by.set(None);
            lab.hints.set(false);
            lab.under_way.set(Some(Arc::new(*prepared)));
            address::go(fields::screen(desk).fragment());
            page::focus_in_place("lab-task");
        });
    }

    /// Sends the token of the screen that is shown to the service.
    pub fn send(self, session: Session, signing: Signing) {
        if let Some(token) = token_here(session, signing) {
            self.ask_service(session, token);
        }
    }

    /// Mends the mistake, or makes it again, and sends the token that fooled the service.
    pub fn repair(self, session: Session, is_repaired: bool) {
        self.attacks.is_repaired.set(is_repaired);
        if let Some(token) = self.attacks.fooled_by.get_untracked() {
            self.ask_service(session, token);
        }
    }

    fn ask_service(self, session: Session, token: String) {
        let lab = self.attacks;
        let Some(attack) = lab.under_way.get_untracked() else {
            return;
        };
        let is_repaired = lab.is_repaired.get_untracked();
        let job = Job::Send {
            attack: attack.id.clone(),
            world: Box::new(attack.world.clone()),
            is_repaired,
            token: token.clone(),
            clock: clock::now(),
        };
        session.ask(Purpose::Study, job, move |outcome| {
            let Ok(JobOutcome::Answered(Some(sent))) = outcome else {
                return;
            };
            match &sent.answer.outcome {
                Outcome::Fooled(_) => lab.fooled_by.set(Some(token)),
                Outcome::Refused(_) if is_repaired => {
                    self.finish_named(Attacks::finished_name(&attack.id));
                }
                Outcome::Refused(_) | Outcome::Accepted(_) => {}
            }
            lab.said.set(Some(Arc::from(sent)));
            page::show_inside("lab-answer");
        });
    }

    /// Ends the attack; the screens are as they were before.
    pub fn close_attack(self, session: Session, signing: Signing) {
        self.give_screens_back(session, signing);
        address::go(Screen::Learn.fragment());
    }
}

/// The token of the screen that is shown; what reads this follows it.
pub fn token_here(session: Session, signing: Signing) -> Option<String> {
    match session.screen.get() {
        Screen::Sign => {
            let is_good = signing.state.with(|state| *state == State::Good);
            let signed = signing.last_good.get().filter(|_| is_good);
            signed.map(|signed| signed.token.clone())
        }
        Screen::Inspect => {
            let token = session.token.get();
            let found = session.inspection.with(|inspection| {
                let found = inspection.tokens.get(token);
                found.map(|token| token.source.text.clone())
            });
            // What is no token is sent as it stands: the service says so.
            found.or_else(|| Some(session.paste.get()).filter(|text| !text.trim().is_empty()))
        }
        Screen::Keys | Screen::Learn | Screen::SelfTest => None,
    }
}
