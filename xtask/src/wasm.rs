//! The one thing about the wasm format that the build needs to know: how to leave out what no browser reads.
//!
//! The names of functions are more than a fifth of a download. `wasm-opt` drops them too, but it comes by npm, and the app must be as small
//! where there is no Node.

use anyhow::{Context, Result, ensure};

/// Custom sections for debuggers and tools.
const DROPPED: [&[u8]; 3] = [b"name", b"producers", b"target_features"];

/// The module without its sections for debuggers.
pub(crate) fn for_browsers(module: &[u8]) -> Result<Vec<u8>> {
    const HEAD: usize = 8;
    ensure!(module.starts_with(b"\0asm"), "this is no wasm module");
    let mut kept = module.get(..HEAD).context("the module is cut off")?.to_vec();
    let mut rest = module.get(HEAD..).unwrap_or_default();
    while let Some((id, after)) = rest.split_first() {
        let (size, body) = number(after).context("the size of a section is cut off")?;
        let content = body.get(..size).context("a section is cut off")?;
        let end = rest.len() - body.len() + size;
        let custom = *id == 0;
        let name = number(content).and_then(|(length, text)| text.get(..length));
        if !(custom && name.is_some_and(|name| DROPPED.contains(&name))) {
            kept.extend_from_slice(rest.get(..end).unwrap_or_default());
        }
        rest = rest.get(end..).unwrap_or_default();
    }
    Ok(kept)
}

/// An unsigned number as wasm writes it (LEB128, at most 32 bits), and what follows.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0;
    for (at, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some((value, bytes.get(at + 1..)?));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_and_everything_else_stays() -> Result<()> {
        let head = b"\0asm\x01\0\0\0";
        let types = b"\x01\x01\0";
        let names = b"\0\x07\x04name\x01\x02";
        let other = b"\0\x05\x04mine";
        let module = [&head[..], types, names, other].concat();
        assert_eq!(for_browsers(&module)?, [&head[..], types, other].concat());
        Ok(())
    }

    #[test]
    fn a_module_that_is_cut_off_is_refused() {
        assert!(for_browsers(b"\0asm\x01\0\0\0\x01\x09\0").is_err());
        assert!(for_browsers(b"something else").is_err());
    }

    #[test]
    fn a_number_of_two_bytes_is_read() {
        assert_eq!(number(&[0xac, 0x02, 9]), Some((300, &[9][..])));
    }
}
