//! A language that is translated in part builds as a draft, in which nothing is wrong that its translator can't mend.

use crate::support::{Sandbox, page_texts};

const BROCHURE: &str = "brochures/allotment/brochure.toml";

/// The booklet with everything, in a further language that has these messages.
fn booklet(language: &str, messages: &str) -> Sandbox {
    let sandbox = Sandbox::of("allotment");
    let languages = format!("languages = [\"en\", \"ar\", \"{language}\"]");
    sandbox.replace(BROCHURE, "languages = [\"en\", \"ar\"]", &languages);
    sandbox.write(&format!("translations/{language}/allotment.ftl"), messages);
    sandbox
}

#[test]
fn a_booklet_whose_figures_the_fallback_lacks_is_built() {
    for language in ["fa", "fa-AF", "ps", "ckb"] {
        let sandbox = booklet(language, "");
        let ran = sandbox.run(&["build", "--lang", language, "--profile", "screen,print"]);
        assert_eq!((ran.code, ran.stderr.contains("error")), (0, false), "{language}: {ran:?}");
    }
}

#[test]
fn a_page_is_named_in_a_fallback_text_as_it_is_numbered() {
    let sandbox = booklet("fa", "plot-title = باغچه\n");
    let ran = sandbox.run(&["build", "--lang", "fa", "--profile", "screen"]);
    assert!(!ran.stderr.contains("warning[overlap]"), "{ran:?}");
    let loaded = sandbox.load("allotment");
    let resolved = loaded.resolve("handbook", "fa");
    let texts = page_texts(&loaded.typeset("handbook", &resolved));
    let page = texts.iter().find(|text| text.contains("Where the water comes from")).unwrap();
    let page = page.replace('\u{a0}', " ");
    assert!(page.contains("comes from is on page ۳, what a word means on page ۷."), "{page}");
}

#[test]
fn opening_hours_have_the_days_and_figures_of_the_sentence_they_stand_in() {
    let sandbox = booklet("fa", "");
    let hours =
        "hours = [{ day = \"monday\", to-day = \"friday\", from = \"09:00\", to = \"17:00\" }]\n";
    let facts = "brochures/allotment/facts.toml";
    sandbox.write(facts, sandbox.read(facts).replacen("phone = ", &format!("{hours}phone = "), 1));
    let built = |common: &str| {
        sandbox.write("translations/fa/common.ftl", common);
        let ran = sandbox.run(&["build", "--lang", "fa", "--profile", "screen"]);
        assert_eq!((ran.code, ran.stderr.contains("error")), (0, false), "{ran:?}");
        sandbox.load("allotment").resolve("handbook", "fa").text("hours-range")
    };
    assert_eq!(built(""), "Monday to Friday, 09:00 to 17:00");
    assert_eq!(
        built("days-range = از { $first } تا { $last }\n"),
        "از دوشنبه تا جمعه, 09:00 to 17:00"
    );
}
