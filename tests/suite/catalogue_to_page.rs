//! Whatever a translator types, in any language: the page shows it, in order, under the typography of the language, or a
//! report says why not. Texts are made of every construct of a catalogue, and are read off the glyphs of the pages.

use std::sync::LazyLock;

use feuillet::compose::{TextOrigin, compose};
use feuillet::diagnostic::{Report, Severity};
use feuillet::language::Tag;
use feuillet::load::EditionId;
use feuillet::resolve::resolve;
use feuillet::typeset::{Fonts, Pages, typeset, view::Item};
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::strategy::Union;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use typst::layout::{Frame, FrameItem, Point};

use crate::support::{Loaded, Sandbox, messages, sample};

/// What stands between two pieces.
type Joint = &'static str;

/// A piece of a text: how it is typed, and what of it is to be read.
#[derive(Debug, Clone)]
struct Piece {
    typed: String,
    /// What a reader sees, in the order in which it is read.
    shown: String,
    /// Numbers of which each must stand on its line from left to right, as it is typed.
    numbers: Vec<String>,
    /// Whether the program may refuse it.
    refusable: bool,
}

impl Piece {
    fn new(typed: impl Into<String>, shown: impl Into<String>) -> Piece {
        let (typed, shown) = (typed.into(), shown.into());
        Piece { typed, shown, numbers: Vec::new(), refusable: false }
    }

    fn plain(text: &str) -> Piece {
        Piece::new(text, text)
    }

    /// The same between two tags.
    fn within(pieces: &[(Piece, Joint)], open: &str, close: &str) -> Piece {
        let mut all = join(pieces);
        all.typed = format!("{open}{}{close}", all.typed);
        all
    }
}

/// Several pieces, one behind the other.
fn join(pieces: &[(Piece, Joint)]) -> Piece {
    let mut all = Piece::plain("");
    for (index, (piece, joint)) in pieces.iter().enumerate() {
        // What stands right behind a number is read as part of what keeps the number whole, not of its message.
        let figure = all.shown.ends_with(|c: char| c.is_ascii_digit());
        let joint = if figure && joint.is_empty() { " " } else { *joint };
        if index > 0 {
            all.typed.push_str(joint);
            all.shown.push_str(joint);
        }
        all.typed.push_str(&piece.typed);
        all.shown.push_str(&piece.shown);
        all.numbers.extend(piece.numbers.iter().cloned());
        all.refusable |= piece.refusable;
    }
    all
}

/// Words of a script, of which some are kept whole, divided, or take an apostrophe.
fn word(script: &str) -> Union<proptest::strategy::BoxedStrategy<String>> {
    let (letters, examples): (&str, &[&str]) = match script {
        "Cyrl" => ("[а-яії]{1,14}", &["в", "не", "Міграційна", "чрезвычайно-долго", "из-за"]),
        "Grek" => ("[α-ω]{1,12}", &["Ελλάδα", "δεν", "ταυτότητα"]),
        "Arab" => {
            ("[ابتثجحخدذرزسشصضطظعغفقكلمنهوي]{1,9}", &["بلا", "الأجانب", "لا", "اللاجئين", "مركز"])
        }
        _ => (
            "[a-zàâçéèêëîïôûùüÿñæœßäöåşğıțșąćęłńóśźż]{1,14}",
            &[
                "l'aide",
                "Office",
                "aujourd'hui",
                "vis-à-vis",
                "İstanbul",
                "’s",
                "Straßenbahn",
                "donaudampfschifffahrt",
            ],
        ),
    };
    let letters = letters.prop_map(String::from).boxed();
    let examples = proptest::sample::select(examples.to_vec()).prop_map(String::from).boxed();
    Union::new_weighted(vec![(4, letters), (2, examples)])
}

/// A number in groups: figures that no typography may turn round or change.
fn number() -> impl Strategy<Value = Piece> {
    let groups = prop_oneof![
        Just("1 000 000".to_owned()),
        Just("20 000 000 000".to_owned()),
        Just("12,5".to_owned()),
        Just("1.000.000".to_owned()),
        "[1-9][0-9]{0,2}( [0-9]{3}){0,3}",
        "[1-9][0-9]{0,2}(\u{a0}[0-9]{3}){1,2}",
        "[1-9][0-9]{0,2}(\u{202f}[0-9]{3}){1,2}",
        "[0-9]{1,5}",
    ];
    groups.prop_map(|number| Piece { numbers: vec![number.clone()], ..Piece::plain(&number) })
}

/// What is filled in from facts, terms and literals.
fn filled() -> impl Strategy<Value = Piece> {
    let literal = proptest::sample::select(vec![
        "{", "}", "}}", "[x]", "*", "#panic()", "\\\\", "$x$", "`c`", "@a", "<b", "/*", "// x",
        "\\\"",
    ]);
    prop_oneof![
        Just(Piece {
            numbers: vec!["0123 45 67 89".to_owned()],
            ..Piece::new("{ $shop-phone }", "0123 45 67 89")
        }),
        Just(Piece {
            numbers: vec!["repair.example".to_owned()],
            ..Piece::new("{ $shop-site }", "repair.example")
        }),
        Just(Piece { numbers: vec!["3".to_owned()], ..Piece::new("{ $years }", "3") }),
        Just(Piece { numbers: vec!["3".to_owned()], ..Piece::new("{ NUMBER($years) }", "3") }),
        Just(Piece::new("{ -shop }", "Mill Lane")),
        literal.prop_map(|it| Piece::new(
            format!("{{ \"{it}\" }}"),
            it.replace("\\\\", "\\").replace("\\\"", "\""),
        )),
    ]
}

/// Signs, and what looks like code to Typst, Fluent or a browser.
fn signs() -> impl Strategy<Value = Piece> {
    let plain = proptest::sample::select(vec![
        ".",
        ",",
        ";",
        ":",
        "!",
        "?",
        "…",
        "...",
        "—",
        "–",
        "-",
        "/",
        "%",
        "€",
        "(",
        ")",
        "[",
        "]",
        "\"",
        "«",
        "»",
        "“",
        "”",
        "'",
        "’",
        "&",
        "+",
        "=",
        "~",
        "^",
        "|",
        "§",
        "°",
        "#",
        "*",
        "_",
        "$",
        "@",
        "`",
        "\\",
        "<",
        ">",
        "#let x = 1",
        "*gras*",
        "_x_",
        "= x",
        "#panic()",
        "$ x $",
        "<d>",
        "/* c */",
        "// d",
        "https:",
        "--",
        "---",
        "~~",
    ]);
    plain.prop_map(Piece::plain)
}

/// What does not belong in a text: it stands on the page, falls, or is refused.
fn hostile() -> impl Strategy<Value = Piece> {
    let any = prop_oneof![
        proptest::sample::select(vec![
            "\u{feff}",
            "\u{ad}",
            "\u{200b}",
            "\u{200d}",
            "\u{200e}",
            "\u{200f}",
            "\u{202e}",
            "\u{2066}",
            "\u{2069}",
            "\u{2028}",
            "\u{0}",
            "\u{7}",
            "\u{85}",
            "\u{fffd}",
            "\u{301}",
            "\t",
            "<br>",
            "&nbsp;",
            "<strong>",
            "\u{1f469}\u{200d}\u{1f9b0}",
            "漢",
            "\u{e000}",
            "\u{2060}",
        ])
        .prop_map(String::from),
        any::<char>().prop_map(String::from),
    ];
    any.prop_filter("a line of its own, or Fluent's own signs", |it| {
        !it.contains(['\n', '\r', '{', '}'])
    })
    .prop_map(|it| Piece { refusable: true, ..Piece::plain(&it) })
}

fn joint() -> impl Strategy<Value = Joint> {
    proptest::sample::select(vec![" ", " ", " ", "", ", ", "\u{a0}"])
}

fn pieces(script: &'static str, most: usize) -> impl Strategy<Value = Vec<(Piece, Joint)>> {
    let piece = prop_oneof![
        6 => word(script).prop_map(|it| Piece::plain(&it)),
        1 => word("Latn").prop_map(|it| Piece::plain(&it)),
        3 => number(),
        3 => filled(),
        2 => signs(),
        1 => hostile(),
    ];
    proptest::collection::vec((piece, joint()), 1..most)
}

/// A text of all constructs.
fn text(script: &'static str) -> impl Strategy<Value = Piece> {
    let part = prop_oneof![
        5 => pieces(script, 6).prop_map(|it| join(&it)),
        1 => pieces(script, 4).prop_map(|it| Piece::within(&it, "<b>", "</b>")),
        1 => pieces(script, 4).prop_map(|it| Piece::within(&it, "<em>", "</em>")),
        1 => pieces("Latn", 3).prop_map(|it| Piece::within(&it, "<span lang=\"nl\">", "</span>")),
        1 => pieces("Arab", 3).prop_map(|it| Piece::within(&it, "<span lang=\"ar\">", "</span>")),
        1 => (pieces(script, 3), pieces(script, 3)).prop_map(|(shown, other)| {
            let mut it = Piece::within(&shown, "{ $years ->\n   [3] ", "");
            let other = join(&other);
            it.typed = format!("{}\n  *[other] {}\n  }}", it.typed, other.typed);
            // A fault counts in the variant that is not shown too.
            it.refusable |= other.refusable;
            it
        }),
    ];
    proptest::collection::vec((part, Just(" ")), 1..6).prop_map(|parts| join(&parts))
}

/// What of a text no typography may change: its letters and figures, each kind of quotation mark as one, without blanks, marks
/// of direction and hyphens.
fn skeleton(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let mut out = String::new();
    for c in text.nfc() {
        match c {
            '\u{AD}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}' => {}
            '-' | '\u{2010}'..='\u{2015}' => {}
            '"' | '«' | '»' | '“' | '”' | '„' | '‟' | '‹' | '›' | '‘' | '’' | '‚' | '\''
            | '\u{2BC}' => out.push('"'),
            '…' => out.push_str("..."),
            'ş' => out.push('ș'),
            'ţ' => out.push('ț'),
            c if c.is_whitespace() || c.is_control() => {}
            c => out.push(ascii_digit(c)),
        }
    }
    out
}

/// A figure of whatever numbering system as that of ASCII.
fn ascii_digit(c: char) -> char {
    let zeros = ['\u{660}', '\u{6F0}', '\u{966}', '\u{9E6}'];
    let found = zeros
        .into_iter()
        .find_map(|zero| (c as u32).checked_sub(zero as u32).filter(|it| *it < 10));
    found.and_then(|it| char::from_digit(it, 10)).unwrap_or(c)
}

/// The lines of all pages as they stand there: the characters of each from left to right, whatever they say.
fn lines_from_left(pages: &Pages) -> Vec<String> {
    fn collect(frame: &Frame, at: Point, out: &mut Vec<(f64, f64, String)>) {
        for (place, item) in frame.items() {
            match item {
                FrameItem::Group(group) => {
                    let shift = Point::new(group.transform.tx, group.transform.ty);
                    collect(&group.frame, at + *place + shift, out);
                }
                FrameItem::Text(text) => {
                    let mut x = (at + *place).x;
                    for glyph in &text.glyphs {
                        let cluster = text.text[glyph.range()].to_owned();
                        out.push(((at + *place).y.to_pt(), x.to_pt(), cluster));
                        x += glyph.x_advance.at(text.size);
                    }
                }
                _ => {}
            }
        }
    }
    let mut lines = Vec::new();
    for page in pages.document.pages() {
        let mut glyphs = Vec::new();
        collect(&page.frame, Point::zero(), &mut glyphs);
        glyphs.sort_by(|one, other| {
            (one.0 * 10.0)
                .round()
                .total_cmp(&(other.0 * 10.0).round())
                .then(one.1.total_cmp(&other.1))
        });
        let mut last = f64::NAN;
        for (y, _, cluster) in glyphs {
            if (y * 10.0).round() != last {
                lines.push(String::new());
                last = (y * 10.0).round();
            }
            lines.last_mut().unwrap().push_str(&cluster);
        }
    }
    lines
}

/// The fonts that ship, which every case uses.
static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let report = Report::new();
    let fonts =
        Fonts::load(&std::path::Path::new(crate::support::REPOSITORY).join("fonts"), &report);
    assert_eq!(messages(&report.into_sorted()), [""; 0]);
    fonts
});

/// Languages whose fonts ship, each with its script.
const LANGUAGES: [(&str, &str); 23] = [
    ("fr", "Latn"),
    ("nl", "Latn"),
    ("en", "Latn"),
    ("ar", "Arab"),
    ("es", "Latn"),
    ("pt", "Latn"),
    ("ru", "Cyrl"),
    ("tr", "Latn"),
    ("de", "Latn"),
    ("it", "Latn"),
    ("pl", "Latn"),
    ("ro", "Latn"),
    ("sq", "Latn"),
    ("so", "Latn"),
    ("ku", "Latn"),
    ("bg", "Cyrl"),
    ("uk", "Cyrl"),
    ("el", "Grek"),
    ("fa", "Arab"),
    ("fa-AF", "Arab"),
    ("ps", "Arab"),
    ("ur", "Arab"),
    ("ckb", "Arab"),
];

/// Types a text as the paragraph of the leaflet, and compares what stands on the page.
fn try_text(
    sandbox: &Sandbox,
    language: &str,
    others: &str,
    text: &Piece,
) -> Result<(), TestCaseError> {
    let fail = |why: String| {
        Err(TestCaseError::fail(format!("`{language}`: {why}\ntyped {:?}", text.typed)))
    };
    let path = format!("translations/{language}/note.ftl");
    sandbox.write(&path, format!("{others}shop-text = .{}.\n", text.typed));
    let Loaded { publication, states, diagnostics, .. } = sandbox.load("note");
    let faults = |all: &[feuillet::diagnostic::Diagnostic]| {
        let errors = all.iter().filter(|it| it.severity == Severity::Error);
        errors.map(|it| it.message.clone()).collect::<Vec<_>>()
    };
    let refused = |errors: Vec<String>| {
        if text.refusable { Ok(()) } else { fail(format!("refused: {errors:?}")) }
    };
    let errors = faults(&diagnostics);
    if !errors.is_empty() {
        return refused(errors);
    }
    let report = Report::new();
    let tag: Tag = language.parse().unwrap();
    let manuscript =
        resolve(&publication, &states, &EditionId::new("note", "short", &tag), &report);
    let errors = faults(&report.into_sorted());
    let Ok(manuscript) = manuscript else { return refused(errors) };
    if !errors.is_empty() {
        return refused(errors);
    }
    let edition = publication.brochure.edition("short").unwrap();
    let composition = compose(&publication, &manuscript, edition);
    let report = Report::new();
    let pages = typeset(&composition, &FONTS, edition.profiles[0], &report);
    let errors = faults(&report.into_sorted());
    let Ok(pages) = pages else { return refused(errors) };
    if !errors.is_empty() {
        return refused(errors);
    }
    if pages.findings.iter().any(|it| it.severity == Severity::Error) {
        let found: Vec<_> = pages.findings.iter().map(|it| it.detail.clone()).collect();
        return refused(found);
    }
    let mut read: Vec<(usize, usize, &str)> = Vec::new();
    for page in &pages.view.pages {
        for item in &page.items {
            let Item::Text(it) = item else { continue };
            let Some(origin) = it.origin else { continue };
            if let TextOrigin::Passage(passage) = &composition.texts[origin].origin
                && passage.name() == "shop-text"
            {
                read.push((origin, it.start, &it.characters));
            }
        }
    }
    read.sort_unstable();
    let read: String = read.into_iter().map(|it| it.2).collect();
    let (read, wanted) = (skeleton(&read), skeleton(&format!(".{}.", text.shown)));
    if read != wanted {
        return if text.refusable && read.len() <= wanted.len() {
            Ok(())
        } else {
            fail(format!("read {read:?}, wanted {wanted:?}"))
        };
    }
    let lines: Vec<String> = lines_from_left(&pages).iter().map(|line| skeleton(line)).collect();
    for number in &text.numbers {
        let number = skeleton(number);
        if !text.refusable && !lines.iter().any(|line| line.contains(&number)) {
            return fail(format!("no line has {number:?} from left to right: {lines:?}"));
        }
    }
    Ok(())
}

#[test]
fn a_page_shows_what_is_typed_whatever_it_is() {
    let config =
        Config { cases: 12 * sample::factor(), failure_persistence: None, ..Config::default() };
    let mut faults = Vec::new();
    for (index, (language, script)) in LANGUAGES.into_iter().enumerate() {
        let sandbox = Sandbox::of("small");
        let languages = match language {
            "en" | "nl" => String::new(),
            _ => format!(", \"{language}\""),
        };
        sandbox.replace(
            "brochures/note/brochure.toml",
            ", \"nl\"]",
            &format!(", \"nl\"{languages}]"),
        );
        sandbox.replace("brochures/note/brochure.toml", "\"9.4pt\"", "\"6pt\"");
        let others = match language {
            "en" => {
                let own = sandbox.read("translations/en/note.ftl");
                let (before, after) = own.split_once("shop-text").unwrap();
                let (_, after) = after.split_once("shop-bring").unwrap();
                format!("{before}shop-bring{after}\n")
            }
            // Terms are those of a language's own.
            _ => "-shop = Mill Lane\n".to_owned(),
        };
        let mut seed = [0; 32];
        seed[..8].copy_from_slice(&(sample::SEED + index as u64).to_le_bytes());
        let random = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
        let mut runner = TestRunner::new_with_rng(config.clone(), random);
        if let Err(fault) =
            runner.run(&text(script), |text| try_text(&sandbox, language, &others, &text))
        {
            faults.push(fault.to_string());
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}
