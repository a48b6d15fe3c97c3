//! Turns an object into the colour space that it defines.

use std::sync::Arc;

use lopdf::{Dictionary, Object};

use super::Space;
use crate::file::{File, number_of};
use crate::resources::colour::icc::Icc;
use crate::resources::function::Function;

/// How many definitions may lie in one another: a pattern over a table over inks over a profile needs five with the names.
const DEEPEST: usize = 8;

/// The most inks of DeviceN (ISO 32000-1, table C.1).
const MOST_INKS: usize = 32;

/// Reads a colour space; `depth` is how many lie around it.
pub(super) fn read(file: &File, object: &Object, resources: &Dictionary, depth: usize) -> Space {
    if depth > DEEPEST {
        let reason = "the colour space lies in itself, or in too many others";
        return Space::Broken(reason.to_owned());
    }
    match file.resolve(object) {
        Object::Name(name) => named(file, name, resources, depth),
        Object::Array(array) => {
            of_array(file, array, resources, depth).unwrap_or_else(Space::Broken)
        }
        Object::Null => Space::Broken("the colour space is not in the file".to_owned()),
        _ => Space::Broken("the colour space is neither a name nor an array".to_owned()),
    }
}

fn named(file: &File, name: &[u8], resources: &Dictionary, depth: usize) -> Space {
    if let Some(space) = device(name) {
        return space;
    }
    let known = file.dict(resources, "ColorSpace").and_then(|spaces| spaces.get(name).ok());
    if let Some(object) = known {
        return read(file, object, resources, depth + 1);
    }
    match name {
        b"G" => Space::Gray,
        b"RGB" => Space::Rgb,
        b"CMYK" => Space::Cmyk,
        _ => {
            let name = String::from_utf8_lossy(name);
            Space::Broken(format!("the resources know no colour space `{name}`"))
        }
    }
}

fn device(name: &[u8]) -> Option<Space> {
    match name {
        b"DeviceGray" => Some(Space::Gray),
        b"DeviceRGB" => Some(Space::Rgb),
        b"DeviceCMYK" => Some(Space::Cmyk),
        b"Pattern" => Some(Space::Pattern(None)),
        _ => None,
    }
}

/// Reads an array: the family, and what that needs. `Err` is the reason why it can't be read.
fn of_array(
    file: &File,
    array: &[Object],
    resources: &Dictionary,
    depth: usize,
) -> Result<Space, String> {
    let family = array.first().map(|first| file.resolve(first));
    let Some(Object::Name(family)) = family else {
        return Err("the array of a colour space does not begin with a name".to_owned());
    };
    let at = |index: usize| array.get(index).unwrap_or(&Object::Null);
    let under = |index: usize| Arc::new(read(file, at(index), resources, depth + 1));
    match family.as_slice() {
        b"CalGray" => white(file, "CalGray", at(1)).map(|_| Space::CalGray),
        b"CalRGB" => white(file, "CalRGB", at(1)).map(|_| Space::CalRgb),
        b"Lab" => lab(file, at(1)),
        b"ICCBased" => icc(file, at(1)),
        b"Indexed" | b"I" => indexed(file, under(1), at(2), at(3)),
        b"Separation" => {
            let Object::Name(name) = file.resolve(at(1)) else {
                return Err("Separation names no ink".to_owned());
            };
            let name = String::from_utf8_lossy(name).into_owned();
            let (alternate, tint_transform) = tinted(file, 1, under(2), at(3), "Separation")?;
            Ok(Space::Separation { name, alternate, tint_transform })
        }
        b"DeviceN" => {
            let names = inks(file, at(1))?;
            let (alternate, tint_transform) =
                tinted(file, names.len(), under(2), at(3), "DeviceN")?;
            Ok(Space::DeviceN { names, alternate, tint_transform })
        }
        b"Pattern" if array.len() < 2 => Ok(Space::Pattern(None)),
        b"Pattern" => match under(1) {
            space if matches!(*space, Space::Pattern(_)) => {
                Err("Pattern lies over Pattern".to_owned())
            }
            space => Ok(Space::Pattern(Some(space))),
        },
        // An array around a name is allowed (ISO 32000-1, 8.6.3).
        name if array.len() == 1 => Ok(named(file, name, resources, depth + 1)),
        name => {
            Err(format!("there is no family of colour spaces `{}`", String::from_utf8_lossy(name)))
        }
    }
}

/// The white point, which calibrated spaces must have (ISO 32000-1, tables 63 to 65).
fn white(file: &File, family: &str, object: &Object) -> Result<[f32; 3], String> {
    let dictionary = file.dictionary(object).ok_or(format!("{family} lacks its dictionary"))?;
    let white = file.numbers(dictionary, "WhitePoint").unwrap_or_default();
    let white = <[f64; 3]>::try_from(white).ok();
    let white = white.filter(|white| white.iter().all(|part| *part >= 0.0) && white[1] > 0.0);
    Ok(white.ok_or(format!("{family} lacks its white point"))?.map(single))
}

fn lab(file: &File, object: &Object) -> Result<Space, String> {
    let white = white(file, "Lab", object)?;
    let given = file.dictionary(object).and_then(|dictionary| file.numbers(dictionary, "Range"));
    let range = match given {
        None => [-100.0, 100.0, -100.0, 100.0],
        Some(range) => {
            let range = <[f64; 4]>::try_from(range).ok();
            let range = range.filter(|range| range[0] < range[1] && range[2] < range[3]);
            range.ok_or("the range of Lab is not two pairs".to_owned())?.map(single)
        }
    };
    Ok(Space::Lab { white, range })
}

fn icc(file: &File, object: &Object) -> Result<Space, String> {
    let Object::Stream(stream) = file.resolve(object) else {
        return Err("ICCBased has no stream with a profile".to_owned());
    };
    let components = match file.integer(&stream.dict, "N") {
        Some(1) => 1,
        Some(3) => 3,
        Some(4) => 4,
        Some(other) => return Err(format!("ICCBased says that it has {other} components")),
        None => return Err("ICCBased does not say how many components it has".to_owned()),
    };
    let number = number_of(object);
    let profile = file.unpacked(stream).unwrap_or_else(|_| {
        file.note_damage(number, "an ICC profile");
        Vec::new()
    });
    Ok(Space::Icc(Arc::new(Icc::new(components, profile, number))))
}

/// Indexed (ISO 32000-1, 8.6.6.3).
fn indexed(file: &File, base: Arc<Space>, last: &Object, lookup: &Object) -> Result<Space, String> {
    match &*base {
        Space::Broken(reason) => return Err(reason.clone()),
        Space::Indexed { .. } | Space::Pattern(_) => {
            return Err(format!("the table of Indexed is in {}", base.name()));
        }
        _ => {}
    }
    let last = file.resolve(last).as_i64().ok().and_then(|last| usize::try_from(last).ok());
    let last = last.filter(|last| *last < 256);
    let last = last.ok_or("the greatest index of Indexed is not 0 to 255".to_owned())?;
    let mut table = match file.resolve(lookup) {
        Object::String(bytes, _) => bytes.clone(),
        Object::Stream(stream) => file.unpacked(stream).map_err(|_| {
            file.note_damage(number_of(lookup), "the table of a colour space");
            "the table of Indexed can't be unpacked".to_owned()
        })?,
        _ => return Err("Indexed has no table".to_owned()),
    };
    let wanted = (last + 1).saturating_mul(base.components());
    if table.len() < wanted {
        return Err(format!("the table of Indexed has {} bytes of {wanted}", table.len()));
    }
    table.truncate(wanted);
    Ok(Space::Indexed { base, table })
}

/// The names of DeviceN (ISO 32000-1, 8.6.6.5).
fn inks(file: &File, object: &Object) -> Result<Vec<String>, String> {
    let Object::Array(array) = file.resolve(object) else {
        return Err("DeviceN names no inks".to_owned());
    };
    if array.is_empty() || array.len() > MOST_INKS {
        return Err(format!("DeviceN names {} inks", array.len()));
    }
    let name = |object: &Object| match file.resolve(object) {
        Object::Name(name) => Ok(String::from_utf8_lossy(name).into_owned()),
        _ => Err("an ink of DeviceN is no name".to_owned()),
    };
    array.iter().map(name).collect()
}

/// The alternate space of inks, and the tint transform, if it has the right inputs and outputs.
fn tinted(
    file: &File,
    inks: usize,
    alternate: Arc<Space>,
    function: &Object,
    family: &str,
) -> Result<(Arc<Space>, Option<Arc<Function>>), String> {
    let special = matches!(
        *alternate,
        Space::Indexed { .. }
            | Space::Separation { .. }
            | Space::DeviceN { .. }
            | Space::Pattern(_)
    );
    if special {
        return Err(format!("{} stands in for {family}", alternate.name()));
    }
    let tint_transform = Function::read(file, function);
    let fits = |tint_transform: &Function| {
        tint_transform.inputs() == inks && tint_transform.outputs() == alternate.components()
    };
    let tint_transform = tint_transform.filter(fits).map(Arc::new);
    Ok((alternate, tint_transform))
}

/// A figure of a file in the precision of colours.
/// A number of a PDF has no more digits.
fn single(figure: f64) -> f32 {
    figure as f32
}
