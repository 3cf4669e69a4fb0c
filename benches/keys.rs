//! What the benchmarks share: seeded keys, and texts of any length.

use jwt_debugger::crypto::generate;
use jwt_debugger::jose::algorithms::{Scheme, signature_algorithm};
use jwt_debugger::jose::key_spec::key_specs;
use jwt_debugger::keys::Material;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

/// The same numbers in each run.
pub fn seeded() -> ChaCha20Rng {
    ChaCha20Rng::from_seed([7; 32])
}

/// A scheme and a key for it, by the name of the algorithm; `None` for a name that is none.
pub fn scheme_and_key(alg: &str) -> Option<(Scheme, Material)> {
    let row = signature_algorithm(alg)?;
    let spec = *key_specs(alg).first()?;
    Some((row.scheme, generate(spec, &mut seeded()).ok()?))
}

/// A payload as directories make them, of about so many bytes.
pub fn payload(bytes: usize) -> String {
    let mut text = String::from(r#"{"sub":"somebody","exp":1893456000,"groups":["g""#);
    let mut number: u64 = 1;
    while text.len() + 40 < bytes {
        // Not all alike.
        number = number
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        text.push_str(&format!(r#","{number:016x}-group""#));
    }
    text.push_str("]}");
    text
}
