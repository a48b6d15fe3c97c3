//! The command `clean`.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use snapbox::str;

use super::{DUTCH, ENGLISH, made_with, small};
use crate::support::Sandbox;

#[test]
fn clean_deletes_what_build_made_and_nothing_else() {
    let sandbox = small();
    for path in ["output/letter.pdf", "output/note/nl/note.txt", "output/other/a.pdf"] {
        sandbox.write(path, "mine");
    }
    sandbox.write("output/note/nl/.feuillet-build-Ab12Cd", "%PDF");
    let ran = sandbox.run(&["clean"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert_eq!(
        ran.stdout,
        format!(
            "deleted note/{ENGLISH}\ndeleted note/manifest.json\ndeleted note/{DUTCH}\n\
             deleted note/nl/.feuillet-build-Ab12Cd\n4 files deleted from <project>/output\n"
        )
    );
    assert_eq!(
        sandbox.files("output"),
        ["output/letter.pdf", "output/note/nl/note.txt", "output/other/a.pdf"]
    );
    assert!(!sandbox.exists("output/note/en") && !sandbox.exists("output/.feuillet"));
    let ran = sandbox.run(&["clean"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, "0 files deleted from <project>/output\n"));
    sandbox.build_clean();
    sandbox.delete("output/letter.pdf").delete("output/note/nl/note.txt").delete("output/other");
    let ran = sandbox.run(&["clean", "--format", "json"]);
    let told: Value = serde_json::from_str(&ran.stdout).unwrap();
    let deleted = [format!("note/{ENGLISH}"), "note/manifest.json".into(), format!("note/{DUTCH}")];
    assert_eq!(told, json!({ "deleted": deleted, "kept": [] }));
    assert!(!sandbox.exists("output"), "an empty folder goes too");
}

#[test]
fn clean_keeps_what_somebody_has_changed_and_leads_nowhere_else() {
    let sandbox = small();
    sandbox.write(&format!("output/note/{DUTCH}"), "mine");
    sandbox.write("precious.txt", "mine");
    let manifest = sandbox.read("output/note/manifest.json");
    let sum: String =
        Sha256::digest(b"mine").iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let mut evil: Value = serde_json::from_str(&manifest).unwrap();
    evil["files"][0]["path"] = json!("../../precious.txt");
    evil["files"][0]["sha256"] = json!(sum);
    sandbox.write("output/note/manifest.json", evil.to_string());
    let ran = sandbox.run(&["clean"]);
    let kept = format!("kept note/{DUTCH}: it is not as `build` made it\n");
    assert!(ran.stdout.contains(&kept), "{}", ran.stdout);
    assert_eq!(sandbox.read("precious.txt"), "mine");
    assert_eq!(sandbox.files("output"), [format!("output/note/{DUTCH}")]);
}

#[test]
fn clean_of_one_brochure_leaves_the_others() {
    let sandbox = Sandbox::of("small");
    for name in ["brochure.toml", "facts.toml", "theme.toml"] {
        let text = sandbox.read(&format!("brochures/note/{name}"));
        sandbox.write(&format!("brochures/other/{name}"), text.replace("\"note\"", "\"other\""));
    }
    for language in ["en", "nl"] {
        let text = sandbox.read(&format!("translations/{language}/note.ftl"));
        sandbox.write(&format!("translations/{language}/other.ftl"), text);
    }
    sandbox.build_clean();
    let ran = sandbox.run(&["clean", "other"]);
    assert!(ran.stdout.ends_with("3 files deleted from <project>/output\n"), "{}", ran.stdout);
    assert!(!sandbox.exists("output/other"));
    assert_eq!(made_with(&sandbox, "note", &[]), [""; 0]);
    assert_eq!(sandbox.pdfs("other").len(), 2);
    let ran = sandbox.run(&["clean", "othr"]);
    ran.assert(
        2,
        str![[r#"
error: no brochure `othr`
 |
 = help: did you mean `other`?
"#]],
    );
}

#[test]
fn clean_where_nothing_was_built_makes_nothing() {
    let sandbox = Sandbox::of("small");
    let before = sandbox.files("");
    assert_eq!(sandbox.run(&["clean"]).stdout, "0 files deleted from <project>/output\n");
    assert_eq!(sandbox.files(""), before);
    assert!(!sandbox.exists("output"));
}
