//! Converts the colours of gradients to ink, or to the lightness of a mask.

use feuillet_colour::InkConverter;
use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

use super::colour_space::{ColourSpace, Role};
use super::error::PdfxError;
use super::function::{self, Function, Instruction};
use super::objects::{Conversion, numbers, reals};

/// How many samples a gradient between two stops has: a straight line in sRGB is a gentle curve in ink.
const SAMPLES: u16 = 33;

/// How many samples a gradient over a plane has on each side. It is as wide as what it fills: on an A5 page a sample is
/// 0.3 mm wide.
const GRID: u16 = 512;

/// Converts a shading dictionary.
pub(super) fn convert(
    conversion: &mut Conversion<'_, '_>,
    shading: &Dictionary,
    role: Role,
) -> Result<Dictionary, PdfxError> {
    let unexpected = |what: &str| PdfxError::unsupported(format!("a gradient {what}"));
    let own = ColourSpace::read(conversion.source, shading.get(b"ColorSpace")?)?;
    let function = Function::read(conversion.source, shading.get(b"Function")?)?;
    let mut out = shading.clone();
    if out.has(b"Background") {
        return Err(unexpected("with a background"));
    }
    let id = match (own, role, shading.get(b"ShadingType").and_then(Object::as_i64)?) {
        (ColourSpace::Separation, Role::Printed, _) => return Ok(out),
        (ColourSpace::Separation | ColourSpace::Pattern, _, _) => {
            return Err(unexpected("in a spot colour"));
        }
        (_, _, 2 | 3) => along_line(conversion, &function, own, role)?,
        (_, _, 1) => {
            let Function::Calculator(program) = &function else {
                return Err(unexpected("over a plane that is not computed"));
            };
            let domain = numbers(&out, b"Domain").and_then(|domain| domain.try_into().ok());
            let domain: [f32; 4] = domain.ok_or_else(|| unexpected("without a domain"))?;
            over_plane(conversion, program, domain, own, role)?
        }
        (_, _, kind) => return Err(unexpected(&format!("of type {kind}"))),
    };
    let name: &[u8] = if role == Role::Mask { b"DeviceGray" } else { b"DeviceCMYK" };
    out.set("ColorSpace", Object::Name(name.to_vec()));
    out.set("Function", id);
    Ok(out)
}

/// Converts a gradient along a line: its stops stay where they are.
fn along_line(
    conversion: &mut Conversion<'_, '_>,
    function: &Function,
    own: ColourSpace,
    role: Role,
) -> Result<ObjectId, PdfxError> {
    match function {
        Function::Stitching(parts, bounds) => {
            let mut ids = Vec::with_capacity(parts.len());
            for part in parts {
                ids.push(Object::Reference(along_line(conversion, part, own, role)?));
            }
            let encode = reals(&[0.0, 1.0].repeat(ids.len()));
            Ok(conversion.new_objects.add(dictionary! {
                "FunctionType" => 3, "Domain" => reals(&[0.0, 1.0]), "Functions" => ids,
                "Bounds" => reals(bounds), "Encode" => encode,
            }))
        }
        Function::Linear(start, end) => {
            let linear = |start: &[f32], end: &[f32]| {
                dictionary! {
                    "FunctionType" => 2, "Domain" => reals(&[0.0, 1.0]), "N" => 1,
                    "C0" => reals(start), "C1" => reals(end),
                }
            };
            match (role, own) {
                // Lightness is a weighted sum of the components, so a straight line stays one.
                (Role::Mask, _) => {
                    let ends = (own.to_lightness(start), own.to_lightness(end));
                    Ok(conversion.new_objects.add(linear(&[ends.0], &[ends.1])))
                }
                (Role::Printed, ColourSpace::Cmyk(_)) => {
                    let start = own.to_cmyk(start, conversion.inks);
                    let end = own.to_cmyk(end, conversion.inks);
                    Ok(conversion.new_objects.add(linear(&start, &end)))
                }
                (Role::Printed, _) => {
                    let samples = samples_between(conversion, own, start, end);
                    let data =
                        samples.concat().iter().flat_map(|part| part.to_be_bytes()).collect();
                    let kind = dictionary! {
                        "FunctionType" => 0, "Domain" => reals(&[0.0, 1.0]),
                        "Range" => reals(&[0.0, 1.0].repeat(4)),
                        "Size" => vec![i64::from(SAMPLES).into()], "BitsPerSample" => 16,
                    };
                    Ok(conversion.new_objects.add(Stream::new(kind, data)))
                }
            }
        }
        Function::Calculator(_) => {
            Err(PdfxError::unsupported("a gradient along a line that is computed"))
        }
    }
}

/// Samples the ink between two colours of light. Greys stay black ink alone. Otherwise the profile converts each sample,
/// and the difference of an end from it, as colours of the theme have one, fades out towards the other end.
fn samples_between(
    conversion: &mut Conversion<'_, '_>,
    own: ColourSpace,
    start: &[f32],
    end: &[f32],
) -> Vec<[u16; 4]> {
    let inks = &mut *conversion.inks;
    let mix = |share: f32| {
        let parts = start.iter().zip(end).map(|(start, end)| start + (end - start) * share);
        own.to_srgb(&parts.collect::<Vec<f32>>())
    };
    let is_grey = |[red, green, blue]: [u8; 3]| red == green && green == blue;
    let greys = is_grey(mix(0.0)) && is_grey(mix(1.0));
    let differs = |share: f32, inks: &mut InkConverter<'_>| {
        let (wanted, plain) = (inks.convert(mix(share)), inks.convert_by_profile(mix(share)));
        std::array::from_fn::<f32, 4, _>(|part| f32::from(wanted[part]) - f32::from(plain[part]))
    };
    let (first, last) = (differs(0.0, inks), differs(1.0, inks));
    let limit = f32::from(inks.limit());
    let sample = |index: u16| {
        let share = f32::from(index) / f32::from(SAMPLES - 1);
        let mut ink = if greys {
            inks.convert(mix(share)).map(f32::from)
        } else {
            let plain = inks.convert_by_profile(mix(share));
            std::array::from_fn(|part| {
                let change = first[part] * (1.0 - share) + last[part] * share;
                (f32::from(plain[part]) + change).clamp(0.0, 255.0)
            })
        };
        let coloured: f32 = ink[..3].iter().sum();
        if coloured + ink[3] > limit {
            let factor = (limit - ink[3]) / coloured;
            ink[..3].iter_mut().for_each(|part| *part *= factor);
        }
        // From 0 to 255 in steps of 257, rounded down so that the limit holds.
        ink.map(|part| (part * 257.0) as u16)
    };
    (0..SAMPLES).map(sample).collect()
}

/// Converts a gradient over a plane, which is conic or repeats: a program computes the colour of each point. It becomes a
/// grid of colours between which the reader interpolates.
fn over_plane(
    conversion: &mut Conversion<'_, '_>,
    program: &[Instruction],
    domain: [f32; 4],
    own: ColourSpace,
    role: Role,
) -> Result<ObjectId, PdfxError> {
    let failed = || PdfxError::unsupported("a gradient whose program fails");
    let at = |low: f32, high: f32, index: u16| {
        low + (high - low) * f32::from(index) / f32::from(GRID - 1)
    };
    let mut data = Vec::new();
    let mut stack = Vec::new();
    for row in 0..GRID {
        for column in 0..GRID {
            stack.clear();
            stack.extend([at(domain[0], domain[1], column), at(domain[2], domain[3], row)]);
            function::run(program, &mut stack).map_err(|_| failed())?;
            match role {
                Role::Mask => data.push((own.to_lightness(&stack) * 255.0).round() as u8),
                Role::Printed => {
                    let ink = own.to_cmyk(&stack, conversion.inks);
                    data.extend(ink.map(|part| (part * 255.0).floor() as u8));
                }
            }
        }
    }
    let parts = if role == Role::Mask { 1 } else { 4 };
    let kind = dictionary! {
        "FunctionType" => 0, "Domain" => reals(&domain),
        "Range" => reals(&[0.0, 1.0].repeat(parts)),
        "Size" => vec![i64::from(GRID).into(); 2], "BitsPerSample" => 8,
    };
    Ok(conversion.new_objects.add(Stream::new(kind, data)))
}
