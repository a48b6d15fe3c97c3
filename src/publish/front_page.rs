//! Writes the front page: choose a language by its own name.

use crate::language::Language;
use crate::publish::entry::language_page;
use crate::publish::html::Html;
use crate::publish::page::{Frame, Head, leave_bar, planes};
use crate::publish::words::Words;

/// What the front page shows.
pub(super) struct FrontPage<'a> {
    /// The words in the language of the page itself: the one that the brochure is written in, if the site has it.
    pub(super) words: &'a Words<'a>,
    /// The languages, each with the title of the site in it, and its word for *choose your language*.
    pub(super) languages: Vec<(&'a Words<'a>, String)>,
    /// The words in all languages of the brochure: where the site has nothing, it says so in each of them.
    pub(super) all: Vec<&'a Words<'a>>,
    /// What the site is called where it has no language.
    pub(super) neutral: String,
    /// Where the button *leave this page* goes.
    pub(super) leave: &'a str,
    /// Whether search engines must leave it out.
    pub(super) hidden: bool,
}

impl<'a> FrontPage<'a> {
    /// Writes the page.
    pub(super) fn write(&self, frame: &Frame<'a>) -> Vec<u8> {
        let language = self.words.language();
        let head = Head {
            language,
            title: self.title(language),
            root: "",
            path: "index.html".to_owned(),
            is_text: false,
            hidden: self.hidden || self.languages.is_empty(),
            picture: None,
            others: Vec::new(),
        };
        frame.page(&head, |html| {
            let (leave, key) = (self.words.get("site-leave"), self.words.get("site-leave-key"));
            leave_bar(html, self.leave, &leave, &key, |_| {});
            html.open("main", &[]);
            html.line();
            html.open("div", &[("class", "top")]);
            planes(html);
            html.element("h1", &[], &head.title);
            html.close();
            html.line();
            if self.hidden {
                html.passage("p", &[("class", "draft")], &self.words.get("draft-line"));
            }
            if self.languages.is_empty() {
                for words in &self.all {
                    html.passage("p", &[("class", "nothing")], &words.get("site-nothing"));
                }
            } else {
                self.choices(html);
            }
            html.close();
        })
    }

    /// What the site is called in a language.
    pub(super) fn title(&self, language: &Language) -> String {
        let found = self.languages.iter().find(|(words, _)| words.language() == language);
        let found = found.or(self.languages.first());
        found.map_or_else(|| self.neutral.clone(), |(_, title)| title.clone())
    }

    fn choices(&self, html: &mut Html<'a>) {
        html.open("nav", &[("class", "choose"), ("aria-labelledby", "choose")]);
        html.inline("h2", &[("id", "choose"), ("class", "unseen")], &self.words.get("site-choose"));
        html.open("ul", &[]);
        html.line();
        for (words, title) in &self.languages {
            let language = words.language();
            let tag = language.tag.as_str();
            html.open("li", &[]);
            html.open(
                "a",
                &[
                    ("href", &language_page(&language.tag)),
                    ("lang", tag),
                    ("hreflang", tag),
                    ("dir", language.direction().as_str()),
                ],
            );
            html.element("strong", &[], &language.autonym);
            html.text(" ");
            html.element("span", &[], title);
            html.close();
            html.close();
            html.line();
        }
        html.close();
        html.close();
        html.line();
    }
}
