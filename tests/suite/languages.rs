//! Passages in other languages, pairs of names, and texts that stand in several languages: how they are set, and that
//! a screen reader is told the language of each.

use std::collections::BTreeMap;
use std::path::Path;

use feuillet::compose::{KeptWords, compose};
use feuillet::resolve::Manuscript;
use feuillet::resolve::manuscript::{BlockKind, Origin, RunKind, Version};
use lopdf::{Dictionary, Document, Object, ObjectId};
use typst::layout::{Frame, FrameItem};

use crate::outside;
use crate::support::{Loaded, Sandbox, approve, messages};

const BROCHURE: &str = "brochures/help/brochure.toml";
const ARABIC: &str = "translations/ar/help.ftl";
const FRENCH: &str = "translations/fr/help.ftl";

// ── What a screen reader is told ────────────────────────────────────────────────────────────────────────

/// The words of a PDF by the language in which they are spoken, without blanks, in the order of the pages: what
/// marked contents say of themselves, else the element of the structure that holds them, else the document.
pub(crate) fn spoken(path: &Path) -> BTreeMap<String, String> {
    let document = Document::load(path).unwrap();
    let catalogue = document.catalog().unwrap();
    let whole = text_of(catalogue, b"Lang").expect("a PDF says its language");
    let mut held = BTreeMap::new();
    let root = document.get_dict_in_dict(catalogue, b"StructTreeRoot").unwrap();
    hold(&document, root, &whole, None, &mut held);
    let mut spoken: BTreeMap<String, String> = BTreeMap::new();
    for page in document.get_pages().into_values() {
        let fonts = document.get_page_fonts(page).unwrap();
        let content = document.get_and_decode_page_content(page).unwrap();
        // The language of each open piece of marked contents; none for what is not spoken.
        let mut open: Vec<Option<String>> = Vec::new();
        let mut encoding = None;
        for operation in &content.operations {
            match operation.operator.as_str() {
                "BMC" => open.push(open.last().cloned().flatten()),
                "BDC" => {
                    let properties = operation.operands.get(1).and_then(|one| one.as_dict().ok());
                    let id = properties.and_then(|one| one.get(b"MCID").ok()?.as_i64().ok());
                    let own = properties.and_then(|one| text_of(one, b"Lang"));
                    let around = match id {
                        Some(id) => held.get(&(page, id)).cloned(),
                        None => open.last().cloned().flatten(),
                    };
                    let artifact = operation.operands[0].as_name().unwrap() == b"Artifact";
                    open.push(own.or(around).filter(|_| !artifact));
                }
                "EMC" => drop(open.pop()),
                "Tf" => {
                    let font = fonts.get(operation.operands[0].as_name().unwrap());
                    encoding = font.and_then(|font| font.get_font_encoding(&document).ok());
                }
                "Tj" | "TJ" => {
                    let Some(language) = open.last().cloned().flatten() else { continue };
                    let Some(encoding) = &encoding else { continue };
                    let words = spoken.entry(language).or_default();
                    let pieces = match &operation.operands[0] {
                        Object::Array(pieces) => pieces.as_slice(),
                        _ => &operation.operands,
                    };
                    for piece in pieces.iter().filter_map(|piece| piece.as_str().ok()) {
                        words.push_str(&Document::decode_text(encoding, piece).unwrap());
                    }
                }
                _ => {}
            }
        }
    }
    spoken.values_mut().for_each(|words| *words = bare(words));
    spoken
}

/// Notes the language of each piece of marked contents that an element of the structure holds.
fn hold(
    document: &Document,
    element: &Dictionary,
    around: &str,
    page: Option<ObjectId>,
    held: &mut BTreeMap<(ObjectId, i64), String>,
) {
    let language = text_of(element, b"Lang").unwrap_or_else(|| around.to_owned());
    let page = element.get(b"Pg").and_then(Object::as_reference).ok().or(page);
    let Ok(kids) = element.get(b"K") else { return };
    let kids = match document.dereference(kids).unwrap().1 {
        Object::Array(kids) => kids.clone(),
        kid => vec![kid.clone()],
    };
    for kid in &kids {
        match document.dereference(kid).unwrap().1 {
            Object::Integer(id) => drop(held.insert((page.unwrap(), *id), language.clone())),
            Object::Dictionary(kid) if kid.has(b"MCID") => {
                let page = kid.get(b"Pg").and_then(Object::as_reference).ok().or(page);
                let id = kid.get(b"MCID").unwrap().as_i64().unwrap();
                held.insert((page.unwrap(), id), language.clone());
            }
            Object::Dictionary(kid) => hold(document, kid, &language, page, held),
            _ => {}
        }
    }
}

fn text_of(dictionary: &Dictionary, key: &[u8]) -> Option<String> {
    let text = dictionary.get(key).ok()?.as_str().ok()?;
    Some(String::from_utf8_lossy(text).into_owned())
}

/// A text without blanks, without hyphens, which may be those of divided words, and without what steers breaks and
/// directions.
fn bare(text: &str) -> String {
    let steers = |c: char| matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}');
    text.chars().filter(|c| !c.is_whitespace() && !"-‐".contains(*c) && !steers(*c)).collect()
}

/// Whether a text is in a script from left to right, whose words a PDF holds in the order in which they are read.
fn is_from_left(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
        && !text.contains(|c| ('\u{590}'..='\u{8FF}').contains(&c))
}

/// Makes sure that each passage of an edition that is in another language than the edition is spoken in it; gives
/// how many there are.
#[track_caller]
fn assert_spoken(manuscript: &Manuscript, path: &Path) -> usize {
    let spoken = spoken(path);
    let own = &manuscript.language().tag;
    let mut found = 0;
    for passage in manuscript.passages() {
        for run in passage.paragraphs.iter().flatten().filter(|run| run.kind != RunKind::Page) {
            let language = run.language.as_ref().unwrap_or(&passage.language);
            if language == own || !is_from_left(&run.text) {
                continue;
            }
            let words = spoken.get(language.as_str()).map(String::as_str).unwrap_or_default();
            let wanted = bare(&run.text);
            assert!(words.contains(&wanted), "`{wanted}` is not spoken in `{language}`: {words}");
            found += 1;
        }
    }
    found
}

/// The PDF of the fixture for screens.
fn pdf(sandbox: &Sandbox, language: &str) -> std::path::PathBuf {
    sandbox.path(&format!("output/help/{language}/help-short-{language}-screen-draft.pdf"))
}

#[test]
fn a_passage_is_spoken_in_its_language() {
    let sandbox = Sandbox::of("letters");
    sandbox.build_clean();
    let arabic = spoken(&pdf(&sandbox, "ar"));
    for (language, words) in [
        ("fr", "Officedesétrangers"),
        ("fr", "«Myria»"),
        ("nl", "DienstVreemdelingenzaken"),
        ("nl", "OCMW"),
        // A letter, and its own language's signs in it.
        ("fr", "Madame,Monsieur,Jesuisd’accord:«j’attends»depuis30jours"),
        ("nl", "Ikwachtal30dagenopuw“antwoord”"),
    ] {
        assert!(arabic[language].contains(words), "{words} in {}", arabic[language]);
    }
    // Not a letter of Arabic is spoken in another language.
    for (language, words) in arabic.iter().filter(|(language, _)| *language != "ar") {
        assert!(is_from_left(words) || language == "ru", "{language}: {words}");
    }
    assert!(!arabic["ar"].contains("Office") && !arabic["ar"].contains("Monsieur"));
    let loaded = sandbox.load("help");
    for (language, least) in [("fr", 3), ("nl", 3), ("ar", 10), ("ru", 6)] {
        let manuscript = loaded.resolve("short", language).manuscript;
        let found = assert_spoken(&manuscript, &pdf(&sandbox, language));
        assert!(found >= least, "{language}: {found}");
    }
}

#[test]
fn what_ships_is_spoken_in_the_language_of_each_passage() {
    let loaded = outside::loaded();
    for (edition, language) in outside::editions() {
        let manuscript = loaded.resolve(edition, language).manuscript;
        assert_spoken(&manuscript, &outside::pdf(edition, language));
    }
}

/// The titles of the bookmarks of a PDF, in no order.
fn bookmarks(path: &Path) -> Vec<String> {
    let document = Document::load(path).unwrap();
    let dictionaries = document.objects.values().filter_map(|object| object.as_dict().ok());
    let titles = dictionaries.filter(|one| one.has(b"Dest") || one.has(b"A"));
    let titles = titles.filter_map(|one| one.get(b"Title").ok());
    titles.map(|title| lopdf::decode_text_string(title).unwrap()).collect()
}

#[test]
fn a_closing_tag_without_its_opening_one_tells_how_that_is_written() {
    for slip in ["<span lang='nl'>", "<SPAN lang=\"nl\">", "<span>", "<span lang=\"\">"] {
        let sandbox = Sandbox::of("letters");
        let text = format!("office-title = {slip}Dienst</span>\nold-title =");
        sandbox.replace(FRENCH, "office-title =", &text);
        let ran = sandbox.run(&["check"]);
        assert_eq!(ran.code, 1, "{slip}: {ran:?}");
        assert!(ran.stderr.contains("error: `</span>` closes nothing"), "{slip}: {}", ran.stderr);
        let help = "help: write the tag that it closes as `<span lang=\"fr\">`, or delete it";
        assert!(ran.stderr.contains(help), "{slip}: {}", ran.stderr);
    }
}

#[test]
fn titles_keep_their_names_in_bookmarks() {
    let sandbox = Sandbox::of("letters");
    for (old, new) in [
        ("office-title = إلى أين تكتب", "office-title = CPAS/OCMW"),
        (
            "letter-title = رسالة",
            "letter-title = رسالة إلى <span lang=\"fr\">Office des étrangers</span>",
        ),
    ] {
        sandbox.replace(ARABIC, old, new);
    }
    sandbox.replace(FRENCH, "office-title = ", "office-title = Parlez-en : ");
    sandbox.build_clean();
    let arabic = bookmarks(&pdf(&sandbox, "ar"));
    assert!(arabic.contains(&"CPAS/OCMW".to_owned()), "{arabic:?}");
    assert!(arabic.iter().any(|title| title.ends_with("Office des étrangers")), "{arabic:?}");
    let french = bookmarks(&pdf(&sandbox, "fr"));
    assert!(french.iter().any(|title| title.starts_with("Parlez-en")), "{french:?}");
}

// ── How they are set ────────────────────────────────────────────────────────────────────────────────────

/// The Typst source of the fixture in a language.
fn source(loaded: &Loaded, language: &str) -> String {
    let resolved = loaded.resolve("short", language);
    assert_eq!(messages(&resolved.diagnostics), [""; 0]);
    let edition = loaded.publication.brochure.edition("short").unwrap();
    let composition = compose(&loaded.publication, &resolved.manuscript, edition);
    composition.with(&composition.settings[0], &KeptWords::default()).main().to_owned()
}

/// The pieces of text on the pages of the fixture, each of one line.
fn pieces(loaded: &Loaded, language: &str) -> Vec<String> {
    fn collect(frame: &Frame, out: &mut Vec<String>) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => collect(&group.frame, out),
                FrameItem::Text(text) => out.push(text.text.to_string()),
                _ => {}
            }
        }
    }
    let mut out = Vec::new();
    for page in loaded.pages("short", language).document.pages() {
        collect(&page.frame, &mut out);
    }
    out
}

#[test]
fn passages_and_pairs_are_written_as_one_piece_each() {
    let source_of = |language| source(&Sandbox::of("letters").load("help"), language);
    let arabic = source_of("ar");
    for wanted in [
        "[#\"اكتب إلى مكتب الأجانب (\"#foreign(lang-fr)[#\"Office des étrangers\"]#\")، أو",
        "#foreign(lang-fr)[#\"«\\u{202f}Myria\\u{202f}»\"]",
        "[#\"يساعدك \"#pair[#\"CPAS/OCMW\"]#\" في بلديتك.\"]",
        "#\"مركز (\"#pair[#foreign(lang-fr)[#\"CPAS\"]#\"/\"#foreign(lang-nl)[#\"OCMW\"]]#\")\"",
        "une \"#strong[#\"administration indépendante\"]#\" à Bruxelles\"]#\"، وعنوانها",
    ] {
        assert!(arabic.contains(wanted), "{wanted}\n{arabic}");
    }
    let french = source_of("fr");
    assert!(french.contains("#\"Le \"#pair[#\"CPAS/\"#foreign(lang-nl)[#\"OCMW\"]]#\" de votre"));
}

#[test]
fn a_pair_in_a_script_from_right_to_left_keeps_its_direction() {
    let sandbox = Sandbox::of("letters");
    sandbox.replace(
        ARABIC,
        "يساعدك CPAS/OCMW في بلديتك.",
        "شرطة/محكمة و<span lang=\"fr\">Myria</span>.",
    );
    let arabic = source(&sandbox.load("help"), "ar");
    assert!(arabic.contains("#pair(dir: auto)[#\"شرطة/محكمة\"]"), "{arabic}");
    // The letter before is written together with the name.
    assert!(arabic.contains("#\" و\"#sym.wj#foreign(lang-fr)[#\"Myria\"]#\".\""), "{arabic}");
}

#[test]
fn a_short_passage_and_a_pair_stay_on_one_line_wherever_it_ends() {
    for words in 0..14 {
        let sandbox = Sandbox::of("letters");
        let before = "كلمة ".repeat(words);
        let (passage, pair) = (
            format!("{before}(<span lang=\"fr\">Office des étrangers</span>)، {before}"),
            format!("{before}CPAS/OCMW و{before}"),
        );
        sandbox.replace(ARABIC, "انسخ هذه الرسالة.", &format!("{passage}{pair}"));
        let pieces = pieces(&sandbox.load("help"), "ar");
        for whole in ["Office des étrangers", "CPAS/OCMW"] {
            assert!(pieces.iter().any(|piece| piece == whole), "{words}: {pieces:?}");
        }
    }
}

#[test]
fn what_has_no_room_on_a_line_is_broken() {
    let sandbox = Sandbox::of("letters");
    let long = "<span lang=\"fr\">Commissariat général aux réfugiés et aux apatrides de Belgique, à Bruxelles</span>";
    sandbox.replace(ARABIC, "انسخ هذه الرسالة.", &format!("كلمة ({long}) كلمة"));
    // A cell is narrower than a line.
    sandbox.replace(ARABIC, "row-where = بلديتك", "row-where = بلديتك Vreemdelingen/Immigration");
    sandbox.replace(FRENCH, "row-where = Votre commune", "row-where = Vreemdelingen/Immigration");
    sandbox.build_clean();
    let loaded = sandbox.load("help");
    for language in ["ar", "fr"] {
        let pieces = pieces(&loaded, language);
        for half in ["Vreemdelingen/", "Immigration"] {
            assert!(
                pieces.iter().any(|piece| piece.trim_matches(crate::languages::steers) == half),
                "{pieces:?}"
            );
        }
    }
    let pieces = pieces(&loaded, "ar");
    assert!(!pieces.iter().any(|piece| piece.contains("apatrides de Belgique, à Bruxelles")
        && piece.contains("Commissariat")));
}

/// Whether a character only steers the direction.
fn steers(c: char) -> bool {
    ('\u{202A}'..='\u{2069}').contains(&c)
}

// ── A text in several languages ─────────────────────────────────────────────────────────────────────────

/// The versions of the letter in a language edition: language, head, how they came there.
fn versions(loaded: &Loaded, language: &str) -> Vec<(String, String, Origin)> {
    let manuscript = loaded.resolve("short", language).manuscript;
    let blocks = manuscript.sections.iter().flat_map(|section| &section.blocks);
    let found = blocks.filter_map(|block| match &block.kind {
        BlockKind::Multilingual { versions } => Some(versions.clone()),
        _ => None,
    });
    let row = |version: Version| {
        let head = version.head.map(|language| language.autonym).unwrap_or_default();
        (version.text.language.to_string(), head, version.text.origin)
    };
    found.flatten().map(row).collect()
}

fn row(language: &str, head: &str, origin: fn(String) -> Origin) -> (String, String, Origin) {
    (language.to_owned(), head.to_owned(), origin("letter-example".to_owned()))
}

#[test]
fn a_text_stands_in_each_language_and_in_the_readers_beneath() {
    let loaded = Sandbox::of("letters").load("help");
    let (fr, nl) = ("Français", "Nederlands");
    assert_eq!(
        versions(&loaded, "ar"),
        [
            row("fr", fr, Origin::Version),
            row("nl", nl, Origin::Version),
            row("ar", "العربية", Origin::Message)
        ]
    );
    assert_eq!(
        versions(&loaded, "nl"),
        [row("fr", fr, Origin::Version), row("nl", nl, Origin::Message)]
    );
    assert_eq!(
        versions(&loaded, "fr"),
        [row("fr", fr, Origin::Message), row("nl", nl, Origin::Version)]
    );
}

#[test]
fn where_either_will_do_the_readers_own_stands_alone() {
    let sandbox = Sandbox::of("letters");
    sandbox.replace(BROCHURE, "in = [\"fr\", \"nl\"]", "in = [\"fr\", \"nl\"], either = true");
    let loaded = sandbox.load("help");
    assert_eq!(versions(&loaded, "nl"), [row("nl", "", Origin::Message)]);
    assert_eq!(versions(&loaded, "fr"), [row("fr", "", Origin::Message)]);
    assert_eq!(versions(&loaded, "ru").len(), 3);
    sandbox.build_clean();
}

#[test]
fn the_readers_own_version_may_fall_back() {
    let sandbox = Sandbox::of("letters");
    sandbox.replace("translations/ru/help.ftl", "letter-example =", "other-example =");
    let loaded = sandbox.load("help");
    assert_eq!(versions(&loaded, "ru")[2], row("fr", "Français", Origin::Fallback));
    assert!(loaded.resolve("short", "ru").reasons().contains(&"missing letter-example".to_owned()));
}

#[test]
fn a_language_of_texts_alone_is_read_for_a_block() {
    let sandbox = Sandbox::of("letters");
    sandbox.replace(BROCHURE, "in = [\"fr\", \"nl\"]", "in = [\"de\"]");
    sandbox.write(
        "translations/de/help.ftl",
        "letter-example = Ich warte \"schon\" { $days } Tage.\n",
    );
    let loaded = sandbox.load("help");
    assert_eq!(versions(&loaded, "ar")[0], row("de", "Deutsch", Origin::Version));
    let resolved = loaded.resolve("short", "ar");
    assert_eq!(resolved.passage("letter-example").plain(), "Ich warte „schon“ 30\u{A0}Tage.");
    sandbox.build_clean();
}

#[test]
fn an_edition_is_a_draft_while_a_version_in_it_is() {
    let sandbox = Sandbox::of("letters");
    approve(&sandbox, "help", "AB");
    let reasons =
        |sandbox: &Sandbox, language| sandbox.load("help").resolve("short", language).reasons();
    for language in ["fr", "nl", "ar", "ru"] {
        assert_eq!(reasons(&sandbox, language), [""; 0], "{language}");
    }
    // The source is edited: of the letter in French nobody has signed this, and all others are stale.
    sandbox.replace(FRENCH, "Madame, Monsieur,", "Bonjour,");
    assert_eq!(
        reasons(&sandbox, "ar"),
        ["stale letter-example", "stale letter-example (nl)", "not-approved letter-example (fr)"]
    );
    assert_eq!(
        reasons(&sandbox, "fr"),
        ["stale letter-example (nl)", "not-approved letter-example"]
    );
    // A fact that only the letter in Dutch shows.
    let sandbox = Sandbox::of("letters");
    for language in ["fr", "ar", "ru"] {
        let path = format!("translations/{language}/help.ftl");
        let text = sandbox.read(&path).replace("{ $days }", "30");
        sandbox.write(&path, text);
    }
    sandbox.replace(
        "brochures/help/facts.toml",
        "source = \"the law\"\nverified = 2026-10-01",
        "source = \"the law\"\nverified = 2026-12-01",
    );
    approve(&sandbox, "help", "AB");
    assert_eq!(reasons(&sandbox, "ar"), ["fact-unverified days"]);
}

#[test]
fn a_change_of_a_version_makes_the_editions_that_show_it_anew() {
    let sandbox = Sandbox::of("letters");
    let all = ["build", "--lang", "ar,ru", "--profile", "screen,proof"];
    let build = || {
        let ran = sandbox.run(&all);
        assert_eq!(ran.code, 0, "{ran:?}");
        let pdfs = sandbox.pdfs("help").into_iter();
        let bytes = |path: String| {
            let bytes = sandbox.read_bytes(&format!("output/help/{path}"));
            (path, bytes)
        };
        pdfs.map(bytes).collect::<BTreeMap<_, _>>()
    };
    let first = build();
    assert_eq!(first.len(), 4);
    sandbox.replace(FRENCH, "Madame, Monsieur,", "Bonjour,");
    let second = build();
    for (path, bytes) in &first {
        assert!(second[path] != *bytes, "{path}");
    }
    // A text that they do not show leaves them.
    sandbox.replace(FRENCH, "letter-title = Une lettre", "letter-title = Lettre");
    let third = build();
    for (path, bytes) in second.iter().filter(|(path, _)| path.contains("screen")) {
        assert!(third[path] == *bytes, "{path}");
    }
}

#[test]
fn a_proof_has_a_note_for_each_version() {
    let sandbox = Sandbox::of("letters");
    let ran = sandbox.run(&["build", "--lang", "ar", "--profile", "proof"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let path = sandbox.path("output/help/ar/help-short-ar-proof-draft.pdf");
    let document = Document::load(path).unwrap();
    let text: String = document
        .get_pages()
        .into_values()
        .map(|page| {
            let fonts = document.get_page_fonts(page).unwrap();
            let mut encoding = None;
            let mut out = String::new();
            for operation in document.get_and_decode_page_content(page).unwrap().operations {
                match operation.operator.as_str() {
                    "Tf" => {
                        let font = fonts.get(operation.operands[0].as_name().unwrap());
                        encoding = font.and_then(|font| font.get_font_encoding(&document).ok());
                    }
                    "Tj" | "TJ" => {
                        let pieces = match &operation.operands[0] {
                            Object::Array(pieces) => pieces.as_slice(),
                            _ => &operation.operands,
                        };
                        for piece in pieces.iter().filter_map(|piece| piece.as_str().ok()) {
                            let text =
                                encoding.as_ref().map(|one| Document::decode_text(one, piece));
                            out.push_str(&text.unwrap().unwrap());
                        }
                    }
                    _ => {}
                }
            }
            out
        })
        .collect();
    for note in ["letter-example (fr)", "letter-example (nl)", "letter-example"] {
        assert!(bare(&text).contains(&bare(note)), "{note}");
    }
}
