//! Any table of values: read to its end in steps, and every row is a token or a reason.

use super::holds;
use jwt_debugger::job::{BatchPart, Draft};
use jwt_debugger::sign;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

pub const SEEDS: &[&str] = &[
    "sub,exp\na,1\nb,2\n",
    "sub;name\n\"a;b\";\"c\"\"d\"\n\n",
    "{\"sub\":\"a\"}\n{\"sub\":[1]}\n",
    "/address/city\tsub\nDelft\t1.0\n",
];

pub fn run(input: &[u8]) {
    let text = super::text(input);
    let mut part = BatchPart {
        draft: Draft {
            header: "{\"alg\":\"HS256\"}".to_owned(),
            payload: "{\"sub\":\"\"}".to_owned(),
            key: holds::key("a secret of more than thirty-two bytes, for HS256"),
            ..Draft::default()
        },
        rest: text.into_owned(),
        head: None,
        line: 1,
        count: 8,
    };
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    for _ in 0..6 {
        let done = match sign::batch(&part, &mut rng) {
            Ok(done) => done,
            Err(why) => {
                let said = holds::locale().say(&why);
                assert!(said != why.code, "{why:?}");
                return;
            }
        };
        assert!(done.rows.len() <= part.count);
        holds::place(&(0..done.read), &part.rest);
        assert!(done.line >= part.line);
        if done.read == 0 || done.read == part.rest.len() {
            return;
        }
        part.rest.drain(..done.read);
        part.head = done.head;
        part.line = done.line;
    }
}
