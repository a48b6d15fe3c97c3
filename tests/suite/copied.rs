//! Text from right to left comes out of four readers as it is read: copied, found by a search, heard.
//!
//! pdfium is in Chrome and Edge, pdf.js in Firefox, poppler in the viewers of Linux, MuPDF in many apps for telephones.

use std::collections::HashMap;
use std::fmt;
use std::path::Path;

use feuillet::resolve::Manuscript;
use feuillet::resolve::manuscript::{Passage, RunKind};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::reading::drawn;
use crate::support::outside::{output, outside, pdfjs, python};
use crate::support::shipped::{loaded, pdf_for, promised};
use crate::support::REPOSITORY;

/// A program that reads PDFs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Reader {
    Pdfium,
    Poppler,
    Mupdf,
    Pdfjs,
}

const READERS: [Reader; 4] = [Reader::Pdfium, Reader::Poppler, Reader::Mupdf, Reader::Pdfjs];

fn script(name: &str) -> String {
    format!("{REPOSITORY}/tests/suite/copied/{name}")
}

impl Reader {
    /// The text of a file; nothing if the program is not there.
    fn text(self, file: &Path) -> Option<String> {
        let mut command = match self {
            Reader::Pdfium => {
                let mut python = python()?;
                python.arg(script("pdfium.py"));
                python
            }
            Reader::Mupdf => {
                let mut python = python()?;
                python.arg(script("mupdf.py"));
                python
            }
            Reader::Pdfjs => pdfjs(&script("pdfjs.mjs"))?,
            Reader::Poppler => outside("pdftotext")?,
        };
        command.arg(file);
        if self == Reader::Poppler {
            command.arg("-");
        }
        Some(plain(&output(&mut command).0))
    }
}

/// Text without what only steers its direction, each blank an ordinary one.
fn plain(text: &str) -> String {
    let kept = text.nfkc().filter(|c| {
        !matches!(c, '\u{AD}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}')
    });
    kept.map(|c| if c.is_whitespace() && c != '\n' && c != '\u{C}' { ' ' } else { c }).collect()
}

/// The words and numbers of a text, without signs.
fn words(text: &str) -> Vec<String> {
    let text = plain(text);
    let part_of_word = |c: char| c.is_alphanumeric() || is_combining_mark(c);
    text.split(|c| !part_of_word(c)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Of so many, so many are right.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Share {
    right: usize,
    all: usize,
}

impl Share {
    fn add(&mut self, other: Share) {
        self.right += other.right;
        self.all += other.all;
    }

    fn percent(self) -> f64 {
        100.0 * self.right as f64 / self.all as f64
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} ({:.1} %)", self.right, self.all, self.percent())
    }
}

/// How many of what is wanted are found, each as often as it is wanted.
fn found<T: Eq + std::hash::Hash>(wanted: Vec<T>, there: Vec<T>) -> Share {
    let mut left: HashMap<T, usize> = HashMap::new();
    for it in there {
        *left.entry(it).or_default() += 1;
    }
    let all = wanted.len();
    let right = wanted.into_iter().filter(|it| {
        left.get_mut(it).is_some_and(|count| {
            let is_left = *count > 0;
            *count = count.saturating_sub(1);
            is_left
        })
    });
    Share { right: right.count(), all }
}

fn pairs(words: &[String]) -> Vec<(String, String)> {
    words.windows(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect()
}

/// What is copied from a file, compared with what it is to say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Figures {
    /// Telephone numbers of several groups, sites and mail addresses: whole and the right way round.
    contacts: Share,
    words: Share,
    /// Neighbouring words in their order.
    pairs: Share,
}

/// Compares a text with passages.
fn figures(text: &str, passages: &[&Passage]) -> Figures {
    let runs = || passages.iter().flat_map(|passage| passage.paragraphs.iter().flatten());
    let contacts = runs().filter(|run| match run.kind {
        RunKind::Phone => plain(&run.text).contains(' '),
        RunKind::Site | RunKind::Email => true,
        _ => false,
    });
    // What ends a line ends no address.
    let joined = text.replace('\n', " ");
    let contacts: Vec<String> = contacts.map(|run| plain(&run.text)).collect();
    let mut found_contacts = Share { right: 0, all: contacts.len() };
    let mut times: HashMap<&str, usize> = HashMap::new();
    for contact in &contacts {
        let nth = times.entry(contact).or_default();
        *nth += 1;
        found_contacts.right += usize::from(joined.matches(contact.as_str()).count() >= *nth);
    }
    let there = words(text);
    let mut wanted = (Vec::new(), Vec::new());
    for passage in passages {
        // The number of a page is not known before the pages are.
        if passage.paragraphs.iter().flatten().any(|run| run.kind == RunKind::Page) {
            continue;
        }
        let of_passage = words(&passage.plain());
        wanted.1.extend(pairs(&of_passage));
        wanted.0.extend(of_passage);
    }
    Figures {
        contacts: found_contacts,
        pairs: found(wanted.1, pairs(&there)),
        words: found(wanted.0, there),
    }
}

/// The figures of all files of a language and a profile, by reader.
fn measured(language: &str, profile: &str) -> Option<Vec<(Reader, Figures)>> {
    let loaded = loaded();
    let mut all = READERS.map(|reader| (reader, Figures::default()));
    let editions = promised();
    let editions = editions.iter().filter(|it| it.language == language && it.profile == profile);
    for it in editions {
        let manuscript: Manuscript = loaded.resolve(it.edition, language).manuscript;
        let passages = drawn(&manuscript);
        for (reader, sum) in &mut all {
            let file = std::env::var("COPIED_BASE").map_or_else(|_| pdf_for(profile, it.edition, language), |b| Path::new(&b).join(it.path()));
            let text = reader.text(&file)?;
            let Figures { contacts, words, pairs } = figures(&text, &passages);
            eprintln!(
                "{profile}, {}, {reader:?}: contacts {contacts}, words {words}, pairs {pairs}",
                it.edition
            );
            sum.contacts.add(contacts);
            sum.words.add(words);
            sum.pairs.add(pairs);
        }
    }
    Some(all.to_vec())
}

#[test]
fn arabic_comes_out_of_each_reader_in_the_order_in_which_it_is_read() {
    for profile in ["screen", "office", "print"] {
        let Some(measured) = measured("ar", profile) else { return };
        for (reader, Figures { contacts, words, pairs }) in measured {
            eprintln!("{profile}, {reader:?}: contacts {contacts}, words {words}, pairs {pairs}");
        }
    }
}
