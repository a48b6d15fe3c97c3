//! Files that are cut off, or in which bytes are others.

use super::{DUTCH, Exported, FORMATS, TEXT};
use crate::support::sample;

fn chance(state: &mut u64) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*state >> 33).unwrap()
}

#[test]
fn a_cut_file_changes_no_text_to_a_part_of_it() {
    for (format, _) in FORMATS {
        let exported = Exported::new(format);
        let whole = exported.translated();
        let old = exported.sandbox.read(DUTCH);
        let new = exported.texts.replace(TEXT.0, TEXT.1);
        let mut refused = 0;
        for step in 0..60 {
            let ran = exported.import(&whole[..whole.len() * step / 60]);
            let now = exported.sandbox.read(DUTCH);
            assert!(now == old || now == new, "{format} {step}: {now}");
            if ran.code == 0 {
                exported.restore();
            } else {
                refused += 1;
                exported.assert_unchanged();
            }
        }
        // The last of them is cut off in the last text, and the first has nothing in it.
        assert!(refused >= 59, "{format}: {refused}");
    }
}

#[test]
fn a_text_of_several_lines_is_never_cut() {
    for (format, _) in FORMATS {
        let sandbox = crate::support::Sandbox::of("small");
        let long = "\n    Eerst dit.\n\n    Dan dat.\n    En dan dit nog, tot het einde.\n";
        sandbox.replace(DUTCH, " Betaal wat u wilt.\n", long);
        let exported = Exported::of(sandbox, format);
        let whole = exported.with("Eerst dit.", "Eerst dat.");
        let old = exported.sandbox.read(DUTCH);
        let new = exported.texts.replace("Eerst dit.", "Eerst dat.");
        let cuts: Vec<usize> = match format {
            "xlsx" => (0..whole.len()).step_by(whole.len() / 40).collect(),
            _ => {
                let start = whole.windows(10).position(|part| part == b"Eerst dat.").unwrap() - 40;
                (start..start + 160).collect()
            }
        };
        let mut taken = 0;
        for cut in cuts {
            let ran = exported.import(&whole[..cut]);
            let now = exported.sandbox.read(DUTCH);
            assert!(now == old || now == new, "{format} {cut}: {now}");
            taken += usize::from(now == new);
            if ran.code == 0 {
                exported.restore();
            }
        }
        assert_eq!(taken, 0, "{format}: others are missing");
    }
}

#[test]
fn a_file_with_other_bytes_is_refused_or_harmless() {
    let cases = 60 * sample::factor();
    for (format, _) in FORMATS {
        let exported = Exported::new(format);
        let whole = exported.translated();
        let mut state = sample::SEED;
        for case in 0..cases {
            let mut bytes = whole.clone();
            for _ in 0..=chance(&mut state) % 3 {
                let at = chance(&mut state) % bytes.len();
                match chance(&mut state) % 4 {
                    0 => bytes[at] ^= 1 << (chance(&mut state) % 8),
                    1 => bytes[at] = b"\0\"<>&{}\\\n\xFF"[chance(&mut state) % 10],
                    2 => drop(
                        bytes
                            .drain(at..(at + chance(&mut state) % 40).min(whole.len() / 2).max(at)),
                    ),
                    _ => {
                        let end = (at + 30).min(bytes.len());
                        let part = bytes[at..end].to_vec();
                        bytes.splice(at..at, part);
                    }
                }
            }
            let ran = exported.import(&bytes);
            assert!(ran.code <= 2, "{format} {case}: {ran:?}");
            if ran.code == 0 {
                // What was taken in can be read, and is nobody's signature.
                let loaded = exported.sandbox.load("note");
                let errors = loaded
                    .diagnostics
                    .iter()
                    .filter(|found| found.severity == feuillet::diagnostic::Severity::Error);
                assert_eq!(errors.count(), 0, "{format} {case}: {:?}", loaded.diagnostics);
                exported.restore();
            } else {
                exported.assert_unchanged();
            }
        }
    }
}
