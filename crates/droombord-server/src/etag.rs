//! Entity tags: whether the copy that a caller has is the current one (RFC 9110 section 13.1.2).

use axum::http::{HeaderMap, header};

/// Whether `If-None-Match` names this entity tag, or any at all (`*`). The comparison is weak: a proxy that compresses on its way makes
/// a strong tag a weak one. A list that is not right is followed as far as it is.
pub fn is_known(headers: &HeaderMap, tag: &str) -> bool {
    let opaque = tag.strip_prefix("W/").unwrap_or(tag).as_bytes();
    headers.get_all(header::IF_NONE_MATCH).iter().any(|line| {
        let line = line.as_bytes().trim_ascii();
        line == b"*" || Tags(line).any(|known| known == opaque)
    })
}

/// The entity tags of a list, without the marks of weak ones, each in its quotes. A comma may stand inside one.
struct Tags<'a>(&'a [u8]);

impl<'a> Iterator for Tags<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        // Empty elements count for nothing (RFC 9110 section 5.6.1).
        let start = self.0.iter().position(|byte| !matches!(byte, b',' | b' ' | b'\t'))?;
        let rest = self.0.get(start..)?;
        let rest = rest.strip_prefix(b"W/").unwrap_or(rest);
        let inside = rest.strip_prefix(b"\"")?;
        let length = inside.iter().position(|byte| *byte == b'"')? + 2;
        let (tag, after) = rest.split_at_checked(length)?;
        let ends = matches!(after.trim_ascii_start().first(), None | Some(b','));
        self.0 = if ends { after } else { &[] };
        ends.then_some(tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn a_copy_is_known_by_its_tag_however_a_list_is_written() {
        for (tag, lines, known) in [
            ("\"a\"", vec![], false),
            ("\"a\"", vec!["\"a\""], true),
            ("\"a\"", vec!["W/\"a\""], true),
            ("W/\"a\"", vec!["\"a\""], true),
            ("\"a\"", vec!["w/\"a\""], false),
            ("\"a\"", vec!["\"b\", \"a\""], true),
            ("\"a\"", vec!["\"b\",W/\"a\",\"c\""], true),
            ("\"a\"", vec![" ,, \t\"b\" , \"a\" ,"], true),
            ("\"a\"", vec!["\"b\"", "W/\"a\""], true),
            ("\"a\"", vec!["*"], true),
            ("\"a\"", vec![" * "], true),
            ("\"a\"", vec!["\"*\""], false),
            ("\"a,b\"", vec!["\"a,b\""], true),
            ("\"a\"", vec!["\"x,\"a\",y\""], false),
            ("\"a\"", vec!["a"], false),
            ("\"a\"", vec!["\"a"], false),
            ("\"a\"", vec!["\"A\""], false),
            ("\"a\"", vec!["\"aa\", \"\""], false),
            ("\"a\"", vec!["\"b\" \"a\""], false),
            ("\"a\"", vec![""], false),
        ] {
            let mut headers = HeaderMap::new();
            for line in &lines {
                headers.append(header::IF_NONE_MATCH, HeaderValue::from_static(line));
            }
            assert_eq!(is_known(&headers, tag), known, "{tag} in {lines:?}");
        }
    }
}
