//! Tells what is on a page: its boxes, its items, its marked content, and how much ink falls where.

mod blending;
mod boxes;
mod figures;
mod ink;
mod items;

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use lopdf::{Dictionary, ObjectId};

use crate::geometry::Rect;
use crate::resources::colour::Space;

pub(crate) use blending::Blending;
pub(crate) use boxes::Boxes;
pub use figures::PageFigures;
pub(crate) use ink::{InkFigures, Side, Stretch};
pub(crate) use items::{ContentScope, Item, ItemKind, Paint, Text};

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
    pub(crate) items: Vec<Item>,
    /// The transparency groups, that of the page first.
    pub(crate) groups: Vec<TransparencyGroup>,
    /// Parameters of the graphics state that a press can't honour or must know of, each once.
    pub(crate) states: BTreeSet<StateUse>,
    /// What is wrong with the contents, each fault once.
    pub(crate) faults: Vec<ContentFault>,
    /// Whether reading stopped before the end of the page, which asks for too much work.
    pub(crate) cut_short: bool,
    /// Layers (optional content groups) that are used, by number.
    pub(crate) layers: BTreeSet<u32>,
    /// The marked contents with numbers, whether or not they paint something: the form that numbers them, and the number.
    pub(crate) numbered: BTreeSet<(Option<u32>, i64)>,
    /// The ink where it was measured.
    pub(crate) ink: Option<InkFigures>,
}

/// What is kept of a page once its rules have run.
#[derive(Debug, Clone)]
pub(crate) struct PageSummary {
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
    /// The bounding box of what it paints; empty if it paints nothing.
    pub(crate) area: Rect,
    /// The text that it shows, at most 200 characters.
    pub(crate) text: String,
    /// Whether it shows an image.
    pub(crate) picture: bool,
    /// Whether it names its language.
    pub(crate) language: bool,
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

/// A parameter of the graphics state that a press can't honour or must know of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct StateUse {
    /// Its key: `TR`, `TR2`, `HT`, `HTP`, `BG`, `UCR`, `SMask`, `BM`, `ca`, `CA`, `AIS`, `RI`, `FL`.
    pub(crate) key: &'static str,
    /// Its value, as far as reports need it: the blend mode, the opacity in percent, the rendering intent.
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
    /// An artifact within tagged contents, or the reverse, which only screen readers care for.
    Marking,
    /// PostScript: a form, or the operator of such.
    PostScript,
}

impl Page {
    /// What is kept of it once its rules have run.
    pub(crate) fn summary(&self) -> PageSummary {
        let cut = self.boxes.trim_area();
        let size = match self.boxes.rotation {
            90 | 270 => (cut.height(), cut.width()),
            _ => (cut.width(), cut.height()),
        };
        let unit = self.boxes.user_unit;
        let figures = PageFigures {
            size: (size.0 * unit, size.1 * unit),
            ink: self.ink.as_ref().map(|ink| ink.highest),
            resolution: self
                .items
                .iter()
                .filter(|item| item.is_visible())
                .filter_map(|item| item.resolution(unit))
                .min_by(f64::total_cmp),
        };
        PageSummary {
            number: self.number,
            boxes: self.boxes,
            figures,
            blank: self.is_blank(),
            contents: self.contents(),
        }
    }

    /// The items that are visible once the page is trimmed: beyond the trim there are only printer's marks.
    pub(crate) fn inside_trim(&self) -> impl Iterator<Item = &Item> {
        /// How far printer's marks may reach into the trim, in points.
        const TOUCH: f64 = 0.5;
        let cut = self.boxes.trim_area();
        self.items.iter().filter(move |item| {
            let inside = item.area.shared(cut);
            let reaches = inside.is_some_and(|area| area.width().max(area.height()) > TOUCH);
            item.is_visible() && (reaches || cut.holds(item.area, 0.0))
        })
    }

    /// Whether the trimmed page is blank; `false` where its contents could not be read.
    fn is_blank(&self) -> bool {
        let read =
            self.faults.iter().all(|fault| fault.kind == FaultKind::Marking) && !self.cut_short;
        let inked = self.ink.as_ref().is_none_or(|ink| ink.highest > 0.0);
        read && !(inked && self.inside_trim().next().is_some())
    }

    /// The marked contents with numbers, in the order in which they first paint; then those that paint nothing.
    fn contents(&self) -> Vec<MarkedContent> {
        const LONGEST: usize = 200;
        let mut contents: Vec<MarkedContent> = Vec::new();
        let mut places: HashMap<(Option<u32>, i64), usize> = HashMap::new();
        for item in &self.items {
            let Some(id) = item.content.id else { continue };
            let owner = item.content.owner;
            let place = *places.entry((owner, id)).or_insert_with(|| {
                let (area, text) = (item.area, String::new());
                let language = item.content.language;
                contents.push(MarkedContent { id, owner, area, text, picture: false, language });
                contents.len() - 1
            });
            let Some(content) = contents.get_mut(place) else { continue };
            content.area = content.area.joined(item.area);
            match &item.kind {
                ItemKind::Text(text) if content.text.len() < LONGEST => {
                    content.text.extend(text.text.chars().take(LONGEST));
                }
                ItemKind::Image { .. } => content.picture = true,
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
                    language: false,
                });
            }
        }
        contents
    }
}
