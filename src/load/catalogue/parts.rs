//! Turns the pattern of a message into its parts, each with its place: what checks of a text go through.

use std::sync::Arc;

use fluent_syntax::ast;

use crate::diagnostic::{Located, SourceFile, Span};

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part {
    /// Text as it was typed, at most a line.
    Text(Located<String>),
    /// `{ "text" }`, as it was typed between the quotes.
    Quoted(Located<String>),
    /// `{ 5 }`.
    Number(Located<String>),
    /// `{ $name }`.
    Variable(Located<String>),
    /// `{ name }`, `{ name.attribute }`.
    Message {
        /// Its id.
        name: Located<String>,
        /// The attribute, if one is named.
        attribute: Option<Located<String>>,
    },
    /// `{ -name }`, `{ -name(case: "x") }`.
    Term(Call),
    /// `{ NAME(…) }`.
    Function(Call),
    /// `{ $name -> … }`.
    Choice(Choice),
}

/// What is given to a function or a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Call {
    /// Its name.
    pub(crate) name: Located<String>,
    /// The attribute of a term, if one is named.
    pub(crate) attribute: Option<Located<String>>,
    /// What is given without a name.
    pub(crate) positional: Vec<Part>,
    /// What is given with a name.
    pub(crate) named: Vec<(Located<String>, Part)>,
}

/// A choice between variants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Choice {
    /// What it chooses by.
    pub(crate) selector: Box<Part>,
    /// What there is to choose from.
    pub(crate) variants: Vec<Variant>,
}

/// A variant of a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Variant {
    /// What stands in the brackets.
    pub(crate) key: Located<String>,
    /// Whether the key is a number.
    pub(crate) is_number: bool,
    /// Whether it is chosen where no other is.
    pub(crate) is_default: bool,
    /// Its text.
    pub(crate) parts: Vec<Part>,
}

impl Part {
    /// Where it stands, or what it chooses by; `None` for a choice by nothing that has a place.
    #[must_use]
    pub(crate) fn place(&self) -> Option<&Span> {
        match self {
            Part::Text(text) | Part::Quoted(text) | Part::Number(text) => Some(&text.span),
            Part::Variable(name) | Part::Message { name, .. } => Some(&name.span),
            Part::Term(call) | Part::Function(call) => Some(&call.name.span),
            Part::Choice(choice) => choice.selector.place(),
        }
    }
}

impl Choice {
    /// The number that it chooses by: the place and name of the variable, or nothing if it chooses by something else.
    #[must_use]
    pub(crate) fn variable(&self) -> Option<&Located<String>> {
        match &*self.selector {
            Part::Variable(name) => Some(name),
            Part::Function(call) => match call.positional.first() {
                Some(Part::Variable(name)) => Some(name),
                _ => None,
            },
            _ => None,
        }
    }
}

/// Calls `visit` with each part of a text, and with those inside them: selectors, arguments, variants.
pub(crate) fn walk<'a>(parts: &'a [Part], visit: &mut dyn FnMut(&'a Part)) {
    for part in parts {
        visit(part);
        match part {
            Part::Term(call) | Part::Function(call) => {
                walk(&call.positional, visit);
                for (_, value) in &call.named {
                    walk(std::slice::from_ref(value), visit);
                }
            }
            Part::Choice(choice) => {
                walk(std::slice::from_ref(&*choice.selector), visit);
                for variant in &choice.variants {
                    walk(&variant.parts, visit);
                }
            }
            _ => {}
        }
    }
}

/// Reads the parts of a pattern that was parsed from a piece of the text of `file`.
pub(super) fn parts(file: &Arc<SourceFile>, pattern: &ast::Pattern<&str>) -> Vec<Part> {
    Reader { file }.pattern(pattern)
}

struct Reader<'a> {
    file: &'a Arc<SourceFile>,
}

impl Reader<'_> {
    fn located(&self, text: &str) -> Located<String> {
        Located::new(text.to_owned(), Span::of_slice(self.file, &self.file.text, text))
    }

    fn pattern(&self, pattern: &ast::Pattern<&str>) -> Vec<Part> {
        let elements = pattern.elements.iter();
        elements
            .map(|element| match element {
                ast::PatternElement::TextElement { value } => Part::Text(self.located(value)),
                ast::PatternElement::Placeable { expression } => self.expression(expression),
            })
            .collect()
    }

    fn expression(&self, expression: &ast::Expression<&str>) -> Part {
        match expression {
            ast::Expression::Inline(inline) => self.inline(inline),
            ast::Expression::Select { selector, variants } => Part::Choice(Choice {
                selector: Box::new(self.inline(selector)),
                variants: variants.iter().map(|variant| self.variant(variant)).collect(),
            }),
        }
    }

    fn variant(&self, variant: &ast::Variant<&str>) -> Variant {
        let (key, is_number) = match &variant.key {
            ast::VariantKey::Identifier { name } => (name, false),
            ast::VariantKey::NumberLiteral { value } => (value, true),
        };
        let (is_default, parts) = (variant.default, self.pattern(&variant.value));
        Variant { key: self.located(key), is_number, is_default, parts }
    }

    fn inline(&self, inline: &ast::InlineExpression<&str>) -> Part {
        match inline {
            ast::InlineExpression::StringLiteral { value } => Part::Quoted(self.located(value)),
            ast::InlineExpression::NumberLiteral { value } => Part::Number(self.located(value)),
            ast::InlineExpression::VariableReference { id } => {
                Part::Variable(self.located(id.name))
            }
            ast::InlineExpression::MessageReference { id, attribute } => Part::Message {
                name: self.located(id.name),
                attribute: attribute.as_ref().map(|attribute| self.located(attribute.name)),
            },
            ast::InlineExpression::TermReference { id, attribute, arguments } => {
                let attribute = attribute.as_ref().map(|attribute| self.located(attribute.name));
                Part::Term(Call { attribute, ..self.call(id.name, arguments.as_ref()) })
            }
            ast::InlineExpression::FunctionReference { id, arguments } => {
                Part::Function(self.call(id.name, Some(arguments)))
            }
            ast::InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }

    fn call(&self, name: &str, arguments: Option<&ast::CallArguments<&str>>) -> Call {
        let positional = arguments.map_or(&[][..], |arguments| &arguments.positional);
        let named = arguments.map_or(&[][..], |arguments| &arguments.named);
        Call {
            name: self.located(name),
            attribute: None,
            positional: positional.iter().map(|value| self.inline(value)).collect(),
            named: named
                .iter()
                .map(|argument| (self.located(argument.name.name), self.inline(&argument.value)))
                .collect(),
        }
    }
}
