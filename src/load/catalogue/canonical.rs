//! Turns the pattern of a message into its canonical form: whatever the layout of the file, the same pattern gives the same
//! form.

use std::fmt::Write as _;
use std::sync::Arc;

use fluent_syntax::ast;
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::diagnostic::characters::RESERVED;
use crate::diagnostic::{SourceFile, Span};
use crate::load::catalogue::Reference;

/// What a pattern says.
pub(super) struct Canonical {
    /// Its canonical form.
    pub(super) text: String,
    /// What it refers to.
    pub(super) references: Box<[Reference]>,
    /// Quoted texts with characters that no text may hold.
    pub(super) reserved: Vec<Span>,
}

/// Goes through the patterns of a file, one after the other: writes the canonical form of each, and collects what it refers to.
pub(super) struct CanonicalWriter<'a> {
    file: &'a Arc<SourceFile>,
    /// The text that the patterns were parsed from; it is that of the file.
    source: &'a str,
    text: String,
    references: Vec<Reference>,
    reserved: Vec<Span>,
}

/// Whether no white space of a text stands beside other white space, and all of it is blanks: most texts are like that.
fn has_single_blanks(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_odd = |byte: u8| (byte == b'\n') | (byte == b'\t');
    // Without a way out, so that many bytes are looked at in one step.
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    let is_any_odd = pairs
        .fold(false, |odd, (byte, next)| odd | is_odd(*byte) | ((*byte == b' ') & (*next == b' ')));
    !is_any_odd && !bytes.last().is_some_and(|byte| is_odd(*byte))
}

impl<'a> CanonicalWriter<'a> {
    /// Begins with the text of a file, which patterns were parsed from.
    pub(super) fn new(file: &'a Arc<SourceFile>, source: &'a str) -> CanonicalWriter<'a> {
        let (text, references, reserved) = (String::new(), Vec::new(), Vec::new());
        CanonicalWriter { file, source, text, references, reserved }
    }

    /// Writes a pattern; where there is none, its form is empty.
    pub(super) fn write(&mut self, pattern: Option<&ast::Pattern<&str>>) -> Canonical {
        self.text.clear();
        if let Some(pattern) = pattern {
            self.pattern(pattern);
        }
        // What the next pattern is written into grows no more, and what is kept takes up no more than it must.
        Canonical {
            text: self.text.clone(),
            references: self.references.drain(..).collect(),
            reserved: std::mem::take(&mut self.reserved),
        }
    }

    fn place(&self, name: &str) -> Span {
        Span::of_slice(self.file, self.source, name)
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

    fn pattern(&mut self, pattern: &ast::Pattern<&str>) {
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
                    self.text.push_str(if variant.default { "*[" } else { "[" });
                    self.text.push_str(key);
                    self.text.push(']');
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
                self.text.push('$');
                self.text.push_str(id.name);
                self.references.push(Reference::Variable(self.place(id.name)));
            }
            ast::InlineExpression::MessageReference { id, attribute } => {
                self.text.push_str(id.name);
                self.attribute(attribute.as_ref());
                self.references.push(Reference::Message(self.place(id.name)));
            }
            ast::InlineExpression::TermReference { id, attribute, arguments } => {
                let _ = write!(self.text, "-{}", id.name);
                self.attribute(attribute.as_ref());
                self.references.push(Reference::Term(self.place(id.name)));
                if let Some(arguments) = arguments {
                    self.arguments(arguments);
                }
            }
            ast::InlineExpression::FunctionReference { id, arguments } => {
                self.text.push_str(id.name);
                self.references.push(Reference::Function(self.place(id.name)));
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
