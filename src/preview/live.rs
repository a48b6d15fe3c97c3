//! Lays the texts that are being typed over those of the files, in memory.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::exchange::import::{Files, TypedText, set_typed};
use crate::language::Tag;
use crate::load::catalogue::Catalogues;
use crate::load::{Project, Publication, TextId};
use crate::preview::writer::Loaded;

/// The texts of the files with those that are being typed.
pub(super) struct LiveTexts {
    base: Files,
    publication: Publication,
    /// The files of the languages in which somebody types.
    files: BTreeMap<Tag, Files>,
}

impl LiveTexts {
    /// The texts as the files have them.
    pub(super) fn new(project: &Project, loaded: &Loaded) -> LiveTexts {
        let publication = loaded.brochure.publication.clone();
        LiveTexts { base: Files::new(&project.snapshot()), publication, files: BTreeMap::new() }
    }

    /// Begins again with what the files have now.
    pub(super) fn reload(&mut self, project: &Project, loaded: &Loaded) {
        *self = LiveTexts::new(project, loaded);
    }

    /// Sets the texts of a message, and gives what is wrong with it then. A text that no catalogue can hold changes nothing: the
    /// last one that could be held stays.
    pub(super) fn set(
        &mut self,
        language: &Tag,
        message: &TextId,
        texts: &[TypedText],
    ) -> Vec<Diagnostic> {
        let files = self.files.entry(language.clone()).or_insert_with(|| self.base.clone());
        set_typed(files, &mut self.publication, language, message, texts)
    }

    /// The texts of all languages.
    pub(super) fn catalogues(&self) -> Catalogues {
        self.publication.catalogues.clone()
    }
}
