//! Tells where files that claim PDF/UA-1 do not follow it (ISO 14289-1:2014), beside what all readers with a screen reader need.

mod clauses;
mod fonts;
mod headings;
mod label;
mod objects;

use crate::rules::rule::{Check, Group, Rule, SCREEN, Severity};

pub(crate) use clauses::unchecked;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "pdfua-missing",
        group: Group::Standard,
        severity: Severity::Warning,
        targets: SCREEN,
        finds: "a file that claims no PDF/UA",
        why: "readers and offices that ask for an accessible file look for the claim",
        source: "ISO 14289-1:2014, 5",
        remedy: "export as PDF/UA-1",
        check: Check::File(label::missing),
    },
    Rule {
        id: "pdfua-label",
        group: Group::Standard,
        severity: Severity::Error,
        targets: SCREEN,
        finds: "a label of PDF/UA that is wrong",
        why: "programs that look for it do not find it, or find a standard that there is not",
        source: "ISO 14289-1:2014, 5 and 7.1",
        remedy: "export as PDF/UA-1, and leave the metadata as they are",
        check: Check::File(label::label),
    },
    Rule {
        id: "pdfua-headings",
        group: Group::Standard,
        severity: Severity::Error,
        targets: SCREEN,
        finds: "headings of a PDF/UA that skip a level, or count in two ways",
        why: "who listens finds the way through a document by its headings",
        source: "ISO 14289-1:2014, 7.4.2 and 7.4.4",
        remedy: "begin with `H1`, go down one level at a time, and use either `H` or `H1` to `H6`",
        check: Check::File(headings::headings),
    },
    Rule {
        id: "pdfua-fonts",
        group: Group::Standard,
        severity: Severity::Error,
        targets: SCREEN,
        finds: "a font of a PDF/UA whose dictionary, character map or widths are not as they have to be",
        why: "letters are read aloud or shown otherwise by each program",
        source: "ISO 14289-1:2014, 7.21.3, 7.21.5 and 7.21.6",
        remedy: "make the file again with another program, or another font",
        check: Check::Page(fonts::fonts),
    },
    Rule {
        id: "pdfua-layers",
        group: Group::Standard,
        severity: Severity::Error,
        targets: SCREEN,
        finds: "layers of a PDF/UA whose configuration has no name, or switches by itself",
        why: "nobody can tell who listens which layers there are",
        source: "ISO 14289-1:2014, 7.10",
        remedy: "name each configuration of layers, and remove its `AS`",
        check: Check::File(objects::layers),
    },
    Rule {
        id: "pdfua-files",
        group: Group::Standard,
        severity: Severity::Error,
        targets: SCREEN,
        finds: "a file within a PDF/UA that has no name",
        why: "who listens does not learn what it is",
        source: "ISO 14289-1:2014, 7.11; ISO 19005-3, 6.8",
        remedy: "give the attached file both names (`F` and `UF`), and in PDF/A-3 its `AFRelationship`",
        check: Check::File(objects::files),
    },
    Rule {
        id: "pdfua-media",
        group: Group::Standard,
        severity: Severity::Error,
        targets: SCREEN,
        finds: "a media clip of a PDF/UA without its type, or without words",
        why: "who does not see or hear it learns nothing of it",
        source: "ISO 14289-1:2014, 7.18.6.2",
        remedy: "give the clip its `CT` and its `Alt`",
        check: Check::File(objects::media),
    },
    Rule {
        id: "pdfua-objects",
        group: Group::Standard,
        severity: Severity::Error,
        targets: SCREEN,
        finds: "something that no PDF/UA may hold: pages of other files, traps, printer's marks that are tagged, dynamic forms",
        why: "a screen reader can't reach it, or reads what means nothing",
        source: "ISO 14289-1:2014, 7.15, 7.18.2, 7.18.8 and 7.20",
        remedy: "export without it",
        check: Check::File(objects::objects),
    },
];
