//! Keys as the Keys screen makes them, with every spelling it writes and the certificate it makes
//! for them, read by OpenSSL and by the JavaScript libraries.
//! Spec: RFC 5208, RFC 5280, RFC 5480, RFC 5915, RFC 8017 Appendix A.1, RFC 8410, RFC 7517.

use crate::key_forms::knows;
use crate::keys;
use crate::openssl::{OpenSsl, openssl};
use crate::ours;
use crate::peer::{LIBRARIES, peer};
use jwt_debugger::jose::algorithms::Curve;
use jwt_debugger::jose::key_spec::KeySpec;
use jwt_debugger::keys::making::{CertificateWish, MadeKey, Naming, NewKey, Purpose, SecretForm};
use jwt_debugger::keys::{certify, convert, make_key, read_key};
use serde_json::{Value, json};

/// Every kind that can be made, with what it is made for. OpenSSL reads an ML-DSA key from
/// version 3.5 on.
const KINDS: [(&str, KeySpec); 14] = [
    ("RS256", KeySpec::Rsa(2048)),
    ("PS384", KeySpec::Rsa(3072)),
    ("RS512", KeySpec::Rsa(4096)),
    ("ES256", KeySpec::Curve(Curve::P256)),
    ("ES384", KeySpec::Curve(Curve::P384)),
    ("ES512", KeySpec::Curve(Curve::P521)),
    ("ES256K", KeySpec::Curve(Curve::Secp256k1)),
    ("EdDSA", KeySpec::Curve(Curve::Ed25519)),
    ("EdDSA", KeySpec::Curve(Curve::Ed448)),
    ("ECDH-ES", KeySpec::Curve(Curve::X25519)),
    ("ECDH-ES", KeySpec::Curve(Curve::X448)),
    ("ML-DSA-44", KeySpec::MlDsa(44)),
    ("ML-DSA-65", KeySpec::MlDsa(65)),
    ("ML-DSA-87", KeySpec::MlDsa(87)),
];

fn make(alg: &str, spec: KeySpec) -> MadeKey {
    let new = NewKey {
        alg: alg.to_owned(),
        spec,
        secret: SecretForm::Bytes,
        names_alg: true,
        purpose: Purpose::Use,
        naming: Naming::Thumbprint,
    };
    make_key(&new, &mut keys::rng("generated")).unwrap()
}

fn is_ml_dsa(spec: KeySpec) -> bool {
    matches!(spec, KeySpec::MlDsa(_))
}

/// Whether it signs, and OpenSSL 3.0 knows how.
fn signs(spec: KeySpec) -> bool {
    !is_ml_dsa(spec) && !matches!(spec, KeySpec::Curve(Curve::X25519 | Curve::X448))
}

/// OpenSSL 3.5 is the first that knows ML-DSA.
fn knows_ml_dsa(openssl: &OpenSsl) -> bool {
    let said = openssl.text("version", &[]);
    let version = said.split(' ').nth(1).unwrap();
    let mut numbers = version.split('.').map(|number| number.parse().unwrap_or(0));
    let version: (u32, u32) = (numbers.next().unwrap(), numbers.next().unwrap());
    version >= (3, 5)
}

#[test]
fn openssl_reads_every_spelling_of_what_we_make() {
    let Some(openssl) = openssl("generated") else {
        return;
    };
    let knows_ml_dsa = knows_ml_dsa(&openssl);
    let (mut kinds, mut read) = (0, 0);
    for (alg, spec) in KINDS {
        if is_ml_dsa(spec) && !knows_ml_dsa {
            continue;
        }
        let made = make(alg, spec);
        let (_, spelled) = convert(&ours::key(made.private.expose()));
        let spelling = |id: &str| {
            let found = spelled[0].spellings.iter().find(|one| one.id == id);
            found.map(|one| one.text.expose().clone())
        };
        let public = spelling("spki").unwrap();
        for id in ["pkcs8", "pkcs1", "sec1"] {
            let Some(private) = spelling(id) else {
                continue;
            };
            let file = openssl.file(&private);
            let said = openssl.text("pkey -check -noout -in", &[&file]);
            assert!(said.contains("Key is valid"), "{alg} {id}: {said}");
            assert_eq!(openssl.text("pkey -pubout -in", &[&file]), public, "{alg}");
            read += 1;
        }
        let file = openssl.file(&public);
        openssl.run("pkey -pubin -pubcheck -noout -in", &[&file]);
        if let Some(pkcs1) = spelling("pkcs1-public") {
            let written = openssl.text("rsa -RSAPublicKey_in -in", &[&openssl.file(pkcs1)]);
            assert_eq!(written, public);
        }
        kinds += 1;
    }
    let more = if knows_ml_dsa { 3 } else { 0 };
    // RSA in two private spellings, EC in two, the others in PKCS #8 only.
    assert_eq!((kinds, read), (11 + more, 3 * 2 + 4 * 2 + 4 + more));
}

#[test]
fn openssl_takes_our_self_signed_certificates() {
    let Some(openssl) = openssl("self-signed") else {
        return;
    };
    let mut checked = 0;
    for (alg, spec) in KINDS.into_iter().filter(|(_, spec)| signs(*spec)) {
        let made = make(alg, spec);
        let wish = CertificateWish {
            key: ours::key(made.private.expose()),
            subject: "signer é.example".to_owned(),
            from: 1_767_225_600,
            days: 30,
        };
        let certificate = certify(&wish, &mut keys::rng("certificate")).unwrap();
        let file = openssl.file(&certificate.pem);
        let subject = openssl.text("x509 -noout -subject -nameopt utf8 -in", &[&file]);
        assert!(subject.contains("signer é.example"), "{subject}");
        let dates = openssl.text("x509 -noout -dates -in", &[&file]);
        assert!(
            dates.contains("notBefore=Jan  1 00:00:00 2026 GMT"),
            "{dates}"
        );
        assert!(
            dates.contains("notAfter=Jan 31 00:00:00 2026 GMT"),
            "{dates}"
        );
        // Its own signature holds, at a moment within its time and at no other.
        let verify = |at: &str| {
            let at_time = format!("verify -check_ss_sig -attime {at} -CAfile");
            openssl.try_run(&at_time, &[&file, &file])
        };
        let (holds, said, error) = verify("1768000000");
        assert!(holds, "{alg}: {}{error}", String::from_utf8_lossy(&said));
        let (holds, _, error) = verify("1790000000");
        assert!(!holds && error.contains("expired"), "{alg}: {error}");
        // It is of this key, and one changed byte of its signature is noticed.
        let public = openssl.text("x509 -noout -pubkey -in", &[&file]);
        let (_, spelled) = convert(&ours::key(made.private.expose()));
        let spki = spelled[0].spellings.iter().find(|one| one.id == "spki");
        assert_eq!(&public, spki.unwrap().text.expose(), "{alg}");
        let mut der = openssl.run("x509 -outform DER -in", &[&file]);
        let last = der.len() - 1;
        der[last] ^= 1;
        let broken = openssl.text("x509 -inform DER -in", &[&openssl.file(der)]);
        let broken = openssl.file(broken);
        let (holds, _, error) = openssl.try_run(
            "verify -check_ss_sig -attime 1768000000 -CAfile",
            &[&broken, &broken],
        );
        assert!(!holds && error.contains("signature"), "{alg}: {error}");
        checked += 1;
    }
    assert_eq!(checked, 9);
}

/// The whole JWK, with `alg`, `use` and `kid`, goes in; the key comes out.
#[test]
fn jose_reads_the_jwk_that_we_make() {
    let Some(peer) = peer() else { return };
    let (mut named, mut read) = (0, 0);
    for library in LIBRARIES {
        for (alg, spec) in KINDS.into_iter().filter(|(_, spec)| knows(library, *spec)) {
            let made = make(alg, spec);
            let jwk: Value = serde_json::from_str(made.private.expose()).unwrap();
            let public: Value = serde_json::from_str(&made.public).unwrap();
            assert_eq!(jwk["kid"], public["kid"]);
            // The fourth version is older than ML-DSA; the newest one names such keys, but what it
            // stands on does not read them yet: noble does that, in another file.
            if !(library == "jose-4" && is_ml_dsa(spec)) {
                let request = json!({ "op": "thumbprint", "library": library, "jwk": public });
                assert_eq!(peer.get(&request)["sha256"], jwk["kid"], "{alg}");
                named += 1;
            }
            if is_ml_dsa(spec) {
                continue;
            }
            let own = &read_key(&ours::key(made.private.expose())).keys[0];
            for (jwk, is_private) in [(&public, false), (&jwk, true)] {
                let request =
                    json!({ "op": "write-pem", "library": library, "jwk": jwk, "alg": alg });
                let pem = peer.get(&request);
                let theirs = &read_key(&ours::key(pem.as_str().unwrap())).keys[0];
                assert_eq!(theirs.facts.is_private, is_private);
                assert_eq!(
                    theirs.facts.thumbprint, own.facts.thumbprint,
                    "{alg}: {pem}"
                );
                if is_private {
                    assert_eq!(theirs.material, own.material);
                }
                read += 1;
            }
        }
    }
    // The newest version lacks three curves.
    assert_eq!((named, read), ((11 - 3) + 3 + 11, 2 * ((11 - 3) + 11)));
}
