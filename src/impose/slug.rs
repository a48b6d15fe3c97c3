//! Sets the slug lines of sheets, which identify them.

use std::collections::BTreeMap;

use typst::layout::Frame;

use crate::compose::{MAIN, literal};
use crate::diagnostic::Diagnostic;
use crate::typeset::{Fonts, lay_out, without_links_and_tags};

/// The slug line of every sheet.
#[derive(Debug, Clone, Copy)]
pub struct Slug<'a> {
    /// Name, edition, language and release, for people to read; each sheet adds its own pages.
    pub text: &'a str,
    /// The font family in which it is set.
    pub family: &'a str,
    /// The fonts in which the family is found.
    pub fonts: &'a Fonts,
}

/// Sets one line for each label.
///
/// # Errors
///
/// Fails if Typst can't set them.
pub(super) fn slug_lines(slug: Slug<'_>, labels: &[&str]) -> Result<Vec<Frame>, Diagnostic> {
    let mut source = format!(
        "#set page(width: 120mm, height: 4mm, margin: 0pt)\n\
         #set text(font: {}, fallback: false, size: 6pt, fill: cmyk(0%, 0%, 0%, 100%), lang: \"en\")\n",
        literal(slug.family)
    );
    for (index, label) in labels.iter().enumerate() {
        if index > 0 {
            source.push_str("#pagebreak()\n");
        }
        let line = format!("{} · {label}", slug.text);
        source.push_str(&format!(
            "#box(width: 120mm, height: 4mm, clip: true)[#{}]\n",
            literal(&line)
        ));
    }
    let files = BTreeMap::from([(MAIN.to_owned(), source.into_bytes())]);
    let fault = |why: String| Diagnostic::error(format!("the slug line can't be set: {why}"));
    let set = lay_out(&files, slug.fonts).map_err(|messages| fault(messages.join("; ")))?;
    if set.pages().len() != labels.len() {
        return Err(fault(format!("{} lines for {} sheets", set.pages().len(), labels.len())));
    }
    Ok(set.pages().iter().map(|page| without_links_and_tags(&page.frame)).collect())
}
