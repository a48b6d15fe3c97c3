//! Tests that no text acts, whatever stands in it.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_assert_eq, prop_oneof};
use proptest::proptest;
use typst::syntax::ast::Str;
use typst::syntax::{LinkedNode, SyntaxKind};

use crate::compose::{Composition, DividedWord, KeptWords, compose};
use crate::diagnostic::Report;
use crate::language::Tag;
use crate::load::{
    ContactsStyle, Edition, EditionId, Layout, NotesExtent, ParagraphStyle, Project, Publication,
    Tone, load,
};
use crate::resolve::manuscript::{
    Block, BlockKind, ContactCard, GuideStep, Item, Manuscript, Origin, Passage, QrCode, Run,
    RunKind, Section, Summary, Version,
};
use crate::resolve::resolve;
use crate::review::assess;

/// The shipped brochure, and its texts in French.
static SHIPPED: LazyLock<(Publication, Manuscript, Manuscript)> = LazyLock::new(|| {
    let report = Report::new();
    let project = Project::find(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let publication = load(&project, "partner-violence", &report).unwrap();
    let states = assess(&publication);
    let french: Tag = "fr".parse().unwrap();
    let manuscript = |edition: &str| {
        let edition = publication.brochure.edition(edition).unwrap();
        resolve(
            &publication,
            &states,
            &EditionId::new(&publication.brochure.id, edition.id.as_str(), &french),
            &report,
        )
        .unwrap()
    };
    let (leaflet, booklet) = (manuscript("short"), manuscript("full"));
    (publication, leaflet, booklet)
});

const KINDS: [RunKind; 10] = [
    RunKind::Text,
    RunKind::Number,
    RunKind::Date,
    RunKind::Phone,
    RunKind::Site,
    RunKind::Email,
    RunKind::Address,
    RunKind::Name,
    RunKind::Unbroken,
    RunKind::Page,
];

/// Texts of which many look like Typst, or like what is written around them.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\"".to_owned()),
        Just("\\".to_owned()),
        Just("\\u{22}".to_owned()),
        Just("\"]#panic()".to_owned()),
        Just("#unhyphenated[#\"".to_owned()),
        Just("{}".to_owned()),
        Just("*a* _b_ $x$ `c` <d> @e // f /* g */".to_owned()),
        Just("\u{2028}\u{2029}\u{85}\r\n\t\u{0}\u{ad}\u{feff}".to_owned()),
        Just("عربي".to_owned()),
        Just("ключи".to_owned()),
        "[a-z]{1,8}",
        "[\\[\\]#\"\\\\ a-z(){};=]{1,6}",
        any::<String>(),
    ];
    proptest::collection::vec(piece, 0..5).prop_map(|pieces| pieces.concat())
}

fn tag() -> impl Strategy<Value = Option<Tag>> {
    let tags = ["ar", "ru", "nl", "fr"].map(|tag| Some(tag.parse().unwrap()));
    proptest::sample::select([None].into_iter().chain(tags).collect::<Vec<_>>())
}

fn run() -> impl Strategy<Value = Run> {
    let kind = proptest::sample::select(KINDS.to_vec());
    let link = prop_oneof![Just(None), text().prop_map(Some)];
    (text(), kind, any::<(bool, bool)>(), link, tag()).prop_map(
        |(text, kind, (strong, emphasis), link, language)| Run {
            text,
            kind,
            strong,
            emphasis,
            link,
            language,
        },
    )
}

fn passage() -> impl Strategy<Value = Passage> {
    let paragraph = proptest::collection::vec(run(), 0..4);
    (proptest::collection::vec(paragraph, 1..3), tag()).prop_map(|(paragraphs, language)| Passage {
        origin: Origin::Message("text".to_owned()),
        language: language.unwrap_or_else(|| "fr".parse().unwrap()),
        paragraphs,
    })
}

/// Sections with a block of each kind, filled with these passages and names.
fn sections(passages: &[Passage], names: &[String]) -> Vec<Section> {
    let mut next = passages.iter().cycle().cloned();
    let mut text = || next.next().unwrap();
    let mut names = names.iter().cycle().cloned();
    let mut name = || names.next().unwrap();
    let card = |text: &mut dyn FnMut() -> Passage| ContactCard {
        id: "desk".to_owned(),
        name: text(),
        regions: vec![text()],
        details: vec![text(), text()],
        number: Some(text()),
        address: None,
    };
    let items = |text: &mut dyn FnMut() -> Passage| {
        vec![
            Item { text: text(), icon: Some("info".to_owned()) },
            Item { text: text(), icon: None },
        ]
    };
    let contacts = |style, text: &mut dyn FnMut() -> Passage| BlockKind::Contacts {
        cards: vec![card(text)],
        style,
        title: Some(text()),
    };
    let kinds = vec![
        BlockKind::Heading { text: text(), level: 2 },
        BlockKind::Paragraph { text: text(), style: ParagraphStyle::Lead },
        BlockKind::List { items: items(&mut text) },
        BlockKind::Steps { items: items(&mut text), start: 3 },
        BlockKind::Checklist { items: items(&mut text), columns: 2 },
        BlockKind::Question { question: text(), answer: vec![text(), text()], level: 3 },
        contacts(ContactsStyle::Banner, &mut text),
        contacts(ContactsStyle::Cards, &mut text),
        contacts(ContactsStyle::Pairs, &mut text),
        BlockKind::Table {
            header: vec![text(), text()],
            rows: vec![vec![text(), text()]],
            caption: Some(text()),
            widths: vec![1.0, 2.5],
        },
        BlockKind::Figure { file: name(), alternative: text(), caption: None, width: None },
        BlockKind::Quote { text: text(), attribution: Some(text()) },
        BlockKind::Multilingual { versions: vec![Version { head: None, text: text() }] },
        BlockKind::Guide {
            steps: vec![GuideStep { question: text(), answers: vec![(text(), name())] }],
        },
        BlockKind::Qr(QrCode {
            fact: name(),
            target: "https://desk.example".to_owned(),
            address: text(),
            alternative: text(),
            text: Some(text()),
        }),
        BlockKind::Notes { extent: NotesExtent::Lines(3) },
        BlockKind::Contents { depth: 2 },
        BlockKind::Glossary { words: vec![(text(), text())] },
        BlockKind::Break,
        BlockKind::Paragraph { text: text(), style: ParagraphStyle::Text },
        BlockKind::Callout { text: vec![text(), text()], tone: Tone::Act },
    ];
    let blocks: Vec<Block> = kinds.into_iter().map(|kind| Block { kind, at_foot: false }).collect();
    let mut section = |layout, joined| Section {
        id: name(),
        layout,
        title: Some(text()),
        number: Some(1),
        summary: Some(Summary { label: text(), lines: vec![text()] }),
        tint: "primary",
        joined,
        blocks: blocks.clone(),
    };
    vec![
        section(Layout::Cover, false),
        section(Layout::Chapter, false),
        section(Layout::Text, true),
        section(Layout::Back, false),
    ]
}

/// All that may stand in the main file, by kind of Typst's syntax.
fn is_known(kind: SyntaxKind) -> bool {
    use SyntaxKind::{
        Args, Array, Auto, Bool, Code, Colon, Comma, ContentBlock, Dict, Dot, Eq, FieldAccess,
        Float, FuncCall, Hash, Ident, Import, ImportItemPath, ImportItems, Int, LeftBracket,
        LeftParen, Let, LetBinding, LineComment, Markup, ModuleImport, Named, None, Numeric,
        Parbreak, Parenthesized, RightBracket, RightParen, Show, ShowRule, Space, Star, Str,
    };
    [
        Args,
        Array,
        Auto,
        Bool,
        Code,
        Colon,
        Comma,
        ContentBlock,
        Dict,
        Dot,
        Eq,
        FieldAccess,
        Float,
        FuncCall,
        Hash,
        Ident,
        Import,
        ImportItemPath,
        ImportItems,
        Int,
        LeftBracket,
        LeftParen,
        Let,
        LetBinding,
        LineComment,
        Markup,
        ModuleImport,
        Named,
        None,
        Numeric,
        Parbreak,
        Parenthesized,
        RightBracket,
        RightParen,
        Show,
        ShowRule,
        Space,
        Star,
        Str,
    ]
    .contains(&kind)
}

/// Functions of the templates and of Typst that the main file calls.
const CALLED: [&str; 46] = [
    "address",
    "back",
    "banner",
    "booklet",
    "box",
    "bullets",
    "callout",
    "chapter",
    "checklist",
    "contact-pairs",
    "contacts",
    "contents",
    "cover",
    "data-table",
    "date",
    "datetime",
    "emphasis",
    "foreign",
    "glossary",
    "guide",
    "hyperlink",
    "in-language",
    "in-language-block",
    "keep-with-next",
    "leaflet",
    "mail",
    "multilingual",
    "name",
    "new-panel",
    "note-lines",
    "number",
    "page-of",
    "parallel",
    "unbroken",
    "paragraph",
    "parbreak",
    "phone",
    "picture",
    "qa",
    "qr",
    "quotation",
    "regex",
    "section",
    "steps",
    "strong",
    "subheading",
];
const CALLED_TOO: [&str; 6] = ["subsection", "to-foot", "unhyphenated", "web", "whole", "with"];

/// What is wrong with the source of a composition: code that no template knows, or a text that is not as it was given.
fn fault(composition: &Composition, kept: &KeptWords) -> Option<String> {
    let source = composition.with(&composition.settings[0], kept);
    let root = typst::syntax::parse(source.main());
    if let Some(error) = root.errors_and_warnings().0.first() {
        return Some(format!("{error:?}"));
    }
    let mut texts = vec![String::new(); composition.texts.len()];
    let mut open = vec![LinkedNode::new(&root)];
    while let Some(node) = open.pop() {
        if !is_known(node.kind()) {
            return Some(format!("{:?} {:?}", node.kind(), node.get().leaf_text()));
        }
        if node.kind() == SyntaxKind::FuncCall {
            let callee = node.children().next()?;
            let called = callee.children().last().unwrap_or(callee).get().leaf_text().to_string();
            if !CALLED.contains(&called.as_str()) && !CALLED_TOO.contains(&called.as_str()) {
                return Some(format!("a call of {called:?}"));
            }
        }
        if let (Some(text), Some((index, start))) =
            (node.cast::<Str<'_>>(), source.text_at(node.offset()))
        {
            // Children are pushed in reverse, so that literals come in the order of the file.
            if texts[index].len() != start {
                return Some(format!("a piece of text {index} is at {start}"));
            }
            texts[index].push_str(&text.get());
        }
        open.extend(node.children().rev());
    }
    let given = composition.texts.iter().map(|text| text.text.as_str());
    let wrong = texts.iter().zip(given).find(|(read, given)| read != given);
    wrong.map(|(read, given)| format!("{read:?} instead of {given:?}"))
}

/// A composition of the shipped edition with other texts.
fn composed(edition: &str, passages: &[Passage], names: &[String]) -> Composition {
    let (publication, leaflet, booklet) = &*SHIPPED;
    let mut manuscript = if edition == "full" { booklet } else { leaflet }.clone();
    let edition: &Edition = publication.brochure.edition(edition).unwrap();
    manuscript.sections = sections(passages, names);
    manuscript.title = passages[0].clone();
    if let Some(draft) = &mut manuscript.draft {
        draft.line = passages[0].clone();
    }
    manuscript.id.edition = names[0].clone();
    manuscript.id.brochure = names[1 % names.len()].clone();
    compose(publication, &manuscript, edition)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_stands_in_string_literals_and_nothing_else_acts(
        passages in proptest::collection::vec(passage(), 1..6),
        names in proptest::collection::vec(text(), 1..4),
        words in proptest::collection::vec((any::<usize>(), any::<(usize, usize)>()), 0..12),
        booklet in any::<bool>(),
    ) {
        let composition = composed(if booklet { "full" } else { "short" }, &passages, &names);
        prop_assert_eq!(fault(&composition, &KeptWords::default()), None);
        // Any parts of any texts are kept whole, not only words.
        let words = words.into_iter().map(|(index, (from, to))| {
            let text = index % composition.texts.len();
            let letters: Vec<char> = composition.texts[text].text.chars().collect();
            let from = from % (letters.len() + 1);
            let to = from + to % (letters.len() + 1 - from);
            DividedWord { text, letters: letters[from..to].iter().collect() }
        });
        let words: Vec<DividedWord> = words.collect();
        if let Some(kept) = KeptWords::default().with(&composition.texts, words) {
            prop_assert_eq!(fault(&composition, &kept), None);
        }
    }
}

#[test]
fn a_text_that_ends_with_a_quotation_mark_beside_a_kept_word_does_not_act() {
    let run = |text: &str| Run {
        text: text.to_owned(),
        kind: RunKind::Text,
        strong: false,
        emphasis: false,
        link: None,
        language: None,
    };
    let passage = |text: &str| Passage {
        origin: Origin::Message("text".to_owned()),
        language: "fr".parse().unwrap(),
        paragraphs: vec![vec![run(text)]],
    };
    let texts = ["le mot entier", "Ekran 12\" x 8\"", "\"", "\\\"#panic()\\", "*yıldız* ve $x$."];
    let passages: Vec<Passage> = texts.iter().map(|text| passage(text)).collect();
    let composition = composed("short", &passages, &["name".to_owned()]);
    let all: BTreeSet<usize> = (0..composition.texts.len()).collect();
    let words = all.iter().map(|text| DividedWord { text: *text, letters: "mot".to_owned() });
    let kept = KeptWords::default().with(&composition.texts, words.collect()).unwrap();
    assert_eq!(fault(&composition, &kept), None);
    let source = composition.with(&composition.settings[0], &kept);
    let word = "#\"le \"#unhyphenated[#\"mot\"]#\" entier\"";
    assert!(source.main().contains(word), "{}", source.main());
    assert!(source.main().contains("[#\"Ekran 12\\\" x 8\\\"\"]"), "{}", source.main());
}
