//! Tells what a rule is: a row with a name, a reason, and the function that checks it.

use std::collections::HashSet;
use std::sync::OnceLock;

use serde::Serialize;

use crate::claims::Claims;
use crate::file::Destinations;
use crate::file::{File, PageTree, Structure};
use crate::page::Page;
use crate::request::{Request, Target};
use crate::resources::colour::Press;
use crate::rules::occurrence::Occurrences;
use crate::tags::Tree;

/// The severity of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The file should not be printed or published.
    Error,
    /// Somebody should have a look at the page.
    Warning,
}

impl Severity {
    /// The name that reports use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// The subject of a rule; reports are grouped by it, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Group {
    /// The bytes: header, cross references, streams, syntax of contents.
    File,
    /// Title, dates, XMP, output intent.
    Metadata,
    /// What the file says of itself: PDF/X.
    Standard,
    /// Page boxes and bleed.
    Boxes,
    /// Fonts.
    Fonts,
    /// Colour and ink.
    Colour,
    /// Images.
    Images,
    /// Transparency, overprint and layers.
    Transparency,
    /// Annotations, actions, attachments.
    Actions,
    /// What people who use a screen reader need.
    Access,
    /// Number and size of pages, safe zone, thin lines, small text.
    Layout,
}

/// The groups and their headings.
pub const GROUPS: [(&str, Group); 11] = [
    ("file", Group::File),
    ("metadata", Group::Metadata),
    ("standard", Group::Standard),
    ("boxes", Group::Boxes),
    ("fonts", Group::Fonts),
    ("colour", Group::Colour),
    ("images", Group::Images),
    ("transparency", Group::Transparency),
    ("actions", Group::Actions),
    ("access", Group::Access),
    ("layout", Group::Layout),
];

impl Group {
    /// Its heading.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        GROUPS.iter().find(|(_, group)| *group == self).map_or("", |(name, _)| name)
    }
}

/// For which targets a rule holds.
pub(crate) const ALL: &[Target] = &[Target::Print, Target::Office, Target::Screen];
/// For the print shop.
pub(crate) const PRINT: &[Target] = &[Target::Print];
/// For paper, at the print shop or in the office.
pub(crate) const PAPER: &[Target] = &[Target::Print, Target::Office];
/// For screens.
pub(crate) const SCREEN: &[Target] = &[Target::Screen];

/// One rule.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Rule {
    /// Its name, which never changes: `font-embedded`.
    pub id: &'static str,
    /// What it is about.
    pub group: Group,
    /// Its severity: a file with an error may not be printed or published.
    pub severity: Severity,
    /// The targets that it applies to.
    pub targets: &'static [Target],
    /// What it finds, in lower case without a full stop.
    pub finds: &'static str,
    /// What goes wrong if it is broken.
    pub why: &'static str,
    /// Its source: a clause, or who asks for it.
    pub source: &'static str,
    /// What to do about it.
    pub remedy: &'static str,
    /// The check.
    #[serde(skip)]
    pub(crate) check: Check,
}

/// When a rule is checked, and by which function.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Check {
    /// While the file is read, by the reader itself.
    Reading,
    /// Once for a file.
    File(fn(&Context<'_>, &mut Occurrences)),
    /// Once for a page.
    Page(fn(&Context<'_>, &Page, &mut Occurrences)),
    /// Once for a file, after its pages, with a summary of each.
    Pages(fn(&Context<'_>, &[crate::page::PageSummary], &mut Occurrences)),
}

/// What rules know besides the page.
#[derive(Debug)]
pub(crate) struct Context<'a> {
    /// The file.
    pub(crate) file: &'a File,
    /// Its structure: header, cross references, lengths of streams.
    pub(crate) structure: &'a Structure,
    /// What it is checked for.
    pub(crate) request: &'a Request,
    /// The target that was asked for, or found.
    pub(crate) target: Target,
    /// Its pages, each with what it inherits.
    pub(crate) pages: &'a PageTree,
    /// What the file says of itself.
    pub(crate) claims: &'a Claims,
    /// The press for which its colours are meant.
    pub(crate) press: &'a Press,
    /// What several rules need, read when the first of them does.
    pub(crate) derived: Derived<'a>,
}

/// What several rules need, read when the first of them does.
#[derive(Debug, Default)]
pub(crate) struct Derived<'a> {
    destinations: OnceLock<Destinations<'a>>,
    tree: OnceLock<Tree<'a>>,
    replaced: OnceLock<HashSet<(usize, Option<u32>, i64)>>,
}

impl<'a> Context<'a> {
    /// The pages by number, and the destinations that have names.
    pub(crate) fn destinations(&self) -> &Destinations<'a> {
        self.derived.destinations.get_or_init(|| Destinations::read(self.file, self.pages))
    }

    /// The logical structure.
    pub(crate) fn tree(&self) -> &Tree<'a> {
        self.derived.tree.get_or_init(|| Tree::read(self.file, self.destinations()))
    }

    /// Whether the structure gives a text in the place of marked contents (`ActualText`), at their element or one above:
    /// those of a page, from 1, that a form numbers or the page itself.
    pub(crate) fn is_replaced(&self, page: usize, owner: Option<u32>, id: i64) -> bool {
        let replaced = self.derived.replaced.get_or_init(|| self.tree().replaced(self.file));
        replaced.contains(&(page, owner, id))
    }
}
