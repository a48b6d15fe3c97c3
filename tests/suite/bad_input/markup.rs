//! Markup in texts.

use snapbox::str;

use super::DUTCH;
use crate::support::Sandbox;

#[test]
fn unclosed_markup() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "</b> het in een tas", "het in een tas");
    sandbox.assert_faults(str![[r#"
error: `<b>` is never closed
  --> translations/nl/note.ftl:12:14
   |
12 | shop-bring = <b>Brenghet in een tas.
   |              ^^^
   |
   = help: write `</b>` where it ends
"#]]);
}

#[test]
fn crossed_markup() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "<b>Breng</b> het", "<b>Breng <em>het</b></em>");
    sandbox.assert_faults(str![[r#"
warning[lost-emphasis]: `shop-bring` has `<em>`, which its source has not
  --> translations/nl/note.ftl:12:23
   |
12 | shop-bring = <b>Breng <em>het</b></em> in een tas.
   |                       ^^^^
   |
   = help: delete it, or write it in the source too
   = help: if it is meant so, write above the message: `# accept <em>: ` and the reason

error: expected `</em>`, found `</b>`
  --> translations/nl/note.ftl:12:30
   |
12 | shop-bring = <b>Breng <em>het</b></em> in een tas.
   |                              ^^^^
   |
   = help: `<em>` was opened last, and must be closed first
"#]]);
}

#[test]
fn passage_that_is_never_closed() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat", "<span lang=\"fr\">Payez wat");
    sandbox.assert_faults(str![[r#"
error: `<span lang="fr">` is never closed
  --> translations/nl/note.ftl:13:12
   |
13 | shop-pay = <span lang="fr">Payez wat u wilt.
   |            ^^^^^^^^^^^^^^^^
   |
   = help: write `</span>` where it ends
"#]]);
}

#[test]
fn passage_in_a_language_that_nobody_knows() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat", "<span lang=\"fr-BE\">Payez</span> wat");
    sandbox.assert_faults(str![[r#"
error: language `fr-BE` has no row in the table of languages
  --> translations/nl/note.ftl:13:12
   |
13 | shop-pay = <span lang="fr-BE">Payez</span> wat u wilt.
   |            ^^^^^^^^^^^^^^^^^^^
   |
   = help: did you mean `fr`?
   = help: add `[language.fr-BE]` to `translations/languages.toml`, with its autonym and script
"#]]);
}

#[test]
fn passage_of_a_term_is_told_at_the_term_and_once() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "-shop = Molenstraat", "-shop = <span lang=\"tlh\">Molenstraat</span>");
    sandbox.replace(DUTCH, "Betaal wat", "{ -shop }: betaal wat");
    sandbox.assert_faults(str![[r#"
error: language `tlh` has no row in the table of languages
 --> translations/nl/note.ftl:1:9
  |
1 | -shop = <span lang="tlh">Molenstraat</span>
  |         ^^^^^^^^^^^^^^^^^
  |
  = help: add `[language.tlh]` to `translations/languages.toml`, with its autonym and script
"#]]);
}

#[test]
fn closing_tag_alone() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat", "Betaal</em> wat");
    sandbox.assert_faults(str![[r#"
error: `</em>` has no opening tag
  --> translations/nl/note.ftl:13:18
   |
13 | shop-pay = Betaal</em> wat u wilt.
   |                  ^^^^^
   |
   = help: delete it
"#]]);
}

#[test]
fn link_to_an_unknown_fact() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat u wilt.", "Betaal <a id=\"shopp\">wat</a> u wilt.");
    sandbox.assert_faults(str![[r#"
error: `shopp` is not a fact with a web address
  --> translations/nl/note.ftl:13:19
   |
13 | shop-pay = Betaal <a id="shopp">wat</a> u wilt.
   |                   ^^^^^^^^^^^^^^
   |
   = help: did you mean `shop`?
"#]]);
}
