//! What stands on a page: its boxes, its marks, its annotations, and how much ink falls where.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use lopdf::{Dictionary, ObjectId};

use crate::blending::Blending;
use crate::colour::Space;
use crate::figures::PageFigures;
use crate::font::Font;
use crate::geometry::{Matrix, Rect};
use crate::image::Image;

/// The boxes of a page, in its own coordinates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Boxes {
    /// The sheet; A4 if the page names none, which `given` tells.
    pub(crate) media: Rect,
    /// Whether the page names a sheet that has an area.
    pub(crate) media_given: bool,
    pub(crate) crop: Option<Rect>,
    pub(crate) bleed: Option<Rect>,
    pub(crate) trim: Option<Rect>,
    pub(crate) art: Option<Rect>,
    /// By how much the page is turned, clockwise: 0, 90, 180 or 270.
    pub(crate) turn: u16,
    /// How many points a unit of the page is long (ISO 32000-1, table 30).
    pub(crate) unit: f64,
}

impl Boxes {
    /// Where the page is cut: its trim, or else its art, its crop or its sheet.
    pub(crate) fn cut(&self) -> Rect {
        let seen = self.crop.and_then(|crop| crop.shared(self.media));
        self.trim.or(self.art).or(seen).unwrap_or(self.media)
    }

    /// What may be printed: the bleed, or else the crop, and never more than the sheet (ISO 32000-1, 14.11.2).
    pub(crate) fn inked(&self) -> Rect {
        let outer = self.bleed.or(self.crop).unwrap_or(self.media);
        outer.shared(self.media).unwrap_or(self.media)
    }

    /// An area of the page, from the lower left corner of where it is cut as it is seen, in points.
    pub(crate) fn seen_from_cut(&self, area: Rect) -> Rect {
        let cut = self.cut();
        let home = Matrix([1.0, 0.0, 0.0, 1.0, -cut.x0, -cut.y0]);
        // A page that is turned clockwise has another corner at its lower left.
        let turned = match self.turn {
            90 => Matrix([0.0, -1.0, 1.0, 0.0, 0.0, cut.width()]),
            180 => Matrix([-1.0, 0.0, 0.0, -1.0, cut.width(), cut.height()]),
            270 => Matrix([0.0, 1.0, -1.0, 0.0, cut.height(), 0.0]),
            _ => Matrix::IDENTITY,
        };
        home.then(turned).then(Matrix([self.unit, 0.0, 0.0, self.unit, 0.0, 0.0])).around(area)
    }
}

/// A page that was read.
#[derive(Debug)]
pub(crate) struct Page {
    /// Its place in the file, from 1.
    pub(crate) number: usize,
    /// Its object.
    pub(crate) id: Option<ObjectId>,
    /// Its dictionary, with what it inherits.
    pub(crate) dictionary: Arc<Dictionary>,
    pub(crate) boxes: Boxes,
    /// What is painted, in the order of painting.
    pub(crate) marks: Vec<Mark>,
    /// The transparency groups, that of the page first.
    pub(crate) groups: Vec<TransparencyGroup>,
    /// Parameters of the graphics state that a press can't follow or must know, each once.
    pub(crate) states: BTreeSet<StateUse>,
    /// What is wrong with the contents, each fault once.
    pub(crate) faults: Vec<ContentFault>,
    /// Whether the page was left before its end since it asks for too much work.
    pub(crate) cut_short: bool,
    /// Layers (optional content groups) that are used, by number.
    pub(crate) layers: BTreeSet<u32>,
    /// The marked contents with numbers, whether or not they paint something: the form that numbers them, and the number.
    pub(crate) numbered: BTreeSet<(Option<u32>, i64)>,
    /// The ink where it was measured.
    pub(crate) ink: Option<crate::canvas::InkFigures>,
}

/// Figures of a page that outlive it.
#[derive(Debug, Clone)]
pub(crate) struct Summary {
    pub(crate) number: usize,
    pub(crate) boxes: Boxes,
    pub(crate) figures: PageFigures,
    /// Whether nothing is painted on it.
    pub(crate) blank: bool,
    /// The marked contents that the structure may refer to: what they show, in the order of painting.
    pub(crate) contents: Vec<MarkedContent>,
}

/// A stretch of marked content with a number.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct MarkedContent {
    /// Its number on the page, or in the form (MCID).
    pub(crate) id: i64,
    /// The form whose contents number it, by number; `None` for the page.
    pub(crate) owner: Option<u32>,
    /// Around what it paints; without area if it paints nothing.
    pub(crate) area: Rect,
    /// The text that it shows, at most 200 characters.
    pub(crate) text: String,
    /// Whether it shows a picture.
    pub(crate) picture: bool,
}

/// Something that is painted.
#[derive(Debug, Clone)]
pub(crate) struct Mark {
    /// What it is.
    pub(crate) kind: Kind,
    /// Around what is painted, within the clip, in the page's own coordinates.
    pub(crate) area: Rect,
    /// With what. For a picture that has colours of its own its first colour space, and nothing else.
    pub(crate) paint: Paint,
    /// How it is laid over what is there.
    pub(crate) blend: Blending,
    /// In which marked content it is.
    pub(crate) content: Content,
    /// The form or pattern that paints it, by number; `None` for the page itself.
    pub(crate) form: Option<u32>,
}

/// Kinds of marks.
#[derive(Debug, Clone)]
pub(crate) enum Kind {
    /// A filled path.
    Fill {
        /// The lesser side of the whole path, also of what lies outside of the clip, in the page's units.
        thickness: f64,
    },
    /// A stroked path.
    Stroke {
        /// How wide its line is where it is thinnest, in points; 0 for the thinnest line that a device has.
        width: f64,
    },
    /// Glyphs.
    Text(Text),
    /// A picture.
    Image {
        image: Arc<Image>,
        /// Where it is: from the unit square to the page.
        matrix: Matrix,
        /// Why its samples can't be read, if they can't.
        damage: Option<Arc<str>>,
    },
    /// A shading that fills the clip.
    Shading {
        /// The colour space of the shading is that of the paint.
        object: Option<u32>,
    },
}

/// Glyphs of one font, of one showing operator.
#[derive(Debug, Clone)]
pub(crate) struct Text {
    pub(crate) font: Arc<Font>,
    /// The size as it is seen: the font's size times the matrices, along the height of the letters, in points.
    pub(crate) size: f64,
    /// How wide the line is with which outlines are drawn, in the page's units.
    pub(crate) line: f64,
    /// How it is shown (ISO 32000-1, table 106): 0 filled, 1 stroked, 2 both, 3 not at all, 4 to 7 clipping as well.
    pub(crate) rendering: u8,
    /// The codes that are shown.
    pub(crate) codes: Vec<u32>,
    /// What they say, as far as it is known, with U+FFFD for what is not.
    pub(crate) text: String,
    /// The colour that it stands on, in sRGB; `None` where that is no plain ground, or was not measured.
    pub(crate) ground: Option<[u8; 3]>,
    /// Its own colour, in sRGB, where the ground is known.
    pub(crate) seen: Option<[u8; 3]>,
    /// Whether it stands on other ink than black; false where that was not measured.
    pub(crate) on_colour: bool,
}

impl Text {
    /// Whether nothing of it is seen.
    pub(crate) fn is_hidden(&self) -> bool {
        matches!(self.rendering, 3 | 7)
    }

    /// Whether the shapes of its letters matter: what is not shown may still clip.
    pub(crate) fn needs_glyphs(&self) -> bool {
        self.rendering != 3
    }
}

/// A colour in its space.
#[derive(Debug, Clone)]
pub(crate) struct Paint {
    pub(crate) space: Arc<Space>,
    /// One figure a component of the space; for an uncoloured pattern those of the space under it.
    pub(crate) parts: Vec<f32>,
    /// The pattern that is painted with, by number.
    pub(crate) pattern: Option<u32>,
}

/// In which marked content a mark is.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Content {
    /// The number of the innermost marked content with a number (MCID).
    pub(crate) id: Option<i64>,
    /// Whether it is an artifact.
    pub(crate) artifact: bool,
    /// Whether it stands in a layer.
    pub(crate) layer: bool,
    /// Whether that layer is switched off.
    pub(crate) hidden: bool,
    /// The object whose contents number it: `None` for the page, else a form.
    pub(crate) owner: Option<u32>,
    /// Whether a text is given in its place (ActualText).
    pub(crate) replaced: bool,
}

/// A transparency group.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TransparencyGroup {
    /// The form that is a group; `None` for the page.
    pub(crate) form: Option<u32>,
    /// Its colour space, if it names one.
    pub(crate) space: Option<Arc<Space>>,
    /// Whether it is a soft mask.
    pub(crate) mask: bool,
    /// Whether it blends in its own space: the page's group, and forms that say so; others take that of what is around them.
    pub(crate) isolated: bool,
}

/// A parameter of the graphics state that a press can't follow or must know.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct StateUse {
    /// Its key: `TR`, `TR2`, `HT`, `HTP`, `BG`, `UCR`, `SMask`, `BM`, `ca`, `CA`, `AIS`, `RI`, `FL`.
    pub(crate) key: &'static str,
    /// Its value, as far as it is told: the blend mode, the opacity in percent, the rendering intent.
    pub(crate) value: String,
    /// The object that sets it.
    pub(crate) object: Option<u32>,
}

/// Something that is wrong with contents.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ContentFault {
    pub(crate) kind: FaultKind,
    /// What, in lower case.
    pub(crate) what: String,
    /// The form whose contents they are; `None` for the page.
    pub(crate) form: Option<u32>,
}

/// Kinds of faults in contents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FaultKind {
    /// Bytes that are no contents, or operators that do not belong there.
    Syntax,
    /// A name that the resources do not know, or know as something else.
    Resource,
    /// A form that paints itself, or forms that are nested too deep.
    Circle,
    /// PostScript: a form, or the operator of such.
    PostScript,
}

impl Page {
    /// The figures that outlive it.
    pub(crate) fn summary(&self) -> Summary {
        let cut = self.boxes.cut();
        let size = match self.boxes.turn {
            90 | 270 => (cut.height(), cut.width()),
            _ => (cut.width(), cut.height()),
        };
        let unit = self.boxes.unit;
        let figures = PageFigures {
            size: (size.0 * unit, size.1 * unit),
            ink: self.ink.as_ref().map(|ink| ink.highest),
            resolution: self
                .marks
                .iter()
                .filter(|mark| mark.is_seen())
                .filter_map(|mark| mark.resolution(unit))
                .min_by(f64::total_cmp),
        };
        Summary {
            number: self.number,
            boxes: self.boxes,
            figures,
            blank: self.is_blank(),
            contents: self.contents(),
        }
    }

    /// What is seen of it once it is cut: beyond the trim stand marks for the printer.
    pub(crate) fn kept(&self) -> impl Iterator<Item = &Mark> {
        /// How far marks for the printer may reach into the trim, in points.
        const TOUCH: f64 = 0.5;
        let cut = self.boxes.cut();
        self.marks.iter().filter(move |mark| {
            let inside = mark.area.shared(cut);
            let reaches = inside.is_some_and(|area| area.width().max(area.height()) > TOUCH);
            mark.is_seen() && (reaches || cut.holds(mark.area, 0.0))
        })
    }

    /// Whether nothing is seen of it once it is cut; `false` where its contents could not be read.
    fn is_blank(&self) -> bool {
        let read = self.faults.is_empty() && !self.cut_short;
        let inked = self.ink.as_ref().is_none_or(|ink| ink.highest > 0.0);
        read && !(inked && self.kept().next().is_some())
    }

    /// The marked contents with numbers, in the order in which they first paint; then those that paint nothing.
    fn contents(&self) -> Vec<MarkedContent> {
        const LONGEST: usize = 200;
        let mut contents: Vec<MarkedContent> = Vec::new();
        let mut places: HashMap<(Option<u32>, i64), usize> = HashMap::new();
        for mark in &self.marks {
            let Some(id) = mark.content.id else { continue };
            let owner = mark.content.owner;
            let place = *places.entry((owner, id)).or_insert_with(|| {
                let (area, text) = (mark.area, String::new());
                contents.push(MarkedContent { id, owner, area, text, picture: false });
                contents.len() - 1
            });
            let Some(content) = contents.get_mut(place) else { continue };
            content.area = content.area.joined(mark.area);
            match &mark.kind {
                Kind::Text(text) if content.text.len() < LONGEST => {
                    content.text.extend(text.text.chars().take(LONGEST));
                }
                Kind::Image { .. } => content.picture = true,
                _ => {}
            }
        }
        for (owner, id) in &self.numbered {
            if !places.contains_key(&(*owner, *id)) {
                let area = Rect::new(0.0, 0.0, 0.0, 0.0);
                let (id, owner) = (*id, *owner);
                contents.push(MarkedContent {
                    id,
                    owner,
                    area,
                    text: String::new(),
                    picture: false,
                });
            }
        }
        contents
    }
}

impl Mark {
    /// Whether it can be seen at all.
    pub(crate) fn is_seen(&self) -> bool {
        match &self.kind {
            Kind::Text(text) => {
                let blank = text.text.chars().all(char::is_whitespace);
                !text.is_hidden() && !blank && self.blend.opacity > 0.0
            }
            _ => self.blend.opacity > 0.0,
        }
    }

    /// The resolution of a picture where it is placed, in pixels to the inch, the lesser of its two directions; `None` for
    /// other marks, and for pictures that are as good at any size. `unit` is how many points a unit of the page is long.
    pub(crate) fn resolution(&self, unit: f64) -> Option<f64> {
        let Kind::Image { image, matrix, .. } = &self.kind else { return None };
        if image.is_tiny() {
            return None;
        }
        let (across, along) = matrix.scales();
        let each = |samples: u32, length: f64| f64::from(samples) * 72.0 / (length * unit);
        let least = each(image.size.0, across).min(each(image.size.1, along));
        least.is_finite().then_some(least)
    }
}
