//! What a sheet is in; the slug lines that say so out, as frames.

use std::collections::BTreeMap;

use typst::layout::Frame;

use crate::compose::{MAIN, literal};
use crate::diagnostic::Diagnostic;
use crate::typeset::{Fonts, lay_out, without_links_and_tags};

/// What the slug line of every sheet says.
#[derive(Debug, Clone, Copy)]
pub struct Slug<'a> {
    /// Name, edition, language and release, as people read them; a sheet adds its own pages.
    pub words: &'a str,
    /// The family in which it is set.
    pub family: &'a str,
    /// The fonts.
    pub fonts: &'a Fonts,
}

/// Sets a line for each label.
///
/// # Errors
///
/// Fails if the typesetter makes no lines of it.
pub(super) fn lines(slug: Slug<'_>, labels: &[&str]) -> Result<Vec<Frame>, Diagnostic> {
    let mut text = format!(
        "#set page(width: 120mm, height: 4mm, margin: 0pt)\n\
         #set text(font: {}, fallback: false, size: 6pt, fill: cmyk(0%, 0%, 0%, 100%), lang: \"en\")\n",
        literal(slug.family)
    );
    for (index, label) in labels.iter().enumerate() {
        if index > 0 {
            text.push_str("#pagebreak()\n");
        }
        let words = format!("{} · {label}", slug.words);
        text.push_str(&format!(
            "#box(width: 120mm, height: 4mm, clip: true)[#{}]\n",
            literal(&words)
        ));
    }
    let files = BTreeMap::from([(MAIN.to_owned(), text.into_bytes())]);
    let fault = |why: String| Diagnostic::error(format!("the slug line can't be set: {why}"));
    let set = lay_out(&files, slug.fonts).map_err(|messages| fault(messages.join("; ")))?;
    if set.pages().len() != labels.len() {
        return Err(fault(format!("{} lines for {} sheets", set.pages().len(), labels.len())));
    }
    Ok(set.pages().iter().map(|page| without_links_and_tags(&page.frame)).collect())
}
