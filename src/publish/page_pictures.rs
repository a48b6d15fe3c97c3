//! Names the pictures of a web page: what a picture is called in the project may tell what it shows.

use crate::artifact::files::sha256;
use crate::load::Publication;
use crate::publish::site_file::{Files, SiteFile};
use crate::resolve::Manuscript;
use crate::resolve::manuscript::BlockKind;

/// The pictures of a brochure's web page.
pub(super) struct PagePictures<'a> {
    /// The brochure.
    pub(super) publication: &'a Publication,
}

impl PagePictures<'_> {
    /// The path of a picture below the folder of the page: the public name, and figures that stand for its own.
    pub(super) fn path(&self, file: &str) -> String {
        let named = self.publication.pictures.get(file);
        let named = named.map_or_else(|| file.to_owned(), |picture| picture.file_name(file));
        let ending = named.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
        let name = &self.publication.brochure.public_name.value;
        format!("{name}-{}.{ending}", &sha256(file.as_bytes())[..8])
    }

    /// Adds the pictures of a page to those of a folder of the site.
    pub(super) fn add(&self, manuscript: &Manuscript, folder: &str, files: &mut Files) {
        let blocks = manuscript.sections.iter().flat_map(|section| &section.blocks);
        for block in blocks {
            if let BlockKind::Figure { file, .. } = &block.kind
                && let Some(picture) = self.publication.pictures.get(file)
            {
                let bytes = SiteFile::made(picture.bytes.clone());
                files.insert(format!("{folder}/{}", self.path(file)), bytes);
            }
        }
    }
}
