//! A memory fills what is missing, and nothing else.

use std::collections::BTreeSet;

use crate::diagnostic::Report;
use crate::exchange::import::Choices;
use crate::exchange::{Document, Text, Unit, UnitState, tmx};

/// A document from `fr` into a language: ids, source texts and translations.
fn document(language: &str, texts: &[(&str, &str, Option<&str>)]) -> Document {
    let units = texts.iter().map(|(id, source, target)| Unit {
        id: (*id).to_owned(),
        comment: "version 01234567".to_owned(),
        source: Text::of_flat(source),
        previous_source: None,
        target: target.map(Text::of_flat),
        state: if target.is_some() { UnitState::Draft } else { UnitState::Missing },
        room: None,
    });
    Document {
        brochure: "note".to_owned(),
        source_language: "fr".parse().unwrap(),
        language: language.parse().unwrap(),
        is_right_to_left: false,
        units: units.collect(),
    }
}

/// A memory with texts in these languages: `id|fr=Oui|nl=Ja`.
fn memory(entries: &[&str]) -> String {
    let entries = entries.iter().map(|entry| {
        let (id, texts) = entry.split_once('|').unwrap();
        let id = if id.is_empty() { String::new() } else { format!(" tuid=\"{id}\"") };
        let texts = texts.split('|').map(|text| {
            let (language, text) = text.split_once('=').unwrap();
            format!("<tuv xml:lang=\"{language}\"><seg>{text}</seg></tuv>")
        });
        format!("<tu{id}>{}</tu>", texts.collect::<String>())
    });
    let entries: String = entries.collect();
    format!(
        "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\"><tmx version=\"1.4\"><header/><body>{entries}</body></tmx>"
    )
}

/// What is filled in, and the messages of what is reported.
fn filled(
    memory: &str,
    document: &Document,
    overwrite: &[&str],
) -> (Vec<(String, String)>, Vec<String>) {
    let report = Report::new();
    let memory = tmx::read("a.tmx", memory.as_bytes(), &report).unwrap();
    let overwrite: BTreeSet<_> = overwrite.iter().map(|id| id.parse().unwrap()).collect();
    let choices = Choices { overwrite, ..Choices::default() };
    let returned = memory.fill(document, &choices, &report);
    let units = returned.map(|returned| returned.units).unwrap_or_default();
    let units = units.into_iter().map(|unit| {
        assert_eq!(unit.comment, "version 01234567");
        (unit.id, unit.target)
    });
    let messages = report.into_sorted().into_iter().map(|found| found.message);
    (units.collect(), messages.collect())
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(id, text)| ((*id).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn what_is_missing_is_filled_and_what_is_there_stays() {
    let document = document(
        "nl",
        &[("a", "<b>Oui</b> { $n }", None), ("b", "non", Some("neen")), ("c", "si", None)],
    );
    let memory =
        memory(&["|FR_be=&lt;b>Oui&lt;/b> {$n}|NL=&lt;b>Ja&lt;/b> { $n }", "|fr=non|nl=nee"]);
    let (units, messages) = filled(&memory, &document, &[]);
    assert_eq!(units, pairs(&[("a", "<b>Ja</b> { $n }")]));
    assert_eq!(messages, [""; 0]);
    // Somebody asked for it.
    assert_eq!(filled(&memory, &document, &["b"]).0[1..], pairs(&[("b", "nee")]));
}

#[test]
fn a_stale_text_stays_and_a_newer_one_is_offered() {
    let mut document = document("nl", &[("a", "oui", Some("ja")), ("b", "non", Some("nee"))]);
    document.units[0].state = UnitState::Stale;
    document.units[1].state = UnitState::Stale;
    let memory = memory(&["|fr=oui|nl=jawel", "|fr=non|nl=nee"]);
    let (units, messages) = filled(&memory, &document, &[]);
    assert_eq!(units, []);
    assert_eq!(messages.len(), 1);
    assert!(messages[0].contains("of `a` says today"), "{messages:?}");
    assert_eq!(filled(&memory, &document, &["a"]).0, pairs(&[("a", "jawel")]));
}

#[test]
fn of_two_translations_none_is_guessed() {
    let document = document("nl", &[("a", "oui", None), ("b", "non", None), ("c", "si", None)]);
    let memory = memory(&[
        "|fr=oui|nl=ja",
        "|fr=oui|nl=jawel",
        "x|fr=non|nl=neen",
        "b|fr=non|nl=nee",
        "|fr=si|nl=toch",
        "|fr=si|nl= toch",
        "|fr=si|nl=",
    ]);
    assert_eq!(filled(&memory, &document, &[]).0, pairs(&[("b", "nee"), ("c", "toch")]));
}

#[test]
fn a_form_of_a_plural_is_known_by_its_id_alone() {
    let one = [
        ("m", "{ $n -> … }", None),
        ("m[$n:one]", "un jour", None),
        ("m[$n:few]", "{ $n } jours", None),
        ("m[$n:other]", "{ $n } jours", None),
    ];
    let document = document("ru", &one);
    let other =
        ["|fr={ $n -> … }|ru={ $n -> … }", "|fr=un jour|ru=день", "|fr={ $n } jours|ru={ $n } дня"];
    assert_eq!(filled(&memory(&other), &document, &[]).0, []);
    let own = [
        "m|fr={ $n -> … }|ru={ $n -> … }",
        "m[$n:one]|fr=un jour|ru=день",
        "m[$n:few]|fr={ $n } jours|ru={ $n } дня",
        "m[$n:other]|fr={ $n } jours|ru={ $n } дней",
    ];
    let (units, _) = filled(&memory(&own), &document, &[]);
    assert_eq!(units.len(), 4);
    assert_eq!(units[3].1, "{ $n } дней");
    // Where a form is not known, no message could be made.
    assert_eq!(filled(&memory(&own[..3]), &document, &[]).0, []);
}

#[test]
fn languages_are_known_however_they_are_spelt_and_relatives_are_not_mixed_up() {
    for (given, wanted, fits) in [
        ("EN-us", "en", true),
        ("en", "en-GB", true),
        ("zh_CN", "zh-Hans", true),
        ("pt-BR", "pt-PT", false),
        ("zh-Hant", "zh-Hans", false),
        ("zh-TW", "zh-Hans", false),
        ("en", "es", false),
        ("x y", "es", false),
    ] {
        let document = document(wanted, &[("a", "oui", None)]);
        let (units, messages) = filled(&memory(&[&format!("|fr=oui|{given}=x")]), &document, &[]);
        assert_eq!(units.len(), usize::from(fits), "{given} {wanted}");
        assert_eq!(messages.is_empty(), fits, "{messages:?}");
    }
    let document = document("pt", &[("a", "oui", None)]);
    let both = memory(&["|fr=oui|pt-BR=brasileiro|pt=europeu"]);
    assert_eq!(filled(&both, &document, &[]).0, pairs(&[("a", "europeu")]));
}
