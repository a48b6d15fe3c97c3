//! Keeps what the clients of an engine see: the pictures of its pages, and what is said of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use feuillet_colour::OutputProfile;
use serde::Serialize;
use typst_layout::{Page, PagedDocument};

use crate::language::Direction;
use crate::load::Edition;
use crate::preview::outbox::Outbox;
use crate::preview::pages::{BoxRow, MarkRow, PageImage, Rendering};
use crate::preview::views::{fold, views};
use crate::preview::wire::Sequence;
use crate::typeset::{LivePages, draw, look};

/// What the clients of one engine see.
pub(super) struct Screen {
    /// Which pages these are: members of JSON.
    title: String,
    /// The press whose inks are shown.
    press: Option<OutputProfile>,
    clients: BTreeMap<u64, Arc<Outbox>>,
    /// The number of the last text of each client that is on the pages.
    shown: BTreeMap<u64, Sequence>,
    last: Option<Arc<Rendering>>,
    /// The pages of the last keystroke: how each looked before it was painted, and its picture.
    painted: Vec<(String, Arc<PageImage>)>,
}

/// What is known of an edition beside its pages.
#[derive(Clone, Copy)]
pub(super) struct About<'a> {
    /// The edition.
    pub(super) edition: &'a Edition,
    /// In which direction its language is read.
    pub(super) direction: Direction,
    /// Whether it is a draft.
    pub(super) is_draft: bool,
}

impl Screen {
    /// Nothing yet.
    pub(super) fn new(title: String, press: Option<OutputProfile>) -> Screen {
        let (clients, shown) = (BTreeMap::new(), BTreeMap::new());
        Screen { title, press, clients, shown, last: None, painted: Vec::new() }
    }

    /// A client wants to see the pages.
    pub(super) fn join(&mut self, client: u64, outbox: Arc<Outbox>) {
        if let Some(last) = &self.last {
            outbox.show(Arc::clone(last));
        }
        self.clients.insert(client, outbox);
    }

    /// A client wants to see them no more.
    pub(super) fn leave(&mut self, client: u64) {
        self.clients.remove(&client);
        self.shown.remove(&client);
    }

    /// Whether anybody looks at the pages.
    pub(super) fn is_watched(&self) -> bool {
        !self.clients.is_empty()
    }

    /// Notes which texts of clients will be on the pages.
    pub(super) fn note_texts(&mut self, texts: Vec<(u64, Sequence)>) {
        self.shown.extend(texts);
    }

    /// The files are others now: pages that look the same may be painted otherwise.
    pub(super) fn forget_paints(&mut self) {
        self.painted.clear();
    }

    /// Shows pages as soon as there are any: what stands where on them, and what is wrong, is that of the pages before.
    pub(super) fn show_pictures(&mut self, live: &LivePages<'_>, about: About<'_>) {
        let before = std::mem::take(&mut self.painted);
        let pages = live.pages().iter().enumerate().map(|(index, page)| {
            let raw = look(page);
            let known = before.get(index).filter(|(known, _)| *known == raw);
            let image = match known {
                Some((_, image)) => Arc::clone(image),
                None => self.image(index, &live.painted(page)),
            };
            (raw, image)
        });
        self.painted = pages.collect();
        let pages = self.painted.iter().map(|(_, image)| Arc::clone(image)).collect();
        let (boxes, marks) = match &self.last {
            Some(last) => (last.boxes.clone(), Arc::clone(&last.marks)),
            None => (Vec::new(), "[]".into()),
        };
        self.publish(pages, live.is_too_full, about, boxes, marks);
    }

    /// Tells what stands where on the pages that were shown last, if that is not what was told.
    pub(super) fn show_places(
        &mut self,
        about: About<'_>,
        boxes: &[Vec<BoxRow>],
        marks: &[MarkRow],
    ) {
        let Some(last) = self.last.clone() else { return };
        let (boxes, marks) = (self.boxes(boxes), kept(Some(&last.marks), &marks));
        if boxes != last.boxes || marks != last.marks {
            self.publish(last.pages.clone(), last.is_too_full, about, boxes, marks);
        }
    }

    /// The rectangles of each page in JSON.
    fn boxes(&self, boxes: &[Vec<BoxRow>]) -> Vec<Arc<str>> {
        let before = self.last.as_ref().map_or(&[][..], |last| &last.boxes);
        let boxes = boxes.iter().enumerate();
        boxes.map(|(index, own)| kept(before.get(index), own)).collect()
    }

    /// Shows pages of which all is known, as a profile has painted them.
    pub(super) fn show(
        &mut self,
        document: &PagedDocument,
        is_too_full: bool,
        about: About<'_>,
        boxes: &[Vec<BoxRow>],
        marks: &[MarkRow],
    ) {
        let pages = document.pages().iter().enumerate();
        let pages = pages.map(|(index, page)| self.image(index, page)).collect();
        let boxes = self.boxes(boxes);
        let marks = kept(self.last.as_ref().map(|last| &last.marks), &marks);
        self.publish(pages, is_too_full, about, boxes, marks);
    }

    fn publish(
        &mut self,
        pages: Vec<Arc<PageImage>>,
        is_too_full: bool,
        About { edition, direction, is_draft }: About<'_>,
        boxes: Vec<Arc<str>>,
        marks: Arc<str>,
    ) {
        let last = self.last.as_deref();
        let rendering = Rendering {
            revision: last.map_or(0, |last| last.revision) + 1,
            title: self.title.clone(),
            shown: self.shown.clone(),
            is_too_full,
            is_draft,
            views: kept(last.map(|last| &last.views), &views(edition, direction, pages.len())),
            fold: kept(last.map(|last| &last.fold), &fold(edition, direction)),
            boxes,
            marks,
            pages,
        };
        let rendering = Arc::new(rendering);
        for outbox in self.clients.values() {
            outbox.show(Arc::clone(&rendering));
        }
        self.last = Some(rendering);
    }

    /// The picture of a painted page: that of before, if it looks the same.
    fn image(&self, index: usize, page: &Page) -> Arc<PageImage> {
        let hash = look(page);
        let earlier = self.last.as_ref().and_then(|last| last.pages.get(index));
        if let Some(earlier) = earlier.filter(|earlier| earlier.hash == hash) {
            return Arc::clone(earlier);
        }
        let size = page.frame.size();
        let picture = draw(page, index + 1, self.press.as_ref());
        Arc::new(PageImage::new(index + 1, (size.x.to_mm(), size.y.to_mm()), hash, &picture))
    }
}

/// Something in JSON: the text that was written before, if it is the same.
fn kept(before: Option<&Arc<str>>, value: &impl Serialize) -> Arc<str> {
    let written = serde_json::to_string(value).unwrap_or_default();
    match before.filter(|before| ***before == *written) {
        Some(before) => Arc::clone(before),
        None => written.into(),
    }
}
