//! The targets of `tests/fuzz/` for libFuzzer, which counts what code each input reaches and goes
//! on from there. Every other change is made by a mutator that knows what tokens are made of.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

#[allow(dead_code)]
#[path = "../../tests/fuzz/mutate.rs"]
mod mutate;
#[path = "../../tests/fuzz/targets/mod.rs"]
mod targets;

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

pub use libfuzzer_sys;

/// The function behind a name.
pub fn function(name: &str) -> fn(&[u8]) {
    let target = targets::ALL.iter().find(|target| target.name == name);
    target.unwrap().run
}

/// Changes the first `size` bytes of `data`; says how many there are then.
pub fn mutate(data: &mut [u8], size: usize, most: usize, seed: u32) -> usize {
    if seed % 2 == 0 {
        return libfuzzer_sys::fuzzer_mutate(data, size, most);
    }
    let mut rng = ChaCha20Rng::seed_from_u64(seed.into());
    let mut input = data[..size].to_vec();
    let other = input.clone();
    mutate::change(&mut input, &other, &mut rng);
    let len = input.len().min(most);
    data[..len].copy_from_slice(&input[..len]);
    len
}

/// The entry of one target.
#[macro_export]
macro_rules! target {
    ($name:literal) => {
        $crate::libfuzzer_sys::fuzz_target!(
            init: { $crate::function($name); },
            |data: &[u8]| { $crate::function($name)(data); }
        );
        $crate::libfuzzer_sys::fuzz_mutator!(
            |data: &mut [u8], size: usize, max_size: usize, seed: u32| {
                $crate::mutate(data, size, max_size, seed)
            }
        );
    };
}
