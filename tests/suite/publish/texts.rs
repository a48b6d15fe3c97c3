//! The text of a web page is that of the leaflet, block by block, and is marked up as what it is.

use feuillet::resolve::Manuscript;
use feuillet::resolve::manuscript::{BlockKind, Passage, RunKind};
use roxmltree::Node;

use super::site::{elements, parsed};
use super::{FESTIVAL, LANGUAGES, SHIPPED_SITE, approved, publish_clean};
use crate::support::shipped::{languages, loaded};

/// A text without what only parts its pieces.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{AD}' | '·')).collect()
}

fn text_of(node: Node<'_, '_>) -> String {
    let is_shown = |node: &Node<'_, '_>| node.is_text();
    node.descendants().filter(is_shown).filter_map(|node| node.text()).collect()
}

/// Makes sure that passages stand in an element, in their order, and nothing else.
#[track_caller]
fn assert_holds<'p>(node: Node<'_, '_>, passages: impl Iterator<Item = &'p Passage>, of: &str) {
    let text = bare(&text_of(node));
    let mut rest = text.as_str();
    for passage in passages {
        let wanted = bare(&passage.plain());
        rest = rest
            .strip_prefix(wanted.as_str())
            .unwrap_or_else(|| panic!("{of}: `{wanted}` should stand at the head of `{rest}`"));
    }
    assert_eq!(rest, "", "{of}");
}

#[track_caller]
pub(super) fn compare(page: &str, manuscript: &Manuscript, of: &str) {
    let document = parsed(page);
    let root = document.root_element();
    let language = manuscript.language();
    assert_eq!(root.attribute("lang"), Some(language.tag.as_str()), "{of}");
    assert_eq!(root.attribute("dir"), Some(language.direction().as_str()), "{of}");
    let article =
        document.descendants().find(|node| node.attribute("class") == Some("text")).unwrap();
    for (index, section) in manuscript.sections.iter().enumerate() {
        let place = format!("s{}", index + 1);
        let node = article.children().find(|node| node.attribute("id") == Some(&place));
        let blocks = section.blocks.iter().flat_map(|block| block.kind.passages());
        let passages = section.title.iter().chain(blocks);
        let Some(node) = node else {
            assert_eq!(passages.count(), 0, "{of}: {place}");
            continue;
        };
        assert_holds(node, passages, &format!("{of}, {place}"));
    }
    let kinds: Vec<&BlockKind> =
        manuscript.sections.iter().flat_map(|it| &it.blocks).map(|block| &block.kind).collect();
    let count = |is: fn(&BlockKind) -> bool| kinds.iter().filter(|kind| is(kind)).count();
    let has = |name: &'static str, class: &str| {
        elements(&document, name)
            .filter(|node| {
                node.attribute("class").is_some_and(|own| own.split(' ').any(|own| own == class))
            })
            .count()
    };
    assert_eq!(
        has("div", "callout"),
        count(|kind| matches!(kind, BlockKind::Callout { .. })),
        "{of}"
    );
    assert_eq!(
        has("ol", "in-order"),
        count(|kind| matches!(kind, BlockKind::Steps { .. })),
        "{of}"
    );
    assert_eq!(
        has("ul", "checks"),
        count(|kind| matches!(kind, BlockKind::Checklist { .. })),
        "{of}"
    );
    assert_eq!(
        elements(&document, "table").count(),
        count(|kind| matches!(kind, BlockKind::Table { .. }))
    );
    assert_eq!(
        elements(&document, "img").count(),
        count(|kind| matches!(kind, BlockKind::Figure { .. }))
    );
    assert_eq!(elements(&document, "h1").count(), 1, "{of}");
    // Every number dials, and is read from the left.
    let passages = manuscript.passages();
    let phones: Vec<&str> = passages
        .iter()
        .flat_map(|passage| passage.paragraphs.iter().flatten())
        .filter(|run| run.kind == RunKind::Phone)
        .map(|run| run.link.as_deref().unwrap())
        .collect();
    let dialled: Vec<Node<'_, '_>> = article
        .descendants()
        .filter(|node| node.attribute("href").is_some_and(|link| link.starts_with("tel:")))
        .collect();
    let links: Vec<&str> = dialled.iter().filter_map(|link| link.attribute("href")).collect();
    assert_eq!(links, phones, "{of}");
    for link in dialled {
        let piece = link.first_element_child().unwrap();
        assert_eq!((piece.tag_name().name(), piece.attribute("dir")), ("bdi", Some("ltr")), "{of}");
    }
    // A passage in another language says so.
    let foreign = passages
        .iter()
        .filter(|passage| passage.language != language.tag && !passage.plain().trim().is_empty());
    let marked = article.descendants().filter(|node| node.attribute("lang").is_some()).count();
    assert!(marked >= foreign.count(), "{of}");
}

#[test]
fn each_page_says_what_the_shipped_leaflet_says() {
    let loaded = loaded();
    for language in languages() {
        let path = format!("current/{language}/info-pratique-draft.html");
        let page = SHIPPED_SITE.text(&path);
        compare(page, &loaded.resolve("short", language).manuscript, &path);
        assert!(page.len() < 100_000, "{path}: {}", page.len());
        let national = page.matches("tel:+32").count();
        assert!(national >= 1, "{path}: {national} numbers with the code of the country");
        // The page itself, its style and its script are all that is loaded.
        let styles = SHIPPED_SITE.files["style.css"].len() + SHIPPED_SITE.files["leave.js"].len();
        assert!(page.len() + styles < 100_000, "{path}");
        assert!(!SHIPPED_SITE.text("style.css").contains("url("));
    }
}

#[test]
fn every_kind_of_block_stands_on_a_page() {
    let sandbox = approved();
    let site = publish_clean(&sandbox, &[]);
    let loaded = sandbox.load(FESTIVAL);
    for language in LANGUAGES {
        let path = format!("current/{language}/street-evening.html");
        compare(site.text(&path), &loaded.resolve("leaflet", language).manuscript, &path);
        assert_eq!(site.text(&path), site.text(&format!("v2.1/{language}/street-evening.html")));
    }
    let page = parsed(site.text("current/en/street-evening.html"));
    // The guide leads to sections of the page, which are numbered: their ids stay in the house.
    let ways: Vec<&str> = page
        .descendants()
        .filter(|node| node.attribute("class") == Some("ways"))
        .flat_map(|node| node.descendants())
        .filter_map(|node| node.attribute("href"))
        .collect();
    assert_eq!(ways, ["#s4", "#s2"]);
    let picture = elements(&page, "img").next().unwrap().attribute("src").unwrap();
    assert!(picture.starts_with("street-evening-") && picture.ends_with(".svg"), "{picture}");
    assert!(site.files.contains_key(&format!("current/en/{picture}")));
    // Arabic has no sloping letters: emphasis is heavier, as in print.
    assert!(site.text("current/ar/street-evening.html").contains("<em class=\"weight\">"));
    assert!(site.text("current/en/street-evening.html").contains("<em>"));
    assert!(site.text("style.css").contains("em.weight{font-style:normal;font-weight:700}"));
}
