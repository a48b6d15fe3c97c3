//! Bodies that order brochures: their files, the communes of the country, and what no body may say.

mod overlays;
mod run;

use snapbox::str;

use crate::support::{Sandbox, messages};

const COMMUNES: &str = "brochures/communes.csv";
const TOWN: &str = "brochures/bodies/noordstad.toml";
const FACTS: &str = "brochures/note/facts.toml";

/// Two communes that there are not.
const LINES: &str = "key,nis,name-fr,name-nl,name-de,regions,languages,facilities\n\
noordstad,99001,Villenord,Noordstad,,north,nl,\n\
suderbach,99002,\"Suderbach, la\",,Suderbach,north,de,fr\n";

/// What a commune with a line of its own has to say.
const SPECIMEN: &str = r#"kind = "commune"
source = "told by the town"
verified = 2026-10-01
review-by = 2027-10-01

[publisher]
name = "A. Specimen"
address = { nl = "Stadhuis, Markt 1" }

[contact.desk]
name = { nl = "Loket", fr = "Guichet" }
phone = "0123 45 67 80"
source = "told by the town"
verified = 2026-10-01
review-by = 2027-10-01
"#;

/// The small fixture with two communes, of which one has a file, and with whom to call in danger.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::of("small");
    sandbox.write(COMMUNES, LINES).write(TOWN, SPECIMEN);
    sandbox.replace(
        FACTS,
        "[needs]",
        "[needs]\nemergency = \"need-questions\"\nrefuge = \"need-questions\"",
    );
    sandbox.append(
        FACTS,
        "\n[contact.police]\nname = { en = \"Police\" }\nphone = \"101\"\nneeds = [\"emergency\"]\n\
         source = \"the shop\"\nverified = 2026-10-01\nreview-by = 2027-10-01\n",
    );
    sandbox
}

#[test]
fn a_commune_is_its_line_and_what_its_file_adds() {
    let loaded = sandbox().load("note");
    assert_eq!(messages(&loaded.diagnostics), [""; 0]);
    let bodies = &loaded.publication.bodies;
    let keys: Vec<&str> = bodies.iter().map(feuillet::load::Body::key).collect();
    assert_eq!(keys, ["noordstad", "suderbach"]);
    let tag = |tag: &str| tag.parse().unwrap();
    let town = bodies.get("noordstad").unwrap();
    // A reader gets the name in their own language, else the official one.
    assert_eq!((town.name(&tag("fr")), town.name(&tag("ar"))), ("Villenord", "Noordstad"));
    assert_eq!(town.region(), Some("north"));
    assert_eq!(town.language(), Some(&tag("nl")));
    let publisher = town.publisher().unwrap();
    assert_eq!(publisher.name(), "A. Specimen");
    assert_eq!(publisher.address(&tag("fr")), "Stadhuis, Markt 1");
    assert!(town.logo().is_none());
    // Without a file nothing is known but what the register says: no publisher, no contacts, no logo.
    let other = bodies.get("suderbach").unwrap();
    assert_eq!((other.name(&tag("de")), other.name(&tag("fr"))), ("Suderbach", "Suderbach, la"));
    assert_eq!(other.name(&tag("tr")), "Suderbach");
    assert!(other.publisher().is_none() && other.logo().is_none());
}

#[test]
fn a_body_without_a_line_says_all_itself() {
    let sandbox = sandbox();
    sandbox.write(
        "brochures/bodies/centre.toml",
        "kind = \"association\"\nname = { en = \"Centre\" }\nlanguages = [\"en\"]\n\
         source = \"the centre\"\nverified = 2026-10-01\nreview-by = 2027-10-01\n",
    );
    let loaded = sandbox.load("note");
    assert_eq!(messages(&loaded.diagnostics), [""; 0]);
    let centre = loaded.publication.bodies.get("centre").unwrap();
    assert_eq!((centre.region(), centre.name(&"nl".parse().unwrap())), (None, "Centre"));
}

#[test]
fn no_body_touches_an_emergency_contact_or_shows_a_shelter() {
    let sandbox = sandbox();
    sandbox.append(
        TOWN,
        r#"
[contact.police]
name = { nl = "Politie" }
phone = "0123 45 67 80"
source = "told by the town"
review-by = 2027-10-01

[contact.guards]
name = { nl = "Wacht" }
phone = "0123 45 67 81"
needs = ["emergency"]
source = "told by the town"
review-by = 2027-10-01

[contact.shop]
name = { nl = "Winkel" }
needs = ["vragen"]
source = "told by the town"
review-by = 2027-10-01

[contact.house]
name = { nl = "Huis" }
address = "Straat 1"
site = { nl = "maps.example.org/house" }
needs = ["refuge"]
source = "told by the town"
review-by = 2027-10-01
"#,
    );
    sandbox.assert_faults(str![[r#"@@EMERGENCY@@"#]]);
}

#[test]
fn a_shelter_has_no_address_in_the_facts_either() {
    let sandbox = sandbox();
    sandbox.append(
        FACTS,
        "\n[contact.house]\nname = { en = \"House\" }\nphone = \"0123 45 67 82\"\naddress = \"Street 1\"\n\
         needs = [\"refuge\"]\nsource = \"the shop\"\nverified = 2026-10-01\nreview-by = 2027-10-01\n",
    );
    sandbox.assert_faults(str![[r#"@@SHELTER@@"#]]);
}

#[test]
fn what_is_wrong_with_bodies_is_told_at_once() {
    let sandbox = sandbox();
    sandbox.write(
        TOWN,
        r#"kind = "comune"
colour = "red"
nis = "99002"
regions = ["noord"]
languages = ["nl", "zz"]
logo = "town.svg"
source = "told by the town"
review-by = 2027-10-01

[publisher]
name = " "
"#,
    );
    sandbox.write(
        "brochures/bodies/Other.toml",
        "kind = \"commune\"\nnis = \"99002\"\nname = { fr = \"Autre\" }\nlanguages = [\"fr\"]\n\
         source = \"x\"\nreview-by = 2027-10-01\n",
    );
    sandbox.write(
        "brochures/bodies/office.toml",
        "kind = \"public-office\"\nnis = \"1\"\nsource = \"x\"\nreview-by = 2027-10-01\n",
    );
    sandbox.assert_faults(str![[r#"@@ALL@@"#]]);
}

#[test]
fn a_bad_line_of_the_communes_is_underlined() {
    let sandbox = sandbox();
    sandbox.append(
        COMMUNES,
        "bad key,99003,A,,,north,fr,\nshort,123,A,,,north,fr,\ntwice,99001,A,,,north,fr,\n\
         none,99004,,,,north,fr,\nmute,99005,A,,,north,,\nlost,99006,A,,,south,f?,\n",
    );
    sandbox.assert_faults(str![[r#"@@LINES@@"#]]);
    sandbox.write(COMMUNES, "key,nis,name-fr\n");
    sandbox.delete(TOWN);
    sandbox.assert_faults(str![[r#"@@COLUMNS@@"#]]);
}

#[test]
fn a_brochure_is_not_called_like_the_folder_of_bodies() {
    let sandbox = Sandbox::of("small");
    sandbox.write("brochures/bodies/brochure.toml", sandbox.read("brochures/note/brochure.toml"));
    let faults = sandbox.faults();
    assert!(faults.contains("error: a brochure can't be called `bodies`"), "{faults}");
}
