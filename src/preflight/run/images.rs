//! Turns images in the contents into items.

use std::sync::Arc;

use lopdf::Stream;

use crate::geometry::Rect;
use crate::page::{Item, ItemKind, Paint};
use crate::plates::Source;
use crate::resources::colour::Space;
use crate::resources::image::Image;
use crate::run::caches::{Address, DecodedImage};
use crate::run::interpreter::Interpreter;
use crate::run::painting::{quadrangle, shaded};

/// The longest data of an image that is kept from one page to the next, in bytes.
const MOST_KEPT_DATA: usize = 64 << 10;

impl<'a> Interpreter<'a> {
    /// Shows an image that is an object.
    pub(super) fn image(&mut self, stream: &'a Stream, number: Option<u32>) {
        let (file, resources) = (self.env.file, self.frame().resources);
        let read = || Arc::new(Image::read(file, stream, number, resources));
        // An image has its data with it, and a book of photographs should not be kept twice.
        let image = match stream.content.len() <= MOST_KEPT_DATA {
            true => self.env.caches.image(Address::of(stream), read),
            false => read(),
        };
        self.show(&image);
    }

    /// Shows an image that stands in the contents.
    pub(super) fn inline_image(&mut self, stream: &Arc<Stream>) {
        let image = Image::read(self.env.file, stream, None, self.frame().resources);
        self.show(&Arc::new(image));
    }

    fn show(&mut self, image: &Arc<Image>) {
        let matrix = self.state.matrix;
        let clip = self.state.clip.area();
        let unit = Rect::new(0.0, 0.0, 1.0, 1.0);
        let Some(area) = matrix.around(unit).shared(clip).filter(|area| !area.is_empty()) else {
            return;
        };
        let blend = self.state.blending(false);
        let decoded = self.decoded(image);
        let colour = self.state.fill.clone();
        let own = decoded.as_ref().ok().and_then(|(samples, _)| samples.space.clone());
        let space = image.space.clone().or(own).unwrap_or_else(|| Arc::new(Space::Gray));
        let space = self.explained(space);
        if let (Some(canvas), Ok((samples, mask))) = (&mut self.canvas, &decoded) {
            if image.stencil {
                let source = match &colour.pattern {
                    Some(_) => Source::Unknown,
                    None => Source::Plain { space: &colour.space, components: &colour.components },
                };
                canvas.stencil(samples, matrix, &self.state.clip, &source, &blend);
            } else {
                let mask = mask.as_deref();
                canvas.image(samples, &space, mask, matrix, &self.state.clip, &blend);
            }
        }
        let mut shading = None;
        if image.stencil
            && let Some(pattern) = &colour.pattern
            && let Some(path) = quadrangle(unit, matrix)
        {
            let clip = self.state.clip.and(self.canvas.as_ref(), &path, false);
            shading = self.run_pattern(pattern, &colour, &clip, area, false);
        }
        let paint = match (image.stencil, shading) {
            (true, Some(shading)) => shaded(&shading, &Interpreter::paint(&colour)),
            (true, None) => Interpreter::paint(&colour),
            (false, _) => Paint { space, components: Vec::new(), pattern: None },
        };
        // An image that was not looked at since the file asks for too much is not damaged.
        let spent = self.env.file.budget.is_spent();
        let damage = decoded.err().filter(|_| !spent).map(Arc::from);
        self.add_item(Item {
            kind: ItemKind::Image { image: Arc::clone(image), matrix, damage },
            area,
            paint,
            blend,
            content: self.content(),
            form: self.frame().form,
        });
    }

    /// The samples of an image and of its soft mask.
    fn decoded(&self, image: &Image) -> DecodedImage {
        let file = self.env.file;
        self.env.caches.samples(image.object, || {
            let samples = Arc::new(image.samples(file)?);
            let mask = image.opacity(file).transpose().map_err(|why| format!("its mask: {why}"))?;
            let mask = mask.map(Arc::new);
            Ok((samples, mask))
        })
    }
}
