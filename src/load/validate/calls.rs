//! Reports what functions and terms are given and don't take, and choices by something that is no number.

use crate::diagnostic::{self, Diagnostic, Located, Report, Span, list};
use crate::load::catalogue::parts::{Call, Part, walk};
use crate::load::catalogue::{Catalogue, Entry, Reference};
use crate::load::publication::{Publication, VariableKind};

/// A function that texts may call.
struct Function {
    name: &'static str,
    takes: VariableKind,
    options: &'static [FunctionOption],
}

/// An option of a function.
struct FunctionOption {
    name: &'static str,
    values: Values,
}

/// The values of an option.
enum Values {
    /// A whole number up to [`MOST_DIGITS`].
    Digits,
    /// One of some words.
    Words(&'static [&'static str]),
}

/// The most digits of a fraction.
const MOST_DIGITS: u32 = 20;

/// The functions that there are, after Fluent and ECMA-402.
const FUNCTIONS: [Function; 2] = [
    Function {
        name: "NUMBER",
        takes: VariableKind::Number,
        options: &[
            FunctionOption { name: "minimumFractionDigits", values: Values::Digits },
            FunctionOption { name: "maximumFractionDigits", values: Values::Digits },
            FunctionOption { name: "type", values: Values::Words(&["cardinal", "ordinal"]) },
        ],
    },
    Function {
        name: "DATETIME",
        takes: VariableKind::Date,
        options: &[FunctionOption {
            name: "dateStyle",
            values: Values::Words(&["short", "medium", "long"]),
        }],
    },
];

/// The names of the functions.
pub(super) fn names() -> Vec<&'static str> {
    FUNCTIONS.iter().map(|function| function.name).collect()
}

/// Checks the calls and choices of a text. In a term variables are what it is given, and `takes_anything`; so may facts be that
/// could not all be read.
pub(super) fn check(
    publication: &Publication,
    catalogue: &Catalogue,
    entry: &Entry,
    takes_anything: bool,
    report: &Report,
) {
    let kind = |name: &str| if takes_anything { None } else { publication.variable_kind(name) };
    // What calls nothing, and names numbers alone, is sound: no part of it is looked at.
    let is_sound = |reference: &Reference| match reference {
        Reference::Function(_) | Reference::Term(_) => false,
        Reference::Message(_) => true,
        Reference::Variable(name) => {
            kind(name.text()).is_none_or(|kind| kind == VariableKind::Number)
                || !entry.canonical.contains("->")
        }
    };
    if entry.references.iter().all(is_sound) {
        return;
    }
    walk(entry.parts(), &mut |part| match part {
        Part::Function(call) => {
            // That there is no such function is reported of its name.
            let function = FUNCTIONS.iter().find(|function| function.name == call.name.value);
            if let Some(function) = function {
                check_function(function, call, &kind, report);
            }
        }
        Part::Term(call) => check_term(catalogue, call, report),
        Part::Choice(choice) => {
            let Some(name) = choice.variable() else { return };
            if kind(&name.value).is_some_and(|kind| kind != VariableKind::Number) {
                report.add(
                    Diagnostic::error(format!(
                        "a text can't choose by `${}`, which is no number",
                        name.value
                    ))
                    .at(&name.span)
                    .hint("choose by a value of the facts with a `number`, or write one text"),
                );
            }
        }
        _ => {}
    });
}

fn check_function(
    function: &Function,
    call: &Call,
    kind: &dyn Fn(&str) -> Option<VariableKind>,
    report: &Report,
) {
    let name = function.name;
    let noun = function.takes.noun();
    match call.positional.first() {
        None => report.add(
            Diagnostic::error(format!("`{name}` is given nothing"))
                .at(&call.name.span)
                .hint(format!("it takes {noun}: `{name}($fact)`")),
        ),
        Some(given) => {
            let fits = match given {
                Part::Variable(fact) => kind(&fact.value).is_none_or(|kind| kind == function.takes),
                Part::Number(_) => function.takes == VariableKind::Number,
                _ => false,
            };
            if let Some(place) = given.place().filter(|_| !fits) {
                report.add(
                    Diagnostic::error(format!("`{name}` takes {noun}, and this is none"))
                        .at(place)
                        .hint(format!("name a fact that is {noun}")),
                );
            }
        }
    }
    for place in call.positional.iter().skip(1).filter_map(Part::place) {
        report.add(
            Diagnostic::error(format!("`{name}` takes one thing without a name"))
                .at(place)
                .hint("delete the others; what follows is written with its name, `name: value`"),
        );
    }
    let known: Vec<&str> = function.options.iter().map(|option| option.name).collect();
    for (option, value) in &call.named {
        match function.options.iter().find(|known| known.name == option.value) {
            Some(known) => check_value(known, value, &option.span, report),
            None => report.add(
                Diagnostic::error(format!("`{name}` has no option `{}` here", option.value))
                    .at(&option.span)
                    .hint(diagnostic::known("option", &known)),
            ),
        }
    }
    let digits = |end: &str| {
        let (name, value) =
            call.named.iter().find(|(name, _)| name.value == format!("{end}FractionDigits"))?;
        let Part::Number(value) = value else { return None };
        Some((name, value.value.parse::<u32>().ok()?))
    };
    if let (Some((_, least)), Some((name, most))) = (digits("minimum"), digits("maximum"))
        && least > most
    {
        report.add(
            Diagnostic::error(format!("at most {most} digits are less than at least {least}"))
                .at(&name.span)
                .hint("write a greater `maximumFractionDigits`, or leave one of the two out"),
        );
    }
}

fn check_value(option: &FunctionOption, value: &Part, name: &Span, report: &Report) {
    let (fits, wanted) = match (&option.values, value) {
        (Values::Digits, value) => {
            let fits = matches!(value, Part::Number(number)
                if number.value.parse::<u32>().is_ok_and(|digits| digits <= MOST_DIGITS));
            (fits, format!("a whole number from 0 to {MOST_DIGITS}"))
        }
        (Values::Words(words), value) => {
            let fits = matches!(value, Part::Quoted(word) if words.contains(&word.value.as_str()));
            let words: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
            (fits, format!("one of {}", list(&words)))
        }
    };
    if !fits {
        report.add(
            Diagnostic::error(format!("`{}` must be {wanted}", option.name))
                .at(value.place().unwrap_or(name)),
        );
    }
}

/// A term takes what it uses, each with its name.
fn check_term(catalogue: &Catalogue, call: &Call, report: &Report) {
    let term = &call.name.value;
    for place in call.positional.iter().filter_map(Part::place) {
        report.add(
            Diagnostic::error(format!("`-{term}` is given something without a name"))
                .at(place)
                .hint(format!("write it with its name: `-{term}(name: \"value\")`")),
        );
    }
    let Some(entry) = catalogue.texts.terms.get(term) else { return };
    let mut used: Vec<&str> = Vec::new();
    walk(entry.parts(), &mut |part| {
        if let Part::Variable(Located { value, .. }) = part {
            used.push(value);
        }
    });
    for (name, _) in call.named.iter().filter(|(name, _)| !used.contains(&name.as_str())) {
        let nothing = Diagnostic::warning(format!("`-{term}` does nothing with `{}`", name.value))
            .at(&name.span)
            .suggest(&name.value, used.iter().copied());
        report.add(nothing.hint(format!("delete it, or use `${}` in the term", name.value)));
    }
}
