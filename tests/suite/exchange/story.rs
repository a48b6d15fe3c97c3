//! A law changes: the French text and a fact are edited, two translators get what is stale, in the format that they like, and
//! send it back from their own programs.

use std::collections::BTreeMap;

use crate::exchange::shared::{FORMATS, export_all, import_clean};
use crate::support::outside::{output, python};
use crate::support::{REPOSITORY, Sandbox, approve, page_texts};

const BROCHURE: &str = "partner-violence";
const FRENCH: &str = "translations/fr/partner-violence.ftl";

/// The lines of a file that another version of it does not have.
fn new_lines(before: &str, after: &str) -> Vec<String> {
    let known: Vec<&str> = before.lines().collect();
    after.lines().filter(|line| !known.contains(line)).map(str::to_owned).collect()
}

/// What translators make of the three messages.
const ARABIC: [(&str, &str); 3] = [
    ("cover-title", "العيش بلا أي عنف"),
    ("right-care", "<b>العلاج.</b> يمكن للطبيب أن يكتب شهادة مفصلة."),
    ("right-home[$home-ban-days:two]", "يومين اثنين"),
];
const RUSSIAN: [(&str, &str); 3] = [
    ("cover-title", "Жизнь без всякого насилия"),
    ("right-care", "<b>Получить лечение.</b> Врач может написать подробную справку."),
    ("right-home[$home-ban-days:few]", "{ $home-ban-days } полных дня"),
];

#[test]
fn a_change_of_the_law_goes_out_and_comes_back() {
    for format in FORMATS {
        let Some(_) = python() else { return };
        let sandbox = Sandbox::shipped();
        approve(&sandbox, BROCHURE, "AB");
        // The lawyer's changes.
        sandbox.replace(
            FRENCH,
            "cover-title = Vivre sans violence",
            "cover-title = Vivre sans aucune violence",
        );
        sandbox.replace(
            FRENCH,
            "Le médecin peut écrire un certificat : une preuve, même de souffrance psychologique.",
            "Le médecin peut écrire un certificat détaillé.",
        );
        let french = sandbox.read(FRENCH);
        let home = french.find("right-home =").unwrap();
        let days = home + french[home..].find("} jours\n").unwrap();
        sandbox
            .write(FRENCH, format!("{}}} jours entiers\n{}", &french[..days], &french[days + 8..]));
        let facts = format!("brochures/{BROCHURE}/facts.toml");
        let text = sandbox.read(&facts);
        let fact = text.find("[value.home-ban-days]").unwrap();
        let number = fact + text[fact..].find("number = 14").unwrap();
        sandbox.write(&facts, format!("{}number = 21{}", &text[..number], &text[number + 11..]));
        let diff = |lang: &str| sandbox.run(&["translations", "diff", "--lang", lang]).stdout;
        let shown = diff("ar,ru");
        assert_eq!(shown.matches("(stale in `ar` and `ru`)").count(), 3, "{shown}");
        assert!(shown.contains("Vivre sans {+aucune +}violence"), "{shown}");
        // What is stale goes out: three messages, with the variants of one.
        let exported = export_all(&sandbox, format, &["--only", "stale", "--lang", "ar,ru"]);
        let texts = BTreeMap::from([("ar", &ARABIC), ("ru", &RUSSIAN)]);
        let paths = ["ar", "ru"].map(|language| format!("translations/{language}/{BROCHURE}.ftl"));
        let before = paths.clone().map(|path| sandbox.read(&path));
        for (language, file) in &exported {
            let Some(mut python) = python() else { return };
            python.arg(format!("{REPOSITORY}/tests/suite/exchange/fill.py")).arg(file);
            for (id, text) in texts[language.as_str()] {
                python.args([id, text]);
            }
            output(&mut python);
        }
        let files: Vec<&str> = exported.iter().map(|(_, file)| file.as_str()).collect();
        let out = import_clean(&sandbox, &[&files[..], &["--on", "2026-11-29"]].concat());
        assert_eq!(out.matches(": 3 changed\n").count(), 2, "{out}");
        assert_eq!(diff("ar,ru"), "nothing is stale\n");
        // Those messages changed, and no other line.
        for (path, before) in paths.iter().zip(&before) {
            let lines = new_lines(before, &sandbox.read(path));
            assert_eq!(lines.len(), 3, "{path}: {lines:?}");
        }
        let state = sandbox.read("translations/ru/state/partner-violence.toml");
        let line = state.lines().find(|line| line.starts_with("right-care =")).unwrap();
        assert!(line.ends_with("on = 2026-11-29 }"), "{line}");
        for language in ["ar", "ru"] {
            let reasons = sandbox.load(BROCHURE).resolve("short", language).reasons();
            assert!(!reasons.iter().any(|reason| reason.starts_with("stale")), "{reasons:?}");
            assert!(reasons.contains(&"not-approved right-care".to_owned()), "{reasons:?}");
        }
        let stale = sandbox.load(BROCHURE).resolve("short", "nl").reasons();
        assert!(
            stale.contains(&"stale right-care".to_owned()),
            "nobody has translated it: {stale:?}"
        );
        // The pages have the new words, and are drafts again.
        let pages = page_texts(&sandbox.load(BROCHURE).pages("short", "ru")).concat();
        assert!(pages.contains("Жизнь без всякого насилия"), "{pages}");
        assert!(pages.replace('\u{A0}', " ").contains("21 день"), "{pages}");
    }
}
