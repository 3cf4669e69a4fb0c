//! The page's signals and memos: Leptos' own, with what they hold behind one type.
//!
//! Leptos makes the code of a signal or memo once for each type it holds, two kilobytes a time.
//! Here there is one of each, and a value is found behind it by its type.

use leptos::prelude::{
    Effect, Get as _, GetUntracked as _, Memo as LeptosMemo, RwSignal as LeptosSignal, Set as _,
};
use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

/// What can be held.
pub trait Value: Send + Sync + 'static {}

impl<T: Send + Sync + 'static> Value for T {}

/// A value that the person or the outside world changes.
#[derive(Debug)]
pub struct RwSignal<T> {
    held: LeptosSignal<Held>,
    of: PhantomData<fn() -> T>,
}

/// A value that follows from others.
#[derive(Debug)]
pub struct Memo<T> {
    held: LeptosMemo<Held>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T: Value> RwSignal<T> {
    /// Holds `value` for as long as its owner lives.
    pub fn new(value: T) -> Self {
        RwSignal {
            held: LeptosSignal::new(Held::new(value, |_, _| false)),
            of: PhantomData,
        }
    }

    /// Takes a new value and wakes what follows from it.
    pub fn set(self, value: T) {
        set(self.held, Held::new(value, |_, _| false));
    }

    /// Lends the value to `read`; what runs this follows the signal.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(get(self.held).lend())
    }

    /// Lends the value to `read`, which does not follow the signal.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(get_untracked(self.held).lend())
    }
}

impl<T: Value + Clone> RwSignal<T> {
    /// The value; what runs this follows the signal.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value, without following the signal.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }

    /// Changes the value and wakes what follows from it.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        let mut value = self.get_untracked();
        change(&mut value);
        self.set(value);
    }
}

impl<T: Value> RwSignal<Option<T>> {
    /// Drops the value once it is of no use any more: it may hold what nobody wants kept.
    pub fn drop_unless(self, is_of_use: impl FnOnce(&T) -> bool) {
        let is_to_go = self.with_untracked(|value| value.as_ref().is_some_and(|it| !is_of_use(it)));
        if is_to_go {
            self.set(None);
        }
    }
}

impl<T: Value + PartialEq> Memo<T> {
    /// Follows what `make` reads; `make` is lent the value before. What follows the memo is woken
    /// when the value is another one.
    pub fn new(make: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        let is_same: IsSame = |a, b| match (a.downcast_ref::<T>(), b.downcast_ref::<T>()) {
            (Some(a), Some(b)) => a == b,
            _ => false,
        };
        let make = move |before: Option<&Held>| Held::new(make(before.map(Held::lend)), is_same);
        Memo {
            held: memo(Box::new(make)),
            of: PhantomData,
        }
    }
}

impl<T: Value> Memo<T> {
    /// Lends the value to `read`; what runs this follows the memo.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(get_memo(self.held).lend())
    }

    /// Lends the value to `read`, which does not follow the memo.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(get_memo_untracked(self.held).lend())
    }

    /// Follows the memo without looking at it. It is worked out all the same: one that never was
    /// does not know yet what it follows, and would wake nobody.
    pub fn track(self) {
        let _ = get_memo(self.held);
    }
}

impl<T: Value + Clone> Memo<T> {
    /// The value; what runs this follows the memo.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value, without following the memo.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

/// Writes to the outside world now and whenever what `act` reads changes, once all that is shown
/// has settled.
pub fn effect(mut act: impl FnMut() + 'static) {
    let act: Box<dyn FnMut(Option<()>)> = Box::new(move |_| act());
    Effect::new(act);
}

/// A value of some type.
#[derive(Clone)]
struct Held {
    value: Arc<dyn Any + Send + Sync>,
    is_same: IsSame,
}

type Make = Box<dyn Fn(Option<&Held>) -> Held + Send + Sync>;

type IsSame = fn(&dyn Any, &dyn Any) -> bool;

impl Held {
    fn new<T: Value>(value: T, is_same: IsSame) -> Held {
        Held {
            value: Arc::new(value),
            is_same,
        }
    }

    #[allow(
        clippy::panic,
        reason = "a signal or memo holds its own type, which its constructor put there"
    )]
    fn lend<T: Value>(&self) -> &T {
        match self.value.downcast_ref() {
            Some(value) => value,
            None => panic!("a signal of another type"),
        }
    }
}

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.value, &other.value) || (self.is_same)(&*self.value, &*other.value)
    }
}

impl std::fmt::Debug for Held {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Held")
    }
}

#[inline(never)]
fn set(signal: LeptosSignal<Held>, value: Held) {
    // What is set may be gone by the time an answer comes.
    let _ = signal.try_set(value);
}

#[inline(never)]
fn get(signal: LeptosSignal<Held>) -> Held {
    signal.get()
}

#[inline(never)]
fn get_untracked(signal: LeptosSignal<Held>) -> Held {
    signal.get_untracked()
}

#[inline(never)]
fn get_memo(memo: LeptosMemo<Held>) -> Held {
    memo.get()
}

#[inline(never)]
fn get_memo_untracked(memo: LeptosMemo<Held>) -> Held {
    memo.get_untracked()
}

#[inline(never)]
fn memo(make: Make) -> LeptosMemo<Held> {
    LeptosMemo::new(make)
}
