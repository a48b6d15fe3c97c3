//! Turns a theme, an edition and a language into the files `theme.typ` and `setting.typ`.

use std::collections::BTreeMap;

use feuillet_colour::{Colour, PAPER};
use feuillet_units::{Mm, Pt};

use crate::compose::code::{Code, Word, code};
use crate::compose::protocol;
use crate::compose::protocol::alpha::WHITE_IF_INK_SAVING;
use crate::compose::tokens::{self, ProfileScope};
use crate::language::{Language, Script};
use crate::load::theme::ROLES;
use crate::load::{Edition, Profile, Publication, Setting, Theme};

/// The scales that stand in `setting.typ`.
const FITTED: [&str; 3] = ["leading", "paragraph", "block"];

/// `setting.typ`: the measures that copyfitting changes, and the widths to which pictures are made smaller, by path.
pub(super) fn setting_source(setting: &Setting, limits: &BTreeMap<String, Pt>) -> Code {
    let mut out = Code::new();
    code!(
        out,
        "// The largest measures at which everything fits. Written by feuillet.\n\
         #let setting = (size: {}, leading: {}, paragraph: {}, block: {})\n",
        setting.size,
        setting.leading,
        setting.paragraph,
        setting.block
    );
    code!(out, "#let limits = (");
    for (path, width) in limits {
        code!(out, "{}: {}, ", *path, *width);
    }
    code!(out, "{})\n", Word(if limits.is_empty() { ":" } else { "" }));
    out
}

/// `("Source Sans 3",)`: the families of a script. Where the script says so, the first is asked for some characters alone.
pub(crate) fn families(script: &Script, theme: &Theme) -> Code {
    families_and(script, &[], theme)
}

/// The families of a script, and behind them those of a text that it stands in: figures of the one may be of the other's system.
pub(super) fn families_within(script: &Script, around: &Script, theme: &Theme) -> Code {
    let own = theme.families_of(script);
    let more = theme.families_of(around).iter().filter(|family| !own.contains(family));
    families_and(script, &more.map(String::as_str).collect::<Vec<_>>(), theme)
}

fn families_and(script: &Script, more: &[&str], theme: &Theme) -> Code {
    let mut out = Code::new();
    code!(out, "(");
    for (index, family) in theme.families_of(script).iter().enumerate() {
        code!(out, "{}", Word(if index > 0 { " " } else { "" }));
        match &script.covers {
            Some(covers) if index == 0 => {
                code!(out, "(name: {}, covers: regex({})),", *family, *covers);
            }
            _ => code!(out, "{},", *family),
        }
    }
    for family in more {
        code!(out, " {},", *family);
    }
    code!(out, ")");
    out
}

/// The first figures of the systems that Typst counts in.
const KNOWN_FIGURES: [&str; 5] = ["1", "١", "۱", "१", "১"];

/// `theme.typ`: the theme's tokens for an edition and one or all profiles, what the publication's language and script bring
/// to every page (the figures that pages and steps are counted with and the families that have them, the mark before an item, edges and height of
/// lines), and the [`protocol`].
pub(super) fn theme_source(
    publication: &Publication,
    edition: &Edition,
    scope: ProfileScope,
    language: &Language,
) -> Code {
    let contrast = edition.appearance.contrast;
    let colours = tokens::colours(&publication.theme, contrast, scope);
    let drawing = tokens::drawing_of(contrast, scope);
    let print = scope == ProfileScope::One(Profile::Print);
    let written = |role: &str, colour: &Colour| {
        let mut out = Code::new();
        if print {
            let [cyan, magenta, yellow, black] = colour.print;
            code!(out, "cmyk({}%, {}%, {}%, {}%)", cyan, magenta, yellow, black);
        } else if role == "ground" && tokens::is_marked_ground(&drawing) {
            code!(out, "rgb({})", format!("{}{WHITE_IF_INK_SAVING:02x}", colour.hex()));
        } else {
            code!(out, "rgb({})", colour.hex());
        }
        out
    };
    let mut out = Code::new();
    code!(
        out,
        "// Colours by role, how they are drawn, sizes relative to running text, and what the language brings to every page. Written by feuillet from `theme.toml`.\n"
    );
    code!(out, "#let theme = (\n  colours: (\n");
    for (role, _) in ROLES {
        if let Some(colour) = colours.get(role) {
            code!(out, "    {}: {},\n", Word(role), written(role, colour));
        }
    }
    code!(out, "    paper: {},\n  ),\n", written("paper", &PAPER));
    code!(
        out,
        "  drawing: (tints: {}, planes: {}, links: {}, hairline: {}, fade: {}%, line: {}),\n",
        drawing.tints.as_str(),
        drawing.planes.as_str(),
        drawing.links.as_str(),
        drawing.hairline,
        drawing.fade,
        drawing.line
    );
    let bleed = match scope {
        ProfileScope::All | ProfileScope::One(Profile::Print) => publication.brochure.print.bleed,
        ProfileScope::One(_) => Mm(0.0),
    };
    code!(out, "  bleed: {},\n  scale: (\n", bleed);
    let scales = publication.scales(edition);
    let fixed = scales.iter().filter(|(name, _)| !FITTED.contains(&name.as_str()));
    for (name, scale) in fixed {
        code!(out, "    {}: {},\n", *name, *scale);
    }
    code!(out, "  ),\n  page: (width: {}, height: {}),\n", edition.width, edition.height);
    code!(out, "  sheet: {},\n", edition.binding.pages_of_a_sheet());
    let hyphenate = edition.appearance.hyphenate && language.hyphenation.is_some();
    code!(out, "  hyphenate: {},\n", hyphenate);
    code!(out, "  figures: {},\n", figures(language));
    code!(out, "  families: {},\n", families(&language.script, &publication.theme));
    code!(out, "  list-marker: {},\n", language.list_marker.as_deref());
    let script = &language.script;
    code!(out, "  ascender: {}, descender: {},\n", script.ascender, script.descender);
    code!(out, "  title-line-height: {},\n)\n", script.title_line_height);
    code!(out, "{}", protocol::source());
    out
}

/// The numbering of pages and steps: a pattern of Typst, or a function where Typst does not know the figures.
fn figures(language: &Language) -> Code {
    let mut out = Code::new();
    let one = language.first_figure();
    match language.figures() {
        Some(figures) if !KNOWN_FIGURES.contains(&one.as_str()) => {
            code!(out, "(n, ..) => str(n).clusters().map(it => (");
            for figure in figures {
                code!(out, "{}, ", figure.to_string());
            }
            code!(out, ").at(int(it))).join()");
        }
        _ => code!(out, "{}", one),
    }
    out
}
