//! Markup of other languages in texts: told, with what to write.

use snapbox::str;

use super::{DUTCH, ENGLISH};
use crate::support::Sandbox;

/// What is reported when this stands in a text in both languages.
#[track_caller]
fn found(text: &str) -> String {
    let sandbox = Sandbox::of("small");
    sandbox.replace(ENGLISH, "Pay what you like.", text);
    sandbox.replace(DUTCH, "Betaal wat u wilt.", "Betaal.");
    sandbox.run(&["check", "--lang", "en"]).stderr
}

#[test]
fn a_tag_of_html() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat", "Betaal<br>wat");
    sandbox.assert_warnings(str![[r#"
warning[markup]: `<br>` means nothing here, and would stand on the page
  --> translations/nl/note.ftl:13:18
   |
13 | shop-pay = Betaal<br>wat u wilt.
   |                  ^^^^
   |
   = help: begin a paragraph with an empty line; single line ends are set by the program
   = help: if it is meant so, write above the message: `# accept <br>: ` and the reason
"#]]);
}

#[test]
fn each_kind_says_what_to_write() {
    for (text, subject, mend) in [
        ("a <strong>b</strong>", "`<strong>`", "write `<b>` and `</b>`"),
        ("a <i>b</i>", "`<i>`", "write `<em>` and `</em>`"),
        ("a <B>b</B>", "`<B>`", "write `<b>` and `</b>`, in small letters"),
        ("a <b >b</b>", "`<b >`", "without blanks"),
        ("a <u>b</u>", "`<u>`", "take it out, or write `<em>`"),
        ("a<br/>b", "`<br/>`", "an empty line"),
        ("a <a href=\"https://x.be\">b</a>", "`<a href=\"https://x.be\">`", "write `<a id=\"…\">`"),
        ("a <a id=“shop”>b", "`<a id=“shop”>`", "write `<a id=\"…\">`"),
        ("a <span lang='nl'>b", "`<span lang='nl'>`", "write `<span lang=\"fr\">`"),
        ("a <SPAN lang=\"nl\">b", "`<SPAN lang=\"nl\">`", "write `<span lang=\"fr\">`"),
        ("a <font color=red>b", "`<font color=red>`", "take it out"),
        ("a <!-- note --> b", "`<!-- note -->`", "above the message, as `# …`"),
        ("a&nbsp;b", "`&nbsp;`", "a no-break space (U+00A0)"),
        ("a &amp; b", "`&amp;`", "write `&`"),
        ("a &#233; b", "`&#233;`", "type the character itself"),
        ("a &#x2019; b", "`&#x2019;`", "type the character itself"),
        ("a **b c** d", "`**b c**`", "write `<b>` and `</b>`"),
        ("a __b__ d", "`__b__`", "write `<b>` and `</b>`"),
        ("see [our site](https://x.be) d", "`[our site](https://x.be)`", "write `<a id=\"…\">`"),
    ] {
        let found = found(text);
        assert!(found.contains("warning[markup]"), "{text}: {found}");
        assert!(found.contains(subject) && found.contains(mend), "{text}: {found}");
    }
}

#[test]
fn what_is_no_markup_is_left_alone() {
    for text in [
        "3 < 5 and 5 > 3",
        "R&D; a & b",
        "write here: ____ and ____",
        "<info@repair.example>",
        "2 * 3 * 4",
        "[1] (see below)",
        "a <b>b</b> and <em>c</em>",
    ] {
        let found = found(text);
        assert!(!found.contains("[markup]"), "{text}: {found}");
    }
}
