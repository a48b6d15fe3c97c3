//! Page references, contents and page numbers.

use feuillet::resolve::manuscript::RunKind;
use feuillet::typeset::Pages;
use typst::introspection::Introspector as _;
use typst::layout::{Frame, FrameItem, Point};
use typst::model::Destination;

use super::BROCHURE;
use crate::support::{Sandbox, page_texts};

/// A link to another place of the document: the number printed in it, if it prints one, and the page it leads to.
type Jump = (Option<usize>, usize);

/// All links inside the document, page by page.
fn jumps(pages: &Pages) -> Vec<Jump> {
    let mut jumps = Vec::new();
    for page in pages.document.pages() {
        let mut links = Vec::new();
        let mut texts = Vec::new();
        collect(&page.frame, Point::zero(), &mut links, &mut texts);
        for (destination, from, to) in links {
            let page = match destination {
                Destination::Position(position) => position.page.get(),
                Destination::Location(location) => {
                    pages.document.introspector().page(location).unwrap().get()
                }
                Destination::Url(_) => continue,
            };
            let inside =
                |at: &Point| (from.x..=to.x).contains(&at.x) && (from.y..=to.y).contains(&at.y);
            // A chapter's own number stands before its title, that of the page behind it.
            let inside = texts.iter().rev().filter(|(at, _)| inside(at));
            let number =
                inside.filter_map(|(_, text): &(Point, String)| text.trim().parse().ok()).next();
            jumps.push((number, page));
        }
    }
    jumps
}

fn collect(
    frame: &Frame,
    origin: Point,
    links: &mut Vec<(Destination, Point, Point)>,
    texts: &mut Vec<(Point, String)>,
) {
    for (point, item) in frame.items() {
        let at = origin + *point;
        match item {
            FrameItem::Group(group) => collect(&group.frame, at, links, texts),
            FrameItem::Text(text) => texts.push((at, text.text.to_string())),
            FrameItem::Link(destination, size) => {
                links.push((destination.clone(), at, at + size.to_point()));
            }
            _ => {}
        }
    }
}

#[test]
fn every_printed_page_number_is_that_of_the_page_it_leads_to() {
    let sandboxes = (Sandbox::of("allotment"), Sandbox::shipped());
    let allotment = sandboxes.0.load("allotment");
    let shipped = sandboxes.1.load("partner-violence");
    let small = ["en", "ar"].map(|language| (&allotment, "handbook", language));
    let large = ["fr", "ar", "ru"].map(|language| (&shipped, "full", language));
    for (loaded, edition, language) in small.into_iter().chain(large) {
        let jumps = jumps(&loaded.pages(edition, language));
        let printed = jumps.iter().filter(|(number, _)| number.is_some()).count();
        let manuscript = loaded.resolve(edition, language).manuscript;
        let runs =
            manuscript.passages().into_iter().flat_map(|passage| passage.paragraphs.concat());
        let references = runs.filter(|run| run.kind == RunKind::Page).count();
        assert!(references > 2 && printed > references, "{language}: {printed} of {references}");
        for (number, page) in jumps {
            // A link that goes on in a second line has its number in one of the two.
            assert!(number.is_none_or(|number| number == page), "{language}: {number:?}, {page}");
        }
    }
}

#[test]
fn a_page_reference_follows_its_section() {
    let sandbox = Sandbox::of("allotment");
    let text = |sandbox: &Sandbox| page_texts(&sandbox.load("allotment").pages("handbook", "en"));
    let before = text(&sandbox);
    assert!(before[2].contains("Hard words are on page\u{a0}7."), "{before:?}");
    assert!(before[6].contains("Words"), "{before:?}");
    // The words come first now.
    let toml = sandbox.read(BROCHURE);
    let start = toml.find("[[section]]\nid = \"words\"").unwrap();
    let end = toml.find("[[section]]\nid = \"back\"").unwrap();
    let plot = toml.find("[[section]]\nid = \"plot\"").unwrap();
    let moved =
        format!("{}{}{}{}", &toml[..plot], &toml[start..end], &toml[plot..start], &toml[end..]);
    sandbox.write(BROCHURE, moved);
    let after = text(&sandbox);
    assert!(after[3].contains("Hard words are on page\u{a0}3."), "{after:?}");
}

#[test]
fn contents_list_what_follows_with_chapters_counted() {
    let pages = page_texts(&Sandbox::of("allotment").load("allotment").pages("handbook", "en"));
    let contents = &pages[1];
    for entry in
        ["1How do I begin?3", "Where is the water?3", "2What do I do now?5", "Words7", "Lost?8"]
    {
        assert!(contents.contains(entry), "{entry} in {contents}");
    }
    assert!(!contents.contains("My allotment"), "the cover comes before: {contents}");
}

#[test]
fn page_numbers_are_counted_in_the_figures_of_the_language() {
    let sandbox = Sandbox::of("allotment");
    sandbox.write(
        "translations/languages.toml",
        "[language.ar]\nautonym = \"العربية\"\nscript = \"Arab\"\nnumerals = \"arab\"\n",
    );
    let pages = page_texts(&sandbox.load("allotment").pages("handbook", "ar"));
    assert!(pages[6].contains('٧'), "{}", pages[6]);
    assert!(pages[2].contains("الصفحة\u{a0}٧"), "{}", pages[2]);
    assert!(!pages[6].replace("0555 77 88 99", "").contains('7'), "{}", pages[6]);
}
