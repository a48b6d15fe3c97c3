//! Writes HTML that is well-formed XML too: what stands in it as text can't act.

use crate::language::{Emphasis, Language, Languages, Tag};
use crate::load::Publication;
use crate::resolve::manuscript::{Passage, Run, RunKind};

/// The kinds of addresses that a link of a page may have; a text with another one is no link.
const SCHEMES: [&str; 4] = ["https://", "http://", "tel:", "mailto:"];

/// A page that is being written.
pub(super) struct Html<'a> {
    out: String,
    open: Vec<&'static str>,
    /// The language of what is written now.
    language: &'a Language,
    languages: &'a Languages,
    /// The titles of the sections that are on the page, by their ids, with the names of their places.
    pub(super) places: Vec<(String, String, String)>,
}

/// An attribute of an element.
pub(super) type Attribute<'v> = (&'static str, &'v str);

impl<'a> Html<'a> {
    /// Begins a page in a language.
    pub(super) fn new(language: &'a Language, publication: &'a Publication) -> Html<'a> {
        Html {
            out: String::with_capacity(1 << 14),
            open: Vec::new(),
            language,
            languages: &publication.languages,
            places: Vec::new(),
        }
    }

    /// What was written; elements that are open are closed.
    pub(super) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.out
    }

    /// Begins a new line between elements.
    pub(super) fn line(&mut self) {
        self.out.push('\n');
    }

    /// Opens an element.
    pub(super) fn open(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.begin(name, attributes);
        self.out.push('>');
        self.open.push(name);
    }

    /// Closes the element that was opened last.
    pub(super) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.out.push_str("</");
            self.out.push_str(name);
            self.out.push('>');
        }
    }

    /// Writes an element that has no content.
    pub(super) fn empty(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.begin(name, attributes);
        self.out.push_str("/>");
    }

    /// Writes an element that holds a text.
    pub(super) fn element(&mut self, name: &'static str, attributes: &[Attribute<'_>], text: &str) {
        self.open(name, attributes);
        self.text(text);
        self.close();
    }

    /// Writes a text in which nothing is markup.
    pub(super) fn text(&mut self, text: &str) {
        escape(text, &mut self.out);
    }

    /// Writes markup of the program's own.
    pub(super) fn own(&mut self, markup: &'static str) {
        self.out.push_str(markup);
    }

    fn begin(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.out.push('<');
        self.out.push_str(name);
        for (name, value) in attributes {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            escape(value, &mut self.out);
            self.out.push('"');
        }
    }

    /// Writes each paragraph of a passage as an element of its own.
    pub(super) fn passage(
        &mut self,
        name: &'static str,
        attributes: &[Attribute<'_>],
        passage: &Passage,
    ) {
        for runs in &passage.paragraphs {
            self.in_language(name, attributes, &passage.language, |html| html.runs(runs));
        }
    }

    /// Writes a passage into one element; its paragraphs are divided by the ends of lines.
    pub(super) fn inline(
        &mut self,
        name: &'static str,
        attributes: &[Attribute<'_>],
        passage: &Passage,
    ) {
        self.in_language(name, attributes, &passage.language, |html| {
            for (index, runs) in passage.paragraphs.iter().enumerate() {
                if index > 0 {
                    html.empty("br", &[]);
                }
                html.runs(runs);
            }
        });
    }

    /// Opens an element in a language, has it filled, and closes it.
    pub(super) fn in_language(
        &mut self,
        name: &'static str,
        attributes: &[Attribute<'_>],
        tag: &Tag,
        fill: impl FnOnce(&mut Html<'a>),
    ) {
        let around = self.language;
        let found = self.languages.get(tag).filter(|found| found.tag != around.tag);
        match found {
            Some(language) => {
                let own = [("lang", tag.as_str()), ("dir", language.direction().as_str())];
                let all: Vec<Attribute<'_>> = attributes.iter().copied().chain(own).collect();
                self.language = language;
                self.open(name, &all);
            }
            None => self.open(name, attributes),
        }
        fill(self);
        self.close();
        self.language = around;
    }

    fn runs(&mut self, runs: &[Run]) {
        runs.iter().for_each(|run| self.run(run));
    }

    fn run(&mut self, run: &Run) {
        let before = self.open.len();
        let around = self.language;
        if let Some(tag) = &run.language
            && let Some(language) = self.languages.get(tag)
        {
            let direction = language.direction().as_str();
            self.open("span", &[("lang", tag.as_str()), ("dir", direction)]);
            self.language = language;
        }
        if run.strong {
            self.open("strong", &[]);
        }
        if run.emphasis {
            // A script without sloping letters shows emphasis by heavier ones, as in print.
            let is_heavy = self.language.script.emphasis == Emphasis::Weight;
            self.open("em", if is_heavy { &[("class", "weight")] } else { &[] });
        }
        if run.kind == RunKind::Page {
            self.reference(&run.text);
        } else {
            if let Some(link) = run.link.as_deref().filter(|link| is_safe(link)) {
                self.link(link);
            }
            self.piece(run);
        }
        while self.open.len() > before {
            self.close();
        }
        self.language = around;
    }

    fn link(&mut self, link: &str) {
        let is_outside = link.starts_with("http");
        let class = if link.starts_with("tel:") { "tel" } else { "link" };
        let mut attributes = vec![("class", class), ("href", link)];
        if is_outside {
            attributes.push(("rel", "noreferrer noopener external"));
        }
        self.open("a", &attributes);
    }

    /// Writes the characters of a run in their own direction.
    fn piece(&mut self, run: &Run) {
        let direction = match run.kind {
            RunKind::Phone | RunKind::Site | RunKind::Email => Some("ltr"),
            RunKind::Number | RunKind::Date | RunKind::Name | RunKind::Address => Some("auto"),
            RunKind::Text | RunKind::Unbroken | RunKind::Page => None,
        };
        match direction {
            Some(direction) => self.element("bdi", &[("dir", direction)], &run.text),
            None => self.text(&run.text),
        }
    }

    /// Leads to a section, of which paper gives the page.
    fn reference(&mut self, section: &str) {
        let found = self.places.iter().find(|(id, ..)| id == section);
        if let Some((_, place, title)) = found.cloned() {
            self.element("a", &[("href", &format!("#{place}"))], &title);
        }
    }
}

/// Whether a link may stand on a page.
fn is_safe(link: &str) -> bool {
    SCHEMES.iter().any(|scheme| link.starts_with(scheme))
}

/// Writes a text in which nothing is markup, and which can't turn round what stands beside it: characters that override the
/// direction of others are left out, elements isolate what needs it. Where a word may be divided a browser knows itself.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\u{AD}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {}
            '\n' | '\t' => out.push(c),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
}

/// A text as it stands in XML.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::new();
    escape(text, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::{escaped, is_safe};

    #[test]
    fn a_text_is_no_markup_and_turns_nothing_round() {
        let text = "<script>\"it's\"</script> & \u{202E}abc\u{202C} \u{2067}x\u{0}\u{AD}";
        let safe = "&lt;script&gt;&quot;it&#39;s&quot;&lt;/script&gt; &amp; abc x";
        assert_eq!(escaped(text), safe);
    }

    #[test]
    fn links_lead_to_sites_telephones_and_letters_alone() {
        for link in ["https://a.be", "http://a.be", "tel:+3225393110", "mailto:a@b.be"] {
            assert!(is_safe(link), "{link}");
        }
        for link in
            ["javascript:alert(1)", "data:text/html,x", "JavaScript:x", " https://a", "//a.be"]
        {
            assert!(!is_safe(link), "{link}");
        }
    }
}
