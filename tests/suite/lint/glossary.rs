//! The glossary: its terms, the words that it rules out, its names, and what is wrong with the file itself.

use snapbox::str;

use super::{ENGLISH, findings, pair};
use crate::support::Sandbox;

const GLOSSARY: &str = "brochures/note/glossary.toml";

const WORDS: &str = "\
[term.mend]
source = [\"mend*\", \"repair*\"]
why = \"to make it work again\"
use.nl = [\"herstel*\"]
never.nl = [\"renover*\"]

[word.junk]
why = \"nothing that people bring is junk: write \\\"what is broken\\\"\"
never = { en = [\"junk\"], nl = [\"rommel\", \"oud* spul*\"] }

[name.lane]
write = [\"Mill Lane\", \"Molenstraat\"]
";

/// The rules that find something in a translation, with a glossary.
#[track_caller]
fn found(source: &str, translation: &str, glossary: &str) -> Vec<String> {
    let sandbox = pair(source, translation);
    sandbox.write(GLOSSARY, glossary);
    findings(&sandbox).into_iter().map(|found| found.rule).collect()
}

#[test]
fn texts_have_the_words_of_the_glossary() {
    for (source, translation, wanted) in [
        ("We mend it.", "Wij herstellen het.", &[][..]),
        ("We mend it.", "Wij maken het.", &["glossary-term"]),
        ("REPAIRS", "HERSTELLINGEN", &[]),
        ("We mend it.", "Wij renoveren en herstellen het.", &["forbidden-word"]),
        // What does not stand for a term may stand for something else.
        ("We paint it.", "Wij renoveren het.", &[]),
        ("Bring what is broken.", "Breng uw rommel.", &["forbidden-word"]),
        ("Bring what is broken.", "Breng uw Oude Spullen.", &["forbidden-word"]),
        ("Bring what is broken.", "Breng uw rommelmarkt.", &[]),
        ("Come to Mill Lane.", "Kom naar de Molenstraat.", &[]),
        ("Come to Mill Lane.", "Kom naar Mill Lane.", &[]),
        ("Come to Mill Lane.", "Kom naar de molenstraat.", &["glossary-name"]),
        ("Come to Mill Lane.", "Kom naar de Molenstraatweg.", &["glossary-name"]),
        // The name stands in the term.
        ("Come to Mill Lane.", "Kom naar de { -shop }.", &[]),
    ] {
        assert_eq!(found(source, translation, WORDS), wanted, "{source} | {translation}");
    }
}

#[test]
fn a_name_stands_beside_its_translation() {
    let always = "[name.lane]\nwrite = [\"Mill Lane\"]\nbeside = \"always\"\n";
    for (translation, wanted) in [
        ("Kom naar de Molenweg (Mill Lane).", &["glossary-name"][..]),
        ("Kom naar de Molenweg.", &["glossary-name", "glossary-name"]),
    ] {
        // The term of the small project has the Dutch name alone.
        assert_eq!(found("Come to Mill Lane.", translation, always), wanted, "{translation}");
    }
    assert_eq!(found("Mill Lane", "Mill Lane", always), ["glossary-name", "glossary-name"]);
    let once = "[name.lane]\nwrite = [\"Mill Lane\"]\nbeside = \"once\"\n";
    assert_eq!(found("Come to Mill Lane.", "Kom naar de Molenweg (Mill Lane).", once), [""; 0]);
    assert_eq!(found("Come to Mill Lane.", "Kom naar de Molenweg.", once), ["glossary-name"]);
}

#[test]
fn the_source_has_no_word_that_is_ruled_out() {
    assert_eq!(found("Bring your junk.", "Breng het mee.", WORDS), ["forbidden-word"]);
}

#[test]
fn a_term_that_no_source_has_is_told() {
    let sandbox = Sandbox::of("small");
    sandbox.write(GLOSSARY, "[term.lamp]\nsource = [\"lmap*\"]\nuse.nl = [\"lamp*\"]\n");
    sandbox.assert_warnings(str![[r#"
warning[glossary-term]: no text in `en` has the term `lamp`
 --> brochures/note/glossary.toml:1:7
  |
1 | [term.lamp]
  |       ^^^^
  |
  = help: write its words as the source has them, with a star for endings, or delete it
"#]]);
}

#[test]
fn a_report_names_the_words_and_their_meaning() {
    let sandbox = pair("We mend it.", "Wij maken het.");
    sandbox.write(GLOSSARY, WORDS);
    sandbox.assert_warnings(str![[r#"
warning[glossary-term]: `shop-pay` has no word for `mend`, a term of the glossary
  --> translations/nl/note.ftl:13:1
   |
13 | shop-pay = Wij maken het.
   | ^^^^^^^^
   |
   = help: the words for it are `herstel*`
   = help: it is: to make it work again
   = help: if it is meant so, write above the message: `# accept "mend": ` and the reason
"#]]);
}

#[test]
fn faults_of_the_file_are_errors() {
    let sandbox = Sandbox::of("small");
    sandbox.write(GLOSSARY, "[term.mend]\nsource = [\"*\"]\nuse.nx = [\"x\"]\n[words]\n");
    sandbox.assert_faults(str![[r#"
error: `*` is no word that can be looked for
 --> brochures/note/glossary.toml:2:11
  |
2 | source = ["*"]
  |           ^^^
  |
  = help: write a word, or some in a row; a star stands at the end of a word, for any letters

error: unknown language `nx`
 --> brochures/note/glossary.toml:3:5
  |
3 | use.nx = ["x"]
  |     ^^
  |
  = help: write its tag, as its folder in `translations/` is called

error: unknown key `words` in the glossary
 --> brochures/note/glossary.toml:4:2
  |
4 | [words]
  |  ^^^^^
  |
  = help: did you mean `word`?
"#]]);
    assert!(sandbox.read(ENGLISH).contains("shop-pay"));
}
