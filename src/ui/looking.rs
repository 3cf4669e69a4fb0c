//! What is looked at: which tab is open, which place of the token is pointed at, and where the
//! findings stand. Every view of the token follows this, so that they light up together.

use crate::diagnostic::Diagnostic;
use crate::inspect::{Inspection, Token};
use crate::span::{Part, Span};
use crate::trace::{self, Trace};
use crate::ui::marks::{Mark, Over};
use crate::ui::session::Session;
use crate::ui::state::{Memo, RwSignal};
use leptos::prelude::expect_context;
use std::ops::Range;
use std::sync::Arc;

/// A view of header and payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// The text, arranged.
    Json,
    /// A table with the meanings.
    Claims,
    /// The bytes of every part.
    Bytes,
}

/// Who points: a view does not scroll to where its own reader is already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The token, coloured by part.
    Token,
    /// The JSON.
    Json,
    /// The table of claims.
    Claims,
    /// The bytes.
    Bytes,
    /// The list of findings.
    Findings,
}

/// A place that is pointed at.
#[derive(Clone)]
struct Spot {
    /// The token whose place it is.
    inspection: Arc<Inspection>,
    token: usize,
    part: usize,
    bytes: Range<usize>,
    /// The characters themselves, where characters were pointed at.
    chars: Option<Range<usize>>,
    by: View,
}

/// A finding and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Its code.
    pub code: String,
    /// The name of its severity.
    pub severity: &'static str,
    /// Whether it keeps the token from being read.
    pub is_fault: bool,
    /// Characters of the cleaned token; empty for what was removed before that character.
    pub chars: Range<usize>,
    /// The part and its bytes.
    pub bytes: Option<(usize, Range<usize>)>,
}

/// The state of the views. All copies are the same.
#[derive(Clone, Copy)]
pub struct Looking {
    /// The open tab.
    pub tab: RwSignal<Tab>,
    /// The place that is pointed at, in all views.
    pub trace: Memo<Option<Arc<Trace>>>,
    /// Findings of the token that have a place.
    pub placed: Memo<Arc<Vec<Placed>>>,
    spot: RwSignal<Option<Spot>>,
    session: Session,
}

impl Looking {
    /// Pointing at nothing.
    pub fn new(session: Session) -> Self {
        let spot = RwSignal::new(None::<Spot>);
        let trace = Memo::new(move |_| {
            let spot = spot.get()?;
            let inspection = session.inspection.get();
            let is_same =
                Arc::ptr_eq(&inspection, &spot.inspection) || *inspection == *spot.inspection;
            if !is_same || session.token.get() != spot.token {
                return None;
            }
            let token = inspection.tokens.get(spot.token)?;
            let mut trace = trace::of_bytes(token, spot.part, spot.bytes)?;
            if let Some(chars) = spot.chars {
                trace.chars = chars;
            }
            Some(Arc::new(trace))
        });
        let placed = Memo::new(move |_| {
            let token = session.token.get();
            let findings = session.findings.get();
            session.inspection.with(|inspection| {
                let Some(token) = inspection.tokens.get(token) else {
                    return Arc::default();
                };
                let faults = token.faults.iter().map(|one| (one, true));
                let said = findings.iter().chain(&token.notes).chain(&inspection.notes);
                let all = faults.chain(said.map(|one| (one, false)));
                let placed = all.flat_map(|(one, is_fault)| {
                    let more = one.more.iter().copied();
                    let spans = one.span.into_iter().chain(more);
                    spans.filter_map(move |span| placed(token, one, span, is_fault))
                });
                Arc::new(placed.collect())
            })
        });
        Looking {
            tab: RwSignal::new(Tab::Json),
            trace,
            placed,
            spot,
            session,
        }
    }

    /// Points at bytes of a part of the token that is looked at.
    pub fn point(self, part: usize, bytes: Range<usize>, by: View) {
        self.put(part, bytes, None, by);
    }

    /// Points at characters of the cleaned token; whether they belong to a part.
    pub fn point_at_chars(self, chars: Range<usize>, by: View) -> bool {
        let trace = self.session.inspection.with_untracked(|inspection| {
            let token = inspection.tokens.get(self.session.token.get_untracked())?;
            trace::of_chars(token, chars.clone())
        });
        let Some(trace) = trace else {
            return false;
        };
        self.put(trace.part, trace.bytes, Some(chars), by);
        true
    }

    fn put(self, part: usize, bytes: Range<usize>, chars: Option<Range<usize>>, by: View) {
        self.spot.set(Some(Spot {
            inspection: self.session.inspection.get_untracked(),
            token: self.session.token.get_untracked(),
            part,
            bytes,
            chars,
            by,
        }));
    }

    /// Where a finding stands: the part and its bytes.
    pub fn place_of(self, finding: &Diagnostic) -> Option<(usize, Range<usize>)> {
        let placed = self.session.inspection.with_untracked(|inspection| {
            let token = inspection.tokens.get(self.session.token.get_untracked())?;
            placed(token, finding, finding.span?, false)
        });
        placed?.bytes
    }

    /// Points at bytes and opens the view that shows them: the JSON of header and payload, the
    /// bytes of every other part.
    pub fn show(self, part: usize, bytes: Range<usize>, by: View) {
        let is_json = self.session.inspection.with_untracked(|inspection| {
            let token = inspection.tokens.get(self.session.token.get_untracked());
            let part = token.and_then(|token| token.parts.get(part));
            part.is_some_and(|part| {
                part.json.is_some() && matches!(part.part, Part::Header | Part::Payload)
            })
        });
        self.tab.set(match is_json {
            true => Tab::Json,
            false => Tab::Bytes,
        });
        self.point(part, bytes, by);
    }

    /// Points at nothing.
    pub fn point_nowhere(self) {
        self.spot.set(None);
    }

    /// Who pointed last.
    pub fn pointed_by(self) -> Option<View> {
        self.spot
            .with_untracked(|spot| spot.as_ref().map(|spot| spot.by))
    }

    /// What lies over the characters of the cleaned token.
    pub fn marks_of_token(self) -> Vec<Mark> {
        let mut marks: Vec<Mark> = self.placed.with(|placed| {
            let mark = |one: &Placed| Mark {
                bytes: one.chars.clone(),
                over: one.over(),
            };
            placed.iter().map(mark).collect()
        });
        self.trace.with(|trace| {
            let Some(trace) = trace else { return };
            let member = trace.member.as_ref().map(|member| member.chars.clone());
            let here = Some(trace.chars.clone());
            for (bytes, over) in [(member, Over::Around), (here, Over::Here)] {
                let bytes = bytes.filter(|bytes| !bytes.is_empty());
                marks.extend(bytes.map(|bytes| Mark { bytes, over }));
            }
        });
        marks
    }

    /// What lies over the bytes of a part, but for what a view has of its own.
    pub fn marks(self, part: usize) -> Vec<Mark> {
        let mut marks: Vec<Mark> = self.placed.with(|placed| {
            let of_part = placed.iter().filter_map(|one| {
                let (_, bytes) = one.bytes.as_ref().filter(|(index, _)| *index == part)?;
                Some(Mark {
                    bytes: bytes.clone(),
                    over: one.over(),
                })
            });
            of_part.collect()
        });
        self.trace.with(|trace| {
            let Some(trace) = trace.as_ref().filter(|trace| trace.part == part) else {
                return;
            };
            let member = trace.member.as_ref().map(|member| Mark {
                bytes: member.bytes.clone(),
                over: Over::Around,
            });
            let here = (!trace.bytes.is_empty()).then(|| Mark {
                bytes: trace.bytes.clone(),
                over: Over::Here,
            });
            marks.extend(member.into_iter().chain(here));
        });
        marks
    }
}

impl Placed {
    fn over(&self) -> Over {
        match self.is_fault {
            true => Over::Fault(self.code.clone()),
            false => Over::Finding(self.code.clone(), self.severity),
        }
    }
}

/// Findings that cover more say nothing about one place; faults even sooner.
const LONGEST: usize = 4_096;
const LONGEST_FAULT: usize = 64;

/// A finding at one of its places.
fn placed(token: &Token, finding: &Diagnostic, span: Span, is_fault: bool) -> Option<Placed> {
    let longest = if is_fault { LONGEST_FAULT } else { LONGEST };
    if span.end.saturating_sub(span.start) > longest {
        return None;
    }
    let (chars, bytes) = trace::of_span(token, span);
    Some(Placed {
        code: finding.code.to_string(),
        severity: finding.severity.name(),
        is_fault,
        chars,
        bytes,
    })
}

/// What this page looks at. Call it in a component's body.
pub fn looking() -> Looking {
    expect_context()
}
