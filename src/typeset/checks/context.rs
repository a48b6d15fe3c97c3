//! Holds what the layout checks read, and what they find before its place in the edition is known.

use feuillet_units::{Mm, Pt};

use crate::compose::{ComposedText, Composition};
use crate::load::Setting;
use crate::typeset::Fonts;
use crate::typeset::text_areas::{Figure, FilledSlot, TextArea};
use crate::typeset::view::{Line, PageView, Rect, View};

/// How far text stays from the edge of the page: 3 mm, which print shops ask for beside 3 mm of bleed.
pub(crate) const SAFE_ZONE: Mm = Mm(3.0);

/// What a check found, before its place in the edition is known.
pub(super) struct Found {
    pub(super) page: usize,
    pub(super) area: Option<Rect>,
    pub(super) origins: Vec<usize>,
    pub(super) detail: String,
    pub(super) hint: Option<String>,
    /// The path of the picture that it is about.
    pub(super) picture: Option<String>,
}

/// What checks read.
pub(in crate::typeset) struct Context<'a> {
    /// What stands on each page.
    pub(super) view: &'a View,
    /// The composition, with the message of each text.
    pub(super) composition: &'a Composition,
    /// The area for text of each panel or page.
    pub(super) text_areas: &'a [TextArea],
    /// The figures.
    pub(super) figures: &'a [Figure],
    /// The slots that a body fills.
    pub(super) slots: &'a [FilledSlot],
    /// The setting of the pages.
    pub(super) setting: Setting,
    /// The fonts of the project.
    pub(super) fonts: &'a Fonts,
    /// How far text stays from the edge of the page, in points.
    pub(super) safe: f64,
}

impl<'a> Context<'a> {
    pub(in crate::typeset) fn new(
        view: &'a View,
        composition: &'a Composition,
        text_areas: &'a [TextArea],
        (figures, slots): (&'a [Figure], &'a [FilledSlot]),
        setting: Setting,
        fonts: &'a Fonts,
    ) -> Context<'a> {
        let safe = Pt::from(SAFE_ZONE).0;
        Context { view, composition, text_areas, figures, slots, setting, fonts, safe }
    }

    /// Where a text of the composition comes from.
    pub(super) fn text(&self, origin: usize) -> Option<&'a ComposedText> {
        self.composition.texts.get(origin)
    }

    /// How a text is named in reports: its message in backticks.
    pub(super) fn name(&self, origins: &[usize]) -> String {
        let name = origins.first().and_then(|origin| self.text(*origin));
        name.map_or_else(
            || "what a template writes".to_owned(),
            |text| format!("`{}`", text.origin.name()),
        )
    }

    /// How a picture is named in reports: as the user calls it, in backticks.
    pub(super) fn picture_name(&self, path: &str) -> String {
        let known = self.composition.pictures.get(path);
        format!("`{}`", known.map_or(path, |picture| picture.name.as_str()))
    }

    /// The texts on a page that are no artifacts, in the order of painting.
    pub(super) fn origins_on(&self, page: usize) -> Vec<usize> {
        let texts = self.view.pages.get(page.wrapping_sub(1)).into_iter().flat_map(PageView::texts);
        let body = texts.filter(|(_, text)| !self.view.is_artifact(text.element));
        body.filter_map(|(_, text)| text.origin).collect()
    }

    /// How many characters of text stand on a page.
    pub(super) fn characters_on(&self, page: usize) -> usize {
        let texts = self.view.pages.get(page.wrapping_sub(1)).into_iter().flat_map(PageView::texts);
        let body = texts.filter(|(_, text)| !self.view.is_artifact(text.element));
        body.map(|(_, text)| text.characters.chars().count()).sum()
    }

    /// The pairs of lines between which a paragraph or heading is broken.
    pub(super) fn seams(&self) -> impl Iterator<Item = (&'a Line, &'a Line)> {
        let view = self.view;
        view.paragraphs.iter().flat_map(move |paragraph| {
            let pairs = paragraph.lines.windows(2).filter_map(move |pair| match pair {
                [one, other] => Some((view.lines.get(*one)?, view.lines.get(*other)?)),
                _ => None,
            });
            pairs.filter(|(one, other)| {
                other.page > one.page || other.baseline > one.baseline + one.size / 2.0
            })
        })
    }
}

impl Found {
    /// Something at one place of a page, from 1.
    pub(super) fn at(page: usize, area: Rect, origins: &[usize], detail: String) -> Found {
        Found {
            page,
            area: Some(area),
            origins: origins.to_vec(),
            detail,
            hint: None,
            picture: None,
        }
    }

    /// Something in a line.
    pub(super) fn in_line(line: &Line, detail: String) -> Found {
        Found::at(line.page + 1, line.area, &line.origins, detail)
    }

    /// Something about a whole page, from 1, or about the edition as a whole, 0.
    pub(super) fn of_page(page: usize, origins: Vec<usize>, detail: String) -> Found {
        Found { page, area: None, origins, detail, hint: None, picture: None }
    }

    /// About the picture at this path.
    pub(super) fn picture(mut self, path: &str) -> Found {
        self.picture = Some(path.to_owned());
        self
    }

    pub(super) fn hint(mut self, hint: impl Into<String>) -> Found {
        self.hint = Some(hint.into());
        self
    }
}

/// A length in points as whole tenths of millimetres: "1.2 mm".
pub(super) fn millimetres(points: f64) -> String {
    format!("{:.1} mm", Mm::from(Pt(points)).0)
}
