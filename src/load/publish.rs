//! Turns the table `[publish]` of `brochure.toml` into how the brochure's site looks from outside.

use crate::diagnostic::{Diagnostic, Located};
use crate::fields::{Fields, Table};
use crate::load::appearance::{COVERS, Cover};
use crate::load::facts::WebAddress;

/// Where the button *leave this page* goes: a site that everybody may have open.
const NEUTRAL: &str = "https://www.wikipedia.org";

/// How a brochure is published.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PublishSettings {
    /// Whether titles, pictures and link previews of the site say what the brochure is about.
    pub(crate) is_open: bool,
    /// Versions whose files are withdrawn, whatever the facts say.
    pub(crate) withdrawn: Vec<String>,
    /// Where the button *leave this page* goes, as the target of a link.
    pub(crate) leave: String,
}

impl Default for PublishSettings {
    fn default() -> PublishSettings {
        PublishSettings { is_open: false, withdrawn: Vec::new(), leave: NEUTRAL.to_owned() }
    }
}

/// Reads `[publish]`.
pub(super) fn read_publish(fields: &Fields<'_>) -> PublishSettings {
    let mut settings = PublishSettings::default();
    let Some(table) = fields.optional::<Table>("publish") else { return settings };
    let report = fields.report();
    let inner = Fields::new(&table.value, &table.span, "`[publish]`", report);
    settings.is_open = inner.word("cover", &COVERS).is_some_and(|cover| cover.value == Cover::Open);
    let withdrawn = inner.or_default::<Vec<Located<String>>>("withdrawn");
    settings.withdrawn = withdrawn.into_iter().map(|version| version.value).collect();
    if let Some(leave) = inner.optional::<String>("leave") {
        match WebAddress::parse(&leave.value) {
            Some(address) => settings.leave = address.link,
            None => report.add(
                Diagnostic::error(format!("`{}` is not a web address", leave.value.escape_debug()))
                    .at(&leave.span)
                    .hint("write it as it is printed, without `https://`: \"wikipedia.org\""),
            ),
        }
    }
    inner.finish();
    settings
}
