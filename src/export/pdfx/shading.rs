//! A gradient in; the same out with its colours as ink, or as the lightness of a mask.

use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

use super::function::Function;
use super::objects::{Bench, numbers, reals};
use super::space::{Role, Space, space};
use super::{Fault, grey_of, ink_of, light_of};

/// How many samples lie between two stops: the way of a straight line in sRGB through a press is bent gently.
const SAMPLES: u16 = 33;

/// How many samples a gradient that turns has on each side. It is as wide as what it fills: on an A5 page a sample is
/// 0.3 mm wide.
const GRID: u16 = 512;

/// Converts a shading dictionary.
pub(super) fn convert(
    bench: &mut Bench<'_, '_>,
    shading: &Dictionary,
    role: Role,
) -> Result<Dictionary, Fault> {
    let unexpected = |what: &str| Fault::Unexpected { what: format!("a gradient {what}") };
    let own = space(bench.source, shading.get(b"ColorSpace")?)?;
    let function = Function::read(bench.source, shading.get(b"Function")?)?;
    let mut out = shading.clone();
    if out.has(b"Background") {
        return Err(unexpected("with a background"));
    }
    let id = match (own, role, shading.get(b"ShadingType").and_then(Object::as_i64)?) {
        (Space::Spot, Role::Printed, _) => return Ok(out),
        (Space::Spot | Space::Pattern, _, _) => return Err(unexpected("of a spot colour")),
        (_, _, 2 | 3) => along(bench, &function, own, role)?,
        (_, _, 1) => {
            let Function::Program(program) = &function else {
                return Err(unexpected("over a plane without a program"));
            };
            let domain = numbers(&out, b"Domain").and_then(|domain| domain.try_into().ok());
            let domain: [f32; 4] = domain.ok_or_else(|| unexpected("without a domain"))?;
            across(bench, program, domain, own, role)?
        }
        (_, _, kind) => return Err(unexpected(&format!("of type {kind}"))),
    };
    let name: &[u8] = if role == Role::Mask { b"DeviceGray" } else { b"DeviceCMYK" };
    out.set("ColorSpace", Object::Name(name.to_vec()));
    out.set("Function", id);
    Ok(out)
}

/// Converts a gradient along a line: its stops stay where they are.
fn along(
    bench: &mut Bench<'_, '_>,
    function: &Function,
    own: Space,
    role: Role,
) -> Result<ObjectId, Fault> {
    match function {
        Function::Joined(parts, bounds) => {
            let mut ids = Vec::with_capacity(parts.len());
            for part in parts {
                ids.push(Object::Reference(along(bench, part, own, role)?));
            }
            let encode = reals(&[0.0, 1.0].repeat(ids.len()));
            Ok(bench.fresh.add(dictionary! {
                "FunctionType" => 3, "Domain" => reals(&[0.0, 1.0]), "Functions" => ids,
                "Bounds" => reals(bounds), "Encode" => encode,
            }))
        }
        Function::Straight(start, end) => {
            let straight = |start: &[f32], end: &[f32]| {
                dictionary! {
                    "FunctionType" => 2, "Domain" => reals(&[0.0, 1.0]), "N" => 1,
                    "C0" => reals(start), "C1" => reals(end),
                }
            };
            match (role, own) {
                // Lightness is a sum of the parts of light, so a straight line stays one.
                (Role::Mask, _) => {
                    let ends = (grey_of(own, start), grey_of(own, end));
                    Ok(bench.fresh.add(straight(&[ends.0], &[ends.1])))
                }
                (Role::Printed, Space::Ink(_)) => {
                    let start = ink_of(own, start, bench.inks);
                    let end = ink_of(own, end, bench.inks);
                    Ok(bench.fresh.add(straight(&start, &end)))
                }
                (Role::Printed, _) => {
                    let samples = between(bench, own, start, end);
                    let data =
                        samples.concat().iter().flat_map(|part| part.to_be_bytes()).collect();
                    let kind = dictionary! {
                        "FunctionType" => 0, "Domain" => reals(&[0.0, 1.0]),
                        "Range" => reals(&[0.0, 1.0].repeat(4)),
                        "Size" => vec![i64::from(SAMPLES).into()], "BitsPerSample" => 16,
                    };
                    Ok(bench.fresh.add(Stream::new(kind, data)))
                }
            }
        }
        Function::Program(_) => {
            Err(Fault::Unexpected { what: "a gradient along a line with a program".to_owned() })
        }
    }
}

/// Samples of ink between two colours of light. Greys stay black ink alone. Else the profile gives the way, and what the
/// ends differ from it, as colours of the theme do, fades out towards the other end.
fn between(bench: &mut Bench<'_, '_>, own: Space, start: &[f32], end: &[f32]) -> Vec<[u16; 4]> {
    let inks = &mut *bench.inks;
    let mix = |share: f32| {
        let parts = start.iter().zip(end).map(|(start, end)| start + (end - start) * share);
        light_of(own, &parts.collect::<Vec<f32>>())
    };
    let is_grey = |[red, green, blue]: [u8; 3]| red == green && green == blue;
    let greys = is_grey(mix(0.0)) && is_grey(mix(1.0));
    let differs = |share: f32, inks: &mut feuillet_colour::Inks<'_>| {
        let (wanted, plain) = (inks.of(mix(share)), inks.converted(mix(share)));
        std::array::from_fn::<f32, 4, _>(|part| f32::from(wanted[part]) - f32::from(plain[part]))
    };
    let (first, last) = (differs(0.0, inks), differs(1.0, inks));
    let limit = f32::from(inks.limit());
    let sample = |index: u16| {
        let share = f32::from(index) / f32::from(SAMPLES - 1);
        let mut ink = if greys {
            inks.of(mix(share)).map(f32::from)
        } else {
            let plain = inks.converted(mix(share));
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
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        ink.map(|part| (part * 257.0) as u16)
    };
    (0..SAMPLES).map(sample).collect()
}

/// Converts a gradient over a plane, which turns or repeats: a program gives the colour of each place. It becomes a grid
/// of colours between which the reader interpolates.
fn across(
    bench: &mut Bench<'_, '_>,
    program: &[super::function::Step],
    domain: [f32; 4],
    own: Space,
    role: Role,
) -> Result<ObjectId, Fault> {
    let wrong = || Fault::Unexpected { what: "a gradient with a program that fails".to_owned() };
    let at = |low: f32, high: f32, index: u16| {
        low + (high - low) * f32::from(index) / f32::from(GRID - 1)
    };
    let mut data = Vec::new();
    let mut stack = Vec::new();
    for row in 0..GRID {
        for column in 0..GRID {
            stack.clear();
            stack.extend([at(domain[0], domain[1], column), at(domain[2], domain[3], row)]);
            Function::run(program, &mut stack).ok_or_else(wrong)?;
            // A fourth part is cut off: the exporter gives such a function three.
            match role {
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                Role::Mask => data.push((grey_of(own, &stack) * 255.0).round() as u8),
                Role::Printed => {
                    let ink = ink_of(own, &stack, bench.inks);
                    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
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
    Ok(bench.fresh.add(Stream::new(kind, data)))
}
