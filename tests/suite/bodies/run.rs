//! The run for all bodies: its files, what is made once, what is made again, and what is left when it is killed.

use std::collections::BTreeMap;
use std::process::Command;
use std::thread::sleep;
use std::time::Instant;

use lopdf::Document;
use snapbox::str;

use super::overlays::{sandbox, write_body};
use crate::support::Sandbox;
use crate::support::outside::{output, outside};

const TOWN: &str = "brochures/bodies/noordstad.toml";

/// What a run has made, without what the program remembers.
fn made(sandbox: &Sandbox, folder: &str) -> BTreeMap<String, Vec<u8>> {
    let files = sandbox.files(folder).into_iter().filter(|path| !path.contains("/.feuillet/"));
    let below = |path: &str| path.strip_prefix(folder).unwrap().to_owned();
    files.map(|path| (below(&path), sandbox.read_bytes(&path))).collect()
}

fn build(sandbox: &Sandbox, more: &[&str]) -> String {
    let ran = sandbox.run(&[&["build", "--bodies", "all"], more].concat());
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{}", ran.stdout);
    ran.stdout
}

/// Three more bodies, of which two say nothing.
fn five() -> Sandbox {
    let sandbox = sandbox();
    write_body(&sandbox, "weststad", "south", "0123 45 67 15");
    sandbox.write(
        "brochures/communes.csv",
        "key,nis,name-nl,regions,languages,facilities\nkleindorp,99001,Kleindorp,south,nl,\nmooidorp,99002,Mooidorp,south,nl,\n",
    );
    sandbox
}

#[test]
fn each_body_has_files_of_its_own_and_a_plain_build_none() {
    let sandbox = five();
    let said = build(&sandbox, &[]);
    let begin = "20 PDFs of 5 bodies in <project>/output/bodies, of them 20 drafts, ";
    assert!(said.starts_with(begin) && said.ends_with(" kB in 16 different files\n"), "{said}");
    let files = made(&sandbox, "output/bodies/");
    assert_eq!(files.len(), 21, "{:?}", files.keys());
    for (language, profile) in
        [("en", "screen"), ("en", "print"), ("nl", "screen"), ("nl", "print")]
    {
        for key in ["noordstad", "zuidstad", "weststad", "kleindorp", "mooidorp"] {
            let path = format!("{key}/note/{language}/note-short-{language}-{profile}-draft.pdf");
            assert!(files.contains_key(&path), "{path}");
        }
        // Who says the same shares one file.
        let of = |key| {
            sandbox.path(&format!(
                "output/bodies/{key}/note/{language}/note-short-{language}-{profile}-draft.pdf"
            ))
        };
        assert_eq!(std::fs::read(of("kleindorp")).unwrap(), std::fs::read(of("mooidorp")).unwrap());
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt as _;
            let number = |key| std::fs::metadata(of(key)).unwrap().ino();
            assert_eq!(number("kleindorp"), number("mooidorp"));
            assert_ne!(number("kleindorp"), number("weststad"));
        }
    }
    let ran = sandbox.run(&["build"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(made(&sandbox, "output/bodies/") == files, "a plain build changed files of bodies");
    assert_eq!(sandbox.pdfs("note").len(), 4);
}

/// To meet the words and miss the purpose: what is alike is made once, and a reader is given another town's number.
#[test]
fn no_file_says_what_another_body_says() {
    let sandbox = five();
    build(&sandbox, &[]);
    if outside("pdftotext").is_none() {
        return;
    }
    let own = [
        ("noordstad", "0123 45 67 11"),
        ("zuidstad", "0123 45 67 12"),
        ("weststad", "0123 45 67 15"),
    ];
    for path in sandbox.files("output/bodies").iter().filter(|path| path.ends_with(".pdf")) {
        let mut pdftotext = Command::new("pdftotext");
        let (text, _) = output(pdftotext.args(["-raw"]).arg(sandbox.path(path)).arg("-"));
        let text = text.replace('\u{A0}', " ");
        for (key, phone) in own {
            let is_its = path.contains(&format!("/{key}/"));
            for word in [phone, key] {
                assert_eq!(text.contains(word), is_its, "{word} in {path}:\n{text}");
            }
        }
        assert!(text.contains("101"), "{path}");
    }
}

#[test]
fn a_changed_body_makes_its_own_files_again_and_no_others() {
    let sandbox = five();
    build(&sandbox, &[]);
    let before = made(&sandbox, "output/bodies/");
    assert!(build(&sandbox, &[]).ends_with(", 20 unchanged\n"));
    sandbox.replace(TOWN, "P. noordstad", "Q. noordstad");
    assert!(build(&sandbox, &[]).ends_with(", 16 unchanged\n"));
    let after = made(&sandbox, "output/bodies/");
    let changed = before.iter().filter(|(path, bytes)| after.get(*path) != Some(bytes));
    let mut changed: Vec<&str> = changed.map(|(path, _)| path.split('/').next().unwrap()).collect();
    changed.dedup();
    assert_eq!(changed, ["manifest.json", "noordstad"]);
    // A body that is there no more takes its files with it, and no others.
    sandbox.delete("brochures/bodies/weststad.toml");
    let said = build(&sandbox, &[]);
    assert_eq!(said.matches("deleted weststad/note/").count(), 4, "{said}");
    assert!(!sandbox.exists("output/bodies/weststad"));
    assert_eq!(made(&sandbox, "output/bodies/").len(), 17);
}

#[test]
fn a_run_for_some_leaves_the_others_in_the_manifest() {
    let sandbox = five();
    build(&sandbox, &[]);
    let manifest = sandbox.read("output/bodies/manifest.json");
    let ran = sandbox.run(&["build", "--bodies", "zuidstad", "--lang", "nl", "--profile", "print"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(sandbox.read("output/bodies/manifest.json"), manifest);
}

/// To meet the words and miss the purpose: a run goes on, and makes other bytes because it goes on.
#[cfg(unix)]
#[test]
fn a_run_that_is_killed_goes_on_and_makes_the_same_bytes() {
    let whole = five();
    let start = Instant::now();
    build(&whole, &["--jobs", "2"]);
    let takes = start.elapsed();
    let wanted = made(&whole, "output/bodies/");
    let killed = five();
    let mut kills = 0;
    // The first run is killed before it can end; later ones have less to do.
    for share in [0.2, 0.35, 0.5, 0.65, 0.3] {
        let mut child = killed
            .program()
            .args(["build", "--bodies", "all", "--jobs", "2"])
            .stdout(std::process::Stdio::null())
            .spawn()
            .unwrap();
        sleep(takes.mul_f64(share));
        kills += usize::from(child.try_wait().unwrap().is_none());
        // `kill` is SIGKILL: nothing can be tidied up.
        child.kill().unwrap();
        child.wait().unwrap();
        for (path, bytes) in made(&killed, "output/bodies/") {
            if path.ends_with(".pdf") && !path.contains("/.feuillet") {
                assert_eq!(wanted.get(&path), Some(&bytes), "{path} is half-written");
            }
        }
    }
    assert!(kills > 0, "no run was killed");
    build(&killed, &["--jobs", "2"]);
    let found = made(&killed, "output/bodies/");
    assert_eq!(found.keys().collect::<Vec<_>>(), wanted.keys().collect::<Vec<_>>());
    assert!(found == wanted, "other bytes");
}

/// To meet the words and miss the purpose: what is remembered of one body is taken for another that differs in one thing.
#[test]
fn bodies_that_differ_in_one_thing_come_out_as_if_each_was_alone() {
    let sandbox = sandbox();
    let town = sandbox.read(TOWN);
    let logo = sandbox.read("brochures/bodies/images/noordstad.svg");
    let differences = [
        ("phone", "0123 45 67 11", "0123 45 67 21"),
        ("name", "Loket noordstad", "Balie noordstad"),
        ("longer", "Loket noordstad", "Loket van heel noordstad"),
        ("signs", "Loket noordstad", "Loket noordstad & markt"),
        ("publisher", "P. noordstad", "Q. noordstad"),
        ("address", "Markt 1", "Markt 2"),
        ("colophon", "Regel van noordstad", "Zin van noordstad"),
        ("region", "regions = [\"north\"]", "regions = [\"south\"]"),
    ];
    for (key, from, to) in differences {
        assert!(town.contains(from), "{from}");
        sandbox.write(&format!("brochures/bodies/{key}.toml"), town.replace(from, to));
    }
    // The same words beside another picture at the same place, and the same picture again.
    sandbox.write("brochures/bodies/images/square.svg", logo.replace("M0 0", "M1 1"));
    let square = town.replace("logo = \"noordstad.svg\"", "logo = \"square.svg\"");
    sandbox.write("brochures/bodies/square.toml", square);
    sandbox.write("brochures/bodies/twin.toml", &town);
    let chosen = ["--jobs", "1", "--lang", "nl"];
    build(&sandbox, &chosen);
    let together = made(&sandbox, "output/bodies/");
    let files = |key: &str| {
        let own = format!("{key}/");
        let own = together.iter().filter(move |(path, _)| path.starts_with(&own));
        own.map(|(path, bytes)| (path.clone(), bytes.clone())).collect::<BTreeMap<_, _>>()
    };
    let keys = differences.iter().map(|(key, ..)| *key).chain(["noordstad", "square", "twin"]);
    for key in keys {
        let folder = format!("alone-{key}");
        let alone = ["build", "--bodies", key, "--output", &folder];
        let ran = sandbox.run(&[alone.as_slice(), chosen.as_slice()].concat());
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{}", ran.stdout);
        let mut alone = made(&sandbox, &format!("{folder}/bodies/"));
        alone.remove("manifest.json");
        assert_eq!(alone.len(), 2, "{:?}", alone.keys());
        assert!(alone == files(key), "{key} is another one among others");
        let unlike = |path: &str| path.replacen("noordstad/", &format!("{key}/"), 1);
        for (path, bytes) in files("noordstad") {
            let is_same = alone.get(&unlike(&path)) == Some(&bytes);
            assert_eq!(is_same, ["noordstad", "twin"].contains(&key), "{key}: {path}");
        }
    }
}

#[test]
fn four_shards_are_one_run_byte_for_byte() {
    let sandbox = five();
    build(&sandbox, &[]);
    let wanted = made(&sandbox, "output/bodies/");
    let shards = ["0/4", "1/4", "2/4", "3/4"];
    let mut folders = Vec::new();
    for shard in shards {
        build(&sandbox, &["--shard", shard, "--jobs", "1"]);
        folders.push(format!("output/bodies-{}-of-4", &shard[..1]));
    }
    let pdfs: Vec<usize> = folders.iter().map(|folder| made(&sandbox, folder).len() - 1).collect();
    assert_eq!(pdfs, [8, 4, 4, 4]);
    let mut arguments = vec!["manifest", "merge", "--output", "merged"];
    arguments.extend(folders.iter().map(String::as_str));
    let ran = sandbox.run(&arguments);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, "20 PDFs of 4 parts in merged\n"), "{ran:?}");
    assert!(made(&sandbox, "merged/") == wanted, "the parts are not the whole");
}

#[test]
fn parts_that_are_missing_or_changed_are_not_put_together() {
    let sandbox = five();
    build(&sandbox, &["--shard", "0/2", "--lang", "en", "--profile", "print"]);
    build(&sandbox, &["--shard", "1/2", "--lang", "en", "--profile", "print"]);
    let merge = |folders: &[&str]| {
        let given = ["manifest", "merge", "--output", "merged"];
        sandbox.run(&[given.as_slice(), folders].concat())
    };
    let (first, second) = ("output/bodies-0-of-2", "output/bodies-1-of-2");
    merge(&[first]).assert(
        2,
        str![[r#"
error: 1 part is missing: `1/2`
 |
 = help: run `feuillet build --bodies … --shard I/N` for it, and merge again
"#]],
    );
    merge(&[first, first]).assert(
        2,
        str![[r#"
error: `output/bodies-0-of-2` and `output/bodies-0-of-2` are both part 0
 |
 = help: name each part once
"#]],
    );
    merge(&[first, "brochures"]).assert(
        2,
        str![[r#"
error: `brochures/manifest.json` is no manifest of bodies
 |
 = help: name the folders that `feuillet build --bodies … --shard I/N` has written
"#]],
    );
    let path = sandbox.files(second).into_iter().find(|path| path.ends_with(".pdf")).unwrap();
    let mut bytes = sandbox.read_bytes(&path);
    bytes.extend(b"\n");
    sandbox.delete(&path).write(&path, bytes);
    let ran = merge(&[first, second]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.stderr.contains(&format!("error: `{path}` is not what was made")), "{ran:?}");
    assert!(!sandbox.exists("merged/manifest.json"));
}

#[test]
fn bodies_that_there_are_not_are_named() {
    let sandbox = five();
    sandbox.run(&["build", "--bodies", "norstad"]).assert(
        2,
        str![[r#"
error: there is no body `norstad`
 |
 = help: did you mean `noordstad`?
 = help: `feuillet list --bodies` lists them; a new one is a file `brochures/bodies/norstad.toml`
"#]],
    );
    sandbox.run(&["build", "--bodies", "all,noordstad"]).assert(
        2,
        str![[r#"
error: `--bodies` names all bodies, and some
 |
 = help: write `--bodies all`, or the keys of some
"#]],
    );
    let ran = Sandbox::of("small").run(&["build", "--bodies", "all"]);
    ran.assert(
        2,
        str![[r#"
error: the project has no body
 |
 = help: a body is a file `brochures/bodies/<key>.toml`; `brochures/communes.csv` lists the communes
"#]],
    );
}

/// A telephone may be searched: what is read on it in an edition that tells nothing does not tell who gave it either.
#[test]
fn the_screen_file_of_a_discreet_edition_names_no_body() {
    let sandbox = five();
    let structure = "brochures/note/brochure.toml";
    sandbox.replace(structure, "panels = 2\n", "panels = 2\ncover = \"discreet\"\n");
    sandbox.replace(
        structure,
        "title = \"cover-title\"\n",
        "title = \"cover-title\"\ndiscreet = \"document-title\"\n",
    );
    sandbox.replace(
        structure,
        "  { paragraph = \"cover-text\" },\n",
        "  { paragraph = \"cover-text\" },\n  { slot = \"logo\" },\n",
    );
    // Its contact is called by a name that is not its own, as a helpline would be.
    let town = sandbox.read(TOWN).replace("Loket noordstad", "Loket");
    sandbox.write(TOWN, town);
    build(&sandbox, &["--edition", "short"]);
    let told = |profile: &str| {
        let path = format!("output/bodies/noordstad/note/nl/note-short-nl-{profile}-draft.pdf");
        let mut document = Document::load(sandbox.path(&path)).unwrap();
        document.decompress();
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        let text = document.extract_text(&document.get_pages().keys().copied().collect::<Vec<_>>());
        let text = text.unwrap_or_default().replace('\n', "");
        let wide: Vec<u8> = "noordstad".encode_utf16().flat_map(u16::to_be_bytes).collect();
        let holds = |needle: &[u8]| bytes.windows(needle.len()).any(|part| part == needle);
        holds(b"noordstad") || holds(&wide) || text.contains("noordstad")
    };
    assert!(!told("screen"), "the screen file names the body");
    // What is printed must say who answers for it.
    assert!(told("print"), "this test finds nothing");
}

#[test]
fn a_body_has_editions_in_two_languages_with_its_own_words_in_both() {
    let sandbox = five();
    let said = build(&sandbox, &["--lang", "en+nl"]);
    assert!(said.starts_with("10 PDFs of 5 bodies in "), "{said}");
    let path = "output/bodies/noordstad/note/en_nl/note-short-en_nl-print-draft.pdf";
    assert!(sandbox.exists(path), "{:?}", sandbox.files("output/bodies"));
    if outside("pdftotext").is_some() {
        let mut pdftotext = Command::new("pdftotext");
        let (text, _) = output(pdftotext.arg(sandbox.path(path)).arg("-"));
        let text = text.replace('\u{A0}', " ");
        for words in ["0123 45 67 11", "Publisher: P. noordstad", "Uitgever: P. noordstad"] {
            assert!(text.contains(words), "{words}: {text}");
        }
        assert_eq!(text.matches("0123 45 67 11").count(), 2, "{text}");
        assert!(!text.contains("0123 45 67 12"), "{text}");
    }
    // Who says the same shares one file, and a second run has nothing to do.
    let of = |key: &str| format!("output/bodies/{key}/note/en_nl/note-short-en_nl-print-draft.pdf");
    assert!(sandbox.read_bytes(&of("kleindorp")) == sandbox.read_bytes(&of("mooidorp")));
    assert!(build(&sandbox, &["--lang", "en+nl"]).ends_with(", 10 unchanged\n"));
}

/// To meet the words and miss the purpose: a commune that misspells a key keeps the whole country from printing.
#[test]
fn a_broken_body_stops_what_shows_it_and_nothing_else() {
    let sandbox = five();
    sandbox.append(TOWN, "zebra = 1\n");
    let ran = sandbox.run(&["build"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{ran:?}");
    assert_eq!(sandbox.pdfs("note").len(), 4);
    for arguments in [
        &["build", "--bodies", "all"][..],
        &["build", "--bodies", "zuidstad"],
        &["list", "--bodies"],
        &["check"],
        &["facts"],
    ] {
        let ran = sandbox.run(arguments);
        assert_eq!(ran.code, 1, "{arguments:?}: {ran:?}");
        assert!(
            ran.stderr.starts_with("error: unknown key `zebra` in the contact `noordstad-desk`\n  --> brochures/bodies/noordstad.toml:"),
            "{arguments:?}: {}",
            ran.stderr
        );
    }
    assert!(!sandbox.exists("output/bodies"));
}

#[test]
fn clean_takes_the_files_of_bodies_away_and_leaves_what_somebody_changed() {
    let sandbox = five();
    build(&sandbox, &[]);
    build(&sandbox, &["--shard", "0/2"]);
    let changed = "output/bodies/noordstad/note/en/note-short-en-screen-draft.pdf";
    sandbox.delete(changed);
    sandbox.write(changed, "something else");
    sandbox.write("output/bodies/notes.txt", "mine");
    let ran = sandbox.run(&["clean", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(
        told["kept"],
        serde_json::json!(["bodies/noordstad/note/en/note-short-en-screen-draft.pdf"])
    );
    // 19 of 20, 12 of the three bodies of the first of two parts, and two manifests.
    assert_eq!(told["deleted"].as_array().unwrap().len(), 19 + 12 + 2, "{told}");
    assert_eq!(sandbox.files("output"), [changed, "output/bodies/notes.txt"]);
    sandbox.delete("output/bodies/notes.txt");
    sandbox.delete(changed);
    build(&sandbox, &[]);
    sandbox.run(&["build", "--lang", "en"]);
    let ran = sandbox.run(&["clean"]);
    assert!(ran.stdout.contains("deleted 21 files of bodies\n"), "{ran:?}");
    assert_eq!(sandbox.files("output"), [""; 0]);
}
