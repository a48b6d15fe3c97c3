//! Turns the bytes of a file into what a program that lays its pages on sheets must know: its objects and pages, where they
//! are cut, which layers are not printed, and what is damaged.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, ObjectId};

use crate::file::{File, Limits, PageTree, Structure, StructureFaultKind, Unreadable};
use crate::geometry::Rect;
use crate::page::Boxes;
use crate::request::Target;
use crate::run::Layers;

/// A file whose pages are to be laid on sheets.
#[derive(Debug)]
pub struct Source {
    /// Its objects. Filters have their whole names.
    pub document: Document,
    /// Its pages in their order.
    pub pages: Vec<SourcePage>,
    /// What is damaged, each in lower case: a reader has to guess there, and each guesses otherwise.
    pub damage: Vec<String>,
    /// Whether its structure is damaged: its cross references, its end, or its streams, and not its page tree alone.
    pub is_repaired: bool,
    /// The layers (optional content groups) that are not printed, by the number of their object.
    pub hidden_layers: BTreeSet<u32>,
}

/// A page of a [`Source`].
#[derive(Debug, Clone)]
pub struct SourcePage {
    /// Its object.
    pub id: Option<ObjectId>,
    /// Its dictionary, with what it inherits: MediaBox, CropBox, Resources and Rotate.
    pub dictionary: Dictionary,
    /// Its boxes.
    pub boxes: PageBoxes,
}

/// The boxes of a page, in its own coordinates. They lie within the media box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PageBoxes {
    /// The sheet that it is drawn on.
    pub media: Rect,
    /// Where it is cut: its trim box, or the art box of a PDF/X, or else its crop box, or else the media box.
    pub trim: Rect,
    /// Whether it says where it is cut, so that its crop box is but what viewers show.
    pub trim_is_given: bool,
    /// How far it may be printed, if it says so: its bleed box.
    pub bleed: Option<Rect>,
    /// The clockwise rotation in degrees: 0, 90, 180 or 270.
    pub rotation: u16,
    /// The length of its unit in points.
    pub user_unit: f64,
}

/// Why a file can't be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SourceError {
    /// It is encrypted, whether or not it needs a password.
    Encrypted,
    /// It is no PDF, or asks for too much work, as is said in lower case.
    Unreadable(String),
    /// A page, counted from 1, has no `MediaBox` of a sensible size.
    NoMediaBox(usize),
}

impl Source {
    /// Reads a file.
    ///
    /// # Errors
    ///
    /// Fails if it can't be read, or is encrypted, or if a page has no size.
    pub fn read(bytes: &[u8]) -> Result<Source, SourceError> {
        let file = File::open(bytes, Limits::for_file(bytes.len())).map_err(|why| match why {
            Unreadable::Locked => SourceError::Encrypted,
            Unreadable::TooMuch => {
                SourceError::Unreadable("a part of it unpacks to more than 256 MB".to_owned())
            }
            Unreadable::NoPdf(why) => SourceError::Unreadable(why),
        })?;
        if file.encrypted {
            return Err(SourceError::Encrypted);
        }
        let tree = PageTree::read(&file);
        if tree.cut {
            let why = format!("it has more than {} pages", tree.pages.len());
            return Err(SourceError::Unreadable(why));
        }
        let mut pages = Vec::with_capacity(tree.pages.len());
        for (entry, number) in tree.pages.iter().zip(1..) {
            let boxes = Boxes::read(&file, &entry.dictionary);
            if !boxes.media_given {
                return Err(SourceError::NoMediaBox(number));
            }
            let (id, dictionary) = (entry.id, Dictionary::clone(&entry.dictionary));
            pages.push(SourcePage { id, dictionary, boxes: PageBoxes::of(&boxes) });
        }
        let structure = Structure::read(bytes, &file);
        let is_damage = |kind| {
            use StructureFaultKind::{References, Stream, Truncated};
            matches!(kind, References | Truncated | Stream)
        };
        let is_repaired = structure.faults.iter().any(|fault| is_damage(fault.kind));
        let damage = structure.faults.iter().filter(|fault| is_damage(fault.kind));
        let damage = damage.map(|fault| match fault.object {
            Some(object) => format!("{} (object {object})", fault.what),
            None => fault.what.clone(),
        });
        let damage = damage.chain(tree.faults).collect();
        let hidden_layers = Layers::read(&file, Target::Print).off();
        Ok(Source { document: file.document, pages, damage, is_repaired, hidden_layers })
    }
}

impl PageBoxes {
    fn of(boxes: &Boxes) -> PageBoxes {
        PageBoxes {
            media: boxes.media,
            trim: boxes.trim_area(),
            trim_is_given: boxes.cut().is_some(),
            bleed: boxes.bleed.and_then(|bleed| bleed.shared(boxes.media)),
            rotation: boxes.rotation,
            user_unit: boxes.user_unit,
        }
    }
}
