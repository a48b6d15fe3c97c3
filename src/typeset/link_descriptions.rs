//! Turns what Typst says of each link, for people who can't see it, into the words of the language: "Téléphone 0800 30 030".
//!
//! Typst takes the figures of the target without their groups, and for many languages English words. A link to a section is
//! described by its title, which the templates give as the supplement of its heading.

use typst::foundations::Content;
use typst::introspection::Tag;
use typst::layout::{Frame, FrameItem};
use typst::model::{Document as _, LinkMarker};
use typst_layout::{Page, PagedDocument};

use crate::compose::LinkDescriptions;

/// The same document with its links described.
pub(super) fn described(document: &PagedDocument, links: &LinkDescriptions) -> PagedDocument {
    let pages = document.pages().iter().map(|page| {
        let mut frame = page.frame.clone();
        describe(&mut frame, links);
        Page { frame, ..page.clone() }
    });
    PagedDocument::new(pages.collect(), document.info().clone())
}

fn describe(frame: &mut Frame, links: &LinkDescriptions) {
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) => describe(&mut group.frame, links),
            FrameItem::Tag(Tag::Start(content, _)) => describe_link(content, links),
            _ => {}
        }
        true
    });
}

/// Describes a link, if what begins here is one.
fn describe_link(content: &mut Content, links: &LinkDescriptions) {
    let Some(link) = content.to_packed::<LinkMarker>() else { return };
    let Some(given) = link.alt.as_ref() else { return };
    let Some(words) = description(given, links) else { return };
    if let Some(link) = content.to_packed_mut::<LinkMarker>() {
        link.alt = Some(words.into());
    }
}

/// What to say in place of what Typst says.
fn description(given: &str, links: &LinkDescriptions) -> Option<String> {
    // "Telephone 080030030" and "Email a@b.be" name their target with their last word, a web address is its own.
    let last = given.rsplit(' ').next().unwrap_or_default();
    let targets = [given.to_owned(), format!("tel:{last}"), format!("mailto:{last}")];
    if let Some(words) = targets.iter().find_map(|target| links.targets.get(target)) {
        return Some(words.clone());
    }
    // "Title, page 13", or without a title.
    let (title, place) = given.rsplit_once(", ").unwrap_or(("", given));
    let page = match (&links.page, place.rsplit_once(' ')) {
        (Some(word), Some((_, number))) => format!("{word} {number}"),
        _ => place.to_owned(),
    };
    if given.contains("://") {
        return None;
    }
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(if title.is_empty() { page } else { format!("{title}, {page}") })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{LinkDescriptions, description};

    #[test]
    fn links_are_described_in_the_words_of_the_language() {
        let targets = [
            ("tel:+3280030030", "هاتف 0800 30 030"),
            ("mailto:a@b.be", "a@b.be"),
            ("https://desk.be", "desk.be"),
        ];
        let links = LinkDescriptions {
            targets: targets
                .map(|(from, to)| (from.to_owned(), to.to_owned()))
                .into_iter()
                .collect::<BTreeMap<_, _>>(),
            page: Some("صفحة".to_owned()),
        };
        for (given, wanted) in [
            ("Telephone +3280030030", "هاتف 0800 30 030"),
            ("Email a@b.be", "a@b.be"),
            ("https://desk.be", "desk.be"),
            ("العنف, Page 13", "العنف, صفحة 13"),
            (", Page 13", "صفحة 13"),
            ("Page 13", "صفحة 13"),
        ] {
            assert_eq!(description(given, &links).as_deref(), Some(wanted));
        }
        assert_eq!(description("https://other.be", &links), None);
    }
}
