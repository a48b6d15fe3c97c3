//! Programs that we did not write read the shipped PDFs, and agree with what we say of them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization as _;

use crate::support::Sandbox;
use crate::support::outside::{leave_out, output, outside};
use crate::support::shipped::{BROCHURE, editions, languages, loaded, pdf};

#[test]
fn qpdf_finds_no_fault() {
    for (edition, language) in editions() {
        let Some(mut qpdf) = outside("qpdf") else { return };
        let (out, error) = output(qpdf.arg("--check").arg(pdf(edition, language)));
        assert!(out.contains("No syntax or stream encoding errors found"), "{out}");
        assert!(out.contains("File is not encrypted"), "{out}");
        assert_eq!(error, "", "{edition}, {language}");
    }
}

#[test]
fn mutool_and_ghostscript_read_every_page_without_a_word() {
    for (edition, language) in editions() {
        if let Some(mut mutool) = outside("mutool") {
            let (_, error) = output(
                mutool
                    .args(["draw", "-q", "-r", "30", "-o", "/dev/null"])
                    .arg(pdf(edition, language)),
            );
            // Debian builds it without colour management, and it says so of every file with a profile.
            let error = error.replace("warning: ICC support is not available\n", "");
            assert_eq!(error, "", "mutool, {edition}, {language}");
        }
        if let Some(mut gs) = outside("gs") {
            let arguments = ["-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=nullpage"];
            let (out, error) = output(gs.args(arguments).arg(pdf(edition, language)));
            assert_eq!(
                (out.as_str(), error.as_str()),
                ("", ""),
                "Ghostscript, {edition}, {language}"
            );
        }
    }
}

#[test]
fn every_font_is_embedded_as_a_subset_with_its_characters() {
    for (edition, language) in editions() {
        let Some(mut pdffonts) = outside("pdffonts") else { return };
        let (out, _) = output(pdffonts.arg(pdf(edition, language)));
        let fonts: Vec<&str> = out.lines().skip(2).collect();
        assert!(!fonts.is_empty(), "{edition}, {language}");
        for font in fonts {
            // Embedded, subset, with a table of characters.
            assert!(font.contains(" yes yes yes "), "{edition}, {language}: {font}");
        }
    }
}

#[test]
fn pdfinfo_agrees_on_title_tags_pages_and_size() {
    let loaded = loaded();
    for (edition, language) in editions() {
        let Some(mut pdfinfo) = outside("pdfinfo") else { return };
        let (out, _) = output(pdfinfo.arg(pdf(edition, language)));
        let entry = |name: &str| {
            let line = out.lines().find(|line| line.starts_with(&format!("{name}:")));
            line.map(|line| line[name.len() + 1..].trim().to_owned()).unwrap_or_default()
        };
        let title = loaded.resolve(edition, language).text("document-title");
        assert_eq!(entry("Title"), title, "{edition}, {language}");
        assert_eq!(entry("Tagged"), "yes");
        let pages: usize = entry("Pages").parse().unwrap();
        let (fits, width, height) = match edition {
            "short" => (pages == 6, 100.0, 210.0),
            // Single sheets have two pages each.
            "large" => ((44..=60).contains(&pages) && pages.is_multiple_of(2), 210.0, 297.0),
            // A booklet is folded from sheets of four pages.
            _ => ((24..=36).contains(&pages) && pages.is_multiple_of(4), 148.0, 210.0),
        };
        assert!(fits, "{edition}, {language}: {pages} pages");
        assert_eq!(entry("JavaScript"), "no");
        assert_eq!(entry("Encrypted"), "no");
        assert_eq!(entry("PDF version"), "1.7");
        let size = entry("Page size");
        let lengths: Vec<f64> = size.split(' ').filter_map(|word| word.parse().ok()).collect();
        assert!((lengths[0] - width * 72.0 / 25.4).abs() < 0.01, "{size}");
        assert!((lengths[1] - height * 72.0 / 25.4).abs() < 0.01, "{size}");
    }
}

#[test]
fn the_metadata_claim_pdf_a_2a_and_pdf_ua_1() {
    for (edition, language) in editions() {
        let Some(mut pdfinfo) = outside("pdfinfo") else { return };
        let (xmp, _) = output(pdfinfo.arg("-meta").arg(pdf(edition, language)));
        for claim in [
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            "<pdfuaid:part>1</pdfuaid:part>",
        ] {
            assert!(xmp.contains(claim), "{edition}, {language}: {claim} in {xmp}");
        }
    }
}

#[test]
fn the_catalogue_names_language_direction_and_bookmarks() {
    for (edition, language) in editions() {
        let document = lopdf::Document::load(pdf(edition, language)).unwrap();
        let catalogue = document.catalog().unwrap();
        assert_eq!(catalogue.get(b"Lang").unwrap().as_str().unwrap(), language.as_bytes());
        let follow = |key: &[u8]| {
            let object = catalogue.get(key).unwrap();
            document.dereference(object).unwrap().1.as_dict().unwrap()
        };
        let preferences = follow(b"ViewerPreferences");
        assert!(preferences.get(b"DisplayDocTitle").unwrap().as_bool().unwrap());
        // By a direction from right to left pdfium would turn every Latin name and address round.
        assert!(!preferences.has(b"Direction"), "{edition}, {language}");
        assert!(follow(b"MarkInfo").get(b"Marked").unwrap().as_bool().unwrap());
        // One bookmark for the cover and one for each section.
        let (bookmarks, _) = match outside("mutool") {
            Some(mut mutool) => {
                output(mutool.args(["show"]).arg(pdf(edition, language)).arg("outline"))
            }
            None => return,
        };
        let sections = bookmarks.lines().filter(|line| line.contains('#')).count();
        assert!(sections >= 6, "{edition}, {language}: {bookmarks}");
    }
}

#[test]
fn the_code_has_an_alternative_text() {
    for (edition, language) in editions() {
        let Some(mut pdfinfo) = outside("pdfinfo") else { return };
        let (tree, _) = output(pdfinfo.arg("-struct").arg(pdf(edition, language)));
        let figures = tree.lines().filter(|line| line.trim_start().starts_with("Figure")).count();
        assert_eq!(figures, 1, "{edition}, {language}: {tree}");
        let document = lopdf::Document::load(pdf(edition, language)).unwrap();
        let alternatives = document.objects.values().filter_map(|object| {
            let alternative = object.as_dict().ok()?.get(b"Alt").ok()?;
            lopdf::decode_text_string(alternative).ok()
        });
        let wanted = loaded().resolve(edition, language).text("qr-alt");
        assert_eq!(alternatives.collect::<Vec<_>>(), [wanted], "{edition}, {language}");
    }
}

#[test]
fn links_dial_and_open_what_the_page_shows() {
    for (edition, language) in editions() {
        let Some(mut pdfinfo) = outside("pdfinfo") else { return };
        let (out, _) = output(pdfinfo.arg("-url").arg(pdf(edition, language)));
        let dutch = language == "nl";
        let code = if dutch { "https://1712.be" } else { "https://ecouteviolencesconjugales.be" };
        for link in
            ["tel:101", "tel:112", "tel:+3280030030", "tel:1712", "https://avocats.be", code]
        {
            assert!(
                out.lines().any(|line| line.ends_with(&format!(" {link}"))),
                "{edition}, {language}: {link} in {out}"
            );
        }
    }
}

#[test]
fn no_page_has_a_bleed() {
    for (edition, language) in editions() {
        let Some(mut pdfinfo) = outside("pdfinfo") else { return };
        let (out, _) = output(pdfinfo.args(["-box", "-l", "99"]).arg(pdf(edition, language)));
        // The corners behind the name, as numbers: the names are padded to one width.
        let boxes = |name: &str| {
            let lines = out.lines().filter_map(|line| line.split_once(name));
            lines
                .map(|(_, corners)| corners.split_whitespace().collect::<Vec<_>>())
                .collect::<Vec<_>>()
        };
        let media = boxes("MediaBox:");
        assert!(media.len() >= 6, "{out}");
        assert_eq!(media, boxes("TrimBox:"), "{edition}, {language}");
        assert_eq!(media, boxes("BleedBox:"), "{edition}, {language}");
    }
}

/// The words of a text as both sides of a comparison spell them: compatibility forms folded (Arabic
/// presentation forms, no-break spaces), marks of direction and soft hyphens taken out.
fn words(text: &str) -> Vec<String> {
    let folded: String = text
        .nfkc()
        .filter(|c| !matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
        .collect();
    folded.split_whitespace().map(fold_lam_alef).collect()
}

/// poppler writes points and blanks between Arabic words as left-to-right pieces in the order of the page, between
/// U+202A and U+202C: their reading order is the other one. Numbers and Latin words in them do run from left to right.
fn turn_neutral_pieces(text: &str) -> String {
    let mut pieces = text.split('\u{202A}');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (inside, after) = piece.split_once('\u{202C}').unwrap_or((piece, ""));
        // With a comma of theirs, numbers follow each other as the words around them do.
        let parts: Vec<&str> = inside.split_inclusive('،').collect();
        for part in parts.iter().rev() {
            let core = part.trim_matches(|c: char| !c.is_alphanumeric());
            let ends = part.split_once(core).filter(|_| !core.is_empty());
            let (before, behind) = ends.unwrap_or((part, ""));
            out.extend(behind.chars().rev());
            out.push_str(core);
            out.extend(before.chars().rev());
        }
        out.push_str(after);
    }
    out
}

/// poppler gives the ligature of lam and alef with its letters in the order of the page: runs of these letters are
/// compared sorted.
fn fold_lam_alef(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    for run in letters.chunk_by_mut(|one, other| [one, other].iter().all(|c| "لاأإآ".contains(**c)))
    {
        run.sort_unstable();
    }
    letters.into_iter().collect()
}

/// A page's text: lines joined, words that are divided at a line's end made whole again.
fn page_words(file: &Path, page: usize) -> Vec<String> {
    let mut pdftotext = Command::new("pdftotext");
    let page = page.to_string();
    let (text, _) = output(pdftotext.args(["-f", &page, "-l", &page]).arg(file).arg("-"));
    let text = turn_neutral_pieces(&text);
    words(&text.replace("\u{AD}\n", "").replace("-\n", "-\u{0}"))
        .into_iter()
        .map(|word| word.replace('\u{0}', ""))
        .collect()
}

/// Whether `part` stands in `whole` in order, with nothing in between; a hyphen at a line's end may divide a word.
fn contains(whole: &[String], part: &[String]) -> bool {
    let undivided = |word: &str| word.replace('-', "");
    part.is_empty()
        || whole.windows(part.len()).any(|window| {
            window.iter().zip(part).all(|(one, other)| undivided(one) == undivided(other))
        })
}

#[test]
fn every_block_of_a_panel_is_found_word_by_word() {
    if outside("pdftotext").is_none() {
        return;
    }
    let loaded = loaded();
    for language in languages() {
        let resolved = loaded.resolve("short", language);
        let file = pdf("short", language);
        for (index, section) in resolved.manuscript.sections.iter().enumerate() {
            let page = page_words(&file, index + 1);
            let blocks = section.blocks.iter().flat_map(|block| block.kind.passages());
            for passage in section.title.iter().chain(blocks) {
                let wanted = words(&passage.plain());
                assert!(!wanted.is_empty(), "{language}: {:?} is empty", passage.origin);
                assert!(
                    contains(&page, &wanted),
                    "{language}, page {}: {:?}\nwanted {wanted:?}\nfound {page:?}",
                    index + 1,
                    passage.origin
                );
            }
        }
    }
}

#[test]
fn sections_are_tagged_in_the_order_in_which_they_are_read() {
    let loaded = loaded();
    // poppler prints the tagged text of right-to-left pages in pieces that no reader would recognise, and takes seconds
    // for that of a booklet.
    let quick =
        |(edition, language): &(&str, &str)| *edition == "short" || ["fr", "ru"].contains(language);
    for (edition, language) in editions().filter(|it| it.1 != "ar" && quick(it)) {
        let Some(mut pdfinfo) = outside("pdfinfo") else { return };
        let (tree, _) = output(pdfinfo.arg("-struct-text").arg(pdf(edition, language)));
        let tree = words(&tree.replace('"', " ").replace("\\", "")).join(" ");
        let mut from = 0;
        for section in &loaded.resolve(edition, language).manuscript.sections {
            // A no-break space is told as such by a span of its own, behind which poppler loses the rest of the line.
            let title = section.title.as_ref().unwrap().plain();
            let title = words(title.split('\u{A0}').next().unwrap()).join(" ");
            assert!(!title.is_empty());
            let at = tree[from..].find(&title);
            assert!(at.is_some(), "{edition}, {language}: `{title}` behind {from} in {tree}");
            from += at.unwrap();
        }
    }
}

#[test]
fn numbers_read_the_right_way_round_in_arabic() {
    if outside("pdftotext").is_none() {
        return;
    }
    let page = page_words(&pdf("short", "ar"), 5).join(" ");
    for number in ["0800 30 030", "101", "112", "1712", "116 000"] {
        assert!(page.contains(number), "{number} in {page}");
    }
}

/// A file for each edition and language.
type ByEdition = BTreeMap<(&'static str, &'static str), PathBuf>;

/// The language editions that stock Typst makes too: the short one in every language; the others, which have the same
/// texts and more, in one language from left to right, one from right to left, and one that is in neither alphabet.
fn stock_editions() -> impl Iterator<Item = (&'static str, &'static str)> {
    editions()
        .filter(|(edition, language)| *edition == "short" || ["fr", "ar", "ru"].contains(language))
}

/// For each of these, Typst's own export of the folder that `feuillet typst` writes.
pub(crate) static STOCK: LazyLock<Option<(Sandbox, ByEdition)>> = LazyLock::new(|| {
    let (version, _) = output(outside("typst")?.arg("--version"));
    if !version.starts_with("typst 0.15.1 ") {
        assert!(std::env::var_os("FEUILLET_REQUIRE_OUTSIDE").is_none(), "{version}");
        leave_out(&format!("this is {}, not 0.15.1", version.trim()));
        return None;
    }
    let sandbox = Sandbox::shipped();
    let mut files = BTreeMap::new();
    for (edition, language) in stock_editions() {
        let folder = sandbox.beside(&format!("{edition}-{language}"));
        let target = folder.to_str().unwrap();
        let ran = sandbox.run(&[
            "typst",
            BROCHURE,
            "--lang",
            language,
            "--edition",
            edition,
            "--output",
            target,
        ]);
        assert_eq!(ran.code, 0, "{ran:?}");
        let pdf = folder.join("stock.pdf");
        let mut typst = Command::new("typst");
        typst.current_dir(&folder).args(["compile", "--pdf-standard", "ua-1,a-2a"]);
        typst.args(["--font-path", "fonts", "--ignore-system-fonts", "main.typ"]).arg(&pdf);
        let (_, error) = output(&mut typst);
        assert_eq!(error, "", "Typst has nothing to say of {edition}, {language}");
        files.insert((edition, language), pdf);
    }
    Some((sandbox, files))
});

#[test]
fn files_are_no_larger_than_those_of_qpdf() {
    let Some((sandbox, stock)) = STOCK.as_ref() else { return };
    for (edition, language) in stock_editions() {
        let Some(mut qpdf) = outside("qpdf") else { return };
        let packed = sandbox.beside(&format!("{edition}-{language}-packed.pdf"));
        qpdf.args(["--object-streams=generate", "--recompress-flate", "--compression-level=9"]);
        output(
            qpdf.arg("--newline-before-endstream").arg(&stock[&(edition, language)]).arg(&packed),
        );
        let size = |path: &Path| fs::metadata(path).unwrap().len();
        let (ours, theirs) = (size(&pdf(edition, language)), size(&packed));
        assert!(ours * 100 <= theirs * 103, "{edition}, {language}: {ours} bytes, qpdf {theirs}");
    }
}

/// The pages of a PDF as pictures.
pub(crate) fn pictures(file: &Path, folder: &Path) -> Vec<Vec<u8>> {
    fs::create_dir_all(folder).unwrap();
    let mut pdftoppm = Command::new("pdftoppm");
    output(pdftoppm.args(["-r", "50"]).arg(file).arg(folder.join("page")));
    let mut pages: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.sort();
    pages.iter().map(|page| fs::read(page).unwrap()).collect()
}

/// The pages of a PDF as MuPDF draws them, one behind the other.
fn mupdf_pictures(file: &Path, sandbox: &Sandbox) -> Option<Vec<u8>> {
    let picture = sandbox.beside("pages.ppm");
    let mut mutool = outside("mutool")?;
    output(mutool.args(["draw", "-q", "-F", "ppm", "-r", "50", "-o"]).arg(&picture).arg(file));
    let pages = fs::read(&picture).unwrap();
    assert!(pages.len() > 1_000_000, "{}", file.display());
    Some(pages)
}

#[test]
fn stock_typst_makes_the_same_pages_of_the_written_folder() {
    if outside("pdftoppm").is_none() {
        return;
    }
    let Some((sandbox, stock)) = STOCK.as_ref() else { return };
    for (edition, language) in stock_editions() {
        let ours = pictures(
            &pdf(edition, language),
            &sandbox.beside(&format!("{edition}-{language}-ours")),
        );
        let theirs = pictures(
            &stock[&(edition, language)],
            &sandbox.beside(&format!("{edition}-{language}-theirs")),
        );
        assert!(ours.len() >= 6);
        assert!(ours == theirs, "{edition}, {language}: the pages differ");
        if language == "ar" {
            // What is read is mended there (`copied`), and the pages stay what they are in another renderer too.
            let Some(ours) = mupdf_pictures(&pdf(edition, language), sandbox) else { return };
            let theirs = mupdf_pictures(&stock[&(edition, language)], sandbox);
            let theirs = theirs.unwrap();
            assert_eq!(ours.len(), theirs.len(), "{edition}, {language}");
            // MuPDF reckons with short numbers: the edge of a digit may fall one step of 256 to the other side.
            let steps = ours.iter().zip(&theirs).map(|(one, other)| one.abs_diff(*other));
            let differing = steps.filter(|step| *step > 0).inspect(|step| assert_eq!(*step, 1));
            assert!(differing.count() <= 30, "{edition}, {language}: the pages differ in MuPDF");
            continue;
        }
        // Soft hyphens that no line has used are left in by Typst, and not by us.
        let text = |file: &Path| {
            let (text, _) = output(Command::new("pdftotext").arg("-raw").arg(file).arg("-"));
            text.replace('\u{AD}', "")
        };
        assert_eq!(
            text(&pdf(edition, language)),
            text(&stock[&(edition, language)]),
            "{edition}, {language}"
        );
    }
}
