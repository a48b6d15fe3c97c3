//! Finds markup of other languages in texts: tags of HTML, entities, Markdown. It would stand on the page as it was typed.

use std::ops::Range;

use crate::diagnostic::{Located, Span};
use crate::lint::Found;
use crate::load::catalogue::Entry;
use crate::load::catalogue::parts::{Part, walk};
use crate::load::catalogue::tag::read_tag;

/// Tags that people know from elsewhere, and what to write for them here.
const FOREIGN_TAGS: [(&[&str], &str); 8] = [
    (&["strong"], "write `<b>` and `</b>`"),
    (&["i", "cite", "dfn", "var"], "write `<em>` and `</em>`"),
    (
        &["br", "wbr"],
        "begin a paragraph with an empty line; single line ends are set by the program",
    ),
    (&["p", "div"], "begin a paragraph with an empty line"),
    (
        &["ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "td", "th", "hr"],
        "lists, titles and tables are blocks of `brochure.toml`: take the tag out",
    ),
    (&["img", "svg", "script", "style", "iframe", "video"], "take it out: texts hold words alone"),
    (
        &[
            "u",
            "s",
            "del",
            "ins",
            "strike",
            "mark",
            "small",
            "big",
            "sub",
            "sup",
            "font",
            "code",
            "pre",
            "tt",
            "q",
            "blockquote",
            "abbr",
            "center",
            "label",
            "button",
            "nobr",
        ],
        "take it out, or write `<em>` for emphasis",
    ),
    (&["link", "url"], "write `<a id=\"…\">` with the name of a fact that has a web address"),
];

/// How the tags of the program are written.
const OWN_TAGS: [(&str, &str); 4] = [
    ("b", "write `<b>` and `</b>`, in small letters and without blanks"),
    ("em", "write `<em>` and `</em>`, in small letters and without blanks"),
    ("a", "write `<a id=\"…\">` and `</a>`, with the name of a fact that has a web address"),
    ("span", "write `<span lang=\"fr\">` and `</span>`, with the language of the words"),
];

/// Entities that have a character, and how to write it.
const ENTITIES: [(&str, &str); 10] = [
    ("nbsp", "type a no-break space (U+00A0), or a plain blank"),
    ("amp", "write `&`"),
    ("lt", "write `<`"),
    ("gt", "write `>`"),
    ("quot", "write `\"`"),
    ("apos", "write `'`"),
    ("shy", "type a soft hyphen (U+00AD)"),
    ("hellip", "write `...`"),
    ("ndash", "write `-`, or type the dash"),
    ("mdash", "write `-`, or type the dash"),
];

/// Finds the foreign markup of a text.
pub(super) fn check(entry: &Entry) -> Vec<Found> {
    let mut found = Vec::new();
    walk(entry.parts(), &mut |part| {
        if let Part::Text(text) = part {
            tags(text, &mut found);
            entities(text, &mut found);
            markdown(text, &mut found);
        }
    });
    // A closing tag says nothing that the opening one has not said.
    let opened: Vec<String> = found.iter().map(|found| found.subject.to_lowercase()).collect();
    found.retain(|found| {
        let Some(name) = found.subject.strip_prefix("</") else { return true };
        let name = name.trim_end_matches('>').trim().to_lowercase();
        !opened.iter().any(|tag| {
            let rest = tag.strip_prefix('<').and_then(|rest| rest.strip_prefix(name.as_str()));
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
    });
    found
}

fn report(text: &Located<String>, range: Range<usize>, mend: &str, found: &mut Vec<Found>) {
    let written = &text.value[range.clone()];
    let start = text.span.range.start;
    let place = Span::new(&text.span.file, start + range.start..start + range.end);
    let message = format!("`{written}` means nothing here, and would stand on the page");
    found.push(Found::new("markup", written, message, &place).hint(mend));
}

fn tags(text: &Located<String>, found: &mut Vec<Found>) {
    for (at, sign) in text.value.match_indices("<!--") {
        let end = text.value[at..].find("-->").map_or(at + sign.len(), |end| at + end + 3);
        let mend = "write the note on a line of its own above the message, as `# …`";
        report(text, at..end, mend, found);
    }
    for (at, _) in text.value.match_indices('<') {
        let rest = &text.value[at + 1..];
        if read_tag(rest).is_some() {
            continue;
        }
        let Some(end) = rest.find(['>', '<']).filter(|end| rest[*end..].starts_with('>')) else {
            continue;
        };
        let inner = &rest[..end];
        let after = inner.trim_start().trim_start_matches('/').trim_start();
        let name_end = after.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(after.len());
        let (name, attributes) = after.split_at(name_end);
        let name = name.to_ascii_lowercase();
        let own = OWN_TAGS.iter().find(|(own, _)| *own == name).map(|(_, mend)| *mend);
        let foreign = FOREIGN_TAGS.iter().find(|(names, _)| names.contains(&name.as_str()));
        let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic())
            && attributes.chars().next().is_none_or(|c| c == ' ' || c == '/' || c == '\u{A0}');
        let mend = own.or(foreign.map(|(_, mend)| *mend)).or_else(|| {
            // `<foo class="x">` and `<foo>…</foo>` are tags too; `<see there>` is not.
            let is_paired = text.value.contains(&format!("</{name}>"));
            (attributes.contains('=') || is_paired).then_some(
                "take it out: the tags are `<b>`, `<em>`, `<a id=\"…\">` and `<span lang=\"…\">`",
            )
        });
        // `5 <b and c> 3` is no tag, and neither is `< a >` of a formula: only a name right behind the sign, or a closing one.
        let is_close = inner.trim_start().starts_with('/');
        let is_near = !inner.starts_with(' ') || is_close;
        let is_plain = own.is_some() && !attributes.trim().is_empty() && !attributes.contains('=');
        if let Some(mend) = mend.filter(|_| is_tag && is_near && !is_plain) {
            report(text, at..at + end + 2, mend, found);
        }
    }
}

fn entities(text: &Located<String>, found: &mut Vec<Found>) {
    for (at, _) in text.value.match_indices('&') {
        let rest = &text.value[at + 1..];
        let Some(end) = rest.find(';').filter(|end| (1..=31).contains(end)) else { continue };
        let name = &rest[..end];
        let is_number = name.strip_prefix('#').is_some_and(|code| {
            let code = code.strip_prefix(['x', 'X']).unwrap_or(code);
            !code.is_empty() && code.chars().all(|c| c.is_ascii_hexdigit())
        });
        let is_name = name.len() > 1
            && name.chars().all(|c| c.is_ascii_alphanumeric())
            && name.starts_with(|c: char| c.is_ascii_alphabetic());
        if is_number || is_name {
            let known = ENTITIES.iter().find(|(known, _)| *known == name);
            let mend = known.map_or("type the character itself", |(_, mend)| *mend);
            report(text, at..at + end + 2, mend, found);
        }
    }
}

fn markdown(text: &Located<String>, found: &mut Vec<Found>) {
    for (sign, mend) in [
        ("**", "write `<b>` and `</b>` around the words"),
        ("__", "write `<b>` and `</b>` around the words"),
        ("~~", "take the signs out"),
    ] {
        let mut at = 0;
        while let Some(range) = pair(&text.value, at, sign) {
            report(text, range.clone(), mend, found);
            at = range.end;
        }
    }
    let mut at = 0;
    while let Some(middle) = text.value[at..].find("](").map(|middle| at + middle) {
        at = middle + 2;
        let open = text.value[..middle].rfind('[');
        let close = text.value[at..].find(')').map(|close| at + close + 1);
        if let (Some(open), Some(close)) = (open, close)
            && !text.value[at..close].contains(' ')
        {
            let mend = "write `<a id=\"…\">` and `</a>` around the words, with the name of a fact that has a web address";
            report(text, open..close, mend, found);
        }
    }
}

/// The next words that stand between two like signs, with the signs.
fn pair(text: &str, from: usize, sign: &str) -> Option<Range<usize>> {
    let start = from + text[from..].find(sign)?;
    let inner = start + sign.len();
    let end = inner + text[inner..].find(sign)?;
    let words = &text[inner..end];
    let is_tight = !words.is_empty()
        && !words.starts_with(char::is_whitespace)
        && !words.ends_with(char::is_whitespace)
        && words.chars().any(char::is_alphanumeric);
    // `____` is a line to write on.
    if is_tight { Some(start..end + sign.len()) } else { pair(text, inner, sign) }
}
