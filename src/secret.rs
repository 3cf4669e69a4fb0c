//! Text and bytes that must not be printed, and memory that keeps nothing of them.
//!
//! A [`Secret`] is zeroed when it is dropped. Of the copies that others make of it on their way to
//! the screen, the worker or a key, none is a `Secret`: in the browser whatever is freed is zeroed,
//! and [`wipe_stack`] takes what calls left behind.

use serde::{Deserialize, Serialize};
use std::fmt;
use zeroize::{Zeroize, Zeroizing};

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ZEROES_WHAT_IS_FREED: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

/// More than any signature, key or password hash here takes; a worker's stack has a megabyte.
const DEEPEST: usize = 256 * 1024;

/// Overwrites what calls that have returned left on the stack, such as the block that a hash was
/// fed from.
#[inline(never)]
pub fn wipe_stack() {
    std::hint::black_box(&mut [0_u8; DEEPEST]);
}

/// Secret bytes or text. `Debug` prints `[redacted]`; the memory is zeroed on drop.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Secret<T: Zeroize>(Zeroizing<T>);

impl<T: Zeroize> Secret<T> {
    /// Takes ownership; the caller's copy is this one.
    pub fn new(value: T) -> Self {
        Secret(Zeroizing::new(value))
    }

    /// The secret itself. The name is long on purpose: every use can be found.
    pub fn expose(&self) -> &T {
        &self.0
    }
}

impl<T: Zeroize> fmt::Debug for Secret<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl<T: Zeroize + Serialize> Serialize for Secret<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, T: Zeroize + Deserialize<'de>> Deserialize<'de> for Secret<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Secret::new)
    }
}
