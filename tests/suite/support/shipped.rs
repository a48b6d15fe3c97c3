//! The shipped brochure: what its own file promises, and its PDFs, which are built cold once for all tests.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use super::{Loaded, REPOSITORY, Sandbox, copy};

/// The shipped brochure.
pub(crate) const BROCHURE: &str = "partner-violence";

/// Set by `tests/run` to the folder that its own build of the repository has filled: the tests take over what is there.
const OUTPUT: &str = "FEUILLET_SHIPPED_OUTPUT";

/// The file of the brochure, read as plain TOML: what the program makes of it is what is tested.
static STRUCTURE: LazyLock<toml::Table> = LazyLock::new(|| {
    let path = Path::new(REPOSITORY).join("brochures").join(BROCHURE).join("brochure.toml");
    std::fs::read_to_string(path).unwrap().parse().unwrap()
});

/// The shipped project, built once for all tests.
static SHIPPED: LazyLock<Sandbox> = LazyLock::new(|| {
    let sandbox = Sandbox::shipped();
    let Some(output) = std::env::var_os(OUTPUT) else {
        sandbox.build_clean();
        return sandbox;
    };
    copy(Path::new(&output), &sandbox.path("output"));
    // The build tells again what it told the first time, and has nothing to make but for another program.
    let ran = sandbox.run(&["build"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{}", ran.stdout);
    if !ran.stdout.ends_with(&format!("{} unchanged\n", promised().len())) {
        let _ = writeln!(std::io::stderr(), "built anew: {OUTPUT} is that of another program");
    }
    sandbox
});

/// The shipped project, with its PDFs and their manifest.
pub(crate) fn shipped() -> &'static Sandbox {
    &SHIPPED
}

/// The shipped brochure through the library.
pub(crate) fn loaded() -> Loaded {
    SHIPPED.load(BROCHURE)
}

/// The texts of a list; it can't be empty.
fn texts(list: &'static toml::Value) -> Vec<&'static str> {
    let texts: Vec<&str> = list.as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect();
    assert!(!texts.is_empty());
    texts
}

/// The languages of the brochure, in the order of its file.
pub(crate) fn languages() -> impl Iterator<Item = &'static str> + Clone {
    texts(&STRUCTURE["languages"]).into_iter()
}

/// The editions of the brochure with their tables.
fn tables() -> impl Iterator<Item = (&'static str, &'static toml::Table)> {
    let editions = STRUCTURE["edition"].as_table().unwrap();
    editions.iter().map(|(edition, table)| (edition.as_str(), table.as_table().unwrap()))
}

/// Each language edition that is read page after page, all but the pocket card: edition and language.
pub(crate) fn editions() -> impl Iterator<Item = (&'static str, &'static str)> {
    let read = tables().filter(|(_, table)| table["form"].as_str() != Some("card"));
    read.flat_map(|(edition, _)| languages().map(move |language| (edition, language)))
}

/// A PDF that the brochure promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Promised {
    pub(crate) language: &'static str,
    pub(crate) edition: &'static str,
    pub(crate) profile: &'static str,
}

impl Promised {
    /// Its path below `output/<public-name>`.
    pub(crate) fn path(&self) -> String {
        let Promised { language, edition, profile } = self;
        let name = STRUCTURE["public-name"].as_str().unwrap();
        format!("{language}/{name}-{edition}-{language}-{profile}-draft.pdf")
    }
}

/// Every PDF that the brochure promises, in the order of their paths.
pub(crate) fn promised() -> Vec<Promised> {
    let mut promised = Vec::new();
    for (edition, table) in tables() {
        for profile in texts(&table["profiles"]) {
            promised.extend(languages().map(|language| Promised { language, edition, profile }));
        }
    }
    assert!(!promised.is_empty());
    promised.sort();
    promised
}

/// The PDF of a language edition for screens.
pub(crate) fn pdf(edition: &str, language: &str) -> PathBuf {
    pdf_for("screen", edition, language)
}

/// The PDF of a language edition for a profile.
pub(crate) fn pdf_for(profile: &str, edition: &str, language: &str) -> PathBuf {
    let promised = promised();
    let is_meant =
        |it: &&Promised| (it.profile, it.edition, it.language) == (profile, edition, language);
    let file = promised.iter().find(is_meant);
    let file = file.unwrap_or_else(|| panic!("no `{edition}` in `{language}` for `{profile}`"));
    SHIPPED.path(&SHIPPED.folder_of(BROCHURE)).join(file.path())
}
