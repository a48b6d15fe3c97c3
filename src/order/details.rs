//! Turns a product into what a shop wants to know of it, in the words of the sheet: one list for the ticket and the sheet.

use crate::language::Direction;
use crate::load::Binding;
use crate::order::made::MadeOrder;
use crate::order::make::Product;
use crate::order::words::Words;

/// A line about a product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Detail {
    /// What it is about.
    pub(crate) label: String,
    /// What it says.
    pub(crate) values: Vec<DetailValue>,
}

/// A part of what a line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DetailValue {
    /// Its characters.
    pub(crate) text: String,
    /// Whether it is a measure, which runs from left to right in every language.
    pub(crate) is_measure: bool,
}

fn words(text: impl Into<String>) -> DetailValue {
    DetailValue { text: text.into(), is_measure: false }
}

/// A measure, a number or a name of a file.
pub(crate) fn measure(text: impl Into<String>) -> DetailValue {
    DetailValue { text: text.into(), is_measure: true }
}

/// A short text that somebody wrote, in whatever language: one that begins with letters from the left runs so.
pub(crate) fn written(text: impl Into<String>) -> DetailValue {
    let text = text.into();
    DetailValue { is_measure: !runs_from_right(&text), text }
}

/// Whether the first letter of a text is one that is written from the right. Figures alone stand as the words around them.
pub(crate) fn runs_from_right(text: &str) -> bool {
    let is_right = |c: char| matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}');
    text.chars().find(|c| c.is_alphabetic()).is_none_or(is_right)
}

/// A label with its values as one text: "Fold: C-fold, 97 / 100 / 100 mm".
pub(crate) fn joined(words: &Words<'_>, detail: &Detail) -> String {
    let values: Vec<&str> = detail.values.iter().map(|value| value.text.as_str()).collect();
    words.label(&detail.label) + &values.join(", ")
}

/// What a shop wants to know of a product, copies and sheets left out.
#[must_use]
pub(crate) fn details_of(made: &MadeOrder<'_>, product: &Product) -> Vec<Detail> {
    let say = |key: &str| made.words.get(key).to_owned();
    let number = |figure: f64, decimals: usize| made.words.number(figure, decimals);
    let size = |[width, height]: [f64; 2]| {
        measure(format!("{} × {} mm", number(width, 1), number(height, 1)))
    };
    let mut details = Vec::new();
    let mut add = |key: &str, values: Vec<DetailValue>| {
        details.push(Detail { label: say(key), values });
    };
    let copy = &product.copy;
    if copy.flat != copy.finished {
        add("order-flat-size", vec![size(copy.flat)]);
    }
    add("order-finished-size", vec![size(copy.finished)]);
    add("order-pages", vec![measure(number(copy.pages as f64, 0))]);
    let mut paper = vec![measure(format!("{} g/m²", number(product.paper.weight, 0)))];
    paper.push(words(say(&format!("order-surface-{}", product.paper.surface.as_str()))));
    add("order-paper", paper);
    add("order-colours", vec![words(say("order-both-sides")), measure(made.condition.clone())]);
    add("order-bleed", vec![measure(format!("{} mm", number(product.bleed, 1)))]);
    if let Some(fold) = &product.fold {
        let widths = measure(format!("{} mm", fold.widths.join(" / ")));
        let name = words(say(&format!("order-fold-{}", fold.id)));
        add("order-fold", vec![name, widths, measure(fold.catalogue)]);
    }
    if let Some(binding) = product.binding {
        let side = match product.direction {
            Direction::Ltr => "order-spine-left",
            Direction::Rtl => "order-spine-right",
        };
        let binding = match binding {
            Binding::Fold => "order-binding-fold",
            Binding::Side => "order-binding-side",
        };
        add("order-binding", vec![words(say(binding)), words(say(side))]);
    }
    if let Some(spine) = copy.spine {
        add("order-spine", vec![measure(format!("{} mm", number(spine, 2)))]);
    }
    let mut reading = Vec::new();
    if product.direction == Direction::Rtl {
        reading.push(words(say("order-right-to-left")));
    }
    if product.covers_of_languages {
        reading.push(words(say("order-both-covers")));
    }
    if !reading.is_empty() {
        add("order-reading", reading);
    }
    if !product.finishing.is_empty() {
        add("order-finishing", product.finishing.iter().map(written).collect());
    }
    add("order-weight-copy", vec![measure(format!("{} g", number(copy.grams, 1)))]);
    details
}
