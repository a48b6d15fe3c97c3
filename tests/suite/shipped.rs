//! What ships, as its readers need it: facts in one place only, and the same content in every language.

use std::collections::BTreeSet;
use std::process::Command;

use feuillet::load::Facts;
use feuillet::resolve::Manuscript;
use feuillet::resolve::manuscript::{BlockKind, Passage, RunKind};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use crate::reading::printed;
use crate::support::Sandbox;
use crate::support::outside::{output, outside};
use crate::support::shipped::{BROCHURE, Promised, editions, languages, shipped};

const FACTS: &str = "brochures/partner-violence/facts.toml";

/// The words of a PDF, as poppler reads them.
fn pdf_words(sandbox: &Sandbox, edition: &'static str, language: &'static str) -> Vec<String> {
    let file = Promised { language, edition, profile: "screen" }.path();
    let file = sandbox.path(&sandbox.folder_of(BROCHURE)).join(file);
    printed(&output(Command::new("pdftotext").arg("-raw").arg(file).arg("-")).0)
}

fn contains(words: &[String], part: &[String]) -> bool {
    words.windows(part.len()).any(|window| window == part)
}

/// A number with the word that it counts, in the message that shows it.
fn counted(manuscript: &Manuscript, message: &str, number: &str) -> Vec<String> {
    let passages = manuscript.passages();
    let passage = passages.iter().find(|passage| passage.origin.name() == message).unwrap();
    let runs = passage.paragraphs.concat();
    let at = runs.iter().position(|run| run.kind == RunKind::Number && run.text == number);
    let at = at.unwrap_or_else(|| panic!("no {number} in `{message}`: {}", passage.plain()));
    let word = runs[at + 1].text.trim_start().split(|c: char| !c.is_alphanumeric()).next();
    vec![number.to_owned(), word.unwrap().to_owned()]
}

#[test]
fn a_law_and_a_number_that_change_change_in_every_pdf() {
    if outside("pdftotext").is_none() {
        return;
    }
    let (before, after) = (shipped(), Sandbox::shipped());
    after.replace(
        FACTS,
        "[value.common-life-years]\nnumber = 3",
        "[value.common-life-years]\nnumber = 5",
    );
    after.replace(FACTS, "phone = \"0800 30 030\"", "phone = \"0800 55 777\"");
    let ran = after.run(&["build", "--edition", "short,full,large", "--profile", "screen"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{}", ran.stdout);
    let (loaded_before, loaded_after) = (before.load(BROCHURE), after.load(BROCHURE));
    let (old_phone, new_phone) = (["0800", "30", "030"], ["0800", "55", "777"]);
    let owned = |words: [&str; 3]| words.map(str::to_owned).to_vec();
    for (edition, language) in editions() {
        let message = if edition == "short" { "stay-eu-answer" } else { "eu-reason-time" };
        let old = counted(&loaded_before.resolve(edition, language).manuscript, message, "3");
        let new = counted(&loaded_after.resolve(edition, language).manuscript, message, "5");
        let (was, is) =
            (pdf_words(before, edition, language), pdf_words(&after, edition, language));
        for (words, there, gone) in [(&was, &old, None), (&is, &new, Some(&old))] {
            assert!(contains(words, there), "{edition}, {language}: {there:?}");
            if let Some(gone) = gone {
                assert!(!contains(words, gone), "{edition}, {language}: still {gone:?}");
            }
        }
        assert!(contains(&was, &owned(old_phone)), "{edition}, {language}");
        assert!(contains(&is, &owned(new_phone)), "{edition}, {language}");
        assert!(!contains(&is, &owned(old_phone)), "{edition}, {language}: the old number");
    }
}

/// What a pattern holds: its own characters, and the names of what is filled in.
#[derive(Default)]
struct Content {
    text: String,
    variables: BTreeSet<String>,
}

impl Content {
    fn read(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.text.push_str(value),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.read(&variant.value);
                }
            }
            Expression::Inline(inline) => self.inline(inline),
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::StringLiteral { value } => self.text.push_str(value),
            InlineExpression::NumberLiteral { value } => self.text.push_str(value),
            InlineExpression::Placeable { expression } => self.expression(expression),
            _ => {}
        }
    }
}

/// Every message and term of the shipped catalogues of a language.
fn contents(language: &str) -> Vec<(String, Content)> {
    let sandbox = Sandbox::shipped();
    let mut all = Vec::new();
    for file in ["common", BROCHURE] {
        let text = sandbox.read(&format!("translations/{language}/{file}.ftl"));
        let resource = fluent_syntax::parser::parse(text.as_str()).unwrap();
        for entry in &resource.body {
            let (id, pattern) = match entry {
                Entry::Message(message) => (message.id.name.to_owned(), message.value.as_ref()),
                Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value)),
                _ => continue,
            };
            let mut content = Content::default();
            content.read(pattern.unwrap());
            all.push((id, content));
        }
    }
    all
}

#[test]
fn no_catalogue_holds_a_digit() {
    for language in languages() {
        for (id, content) in contents(language) {
            // Neither a telephone number nor a figure of the law: they stand in the facts. Names of formats are no figures.
            let names = ["PDF/X-4", "SHA256SUMS", "SHA-256", "A4", "(4/4)", "(4+4)"];
            let text = names.iter().fold(content.text.clone(), |text, name| text.replace(name, ""));
            let digit = text.chars().find(|c| c.is_numeric());
            assert_eq!(digit, None, "{language}, `{id}`: {}", content.text);
        }
    }
}

#[test]
fn every_catalogue_has_every_message_with_the_same_facts_links_and_looks() {
    let french = contents("fr");
    for language in languages() {
        let own = contents(language);
        for (id, source) in french.iter().filter(|(id, _)| !id.starts_with('-')) {
            let found = own.iter().find(|(name, _)| name == id);
            let (_, content) = found.unwrap_or_else(|| panic!("{language} lacks `{id}`"));
            assert_eq!(content.variables, source.variables, "{language}, `{id}`");
            let tags =
                |text: &str| ["<b>", "</b>", "<em>", "<a "].map(|tag| text.matches(tag).count());
            assert_eq!(tags(&content.text), tags(&source.text), "{language}, `{id}`");
        }
        let extra: Vec<&String> = own
            .iter()
            .map(|(id, _)| id)
            .filter(|id| !french.iter().any(|(name, _)| name == *id))
            .collect();
        assert_eq!(extra, [""; 0], "{language} has more than French");
    }
}

/// What a passage tells beside its words: what can be dialled or opened, and pages. A site that has forms by language
/// is named by the first of them.
fn links(facts: &Facts, passage: &Passage) -> BTreeSet<String> {
    let runs = passage.paragraphs.iter().flatten();
    let link = |link: &String| {
        let site = link.strip_prefix("https://").unwrap_or(link);
        let forms = facts.forms().find(|forms| forms.iter().any(|form| form.as_str() == site));
        forms
            .and_then(|forms| forms.iter().next())
            .map_or(link.clone(), |form| form.as_str().to_owned())
    };
    runs.filter_map(|run| run.link.as_ref()).map(link).collect()
}

/// Each block in short: its kind, its tone, and of each passage the message and the links.
fn outline(facts: &Facts, manuscript: &Manuscript) -> Vec<String> {
    let mut out = Vec::new();
    for section in &manuscript.sections {
        out.push(format!(
            "{} {:?} {:?} {}",
            section.id, section.layout, section.number, section.tint
        ));
        for block in &section.blocks {
            let kind = match &block.kind {
                // Its address and text are the reader's language's own.
                BlockKind::Qr(_) => "a code".to_owned(),
                BlockKind::Callout { tone, text } => {
                    assert!(
                        text.iter().all(|it| it.paragraphs[0][0].strong),
                        "what it warns of is bold"
                    );
                    format!("callout {tone:?}")
                }
                kind => {
                    let name = format!("{kind:?}");
                    name.split([' ', '(']).next().unwrap_or_default().to_owned()
                }
            };
            out.push(kind.clone());
            if kind == "a code" {
                continue;
            }
            let mut passages: Vec<String> = block
                .kind
                .passages()
                .iter()
                .map(|passage| {
                    // The order of a sentence is the language's own.
                    format!("  {} {:?}", passage.origin.name(), links(facts, passage))
                })
                .collect();
            if matches!(block.kind, BlockKind::Glossary { .. }) {
                passages.sort();
            }
            // How many versions a reader gets depends on what the reader reads.
            if matches!(block.kind, BlockKind::Multilingual { .. }) {
                passages.dedup();
            }
            out.extend(passages);
        }
    }
    out
}

#[test]
fn every_language_shows_the_same_blocks_warnings_numbers_and_links() {
    let sandbox = Sandbox::shipped();
    let loaded = sandbox.load(BROCHURE);
    for (edition, language) in editions() {
        let facts = &loaded.publication.facts;
        let own = outline(facts, &loaded.resolve(edition, language).manuscript);
        let french = outline(facts, &loaded.resolve(edition, "fr").manuscript);
        assert!(french.iter().any(|line| line == "callout Act"), "there are warnings");
        assert_eq!(own, french, "{edition}, {language}");
    }
}

#[test]
fn the_model_letter_stands_in_the_languages_in_which_it_may_be_sent() {
    let loaded = Sandbox::shipped().load(BROCHURE);
    for (edition, language) in editions().filter(|(edition, _)| *edition == "full") {
        let manuscript = loaded.resolve(edition, language).manuscript;
        let blocks = manuscript.sections.iter().flat_map(|section| &section.blocks);
        let letters = blocks.filter_map(|block| match &block.kind {
            BlockKind::Multilingual { versions } => Some(versions),
            _ => None,
        });
        let letters: Vec<_> = letters.collect();
        assert_eq!(letters.len(), 1, "{language}");
        let languages: Vec<&str> =
            letters[0].iter().map(|version| version.text.language.as_str()).collect();
        let wanted = match language {
            "fr" | "nl" => vec![language],
            _ => vec!["fr", "nl", language],
        };
        assert_eq!(languages, wanted);
        for version in letters[0] {
            assert_eq!(version.text.origin.name(), "letter-example");
            assert!(version.text.paragraphs.len() >= 3, "{language}: a letter in paragraphs");
        }
    }
}

/// The languages of the tags `<span lang="…">` in a text.
fn spans(text: &str) -> Vec<&str> {
    text.split("<span lang=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn foreign_names_in_texts_carry_their_language() {
    for language in languages() {
        let all = contents(language);
        for (id, content) in &all {
            for tag in spans(&content.text) {
                // What stands on a key is English.
                let is_key = id == "site-leave-key" && tag == "en";
                assert!(
                    is_key || ["fr", "nl"].contains(&tag) && tag != language,
                    "{language}, `{id}`: {tag}"
                );
            }
        }
        let spans: Vec<&str> = all.iter().flat_map(|(_, content)| spans(&content.text)).collect();
        // In French and in Dutch only the names of the other language are foreign.
        let wanted: &[&str] = match language {
            "fr" => &["nl"],
            "nl" => &["fr"],
            _ => &["fr", "nl"],
        };
        for tag in wanted {
            assert!(spans.contains(tag), "{language} names nothing in `{tag}`");
        }
        // The names that once stood bare: no text has them outside a tag.
        for (id, content) in all.iter().filter(|_| !["fr", "nl"].contains(&language)) {
            let mut bare = content.text.clone();
            while let Some((start, length)) = bare
                .find("<span lang=")
                .and_then(|start| Some((start, bare[start..].find("</span>")? + "</span>".len())))
            {
                bare.replace_range(start..start + length, "");
            }
            for name in [
                "Office des étrangers",
                "Dienst Vreemdelingenzaken",
                "parket",
                "huisverbod",
                "procès-verbal",
            ] {
                assert!(!bare.contains(name), "{language}, `{id}`: `{name}` has no language");
            }
        }
    }
}

#[test]
fn texts_are_typed_plainly() {
    for language in languages() {
        for (id, content) in contents(language) {
            let set = content
                .text
                .chars()
                .find(|c| "«»“”„‘’‹›…–—\u{A0}\u{202F}\u{2011}\u{AD}".contains(*c));
            assert_eq!(
                set, None,
                "{language}, `{id}`: the program sets these signs: {}",
                content.text
            );
        }
    }
}
