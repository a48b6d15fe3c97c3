//! What is known while a site is made.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::artifact::Artifact;
use crate::diagnostic::{Report, Reported};
use crate::driver::LoadedBrochure;
use crate::load::{Body, Project};
use crate::publish::PublishOptions;
use crate::publish::known::Known;
use crate::publish::owner::Owner;
use crate::publish::page::Frame;
use crate::publish::page_pictures::PageLogo;
use crate::publish::register::{self, Remembered};
use crate::publish::site_file::SiteFile;
use crate::publish::site_folder::{EarlierSite, SiteFolder};
use crate::publish::truths::Truths;
use crate::typeset::Fonts;

/// What the site of the brochures and those of bodies share. Several threads work with it.
pub(super) struct Shared<'a> {
    /// The project.
    pub(super) project: &'a Project,
    /// How they are made.
    pub(super) options: &'a PublishOptions<'a>,
    /// The brochures; there is at least one.
    pub(super) brochures: &'a [LoadedBrochure],
    /// All brochures of the project, as far as they can be read.
    pub(super) known: &'a [Known],
    /// Whether nothing new is published, for there are errors: what is no longer true is withdrawn, and all else stays.
    pub(super) only_withdraws: bool,
    /// The folder that holds all of them.
    pub(super) folder: &'a SiteFolder,
    /// The fonts, loaded when they are first needed.
    pub(super) fonts: OnceLock<Fonts>,
    /// What the contacts of bodies said in files of earlier runs.
    remembered: Arc<Remembered>,
    /// The notices that were made, by their texts: those of many bodies are alike.
    notices: Mutex<BTreeMap<String, SiteFile>>,
}

/// The site of the brochures, or that of a body.
pub(super) struct Scope<'a> {
    /// What all sites share.
    pub(super) shared: &'a Shared<'a>,
    /// Whose it is.
    pub(super) owner: Owner<'a>,
    /// Its address, with a slash at its end, if it is known.
    pub(super) base: Option<String>,
    /// What is true on it.
    pub(super) truths: Truths<'a>,
    /// What an earlier run left of it.
    pub(super) earlier: EarlierSite<'a>,
    /// The PDFs that were built for it.
    pub(super) artifacts: Vec<Artifact>,
    /// The folder from which their paths start.
    pub(super) output: PathBuf,
}

/// A site that is being made by one thread.
#[derive(Clone, Copy)]
pub(super) struct Work<'a> {
    /// The site.
    pub(super) scope: &'a Scope<'a>,
    /// What was found so far.
    pub(super) report: &'a Report,
}

impl<'a> Shared<'a> {
    /// Starts on a site.
    pub(super) fn new(
        project: &'a Project,
        options: &'a PublishOptions<'a>,
        (brochures, known): (&'a [LoadedBrochure], &'a [Known]),
        folder: &'a SiteFolder,
        only_withdraws: bool,
    ) -> Shared<'a> {
        let (fonts, notices) = (OnceLock::new(), Mutex::default());
        let remembered = Arc::new(register::remembered(project));
        Shared {
            project,
            options,
            brochures,
            known,
            only_withdraws,
            folder,
            fonts,
            remembered,
            notices,
        }
    }

    /// What is true on a site.
    pub(super) fn truths(&self, owner: Owner<'a>) -> Truths<'a> {
        Truths::new(self.known, owner, self.options.as_of).remembering(&self.remembered)
    }

    /// The fonts.
    pub(super) fn fonts(&self, report: &Report) -> &Fonts {
        self.fonts.get_or_init(|| Fonts::load(&self.project.fonts(), report))
    }

    /// The notice with these texts, which is made if there is none yet.
    ///
    /// # Errors
    ///
    /// Fails if it can't be made.
    pub(super) fn notice(
        &self,
        texts: &str,
        make: impl FnOnce() -> Result<Vec<u8>, Reported>,
    ) -> Result<SiteFile, Reported> {
        let made = || self.notices.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = made().get(texts) {
            return Ok(known.clone());
        }
        let file = SiteFile::made(make()?);
        made().insert(texts.to_owned(), file.clone());
        Ok(file)
    }
}

impl<'a> Work<'a> {
    /// What all sites share.
    pub(super) fn shared(&self) -> &'a Shared<'a> {
        self.scope.shared
    }

    /// How sites are made.
    pub(super) fn options(&self) -> &'a PublishOptions<'a> {
        self.scope.shared.options
    }

    /// The brochures.
    pub(super) fn brochures(&self) -> &'a [LoadedBrochure] {
        self.scope.shared.brochures
    }

    /// The body whose site it is, if it is one's.
    pub(super) fn body(&self) -> Option<&'a Body> {
        self.scope.owner.body()
    }

    /// The picture of that body, as pages of a brochure of this public name show it.
    pub(super) fn logo(&self, name: &str) -> Option<PageLogo<'a>> {
        PageLogo::new(self.body(), name)
    }

    /// What its pages share: the colours of its first brochure.
    pub(super) fn frame(&self) -> Frame<'a> {
        Frame { publication: &self.brochures()[0].publication, base: self.scope.base.clone() }
    }

    /// Where the button *leave this page* goes.
    pub(super) fn leave(&self) -> &'a str {
        &self.brochures()[0].publication.brochure.publish.leave
    }
}
