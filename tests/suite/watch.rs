//! `feuillet watch`: what it tells after each save, and which PDF stands there.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde_json::{Value, json};
use snapbox::str;

use crate::support::{Sandbox, approve};

const CATALOGUE: &str = "translations/nl/note.ftl";
const PDF: &str = "output/note/nl/note-short-nl-screen-draft.pdf";

/// A machine under load is slow; a program that hangs is slower.
const LONGEST: Duration = Duration::from_secs(120);

/// The running program. It ends with this value.
struct Watch<'a> {
    sandbox: &'a Sandbox,
    child: Child,
    lines: Receiver<String>,
}

impl Watch<'_> {
    fn start<'a>(sandbox: &'a Sandbox, arguments: &[&str]) -> Watch<'a> {
        let mut child =
            sandbox.program().arg("watch").args(arguments).stdout(Stdio::piped()).spawn().unwrap();
        let (sender, lines) = channel();
        let stdout = BufReader::new(child.stdout.take().unwrap());
        std::thread::spawn(move || {
            // Ends with the program, or with the test.
            stdout.lines().map_while(Result::ok).try_for_each(|line| sender.send(line))
        });
        Watch { sandbox, child, lines }
    }

    /// Starts on the Dutch leaflet of the fixture `small`, and waits for its first PDF.
    #[track_caller]
    fn small(sandbox: &Sandbox) -> Watch<'_> {
        let watch = Watch::start(sandbox, &["--lang", "nl", "--edition", "short"]);
        assert_eq!(watch.line(), "note · short nl: 2 pages, draft · <time>");
        assert_eq!(watch.line(), format!("  <project>/{PDF}"));
        watch
    }

    /// The next line, with the time and the project's folder made the same on every machine.
    #[track_caller]
    fn line(&self) -> String {
        let line = self.lines.recv_timeout(LONGEST).expect("a line");
        let line = line.replace(self.sandbox.root().to_str().unwrap(), "<project>");
        match line.strip_suffix(" ms").and_then(|line| line.rsplit_once(" · ")) {
            Some((told, time)) if time.parse::<u32>().is_ok() => format!("{told} · <time>"),
            _ => line,
        }
    }

    #[track_caller]
    fn json(&self) -> Value {
        serde_json::from_str(&self.lines.recv_timeout(LONGEST).expect("a line")).unwrap()
    }

    #[track_caller]
    fn is_running(&mut self) {
        assert!(self.child.try_wait().unwrap().is_none(), "the program has ended");
    }
}

impl Drop for Watch<'_> {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Saves as most editors do: beside the file, then by rename.
fn save(sandbox: &Sandbox, path: &str, text: impl AsRef<[u8]>) {
    let fresh = format!("{path}.tmp~");
    sandbox.write(&fresh, text);
    fs::rename(sandbox.path(&fresh), sandbox.path(path)).unwrap();
}

/// Saves with a text replaced, which must occur once.
fn edit(sandbox: &Sandbox, path: &str, old: &str, new: &str) {
    let text = sandbox.read(path);
    assert_eq!(text.matches(old).count(), 1, "`{old}` in {path}");
    save(sandbox, path, text.replace(old, new));
}

#[test]
fn a_saved_message_is_named_and_makes_the_pdf_that_build_makes() {
    let sandbox = Sandbox::of("small");
    let watch = Watch::small(&sandbox);
    let first = sandbox.read_bytes(PDF);
    edit(
        &sandbox,
        CATALOGUE,
        "Betaal wat u wilt.",
        "Betaal <span lang=\"fr\">ce que</span> u <span lang=\"en\">like</span>.",
    );
    assert_eq!(watch.line(), format!("{CATALOGUE}: shop-pay · short nl: 2 pages, draft · <time>"));
    let second = sandbox.read_bytes(PDF);
    assert!(first != second, "the PDF is the old one");
    // The typesetter has kept sources and layouts: nothing of that may be seen in the file.
    edit(&sandbox, CATALOGUE, "Herstellingen", "Herstel");
    assert_eq!(
        watch.line(),
        format!("{CATALOGUE}: document-title · short nl: 2 pages, draft · <time>")
    );
    let watched = (sandbox.read_bytes(PDF), sandbox.manifest("note"));
    drop(watch);
    let ran = sandbox.run(&["build", "--lang", "nl"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert!(watched == (sandbox.read_bytes(PDF), sandbox.manifest("note")), "`build` differs");
}

#[test]
fn the_booklet_after_many_edits_is_the_one_that_build_makes() {
    const CATALOGUE: &str = "translations/ar/partner-violence.ftl";
    let sandbox = Sandbox::shipped();
    let watch = Watch::start(&sandbox, &["partner-violence", "--lang", "ar", "--edition", "full"]);
    let first = watch.line();
    assert_eq!(first, "partner-violence · full ar: 36 pages, draft · <time>");
    let pdf = watch.line().trim().replace("<project>/", "");
    let whole = sandbox.read(CATALOGUE);
    let line = whole.lines().find(|line| line.starts_with("right-leave = ")).unwrap();
    let more = [
        " <span lang=\"fr\">un</span>.",
        " <span lang=\"fr\">un</span> أو <span lang=\"fr\">trois</span>.",
        "\n\n    أو <span lang=\"fr\">cinq</span>.",
        " أو.",
        " <span lang=\"fr\">sept</span>.",
    ];
    for more in more {
        save(&sandbox, CATALOGUE, whole.replace(line, &format!("{line}{more}")));
        assert_eq!(
            watch.line(),
            format!("{CATALOGUE}: right-leave · full ar: 36 pages, draft · <time>")
        );
    }
    let watched = sandbox.read_bytes(&pdf);
    drop(watch);
    let ran = sandbox.run(&["build", "--lang", "ar", "--edition", "full"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert!(watched == sandbox.read_bytes(&pdf), "`build` makes another file");
}

#[test]
fn an_error_leaves_the_pdf_and_is_told_in_a_line_until_it_is_mended() {
    let sandbox = Sandbox::of("small");
    let mut watch = Watch::small(&sandbox);
    let first = sandbox.read_bytes(PDF);
    edit(&sandbox, CATALOGUE, "{ $years ->", "{ $yeers ->");
    assert_eq!(
        watch.line(),
        format!("{CATALOGUE}: shop-text · short nl: 1 error, no new PDF · <time>")
    );
    assert_eq!(
        watch.line(),
        format!("  error: {CATALOGUE}:8:46: unknown fact `$yeers` (did you mean `years`?)")
    );
    assert!(first == sandbox.read_bytes(PDF), "the PDF is another one");
    assert_eq!(sandbox.manifest("note")["files"], json!([]));
    watch.is_running();
    edit(&sandbox, CATALOGUE, "{ $yeers ->", "{ $years ->");
    assert_eq!(watch.line(), format!("{CATALOGUE}: shop-text · short nl: 2 pages, draft · <time>"));
    assert!(first == sandbox.read_bytes(PDF), "the same text makes another PDF");
    assert_eq!(sandbox.manifest("note")["files"][0]["path"], "nl/note-short-nl-screen-draft.pdf");
}

#[test]
fn a_file_that_can_not_be_parsed_keeps_what_it_held_in_mind() {
    let sandbox = Sandbox::of("small");
    let watch = Watch::small(&sandbox);
    edit(&sandbox, CATALOGUE, "shop-pay = Betaal wat u wilt.", "shop-pay = Betaal { wat u wilt.");
    assert_eq!(watch.line(), format!("{CATALOGUE} · short nl: 1 error, no new PDF · <time>"));
    assert_eq!(
        watch.line(),
        format!(
            "  error: {CATALOGUE}:13:19: this `{{` is never closed (write `}}` behind what is filled in; to show a brace, write `{{\"{{\"}}`)"
        )
    );
    edit(&sandbox, CATALOGUE, "shop-pay = Betaal { wat u wilt.", "shop-pay = Betaal iets.");
    assert_eq!(watch.line(), format!("{CATALOGUE}: shop-pay · short nl: 2 pages, draft · <time>"));
}

#[test]
fn a_save_without_a_change_builds_nothing() {
    let sandbox = Sandbox::of("small");
    let watch = Watch::small(&sandbox);
    fs::remove_file(sandbox.path(PDF)).unwrap();
    save(&sandbox, CATALOGUE, sandbox.read_bytes(CATALOGUE));
    assert_eq!(watch.line(), format!("{CATALOGUE}: saved, nothing changed"));
    assert!(!sandbox.exists(PDF));
    let commented = format!("# A remark.\n\n{}", sandbox.read(CATALOGUE));
    save(&sandbox, CATALOGUE, commented);
    assert_eq!(
        watch.line(),
        format!("{CATALOGUE}: only comments or layout · short nl: 2 pages, draft · <time>")
    );
    assert!(sandbox.exists(PDF));
}

#[test]
fn a_save_in_place_with_a_backup_beside_it_is_one_save() {
    let sandbox = Sandbox::of("small");
    let watch = Watch::small(&sandbox);
    // As Vim does with `backupcopy=no`: the file goes away, a new one comes, the backup goes.
    let text = sandbox.read(CATALOGUE).replace("Noord", "Het Noorden");
    let (path, backup) = (sandbox.path(CATALOGUE), sandbox.path(&format!("{CATALOGUE}~")));
    sandbox.write("translations/nl/.note.ftl.swp", "swap");
    sandbox.write("translations/nl/4913", "").delete("translations/nl/4913");
    fs::rename(&path, &backup).unwrap();
    fs::write(&path, text).unwrap();
    fs::remove_file(&backup).unwrap();
    sandbox.delete("translations/nl/.note.ftl.swp");
    assert_eq!(
        watch.line(),
        format!("{CATALOGUE}: region-north · short nl: 2 pages, draft · <time>")
    );
}

#[test]
fn a_fact_is_named_and_more_than_three_names_are_counted() {
    const FACTS: &str = "brochures/note/facts.toml";
    let sandbox = Sandbox::of("small");
    let watch = Watch::small(&sandbox);
    edit(&sandbox, FACTS, "number = 3", "number = 5");
    assert_eq!(watch.line(), format!("{FACTS}: years · short nl: 2 pages, draft · <time>"));
    let text = sandbox.read(CATALOGUE);
    let text = text.replace("winkel", "zaak").replace("region-north = Noord", "extra = Noord");
    let text = text.replace("Vragen", "Nog vragen");
    save(&sandbox, CATALOGUE, text);
    let told = watch.line();
    assert_eq!(
        told,
        format!(
            "{CATALOGUE}: extra added, need-questions, shop-title and 1 more · short nl: 2 pages, \
             draft, 1 warning · <time>"
        )
    );
}

#[test]
fn new_files_and_folders_are_heard_and_gone_ones_too() {
    let sandbox = Sandbox::of("small");
    let watch = Watch::small(&sandbox);
    let template = include_str!("../../src/compose/templates/leaflet.typ");
    sandbox.write("fresh/leaflet.typ", template);
    fs::rename(sandbox.path("fresh"), sandbox.path("brochures/note/templates")).unwrap();
    let file = "brochures/note/templates/leaflet.typ";
    assert_eq!(watch.line(), format!("{file} added · short nl: 2 pages, draft · <time>"));
    save(&sandbox, file, format!("{template}\n#panic(\"no\")\n"));
    assert_eq!(watch.line(), format!("{file} · short nl: 1 error, no new PDF · <time>"));
    let line = template.lines().count() + 2;
    assert_eq!(
        watch.line(),
        format!("  error: leaflet.typ (note, edition `short`, `nl`):{line}:2: panicked with: no")
    );
    sandbox.delete("brochures/note/templates");
    assert_eq!(watch.line(), format!("{file} removed · short nl: 2 pages, draft · <time>"));
    // A folder that was replaced as a whole is listened to as before.
    fs::rename(sandbox.path("translations"), sandbox.path("aside")).unwrap();
    assert!(watch.line().contains("translations/nl/note.ftl removed"));
    while !watch.line().contains(CATALOGUE) {}
    fs::rename(sandbox.path("aside"), sandbox.path("translations")).unwrap();
    while !watch.line().contains("2 pages, draft") {}
    edit(&sandbox, CATALOGUE, "Vragen", "Nog vragen");
    assert_eq!(
        watch.line(),
        format!("{CATALOGUE}: need-questions · short nl: 2 pages, draft · <time>")
    );
}

#[test]
fn a_brochure_that_loses_the_edition_is_told_and_may_get_it_back() {
    const BROCHURE: &str = "brochures/note/brochure.toml";
    let sandbox = Sandbox::of("small");
    let mut watch = Watch::small(&sandbox);
    edit(&sandbox, BROCHURE, "[edition.short]", "[edition.shorter]");
    assert_eq!(watch.line(), format!("{BROCHURE} · short nl: 1 error, no new PDF · <time>"));
    assert_eq!(
        watch.line(),
        format!("  error: {BROCHURE}:37:11: unknown edition `short` (did you mean `shorter`?)")
    );
    watch.is_running();
    edit(&sandbox, BROCHURE, "[edition.shorter]", "[edition.short]");
    assert_eq!(watch.line(), format!("{BROCHURE} · short nl: 2 pages, draft · <time>"));
}

#[test]
fn an_edition_that_is_approved_tells_its_other_path() {
    let sandbox = Sandbox::of("small");
    let watch = Watch::small(&sandbox);
    approve(&sandbox, "note", "AB");
    // Several files, each written by itself: the last one may be told in a line of its own.
    while !watch.line().contains("2 pages, approved") {}
    let path = PDF.replace("-draft", "");
    assert_eq!(watch.line(), format!("  <project>/{path}"));
    assert!(sandbox.exists(&path) && !sandbox.exists(PDF));
}

#[test]
fn a_fault_at_the_start_is_told_and_can_be_mended() {
    let sandbox = Sandbox::of("small");
    sandbox.replace("brochures/note/theme.toml", "primary = {", "primary = ");
    let watch = Watch::start(&sandbox, &["note", "--lang", "nl", "--edition", "short"]);
    let told = watch.line();
    assert!(told.starts_with("note · short nl: ") && told.contains("no new PDF"), "{told}");
    assert!(watch.line().starts_with("  error: brochures/note/theme.toml:2:"));
    assert!(!sandbox.exists("output"));
    edit(&sandbox, "brochures/note/theme.toml", "primary = ", "primary = {");
    while !watch.line().contains("2 pages, draft") {}
    assert!(sandbox.exists(PDF));
}

#[test]
fn json_is_one_object_a_line() {
    let sandbox = Sandbox::of("small");
    let arguments = ["--lang", "nl", "--edition", "short", "--format", "json", "--output", "out"];
    let watch = Watch::start(&sandbox, &arguments);
    let first = watch.json();
    assert_eq!(first["changes"], json!([]));
    assert_eq!(first["path"], "out/note/nl/note-short-nl-screen-draft.pdf");
    edit(&sandbox, CATALOGUE, "region-north = Noord", "region-north = Noord { $yeers }");
    let second = watch.json();
    assert_eq!(
        second["changes"],
        json!([{
            "file": CATALOGUE, "change": "changed",
            "names": [{ "name": "region-north", "change": "changed" }],
        }])
    );
    assert_eq!((&second["path"], &second["pages"]), (&Value::Null, &Value::Null));
    assert_eq!(second["diagnostics"][0]["message"], "unknown fact `$yeers`");
    edit(&sandbox, CATALOGUE, "Noord { $yeers }", "Noord");
    let third = watch.json();
    assert_eq!((&third["state"], &third["pages"]), (&json!("draft"), &json!(2)));
    assert!(third["milliseconds"].is_u64() && third["timings"]["typeset"].is_f64(), "{third}");
    save(&sandbox, CATALOGUE, sandbox.read_bytes(CATALOGUE));
    assert_eq!(watch.json(), json!({ "changes": [], "unchanged": [CATALOGUE] }));
}

#[test]
fn what_does_not_exist_can_not_be_watched() {
    let sandbox = Sandbox::of("small");
    let refused = |arguments: &[&str], report| {
        let ran = sandbox.run(&[&["watch"], arguments].concat());
        assert_eq!(ran.stdout, "", "{ran:?}");
        ran.assert(2, report);
    };
    refused(
        &["note", "--lang", "fr", "--edition", "short"],
        str![[r#"
error: no language `fr`
 |
 = help: languages are `en` and `nl`
"#]],
    );
    refused(
        &["note", "--lang", "nl", "--edition", "long"],
        str![[r#"
error: no edition `long`
 |
 = help: the only edition is `short`
"#]],
    );
    refused(
        &["nota", "--lang", "nl", "--edition", "short"],
        str![[r#"
error: no brochure `nota`
 |
 = help: did you mean `note`?
"#]],
    );
    assert!(!sandbox.exists("output"));
    let sandbox = Sandbox::empty();
    let ran = sandbox.run(&["watch", "--lang", "nl", "--edition", "short"]);
    ran.assert(2, str![[r#"
error: no project in `<project>`
 |
 = help: a project is a folder with `brochures/`, `translations/` and `fonts/`; name it with `--project`
 = help: `feuillet new NAME` makes one
"#]]);
}

/// Moves a file or folder of the project beside it, and leaves a link.
#[cfg(unix)]
fn move_out(sandbox: &Sandbox, path: &str, to: &str) {
    use std::os::unix::fs::symlink;
    let to = sandbox.beside(to);
    fs::create_dir_all(to.parent().unwrap()).unwrap();
    fs::rename(sandbox.path(path), &to).unwrap();
    symlink(&to, sandbox.path(path)).unwrap();
}

/// Saves in place, as some editors do with what a link leads to, with a text replaced.
#[cfg(unix)]
fn edit_beside(sandbox: &Sandbox, path: &str, old: &str, new: &str) {
    let path = sandbox.beside(path);
    let text = fs::read_to_string(&path).unwrap();
    assert_eq!(text.matches(old).count(), 1, "`{old}`");
    fs::write(path, text.replace(old, new)).unwrap();
}

#[cfg(unix)]
#[test]
fn saves_behind_links_are_seen() {
    use std::os::unix::fs::symlink;
    let sandbox = Sandbox::of("small");
    // A file by way of two links, the second in a folder that is reached by a third.
    move_out(&sandbox, CATALOGUE, "texts/today/nl.ftl");
    fs::rename(sandbox.beside("texts/today"), sandbox.beside("texts/monday")).unwrap();
    symlink("monday", sandbox.beside("texts/today")).unwrap();
    // A folder.
    move_out(&sandbox, "brochures/note", "shared/note");
    let watch = Watch::small(&sandbox);
    let seen = |name: &str| format!("{CATALOGUE}: {name} · short nl: 2 pages, draft · <time>");
    edit_beside(&sandbox, "texts/monday/nl.ftl", "Betaal wat u wilt.", "Betaal wat u kunt.");
    assert_eq!(watch.line(), seen("shop-pay"));
    // By rename, as most editors save.
    let text = fs::read_to_string(sandbox.beside("texts/monday/nl.ftl")).unwrap();
    fs::write(sandbox.beside("texts/monday/x~"), text.replace("Betaal wat", "Geef wat")).unwrap();
    fs::rename(sandbox.beside("texts/monday/x~"), sandbox.beside("texts/monday/nl.ftl")).unwrap();
    assert_eq!(watch.line(), seen("shop-pay"));
    edit_beside(&sandbox, "shared/note/theme.toml", "[colours]", "# A comment.\n[colours]");
    assert!(watch.line().starts_with("brochures/note/theme.toml · short nl: 2 pages"));
    // The folder link is replaced, and then what the new one leads to is saved.
    fs::create_dir(sandbox.beside("texts/tuesday")).unwrap();
    fs::write(sandbox.beside("texts/tuesday/nl.ftl"), text.replace("Betaal wat", "Schenk wat"))
        .unwrap();
    symlink("tuesday", sandbox.beside("texts/next")).unwrap();
    fs::rename(sandbox.beside("texts/next"), sandbox.beside("texts/today")).unwrap();
    assert_eq!(watch.line(), seen("shop-pay"));
    edit_beside(&sandbox, "texts/tuesday/nl.ftl", "Schenk wat", "Leg wat");
    assert_eq!(watch.line(), seen("shop-pay"));
    // The link in the project is replaced by one to another place, and that by a file.
    let other = sandbox.beside("other.ftl");
    fs::write(&other, text.replace("Betaal wat", "Neem wat")).unwrap();
    symlink(&other, sandbox.path("translations/nl/next~")).unwrap();
    fs::rename(sandbox.path("translations/nl/next~"), sandbox.path(CATALOGUE)).unwrap();
    assert_eq!(watch.line(), seen("shop-pay"));
    edit_beside(&sandbox, "other.ftl", "Neem wat", "Pak wat");
    assert_eq!(watch.line(), seen("shop-pay"));
    // What else is saved there concerns nobody.
    fs::write(sandbox.beside("texts/tuesday/others.ftl"), "a = b\n").unwrap();
    edit_beside(&sandbox, "other.ftl", "Pak wat", "Kies wat");
    assert_eq!(watch.line(), seen("shop-pay"));
}
