//! Tells what annotations, actions, attachments and links should not do.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Object};

use crate::file::number_of;
use crate::file::tree_pairs;
use crate::page::Page;
use crate::request::Target;
use crate::rules::occurrence::{Occurrence, Occurrences};
use crate::rules::rule::{ALL, Check, Context, Group, PAPER, PRINT, Rule, SCREEN, Severity};
use crate::rules::words::shown;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "annotation-printed",
        group: Group::Actions,
        severity: Severity::Error,
        targets: PRINT,
        finds: "a link, note or field on what is printed",
        why: "shops refuse such files, or print the frame of the link",
        source: "ISO 15930-7 (PDF/X-4): no annotations within the bleed",
        remedy: "export without links, notes and fields",
        check: Check::Page(printed),
    },
    Rule {
        id: "script",
        group: Group::Actions,
        severity: Severity::Error,
        targets: ALL,
        finds: "a program in JavaScript",
        why: "it runs on the reader's device; shops and archives refuse it",
        source: "ISO 15930-7 (PDF/X-4); ISO 19005-2, 6.5.1; readers' safety",
        remedy: "remove the scripts",
        check: Check::File(script),
    },
    Rule {
        id: "script-runs",
        group: Group::Actions,
        severity: Severity::Warning,
        targets: SCREEN,
        finds: "a program in JavaScript in a file that is no archive",
        why: "it runs on the reader's device",
        source: "readers' safety; ISO 14289-1:2014, 7.19, allows it",
        remedy: "remove the scripts unless the reader needs them",
        check: Check::File(script_on_screen),
    },
    Rule {
        id: "action",
        group: Group::Actions,
        severity: Severity::Warning,
        targets: ALL,
        finds: "an action that starts programs, sends data, plays something, or acts by itself",
        why: "it may harm the reader, and leaves traces",
        source: "ISO 19005-2, 6.5.1; readers' safety",
        remedy: "remove the action: links to pages and addresses are enough",
        check: Check::File(action),
    },
    Rule {
        id: "attachment",
        group: Group::Actions,
        severity: Severity::Warning,
        targets: ALL,
        finds: "a file within the file",
        why: "it is sent to everybody, seen by few, and may be meant for nobody",
        source: "ISO 15930-7 (PDF/X-4); ISO 19005-2, 6.8",
        remedy: "remove it",
        check: Check::File(attachment),
    },
    Rule {
        id: "form-field",
        group: Group::Actions,
        severity: Severity::Warning,
        targets: PAPER,
        finds: "fields to fill in",
        why: "what stands in them on paper depends on the program that prints",
        source: "print shops",
        remedy: "flatten the form",
        check: Check::File(field),
    },
    Rule {
        id: "link-target",
        group: Group::Actions,
        severity: Severity::Error,
        targets: SCREEN,
        finds: "a link that leads nowhere",
        why: "the reader seeks help, and gets none",
        source: "WCAG 2.2, 2.4.4; ISO 14289-1, 7.18.5",
        remedy: "give the link a target that exists",
        check: Check::Page(link),
    },
];

/// The annotations of a page, with their numbers.
fn annotations<'a>(context: &'a Context<'_>, page: &'a Page) -> Vec<(&'a Dictionary, Option<u32>)> {
    const MOST: usize = 10_000;
    let file = context.file;
    let annotations = file.array(&page.dictionary, "Annots").unwrap_or_default();
    let read = annotations.iter().take(MOST);
    read.filter_map(|object| Some((file.dictionary(object)?, number_of(object)))).collect()
}

/// Flags of annotations: what is hidden everywhere, and what is printed.
const HIDDEN: i64 = 2;
const PRINT_FLAG: i64 = 4;

fn printed(context: &Context<'_>, page: &Page, found: &mut Occurrences) {
    let file = context.file;
    for (annotation, object) in annotations(context, page) {
        let kind = file.name(annotation, "Subtype").unwrap_or_default();
        if matches!(kind, b"PrinterMark" | b"TrapNet") {
            continue;
        }
        // Only what is flagged so is printed (ISO 32000-1, table 165).
        let flags = file.integer(annotation, "F").unwrap_or(0);
        if flags & HIDDEN != 0 || flags & PRINT_FLAG == 0 {
            continue;
        }
        let Some(area) = file.rectangle(annotation, "Rect") else { continue };
        if area.shared(page.boxes.printable_area()).is_some() {
            let what = format!("an annotation (`{}`)", shown(&String::from_utf8_lossy(kind)));
            found.add(Occurrence::new(what).object(object).at(area));
        }
    }
}

/// Whether an action of some kind, and with some name, is one that is looked for.
type Judge = fn(&[u8], &[u8]) -> bool;

fn is_script(kind: &[u8], _: &[u8]) -> bool {
    kind == b"JavaScript"
}

/// What leads to a page or an address does no harm.
fn is_strange(kind: &[u8], name: &[u8]) -> bool {
    match kind {
        b"Named" => !matches!(name, b"NextPage" | b"PrevPage" | b"FirstPage" | b"LastPage"),
        b"GoTo" | b"GoToR" | b"GoToDp" | b"URI" | b"Thread" | b"JavaScript" => false,
        _ => true,
    }
}

/// Looks for actions everywhere: all dictionaries that are actions by their keys.
fn actions(context: &Context<'_>, judge: Judge, found: &mut Occurrences) {
    const MOST: usize = 100;
    let file = context.file;
    let mut reported = 0;
    for ((number, _), object) in &file.document.objects {
        for action in within(object) {
            let Some(kind) = file.name(action, "S") else { continue };
            if !judge(kind, file.name(action, "N").unwrap_or_default()) {
                continue;
            }
            let kind = shown(&String::from_utf8_lossy(kind));
            found.add(Occurrence::new(format!("an action `{kind}`")).object(Some(*number)));
            reported += 1;
            if reported >= MOST {
                return;
            }
        }
    }
}

/// The kinds of actions (ISO 32000-1, table 198; ISO 32000-2, table 201).
const KINDS: [&[u8]; 20] = [
    b"GoTo",
    b"GoToR",
    b"GoToE",
    b"GoToDp",
    b"Launch",
    b"Thread",
    b"URI",
    b"Sound",
    b"Movie",
    b"Hide",
    b"Named",
    b"SubmitForm",
    b"ResetForm",
    b"ImportData",
    b"JavaScript",
    b"SetOCGState",
    b"Rendition",
    b"Trans",
    b"GoTo3DView",
    b"RichMediaExecute",
];

/// The actions that an object holds: dictionaries of a kind of action, and whatever stands where actions are called, however
/// deep. Objects that are referred to are looked at by themselves.
fn within(object: &Object) -> Vec<&Dictionary> {
    let mut actions = Vec::new();
    // Objects, and whether they stand where an action is called. The reader allows them no more than a certain depth.
    let mut waiting = vec![(object, false)];
    while let Some((object, called)) = waiting.pop() {
        let dictionary = match object {
            Object::Array(items) => {
                waiting.extend(items.iter().map(|item| (item, called)));
                continue;
            }
            Object::Dictionary(dictionary) => dictionary,
            Object::Stream(stream) => &stream.dict,
            _ => continue,
        };
        let kind = dictionary.get(b"S").and_then(Object::as_name).unwrap_or_default();
        let typed = dictionary.get(b"Type").and_then(Object::as_name).ok();
        if called || typed.is_none_or(|typed| typed == b"Action") && KINDS.contains(&kind) {
            actions.push(dictionary);
        }
        for (key, value) in dictionary {
            let calls = matches!(key.as_slice(), b"A" | b"OpenAction" | b"Next" | b"PA");
            match value {
                Object::Dictionary(events) if key == b"AA" => {
                    waiting.extend(events.iter().map(|(_, event)| (event, true)));
                }
                Object::Dictionary(_) | Object::Array(_) => waiting.push((value, calls)),
                _ => {}
            }
        }
    }
    actions
}

/// Whether scripts are but a danger: screens run them, and only PDF/A forbids them there.
fn may_run(context: &Context<'_>) -> bool {
    context.target == Target::Screen && !context.claims.has("PDF/A")
}

fn script(context: &Context<'_>, found: &mut Occurrences) {
    if !may_run(context) {
        scripts(context, found);
    }
}

fn script_on_screen(context: &Context<'_>, found: &mut Occurrences) {
    if may_run(context) {
        scripts(context, found);
    }
}

fn scripts(context: &Context<'_>, found: &mut Occurrences) {
    let file = context.file;
    actions(context, is_script, found);
    let names = file.dict(file.catalogue(), "Names");
    if let Some(root) = names.and_then(|names| names.get(b"JavaScript").ok())
        && !tree_pairs(file, root, "Names").is_empty()
    {
        found.add(Occurrence::new("scripts that run when the file is opened"));
    }
}

fn action(context: &Context<'_>, found: &mut Occurrences) {
    actions(context, is_strange, found);
}

fn attachment(context: &Context<'_>, found: &mut Occurrences) {
    let file = context.file;
    let names = file.dict(file.catalogue(), "Names");
    let mut reported = BTreeSet::new();
    if let Some(root) = names.and_then(|names| names.get(b"EmbeddedFiles").ok()) {
        for (name, value) in tree_pairs(file, root, "Names").into_iter().take(100) {
            let name = name.as_str().map(crate::file::text).unwrap_or_default();
            reported.extend(number_of(value));
            found.add(
                Occurrence::new(format!("the file `{}`", shown(&name))).object(number_of(value)),
            );
        }
    }
    // Files that belong to the document as a whole are not always in the names.
    for value in file.array(file.catalogue(), "AF").unwrap_or_default().iter().take(100) {
        let number = number_of(value);
        if let Some(attached) = file.dictionary(value)
            && number.is_none_or(|number| reported.insert(number))
        {
            let name = file.text(attached, "UF").or_else(|| file.text(attached, "F"));
            let name = name.unwrap_or_default();
            found.add(Occurrence::new(format!("the file `{}`", shown(&name))).object(number));
        }
    }
    for ((number, _), object) in &file.document.objects {
        if holds_attachment(object) {
            found.add(Occurrence::new("a file that is attached to a page").object(Some(*number)));
        }
    }
}

/// Whether an annotation that attaches a file stands in an object, however deep.
fn holds_attachment(object: &Object) -> bool {
    let mut waiting = vec![object];
    while let Some(object) = waiting.pop() {
        match object {
            Object::Array(items) => waiting.extend(items),
            Object::Dictionary(dictionary) => {
                let kind = dictionary.get(b"Subtype").and_then(Object::as_name);
                if kind.is_ok_and(|kind| kind == b"FileAttachment") {
                    return true;
                }
                waiting.extend(dictionary.iter().map(|(_, value)| value));
            }
            _ => {}
        }
    }
    false
}

fn field(context: &Context<'_>, found: &mut Occurrences) {
    let file = context.file;
    let Some(form) = file.dict(file.catalogue(), "AcroForm") else { return };
    let fields = file.array(form, "Fields").map_or(0, <[Object]>::len);
    if fields > 0 || file.entry(form, "XFA").is_some() {
        found.add(Occurrence::new("a form with fields"));
    }
}

fn link(context: &Context<'_>, page: &Page, found: &mut Occurrences) {
    let file = context.file;
    for (annotation, object) in annotations(context, page) {
        if file.name(annotation, "Subtype") != Some(b"Link") {
            continue;
        }
        let area = file.rectangle(annotation, "Rect").unwrap_or(page.boxes.trim_area());
        let mut tell = |what: String| found.add(Occurrence::new(what).object(object).at(area));
        match context.destinations().of_item(file, annotation) {
            Some(Ok(_)) => continue,
            Some(Err(why)) => {
                tell(why);
                continue;
            }
            None => {}
        }
        let Some(action) = file.dict(annotation, "A") else {
            tell("a link without a target".to_owned());
            continue;
        };
        if file.name(action, "S") == Some(b"URI") {
            let address = file.text(action, "URI").unwrap_or_default();
            // Addresses may be relative to a base (ISO 32000-1, 12.6.4.7).
            let base = file.dict(file.catalogue(), "URI").and_then(|base| file.text(base, "Base"));
            let relative = base.is_some_and(|base| address_fault(&base).is_none());
            let fault = address_fault(&address);
            if let Some(fault) = fault.filter(|_| !relative || address.trim().is_empty()) {
                tell(fault);
            }
        }
    }
}

/// What is wrong with an address (RFC 3986: it begins with a scheme, and has no spaces).
fn address_fault(address: &str) -> Option<String> {
    let scheme = address.split_once(':').map(|(scheme, rest)| (scheme, rest.trim_matches('/')));
    let fit = |scheme: &str| {
        scheme.starts_with(|letter: char| letter.is_ascii_alphabetic())
            && scheme.chars().all(|letter| letter.is_ascii_alphanumeric() || "+-.".contains(letter))
    };
    match scheme {
        _ if address.trim().is_empty() => Some("a link to an empty address".to_owned()),
        Some((scheme, rest)) if fit(scheme) && !rest.is_empty() && !address.contains(' ') => None,
        _ => Some(format!("a link to `{}`, which is no address", shown(address))),
    }
}

#[cfg(test)]
mod tests {
    use super::address_fault;

    #[test]
    fn addresses_have_a_scheme_and_something_behind_it() {
        for fine in ["https://example.org/", "tel:112", "mailto:a@example.org"] {
            assert_eq!(address_fault(fine), None);
        }
        for wrong in ["", "example.org", "https://", "http://a b", "1:2"] {
            assert!(address_fault(wrong).is_some(), "{wrong}");
        }
    }
}
