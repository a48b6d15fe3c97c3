//! Turns form feeds and nulls between the words of a file, which are white space, into blanks (ISO 32000-1, 7.2.2).

use std::borrow::Cow;

/// The end of a stream.
const END: &[u8] = b"endstream";

/// The file with blanks in the place of form feeds and nulls: not every reader takes them for white space. Nothing moves, and
/// strings, comments and streams stay as they are.
pub(super) fn with_plain_blanks(bytes: &[u8]) -> Cow<'_, [u8]> {
    let is_odd = |byte: &u8| matches!(byte, b'\x0c' | b'\0');
    if !bytes.iter().any(is_odd) {
        return Cow::Borrowed(bytes);
    }
    let mut out: Option<Vec<u8>> = None;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let rest = &bytes[at..];
        match byte {
            b'\x0c' | b'\0' => out.get_or_insert_with(|| bytes.to_vec())[at] = b' ',
            b'(' => at += string(rest).saturating_sub(1),
            b'%' => at += comment(rest).saturating_sub(1),
            b's' if rest.starts_with(b"stream") => at += stream(rest).saturating_sub(1),
            _ => {}
        }
        at += 1;
    }
    out.map_or(Cow::Borrowed(bytes), Cow::Owned)
}

/// The length of a string in parentheses, or of its first parenthesis if it has no end.
fn string(bytes: &[u8]) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 1,
            b'(' => depth += 1,
            b')' if depth <= 1 => return at + 1,
            b')' => depth -= 1,
            // Where the parentheses of damaged or binary data do not match, what follows is read as it stands.
            b'e' if bytes[at..].starts_with(b"endobj") => return 1,
            _ => {}
        }
        at += 1;
    }
    1
}

/// The length of a comment.
fn comment(bytes: &[u8]) -> usize {
    bytes.iter().position(|byte| matches!(byte, b'\r' | b'\n')).unwrap_or(bytes.len())
}

/// The length of a stream, from its keyword to its end, or of the keyword.
fn stream(bytes: &[u8]) -> usize {
    const KEYWORD: usize = b"stream".len();
    if !matches!(bytes.get(KEYWORD), Some(b'\r' | b'\n')) {
        return KEYWORD;
    }
    let end = bytes.windows(END.len()).position(|window| window == END);
    end.map_or(bytes.len(), |end| end + END.len())
}

#[cfg(test)]
mod tests {
    use super::with_plain_blanks;

    #[test]
    fn form_feeds_between_words_become_blanks_and_others_stay() {
        let bytes = b"1\x0c0\x0cobj <</A(\x0c\\)\x0c)>> %\x0c\nstream\n\x0c\0endstream\x0cendobj\0";
        let plain = with_plain_blanks(bytes);
        assert_eq!(
            &*plain,
            b"1 0 obj <</A(\x0c\\)\x0c)>> %\x0c\nstream\n\x0c\0endstream endobj ".as_slice()
        );
    }
}
