//! Finds web and mail addresses and names of files, which typography must leave as they were typed.

use std::ops::Range;

/// What an address is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AddressKind {
    /// A web address.
    Web,
    /// A mail address.
    Mail,
    /// The name of a file, a path or a part of an address: nothing that a reader can follow.
    Path,
}

/// An address in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Address {
    /// Its characters.
    pub(crate) range: Range<usize>,
    /// What it is.
    pub(crate) kind: AddressKind,
}

/// Top-level domains of more than two letters under which services are found. Each of two letters that ISO 3166 gives to a
/// country is one as well.
const DOMAINS: [&str; 46] = [
    "academy",
    "app",
    "asia",
    "asso",
    "berlin",
    "biz",
    "blog",
    "brussels",
    "cat",
    "center",
    "chat",
    "click",
    "cloud",
    "com",
    "coop",
    "dev",
    "edu",
    "education",
    "example",
    "foundation",
    "fund",
    "gent",
    "gov",
    "health",
    "help",
    "info",
    "int",
    "legal",
    "link",
    "media",
    "mil",
    "museum",
    "name",
    "net",
    "news",
    "ngo",
    "online",
    "ong",
    "org",
    "page",
    "paris",
    "shop",
    "site",
    "support",
    "vlaanderen",
    "website",
];

/// Two letters that end a host; "ex" of "p.ex" and "B" of "z.B" are none.
const COUNTRIES: &str = "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by \
bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gd ge \
gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp \
kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng \
ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr \
ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm \
zw";

/// The ends of names of files.
const FILES: [&str; 29] = [
    "avi", "csv", "doc", "docx", "epub", "gif", "htm", "html", "jpeg", "jpg", "json", "mov", "mp3",
    "mp4", "odp", "ods", "odt", "pdf", "png", "ppt", "pptx", "rtf", "svg", "txt", "webp", "xls",
    "xlsx", "xml", "zip",
];

/// Where an address ends at the latest, blanks apart.
const ENDS: &str = "<>\"«»“”„‹›`{}|^，。、；：？！（）「」『』《》【】";

/// What may follow an address without being part of it.
const TRAILING: &str = ".,;:!?…'’*)]،؛؟۔।॥።፣፤՝՞։·";

/// The addresses of a text in their order.
pub(crate) fn addresses(letters: &[char]) -> Vec<Address> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        if is_end(letters[at]) || "([".contains(letters[at]) {
            at += 1;
            continue;
        }
        let end = at + letters[at..].iter().take_while(|c| !is_end(**c)).count();
        found.extend(in_word(letters, at..end));
        at = end;
    }
    found
}

/// Whether a character ends an address.
fn is_end(c: char) -> bool {
    c.is_whitespace() || ENDS.contains(c) || is_invisible(c)
}

/// Whether a character is invisible: a direction, or a blank of no width.
fn is_invisible(c: char) -> bool {
    super::figures::is_direction_mark(c) || matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}

/// The address in a word, with blanks or quotation marks around it.
fn in_word(letters: &[char], word: Range<usize>) -> Option<Address> {
    let has = |c| letters[word.clone()].contains(&c);
    if !(has('.') || has('/') || has('@') || has('\\') || has('=') || has('_') || has(':')) {
        return None;
    }
    let (start, kind) = head(letters, &word)?;
    let mut end = word.end;
    // Chinese and Thai part no words: the address ends where theirs begin.
    let foreign = |c: &char| is_without_blanks(*c);
    let own = letters[start..end].iter().take_while(|c| !"/.".contains(**c)).any(foreign)
        || after_scheme(&letters[start..end]).first().is_some_and(foreign);
    if !own && let Some(at) = letters[start..end].iter().position(foreign) {
        end = start + at;
    }
    let end = trimmed(letters, start..end);
    let text: String = letters[start..end].iter().collect();
    let is_one = match kind {
        Head::Scheme => {
            text.split_once(':').is_some_and(|(_, rest)| rest.chars().any(char::is_alphanumeric))
        }
        Head::Www => text.matches('.').count() > 1,
        Head::Mail => is_mail(&text),
        Head::Other => is_domain(&text) || is_path(&text),
    };
    let kind = match kind {
        Head::Scheme if text.to_lowercase().starts_with("mailto:") => AddressKind::Mail,
        Head::Scheme | Head::Www => AddressKind::Web,
        Head::Mail => AddressKind::Mail,
        Head::Other if is_domain(&text) => AddressKind::Web,
        Head::Other => AddressKind::Path,
    };
    is_one.then_some(Address { range: start..end, kind })
}

/// How an address begins.
#[derive(Clone, Copy)]
enum Head {
    /// `https://`, `mailto:`.
    Scheme,
    /// `www.`.
    Www,
    /// It has an `@`.
    Mail,
    /// Nothing of this.
    Other,
}

/// Where the address of a word begins, and how. A bracket, or letters of another script, may stand before it.
fn head(letters: &[char], word: &Range<usize>) -> Option<(usize, Head)> {
    let text: String = letters[word.clone()].iter().collect::<String>().to_lowercase();
    let at = |byte: usize| word.start + text[..byte].chars().count();
    if let Some(found) = text.find("://") {
        let scheme = |c: char| c.is_ascii_alphanumeric() || "+.-".contains(c);
        let head = text[..found].chars().rev().take_while(|c| scheme(*c)).count();
        return (head > 0).then(|| (at(found) - head, Head::Scheme));
    }
    for scheme in ["mailto:", "tel:", "sms:", "file:"] {
        if let Some(found) = text.find(scheme)
            && text[found + scheme.len()..]
                .starts_with(|c: char| c.is_alphanumeric() || "+/".contains(c))
        {
            return Some((at(found), Head::Scheme));
        }
    }
    if let Some(found) = text.find("www.")
        && !text[..found].ends_with(|c: char| c.is_ascii_alphanumeric() || "./@-".contains(c))
    {
        return Some((at(found), Head::Www));
    }
    let start =
        word.start + letters[word.clone()].iter().take_while(|c| !c.is_alphanumeric()).count();
    if let Some(found) = letters[word.clone()].iter().position(|c| *c == '@') {
        let fits = |c: &&char| {
            (c.is_alphanumeric() && !is_without_blanks(**c)) || ".!#$%&'*+/=?_~-".contains(**c)
        };
        let local = letters[word.start..word.start + found].iter().rev().take_while(fits).count();
        return (local > 0).then(|| {
            let first = word.start + found - local;
            // French and Catalan elide before an address: d'info@desk.be.
            let elided = letters[first..word.start + found].iter().position(|c| *c == '\'');
            (elided.map_or(first, |at| first + at + 1), Head::Mail)
        });
    }
    let rooted = "/\\".contains(letters[word.start]) && start == word.start + 1;
    let start = if rooted { word.start } else { start };
    // An elided word, or one of a script without blanks, is no part.
    let rest = &letters[start..word.end];
    let elided = rest.iter().take(4).position(|c| "'’".contains(*c)).map_or(0, |at| at + 1);
    let without = rest.iter().take_while(|c| is_without_blanks(**c)).count();
    let skip = if without > 0 && rest.get(without).is_some_and(char::is_ascii_alphanumeric) {
        without
    } else {
        elided
    };
    (start + skip < word.end).then_some((start + skip, Head::Other))
}

/// What follows the scheme.
fn after_scheme(letters: &[char]) -> &[char] {
    let scheme = letters.windows(3).position(|three| three == [':', '/', '/']);
    scheme.map_or(letters, |at| &letters[at + 3..])
}

/// Whether a script has no blanks between words.
fn is_without_blanks(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{2E80}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

/// The end of an address without what only follows it. A closing bracket is part of it if it opened one.
fn trimmed(letters: &[char], range: Range<usize>) -> usize {
    let mut end = range.end;
    while end > range.start && TRAILING.contains(letters[end - 1]) {
        let opened = |open, close| {
            let count = |c| letters[range.start..end].iter().filter(|own| **own == c).count();
            count(open) >= count(close)
        };
        match letters[end - 1] {
            ')' if opened('(', ')') => break,
            ']' if opened('[', ']') => break,
            _ => end -= 1,
        }
    }
    end
}

/// Whether a text is a mail address.
fn is_mail(text: &str) -> bool {
    let Some((local, host)) = text.rsplit_once('@') else { return false };
    let labels: Vec<&str> = host.split('.').collect();
    !local.is_empty() && labels.len() > 1 && labels.iter().all(|label| is_label(label))
}

/// Whether a text is a part of a host.
fn is_label(label: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || c == '-' || matches!(c, '\u{900}'..='\u{DFF}');
    !label.is_empty() && label.chars().all(fits) && !label.starts_with('-') && !label.ends_with('-')
}

/// Whether a text is a host under a domain that exists, with or without a path: `desk.be/help`.
fn is_domain(text: &str) -> bool {
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = host.split_once(':').unwrap_or((host, ""));
    let labels: Vec<&str> = host.split('.').collect();
    let [first, .., last] = labels.as_slice() else { return false };
    let capitals = !host.contains(char::is_lowercase);
    let last = if capitals { last.to_lowercase() } else { (*last).to_owned() };
    let known = COUNTRIES.split(' ').any(|code| code == last) || DOMAINS.contains(&last.as_str());
    labels.iter().all(|label| is_label(label))
        && first.chars().count() > 1
        && host.contains(|c: char| c.is_alphabetic())
        && known
        && port.chars().all(|c| c.is_ascii_digit())
}

/// Whether a text is the name of a file or a path: no word, number or abbreviation looks like one.
fn is_path(text: &str) -> bool {
    if !text.contains(char::is_alphabetic) {
        return false;
    }
    let inside = |sign: char| {
        let mut parts = text.split(sign);
        let first = parts.next().unwrap_or_default();
        parts.any(|next| {
            first.ends_with(char::is_alphanumeric) && next.starts_with(char::is_alphanumeric)
        })
    };
    let name = text.rsplit(['/', '\\']).next().unwrap_or_default();
    let file = name.rsplit_once('.').is_some_and(|(stem, end)| {
        !stem.is_empty() && FILES.contains(&end.to_lowercase().as_str())
    });
    let rooted = text.starts_with(['/', '\\']) || text.get(1..3) == Some(":\\");
    let queried = text.contains('?') && inside('=');
    file || rooted
        || queried
        || text.contains('\\')
        || (text.contains('/') && (inside('?') || inside('=') || inside('#') || dotted(text)))
}

/// Whether letters stand on both sides of a full stop in a text.
fn dotted(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    letters
        .windows(3)
        .any(|three| three[1] == '.' && three[0].is_alphabetic() && three[2].is_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::{AddressKind, addresses};

    /// A text with its addresses in brackets, each after the letter of its kind.
    fn shown(text: &str) -> String {
        let letters: Vec<char> = text.chars().collect();
        let mut out = String::new();
        let mut at = 0;
        for address in addresses(&letters) {
            out.extend(&letters[at..address.range.start]);
            out.push_str(match address.kind {
                AddressKind::Web => "W[",
                AddressKind::Mail => "M[",
                AddressKind::Path => "P[",
            });
            out.extend(&letters[address.range.clone()]);
            out.push(']');
            at = address.range.end;
        }
        out.extend(&letters[at..]);
        out
    }

    #[test]
    fn addresses_are_found_in_any_text() {
        for wanted in [
            "Voir W[https://www.exemple.be/a?b=1!c;d] et W[http://x.be]: ouvert",
            "W[www.exemple.be]? W[WWW.EXEMPLE.BE:8080]; (W[desk.be]), «W[desk.be/help]».",
            "M[jean-paul@x-y.be], d'M[info@desk.be]. M[mailto:a@b.be]",
            "W[https://a.be/w_(x)], (W[https://a.be/x]).",
            "W[https://ελλάδα.gr/σελίδα] M[post@münchen.de]",
            "在W[https://a.be/x]，请W[desk.be]看",
            "بW[https://a.be/x]، او M[a@b.be]؟",
            "P[a.b/c?d=e] P[rapport.pdf], P[C:\\dossier\\a] P[/etc/hosts] P[x?a=b]",
            "W[http://x.be/?x=1;y]",
            "l'W[exemple.be]",
            "W[tel:+3225550123]",
        ] {
            let typed: String =
                wanted.replace("W[", "").replace("M[", "").replace("P[", "").replace(']', "");
            assert_eq!(shown(&typed), wanted);
        }
    }

    #[test]
    fn words_numbers_and_abbreviations_are_none() {
        for text in [
            "p.ex. z.B. i.e. e.g. c.-à-d. a.m. U.S.A. etc. M.Martin",
            "Fin.Il part. fin…",
            "1.000 12.5 28.11.2026 04/555.01.23 24h/24 12/2026",
            "CPAS/OCMW et/ou 1:2 10:30 a::b quoi?! :) x=\"y\" @nom #mot",
            "9h–17h, art.10, n°5, a/b",
            "a_b",
        ] {
            assert_eq!(shown(text), text);
        }
    }
}
