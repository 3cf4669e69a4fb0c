//! Randomness from `crypto.getRandomValues`, which every browser has in every context.

use rand_core::{CryptoRng, Error, RngCore};

/// The browser's random generator as the trait that signing and key generation take.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserRng;

impl RngCore for BrowserRng {
    fn next_u32(&mut self) -> u32 {
        rand_core::impls::next_u32_via_fill(self)
    }

    fn next_u64(&mut self) -> u64 {
        rand_core::impls::next_u64_via_fill(self)
    }

    fn fill_bytes(&mut self, bytes: &mut [u8]) {
        if self.try_fill_bytes(bytes).is_err() {
            // Going on with bytes that are not random would make a key that only looks like
            // one. The trap ends the worker, and the page says that it stopped.
            std::process::abort();
        }
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Error> {
        getrandom::fill(bytes)
            .map_err(|_| Error::from(std::num::NonZeroU32::MIN.saturating_add(Error::CUSTOM_START)))
    }
}

impl CryptoRng for BrowserRng {}
