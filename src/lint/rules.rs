//! Knows the rules of texts: what each finds, how bad it is, why it matters, and how a comment accepts a case of it.

use serde::Serialize;

use crate::diagnostic::Severity;

pub(super) const NUMBER: &str = "number";
pub(super) const ENDING: &str = "final-punctuation";
pub(super) const UNTRANSLATED: &str = "untranslated";
pub(super) const SCRIPT: &str = "script";
pub(super) const DOUBLED: &str = "doubled-word";
pub(super) const BLANK: &str = "blank";
pub(super) const UNPAIRED: &str = "unpaired";
pub(super) const REPEATED: &str = "repeated-sign";
pub(super) const LENGTH: &str = "length";
pub(super) const TERM: &str = "glossary-term";
pub(super) const FORBIDDEN: &str = "forbidden-word";
pub(super) const NAME: &str = "glossary-name";

/// A rule of texts.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct Rule {
    /// Its name, by which it is reported.
    pub(crate) id: &'static str,
    /// What it finds.
    pub(crate) finds: &'static str,
    /// How bad that is.
    pub(crate) severity: Severity,
    /// Why it matters.
    pub(crate) why: &'static str,
    /// What to do about it.
    pub(crate) hint: &'static str,
    /// What a comment `# accept …: reason` above the message names.
    pub(crate) accept: &'static str,
}

const fn warning(
    id: &'static str,
    finds: &'static str,
    why: &'static str,
    hint: &'static str,
    accept: &'static str,
) -> Rule {
    Rule { id, finds, severity: Severity::Warning, why, hint, accept }
}

/// All rules, in the order in which they are explained.
pub(crate) const RULES: &[Rule] = &[
    warning(
        "lost-fact",
        "a fact, a page or a link that the source has and the translation has not, or the other way round",
        "a number that was typed in its place goes out of date unseen",
        "write it where it belongs",
        "$police-phone",
    ),
    warning(
        "lost-emphasis",
        "bold or emphasis that the source has and the translation has not, or the other way round",
        "what matters most is found by its weight",
        "put the tags around the same words",
        "<b>",
    ),
    warning(
        "plural",
        "a form of the plural that the language has and the text has not, or the other way round",
        "the sentence is wrong as soon as the law changes its figure",
        "write a line for each form of the language",
        "$days[few]",
    ),
    warning(
        "markup",
        "HTML, Markdown or entities",
        "they stand on the page as they were typed",
        "write one of the four tags, or take it out",
        "<br>",
    ),
    warning(
        "character",
        "a character that nobody sees, or a letter that only looks like the right one",
        "search, copying and screen readers fail on it; what no PDF may hold is an error",
        "delete it, or type the right letter",
        "U+200B",
    ),
    warning(
        NUMBER,
        "digits that are others than in the source, in whatever digits",
        "a wrong number on a page sends readers astray; its editions stay drafts",
        "write the number of the source, or a fact",
        "\"30\"",
    ),
    warning(
        ENDING,
        "a text that ends otherwise than its source: question, full stop, colon or nothing",
        "a question became a statement, or the end of the text was lost in copying",
        "end it as the source, with the sign of the language",
        ENDING,
    ),
    warning(
        UNTRANSLATED,
        "a text, or a whole sentence of it, in the words of the source or of a fallback language",
        "readers meet a language that they may not read, and nothing tells that it is missing",
        "translate it, or delete the message: then the gap is reported",
        UNTRANSLATED,
    ),
    warning(
        SCRIPT,
        "words in the letters of another language without markup, or letters of two scripts in one word",
        "a screen reader spells them out, and search does not find them",
        "translate them, or put `<span lang=\"…\">` around them",
        "\"Office\"",
    ),
    warning(
        DOUBLED,
        "the same word twice in a row",
        "it is what is left of a rewritten sentence",
        "delete one",
        "\"the the\"",
    ),
    warning(
        BLANK,
        "two blanks in a row, a blank before a comma or a full stop, none where the source has one at an edge",
        "they leave holes in the line",
        "delete the blank, or write it",
        BLANK,
    ),
    warning(
        UNPAIRED,
        "a bracket or quotation mark without its partner, where the source has both",
        "the rest of the sentence was lost, or quotes stay as they were typed",
        "write the other one",
        "\"(\"",
    ),
    warning(
        REPEATED,
        "the same sign of punctuation twice, or three points that became two or four",
        "they are slips of typing",
        "write it once; `...` for an ellipsis",
        "\",,\"",
    ),
    warning(
        LENGTH,
        "a text much shorter or longer against its source than the other texts of the language",
        "a sentence was left out or added; what is too long has no room",
        "compare it with the source, sentence by sentence",
        LENGTH,
    ),
    warning(
        TERM,
        "a term of the source without one of its words in `glossary.toml`",
        "readers must find the same thing under the same word on every page",
        "use the word of the glossary, or add a form to it",
        "\"refuge\"",
    ),
    warning(
        FORBIDDEN,
        "a word that `glossary.toml` rules out",
        "it hurts readers, or means something else",
        "use the word that the glossary names",
        "\"illegal\"",
    ),
    warning(
        NAME,
        "a name of `glossary.toml` that a translation lost, changed, or left without its meaning",
        "it is on the letters and doors that readers meet",
        "write it letter by letter, beside its translation",
        "\"CPAS\"",
    ),
];
