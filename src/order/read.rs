//! Turns the file of an order into a [`PrintOrder`]; every fault is reported, none stops the reading.

use std::collections::BTreeSet;
use std::sync::Arc;

use feuillet_preflight::PageSize;
use time::Date;

use crate::diagnostic::{Diagnostic, Located, Report, Reported, SourceFile, Span, list};
use crate::fields::{Fields, FromValue, Table, Value, from_string, parse_whole, within};
use crate::language::Tag;
use crate::load::Binding;
use crate::load::facts::MailAddress;
use crate::load::form::BINDINGS;
use crate::order::print_order::{
    Billing, Delivery, Item, OrderedPaper, PaperSurface, Party, PrintOrder, Quantity, SURFACES,
};

from_string!(PageSize, "a width and a height in mm like \"297x210\"");

/// The most copies of an order: more is a slip of the finger.
const MOST_COPIES: u32 = 10_000_000;

/// The longest text of an order, in characters: it stands on one line of the sheet, or on a few.
const LONGEST: usize = 300;

/// How many copies more are printed by default, in percent.
const OVERS: f64 = 5.0;

/// The longest name of an order, in characters: it begins the name of each file.
const LONGEST_NAME: usize = 60;

/// A number of copies.
struct Copies(u32);

impl FromValue for Copies {
    const EXPECTED: &'static str = "a number of copies like 500, without quotes";

    fn from_value(value: &Located<Value>, _: &Report) -> Option<Copies> {
        match value.value {
            Value::Integer(figure) => u32::try_from(figure).ok().map(Copies),
            _ => None,
        }
    }
}

/// Checks that a name can begin the names of files on every system, and tells nothing by odd letters.
///
/// # Errors
///
/// Fails if it can't.
pub(crate) fn check_name(name: &str) -> Result<(), Diagnostic> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let is_name = name.starts_with(|c: char| c.is_ascii_alphanumeric())
        && name.chars().all(fits)
        && !name.ends_with('-')
        && name.len() <= LONGEST_NAME;
    if is_name {
        return Ok(());
    }
    let proposed = slug(name);
    let shown = name.replace(char::is_control, " ");
    let fault = Diagnostic::error(format!("`{shown}` can't be the name of an order")).hint(
        "it begins the names of files for the shop: use small letters a to z, digits and hyphens",
    );
    Err(if proposed.is_empty() { fault } else { fault.hint(format!("such as `{proposed}`")) })
}

/// A name of an order that is like some words: "L'Écluse-sur-Œuvre" gives `l-ecluse-sur-oeuvre`.
pub(crate) fn slug(words: &str) -> String {
    const PLAIN: [(&str, &str); 8] = [
        ("àáâãäåāą", "a"),
        ("èéêëēę", "e"),
        ("ìíîïīı", "i"),
        ("òóôõöøō", "o"),
        ("ùúûüū", "u"),
        ("çćč", "c"),
        ("ñń", "n"),
        ("ýÿ", "y"),
    ];
    let mut out = String::new();
    for c in words.to_lowercase().chars() {
        match c {
            'œ' => out.push_str("oe"),
            'æ' => out.push_str("ae"),
            'ß' => out.push_str("ss"),
            c if c.is_ascii_alphanumeric() => out.push(c),
            c => match PLAIN.iter().find(|(odd, _)| odd.contains(c)) {
                Some((_, plain)) => out.push_str(plain),
                None if out.is_empty() || out.ends_with('-') => {}
                None => out.push('-'),
            },
        }
    }
    out.truncate(LONGEST_NAME);
    out.trim_matches('-').to_owned()
}

/// Reads an order of a name; all faults are in the report.
///
/// # Errors
///
/// Fails if it has one.
pub(crate) fn read(
    name: &str,
    file: &Arc<SourceFile>,
    report: &Report,
) -> Result<PrintOrder, Reported> {
    let own = Report::new();
    let read = read_order(name, file, &own);
    if own.absorb_into(report) { read } else { Err(report.reported()) }
}

fn read_order(name: &str, file: &Arc<SourceFile>, report: &Report) -> Result<PrintOrder, Reported> {
    let table = parse_whole(file, report)?;
    let fields = Fields::new(&table.value, &table.span, "the order", report);
    let brochure = fields.optional::<String>("brochure");
    let body = fields.optional::<String>("body");
    let date =
        fields.required_as::<Date>("date", "add the day of the order, like `date = 2026-11-29`");
    let language = fields.optional::<Tag>("language");
    let correction = fields.or_default::<u32>("correction");
    let overs = fields.optional::<f64>("overs").map_or(OVERS, |overs| {
        within(&overs, 0.0..=25.0, "`overs`", "from 0 to 25 percent", report)
    });
    let shop = fields.optional::<String>("shop");
    let note = text(&fields, "note");
    let items = read_items(&fields, &table.span);
    let delivery = read_delivery(&fields);
    let contact = required_table(
        &fields,
        "contact",
        "add a table `[contact]` with `name` and `phone` or `email`: whom the shop asks",
    );
    let contact = contact.and_then(|table| {
        let inner = Fields::new(&table.value, &table.span, "`[contact]`", report);
        let contact = read_party(&inner, Address::None);
        inner.finish();
        let contact = contact?;
        if contact.phone.is_none() && contact.email.is_none() {
            let fault = Diagnostic::error("the shop can't reach the contact").at(&table.span);
            return Err(report.error(fault.hint("add `phone` or `email`")));
        }
        Ok(contact)
    });
    let billing = fields.optional::<Table>("billing").map(|table| read_billing(&table, report));
    fields.finish();
    if let (Ok(date), Ok(delivery)) = (&date, &delivery)
        && let Some(by) = &delivery.1
        && by.value < date.value
    {
        let fault = format!("the copies are to come before the day of the order, {}", date.value);
        report.add(Diagnostic::error(fault).at(&by.span).hint("correct `by`, or `date`"));
    }
    Ok(PrintOrder {
        name: name.to_owned(),
        span: table.span.clone(),
        brochure,
        body,
        date: date?.value,
        language,
        correction,
        overs,
        shop,
        note,
        items: items?,
        delivery: delivery?.0,
        contact: contact?,
        billing: billing.transpose()?,
    })
}

/// A table that must be there, underlined by its name.
fn required_table(
    fields: &Fields<'_>,
    key: &'static str,
    hint: &str,
) -> Result<Located<Table>, Reported> {
    fields.required_as::<Table>(key, hint)
}

/// A text of one or a few lines; `None` if it is not there or can't be printed, which is reported.
fn text(fields: &Fields<'_>, key: &'static str) -> Option<String> {
    checked(&fields.optional::<String>(key)?, key, fields.report()).ok()
}

/// How somebody is reached.
fn reached(
    fields: &Fields<'_>,
    key: &'static str,
    is_one: impl Fn(&str) -> bool,
    what: &str,
) -> Option<String> {
    let given = fields.optional::<String>(key)?;
    let text = checked(&given, key, fields.report()).ok()?;
    if !is_one(&text) {
        let fault = Diagnostic::error(format!("`{text}` is not {what}")).at(&given.span);
        fields.report().add(fault.hint("correct it: the shop asks there before it prints"));
    }
    Some(text)
}

/// Whether a text may be a telephone number, with whatever signs and words: "02 000 00 12, ext. 4".
pub(crate) fn is_phone(text: &str) -> bool {
    text.chars().filter(char::is_ascii_digit).count() >= 3 && !text.contains('@')
}

/// Whether a text is a mail address.
pub(crate) fn is_email(text: &str) -> bool {
    MailAddress::parse(text).is_some()
}

/// A text that must be there.
fn required_text(fields: &Fields<'_>, key: &'static str, hint: &str) -> Result<String, Reported> {
    checked(&fields.required_as::<String>(key, hint)?, key, fields.report())
}

/// A text that can stand on the sheet and in the ticket.
fn checked(given: &Located<String>, key: &str, report: &Report) -> Result<String, Reported> {
    let text = given.value.trim();
    let fault = if text.is_empty() {
        Diagnostic::error(format!("`{key}` is empty"))
            .hint("write it, or delete the line if it may be left out")
    } else if text.chars().count() > LONGEST {
        Diagnostic::error(format!("`{key}` is longer than {LONGEST} characters"))
            .hint("shorten it: it stands on the order sheet")
    } else if let Some(c) = text.chars().find(|c| is_unprintable(*c)) {
        Diagnostic::error(format!(
            "`{key}` has a character that can't be printed, {}",
            c.escape_unicode()
        ))
        .hint("type the text again")
    } else {
        return Ok(text.to_owned());
    };
    Err(report.error(fault.at(&given.span)))
}

/// Whether a character is none that XML and paper can hold, or turns the text around it.
fn is_unprintable(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FFFE}' | '\u{FFFF}')
        || matches!(c, '\u{FDD0}'..='\u{FDEF}')
}

fn read_items(fields: &Fields<'_>, whole: &Span) -> Result<Vec<Item>, Reported> {
    let report = fields.report();
    let tables = fields.optional::<Vec<Located<Table>>>("item");
    let Some(tables) = tables.filter(|tables| !tables.value.is_empty()) else {
        let fault = Diagnostic::error("nothing is ordered").at(whole);
        return Err(report.error(
            fault.hint("add `[[item]]` with `edition = \"…\"` and `quantities = { fr = 500 }`"),
        ));
    };
    let items = tables.value.iter().map(|table| read_item(table, report));
    let items: Vec<Item> = items.collect::<Vec<_>>().into_iter().collect::<Result<_, _>>()?;
    let mut seen: BTreeSet<(&str, String)> = BTreeSet::new();
    for item in &items {
        for quantity in &item.quantities {
            if !seen.insert((&item.edition.value, quantity.key())) {
                let (edition, key) = (&item.edition.value, quantity.key());
                let fault = format!("`{edition}` in `{key}` is ordered twice");
                report.add(
                    Diagnostic::error(fault)
                        .at(&quantity.span)
                        .hint("add the copies up in one item"),
                );
            }
        }
    }
    if items.is_empty() { Err(report.reported()) } else { Ok(items) }
}

fn read_item(table: &Located<Table>, report: &Report) -> Result<Item, Reported> {
    let fields = Fields::new(&table.value, &table.span, "an item", report);
    let edition = fields
        .required_as::<String>("edition", "add `edition = \"…\"`: `feuillet list` names them");
    let quantities = read_quantities(&fields, &table.span);
    let paper = fields.optional::<Table>("paper").map(|paper| read_paper(&paper, report));
    let fold = fields.optional::<String>("fold");
    let binding = fields.word("binding", &BINDINGS);
    let size = fields.optional::<PageSize>("size");
    let pages = fields.optional::<u32>("pages");
    let finishing = fields.or_default::<Vec<Located<String>>>("finishing");
    let finishing = finishing.iter().map(|words| checked(words, "finishing", report));
    let finishing = finishing.collect::<Result<Vec<_>, _>>();
    fields.finish();
    Ok(Item {
        edition: edition?,
        quantities: quantities?,
        paper: paper.transpose()?,
        fold,
        binding: binding as Option<Located<Binding>>,
        size,
        pages,
        finishing: finishing?,
    })
}

fn read_quantities(fields: &Fields<'_>, item: &Span) -> Result<Vec<Quantity>, Reported> {
    const HINT: &str =
        "add the copies in each language, like `quantities = { fr = 500, ar = 300 }`";
    let report = fields.report();
    let table = fields.required_as::<Table>("quantities", HINT)?;
    let mut quantities = Vec::new();
    for (name, value) in &table.value.entries {
        let what = format!("the quantity for `{}`", name.value);
        let copies = crate::fields::read::<Copies>(value, &what, report);
        let languages: Option<Vec<Tag>> =
            name.value.split('+').map(|tag| tag.trim().parse().ok()).collect();
        let Some(languages) = languages else {
            let fault = format!("`{}` is not a language tag", name.value);
            report.add(Diagnostic::error(fault).at(&name.span).hint(
                "tags look like `pt` or `fa-AF`; two languages in one file like `\"fr+nl\"`",
            ));
            continue;
        };
        let is_twice =
            languages.iter().enumerate().any(|(index, tag)| languages[..index].contains(tag));
        if languages.len() > 2 || is_twice {
            let fault = format!("`{}` is neither one language nor two", name.value);
            report.add(Diagnostic::error(fault).at(&name.span).hint(
                "write one like `fr`, or two of the edition like `\"fr+nl\"`, which are printed in one booklet",
            ));
            continue;
        }
        let Ok(copies) = copies else { continue };
        let Copies(number) = copies.value;
        if !(1..=MOST_COPIES).contains(&number) {
            let fault = format!("{what} is from 1 to {MOST_COPIES}, found {number}");
            report.add(
                Diagnostic::error(fault)
                    .at(&copies.span)
                    .hint("correct it, or delete the language"),
            );
            continue;
        }
        quantities.push(Quantity { languages, span: name.span.clone(), copies: number });
    }
    if table.value.entries.is_empty() {
        return Err(
            report.error(Diagnostic::error("an item without quantities").at(item).hint(HINT))
        );
    }
    if quantities.is_empty() { Err(report.reported()) } else { Ok(quantities) }
}

fn read_paper(table: &Located<Table>, report: &Report) -> Result<OrderedPaper, Reported> {
    let fields = Fields::new(&table.value, &table.span, "`paper`", report);
    let weight = fields.required_as::<f64>("weight", "add the weight in g/m², like `weight = 135`");
    let surface = fields.word("surface", &SURFACES);
    fields.finish();
    let weight = within(&weight?, 40.0..=600.0, "`weight`", "from 40 to 600 g/m²", report);
    Ok(OrderedPaper {
        weight,
        surface: surface.map_or(PaperSurface::Coated, |surface| surface.value),
    })
}

/// Whether an address must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Address {
    Required,
    None,
}

fn read_delivery(fields: &Fields<'_>) -> Result<(Delivery, Option<Located<Date>>), Reported> {
    let table = required_table(
        fields,
        "delivery",
        "add a table `[delivery]` with `name` and `address = [\"…\", \"…\"]`: where the copies go",
    )?;
    let inner = Fields::new(&table.value, &table.span, "`[delivery]`", fields.report());
    let party = read_party(&inner, Address::Required);
    let by = inner.optional::<Date>("by");
    let note = text(&inner, "note");
    inner.finish();
    let day = by.as_ref().map(|by| by.value);
    Ok((Delivery { party: party?, by: day, note }, by))
}

fn read_billing(table: &Located<Table>, report: &Report) -> Result<Billing, Reported> {
    let fields = Fields::new(&table.value, &table.span, "`[billing]`", report);
    let party = read_party(&fields, Address::Required);
    let (vat, reference) = (text(&fields, "vat"), text(&fields, "reference"));
    fields.finish();
    Ok(Billing { party: party?, vat, reference })
}

fn read_party(fields: &Fields<'_>, address: Address) -> Result<Party, Reported> {
    let name = required_text(fields, "name", "add `name = \"…\"`, the organisation");
    let attention = text(fields, "attention");
    let phone = reached(fields, "phone", is_phone, "a telephone number");
    let email = reached(fields, "email", is_email, "a mail address");
    let lines = match address {
        Address::None => Ok(Vec::new()),
        Address::Required => {
            let hint =
                "add the lines of the address, like `address = [\"Street 1\", \"1000 Town\"]`";
            let lines = fields.required_as::<Vec<Located<String>>>("address", hint);
            lines.and_then(|lines| {
                let report = fields.report();
                if lines.value.is_empty() {
                    let fault = Diagnostic::error("`address` is empty").at(&lines.span);
                    return Err(report.error(fault.hint(hint)));
                }
                lines.value.iter().map(|line| checked(line, "address", report)).collect()
            })
        }
    };
    Ok(Party { name: name?, attention, address: lines?, phone, email })
}

/// Says that a language edition is not among those of a brochure.
pub(crate) fn not_made_in(
    quantity: &Quantity,
    tag: &Tag,
    edition: &str,
    known: &[&str],
) -> Diagnostic {
    Diagnostic::error(format!("`{edition}` is not made in `{tag}`"))
        .at(&quantity.span)
        .hint(format!("it is made in {}", list(known)))
}
