//! Packages of bodies: what an office puts on its own net stands by itself, and is the body's own.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::bodies::{NORTH, NUMBERS, SOUTH, path_of, with_bodies};
use super::site::{Site, follow, sha256};
use super::texts::compare;
use super::{FESTIVAL, LANGUAGES, publish, site_of};
use crate::support::{Ran, Sandbox};

fn folder(sandbox: &Sandbox) -> PathBuf {
    sandbox.beside("packages")
}

#[track_caller]
fn pack(sandbox: &Sandbox, bodies: &str) -> Ran {
    let target = folder(sandbox);
    let more = ["--bodies", bodies, "--packages", target.to_str().unwrap()];
    let ran = publish(sandbox, &site_of(sandbox), &more);
    assert_eq!(ran.code, 0, "{ran:?}");
    ran
}

fn archive(sandbox: &Sandbox, key: &str) -> PathBuf {
    folder(sandbox).join(key).join("street-evening.zip")
}

/// Unpacks an archive, as somebody at the office does.
fn unpacked(archive: &Path) -> Site {
    let mut zip = zip::ZipArchive::new(fs::File::open(archive).unwrap()).unwrap();
    let mut files = BTreeMap::new();
    for index in 0..zip.len() {
        let mut file = zip.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let path = name.strip_prefix("street-evening/").unwrap().to_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        files.insert(path, bytes);
    }
    Site { folder: archive.to_owned(), files }
}

#[test]
fn a_package_stands_by_itself_and_is_the_bodys_own() {
    let sandbox = with_bodies();
    let ran = pack(&sandbox, "all");
    assert!(ran.stdout.contains("2 packages in "), "{}", ran.stdout);
    let loaded = sandbox.load(FESTIVAL);
    let first = fs::read(archive(&sandbox, NORTH)).unwrap();
    for (key, number) in NUMBERS {
        let package = unpacked(&archive(&sandbox, key));
        // No link leads out of it: `follow` resolves each one within.
        assert!(follow(&package) > 60);
        let sums: BTreeMap<&str, &str> = package
            .text("SHA256SUMS")
            .lines()
            .map(|line| line.split_once("  ").unwrap())
            .map(|(sum, path)| (path, sum))
            .collect();
        assert_eq!(sums.len() + 1, package.files.len());
        assert!(sums.iter().all(|(path, sum)| sha256(&package.files[*path]) == **sum));
        for language in LANGUAGES {
            let path = format!("current/{language}/street-evening.html");
            let own = loaded.resolve_for("leaflet", language, Some(key)).manuscript;
            compare(package.text(&path), &own, &path);
            assert!(package.text(&path).contains(number), "{path}");
            let pdf = format!("street-evening-leaflet-{language}-screen.pdf");
            let built =
                sandbox.read_bytes(&format!("output/bodies/{key}/street-evening/{language}/{pdf}"));
            assert!(package.files[&format!("current/{language}/{pdf}")] == built, "{pdf}");
        }
        // What is the same for all is there too, and no other release.
        assert!(package.files.contains_key("current/ar/street-evening-pocket-ar-screen.pdf"));
        assert!(package.files.keys().all(|path| !path.starts_with('v') && !path.contains("b/")));
        for (path, bytes) in &package.files {
            let names = |word: &str| bytes.windows(word.len()).any(|it| it == word.as_bytes());
            assert!(!path.contains(key) && !names(key), "{path} names `{key}`");
        }
    }
    // The same site gives the same archive.
    fs::remove_dir_all(folder(&sandbox)).unwrap();
    pack(&sandbox, NORTH);
    assert!(fs::read(archive(&sandbox, NORTH)).unwrap() == first);
    assert!(!archive(&sandbox, SOUTH).exists());
}

#[test]
fn a_package_that_must_not_be_handed_out_goes() {
    let sandbox = with_bodies();
    pack(&sandbox, "all");
    // A run for one body leaves the package of the other.
    pack(&sandbox, SOUTH);
    assert!(archive(&sandbox, NORTH).exists() && archive(&sandbox, SOUTH).exists());
    // Not even where a run is about another body does a number stay that was given up.
    sandbox.replace(&path_of(NORTH), "phone = \"0555 77 10 01\"", "phone = \"0555 77 10 99\"");
    pack(&sandbox, SOUTH);
    assert!(!archive(&sandbox, NORTH).exists() && archive(&sandbox, SOUTH).exists());
    pack(&sandbox, "all");
    assert!(archive(&sandbox, NORTH).exists());
    // Nor what nobody has verified any more.
    let text = sandbox.read(&path_of(NORTH)).replace("verified = 2026-10-01\n", "");
    sandbox.write(&path_of(NORTH), text);
    pack(&sandbox, "all");
    assert!(!archive(&sandbox, NORTH).exists());
    sandbox.delete(&path_of(SOUTH));
    sandbox.replace(&path_of(NORTH), "kind = ", "verified = 2026-10-02\nkind = ");
    let ran = publish(
        &sandbox,
        &site_of(&sandbox),
        &["--bodies", "all", "--packages", folder(&sandbox).to_str().unwrap()],
    );
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(!archive(&sandbox, SOUTH).exists(), "of a body that the project no longer has");
}

#[test]
fn a_folder_with_other_files_is_left_alone() {
    let sandbox = with_bodies();
    let target = folder(&sandbox);
    fs::create_dir(&target).unwrap();
    fs::write(target.join("letter.txt"), "mine").unwrap();
    let more = ["--bodies", "all", "--packages", target.to_str().unwrap()];
    let ran = publish(&sandbox, &site_of(&sandbox), &more);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.stderr.contains("holds other files"), "{}", ran.stderr);
    assert!(!site_of(&sandbox).exists());
    assert_eq!(fs::read_dir(&target).unwrap().count(), 1);
}
