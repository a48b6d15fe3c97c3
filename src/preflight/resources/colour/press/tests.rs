//! Tells the ink and the sRGB of colours in every space.

use std::sync::Arc;
use std::time::{Duration, Instant};

use feuillet_colour::OutputProfile;
use lopdf::{Object, dictionary};

use super::{Coverage, Press};
use crate::resources::colour::tests::file;
use crate::resources::colour::{Icc, Space};
use crate::resources::function::Function;

fn tint_transform(to: &[f32]) -> Option<Arc<Function>> {
    let figures = |figures: &[f32]| {
        Object::Array(figures.iter().map(|figure| Object::Real(*figure)).collect())
    };
    let function = dictionary! {
        "FunctionType" => 2,
        "Domain" => figures(&[0.0, 1.0]),
        "C0" => figures(&vec![0.0; to.len()]),
        "C1" => figures(to),
        "N" => 1,
    };
    Function::read(&file(), &Object::Dictionary(function)).map(Arc::new)
}

fn spot(name: &str) -> Space {
    let (alternate, tint_transform) =
        (Arc::new(Space::Cmyk), tint_transform(&[0.0, 1.0, 0.0, 0.0]));
    Space::Separation { name: name.to_owned(), alternate, tint_transform }
}

fn inks(names: &[&str]) -> Space {
    let names = names.iter().map(|name| (*name).to_owned()).collect();
    Space::DeviceN { names, alternate: Arc::new(Space::Cmyk), tint_transform: None }
}

fn srgb() -> Vec<u8> {
    lcms2::Profile::new_srgb().icc().unwrap()
}

const LAB: Space = Space::Lab { white: [0.96, 1.0, 0.82], range: [-100.0, 100.0, -100.0, 100.0] };

#[test]
fn device_colours_are_their_own_ink() {
    let press = Press::new(None);
    let black = press.coverage(&Space::Gray, &[0.25]);
    assert_eq!(black.inks, [0.0, 0.0, 0.0, 0.75, 0.0]);
    assert_eq!(black.plates, [false, false, false, true, false]);
    let ink = press.coverage(&Space::Cmyk, &[0.1, 0.2, 0.3, 7.0]);
    assert_eq!(ink.inks, [0.1, 0.2, 0.3, 1.0, 0.0]);
    assert_eq!(ink.plates, [true, true, true, true, false]);
    assert_eq!(press.coverage(&Space::Cmyk, &[f32::NAN]).inks, [0.0; 5]);
}

#[test]
fn screen_colours_go_through_the_profile() {
    let press = Press::new(None);
    let profile = OutputProfile::fogra39().unwrap();
    for colour in [[255, 255, 255], [0, 0, 0], [200, 30, 60], [12, 200, 99]] {
        let components = colour.map(|part| f32::from(part) / 255.0);
        let coverage = press.coverage(&Space::Rgb, &components);
        for (ink, wanted) in coverage.inks.iter().zip(profile.to_cmyk(colour)) {
            assert!((ink - f32::from(wanted) / 255.0).abs() < 0.02, "{colour:?} {coverage:?}");
        }
        let icc = Space::Icc(Arc::new(Icc::new(3, srgb(), None)));
        assert_eq!(press.coverage(&icc, &components), coverage);
        assert_eq!(press.coverage(&Space::CalRgb, &components), coverage);
    }
    assert!(press.coverage(&Space::Rgb, &[0.0; 3]).inks.iter().sum::<f32>() > 2.0);
}

#[test]
fn lab_goes_through_the_profile() {
    let press = Press::new(None);
    assert!(press.coverage(&LAB, &[100.0, 0.0, 0.0]).inks.iter().sum::<f32>() < 0.03);
    let red = press.coverage(&LAB, &[48.0, 70.0, 45.0]).inks;
    assert!(red[0] < 0.1 && red[1] > 0.9 && red[2] > 0.7, "{red:?}");
    let bytes = [122, 217, 185];
    let [light] = press.srgb_pixels(&LAB, &bytes, 3)[..] else { panic!() };
    let wanted = press.srgb(&LAB, &LAB.colour(&bytes));
    assert_eq!(light, wanted);
    assert!(light[0] > 180 && light[1] < 60, "{light:?}");
}

#[test]
fn what_the_intent_describes_is_not_converted() {
    let profile = OutputProfile::fogra39().unwrap().icc().to_vec();
    let press = Press::new(Some(&profile));
    let icc = Space::Icc(Arc::new(Icc::new(4, profile.clone(), Some(3))));
    assert_eq!(press.coverage(&icc, &[0.1, 0.2, 0.3, 0.4]).inks, [0.1, 0.2, 0.3, 0.4, 0.0]);
    assert_eq!(
        press.srgb(&icc, &[0.0, 0.0, 0.0, 0.0]),
        press.srgb(&Space::Cmyk, &[0.0, 0.0, 0.0, 0.0])
    );
}

#[test]
fn a_profile_that_is_no_press_is_replaced() {
    for profile in [vec![], vec![0; 500], srgb()] {
        let press = Press::new(Some(&profile));
        assert_eq!(press.own.profile, Press::new(None).own.profile);
    }
}

#[test]
fn damaged_profiles_count_as_devices() {
    let press = Press::new(None);
    let broken = |components| Space::Icc(Arc::new(Icc::new(components, vec![1, 2, 3], None)));
    assert_eq!(press.coverage(&broken(1), &[0.0]), press.coverage(&Space::Gray, &[0.0]));
    assert_eq!(press.coverage(&broken(3), &[0.4; 3]), press.coverage(&Space::Rgb, &[0.4; 3]));
    assert_eq!(press.coverage(&broken(4), &[0.4; 4]), press.coverage(&Space::Cmyk, &[0.4; 4]));
    assert_eq!(press.srgb(&broken(3), &[1.0, 0.0, 0.0]), [255, 0, 0]);
}

#[test]
fn inks_with_names_go_to_their_plates() {
    let press = Press::new(None);
    let coverage = press.coverage(&spot("Gold"), &[0.5]);
    assert_eq!(coverage.inks, [0.0, 0.0, 0.0, 0.0, 0.5]);
    assert_eq!(coverage.plates, [false, false, false, false, true]);
    assert_eq!(press.coverage(&spot("Magenta"), &[0.5]).inks, [0.0, 0.5, 0.0, 0.0, 0.0]);
    assert_eq!(press.coverage(&spot("None"), &[0.5]), Coverage::default());
    let all = press.coverage(&spot("All"), &[0.5]);
    assert!(all.registration && all.inks == [0.5, 0.5, 0.5, 0.5, 0.0] && all.plates == [true; 5]);
    let mixed =
        press.coverage(&inks(&["Gold", "Black", "None", "Varnish"]), &[0.5, 0.25, 1.0, 0.75]);
    assert_eq!(mixed.inks, [0.0, 0.0, 0.0, 0.25, 1.25]);
    assert_eq!(mixed.plates, [false, false, false, true, true]);
}

#[test]
fn tables_and_patterns_lead_to_what_is_under_them() {
    let press = Press::new(None);
    let table = vec![0, 0, 0, 255, 255, 0, 0, 0];
    let indexed = Space::Indexed { base: Arc::new(Space::Cmyk), table };
    assert_eq!(press.coverage(&indexed, &[0.0]).inks, [0.0, 0.0, 0.0, 1.0, 0.0]);
    assert_eq!(press.coverage(&indexed, &[9.0]).inks, [1.0, 0.0, 0.0, 0.0, 0.0]);
    assert_eq!(press.coverage(&indexed, &[f32::NAN]).inks, [0.0, 0.0, 0.0, 1.0, 0.0]);
    let samples = press.coverages(&indexed, &[1, 0, 77], 1);
    assert_eq!(samples, [[255, 0, 0, 0, 0], [0, 0, 0, 255, 0], [255, 0, 0, 0, 0]]);
    let pattern = Space::Pattern(Some(Arc::new(Space::Gray)));
    assert_eq!(press.coverage(&pattern, &[0.0]), press.coverage(&Space::Gray, &[0.0]));
    for nothing in [Space::Pattern(None), Space::Broken(String::new())] {
        assert_eq!(press.coverage(&nothing, &[0.5]), Coverage::default());
        assert_eq!(press.srgb(&nothing, &[]), [255; 3]);
    }
}

#[test]
fn colours_are_seen_as_they_look() {
    let press = Press::new(None);
    assert_eq!(press.srgb(&Space::Gray, &[0.2]), [51; 3]);
    assert_eq!(press.srgb(&Space::Rgb, &[1.0, 0.2, 0.0]), [255, 51, 0]);
    let magenta = press.srgb(&Space::Cmyk, &[0.0, 1.0, 0.0, 0.0]);
    let wanted = OutputProfile::fogra39().unwrap().to_srgb([0.0, 100.0, 0.0, 0.0]);
    assert!(magenta.iter().zip(wanted).all(|(one, other)| one.abs_diff(other) < 4));
    assert_eq!(press.srgb(&spot("Gold"), &[1.0]), magenta);
    assert_eq!(press.srgb(&inks(&["Gold", "Black"]), &[0.0, 1.0]), [0; 3]);
    assert_eq!(press.srgb(&Space::Cmyk, &[0.0; 4]), [255; 3]);
}

#[test]
fn samples_have_the_ink_and_the_light_of_colours() {
    let press = Press::new(None);
    let gray = Space::Icc(Arc::new(Icc::new(1, vec![0; 9], None)));
    let spaces = [
        Space::Gray,
        Space::CalGray,
        Space::Rgb,
        Space::Cmyk,
        LAB,
        gray,
        spot("Gold"),
        inks(&["Cyan", "Gold"]),
        Space::Icc(Arc::new(Icc::new(3, srgb(), None))),
        Space::Pattern(Some(Arc::new(Space::Rgb))),
    ];
    for space in spaces {
        let components = space.components();
        let bytes: Vec<u8> = (0..12).map(|index| index * 17).collect();
        let coverages = press.coverages(&space, &bytes, components);
        let srgb_pixels = press.srgb_pixels(&space, &bytes, components);
        assert_eq!((coverages.len(), srgb_pixels.len()), (12 / components, 12 / components));
        for (sample, (coverage, light)) in
            bytes.chunks(components).zip(coverages.iter().zip(&srgb_pixels))
        {
            let wanted = press.coverage(&space, &space.colour(sample)).inks;
            for (one, other) in coverage.iter().zip(wanted) {
                assert!((f32::from(*one) / 255.0 - other).abs() < 0.01, "{space:?} {coverage:?}");
            }
            assert_eq!(*light, press.srgb(&space, &space.colour(sample)), "{space:?}");
        }
        assert_eq!(
            press.coverages(&space, &bytes, components + 1),
            vec![[0; 5]; 12 / (components + 1)]
        );
        assert!(press.coverages(&space, &bytes, 0).is_empty());
    }
}

#[test]
fn a_press_is_shared_by_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&Press::new(None));
}

#[test]
fn whole_pictures_take_no_time() {
    let press = Press::new(None);
    let begin = Instant::now();
    for (space, components) in [(Space::Rgb, 3), (Space::Cmyk, 4), (inks(&["Gold", "Black"]), 2)] {
        let bytes: Vec<u8> =
            (0..1_000_000_usize * components).map(|index| (index % 251) as u8).collect();
        assert_eq!(press.coverages(&space, &bytes, components).len(), 1_000_000);
        assert_eq!(press.srgb_pixels(&space, &bytes, components).len(), 1_000_000);
    }
    assert!(begin.elapsed() < Duration::from_secs(5), "{:?}", begin.elapsed());
}
