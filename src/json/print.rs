//! From a document to lines of tokens, each token byte for byte as written and tied to its
//! node and its place in the source. The JSON view draws these lines; [`pretty`] joins them.
//!
//! Two-space indentation, one member or element a line, `{}` and `[]` for the empty ones.
//! A document whose structure is damaged is not rearranged: its lines are its own.

use super::node::{Document, Kind, Node, NodeId};
use std::borrow::Cow;
use std::ops::Range;

/// What a token is, for its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// A member's name, with its quotes.
    Name,
    /// A string, with its quotes.
    String,
    /// A number.
    Number,
    /// `true`, `false` or `null`.
    Literal,
    /// Brackets, `:` and `,`; in a damaged document with the white space among them.
    Punctuation,
    /// Bytes of a damaged document that belong to no node.
    Unread,
}

/// A piece of the source on a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub class: Class,
    /// The node it belongs to: for brackets the container, for `:` and `,` the value.
    pub node: Option<NodeId>,
    /// Its bytes in the document.
    pub span: Range<usize>,
}

/// What stands on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A whole value: a string, number, literal or empty container.
    Whole,
    /// The opening bracket of a container whose contents follow.
    Opens,
    /// The closing bracket of the container that `partner` opened.
    Closes,
    /// A line of a damaged document, as it stands.
    AsItStands,
}

/// One line. Small, so that a document of a hundred thousand lines can be held and windowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// What stands here.
    pub shape: Shape,
    /// Levels of indentation, two spaces each.
    pub depth: u16,
    /// Whether a comma follows.
    pub comma: bool,
    /// The value (for `Closes` the container; for `AsItStands` 0).
    pub node: NodeId,
    /// The member's name, where the value has one.
    pub name: Option<NodeId>,
    /// For `Opens` the index of the line that closes, for `Closes` of the one that opens,
    /// otherwise this line's own index.
    pub partner: u32,
    start: u32,
    end: u32,
}

/// The document as lines, in order.
pub fn lines(document: &Document) -> Vec<Line> {
    if document.intact && !document.nodes.is_empty() {
        arranged(document)
    } else {
        as_it_stands(document)
    }
}

/// The document as text: its [`lines`], indented and joined. Names, strings and numbers stand
/// byte for byte as written; bytes that are not UTF-8 become U+FFFD.
pub fn pretty(document: &Document) -> String {
    if !document.intact || document.nodes.is_empty() {
        return String::from_utf8_lossy(document.bytes()).into_owned();
    }
    let mut out = String::with_capacity(document.bytes().len().saturating_mul(2));
    for (index, line) in arranged(document).iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        line.write(document, &mut out);
    }
    out
}

impl Line {
    /// The tokens on this line in order. After the `:` of a member stands one space.
    pub fn tokens(&self, document: &Document) -> Vec<Token> {
        if self.shape == Shape::AsItStands {
            return tokens_in(document, self.start..self.end);
        }
        let mut tokens = Vec::with_capacity(4);
        let at = |id: NodeId| document.nodes.get(id.0 as usize).copied();
        let Some(node) = at(self.node) else {
            return tokens;
        };
        let punctuation = |tokens: &mut Vec<Token>, start: usize| {
            tokens.push(Token {
                class: Class::Punctuation,
                node: Some(self.node),
                span: start..start.saturating_add(1),
            });
        };
        if let Some((id, name)) = self.name.and_then(|id| at(id).map(|name| (id, name))) {
            tokens.push(Token {
                class: Class::Name,
                node: Some(id),
                span: name.span(),
            });
            punctuation(&mut tokens, document.next_token(name.end as usize));
        }
        let last = (node.end as usize).saturating_sub(1);
        match (self.shape, class_of(node.kind)) {
            (Shape::Opens, _) => punctuation(&mut tokens, node.start as usize),
            (Shape::Closes, _) => punctuation(&mut tokens, last),
            (_, Class::Punctuation) => {
                punctuation(&mut tokens, node.start as usize);
                punctuation(&mut tokens, last);
            }
            (_, class) => tokens.push(Token {
                class,
                node: Some(self.node),
                span: node.span(),
            }),
        }
        if self.comma {
            punctuation(&mut tokens, document.next_token(node.end as usize));
        }
        tokens
    }

    /// The bytes of the value on this line: of a container that opens here all of it, of one that
    /// closes its last; of a line of a damaged document the line's own.
    pub fn bytes(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The line as text, indentation included.
    pub fn text(&self, document: &Document) -> String {
        let mut out = String::new();
        self.write(document, &mut out);
        out
    }

    fn write(&self, document: &Document, out: &mut String) {
        for _ in 0..self.depth {
            out.push_str("  ");
        }
        let mut after_name = false;
        for token in self.tokens(document) {
            out.push_str(&token.text(document));
            // The `:` follows the name at once, and only it does.
            if after_name {
                out.push(' ');
            }
            after_name = token.class == Class::Name && self.shape != Shape::AsItStands;
        }
    }
}

impl Token {
    /// The token as written; bytes that are not UTF-8 become U+FFFD.
    pub fn text<'a>(&self, document: &'a Document) -> Cow<'a, str> {
        String::from_utf8_lossy(document.bytes.get(self.span.clone()).unwrap_or_default())
    }
}

impl Document {
    /// The first byte from `at` on that is not white space.
    fn next_token(&self, at: usize) -> usize {
        let rest = self.bytes.get(at..).unwrap_or_default();
        let white = rest
            .iter()
            .position(|byte| !matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
        at.saturating_add(white.unwrap_or(0))
    }
}

fn arranged(document: &Document) -> Vec<Line> {
    let nodes = &document.nodes;
    let mut lines: Vec<Line> = Vec::with_capacity(nodes.len());
    // Each open container with the index of the line that opened it.
    let mut open: Vec<(Node, u32)> = Vec::new();
    let mut name = None;
    for (index, node) in nodes.iter().enumerate() {
        let id = NodeId(short(index));
        if node.kind == Kind::Name {
            name = Some(id);
            continue;
        }
        let number = short(lines.len());
        let has_contents = node.next > id.0.saturating_add(1);
        let after = short(index.saturating_add(1));
        let ends_here = if has_contents { node.next } else { after };
        lines.push(Line {
            shape: if has_contents {
                Shape::Opens
            } else {
                Shape::Whole
            },
            depth: depth(open.len()),
            comma: !has_contents && is_followed(&open, ends_here),
            node: id,
            name: name.take(),
            partner: number,
            start: node.start,
            end: node.end,
        });
        if has_contents {
            open.push((*node, number));
            continue;
        }
        while let Some((container, opener)) = open.last().copied() {
            if container.next != after {
                break;
            }
            open.pop();
            let closer = short(lines.len());
            let container_id = lines.get_mut(opener as usize).map_or(NodeId(0), |line| {
                line.partner = closer;
                line.node
            });
            lines.push(Line {
                shape: Shape::Closes,
                depth: depth(open.len()),
                comma: is_followed(&open, after),
                node: container_id,
                name: None,
                partner: opener,
                start: container.end.saturating_sub(1),
                end: container.end,
            });
        }
    }
    lines
}

/// Whether the container on top goes on after the value whose subtree ends before `next`.
fn is_followed(open: &[(Node, u32)], next: u32) -> bool {
    open.last()
        .is_some_and(|(container, _)| container.next > next)
}

pub(super) fn as_it_stands(document: &Document) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0usize;
    let mut push = |start: usize, end: usize| {
        let number = short(lines.len());
        lines.push(Line {
            shape: Shape::AsItStands,
            depth: 0,
            comma: false,
            node: NodeId(0),
            name: None,
            partner: number,
            start: short(start),
            end: short(end),
        });
    };
    for (index, byte) in document.bytes.iter().enumerate() {
        if *byte == b'\n' {
            push(start, index);
            start = index.saturating_add(1);
        }
    }
    push(start, document.bytes.len());
    lines
}

/// The tokens of a damaged document between two offsets: what was read, and the gaps.
pub(super) fn tokens_in(document: &Document, range: Range<u32>) -> Vec<Token> {
    let nodes = &document.nodes;
    let mut at = range.start;
    let mut tokens = Vec::new();
    let first = nodes
        .partition_point(|node| node.start < range.start)
        // A string that holds a line break began on an earlier line.
        .saturating_sub(1);
    for (index, node) in nodes.iter().enumerate().skip(first) {
        if node.start >= range.end {
            break;
        }
        let class = class_of(node.kind);
        let (start, end) = (node.start.max(at), node.end.min(range.end));
        if class == Class::Punctuation || start >= end {
            continue;
        }
        push_gap(document, at..start, &mut tokens);
        tokens.push(Token {
            class,
            node: Some(NodeId(short(index))),
            span: start as usize..end as usize,
        });
        at = end;
    }
    push_gap(document, at..range.end, &mut tokens);
    tokens
}

fn push_gap(document: &Document, gap: Range<u32>, tokens: &mut Vec<Token>) {
    let span = gap.start as usize..gap.end as usize;
    let bytes = document.bytes.get(span.clone()).unwrap_or_default();
    if bytes.is_empty() {
        return;
    }
    let is_plain = |byte: &u8| b" \t\r\n{}[],:".contains(byte);
    tokens.push(Token {
        class: if bytes.iter().all(is_plain) {
            Class::Punctuation
        } else {
            Class::Unread
        },
        node: None,
        span,
    });
}

fn class_of(kind: Kind) -> Class {
    match kind {
        Kind::Object | Kind::Array => Class::Punctuation,
        Kind::Name => Class::Name,
        Kind::String => Class::String,
        Kind::Number => Class::Number,
        Kind::True | Kind::False | Kind::Null => Class::Literal,
    }
}

fn depth(levels: usize) -> u16 {
    u16::try_from(levels).unwrap_or(u16::MAX)
}

fn short(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
