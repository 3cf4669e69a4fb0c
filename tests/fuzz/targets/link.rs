//! Anything behind `#`: no key gets in that is private, and a set that is read is written so that
//! it reads as the same.

use super::holds;
use jwt_debugger::base64url::encode;
use jwt_debugger::keys::{Material, read_key};
use jwt_debugger::ui::deep_link::{Fragment, read};
use jwt_debugger::ui::exercise_set;

pub const SEEDS: &[&str] = &[
    "#/inspect",
    "#jwks=https%3A%2F%2Fissuer.example%2Fjwks",
    "#key=-----BEGIN+PUBLIC+KEY-----%0AMCowBQYDK2VwAyEA",
    "{\"name\":\"Monday\",\"items\":[\"read\",{\"task\":\"look\",\"token\":\"e30.e30.\",\"key\":\"secret\",\"secret\":true,\"reading\":\"hex\"}]}",
    "{\"name\":\"Tuesday\",\"items\":[{\"task\":\"x\",\"token\":\"y\",\"key\":\"{\\\"kty\\\":\\\"oct\\\",\\\"k\\\":\\\"AA\\\"}\"}]}",
];

pub fn run(input: &[u8]) {
    let text = super::text(input);
    if let Fragment::Link(link) = read(&text)
        && let Some(key) = &link.key
    {
        for one in read_key(&holds::key(key)).keys {
            let is_secret = matches!(one.material, Material::Oct(_));
            assert!(!one.facts.is_private || is_secret, "a private key: {key}");
        }
    }
    for set in [text.clone().into_owned(), encode(input)] {
        let Ok(first) = exercise_set::read(&set) else {
            continue;
        };
        let written = exercise_set::write(&first.set);
        let again = exercise_set::read(&written).unwrap();
        assert_eq!(exercise_set::write(&again.set), written);
        assert_eq!(again.set.items.len(), first.set.items.len());
        assert_eq!((again.unknown, again.without_key), (0, 0));
    }
}
