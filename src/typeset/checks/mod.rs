//! Turns what stands on pages into what is wrong with them, each with its check, place and messages.
//!
//! A check is a row of [`CHECKS`] and a function of a context; it reads the flat [`View`](crate::typeset::view::View), never Typst's frames.

mod breaks;
mod context;
mod contrast;
mod edge;
mod figures;
mod fill;
mod glyphs;
mod line_through;
mod lines;
mod overlap;
mod slots;
pub(super) mod words;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::diagnostic::Severity;
use crate::language::Tag;
use crate::typeset::view::Rect;

pub(super) use context::Context;
use context::Found;

/// Something that a check found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct LayoutFinding {
    /// The id of the check.
    pub check: Cow<'static, str>,
    /// How bad it is.
    pub severity: Severity,
    /// The messages and facts that it is about, in reading order; empty for what only a template writes.
    pub(crate) messages: Vec<String>,
    /// The language of the first of them.
    pub(crate) language: Option<Tag>,
    /// The section that opens the panel, or the page, on which it is.
    pub(crate) section: String,
    /// The first page on which it is, from 1; 0 for the whole edition.
    pub(crate) page: usize,
    /// On how many more pages the same is found.
    pub(crate) more_pages: usize,
    /// Where on that page; `None` for the whole of it.
    pub(crate) area: Option<Rect>,
    /// What was found, in lower case without a full stop; code stands in backticks.
    #[serde(rename = "found")]
    pub detail: String,
    /// What to do next.
    pub(crate) hint: String,
    /// The path of the picture that it is about, among the files of the composition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) picture: Option<String>,
}

/// A check of laid-out pages.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Check {
    /// Its name, by which it is reported and accepted.
    pub id: &'static str,
    /// What it finds.
    pub(crate) finds: &'static str,
    /// How bad that is. An error can't be accepted.
    pub severity: Severity,
    /// Why it matters, or where the rule comes from.
    pub(crate) why: &'static str,
    /// What to do about it.
    pub(crate) hint: &'static str,
    /// Looks for it.
    #[serde(skip)]
    find: fn(&Context<'_>) -> Vec<Found>,
}

/// The check of texts that have no room, of which translators see more.
pub(crate) const OVERSET: &str = "overset";

/// The check of what a body puts into a slot.
pub(crate) const SLOT_OVERSET: &str = "slot-overset";

/// All checks, in the order in which they run.
pub const CHECKS: &[Check] = &[
    Check {
        id: "page-count",
        finds: "more or fewer pages than the sheet has panels, or pages that can't be folded",
        severity: Severity::Error,
        why: "a sheet that is folded once has four pages",
        hint: "give the last section with room to write a block `{ notes = \"fill\" }`, which adds the pages that are wanting",
        find: fill::page_count,
    },
    Check {
        id: OVERSET,
        finds: "a text that needs more room than its panel or page has",
        severity: Severity::Error,
        why: "what does not fit is not printed where it belongs",
        hint: "shorten its texts, move a block, or let the measures in `fit` give way further",
        find: fill::overset,
    },
    Check {
        id: SLOT_OVERSET,
        finds: "what a body puts into a slot, and is higher than the slot",
        severity: Severity::Error,
        why: "a slot is as high for all who fill it, so that nothing else moves",
        hint: "shorten what the body puts there, or give the slot more `height` in `brochure.toml`",
        find: slots::too_high,
    },
    Check {
        id: "figure-size",
        finds: "a figure with a width that its room does not have",
        severity: Severity::Error,
        why: "what is larger than its room is cut off, or leaves the text none",
        hint: "ask for a smaller `width`, or for none",
        find: figures::too_large,
    },
    Check {
        id: "figure-scaled",
        finds: "a figure without a width that was made smaller than its room, to fit",
        severity: Severity::Warning,
        why: "it may be too small to make out",
        hint: "shorten the texts beside it, or take a picture that is less high",
        find: figures::scaled,
    },
    Check {
        id: "empty-page",
        finds: "a page with nothing on it",
        severity: Severity::Error,
        why: "readers take it for a misprint",
        hint: "take out the break before it, or join its section to the one before",
        find: fill::empty_page,
    },
    Check {
        id: "nearly-empty",
        finds: "a page of a booklet that is less than 10 % full",
        severity: Severity::Warning,
        why: "a few lines on a page look like a mistake",
        hint: "shorten the pages before it by a few lines, or let the measures in `fit` give way further",
        find: fill::nearly_empty,
    },
    Check {
        id: "lone-callout",
        finds: "a page of a booklet with a callout and nothing else",
        severity: Severity::Warning,
        why: "a callout alone on a page reads as a chapter of its own, and wastes a sheet",
        hint: "shorten what stands before it by a few lines, or move it up by a block",
        find: fill::lone_callout,
    },
    Check {
        id: "under-filled",
        finds: "a panel of a leaflet that is less than 60 % full; covers are meant so",
        severity: Severity::Warning,
        why: "a half-empty panel wastes the sheet, and looks forgotten",
        hint: "move a block here, set a larger size, or accept it with an `[[accept]]` that says why",
        find: fill::under_filled,
    },
    Check {
        id: "missing-glyph",
        finds: "a character that no family has",
        severity: Severity::Error,
        why: "readers see an empty box; PDF/A-2 and PDF/UA-1 forbid it (ISO 19005-2, 6.2.11.8)",
        hint: "put a family that has it into `fonts/`, or write the text without it",
        find: glyphs::missing,
    },
    Check {
        id: "outside-trim",
        finds: "text, a picture or a shape that reaches beyond the edge of the page",
        severity: Severity::Error,
        why: "it is cut off",
        hint: "shorten the text, or mend the template that placed it",
        find: edge::outside_trim,
    },
    Check {
        id: "outside-safe",
        finds: "text nearer than 3 mm to the edge of the page",
        severity: Severity::Warning,
        why: "cutting and folding may be off by 1 to 2 mm; print shops ask for 3 mm",
        hint: "shorten the text, or mend the template that placed it",
        find: edge::outside_safe,
    },
    Check {
        id: "overlap",
        finds: "text over other text or a picture, or covered by a shape",
        severity: Severity::Warning,
        why: "it can't be read",
        hint: "shorten the text, or mend the template that placed it",
        find: overlap::overlap,
    },
    Check {
        id: "line-through",
        finds: "text that an outline or a rule runs through",
        severity: Severity::Warning,
        why: "it looks struck out; outlines stand where planes are left out to save ink, and in high contrast",
        hint: "shorten the text, or mend the template that drew the line",
        find: line_through::line_through,
    },
    Check {
        id: "contrast",
        finds: "text with too little contrast to what it stands on, on the screen or as printed",
        severity: Severity::Warning,
        why: "WCAG 2.2, 1.4.3: 4.5, or 3 from 18 pt, or 14 pt bold; as printed by FOGRA39",
        hint: "take a darker or lighter colour in `theme.toml` or the template",
        find: contrast::contrast,
    },
    Check {
        id: "widow",
        finds: "the last line of a paragraph alone at the head of a page",
        severity: Severity::Warning,
        why: "the reader has lost the thread when it comes",
        hint: "shorten or lengthen the paragraph by a few words",
        find: breaks::widow,
    },
    Check {
        id: "orphan",
        finds: "the first line of a paragraph alone at the foot of a page",
        severity: Severity::Warning,
        why: "it is read as the end of what stands above",
        hint: "shorten or lengthen what stands before it by a few words",
        find: breaks::orphan,
    },
    Check {
        id: "lone-heading",
        finds: "a heading with no text below it on its page",
        severity: Severity::Warning,
        why: "a heading belongs to what follows",
        hint: "shorten what stands before it by a line, or put a break before the heading",
        find: breaks::lone_heading,
    },
    Check {
        id: "loose-line",
        finds: "a line whose blanks are more than 1.75 times as wide as the font's own",
        severity: Severity::Warning,
        why: "wide gaps slow reading, the more so for readers with dyslexia",
        hint: "change a word, or set the text ragged in the template",
        find: lines::loose_line,
    },
    Check {
        id: "hyphen-run",
        finds: "more than two lines running that end with a hyphen",
        severity: Severity::Warning,
        why: "the eye slips from one to the other (Chicago Manual of Style, 2.113)",
        hint: "change a word in it",
        find: lines::hyphen_run,
    },
    Check {
        id: "hyphenation",
        finds: "a word divided where its language does not allow it; a name or site that is broken",
        severity: Severity::Warning,
        why: "readers who still learn the language can't put it together again (patterns of TeX, crate `hypher`)",
        hint: "put a soft hyphen (U+00AD) where the word may be divided, or change a word before it",
        find: words::hyphenation,
    },
    Check {
        id: "broken-number",
        finds: "a number, with its sign, unit or next group, broken over two lines",
        severity: Severity::Warning,
        why: "a telephone number that is broken is dialled wrongly",
        hint: "put a no-break space (U+00A0) into it, or make it a fact",
        find: words::broken_number,
    },
];

impl Context<'_> {
    /// Runs all checks.
    pub(super) fn run(&self) -> Vec<LayoutFinding> {
        let mut all: Vec<LayoutFinding> = Vec::new();
        for check in CHECKS {
            let mut own: Vec<LayoutFinding> = Vec::new();
            for found in (check.find)(self) {
                let finding = self.finding(check, found);
                let same = own
                    .iter_mut()
                    .find(|one| one.messages == finding.messages && one.detail == finding.detail);
                match same {
                    Some(same) => same.more_pages += usize::from(same.page != finding.page),
                    None => own.push(finding),
                }
            }
            all.extend(own);
        }
        all
    }

    fn finding(&self, check: &Check, found: Found) -> LayoutFinding {
        let mut messages: Vec<String> = Vec::new();
        for text in found.origins.iter().filter_map(|origin| self.text(*origin)) {
            let name = text.origin.name();
            if !messages.iter().any(|known| *known == name) {
                messages.push(name.into_owned());
            }
        }
        let first = found.origins.first().and_then(|origin| self.text(*origin));
        let area = self
            .text_areas
            .iter()
            .rev()
            .find(|area| (area.page..=area.last_page).contains(&found.page));
        LayoutFinding {
            check: Cow::Borrowed(check.id),
            severity: check.severity,
            messages,
            language: first.map(|text| text.language.clone()),
            section: area.map(|area| area.panel.section.clone()).unwrap_or_default(),
            page: found.page,
            more_pages: 0,
            area: found.area,
            detail: found.detail,
            hint: found.hint.unwrap_or_else(|| check.hint.to_owned()),
            picture: found.picture,
        }
    }
}
