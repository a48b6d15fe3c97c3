//! Writes the pages of a site, and what it tells other sites.

use crate::diagnostic::Diagnostic;
use crate::language::{Language, Tag};
use crate::load::brochure::slot;
use crate::load::{Edition, Profile};
use crate::publish::address::address;
use crate::publish::entry::{Entry, State, language_page};
use crate::publish::feed::{FEED, feed};
use crate::publish::front_page::FrontPage;
use crate::publish::gathered::Gathered;
use crate::publish::index::{DRAWING, FORMAT, INDEX, Index, IndexLanguage};
use crate::publish::language_page::LanguagePage;
use crate::publish::page::LEAVE;
use crate::publish::site_file::{Files, SiteFile};
use crate::publish::style::style;
use crate::publish::words::{AllWords, Words};
use crate::publish::work::Work;

/// Writes all pages of a site, the list of its files and the feed.
pub(super) fn write<'a>(
    work: &Work<'a>,
    words: &AllWords<'a>,
    gathered: Gathered,
) -> (Files, Index) {
    let Gathered { mut files, mut entries, pictures, earlier, .. } = gathered;
    entries.sort_by(|one, other| one.path.cmp(&other.path));
    let tags = languages_of(work, &entries);
    let live = |tag: &Tag| {
        entries.iter().any(|entry| entry.language == *tag && entry.state != State::Replaced)
    };
    let shown: Vec<&Tag> = tags.iter().filter(|tag| live(tag)).collect();
    let rows = || shown.iter().filter_map(|tag| words.get(*tag));
    let languages: Vec<&'a Language> = rows().map(|(words, _)| words.language()).collect();
    let frame = work.frame();
    let is_open = work.brochures()[0].publication.brochure.publish.is_open;
    let silent = silent(work, &shown);
    let brochure = &work.brochures()[0].publication.brochure;
    let neutral = |own: &Words<'a>| own.get(&brochure.title.value).plain();
    // Only an open site says on its own pages whose it is, and shows the picture that an edition shows openly.
    let shows_logo = |edition: &Edition| {
        brochure.has_slot(edition.id.as_str(), slot::LOGO)
            && !edition.appearance.is_discreet(Profile::Screen)
    };
    let is_shown = is_open && brochure.editions.iter().any(shows_logo);
    let logo = work.logo(&brochure.public_name.value).filter(|_| is_shown);
    let logo_path = logo.as_ref().map(|logo| logo.file().to_owned());
    files.extend(logo.map(|logo| (logo.file().to_owned(), logo.bytes())));
    for tag in shown.iter().copied().chain(&silent) {
        let Some((own, state)) = words.get(tag) else { continue };
        let body = work.body().filter(|_| is_open).map(|body| body.name_form(tag));
        let page = LanguagePage {
            words: own,
            entries: listed(&entries, tag),
            title: title(&entries, tag).unwrap_or_else(|| neutral(own)),
            body: body.map(|form| {
                let language = form.language.as_ref().map(|language| &language.value);
                (form.as_str().to_owned(), language.unwrap_or(tag).clone())
            }),
            logo: logo_path.clone(),
            are_words_drafts: *state == State::Draft,
            pictures: pictures.iter().filter(|one| one.language == *tag && !one.open).collect(),
            languages: &languages,
            known: &frame.publication.languages,
            leave: work.leave(),
        };
        let path = language_page(tag);
        files.insert(path.clone(), SiteFile::made(page.write(&frame, path)));
    }
    let titled = shown.iter().filter_map(|tag| Some((&words.get(*tag)?.0, title(&entries, tag)?)));
    let titled: Vec<(&Words<'a>, String)> = titled.collect();
    // Where there is nothing, the front page says so.
    let own = words.get(&brochure.source_language.value);
    let own = own.or_else(|| rows().next()).or_else(|| words.values().next());
    let mut site_title = String::new();
    if let Some((own, _)) = own {
        let hidden = entries.iter().any(|entry| entry.state == State::Draft);
        let all = brochure.languages.iter().filter_map(|tag| words.get(&tag.value));
        let front = FrontPage {
            words: own,
            languages: titled,
            all: all.map(|(words, _)| words).collect(),
            neutral: neutral(own),
            leave: work.leave(),
            hidden,
        };
        site_title = front.title(own.language());
        files.insert("index.html".to_owned(), SiteFile::made(front.write(&frame)));
    }
    files.insert(
        "style.css".to_owned(),
        SiteFile::made(style(&frame.publication.theme).into_bytes()),
    );
    files.insert("leave.js".to_owned(), SiteFile::made(LEAVE.as_bytes().to_vec()));
    let owner = work.body().map(|body| address(body.key())).unwrap_or_default();
    let feed = feed(&site_title, frame.base.as_deref(), &owner, &entries);
    files.insert(FEED.to_owned(), SiteFile::made(feed.into_bytes()));
    let index = Index {
        format: FORMAT,
        drawing: DRAWING,
        base: frame.base.clone(),
        languages: languages.iter().map(|language| row(language)).collect(),
        silent,
        files: entries,
        pictures,
        earlier,
        bodies: Vec::new(),
    };
    (files, index)
}

/// Adds the list of the files of a site to them.
pub(super) fn add_index(files: &mut Files, index: &Index) {
    files.insert(INDEX.to_owned(), SiteFile::made(index.text().into_bytes()));
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

/// What the site is called in a language, if it has a file in it.
fn title(entries: &[Entry], tag: &Tag) -> Option<String> {
    let mut own = entries.iter().filter(|entry| entry.language == *tag);
    own.next().map(|entry| entry.title.clone())
}

/// The languages of which the site has nothing now, and had something once: whoever kept the address of their page is told.
fn silent(work: &Work<'_>, shown: &[&Tag]) -> Vec<Tag> {
    let index = &work.scope.earlier.index;
    let once = index.files.iter().map(|entry| entry.language.clone()).chain(index.silent.clone());
    let mut silent: Vec<Tag> = once.filter(|tag| !shown.contains(&tag)).collect();
    silent.sort();
    silent.dedup();
    silent
}

/// The languages of the files, in the order of the brochures.
fn languages_of(work: &Work<'_>, entries: &[Entry]) -> Vec<Tag> {
    let brochures = work.brochures().iter().map(|loaded| &loaded.publication.brochure);
    let ordered = brochures.flat_map(|brochure| &brochure.languages).map(|tag| &tag.value);
    let mut tags: Vec<Tag> = Vec::new();
    for tag in ordered.chain(entries.iter().map(|entry| &entry.language)) {
        if !tags.contains(tag) && entries.iter().any(|entry| entry.language == *tag) {
            tags.push(tag.clone());
        }
    }
    tags
}

/// Says that a site has nothing any more.
pub(super) fn emptied() -> Diagnostic {
    Diagnostic::warning(
        "nothing is approved: the site says in each language that there is nothing at the moment",
    )
    .hint("`feuillet list --long` tells what is missing")
    .hint("drafts of an earlier run are gone: `--drafts` publishes them again")
}

/// Says that there is nothing to publish.
pub(super) fn nothing(work: &Work<'_>) -> Diagnostic {
    let diagnostic = Diagnostic::error("nothing is approved: there is nothing to publish");
    if work.report.has_errors() || work.options().drafts {
        return diagnostic;
    }
    diagnostic
        .hint("`feuillet list --long` tells what is missing")
        .hint("`--drafts` publishes drafts too, for those who are to read them")
}
