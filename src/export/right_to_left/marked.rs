//! Describes marked contents of a stream: their identifiers, their neighbours, and what they say.

use super::content::Group;

/// Tells whether marked contents are children of one element, in this order and with nothing between.
pub(super) type Neighbours<'a> = &'a dyn Fn(i64, i64) -> bool;

/// Begins marked content that says what its glyphs mean (ISO 32000-1, 14.9.4).
pub(super) fn span_with_text(text: &str) -> Vec<u8> {
    let units: String = text.encode_utf16().map(|unit| format!("{unit:04x}")).collect();
    format!("/Span<</ActualText<feff{units}>>>BDC").into_bytes()
}

/// The identifier of a marked content.
pub(in crate::export) fn identifier(group: &Group<'_>) -> Option<i64> {
    let at = group.opener.operands.iter().position(|token| *token == b"/MCID")?;
    std::str::from_utf8(group.opener.operands.get(at + 1)?).ok()?.parse().ok()
}
