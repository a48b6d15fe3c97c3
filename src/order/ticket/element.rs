//! Writes elements of XML. Whatever somebody wrote stands in it as text.

use std::fmt::Write as _;

/// An element with attributes, and elements or a text in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Element>,
    text: String,
}

impl Element {
    /// An empty element.
    pub(super) fn new(name: &'static str) -> Element {
        Element { name, attributes: Vec::new(), children: Vec::new(), text: String::new() }
    }

    /// Adds an attribute.
    #[must_use]
    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Element {
        self.attributes.push((name, value.into()));
        self
    }

    /// Adds an element.
    #[must_use]
    pub(super) fn child(mut self, child: Element) -> Element {
        self.children.push(child);
        self
    }

    /// Sets the text.
    #[must_use]
    pub(super) fn text(mut self, text: &str) -> Element {
        text.clone_into(&mut self.text);
        self
    }

    /// The file of which it is the root.
    pub(super) fn document(&self) -> String {
        let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        self.write(&mut out, 0);
        out
    }

    fn write(&self, out: &mut String, depth: usize) {
        let indent = "  ".repeat(depth);
        let _ = write!(out, "{indent}<{}", self.name);
        for (name, value) in &self.attributes {
            let _ = write!(out, " {name}=\"{}\"", escaped(value));
        }
        if self.children.is_empty() && self.text.is_empty() {
            out.push_str("/>\n");
        } else if self.children.is_empty() {
            let _ = writeln!(out, ">{}</{}>", escaped(&self.text), self.name);
        } else {
            out.push_str(">\n");
            for child in &self.children {
                child.write(out, depth + 1);
            }
            let _ = writeln!(out, "{indent}</{}>", self.name);
        }
    }
}

/// A text as it stands in XML 1.0, between tags and in attributes.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' | '\r' => out.push(' '),
            // No XML can hold them; the order refuses them.
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::Element;

    #[test]
    fn what_somebody_wrote_stays_text() {
        let nasty = "a\" b='c' <d>&amp; ]]>\u{1}\n é عربي";
        let xml =
            Element::new("A").with("b", nasty).child(Element::new("C").text(nasty)).document();
        let read = roxmltree::Document::parse(&xml).unwrap();
        let expected = "a\" b='c' <d>&amp; ]]>  é عربي";
        assert_eq!(read.root_element().attribute("b"), Some(expected));
        assert_eq!(read.root_element().first_element_child().unwrap().text(), Some(expected));
    }
}
