//! The page on a projector: which stop is lit, and what of the explanations may be read.

use crate::browser::spotlight::{self, Place};
use crate::browser::{in_view, page};
use crate::ui::state::RwSignal;
use leptos::prelude::expect_context;
use web_sys::Element;

/// What the spotlight stops at, one after another, where it can be seen.
const STOPS: &str = "[data-testid=token-parts] .part, .verdict, .diagnosis, .claim, \
    [data-testid=decoded-header], [data-testid=decoded-payload], .timeline, .finding, \
    .json-editor, [data-testid=sign-output] .part, section[class*=\" keys-\"], .learn-card";

/// What of the explanations is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// Nothing before it is asked for.
    Nothing,
    /// What explains the stop that is lit.
    Here,
    /// Everything.
    All,
}

impl Told {
    /// Its name in attributes.
    pub const fn name(self) -> &'static str {
        match self {
            Told::Nothing => "nothing",
            Told::Here => "here",
            Told::All => "all",
        }
    }
}

/// The state of the presentation. All copies are the same.
#[derive(Clone, Copy)]
pub struct Presenting {
    /// Whether the page is presented.
    pub is_on: RwSignal<bool>,
    /// What is shown of the explanations.
    pub told: RwSignal<Told>,
    /// The stop that is lit, from 0; `None` before the first.
    pub at: RwSignal<Option<usize>>,
    /// How many stops there are.
    pub of: RwSignal<usize>,
    /// Where the light stands.
    pub place: RwSignal<Option<Place>>,
    /// `data-part` or `data-testid` of what is lit.
    pub name: RwSignal<String>,
}

impl Presenting {
    /// Not presented.
    pub fn off() -> Self {
        Presenting {
            is_on: RwSignal::new(false),
            told: RwSignal::new(Told::Nothing),
            at: RwSignal::new(None),
            of: RwSignal::new(0),
            place: RwSignal::new(None),
            name: RwSignal::new(String::new()),
        }
    }

    /// Begins, or ends.
    pub fn toggle(self) {
        let is_on = !self.is_on.get_untracked();
        self.is_on.set(is_on);
        // Its keys are not those of the field that had the focus.
        page::blur();
        self.at.set(None);
        self.tell(Told::Nothing);
        if !is_on {
            spotlight::set_presenting(None);
        }
        self.settle();
    }

    /// To the next stop, or the one before; at either end it stays.
    pub fn step(self, forward: bool) {
        let stops = spotlight::seen(STOPS);
        let last = stops.len().saturating_sub(1);
        // What was drawn before it meanwhile has moved it on.
        let lit = spotlight::lit();
        let lit = lit.and_then(|lit| stops.iter().position(|stop| *stop == lit));
        let at = match (lit.or(self.at.get_untracked()), forward) {
            (None, _) => Some(0),
            (Some(at), true) => Some(at.saturating_add(1).min(last)),
            (Some(0), false) => None,
            (Some(at), false) => Some(at.saturating_sub(1)),
        };
        self.at.set(at);
        if self.told.get_untracked() == Told::Here {
            self.tell(Told::Nothing);
        }
        if let Some(element) = self.light(&stops) {
            in_view::show_in_middle(&element);
        }
    }

    /// The same, and what an explanation made longer is brought into view.
    fn settle_in_view(self) {
        if let Some(element) = self.settle() {
            in_view::show(&element);
        }
    }

    /// Shows the explanation of the stop, or hides it again.
    pub fn explain(self) {
        self.tell(match self.told.get_untracked() {
            Told::Nothing => Told::Here,
            Told::Here | Told::All => Told::Nothing,
        });
        self.settle_in_view();
    }

    /// Shows every explanation, or none.
    pub fn explain_all(self) {
        self.tell(match self.told.get_untracked() {
            Told::All => Told::Nothing,
            Told::Nothing | Told::Here => Told::All,
        });
        self.settle_in_view();
    }

    fn tell(self, told: Told) {
        self.told.set(told);
        if self.is_on.get_untracked() {
            spotlight::set_presenting(Some(told.name()));
        }
    }

    /// Puts the light where the stop stands now; what is drawn anew loses it. All stops are
    /// measured only then: there may be thousands.
    pub fn settle(self) -> Option<Element> {
        if !self.is_on.get_untracked() || self.at.with_untracked(Option::is_none) {
            return self.light(&[]);
        }
        match spotlight::lit() {
            Some(lit) => {
                self.place.set(spotlight::place(&lit));
                Some(lit)
            }
            None => self.light(&spotlight::seen(STOPS)),
        }
    }

    /// Lights the stop whose turn it is, of all that can be seen.
    fn light(self, stops: &[Element]) -> Option<Element> {
        self.of.set(stops.len());
        let at = self.at.get_untracked();
        let at = at.map(|at| at.min(stops.len().saturating_sub(1)));
        let element = at.and_then(|at| stops.get(at)).cloned();
        self.at.set(element.is_some().then_some(at).flatten());
        spotlight::light(element.as_ref());
        self.place.set(element.as_ref().and_then(spotlight::place));
        let name = element.as_ref().and_then(|element| {
            let part = element.get_attribute("data-part");
            part.or_else(|| element.get_attribute("data-testid"))
        });
        self.name.set(name.unwrap_or_default());
        element
    }
}

/// The state of the presentation. Call it in a component's body.
pub fn presenting() -> Presenting {
    expect_context()
}
