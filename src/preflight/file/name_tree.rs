//! Turns a name tree or a number tree (ISO 32000-1, 7.9.6 and 7.9.7) into its pairs.

use std::collections::HashSet;

use lopdf::Object;

use crate::file::objects::File;

/// How many pairs, and how many nodes, are read at most.
const MOST: usize = 1_000_000;

/// The pairs of a tree in its order, keys and values as they stand. `key` is "Names" or "Nums". No node is read twice over,
/// and what is no pair is left out.
pub(crate) fn tree_pairs<'a>(
    file: &'a File,
    root: &'a Object,
    key: &str,
) -> Vec<(&'a Object, &'a Object)> {
    let mut pairs = Vec::new();
    let mut seen = HashSet::new();
    let mut waiting = vec![root];
    let mut nodes = 0;
    while let Some(object) = waiting.pop() {
        if object.as_reference().is_ok_and(|id| !seen.insert(id)) {
            continue;
        }
        let Some(node) = file.dictionary(object) else { continue };
        for pair in file.array(node, key).unwrap_or_default().chunks_exact(2) {
            if let [name, value] = pair
                && pairs.len() < MOST
            {
                pairs.push((file.resolve(name), value));
            }
        }
        let kids = file.array(node, "Kids").unwrap_or_default();
        nodes += kids.len();
        if nodes > MOST || pairs.len() >= MOST {
            break;
        }
        waiting.extend(kids.iter().rev());
    }
    pairs
}

#[cfg(test)]
mod tests {
    use lopdf::{Document, Object, dictionary};

    use super::tree_pairs;
    use crate::file::{File, LIMITS};

    #[test]
    fn a_tree_that_holds_itself_is_read_once() {
        let mut document = Document::with_version("1.7");
        let root = document.new_object_id();
        let leaf = document.add_object(dictionary! {
            "Nums" => vec![1.into(), Object::Null, 2.into(), Object::Boolean(true), 3.into()],
        });
        document.objects.insert(
            root,
            dictionary! { "Kids" => vec![Object::Reference(leaf), root.into(), leaf.into()] }
                .into(),
        );
        document.trailer.set("Root", root);
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        let file = File::open(&bytes, LIMITS).unwrap();
        let root = Object::Reference(root);
        let found = tree_pairs(&file, &root, "Nums");
        let keys: Vec<i64> = found.iter().map(|(key, _)| key.as_i64().unwrap()).collect();
        assert_eq!(keys, [1, 2], "the third key has no value");
    }
}
