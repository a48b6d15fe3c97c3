//! Tells what is read of structures, well made and not.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};
use proptest::prelude::{Just, Strategy, any, prop_oneof, proptest};

use crate::file::Destinations;
use crate::file::{File, LIMITS, PageTree};
use crate::tags::{ContentKind, Role, Tree};

/// A document of one page and its catalogue, without a structure.
fn document() -> (Document, ObjectId, Dictionary) {
    let mut document = Document::with_version("1.7");
    let pages = document.new_object_id();
    let page = document.add_object(dictionary! { "Type" => "Page", "Parent" => pages });
    let tree = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 };
    document.objects.insert(pages, tree.into());
    (document, page, dictionary! { "Type" => "Catalog", "Pages" => pages })
}

fn file(mut document: Document, mut catalogue: Dictionary, root: Dictionary) -> File {
    let root = document.add_object(root);
    catalogue.set("StructTreeRoot", root);
    let catalogue = document.add_object(catalogue);
    document.trailer.set("Root", catalogue);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    File::open(&bytes, LIMITS).unwrap()
}

#[test]
fn a_tree_is_read_in_its_order() {
    let (mut document, page, catalogue) = document();
    let link = document.add_object(dictionary! { "Type" => "Annot", "Subtype" => "Link" });
    let form = document.add_object(dictionary! { "Type" => "XObject" });
    let inner = document.add_object(dictionary! {
        "S" => "Link",
        "K" => vec![dictionary! { "Type" => "OBJR", "Obj" => link }.into(), 4.into()],
    });
    let heading = dictionary! { "S" => "Chapter", "K" => 0, "Pg" => page, "Lang" => Object::string_literal("fr") };
    let heading = document.add_object(heading);
    let paragraph = document.add_object(dictionary! {
        "S" => "P",
        "Pg" => page,
        "C" => "narrow",
        "A" => dictionary! { "O" => "Layout", "Placement" => "Block" },
        "K" => vec![1.into(), inner.into(), dictionary! { "Type" => "MCR", "MCID" => 2, "Stm" => form }.into()],
    });
    let whole = document.add_object(dictionary! {
        "S" => "Document",
        "Lang" => Object::string_literal("de"),
        "K" => vec![heading.into(), paragraph.into()],
    });
    let root = dictionary! {
        "K" => whole,
        "RoleMap" => dictionary! { "Chapter" => "Title", "Title" => "H1" },
        "ClassMap" => dictionary! { "narrow" => dictionary! { "Width" => 7, "Placement" => "Inline" } },
        "ParentTree" => dictionary! {
            "Nums" => vec![0.into(), vec![heading.into(), paragraph.into()].into(), 1.into(), inner.into()],
        },
    };
    let file = file(document, catalogue, root);
    let destinations = Destinations::read(&file, &PageTree::read(&file));
    let tree = Tree::read(&file, &destinations);
    assert_eq!(tree.faults, []);
    let roles: Vec<_> =
        tree.elements.iter().map(|element| (element.standard(), element.depth)).collect();
    assert_eq!(roles, [("Document", 0), ("H1", 1), ("P", 1), ("Link", 2)]);
    assert_eq!(tree.elements[1].heading(), Some(1));
    assert_eq!(tree.elements[1].language, Some(&b"fr"[..]));
    assert_eq!(tree.elements[3].language, Some(&b"de"[..]), "it is inherited");
    let items: Vec<_> =
        tree.items.iter().map(|item| (item.element, item.page, item.what)).collect();
    let content = |id| ContentKind::Marked { id, owner: None };
    assert_eq!(
        items,
        [
            (1, Some(1), content(0)),
            (2, Some(1), content(1)),
            (3, Some(1), ContentKind::Object(link)),
            (3, Some(1), content(4)),
            (2, Some(1), ContentKind::Marked { id: 2, owner: Some(form.0) }),
        ]
    );
    let attribute = |key| tree.attribute(&file, &tree.elements[2], key).cloned();
    assert_eq!(
        attribute("Placement"),
        Some("Block".into()),
        "its own attribute goes before its class's"
    );
    assert_eq!(attribute("Width"), Some(7.into()));
    assert_eq!(tree.parent(&file, 0, Some(1)), Some(paragraph.0));
    assert_eq!(tree.parent(&file, 1, None), Some(inner.0));
    assert_eq!(tree.parent(&file, 0, Some(-1)), None);
    assert_eq!(tree.within(&["P"]), [false, false, true, true]);
}

#[test]
fn circles_and_dead_ends_are_faults() {
    let (mut document, page, catalogue) = document();
    let outer = document.new_object_id();
    let inner = document.add_object(dictionary! {
        "S" => "Ring",
        "K" => vec![outer.into(), Object::Reference((999, 0)), dictionary! { "Pg" => page }.into()],
    });
    document
        .objects
        .insert(outer, dictionary! { "S" => "Mine", "K" => vec![inner.into(), 3.into()] }.into());
    let root = dictionary! {
        "K" => outer,
        "RoleMap" => dictionary! { "Ring" => "Rung", "Rung" => "Ring", "P" => "H1" },
    };
    let file = file(document, catalogue, root);
    let destinations = Destinations::read(&file, &PageTree::read(&file));
    let tree = Tree::read(&file, &destinations);
    let faults: Vec<_> = tree.faults.iter().map(|fault| fault.what.as_str()).collect();
    assert_eq!(
        faults,
        [
            &format!("the element in object {} stands in the structure twice", outer.0),
            "object 999 in the structure is no element, or is missing",
            "an element has no type (`S`)",
            "an element `Mine` holds contents of no page of the file",
            "the structure has no `ParentTree`, by which readers come from the page to it",
        ]
    );
    assert_eq!(tree.elements[0].role, Role::Unmapped);
    assert_eq!(tree.elements[1].role, Role::Circular);
    assert_eq!(tree.remapped, [(&b"P"[..], &b"H1"[..])]);
}

#[test]
fn namespaces_of_pdf_2_have_types_of_their_own() {
    let (mut document, _, catalogue) = document();
    let later = document
        .add_object(dictionary! { "NS" => Object::string_literal("http://iso.org/pdf2/ssn") });
    let own = document.add_object(dictionary! {
        "NS" => Object::string_literal("http://example.org"),
        "RoleMapNS" => dictionary! { "section" => vec!["H7".into(), Object::Reference(later)], "text" => "P" },
    });
    let kids = [("section", own), ("text", own), ("Strong", later), ("P", own)]
        .map(|(name, space)| Object::from(dictionary! { "S" => name, "NS" => space }));
    let file = file(document, catalogue, dictionary! { "K" => kids.to_vec() });
    let destinations = Destinations::read(&file, &PageTree::read(&file));
    let tree = Tree::read(&file, &destinations);
    let roles: Vec<_> = tree.elements.iter().map(|element| element.role).collect();
    let [h7, p, strong] = ["H7", "P", "Strong"].map(Role::Standard);
    assert_eq!(roles, [h7, p, strong, Role::Unmapped]);
    assert_eq!(tree.elements[0].heading(), Some(7));
}

#[test]
fn a_structure_that_is_too_deep_is_left() {
    let (mut document, _, catalogue) = document();
    let mut last = document.add_object(dictionary! { "S" => "P" });
    for _ in 0..1000 {
        last = document.add_object(dictionary! { "S" => "Div", "K" => last });
    }
    let file = file(document, catalogue, dictionary! { "K" => last });
    let destinations = Destinations::read(&file, &PageTree::read(&file));
    let tree = Tree::read(&file, &destinations);
    assert_eq!(tree.elements.len(), LIMITS.depth * 8);
    assert!(tree.faults[0].what.ends_with("levels deep"));
}

/// What may stand anywhere in a structure of twelve objects.
fn anything() -> impl Strategy<Value = Object> {
    let reference = (1_u32..14).prop_map(|number| Object::Reference((number, 0)));
    let leaf = prop_oneof![
        4 => reference,
        1 => any::<i64>().prop_map(Object::Integer),
        1 => Just(Object::Null),
        1 => prop_oneof![Just("P"), Just("Ring"), Just("MCR"), Just("OBJR")].prop_map(Object::from),
    ];
    leaf.prop_recursive(3, 24, 6, |inner| {
        let keys = prop_oneof![
            Just("K"),
            Just("S"),
            Just("Pg"),
            Just("Type"),
            Just("Obj"),
            Just("MCID"),
            Just("Nums"),
            Just("Kids"),
            Just("RoleMap"),
            Just("Ring"),
            Just("ParentTree"),
            Just("NS"),
            Just("A"),
        ];
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Object::Array),
            proptest::collection::vec((keys, inner), 0..6).prop_map(|entries| {
                let mut dictionary = Dictionary::new();
                for (key, value) in entries {
                    dictionary.set(key, value);
                }
                Object::Dictionary(dictionary)
            }),
        ]
    })
}

proptest! {
    #[test]
    fn any_structure_is_read_to_its_end(objects in proptest::collection::vec(anything(), 12)) {
        let mut document = Document::with_version("1.7");
        for (object, number) in objects.into_iter().zip(1..) {
            document.objects.insert((number, 0), object);
        }
        document.max_id = 13;
        let root = dictionary! { "K" => Object::Reference((1, 0)), "RoleMap" => Object::Reference((2, 0)) };
        let mut root = root;
        root.set("ParentTree", Object::Reference((3, 0)));
        let catalogue = dictionary! { "Type" => "Catalog", "Pages" => Object::Reference((4, 0)) };
        let file = file(document, catalogue, root);
        let destinations = Destinations::read(&file, &PageTree::read(&file));
        let tree = Tree::read(&file, &destinations);
        for (index, element) in tree.elements.iter().enumerate() {
            assert!(element.parent.is_none_or(|parent| parent < index));
            let _ = tree.attribute(&file, element, "BBox");
        }
        assert!(tree.items.iter().all(|item| item.element < tree.elements.len()));
    }
}
