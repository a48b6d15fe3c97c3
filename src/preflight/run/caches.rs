//! Turns resources that several pages use into values that are read once.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

use lopdf::Dictionary;
use tiny_skia::Path;

use crate::file::File;
use crate::resources::colour::Space;
use crate::resources::font::Font;
use crate::resources::image::{Image, Samples};
use crate::resources::shading::Shading;

/// A font, and the outlines of its glyphs that were used.
#[derive(Debug)]
pub(crate) struct UsedFont {
    pub(super) font: Arc<Font>,
    outlines: Mutex<HashMap<u32, Option<Arc<Path>>>>,
}

impl UsedFont {
    pub(super) fn read(file: &File, dictionary: &Dictionary, number: Option<u32>) -> Arc<UsedFont> {
        let font = Arc::new(Font::read(file, dictionary, number));
        Arc::new(UsedFont { font, outlines: Mutex::default() })
    }

    /// The outline of a glyph, in thousandths of the size.
    pub(super) fn outline(&self, code: u32) -> Option<Arc<Path>> {
        let mut outlines = self.outlines.lock().unwrap_or_else(PoisonError::into_inner);
        outlines.entry(code).or_insert_with(|| self.font.outline(code).map(Arc::new)).clone()
    }
}

/// The samples of an image, and how opaque they are; or why there are none.
pub(super) type DecodedImage = Result<(Arc<Samples>, Option<Arc<Samples>>), String>;

/// Where something stands in the objects of the file, which stay where they are as long as it is read: objects that stand
/// in others have no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Address(usize);

impl Address {
    /// The address of something in the file's own objects.
    pub(super) fn of<T>(thing: &T) -> Address {
        Address(std::ptr::from_ref(thing).addr())
    }
}

/// What was read already; shared by all threads.
#[derive(Debug, Default)]
pub(crate) struct Caches {
    fonts: Mutex<HashMap<Address, Arc<UsedFont>>>,
    spaces: Mutex<HashMap<Address, Arc<Space>>>,
    images: Mutex<HashMap<Address, Arc<Image>>>,
    shadings: Mutex<HashMap<u32, Option<Arc<Shading>>>>,
    forms: Mutex<HashMap<u32, Arc<Vec<u8>>>>,
    /// The images that were unpacked last.
    samples: Mutex<Vec<(u32, DecodedImage)>>,
}

/// The longest contents of a form that are kept, in bytes.
const KEPT_FORM: usize = 1 << 20;
/// How many of them are kept, and how many unpacked images of at most [`KEPT_IMAGE`] bytes.
const KEPT_FORMS: usize = 64;
const KEPT_IMAGES: usize = 4;
const KEPT_IMAGE: usize = 32 << 20;

/// Looks a number up; reads without holding the lock, so that threads do not wait for each other's fonts.
fn kept<K: Eq + Hash, T: Clone>(
    cache: &Mutex<HashMap<K, T>>,
    key: K,
    read: impl FnOnce() -> T,
) -> T {
    if let Some(kept) = cache.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
        return kept.clone();
    }
    let read = read();
    cache.lock().unwrap_or_else(PoisonError::into_inner).entry(key).or_insert(read).clone()
}

impl Caches {
    pub(super) fn font(
        &self,
        address: Address,
        read: impl FnOnce() -> Arc<UsedFont>,
    ) -> Arc<UsedFont> {
        kept(&self.fonts, address, read)
    }

    pub(super) fn space(&self, address: Address, read: impl FnOnce() -> Arc<Space>) -> Arc<Space> {
        kept(&self.spaces, address, read)
    }

    pub(super) fn image(&self, address: Address, read: impl FnOnce() -> Arc<Image>) -> Arc<Image> {
        kept(&self.images, address, read)
    }

    pub(super) fn shading(
        &self,
        number: Option<u32>,
        read: impl FnOnce() -> Option<Arc<Shading>>,
    ) -> Option<Arc<Shading>> {
        match number {
            Some(number) => kept(&self.shadings, number, read),
            None => read(),
        }
    }

    /// The contents of a form; only small ones are kept, and only some.
    pub(super) fn form<E>(
        &self,
        number: Option<u32>,
        read: impl FnOnce() -> Result<Vec<u8>, E>,
    ) -> Result<Arc<Vec<u8>>, E> {
        let Some(number) = number else { return Ok(Arc::new(read()?)) };
        if let Some(kept) = self.forms.lock().unwrap_or_else(PoisonError::into_inner).get(&number) {
            return Ok(Arc::clone(kept));
        }
        let contents = Arc::new(read()?);
        let mut forms = self.forms.lock().unwrap_or_else(PoisonError::into_inner);
        if contents.len() <= KEPT_FORM && forms.len() < KEPT_FORMS {
            forms.insert(number, Arc::clone(&contents));
        }
        Ok(contents)
    }

    /// The samples of an image; those that were unpacked last are kept.
    pub(super) fn samples(
        &self,
        number: Option<u32>,
        read: impl FnOnce() -> DecodedImage,
    ) -> DecodedImage {
        let Some(number) = number else { return read() };
        let known = |samples: &[(u32, DecodedImage)]| {
            let found = samples.iter().find(|(kept, _)| *kept == number);
            found.map(|(_, decoded)| decoded.clone())
        };
        if let Some(kept) = known(&self.samples.lock().unwrap_or_else(PoisonError::into_inner)) {
            return kept;
        }
        let decoded = read();
        let small = decoded.as_ref().map_or(true, |(samples, _)| samples.bytes.len() <= KEPT_IMAGE);
        if small {
            let mut samples = self.samples.lock().unwrap_or_else(PoisonError::into_inner);
            if samples.len() >= KEPT_IMAGES {
                drop(samples.remove(0));
            }
            samples.push((number, decoded.clone()));
        }
        decoded
    }
}
