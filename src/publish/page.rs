//! Writes what all pages of a site have in common: a head that tells nothing, the way out, the ground.

use crate::language::Language;
use crate::load::Publication;
use crate::publish::entry::language_page;
use crate::publish::html::{Attribute, Html};
use crate::resolve::manuscript::Passage;

/// What a page of the site may load, and from where: nothing but from the site itself.
pub(super) const POLICY: &str = "default-src 'none'; base-uri 'none'; form-action 'none'; \
     img-src 'self'; script-src 'self'; style-src 'self'";

/// The script behind the button *leave this page*, without which it is a link.
pub(super) const LEAVE: &str = include_str!("assets/leave.js");

/// The folded planes on the ground of a head. They are turned round where one reads from the right.
const PLANES: &str = "<svg class=\"planes\" viewBox=\"0 0 400 200\" preserveAspectRatio=\"xMaxYMid slice\" aria-hidden=\"true\" focusable=\"false\">\
     <path class=\"plane-far\" d=\"M150 0 400 0 400 200 250 200Z\"/><path class=\"plane-near\" d=\"M240 0 400 0 400 120Z\"/>\
     <path class=\"plane-edge\" d=\"M250 200 400 120 400 200Z\"/></svg>";

/// What a page says of itself outside.
pub(super) struct Head<'a> {
    /// Its language.
    pub(super) language: &'a Language,
    /// The title of its window.
    pub(super) title: String,
    /// The way up to the root of the site: `../../` or nothing.
    pub(super) root: &'static str,
    /// Its path below the site.
    pub(super) path: String,
    /// Whether it is one text, in lines of the length of a book's.
    pub(super) is_text: bool,
    /// Whether search engines must leave it out.
    pub(super) hidden: bool,
    /// The path of the picture that a link to it shows.
    pub(super) picture: Option<String>,
    /// Its text in other languages: their tags, and the paths of the pages.
    pub(super) others: Vec<(String, String)>,
}

/// What pages of a site share.
pub(super) struct Frame<'a> {
    /// The brochure that gives the site its colours.
    pub(super) publication: &'a Publication,
    /// The address of the site, with a slash at its end.
    pub(super) base: Option<String>,
}

impl<'a> Frame<'a> {
    /// Writes a page; `fill` writes what stands in its body.
    pub(super) fn page(&self, head: &Head<'a>, fill: impl FnOnce(&mut Html<'a>)) -> Vec<u8> {
        let mut html = Html::new(head.language, self.publication);
        html.own("<!DOCTYPE html>\n");
        let (tag, direction) = (head.language.tag.as_str(), head.language.direction().as_str());
        html.open("html", &[("lang", tag), ("dir", direction)]);
        html.line();
        self.head(&mut html, head);
        html.open("body", if head.is_text { &[("class", "narrow")] } else { &[] });
        html.line();
        fill(&mut html);
        (html.finish() + "\n").into_bytes()
    }

    fn head(&self, html: &mut Html<'a>, head: &Head<'_>) {
        html.open("head", &[]);
        html.empty("meta", &[("charset", "utf-8")]);
        html.line();
        let meta = |html: &mut Html<'_>, attributes: &[Attribute<'_>]| {
            html.empty("meta", attributes);
            html.line();
        };
        meta(html, &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
        meta(html, &[("name", "referrer"), ("content", "no-referrer")]);
        meta(html, &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
        // A browser makes no links of its own from what looks like a number.
        meta(html, &[("name", "format-detection"), ("content", "telephone=no")]);
        if head.hidden {
            meta(html, &[("name", "robots"), ("content", "noindex, nofollow")]);
        }
        html.element("title", &[], &head.title);
        html.line();
        meta(html, &[("property", "og:type"), ("content", "website")]);
        meta(html, &[("property", "og:title"), ("content", &head.title)]);
        if let Some(base) = &self.base {
            let address = format!("{base}{}", head.path);
            meta(html, &[("property", "og:url"), ("content", &address)]);
            html.empty("link", &[("rel", "canonical"), ("href", &address)]);
            html.line();
            if let Some(picture) = &head.picture {
                let address = joined(base, picture);
                meta(html, &[("property", "og:image"), ("content", &address)]);
            }
        }
        for (tag, path) in &head.others {
            let path = format!("{}{path}", head.root);
            html.empty("link", &[("rel", "alternate"), ("hreflang", tag), ("href", &path)]);
            html.line();
        }
        let style = format!("{}style.css", head.root);
        html.empty("link", &[("rel", "stylesheet"), ("href", &style)]);
        html.line();
        let script = format!("{}leave.js", head.root);
        html.element("script", &[("src", &script), ("defer", "defer")], "");
        html.close();
        html.line();
    }
}

/// An address below another one, or beside it: the path may begin with steps up.
fn joined(base: &str, path: &str) -> String {
    let (mut base, mut path) = (base.trim_end_matches('/'), path);
    while let Some(rest) = path.strip_prefix("../") {
        base = base.rsplit_once('/').map_or(base, |(above, _)| above);
        path = rest;
    }
    format!("{base}/{path}")
}

/// Writes the bar with the button that leaves the page. Without the script it is a link like others.
pub(super) fn leave_bar(
    html: &mut Html<'_>,
    address: &str,
    text: &Passage,
    key: &Passage,
    before: impl FnOnce(&mut Html<'_>),
) {
    html.open("header", &[("class", "bar")]);
    before(html);
    html.open(
        "a",
        &[("id", "leave"), ("class", "leave"), ("href", address), ("rel", "noreferrer noopener")],
    );
    html.inline("span", &[("class", "leave-text")], text);
    html.text(" ");
    html.inline("span", &[("class", "leave-key")], key);
    html.close();
    html.close();
    html.line();
}

/// Writes the ground of a head.
pub(super) fn planes(html: &mut Html<'_>) {
    html.own(PLANES);
}

/// Writes links to the pages of all languages, each by its own name.
pub(super) fn languages(
    html: &mut Html<'_>,
    label: &Passage,
    all: &[&Language],
    root: &str,
    own: Option<&Language>,
) {
    let others: Vec<&&Language> = all.iter().filter(|one| Some(**one) != own).collect();
    if others.is_empty() {
        return;
    }
    html.open("nav", &[("class", "languages"), ("aria-labelledby", "other-languages")]);
    html.inline("h2", &[("id", "other-languages")], label);
    html.open("ul", &[]);
    for language in others {
        let path = format!("{root}{}", language_page(&language.tag));
        html.open("li", &[]);
        let tag = language.tag.as_str();
        html.element(
            "a",
            &[
                ("href", &path),
                ("lang", tag),
                ("hreflang", tag),
                ("dir", language.direction().as_str()),
            ],
            &language.autonym,
        );
        html.close();
    }
    html.close();
    html.close();
    html.line();
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn steps_up_are_taken() {
        let base = "https://a.be/x/b/0123/";
        assert_eq!(joined(base, "current/fr/a.png"), "https://a.be/x/b/0123/current/fr/a.png");
        assert_eq!(joined(base, "../../current/fr/a.png"), "https://a.be/x/current/fr/a.png");
    }
}
