//! Names the pictures of a web page: what a picture is called in the project may tell what it shows.

use crate::artifact::files::sha256;
use crate::load::picture::Picture;
use crate::load::{Body, Publication};
use crate::publish::site_file::{Files, SiteFile};
use crate::resolve::Manuscript;
use crate::resolve::manuscript::{Block, BlockKind};

/// The pictures of a brochure's web page.
pub(super) struct PagePictures<'a> {
    /// The brochure.
    pub(super) publication: &'a Publication,
    /// The picture of the body whose page it is.
    pub(super) logo: Option<PageLogo<'a>>,
}

/// The picture that stands for a body, as a site names it: by what is in it, and by nobody's name.
#[derive(Clone)]
pub(super) struct PageLogo<'a> {
    picture: &'a Picture,
    file: String,
}

impl<'a> PageLogo<'a> {
    /// The picture of a body, if it has one; `name` is the public name of the brochure.
    pub(super) fn new(body: Option<&'a Body>, name: &str) -> Option<PageLogo<'a>> {
        let logo = body?.logo()?;
        let picture = logo.picture.as_ref()?;
        let named = picture.file_name(&logo.file.value);
        let ending = named.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
        let file = format!("{name}-{}.{ending}", &sha256(&picture.bytes)[..8]);
        Some(PageLogo { picture, file })
    }

    /// The name of its file.
    pub(super) fn file(&self) -> &str {
        &self.file
    }

    /// Its file.
    pub(super) fn bytes(&self) -> SiteFile {
        SiteFile::made(self.picture.bytes.clone())
    }
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
        let blocks = || manuscript.sections.iter().flat_map(|section| &section.blocks);
        if let Some(logo) = self.logo.as_ref().filter(|_| blocks().any(shows_logo)) {
            files.insert(format!("{folder}/{}", logo.file), logo.bytes());
        }
        for block in blocks() {
            if let BlockKind::Figure { file, .. } = &block.kind
                && let Some(picture) = self.publication.pictures.get(file)
            {
                let bytes = SiteFile::made(picture.bytes.clone());
                files.insert(format!("{folder}/{}", self.path(file)), bytes);
            }
        }
    }
}

/// Whether a block shows the picture of a body.
fn shows_logo(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Logo { .. } => true,
        BlockKind::Slot { blocks, .. } => blocks.iter().any(shows_logo),
        _ => false,
    }
}
