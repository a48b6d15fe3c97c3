//! What a signature is about, and what it is not: words in another place, many small changes, a day that has not come.

use snapbox::str;

use super::{
    BROCHURE, DUTCH, DUTCH_RECORD, ENGLISH, PEOPLE, STEPS, approved, assert_reasons, project,
    reasons, run, sign,
};

#[test]
fn a_copied_language_takes_no_signature_with_it() {
    let sandbox = approved();
    sandbox.replace(
        BROCHURE,
        "languages = [\"en\", \"nl\"]",
        "languages = [\"en\", \"nl\", \"de\"]",
    );
    for file in ["note.ftl", "common.ftl", "state/note.toml", "state/note.ftl", "state/common.toml"]
    {
        let (own, copy) = (format!("translations/nl/{file}"), format!("translations/de/{file}"));
        if sandbox.exists(&own) {
            sandbox.write(&copy, sandbox.read(&own));
        }
    }
    let loaded = sandbox.load("note");
    assert_eq!(loaded.resolve("short", "nl").reasons(), [""; 0]);
    let german = loaded.resolve("short", "de").reasons();
    assert!(german.contains(&"not-approved cover-text".to_owned()), "{german:?}");
    assert!(german.contains(&"edition-not-approved short".to_owned()), "{german:?}");
}

#[test]
fn a_line_under_another_name_is_no_signature() {
    let sandbox = approved();
    // Two messages with the same words.
    sandbox.replace(ENGLISH, "Things can be mended", "The shop");
    sandbox.replace(DUTCH, "Dingen kunnen hersteld worden", "De winkel");
    for record in ["translations/en/state/note.toml", DUTCH_RECORD] {
        let text = sandbox.read(record);
        let lines = text.lines().filter(|line| !line.starts_with("cover-title"));
        let mut lines: Vec<String> = lines.map(str::to_owned).collect();
        let shop = lines.iter().find(|line| line.starts_with("shop-title")).unwrap();
        lines.push(shop.replacen("shop-title", "cover-title", 1));
        sandbox.write(record, lines.join("\n") + "\n");
    }
    let of = |messages: &[String]| messages.iter().any(|found| found == "not-approved cover-title");
    let [english, dutch] = reasons(&sandbox);
    assert!(of(&english) && of(&dutch), "{english:?} {dutch:?}");
}

#[test]
fn a_term_that_changes_after_the_review_is_read_again() {
    let sandbox = project();
    STEPS[..5].iter().for_each(|step| sign(&sandbox, step));
    sandbox.replace(DUTCH, "-shop = Molenstraat", "-shop = Heuvelstraat");
    for step in &STEPS[5..] {
        sign(&sandbox, step);
    }
    assert_reasons(&sandbox, "the term", &[], &["not-approved shop-text"]);
    // Who wrote the text is still known.
    sign(&sandbox, "review --lang nl --by CD --all");
    sign(&sandbox, "approve --lang nl --by EF --all");
    assert_reasons(&sandbox, "read again", &[], &[]);
}

#[test]
fn many_small_changes_are_a_large_one() {
    let sandbox = approved();
    sandbox.replace(ENGLISH, "Pay what you like.", "Pay what you lile.");
    sign(&sandbox, "accept shop-pay --by CD --reason typo");
    assert!(sandbox.read(DUTCH_RECORD).contains("read-beside = \"Pay what you like.\""));
    sandbox.replace(ENGLISH, "Pay what you lile.", "Pay what you file.");
    let ran = run(&sandbox, "accept shop-pay --by CD --reason typo");
    assert_eq!(ran.code, 1);
    assert!(ran.stderr.contains("the word `like` became `file`"), "{}", ran.stderr);
    // Back to what was read is no change; a review begins anew.
    sandbox.replace(ENGLISH, "Pay what you file.", "Pay what you like.");
    sign(&sandbox, "accept shop-pay --by CD --reason typo");
    sandbox.replace(ENGLISH, "Pay what you like.", "Pay what you can.");
    sign(&sandbox, "review --lang nl --by CD shop-pay");
    let line = sandbox.read(DUTCH_RECORD);
    assert!(!line.contains("accepted"), "{line}");
}

#[test]
fn nobody_signs_a_text_with_a_number_typed_into_it() {
    let sandbox = project();
    sandbox.replace(ENGLISH, "Pay what you like.", "Call 0800 30 030 and pay.");
    let ran = run(&sandbox, "review --lang en --by CD --writer AB shop-pay");
    assert_eq!(ran.code, 1);
    snapbox::assert_data_eq!(
        ran.stderr,
        str![[r#"
warning[typed-contact]: a telephone number is typed into a text: `0800 30 030`
...
"#]]
    );
    assert!(!sandbox.exists("translations/en/state/note.toml"));
    // Nor where a term says it.
    let sandbox = project();
    sandbox.replace(ENGLISH, "-shop = Mill Lane", "-shop = Mill Lane, 0800 30 030");
    let ran = run(&sandbox, "review --lang en --by CD --writer AB shop-text");
    assert_eq!(ran.code, 1, "{}", ran.stdout);
}

#[test]
fn a_day_that_has_not_come_is_told() {
    let sandbox = project();
    let review = "translations review --lang en --by CD --writer AB --on 2999-01-01 shop-pay";
    let arguments: Vec<&str> = review.split(' ').collect();
    let ran = sandbox.run(&arguments);
    assert_eq!(ran.code, 0);
    snapbox::assert_data_eq!(
        ran.stderr,
        str![[r#"
warning: 2999-01-01 is in the future
 |
 = help: if that is a slip, sign again with the right day: `--on`


"#]]
    );
}

#[test]
fn whoever_signs_has_a_name() {
    let sandbox = project();
    let ran = sandbox.run(&["translations", "review", "--lang", "en", "--by", "", "--all"]);
    assert_eq!(ran.code, 1);
    snapbox::assert_data_eq!(
        ran.stderr,
        str![[r#"
error: nobody has an empty name
 |
 = help: `--by` takes initials or a pseudonym, as in `brochures/note/people.toml`


"#]]
    );
}

#[test]
fn the_status_says_why_signed_texts_keep_an_edition_a_draft() {
    let sandbox = approved();
    sandbox.replace("brochures/note/facts.toml", "number = 3", "number = 5");
    sandbox.replace(PEOPLE, "may = [\"legal\"]", "may = []");
    let ran = sandbox.run(&["translations", "status"]);
    assert!(ran.stdout.contains("resolves-otherwise: shop-text\n"), "{}", ran.stdout);
    let legal = "legal-not-signed: shop-bring, shop-pay, shop-title\n";
    assert!(ran.stdout.contains(legal), "{}", ran.stdout);
}

#[test]
fn nobody_signs_before_somebody_has_read() {
    let sandbox = project();
    STEPS[..3].iter().for_each(|step| sign(&sandbox, step));
    let again = "translations approve --lang en --by EF --on 2026-11-19 cover-text";
    sandbox.replace(ENGLISH, "We look at it together.", "We look at it together, then mend it.");
    sign(&sandbox, "review --lang en --by CD --writer AB cover-text");
    let arguments: Vec<&str> = again.split(' ').collect();
    let ran = sandbox.run(&arguments);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.stderr.contains("was reviewed on 2026-11-20, after 2026-11-19"), "{}", ran.stderr);
}
