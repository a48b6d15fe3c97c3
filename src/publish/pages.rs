//! Writes the pages of a site, and what it tells other sites.

use crate::diagnostic::{Diagnostic, Reported};
use crate::language::{Language, Tag};
use crate::load::Publication;
use crate::publish::Work;
use crate::publish::entry::{Entry, State, language_page};
use crate::publish::feed::{FEED, feed};
use crate::publish::front_page::FrontPage;
use crate::publish::gather::{AllWords, Gathered};
use crate::publish::html::Html;
use crate::publish::index::{DRAWING, FORMAT, INDEX, Index, IndexLanguage};
use crate::publish::language_page::{LanguagePage, ROOT};
use crate::publish::page::{Frame, Head, LEAVE, leave_bar};
use crate::publish::page_pictures::PagePictures;
use crate::publish::site_folder::Files;
use crate::publish::text_page;
use crate::publish::words::Words;
use crate::resolve::Manuscript;

/// How many sections a text has that needs no list of them.
const FEW: usize = 3;

/// What the pages of a site share: the colours of its first brochure.
pub(super) fn frame<'a>(work: &Work<'a>) -> Frame<'a> {
    Frame { publication: &work.brochures[0].publication, base: work.options.base.clone() }
}

/// Where the button *leave this page* goes.
fn leave<'a>(work: &Work<'a>) -> &'a str {
    &work.brochures[0].publication.brochure.publish.leave
}

/// The text of a leaflet as a page.
pub(super) struct TextPage<'a, 'm> {
    /// The words of the site.
    pub(super) words: &'m Words<'a>,
    /// The text.
    pub(super) manuscript: &'m Manuscript,
    /// The brochure.
    pub(super) publication: &'a Publication,
    /// What the site calls the brochure.
    pub(super) title: &'m str,
    /// The path of the picture that a link to the page shows.
    pub(super) picture: Option<String>,
}

impl<'a> TextPage<'a, '_> {
    /// Writes the page.
    pub(super) fn write(&self, work: &Work<'a>, path: String) -> Vec<u8> {
        let head = Head {
            language: self.words.language(),
            title: self.title.to_owned(),
            root: ROOT,
            path,
            hidden: self.manuscript.draft.is_some(),
            picture: self.picture.clone(),
            others: Vec::new(),
        };
        let places = text_page::places(self.manuscript);
        let pictures = PagePictures { publication: self.publication };
        frame(work).page(&head, |html| {
            html.places = places;
            let words = self.words;
            let (out, key) = (words.get("site-leave"), words.get("site-leave-key"));
            leave_bar(html, leave(work), &out, &key, |html| {
                // The same bytes stand in the folder of the version, which has no page of the language.
                let up = format!("{ROOT}{}", language_page(&words.language().tag));
                html.open("a", &[("class", "up"), ("href", &up)]);
                html.inline("span", &[], &words.get("site-overview"));
                html.close();
            });
            html.open("main", &[("class", "reading")]);
            html.line();
            if let Some(draft) = &self.manuscript.draft {
                html.passage("p", &[("class", "draft")], &draft.band);
            }
            parts(html, words);
            text_page::text(html, self.manuscript, &pictures);
            html.close();
            html.line();
            html.open("footer", &[("class", "foot")]);
            if let Some(foot) = &self.manuscript.foot {
                html.passage("p", &[], foot);
            }
            if let Some(draft) = &self.manuscript.draft {
                html.passage("p", &[("class", "marked")], &draft.line);
            }
            html.passage("p", &[("class", "traces")], &words.get("site-traces"));
            html.close();
        })
    }
}

/// Writes links to the sections of a text: who looks for a number finds it with a thumb.
fn parts(html: &mut Html<'_>, words: &Words<'_>) {
    if html.places.len() < FEW {
        return;
    }
    html.open("nav", &[("class", "jump"), ("aria-labelledby", "jump")]);
    html.open("details", &[]);
    html.inline("summary", &[("id", "jump")], &words.get("site-parts"));
    text_page::contents(html);
    html.close();
    html.close();
    html.line();
}

/// Writes all pages, the list of files and the feed.
///
/// # Errors
///
/// Fails if there is nothing to publish.
pub(super) fn write<'a>(
    work: &Work<'a>,
    words: &AllWords<'a>,
    gathered: Gathered,
) -> Result<(Files, Vec<Entry>), Reported> {
    let Gathered { mut files, mut entries, pictures, earlier } = gathered;
    if entries.is_empty() {
        return Err(work.report.error(nothing(work)));
    }
    entries.sort_by(|one, other| one.path.cmp(&other.path));
    let tags = languages_of(work, &entries);
    let live = |tag: &Tag| {
        entries.iter().any(|entry| entry.language == *tag && entry.state != State::Replaced)
    };
    let shown: Vec<&Tag> = tags.iter().filter(|tag| live(tag)).collect();
    let rows = || shown.iter().filter_map(|tag| words.get(*tag));
    let languages: Vec<&'a Language> = rows().map(|(words, _)| words.language()).collect();
    let frame = frame(work);
    for tag in &tags {
        let Some((own, state)) = words.get(tag) else { continue };
        let page = LanguagePage {
            words: own,
            entries: listed(&entries, tag),
            title: title(&entries, tag),
            are_words_drafts: *state == State::Draft,
            pictures: pictures.iter().filter(|one| one.language == *tag && !one.open).collect(),
            languages: &languages,
            leave: leave(work),
        };
        let path = language_page(tag);
        files.insert(path.clone(), page.write(&frame, path));
    }
    let titled = shown.iter().filter_map(|tag| Some((&words.get(*tag)?.0, title(&entries, tag))));
    let titled: Vec<(&Words<'a>, String)> = titled.collect();
    let source = &work.brochures[0].publication.brochure.source_language.value;
    // Where everything was withdrawn, the front page leads nowhere, and is there.
    let own = words.get(source).or_else(|| rows().next()).or_else(|| words.values().next());
    let Some((own, _)) = own else { return Err(work.report.error(nothing(work))) };
    let hidden = entries.iter().any(|entry| entry.state == State::Draft);
    let front = FrontPage { words: own, languages: titled, leave: leave(work), hidden };
    files.insert("index.html".to_owned(), front.write(&frame));
    files.insert("style.css".to_owned(), frame.style().into_bytes());
    files.insert("leave.js".to_owned(), LEAVE.as_bytes().to_vec());
    let feed = feed(&front.title(own.language()), frame.base.as_deref(), &entries);
    files.insert(FEED.to_owned(), feed.into_bytes());
    let index = Index {
        format: FORMAT,
        drawing: DRAWING,
        base: frame.base.clone(),
        languages: languages.iter().map(|language| row(language)).collect(),
        files: entries,
        pictures,
        earlier,
    };
    files.insert(INDEX.to_owned(), index.text().into_bytes());
    let all = index.files.into_iter().chain(index.earlier).collect();
    Ok((files, all))
}

fn row(language: &Language) -> IndexLanguage {
    IndexLanguage {
        tag: language.tag.to_string(),
        name: language.autonym.clone(),
        direction: language.direction().as_str().to_owned(),
        page: language_page(&language.tag),
    }
}

/// The files that the page of a language lists: where a draft stands beside what was approved before, the draft alone.
fn listed<'e>(entries: &'e [Entry], tag: &Tag) -> Vec<&'e Entry> {
    let own = |entry: &&Entry| entry.language == *tag && entry.state != State::Replaced;
    let is_draft_of = |entry: &Entry| {
        let mut drafts = entries.iter().filter(|other| other.state == State::Draft);
        entry.state != State::Draft && drafts.any(|draft| draft.is_same_file(entry))
    };
    let mut listed: Vec<&Entry> =
        entries.iter().filter(own).filter(|entry| !is_draft_of(entry)).collect();
    listed.sort_by_key(|entry| (&entry.name, entry.purpose, entry.kind));
    listed
}

/// What the site is called in a language.
fn title(entries: &[Entry], tag: &Tag) -> String {
    let mut own = entries.iter().filter(|entry| entry.language == *tag);
    own.next().map_or_else(String::new, |entry| entry.title.clone())
}

/// The languages of the files, in the order of the brochures.
fn languages_of(work: &Work<'_>, entries: &[Entry]) -> Vec<Tag> {
    let brochures = work.brochures.iter().map(|loaded| &loaded.publication.brochure);
    let ordered = brochures.flat_map(|brochure| &brochure.languages).map(|tag| &tag.value);
    let mut tags: Vec<Tag> = Vec::new();
    for tag in ordered.chain(entries.iter().map(|entry| &entry.language)) {
        if !tags.contains(tag) && entries.iter().any(|entry| entry.language == *tag) {
            tags.push(tag.clone());
        }
    }
    tags
}

/// Says that there is nothing to publish.
fn nothing(work: &Work<'_>) -> Diagnostic {
    let diagnostic = Diagnostic::error("nothing is approved: there is nothing to publish");
    if work.report.has_errors() || work.options.drafts {
        return diagnostic;
    }
    diagnostic
        .hint("`feuillet list --long` tells what is missing")
        .hint("`--drafts` publishes drafts too, for those who are to read them")
}
