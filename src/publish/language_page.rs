//! Writes the page of a language: what there is, for whom, how large, and how to tell that it is whole.

use time::Date;

use crate::language::{Language, Languages, Tag};
use crate::publish::entry::{Entry, Purpose, ROOT, State, language_page};
use crate::publish::html::Html;
use crate::publish::index::Panel;
use crate::publish::page::{Frame, Head, languages, leave_bar, planes};
use crate::publish::words::Words;
use crate::resolve::manuscript::Passage;

/// What the page of a language shows.
pub(super) struct LanguagePage<'a> {
    /// The words of the site.
    pub(super) words: &'a Words<'a>,
    /// The files that it lists.
    pub(super) entries: Vec<&'a Entry>,
    /// All languages of the site.
    pub(super) languages: &'a [&'a Language],
    /// Where the button *leave this page* goes.
    pub(super) leave: &'a str,
    /// What is known of languages.
    pub(super) known: &'a Languages,
    /// Pictures to send: the discreet ones.
    pub(super) pictures: Vec<&'a Panel>,
    /// What the site is called.
    pub(super) title: String,
    /// The name of the body whose site it is, and the language that it is in: an open site says it.
    pub(super) body: Option<(String, Tag)>,
    /// The path of the picture that stands for it: an open site shows it.
    pub(super) logo: Option<String>,
    /// Whether the words of the site are drafts.
    pub(super) are_words_drafts: bool,
}

impl<'a> LanguagePage<'a> {
    /// Writes the page.
    pub(super) fn write(&self, frame: &Frame<'a>, path: String) -> Vec<u8> {
        let language = self.words.language();
        let has_drafts =
            self.are_words_drafts || self.entries.iter().any(|entry| entry.state == State::Draft);
        let small = self.entries.iter().find_map(|entry| entry.picture.as_ref());
        let others = self.languages.iter().filter(|other| **other != language);
        let head = Head {
            language,
            title: self.title.clone(),
            root: ROOT,
            path,
            is_text: false,
            hidden: has_drafts || self.entries.is_empty(),
            picture: small.map(|picture| picture.path.clone()),
            others: others
                .map(|other| (other.tag.to_string(), language_page(&other.tag)))
                .collect(),
        };
        frame.page(&head, |html| {
            let (leave, key) = (self.words.get("site-leave"), self.words.get("site-leave-key"));
            leave_bar(html, self.leave, &leave, &key, |html| {
                html.open("a", &[("class", "up"), ("href", "../../index.html")]);
                html.inline("span", &[], &self.words.get("site-languages"));
                html.close();
            });
            self.body(html, &head.title, has_drafts);
        })
    }

    fn body(&self, html: &mut Html<'a>, title: &str, has_drafts: bool) {
        html.open("main", &[]);
        html.line();
        if self.entries.is_empty() {
            html.open("div", &[("class", "top")]);
            planes(html);
            html.element("h1", &[], title);
            html.close();
            html.line();
            html.passage("p", &[("class", "nothing")], &self.words.get("site-nothing"));
        }
        for (index, name) in self.names().into_iter().enumerate() {
            self.brochure(
                html,
                name,
                if index == 0 { title } else { "" },
                index == 0 && has_drafts,
            );
        }
        html.close();
        html.line();
        html.open("footer", &[("class", "foot")]);
        html.passage("p", &[("class", "traces")], &self.words.get("site-traces"));
        let label = self.words.get("site-languages");
        let own = self.words.language();
        languages(html, &label, self.languages, ROOT, Some(own));
        html.close();
    }

    /// The public names of the brochures, in the order of the files.
    fn names(&self) -> Vec<&'a str> {
        let mut names: Vec<&str> = Vec::new();
        for entry in &self.entries {
            if !names.contains(&entry.name.as_str()) {
                names.push(&entry.name);
            }
        }
        names
    }

    fn brochure(&self, html: &mut Html<'a>, name: &str, first: &str, is_draft: bool) {
        let own: Vec<&'a Entry> =
            self.entries.iter().copied().filter(|entry| entry.name == name).collect();
        html.open("div", &[("class", "top")]);
        planes(html);
        match own.first() {
            Some(_) if !first.is_empty() => html.element("h1", &[], first),
            Some(entry) => html.element("h1", &[], &entry.title),
            None => {}
        }
        if let Some((name, language)) = self.body.as_ref().filter(|_| !first.is_empty()) {
            html.in_language("p", &[("class", "whose")], language, |html| {
                if let Some(logo) = &self.logo {
                    // The name stands beside it.
                    html.empty("img", &[("src", &format!("{ROOT}{logo}")), ("alt", "")]);
                }
                html.text(name);
            });
        }
        if let Some((version, date)) = newest(&own) {
            html.inline("p", &[("class", "version")], &self.words.version(version, date));
        }
        html.close();
        html.line();
        if is_draft {
            html.passage("p", &[("class", "draft")], &self.words.get("draft-band"));
        }
        self.read(html, &own);
        self.screen(html, &own);
        let print = [
            (Purpose::Office, "site-print", "site-print-for"),
            (Purpose::Print, "site-print-shop", "site-print-shop-for"),
        ];
        for (purpose, heading, about) in print {
            self.print(html, &own, purpose, heading, about);
        }
        self.send(html, name);
        self.checksums(html, &own);
    }

    /// The text as a web page, before anything that has to be downloaded.
    fn read(&self, html: &mut Html<'a>, own: &[&Entry]) {
        for entry in own.iter().filter(|entry| entry.purpose == Purpose::Read) {
            html.open("a", &[("class", "read"), ("href", &entry.target())]);
            html.inline("strong", &[], &self.words.get("site-read"));
            html.text(" ");
            html.inline("span", &[], &self.words.get("site-read-for"));
            html.close();
            html.line();
        }
    }

    fn screen(&self, html: &mut Html<'a>, own: &[&'a Entry]) {
        let mut shown: Vec<&Entry> =
            own.iter().copied().filter(|entry| entry.purpose == Purpose::Screen).collect();
        shown.sort_by_key(|entry| entry.kind);
        if shown.is_empty() {
            return;
        }
        html.open("ul", &[("class", "things")]);
        html.line();
        for entry in shown {
            let (what, for_whom) = self.words.kind(entry.kind);
            html.open("li", &[("class", "thing")]);
            if let Some(picture) = &entry.picture {
                let [width, height] = picture.size.map(|side| side.to_string());
                let source = format!("{ROOT}{}", picture.path);
                html.empty(
                    "img",
                    &[
                        ("src", &source),
                        ("alt", ""),
                        ("width", &width),
                        ("height", &height),
                        ("loading", "lazy"),
                    ],
                );
            }
            html.open("div", &[("class", "about")]);
            html.inline("h2", &[], &what);
            self.both(html, entry, "p", "both");
            html.inline("p", &[], &for_whom);
            self.mark(html, entry);
            self.file(html, entry, "get", &self.words.get("site-download"), Some(&what));
            html.close();
            html.close();
            html.line();
        }
        html.close();
        html.line();
    }

    fn print(
        &self,
        html: &mut Html<'a>,
        own: &[&'a Entry],
        purpose: Purpose,
        heading: &str,
        about: &str,
    ) {
        let mut shown: Vec<&Entry> =
            own.iter().copied().filter(|entry| entry.purpose == purpose).collect();
        shown.sort_by_key(|entry| entry.kind);
        if shown.is_empty() {
            return;
        }
        html.open("section", &[("class", "print")]);
        html.inline("h2", &[], &self.words.get(heading));
        html.inline("p", &[], &self.words.get(about));
        // What all of them are is said once.
        let all_drafts = shown.iter().all(|entry| entry.state == State::Draft);
        if let Some(entry) = shown.first().filter(|_| all_drafts) {
            self.mark(html, entry);
        }
        html.open("ul", &[]);
        for entry in shown {
            html.open("li", &[]);
            let (what, _) = self.words.kind(entry.kind);
            self.file(html, entry, "line", &what, None);
            if !all_drafts {
                self.mark(html, entry);
            }
            html.close();
        }
        html.close();
        html.close();
        html.line();
    }

    /// A link to a file, with its pages and its size; `of` is read aloud behind a label that says what to do alone.
    fn file(
        &self,
        html: &mut Html<'a>,
        entry: &Entry,
        class: &'static str,
        label: &Passage,
        of: Option<&Passage>,
    ) {
        html.open("a", &[("class", class), ("href", &entry.target()), ("download", "")]);
        html.inline("strong", &[], label);
        if let Some(of) = of {
            html.text(" ");
            html.inline("span", &[("class", "unseen")], of);
        }
        self.both(html, entry, "span", if of.is_some() { "unseen" } else { "both" });
        html.text(" ");
        html.open("span", &[("class", "size")]);
        html.text("PDF · ");
        if let Some(pages) = entry.pages {
            html.inline("span", &[], &self.words.pages(pages));
            html.text(" · ");
        }
        html.inline("span", &[], &self.words.size(entry.bytes));
        html.close();
        html.close();
    }

    /// The names of the languages of a file that has two, each in itself.
    fn both(&self, html: &mut Html<'a>, entry: &Entry, element: &'static str, class: &str) {
        if entry.languages.is_empty() {
            return;
        }
        html.text(" ");
        html.open(element, &[("class", class)]);
        for (index, tag) in entry.languages.iter().enumerate() {
            if index > 0 {
                html.text(" + ");
            }
            let autonym = self.known.get(tag).map_or(tag.as_str(), |known| &known.autonym);
            html.in_language("span", &[], tag, |html| html.text(autonym));
        }
        html.close();
    }

    fn mark(&self, html: &mut Html<'a>, entry: &Entry) {
        if entry.state == State::Draft {
            html.inline("p", &[("class", "marked")], &self.words.get("draft-line"));
        }
    }

    /// Links to the pictures for messengers.
    fn send(&self, html: &mut Html<'a>, name: &str) {
        let own: Vec<&&Panel> = self.pictures.iter().filter(|panel| panel.name == name).collect();
        if own.is_empty() {
            return;
        }
        html.open("section", &[("class", "print")]);
        html.inline("h2", &[], &self.words.get("site-pictures"));
        html.open("ul", &[("class", "sends")]);
        for panel in own {
            let target = format!("{ROOT}{}", panel.path);
            html.open("li", &[]);
            html.element(
                "a",
                &[("href", &target), ("dir", "ltr"), ("download", "")],
                file_name(&panel.path),
            );
            html.close();
        }
        html.close();
        html.close();
        html.line();
    }

    fn checksums(&self, html: &mut Html<'a>, own: &[&Entry]) {
        html.open("details", &[("class", "sums")]);
        html.inline("summary", &[], &self.words.get("site-checksums"));
        html.open("dl", &[]);
        for entry in own {
            html.element("dt", &[("dir", "ltr")], file_name(&entry.path));
            html.element("dd", &[("dir", "ltr")], &entry.sha256);
        }
        html.close();
        html.close();
        html.line();
    }
}

/// The name of a file, without its folders.
pub(super) fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The newest version among files, with its day.
fn newest<'e>(entries: &[&'e Entry]) -> Option<(&'e str, Date)> {
    let newest = entries.iter().max_by_key(|entry| &entry.date)?;
    Some((&newest.version, day(&newest.date)?))
}

/// Reads a day like `2026-11-29`.
pub(super) fn day(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let year = parts.next()?.parse().ok()?;
    let month: u8 = parts.next()?.parse().ok()?;
    let month = time::Month::try_from(month).ok()?;
    Date::from_calendar_date(year, month, parts.next()?.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::day;
    use crate::publish::entry::Kind;

    #[test]
    fn days_are_read_and_kinds_have_an_order() {
        assert_eq!(day("2026-11-29").unwrap().to_string(), "2026-11-29");
        assert!(day("2026-13-29").is_none() && day("soon").is_none());
        assert!(Kind::Leaflet < Kind::Booklet && Kind::Large < Kind::Card);
    }
}
