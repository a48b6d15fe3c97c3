//! Imports at the same time, and imports that are killed.

use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use super::{DUTCH, Exported, TEXT, project_files};
use crate::support::{Sandbox, sample};

fn start(sandbox: &Sandbox, path: &std::path::Path) -> Child {
    let mut program = sandbox.program();
    program.args(["translations", "import", "--by", "translator"]).arg(path);
    program.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
}

#[test]
fn imports_at_once_all_arrive() {
    const TEXTS: [(&str, &str); 4] = [
        ("Vragen", "Vraag het"),
        ("De winkel", "De werkplaats"),
        ("Dingen kunnen hersteld worden", "Dingen kunnen gemaakt worden"),
        TEXT,
    ];
    for _ in 0..3 {
        let exported = Exported::new("po");
        let mut expected = exported.sandbox.read(DUTCH);
        let mut running = Vec::new();
        for (index, (old, new)) in TEXTS.into_iter().enumerate() {
            expected = expected.replace(&format!("= {old}\n"), &format!("= {new}\n"));
            let path = exported.sandbox.beside(&format!("back{index}.po"));
            let bytes = exported.with(&format!("msgstr \"{old}\""), &format!("msgstr \"{new}\""));
            std::fs::write(&path, bytes).unwrap();
            running.push(start(&exported.sandbox, &path));
        }
        for child in running {
            let output = child.wait_with_output().unwrap();
            assert_eq!(
                output.status.code(),
                Some(0),
                "{}",
                String::from_utf8_lossy(&output.stderr)
            );
        }
        assert_eq!(exported.sandbox.read(DUTCH), expected);
        let left: Vec<_> = exported
            .sandbox
            .files("")
            .into_iter()
            .filter(|path| path.contains(".feuillet-"))
            .collect();
        assert_eq!(left, [""; 0]);
    }
}

#[cfg(unix)]
#[test]
fn an_import_that_is_killed_leaves_all_or_nothing() {
    let exported = Exported::new("po");
    let sandbox = &exported.sandbox;
    let path = sandbox.beside("back.po");
    let common = ("msgstr \"gratis\"", "msgstr \"kosteloos\"");
    let bytes = String::from_utf8(exported.translated()).unwrap().replace(common.0, common.1);
    std::fs::write(&path, bytes).unwrap();
    let begin = Instant::now();
    assert!(start(sandbox, &path).wait().unwrap().success());
    let mut span = begin.elapsed();
    let new = project_files(sandbox);
    assert!(
        new.len() > exported.files.len() && new != exported.files,
        "both catalogues and their records"
    );
    let (mut state, mut killed, mut whole) = (sample::SEED, 0, [0, 0]);
    let kills = 60 * sample::factor();
    for round in 0..kills {
        exported.restore();
        let mut run = start(sandbox, &path);
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // The files are written at the end.
        let share = 500 + u32::try_from((state >> 33) % 500).unwrap();
        std::thread::sleep(span * share / 1000);
        run.kill().unwrap();
        let in_time = run.wait().unwrap().code().is_none();
        span = if in_time { span * 21 / 20 } else { span * 9 / 10 };
        span = span.clamp(Duration::from_millis(2), Duration::from_secs(5));
        killed += u32::from(in_time);
        // Whoever comes next finishes.
        let ran = sandbox.run(&["list"]);
        assert_eq!(ran.code, 0, "{round}: {ran:?}");
        let now = project_files(sandbox);
        assert!(now == new || now == exported.files, "{round}: {:?}", now.keys());
        whole[usize::from(now == new)] += 1;
    }
    assert!(killed >= kills / 4, "{killed} runs were killed before their end");
    assert!(whole[0] > 0, "{whole:?}");
}

#[cfg(unix)]
#[test]
fn a_disk_that_is_full_changes_nothing() {
    let exported = Exported::new("po");
    let sandbox = &exported.sandbox;
    let path = sandbox.beside("back.po");
    std::fs::write(&path, exported.translated()).unwrap();
    let mut codes = std::collections::BTreeSet::new();
    for blocks in 0..12 {
        // No file may be longer than so many blocks, of 512 bytes or of 1024.
        let mut shell = std::process::Command::new("sh");
        let limit = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
        shell.current_dir(sandbox.root()).env("NO_COLOR", "1").args(["-c", &limit]);
        shell.arg(sandbox.program().get_program());
        shell.args(["translations", "import", "--by", "translator"]).arg(&path);
        let output = shell.output().unwrap();
        let code = output.status.code().unwrap();
        codes.insert(code);
        if code == 0 {
            assert!(sandbox.read(DUTCH).contains(TEXT.1));
            exported.restore();
        } else {
            exported.assert_unchanged();
            let left: Vec<_> = sandbox.files(".feuillet");
            assert!(
                left.iter().all(|path| path.ends_with("lock") || path.ends_with(".gitignore")),
                "{left:?}"
            );
        }
    }
    assert_eq!(codes, std::collections::BTreeSet::from([0, 2]));
}
