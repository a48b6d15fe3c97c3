//! Turns the logical structure of a file (ISO 32000-1, 14.7 and 14.8) into its elements and their contents, in order.

mod reader;
mod roles;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashSet};

use lopdf::{Dictionary, Object, ObjectId};

use crate::file::{File, number_of, text};

pub(crate) use roles::Role;

/// The logical structure, flat.
#[derive(Debug, Default)]
pub(crate) struct Tree<'a> {
    /// Whether the catalogue names one.
    pub(crate) present: bool,
    /// The elements, each before what it holds.
    pub(crate) elements: Vec<Element<'a>>,
    /// What they hold of the pages, in the order of reading.
    pub(crate) items: Vec<ContentItem>,
    /// Standard types that the file maps to others, each with what it maps them to.
    pub(crate) remapped: Vec<(&'a [u8], &'a [u8])>,
    /// Types that the file maps in a circle, whether or not an element has them.
    pub(crate) circular: Vec<&'a [u8]>,
    /// The way back from contents and annotations to elements (the ParentTree); `None` if there is none.
    pub(crate) parents: Option<BTreeMap<i64, &'a Object>>,
    /// What is wrong with it, each fault once, at most [`MOST_FAULTS`].
    pub(crate) faults: Vec<TreeFault>,
    /// The attributes that have names.
    classes: Option<&'a Dictionary>,
}

/// How many faults of a tree are reported.
pub(crate) const MOST_FAULTS: usize = 50;

/// An element of the structure.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Element<'a> {
    /// Its object; `None` if it stands in another.
    pub(crate) object: Option<ObjectId>,
    /// Its type as the file names it.
    pub(crate) name: &'a [u8],
    /// Its standard type.
    pub(crate) role: Role,
    /// The element that holds it, an index into [`Tree::elements`]; `None` for the root.
    pub(crate) parent: Option<usize>,
    /// How many elements hold it.
    pub(crate) depth: usize,
    /// The page, from 1, of itself or of what holds it.
    pub(crate) page: Option<usize>,
    /// The language, of itself or of what holds it; `None` where that of the catalogue holds.
    pub(crate) language: Option<&'a [u8]>,
    /// Its dictionary.
    pub(crate) dictionary: &'a Dictionary,
}

/// What an element holds itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ContentItem {
    /// The element, an index into [`Tree::elements`].
    pub(crate) element: usize,
    /// The page, from 1; `None` if the file has no such page.
    pub(crate) page: Option<usize>,
    /// What it is.
    pub(crate) what: ContentKind,
}

/// What elements hold beside others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ContentKind {
    /// Marked contents.
    Marked {
        /// Their number (MCID).
        id: i64,
        /// The form whose contents number them; `None` for the page.
        owner: Option<u32>,
    },
    /// An annotation, or an image or form as a whole.
    Object(ObjectId),
}

/// Something that is wrong with a structure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TreeFault {
    /// What, in lower case.
    pub(crate) what: String,
    /// The object that it is about.
    pub(crate) object: Option<u32>,
    /// The page, from 1; 0 where it is about none.
    pub(crate) page: usize,
}

impl<'a> Element<'a> {
    /// One of its texts: `Alt`, `ActualText`, `E` or `T`.
    pub(crate) fn text(&self, file: &File, key: &str) -> Option<String> {
        file.text(self.dictionary, key)
    }

    /// Its own language, as it stands.
    pub(crate) fn own_language(&self, file: &'a File) -> Option<&'a [u8]> {
        file.string(self.dictionary, "Lang")
    }

    /// The number of its object.
    pub(crate) fn number(&self) -> Option<u32> {
        self.object.map(|(number, _)| number)
    }

    /// Its standard type; empty if it has none.
    pub(crate) fn standard(&self) -> &'static str {
        match self.role {
            Role::Standard(name) => name,
            Role::Unmapped | Role::Circular => "",
        }
    }

    /// Its type as the file names it, for messages.
    pub(crate) fn shown_name(&self) -> String {
        crate::file::shortened(&text(self.name))
    }

    /// The level of a heading, from 1; `None` for what is no heading with a level.
    pub(crate) fn heading(&self) -> Option<u8> {
        self.standard().strip_prefix('H')?.parse().ok()
    }
}

impl<'a> Tree<'a> {
    /// For each element, whether it is of one of these standard types, or within such.
    pub(crate) fn within(&self, types: &[&str]) -> Vec<bool> {
        let mut within: Vec<bool> = Vec::with_capacity(self.elements.len());
        for element in &self.elements {
            // What holds an element stands before it.
            let above = element.parent.and_then(|parent| within.get(parent)).copied();
            within.push(above == Some(true) || types.contains(&element.standard()));
        }
        within
    }

    /// The marked contents in whose place a text is given, by their element or one above it: page, form, number.
    pub(crate) fn replaced(&self, file: &File) -> HashSet<(usize, Option<u32>, i64)> {
        let mut within: Vec<bool> = Vec::with_capacity(self.elements.len());
        for element in &self.elements {
            let above = element.parent.and_then(|parent| within.get(parent)).copied();
            let own = element.text(file, "ActualText").is_some();
            within.push(above == Some(true) || own);
        }
        let items = self.items.iter().filter(|item| within.get(item.element) == Some(&true));
        let contents = items.filter_map(|item| match item.what {
            ContentKind::Marked { id, owner } => Some((item.page?, owner, id)),
            ContentKind::Object(_) => None,
        });
        contents.collect()
    }

    /// An attribute of an element, of any owner: `BBox`, `Placement`, `Scope`, `ListNumbering` (ISO 32000-1, 14.7.5). Its
    /// own attributes go before those of its classes.
    pub(crate) fn attribute(
        &self,
        file: &'a File,
        element: &Element<'a>,
        key: &str,
    ) -> Option<&'a Object> {
        let own = element.dictionary.get(b"A").ok().into_iter();
        let own = own.flat_map(|attributes| several(file, attributes));
        let classes = element.dictionary.get(b"C").ok().into_iter();
        let classes = classes
            .flat_map(|names| several(file, names))
            .filter_map(|name| self.classes?.get(file.resolve(name).as_name().ok()?).ok())
            .flat_map(|attributes| several(file, attributes));
        own.chain(classes)
            .filter_map(|attributes| file.dictionary(attributes))
            .find_map(|attributes| file.entry(attributes, key))
    }

    /// The number of the element that the parent tree leads to, from the contents `id` of a page or form whose number in
    /// it is `key`, or from an annotation without contents; `None` if it leads nowhere.
    pub(crate) fn parent(&self, file: &'a File, key: i64, id: Option<i64>) -> Option<u32> {
        let entry: &'a Object = self.parents.as_ref()?.get(&key)?;
        match (file.resolve(entry), id) {
            (Object::Array(elements), Some(id)) => {
                number_of(elements.get(usize::try_from(id).ok()?)?)
            }
            (_, None) => number_of(entry),
            _ => None,
        }
    }
}

/// The members of an array, or the one thing that stands in its place.
fn several<'a>(file: &'a File, object: &'a Object) -> &'a [Object] {
    match file.resolve(object) {
        Object::Array(members) => members,
        _ => std::slice::from_ref(object),
    }
}
