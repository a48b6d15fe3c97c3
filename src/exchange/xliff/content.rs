//! Turns what stands in a `<source>` or `<target>` into a text as it is typed.
//!
//! A placeholder says itself how it is written. Where a tool dropped that, the placeholder of the source with the same id
//! does.

use std::collections::HashMap;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, SourceFile, Span};
use crate::exchange::inline::tag_name;
use crate::exchange::xml::{Element, Node};
use crate::exchange::{Piece, Text};

/// How a placeholder is written: what begins it, or all of it, and what ends it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Written {
    open: String,
    close: String,
}

/// The placeholders of a unit.
#[derive(Default)]
pub(super) struct Codes {
    /// Those of the source, by id.
    known: HashMap<String, Written>,
    /// The data that placeholders name, by id.
    data: HashMap<String, String>,
    /// The name space of the file.
    namespace: Arc<str>,
}

impl Codes {
    /// Those in the sources of a unit, with the data of the unit.
    pub(super) fn of<'a>(unit: &Element, sources: impl Iterator<Item = &'a Element>) -> Codes {
        let namespace = Arc::clone(&unit.namespace);
        let mut codes = Codes { namespace, ..Codes::default() };
        for data in unit.named("originalData").flat_map(|data| data.named("data")) {
            if let Some(id) = data.attribute("id") {
                codes.data.insert(id.to_owned(), data.text());
            }
        }
        for source in sources {
            codes.learn(source);
        }
        codes
    }

    fn learn(&mut self, element: &Element) {
        for inside in element.elements() {
            if let (Some(id), Some(written)) = (inside.attribute("id"), self.written(inside)) {
                self.known.entry(id.to_owned()).or_insert(written);
            }
            self.learn(inside);
        }
    }

    /// How a placeholder says that it is written.
    fn written(&self, element: &Element) -> Option<Written> {
        let named = |names: &[&str], data: &str| {
            let own = names.iter().find_map(|name| element.attribute(name).and_then(code));
            own.or_else(|| code(self.data.get(element.attribute(data)?)?))
        };
        let inside = || code(&element.text());
        let single = |open: String| {
            let close = format!("</{}>", tag_name(&open));
            Written { open, close }
        };
        let end = |close| Written { open: String::new(), close };
        match element.name.as_str() {
            "x" | "g" | "bx" => named(&["equiv-text"], "").map(single),
            // The placeholders of version 2 are empty; those of version 1 hold what they stand for.
            "ph" => named(&["equiv", "disp", "equiv-text"], "dataRef").or_else(inside).map(single),
            "bpt" | "it" => named(&["equiv-text"], "").or_else(inside).map(single),
            "sc" => named(&["equiv", "disp"], "dataRef").map(single),
            "ex" => named(&["equiv-text"], "").map(end),
            "ept" => named(&["equiv-text"], "").or_else(inside).map(end),
            "ec" => named(&["equiv", "disp"], "dataRef").map(end),
            "pc" => {
                let written = single(named(&["equivStart", "dispStart"], "dataRefStart")?);
                let close = named(&["equivEnd", "dispEnd"], "dataRefEnd");
                Some(Written { close: close.unwrap_or(written.close), ..written })
            }
            _ => None,
        }
    }

    /// How a placeholder is written.
    fn find(&self, element: &Element) -> Option<Written> {
        let known = || {
            let ids = ["rid", "startRef", "id", "copyOf"].into_iter();
            let mut ids = ids.filter_map(|name| element.attribute(name));
            ids.find_map(|id| self.known.get(id)).cloned()
        };
        self.written(element).or_else(known)
    }

    /// A stretch of a text as it is typed, added to `out`.
    ///
    /// # Errors
    ///
    /// Fails at a placeholder that stands for nothing.
    pub(super) fn push(
        &self,
        nodes: &[Node],
        file: &Arc<SourceFile>,
        out: &mut String,
    ) -> Result<(), Diagnostic> {
        for node in nodes {
            match node {
                Node::Text(text) => out.push_str(text),
                Node::Element(inside) if inside.namespace == self.namespace => {
                    self.push_element(inside, file, out)?;
                }
                Node::Element(inside) => return Err(unknown(inside, file)),
            }
        }
        Ok(())
    }

    fn push_element(
        &self,
        element: &Element,
        file: &Arc<SourceFile>,
        out: &mut String,
    ) -> Result<(), Diagnostic> {
        match element.name.as_str() {
            // What tools note about a stretch of text.
            "mrk" => self.push(&element.children, file, out),
            "sm" | "em" => Ok(()),
            "cp" => {
                let number = element.attribute("hex").unwrap_or_default();
                let c = u32::from_str_radix(number, 16).ok().and_then(char::from_u32);
                out.push(c.ok_or_else(|| unknown(element, file))?);
                Ok(())
            }
            "x" | "ph" | "bx" | "bpt" | "it" | "sc" => {
                out.push_str(&self.required(element, file)?.open);
                Ok(())
            }
            "ex" | "ept" | "ec" => {
                out.push_str(&self.required(element, file)?.close);
                Ok(())
            }
            "g" | "pc" => {
                let Written { open, close } = self.required(element, file)?;
                out.push_str(&open);
                self.push(&element.children, file, out)?;
                out.push_str(&close);
                Ok(())
            }
            _ => Err(unknown(element, file)),
        }
    }

    fn required(&self, element: &Element, file: &Arc<SourceFile>) -> Result<Written, Diagnostic> {
        self.find(element).ok_or_else(|| {
            let fault = Diagnostic::error("this placeholder stands for nothing in the source")
                .at(&Span::visible(file, element.tag.clone()));
            fault.hint("take the placeholders of the source, or type what they stand for")
        })
    }
}

/// A text that is one piece of markup, or stands in braces.
fn code(text: &str) -> Option<String> {
    let pieces = Text::of_flat(text).pieces;
    let is_code = matches!(pieces[..], [Piece::Code(_) | Piece::Open(_) | Piece::Close(_)]);
    is_code.then(|| text.to_owned())
}

fn unknown(element: &Element, file: &Arc<SourceFile>) -> Diagnostic {
    Diagnostic::error(format!("`<{}>` means nothing in a text", element.name))
        .at(&Span::visible(file, element.tag.clone()))
        .hint("take the placeholders of the source; a `<` of the text is written `&lt;`")
}
