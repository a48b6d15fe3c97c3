//! Describes what a site has before its pages are written.

use crate::publish::entry::Entry;
use crate::publish::held_back::HeldBack;
use crate::publish::index::Panel;
use crate::publish::news::News;
use crate::publish::site_file::Files;

/// What a site has.
#[derive(Default)]
pub(super) struct Gathered {
    /// Its files, by path.
    pub(super) files: Files,
    /// Those that people load, at the addresses that stay.
    pub(super) entries: Vec<Entry>,
    /// Pictures of panels, for messengers.
    pub(super) pictures: Vec<Panel>,
    /// Those of earlier releases.
    pub(super) earlier: Vec<Entry>,
    /// What this run has done to files of earlier ones.
    pub(super) news: News,
    /// What is not published of this release.
    pub(super) held: HeldBack,
}

impl Gathered {
    /// Adds what another part of it has.
    pub(super) fn extend(&mut self, other: Gathered) {
        self.files.extend(other.files);
        self.entries.extend(other.entries);
        self.pictures.extend(other.pictures);
    }
}
