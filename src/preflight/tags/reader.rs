//! Turns the structure tree root into its elements in order, without recursion and in bounded memory.

use std::collections::{BTreeMap, HashSet};

use lopdf::{Dictionary, Object};

use crate::file::Destinations;
use crate::file::tree_pairs;
use crate::file::{File, number_of};
use crate::tags::roles::Roles;
use crate::tags::{ContentItem, ContentKind, Element, MOST_FAULTS, Tree, TreeFault, several};

/// How many elements are read, and how many things they hold.
const MOST_ELEMENTS: usize = 1_000_000;
const MOST_KIDS: usize = 2_000_000;

/// Nothing recurses here, and pages of the web nest deeper than forms do.
const DEEPER: usize = 8;

struct Kid<'a> {
    object: &'a Object,
    parent: Option<usize>,
}

struct Reader<'a, 'd> {
    file: &'a File,
    destinations: &'d Destinations<'a>,
    roles: Roles<'a>,
    tree: Tree<'a>,
    seen: HashSet<u32>,
    waiting: Vec<Kid<'a>>,
    /// How many kids were ever put on the stack.
    kids: usize,
}

impl<'a> Tree<'a> {
    /// Reads the structure of a file; an empty one if it has none.
    pub(crate) fn read(file: &'a File, destinations: &Destinations<'a>) -> Tree<'a> {
        let Some(root) = file.dict(file.catalogue(), "StructTreeRoot") else {
            return Tree::default();
        };
        let roles = Roles::read(file, root);
        let tree = Tree {
            present: true,
            remapped: roles.remapped(),
            circular: roles.circular(),
            parents: root.get(b"ParentTree").ok().map(|parents| numbered(file, parents)),
            classes: file.dict(root, "ClassMap"),
            ..Tree::default()
        };
        let (seen, waiting) = (HashSet::new(), Vec::new());
        let mut reader = Reader { file, destinations, roles, tree, seen, waiting, kids: 0 };
        reader.hold(root, None);
        while let Some(kid) = reader.waiting.pop() {
            reader.kid(&kid);
        }
        let mut tree = reader.tree;
        if tree.parents.is_none() && !tree.items.is_empty() {
            tree.fault(
                "the structure has no `ParentTree`, by which readers come from the page to it",
                None,
                0,
            );
        }
        tree
    }

    fn fault(&mut self, what: impl Into<String>, object: Option<u32>, page: usize) {
        if self.faults.len() < MOST_FAULTS {
            let fault = TreeFault { what: what.into(), object, page };
            if !self.faults.contains(&fault) {
                self.faults.push(fault);
            }
        }
    }
}

fn numbered<'a>(file: &'a File, root: &'a Object) -> BTreeMap<i64, &'a Object> {
    let pairs = tree_pairs(file, root, "Nums");
    pairs.into_iter().filter_map(|(key, value)| Some((key.as_i64().ok()?, value))).collect()
}

impl<'a> Reader<'a, '_> {
    /// Puts what an element holds on the stack, so that the first comes off first.
    fn hold(&mut self, dictionary: &'a Dictionary, parent: Option<usize>) {
        let Ok(kids) = dictionary.get(b"K") else { return };
        let kids = several(self.file, kids);
        self.kids += kids.len();
        if self.kids > MOST_KIDS {
            self.tree.fault(format!("the structure holds more than {MOST_KIDS} things"), None, 0);
            return;
        }
        self.waiting.extend(kids.iter().rev().map(|object| Kid { object, parent }));
    }

    fn kid(&mut self, kid: &Kid<'a>) {
        let object = number_of(kid.object);
        match self.file.resolve(kid.object) {
            Object::Integer(id) => self.content(kid, *id, None, None),
            Object::Dictionary(dictionary) => match self.file.name(dictionary, "Type") {
                Some(b"MCR") => self.reference(kid, dictionary),
                Some(b"OBJR") => self.object(kid, dictionary),
                None if !dictionary.has(b"S") && dictionary.has(b"MCID") => {
                    self.reference(kid, dictionary)
                }
                None if !dictionary.has(b"S") && dictionary.has(b"Obj") => {
                    self.object(kid, dictionary)
                }
                _ => self.element(kid, dictionary),
            },
            Object::Null if object.is_none() => {}
            _ => {
                let what = match object {
                    Some(object) => {
                        format!("object {object} in the structure is no element, or is missing")
                    }
                    None => "the structure holds something that is no element".to_owned(),
                };
                self.tree.fault(what, object, 0);
            }
        }
    }

    fn element(&mut self, kid: &Kid<'a>, dictionary: &'a Dictionary) {
        let object = kid.object.as_reference().ok();
        let number = object.map(|(number, _)| number);
        if let Some(number) = number
            && !self.seen.insert(number)
        {
            let what = format!("the element in object {number} stands in the structure twice");
            self.tree.fault(what, Some(number), 0);
            return;
        }
        let above = kid.parent.and_then(|parent| self.tree.elements.get(parent)).copied();
        let depth = above.map_or(0, |above| above.depth + 1);
        let deepest = self.file.limits.depth.saturating_mul(DEEPER);
        if depth >= deepest {
            self.tree.fault(format!("the structure is more than {deepest} levels deep"), number, 0);
            return;
        }
        let index = self.tree.elements.len();
        if index >= MOST_ELEMENTS {
            self.tree.fault(
                format!("the structure has more than {MOST_ELEMENTS} elements"),
                None,
                0,
            );
            self.waiting.clear();
            return;
        }
        let own_page = dictionary.get(b"Pg").ok().and_then(|page| self.destinations.number(page));
        let page = own_page.or(above.and_then(|above| above.page));
        let Some(name) = self.file.name(dictionary, "S") else {
            self.tree.fault("an element has no type (`S`)", number, page.unwrap_or(0));
            return;
        };
        let language = self.file.string(dictionary, "Lang");
        self.tree.elements.push(Element {
            object,
            name,
            role: self.roles.of(name, dictionary),
            parent: kid.parent,
            depth,
            page,
            language: language.or(above.and_then(|above| above.language)),
            dictionary,
        });
        self.hold(dictionary, Some(index));
    }

    fn reference(&mut self, kid: &Kid<'a>, dictionary: &'a Dictionary) {
        let Some(id) = self.file.integer(dictionary, "MCID") else {
            self.tree.fault(
                "a reference to contents has no number (`MCID`)",
                number_of(kid.object),
                0,
            );
            return;
        };
        let owner = dictionary.get(b"Stm").ok().and_then(number_of);
        self.content(kid, id, owner, dictionary.get(b"Pg").ok());
    }

    fn object(&mut self, kid: &Kid<'a>, dictionary: &'a Dictionary) {
        let named = dictionary.get(b"Obj").ok().and_then(|object| object.as_reference().ok());
        match (kid.parent, named) {
            (Some(element), Some(named)) if self.file.document.objects.contains_key(&named) => {
                let page = self.page(element, dictionary.get(b"Pg").ok());
                self.tree.items.push(ContentItem {
                    element,
                    page,
                    what: ContentKind::Object(named),
                });
            }
            _ => {
                self.tree.fault("a reference to an object leads nowhere", number_of(kid.object), 0)
            }
        }
    }

    fn content(&mut self, kid: &Kid<'a>, id: i64, owner: Option<u32>, page: Option<&'a Object>) {
        let Some(element) = kid.parent else {
            self.tree.fault("the root of the structure holds contents itself", None, 0);
            return;
        };
        let page = self.page(element, page);
        if page.is_none() {
            let holder = self.tree.elements.get(element);
            let object = holder.and_then(Element::number);
            let name = holder.map(Element::shown_name).unwrap_or_default();
            self.tree.fault(
                format!("an element `{name}` holds contents of no page of the file"),
                object,
                0,
            );
        }
        self.tree.items.push(ContentItem {
            element,
            page,
            what: ContentKind::Marked { id, owner },
        });
    }

    fn page(&self, element: usize, own: Option<&'a Object>) -> Option<usize> {
        match own {
            Some(page) => self.destinations.number(page),
            None => self.tree.elements.get(element)?.page,
        }
    }
}
