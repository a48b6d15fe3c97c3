//! Writes what stands in the place of a file that was withdrawn: a page, and a PDF of one page, that lead to what is up to date.

use std::collections::BTreeMap;

use serde_json::json;
use time::Date;

use crate::compose::MAIN;
use crate::diagnostic::{Diagnostic, Report, Reported};
use crate::export::export_notice;
use crate::publish::entry::{Entry, ROOT};
use crate::publish::language_page::day;
use crate::publish::page::{Frame, Head, leave_bar};
use crate::publish::site_file::SiteFile;
use crate::publish::words::Words;
use crate::publish::work::Work;
use crate::typeset::lay_out;

/// The source of the PDF; its texts are data.
const SOURCE: &str = include_str!("assets/notice.typ");

/// The file with its texts.
const TEXTS: &str = "texts.json";

/// Where a notice leads.
pub(super) enum Lead {
    /// To the page of the language, which has what is up to date of the same brochure.
    Successor(String),
    /// To a page with something else, under a label: the file has no successor.
    Others { page: String, label: &'static str },
    /// Nowhere: the site has nothing.
    Nowhere,
}

impl Lead {
    /// The path of the page below the site, and the name of the label.
    fn link(&self) -> Option<(&str, &'static str)> {
        match self {
            Lead::Successor(page) => Some((page, "site-replaced-link")),
            Lead::Others { page, label } => Some((page, label)),
            Lead::Nowhere => None,
        }
    }

    /// The names of the heading, and of the texts below it.
    fn texts(&self) -> (&'static str, &'static [&'static str]) {
        match self {
            Lead::Successor(_) => ("site-replaced", &["site-replaced-text"]),
            Lead::Others { .. } | Lead::Nowhere => {
                ("site-withdrawn", &["site-replaced-text", "site-nothing"])
            }
        }
    }
}

/// What stands in the place of a file in a language.
pub(super) struct Notice<'a> {
    /// Where it leads.
    pub(super) lead: &'a Lead,
    /// The words of the site.
    pub(super) words: &'a Words<'a>,
    /// Where the button *leave this page* goes.
    pub(super) leave: &'a str,
}

impl<'a> Notice<'a> {
    /// Writes the page that stands at `path`, in the place of `entry`.
    pub(super) fn page(&self, frame: &Frame<'a>, entry: &Entry, path: &str) -> Vec<u8> {
        let language = self.words.language();
        let head = Head {
            language,
            title: entry.title.clone(),
            root: ROOT,
            path: path.to_owned(),
            is_text: true,
            hidden: true,
            picture: None,
            others: Vec::new(),
        };
        let (heading, texts) = self.lead.texts();
        frame.page(&head, |html| {
            let (leave, key) = (self.words.get("site-leave"), self.words.get("site-leave-key"));
            leave_bar(html, self.leave, &leave, &key, |_| {});
            html.open("main", &[("class", "notice")]);
            html.inline("h1", &[], &self.words.get(heading));
            for text in texts {
                html.passage("p", &[("class", "lead")], &self.words.get(text));
            }
            if let Some((page, label)) = self.lead.link() {
                html.open("p", &[]);
                html.open("a", &[("class", "read"), ("href", &format!("{ROOT}{page}"))]);
                html.inline("strong", &[], &self.words.get(label));
                html.close();
                html.close();
            }
            html.close();
        })
    }

    /// Writes the PDF. Where the address of the site is known, it leads there from any place.
    ///
    /// # Errors
    ///
    /// Fails if there is no PDF.
    pub(super) fn pdf(&self, work: &Work<'_>, entry: &Entry) -> Result<SiteFile, Reported> {
        let frame = work.frame();
        let language = self.words.language();
        let link = self.lead.link();
        let (heading, texts) = self.lead.texts();
        let target = link.map(|(page, _)| match &frame.base {
            Some(base) => format!("{base}{page}"),
            None => format!("{ROOT}{page}"),
        });
        let tag = language.tag.as_str();
        let (code, region) = tag.split_once('-').unwrap_or((tag, ""));
        let date = day(&entry.date).unwrap_or(Date::MIN);
        let plain = |id: &str| self.words.get(id).plain();
        let texts = json!({
            "title": entry.title,
            "lang": code,
            "region": if region.len() == 2 { region } else { "" },
            "rtl": language.direction().as_str() == "rtl",
            "families": frame.publication.theme.families_of(&language.script),
            "day": [date.year(), u8::from(date.month()), date.day()],
            "heading": plain(heading),
            "texts": texts.iter().map(|id| plain(id)).collect::<Vec<_>>(),
            "link": link.map(|(_, label)| plain(label)),
            "target": target,
            "address": frame.base,
        });
        let (texts, identifier) = (texts.to_string(), format!("{}/{tag}", entry.name));
        work.shared().notice(&format!("{identifier} {texts}"), || {
            set(&texts, &identifier, work).map_err(|message| {
                let message = format!("the notice for `{tag}` can't be set: {message}");
                work.report.error(Diagnostic::error(message))
            })
        })
    }
}

/// Sets a PDF with these texts, and gives why it can't be set.
fn set(texts: &str, identifier: &str, work: &Work<'_>) -> Result<Vec<u8>, String> {
    let files = BTreeMap::from([
        (MAIN.to_owned(), SOURCE.as_bytes().to_vec()),
        (TEXTS.to_owned(), texts.as_bytes().to_vec()),
    ]);
    let fonts = work.shared().fonts(work.report);
    let document = lay_out(&files, fonts).map_err(|messages| messages.join("; "))?;
    let own = Report::new();
    export_notice(&document, identifier, &own).map_err(|_| {
        let found = own.into_sorted();
        found.into_iter().map(|found| found.message).collect::<Vec<_>>().join("; ")
    })
}
