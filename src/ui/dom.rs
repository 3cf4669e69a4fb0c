//! Elements that follow signals. Components are functions that call this; Leptos gives signals,
//! memos, effects, owners and contexts.
//!
//! Why not `view!`: every template makes types of its own, and with them copies of the code that
//! builds, updates and drops it. Measured on this page that was more than half of its download.
//! Here a closure becomes one boxed function and all elements share one type. Elements are made
//! by name and never from a string of HTML, so nothing that was pasted can become markup.

use super::state::Memo;
use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::{LocalStorage, RenderEffect, StoredValue};
use std::borrow::Cow;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, DocumentFragment, Element, Event, Node};

/// An element under construction. It is in the page once its parent is.
#[derive(Clone, Debug)]
#[must_use = "an element that is added to nothing is never shown"]
pub struct El(Element);

/// An HTML element with its classes; `""` for none.
pub fn el(tag: &str, class: &str) -> El {
    made(document().create_element(tag), class)
}

/// An SVG element. Its classes are an attribute: the property cannot be set.
pub fn svg(tag: &str) -> El {
    made(
        document().create_element_ns(Some("http://www.w3.org/2000/svg"), tag),
        "",
    )
}

/// A button that acts when pressed; `class` after `button`.
pub fn button(class: &str, press: impl Fn() + 'static) -> El {
    let classes = format!("button {class}");
    el("button", classes.trim_end())
        .attr("type", "button")
        .on("click", move |_| press())
}

/// Puts the content at the end of the document's body.
pub fn mount(content: impl Content) {
    if let Some(body) = document().body() {
        content.put(&body);
    }
}

/// The piece of the page's first boxes (`index.html`) that a selector finds, if they stand there.
pub fn first_box(selector: &str) -> Option<El> {
    let shell = document().get_element_by_id(FIRST_BOXES)?;
    shell.query_selector(selector).ok().flatten().map(El)
}

/// Takes away what is left of the page's first boxes.
pub fn end_first_boxes() {
    if let Some(shell) = document().get_element_by_id(FIRST_BOXES) {
        shell.remove();
    }
}

const FIRST_BOXES: &str = "shell";

/// Runs `act` now and again whenever a signal it read has changed, as long as its owner lives.
pub fn follow(act: impl FnMut() + 'static) {
    follow_boxed(Box::new(act));
}

/// Calls `act` for these events anywhere in the document, with the `id` of the element they are
/// about, as long as its owner lives.
pub fn on_document(events: &[&'static str], act: impl Fn(&Event, &str) + Clone + 'static) {
    let document = document();
    for event in events {
        let act = act.clone();
        let listener = EventListener::new(&document, *event, move |event| {
            let target = event.target();
            let target = target.and_then(|target| target.dyn_into::<Element>().ok());
            if let Some(target) = target {
                act(event, &target.id());
            }
        });
        keep(Kept::Listener(listener));
    }
}

impl El {
    /// Sets an attribute; `None` and `false` leave it out.
    pub fn attr(self, name: &'static str, value: impl Value) -> El {
        value.set(Target::Attribute(self.0.clone(), name));
        self
    }

    /// `data-testid`, and `id` too: what labels and descriptions point at.
    pub fn id(self, id: &'static str) -> El {
        self.attr("id", id).attr("data-testid", id)
    }

    /// `data-testid`.
    pub fn test(self, id: &'static str) -> El {
        self.attr("data-testid", id)
    }

    /// Sets a property, such as `value` or `checked`, which attributes only begin.
    pub fn prop<T: Into<JsValue>>(self, name: &'static str, value: impl Fn() -> T + 'static) -> El {
        let element = self.0.clone();
        follow(move || set_property(&element, name, &value().into()));
        self
    }

    /// Sets a custom property of its style.
    pub fn var(self, name: &'static str, value: impl Value) -> El {
        value.set(Target::Variable(self.0.clone(), name));
        self
    }

    /// Hides it while `hidden` holds.
    pub fn hidden(self, hidden: impl Fn() -> bool + 'static) -> El {
        self.attr("hidden", hidden)
    }

    /// Listens, as long as its owner lives.
    pub fn on(self, event: &'static str, act: impl FnMut(&Event) + 'static) -> El {
        listen(&self.0, event, Box::new(act));
        self
    }

    /// Adds content at the end.
    pub fn child(self, content: impl Content) -> El {
        content.put(&self.0);
        self
    }

    /// The element itself.
    pub fn element(&self) -> &Element {
        &self.0
    }
}

/// What can stand inside an element.
pub trait Content {
    /// Puts it at the end of `parent`.
    fn put(self, parent: &Node);
}

impl Content for El {
    fn put(self, parent: &Node) {
        append(parent, &self.0);
    }
}

impl Content for &str {
    fn put(self, parent: &Node) {
        append(parent, &document().create_text_node(self));
    }
}

impl Content for String {
    fn put(self, parent: &Node) {
        self.as_str().put(parent);
    }
}

impl Content for () {
    fn put(self, _: &Node) {}
}

impl<T: Content> Content for Option<T> {
    fn put(self, parent: &Node) {
        if let Some(content) = self {
            content.put(parent);
        }
    }
}

impl<T: Content> Content for Vec<T> {
    fn put(self, parent: &Node) {
        for content in self {
            content.put(parent);
        }
    }
}

impl<T: Content, const N: usize> Content for [T; N] {
    fn put(self, parent: &Node) {
        for content in self {
            content.put(parent);
        }
    }
}

impl<A: Content, B: Content> Content for (A, B) {
    fn put(self, parent: &Node) {
        self.0.put(parent);
        self.1.put(parent);
    }
}

impl<A: Content, B: Content, C: Content> Content for (A, B, C) {
    fn put(self, parent: &Node) {
        self.0.put(parent);
        self.1.put(parent);
        self.2.put(parent);
    }
}

/// Content that follows signals: made anew whenever one that it read has changed.
impl<F: Fn() -> C + 'static, C: Content> Content for F {
    fn put(self, parent: &Node) {
        region(parent, Box::new(move |inside| self().put(inside)));
    }
}

impl Content for Memo<String> {
    fn put(self, parent: &Node) {
        (move || self.with(String::clone)).put(parent);
    }
}

/// What an attribute can be given.
pub trait Value {
    /// Sets it, once or for as long as its owner lives.
    fn set(self, target: Target);
}

impl Value for &str {
    fn set(self, target: Target) {
        target.write(Some(self));
    }
}

impl Value for String {
    fn set(self, target: Target) {
        target.write(Some(&self));
    }
}

impl Value for bool {
    fn set(self, target: Target) {
        target.write(self.then_some(""));
    }
}

impl<T: Value> Value for Option<T> {
    fn set(self, target: Target) {
        match self {
            Some(value) => value.set(target),
            None => target.write(None),
        }
    }
}

impl<F: Fn() -> T + 'static, T: Text> Value for F {
    fn set(self, target: Target) {
        follow_text(target, Box::new(move || self().text()));
    }
}

/// What a closure can give an attribute.
pub trait Text {
    /// The attribute's value; `None` leaves it out.
    fn text(self) -> Option<Cow<'static, str>>;
}

impl Text for &'static str {
    fn text(self) -> Option<Cow<'static, str>> {
        Some(Cow::Borrowed(self))
    }
}

impl Text for String {
    fn text(self) -> Option<Cow<'static, str>> {
        Some(Cow::Owned(self))
    }
}

impl Text for bool {
    fn text(self) -> Option<Cow<'static, str>> {
        self.then_some(Cow::Borrowed(""))
    }
}

impl<T: Text> Text for Option<T> {
    fn text(self) -> Option<Cow<'static, str>> {
        self.and_then(T::text)
    }
}

/// Where a value goes.
#[derive(Clone, Debug)]
pub enum Target {
    /// An attribute of this name.
    Attribute(Element, &'static str),
    /// A custom property of the element's style.
    Variable(Element, &'static str),
}

impl Target {
    fn write(&self, value: Option<&str>) {
        let _ = match (self, value) {
            (Target::Attribute(element, name), Some(value)) => element.set_attribute(name, value),
            (Target::Attribute(element, name), None) => element.remove_attribute(name),
            (Target::Variable(element, name), value) => {
                let element: &web_sys::HtmlElement = element.unchecked_ref();
                element
                    .style()
                    .set_property(name, value.unwrap_or_default())
            }
        };
    }
}

/// The value of the control that an event is about.
pub fn value_of(event: &Event) -> String {
    let value = event.target().and_then(|target| {
        let value = js_sys::Reflect::get(&target, &JsValue::from_str("value")).ok()?;
        value.as_string()
    });
    value.unwrap_or_default()
}

/// Whether the control that an event is about is checked.
pub fn is_checked(event: &Event) -> bool {
    event
        .target()
        .and_then(|target| js_sys::Reflect::get(&target, &JsValue::from_str("checked")).ok())
        .is_some_and(|checked| checked.is_truthy())
}

fn document() -> Document {
    // A page has a document: this code runs in one only.
    thread_local!(static DOCUMENT: Document = leptos::prelude::document());
    DOCUMENT.with(Document::clone)
}

fn made(element: Result<Element, JsValue>, class: &str) -> El {
    // The names are constants of this program, and each is a valid one.
    let element = element.unwrap_or_else(JsCast::unchecked_from_js);
    if !class.is_empty() {
        element.set_class_name(class);
    }
    El(element)
}

fn append(parent: &Node, child: &Node) {
    let _ = parent.append_child(child);
}

fn set_property(element: &Element, name: &str, value: &JsValue) {
    let name = JsValue::from_str(name);
    // Writing the same text again would move the cursor to its end.
    if js_sys::Reflect::get(element, &name).is_ok_and(|now| now == *value) {
        return;
    }
    let _ = js_sys::Reflect::set(element, &name, value);
}

fn listen(element: &Element, event: &'static str, mut act: Box<dyn FnMut(&Event)>) {
    let options = EventListenerOptions::enable_prevent_default();
    let listener =
        EventListener::new_with_options(element, event, options, move |event| act(event));
    keep(Kept::Listener(listener));
}

fn follow_text(target: Target, text: Box<dyn Fn() -> Option<Cow<'static, str>>>) {
    follow_boxed(Box::new(move || target.write(text().as_deref())));
}

fn follow_boxed(mut act: Box<dyn FnMut()>) {
    keep(Kept::Effect(RenderEffect::new(move |_| act())));
}

/// What lives as long as its owner.
#[allow(dead_code, reason = "it is kept for what its drop does")]
enum Kept {
    Effect(RenderEffect<()>),
    Listener(EventListener),
}

fn keep(kept: Kept) {
    let _: StoredValue<Kept, LocalStorage> = StoredValue::new_local(kept);
}

/// A place between two empty text nodes whose content is made anew by `make`.
fn region(parent: &Node, make: Box<dyn Fn(&Node)>) {
    let document = document();
    let (start, end): (Node, Node) = (
        document.create_text_node("").into(),
        document.create_text_node("").into(),
    );
    append(parent, &start);
    append(parent, &end);
    follow_boxed(Box::new(move || {
        while let Some(old) = start.next_sibling().filter(|node| *node != end) {
            if let Some(parent) = old.parent_node() {
                let _ = parent.remove_child(&old);
            }
        }
        let fragment: DocumentFragment = document.create_document_fragment();
        make(&fragment);
        if let Some(parent) = end.parent_node() {
            let _ = parent.insert_before(&fragment, Some(&end));
        }
    }));
}
