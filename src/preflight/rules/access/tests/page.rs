//! Tells what items that break a rule each are reported of.

use std::collections::BTreeSet;
use std::sync::Arc;

use lopdf::{Object, dictionary};

use crate::file::{File, LIMITS};
use crate::geometry::Rect;
use crate::page::Blending;
use crate::page::{ContentScope, Item, ItemKind, Page, Paint, Text};
use crate::resources::colour::Space;
use crate::resources::font::Font;
use crate::rules::Check;
use crate::rules::Occurrences;
use crate::rules::access::RULES;
use crate::rules::access::tests::{boxes, letter, with_context};

fn item(kind: ItemKind, content: ContentScope) -> Item {
    Item {
        kind,
        area: Rect::new(30.0, 500.0, 90.0, 512.0),
        paint: Paint { space: Arc::new(Space::Gray), components: vec![0.0], pattern: None },
        blend: Blending {
            opacity: 1.0,
            mode: "Normal".into(),
            masked: false,
            overprint: false,
            overprint_mode: 0,
        },
        content,
        form: None,
    }
}

fn text(font: &str, size: f64, grey: u8) -> ItemKind {
    let dictionary = dictionary! {
        "Type" => "Font",
        "Subtype" => "TrueType",
        "BaseFont" => Object::Name(font.as_bytes().to_vec()),
    };
    let font = Font::read(&crate::resources::colour::tests::file(), &dictionary, None);
    let (background, srgb) = (Some([255; 3]), Some([grey; 3]));
    ItemKind::Text(Text {
        font: Arc::new(font),
        size,
        line: 1.0,
        rendering: 0,
        codes: vec![65],
        text: "A".to_owned(),
        background,
        srgb,
        on_colour: false,
    })
}

/// What the rules for pages find on a page with these items.
fn judge_page(items: Vec<Item>) -> Vec<(&'static str, String)> {
    let page = Page {
        numbered: std::collections::BTreeSet::new(),
        number: 1,
        id: None,
        dictionary: Arc::default(),
        boxes: boxes(),
        items,
        groups: Vec::new(),
        states: BTreeSet::new(),
        faults: Vec::new(),
        cut_short: false,
        layers: BTreeSet::new(),
        ink: None,
    };
    let mut letter = letter();
    let root = letter.document.add_object(dictionary! { "K" => Vec::<Object>::new() });
    letter.catalogue.set("StructTreeRoot", root);
    let catalogue = letter.document.add_object(letter.catalogue);
    letter.document.trailer.set("Root", catalogue);
    let mut bytes = Vec::new();
    letter.document.save_to(&mut bytes).unwrap();
    let file = File::open(&bytes, LIMITS).unwrap();
    let mut all = Vec::new();
    with_context(&file, |context| {
        for rule in RULES {
            if let Check::Page(check) = rule.check {
                let mut found = Occurrences::default();
                check(context, &page, &mut found);
                all.extend(
                    found.occurrences.into_iter().map(|occurrence| (rule.id, occurrence.found)),
                );
            }
        }
    });
    all
}

const FILL: ItemKind = ItemKind::Fill { thickness: 10.0 };

#[test]
fn marks_outside_the_structure_are_told_by_kind() {
    let [tagged, artifact] = [
        ContentScope { id: Some(0), ..ContentScope::default() },
        ContentScope { artifact: true, ..ContentScope::default() },
    ];
    let found = judge_page(vec![
        item(FILL, tagged),
        item(FILL, artifact),
        item(text("Serif", 10.0, 0), ContentScope::default()),
        item(FILL, ContentScope::default()),
        item(ItemKind::Stroke { width: 1.0 }, ContentScope::default()),
    ]);
    let reported: Vec<_> = found.iter().map(|(rule, what)| (*rule, what.as_str())).collect();
    assert_eq!(
        reported,
        [
            (
                "access-untagged",
                "a line or an area is neither in the logical structure nor an artifact"
            ),
            ("access-untagged", "text is neither in the logical structure nor an artifact"),
        ]
    );
}

#[test]
fn pale_text_is_told_unless_it_is_large() {
    let tagged = || ContentScope { id: Some(0), ..ContentScope::default() };
    // 4.54:1, 4.48:1 and 3.03:1 on white.
    for (font, size, grey, weak) in [
        ("Serif", 10.0, 0x76, false),
        ("Serif", 10.0, 0x78, true),
        ("Serif", 17.9, 0x94, true),
        ("Serif", 18.0, 0x94, false),
        ("Serif-Bold", 14.0, 0x94, false),
        ("Serif-Bold", 13.9, 0x94, true),
    ] {
        let found = judge_page(vec![item(text(font, size, grey), tagged())]);
        assert_eq!(found.len(), usize::from(weak), "{font} {size} {grey:x}: {found:?}");
    }
    let found = judge_page(vec![item(text("Serif", 10.0, 0x78), tagged())]);
    assert_eq!(found[0].1, "text in `#787878` on `#ffffff` has a contrast of 4.41:1");
    let mut pale = item(text("Serif", 10.0, 0xaa), tagged());
    pale.blend.masked = true;
    assert_eq!(judge_page(vec![pale]), []);
    let decoration = item(text("Serif", 10.0, 0xaa), ContentScope { artifact: true, ..tagged() });
    assert_eq!(judge_page(vec![decoration]), []);
}
