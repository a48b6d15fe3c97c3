//! Tells what is found in small documents that break one rule each.

mod page;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};
use proptest::prelude::{any, proptest};

use crate::claims::Claims;
use crate::file::{File, LIMITS, PageTree, Structure};
use crate::geometry::Rect;
use crate::page::PageFigures;
use crate::page::{Boxes, MarkedContent, PageSummary};
use crate::request::{Request, Target};
use crate::rules::access::RULES;
use crate::rules::{Check, Context, Derived};
use crate::rules::{Occurrence, Occurrences};

/// A document in the making: its pages, and what they show.
struct Brochure {
    document: Document,
    catalogue: Dictionary,
    root: Dictionary,
    pages: Vec<ObjectId>,
    summaries: Vec<PageSummary>,
    /// The elements below `Document`.
    elements: Vec<ObjectId>,
    /// For each page, the elements that hold its contents.
    parents: Vec<Vec<Object>>,
    /// The ways back from annotations: number and element in turn.
    ways: Vec<Object>,
}

fn boxes() -> Boxes {
    let media = Rect::new(0.0, 0.0, 420.0, 595.0);
    Boxes {
        media,
        media_given: true,
        crop: None,
        bleed: None,
        trim: None,
        art: None,
        art_is_cut: false,
        rotation: 0,
        user_unit: 1.0,
    }
}

impl Brochure {
    /// Well made, of some pages that show nothing yet.
    fn new(pages: usize) -> Brochure {
        let mut document = Document::with_version("1.7");
        let tree = document.new_object_id();
        let pages: Vec<ObjectId> = (0_i64..)
            .take(pages)
            .map(|key| {
                document.add_object(
                    dictionary! { "Type" => "Page", "Parent" => tree, "StructParents" => key },
                )
            })
            .collect();
        let kids: Vec<Object> = pages.iter().map(|page| (*page).into()).collect();
        let count = i64::try_from(kids.len()).unwrap();
        document.objects.insert(
            tree,
            dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count }.into(),
        );
        let summaries = (1..=pages.len()).map(|number| PageSummary {
            number,
            boxes: boxes(),
            figures: PageFigures { size: (420.0, 595.0), ink: None, resolution: None },
            blank: false,
            contents: Vec::new(),
        });
        Brochure {
            document,
            catalogue: dictionary! {
                "Type" => "Catalog",
                "Pages" => tree,
                "Lang" => Object::string_literal("de"),
                "MarkInfo" => dictionary! { "Marked" => true },
                "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
            },
            root: dictionary! { "Type" => "StructTreeRoot" },
            summaries: summaries.collect(),
            parents: vec![Vec::new(); pages.len()],
            elements: Vec::new(),
            ways: Vec::new(),
            pages,
        }
    }

    /// An element with one content, painted below what its page shows already.
    fn add(&mut self, page: usize, kind: &str, more: &Dictionary) -> ObjectId {
        let contents = &mut self.summaries[page - 1].contents;
        let id = i64::try_from(contents.len()).unwrap();
        let top = 580.0 - 20.0 * id as f64;
        contents.push(MarkedContent {
            id,
            owner: None,
            area: Rect::new(30.0, top - 12.0, 390.0, top),
            text: format!("text {id}"),
            picture: false,
            language: false,
        });
        let mut element = dictionary! { "S" => kind, "Pg" => self.pages[page - 1], "K" => id };
        element.extend(more);
        let element = self.document.add_object(element);
        self.elements.push(element);
        self.parents[page - 1].push(element.into());
        element
    }

    fn annotate(&mut self, page: usize, link: Dictionary) -> ObjectId {
        let link = self.document.add_object(link);
        let page = self.document.get_dictionary_mut(self.pages[page - 1]).unwrap();
        page.set("Annots", vec![link.into()]);
        link
    }

    /// What the rules find, each with its rule.
    fn judge(mut self) -> Vec<(&'static str, Occurrence)> {
        let kids: Vec<Object> = self.elements.iter().map(|element| (*element).into()).collect();
        let whole = self.document.add_object(dictionary! { "S" => "Document", "K" => kids });
        let numbers = self.parents.into_iter().zip(0_i64..);
        let numbers = numbers.flat_map(|(parents, key)| [key.into(), parents.into()]);
        let numbers: Vec<Object> = numbers.chain(self.ways).collect();
        if !self.root.has(b"K") {
            self.root.set("K", whole);
            self.root.set("ParentTree", dictionary! { "Nums" => numbers });
        }
        if !self.catalogue.has(b"StructTreeRoot") {
            let root = self.document.add_object(self.root);
            self.catalogue.set("StructTreeRoot", root);
        }
        let catalogue = self.document.add_object(self.catalogue);
        self.document.trailer.set("Root", catalogue);
        let mut bytes = Vec::new();
        self.document.save_to(&mut bytes).unwrap();
        let file = File::open(&bytes, LIMITS).unwrap();
        let mut all = Vec::new();
        with_context(&file, |context| {
            for rule in RULES {
                let mut found = Occurrences::default();
                match rule.check {
                    Check::File(check) => check(context, &mut found),
                    Check::Pages(check) => check(context, &self.summaries, &mut found),
                    Check::Page(_) | Check::Reading => {}
                }
                all.extend(found.occurrences.into_iter().map(|occurrence| (rule.id, occurrence)));
            }
        });
        all
    }

    /// The rules that find something.
    fn broken(self) -> Vec<&'static str> {
        let mut rules: Vec<_> = self.judge().into_iter().map(|(rule, _)| rule).collect();
        rules.dedup();
        rules
    }
}

fn with_context(file: &File, look: impl FnOnce(&Context<'_>)) {
    let claims = Claims::read(file);
    let request = Request::default();
    look(&Context {
        file,
        structure: &Structure::default(),
        request: &request,
        target: Target::Screen,
        pages: &PageTree::read(file),
        claims: &claims,
        press: &crate::resources::colour::Press::new(claims.press_profile()),
        derived: Derived::default(),
    });
}

/// A heading and some paragraphs.
fn letter() -> Brochure {
    let mut letter = Brochure::new(1);
    letter.add(1, "H1", &Dictionary::new());
    for _ in 0..5 {
        letter.add(1, "P", &Dictionary::new());
    }
    letter
}

fn words(text: &str) -> Object {
    Object::string_literal(text)
}

#[test]
fn a_letter_that_is_well_made_breaks_no_rule() {
    assert_eq!(letter().judge(), []);
}

#[test]
fn a_file_without_tags_is_told_once() {
    let mut letter = letter();
    letter.catalogue.set("StructTreeRoot", Object::Null);
    letter.catalogue.remove(b"MarkInfo");
    assert_eq!(letter.broken(), ["access-tags"]);
}

#[test]
fn contents_that_the_page_and_the_structure_do_not_share_are_told() {
    let mut letter = letter();
    letter.summaries[0].contents[3].id = 77;
    let found = letter.judge();
    let found: Vec<_> =
        found.iter().map(|(rule, occurrence)| (*rule, occurrence.found.as_str())).collect();
    assert_eq!(
        found,
        [
            ("access-structure", "an element `P` holds contents that the page does not have"),
            ("access-structure", "contents have a number, but no element holds them"),
        ]
    );
}

#[test]
fn a_parent_tree_that_leads_elsewhere_is_told() {
    let mut letter = letter();
    letter.parents[0].swap(1, 2);
    let found = letter.judge();
    assert_eq!(found.len(), 1);
    assert!(found[0].1.found.contains("`ParentTree`") && found[0].1.page == 1);
}

#[test]
fn types_that_mean_nothing_are_counted() {
    let mut letter = letter();
    for _ in 0..2 {
        letter.add(1, "Leaflet", &Dictionary::new());
    }
    letter.add(1, "Panel", &Dictionary::new());
    letter.root.set("RoleMap", dictionary! { "Panel" => "Sect", "P" => "Div" });
    let found: Vec<_> =
        letter.judge().into_iter().map(|(_, occurrence)| occurrence.found).collect();
    assert_eq!(
        found,
        [
            "the type `Leaflet` of 2 elements is not standard, and is mapped to no standard type",
            "the standard type `P` is mapped to `Div`",
        ]
    );
}

#[test]
fn languages_and_the_title_are_asked_for() {
    let mut letter = letter();
    letter.catalogue.set("Lang", words("German"));
    letter.catalogue.remove(b"ViewerPreferences");
    letter.add(1, "P", &dictionary! { "Lang" => words("pt_BR") });
    letter.add(1, "P", &dictionary! { "Lang" => words("") });
    let found: Vec<_> = letter.judge().into_iter().map(|(rule, _)| rule).collect();
    // "German" is a tag by the grammar, though of no language.
    assert_eq!(found, ["access-language", "access-title"]);
}

#[test]
fn pictures_need_words() {
    let mut letter = letter();
    letter.add(1, "Figure", &Dictionary::new());
    letter.add(1, "Figure", &dictionary! { "Alt" => words("IMG_0815.jpg") });
    letter.add(1, "Figure", &dictionary! { "Alt" => words("A nurse at a desk") });
    letter.add(1, "Formula", &dictionary! { "ActualText" => words("x = 1") });
    let found = letter.judge();
    let reported: Vec<_> = found.iter().map(|(_, occurrence)| occurrence.found.as_str()).collect();
    assert_eq!(
        reported,
        [
            "a picture has no alternative text (`Alt` or `ActualText`)",
            "the alternative text of a picture says nothing: `img_0815.jpg`"
                .replace("img", "IMG")
                .as_str(),
        ]
    );
    assert_eq!(found[0].1.area, Some(Rect::new(30.0, 448.0, 390.0, 460.0)));
}

#[test]
fn a_structure_that_runs_upwards_is_suspected() {
    for (name, order) in [("reversed", [5, 4, 3, 2, 1, 0]), ("shuffled", [3, 0, 5, 1, 4, 2])] {
        let mut letter = letter();
        letter.elements = order.iter().map(|place| letter.elements[*place]).collect();
        assert_eq!(letter.broken(), ["access-order"], "{name}");
    }
}

#[test]
fn columns_and_a_float_and_a_turned_panel_are_not_suspected() {
    let mut columns = letter();
    for (content, place) in columns.summaries[0].contents.iter_mut().zip(0_u8..) {
        let (left, line) = if place < 3 { (220.0, place) } else { (30.0, place - 3) };
        let top = 500.0 - 30.0 * f64::from(line);
        content.area = Rect::new(left, top - 20.0, left + 170.0, top);
    }
    assert_eq!(columns.broken(), Vec::<&str>::new());

    let mut float = letter();
    let figure = float.add(1, "Figure", &dictionary! { "Alt" => words("A map of the district") });
    float.elements.insert(1, figure);
    float.elements.pop();
    float.summaries[0].contents[6].area = Rect::new(30.0, 582.0, 390.0, 590.0);
    assert_eq!(float.broken(), Vec::<&str>::new());

    let mut turned = letter();
    for content in &mut turned.summaries[0].contents {
        let area = content.area;
        content.area = Rect::new(area.x0, 595.0 - area.y0, area.x1, 595.0 - area.y1);
    }
    assert_eq!(turned.broken(), Vec::<&str>::new(), "it is painted upwards too");
}

#[test]
fn a_structure_that_goes_back_through_the_pages_is_suspected() {
    let mut book = Brochure::new(5);
    for page in 1..=5 {
        book.add(page, if page == 5 { "H1" } else { "P" }, &Dictionary::new());
    }
    book.elements.reverse();
    assert_eq!(book.broken(), ["access-order"]);
}

#[test]
fn headings_count_one_by_one() {
    let mut letter = Brochure::new(1);
    for kind in ["H2", "H1", "H3", "H3", "H"] {
        letter.add(1, kind, &Dictionary::new());
    }
    let found: Vec<_> = letter
        .judge()
        .into_iter()
        .map(|(_, occurrence)| (occurrence.found, occurrence.wanted))
        .collect();
    let found: Vec<_> =
        found.iter().map(|(found, wanted)| (found.as_str(), wanted.as_str())).collect();
    assert_eq!(
        found,
        [
            ("the first heading has level 2", "level 1"),
            ("a heading of level 3 follows one of level 1", "level 2"),
            ("headings with a level (`H1`) and without one (`H`) are mixed", ""),
        ]
    );
}

#[test]
fn a_long_document_needs_headings_and_bookmarks() {
    let mut plain = Brochure::new(6);
    plain.add(1, "P", &Dictionary::new());
    assert_eq!(plain.broken(), ["access-headings"]);
    let mut headed = Brochure::new(6);
    headed.add(1, "H1", &Dictionary::new());
    assert_eq!(headed.broken(), ["access-bookmarks"]);
}

#[test]
fn bookmarks_have_titles_and_lead_somewhere() {
    let mut book = letter();
    let [outline, first, second] = [(); 3].map(|()| book.document.new_object_id());
    let here = vec![Object::Reference(book.pages[0]), "Fit".into()];
    let there = vec![Object::Reference((999, 0)), "Fit".into()];
    for (id, object) in [
        (outline, dictionary! { "First" => first, "Last" => second }),
        (first, dictionary! { "Title" => words(" "), "Dest" => here, "Next" => second }),
        (second, dictionary! { "Title" => words("Back"), "Dest" => there, "Next" => first }),
    ] {
        book.document.objects.insert(id, object.into());
    }
    book.catalogue.set("Outlines", outline);
    let found: Vec<_> = book.judge().into_iter().map(|(_, occurrence)| occurrence.found).collect();
    assert_eq!(
        found,
        [
            "a bookmark has no title",
            "the bookmark `Back` leads nowhere: object 999 is no page of the file",
            "the bookmarks lead in a circle",
        ]
    );
}

#[test]
fn links_need_an_element_and_words_and_their_page_an_order() {
    let link = dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "Rect" => vec![30.into(), 500.into(), 90.into(), 512.into()],
    };
    let mut bare = letter();
    bare.annotate(1, link.clone());
    let found: Vec<_> = bare.judge().into_iter().map(|(_, occurrence)| occurrence.found).collect();
    assert_eq!(
        found,
        [
            "a link is not in the logical structure",
            "a link has no words that say where it leads (`Contents`)",
            "the page has annotations, and names no tab order (`Tabs`)",
        ]
    );

    let mut hidden = link.clone();
    hidden.set("F", 2);
    let mut unseen = letter();
    unseen.annotate(1, hidden);
    assert_eq!(unseen.broken(), ["access-tab-order"]);

    let mut sound = link;
    sound.set("Contents", words("To the city's page"));
    sound.set("StructParent", 1);
    let mut good = letter();
    let sound = good.annotate(1, sound);
    let page = good.pages[0];
    good.document.get_dictionary_mut(page).unwrap().set("Tabs", "S");
    let kids = vec![dictionary! { "Type" => "OBJR", "Obj" => sound, "Pg" => page }.into()];
    let held = good.document.add_object(dictionary! { "S" => "Link", "K" => kids });
    good.elements.push(held);
    good.ways = vec![1.into(), held.into()];
    assert_eq!(good.broken(), Vec::<&str>::new());
}

proptest! {
    #[test]
    fn any_order_of_contents_is_judged(order in proptest::collection::vec((any::<u8>(), any::<i16>()), 0..40)) {
        let mut book = Brochure::new(3);
        for (page, height) in order {
            let page = usize::from(page % 3) + 1;
            book.add(page, "P", &Dictionary::new());
            let top = f64::from(height);
            book.summaries[page - 1].contents.last_mut().unwrap().area = Rect::new(0.0, top - 9.0, 99.0, top);
        }
        // Painting and structure agree, whatever the places: nothing is sure enough to be reported but the way through pages.
        let found = book.judge();
        assert!(found.iter().all(|(_, occurrence)| occurrence.found.contains("earlier page")), "{found:?}");
    }
}
