//! What is left of a drawing that somebody's program has made.

use super::{read_with_warnings, refused, sound};

#[test]
fn of_a_drawing_there_is_what_is_drawn() {
    let drawing = r##"<?xml version="1.0"?><!-- C:/Users/jan/secret --><?jan secret?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:ed="urn:secret-editor"
  viewBox="0 0 40 20" ed:docname="secret.svg" onload="steal()"><title>secret</title><desc>secret</desc>
<metadata><ed:who>secret</ed:who><!-- secret --></metadata><ed:view zoom="2"><path d="secret"/></ed:view>
<script>steal()</script><defs><path id="shape" d="M2 2h9v9h-9z" data-name="secret"/></defs>
<a xlink:href="javascript:steal()"><use xlink:href="#shape" fill="red" onclick="steal()"/></a>
<text x="20" y="10" xml:lang="nl" font-size="4">Loket</text></svg>"##;
    let (found, warnings) = read_with_warnings("logo.svg", drawing.as_bytes());
    assert_eq!(warnings, ["`logo.svg` runs a script, which a page does not"]);
    let shown = String::from_utf8(found.unwrap().bytes).unwrap();
    for trace in ["secret.svg", ">secret", "jan", "steal", "script", "ed:who", "zoom"] {
        assert!(!shown.contains(trace), "{trace}: {shown}");
    }
    for drawn in
        ["id=\"shape\" d=\"M2 2h9v9h-9z\"", "xlink:href=\"#shape\" fill=\"red\"", ">Loket</text>"]
    {
        assert!(shown.contains(drawn), "{drawn}: {shown}");
    }
    let tree = usvg::Tree::from_str(&shown, &usvg::Options::default()).unwrap();
    assert!(tree.root().has_children());
}

/// A drawing with this in it.
fn drawing(inner: &str) -> Vec<u8> {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">{inner}<path d=\"M0 0h9v9z\"/></svg>").into_bytes()
}

#[test]
fn what_moves_brings_nothing_back() {
    let moving = drawing(
        "<a><set attributeName=\"href\" to=\"javascript:steal()\"/><path d=\"M0 0h9v9z\"/></a>",
    );
    let (found, warnings) = read_with_warnings("logo.svg", &moving);
    assert_eq!(warnings, ["`logo.svg` moves: a page stands still"]);
    let shown = String::from_utf8(found.unwrap().bytes).unwrap();
    assert!(!shown.contains("steal") && !shown.contains("<set"), "{shown}");
}

#[test]
fn attributes_that_only_a_browser_sees_are_refused() {
    for declared in [
        "<!ATTLIST svg onload CDATA \"steal()\">",
        "<!ENTITY % more '&#60;!ATTLIST svg onload CDATA \"steal()\">'>%more;",
    ] {
        let text = String::from_utf8(drawing("")).unwrap();
        let (message, _) =
            refused("logo.svg", format!("<!DOCTYPE svg [{declared}]>{text}").as_bytes());
        assert_eq!(message, "the document type of `logo.svg` gives elements attributes");
    }
    let text = String::from_utf8(drawing("<g fill=\"&c;\"/>")).unwrap();
    sound("logo.svg", format!("<!DOCTYPE svg [<!ENTITY c \"red\">]>{text}").as_bytes());
}

#[test]
fn styles_load_nothing_however_that_is_written() {
    for style in [
        "@IMPORT \"http://x.example\";",
        "@\\69mport \"http://x.example\";",
        "g{filter:URL(http://x.example)}",
        "g{filter:u\\72l(http://x.example)}",
        "g{mask:image-set(\"http://x.example\" 1x)}",
    ] {
        let (message, _) = refused("logo.svg", &drawing(&format!("<style>{style}</style>")));
        assert!(message.contains("asks for another file"), "{style}: {message}");
    }
    let attribute = drawing("<g style=\"filter:Url(http://x.example)\"/>");
    assert!(refused("logo.svg", &attribute).0.contains("asks for another file"));
    sound("logo.svg", &drawing("<style>g{fill:URL(#a)}</style>"));
    // A name space is a name; what stands at the same host is not.
    let space = "<style>@namespace svg url(http://www.w3.org/2000/svg);</style>";
    sound("logo.svg", &drawing(space));
    let picture = "<style>@namespace svg url(http://www.w3.org/2000/svg);g{fill:url(http://www.w3.org/a)}</style>";
    assert!(refused("logo.svg", &drawing(picture)).0.contains("www.w3.org/a"));
}

#[test]
fn what_a_style_asks_for_stays_and_what_is_left_out_asks_for_nothing() {
    let text = "<style>path:first-child{fill:none}[data-c=\"1\"]{fill:red}</style><g><title>secret</title><path data-c=\"1\" d=\"M0 0h9v9z\"/></g>";
    let shown = String::from_utf8(sound("logo.svg", &drawing(text)).bytes).unwrap();
    assert!(shown.contains("<title></title><path data-c=\"1\""), "{shown}");
    let noted = "<metadata><link href=\"https://licence.example\"/></metadata>";
    sound("logo.svg", &drawing(noted));
}
