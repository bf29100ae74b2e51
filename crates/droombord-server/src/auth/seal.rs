//! Seals what the server must be able to read again (the secrets of second factors), so that a copy of the database
//! alone is no use: the key comes from the secret file beside it. The dice are an argument.

use chacha20poly1305::{
    XChaCha20Poly1305, XNonce,
    aead::{Aead, KeyInit, Payload},
};

/// How many random bytes one sealing needs: the long nonce of XChaCha20, so that random ones never meet.
pub const NONCE_BYTES: usize = 24;

/// Seals `open` for one owner: the same bytes do not open for another (they cannot be moved between rows).
///
/// Gives `None` only when there is no room for the result.
pub fn seal(key: &[u8; 32], nonce: [u8; NONCE_BYTES], owner: &[u8], open: &[u8]) -> Option<Vec<u8>> {
    let sealed =
        XChaCha20Poly1305::new(key.into()).encrypt(&XNonce::from(nonce), Payload { msg: open, aad: owner }).ok()?;
    Some([nonce.as_slice(), &sealed].concat())
}

/// Opens what [`seal`] made; `None` when it was changed, moved to another owner, or sealed under another key.
pub fn open(key: &[u8; 32], owner: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, sealed) = sealed.split_first_chunk::<NONCE_BYTES>()?;
    XChaCha20Poly1305::new(key.into()).decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: owner }).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_key_and_the_owner_open_it() -> Result<(), &'static str> {
        let sealed = seal(&[1; 32], [2; NONCE_BYTES], b"owner", b"secret").ok_or("sealing failed")?;
        assert_eq!(open(&[1; 32], b"owner", &sealed).as_deref(), Some(b"secret".as_slice()));
        assert!(!sealed.windows(6).any(|bytes| bytes == b"secret"));
        assert_eq!(open(&[3; 32], b"owner", &sealed), None);
        assert_eq!(open(&[1; 32], b"other", &sealed), None);
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert_eq!(open(&[1; 32], b"owner", &changed), None);
        }
        assert_eq!(open(&[1; 32], b"owner", b"short"), None);
        Ok(())
    }
}
