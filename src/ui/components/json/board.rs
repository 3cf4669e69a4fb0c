//! A part's JSON as rows that fold, light up and can be walked by keyboard. Of a long text only
//! what is near the window has an element per token; the rest is plain text until it comes near,
//! so that a megabyte is shown without a pause and still is all there. Of a short one the rows
//! that a screen shows come first, and the others once they were painted.

use super::row::{Look, row};
use crate::browser::in_view::{self, InView};
use crate::browser::paint;
use crate::json::{Document, Layout, Shape};
use crate::ui::dom::{Content, El, el};
use crate::ui::find::Hits;
use crate::ui::folding::{self, Folding};
use crate::ui::marks::{Mark, Over};
use crate::ui::text::Speech;
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;
use web_sys::{Element, Node};

/// A part, laid out.
#[derive(Debug, PartialEq)]
pub struct Laid {
    /// What was laid out.
    pub document: Arc<Document>,
    /// Its rows.
    pub layout: Layout,
    /// Index of the part in its token.
    pub part: usize,
}

impl Laid {
    /// Whether it is shown in a box that scrolls.
    pub fn is_long(&self) -> bool {
        self.layout.rows().len() > SHORT || self.layout.text().len() > SHORT_BYTES
    }
}

/// What a board shows over its text.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// What is folded.
    pub folding: Folding,
    /// What lies over the bytes.
    pub marks: Vec<Mark>,
    /// Hits of the search in the text.
    pub hits: Arc<Hits>,
    /// The one that was gone to.
    pub current_hit: Option<usize>,
    /// The row in which the place that is pointed at begins.
    pub current_row: Option<usize>,
}

/// Rows and bytes up to which a text is drawn whole; a longer one stands in a box that scrolls.
const SHORT: usize = 400;
const SHORT_BYTES: usize = 32_768;
/// Rows of the first piece: what a screen shows of it is painted before anything else.
const FIRST_ROWS: usize = 40;
/// Rows of a piece that is drawn at once, and the bytes it may hold: of what is no text, a browser
/// lays out a few kilobytes in the time of a frame.
const CHUNK_ROWS: usize = 100;
const CHUNK_BYTES: usize = 6_144;
/// Characters of a line, for guessing how high a piece is before it was drawn.
const GUESSED_WIDTH: usize = 80;

/// The elements of a text.
pub struct Board {
    laid: Arc<Laid>,
    host: Element,
    chunks: Vec<Chunk>,
    hidden: Vec<Range<usize>>,
    state: State,
    speech: Speech,
    watch: Option<InView>,
}

struct Chunk {
    element: Element,
    rows: Range<usize>,
    /// The rows as they are drawn; empty while the chunk is plain text.
    drawn: Vec<Drawn>,
    /// The rows that were hidden when it was drawn as plain text.
    plain_without: Option<Vec<Range<usize>>>,
}

struct Drawn {
    element: Element,
    look: Look,
}

impl Chunk {
    fn is_drawn(&self) -> bool {
        !self.drawn.is_empty()
    }
}

impl Board {
    /// The elements of a text, put at the end of `parent`, without what lies over it. A long
    /// text is scrolled by `host`.
    pub fn new(
        laid: Arc<Laid>,
        host: &Element,
        parent: &Node,
        speech: Speech,
    ) -> Rc<RefCell<Board>> {
        let layout = &laid.layout;
        let count = layout.rows().len();
        let is_long = laid.is_long();
        let mut chunks = Vec::new();
        let mut start = 0;
        while start < count {
            let end = chunk_end(layout, start);
            let mut element = el("span", "json-chunk");
            if is_long {
                let lines = guessed_lines(layout, start..end);
                element = element.var("--lines", lines.to_string());
            }
            chunks.push(Chunk {
                element: element.element().clone(),
                rows: start..end,
                drawn: Vec::new(),
                plain_without: None,
            });
            element.put(parent);
            start = end;
        }
        let board = Rc::new(RefCell::new(Board {
            laid,
            host: host.clone(),
            chunks,
            hidden: Vec::new(),
            state: State::default(),
            speech,
            watch: None,
        }));
        if is_long {
            let weak = Rc::downgrade(&board);
            let moved = move |element: &Element, is_near: bool| {
                let Some(board) = weak.upgrade() else { return };
                if let Ok(mut board) = board.try_borrow_mut() {
                    board.moved(element, is_near);
                }
            };
            let mut board_now = board.borrow_mut();
            let watch = InView::new(&board_now.host, moved);
            if let Some(watch) = &watch {
                for chunk in &board_now.chunks {
                    watch.watch(&chunk.element);
                }
            }
            board_now.watch = watch;
        } else {
            let weak = Rc::downgrade(&board);
            paint::after(move || {
                let Some(board) = weak.upgrade() else { return };
                if let Ok(mut board) = board.try_borrow_mut() {
                    board.draw_all();
                }
            });
        }
        board
    }

    /// Shows what lies over the text now. The first chunk is drawn at once.
    pub fn show(&mut self, state: State) {
        self.hidden = state.folding.hidden(&self.laid.layout);
        self.state = state;
        for index in 0..self.chunks.len() {
            let is_drawn = self.chunks.get(index).is_some_and(Chunk::is_drawn);
            match is_drawn || index == 0 {
                true => self.draw(index),
                false => self.draw_plain(index),
            }
        }
    }

    fn draw_all(&mut self) {
        for index in 0..self.chunks.len() {
            self.draw(index);
        }
    }

    /// The element of a row, drawn if it was not.
    pub fn element_of(&mut self, row: usize) -> Option<Element> {
        let chunk = self.chunks.iter().position(|c| c.rows.contains(&row))?;
        self.draw(chunk);
        let chunk = self.chunks.get(chunk)?;
        let drawn = chunk.drawn.get(row.checked_sub(chunk.rows.start)?)?;
        Some(drawn.element.clone())
    }

    /// Scrolls the box, if there is one, to a row.
    pub fn show_row_inside(&mut self, row: usize) {
        if self.watch.is_some()
            && let Some(element) = self.element_of(row)
        {
            in_view::show_inside(&self.host, &element);
        }
    }

    /// The row beside this one by an arrow key.
    pub fn beside(&self, row: usize, forward: bool) -> Option<usize> {
        folding::beside(&self.laid.layout, &self.hidden, row, forward)
    }

    /// A chunk came near the window, or went away from it.
    fn moved(&mut self, element: &Element, is_near: bool) {
        let index = self.chunks.iter().position(|c| c.element == *element);
        let Some(index) = index else { return };
        let is_drawn = self.chunks.get(index).is_some_and(Chunk::is_drawn);
        match (is_drawn, is_near) {
            (false, true) => self.draw(index),
            (true, false) => self.draw_plain(index),
            _ => {}
        }
    }

    /// One text, its hidden rows apart.
    fn draw_plain(&mut self, index: usize) {
        let Some(chunk) = self.chunks.get_mut(index) else {
            return;
        };
        let inside: Vec<Range<usize>> = within(&self.hidden, &chunk.rows);
        if chunk.plain_without.as_ref() == Some(&inside) {
            return;
        }
        chunk.element.set_text_content(None);
        let layout = &self.laid.layout;
        let mut at = chunk.rows.start;
        for rows in &inside {
            layout.text_of(at..rows.start).put(&chunk.element);
            let hidden = el("span", "").attr("hidden", true);
            hidden
                .child(layout.text_of(rows.clone()))
                .put(&chunk.element);
            at = rows.end;
        }
        layout.text_of(at..chunk.rows.end).put(&chunk.element);
        hide(&chunk.element, inside.first() == Some(&chunk.rows));
        chunk.drawn.clear();
        chunk.plain_without = Some(inside);
    }

    /// An element a row; only those that look another way than before are made anew.
    fn draw(&mut self, index: usize) {
        let Some(rows) = self.chunks.get(index).map(|chunk| chunk.rows.clone()) else {
            return;
        };
        let mut drawn = match self.chunks.get_mut(index) {
            Some(chunk) => std::mem::take(&mut chunk.drawn),
            None => return,
        };
        let is_first = drawn.is_empty();
        if is_first && let Some(chunk) = self.chunks.get(index) {
            chunk.element.set_text_content(None);
        }
        for (place, number) in rows.clone().enumerate() {
            let look = self.look(number);
            let is_hidden = self.hidden.iter().any(|rows| rows.contains(&number));
            let Some(before) = drawn.get_mut(place) else {
                let made = self.make(number, &look);
                hide(made.element(), is_hidden);
                if let Some(chunk) = self.chunks.get(index) {
                    drawn.push(Drawn {
                        element: made.element().clone(),
                        look,
                    });
                    made.put(&chunk.element);
                }
                continue;
            };
            if before.look != look {
                let made = self.make(number, &look);
                let _ = before.element.replace_with_with_node_1(made.element());
                before.element = made.element().clone();
                before.look = look;
            }
            hide(&before.element, is_hidden);
        }
        if let Some(chunk) = self.chunks.get_mut(index) {
            hide(
                &chunk.element,
                within(&self.hidden, &rows).first() == Some(&rows),
            );
            chunk.drawn = drawn;
            chunk.plain_without = None;
        }
    }

    fn make(&self, number: usize, look: &Look) -> El {
        row(
            &self.laid.document,
            &self.laid.layout,
            number,
            look,
            self.speech,
        )
    }

    fn look(&self, number: usize) -> Look {
        let (layout, document) = (&self.laid.layout, &self.laid.document);
        let pieces = layout.pieces(document, number);
        let signed = || pieces.iter().filter(|piece| !piece.span.is_empty());
        let start = signed().next().map_or(0, |piece| piece.span.start);
        let end = signed().next_back().map_or(start, |piece| piece.span.end);
        let mut marks: Vec<Mark> = self
            .state
            .marks
            .iter()
            .filter(|mark| mark.bytes.start < end && mark.bytes.end > start)
            .map(|mark| Mark {
                bytes: mark.bytes.start.max(start)..mark.bytes.end.min(end),
                over: mark.over.clone(),
            })
            .collect();
        let range = layout.range(number);
        for (hit, place) in self.state.hits.within(range.clone()) {
            let text = place.start.max(range.start)..place.end.min(range.end);
            let over = match self.state.current_hit == Some(hit) {
                true => Over::CurrentHit,
                false => Over::Hit,
            };
            if let Some(bytes) = layout.bytes_of(document, text) {
                marks.push(Mark { bytes, over });
            }
        }
        let line = layout.line_of(number);
        let opens = line.is_some_and(|line| line.shape == Shape::Opens);
        let own = layout.rows().get(number).map_or(0, |row| row.line);
        Look {
            marks,
            folded: opens.then(|| self.state.folding.is_folded(own)),
            is_current: self.state.current_row == Some(number),
        }
    }
}

/// The rows of `rows` that are in `hidden`.
fn within(hidden: &[Range<usize>], rows: &Range<usize>) -> Vec<Range<usize>> {
    let cut = |one: &Range<usize>| one.start.max(rows.start)..one.end.min(rows.end);
    let cuts = hidden.iter().map(cut);
    cuts.filter(|one| !one.is_empty()).collect()
}

fn hide(element: &Element, is_hidden: bool) {
    if element.has_attribute("hidden") == is_hidden {
        return;
    }
    let _ = match is_hidden {
        true => element.set_attribute("hidden", ""),
        false => element.remove_attribute("hidden"),
    };
}

/// Where the chunk that begins at a row ends.
fn chunk_end(layout: &Layout, start: usize) -> usize {
    let rows = if start == 0 { FIRST_ROWS } else { CHUNK_ROWS };
    let most = start.saturating_add(rows).min(layout.rows().len());
    let begin = layout.range(start).start;
    let full = (start..most)
        .find(|row| layout.range(*row).end.saturating_sub(begin) > CHUNK_BYTES && *row > start);
    full.unwrap_or(most)
}

fn guessed_lines(layout: &Layout, rows: Range<usize>) -> usize {
    rows.map(|row| layout.range(row).len().div_ceil(GUESSED_WIDTH).max(1))
        .sum()
}
