//! Turns components and samples into the coverage of plates, and back into what transforms take.

use std::collections::HashMap;

use crate::resources::colour::press::Coverage;
use crate::resources::colour::space::Space;

/// How many different colours of one image in DeviceN are looked up; the light of others is guessed from their ink.
const MOST_LOOKED_UP: usize = 20_000;

/// The plate of an ink with a name, 4 for all that are no process inks; `None` for the ink that is none.
pub(super) fn plate(name: &str) -> Option<usize> {
    match name {
        "Cyan" => Some(0),
        "Magenta" => Some(1),
        "Yellow" => Some(2),
        "Black" => Some(3),
        "None" => None,
        _ => Some(4),
    }
}

/// The coverage of named inks (ISO 32000-1, 8.6.6.4 and 8.6.6.5).
pub(super) fn named<Name: AsRef<str>>(
    names: impl IntoIterator<Item = Name>,
    components: &[f32],
) -> Coverage {
    let mut coverage = Coverage::default();
    for (name, part) in names.into_iter().zip(components) {
        if name.as_ref() == "All" {
            // Whether there are plates beside those of the process, no colour knows.
            let [ink, none] = [share(*part), 0.0];
            let inks = [ink, ink, ink, ink, none];
            return Coverage { inks, plates: [true; 5], registration: true };
        }
        let Some(plate) = plate(name.as_ref()) else { continue };
        if let (Some(ink), Some(named)) =
            (coverage.inks.get_mut(plate), coverage.plates.get_mut(plate))
        {
            *ink += share(*part);
            *named = true;
        }
    }
    coverage
}

/// The ink of a sample in DeviceN, whose components go to these plates.
pub(super) fn stacked(plates: &[Option<usize>], sample: &[u8]) -> [u8; 5] {
    let mut inks = [0_u8; 5];
    for (plate, part) in plates.iter().zip(sample) {
        if let Some(ink) = plate.and_then(|plate| inks.get_mut(plate)) {
            *ink = ink.saturating_add(*part);
        }
    }
    inks
}

/// What becomes of samples of one byte.
pub(super) fn looked_up<T: Copy + Default>(table: &[T], bytes: &[u8]) -> Vec<T> {
    let entry = |byte: &u8| table.get(usize::from(*byte)).copied().unwrap_or_default();
    bytes.iter().map(entry).collect()
}

/// The light of samples in DeviceN: a sixteenth of each ink is one colour, and looked up once.
pub(super) fn spread(
    bytes: &[u8],
    components: usize,
    light: impl Fn(&[u8]) -> [u8; 3],
) -> Vec<[u8; 3]> {
    let mut known: HashMap<Vec<u8>, [u8; 3]> = HashMap::new();
    let mut rough = Vec::with_capacity(components);
    let colour = |sample: &[u8]| {
        rough.clear();
        rough.extend(sample.iter().map(|part| (part >> 4) * 17));
        if let Some(light) = known.get(&rough) {
            return *light;
        }
        if known.len() >= MOST_LOOKED_UP {
            let most = sample.iter().copied().max().unwrap_or(0);
            return guessed(f32::from(most) / 255.0);
        }
        let light = light(&rough);
        known.insert(rough.clone(), light);
        light
    };
    bytes.chunks_exact(components).map(colour).collect()
}

/// The bytes that a transform takes for a colour in Lab, or in any other space.
pub(super) fn quantised(space: &Space, components: &[f32]) -> Vec<u8> {
    let ranges = match space {
        Space::Lab { .. } => vec![[0.0, 100.0], [-128.0, 127.0], [-128.0, 127.0]],
        _ => space.ranges(),
    };
    let part = |(index, [least, most]): (usize, &[f32; 2])| {
        byte((components.get(index).copied().unwrap_or(0.0) - least) / (most - least))
    };
    let mut bytes: Vec<u8> = ranges.iter().enumerate().map(part).collect();
    if matches!(space, Space::CalGray) {
        bytes.resize(3, bytes.first().copied().unwrap_or(0));
    }
    bytes
}

/// Samples of an image as a way takes them: those of Lab in another stretch, all others as they are.
pub(super) fn lab<'a>(space: &Space, bytes: &'a [u8]) -> std::borrow::Cow<'a, [u8]> {
    if !matches!(space, Space::Lab { .. }) {
        return bytes.into();
    }
    let levels: Vec<Vec<u8>> =
        (0..=255).map(|level| quantised(space, &space.colour(&[level; 3]))).collect();
    let level = |(index, byte): (usize, &u8)| {
        levels.get(usize::from(*byte)).and_then(|level| level.get(index % 3)).copied().unwrap_or(0)
    };
    bytes.iter().enumerate().map(level).collect::<Vec<u8>>().into()
}

/// The first of some inks, as shares.
pub(super) fn inks(taken: &[[u8; 4]]) -> [f32; 4] {
    taken.first().copied().unwrap_or_default().map(|ink| f32::from(ink) / 255.0)
}

pub(super) fn first(taken: &[[u8; 3]]) -> [u8; 3] {
    taken.first().copied().unwrap_or([255; 3])
}

/// The grey that a share of ink may look like.
pub(super) fn guessed(ink: f32) -> [u8; 3] {
    [byte(1.0 - share(ink)); 3]
}

/// A figure from 0 to 1; 0 for what is none.
pub(super) fn share(figure: f32) -> f32 {
    if figure.is_nan() { 0.0 } else { figure.clamp(0.0, 1.0) }
}

/// A share as a byte.
pub(super) fn byte(figure: f32) -> u8 {
    // A share of 255 is a byte.
    (share(figure) * 255.0).round() as u8
}
