//! Turns a widget, and the fields above it, into what the form says there (ISO 32000-1, 12.7.3).

use lopdf::{Dictionary, Document, Object};

use super::super::entry;

/// How many fields may lie above each other.
const MOST_LEVELS: usize = 32;

/// The bit of the flags of a button that does something and holds no value (ISO 32000-1, table 226).
const PUSH_BUTTON: i64 = 1 << 16;

/// A field of a form.
#[derive(Debug)]
pub(super) struct Field<'a> {
    kind: &'a [u8],
    value: Option<&'a Object>,
    flags: i64,
    /// Whether a name in its dictionary is that of a state in which it is switched on.
    state: Option<&'a [u8]>,
}

impl<'a> Field<'a> {
    pub(super) fn read(document: &'a Document, widget: &'a Dictionary) -> Field<'a> {
        let inherited = |key: &[u8]| {
            let mut node = widget;
            for _ in 0..MOST_LEVELS {
                if let Some(found) = entry(document, node, key) {
                    return Some(found);
                }
                node = entry(document, node, b"Parent")?.as_dict().ok()?;
            }
            None
        };
        let kind = inherited(b"FT").and_then(|kind| kind.as_name().ok()).unwrap_or_default();
        let value = inherited(b"V");
        let flags = inherited(b"Ff").and_then(|flags| flags.as_i64().ok()).unwrap_or(0);
        let named = entry(document, widget, b"AS").or(value);
        let state = named.and_then(|name| name.as_name().ok());
        Field { kind, value, flags, state }
    }

    /// The state of a button whose widget names none.
    pub(super) fn state(&self) -> Option<&'a [u8]> {
        self.state
    }

    /// Whether something is filled in.
    pub(super) fn has_value(&self) -> bool {
        match self.kind {
            b"Btn" if self.flags & PUSH_BUTTON != 0 => false,
            b"Btn" => self.state.is_some_and(|state| state != b"Off"),
            _ => match self.value {
                None => false,
                Some(Object::String(text, _)) => {
                    // A text may be but its byte order mark.
                    !matches!(text.as_slice(), [] | [0xfe, 0xff] | [0xff, 0xfe])
                }
                Some(Object::Array(values)) => !values.is_empty(),
                Some(_) => true,
            },
        }
    }

    /// Whether a viewer draws it anew when it is asked to: texts and choices with a value.
    pub(super) fn is_redrawn(&self) -> bool {
        matches!(self.kind, b"Tx" | b"Ch") && self.has_value()
    }
}
