//! Texts stand on the page as they were typed, whatever Typst would make of them.

use feuillet::compose::{Composition, KeptWords, compose};
use feuillet::diagnostic::Report;
use feuillet::load::Profile;
use feuillet::typeset::view::Item;
use feuillet::typeset::{Fonts, Pages, typeset};

use crate::support::{Sandbox, messages};

/// The brochure in Turkish, of which a long word is divided too near to its end at first.
fn typeset_quotes() -> (Composition, Pages) {
    let sandbox = Sandbox::of("quotes");
    let loaded = sandbox.load("sheet");
    let manuscript = loaded.resolve("short", "tr").manuscript;
    let edition = loaded.publication.brochure.edition("short").unwrap();
    let composition = compose(&loaded.publication, &manuscript, edition);
    let report = Report::new();
    let fonts = Fonts::load(&loaded.project.fonts(), &report);
    let pages = typeset(&composition, &fonts, Profile::Screen, &report).unwrap();
    assert_eq!(messages(&report.into_sorted()), [""; 0]);
    (composition, pages)
}

/// A text without what lines bring and take away.
fn without_blanks(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{AD}').collect()
}

#[test]
fn quotes_beside_a_word_that_is_kept_whole_do_not_act() {
    let (composition, pages) = typeset_quotes();
    assert_ne!(pages.kept_words, KeptWords::default(), "the fixture tests nothing");
    let source = composition.with(&pages.setting, &pages.kept_words);
    assert!(source.main().contains("#unhyphenated[#\""), "{}", source.main());
    let mut shown = 0;
    for (index, text) in composition.texts.iter().enumerate() {
        let items = pages.view.pages.iter().flat_map(|page| &page.items);
        let mut pieces: Vec<(usize, &str)> = items
            .filter_map(|item| match item {
                Item::Text(text) if text.origin == Some(index) => {
                    Some((text.start, text.characters.as_str()))
                }
                _ => None,
            })
            .collect();
        if pieces.is_empty() {
            continue;
        }
        pieces.sort_unstable();
        // The line at the foot stands on every page.
        pieces.dedup();
        let read: String = pieces.into_iter().map(|(_, characters)| characters).collect();
        assert_eq!(without_blanks(&read), without_blanks(&text.text));
        shown += 1;
    }
    assert!(shown >= 7, "{shown}");
    let all: String = composition.texts.iter().map(|text| text.text.as_str()).collect();
    for typed in ["*yıldız* ve $x$.", "#panic()", "\\\\", "/* not */", "@kaynak"] {
        assert!(all.contains(typed), "{typed} in {all}");
    }
}
