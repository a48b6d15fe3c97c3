//! Turns a source catalogue into that of a pseudo-language: words change; variables, terms, markup, and what stands in another
//! language stay as they are.

use fluent_syntax::ast;
use fluent_syntax::parser::parse;

use crate::load::TextId;
use crate::load::catalogue::tag::{MarkupTag, read_tag};
use crate::load::ftl::{Pattern, from_plain, write_entry};
use crate::pseudo::Pseudo;
use crate::pseudo::letters::Letters;

/// What stands on each page that is a draft: these pages always are. It is in plain words, so that nobody takes them for a
/// translation.
const MARKS: [(&str, &str); 2] = [
    ("draft-line", "Test of the layout: this is no language, and not for readers"),
    ("draft-band", "Test of the layout. This is no language. Do not print, and do not hand out."),
];

/// The catalogue of the pseudo-language. What can't be read is left out.
#[must_use]
pub(super) fn disguised(source: &str, pseudo: Pseudo) -> String {
    let resource = parse(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
    let mut out = String::new();
    for entry in resource.body {
        let (name, pattern) = match entry {
            ast::Entry::Message(ast::Message { id, value: Some(value), .. }) => {
                let mark = MARKS.iter().find(|(name, _)| *name == id.name);
                let pattern = match mark {
                    Some((_, text)) => from_plain(&format!("<span lang=\"en\">{text}</span>")),
                    None => message(value, pseudo),
                };
                (id.name, pattern)
            }
            // Terms are names, which are the same on every page.
            ast::Entry::Term(ast::Term { id, value, .. }) => (format!("-{}", id.name), value),
            _ => continue,
        };
        if let Ok(id) = name.parse::<TextId>() {
            out.push_str(&write_entry(&id, &pattern, None));
            out.push('\n');
        }
    }
    out
}

/// A message, in brackets: so one sees where it begins, and whether its end is cut off.
fn message(pattern: Pattern, pseudo: Pseudo) -> Pattern {
    let mut writer =
        Writer { letters: Letters::new(pseudo.disguise, pseudo.expand), foreign: false };
    let text = |value: &str| ast::PatternElement::TextElement { value: value.to_owned() };
    let mut elements = vec![text("[")];
    elements.extend(writer.pattern(pattern).elements);
    elements.push(text("]"));
    Pattern { elements }
}

struct Writer {
    letters: Letters,
    /// Whether it is between `<span lang="…">` and `</span>`.
    foreign: bool,
}

impl Writer {
    fn pattern(&mut self, pattern: Pattern) -> Pattern {
        let elements = pattern.elements.into_iter().map(|element| match element {
            ast::PatternElement::TextElement { value } => {
                ast::PatternElement::TextElement { value: self.text(&value) }
            }
            ast::PatternElement::Placeable {
                expression: ast::Expression::Select { selector, variants },
            } => {
                let foreign = self.foreign;
                let variants = variants.into_iter().map(|variant| {
                    self.foreign = foreign;
                    ast::Variant { value: self.pattern(variant.value), ..variant }
                });
                let variants = variants.collect();
                let expression = ast::Expression::Select { selector, variants };
                ast::PatternElement::Placeable { expression }
            }
            other => other,
        });
        Pattern { elements: elements.collect() }
    }

    fn text(&mut self, text: &str) -> String {
        let mut out = String::new();
        let mut rest = text;
        while !rest.is_empty() {
            let tag = rest.strip_prefix('<').and_then(read_tag);
            if let Some((tag, length)) = tag {
                match tag {
                    MarkupTag::Language(_) => self.foreign = true,
                    MarkupTag::Close("span") => self.foreign = false,
                    _ => {}
                }
                out.push_str(&rest[..=length]);
                rest = &rest[length + 1..];
                continue;
            }
            let first = rest.chars().next().map_or(1, char::len_utf8);
            let end = rest[first..].find('<').map_or(rest.len(), |at| first + at);
            let words = &rest[..end];
            out.push_str(&if self.foreign {
                words.to_owned()
            } else {
                self.letters.disguised(words)
            });
            rest = &rest[end..];
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::disguised;
    use crate::pseudo::{Disguise, Pseudo};

    fn with(text: &str) -> String {
        disguised(text, Pseudo { disguise: Disguise::Accents, expand: 0 })
    }

    #[test]
    fn words_alone_change() {
        let text = "# A note.\na = One <b>two</b> { $three } { -four } <a id=\"five\">six</a> { b }{\"x\"}.\n-four = Four\n";
        assert_eq!(
            with(text),
            "a = {\"[\"}Öñê <b>ťŵö</b> { $three } { -four } <a id=\"five\">šïx</a> { b }{\"x\"}.]\n-four = Four\n"
        );
    }

    #[test]
    fn other_languages_and_numbers_stay() {
        assert_eq!(
            with("a = <span lang=\"fr\">Office</span> 112 < a\n"),
            "a = {\"[\"}<span lang=\"fr\">Office</span> 112 < á]\n"
        );
    }

    #[test]
    fn each_variant_changes() {
        let text = "a = { $n ->\n    [one] { $n } day\n   *[other] <span lang=\"fr\">jours</span> days\n} on\n";
        let found = with(text);
        for part in ["{ $n } ďáý", "<span lang=\"fr\">jours</span> ďáýš", "} öñ]"] {
            assert!(found.contains(part), "{found}");
        }
    }

    #[test]
    fn every_page_says_in_plain_words_what_it_is() {
        let found = with("draft-line = Projet\n");
        assert!(found.contains("this is no language"), "{found}");
        assert!(!found.contains("Př"), "{found}");
    }
}
