//! Finds where a text is nested so deeply that a parser would run out of stack.

/// How deeply braces and brackets may be nested. People need two or three levels.
const DEEPEST: usize = 200;

/// The offset of the first brace or bracket that is nested too deeply, whether or not those around it are ever closed.
#[must_use]
pub(in crate::load) fn too_deep(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut depth, mut from) = (0_usize, 0);
    while let Some(at) = next_sign(bytes, from) {
        from = at + 1;
        match bytes[at] {
            // A quoted brace, of which there may be very many, opens nothing.
            b'"' if matches!(bytes.get(at + 1..at + 3), Some(b"{\"" | b"(\"")) => from += 2,
            b'{' => depth += 1,
            // Outside braces, brackets are words.
            b'(' if depth > 0 => depth += 1,
            b'}' | b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return Some(at);
        }
    }
    None
}

/// The next brace, bracket or quote at or behind an offset.
fn next_sign(bytes: &[u8], from: usize) -> Option<usize> {
    let is_sign = |byte: &u8| {
        let byte = *byte;
        (byte == b'{') | (byte == b'}') | (byte == b'(') | (byte == b')') | (byte == b'"')
    };
    // Most of a text is words. A chunk is looked at as a whole, since nothing ends the look before its end.
    let (chunks, _) = bytes[from..].as_chunks::<32>();
    let is_plain = |chunk: &&[u8; 32]| {
        chunk.iter().fold(0, |found, byte| found | u8::from(is_sign(byte))) == 0
    };
    let from = from + chunks.iter().take_while(is_plain).count() * 32;
    Some(from + bytes[from..].iter().position(is_sign)?)
}

#[cfg(test)]
mod tests {
    use super::too_deep;
    use crate::diagnostic::{Report, SourceFile};
    use crate::load::catalogue::read;
    use crate::load::ftl::{SpliceError, parse_pattern, replace};

    #[test]
    fn what_is_nested_without_end_is_refused_before_it_is_parsed() {
        for (open, close) in [
            ("{", "}"),
            ("{\n", "\n}"),
            ("{ $a ->\n [b] ", "\n *[c] d\n }"),
            ("{ $a ->\n [b] \" ", "\n *[c] d\n }"),
            ("{ A(", ")}"),
            ("{ -a(b: ", ")}"),
        ] {
            for number in [1000, 100_000] {
                for text in [open.repeat(number), open.repeat(number) + &close.repeat(number)] {
                    let file = SourceFile::new("a.ftl", format!("ok = ok\nbad = {text}\n"));
                    let report = Report::new();
                    let texts = read(&file, &report);
                    assert!(report.has_errors() && texts.messages.is_empty(), "{open}");
                    assert!(parse_pattern(&text).is_err(), "{open}");
                    let pattern = parse_pattern("x").unwrap();
                    let spliced = replace(&file, &"ok".parse().unwrap(), &pattern);
                    assert_eq!(spliced.unwrap_err(), SpliceError::Broken, "{open}");
                }
            }
        }
        let brackets = "A( A( ".repeat(50_000);
        let file = SourceFile::new("a.ftl", format!("bad = {{ {brackets}\n"));
        let report = Report::new();
        assert!(
            read(&file, &report).messages.is_empty() && parse_pattern(&file.text[6..]).is_err()
        );
    }

    #[test]
    fn what_people_write_is_not_too_deep() {
        let smileys = "a :-( { $n } ( {\"{\"} ) {\"}\"} (\n".repeat(5000);
        assert_eq!(too_deep(&smileys), None);
        assert_eq!(too_deep(&"{\"{\"}".repeat(5000)), None);
        let nested = "{ $a ->\n [b] ".repeat(20) + "x" + &"\n *[c] d\n }".repeat(20);
        assert!(parse_pattern(&nested).is_ok());
    }
}
