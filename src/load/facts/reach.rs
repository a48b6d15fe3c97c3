//! Turns telephone numbers, web and mail addresses of the facts into what is printed and what a link leads to.
//!
//! A link, a QR code or a number with an invisible character in it leads nowhere, or elsewhere, and nobody sees why. So
//! each is checked to the last character when the facts are read.

use crate::diagnostic::characters::{is_invisible, mend, name, oddity};
use crate::diagnostic::{Diagnostic, Located, Report, Reported, Span};
use crate::language::numbering::value_of;

/// A telephone number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhoneNumber {
    /// As it is printed.
    printed: String,
    /// As a telephone dials it: figures, with the code of the country where that is known.
    dialled: String,
}

/// How national numbers are dialled from anywhere.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::load) struct Dialling {
    /// The code of the country, without `+`; `None` if the facts do not say it.
    pub(super) code: Option<String>,
    /// What national numbers begin with at home alone.
    pub(super) trunk: String,
}

/// The most figures of a short number, which is the same in the whole country and has no other form: 101, 1712, 116 000.
const SHORT: usize = 6;

impl PhoneNumber {
    /// Reads a number; what is wrong with it is reported.
    ///
    /// # Errors
    ///
    /// Fails if it is none.
    pub(super) fn read(
        number: &Located<String>,
        dialling: &Dialling,
        report: &Report,
    ) -> Result<PhoneNumber, Reported> {
        let text = &number.value;
        if let Some(c) =
            text.chars().find(|c| is_odd(*c) || (!c.is_ascii() && value_of(*c).is_some()))
        {
            return Err(report.error(odd_character("the telephone number", c, number)));
        }
        let figures = text.chars().filter(char::is_ascii_digit).count();
        let fits = |c: char| c.is_ascii_digit() || c == ' ' || c == '+';
        let is_number = (3..=15).contains(&figures)
            && text.chars().all(fits)
            && !text.trim_start_matches('+').contains('+')
            && text.matches('+').count() < 2;
        if !is_number {
            return Err(report.error(
                Diagnostic::error(format!("`{text}` is not a telephone number"))
                    .at(&number.span)
                    .hint("write digits in groups: \"0800 30 030\""),
            ));
        }
        check_blanks("the telephone number", number, report)?;
        Ok(PhoneNumber { printed: text.clone(), dialled: dialling.dialled(text) })
    }

    /// As it is printed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.printed
    }

    /// The target of its link.
    #[must_use]
    pub fn link(&self) -> String {
        format!("tel:{}", self.dialled)
    }
}

impl Dialling {
    /// The figures that are dialled.
    fn dialled(&self, number: &str) -> String {
        let figures: String = number.chars().filter(char::is_ascii_digit).collect();
        if number.starts_with('+') {
            return format!("+{figures}");
        }
        if let Some(rest) = figures.strip_prefix("00") {
            return format!("+{rest}");
        }
        match (&self.code, figures.strip_prefix(self.trunk.as_str())) {
            (Some(code), Some(rest)) if figures.len() > SHORT => format!("+{code}{rest}"),
            _ => figures,
        }
    }
}

/// A web address, without `https://`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WebAddress {
    /// As it is printed.
    pub(crate) printed: String,
    /// The target of its link, in ASCII.
    pub(crate) link: String,
}

/// A mail address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MailAddress {
    /// As it is printed.
    pub(crate) printed: String,
    /// The target of its link, in ASCII.
    pub(crate) link: String,
}

/// What is wrong with an address.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Fault {
    /// What it is: "has a port".
    what: String,
    /// What to do.
    mend: String,
    /// The character that is wrong, if it is one.
    character: Option<char>,
}

impl Fault {
    fn new(what: impl Into<String>, mend: impl Into<String>) -> Fault {
        Fault { what: what.into(), mend: mend.into(), character: None }
    }

    fn at(self, c: char) -> Fault {
        Fault { character: Some(c), ..self }
    }

    fn diagnostic(&self, what: &str, address: &Located<String>) -> Diagnostic {
        let Fault { what: wrong, mend, character } = self;
        let span = character.map_or_else(|| address.span.clone(), |c| place(c, address));
        let shown = visible(&address.value);
        // "`cire` is not a web address" needs no noun before it.
        let subject = if wrong.starts_with("is not") { String::new() } else { format!("{what} ") };
        Diagnostic::error(format!("{subject}`{shown}` {wrong}")).at(&span).hint(mend.as_str())
    }
}

impl WebAddress {
    /// Reads an address; `None` if it is none. What is wrong was reported when the facts were read.
    pub(crate) fn parse(address: &str) -> Option<WebAddress> {
        WebAddress::try_parse(address).ok()
    }

    fn try_parse(address: &str) -> Result<WebAddress, Fault> {
        let printed = "write it as it is printed, without `https://`: \"cire.be\"";
        if address.contains("://") || !address.contains('.') {
            return Err(Fault::new("is not a web address", printed));
        }
        check_characters(address)?;
        let end = address.find(['/', '?', '#']).unwrap_or(address.len());
        let (host, path) = address.split_at(end);
        if host.contains('@') {
            return Err(Fault::new(
                "holds a name before its host",
                "write the host alone; a mail address is an `email`",
            ));
        }
        if host.contains(':') {
            return Err(Fault::new(
                "has a port",
                "give an address without one: people type it from paper",
            ));
        }
        let shown = check_host(host)?;
        let url = url::Url::parse(&format!("https://{host}{path}"))
            .map_err(|error| Fault::new(format!("can't be reached: {error}"), printed))?;
        let link = if path.is_empty() { url.as_str().trim_end_matches('/') } else { url.as_str() };
        Ok(WebAddress { printed: format!("{shown}{path}"), link: link.to_owned() })
    }

    /// Reports what is wrong with an address of the facts.
    pub(super) fn check(address: &Located<String>, report: &Report) {
        if let Err(fault) = WebAddress::try_parse(&address.value) {
            report.add(fault.diagnostic("the web address", address));
        }
    }
}

impl MailAddress {
    /// Reads an address; `None` if it is none. What is wrong was reported when the facts were read.
    pub(crate) fn parse(address: &str) -> Option<MailAddress> {
        MailAddress::try_parse(address).ok()
    }

    fn try_parse(address: &str) -> Result<MailAddress, Fault> {
        let none = || Fault::new("is not a mail address", "write it like \"help@desk.be\"");
        check_characters(address)?;
        let (local, host) = address.split_once('@').ok_or_else(none)?;
        let fits = |c: char| c.is_alphanumeric() || "!#$%&'*+-/=?^_{|}~.".contains(c);
        let dots = local.starts_with('.') || local.ends_with('.') || local.contains("..");
        if local.is_empty()
            || !local.chars().all(fits)
            || dots
            || host.contains(['@', ':', '/', '?'])
        {
            return Err(none());
        }
        let shown = check_host(host)?;
        let ascii = match url::Host::parse(host) {
            Ok(url::Host::Domain(domain)) => domain,
            _ => return Err(none()),
        };
        let mut encoded = String::new();
        for c in local.chars() {
            let mut bytes = [0; 4];
            // What has a meaning in a link, or is not of ASCII, is written as bytes (RFC 6068, 2).
            if c.is_ascii_alphanumeric() || "!$'*+-_~.".contains(c) {
                encoded.push(c);
            } else {
                encoded
                    .extend(c.encode_utf8(&mut bytes).bytes().map(|byte| format!("%{byte:02X}")));
            }
        }
        Ok(MailAddress {
            printed: format!("{local}@{shown}"),
            link: format!("mailto:{encoded}@{ascii}"),
        })
    }

    /// Reports what is wrong with an address of the facts.
    pub(super) fn check(address: &Located<String>, report: &Report) {
        if let Err(fault) = MailAddress::try_parse(&address.value) {
            report.add(fault.diagnostic("the mail address", address));
        }
    }
}

/// Whether a character is invisible, or a blank other than that of a keyboard.
fn is_odd(c: char) -> bool {
    is_invisible(c) || (c.is_whitespace() && c != ' ')
}

/// Checks the characters that no address may hold.
fn check_characters(address: &str) -> Result<(), Fault> {
    let odd = |c: char, mend: String| Fault::new(format!("holds {}", name(c)), mend).at(c);
    for c in address.chars() {
        if is_odd(c) || c == ' ' {
            return Err(odd(c, "delete it".to_owned()));
        }
        if "\"<>\\`^{|}«»“”„‘’".contains(c) {
            return Err(odd(
                c,
                "delete it: the address stands here as it is typed into a browser".to_owned(),
            ));
        }
        if let Some(value) = value_of(c).filter(|_| !c.is_ascii()) {
            return Err(odd(c, format!("write `{value}`")));
        }
    }
    match address.chars().next_back() {
        Some(c) if ".,;:!".contains(c) => {
            Err(Fault::new(format!("ends with `{c}`"), "delete it: it is no part of the address"))
        }
        _ => Ok(()),
    }
}

/// Checks a host, and gives it as people read it.
fn check_host(host: &str) -> Result<String, Fault> {
    let none = || Fault::new("has no host", "write a name like \"desk.be\"");
    let labels: Vec<&str> = host.split('.').collect();
    let last_has_letters = labels.last().is_some_and(|last| last.contains(char::is_alphabetic));
    if labels.len() < 2 || labels.iter().any(|label| label.is_empty()) || !last_has_letters {
        return Err(none());
    }
    let fits = |c: char| c.is_alphanumeric() || c == '-' || (!c.is_ascii() && !c.is_whitespace());
    if let Some(c) = host.chars().find(|c| !fits(*c) && *c != '.') {
        let wrong = Fault::new(format!("holds {} in its host", name(c)), "delete it");
        return Err(wrong.at(c));
    }
    let (unicode, result) = idna::domain_to_unicode(host);
    if result.is_err() {
        return Err(Fault::new(
            "has a host that no name can be",
            "write it as it stands in a browser",
        ));
    }
    // A name in ASCII form, `xn--…`, is checked and printed as what it stands for.
    let shown = if host.contains("xn--") { unicode } else { host.to_owned() };
    for label in shown.split('.') {
        if let Some(c) = look_alike(label) {
            let wrong = Fault::new(
                format!(
                    "holds {} among other letters: it leads elsewhere than it seems to",
                    name(c)
                ),
                mend(c),
            );
            return Err(wrong.at(c));
        }
    }
    Ok(shown)
}

/// A letter of a part of a host that makes it look like another one: of another script than the rest, or a part that has
/// nothing but letters that look like Latin ones.
fn look_alike(label: &str) -> Option<char> {
    let letters = || label.chars().filter(|c| c.is_alphabetic());
    let of = |script| letters().find(|c| Script::of(*c) == script);
    let latin = of(Script::Latin);
    let (greek, cyrillic, armenian) =
        (of(Script::Greek), of(Script::Cyrillic), of(Script::Armenian));
    let others: Vec<char> = [greek, cyrillic, armenian].into_iter().flatten().collect();
    if let Some(first) = others.first()
        && (latin.is_some() || others.len() > 1)
    {
        return Some(*first);
    }
    let all_alike = letters().all(|c| !c.is_ascii() && oddity(c).is_some());
    if all_alike { letters().next() } else { None }
}

/// Scripts whose letters look alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Greek,
    Cyrillic,
    Armenian,
    Other,
}

impl Script {
    fn of(c: char) -> Script {
        match c {
            'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => Script::Latin,
            '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => Script::Greek,
            '\u{400}'..='\u{52F}' | '\u{1C80}'..='\u{1C8F}' | '\u{A640}'..='\u{A69F}' => {
                Script::Cyrillic
            }
            '\u{530}'..='\u{58F}' | '\u{13A0}'..='\u{13FF}' => Script::Armenian,
            _ => Script::Other,
        }
    }
}

/// Reports blanks at the ends, and two in a row.
fn check_blanks(what: &str, text: &Located<String>, report: &Report) -> Result<(), Reported> {
    let wrong = if text.value.starts_with(' ') {
        "begins with a blank"
    } else if text.value.ends_with(' ') {
        "ends with a blank"
    } else if text.value.contains("  ") {
        "holds two blanks in a row"
    } else {
        return Ok(());
    };
    Err(report.error(
        Diagnostic::error(format!("{what} `{}` {wrong}", text.value))
            .at(&text.span)
            .hint("delete it"),
    ))
}

/// Says that a text holds a character that it may not.
fn odd_character(what: &str, c: char, text: &Located<String>) -> Diagnostic {
    let mend = value_of(c).map_or_else(|| mend(c), |value| format!("write `{value}`"));
    Diagnostic::error(format!("{what} `{}` holds {}", visible(&text.value), name(c)))
        .at(&place(c, text))
        .hint(mend)
}

/// A text with its invisible characters as code points.
fn visible(text: &str) -> String {
    let shown = |c: char| if is_odd(c) { format!("<U+{:04X}>", c as u32) } else { c.to_string() };
    text.chars().map(shown).collect()
}

/// Where a character of a value stands; the value, if it is written as an escape.
fn place(c: char, text: &Located<String>) -> Span {
    let span = &text.span;
    let written = &span.file.text[span.range.clone()];
    // A quotation mark of the value is not the one that opens it.
    let at = written.char_indices().skip(1).find(|(_, own)| *own == c).map(|(at, _)| at);
    at.map_or_else(
        || span.clone(),
        |at| {
            let start = span.range.start + at;
            Span::new(&span.file, start..start + c.len_utf8())
        },
    )
}

#[cfg(test)]
mod tests {
    use super::{Dialling, MailAddress, WebAddress};

    #[test]
    fn a_web_address_is_printed_as_read_and_linked_in_ascii() {
        for (address, printed, link) in [
            ("cire.be", "cire.be", "https://cire.be"),
            ("desk.be/help?x=1", "desk.be/help?x=1", "https://desk.be/help?x=1"),
            (
                "ελλάδα.gr/σελίδα",
                "ελλάδα.gr/σελίδα",
                "https://xn--hxakic4aa.gr/%CF%83%CE%B5%CE%BB%CE%AF%CE%B4%CE%B1",
            ),
            (
                "bücher.example/größe",
                "bücher.example/größe",
                "https://xn--bcher-kva.example/gr%C3%B6%C3%9Fe",
            ),
            ("xn--bcher-kva.example", "bücher.example", "https://xn--bcher-kva.example"),
            ("пример.рф", "пример.рф", "https://xn--e1afmkfd.xn--p1ai"),
            ("例え.jp", "例え.jp", "https://xn--r8jz45g.jp"),
        ] {
            let found = WebAddress::try_parse(address).unwrap();
            assert_eq!((found.printed.as_str(), found.link.as_str()), (printed, link));
        }
    }

    #[test]
    fn a_mail_address_is_linked_in_ascii() {
        for (address, link) in [
            ("info@desk.be", "mailto:info@desk.be"),
            ("post@münchen.de", "mailto:post@xn--mnchen-3ya.de"),
            ("jö.b+x@desk.be", "mailto:j%C3%B6.b+x@desk.be"),
        ] {
            assert_eq!(MailAddress::try_parse(address).unwrap().link, link);
        }
    }

    #[test]
    fn what_is_wrong_with_an_address_is_named() {
        for (address, wrong) in [
            ("https://cire.be", "is not a web address"),
            ("cire", "is not a web address"),
            ("desk\u{200B}.example", "holds U+200B ZERO WIDTH SPACE"),
            ("de\u{AD}sk.example", "holds U+00AD SOFT HYPHEN"),
            ("desk.example ", "holds U+0020 SPACE"),
            ("desk.example\u{A0}", "holds U+00A0 NO-BREAK SPACE"),
            ("\u{202A}desk.example", "holds U+202A LEFT-TO-RIGHT EMBEDDING"),
            ("desk.example.", "ends with `.`"),
            ("me@desk.example", "holds a name before its host"),
            ("desk.example:8080", "has a port"),
            ("/desk.example", "has no host"),
            ("desk..example", "has no host"),
            ("127.0.0.1", "has no host"),
            ("«desk.example»", "holds U+00AB LEFT-POINTING DOUBLE ANGLE QUOTATION MARK"),
            ("desk١.example", "holds U+0661 ARABIC-INDIC DIGIT ONE"),
            (
                "d\u{435}sk.example",
                "holds U+0435 CYRILLIC SMALL LETTER IE among other letters: it leads elsewhere than it seems to",
            ),
            (
                "сор.be",
                "holds U+0441 CYRILLIC SMALL LETTER ES among other letters: it leads elsewhere than it seems to",
            ),
            ("xn--dsk-6cd.example", ""),
        ] {
            let found = WebAddress::try_parse(address);
            if wrong.is_empty() {
                assert!(found.is_err(), "{address}: {found:?}");
            } else {
                assert_eq!(found.unwrap_err().what, wrong, "{address}");
            }
        }
        for address in [
            "desk.be",
            "a@b",
            "a@@b.be",
            "a b@c.be",
            "mailto:a@b.be",
            ".a@b.be",
            "a@b.be.",
            "a@\u{200B}b.be",
            "<a@b.be>",
        ] {
            assert!(MailAddress::parse(address).is_none(), "{address}");
        }
    }

    #[test]
    fn a_national_number_is_dialled_from_anywhere() {
        let belgium = Dialling { code: Some("32".to_owned()), trunk: "0".to_owned() };
        for (number, wanted) in [
            ("0800 30 030", "+3280030030"),
            ("02 535 45 42", "+3225354542"),
            ("+33 1 42 27 78 00", "+33142277800"),
            ("0033 1 42 27 78 00", "+33142277800"),
            ("101", "101"),
            ("1712", "1712"),
            ("116 000", "116000"),
        ] {
            assert_eq!(belgium.dialled(number), wanted);
        }
        let italy = Dialling { code: Some("39".to_owned()), trunk: String::new() };
        assert_eq!(italy.dialled("06 1234 5678"), "+390612345678");
        assert_eq!(
            Dialling { code: None, trunk: "0".to_owned() }.dialled("0800 30 030"),
            "080030030"
        );
    }
}
