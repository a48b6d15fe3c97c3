//! Turns the name of a structure type into the standard type that it stands for.

use std::collections::HashMap;

use lopdf::{Dictionary, Object};

use crate::file::File;

/// The standard type that an element has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// This one; `math` for all elements of MathML.
    Standard(&'static str),
    /// None: its own type is not standard, nor is what it is mapped to.
    Unmapped,
    /// None: its type is mapped in a circle.
    Circular,
}

/// The standard types (ISO 32000-1, 14.8.4).
const STANDARD: [&str; 49] = [
    "Document",
    "Part",
    "Art",
    "Sect",
    "Div",
    "BlockQuote",
    "Caption",
    "TOC",
    "TOCI",
    "Index",
    "NonStruct",
    "Private",
    "P",
    "H",
    "H1",
    "H2",
    "H3",
    "H4",
    "H5",
    "H6",
    "L",
    "LI",
    "Lbl",
    "LBody",
    "Table",
    "TR",
    "TH",
    "TD",
    "THead",
    "TBody",
    "TFoot",
    "Span",
    "Quote",
    "Note",
    "Reference",
    "BibEntry",
    "Code",
    "Link",
    "Annot",
    "Ruby",
    "RB",
    "RT",
    "RP",
    "Warichu",
    "WT",
    "WP",
    "Figure",
    "Formula",
    "Form",
];

/// Those that came later (ISO 32000-2, 14.8.4), in the namespace for them.
const LATER: [&str; 14] = [
    "DocumentFragment",
    "Aside",
    "Title",
    "FENote",
    "Sub",
    "Em",
    "Strong",
    "Artifact",
    "H7",
    "H8",
    "H9",
    "H10",
    "H11",
    "H12",
];

/// The namespace of PDF 1.7 (ISO 32000-2, 14.8.6.1).
const FIRST_SPACE: &str = "http://iso.org/pdf/ssn";
/// The namespace of PDF 2.0.
const LATER_SPACE: &str = "http://iso.org/pdf2/ssn";
/// The namespace of MathML (ISO 32000-2, 14.8.6.3).
const MATHML: &str = "http://www.w3.org/1998/Math/MathML";

/// Whether a namespace is meant: programs write its address as that of a page of the web too.
fn is_nearly(called: &str, space: &str) -> bool {
    let bare = |text: &str| -> String {
        let text = text.trim_start_matches("https://").trim_start_matches("http://");
        text.trim_start_matches("www.").trim_end_matches('/').to_owned()
    };
    bare(called) == bare(space)
}

/// How often one type may stand for another.
const MOST_STEPS: usize = 32;

/// The types that a file maps to others.
pub(super) struct Roles<'a> {
    file: &'a File,
    map: Option<&'a Dictionary>,
    known: HashMap<&'a [u8], Role>,
}

impl<'a> Roles<'a> {
    /// Those of the root of a structure.
    pub(super) fn read(file: &'a File, root: &'a Dictionary) -> Roles<'a> {
        Roles { file, map: file.dict(root, "RoleMap"), known: HashMap::new() }
    }

    /// Standard types that are mapped to others, which readers do not expect (ISO 14289-1, 7.1), at most 50.
    pub(super) fn remapped(&self) -> Vec<(&'a [u8], &'a [u8])> {
        let entries = self.map.into_iter().flat_map(Dictionary::iter);
        entries
            .filter(|(name, _)| standard(name, false).is_some())
            .filter_map(|(name, other)| {
                let other = self.file.resolve(other).as_name().ok()?;
                (other != name.as_slice()).then_some((name.as_slice(), other))
            })
            .take(50)
            .collect()
    }

    /// Types that are mapped in a circle, at most 50.
    pub(super) fn circular(&self) -> Vec<&'a [u8]> {
        let Some(map) = self.map else { return Vec::new() };
        let next = |name: &[u8]| self.file.resolve(map.get(name).ok()?).as_name().ok();
        let circles = map.iter().map(|(name, _)| name.as_slice()).filter(|name| {
            let mut at = next(name);
            for _ in 0..MOST_STEPS {
                match at {
                    // A type that stands for itself is no circle.
                    Some(other) if other == *name => return next(name) != Some(*name),
                    Some(other) => at = next(other),
                    None => return false,
                }
            }
            false
        });
        circles.take(50).collect()
    }

    /// The standard type of an element.
    pub(super) fn of(&mut self, name: &'a [u8], element: &'a Dictionary) -> Role {
        let space = self.file.dict(element, "NS");
        if space.is_some() {
            return self.find(name, space);
        }
        if let Some(role) = self.known.get(name) {
            return *role;
        }
        let role = self.find(name, None);
        self.known.insert(name, role);
        role
    }

    fn find(&self, name: &'a [u8], space: Option<&'a Dictionary>) -> Role {
        let (mut name, mut space) = (name, space);
        for _ in 0..MOST_STEPS {
            let called = space.map(|space| self.file.text(space, "NS").unwrap_or_default());
            if called.as_deref() == Some(MATHML) {
                return Role::Standard("math");
            }
            let first = called.as_deref().is_none_or(|called| is_nearly(called, FIRST_SPACE));
            let later = called.as_deref().is_some_and(|called| is_nearly(called, LATER_SPACE));
            let found = standard(name, later);
            if let Some(found) = found.filter(|_| first || later) {
                return Role::Standard(found);
            }
            let map = match space {
                Some(space) if !first => self.file.dict(space, "RoleMapNS"),
                _ => self.map,
            };
            let Some(next) = map.and_then(|map| map.get(name).ok()) else { return Role::Unmapped };
            (name, space) = match self.file.resolve(next) {
                Object::Name(next) => (next.as_slice(), None),
                Object::Array(parts) => {
                    let [next, to] = parts.as_slice() else { return Role::Unmapped };
                    let Ok(next) = self.file.resolve(next).as_name() else { return Role::Unmapped };
                    (next, self.file.dictionary(to))
                }
                _ => return Role::Unmapped,
            };
        }
        Role::Circular
    }
}

fn standard(name: &[u8], later: bool) -> Option<&'static str> {
    let known = STANDARD.iter().find(|known| known.as_bytes() == name);
    let known = known.or_else(|| LATER.iter().find(|known| later && known.as_bytes() == name));
    known.copied()
}
