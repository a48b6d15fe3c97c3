//! A [`Manuscript`] and a theme in; a [`Composition`] out: Typst source that a person can read. Pure.
//!
//! Texts stand as `[#"…"]` where they are used: a string literal can't act, and the span of every glyph on the
//! page leads back to it, and so to its message.

mod assets;
mod blocks;
mod tokens;
mod undivided;
mod writer;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use feuillet_colour::{Colour, PAPER};
use feuillet_units::Mm;
use tokens::Audience;
use writer::Writer;

use crate::language::{Hyphenation, Language, Script};
use crate::load::theme::ROLES;
use crate::load::{Edition, Form, Layout, Profile, Publication, Setting, Theme};
use crate::resolve::manuscript::{Manuscript, RunKind, Section};

pub use assets::qr_svg;
pub use undivided::Word;
pub use writer::{literal, variable};

/// The Typst source of a language edition, with all that it reads.
#[derive(Debug, Clone, PartialEq)]
pub struct Composition {
    /// Files by path; the main one is [`MAIN`]. Fonts are not among them.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Where each text of the main file comes from, in the order of the file.
    pub texts: Vec<TextOrigin>,
    /// How many pages it must come to.
    pub extent: Extent,
    /// What it is, for messages: brochure, edition and language.
    pub name: String,
    /// The settings that it may take, from the largest to the least.
    pub ladder: Vec<Setting>,
    /// The setting that its files are written for: the largest at first.
    pub setting: Setting,
    /// The colours of the theme, of which those of the pages are tints.
    pub palette: Vec<Colour>,
    /// The sections that are laid out as a cover.
    pub covers: Vec<String>,
    /// How words may be divided, by language; languages whose words are not divided are not there.
    pub divisions: BTreeMap<String, Hyphenation>,
}

/// How many pages a composition must come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Just so many: the panels of a leaflet, of which each must hold its text.
    Panels(usize),
    /// The pages of a booklet.
    Pages {
        /// A multiple of so many: four to a folded sheet.
        multiple_of: usize,
        /// No more than so many.
        at_most: Option<usize>,
    },
}

/// The name of the main file.
pub const MAIN: &str = "main.typ";

/// The name of the file with the measures that copyfitting changes.
pub const SETTING: &str = "setting.typ";

/// The name of the file with the tokens of the theme.
const THEME: &str = "theme.typ";

impl Composition {
    /// Takes another setting.
    pub fn set(&mut self, setting: &Setting) {
        self.setting = *setting;
        self.files.insert(SETTING.to_owned(), setting_source(setting).into_bytes());
    }
}

/// Writes the theme of a composition for one profile alone: stock Typst makes that profile's pages of it.
pub fn write_for(
    composition: &mut Composition,
    publication: &Publication,
    manuscript: &Manuscript,
    edition: &Edition,
    profile: Profile,
) {
    let audience = Audience::One(profile);
    let theme = theme_source(publication, edition, audience, manuscript.language());
    composition.files.insert(THEME.to_owned(), theme.into_bytes());
}

/// Where a string literal of the main file comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextOrigin {
    /// The bytes of the literal, quotes included.
    pub range: Range<usize>,
    /// The message or fact.
    pub name: String,
    /// The language of the whole message: that of the catalogue in which it stands.
    pub written_in: String,
    /// The language of the text: another one for a passage that is marked as such.
    pub language: String,
    /// What it is.
    pub kind: RunKind,
}

/// Templates of the program, by file name.
const TEMPLATES: [(&str, &str); 5] = [
    ("base.typ", include_str!("templates/base.typ")),
    ("planes.typ", include_str!("templates/planes.typ")),
    ("leaflet.typ", include_str!("templates/leaflet.typ")),
    ("card.typ", include_str!("templates/card.typ")),
    ("booklet.typ", include_str!("templates/booklet.typ")),
];

/// Templates that every form needs.
const SHARED_TEMPLATES: [&str; 2] = ["base.typ", "planes.typ"];

/// Writes the Typst source of a language edition, for all profiles at once.
#[must_use]
pub fn compose(
    publication: &Publication,
    manuscript: &Manuscript,
    edition: &Edition,
) -> Composition {
    let mut writer = Writer::new(manuscript);
    let language = manuscript.language();
    writer.line(&format!(
        "// The edition `{}` of `{}` in `{}`. Written by feuillet; edit the project, not this file.",
        manuscript.id.edition, manuscript.id.brochure, language.tag,
    ));
    writer.line("#import \"theme.typ\": theme");
    writer.line(&format!("#import {}: setting", literal(SETTING)));
    writer.line(&format!("#import {}: *", literal(edition.form.template())));
    writer.line("");
    let mut languages: BTreeMap<&str, &Language> = BTreeMap::new();
    for known in manuscript.languages.iter().chain(&manuscript.offered).chain(&manuscript.others) {
        languages.insert(known.tag.as_str(), known);
    }
    for known in languages.values() {
        writer.line(&language_row(known, &publication.theme));
    }
    writer.line("");
    set_up(&mut writer, manuscript, edition);
    let mut previous_open = false;
    for (index, section) in manuscript.sections.iter().enumerate() {
        let joined = section.joined && previous_open;
        if !joined && previous_open {
            writer.line("]");
        }
        writer.line("");
        open_section(&mut writer, manuscript, section, joined);
        blocks::write_all(&mut writer, &section.blocks);
        previous_open = true;
        if index + 1 == manuscript.sections.len() {
            writer.line("]");
        }
    }
    let (main, texts, icons, assets) = writer.finish();
    let mut files = assets;
    files.insert(MAIN.to_owned(), main.into_bytes());
    let theme = theme_source(publication, edition, Audience::All, language);
    files.insert(THEME.to_owned(), theme.into_bytes());
    let largest = publication.largest(edition, &language.tag);
    files.insert(SETTING.to_owned(), setting_source(&largest).into_bytes());
    let mut icons: BTreeSet<String> = icons;
    let needed = |name: &str| SHARED_TEMPLATES.contains(&name) || name == edition.form.template();
    for (name, source) in TEMPLATES.into_iter().filter(|(name, _)| needed(name)) {
        let source = publication.templates.get(name).map_or(source, String::as_str);
        icons.extend(assets::template_icons(source));
        files.insert(name.to_owned(), source.as_bytes().to_vec());
    }
    files.extend(assets::icon_files(&icons));
    for (name, picture) in &publication.pictures {
        files.insert(format!("images/{name}"), picture.bytes.clone());
    }
    let covers = manuscript.sections.iter().filter(|section| section.layout == Layout::Cover);
    Composition {
        files,
        texts,
        extent: match &edition.panels {
            Some(panels) => Extent::Panels(panels.value as usize),
            None => Extent::Pages {
                multiple_of: edition.binding.pages_of_a_sheet(),
                at_most: edition.pages.as_ref().map(|pages| pages.value as usize),
            },
        },
        ladder: edition.fit.ladder(largest),
        setting: largest,
        palette: tokens::colours(&publication.theme, edition.appearance.contrast, Audience::All)
            .into_values()
            .collect(),
        covers: covers.map(|section| section.id.clone()).collect(),
        divisions: languages
            .values()
            .filter_map(|known| Some((known.tag.to_string(), known.hyphenation?)))
            .collect(),
        name: format!(
            "{}, edition `{}`, `{}`",
            manuscript.id.brochure, manuscript.id.edition, language.tag
        ),
    }
}

/// `("Source Sans 3",)`: the families of a script. Where the script says so, the first is asked for some characters alone.
#[must_use]
pub fn families(script: &Script, theme: &Theme) -> String {
    let family = |(index, family): (usize, &String)| match &script.covers {
        Some(covers) if index == 0 => {
            format!("(name: {}, covers: regex({})), ", literal(family), literal(covers))
        }
        _ => format!("{}, ", literal(family)),
    };
    let families: String = theme.families_of(script).iter().enumerate().map(family).collect();
    format!("({})", families.trim_end())
}

/// `#let fr = (tag: "fr", …)`: what the templates know of a language.
fn language_row(language: &Language, theme: &Theme) -> String {
    let script = &language.script;
    let tag = language.tag.identifier();
    let hyphens = language.hyphenation.unwrap_or_default();
    let region = tag.region.map_or("none".to_owned(), |region| literal(region.as_str()));
    format!(
        "#let {} = (tag: {}, lang: {}, region: {region}, dir: {}, families: {}, emphasis: {}, scale: {}, line-height: {}, hyphenate: {}, hyphens: (before: {}, after: {}))",
        variable(language.tag.as_str()),
        literal(language.tag.as_str()),
        literal(tag.language.as_str()),
        language.direction().as_str(),
        families(script, theme),
        literal(script.emphasis.as_str()),
        script.scale,
        script.line_height,
        language.hyphenation.is_some(),
        hyphens.before,
        hyphens.after,
    )
}

/// The show rule that sets the pages up.
fn set_up(writer: &mut Writer<'_>, manuscript: &Manuscript, edition: &Edition) {
    let language = manuscript.language();
    let date = manuscript.date;
    writer.line(&format!("#show: {}.with(", edition.form.template().trim_end_matches(".typ")));
    writer.line("  theme: theme,");
    writer.line(&format!("  language: {},", variable(language.tag.as_str())));
    writer.line(&format!("  title: {},", literal(&manuscript.title.plain())));
    writer.line(&format!(
        "  date: datetime(year: {}, month: {}, day: {}),",
        date.year(),
        u8::from(date.month()),
        date.day()
    ));
    writer.line(&format!("  width: {}, height: {},", edition.width, edition.height));
    writer.line("  size: setting.size,");
    writer.text("  draft: ");
    writer.content_or_none(manuscript.draft.as_ref().map(|draft| &draft.line));
    writer.line(",");
    if edition.form == Form::Booklet {
        writer.text("  foot: ");
        writer.content_or_none(manuscript.foot.as_ref());
        writer.line(",");
    }
    writer.line(")");
}

/// The call that opens a section, up to its content bracket.
fn open_section(writer: &mut Writer<'_>, manuscript: &Manuscript, section: &Section, joined: bool) {
    if joined {
        if let Some(title) = &section.title {
            writer.text(&format!("  #subsection({})", literal(&section.id)));
            writer.title(title);
            writer.line("");
        }
        return;
    }
    match section.layout {
        Layout::Cover => {
            writer.text(&format!("#cover({}, title: ", literal(&section.id)));
            writer.title_or_none(section.title.as_ref());
            writer.line(",");
            writer.line("  autonyms: (");
            for language in &manuscript.offered {
                let row = variable(language.tag.as_str());
                writer.text(&format!("    ({row}, "));
                writer.autonym(language);
                writer.line("),");
            }
            writer.line("  ),");
            writer.text("  band: ");
            writer.content_or_none(manuscript.draft.as_ref().map(|draft| &draft.band));
            writer.line(",");
            writer.line(")[");
        }
        Layout::Chapter => {
            writer.text(&format!("#chapter({}, ", literal(&section.id)));
            writer.text(&format!("number: {}, ", section.number.unwrap_or_default()));
            writer.text(&format!("tint: {}, title: ", literal(section.tint)));
            writer.title_or_none(section.title.as_ref());
            if let Some(summary) = &section.summary {
                writer.line(",");
                writer.text("  label: ");
                writer.content(&summary.label);
                writer.line(", summary: (");
                for line in &summary.lines {
                    writer.text("    ");
                    writer.content(line);
                    writer.line(",");
                }
                writer.text("  )");
            }
            writer.line(")[");
        }
        Layout::Text | Layout::Back => {
            let call = if section.layout == Layout::Back { "back" } else { "section" };
            writer.text(&format!("#{call}({}, title: ", literal(&section.id)));
            writer.title_or_none(section.title.as_ref());
            writer.line(")[");
        }
    }
}

/// The scales that stand in [`SETTING`].
const FITTED: [&str; 3] = ["leading", "paragraph", "block"];

/// `setting.typ`: the measures that copyfitting changes.
fn setting_source(setting: &Setting) -> String {
    format!(
        "// The largest measures at which everything fits. Written by feuillet.\n\
         #let setting = (size: {}, leading: {}, paragraph: {}, block: {})\n",
        setting.size, setting.leading, setting.paragraph, setting.block
    )
}

/// `theme.typ`: the theme's tokens for an edition and a profile, and what the publication's language and script bring to
/// every page: the figures that pages and steps are counted with, the mark before an item, the height of a title's lines.
fn theme_source(
    publication: &Publication,
    edition: &Edition,
    audience: Audience,
    language: &Language,
) -> String {
    let contrast = edition.appearance.contrast;
    let colours = tokens::colours(&publication.theme, contrast, audience);
    let drawing = tokens::drawing_of(contrast, audience);
    let print = audience == Audience::One(Profile::Print);
    let written = |role: &str, colour: &Colour| {
        if print {
            let [cyan, magenta, yellow, black] = colour.print;
            return format!("cmyk({cyan}%, {magenta}%, {yellow}%, {black}%)");
        }
        let mark = if role == "ground" && tokens::is_marked_ground(&drawing) { "fe" } else { "" };
        format!("rgb({})", literal(&format!("{}{mark}", colour.hex())))
    };
    let mut out = String::from(
        "// Colours by role, how they are drawn, sizes relative to running text, and what the language brings to every page. Written by feuillet from `theme.toml`.
",
    );
    out.push_str("#let theme = (\n  colours: (\n");
    for (role, _) in ROLES {
        if let Some(colour) = colours.get(role) {
            out.push_str(&format!("    {role}: {},\n", written(role, colour)));
        }
    }
    out.push_str(&format!("    paper: {},\n  ),\n", written("paper", &PAPER)));
    out.push_str(&format!(
        "  drawing: (tints: {}, planes: {}, links: {}, hairline: {}, fade: {}%, line: {}),\n",
        literal(drawing.tints.as_str()),
        literal(drawing.planes.as_str()),
        literal(drawing.links.as_str()),
        drawing.hairline,
        drawing.fade,
        drawing.line
    ));
    let bleed = match audience {
        Audience::All | Audience::One(Profile::Print) => publication.brochure.print.bleed,
        Audience::One(_) => Mm(0.0),
    };
    out.push_str(&format!("  bleed: {bleed},\n"));
    out.push_str("  scale: (\n");
    let scales = publication.scales(edition);
    let fixed = scales.iter().filter(|(name, _)| !FITTED.contains(&name.as_str()));
    for (name, scale) in fixed {
        out.push_str(&format!("    {name}: {scale},\n"));
    }
    out.push_str("  ),\n");
    out.push_str(&format!("  page: (width: {}, height: {}),\n", edition.width, edition.height));
    out.push_str(&format!("  sheet: {},\n", edition.binding.pages_of_a_sheet()));
    out.push_str(&format!("  hyphenate: {},\n", edition.appearance.hyphenate));
    out.push_str(&format!("  figures: {},\n", literal(language.first_figure())));
    let marker = language.list_marker.as_deref().map_or("none".to_owned(), literal);
    out.push_str(&format!("  list-marker: {marker},\n"));
    out.push_str(&format!("  title-line-height: {},\n)\n", language.script.title_line_height));
    out
}
