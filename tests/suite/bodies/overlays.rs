//! What an edition of a body shows: its own words in slots, the contacts of its regions, and whom to call in danger.

use feuillet::typeset::view::{Item, Text};
use snapbox::str;

use crate::support::{Loaded, Sandbox, approve, messages, page_texts};

const STRUCTURE: &str = "brochures/note/brochure.toml";
const FACTS: &str = "brochures/note/facts.toml";
const TOWN: &str = "brochures/bodies/noordstad.toml";

/// A contact of a region, or of all.
pub(super) fn contact(id: &str, phone: &str, need: &str, region: Option<&str>) -> String {
    let region = region.map(|region| format!("regions = [\"{region}\"]\n")).unwrap_or_default();
    format!(
        "\n[contact.{id}]\nname = {{ en = \"The {id}\" }}\nphone = \"{phone}\"\nneeds = [\"{need}\"]\n{region}\
         source = \"told\"\nverified = 2026-10-01\nreview-by = 2027-10-01\n"
    )
}

/// A body with a publisher, a logo and a contact, whose words all hold its key.
pub(super) fn write_body(sandbox: &Sandbox, key: &str, region: &str, phone: &str) {
    sandbox.write(
        &format!("brochures/bodies/{key}.toml"),
        format!(
            "kind = \"association\"\nname = {{ nl = \"Naam van {key}\" }}\nregions = [\"{region}\"]\nlanguages = [\"nl\"]\n\
             logo = \"{key}.svg\"\ncolophon = [{{ nl = \"Regel van {key}\", en = \"Line of {key}\" }}]\n\
             source = \"told\"\nverified = 2026-10-01\nreview-by = 2027-10-01\n\n\
             [publisher]\nname = \"P. {key}\"\naddress = \"Markt 1, {key}\"\n\n\
             [contact.{key}-desk]\nname = {{ nl = \"Loket {key}\" }}\nphone = \"{phone}\"\n\
             source = \"told\"\nverified = 2026-10-01\nreview-by = 2027-10-01\n"
        ),
    );
    let width = 20 + key.len();
    sandbox.write(
        &format!("brochures/bodies/images/{key}.svg"),
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} 12\"><path fill=\"#1B6470\" d=\"M0 0h{width}v12h-{width}z\"/></svg>"
        ),
    );
}

/// The small fixture with slots, two regions, and whom to call in danger; each region has a line of its own.
pub(super) fn sandbox() -> Sandbox {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        STRUCTURE,
        "[[section]]\nid = \"cover\"",
        "[slot.local-contacts]\nabout = \"contacts of the town\"\nheight = \"12mm\"\n\n\
         [slot.publisher]\nabout = \"the publisher\"\nheight = \"13mm\"\n\n\
         [slot.logo]\nabout = \"the logo\"\n\n[[section]]\nid = \"cover\"",
    );
    sandbox.replace(
        STRUCTURE,
        "  { contacts = { need = \"questions\" } },\n",
        "  { contacts = { need = \"emergency\" }, style = \"banner\" },\n  { contacts = { need = \"questions\" } },\n  \
         { slot = \"local-contacts\" },\n  { paragraph = \"shop-text\", regions = [\"south\"] },\n  \
         { paragraph = \"shop-bring\", slot = \"publisher\" },\n  { slot = \"logo\" },\n",
    );
    sandbox.replace(
        STRUCTURE,
        "text-size = \"9.4pt\"",
        "text-size = \"9.4pt\"\nprofiles = [\"screen\", \"print\"]",
    );
    sandbox.replace(
        FACTS,
        "[needs]",
        "[needs]\nemergency = \"need-questions\"\nlonely = \"need-questions\"",
    );
    sandbox.replace(FACTS, "[regions]", "[regions]\nsouth = \"region-north\"");
    sandbox.append(FACTS, &contact("police", "101", "emergency", Some("north")));
    sandbox.append(FACTS, &contact("northline", "0123 45 67 01", "questions", Some("north")));
    sandbox.append(FACTS, &contact("southline", "0123 45 67 02", "questions", Some("south")));
    for (language, line) in [("en", "Publisher"), ("nl", "Uitgever")] {
        let path = format!("translations/{language}/common.ftl");
        sandbox.append(&path, &format!("publisher-line = {line}: {{ $name }}, {{ $address }}\n"));
    }
    write_body(&sandbox, "noordstad", "north", "0123 45 67 11");
    write_body(&sandbox, "zuidstad", "south", "0123 45 67 12");
    sandbox
}

/// All texts of the edition of a body.
fn texts(loaded: &Loaded, body: Option<&str>) -> Vec<String> {
    let resolved = loaded.resolve_for("short", "en", body);
    assert_eq!(messages(&resolved.diagnostics), [""; 0]);
    let passages = resolved.manuscript.passages().into_iter();
    passages.map(|passage| passage.plain().replace('\u{A0}', " ")).collect()
}

#[test]
fn a_body_fills_the_slots_and_shows_the_contacts_of_its_region() {
    let loaded = sandbox().load("note");
    let (north, south) = (texts(&loaded, Some("noordstad")), texts(&loaded, Some("zuidstad")));
    let has = |texts: &[String], wanted: &str| texts.iter().any(|text| text == wanted);
    for wanted in [
        "Publisher: P. noordstad, Markt 1, noordstad",
        "Line of noordstad",
        "Loket noordstad",
        "0123 45 67 11",
        "0123 45 67 01",
    ] {
        assert!(has(&north, wanted), "{wanted}: {north:#?}");
        assert!(!has(&south, wanted), "{wanted}: {south:#?}");
    }
    assert!(has(&south, "0123 45 67 02") && !has(&north, "0123 45 67 02"));
    // Without a body the brochure speaks for itself, to everybody.
    let plain = texts(&loaded, None);
    assert!(has(&plain, "0123 45 67 01") && has(&plain, "0123 45 67 02"));
    assert!(plain.iter().all(|text| !text.contains("stad")), "{plain:#?}");
}

#[test]
fn blocks_of_another_region_are_left_out() {
    let loaded = sandbox().load("note");
    let count = |body| {
        let resolved = loaded.resolve_for("short", "en", body);
        let passages = resolved.manuscript.passages().into_iter();
        passages.filter(|passage| passage.origin.name() == "shop-text").count()
    };
    assert_eq!((count(None), count(Some("zuidstad"))), (2, 2));
    assert_eq!(count(Some("noordstad")), 1);
}

/// To meet the words and miss the purpose: contacts are chosen by region, and in one region nobody is left to call.
#[test]
fn nobody_is_left_without_a_number() {
    let sandbox = sandbox();
    // The police are said to be for the north alone, and so is the only line for the lonely.
    sandbox.append(FACTS, &contact("lonelyline", "0123 45 67 03", "lonely", Some("north")));
    sandbox.replace(
        STRUCTURE,
        "  { slot = \"local-contacts\" },\n",
        "  { contacts = { need = \"lonely\" } },\n  { slot = \"local-contacts\" },\n",
    );
    let loaded = sandbox.load("note");
    for body in [None, Some("noordstad"), Some("zuidstad")] {
        let texts = texts(&loaded, body);
        for number in ["101", "0123 45 67 03"] {
            assert!(texts.iter().any(|text| text == number), "{number} of {body:?}: {texts:#?}");
        }
    }
}

#[test]
fn emergency_contacts_stand_in_no_slot_and_are_for_all_regions() {
    let sandbox = sandbox();
    sandbox.replace(
        STRUCTURE,
        "{ contacts = { need = \"emergency\" }, style = \"banner\" }",
        "{ contacts = { need = \"emergency\" }, style = \"banner\", slot = \"logo\", regions = [\"north\"] }",
    );
    sandbox.assert_faults(str![[r#"
error: emergency contacts can't stand in a slot, which a body could fill
  --> brochures/note/brochure.toml:44:65
   |
44 |   { contacts = { need = "emergency" }, style = "banner", slot = "logo", regions = ["north"] },
   |                                                                 ^^^^^^
   |
   = help: whom to call in danger stands in every copy, whoever hands it out: delete the key

error: emergency contacts can't be for some regions alone
  --> brochures/note/brochure.toml:44:84
   |
44 |   { contacts = { need = "emergency" }, style = "banner", slot = "logo", regions = ["north"] },
   |                                                                                    ^^^^^^^
   |
   = help: whom to call in danger stands in every copy, whoever hands it out: delete the key
"#]]);
}

#[test]
fn a_slot_is_as_high_for_all_who_fill_it() {
    let sandbox = sandbox();
    sandbox.replace(
        TOWN,
        "[publisher]",
        "[contact.second]\nname = { nl = \"Tweede\" }\nphone = \"0123 45 67 13\"\nsource = \"told\"\nreview-by = 2027-10-01\n\n\
         [contact.third]\nname = { nl = \"Derde\" }\nphone = \"0123 45 67 14\"\nsource = \"told\"\nreview-by = 2027-10-01\n\n[publisher]",
    );
    let ran = sandbox.run(&[
        "build",
        "--bodies",
        "noordstad,zuidstad",
        "--lang",
        "en",
        "--profile",
        "print",
    ]);
    ran.assert(1, str![[r#"
error[slot-overset]: the slot `local-contacts` is 12 mm high, and what the body puts there is 16.4 mm high (note, edition `short`, `en`)
 --> brochures/bodies/noordstad.toml:1:1
  |
1 | kind = "association"
  | ^
  |
  = help: shorten what the body puts there, or give the slot more `height` in `brochure.toml`

warning[overlap]: `noordstad-desk` and `publisher-line` lie over each other: page 2, 8 mm from the left and 97 mm from the top (note, edition `short`, `en`)
  --> brochures/bodies/noordstad.toml:27:10
   |
27 | [contact.noordstad-desk]
   |          ^^^^^^^^^^^^^^
   |
   = help: shorten the text, or mend the template that placed it
"#]]);
    assert!(ran.stdout.starts_with("1 PDF of 2 bodies"), "{ran:?}");
    // The same is told without writing anything.
    let checked = sandbox.run(&["check", "--bodies", "all", "--lang", "en", "--profile", "print"]);
    assert_eq!((checked.code, &checked.stderr), (1, &ran.stderr));
    assert_eq!(checked.stdout, "checked 2 PDFs of 2 bodies\n1 error, 1 warning\n");
}

#[test]
fn an_address_stands_behind_the_name_in_a_line_from_right_to_left() {
    let sandbox = Sandbox::shipped();
    write_body(&sandbox, "noordstad", "flanders", "0123 45 67 11");
    let loaded = sandbox.load("partner-violence");
    let resolved = loaded.resolve_for("short", "ar", Some("noordstad"));
    let pages = loaded.typeset("short", &resolved);
    let items = pages.view.pages.iter().flat_map(|page| &page.items);
    let texts: Vec<&Text> = items
        .filter_map(|item| if let Item::Text(text) = item { Some(text) } else { None })
        .collect();
    let of = |word: &str| texts.iter().find(|text| text.characters == word).unwrap();
    let (name, address) = (of("P"), of("Markt"));
    assert_eq!(name.baseline, address.baseline);
    assert!(address.area.right < name.area.left, "{:?} {:?}", address.area, name.area);
}

/// To meet the words and miss the purpose: overlays are verified, and an unverified one is printed because the edition is
/// approved; or one commune's mistake makes drafts of everybody's editions.
#[test]
fn what_a_body_writes_is_verified_by_itself_and_signs_nothing_else() {
    let sandbox = sandbox();
    approve(&sandbox, "note", "AB");
    let reasons = |body| sandbox.load("note").resolve_for("short", "en", body).reasons();
    for body in [None, Some("noordstad"), Some("zuidstad")] {
        assert_eq!(reasons(body), [""; 0], "{body:?}");
    }
    let text = sandbox.read(TOWN);
    let (head, rest) = text.split_once("verified = 2026-10-01\n").unwrap();
    sandbox.write(TOWN, format!("{head}{rest}"));
    assert_eq!(reasons(Some("noordstad")), ["fact-unverified noordstad"]);
    sandbox.write(TOWN, text.replacen("2027-10-01", "2026-11-01", 1));
    assert_eq!(reasons(Some("noordstad")), ["fact-overdue noordstad"]);
    // Its contact has dates of its own.
    let (head, rest) = text.rsplit_once("verified = 2026-10-01\n").unwrap();
    sandbox.write(TOWN, format!("{head}{rest}"));
    assert_eq!(reasons(Some("noordstad")), ["fact-unverified noordstad-desk"]);
    let (without, _) = text.split_once("[publisher]").unwrap();
    sandbox.write(TOWN, without);
    assert_eq!(reasons(Some("noordstad")), ["no-publisher noordstad"]);
    for body in [None, Some("zuidstad")] {
        assert_eq!(reasons(body), [""; 0], "{body:?}");
    }
}

#[test]
fn the_height_of_a_slot_is_part_of_what_is_signed() {
    let sandbox = sandbox();
    approve(&sandbox, "note", "AB");
    sandbox.replace(STRUCTURE, "height = \"12mm\"", "height = \"25mm\"");
    let reasons = sandbox.load("note").resolve_for("short", "en", None).reasons();
    assert_eq!(reasons, ["edition-not-approved short"]);
}

#[test]
fn no_word_of_a_publisher_or_of_an_address_is_divided() {
    let sandbox = sandbox();
    let (name, street) =
        ("Vereniging Burgerschapsondersteuning", "Burgemeestersvandenbroeckstraat");
    let address = format!("{street} 144, 1000 Sint-Joost-ten-Node");
    sandbox.replace(STRUCTURE, "height = \"13mm\"", "height = \"26mm\"");
    sandbox.replace(TOWN, "name = \"P. noordstad\"", &format!("name = \"{name}\""));
    sandbox.replace(TOWN, "address = \"Markt 1, noordstad\"", &format!("address = \"{address}\""));
    let catalogue = "translations/nl/common.ftl";
    let line = "publisher-line = Uitgever: { $name }, { $address }";
    let mut own = line.to_owned();
    // Lines that end in the middle of one word after another.
    for words in [
        "Uitgever",
        "Verantwoordelijke uitgever hiervan",
        "Wie hier verantwoordelijk voor is, heet",
    ] {
        let next = line.replace("Uitgever", words);
        sandbox.replace(catalogue, &own, &next);
        own = next;
        let loaded = sandbox.load("note");
        let resolved = loaded.resolve_for("short", "nl", Some("noordstad"));
        let text = page_texts(&loaded.typeset("short", &resolved)).join("\n");
        for word in name.split(' ').chain([street, "Sint-Joost-ten-Node"]) {
            assert!(text.contains(word), "{words}: `{word}` is divided: {text}");
        }
        // A postcode stays with its town, and a number with its street.
        let passages = resolved.manuscript.passages();
        let shown: Vec<String> = passages.iter().map(|passage| passage.plain()).collect();
        let bound = format!("{street}\u{A0}144, 1000\u{A0}Sint-Joost");
        assert!(shown.iter().any(|text| text.contains(&bound)), "{shown:#?}");
    }
}
