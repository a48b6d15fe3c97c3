//! Files of other programs: what is known to be wrong with them is found, and nothing else.

use super::{FILES, asked, broken, judge, rows, texts};

#[test]
fn files_of_other_programs_are_judged_as_they_deserve() {
    let Some(sandbox) = FILES.as_ref() else { return };
    let rows = rows(sandbox, "others.json");
    let judged = judge(sandbox, &rows);
    let mut wrong = Vec::new();
    for row in &rows {
        let (file, target, _) = asked(row);
        let (must, may) = (texts(row, "must"), texts(row, "may"));
        let broken = broken(&judged[&asked(row)]);
        for rule in must.iter().filter(|rule| !broken.contains_key(*rule)) {
            wrong.push(format!("{file}, {target}: `{rule}` is not found"));
        }
        for (rule, words) in &broken {
            if !must.contains(rule) && !may.contains(rule) {
                wrong.push(format!("{file}, {target}: `{rule}` is found: {words}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} expectations fail:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_other_programs_claim_is_told() {
    let Some(sandbox) = FILES.as_ref() else { return };
    let rows = rows(sandbox, "others.json");
    let judged = judge(sandbox, &rows);
    for (file, claim) in [
        ("weasyprint.x-1a.pdf", "PDF/X-1a:2003"),
        ("weasyprint.x-3.pdf", "PDF/X-3:2003"),
        ("weasyprint.x-4.pdf", "PDF/X-4"),
        ("weasyprint.ua-1.pdf", "PDF/UA-1"),
        ("ghostscript.x-3.pdf", "PDF/X-3:2002"),
        ("latex.x-4.pdf", "PDF/X-4"),
    ] {
        // A program that is not installed has made none.
        for (_, report) in judged.iter().filter(|((name, _, _), _)| name == file) {
            assert!(texts(report, "claims").iter().any(|told| told == claim), "{file}: {report}");
        }
    }
}
