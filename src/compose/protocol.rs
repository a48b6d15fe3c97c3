//! Knows what the templates tell the program through laid-out pages: by which alpha a paint is marked, and by which labels the
//! program finds the places that it measures.
//!
//! Names and numbers stand here alone. They are written into `theme.typ`, from where the templates read them, and
//! [`crate::typeset`] reads the same constants.

use crate::compose::code::{Code, Word, code};

/// The alphas that mark a paint of a theme that is written for all profiles at once. Nothing else on a page is transparent.
pub(crate) mod alpha {
    /// It is shown only where ink is saved.
    pub(crate) const ONLY_INK_SAVING: u8 = 1;
    /// It is white where ink is not saved.
    pub(crate) const REVERSED: u8 = 2;
    /// It is the rule under a link, and shown only on screens.
    pub(crate) const ONLY_LINKED: u8 = 252;
    /// It is shown only where ink is not saved.
    pub(crate) const ONLY_FULL: u8 = 253;
    /// It is a ground, and white where ink is saved.
    pub(crate) const WHITE_IF_INK_SAVING: u8 = 254;

    /// Their names in the templates.
    pub(super) const NAMES: [(&str, u8); 5] = [
        ("only-ink-saving", ONLY_INK_SAVING),
        ("reversed", REVERSED),
        ("only-linked", ONLY_LINKED),
        ("only-full", ONLY_FULL),
        ("white-if-ink-saving", WHITE_IF_INK_SAVING),
    ];
}

/// The labels of marks: invisible elements that tell where something stands.
pub(crate) mod label {
    /// Where the content of a leaflet's panel opens, and where it closes, as [`super::OPEN`] and [`super::CLOSE`] tell, with
    /// its section and margins.
    pub(crate) const PANEL: &str = "feuillet-panel";
    /// Each page of a booklet, with its section and margins.
    pub(crate) const PAGE: &str = "feuillet-page";
    /// Above and below the space that pushes blocks to the foot.
    pub(crate) const SPACER: &str = "feuillet-spacer";
    /// Where a callout begins, and where it ends.
    pub(crate) const CALLOUT: &str = "feuillet-callout";
    /// Where lines to write on end.
    pub(crate) const RULED: &str = "feuillet-ruled";
    /// A figure: the path of its picture, whether a width was asked for, that width, the one that it has, and that of its room.
    pub(crate) const FIGURE: &str = "feuillet-figure";
    /// Where what fills a slot begins, and where it ends: the slot, and the height that it has.
    pub(crate) const SLOT: &str = "feuillet-slot";
    /// The foot of a page that is ruled from head to foot.
    pub(crate) const NOTE_PAGE: &str = "feuillet-note-page";

    /// Their names in the templates.
    pub(super) const NAMES: [(&str, &str); 8] = [
        ("panel", PANEL),
        ("page", PAGE),
        ("spacer", SPACER),
        ("callout", CALLOUT),
        ("ruled", RULED),
        ("figure", FIGURE),
        ("slot", SLOT),
        ("note-page", NOTE_PAGE),
    ];
}

/// What the mark says that opens a panel.
pub(crate) const OPEN: &str = "open";

/// What the mark of a figure says as its section if a width was asked for.
pub(crate) const ASKED: &str = "asked";

/// What the mark says that closes a panel.
pub(crate) const CLOSE: &str = "close";

/// The fields of a mark.
pub(crate) mod field {
    /// What it says: [`super::OPEN`], [`super::CLOSE`], or nothing.
    pub(crate) const KIND: &str = "kind";
    /// The section.
    pub(crate) const SECTION: &str = "section";
    /// The margin at the head of the page.
    pub(crate) const HEAD: &str = "head";
    /// The margin at its foot.
    pub(crate) const FOOT: &str = "foot";
    /// The narrowest margin at its sides.
    pub(crate) const SIDE: &str = "side";
    /// The height of what is marked.
    pub(crate) const HEIGHT: &str = "height";
}

/// `#let alpha = …`, `#let labels = …`, `#let panel-ends = …`, `#let mark(…) = …`: what the templates read of it.
pub(super) fn source() -> Code {
    let mut out = Code::new();
    code!(
        out,
        "\n// How templates and program understand each other on laid-out pages: alphas that mark paints, and marks of places.\n"
    );
    code!(out, "#let alpha = (");
    for (name, alpha) in alpha::NAMES {
        code!(out, "{}: {}, ", Word(name), alpha);
    }
    code!(out, ")\n#let labels = (");
    for (name, label) in label::NAMES {
        code!(out, "{}: label({}), ", Word(name), label);
    }
    code!(out, ")\n#let panel-ends = (open: {}, close: {})\n", OPEN, CLOSE);
    code!(
        out,
        "#let mark(label, kind: \"\", section: \"\", head: 0pt, foot: 0pt, side: 0pt, height: 0pt) = [#metadata((\n  \
         {}: kind, {}: section, {}: head, {}: foot, {}: side, {}: height,\n)) #label]\n",
        Word(field::KIND),
        Word(field::SECTION),
        Word(field::HEAD),
        Word(field::FOOT),
        Word(field::SIDE),
        Word(field::HEIGHT)
    );
    out
}

#[cfg(test)]
mod tests {
    use super::{alpha, label, source};

    #[test]
    fn what_is_written_is_typst_and_no_name_stands_twice() {
        let source = source();
        let parsed = typst::syntax::parse(source.as_str());
        assert_eq!(parsed.errors_and_warnings().0, [], "{}", source.as_str());
        let mut alphas: Vec<u8> = alpha::NAMES.iter().map(|(_, alpha)| *alpha).collect();
        let mut labels: Vec<&str> = label::NAMES.iter().map(|(_, label)| *label).collect();
        alphas.sort_unstable();
        alphas.dedup();
        labels.sort_unstable();
        labels.dedup();
        assert_eq!((alphas.len(), labels.len()), (alpha::NAMES.len(), label::NAMES.len()));
    }
}
