//! What is left of a drawing that somebody's program has made.

use super::read_with_warnings;

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
    for trace in ["secret.svg", ">secret", "jan", "steal", "script", "metadata", "ed:who", "zoom"] {
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
