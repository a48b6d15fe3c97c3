//! Turns the page tree into the pages in their order, each with what it inherits.

use std::collections::HashSet;
use std::sync::Arc;

use lopdf::{Dictionary, Object, ObjectId};

use crate::file::objects::File;

/// The pages of a file, and what is wrong with their tree.
#[derive(Debug, Default)]
pub(crate) struct PageTree {
    /// The pages in their order.
    pub(crate) pages: Vec<PageEntry>,
    /// What is wrong with the tree, each fault once.
    pub(crate) faults: Vec<String>,
    /// Whether there are more pages than are read.
    pub(crate) cut: bool,
}

/// A page in the tree.
#[derive(Debug, Clone)]
pub(crate) struct PageEntry {
    /// Its object.
    pub(crate) id: Option<ObjectId>,
    /// Its dictionary, with what it inherits: MediaBox, CropBox, Resources and Rotate.
    pub(crate) dictionary: Arc<Dictionary>,
}

/// How many objects are copied for the pages at most, so that each page has what it inherits; most are references.
const MOST_WEIGHT: usize = 4_000_000;

/// How many objects there are in an object, itself counted in. The reader of the file has bounded how deep they are.
fn weight(object: &Object) -> usize {
    match object {
        Object::Array(items) => items.iter().map(weight).sum::<usize>() + 1,
        Object::Dictionary(entries) => {
            entries.iter().map(|(_, value)| weight(value)).sum::<usize>() + 1
        }
        // Texts are as large as they are long.
        Object::String(bytes, _) | Object::Name(bytes) => bytes.len() / 64 + 1,
        _ => 1,
    }
}

/// What pages inherit (ISO 32000-1, table 30).
const INHERITED: [&str; 4] = ["MediaBox", "CropBox", "Resources", "Rotate"];

impl PageTree {
    /// Reads the pages in their order, each with its dictionary and what it inherits; no page twice, and no more than the
    /// limit.
    pub(crate) fn read(file: &File) -> PageTree {
        let mut tree = PageTree::default();
        let Some(root) = file.catalogue().get(b"Pages").ok() else {
            tree.faults.push("the catalogue names no pages".to_owned());
            return tree;
        };
        let mut seen = HashSet::new();
        // A stack of our own: the tree of a hostile file is deeper than that of the program.
        let mut waiting = vec![(root, [None::<&Object>; INHERITED.len()], 0, None::<ObjectId>)];
        // Nodes with the pages that they count, and how many pages and nodes there were before them.
        let mut counted: Vec<(ObjectId, i64, usize, usize)> = Vec::new();
        // Nodes without a number may lead to each other over and over, and pages may inherit what is large.
        let (mut nodes, mut weight) = (0_usize, 0_usize);
        while let Some((object, mut inherited, depth, parent)) = waiting.pop() {
            while let Some((node, count, before, _)) =
                counted.pop_if(|(_, _, _, left)| *left > waiting.len())
            {
                tree.check_count(node, count, before);
            }
            let id = object.as_reference().ok();
            if let Some(id) = id
                && !seen.insert(id)
            {
                tree.fault(format!("object {} stands in the page tree twice", id.0));
                continue;
            }
            let Some(dictionary) = file.dictionary(object) else {
                tree.fault("the page tree leads to something that is no page".to_owned());
                continue;
            };
            tree.check_parent(dictionary, id, parent);
            let kids = file.array(dictionary, "Kids");
            if kids.is_none() && file.name(dictionary, "Type") == Some(b"Pages") {
                tree.fault("a node of the page tree has no `Kids`".to_owned());
                continue;
            }
            let Some(kids) = kids.filter(|_| file.name(dictionary, "Type") != Some(b"Page")) else {
                if !tree.add_page(file, dictionary, id, inherited, &mut weight) {
                    tree.cut = true;
                    break;
                }
                continue;
            };
            if depth >= file.limits.depth {
                tree.fault(format!("the page tree is more than {} levels deep", file.limits.depth));
                continue;
            }
            for (key, inherited) in INHERITED.into_iter().zip(&mut inherited) {
                *inherited = dictionary.get(key.as_bytes()).ok().or(*inherited);
            }
            if let Some(count) = file.integer(dictionary, "Count")
                && depth == 0
                && usize::try_from(count).is_err()
            {
                tree.fault("the page tree counts less than no pages".to_owned());
            }
            if let (Some(id), Some(count)) = (id, file.integer(dictionary, "Count"))
                && depth > 0
            {
                counted.push((id, count, tree.pages.len(), waiting.len()));
            }
            let room = file.limits.pages.saturating_mul(4).saturating_sub(nodes);
            tree.cut |= kids.len() > room;
            nodes += kids.len().min(room);
            waiting.extend(kids.iter().take(room).rev().map(|kid| (kid, inherited, depth + 1, id)));
        }
        if !tree.cut {
            while let Some((node, count, before, _)) = counted.pop() {
                tree.check_count(node, count, before);
            }
        }
        let counted = file.dictionary(root).and_then(|root| file.integer(root, "Count"));
        if !tree.cut && counted != i64::try_from(tree.pages.len()).ok() {
            let counted = counted.map_or("nothing".to_owned(), |count| count.to_string());
            tree.fault(format!(
                "the page tree counts {counted}, and has {} pages",
                tree.pages.len()
            ));
        }
        tree
    }

    /// Adds a page with what it inherits; `false` if there is no room for it. `weight` is that of all pages so far.
    fn add_page(
        &mut self,
        file: &File,
        dictionary: &Dictionary,
        id: Option<ObjectId>,
        inherited: [Option<&Object>; INHERITED.len()],
        weight: &mut usize,
    ) -> bool {
        if self.pages.len() >= file.limits.pages {
            return false;
        }
        if file.name(dictionary, "Type") != Some(b"Page") {
            self.fault(format!(
                "{} lacks `/Type /Page`",
                id.map_or("a page".to_owned(), |id| format!("the page in object {}", id.0))
            ));
        }
        *weight =
            weight.saturating_add(dictionary.iter().map(|(_, value)| self::weight(value)).sum());
        let mut dictionary = dictionary.clone();
        for (key, value) in INHERITED.into_iter().zip(inherited) {
            if let Some(value) = value
                && !dictionary.has(key.as_bytes())
            {
                *weight = weight.saturating_add(self::weight(value));
                dictionary.set(key, value.clone());
            }
        }
        if *weight > MOST_WEIGHT {
            return false;
        }
        self.pages.push(PageEntry { id, dictionary: Arc::new(dictionary) });
        true
    }

    /// Checks that `Parent` names the node that the page or node is a kid of.
    fn check_parent(
        &mut self,
        dictionary: &Dictionary,
        id: Option<ObjectId>,
        parent: Option<ObjectId>,
    ) {
        if let (Some(parent), Some(Ok(named))) =
            (parent, dictionary.get(b"Parent").ok().map(Object::as_reference))
            && named != parent
        {
            let number = id.map_or(0, |id| id.0);
            self.fault(format!(
                "object {number} is a kid of object {}, and its `Parent` is object {}",
                parent.0, named.0
            ));
        }
    }

    /// Whether a node counts the pages below it (ISO 32000-1, table 29): those that were found since.
    fn check_count(&mut self, node: ObjectId, count: i64, before: usize) {
        let below = self.pages.len().saturating_sub(before);
        if i64::try_from(below) != Ok(count) {
            let node = node.0;
            self.fault(format!(
                "the node in object {node} of the page tree counts {count}, and has {below} pages"
            ));
        }
    }

    fn fault(&mut self, fault: String) {
        if self.faults.len() < 20 && !self.faults.contains(&fault) {
            self.faults.push(fault);
        }
    }
}

#[cfg(test)]
mod tests {
    use lopdf::{Document, Object, dictionary};

    use super::MOST_WEIGHT;
    use crate::file::{File, LIMITS, PageTree};

    /// A file whose page tree begins with these kids, which are a list that nodes may share.
    fn file(build: impl FnOnce(Object) -> Vec<Object>, more: &lopdf::Dictionary) -> File {
        let mut document = Document::with_version("1.7");
        let list = document.new_object_id();
        let kids = build(Object::Reference(list));
        document.objects.insert(list, kids.into());
        let mut root = dictionary! { "Type" => "Pages", "Kids" => list, "Count" => 1 };
        root.extend(more);
        let root = document.add_object(root);
        let catalogue = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => root });
        document.trailer.set("Root", catalogue);
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        File::open(&bytes, LIMITS).unwrap()
    }

    #[test]
    fn nodes_without_numbers_that_hold_themselves_twice_are_read_a_bounded_number_of_times() {
        let node = |list: &Object| Object::from(dictionary! { "Kids" => list.clone() });
        let tree = PageTree::read(&file(|list| vec![node(&list), node(&list)], &dictionary! {}));
        assert!(tree.cut && tree.pages.is_empty());
    }

    #[test]
    fn pages_that_inherit_much_are_copied_as_far_as_there_is_room() {
        let large: Vec<Object> = vec![Object::Null; 10_000];
        let page = || Object::from(dictionary! { "Type" => "Page" });
        let pages = |_| (0..1000).map(|_| page()).collect();
        let tree = PageTree::read(&file(pages, &dictionary! { "MediaBox" => large }));
        assert!(tree.cut && (MOST_WEIGHT / 10_000 - 2..1000).contains(&tree.pages.len()));
        let inherits = tree.pages.first().is_some_and(|page| page.dictionary.has(b"MediaBox"));
        assert!(inherits);
    }
}
