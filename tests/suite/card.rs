//! The pocket card: what its outside keeps back, what its inside shows, and that all of it can be read.

use std::path::PathBuf;
use std::process::Command;

use feuillet::compose::compose;
use feuillet::diagnostic::Report;
use feuillet::load::{Forms, Profile};
use feuillet::typeset::view::{Item, Text};
use feuillet::typeset::{Fonts, Pages, typeset};

use crate::discreet::telling;
use crate::support::outside::{output, outside};
use crate::support::shipped::{self, BROCHURE, languages, loaded};
use crate::support::{Loaded, Sandbox, messages, page_texts};

const STRUCTURE: &str = "brochures/partner-violence/brochure.toml";

/// The least size of anything on a card, in points.
const LEAST: f64 = 7.5;
/// The least size of a number that is dialled, in points.
const LEAST_NUMBER: f64 = 12.0;

/// The contacts on the card, in the order in which they are read.
const CONTACTS: [&str; 7] = [
    "police",
    "ambulance",
    "ecoute-violences-conjugales",
    "line-1712",
    "sexual-violence-centres",
    "ecoute-enfants",
    "awel",
];

/// Cover and back, counted from 0.
const OUTSIDE: [usize; 2] = [0, 3];
/// The panels between them.
const INSIDE: [usize; 2] = [1, 2];

/// The card in a language, for screens.
fn pdf(language: &str) -> PathBuf {
    shipped::pdf("card", language)
}

/// A text without its blanks, of whatever kind.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The forms of a text of the facts.
fn told(forms: &Option<Forms>) -> impl Iterator<Item = String> {
    forms.iter().flat_map(Forms::iter).map(|form| form.as_str().to_owned())
}

/// What is dialled or typed to reach the contacts of the card, as the facts have it.
fn numbers(loaded: &Loaded, language: &str) -> Vec<String> {
    let language = language.parse().unwrap();
    let contacts = &loaded.publication.facts.contacts;
    let numbers = CONTACTS.iter().map(|id| {
        let contact = contacts.iter().find(|contact| contact.id.value == *id).unwrap();
        let site = || contact.site.as_ref().unwrap().form_for(&language).as_str().to_owned();
        contact.phone.as_ref().map_or_else(site, |phone| phone.as_str().to_owned())
    });
    numbers.collect()
}

/// The texts on a page.
fn texts(pages: &Pages, page: usize) -> impl Iterator<Item = &Text> {
    pages.view.pages[page].items.iter().filter_map(|mark| match mark {
        Item::Text(text) => Some(text),
        _ => None,
    })
}

#[test]
fn the_outside_tells_nothing_in_any_language() {
    let loaded = loaded();
    for language in languages() {
        let shown = page_texts(&loaded.pages("card", language));
        assert_eq!(shown.len(), 4, "{language}");
        let inside = INSIDE.map(|page| shown[page].as_str()).join(" ");
        assert_ne!(telling(&inside), [""; 0], "{language}: the words of the test are too few");
        let facts = &loaded.publication.facts.contacts;
        let open = loaded.resolve("short", language);
        for page in OUTSIDE {
            let text = &shown[page];
            assert_eq!(telling(text), [""; 0], "{language}, page {}: {text}", page + 1);
            let squeezed_text = squeezed(text);
            for title in ["cover-title", "cover-question", "violence-title", "help-title"] {
                let title = squeezed(&open.text(title));
                assert!(!squeezed_text.contains(&title), "{language}: {text}");
            }
            for contact in facts {
                let id = &contact.id.value;
                let phone = contact.phone.iter().map(|phone| phone.as_str().to_owned());
                for told in phone.chain(told(&contact.site)).chain(told(&contact.name)) {
                    let told = squeezed(&told);
                    assert!(!squeezed_text.contains(&told), "{language}, `{id}`: {text}");
                }
            }
        }
    }
}

#[test]
fn the_cover_is_neutral_and_says_draft_in_one_line() {
    let loaded = loaded();
    for language in languages() {
        let shown = page_texts(&loaded.pages("card", language));
        let resolved = loaded.resolve("card", language);
        let cover = squeezed(&shown[0]);
        assert!(cover.contains(&squeezed(&resolved.text("document-title"))), "{language}: {cover}");
        let draft = resolved.manuscript.draft.as_ref().unwrap();
        for page in &shown {
            let page = squeezed(page);
            assert_eq!(page.matches(&squeezed(&draft.line.plain())).count(), 1, "{page}");
            assert!(!page.contains(&squeezed(&draft.band.plain())), "{language}: {page}");
        }
        let mut autonyms = languages().map(|tag| {
            let tag = tag.parse().unwrap();
            squeezed(&loaded.publication.languages.get(&tag).unwrap().autonym)
        });
        assert!(autonyms.all(|name| cover.contains(&name)), "{language}: {cover}");
    }
}

#[test]
fn the_inside_shows_every_number_of_the_facts() {
    let loaded = loaded();
    for language in languages() {
        let numbers = numbers(&loaded, language);
        assert_eq!(numbers[..2], ["101", "112"]);
        if outside("pdftotext").is_none() {
            return;
        }
        let mut pdftotext = Command::new("pdftotext");
        pdftotext.args(["-f", "2", "-l", "3", "-raw"]).arg(pdf(language)).arg("-");
        let (inside, _) = output(&mut pdftotext);
        // A right-to-left line is printed with marks of direction around its numbers.
        let inside: String =
            squeezed(&inside).chars().filter(|c| !matches!(c, '\u{202A}'..='\u{202E}')).collect();
        for number in &numbers {
            assert!(inside.contains(&squeezed(number)), "{language}: {number} in {inside}");
        }
    }
}

#[test]
fn the_first_thing_inside_is_whom_to_call_in_danger() {
    let loaded = loaded();
    for language in languages() {
        let pages = loaded.pages("card", language);
        let emergency = ["101", "112"].map(|number| {
            texts(&pages, 1).find(|text| text.characters == number).unwrap_or_else(|| {
                panic!("{language}: {number} does not stand alone on the first panel")
            })
        });
        let below = texts(&pages, 1).filter(|text| text.baseline > emergency[0].baseline + 20.0);
        assert!(below.count() > 0, "{language}");
        for text in emergency {
            let others = INSIDE.into_iter().flat_map(|page| texts(&pages, page));
            let largest = others.map(|text| text.size).fold(0.0, f64::max);
            assert!((text.size - largest).abs() < 1e-6, "{language}: {}", text.characters);
        }
    }
}

#[test]
fn all_languages_have_one_size_and_nothing_is_too_small() {
    let loaded = loaded();
    for language in languages() {
        let numbers = numbers(&loaded, language);
        let numbers: Vec<String> = numbers.iter().map(|number| squeezed(number)).collect();
        let pages = loaded.pages("card", language);
        assert!((pages.setting.size.0 - 8.0).abs() < 1e-9, "{language}: {}", pages.setting.size);
        assert_eq!(pages.findings, [], "{language}");
        let mut dialled = String::new();
        for text in (0..4).flat_map(|page| texts(&pages, page)) {
            let (size, shown) = (text.size, &text.characters);
            assert!(size >= LEAST, "{language}: `{shown}` has {size} pt");
            if size >= LEAST_NUMBER && text.bold {
                dialled.push_str(&squeezed(shown));
            }
        }
        // A site is longer than a number, and smaller.
        for number in numbers.iter().filter(|number| number.starts_with(char::is_numeric)) {
            assert!(dialled.contains(number), "{language}: {number} in {dialled}");
        }
    }
}

#[test]
fn planes_meet_at_the_fold() {
    let loaded = loaded();
    for language in languages() {
        let pages = loaded.pages("card", language);
        // Heights at which the corner of a plane lies on the edge at which cover and back hang together.
        let heights = |page: usize| {
            let view = &pages.view.pages[page];
            let at_left = (page == 0) != (language == "ar");
            let fold = if at_left { 0.0 } else { view.width };
            let corners = view.items.iter().flat_map(|mark| match mark {
                Item::Shape { outline, .. } => outline.as_slice(),
                _ => &[],
            });
            let on_fold = corners.filter(|corner| (corner.0 - fold).abs() < 0.01);
            let mut heights: Vec<i64> =
                on_fold.map(|corner| (corner.1 * 10.0).round() as i64).collect();
            heights.sort_unstable();
            heights.dedup();
            heights.retain(|height| (100..1400).contains(height));
            heights
        };
        let (cover, back) = (heights(OUTSIDE[0]), heights(OUTSIDE[1]));
        assert_eq!(back.len(), 2, "{language}: {back:?}");
        assert!(back.iter().all(|height| cover.contains(height)), "{cover:?} {back:?}");
    }
}

#[test]
fn an_office_printer_fills_no_plane() {
    let loaded = loaded();
    for language in ["fr", "ar"] {
        let manuscript = loaded.resolve("card", language).manuscript;
        let edition = loaded.publication.brochure.edition("card").unwrap();
        let filled = |profile| {
            let report = Report::new();
            let composition = compose(&loaded.publication, &manuscript, edition);
            let fonts = Fonts::load(&loaded.project.fonts(), &report);
            let pages = typeset(&composition, &fonts, profile, &report).unwrap();
            assert_eq!(messages(&report.into_sorted()), [""; 0]);
            let items = pages.view.pages.iter().flat_map(|page| &page.items);
            // Rules are filled too, and thin.
            let fills = items.filter_map(|item| match item {
                Item::Shape { area, fill, .. } if area.bottom - area.top > 2.0 => fill.clone(),
                _ => None,
            });
            let fills = fills.filter(|fill| fill.to_vec4_u8()[..3] != [255; 3]);
            fills.map(|fill| fill.to_hex().to_string()).collect::<Vec<String>>()
        };
        assert_eq!(filled(Profile::Office), [""; 0], "{language}");
        assert!(filled(Profile::Screen).len() > 10, "{language}");
    }
}

#[test]
fn a_card_that_is_no_draft_fits_too_and_has_no_band() {
    let loaded = loaded();
    let mut manuscript = loaded.resolve("card", "fr").manuscript;
    // The notices are all in which a draft differs.
    let line = manuscript.draft.take().map(|draft| squeezed(&draft.line.plain()));
    let edition = loaded.publication.brochure.edition("card").unwrap();
    let composition = compose(&loaded.publication, &manuscript, edition);
    let report = Report::new();
    let fonts = Fonts::load(&loaded.project.fonts(), &report);
    let pages = typeset(&composition, &fonts, Profile::Screen, &report).unwrap();
    assert_eq!(messages(&report.into_sorted()), [""; 0]);
    assert_eq!(pages.findings, []);
    let line = line.unwrap();
    for page in page_texts(&pages) {
        assert!(!squeezed(&page).contains(&line), "{page}");
    }
}

#[test]
fn a_card_can_not_be_set_too_small_to_read() {
    let sandbox = Sandbox::shipped();
    sandbox.replace(STRUCTURE, "text-size = \"8pt\"", "text-size = \"7pt\"");
    let ran = sandbox.run(&["build", BROCHURE, "--edition", "card", "--lang", "fr"]);
    let structure = sandbox.read(STRUCTURE);
    let line = structure.lines().position(|line| line == "text-size = \"7pt\"").unwrap() + 1;
    let bar = " ".repeat(line.to_string().len());
    assert_eq!(ran.code, 1, "{ran:?}");
    assert_eq!(
        ran.stderr.trim(),
        format!(
            "error: running text of a pocket card must not be smaller than 7.5pt\n\
             {bar}--> {STRUCTURE}:{line}:13\n\
             {bar} |\n\
             {line} | text-size = \"7pt\"\n\
             {bar} |             ^^^^^\n\
             {bar} |\n\
             {bar} = help: name a larger size; a text that needs more room than that is too long"
        )
    );
}

#[test]
fn a_text_that_is_too_long_for_a_card_is_told_with_what_must_go() {
    let sandbox = Sandbox::shipped();
    let long =
        "Retenez un numéro, puis jetez la carte à la poubelle, loin de la maison. ".repeat(6);
    sandbox.replace(
        "translations/fr/partner-violence.ftl",
        "Retenez un numéro, puis jetez la carte à la poubelle, loin de la maison.",
        long.trim(),
    );
    let ran = sandbox.run(&["build", BROCHURE, "--edition", "card", "--lang", "fr"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    let first = ran.stderr.lines().next().unwrap();
    assert!(
        first.starts_with("error[overset]: panel 3 (`card-more`) is too full by ")
            && first.ends_with(", must go (partner-violence, edition `card`, `fr`)"),
        "{}",
        ran.stderr
    );
}
