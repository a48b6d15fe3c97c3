//! Writes objects with new numbers.

use std::collections::HashMap;

use lopdf::{Object, ObjectId, Writer};

/// The new numbers of the objects.
pub(super) type Numbers = HashMap<ObjectId, usize>;

/// Writes a dictionary entry.
pub(super) fn write_entry(
    out: &mut Vec<u8>,
    key: &[u8],
    value: &Object,
    numbers: &Numbers,
) -> Result<(), lopdf::Error> {
    Writer::write_object(out, &Object::Name(key.to_vec()))?;
    if Writer::need_separator(value) {
        out.push(b' ');
    }
    write_object(out, value, numbers)
}

/// Writes an object with the new numbers. Strings become literal ones, which compress better than
/// hexadecimal digits; reals keep the precision of an `f32`, which is krilla's own. Fails if a
/// reference leads nowhere or a number has no spelling.
pub(super) fn write_object(
    out: &mut Vec<u8>,
    object: &Object,
    numbers: &Numbers,
) -> Result<(), lopdf::Error> {
    match object {
        Object::Reference(id) => {
            let number = numbers.get(id).ok_or(lopdf::Error::ObjectNotFound(*id))?;
            out.extend_from_slice(format!("{number} 0 R").as_bytes());
        }
        Object::Array(items) => {
            out.push(b'[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 && Writer::need_separator(item) {
                    out.push(b' ');
                }
                write_object(out, item, numbers)?;
            }
            out.push(b']');
        }
        Object::Dictionary(dictionary) => {
            out.extend_from_slice(b"<<");
            for (key, value) in dictionary {
                write_entry(out, key, value, numbers)?;
            }
            out.extend_from_slice(b">>");
        }
        Object::String(text, _) => {
            out.push(b'(');
            for &byte in text {
                match byte {
                    b'(' | b')' | b'\\' => out.extend_from_slice(&[b'\\', byte]),
                    // A bare carriage return reads as a line feed (ISO 32000-1, 7.3.4.2).
                    b'\r' => out.extend_from_slice(b"\\r"),
                    _ => out.push(byte),
                }
            }
            out.push(b')');
        }
        Object::Real(value) if !value.is_finite() => {
            return Err(lopdf::Error::NumericCast(value.to_string()));
        }
        Object::Null
        | Object::Boolean(_)
        | Object::Integer(_)
        | Object::Real(_)
        | Object::Name(_)
        | Object::Stream(_) => Writer::write_object(out, object)?,
    }
    Ok(())
}
