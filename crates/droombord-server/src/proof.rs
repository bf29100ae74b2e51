//! Proof of work: what a call that takes a post in must bring while the server is flooded, and at no other time.
//!
//! It is a little counting that a cheap phone does in under a second, and that makes ten thousand posts dear for whoever sends
//! them. Nobody is recognised by it, and nobody else is asked (no captcha). The challenge comes with the refusal and is good
//! for some minutes; a proof belongs to one `Idempotency-Key`, so that it takes in one post. Nothing is remembered here.

use crate::{
    clock::Seconds,
    secret::{Purpose, Secret},
};
use droombord_domain::problem::ProofWanted;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// A new challenge is made so often; the one before is still good: what was offline or slow may take that long.
const WINDOW: Seconds = 10 * 60;
/// Number of nonces that are asked, each with a number of zero bits: 65,536 hashes are expected, and one in a hundred proofs takes more
/// than 1.7 times as many. One number with as many bits would sometimes take five times as many.
const PARTS: u32 = 16;
const BITS: u32 = 12;
/// A number has at most so many digits.
const DIGITS: usize = 8;

/// What is asked now.
pub fn wanted(secret: &Secret, now: Seconds) -> ProofWanted {
    ProofWanted { challenge: challenge(secret, now.div_euclid(WINDOW)), parts: PARTS, bits: BITS }
}

/// Whether a header, `challenge:number,number,…`, is a proof for the call with this `Idempotency-Key`.
pub fn holds(header: &str, secret: &Secret, idempotency: Uuid, now: Seconds) -> bool {
    let Some((given, numbers)) = header.split_once(':') else { return false };
    let window = now.div_euclid(WINDOW);
    if ![window, window - 1].iter().any(|window| challenge(secret, *window) == given) {
        return false;
    }
    let mut numbers = numbers.split(',');
    let all = (0..PARTS).all(|part| numbers.next().is_some_and(|number| counts(given, idempotency, part, number)));
    all && numbers.next().is_none()
}

/// One number: the SHA-256 of `challenge:idempotency-key:part:number` begins with enough zero bits.
fn counts(challenge: &str, idempotency: Uuid, part: u32, number: &str) -> bool {
    if number.len() != DIGITS || !number.bytes().all(|digit| digit.is_ascii_digit()) {
        return false;
    }
    let hash = Sha256::digest(format!("{challenge}:{idempotency}:{part}:{number}"));
    let first = hash.iter().take(4).fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte));
    first.leading_zeros() >= BITS
}

fn challenge(secret: &Secret, window: Seconds) -> String {
    secret.mac_hex(Purpose::Proof, &[&window.to_be_bytes()]).chars().take(32).collect()
}

/// Does the work, as `assets/outbox.js` does it in the browser. For tests and benches.
pub fn work(wanted: &ProofWanted, idempotency: Uuid) -> String {
    let ProofWanted { challenge, parts, .. } = wanted;
    let numbers = (0..*parts).map(|part| {
        let found = (0..10_u32.pow(8)).map(|number| format!("{number:08}"));
        found.into_iter().find(|number| counts(challenge, idempotency, part, number)).unwrap_or_default()
    });
    format!("{challenge}:{}", numbers.collect::<Vec<_>>().join(","))
}
