//! The language in which each passage is spoken by a screen reader.

use std::collections::BTreeMap;
use std::path::Path;

use feuillet::resolve::Manuscript;
use feuillet::resolve::manuscript::RunKind;
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::{ARABIC, FRENCH, bare, pdf};
use crate::support::shipped::editions;
use crate::support::{Sandbox, shipped};

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
    let loaded = shipped::loaded();
    for (edition, language) in editions() {
        let manuscript = loaded.resolve(edition, language).manuscript;
        let found = assert_spoken(&manuscript, &shipped::pdf(edition, language));
        assert!(found > 0, "{edition}, {language}: no passage is in another language");
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
