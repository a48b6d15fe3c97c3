//! Tells what is read of colour spaces of all families, and of definitions that lead nowhere.

use std::sync::Arc;

use feuillet_colour::OutputProfile;
use lopdf::{Dictionary, Object, Stream, StringFormat, dictionary};
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop, prop_oneof, proptest};

use super::{Space, default_of};
use crate::resources::colour::Press;
use crate::resources::colour::tests::file;

fn name(name: &str) -> Object {
    Object::Name(name.as_bytes().to_vec())
}

fn bytes(bytes: &[u8]) -> Object {
    Object::String(bytes.to_vec(), StringFormat::Hexadecimal)
}

fn floats(figures: &[f32]) -> Object {
    Object::Array(figures.iter().map(|figure| Object::Real(*figure)).collect())
}

fn tint_transform(outputs: usize) -> Object {
    Object::Dictionary(dictionary! {
        "FunctionType" => 2,
        "Domain" => floats(&[0.0, 1.0]),
        "C0" => floats(&vec![0.0; outputs]),
        "C1" => floats(&vec![1.0; outputs]),
        "N" => 1,
    })
}

fn read(object: &Object) -> Space {
    let resources = dictionary! { "ColorSpace" => dictionary! {
        "Brand" => vec![name("Separation"), name("Gold"), name("DeviceCMYK"), tint_transform(4)],
        "Again" => name("Brand"),
        "Round" => name("Round"),
        "G" => name("DeviceCMYK"),
    } };
    (*Space::read(&file(), object, &resources)).clone()
}

fn reason(object: &Object) -> String {
    match read(object) {
        Space::Broken(reason) => reason,
        other => panic!("{other:?}"),
    }
}

#[test]
fn devices_have_names_and_abbreviations() {
    assert_eq!(read(&name("DeviceGray")), Space::Gray);
    assert_eq!(read(&Object::Array(vec![name("DeviceRGB")])), Space::Rgb);
    assert_eq!(read(&name("CMYK")), Space::Cmyk);
    assert_eq!(read(&name("RGB")), Space::Rgb);
    assert_eq!(read(&name("Pattern")), Space::Pattern(None));
    // The resources know better.
    assert_eq!(read(&name("G")), Space::Cmyk);
}

#[test]
fn names_are_looked_for_in_the_resources() {
    let brand = read(&name("Again"));
    assert_eq!(brand.name(), "Separation `Gold`");
    assert_eq!((brand.inks(), brand.broken()), (vec!["Gold"], None));
    assert_eq!(brand.initial(), [1.0]);
    assert!(reason(&name("Silver")).contains("`Silver`"));
    assert!(reason(&name("Round")).contains("lies in itself"));
}

#[test]
fn calibrated_spaces_need_a_white_point() {
    let white = dictionary! { "WhitePoint" => floats(&[0.95, 1.0, 1.09]) };
    let with = |family| Object::Array(vec![name(family), Object::Dictionary(white.clone())]);
    assert_eq!(read(&with("CalGray")), Space::CalGray);
    assert_eq!(read(&with("CalRGB")), Space::CalRgb);
    let lab = read(&with("Lab"));
    assert_eq!(lab.ranges(), [[0.0, 100.0], [-100.0, 100.0], [-100.0, 100.0]]);
    assert_eq!(lab.colour(&[255, 0, 255]), [100.0, -100.0, 100.0]);
    assert!(!lab.is_device());
    let without = Object::Array(vec![name("Lab"), Object::Dictionary(Dictionary::new())]);
    assert!(reason(&without).contains("white point"));
}

#[test]
fn profiles_are_unpacked_and_looked_at() {
    let icc = |components: i64, profile: Vec<u8>| {
        let mut file = file();
        let mut stream = Stream::new(dictionary! { "N" => components }, profile);
        stream.compress().unwrap();
        file.document.objects.insert((50, 0), Object::Stream(stream));
        let object = Object::Array(vec![name("ICCBased"), Object::Reference((50, 0))]);
        (*Space::read(&file, &object, &Dictionary::new())).clone()
    };
    let profile = OutputProfile::fogra39().unwrap().icc().to_vec();
    let press = icc(4, profile.clone());
    let Space::Icc(inner) = &press else { panic!("{press:?}") };
    assert_eq!((inner.object, inner.profile.len()), (Some(50), profile.len()));
    assert_eq!((press.broken(), press.components()), (None, 4));
    assert_eq!(press.name(), "ICCBased with 4 components");
    assert!(icc(3, profile).broken().is_some() && icc(3, vec![7; 200]).broken().is_some());
    assert!(matches!(icc(2, Vec::new()), Space::Broken(_)));
}

#[test]
fn tables_are_in_the_space_under_them() {
    let table = |last: i64, table: &[u8]| {
        Object::Array(vec![name("Indexed"), name("DeviceRGB"), Object::Integer(last), bytes(table)])
    };
    let indexed = read(&table(1, &[1, 2, 3, 255, 0, 51, 9]));
    assert_eq!(indexed.name(), "Indexed over DeviceRGB");
    assert_eq!(indexed.entry(1.0), Some((&Space::Rgb, vec![1.0, 0.0, 0.2])));
    assert_eq!(indexed.entry(-5.0).unwrap().1, indexed.entry(0.0).unwrap().1);
    assert!(indexed.is_device() && indexed.components() == 1);
    assert!(reason(&table(2, &[0; 6])).contains("6 bytes of 9"));
    assert!(reason(&table(256, &[0; 800])).contains("0 to 255"));
    let twice = Object::Array(vec![name("I"), table(0, &[0; 3]), Object::Integer(0), bytes(&[0])]);
    assert!(reason(&twice).contains("in Indexed over DeviceRGB"));
}

#[test]
fn inks_need_what_stands_in_for_them() {
    let separation = |alternate: Object, tint_transform: Object| {
        Object::Array(vec![name("Separation"), name("Gold"), alternate, tint_transform])
    };
    let wrong = read(&separation(name("DeviceRGB"), tint_transform(4)));
    assert!(wrong.broken().unwrap().contains("from Separation `Gold` to DeviceRGB"));
    assert!(read(&separation(name("Nowhere"), tint_transform(4))).broken().is_some());
    assert!(
        reason(&separation(name("Brand"), tint_transform(1))).contains("stands in for Separation")
    );
    let names = Object::Array(vec![name("Gold"), name("Black")]);
    let several = Object::Array(vec![name("DeviceN"), names, name("DeviceCMYK"), Object::Null]);
    assert_eq!(read(&several).name(), "DeviceN `Gold`, `Black`");
    assert_eq!((read(&several).components(), read(&several).inks()), (2, vec!["Gold", "Black"]));
    let pattern = read(&Object::Array(vec![name("Pattern"), several]));
    assert_eq!((pattern.components(), pattern.initial()), (2, vec![1.0, 1.0]));
    assert_eq!(pattern.inks(), ["Gold", "Black"]);
    let many = Object::Array(vec![name("Ink"); 33]);
    let many = Object::Array(vec![name("DeviceN"), many, name("DeviceCMYK"), Object::Null]);
    assert!(reason(&many).contains("33 inks"));
}

#[test]
fn defaults_stand_for_device_spaces() {
    let white = Object::Dictionary(dictionary! { "WhitePoint" => floats(&[0.95, 1.0, 1.09]) });
    let resources = dictionary! { "ColorSpace" => dictionary! {
        "DefaultRGB" => vec![name("CalRGB"), white],
        "DefaultGray" => name("DeviceGray"),
        "DefaultCMYK" => name("DeviceRGB"),
    } };
    let default = |space| default_of(&file(), &resources, &space);
    assert_eq!(default(Space::Rgb), Some(Arc::new(Space::CalRgb)));
    assert_eq!(
        (default(Space::Gray), default(Space::Cmyk), default(Space::CalRgb)),
        (None, None, None)
    );
}

#[test]
fn definitions_in_a_circle_end() {
    let mut file = file();
    let circle = vec![name("Pattern"), Object::Reference((60, 0))];
    file.document.objects.insert((60, 0), Object::Array(circle));
    let circle = Object::Reference((60, 0));
    let space = Space::read(&file, &circle, &Dictionary::new());
    assert!(space.broken().is_some());
    let inks = vec![name("DeviceN"), Object::Array(vec![name("A")]), circle, tint_transform(1)];
    file.document.objects.insert((60, 0), Object::Array(inks));
    assert!(Space::read(&file, &Object::Reference((60, 0)), &Dictionary::new()).broken().is_some());
}

fn object() -> impl Strategy<Value = Object> {
    let words = prop::sample::select(vec![
        "DeviceGray",
        "DeviceRGB",
        "DeviceCMYK",
        "Pattern",
        "Indexed",
        "I",
        "Separation",
        "DeviceN",
        "ICCBased",
        "Lab",
        "CalRGB",
        "CalGray",
        "Gold",
        "All",
        "None",
        "Black",
        "G",
    ]);
    let leaf = prop_oneof![
        4 => words.prop_map(name),
        1 => any::<i64>().prop_map(Object::Integer),
        1 => (0_i64..4).prop_map(Object::Integer),
        1 => any::<f32>().prop_map(Object::Real),
        1 => prop::collection::vec(any::<u8>(), 0..20).prop_map(|some| bytes(&some)),
        1 => (1_usize..5).prop_map(tint_transform),
        1 => Just(Object::Reference((60, 0))),
        1 => Just(Object::Null),
    ];
    leaf.prop_recursive(4, 40, 5, |inner| {
        prop::collection::vec(inner, 0..5).prop_map(Object::Array)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn any_definition_is_read(object in object(), other in object(), components in any::<[f32; 4]>()) {
        let mut file = file();
        file.document.objects.insert((60, 0), other);
        let space = Space::read(&file, &object, &Dictionary::new());
        let press = Press::new(None);
        let coverage = press.coverage(&space, &components);
        assert!(coverage.inks.iter().all(|ink| ink.is_finite()));
        press.srgb(&space, &components);
        press.coverages(&space, &[1, 2, 3, 4, 5, 6, 7, 8], space.components());
        let _ = (space.name(), space.broken(), space.inks(), space.initial());
    }
}
