//! A leaflet in 24 languages and 14 scripts, written from right to left first, with the fonts that their rows name.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization as _;

use crate::support::Sandbox;
use crate::support::outside::{leave_out, output, outside, python};

const LIBRARY: &str = "brochures/library/brochure.toml";

/// Where Debian's packages fonts-noto-core, fonts-noto-extra and fonts-noto-cjk put their files.
const FOLDERS: [&str; 2] = ["/usr/share/fonts/truetype/noto", "/usr/share/fonts/opentype/noto"];

/// The fonts of the fixture: those that the rows of its scripts name.
const FONTS: [&str; 24] = [
    "NotoNastaliqUrdu-Regular.ttf",
    "NotoNastaliqUrdu-Bold.ttf",
    "NotoSansArmenian-Regular.ttf",
    "NotoSansArmenian-Bold.ttf",
    "NotoSansBengali-Regular.ttf",
    "NotoSansBengali-Bold.ttf",
    "NotoSansDevanagari-Regular.ttf",
    "NotoSansDevanagari-Bold.ttf",
    "NotoSansEthiopic-Regular.ttf",
    "NotoSansEthiopic-Bold.ttf",
    "NotoSansGeorgian-Regular.ttf",
    "NotoSansGeorgian-Bold.ttf",
    "NotoSansGurmukhi-Regular.ttf",
    "NotoSansGurmukhi-Bold.ttf",
    "NotoSansHebrew-Regular.ttf",
    "NotoSansHebrew-Bold.ttf",
    "NotoSansKhmer-Regular.ttf",
    "NotoSansKhmer-Bold.ttf",
    "NotoSansTamil-Regular.ttf",
    "NotoSansTamil-Bold.ttf",
    "NotoSansThai-Regular.ttf",
    "NotoSansThai-Bold.ttf",
    "NotoSansCJK-Regular.ttc",
    "NotoSansCJK-Bold.ttc",
];

/// The project with all its PDFs and what was reported. `None` without the fonts.
static BUILT: LazyLock<Option<(Sandbox, String)>> = LazyLock::new(|| {
    let found = |name: &str| {
        let all = FOLDERS.iter().map(|folder| Path::new(folder).join(name));
        all.into_iter().find(|path| path.exists())
    };
    let sandbox = Sandbox::of("languages");
    std::fs::create_dir_all(sandbox.path("fonts/noto")).unwrap();
    for name in FONTS {
        let Some(file) = found(name) else {
            let reason = format!("the font `{name}` of Debian's fonts-noto is not installed");
            assert!(std::env::var_os("FEUILLET_REQUIRE_OUTSIDE").is_none(), "{reason}");
            leave_out(&reason);
            return None;
        };
        std::os::unix::fs::symlink(file, sandbox.path(&format!("fonts/noto/{name}"))).unwrap();
    }
    let ran = sandbox.run(&["build"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    Some((sandbox, ran.stderr))
});

/// The languages of the fixture, as its brochure names them.
fn languages(sandbox: &Sandbox) -> Vec<String> {
    let text = sandbox.read(LIBRARY);
    let (_, rest) = text.split_once("\nlanguages = [").unwrap();
    let (list, _) = rest.split_once(']').unwrap();
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

fn pdf(sandbox: &Sandbox, language: &str, profile: &str) -> PathBuf {
    sandbox.path(&format!("output/library/{language}/library-short-{language}-{profile}-draft.pdf"))
}

#[test]
fn every_language_is_built_for_screen_and_print() {
    let Some((sandbox, report)) = &*BUILT else { return };
    let languages = languages(sandbox);
    assert_eq!(languages.len(), 24);
    for language in &languages {
        for profile in ["screen", "print"] {
            assert!(pdf(sandbox, language, profile).exists(), "{language}, {profile}");
        }
    }
    assert!(!report.contains("error"), "{report}");
    // Boxes of the sloping words of Nastaliq share room where their ink does not.
    let overlaps = report.lines().filter(|line| line.starts_with("warning[overlap]"));
    let others: Vec<&str> = overlaps.filter(|line| !line.ends_with("`ur`)")).collect();
    assert_eq!(others, [""; 0]);
}

/// Letters, marks and figures alone, in their plain forms, without what joins, parts and directs them. U+FFFE is what pdfium
/// makes of the hyphen of a divided word.
fn bare(text: &str) -> String {
    let steers = |c: char| matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{FFFE}');
    let stays =
        |c: &char| !steers(*c) && (c.is_alphanumeric() || *c > '\u{2FF}' && !c.is_whitespace());
    text.nfkc().filter(stays).collect()
}

/// A program that takes the text out of a PDF.
struct Extractor {
    name: &'static str,
    /// The text of a PDF; `None` where the program is missing.
    text: fn(&Path) -> Option<String>,
}

const EXTRACTORS: [Extractor; 2] =
    [Extractor { name: "poppler", text: poppler }, Extractor { name: "pdfium", text: pdfium }];

/// Typst sets glyphs that stand at another height as a text of their own: of a cluster that has some, each part brings all
/// its characters, so that they are read twice. The words of these languages are full of them.
const READ_TWICE: [&str; 3] = ["km", "th", "ur"];

fn poppler(file: &Path) -> Option<String> {
    Some(output(outside("pdftotext")?.arg("-enc").arg("UTF-8").arg(file).arg("-")).0)
}

fn pdfium(file: &Path) -> Option<String> {
    const READ: &str = "import sys, pypdfium2\n\
        document = pypdfium2.PdfDocument(sys.argv[1])\n\
        sys.stdout.buffer.write(''.join(page.get_textpage().get_text_range() for page in document).encode())\n";
    let has = |mut python: Command| python.arg("-c").arg("import pypdfium2").output().is_ok();
    if !has(python()?) {
        return None;
    }
    let done = python()?.arg("-c").arg(READ).arg(file).output().unwrap();
    done.status.success().then(|| String::from_utf8_lossy(&done.stdout).into_owned())
}

#[test]
fn words_of_every_language_are_read_back() {
    let Some((sandbox, _)) = &*BUILT else { return };
    for language in languages(sandbox).iter().filter(|tag| !READ_TWICE.contains(&tag.as_str())) {
        let source = sandbox.read(&format!("translations/{language}/library.ftl"));
        let shown = ["cover-title", "visit-title", "bring-", "ask-title", "site-text"];
        let lines = source.lines().filter(|line| shown.iter().any(|name| line.starts_with(name)));
        let texts = lines.filter_map(|line| line.split_once('=')).map(|(_, text)| text);
        let words: Vec<String> = texts
            .flat_map(str::split_whitespace)
            .map(bare)
            .filter(|word| !word.is_empty())
            .collect();
        assert!(words.len() > 4, "{language}: {words:?}");
        for extractor in &EXTRACTORS {
            let Some(text) = (extractor.text)(&pdf(sandbox, language, "screen")) else { continue };
            let text = bare(&text);
            let lost: Vec<&String> = words.iter().filter(|word| !text.contains(*word)).collect();
            assert!(lost.is_empty(), "{}, {language}: {lost:?}\n{text}", extractor.name);
        }
    }
}
