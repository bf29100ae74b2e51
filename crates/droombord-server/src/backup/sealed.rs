//! The format of a backup, written and read as it comes: a line of text, a salt, and pieces of 64 KiB sealed with
//! XChaCha20-Poly1305 under a key that argon2id makes of the passphrase. Each piece is bound to its place and to whether it is the
//! last, so that nothing can be left out, moved or cut off unseen (the STREAM construction, Hoang and others 2015).
//!
//! Inside stand the parts: the lengths of name and bytes (8 bytes each, big endian), then both.

use crate::cli::CliError;
use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::{
    XChaCha20Poly1305, XNonce,
    aead::{Aead, KeyInit, Payload},
};
use std::io::{self, BufRead, BufReader, Read, Write};
use zeroize::Zeroizing;

pub(super) const MAGIC: &[u8] = b"droombord backup 1\n";
pub(super) const SALT: usize = 16;
const PIECE: usize = 64 * 1024;
const TAG: usize = 16;
/// 64 MiB, three passes, one lane: RFC 9106, section 4, second recommendation, but for the lanes. Its own tests make many keys.
const COST: (u32, u32, u32) = if cfg!(test) { (64, 1, 1) } else { (64 * 1024, 3, 1) };
/// No name of a part is as long.
const MAX_NAME: u64 = 100;

fn cipher(passphrase: &[u8], salt: &[u8]) -> Result<XChaCha20Poly1305, CliError> {
    let (memory, passes, lanes) = COST;
    let mut key = Zeroizing::new([0; 32]);
    let made = Params::new(memory, passes, lanes, Some(key.len())).and_then(|params| {
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into(passphrase, salt, key.as_mut())
    });
    made.map_err(|error| CliError::Said(format!("the key could not be made: {error}")))?;
    Ok(XChaCha20Poly1305::new((&*key).into()))
}

/// The number of a piece and whether it is the last: never the same twice under one key, which is new for each salt.
fn nonce(place: u64, last: bool) -> XNonce {
    let mut nonce = [0; 24];
    nonce[..8].copy_from_slice(&place.to_be_bytes());
    nonce[8] = u8::from(last);
    XNonce::from(nonce)
}

/// What stands before the bytes of a part.
pub(super) fn head_of_part(name: &str, bytes: u64) -> Vec<u8> {
    [&(name.len() as u64).to_be_bytes()[..], &bytes.to_be_bytes(), name.as_bytes()].concat()
}

/// Seals what is written into it.
pub(super) struct Sealing<W> {
    out: W,
    cipher: XChaCha20Poly1305,
    /// What is not sealed yet: one piece at most.
    open: Zeroizing<Vec<u8>>,
    place: u64,
    /// Bytes that are still to come: the last piece must be known as such when it is sealed.
    left: u64,
}

impl<W: Write> Sealing<W> {
    /// Begins a backup of so many bytes, heads of parts included.
    pub(super) fn begin(mut out: W, passphrase: &[u8], salt: [u8; SALT], bytes: u64) -> Result<Self, CliError> {
        let cipher = cipher(passphrase, &salt)?;
        let begun = out.write_all(MAGIC).and_then(|()| out.write_all(&salt));
        begun.map_err(|error| CliError::Said(format!("the backup cannot be written: {error}")))?;
        Ok(Self { out, cipher, open: Zeroizing::new(Vec::with_capacity(PIECE)), place: 0, left: bytes })
    }

    /// The end: fails when less was written than was said.
    pub(super) fn finish(mut self) -> io::Result<W> {
        if self.left > 0 {
            return Err(io::Error::other("the database changed its size while it was read"));
        }
        self.seal()?;
        self.out.flush()?;
        Ok(self.out)
    }

    fn seal(&mut self) -> io::Result<()> {
        if !self.open.is_empty() {
            let nonce = nonce(self.place, self.left == 0);
            let sealed = self.cipher.encrypt(&nonce, Payload { msg: &self.open, aad: MAGIC });
            self.out.write_all(&sealed.map_err(|_| io::Error::other("the backup could not be sealed"))?)?;
            self.open.clear();
            self.place += 1;
        }
        Ok(())
    }
}

impl<W: Write> Write for Sealing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let some = &bytes[..bytes.len().min(PIECE - self.open.len())];
        self.left = self
            .left
            .checked_sub(some.len() as u64)
            .ok_or_else(|| io::Error::other("the database changed its size while it was read"))?;
        self.open.extend_from_slice(some);
        if self.open.len() == PIECE {
            self.seal()?;
        }
        Ok(some.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Opens a sealed backup while it is read. It ends only where the last piece ends.
pub(super) struct Opening<R> {
    from: BufReader<R>,
    cipher: XChaCha20Poly1305,
    open: Zeroizing<Vec<u8>>,
    /// Bytes of the open piece that were taken.
    taken: usize,
    place: u64,
}

impl<R: Read> Opening<R> {
    pub(super) fn begin(from: R, passphrase: &[u8]) -> Result<Self, CliError> {
        let mut from = BufReader::with_capacity(PIECE + TAG, from);
        let mut head = [0; MAGIC.len() + SALT];
        let salt = from.read_exact(&mut head).ok().and_then(|()| head.strip_prefix(MAGIC));
        let salt = salt.ok_or_else(|| CliError::Said("this is not a backup of ours".to_owned()))?;
        let cipher = cipher(passphrase, salt)?;
        Ok(Self { from, cipher, open: Zeroizing::new(Vec::new()), taken: 0, place: 0 })
    }

    /// The name and the length of the next part; its bytes come next.
    pub(super) fn next_part(&mut self) -> io::Result<Option<(String, u64)>> {
        if self.fill_buf()?.is_empty() {
            return Ok(None);
        }
        let mut number = || {
            let mut bytes = [0; 8];
            self.read_exact(&mut bytes).map(|()| u64::from_be_bytes(bytes))
        };
        let (name, bytes) = (number()?, number()?);
        let mut text = String::new();
        if name > MAX_NAME || self.take(name).read_to_string(&mut text)? as u64 != name {
            return Err(io::Error::other("the backup is damaged"));
        }
        Ok(Some((text, bytes)))
    }
}

impl<R: Read> BufRead for Opening<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.taken == self.open.len() {
            let mut sealed = Vec::with_capacity(PIECE + TAG);
            (&mut self.from).take((PIECE + TAG) as u64).read_to_end(&mut sealed)?;
            self.open.clear();
            self.taken = 0;
            if !sealed.is_empty() {
                let nonce = nonce(self.place, self.from.fill_buf()?.is_empty());
                let open = self.cipher.decrypt(&nonce, Payload { msg: &sealed, aad: MAGIC });
                self.open =
                    Zeroizing::new(open.map_err(|_| {
                        io::Error::other("the passphrase is wrong, or the backup is damaged or cut off")
                    })?);
                self.place += 1;
            }
        }
        Ok(&self.open[self.taken..])
    }

    fn consume(&mut self, bytes: usize) {
        self.taken = self.open.len().min(self.taken + bytes);
    }
}

impl<R: Read> Read for Opening<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let mut open = self.fill_buf()?;
        let read = open.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seal(parts: &[(&str, Vec<u8>)]) -> Result<Vec<u8>, CliError> {
        let failed = |error: io::Error| CliError::Said(error.to_string());
        let all = parts.iter().map(|(name, bytes)| [head_of_part(name, bytes.len() as u64), bytes.clone()].concat());
        let all = all.collect::<Vec<_>>().concat();
        let mut sealing = Sealing::begin(Vec::new(), b"een lange zin", [3; SALT], all.len() as u64)?;
        sealing.write_all(&all).map_err(failed)?;
        sealing.finish().map_err(failed)
    }

    fn open(passphrase: &[u8], sealed: &[u8]) -> Result<Vec<(String, Vec<u8>)>, CliError> {
        let failed = |error: io::Error| CliError::Said(error.to_string());
        let mut opening = Opening::begin(sealed, passphrase)?;
        let mut parts = Vec::new();
        while let Some((name, length)) = opening.next_part().map_err(failed)? {
            let mut bytes = Vec::new();
            (&mut opening).take(length).read_to_end(&mut bytes).map_err(failed)?;
            parts.push((name, bytes));
        }
        Ok(parts)
    }

    #[test]
    fn a_backup_opens_with_its_passphrase_whole_and_in_order_only() -> Result<(), CliError> {
        // Heads included: less than a piece, exactly one, exactly two, and something between.
        for length in [0, 5, PIECE - 34, 2 * PIECE - 34, PIECE + 5] {
            let parts = [("a", vec![1; length]), ("b", vec![])];
            let sealed = seal(&parts)?;
            assert_eq!(open(b"een lange zin", &sealed)?, parts.map(|(name, bytes)| (name.to_owned(), bytes)));
            assert!(open(b"een andere zin", &sealed).is_err());
            let mut changed = sealed.clone();
            changed[MAGIC.len() + SALT + 10] ^= 1;
            assert!(open(b"een lange zin", &changed).is_err());
            let cut = sealed.len() - 1;
            assert!(open(b"een lange zin", &sealed[..cut]).is_err(), "{length}");
        }
        let sealed = seal(&[("a", vec![1; PIECE + 5])])?;
        assert!(open(b"een lange zin", &sealed[..MAGIC.len() + SALT + PIECE + TAG]).is_err(), "cut off between pieces");
        assert!(Opening::begin(&b"droombord backup 2\n0123456789abcdef"[..], b"een lange zin").is_err());
        let mut short = Sealing::begin(Vec::new(), b"een lange zin", [3; SALT], 3)?;
        assert!(short.write_all(b"ab").is_ok() && short.finish().is_err(), "less than was said");
        Ok(())
    }
}
