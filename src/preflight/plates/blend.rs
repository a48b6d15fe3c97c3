//! Turns a pixel of the plates and what is composited with it into the pixel afterwards.

/// The ink on a pixel, plate by plate, from 0, none, to 255, full: cyan, magenta, yellow, black and the sum of all other
/// inks; or, where light is measured, what is missing from red, green and blue, so that paper is 0 there too.
pub(super) type Pixel = [u8; 5];

/// The total ink on a pixel, in 255ths of a plate.
pub(super) fn sum(pixel: Pixel) -> u16 {
    pixel.iter().map(|plate| u16::from(*plate)).sum()
}

/// The pixel with more ink; the first if both have as much.
pub(super) fn darker(one: Pixel, other: Pixel) -> Pixel {
    if sum(other) > sum(one) { other } else { one }
}

/// A share from 0 to 1 in 255ths; NaN is 0.
pub(super) fn byte(share: f32) -> u8 {
    // A cast saturates, and takes what is no number for 0.
    (share * 255.0 + 0.5) as u8
}

/// A colour as it goes onto the plates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Tint {
    /// Its ink.
    pub(super) ink: Pixel,
    /// The plates that keep what they have because it overprints.
    pub(super) keeps: [bool; 5],
}

/// How a colour is composited with what is below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Compositing {
    /// From 0, unseen, to 255, opaque.
    pub(super) opacity: u8,
    pub(super) mode: BlendMode,
    /// Whether an unknown soft mask takes some of it away.
    pub(super) masked: bool,
}

impl Compositing {
    /// Whether it hides what is below it, on plates that are not kept.
    pub(super) fn hides(self) -> bool {
        self.opacity == 255 && self.mode == BlendMode::Normal && !self.masked
    }

    /// With half of the opacity where a soft mask takes an unknown share.
    pub(super) fn halved(self) -> Compositing {
        if self.masked { Compositing { opacity: self.opacity / 2, ..self } } else { self }
    }

    /// With a share of its opacity, 0 to 255.
    pub(super) fn thinned(self, share: u8) -> Compositing {
        Compositing { opacity: mixed(0, self.opacity, share), ..self }
    }

    /// The pixel after a colour is composited with it (ISO 32000-1, 11.3.6, with an opaque backdrop).
    pub(super) fn over(self, backdrop: Pixel, tint: Tint) -> Pixel {
        let blended = match self.mode {
            BlendMode::Normal => tint.ink,
            BlendMode::Separable(each) => each.over(backdrop, tint.ink),
            BlendMode::NonSeparable(all) => all.over(backdrop, tint.ink),
        };
        let mut after = backdrop;
        for (((after, ink), keeps), backdrop) in
            after.iter_mut().zip(blended).zip(tint.keeps).zip(backdrop)
        {
            if !keeps {
                *after = mixed(backdrop, ink, self.opacity);
            }
        }
        after
    }
}

/// `from` with a share of `to`, 0 to 255.
fn mixed(from: u8, to: u8, share: u8) -> u8 {
    let (from, to, share) = (u32::from(from), u32::from(to), u32::from(share));
    ((from * (255 - share) + to * share + 127) / 255) as u8
}

/// A blend mode (ISO 32000-1, 11.3.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BlendMode {
    Normal,
    /// A mode that blends plate by plate.
    Separable(Separable),
    /// A mode that blends all process plates at once.
    NonSeparable(NonSeparable),
}

impl BlendMode {
    /// The mode with a name; `Normal` for an unknown one (ISO 32000-1, 11.6.3).
    pub(super) fn named(name: &str) -> BlendMode {
        match name {
            "Multiply" => BlendMode::Separable(Separable::Multiply),
            "Screen" => BlendMode::Separable(Separable::Screen),
            "Overlay" => BlendMode::Separable(Separable::Overlay),
            "Darken" => BlendMode::Separable(Separable::Darken),
            "Lighten" => BlendMode::Separable(Separable::Lighten),
            "ColorDodge" => BlendMode::Separable(Separable::ColorDodge),
            "ColorBurn" => BlendMode::Separable(Separable::ColorBurn),
            "HardLight" => BlendMode::Separable(Separable::HardLight),
            "SoftLight" => BlendMode::Separable(Separable::SoftLight),
            "Difference" => BlendMode::Separable(Separable::Difference),
            "Exclusion" => BlendMode::Separable(Separable::Exclusion),
            "Hue" => BlendMode::NonSeparable(NonSeparable::Hue),
            "Saturation" => BlendMode::NonSeparable(NonSeparable::Saturation),
            "Color" => BlendMode::NonSeparable(NonSeparable::Color),
            "Luminosity" => BlendMode::NonSeparable(NonSeparable::Luminosity),
            _ => BlendMode::Normal,
        }
    }
}

/// Modes that blend plate by plate (ISO 32000-1, table 136).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Separable {
    Multiply,
    Screen,
    Overlay,
    Darken,
    Lighten,
    ColorDodge,
    ColorBurn,
    HardLight,
    SoftLight,
    Difference,
    Exclusion,
}

impl Separable {
    fn over(self, backdrop: Pixel, ink: Pixel) -> Pixel {
        let mut after = ink;
        for (plate, (after, backdrop)) in after.iter_mut().zip(backdrop).enumerate() {
            // A mode that makes black of white on white must not do so on the plate of spot inks (ISO 32000-1, 11.7.4.2).
            if plate == 4 && matches!(self, Separable::Difference | Separable::Exclusion) {
                continue;
            }
            let light = self.light(1.0 - share(backdrop), 1.0 - share(*after));
            *after = byte(1.0 - light);
        }
        after
    }

    /// Blends the light that a backdrop and a source send back, both 0 to 1.
    fn light(self, backdrop: f32, source: f32) -> f32 {
        match self {
            Separable::Multiply => backdrop * source,
            Separable::Screen => backdrop + source - backdrop * source,
            Separable::Overlay => Separable::HardLight.light(source, backdrop),
            Separable::Darken => backdrop.min(source),
            Separable::Lighten => backdrop.max(source),
            Separable::ColorDodge if backdrop <= 0.0 => 0.0,
            Separable::ColorDodge if source >= 1.0 => 1.0,
            Separable::ColorDodge => (backdrop / (1.0 - source)).min(1.0),
            Separable::ColorBurn if backdrop >= 1.0 => 1.0,
            Separable::ColorBurn if source <= 0.0 => 0.0,
            Separable::ColorBurn => 1.0 - ((1.0 - backdrop) / source).min(1.0),
            Separable::HardLight if source <= 0.5 => backdrop * 2.0 * source,
            Separable::HardLight => Separable::Screen.light(backdrop, 2.0 * source - 1.0),
            Separable::SoftLight if source <= 0.5 => {
                backdrop - (1.0 - 2.0 * source) * backdrop * (1.0 - backdrop)
            }
            Separable::SoftLight => {
                let lit = if backdrop <= 0.25 {
                    ((16.0 * backdrop - 12.0) * backdrop + 4.0) * backdrop
                } else {
                    backdrop.sqrt()
                };
                backdrop + (2.0 * source - 1.0) * (lit - backdrop)
            }
            Separable::Difference => (backdrop - source).abs(),
            Separable::Exclusion => backdrop + source - 2.0 * backdrop * source,
        }
    }
}

/// Modes that blend all process plates at once (ISO 32000-1, table 137).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NonSeparable {
    Hue,
    Saturation,
    Color,
    Luminosity,
}

impl NonSeparable {
    /// Cyan, magenta and yellow are blended as what is missing from red, green and blue; black comes from the source for
    /// `Luminosity` alone (ISO 32000-1, 11.3.5.3), other inks as they are (11.7.4.2).
    fn over(self, backdrop: Pixel, ink: Pixel) -> Pixel {
        let lights = |[cyan, magenta, yellow, ..]: Pixel| {
            [cyan, magenta, yellow].map(|plate| 1.0 - share(plate))
        };
        let (under, upper) = (lights(backdrop), lights(ink));
        let blended = match self {
            NonSeparable::Hue => lit(saturated(upper, saturation(under)), luminosity(under)),
            NonSeparable::Saturation => lit(saturated(under, saturation(upper)), luminosity(under)),
            NonSeparable::Color => lit(upper, luminosity(under)),
            NonSeparable::Luminosity => lit(under, luminosity(upper)),
        };
        let [cyan, magenta, yellow] = blended.map(|light| byte(1.0 - light));
        let black = if self == NonSeparable::Luminosity { ink[3] } else { backdrop[3] };
        [cyan, magenta, yellow, black, ink[4]]
    }
}

fn share(byte: u8) -> f32 {
    f32::from(byte) / 255.0
}

fn luminosity([red, green, blue]: [f32; 3]) -> f32 {
    0.3 * red + 0.59 * green + 0.11 * blue
}

fn ends(lights: [f32; 3]) -> (f32, f32) {
    lights
        .iter()
        .fold((f32::MAX, f32::MIN), |(least, most), light| (least.min(*light), most.max(*light)))
}

fn saturation(lights: [f32; 3]) -> f32 {
    let (least, most) = ends(lights);
    most - least
}

/// `SetLum` with `ClipColor`.
fn lit(lights: [f32; 3], wanted: f32) -> [f32; 3] {
    let moved = lights.map(|light| light + wanted - luminosity(lights));
    let middle = luminosity(moved);
    let (least, most) = ends(moved);
    moved.map(|light| {
        if least < 0.0 {
            middle + (light - middle) * middle / (middle - least).max(f32::EPSILON)
        } else if most > 1.0 {
            middle + (light - middle) * (1.0 - middle) / (most - middle).max(f32::EPSILON)
        } else {
            light
        }
    })
}

/// `SetSat`.
fn saturated(lights: [f32; 3], wanted: f32) -> [f32; 3] {
    let (least, most) = ends(lights);
    if most <= least {
        return [0.0; 3];
    }
    lights.map(|light| (light - least) * wanted / (most - least))
}

#[cfg(test)]
mod tests {
    use super::{BlendMode, Compositing, Tint, byte, sum};

    const OPAQUE: Compositing =
        Compositing { opacity: 255, mode: BlendMode::Normal, masked: false };

    fn tint(ink: [u8; 5]) -> Tint {
        Tint { ink, keeps: [false; 5] }
    }

    #[test]
    fn normal_ink_knocks_out_and_kept_plates_stay() {
        let backdrop = [100, 50, 0, 0, 9];
        assert_eq!(OPAQUE.over(backdrop, tint([0, 0, 0, 255, 0])), [0, 0, 0, 255, 0]);
        let overprinting =
            Tint { keeps: [true, true, true, false, true], ..tint([0, 0, 0, 255, 0]) };
        assert_eq!(OPAQUE.over(backdrop, overprinting), [100, 50, 0, 255, 9]);
    }

    #[test]
    fn opacity_mixes_linearly() {
        let half = Compositing { opacity: byte(0.5), ..OPAQUE };
        assert_eq!(half.over([255, 0, 0, 0, 0], tint([0, 255, 0, 0, 0])), [127, 128, 0, 0, 0]);
        let masked = Compositing { masked: true, ..OPAQUE };
        assert_eq!(masked.halved().opacity, 127);
    }

    #[test]
    fn modes_work_on_what_the_inks_leave_of_the_light() {
        let over = |mode: &str, backdrop, ink| {
            Compositing { mode: BlendMode::named(mode), ..OPAQUE }.over(backdrop, tint(ink))
        };
        // 1 - 0.5 x 0.5 of light is 0.75 of ink.
        assert_eq!(over("Multiply", [128, 255, 0, 0, 0], [128, 0, 60, 0, 0]), [192, 255, 60, 0, 0]);
        assert_eq!(over("Darken", [128, 10, 0, 0, 0], [100, 60, 0, 0, 0]), [128, 60, 0, 0, 0]);
        assert_eq!(over("Lighten", [128, 10, 0, 0, 0], [100, 60, 0, 0, 0]), [100, 10, 0, 0, 0]);
        assert_eq!(over("Screen", [255, 255, 0, 0, 0], [255, 0, 0, 0, 0]), [255, 0, 0, 0, 0]);
        assert_eq!(over("Difference", [0; 5], [0; 5]), [255, 255, 255, 255, 0]);
        assert_eq!(
            over("Luminosity", [0, 0, 0, 9, 0], [255, 255, 255, 40, 0]),
            [255, 255, 255, 40, 0]
        );
        assert_eq!(over("Nonsense", [1; 5], [7; 5]), [7; 5]);
    }

    #[test]
    fn every_mode_leaves_white_on_paper_white_but_difference_and_exclusion() {
        for mode in [
            "Normal",
            "Multiply",
            "Screen",
            "Overlay",
            "Darken",
            "Lighten",
            "ColorDodge",
            "ColorBurn",
            "HardLight",
            "SoftLight",
            "Hue",
            "Saturation",
            "Color",
            "Luminosity",
        ] {
            let compositing = Compositing { mode: BlendMode::named(mode), ..OPAQUE };
            assert_eq!(sum(compositing.over([0; 5], tint([0; 5]))), 0, "{mode}");
        }
    }
}
