//! What is asked on the command line, and of a whole project.

use snapbox::str;

use super::{BROCHURE, DUTCH, ENGLISH, FACTS, THEME};
use crate::support::Sandbox;

#[test]
fn several_faults_in_several_files() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "need = \"questions\"", "need = \"qestions\"");
    sandbox.replace(FACTS, "number = 3", "number = \"3\"");
    sandbox.replace(THEME, "\"#4B2A63\"", "\"plum\"");
    sandbox.replace(DUTCH, "Betaal wat u wilt.", "Betaal } wat");
    sandbox.replace(ENGLISH, "<b>Bring</b>", "<b>{ $bag }</b>");
    sandbox.assert_faults(str![[r##"
error: unknown need `qestions`
  --> brochures/note/brochure.toml:32:25
   |
32 |   { contacts = { need = "qestions" } },
   |                         ^^^^^^^^^^
   |
   = help: did you mean `questions`?

error: `number` must be a number, found the text `3`
  --> brochures/note/facts.toml:18:10
   |
18 | number = "3"
   |          ^^^ expected a number

error: `plum` is not a screen colour
 --> brochures/note/theme.toml:2:22
  |
2 | primary = { screen = "plum", print = [80, 95, 20, 20] }
  |                      ^^^^^^
  |
  = help: write it like "#4B2A63"

error: this `}` closes nothing
  --> translations/nl/note.ftl:13:19
   |
13 | shop-pay = Betaal } wat
   |                   ^
   |
   = help: delete it; to show a brace, write `{"}"}`
"##]]);
}

#[test]
fn unknown_name_on_the_command_line() {
    let sandbox = Sandbox::of("small");
    for (arguments, report) in [
        (
            ["build", "nota"],
            str![[r#"
error: no brochure `nota`
 |
 = help: did you mean `note`?
"#]],
        ),
        (
            ["build", "--lang=de"],
            str![[r#"
error: no language `de`
 |
 = help: languages are `en` and `nl`
"#]],
        ),
        (
            ["build", "--edition=shrot"],
            str![[r#"
error: no edition `shrot`
 |
 = help: did you mean `short`?
"#]],
        ),
        (
            ["build", "--lang=dutch please"],
            str![[r#"
error: `dutch please` is not a language tag
 |
 = help: tags look like `pt` or `fa-AF`
"#]],
        ),
    ] {
        let [command, argument] = arguments;
        let ran = sandbox.run(&[command, argument]);
        assert_eq!(ran.stdout, "");
        ran.assert(2, report);
        assert!(!sandbox.exists("output"));
    }
}

#[test]
fn no_project() {
    let sandbox = Sandbox::empty();
    let ran = sandbox.run(&["build"]);
    ran.assert(2, str![[r#"
error: no project in `<project>`
 |
 = help: a project is a folder with `brochures/`, `translations/` and `fonts/`; name it with `--project`
 = help: `feuillet new NAME` makes one
"#]]);
}

#[test]
fn project_without_brochures() {
    let sandbox = Sandbox::empty();
    std::fs::create_dir(sandbox.path("brochures")).unwrap();
    let ran = sandbox.run(&["list"]);
    ran.assert(
        2,
        str![[r#"
error: no brochure in `<project>/brochures`
 |
 = help: a brochure is a folder with a `brochure.toml`
"#]],
    );
}
