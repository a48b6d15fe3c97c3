//! Texts that look like code do nothing on a page.

use std::collections::BTreeSet;

use super::site::{Site, follow, meta, parsed};
use super::{FESTIVAL, publish, site_of, with_words};

/// The elements that pages are made of.
const ELEMENTS: [&str; 53] = [
    "html",
    "head",
    "meta",
    "title",
    "link",
    "script",
    "body",
    "header",
    "main",
    "footer",
    "nav",
    "section",
    "div",
    "span",
    "p",
    "a",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "strong",
    "em",
    "bdi",
    "br",
    "img",
    "figure",
    "figcaption",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "blockquote",
    "details",
    "summary",
    "svg",
    "path",
    "circle",
    "rect",
    "line",
    "polyline",
    "polygon",
    "g",
    "ellipse",
];

#[test]
fn texts_that_look_like_code_are_texts() {
    let sandbox = with_words();
    let catalogue = "translations/en/lantern-festival.ftl";
    let hostile = "x<script>alert(1)</script> \\\"><img src=x onerror=alert(1)> &lt;b&gt; ]]> <!-- --> javascript:alert(1) 'a' \\\"b\\\"";
    let hostile = hostile.replace("\\\"", "\"");
    for id in ["lantern-caption", "lantern-alt", "document-title", "evening-title", "callout-rain"]
    {
        let text = sandbox.read(catalogue);
        let line =
            text.lines().find(|line| line.starts_with(&format!("{id} = "))).unwrap().to_owned();
        sandbox.replace(catalogue, &line, &format!("{id} = {hostile}"));
    }
    let folder = site_of(&sandbox);
    let ran = publish(&sandbox, &folder, &["--drafts"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let site = Site::read(&folder);
    follow(&site);
    let mut shown = 0;
    for path in site.pages() {
        let document = parsed(site.text(path));
        for node in document.descendants().filter(roxmltree::Node::is_element) {
            let name = node.tag_name().name();
            assert!(ELEMENTS.contains(&name), "{path}: {name}");
            for attribute in node.attributes() {
                assert!(!attribute.name().starts_with("on"), "{path}: {attribute:?}");
                assert!(attribute.name() != "style", "{path}: {attribute:?}");
            }
        }
        let scripts: BTreeSet<_> = document
            .descendants()
            .filter(|node| node.has_tag_name("script"))
            .map(|node| (node.attribute("src").unwrap(), node.text()))
            .collect();
        assert_eq!(scripts.len(), 1, "{path}");
        assert!(
            scripts.iter().all(|(source, text)| source.ends_with("leave.js") && text.is_none())
        );
        assert!(document.descendants().all(|node| !node.is_comment()), "{path}");
        let text: String = document.descendants().filter_map(|node| node.text()).collect();
        if path.starts_with("current/en/") {
            let has = text.contains("<script>alert(1)</script>");
            assert!(has, "{path}: what was written is read");
            let title = meta(&document, "og:title").unwrap();
            assert!(title.contains("<script>alert(1)</script>"), "{path}");
            shown += 1;
        }
    }
    assert_eq!(shown, 2);
    let feed = roxmltree::Document::parse(site.text("feed.xml")).unwrap();
    assert!(feed.descendants().any(|node| {
        node.text().is_some_and(|text| text.contains("<script>alert(1)</script>"))
    }));
    serde_json::from_str::<serde_json::Value>(site.text("index.json")).unwrap();
}

#[test]
fn an_address_that_acts_is_no_address() {
    let sandbox = with_words();
    sandbox.replace(
        &format!("brochures/{FESTIVAL}/facts.toml"),
        "\"lantern.example\"",
        "\"javascript:alert(1)//lantern.example\"",
    );
    let ran = publish(&sandbox, &site_of(&sandbox), &["--drafts"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.stdout.ends_with("nothing was written\n"), "{}", ran.stdout);
    assert!(!site_of(&sandbox).exists());
}
