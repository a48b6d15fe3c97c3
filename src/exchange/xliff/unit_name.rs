//! Writes the id of a text as XLIFF 2 takes it: letters, digits, points, hyphens and underscores alone.

/// An id in those characters: each other one, and the underscore, is `_` and two hexadecimal digits.
pub(super) fn encode(id: &str) -> String {
    let mut out = String::new();
    for byte in id.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' => out.push(char::from(byte)),
            other => out.push_str(&format!("_{other:02X}")),
        }
    }
    out
}

/// The id that was written so; as it stands if it was not.
pub(super) fn decode(name: &str) -> String {
    let mut out = Vec::new();
    let mut rest = name.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        let code = after.get(..2).and_then(|code| std::str::from_utf8(code).ok());
        let code = code.and_then(|code| u8::from_str_radix(code, 16).ok());
        match code.filter(|_| *byte == b'_') {
            Some(code) => {
                out.push(code);
                rest = &after[2..];
            }
            None => out.push(*byte),
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn an_id_comes_back() {
        for id in ["right-leave", "-office", "a_1", "x[$days:*other][$n:1.5]", "é"] {
            let encoded = encode(id);
            assert!(encoded.bytes().all(|c| c.is_ascii_alphanumeric() || b"_.-".contains(&c)));
            assert_eq!(decode(&encoded), id);
        }
    }
}
