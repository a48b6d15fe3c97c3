//! Turns the contents of a page into its items, and the ink where they fall.

mod caches;
mod colours;
mod forms;
mod graphics;
mod images;
mod interpreter;
mod layers;
mod letters;
mod marked;
mod painting;
mod patterns;
mod state;
mod text;
mod tokens;

use std::collections::BTreeSet;
use std::sync::Arc;

use lopdf::Object;

use crate::file::{EMPTY, File, PageEntry, Undecoded, number_of};
use crate::page::{Boxes, ContentFault, FaultKind, Page};
use crate::plates::{Canvas, Measured};
use crate::request::Target;
use crate::resources::colour::Press;

pub(super) use caches::Caches;
use interpreter::Interpreter;
pub(super) use layers::Layers;

/// What all pages share.
#[derive(Debug)]
pub(super) struct Environment<'a> {
    /// The file.
    pub(super) file: &'a File,
    /// The press for which its colours are meant.
    pub(super) press: Arc<Press>,
    /// What the file is for: ink is measured for the print shop, contrast for screens.
    pub(super) target: Target,
    /// How many pages it has.
    pub(super) pages: usize,
    /// The most ink that is allowed, in percent.
    pub(super) ink_limit: f64,
    /// The layers that are switched off.
    pub(super) layers: Layers,
    /// What was read already.
    pub(super) caches: Caches,
}

/// Runs the contents of a page. `number` counts from 1.
pub(super) fn survey(env: &Environment<'_>, entry: &PageEntry, number: usize) -> Page {
    let file = env.file;
    let dictionary = &entry.dictionary;
    let boxes = Boxes::read(file, dictionary);
    let measured = match env.target {
        Target::Print => Some(Measured::Ink),
        Target::Screen => Some(Measured::Light),
        Target::Office => None,
    };
    let canvas = measured.map(|measured| {
        let canvas =
            Canvas::new(boxes.printable_area(), env.pages, measured, Arc::clone(&env.press));
        canvas.within(file.budget.pixels_left())
    });
    let page = Page {
        number,
        id: entry.id,
        dictionary: Arc::clone(dictionary),
        boxes,
        items: Vec::new(),
        groups: Vec::new(),
        states: BTreeSet::new(),
        faults: Vec::new(),
        cut_short: false,
        layers: BTreeSet::new(),
        numbered: BTreeSet::new(),
        ink: None,
    };
    let resources = file.dict(dictionary, "Resources").unwrap_or(&EMPTY);
    let mut interpreter = Interpreter::new(env, page, canvas, resources);
    if let Some(group) = file.dict(dictionary, "Group") {
        interpreter.note_group(group, None, false);
    }
    let (contents, faults) = contents(file, dictionary);
    interpreter.page.faults.extend(faults);
    interpreter.run_page(&contents);
    interpreter.run_appearances();
    let (mut page, canvas) = interpreter.finish();
    if let Some(canvas) = canvas {
        page.cut_short |= canvas.is_spent() || !file.budget.take_pixels(canvas.work_taken());
        page.ink =
            canvas.figures(env.ink_limit, page.boxes.trim_area(), page.boxes.printable_area());
    }
    page
}

/// The contents of a page, and what is wrong with their streams, of which such are left out; several streams are one, with
/// white space between them (ISO 32000-1, table 30).
fn contents(file: &File, page: &lopdf::Dictionary) -> (Vec<u8>, Vec<ContentFault>) {
    let fault = |what: &str| {
        let what = what.to_owned();
        ContentFault { kind: FaultKind::Syntax, what, form: None }
    };
    let (mut contents, mut faults) = (Vec::new(), Vec::new());
    let Ok(object) = page.get(b"Contents") else { return (contents, faults) };
    let several;
    let streams = match file.resolve(object) {
        Object::Array(streams) => streams.as_slice(),
        Object::Null => return (contents, faults),
        _ => {
            several = [object.clone()];
            &several
        }
    };
    for stream in streams {
        let number = number_of(stream);
        let stream = match file.resolve(stream) {
            Object::Stream(stream) => stream,
            // What is not there paints nothing (ISO 32000-1, 7.3.10).
            Object::Null => continue,
            _ => {
                faults.push(fault("contents that are no stream"));
                continue;
            }
        };
        match file.unpacked(stream) {
            Ok(bytes) => contents.extend(bytes),
            Err(Undecoded::TooMuch) => return (contents, faults),
            Err(Undecoded::Damaged) => {
                file.note_damage(number, "contents of a page");
                faults.push(fault("contents that can't be unpacked"));
            }
        }
        contents.push(b'\n');
        if contents.len() > file.limits.stream {
            file.budget.spend();
            return (contents, faults);
        }
    }
    (contents, faults)
}
