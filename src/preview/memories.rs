//! Finds in translation memories what was said of a text, or of one that is like it.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Report};
use crate::exchange::import::normal;
use crate::exchange::memory::Memory;
use crate::exchange::tmx;
use crate::language::Tag;
use crate::preview::likeness::{Words, likeness};

/// So many texts at most are compared word by word: those that have most words in common.
const MOST_COMPARED: usize = 100;

/// The memories that somebody has named.
#[derive(Default)]
pub(super) struct Memories {
    files: Vec<Memory>,
    source: Option<Tag>,
    /// What is known of each language, once somebody has asked.
    known: BTreeMap<Tag, Arc<Vec<Remembered>>>,
}

/// A text with its translation.
pub(super) struct Remembered {
    /// Which unit it is of, if the memory says so.
    pub(super) id: Option<String>,
    /// The source.
    pub(super) source: String,
    /// The translation.
    pub(super) target: String,
    words: Words,
}

impl Memories {
    /// Reads the files; each is TMX.
    ///
    /// # Errors
    ///
    /// Fails with what is wrong in them.
    pub(super) fn read(paths: &[PathBuf], source: &Tag) -> Result<Memories, Vec<Diagnostic>> {
        let report = Report::new();
        let mut files = Vec::new();
        for path in paths {
            let name = path.display().to_string();
            match fs::read(path) {
                Ok(bytes) => files.extend(tmx::read(&name, &bytes, &report).ok()),
                Err(error) => {
                    report.error(Diagnostic::error(format!("can't read `{name}`: {error}")));
                }
            }
        }
        if report.has_errors() {
            return Err(report.into_sorted());
        }
        Ok(Memories { files, source: Some(source.clone()), known: BTreeMap::new() })
    }

    /// What is known of a language.
    fn known(&mut self, language: &Tag) -> Arc<Vec<Remembered>> {
        let (files, source) = (&self.files, &self.source);
        let known = self.known.entry(language.clone()).or_insert_with(|| {
            let pairs = source
                .iter()
                .flat_map(|source| files.iter().flat_map(move |file| file.pairs(source, language)));
            let known = pairs.map(|(id, source, target)| {
                let (source, target) = (normal(source), normal(target));
                let (id, words) = (id.map(str::to_owned), Words::of(&source));
                Remembered { id, source, target, words }
            });
            Arc::new(known.collect())
        });
        Arc::clone(known)
    }

    /// What was said in a language of texts that are alike by at least `least` in a hundred, with how much they are.
    pub(super) fn alike(
        &mut self,
        language: &Tag,
        wanted: &str,
        least: u8,
        mut see: impl FnMut(&Remembered, u8),
    ) {
        let known = self.known(language);
        let words = Words::of(wanted);
        let mut near: Vec<(u8, &Remembered)> = known
            .iter()
            .map(|own| (words.most_likeness(&own.words), own))
            .filter(|(most, _)| *most >= least)
            .collect();
        near.sort_by_key(|(most, _)| std::cmp::Reverse(*most));
        for (_, own) in near.into_iter().take(MOST_COMPARED) {
            let likeness = likeness(wanted, &own.source);
            if likeness >= least {
                see(own, likeness);
            }
        }
    }
}
