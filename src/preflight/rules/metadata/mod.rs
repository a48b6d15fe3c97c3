//! Tells what is wrong with title, dates, XMP and the output intent.

mod intent;

use crate::claims::{DC, Date, PDF, XMP, Xmp};
use crate::rules::occurrence::{Occurrence, Occurrences};
use crate::rules::rule::{ALL, Check, Context, Group, PRINT, Rule, SCREEN, Severity};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "title",
        group: Group::Metadata,
        severity: Severity::Error,
        targets: SCREEN,
        finds: "a file without a title, or with a file's name in its place",
        why: "screen readers, tabs and search results say the title, and a file's name says nothing",
        source: "ISO 14289-1, 7.1; WCAG 2.2, 2.4.2",
        remedy: "set the title of the document in the program that made it",
        check: Check::File(title),
    },
    Rule {
        id: "xmp-unreadable",
        group: Group::Metadata,
        severity: Severity::Error,
        targets: ALL,
        finds: "metadata (XMP) that can't be read",
        why: "archives and print shops read from it what the file is, and reject it",
        source: "ISO 32000-1, 14.3.2; ISO 16684-1",
        remedy: "export the file once more, or have the metadata written anew",
        check: Check::File(unreadable),
    },
    Rule {
        id: "xmp-agrees",
        group: Group::Metadata,
        severity: Severity::Warning,
        targets: ALL,
        finds: "metadata (XMP) and document information that differ",
        why: "one program shows the one, the next shows the other, and PDF/A-1 and PDF/X want them the same",
        source: "ISO 19005-1, 6.7.3; ISO 15930-7",
        remedy: "set title, author and dates in one program, and let it write both",
        check: Check::File(agrees),
    },
    Rule {
        id: "trapped",
        group: Group::Metadata,
        severity: Severity::Warning,
        targets: PRINT,
        finds: "a file that does not say whether it is trapped",
        why: "the print shop traps it twice, or not at all",
        source: "ISO 32000-1, 14.11.6; ISO 15930",
        remedy: "export as PDF/X, which says so",
        check: Check::File(trapped),
    },
    Rule {
        id: "file-id",
        group: Group::Metadata,
        severity: Severity::Warning,
        targets: PRINT,
        finds: "a file without an identifier",
        why: "the print shop can't tell a corrected file from the first one",
        source: "ISO 32000-1, 14.4; ISO 15930",
        remedy: "export as PDF/X, which writes one",
        check: Check::File(identifier),
    },
    Rule {
        id: "intent-missing",
        group: Group::Metadata,
        severity: Severity::Warning,
        targets: PRINT,
        finds: "no output intent for print",
        why: "nobody knows for which press and paper the colours were made",
        source: "ISO 15930; ISO 32000-1, 14.11.5",
        remedy: "export as PDF/X with the profile that the print shop names",
        check: Check::File(intent::intent_missing),
    },
    Rule {
        id: "intent-profile",
        group: Group::Metadata,
        severity: Severity::Error,
        targets: PRINT,
        finds: "an output intent whose profile can't be used",
        why: "colours are converted for another device than the press, or not at all",
        source: "ISO 32000-1, 14.11.5; ICC.1:2010, 7.2",
        remedy: "export with the profile of a printing condition, of the class `prtr`",
        check: Check::File(intent::intent_profile),
    },
    Rule {
        id: "intent-condition",
        group: Group::Metadata,
        severity: Severity::Warning,
        targets: PRINT,
        finds: "an output intent that names no registered printing condition",
        why: "programs at the print shop look the name up, and a description or `Custom` is in no registry",
        source: "ISO 32000-1, table 365; characterization data registry of the ICC",
        remedy: "set the identifier to the registered name, such as `FOGRA39`, and the registry to `http://www.color.org`",
        check: Check::File(intent::intent_condition),
    },
    Rule {
        id: "intent-several",
        group: Group::Metadata,
        severity: Severity::Warning,
        targets: PRINT,
        finds: "output intents that contradict each other",
        why: "programs choose one of them, and not the same",
        source: "ISO 15930; ISO 19005-2, 6.2.3",
        remedy: "export with one output intent",
        check: Check::File(intent::intent_several),
    },
];

/// Ends of files' names that stand where a title belongs.
const ENDINGS: [&str; 20] = [
    "ai", "doc", "docx", "eps", "htm", "html", "indd", "odg", "odt", "pages", "pdf", "ppt", "pptx",
    "ps", "pub", "qxp", "rtf", "sla", "tex", "typ",
];

/// Whether a title is a file's name.
fn is_file_name(title: &str) -> bool {
    let ending = title.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
        || title.starts_with("Microsoft Word - ")
}

fn title(cx: &Context<'_>, found: &mut Occurrences) {
    match cx.claims.title() {
        None => found.add(Occurrence::new("the file has no title")),
        Some(title) if is_file_name(title) => {
            found.add(Occurrence::new(format!(
                "the title is a file's name, `{}`",
                shortened(title)
            )));
        }
        // PDF/UA wants it in the metadata (ISO 14289-1:2014, 7.1).
        Some(_) if cx.claims.has("PDF/UA") => {
            if cx.claims.xmp().is_some_and(|xmp| xmp.get(DC, "title").is_none()) {
                let what = "the title stands in the document information only";
                found.add(Occurrence::new(what).wanted("`dc:title` in the metadata"));
            }
        }
        Some(_) => {}
    }
}

/// A text as it is quoted: at most 80 letters.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(80) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

fn unreadable(cx: &Context<'_>, found: &mut Occurrences) {
    if let Some(metadata) = &cx.claims.metadata
        && let Err(fault) = &metadata.xmp
    {
        found.add(
            Occurrence::new(format!("the metadata can't be read: {fault}")).object(metadata.object),
        );
    }
}

fn agrees(cx: &Context<'_>, found: &mut Occurrences) {
    let Some(xmp) = cx.claims.xmp() else { return };
    let info = &cx.claims.info;
    let texts = [
        ("Title", &info.title, DC, "title", "dc:title"),
        ("Author", &info.author, DC, "creator", "dc:creator"),
        ("Subject", &info.subject, DC, "description", "dc:description"),
        ("Keywords", &info.keywords, PDF, "Keywords", "pdf:Keywords"),
        ("Creator", &info.creator, XMP, "CreatorTool", "xmp:CreatorTool"),
        ("Producer", &info.producer, PDF, "Producer", "pdf:Producer"),
        ("Trapped", &info.trapped, PDF, "Trapped", "pdf:Trapped"),
    ];
    for (key, one, namespace, name, property) in texts {
        let Some(one) = one.as_deref().map(str::trim).filter(|one| !one.is_empty()) else {
            continue;
        };
        if let Some(other) = other_text(xmp, namespace, name, one) {
            let (one, other) = (shortened(one), shortened(&other));
            found.add(
                Occurrence::new(format!("`{key}` is `{one}`, and `{property}` is `{other}`"))
                    .object(info.object),
            );
        }
    }
    let dates =
        [("CreationDate", &info.created, "CreateDate"), ("ModDate", &info.modified, "ModifyDate")];
    for (key, one, name) in dates {
        let (Some(one), Some(other)) = (one.as_deref(), xmp.get(XMP, name)) else { continue };
        let same = match (Date::of_pdf(one), Date::of_xmp(other)) {
            (Some(one), Some(other)) => one.agrees(other),
            _ => false,
        };
        if !same {
            let (one, other) = (shortened(one), shortened(other));
            found.add(
                Occurrence::new(format!("`{key}` is `{one}`, and `xmp:{name}` is `{other}`"))
                    .object(info.object),
            );
        }
    }
}

/// What XMP says instead of a text of Info; `None` if it says the same, or nothing. A list of names is one text in Info,
/// joined in one way or another, and a text in several languages is there in one.
fn other_text(xmp: &Xmp, namespace: &str, name: &str, text: &str) -> Option<String> {
    let items = xmp.items(namespace, name);
    // Adobe's programs put names that hold a comma in quotation marks.
    let plain = |text: &str| text.replace('"', "").split_whitespace().collect::<Vec<_>>().join(" ");
    let text = plain(text);
    let joined = [", ", "; ", ","].map(|comma| plain(&items.join(comma)));
    let is_same = items.iter().any(|item| plain(item) == text) || joined.contains(&text);
    (!is_same && items.iter().any(|item| !item.trim().is_empty())).then(|| items.join(", "))
}

fn trapped(cx: &Context<'_>, found: &mut Occurrences) {
    // Those that claim PDF/X are judged by it.
    if cx.claims.has("PDF/X") {
        return;
    }
    let xmp = cx.claims.xmp().and_then(|xmp| xmp.get(PDF, "Trapped"));
    match cx.claims.info.trapped.as_deref().or(xmp) {
        Some("True" | "False") => {}
        Some(other) => found.add(
            Occurrence::new(format!("`Trapped` is `{}`", shortened(other)))
                .wanted("`True` or `False`"),
        ),
        None => found.add(Occurrence::new("`Trapped` is missing").wanted("`True` or `False`")),
    }
}

/// Whether the trailer has an identifier of two parts, neither of them empty.
pub(super) fn has_identifier(cx: &Context<'_>) -> bool {
    let components = cx.file.array(&cx.file.document.trailer, "ID").unwrap_or_default();
    let whole =
        |part: &lopdf::Object| cx.file.resolve(part).as_str().is_ok_and(|part| !part.is_empty());
    components.len() == 2 && components.iter().all(whole)
}

fn identifier(cx: &Context<'_>, found: &mut Occurrences) {
    if !cx.claims.has("PDF/X") && !has_identifier(cx) {
        found.add(Occurrence::new("the trailer has no `ID` of two strings"));
    }
}

#[cfg(test)]
mod tests {
    use super::is_file_name;

    #[test]
    fn names_of_files_are_no_titles() {
        assert!(
            is_file_name("brochure_v3_final.INDD") && is_file_name("Microsoft Word - Vote.docx")
        );
        assert!(!is_file_name("How to vote in 2024.") && !is_file_name("Vote no. 3"));
    }
}
