//! Holds the files of the page: they are a part of the program.

/// What a page is, for a browser.
const HTML: &str = "text/html; charset=utf-8";
/// What a style sheet is.
const STYLE: &str = "text/css; charset=utf-8";
/// What a module is.
const SCRIPT: &str = "text/javascript; charset=utf-8";

/// A file of the page.
pub(super) struct Asset {
    /// Its name.
    pub(super) name: &'static str,
    /// What it is, for a browser.
    pub(super) kind: &'static str,
    /// What is in it.
    pub(super) text: &'static str,
}

/// A file of the folder `page`.
macro_rules! asset {
    ($kind:ident, $name:literal) => {
        Asset { name: $name, kind: $kind, text: include_str!(concat!("page/", $name)) }
    };
}

/// The files of the page.
static ASSETS: &[Asset] = &[
    asset!(SCRIPT, "bar.js"),
    asset!(SCRIPT, "conflict.js"),
    asset!(SCRIPT, "difference.js"),
    asset!(SCRIPT, "dom.js"),
    asset!(SCRIPT, "drafts.js"),
    asset!(SCRIPT, "edit.js"),
    asset!(SCRIPT, "editions.js"),
    asset!(SCRIPT, "editor.js"),
    asset!(SCRIPT, "field.js"),
    asset!(SCRIPT, "filter.js"),
    asset!(SCRIPT, "fold.js"),
    asset!(HTML, "index.html"),
    asset!(SCRIPT, "interface.js"),
    asset!(SCRIPT, "invitation.js"),
    asset!(SCRIPT, "isolates.js"),
    asset!(SCRIPT, "keys.js"),
    asset!(SCRIPT, "layout.js"),
    asset!(SCRIPT, "leaf.js"),
    asset!(SCRIPT, "link.js"),
    asset!(SCRIPT, "list.js"),
    asset!(SCRIPT, "madeup.js"),
    asset!(SCRIPT, "main.js"),
    asset!(SCRIPT, "onpage.js"),
    asset!(STYLE, "page.css"),
    asset!(SCRIPT, "pagesbar.js"),
    asset!(SCRIPT, "pattern.js"),
    asset!(SCRIPT, "pieces.js"),
    asset!(SCRIPT, "plan.js"),
    asset!(SCRIPT, "sentences.js"),
    asset!(SCRIPT, "session.js"),
    asset!(SCRIPT, "socket.js"),
    asset!(SCRIPT, "source.js"),
    asset!(SCRIPT, "stage.js"),
    asset!(SCRIPT, "state.js"),
    asset!(SCRIPT, "status.js"),
    asset!(SCRIPT, "stopped.js"),
    asset!(SCRIPT, "texts.js"),
    asset!(SCRIPT, "unit.js"),
];

/// The file of a name; that of the page itself is `index.html`.
pub(super) fn asset(name: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.name == name)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::{ASSETS, asset};

    #[test]
    fn each_file_of_the_page_is_a_part_of_the_program() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/preview/page");
        let files = fs::read_dir(folder).unwrap().map(Result::unwrap);
        // `package.json` tells tools that the scripts are modules.
        let is_own = |name: &str| [".html", ".css", ".js"].iter().any(|end| name.ends_with(end));
        let names = files.map(|entry| entry.file_name().into_string().unwrap());
        let files: BTreeSet<String> = names.filter(|name| is_own(name)).collect();
        let own: BTreeSet<String> = ASSETS.iter().map(|asset| asset.name.to_owned()).collect();
        assert_eq!(own, files);
        assert!(asset("index.html").is_some() && asset("../index.html").is_none());
    }
}
