//! Finds what a style in a drawing asks for that stands elsewhere.

use super::namespaces::{SVG, XLINK};

/// What a style asks for that stands elsewhere: the target of an `@import`, of a `url(…)` or of an `image-set(…)`, however it is
/// written (CSS Syntax 3, 4.3.7).
pub(super) fn link_in_style(style: &str) -> Option<String> {
    let style = unescaped(style);
    let lower = style.to_ascii_lowercase();
    for word in ["@import", "image-set("] {
        if let Some(at) = lower.find(word) {
            let rest = &style[at..];
            return Some(
                rest[..rest.find([';', '\n']).unwrap_or(rest.len())].trim_end().to_owned(),
            );
        }
    }
    let mut targets = lower.match_indices("url(").filter_map(|(at, _)| {
        let rest = &style[at + 4..];
        Some(rest[..rest.find(')')?].trim().trim_matches(['"', '\'']))
    });
    let is_elsewhere = |target: &&str| {
        // A rule `@namespace` names a name space so, which nobody fetches.
        let is_space = [SVG, XLINK].contains(target);
        !target.starts_with('#') && !target.to_ascii_lowercase().starts_with("data:") && !is_space
    };
    targets.find(is_elsewhere).map(str::to_owned)
}

/// A style without escapes: `u\72l` is `url`.
fn unescaped(style: &str) -> String {
    let (mut out, mut rest) = (String::with_capacity(style.len()), style);
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let digits = rest.bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
        match u32::from_str_radix(&rest[..digits], 16).ok().and_then(char::from_u32) {
            Some(letter) => {
                out.push(letter);
                rest = &rest[digits..];
                rest = rest.strip_prefix([' ', '\n', '\t']).unwrap_or(rest);
            }
            None => rest = &rest[digits..],
        }
    }
    out + rest
}
