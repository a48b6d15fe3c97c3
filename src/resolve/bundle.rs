//! Makes the Fluent bundle of a language, with the functions `NUMBER` and `DATETIME`.
//!
//! Numbers and variables do not become text here. Each leaves a [`Mark`], from which its run is made later.

use std::borrow::Cow;
use std::sync::Arc;

use fluent::types::{FluentNumber, FluentNumberOptions, FluentType};
use fluent::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use intl_memoizer::IntlLangMemoizer;

use crate::language::Tag;
use crate::resolve::locale::DateStyle;
use crate::resolve::marks::{Mark, mark_typed_angles};
use crate::resolve::placeable::Variable;

/// Makes the bundle of a language from its catalogue.
#[must_use]
pub(super) fn new(
    language: &Tag,
    resources: &[Arc<FluentResource>],
) -> FluentBundle<Arc<FluentResource>> {
    let mut bundle = FluentBundle::new(vec![language.identifier()]);
    bundle.set_use_isolating(false);
    bundle.set_transform(Some(mark_typed_angles));
    bundle.set_formatter(Some(mark_number));
    let functions =
        [bundle.add_function("NUMBER", number), bundle.add_function("DATETIME", datetime)];
    debug_assert!(functions.iter().all(Result::is_ok), "no function has been added before");
    // Common texts come first: the brochure's own catalogue does not repeat them, `load` checks that.
    for resource in resources {
        bundle.add_resource_overriding(Arc::clone(resource));
    }
    bundle
}

/// Turns variables into the arguments of a message: numbers as such, so that texts can choose plural forms by them, and
/// everything else as a marker.
#[must_use]
pub(super) fn arguments(variables: &[(&str, &Variable)]) -> FluentArgs<'static> {
    let mut arguments = FluentArgs::with_capacity(variables.len());
    for (index, (name, variable)) in variables.iter().enumerate() {
        let value = match variable {
            Variable::Number(number) => FluentValue::Number(FluentNumber::from(*number)),
            Variable::Date(_) | Variable::Placeable(_) => {
                let is_date = matches!(variable, Variable::Date(_));
                FluentValue::Custom(Box::new(Marker { index, is_date, style: None }))
            }
        };
        arguments.set((*name).to_owned(), value);
    }
    arguments
}

/// The value that Fluent holds in place of a variable; it is written as a [`Mark`].
#[derive(Debug, Clone, PartialEq)]
struct Marker {
    index: usize,
    is_date: bool,
    style: Option<DateStyle>,
}

impl Marker {
    fn write(&self) -> Cow<'static, str> {
        Cow::Owned(Mark::Variable(self.index, self.style).to_string())
    }
}

impl FluentType for Marker {
    fn duplicate(&self) -> Box<dyn FluentType + Send> {
        Box::new(self.clone())
    }

    fn as_string(&self, _: &IntlLangMemoizer) -> Cow<'static, str> {
        self.write()
    }

    fn as_string_threadsafe(
        &self,
        _: &intl_memoizer::concurrent::IntlLangMemoizer,
    ) -> Cow<'static, str> {
        self.write()
    }
}

/// Writes a number as a [`Mark`].
fn mark_number(value: &FluentValue<'_>, _: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    Some(Mark::Number(Cow::Owned(ascii(number))).to_string())
}

/// A number in ASCII digits, with the fraction digits that the text asks for.
fn ascii(number: &FluentNumber) -> String {
    match number.options.maximum_fraction_digits {
        Some(digits) => {
            let rounded = format!("{:.*}", digits, number.value);
            let value = rounded.parse().unwrap_or(number.value);
            let options = FluentNumberOptions {
                minimum_fraction_digits: number.options.minimum_fraction_digits,
                ..FluentNumberOptions::default()
            };
            FluentNumber::new(value, options).as_string().into_owned()
        }
        None => number.as_string().into_owned(),
    }
}

/// The result of a function that was called with an argument that it does not take.
fn invalid_call(function: &'static str) -> FluentValue<'static> {
    FluentValue::String(Cow::Owned(Mark::InvalidCall(Cow::Borrowed(function)).to_string()))
}

/// `NUMBER($price, minimumFractionDigits: 2)`.
fn number<'a>(positional: &[FluentValue<'a>], named: &FluentArgs<'_>) -> FluentValue<'a> {
    let Some(FluentValue::Number(number)) = positional.first() else {
        return invalid_call("NUMBER");
    };
    let mut number = number.clone();
    number.options.merge(named);
    FluentValue::Number(number)
}

/// `DATETIME($day, dateStyle: "short")`.
fn datetime<'a>(positional: &[FluentValue<'a>], named: &FluentArgs<'_>) -> FluentValue<'a> {
    let marker = match positional.first() {
        Some(FluentValue::Custom(value)) => value.as_any().downcast_ref::<Marker>(),
        _ => None,
    };
    let style = match named.get("dateStyle") {
        None => Some(None),
        Some(FluentValue::String(name)) => DateStyle::of(name).map(Some),
        Some(_) => None,
    };
    match (marker, style) {
        (Some(marker), Some(style)) if marker.is_date => {
            FluentValue::Custom(Box::new(Marker { style, ..marker.clone() }))
        }
        _ => invalid_call("DATETIME"),
    }
}
