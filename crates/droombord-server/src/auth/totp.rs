//! The second factor: time-based one-time codes (RFC 6238: HMAC-SHA-1, 6 digits, 30 seconds), base 32 (RFC 4648) and
//! the `otpauth://` address that authenticator apps read. No clock and no dice here: both are arguments.

use data_encoding::BASE32_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use std::fmt;
use subtle::ConstantTimeEq;

/// How long one code counts, in seconds.
pub const STEP_SECONDS: u64 = 30;
/// How many bytes a secret has: as many as the output of SHA-1 (RFC 4226, section 4, R6).
pub const SECRET_BYTES: usize = 20;

const DIGITS: u32 = 6;
/// A phone's clock may be one step early or late (RFC 6238, section 5.2).
const DRIFT: u64 = 1;
const ISSUER: &str = "Droombord";

/// What an authenticator app and the server both know. Its `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct TotpSecret([u8; SECRET_BYTES]);

impl TotpSecret {
    /// Makes a secret out of random bytes; the caller brings the dice.
    pub fn new(bytes: [u8; SECRET_BYTES]) -> Self {
        Self(bytes)
    }

    /// Reads a secret that was typed over.
    pub fn from_base32(typed: &str) -> Option<Self> {
        let even: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
        BASE32_NOPAD.decode(even.to_ascii_uppercase().as_bytes()).ok()?.try_into().ok().map(Self)
    }

    /// The bytes, to seal them.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The secret in base 32, to type over.
    pub fn base32(&self) -> String {
        BASE32_NOPAD.encode(&self.0)
    }

    /// The address that an authenticator app reads, mostly from a QR code.
    pub fn uri(&self, account: &str) -> String {
        let label = percent(account);
        format!(
            "otpauth://totp/{ISSUER}:{label}?secret={}&issuer={ISSUER}&algorithm=SHA1&digits={DIGITS}&period={STEP_SECONDS}",
            self.base32()
        )
    }

    /// The code of one step.
    pub fn code(&self, step: u64) -> String {
        // HMAC takes keys of any length, so this cannot fail; a code that nobody can type is the safe answer.
        let Ok(mut mac) = Hmac::<Sha1>::new_from_slice(&self.0) else { return String::new() };
        mac.update(&step.to_be_bytes());
        let hash = mac.finalize().into_bytes();
        let offset = usize::from(hash[hash.len() - 1] & 0x0f);
        let number = u32::from_be_bytes([hash[offset] & 0x7f, hash[offset + 1], hash[offset + 2], hash[offset + 3]]);
        format!("{:0width$}", number % 10_u32.pow(DIGITS), width = DIGITS as usize)
    }

    /// The step whose code this is, when it is near now and later than the last one that was used.
    ///
    /// A code counts once (RFC 6238, section 5.2): somebody who looked on cannot use it again. Every step of the window
    /// is computed and compared, whatever the code, so that the time tells nothing.
    pub fn matching_step(&self, code: &str, now: u64, used: Option<u64>) -> Option<u64> {
        let typed: String = code.chars().filter(|c| !c.is_whitespace()).collect();
        let current = now / STEP_SECONDS;
        // A step of the future was used while the clock was wrong: it must not lock its owner out until then.
        let used = used.filter(|used| *used <= newest_step(now));
        let mut found = None;
        for step in current.saturating_sub(DRIFT)..=current + DRIFT {
            let right = self.code(step).as_bytes().ct_eq(typed.as_bytes());
            if bool::from(right) && used.is_none_or(|used| step > used) {
                found = Some(step);
            }
        }
        found
    }
}

/// The newest step whose code counts now.
pub const fn newest_step(now: u64) -> u64 {
    now / STEP_SECONDS + DRIFT
}

impl fmt::Debug for TotpSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TotpSecret(…)")
    }
}

impl TryFrom<&[u8]> for TotpSecret {
    type Error = std::array::TryFromSliceError;

    fn try_from(bytes: &[u8]) -> Result<Self, Self::Error> {
        bytes.try_into().map(Self)
    }
}

fn percent(raw: &str) -> String {
    raw.bytes().fold(String::new(), |mut text, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rfc() -> TotpSecret {
        TotpSecret::new(*b"12345678901234567890")
    }

    #[test]
    fn the_codes_are_those_of_rfc_6238() {
        // Appendix B has eight digits; ours are the last six.
        for (time, code) in [
            (59_u64, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(rfc().code(time / STEP_SECONDS), code, "at {time}");
        }
    }

    #[test]
    fn one_step_early_or_late_counts_and_two_do_not() {
        let now = 1_000_000 * STEP_SECONDS;
        for (step, counts) in
            [(999_998, false), (999_999, true), (1_000_000, true), (1_000_001, true), (1_000_002, false)]
        {
            let code = rfc().code(step);
            assert_eq!(rfc().matching_step(&code, now, None), counts.then_some(step));
        }
    }

    #[test]
    fn a_code_counts_once_and_no_older_one_after_it() {
        let now = 1_000_000 * STEP_SECONDS;
        for (step, counts) in [(999_999, false), (1_000_000, false), (1_000_001, true)] {
            assert_eq!(rfc().matching_step(&rfc().code(step), now, Some(1_000_000)).is_some(), counts);
        }
    }

    #[test]
    fn a_code_that_was_used_in_the_future_locks_nobody_out() {
        let now = 1_000_000 * STEP_SECONDS;
        let code = rfc().code(1_000_000);
        assert_eq!(rfc().matching_step(&code, now, Some(1_000_001)), None);
        for used in [1_000_002, 1_576_000, u64::MAX] {
            assert_eq!(rfc().matching_step(&code, now, Some(used)), Some(1_000_000), "{used}");
        }
    }

    #[test]
    fn a_space_in_the_middle_is_fine_and_anything_else_is_not_a_code() {
        let code = rfc().code(7);
        let now = 7 * STEP_SECONDS;
        assert_eq!(rfc().matching_step(&format!("{} {}", &code[..3], &code[3..]), now, None), Some(7));
        for wrong in ["", "12345", &format!("{code}0"), "é", "000000"] {
            assert_eq!(rfc().matching_step(wrong, now, None), None, "{wrong:?}");
        }
    }

    #[test]
    fn an_app_can_read_the_address_whatever_the_name() {
        let uri = rfc().uri("Zoë & co");
        assert_eq!(
            uri,
            "otpauth://totp/Droombord:Zo%C3%AB%20%26%20co?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Droombord&algorithm=SHA1&digits=6&period=30"
        );
        assert_eq!(TotpSecret::from_base32("gezd gnbv GY3TQOJQGEZDGNBVGY3TQOJQ"), Some(rfc()));
        assert_eq!(format!("{:?}", rfc()), "TotpSecret(…)");
    }
}
