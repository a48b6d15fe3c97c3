//! Passages in other languages, pairs of names, and texts that stand in several languages: how they are set, and that
//! a screen reader is told the language of each.

mod setting;
mod speech;
mod versions;

use crate::support::Sandbox;

const BROCHURE: &str = "brochures/help/brochure.toml";
const ARABIC: &str = "translations/ar/help.ftl";
const FRENCH: &str = "translations/fr/help.ftl";

/// A text without blanks, without hyphens, which may be those of divided words, and without what steers breaks and
/// directions.
fn bare(text: &str) -> String {
    let steers = |c: char| matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}');
    text.chars().filter(|c| !c.is_whitespace() && !"-‐".contains(*c) && !steers(*c)).collect()
}

/// The PDF of the fixture for screens.
fn pdf(sandbox: &Sandbox, language: &str) -> std::path::PathBuf {
    sandbox.path(&format!("output/help/{language}/help-short-{language}-screen-draft.pdf"))
}

#[test]
fn a_closing_tag_without_its_opening_one_tells_how_that_is_written() {
    for slip in ["<span lang='nl'>", "<SPAN lang=\"nl\">", "<span>", "<span lang=\"\">"] {
        let sandbox = Sandbox::of("letters");
        let text = format!("office-title = {slip}Dienst</span>\nold-title =");
        sandbox.replace(FRENCH, "office-title =", &text);
        let ran = sandbox.run(&["check"]);
        assert_eq!(ran.code, 1, "{slip}: {ran:?}");
        assert!(
            ran.stderr.contains("error: `</span>` has no opening tag"),
            "{slip}: {}",
            ran.stderr
        );
        let help = "help: write the opening tag as `<span lang=\"fr\">`, or delete this one";
        assert!(ran.stderr.contains(help), "{slip}: {}", ran.stderr);
    }
}
