//! What a colour is on the press, and on the screen.

use crate::preflight::colour::Space;

/// What a colour puts on the plates, each from 0, nothing, to 1, a full plate.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Tone {
    /// Cyan, magenta, yellow, black, and the sum of all other inks.
    pub(crate) inks: [f32; 5],
    /// Which of these five plates the colour space names: under overprint only these are painted.
    pub(crate) plates: [bool; 5],
    /// Whether it is ink on all plates that there are (Separation `All`).
    pub(crate) registration: bool,
}

/// The printing condition of a file.
#[derive(Debug)]
pub(crate) struct Press {}

impl Press {
    /// Takes the profile of the output intent; FOGRA39 if there is none, or none of a CMYK press.
    pub(crate) fn new(_profile: Option<&[u8]>) -> Press {
        Press {}
    }

    /// The ink of a colour.
    pub(crate) fn tone(&self, _space: &Space, _parts: &[f32]) -> Tone {
        Tone::default()
    }

    /// The colour in sRGB.
    pub(crate) fn seen(&self, _space: &Space, _parts: &[f32]) -> [u8; 3] {
        [0; 3]
    }
}
