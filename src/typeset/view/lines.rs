//! Turns the texts of all pages into lines and paragraphs, columns kept apart.
//!
//! Typst's frames tell neither: a line may be cut wherever look, font or direction change, and a cell of a table is a
//! paragraph only if it is long. What is set on one line touches; what stands beside it does not.

use std::collections::HashMap;

use crate::compose::ComposedText;
use crate::typeset::view::{Element, PageView, Rect, Text, View};

/// A line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its page, by its place in the list.
    pub(crate) page: usize,
    /// Its texts, by their places among the page's items, from left to right.
    pub pieces: Vec<usize>,
    /// What it says, in the order in which it is read; `U+00AD` at the end stands for a hyphen that the break brought.
    pub text: String,
    /// The texts of the composition in it, in the order in which they are read.
    pub(crate) origins: Vec<usize>,
    /// What its ink covers.
    pub(crate) area: Rect,
    /// Its baseline, in points from the top of the page.
    pub(crate) baseline: f64,
    /// The size of its largest text, in points.
    pub(crate) size: f64,
    /// The element in which it stands.
    pub(crate) element: Option<usize>,
}

/// The lines of one paragraph or heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Paragraph {
    /// Its lines, by their places in the view.
    pub(crate) lines: Vec<usize>,
    /// The level of the heading that it is, if it is one.
    pub(crate) heading: Option<usize>,
}

/// How far the parts of one line may lie apart, as a share of the size: less than what separates a word from its
/// meaning in a glossary, more than a mere rounding.
const TOUCH: f64 = 0.4;

/// How far below its own baseline a number, a superscript or another script may stand, as a share of the size.
const LEVEL: f64 = 0.1;

/// How far apart the letters of one word may stand in height, as a share of the size: words of Nastaliq slope down to the
/// line, and Typst places each height as a text of its own. The next line is further off.
const SLOPE: f64 = 1.1;

impl Line {
    /// Whether it ends with a hyphen that only its break has brought.
    pub(crate) fn divided(&self) -> bool {
        self.text.ends_with('\u{AD}')
    }
}

impl View {
    /// Finds the lines of all pages, and the paragraphs that they make up.
    pub(super) fn find_lines(&mut self, texts: &[ComposedText]) {
        for page in 0..self.pages.len() {
            let found = lines_of(&self.pages[page], page);
            self.lines.extend(found);
        }
        let mut by_element: HashMap<usize, usize> = HashMap::new();
        // What stands in no element of its own goes on where the same message did last.
        let mut last_alone: Option<usize> = None;
        for index in 0..self.lines.len() {
            let line = &self.lines[index];
            if self.is_artifact(line.element) {
                continue;
            }
            let known = match line.element {
                Some(element) => by_element.get(&element).copied(),
                None => {
                    last_alone.filter(|last| self.goes_on(&self.paragraphs[*last], line, texts))
                }
            };
            let paragraph = known.unwrap_or_else(|| {
                let kind = line.element.and_then(|element| self.elements.get(element));
                let heading = match kind {
                    Some(Element::Heading(level)) => Some(*level),
                    _ => None,
                };
                self.paragraphs.push(Paragraph { lines: Vec::new(), heading });
                self.paragraphs.len() - 1
            });
            match line.element {
                Some(element) => {
                    by_element.insert(element, paragraph);
                }
                None => last_alone = Some(paragraph),
            }
            self.paragraphs[paragraph].lines.push(index);
        }
    }

    /// Whether a line without an element of its own belongs to the message that the paragraph's last line belongs to.
    fn goes_on(&self, paragraph: &Paragraph, line: &Line, texts: &[ComposedText]) -> bool {
        let Some(last) = paragraph.lines.last().and_then(|last| self.lines.get(*last)) else {
            return false;
        };
        let message = |origin: Option<&usize>| {
            origin.and_then(|origin| texts.get(*origin)).map(|text| text.origin.name())
        };
        let (own, other) = (message(last.origins.last()), message(line.origins.first()));
        let same = own.is_some() && own == other;
        let below = line.page > last.page
            || (line.baseline > last.baseline + LEVEL * line.size
                && line.area.left < last.area.right
                && line.area.right > last.area.left);
        same && below
    }
}

/// The lines of one page, in the order of painting.
fn lines_of(page: &PageView, number: usize) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut end = f64::MIN;
    let mut origin = None;
    for (index, text) in page.texts() {
        let slopes = text.element.is_some() && text.characters.chars().any(is_arabic);
        let same_text = slopes || text.origin.is_some() && text.origin == origin;
        let level = if slopes || same_text { SLOPE } else { LEVEL } * text.size;
        let joins = lines.last().is_some_and(|line| {
            let reach = if slopes { 1.0 } else { TOUCH } * text.size.min(line.size);
            let touches = (text.reach.0 - end).abs() <= reach;
            line.element == text.element
                && (text.baseline - line.baseline).abs() <= level
                && touches
        });
        (end, origin) = (text.reach.1, text.origin);
        match lines.last_mut().filter(|_| joins) {
            Some(line) => {
                line.pieces.push(index);
                line.area = line.area.with(text.area);
                line.size = line.size.max(text.size);
                line.baseline = line.baseline.max(text.baseline);
            }
            None => lines.push(Line {
                page: number,
                pieces: vec![index],
                text: String::new(),
                origins: Vec::new(),
                area: text.area,
                baseline: text.baseline,
                size: text.size,
                element: text.element,
            }),
        }
    }
    for line in &mut lines {
        read(page, line);
    }
    lines
}

/// Whether a character is of the script that Nastaliq writes.
fn is_arabic(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{8A0}'..='\u{8FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// Puts the texts of a line into the order in which they are read: that of the composition. What a template writes goes
/// with the text at its left, a hyphen to the end.
fn read(page: &PageView, line: &mut Line) {
    let mut key = (0, 0);
    let mut texts: Vec<((usize, usize), &Text)> = Vec::new();
    for text in line.pieces.iter().filter_map(|index| page.text(*index)) {
        match text.origin {
            _ if text.characters == "\u{AD}" => key = (usize::MAX, 0),
            Some(origin) => key = (origin, text.start),
            None => {}
        }
        texts.push((key, text));
    }
    texts.sort_by_key(|(key, _)| *key);
    for (_, text) in texts {
        line.text.push_str(&text.characters);
        if let Some(origin) = text.origin
            && line.origins.last() != Some(&origin)
        {
            line.origins.push(origin);
        }
    }
}
