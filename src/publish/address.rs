//! Gives each body an address on the site that does not say whose it is.

use crate::artifact::files::sha256;

/// The folder of the sites of bodies.
const FOLDER: &str = "b";

/// How many figures an address has: among thousands of bodies no two are alike.
const FIGURES: usize = 12;

/// The folder of the site of a body below that of the brochures, by its key. It stays the same for as long as the key does.
pub(super) fn address(key: &str) -> String {
    let figures = sha256(format!("body\n{key}").as_bytes());
    format!("{FOLDER}/{}", &figures[..FIGURES])
}

/// The address that a path of the site begins with, if it leads into the site of a body.
pub(super) fn of_path(path: &str) -> Option<&str> {
    let rest = path.strip_prefix(FOLDER)?.strip_prefix('/')?;
    let figures = rest.split_once('/')?.0;
    Some(&path[..FOLDER.len() + 1 + figures.len()])
}

#[cfg(test)]
mod tests {
    use super::{address, of_path};

    #[test]
    fn an_address_stays_and_says_nothing() {
        let own = address("ixelles");
        assert_eq!(own, address("ixelles"));
        assert_ne!(own, address("uccle"));
        assert_eq!(own.len(), 14);
        assert!(own["b/".len()..].chars().all(|c| c.is_ascii_hexdigit()), "{own}");
        assert_eq!(of_path(&format!("{own}/current/fr/index.html")), Some(own.as_str()));
        assert_eq!(of_path("current/fr/index.html"), None);
        assert_eq!(of_path("b/x"), None);
    }
}
