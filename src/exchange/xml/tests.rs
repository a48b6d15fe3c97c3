//! What is no XML is refused at its place, and so is what could harm.

use proptest::prelude::*;

use crate::diagnostic::{Diagnostic, Report, SourceFile};
use crate::exchange::xml::{Element, first_element, push_attribute, push_text, read};

fn parsed(text: &str) -> Result<Element, (String, String)> {
    let report = Report::new();
    let read = read(&SourceFile::decode("a.xml", text), &report);
    let fault = |fault: Diagnostic| {
        let place = fault.span.map(|span| span.file.text[span.range].to_owned());
        (fault.message, place.unwrap_or_default())
    };
    let mut faults = report.into_sorted().into_iter().map(fault);
    assert_eq!(read.is_err(), faults.len() > 0);
    read.map_err(|_| faults.next().unwrap())
}

#[test]
fn texts_are_read_as_one_whatever_stands_between_them() {
    let root = parsed(
        "\u{FEFF}<?xml version='1.0' encoding='utf-8'?>\r\n<!-- <x> -->\n\
         <a b=' 1&amp;&#10;2\n3 '>R&amp;D &#x1F469;&lt;<!-- c --> <?pi d?><![CDATA[<b>&amp;]]>\r\ne</a>\n<!-- f -->\n",
    )
    .unwrap();
    assert_eq!(root.attribute("b"), Some(" 1&\n2 3 "));
    assert_eq!(root.text(), "R&D 👩< <b>&amp;\ne");
    assert_eq!(root.children.len(), 1);
}

#[test]
fn prefixes_stand_for_name_spaces() {
    let root = parsed(
        "<x:a xmlns:x='one' xmlns='two'><b/><x:b c='1'/><d xmlns=''><b/></d><y:b xmlns:y='one' c='2'/></x:a>",
    )
    .unwrap();
    assert_eq!((root.name.as_str(), root.namespace.as_ref()), ("a", "one"));
    let own: Vec<_> = root.named("b").map(|b| b.attribute("c").unwrap()).collect();
    assert_eq!(own, ["1", "2"]);
}

#[test]
fn an_element_knows_its_place() {
    let text = "<a>\n  <b c=\"d\">é</b>\n</a>";
    let root = parsed(text).unwrap();
    let b = root.first("b").unwrap();
    assert_eq!(&text[b.range.clone()], "<b c=\"d\">é</b>");
    assert_eq!(&text[b.tag.clone()], "<b c=\"d\">");
    assert_eq!(&text[root.range.clone()], text);
}

#[test]
fn what_is_no_xml_is_refused_at_its_place() {
    for (text, message, place) in [
        ("<a><b>x</b>", "`<a>` is not closed: the file is cut off", "<a>"),
        ("<a><b>x</b", "what begins here does not end: the file is cut off", "</b"),
        ("<a>x <!-- y", "what begins here does not end: the file is cut off", "<!-- y"),
        ("<a><![CDATA[x", "what begins here does not end: the file is cut off", "<![CDATA[x"),
        ("<a><b>x</a></b>", "`</a>` stands where `</b>` belongs", "</a></b>"),
        ("<a/></b>", "`</b>` closes nothing", "</b>"),
        ("<a/>\n<b/>", "this stands behind the end of the file's content", "<b/>"),
        ("<a/>x", "a text stands outside all elements", "x"),
        ("x<a/>", "a text stands outside all elements", "x"),
        ("<a>1 & 2</a>", "this `&` begins nothing", "& 2</a>"),
        ("<a>&nbsp;</a>", "nothing says what `&nbsp;` stands for", "&nbsp;"),
        ("<a b='&nbsp;'/>", "the value of `b` holds an unknown entity", "<a b='&nbsp;'/>"),
        ("<a b='1' b='2'/>", "`b` stands twice in this tag", "<a b='1' b='2'/>"),
        ("<a>\u{1}</a>", "no XML can hold this character: U+0001, a control character", "\u{1}"),
        ("<a>&#1;</a>", "no XML can hold this character: U+0001, a control character", "&#1;"),
        ("<a>&#xD800;</a>", "nothing says what `&#xD800;` stands for", "&#xD800;"),
        ("<a>&#0;</a>", "no XML can hold this character: U+0000, a control character", "&#0;"),
        ("<a>\u{FFFE}</a>", "no XML can hold this character: U+FFFE", "\u{FFFE}"),
        ("<x:a/>", "nothing says what `x:` stands for", "<x:a/>"),
        ("", "this file holds no element", ""),
        ("  \n", "this file holds no element", "  \n"),
        ("<!-- a -->", "this file holds no element", "<!-- a -->"),
        (
            "<?xml version='1.0' encoding='UTF-7'?><a>+ADw-</a>",
            "this file says that it is in `UTF-7`",
            "<?xml version='1.0' encoding='UTF-7'?>",
        ),
        (
            "<?xml version='1.1'?><a/>",
            "this file is in version `1.1` of XML",
            "<?xml version='1.1'?>",
        ),
        (
            "<a/><?xml version='1.0'?><a/>",
            "this belongs to the begin of a file",
            "<?xml version='1.0'?>",
        ),
    ] {
        assert_eq!(parsed(text).unwrap_err(), (message.to_owned(), place.to_owned()), "{text}");
    }
}

#[test]
fn no_file_defines_entities_and_none_loads_another() {
    for text in [
        "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
        "<!DOCTYPE a SYSTEM '>' [<!ENTITY b 'c'>]><a>&b;</a>",
        "<!DOCTYPE a [<!ENTITY % b SYSTEM 'http://127.0.0.1/x'>%b;]><a/>",
        "<!-- x --><!DOCTYPE a\n[\n<!ENTITY b0 'lol'><!ENTITY b1 '&b0;&b0;&b0;&b0;'>]><a>&b1;</a>",
    ] {
        let fault = ("this file defines entities of its own".to_owned(), "<!DOCTYPE".to_owned());
        assert_eq!(parsed(text).unwrap_err(), fault, "{text}");
    }
    let root = parsed("<!DOCTYPE tmx SYSTEM \"/etc/passwd\">\n<tmx>x</tmx>").unwrap();
    assert_eq!(root.text(), "x");
    let late = parsed("<a><!DOCTYPE a></a>").unwrap_err();
    assert_eq!(late.0, "this belongs to the begin of a file");
}

#[test]
fn what_is_too_much_is_refused_at_once() {
    let deep = "<a>".repeat(5_000_000);
    let wide = format!("<a>{}</a>", "<b/>".repeat(1_100_000));
    let attributes: String = (0..200_000).map(|number| format!(" b{number}=''")).collect();
    let spaces: String = (0..40).map(|number| format!(" xmlns:b{number}='c'")).collect();
    for text in [
        deep,
        wide,
        format!("<a{attributes}/>"),
        format!("<a{spaces}><b{}/></a>", spaces.replace(":b", ":d")),
    ] {
        let start = std::time::Instant::now();
        let (message, _) = parsed(&text).unwrap_err();
        assert!(message.contains(" more "), "{message}");
        assert!(start.elapsed().as_secs() < 20, "{message}");
    }
}

#[test]
fn the_first_element_is_known_before_a_file_is_read() {
    for (text, name) in [
        (
            "\u{FEFF}<?xml version='1.0'?>\n<!-- x -->\n<!DOCTYPE tmx SYSTEM 'x'>\n<tmx version='1.4'>",
            Some("tmx"),
        ),
        ("<x:xliff>", Some("xliff")),
        ("<a/>", Some("a")),
        ("msgid \"<tmx\"", None),
        ("", None),
        ("<", None),
    ] {
        assert_eq!(first_element(text.as_bytes()).as_deref(), name, "{text}");
    }
}

proptest! {
    #[test]
    fn texts_and_attributes_come_back(text in "[^\0-\u{8}\u{b}\u{c}\u{e}-\u{1f}\u{fffe}\u{ffff}]*") {
        let mut file = String::from("<a");
        push_attribute(&mut file, "b", &text);
        file.push('>');
        push_text(&mut file, &text);
        file.push_str("</a>");
        let root = parsed(&file).unwrap();
        prop_assert_eq!(root.attribute("b"), Some(text.as_str()));
        prop_assert_eq!(root.text(), text);
    }

    #[test]
    fn whatever_is_read_is_read_to_the_end(text in "(<a>|</a>|<a b='|'|<!--|-->|<!DOCTYPE|\\[|\\]|<!\\[CDATA\\[|\\]\\]>|<\\?|\\?>|&|#|;|x| |\n|é)*") {
        let _ = parsed(&text);
    }
}
