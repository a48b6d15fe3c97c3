//! Turns a destination (ISO 32000-1, 12.3.2) into the number of the page that it leads to.

use std::collections::{BTreeMap, HashMap};

use lopdf::{Dictionary, Object, ObjectId};

use crate::file::name_tree::tree_pairs;
use crate::file::objects::{File, text};
use crate::file::pages::PageTree;

/// How often one destination may lead to another.
const MOST_STEPS: usize = 8;

/// The pages by their objects, and the destinations that have names.
#[derive(Debug, Default)]
pub(crate) struct Destinations<'a> {
    numbers: HashMap<ObjectId, usize>,
    count: usize,
    /// Those of the name tree (PDF 1.2).
    strings: BTreeMap<&'a [u8], &'a Object>,
    /// Those of the catalogue's dictionary (PDF 1.1).
    names: Option<&'a Dictionary>,
}

impl<'a> Destinations<'a> {
    /// Reads them.
    pub(crate) fn read(file: &'a File, pages: &PageTree) -> Destinations<'a> {
        let catalogue = file.catalogue();
        let mut strings = BTreeMap::new();
        if let Some(root) = file.dict(catalogue, "Names").and_then(|names| names.get(b"Dests").ok())
        {
            for (name, value) in tree_pairs(file, root, "Names") {
                if let Ok(name) = name.as_str() {
                    strings.entry(name).or_insert(value);
                }
            }
        }
        let numbered = pages.pages.iter().zip(1..);
        Destinations {
            numbers: numbered.filter_map(|(page, number)| Some((page.id?, number))).collect(),
            count: pages.pages.len(),
            strings,
            names: file.dict(catalogue, "Dests"),
        }
    }

    /// The number of a page, from 1; `None` for what is no page of the file.
    pub(crate) fn number(&self, page: &Object) -> Option<usize> {
        self.numbers.get(&page.as_reference().ok()?).copied()
    }

    /// The number of the page that a destination leads to, from 1: an array, a name, a string, or a dictionary with one in
    /// `D`. `Err` tells in lower case why it leads nowhere.
    pub(crate) fn page(&self, file: &'a File, destination: &'a Object) -> Result<usize, String> {
        let mut destination = file.resolve(destination);
        for _ in 0..MOST_STEPS {
            destination = match destination {
                Object::Array(parts) => return self.first(file, parts),
                Object::Name(name) | Object::String(name, _) => {
                    let found = self.named(name).ok_or_else(|| {
                        format!("there is no destination `{}`", shortened(&text(name)))
                    })?;
                    file.resolve(found)
                }
                Object::Dictionary(dictionary) => {
                    let own = file.entry(dictionary, "D");
                    own.or_else(|| file.entry(dictionary, "SD"))
                        .ok_or("the destination names no page")?
                }
                _ => return Err("the destination is none".to_owned()),
            };
        }
        Err("the destination leads to itself".to_owned())
    }

    /// Where an entry of the outline, or an annotation, leads within the file: by its `Dest`, or an action `GoTo`. `None`
    /// if it has neither.
    pub(crate) fn of_item(
        &self,
        file: &'a File,
        item: &'a Dictionary,
    ) -> Option<Result<usize, String>> {
        if let Some(destination) = file.entry(item, "Dest") {
            return Some(self.page(file, destination));
        }
        let action = file.dict(item, "A")?;
        if file.name(action, "S") != Some(b"GoTo") {
            return None;
        }
        // From PDF 2.0 on an action may name an element of the structure (ISO 32000-2, 12.6.4.2).
        let destination = file.entry(action, "D").or_else(|| file.entry(action, "SD"));
        Some(destination.map_or_else(
            || Err("the action `GoTo` has no destination".to_owned()),
            |destination| self.page(file, destination),
        ))
    }

    fn named(&self, name: &[u8]) -> Option<&'a Object> {
        let string = self.strings.get(name).copied();
        string.or_else(|| self.names.and_then(|names| names.get(name).ok()))
    }

    /// The page of an element of the structure: that which it names itself, or the first that something in it names.
    fn of_element(&self, file: &File, element: &Object) -> Option<usize> {
        const MOST: usize = 1000;
        file.dictionary(element).filter(|element| element.has(b"S"))?;
        let mut waiting = vec![element];
        for _ in 0..MOST {
            let object = waiting.pop()?;
            match file.resolve(object) {
                Object::Array(kids) => waiting.extend(kids.iter().rev()),
                Object::Dictionary(dictionary) => {
                    if let Some(page) =
                        dictionary.get(b"Pg").ok().and_then(|page| self.number(page))
                    {
                        return Some(page);
                    }
                    waiting.extend(dictionary.get(b"K").ok());
                }
                _ => {}
            }
        }
        None
    }

    fn first(&self, file: &File, parts: &[Object]) -> Result<usize, String> {
        match parts.first() {
            Some(page @ Object::Reference((object, _))) => {
                let found = self.number(page).or_else(|| self.of_element(file, page));
                found.ok_or_else(|| format!("object {object} is no page of the file"))
            }
            // Meant for other files, but readers follow it in this one too; they count from 0.
            Some(Object::Integer(page)) => usize::try_from(*page)
                .ok()
                .filter(|page| *page < self.count)
                .map(|page| page + 1)
                .ok_or_else(|| format!("there is no page {}", page.saturating_add(1))),
            _ => Err("the destination names no page".to_owned()),
        }
    }
}

/// The first letters of a text, for a message.
pub(crate) fn shortened(text: &str) -> String {
    const MOST: usize = 60;
    let mut short: String =
        text.chars().take(MOST).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(MOST).is_some() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use lopdf::{Document, Object, dictionary};

    use super::Destinations;
    use crate::file::{File, LIMITS, PageTree};

    fn file() -> (File, Vec<lopdf::ObjectId>) {
        let mut document = Document::with_version("1.7");
        let tree = document.new_object_id();
        let pages: Vec<_> = (0..3)
            .map(|_| document.add_object(dictionary! { "Type" => "Page", "Parent" => tree }))
            .collect();
        let kids: Vec<Object> = pages.iter().map(|page| (*page).into()).collect();
        document
            .objects
            .insert(tree, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => 3 }.into());
        let here = vec![Object::Reference(pages[1]), "Fit".into()];
        let catalogue = document.add_object(dictionary! {
            "Type" => "Catalog",
            "Pages" => tree,
            "Dests" => dictionary! { "old" => dictionary! { "D" => here.clone() }, "round" => "round" },
            "Names" => dictionary! { "Dests" => dictionary! {
                "Names" => vec![Object::string_literal("new"), here.into()],
            } },
        });
        document.trailer.set("Root", catalogue);
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        (File::open(&bytes, LIMITS).unwrap(), pages)
    }

    #[test]
    fn destinations_of_all_kinds_lead_to_their_pages() {
        let (file, pages) = file();
        let direct = Object::Array(vec![pages[2].into(), "XYZ".into()]);
        let numbered = Object::Array(vec![0.into()]);
        let (name, string) = (Object::from("old"), Object::string_literal("new"));
        let destinations = Destinations::read(&file, &PageTree::read(&file));
        assert_eq!(destinations.page(&file, &direct), Ok(3));
        assert_eq!(destinations.page(&file, &numbered), Ok(1));
        assert_eq!(destinations.page(&file, &name), Ok(2));
        assert_eq!(destinations.page(&file, &string), Ok(2));
    }

    #[test]
    fn destinations_that_lead_nowhere_say_why() {
        let (file, _) = file();
        let destinations = Destinations::read(&file, &PageTree::read(&file));
        let round = Object::from("round");
        assert_eq!(
            destinations.page(&file, &round),
            Err("the destination leads to itself".to_owned())
        );
        let missing = Object::string_literal("gone");
        assert_eq!(
            destinations.page(&file, &missing),
            Err("there is no destination `gone`".to_owned())
        );
        let page = Object::Array(vec![Object::Reference((999, 0))]);
        assert_eq!(
            destinations.page(&file, &page),
            Err("object 999 is no page of the file".to_owned())
        );
        let far = Object::Array(vec![i64::MAX.into()]);
        assert!(destinations.page(&file, &far).is_err());
        let action = dictionary! { "A" => dictionary! { "S" => "URI" } };
        assert_eq!(destinations.of_item(&file, &action), None);
    }
}
