//! Tells which images and formulas in the structure have no alternative text.

use std::collections::BTreeMap;

use lopdf::Object;

use crate::file::number;
use crate::file::shortened;
use crate::geometry::Rect;
use crate::page::PageSummary;
use crate::rules::access::places::Contents;
use crate::rules::occurrence::{Occurrence, Occurrences};
use crate::rules::rule::Context;
use crate::tags::Element;

/// Tells which alternative texts seem to say nothing: that is for a person to judge.
pub(super) fn words(context: &Context<'_>, _: &[PageSummary], found: &mut Occurrences) {
    let (file, tree) = (context.file, context.tree());
    for element in &tree.elements {
        let kind = match element.standard() {
            "Figure" => "a picture",
            "Formula" => "a formula",
            _ => continue,
        };
        let [alternative, actual] = ["Alt", "ActualText"].map(|key| element.text(file, key));
        let Some(alternative) = alternative.filter(|_| actual.is_none()) else { continue };
        if !alternative.trim().is_empty() && says_nothing(&alternative) {
            let alternative = shortened(alternative.trim());
            let what = format!("the alternative text of {kind} says nothing: `{alternative}`");
            found.add(Occurrence::new(what).object(element.number()).on(element.page.unwrap_or(0)));
        }
    }
}

pub(super) fn alternative(context: &Context<'_>, pages: &[PageSummary], found: &mut Occurrences) {
    let (file, tree) = (context.file, context.tree());
    let mut wrong: BTreeMap<usize, String> = BTreeMap::new();
    for (index, element) in tree.elements.iter().enumerate() {
        let kind = match element.standard() {
            "Figure" => "a picture",
            "Formula" => "a formula",
            _ => continue,
        };
        let [alternative, actual] = ["Alt", "ActualText"].map(|key| element.text(file, key));
        let what = match (alternative, actual) {
            // Text that is replaced may be short, as the letter that an image stands for.
            // An empty one says that there is nothing to read.
            (_, Some(_)) => continue,
            (Some(alternative), _) if alternative.trim().is_empty() => {
                format!("the alternative text of {kind} is empty")
            }
            (Some(_), _) => continue,
            (None, _) => format!("{kind} has no alternative text (`Alt` or `ActualText`)"),
        };
        wrong.insert(index, what);
    }
    // A formula whose parts are tagged as MathML speaks for itself.
    for (index, element) in tree.elements.iter().enumerate() {
        if element.standard() == "math"
            && let Some(parent) = element.parent.filter(|parent| *parent != index)
        {
            wrong.remove(&parent);
        }
    }
    if wrong.is_empty() {
        return;
    }
    let areas = areas(context, pages);
    for (index, what) in wrong {
        let Some(element) = tree.elements.get(index) else { continue };
        let place = areas.get(index).copied().flatten();
        let occurrence = Occurrence::new(what).object(element.number());
        let own = || Some((element.page?, bounds(context, element)?));
        found.add(match place.filter(|(_, area)| !area.is_empty()).or_else(own) {
            Some((page, area)) => occurrence.on(page).at(area),
            None => occurrence.on(element.page.unwrap_or(0)),
        });
    }
}

/// For each element the first page on which it shows something, and the area of that.
fn areas(context: &Context<'_>, pages: &[PageSummary]) -> Vec<Option<(usize, Rect)>> {
    let tree = context.tree();
    let contents = Contents::of(pages);
    let mut areas: Vec<Option<(usize, Rect)>> = vec![None; tree.elements.len()];
    for item in &tree.items {
        if let Some(area) = areas.get_mut(item.element)
            && let Some((page, content)) = contents.shown(item)
        {
            *area = first(*area, Some((page, content.area)));
        }
    }
    // What holds an element stands before it, so this goes from the leaves to the root.
    for (index, element) in tree.elements.iter().enumerate().rev() {
        let own = areas.get(index).copied().flatten();
        if let Some(above) = element.parent.and_then(|parent| areas.get_mut(parent)) {
            *above = first(*above, own);
        }
    }
    areas
}

/// Areas of one page joined; of two pages that of the first.
fn first(one: Option<(usize, Rect)>, other: Option<(usize, Rect)>) -> Option<(usize, Rect)> {
    match (one, other) {
        (Some((page, area)), Some((same, more))) if page == same => Some((page, area.joined(more))),
        (Some(one), Some(other)) => Some(if other.0 < one.0 { other } else { one }),
        (one, other) => one.or(other),
    }
}

/// The area that an element says it has (ISO 32000-1, table 344).
fn bounds<'a>(context: &Context<'a>, element: &Element<'a>) -> Option<Rect> {
    let Object::Array(sides) = context.tree().attribute(context.file, element, "BBox")? else {
        return None;
    };
    let mut sides = sides.iter().filter_map(|side| number(context.file.resolve(side)));
    Some(Rect::new(sides.next()?, sides.next()?, sides.next()?, sides.next()?))
}

/// Words that programs put in the place of a description, or that say only what a screen reader says anyway.
const EMPTY_WORDS: [&str; 44] = [
    "image",
    "img",
    "picture",
    "pic",
    "photo",
    "photograph",
    "figure",
    "fig",
    "graphic",
    "graphics",
    "logo image",
    "alt",
    "alt text",
    "description",
    "untitled",
    "placeholder",
    "bild",
    "foto",
    "grafik",
    "abbildung",
    "imagen",
    "fotografía",
    "figura",
    "gráfico",
    "imagem",
    "fotografia",
    "illustration",
    "photographie",
    "afbeelding",
    "plaatje",
    "figuur",
    "resim",
    "görsel",
    "fotoğraf",
    "şekil",
    "изображение",
    "картинка",
    "рисунок",
    "фото",
    "صورة",
    "شكل",
    "formula",
    "formule",
    "equation",
];

/// Ends of names of files.
const FILE_ENDS: [&str; 14] = [
    "png", "jpg", "jpeg", "gif", "svg", "tif", "tiff", "bmp", "webp", "eps", "pdf", "ai", "psd",
    "emf",
];

/// Whether a text describes nothing: only spaces and signs, the name of a file, or a word such as "image 3".
fn says_nothing(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    if !text.chars().any(char::is_alphanumeric) {
        return true;
    }
    let end = text.rsplit_once('.').map(|(_, end)| end);
    let words = text.split_whitespace().count();
    // `ai` is also the end of addresses.
    let is_end = |end: &str| FILE_ENDS.contains(&end) && (end != "ai" || words == 1);
    if end.is_some_and(is_end) && words <= 3 {
        return true;
    }
    let bare = text.trim_matches(|c: char| !c.is_alphabetic());
    EMPTY_WORDS.contains(&bare)
}

#[cfg(test)]
mod tests {
    use super::says_nothing;

    #[test]
    fn words_of_programs_say_nothing() {
        for text in [
            "",
            "  ",
            "\u{fffc}",
            "image",
            "Bild 3",
            "IMG_1234.JPG",
            "logo final.png",
            "(photo)",
            "صورة 1",
            "Resim2",
            "img-7",
        ] {
            assert!(says_nothing(text), "{text}");
        }
        for text in [
            "A nurse vaccinates a child",
            "Logo of the city",
            "7",
            "Foto einer Schule",
            "x²",
            "see map.pdf for the way to the office",
            "图",
        ] {
            assert_eq!(says_nothing(text), text.is_empty(), "{text}");
        }
    }
}
