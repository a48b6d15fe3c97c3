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

use crate::outside::STOCK;
use crate::reading::drawn;
use crate::support::outside::{output, outside, pdfjs, python};
use crate::support::shipped::{loaded, pdf_for, promised};
use crate::support::{REPOSITORY, Sandbox};

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
    let mut words: Vec<String> = Vec::new();
    // The kind of the word that can go on. poppler sets some blanks at the wrong end of a Latin word among Arabic ones.
    let mut open = None;
    for c in plain(text).chars() {
        let from_right = matches!(c, '\u{590}'..='\u{8FF}');
        let kind =
            (c.is_alphanumeric() || is_combining_mark(c)).then_some((c.is_numeric(), from_right));
        match words.last_mut() {
            Some(word) if kind.is_some() && kind == open => word.push(c),
            _ if kind.is_some() => words.push(c.to_string()),
            _ => {}
        }
        open = kind;
    }
    words
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
fn measured(language: &str, profile: &str) -> Option<[(Reader, Figures); 4]> {
    let loaded = loaded();
    let mut all = READERS.map(|reader| (reader, Figures::default()));
    let promised = promised();
    for it in promised.iter().filter(|it| it.language == language && it.profile == profile) {
        let manuscript: Manuscript = loaded.resolve(it.edition, language).manuscript;
        let passages = drawn(&manuscript);
        for (reader, sum) in &mut all {
            let text = reader.text(&pdf_for(profile, it.edition, language))?;
            let Figures { contacts, words, pairs } = figures(&text, &passages);
            sum.contacts.add(contacts);
            sum.words.add(words);
            sum.pairs.add(pairs);
        }
    }
    Some(all)
}

#[test]
fn arabic_comes_out_of_each_reader_in_the_order_in_which_it_is_read() {
    for profile in ["screen", "office", "print"] {
        let Some(measured) = measured("ar", profile) else { return };
        for (reader, Figures { contacts, words, pairs }) in measured {
            let told =
                format!("{profile}, {reader:?}: contacts {contacts}, words {words}, pairs {pairs}");
            // Shown by `--nocapture`.
            eprintln!("{told}");
            assert!(contacts.all >= 40 && words.all >= 6_000, "{told}");
            // A print shop binds a book by the direction in the file, by which pdfium turns numbers; nobody copies from it.
            if (profile, reader) == ("print", Reader::Pdfium) {
                continue;
            }
            assert_eq!(contacts.right, contacts.all, "{told}");
            assert!(words.percent() >= 98.5, "{told}");
            // pdfium turns Latin phrases within an Arabic line, and in lines with more Latin than Arabic words these; pdf.js
            // sets no blank between two looks on a line. Some words stand on two pages.
            let least = match reader {
                Reader::Pdfium => 96.0,
                Reader::Poppler => 97.0,
                Reader::Pdfjs => 98.5,
                Reader::Mupdf => 99.5,
            };
            assert!(pairs.percent() >= least, "{told}");
        }
    }
}

#[test]
fn what_typst_exports_does_not_pass() {
    let Some((_, stock)) = STOCK.as_ref() else { return };
    let manuscript = loaded().resolve("short", "ar").manuscript;
    let passages = drawn(&manuscript);
    let of = |reader: Reader| {
        let text = reader.text(&stock[&("short", "ar")])?;
        Some(figures(&text, &passages))
    };
    let Some(pdfium) = of(Reader::Pdfium) else { return };
    assert!(pdfium.contacts.all > 0 && pdfium.contacts.right == 0, "{pdfium:?}");
    let Some(pdfjs) = of(Reader::Pdfjs) else { return };
    assert!(pdfjs.pairs.percent() < 20.0, "{pdfjs:?}");
    for reader in READERS {
        let Some(figures) = of(reader) else { return };
        assert!(figures.words.percent() < 95.0, "lam and alef, {reader:?}: {figures:?}");
    }
}

#[test]
fn a_search_finds_ligatures_and_numbers() {
    let wanted = ["بلا", "لا", "الأوراق", "0800 30 030", "luisterendeoren.be", "0800"];
    for profile in ["screen", "office"] {
        let file = pdf_for(profile, "short", "ar");
        for reader in READERS {
            let Some(text) = reader.text(&file) else { return };
            for wanted in wanted {
                assert!(text.contains(wanted), "{profile}, {reader:?}: {wanted} in {text}");
            }
        }
        // pdfium searches by itself, and what is marked then is what is copied.
        let Some(mut python) = python() else { return };
        let told = output(python.arg(script("pdfium.py")).arg(&file).args(wanted)).0;
        let lines: Vec<&str> = told.lines().collect();
        assert_eq!(lines.len(), wanted.len(), "{told}");
        for (line, wanted) in lines.iter().zip(wanted) {
            let (count, copied) = line.split_once('\t').unwrap_or((line, ""));
            assert_ne!(count, "0", "{profile}: {wanted}");
            let whole = wanted.contains(' ') || wanted.contains('.');
            if whole {
                assert!(copied.split('\t').all(|text| text == wanted), "{profile}: {line}");
            }
        }
    }
}

#[test]
fn hebrew_with_points_brackets_and_latin_names_reads_so_too() {
    let sandbox = Sandbox::of("hebrew");
    sandbox.replace(
        "translations/he/library.ftl",
        "books-free = איש לא שואל מאין באתם.",
        "books-free = איש (לא) שואל מאין באתם, Library אומרת. שָׁלוֹם לכם.",
    );
    let ran = sandbox.run(&["build", "--lang", "he", "--profile", "screen"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let manuscript = sandbox.load("library").resolve("leaflet", "he").manuscript;
    let passages = drawn(&manuscript);
    let file = sandbox.path("output/library/he/library-leaflet-he-screen-draft.pdf");
    for reader in READERS {
        let Some(text) = reader.text(&file) else { return };
        let Figures { contacts, words, pairs } = figures(&text, &passages);
        assert_eq!((contacts.right, contacts.all), (2, 2), "{reader:?}: {text}");
        assert!(
            words.percent() >= 90.0 && pairs.percent() >= 85.0,
            "{reader:?}, {words}, {pairs}: {text}"
        );
        assert!(reader == Reader::Pdfium || text.contains("(לא)"), "{reader:?}: {text}");
    }
}
