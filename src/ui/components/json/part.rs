//! A part of the token as JSON: arranged, and on demand exactly as it was signed.

use super::board::{Board, Laid, State};
use crate::browser::{in_view, page};
use crate::json::{Document, Layout, Shape};
use crate::ui::dom::{Content, El, el, follow};
use crate::ui::find::{Hits, find};
use crate::ui::folding::{self, Folding};
use crate::ui::looking::{Looking, View, looking};
use crate::ui::state::{Memo, RwSignal};
use crate::ui::text::{speech, t};
use gloo::timers::callback::Timeout;
use leptos::prelude::{LocalStorage, SetValue, StoredValue, WithValue};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, Node};

/// One text of a part and what was done to it; all copies are the same.
#[derive(Clone, Copy)]
pub struct Text {
    laid: Memo<Option<Arc<Laid>>>,
    folded: RwSignal<Option<(Arc<Laid>, Folding)>>,
    hits: Memo<Arc<Hits>>,
    board: StoredValue<Option<Rc<RefCell<Board>>>, LocalStorage>,
    looking: Looking,
}

impl Text {
    /// The document of a part of the token that is looked at, laid out by `lay` while `is_shown`
    /// holds; `wanted` is looked for in it.
    pub fn new(
        document: Memo<Option<(usize, Arc<Document>)>>,
        is_shown: impl Fn() -> bool + Send + Sync + 'static,
        lay: fn(&Document) -> Layout,
        wanted: RwSignal<String>,
    ) -> Text {
        let laid = Memo::new(move |_| {
            let (part, document) = document.get().filter(|_| is_shown())?;
            Some(Arc::new(Laid {
                layout: lay(&document),
                document,
                part,
            }))
        });
        let hits = Memo::new(move |_| {
            let wanted = wanted.get();
            laid.with(|laid| {
                let text = laid.as_ref().map_or("", |laid| laid.layout.text());
                Arc::new(find(text, &wanted))
            })
        });
        Text {
            laid,
            folded: RwSignal::new(None),
            hits,
            board: StoredValue::new_local(None),
            looking: looking(),
        }
    }

    /// Where the search found something.
    pub fn hits(self) -> Memo<Arc<Hits>> {
        self.hits
    }

    /// What is folded, of the text as it is now; a row that is pointed at is never hidden.
    fn folding(self) -> Folding {
        let Some(laid) = self.laid.get() else {
            return Folding::default();
        };
        self.folded.with(|folded| match folded {
            Some((of, folding)) if Arc::ptr_eq(of, &laid) => folding.clone(),
            _ => Folding::default(),
        })
    }

    fn change_folding(self, change: impl FnOnce(&Layout, &mut Folding)) {
        if let Some(laid) = self.laid.get_untracked() {
            let mut folding = self.folding();
            change(&laid.layout, &mut folding);
            self.folded.set(Some((laid, folding)));
        }
    }

    /// The text.
    pub fn written(self) -> String {
        let laid = self.laid.get_untracked();
        laid.map_or_else(String::new, |laid| laid.layout.text().to_owned())
    }

    /// Whether anything is folded.
    pub fn is_folded(self) -> bool {
        !self.folding().is_empty()
    }

    /// Folds everything, or unfolds it.
    pub fn fold_all(self) {
        self.change_folding(|layout, folding| {
            *folding = match folding.is_empty() {
                true => Folding::all(layout),
                false => Folding::default(),
            };
        });
    }

    /// Brings a hit into view, unfolding what hides it.
    pub fn show_hit(self, hit: usize) {
        let Some(laid) = self.laid.get_untracked() else {
            return;
        };
        let place = self.hits.with_untracked(|hits| hits.place(hit));
        let Some(row) = place.map(|place| laid.layout.row_at(place.start)) else {
            return;
        };
        self.change_folding(|layout, folding| {
            folding.reveal(layout, row);
        });
        self.with_board(|board| {
            if let Some(element) = board.element_of(row) {
                let hit = element.query_selector("[data-hit=current]").ok().flatten();
                in_view::show(hit.as_ref().unwrap_or(&element));
            }
        });
    }

    fn with_board<R>(self, act: impl FnOnce(&mut Board) -> R) -> Option<R> {
        let board = self.board.with_value(Clone::clone)?;
        let mut board = board.try_borrow_mut().ok()?;
        Some(act(&mut board))
    }

    fn current_row(self) -> Option<usize> {
        let laid = self.laid.get()?;
        self.looking.trace.with(|trace| {
            let trace = trace.as_ref().filter(|trace| trace.part == laid.part)?;
            Some(laid.layout.row_of_byte(&laid.document, trace.bytes.start))
        })
    }

    /// Points at what a row shows: a member with its name, an element, a line.
    fn point_at_row(self, row: usize) {
        let Some(laid) = self.laid.get_untracked() else {
            return;
        };
        let Some(line) = laid.layout.line_of(row) else {
            return;
        };
        let name = line.name.and_then(|name| laid.document.value(name));
        let bytes = line.bytes();
        let start = name.map_or(bytes.start, |name| name.span().start);
        self.looking.point(laid.part, start..bytes.end, View::Json);
        self.with_board(|board| {
            if let Some(element) = board.element_of(row) {
                in_view::show(&element);
            }
        });
    }

    fn toggle(self, row: usize) {
        self.change_folding(|layout, folding| {
            if let Some(line) = layout.rows().get(row) {
                folding.toggle(line.line);
            }
        });
        self.point_at_row(row);
    }

    fn clicked(self, event: &Event) {
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        let Some(target) = target else { return };
        // Who marks text to copy it does not point at anything.
        if page::has_selection() {
            return;
        }
        let number = |name: &str| {
            let holder = target.closest(&format!("[{name}]")).ok().flatten()?;
            holder.get_attribute(name)?.parse::<usize>().ok()
        };
        let Some(row) = number("data-row") else {
            return;
        };
        if target.closest(".json-fold").ok().flatten().is_some() {
            return self.toggle(row);
        }
        let shape = self.laid.with_untracked(|laid| {
            let line = laid.as_ref()?.layout.line_of(row)?;
            Some(line.shape)
        });
        match (shape, number("data-at"), self.laid.get_untracked()) {
            (Some(Shape::AsItStands), Some(at), Some(laid)) => {
                let at = at..at.saturating_add(1);
                self.looking.point(laid.part, at, View::Json);
            }
            _ => self.point_at_row(row),
        }
    }

    fn pressed(self, event: &Event) {
        let event: &KeyboardEvent = event.unchecked_ref();
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let Some(laid) = self.laid.get_untracked() else {
            return;
        };
        let row = self.current_row();
        let beside = |row: usize, forward: bool| {
            self.with_board(|board| board.beside(row, forward))
                .flatten()
        };
        let far = |forward: bool| {
            let mut at = row.unwrap_or(0);
            for _ in 0..PAGE {
                at = beside(at, forward).unwrap_or(at);
            }
            at
        };
        let line = row.and_then(|row| laid.layout.line_of(row));
        let opens = line.is_some_and(|line| line.shape == Shape::Opens);
        let own = row.and_then(|row| laid.layout.rows().get(row));
        let is_folded = own.is_some_and(|own| self.folding().is_folded(own.line));
        let key = event.key();
        let to = match (key.as_str(), row) {
            ("ArrowDown", None) | ("Home", _) => Some(0),
            ("ArrowDown", Some(row)) => beside(row, true),
            ("ArrowUp", Some(row)) => beside(row, false),
            ("End", _) => beside(laid.layout.rows().len(), false),
            ("PageDown", _) => Some(far(true)),
            ("PageUp", _) => Some(far(false)),
            ("Enter" | " ", Some(row)) if opens => {
                self.toggle(row);
                None
            }
            ("ArrowRight", Some(row)) if is_folded => {
                self.toggle(row);
                None
            }
            ("ArrowRight", Some(row)) if opens => beside(row, true),
            ("ArrowLeft", Some(row)) if opens && !is_folded => {
                self.toggle(row);
                None
            }
            ("ArrowLeft", Some(row)) => folding::parent(&laid.layout, row),
            ("Escape", Some(_)) => {
                self.looking.point_nowhere();
                return;
            }
            _ => return,
        };
        event.prevent_default();
        if let Some(to) = to {
            self.point_at_row(to);
        }
    }
}

/// Lines that a page key passes.
const PAGE: usize = 20;

/// The text as an element: its `data-testid`, the key of its name, and what stands there instead
/// of JSON. `current` is the number of the hit that was gone to.
pub fn text(
    text: Text,
    id: &'static str,
    label: &'static str,
    current: impl Fn() -> Option<usize> + Copy + 'static,
    other: impl Content,
) -> El {
    let host = el("pre", "json")
        .test(id)
        .attr("translate", "no")
        .attr("tabindex", "0")
        .attr("role", "group")
        .attr("aria-label", t(label))
        .attr("aria-describedby", "json-keys")
        .attr("data-long", move || {
            let is_long = |laid: &Option<Arc<Laid>>| laid.as_ref().is_some_and(|l| l.is_long());
            text.laid.with(is_long).then_some("true")
        })
        .var("--digits", move || {
            let count = text
                .laid
                .with(|laid| laid.as_ref().map_or(0, |laid| laid.layout.line_count()));
            count.to_string().len().max(2).to_string()
        })
        .on("click", move |event| text.clicked(event))
        .on("keydown", move |event| text.pressed(event));
    let board = Lines {
        text,
        host: host.element().clone(),
        current: Rc::new(current),
    };
    host.child(other).child(move || board.clone())
}

/// Makes the board of the text anew whenever the text is another.
#[derive(Clone)]
struct Lines {
    text: Text,
    host: Element,
    current: Rc<dyn Fn() -> Option<usize>>,
}

impl Content for Lines {
    fn put(self, parent: &Node) {
        let Lines {
            text,
            host,
            current,
        } = self;
        let laid = text.laid.get();
        let part = laid.as_ref().map(|laid| laid.part);
        let speech = speech();
        // A board is drawn by hand and does not follow the language by itself.
        speech.text("json-fold");
        let board = laid.map(|laid| Board::new(laid, &host, parent, speech));
        text.board.set_value(board);
        let looking = text.looking;
        follow(move || {
            let state = State {
                folding: text.folding(),
                marks: part.map(|part| looking.marks(part)).unwrap_or_default(),
                hits: text.hits.get(),
                current_hit: current(),
                current_row: text.current_row(),
            };
            let row = state.current_row;
            text.with_board(|board| board.show(state));
            match (row, looking.pointed_by()) {
                (None, _) | (_, Some(View::Json)) => {}
                // Who asks to be shown a place is taken there, once its view is open.
                (Some(row), Some(View::Findings)) => {
                    let element = text.with_board(|board| board.element_of(row)).flatten();
                    if let Some(element) = element {
                        Timeout::new(0, move || in_view::show_in_middle(&element)).forget();
                    }
                }
                // Where another view points to, this one scrolls its own box to; never the page.
                (Some(row), _) => {
                    text.with_board(|board| board.show_row_inside(row));
                }
            }
        });
    }
}
