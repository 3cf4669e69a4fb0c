//! ML-DSA keys and signatures that break FIPS 204.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use super::*;

#[test]
fn ml_dsa_keys_of_wrong_length_are_refused() {
    let short = Material::Akp {
        alg: "ML-DSA-44".to_owned(),
        public: vec![0; 1311],
        private: None,
    };
    let refused = Err(CryptoError::Refused("ml-dsa-public-key-length"));
    assert_eq!(check("ML-DSA-44", &short, &vec![0; 2420]), refused);
    let seed = CryptoError::Refused("ml-dsa-seed-length");
    assert_eq!(ml_dsa_public("ML-DSA-87", &[0; 31]), Err(seed));
    assert_eq!(
        ml_dsa_public("ML-DSA-45", &[0; 32]),
        Err(CryptoError::WrongKeyType)
    );
}

#[test]
fn ml_dsa_hint_that_is_not_canonical_is_not_valid() {
    let key = key_for("ML-DSA-44");
    let mut signature = sign(scheme("ML-DSA-44"), &key, INPUT, &mut rng()).unwrap();
    // The last four bytes count hints and never go down (FIPS 204 algorithm 21).
    let end = signature.len();
    signature[end - 4..].copy_from_slice(&[80, 1, 80, 80]);
    assert_eq!(
        check("ML-DSA-44", &key, &signature),
        Err(CryptoError::Mismatch)
    );
}
