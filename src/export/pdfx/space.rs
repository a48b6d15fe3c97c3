//! A colour space as an object in; which of the few it is that can occur out.

use lopdf::{Document, Object, ObjectId};

use super::Fault;

/// The colour spaces of a file that Typst writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Space {
    /// Three parts of light, with a profile of their own if the id is there.
    Rgb(Option<ObjectId>),
    /// One part of light.
    Grey(Option<ObjectId>),
    /// Four inks.
    Ink(Option<ObjectId>),
    /// An ink of its own: registration marks.
    Spot,
    /// A pattern, whose colours are its own.
    Pattern,
}

/// What a content stream's colours are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Role {
    /// They are printed.
    Printed,
    /// Their lightness says how opaque something else is.
    Mask,
}

/// A space that has a name of its own.
pub(super) fn named(name: &[u8]) -> Option<Space> {
    Some(match name {
        b"DeviceRGB" => Space::Rgb(None),
        b"DeviceGray" => Space::Grey(None),
        b"DeviceCMYK" => Space::Ink(None),
        b"Pattern" => Space::Pattern,
        _ => return None,
    })
}

/// Tells which space an object is.
pub(super) fn space(source: &Document, object: &Object) -> Result<Space, Fault> {
    let (_, object) = source.dereference(object)?;
    let unknown = || Fault::Unexpected { what: format!("a colour space {object:?}") };
    match object {
        Object::Name(name) => named(name).ok_or_else(unknown),
        Object::Array(items) => {
            match items.first().and_then(|first| first.as_name().ok()).ok_or_else(unknown)? {
                b"ICCBased" => {
                    let id = items.get(1).and_then(|id| id.as_reference().ok());
                    let stream = id.and_then(|id| source.get_object(id).ok());
                    let stream = stream.and_then(|stream| stream.as_stream().ok());
                    let stream = stream.ok_or_else(unknown)?;
                    match stream.dict.get(b"N").and_then(Object::as_i64) {
                        Ok(1) => Ok(Space::Grey(id)),
                        Ok(3) => Ok(Space::Rgb(id)),
                        Ok(4) => Ok(Space::Ink(id)),
                        _ => Err(unknown()),
                    }
                }
                b"Separation" => Ok(Space::Spot),
                b"Pattern" if items.len() == 1 => Ok(Space::Pattern),
                _ => Err(unknown()),
            }
        }
        _ => Err(unknown()),
    }
}
