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
    sandbox.assert_faults(str![[r#"
error: the body `noordstad` can't replace the emergency contact `police`
  --> brochures/bodies/noordstad.toml:17:10
   |
17 | [contact.police]
   |          ^^^^^^
   |
   = help: whom to call in danger is the same everywhere: give this contact another name and no need `emergency`, or delete it

error: a contact of a body can't answer the need `emergency`
  --> brochures/bodies/noordstad.toml:26:10
   |
26 | needs = ["emergency"]
   |          ^^^^^^^^^^^
   |
   = help: whom to call in danger, day and night, is the same everywhere, and stands in the brochure: delete the need

error: `shop` is a fact of the brochure
  --> brochures/bodies/noordstad.toml:30:10
   |
30 | [contact.shop]
   |          ^^^^
   |
   = help: a body adds contacts, and replaces none: give this one another name

error: unknown need `vragen`
  --> brochures/bodies/noordstad.toml:32:10
   |
32 | needs = ["vragen"]
   |          ^^^^^^^^

error: the contact `house` answers the need `refuge`, and gives an address
  --> brochures/bodies/noordstad.toml:38:11
   |
38 | address = "Straat 1"
   |           ^^^^^^^^^^
   |
   = help: shelters are hidden, and whoever looks for somebody can read this too: delete `address`, and give a telephone number

error: the contact `house` answers the need `refuge`, and shows a map
  --> brochures/bodies/noordstad.toml:39:15
   |
39 | site = { nl = "maps.example.org/house" }
   |               ^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = help: shelters are hidden, and whoever looks for somebody can read this too: give a telephone number, or a site that shows no place
"#]]);
}

#[test]
fn a_shelter_has_no_address_in_the_facts_either() {
    let sandbox = sandbox();
    sandbox.append(
        FACTS,
        "\n[contact.house]\nname = { en = \"House\" }\nphone = \"0123 45 67 82\"\naddress = \"Street 1\"\n\
         needs = [\"refuge\"]\nsource = \"the shop\"\nverified = 2026-10-01\nreview-by = 2027-10-01\n",
    );
    sandbox.assert_faults(str![[r#"
error: the contact `house` answers the need `refuge`, and gives an address
  --> brochures/note/facts.toml:37:11
   |
37 | address = "Street 1"
   |           ^^^^^^^^^^
   |
   = help: shelters are hidden, and whoever looks for somebody can read this too: delete `address`, and give a telephone number
"#]]);
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
    sandbox.assert_faults(str![[r#"
error: `Other` can't be the key of a body
 --> brochures/bodies/Other.toml:1:1
  |
1 | kind = "commune"
  | ^
  |
  = help: rename the file: use small letters a to z, digits and hyphens, and not the word `all`

error: the commune 99002 is the body `suderbach` already
 --> brochures/bodies/Other.toml:1:1
  |
1 | kind = "commune"
  | ^
  |
  = help: rename this file `suderbach.toml`, or correct `nis`

error: `kind` is `comune`, which is none of `commune`, `public-office` and `association`
 --> brochures/bodies/noordstad.toml:1:8
  |
1 | kind = "comune"
  |        ^^^^^^^^
  |
  = help: did you mean `commune`?

error: unknown key `colour` in the body `noordstad`
 --> brochures/bodies/noordstad.toml:2:1
  |
2 | colour = "red"
  | ^^^^^^
  |
  = help: did you mean `colophon`?

error: the code of this commune is 99001 in `brochures/communes.csv`
 --> brochures/bodies/noordstad.toml:3:7
  |
3 | nis = "99002"
  |       ^^^^^^^
  |
  = help: correct one of them, or rename the file

error: unknown region `noord`
 --> brochures/bodies/noordstad.toml:4:12
  |
4 | regions = ["noord"]
  |            ^^^^^^^

error: language `zz` has no row in the table of languages
 --> brochures/bodies/noordstad.toml:5:20
  |
5 | languages = ["nl", "zz"]
  |                    ^^^^
  |
  = help: add `[language.zz]` to `translations/languages.toml`, with its autonym and script

error: can't read `brochures/bodies/images/town.svg`: there is no such file
 --> brochures/bodies/noordstad.toml:6:8
  |
6 | logo = "town.svg"
  |        ^^^^^^^^^^

error: the publisher has no `address`
  --> brochures/bodies/noordstad.toml:10:1
   |
10 | [publisher]
   | ^^^^^^^^^^^
   |
   = help: add `address = "…"`, that of the seat: the address of a home puts who lives there at risk

error: the name of the publisher is empty
  --> brochures/bodies/noordstad.toml:11:8
   |
11 | name = " "
   |        ^^^
   |
   = help: write the name of a person, or delete `[publisher]`

error: `name` is missing, and no line of `brochures/communes.csv` is about the body `office`
 --> brochures/bodies/office.toml:1:1
  |
1 | kind = "public-office"
  | ^
  |
  = help: add `name = { en = "…" }`

error: `languages` is missing, and no line of `brochures/communes.csv` is about the body `office`
 --> brochures/bodies/office.toml:1:1
  |
1 | kind = "public-office"
  | ^
  |
  = help: add `languages = ["en"]`

error: `1` is not the code of a commune
 --> brochures/bodies/office.toml:2:7
  |
2 | nis = "1"
  |       ^^^
  |
  = help: write the five figures of the national register in quotes: "21004"
"#]]);
}

#[test]
fn a_bad_line_of_the_communes_is_underlined() {
    let sandbox = sandbox();
    sandbox.append(
        COMMUNES,
        "bad key,99003,A,,,north,fr,\nshort,123,A,,,north,fr,\ntwice,99001,A,,,north,fr,\n\
         none,99004,,,,north,fr,\nmute,99005,A,,,north,,\nlost,99006,A,,,south,f?,\n",
    );
    sandbox.assert_faults(str![[r#"
error: `bad key` can't be the key of a commune
 --> brochures/communes.csv:4:1
  |
4 | bad key,99003,A,,,north,fr,
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: use small letters a to z, digits and hyphens, and not the word `all`

error: `123` is not the code of a commune
 --> brochures/communes.csv:5:1
  |
5 | short,123,A,,,north,fr,
  | ^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: write its five figures in the national register

error: there are two communes `twice`, or two with the code 99001
 --> brochures/communes.csv:6:1
  |
6 | twice,99001,A,,,north,fr,
  | ^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: delete one of the lines, or give it another key

error: the commune `none` has no name
 --> brochures/communes.csv:7:1
  |
7 | none,99004,,,,north,fr,
  | ^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: fill in the column of its own language

error: the commune `mute` works in no language
 --> brochures/communes.csv:8:1
  |
8 | mute,99005,A,,,north,,
  | ^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: fill in `languages`, with blanks between several: `fr nl`

error: `f?` is not a language tag
 --> brochures/communes.csv:9:1
  |
9 | lost,99006,A,,,south,f?,
  | ^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: tags look like `pt`, `fa-AF` or `zh-Hans` (BCP 47)
"#]]);
    sandbox.write(COMMUNES, "key,nis,name-fr\n");
    sandbox.delete(TOWN);
    sandbox.assert_faults(str![[r#"
error: this file has no column `regions`, `languages` and `facilities`
 --> brochures/communes.csv:1:1
  |
1 | key,nis,name-fr
  | ^^^^^^^^^^^^^^^
  |
  = help: its first line names the columns: `key,nis,name-fr,name-nl,name-de,regions,languages,facilities`
"#]]);
}

#[test]
fn a_brochure_is_not_called_like_the_folder_of_bodies() {
    let sandbox = Sandbox::of("small");
    sandbox.write("brochures/bodies/brochure.toml", sandbox.read("brochures/note/brochure.toml"));
    let faults = sandbox.faults();
    assert!(faults.contains("error: a brochure can't be called `bodies`"), "{faults}");
}

#[test]
fn what_is_known_of_bodies_is_listed() {
    let sandbox = sandbox();
    let ran = sandbox.run(&["list", "--bodies"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let lines: Vec<Vec<&str>> =
        ran.stdout.lines().map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(
        lines,
        [
            "noordstad commune north nl Noordstad; publisher, 1 contact, review by 2027-10-01"
                .split(' ')
                .collect::<Vec<_>>(),
            "suderbach commune north de and fr Suderbach; no publisher yet".split(' ').collect(),
        ]
    );
    let ran = sandbox.run(&["list", "--bodies", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(json["bodies"][0]["publisher"], true);
    assert_eq!(
        (&json["bodies"][1]["nis"], &json["bodies"][1]["publisher"]),
        (&"99002".into(), &false.into())
    );
}

/// What ships lists the communes of the country, and invents nothing about any of them.
#[test]
fn all_communes_ship_without_a_number_an_address_or_a_name_of_a_person() {
    let loaded = Sandbox::shipped().load("partner-violence");
    let bodies: Vec<_> = loaded.publication.bodies.iter().collect();
    assert_eq!(bodies.len(), 565);
    assert!(bodies.iter().all(|body| body.publisher().is_none() && body.logo().is_none()));
    let of = |region: &str| bodies.iter().filter(|body| body.region() == Some(region)).count();
    let counts = ["flanders", "wallonia", "german-speaking", "brussels"].map(of);
    assert_eq!(counts, [285, 252, 9, 19]);
}
