//! Print orders: from a file to the folder for the shop, what is refused, and what a register remembers.
//!
//! What must not happen: a package that agrees with itself and not with what was approved and ordered; a draft or a stale fact
//! that slips through beside others that are sound; a place or a person that leaves the ticket and the sheet.

mod bodies;
mod clerk;
mod holds;
mod package;
mod refusals;
mod ticket;
mod two_languages;

use lopdf::Document;

use crate::support::{Ran, Sandbox};

const ORDER: &str = "orders/town-hall.toml";
const FACTS: &str = "brochures/hidden-subject/facts.toml";
const FOLDER: &str = "orders/town-hall";
const TICKET: &str = "orders/town-hall/town-hall.xjdf";
/// The words of the order that stand in the ticket and on the sheet alone.
const PRIVATE: [&str; 6] =
    ["Écluse", "Exemple", "Lanternes 7", "0555 10 20 99", "0555 10 20 98", "ecluse.example"];

/// The project of the orders, with its French and Arabic editions approved by commands.
fn approved() -> Sandbox {
    let sandbox = Sandbox::of("orders");
    for language in ["fr", "ar"] {
        for step in ["review --by CD --writer AB --all", "approve --by EF --all"] {
            sign(&sandbox, language, step);
        }
        for edition in ["leaflet", "booklet"] {
            sign(&sandbox, language, &format!("approve --by EF --edition {edition}"));
        }
    }
    sandbox
}

#[track_caller]
fn sign(sandbox: &Sandbox, language: &str, step: &str) {
    let mut arguments = vec!["translations"];
    arguments.extend(step.split(' '));
    arguments.extend(["--lang", language, "--on", "2026-11-18"]);
    let ran = sandbox.run(&arguments);
    assert_eq!(ran.code, 0, "{step}: {ran:?}");
}

/// An order that is quickly made: one leaflet in French.
const SHORT: &str = "\
date = 2026-11-29

[[item]]
edition = \"leaflet\"
quantities = { fr = 500 }

[delivery]
name = \"Town hall\"
address = [\"Street 1\"]

[contact]
name = \"Desk\"
phone = \"0555 10 20 97\"
";

/// The same project with the short order in place of the long one.
fn short() -> Sandbox {
    let sandbox = approved();
    sandbox.write(ORDER, SHORT);
    sandbox
}

fn order(sandbox: &Sandbox) -> Ran {
    sandbox.run(&["order", ORDER, "--as-of", "2026-11-29"])
}

#[track_caller]
fn made(sandbox: &Sandbox) -> Ran {
    let ran = order(sandbox);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{ran:?}");
    ran
}

/// Makes sure that an order is refused with exactly this, and that nothing was written.
#[track_caller]
fn assert_refused(sandbox: &Sandbox, report: snapbox::data::Inline) {
    let before = sandbox.files("orders");
    let ran = order(sandbox);
    assert_eq!(sandbox.files("orders"), before);
    ran.assert(1, report);
}

/// Everything that a PDF holds, decompressed.
fn held(bytes: &[u8]) -> Vec<u8> {
    let mut document = Document::load_mem(bytes).unwrap();
    document.decompress();
    let mut out = Vec::new();
    document.save_to(&mut out).unwrap();
    out
}

fn has(bytes: &[u8], words: &str) -> bool {
    let utf16: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let holds = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
    holds(words.as_bytes()) || holds(&utf16)
}

impl Sandbox {
    fn delete_all_of_the_order(&self) {
        for path in [FOLDER, "orders/town-hall.zip", "orders/town-hall.record.toml"] {
            if self.exists(path) {
                self.delete(path);
            }
        }
    }
}

/// A text without blanks, which readers of PDFs place as they like.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The short order, for a commune that there is not.
fn for_a_body() -> Sandbox {
    let sandbox = short();
    sandbox.replace(ORDER, "date = 2026-11-29", "date = 2026-11-29\nbody = \"ecluse\"");
    sandbox
}

const BODY: &str = "brochures/bodies/ecluse.toml";
