//! Small trees, and what becomes of them.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::{child_elements, finish, kind};

/// A document of one page: its content, and elements as their type, their parent's index, and their marked contents.
fn document(content: &str, elements: &[(&str, usize, &[i64])]) -> (Document, Vec<ObjectId>) {
    let mut document = Document::with_version("1.7");
    let map =
        b"1 beginbfchar\n<0001> <0020>\n<0002> <0061>\n<0003> <0031>\n<0004> <0032>\nendbfchar";
    let map = document.add_object(Stream::new(Dictionary::new(), map.to_vec()));
    let widths = vec![1.into(), 9.into(), 500.into()];
    let descendant = document.add_object(dictionary! { "W" => widths });
    let font = document.add_object(dictionary! {
        "Type" => "Font", "ToUnicode" => map, "DescendantFonts" => vec![descendant.into()],
    });
    let content = document.add_object(Stream::new(Dictionary::new(), content.as_bytes().to_vec()));
    let fonts = dictionary! { "f0" => font };
    let page = document.add_object(dictionary! {
        "Type" => "Page", "Contents" => content, "Resources" => dictionary! { "Font" => fonts },
    });
    let pages = document
        .add_object(dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 });
    document.get_dictionary_mut(page).unwrap().set("Parent", pages);
    let ids: Vec<ObjectId> = elements.iter().map(|_| document.new_object_id()).collect();
    for (index, (name, parent, contents)) in elements.iter().enumerate() {
        let mut kids: Vec<Object> = contents.iter().map(|content| (*content).into()).collect();
        let below =
            elements.iter().enumerate().filter(|(other, it)| *other != index && it.1 == index);
        kids.extend(below.map(|(other, _)| Object::from(ids[other])));
        let mut element = dictionary! { "S" => *name, "P" => ids[*parent], "Pg" => page };
        if !kids.is_empty() {
            element.set("K", kids);
        }
        if *name == "Span" {
            element.set("A", dictionary! { "O" => "Layout", "Placement" => "Block" });
        }
        document.objects.insert(ids[index], element.into());
    }
    let tree = document.add_object(dictionary! { "Type" => "StructTreeRoot", "K" => ids[0] });
    let root = document.add_object(
        dictionary! { "Type" => "Catalog", "Pages" => pages, "StructTreeRoot" => tree },
    );
    document.trailer.set("Root", root);
    finish(&mut document).unwrap();
    (document, ids)
}

/// The types below an element, with brackets around those of their children.
fn shape(document: &Document, id: ObjectId) -> String {
    let own = kind(document, id).map(|it| String::from_utf8_lossy(it).into_owned());
    let own = own.unwrap_or_else(|| "-".to_owned());
    let below: Vec<String> =
        child_elements(document, id).into_iter().map(|it| shape(document, it)).collect();
    if below.is_empty() { own } else { format!("{own}[{}]", below.join(" ")) }
}

fn show(identifier: i64, x: i64, y: i64, codes: &str) -> String {
    format!(
        "/Span<</MCID {identifier}>>BDC\nq 1 0 0 -1 {x} {y} cm BT /f0 10 Tf 1 0 0 -1 0 0 Tm[<{codes}>]TJ ET Q\nEMC "
    )
}

#[test]
fn bare_blocks_become_paragraphs_and_empty_labels_go() {
    let elements: [(&str, usize, &[i64]); 6] = [
        ("Document", 0, &[]),
        ("Span", 0, &[0]),
        ("L", 0, &[]),
        ("LI", 2, &[]),
        ("Lbl", 3, &[]),
        ("LBody", 3, &[1]),
    ];
    let (document, ids) = document(&(show(0, 0, 0, "0002") + &show(1, 0, 20, "0002")), &elements);
    assert_eq!(shape(&document, ids[0]), "Document[P L[LI[LBody]]]");
}

#[test]
fn columns_of_a_list_are_one_and_steps_go_on() {
    let elements: [(&str, usize, &[i64]); 14] = [
        ("Document", 0, &[]),
        ("L", 0, &[]),
        ("LI", 1, &[]),
        ("Lbl", 2, &[0]),
        ("LBody", 2, &[1]),
        ("H2", 0, &[2]),
        ("L", 0, &[]),
        ("LI", 6, &[3]),
        ("L", 0, &[]),
        ("LI", 8, &[4]),
        ("L", 0, &[]),
        ("LI", 10, &[]),
        ("Lbl", 11, &[5]),
        ("LBody", 11, &[6]),
    ];
    let codes = ["0003", "0002", "0002", "0002", "0002", "0004", "0002"];
    let content: String = (0..).zip(codes).map(|(at, codes)| show(at, 0, at * 20, codes)).collect();
    let (done, ids) = document(&content, &elements);
    assert_eq!(shape(&done, ids[0]), "Document[L[LI[Lbl LBody[H2 L[LI LI]]] LI[Lbl LBody]]]");
    // A chapter between them begins anew.
    let mut apart = elements;
    apart[5] = ("H1", 0, &[2]);
    let (done, ids) = document(&content, &apart);
    assert_eq!(shape(&done, ids[0]), "Document[L[LI[Lbl LBody]] H1 L[LI LI] L[LI[Lbl LBody]]]");
}

#[test]
fn the_first_cell_of_a_row_is_its_header() {
    let elements: [(&str, usize, &[i64]); 6] = [
        ("Document", 0, &[]),
        ("Table", 0, &[]),
        ("TBody", 1, &[]),
        ("TR", 2, &[]),
        ("TD", 3, &[0]),
        ("TD", 3, &[1]),
    ];
    let (document, ids) = document(&(show(0, 0, 0, "0002") + &show(1, 90, 0, "0002")), &elements);
    assert_eq!(shape(&document, ids[1]), "Table[TBody[TR[TH TD]]]");
    let header = document.get_dictionary(ids[4]).unwrap();
    let attributes = header.get(b"A").unwrap().as_array().unwrap()[0].as_dict().unwrap();
    assert_eq!(attributes.get(b"Scope").unwrap().as_name().unwrap(), b"Row");
}

#[test]
fn a_blank_stands_where_words_of_a_block_are_apart() {
    let content = |second: i64| show(0, 0, 0, "0002") + &show(1, second, 0, "0002");
    let shown = |kinds: [&str; 2], x: i64| {
        let elements: [(&str, usize, &[i64]); 3] =
            [("Document", 0, &[]), (kinds[0], 0, &[0]), (kinds[1], 0, &[1])];
        let one: [(&str, usize, &[i64]); 2] = [("Document", 0, &[]), (kinds[0], 0, &[0, 1])];
        let elements: &[_] = if kinds[1].is_empty() { &one } else { &elements };
        let (document, _) = document(&content(x), elements);
        let page = document.page_iter().next().unwrap();
        String::from_utf8(document.get_page_content(page)).unwrap()
    };
    assert!(shown(["P", ""], 200).contains("<0002><0001>]TJ"));
    assert!(!shown(["P", ""], 5).contains("0001"), "they touch");
    assert!(!shown(["P", "P"], 200).contains("0001"), "two paragraphs");
}
