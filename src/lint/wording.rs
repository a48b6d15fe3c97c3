//! Turns a text into its wordings: what readers may see of it, once for each variant, with the place of every letter.

use std::ops::Range;
use std::sync::Arc;

use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::diagnostic::{Located, SourceFile, Span};
use crate::language::words::is_of_a_word;
use crate::load::catalogue::Entry;
use crate::load::catalogue::parts::{Choice, Part, Variant, walk};
use crate::load::catalogue::tag::{MarkupTag, read_tag};

/// Stands for a fact that is filled in.
pub(super) const FILLED: char = '\u{FFFC}';

/// Stands for another message or a term, which may be a sentence.
pub(super) const NAMED: char = '\u{FFFB}';

/// What makes another number of the one behind it.
const SIGNS: [char; 6] = ['-', '\u{2010}', '\u{2011}', '\u{2212}', '+', '±'];

/// One wording of a text, without its tags.
#[derive(Debug)]
pub(super) struct Wording<'a> {
    file: &'a Arc<SourceFile>,
    /// Its letters; [`FILLED`] and [`NAMED`] stand for what is filled in.
    pub(super) text: String,
    /// Whether it is that of the variants that are chosen where no others are.
    pub(super) is_default: bool,
    /// The keys of its variants that are not chosen by default.
    keys: Vec<String>,
    runs: Vec<Run>,
}

/// Letters that come from one place.
#[derive(Debug, Clone)]
struct Run {
    /// Where it starts in the text.
    start: usize,
    /// Where it comes from.
    file: Range<usize>,
    /// Whether each of its letters stands at a place of its own there.
    is_typed: bool,
    /// Whether it is marked as another language.
    is_foreign: bool,
}

impl<'a> Wording<'a> {
    /// The wordings of a text: the default one first, and as many as its choices have variants.
    pub(super) fn all(entry: &'a Entry) -> Vec<Wording<'a>> {
        let mut most = 1;
        walk(entry.parts(), &mut |part| {
            if let Part::Choice(choice) = part {
                most = most.max(choice.variants.len());
            }
        });
        (0..most).map(|index| Wording::of(entry, index)).collect()
    }

    fn of(entry: &'a Entry, index: usize) -> Wording<'a> {
        let mut wording = Wording {
            file: &entry.span.file,
            text: String::new(),
            is_default: index == 0,
            keys: Vec::new(),
            runs: Vec::new(),
        };
        let mut foreign = Vec::new();
        wording.parts(entry.parts(), index, &mut foreign);
        wording
    }

    fn parts(&mut self, parts: &[Part], index: usize, open: &mut Vec<bool>) {
        for part in parts {
            match part {
                Part::Text(text) => self.typed(text, open),
                Part::Quoted(text) => {
                    let shown = unescape_unicode_to_string(&text.value);
                    let is_typed = shown == text.value;
                    self.push(&shown, text.span.range.clone(), is_typed, open);
                }
                Part::Number(text) => self.push(&text.value, text.span.range.clone(), true, open),
                Part::Variable(name) => self.filled(name, FILLED, open),
                Part::Function(call) => self.filled(&call.name, FILLED, open),
                Part::Message { name, .. } => self.filled(name, NAMED, open),
                Part::Term(call) => self.filled(&call.name, NAMED, open),
                Part::Choice(choice) => {
                    if let Some(variant) = variant(choice, index) {
                        if !variant.is_default {
                            self.keys.push(variant.key.value.clone());
                        }
                        self.parts(&variant.parts, index, open);
                    }
                }
            }
        }
    }

    fn filled(&mut self, name: &Located<String>, sign: char, open: &[bool]) {
        self.push(sign.encode_utf8(&mut [0; 4]), name.span.range.clone(), false, open);
    }

    fn push(&mut self, text: &str, file: Range<usize>, is_typed: bool, open: &[bool]) {
        if !text.is_empty() {
            let is_foreign = open.contains(&true);
            self.runs.push(Run { start: self.text.len(), file, is_typed, is_foreign });
            self.text.push_str(text);
        }
    }

    /// Adds what was typed, without tags. `open` has an entry for each tag that is open: whether it names a language.
    fn typed(&mut self, text: &Located<String>, open: &mut Vec<bool>) {
        let (value, offset) = (&text.value, text.span.range.start);
        let mut from = 0;
        let mut at = 0;
        while let Some(found) = value[at..].find('<').map(|found| at + found) {
            at = found + 1;
            let Some((tag, length)) = read_tag(&value[at..]) else { continue };
            self.push(&value[from..found], offset + from..offset + found, true, open);
            match tag {
                MarkupTag::Close(_) => drop(open.pop()),
                MarkupTag::Language(_) => open.push(true),
                _ => open.push(false),
            }
            at += length;
            from = at;
        }
        self.push(&value[from..], offset + from..offset + value.len(), true, open);
    }

    fn run(&self, at: usize) -> Option<(&Run, usize)> {
        let index = self.runs.partition_point(|run| run.start <= at).checked_sub(1)?;
        let run = &self.runs[index];
        Some((run, at - run.start))
    }

    /// Where a stretch of the text stands in its file.
    pub(super) fn span(&self, range: Range<usize>) -> Option<Span> {
        let (first, from) = self.run(range.start)?;
        let (last, to) = self.run(range.end.max(range.start + 1) - 1)?;
        let start = if first.is_typed { first.file.start + from } else { first.file.start };
        let end = if last.is_typed { last.file.start + to + 1 } else { last.file.end };
        // Parts of two variants may stand in another order than they are read.
        (start <= end).then(|| Span::new(self.file, start..end))
    }

    /// Whether one of its variants stands for a number alone, which its text may write or leave out: "one day", "1 day".
    pub(super) fn stands_for(&self, number: &str) -> bool {
        let form = match number {
            "0" => "zero",
            "1" => "one",
            "2" => "two",
            _ => number,
        };
        self.keys.iter().any(|key| key == number || key == form)
    }

    /// Whether a stretch of the text stands beside something that is filled in, without a blank between them.
    pub(super) fn touches_a_fact(&self, range: &Range<usize>) -> bool {
        self.text[..range.start].ends_with(FILLED) || self.text[range.end..].starts_with(FILLED)
    }

    /// Where a minus or plus stands right before something that is filled in, and behind no word.
    pub(super) fn signs(&self) -> impl Iterator<Item = Range<usize>> {
        self.text.match_indices(FILLED).filter_map(|(at, _)| {
            let before = &self.text[..at];
            let sign = before.chars().next_back().filter(|c| SIGNS.contains(c))?;
            let start = at - sign.len_utf8();
            let is_joined = |c: char| c.is_alphanumeric() || c == FILLED || c == NAMED;
            (!self.text[..start].ends_with(is_joined)).then_some(start..at)
        })
    }

    /// Its letters and digits, without what is marked as another language: a name that one translation explains, and another
    /// needs not.
    pub(super) fn length(&self) -> usize {
        let ends = self.runs.iter().skip(1).map(|run| run.start).chain([self.text.len()]);
        let own = self.runs.iter().zip(ends).filter(|(run, _)| !run.is_foreign);
        let letters = own.map(|(run, end)| {
            self.text[run.start..end].chars().filter(|c| is_of_a_word(*c)).count()
        });
        letters.sum()
    }

    /// Whether what stands at a place of the text is marked as another language.
    pub(super) fn is_foreign(&self, at: usize) -> bool {
        self.run(at).is_some_and(|(run, _)| run.is_foreign)
    }
}

/// The parts of a variant: the default one first, then the others in their order, and again the default one.
fn variant(choice: &Choice, index: usize) -> Option<&Variant> {
    let default = choice.variants.iter().find(|variant| variant.is_default);
    let others = choice.variants.iter().filter(|variant| !variant.is_default);
    if index == 0 { default } else { others.into_iter().nth(index - 1).or(default) }
}

#[cfg(test)]
pub(super) mod tests {
    use super::Wording;
    use crate::diagnostic::{Report, SourceFile};
    use crate::load::catalogue::{Entry, read};

    /// The entry of a message `x` with this text.
    pub(in crate::lint) fn entry(text: &str) -> Entry {
        let report = Report::new();
        let file = SourceFile::new("x.ftl", format!("x = {text}\n"));
        let texts = read(&file, &report);
        assert_eq!(report.into_sorted(), []);
        texts.messages.get("x").unwrap().clone()
    }

    #[test]
    fn each_letter_has_its_place() {
        let entry = entry("<b>Call { $x },</b> <span lang=\"fr\">vite</span>{ \"!\" }");
        let wordings = Wording::all(&entry);
        let [wording] = wordings.as_slice() else { panic!() };
        assert_eq!(wording.text, "Call \u{FFFC}, vite!");
        let text = |range| {
            let span = wording.span(range).unwrap();
            span.file.text[span.range].to_owned()
        };
        assert_eq!(
            (text(0..4), text(5..8), text(10..14)),
            ("Call".into(), "x".into(), "vite".into())
        );
        assert_eq!(text(14..15), "!");
        assert!(wording.is_foreign(10) && !wording.is_foreign(0) && !wording.is_foreign(14));
    }

    #[test]
    fn each_variant_is_in_a_wording() {
        let entry = entry(
            "{ $n ->\n    [one] a day\n   *[other] { $n } days\n } or\n  { $m ->\n    [0] x\n    [one] y\n   *[other] z\n }.",
        );
        let texts: Vec<String> =
            Wording::all(&entry).into_iter().map(|wording| wording.text).collect();
        assert_eq!(texts, ["\u{FFFC} days or\nz.", "a day or\nx.", "\u{FFFC} days or\ny."]);
    }
}
