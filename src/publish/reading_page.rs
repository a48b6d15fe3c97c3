//! Writes the page on which people read the text of a leaflet.

use crate::load::Publication;
use crate::publish::entry::{ROOT, language_page};
use crate::publish::html::Html;
use crate::publish::page::{Head, leave_bar};
use crate::publish::page_pictures::PagePictures;
use crate::publish::text_page;
use crate::publish::words::Words;
use crate::publish::work::Work;
use crate::resolve::Manuscript;

/// How many sections a text has that needs no list of them.
const FEW: usize = 3;

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
            is_text: true,
            hidden: self.manuscript.draft.is_some(),
            picture: self.picture.clone(),
            others: Vec::new(),
        };
        let places = text_page::places(self.manuscript);
        let name = &self.publication.brochure.public_name.value;
        let pictures = PagePictures { publication: self.publication, logo: work.logo(name) };
        work.frame().page(&head, |html| {
            html.places = places;
            let words = self.words;
            let (out, key) = (words.get("site-leave"), words.get("site-leave-key"));
            leave_bar(html, work.leave(), &out, &key, |html| {
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
