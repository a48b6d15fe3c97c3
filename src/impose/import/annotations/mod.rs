//! Turns the annotations of pages, such as stamps, comments and the values of forms, into forms that are painted upon the
//! pages, as viewers print them (ISO 32000-1, 12.5).

mod field;

use feuillet_preflight::{Rect, Source, SourcePage};
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::boxes::transformed;
use super::form::Appearance;
use super::{dict, entry, page_list};
use crate::diagnostic::{Diagnostic, Report};
use field::Field;

/// Which annotations are put on sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AnnotationChoice {
    /// Those that viewers print.
    Printed,
    /// Those that viewers print, and those that they only show.
    Shown,
    /// None.
    None,
}

/// Bits of the flags of an annotation (ISO 32000-1, table 165).
const HIDDEN: i64 = 1 << 1;
const PRINT: i64 = 1 << 2;
const NO_ROTATE: i64 = 1 << 4;
const NO_VIEW: i64 = 1 << 5;

/// What becomes of an annotation.
enum Fate {
    /// It is painted.
    Painted(Appearance),
    /// It is seen neither on paper nor on a screen.
    Unseen,
    /// It is left out, and nobody misses it on paper.
    LeftOut(&'static str),
    /// It is printed, but has no appearance: each viewer draws its own.
    Undrawn(&'static str),
    /// It is shown and not printed: somebody has to choose.
    Doubtful(&'static str),
}

/// Lists what is painted upon each page.
///
/// # Errors
///
/// Fails if something is seen in viewers of which nobody knows whether it is to be printed, or how it looks.
pub(super) fn flattened(
    source: &Source,
    name: &str,
    choice: Option<AnnotationChoice>,
    report: &Report,
) -> Result<Vec<Vec<Appearance>>, Diagnostic> {
    if choice == Some(AnnotationChoice::None) {
        return Ok(source.pages.iter().map(|_| Vec::new()).collect());
    }
    let reader = Reader { source, choice, redraws: asks_viewers_to_draw(&source.document) };
    let mut painted = Vec::with_capacity(source.pages.len());
    let (mut left_out, mut undrawn, mut doubtful) = (Kinds::new(), Kinds::new(), Kinds::new());
    for (page, number) in source.pages.iter().zip(1..) {
        let mut on_page = Vec::new();
        for annotation in reader.annotations(page) {
            match reader.fate(page, annotation) {
                Fate::Painted(appearance) => on_page.push(appearance),
                Fate::Unseen => {}
                Fate::LeftOut(kind) => note(&mut left_out, kind, number),
                Fate::Undrawn(kind) => note(&mut undrawn, kind, number),
                Fate::Doubtful(kind) => note(&mut doubtful, kind, number),
            }
        }
        painted.push(on_page);
    }
    if !undrawn.is_empty() {
        return Err(Diagnostic::error(format!(
            "`{name}` has {}, and each viewer draws them its own way",
            listed(&undrawn)
        ))
        .hint("print it to a new PDF with the viewer that shows it as it is to be, and impose that")
        .hint("or leave all annotations out with `--annotations none`"));
    }
    if !doubtful.is_empty() {
        return Err(Diagnostic::error(format!(
            "`{name}` has {} that viewers show and do not print",
            listed(&doubtful)
        ))
        .hint("put it on the sheets with `--annotations shown`, or leave it out with `--annotations printed`"));
    }
    if !left_out.is_empty() {
        report.add(
            Diagnostic::warning(format!("`{name}` has {}, not on the sheets", listed(&left_out)))
                .hint("viewers do not print it either; `--annotations shown` puts what has an appearance on the sheets"),
        );
    }
    Ok(painted)
}

/// Kinds of annotations, and the pages on which they are, in the order in which they are found.
type Kinds = Vec<(&'static str, Vec<usize>)>;

fn note(kinds: &mut Kinds, kind: &'static str, page: usize) {
    match kinds.iter_mut().find(|(other, _)| *other == kind) {
        Some((_, pages)) if pages.last() == Some(&page) => {}
        Some((_, pages)) => pages.push(page),
        None => kinds.push((kind, vec![page])),
    }
}

/// Kinds for messages: "a form value on pages 1 to 4, and a stamp on page 2".
fn listed(kinds: &Kinds) -> String {
    let each: Vec<String> =
        kinds.iter().map(|(kind, pages)| format!("{kind} on {}", page_list(pages))).collect();
    each.join(", and ")
}

/// Whether the file asks viewers to draw the values of its forms anew, whatever appearance they bring.
fn asks_viewers_to_draw(document: &Document) -> bool {
    let form = document.catalog().ok().and_then(|catalogue| dict(document, catalogue, b"AcroForm"));
    let asks = form.and_then(|form| entry(document, form, b"NeedAppearances"));
    asks.is_some_and(|asks| asks.as_bool().unwrap_or(false))
}

/// What is read of a file to tell the fate of its annotations.
struct Reader<'a> {
    source: &'a Source,
    choice: Option<AnnotationChoice>,
    redraws: bool,
}

impl<'a> Reader<'a> {
    /// The annotations of a page.
    fn annotations(&self, page: &'a SourcePage) -> Vec<&'a Dictionary> {
        let document = &self.source.document;
        let Some(Object::Array(all)) = entry(document, &page.dictionary, b"Annots") else {
            return Vec::new();
        };
        let read = |object| document.dereference(object).ok()?.1.as_dict().ok();
        all.iter().filter_map(read).collect()
    }

    fn fate(&self, page: &SourcePage, annotation: &'a Dictionary) -> Fate {
        let document = &self.source.document;
        let subtype = entry(document, annotation, b"Subtype").and_then(|name| name.as_name().ok());
        let subtype = subtype.unwrap_or_default();
        let flags = entry(document, annotation, b"F").and_then(|flags| flags.as_i64().ok());
        let flags = flags.unwrap_or(0);
        let is_printed = flags & PRINT != 0;
        let is_shown = flags & NO_VIEW == 0;
        if flags & HIDDEN != 0 || !(is_printed || is_shown) || self.is_in_hidden_layer(annotation) {
            return Fate::Unseen;
        }
        let field = (subtype == b"Widget").then(|| Field::read(document, annotation));
        let appearance = self.appearance(page, annotation, field.as_ref(), flags);
        let has_value = field.as_ref().is_none_or(Field::has_value);
        let wanted = is_printed || (self.choice == Some(AnnotationChoice::Shown) && is_shown);
        match kind(subtype) {
            // Pop-ups are drawn by viewers alone, and never printed.
            Kind::PopUp => Fate::Unseen,
            Kind::Link if wanted && has_frame(document, annotation) && appearance.is_none() => {
                Fate::LeftOut("frames around links")
            }
            Kind::Link | Kind::PrepressMark if !wanted || appearance.is_none() => Fate::Unseen,
            kind if wanted => match appearance {
                Some(_)
                    if field.as_ref().is_some_and(|field| self.redraws && field.is_redrawn()) =>
                {
                    Fate::Undrawn("form values that it asks viewers to draw")
                }
                Some(appearance) => Fate::Painted(appearance),
                None if !has_value => Fate::LeftOut("empty form fields"),
                None if field.is_some() => Fate::Undrawn("form values without an appearance"),
                None => match kind {
                    Kind::Icon(name) => Fate::LeftOut(name),
                    Kind::Other(name) => Fate::Undrawn(name),
                    _ => Fate::Unseen,
                },
            },
            // Somebody has chosen.
            _ if self.choice.is_some() => Fate::Unseen,
            Kind::Icon(name) => Fate::LeftOut(name),
            Kind::Field if !has_value => Fate::LeftOut("empty form fields"),
            Kind::Field => Fate::Doubtful("form values"),
            Kind::Other(name) => Fate::Doubtful(name),
            Kind::Link | Kind::PrepressMark => Fate::Unseen,
        }
    }

    fn is_in_hidden_layer(&self, annotation: &Dictionary) -> bool {
        let layer = annotation.get(b"OC").ok();
        let number = layer.and_then(|layer| layer.as_reference().ok()).map(|(number, _)| number);
        number.is_some_and(|number| self.source.hidden_layers.contains(&number))
    }

    /// The appearance of an annotation in the state that it has, and the matrix that puts it onto the page (ISO 32000-1,
    /// 12.5.5, algorithm 8.1).
    fn appearance(
        &self,
        page: &SourcePage,
        annotation: &'a Dictionary,
        field: Option<&Field<'_>>,
        flags: i64,
    ) -> Option<Appearance> {
        let document = &self.source.document;
        let appearances = dict(document, annotation, b"AP")?;
        let normal = appearances.get(b"N").ok()?;
        let (form, stream) = match document.dereference(normal).ok()? {
            (id, Object::Stream(stream)) => (id?, stream),
            (_, Object::Dictionary(states)) => {
                let state = entry(document, annotation, b"AS").and_then(|name| name.as_name().ok());
                let state = state.or_else(|| field.and_then(Field::state)).unwrap_or(b"Off");
                let (id, stream) = document.dereference(states.get(state).ok()?).ok()?;
                (id?, stream.as_stream().ok()?)
            }
            _ => return None,
        };
        let rect = rectangle(document, entry(document, annotation, b"Rect")?)?;
        let bounds = rectangle(document, entry(document, &stream.dict, b"BBox")?)?;
        let own = entry(document, &stream.dict, b"Matrix")
            .and_then(|matrix| numbers(document, matrix))
            .and_then(|numbers| numbers.try_into().ok());
        let bounds = transformed(own.unwrap_or([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]), bounds);
        if bounds.is_empty() || rect.is_empty() {
            return None;
        }
        let (across, along) = (rect.width() / bounds.width(), rect.height() / bounds.height());
        let (x, y) = (rect.x0 - bounds.x0 * across, rect.y0 - bounds.y0 * along);
        let matrix = [across, 0.0, 0.0, along, x, y];
        let upright = flags & NO_ROTATE != 0 && page.boxes.rotation != 0;
        let matrix = if upright { turned(matrix, page.boxes.rotation, rect) } else { matrix };
        Some(Appearance { form, matrix })
    }
}

/// Turns an annotation that stays upright on a turned page about its upper left corner.
fn turned([a, b, c, d, e, f]: [f64; 6], rotation: u16, rect: Rect) -> [f64; 6] {
    let (cos, sin) = match rotation {
        90 => (0.0, 1.0),
        180 => (-1.0, 0.0),
        _ => (0.0, -1.0),
    };
    let (x, y) = (rect.x0, rect.y1);
    let turn = |p: f64, q: f64| (p * cos - q * sin, p * sin + q * cos);
    let ((a, b), (c, d)) = (turn(a, b), turn(c, d));
    let (e, f) = turn(e - x, f - y);
    [a, b, c, d, e + x, f + y]
}

/// What kind of annotation it is, as far as it matters on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The window of a comment.
    PopUp,
    Link,
    /// A field of a form.
    Field,
    /// Marks for the print shop and traps, which print if they have an appearance.
    PrepressMark,
    /// An icon, behind which something is that can't be printed.
    Icon(&'static str),
    /// Something that is read on the page.
    Other(&'static str),
}

fn kind(subtype: &[u8]) -> Kind {
    match subtype {
        b"Popup" => Kind::PopUp,
        b"Link" => Kind::Link,
        b"Widget" => Kind::Field,
        b"PrinterMark" | b"TrapNet" => Kind::PrepressMark,
        b"Text" => Kind::Icon("notes"),
        b"FileAttachment" => Kind::Icon("attached files"),
        b"Sound" | b"Movie" | b"Screen" | b"RichMedia" | b"3D" => Kind::Icon("media"),
        b"FreeText" => Kind::Other("typed comments"),
        b"Stamp" => Kind::Other("stamps"),
        b"Highlight" | b"Underline" | b"Squiggly" | b"StrikeOut" => Kind::Other("marked text"),
        b"Ink" | b"Line" | b"Square" | b"Circle" | b"Polygon" | b"PolyLine" => {
            Kind::Other("drawings")
        }
        b"Watermark" => Kind::Other("watermarks"),
        b"Redact" => Kind::Other("marks of what is to be blacked out"),
        _ => Kind::Other("annotations"),
    }
}

/// Whether viewers draw a frame around a link: one of 1 point, unless it says otherwise (ISO 32000-1, tables 164 and 166).
fn has_frame(document: &Document, link: &Dictionary) -> bool {
    let style = dict(document, link, b"BS").and_then(|style| entry(document, style, b"W"));
    if let Some(width) = style {
        return width.as_float().is_ok_and(|width| width > 0.0);
    }
    match entry(document, link, b"Border") {
        Some(border) => numbers(document, border)
            .is_none_or(|numbers| numbers.get(2).is_none_or(|width| *width > 0.0)),
        None => true,
    }
}

/// The numbers of an array; what is no number, such as the dashes of a border, is left out.
fn numbers(document: &Document, object: &Object) -> Option<Vec<f64>> {
    let number = |object| {
        let number = f64::from(document.dereference(object).ok()?.1.as_float().ok()?);
        number.is_finite().then_some(number)
    };
    Some(object.as_array().ok()?.iter().filter_map(number).collect())
}

fn rectangle(document: &Document, object: &Object) -> Option<Rect> {
    let [x0, y0, x1, y1] = numbers(document, object)?.try_into().ok()?;
    Some(Rect::new(x0, y0, x1, y1))
}

/// Makes sure that the forms of appearances say that they are forms, and have resources, which some leave to the form of the
/// whole file.
pub(super) fn complete(document: &mut Document, appearances: &[Vec<Appearance>]) {
    let shared = document.catalog().ok().and_then(|catalogue| {
        let form = dict(document, catalogue, b"AcroForm")?;
        dict(document, form, b"DR").cloned()
    });
    let ids: Vec<ObjectId> =
        appearances.iter().flatten().map(|appearance| appearance.form).collect();
    for id in ids {
        let Ok(Object::Stream(stream)) = document.get_object_mut(id) else { continue };
        stream.dict.extend(&dictionary! { "Type" => "XObject", "Subtype" => "Form" });
        if !stream.dict.has(b"Resources")
            && let Some(shared) = &shared
        {
            stream.dict.set("Resources", shared.clone());
        }
    }
}
