//! Turns the pattern of a message into its canonical form: whatever the layout of the file, the same pattern gives the same
//! form.

use std::fmt::Write as _;
use std::sync::Arc;

use fluent_syntax::ast;
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::diagnostic::characters::RESERVED;
use crate::diagnostic::{Located, SourceFile, Span};
use crate::load::catalogue::Reference;

/// Goes through a pattern, writes its canonical form, and collects what it refers to.
pub(super) struct Canonical<'a> {
    file: &'a Arc<SourceFile>,
    /// The text that the pattern was parsed from; it is that of the file.
    source: &'a str,
    /// The canonical form so far.
    pub(super) text: String,
    /// What the pattern refers to.
    pub(super) references: Vec<Reference>,
    /// Quoted texts with characters that no text may hold.
    pub(super) reserved: Vec<Span>,
}

/// Whether no white space of a text stands beside other white space, and all of it is blanks: most texts are like that.
fn has_single_blanks(text: &str) -> bool {
    let mut last = 0;
    text.bytes().all(|byte| {
        let is_plain = !matches!(byte, b'\n' | b'\t') && (byte != b' ' || last != b' ');
        last = byte;
        is_plain
    })
}

impl<'a> Canonical<'a> {
    /// Begins one of a text that takes up so many bytes.
    pub(super) fn new(file: &'a Arc<SourceFile>, source: &'a str, bytes: usize) -> Canonical<'a> {
        let (text, references, reserved) = (String::with_capacity(bytes), Vec::new(), Vec::new());
        Canonical { file, source, text, references, reserved }
    }

    fn located(&self, name: &str) -> Located<String> {
        Located::new(name.to_owned(), Span::of_slice(self.file, self.source, name))
    }

    /// Canonical form: white space between words counts once, everything else as it is.
    fn words(&mut self, text: &str) {
        if has_single_blanks(text) {
            let is_after_blank = self.text.ends_with(' ');
            let text = if is_after_blank { text.strip_prefix(' ').unwrap_or(text) } else { text };
            self.text.push_str(text);
            return;
        }
        for (index, paragraph) in text.split("\n\n").enumerate() {
            if index > 0 {
                self.text.push_str("\n\n");
            }
            let mut words = paragraph.split([' ', '\n', '\t']);
            if let Some(first) = words.next() {
                self.text.push_str(first);
            }
            for word in words {
                if !self.text.ends_with(' ') {
                    self.text.push(' ');
                }
                self.text.push_str(word);
            }
        }
    }

    /// Adds a pattern.
    pub(super) fn pattern(&mut self, pattern: &ast::Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                ast::PatternElement::TextElement { value } => self.words(value),
                ast::PatternElement::Placeable { expression } => {
                    self.text.push('{');
                    self.expression(expression);
                    self.text.push('}');
                }
            }
        }
    }

    fn expression(&mut self, expression: &ast::Expression<&str>) {
        match expression {
            ast::Expression::Inline(inline) => self.inline(inline),
            ast::Expression::Select { selector, variants } => {
                self.inline(selector);
                self.text.push_str("->");
                for variant in variants {
                    let key = match &variant.key {
                        ast::VariantKey::Identifier { name } => name,
                        ast::VariantKey::NumberLiteral { value } => value,
                    };
                    let star = if variant.default { "*" } else { "" };
                    let _ = write!(self.text, "{star}[{key}]");
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &ast::InlineExpression<&str>) {
        match inline {
            ast::InlineExpression::StringLiteral { value } => {
                let shown = unescape_unicode_to_string(value);
                if shown.chars().any(|c| RESERVED.contains(&c)) {
                    self.reserved.push(Span::of_slice(self.file, self.source, value));
                }
                let _ = write!(self.text, "\"{value}\"");
            }
            ast::InlineExpression::NumberLiteral { value } => self.text.push_str(value),
            ast::InlineExpression::VariableReference { id } => {
                let _ = write!(self.text, "${}", id.name);
                self.references.push(Reference::Variable(self.located(id.name)));
            }
            ast::InlineExpression::MessageReference { id, attribute } => {
                self.text.push_str(id.name);
                self.attribute(attribute.as_ref());
                self.references.push(Reference::Message(self.located(id.name)));
            }
            ast::InlineExpression::TermReference { id, attribute, arguments } => {
                let _ = write!(self.text, "-{}", id.name);
                self.attribute(attribute.as_ref());
                self.references.push(Reference::Term(self.located(id.name)));
                if let Some(arguments) = arguments {
                    self.arguments(arguments);
                }
            }
            ast::InlineExpression::FunctionReference { id, arguments } => {
                self.text.push_str(id.name);
                self.references.push(Reference::Function(self.located(id.name)));
                self.arguments(arguments);
            }
            ast::InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }

    fn attribute(&mut self, attribute: Option<&ast::Identifier<&str>>) {
        if let Some(attribute) = attribute {
            let _ = write!(self.text, ".{}", attribute.name);
        }
    }

    fn arguments(&mut self, arguments: &ast::CallArguments<&str>) {
        self.text.push('(');
        for argument in &arguments.positional {
            self.inline(argument);
            self.text.push(',');
        }
        for argument in &arguments.named {
            let _ = write!(self.text, "{}:", argument.name.name);
            self.inline(&argument.value);
            self.text.push(',');
        }
        self.text.push(')');
    }
}
