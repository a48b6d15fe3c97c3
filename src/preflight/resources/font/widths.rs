//! Turns the width entries of a font dictionary into the width of each code (ISO 32000-1, 9.6.2.1 and 9.7.4.3).

use lopdf::{Dictionary, Object};

use crate::file::{File, number};

/// How wide a glyph of one of the 14 standard fonts is taken for, whose widths are not in the file: half of the size, but
/// Courier, whose glyphs are all as wide.
const STANDARD_WIDTH: f64 = 500.0;
const COURIER_WIDTH: f64 = 600.0;

/// The widths of a simple font.
#[derive(Debug, Default)]
pub(super) struct SimpleWidths {
    first: u32,
    widths: Vec<f32>,
    /// The width of codes without one.
    missing: Option<f64>,
    /// What is wrong with them.
    pub(super) fault: Option<String>,
}

impl SimpleWidths {
    /// Reads the widths of a simple font. `needed` is false for those of the 14 standard fonts, which readers know.
    pub(super) fn read(
        file: &File,
        font: &Dictionary,
        descriptor: Option<&Dictionary>,
        name: &str,
        needed: bool,
    ) -> SimpleWidths {
        let missing = descriptor.and_then(|dictionary| file.number(dictionary, "MissingWidth"));
        let mut read = SimpleWidths { missing, ..SimpleWidths::default() };
        let (first, last) = (file.integer(font, "FirstChar"), file.integer(font, "LastChar"));
        let Some(widths) = file.array(font, "Widths") else {
            if needed {
                read.fault = Some("`Widths` is missing".to_owned());
            } else {
                let width =
                    if name.starts_with("Courier") { COURIER_WIDTH } else { STANDARD_WIDTH };
                read.missing = Some(width);
            }
            return read;
        };
        // A code of a simple font has one byte.
        read.widths = widths.iter().take(256).map(|width| single(file, width)).collect();
        read.first = first.and_then(|first| u32::try_from(first).ok()).unwrap_or_default();
        read.fault = match (first, last) {
            (Some(first @ 0..=255), Some(last @ 0..=255)) => {
                let length = i64::try_from(widths.len()).unwrap_or(i64::MAX);
                (length != last - first + 1).then(|| {
                    format!("`Widths` has {length} figures for the codes {first} to {last}")
                })
            }
            (Some(_), Some(_)) => {
                Some("`FirstChar` or `LastChar` is no code of one byte".to_owned())
            }
            _ => Some("`FirstChar` or `LastChar` is missing".to_owned()),
        };
        read
    }

    /// The width that is given to a code itself.
    pub(super) fn given(&self, code: u32) -> Option<f64> {
        let place = usize::try_from(code.checked_sub(self.first)?).ok()?;
        self.widths.get(place).copied().map(f64::from).filter(|width| width.is_finite())
    }

    /// The width of codes that are given none; `None` if the font does not say.
    pub(super) fn missing(&self) -> Option<f64> {
        self.missing
    }
}

/// A width in single precision, in which all of them stand in the file; what is no number is none.
fn single(file: &File, object: &Object) -> f32 {
    number(file.resolve(object)).map_or(f32::NAN, |width| width as f32)
}

/// Glyphs that follow each other and have the same figures.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Run<const N: usize> {
    first: u16,
    last: u16,
    figures: [f32; N],
}

/// The widths of a composite font.
#[derive(Debug)]
pub(super) struct CidWidths {
    runs: Vec<Run<1>>,
    default: f64,
    /// Advance downwards, and where the origin is, right and up, for text that runs downwards.
    vertical: Vec<Run<3>>,
    default_vertical: (f64, f64),
    /// What is wrong with them.
    pub(super) fault: Option<String>,
}

/// What stands for `DW2` where it is left out: the origin's height and the advance (ISO 32000-1, table 117).
const VERTICAL: (f64, f64) = (880.0, -1000.0);

impl CidWidths {
    /// Reads the widths of a descendant font.
    pub(super) fn read(file: &File, font: &Dictionary) -> CidWidths {
        let default_vertical = match file.numbers(font, "DW2").as_deref() {
            Some([height, advance]) => (*height, *advance),
            _ => VERTICAL,
        };
        let mut widths = CidWidths {
            runs: Vec::new(),
            default: file.number(font, "DW").unwrap_or(1000.0),
            vertical: Vec::new(),
            default_vertical,
            fault: None,
        };
        if let Some(array) = file.array(font, "W") {
            match runs(file, array) {
                Some(runs) => widths.runs = runs,
                None => widths.fault = Some("`W` is no list of CIDs and widths".to_owned()),
            }
        }
        if let Some(array) = file.array(font, "W2") {
            match runs(file, array) {
                Some(runs) => widths.vertical = runs,
                None => widths.fault = Some("`W2` is no list of CIDs and widths".to_owned()),
            }
        }
        widths
    }

    /// The width of a CID.
    pub(super) fn width(&self, cid: u16) -> f64 {
        look(&self.runs, cid).map_or(self.default, |[width]| f64::from(width))
    }

    /// How far the next glyph is upwards, which is negative, and where the origin of text that runs downwards is in the
    /// glyph, right and up.
    pub(super) fn vertical(&self, cid: u16) -> (f64, (f64, f64)) {
        let (height, advance) = self.default_vertical;
        match look(&self.vertical, cid) {
            Some([advance, x, y]) => (f64::from(advance), (f64::from(x), f64::from(y))),
            None => (advance, (self.width(cid) / 2.0, height)),
        }
    }
}

/// The runs of `W` or `W2`: `c [w w …]` or `c c w`, each `w` of `N` figures. `None` if they are not so.
fn runs<const N: usize>(file: &File, array: &[Object]) -> Option<Vec<Run<N>>> {
    let cid = |object: &Object| {
        // Some programs write CIDs as real numbers.
        let number = number(file.resolve(object))?;
        (0.0..=65535.0).contains(&number).then_some(number as u16)
    };
    let mut runs: Vec<Run<N>> = Vec::new();
    let mut rest = array;
    while let [first, second, after @ ..] = rest {
        let first = cid(first)?;
        if let Object::Array(figures) = file.resolve(second) {
            for (cid, figures) in (first..=u16::MAX).zip(figures.as_chunks::<N>().0) {
                let figures = figures.each_ref().map(|figure| single(file, figure));
                runs.push(Run { first: cid, last: cid, figures });
            }
            rest = after;
        } else {
            let last = cid(second)?;
            let (figures, after) = after.split_first_chunk::<N>()?;
            let figures = figures.each_ref().map(|figure| single(file, figure));
            runs.push(Run { first, last, figures });
            rest = after;
        }
    }
    runs.sort_by_key(|run| run.first);
    rest.is_empty().then_some(runs)
}

/// The figures of a CID. Of runs that overlap the last holds.
fn look<const N: usize>(runs: &[Run<N>], cid: u16) -> Option<[f32; N]> {
    let after = runs.partition_point(|run| run.first <= cid);
    let run = runs.get(..after)?.iter().rev().take(8).find(|run| cid <= run.last)?;
    run.figures.iter().all(|figure| figure.is_finite()).then_some(run.figures)
}
