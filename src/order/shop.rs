//! Turns the file of a print shop, a row for each of its wishes, into what files are checked against.

use std::sync::Arc;

use feuillet_units::Mm;

use crate::diagnostic::{Diagnostic, Report, Reported, SourceFile};
use crate::driver::PageArrangement;
use crate::fields::{Fields, parse_whole, within};
use crate::impose::SheetSize;

/// What a print shop wishes; where it says nothing, what most shops ask.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Shop {
    /// Its name, if its file says it.
    pub(crate) name: Option<String>,
    /// The bleed that it asks; that of the brochure by default.
    pub(crate) bleed: Option<Mm>,
    /// The most ink on one spot, in percent; that of the brochure by default.
    pub(crate) ink_limit: Option<f64>,
    /// The least resolution of pictures, in pixels to the inch.
    pub(crate) resolution: f64,
    /// The width of the zone inside the trim where no text may stand.
    pub(crate) safe: Option<Mm>,
    /// How it wants the pages of booklets.
    pub(crate) pages: PageArrangement,
    /// Whether files have crop marks.
    pub(crate) marks: bool,
    /// The sheet on which it prints.
    pub(crate) sheet: SheetSize,
}

impl Default for Shop {
    /// What most shops ask.
    fn default() -> Shop {
        Shop {
            name: None,
            bleed: None,
            ink_limit: None,
            resolution: RESOLUTION,
            safe: None,
            pages: PageArrangement::default(),
            marks: false,
            sheet: sra3(),
        }
    }
}

/// The least resolution that export takes.
const RESOLUTION: f64 = 200.0;

/// The sheet that most presses for short runs take.
fn sra3() -> SheetSize {
    SheetSize { name: "SRA3".to_owned(), width: Mm(320.0), height: Mm(450.0), turnable: true }
}

/// The standards that can be asked for. Others exist, and are not written.
const STANDARDS: [(&str, ()); 1] = [("PDF/X-4", ())];

/// Whether each page of a booklet is a file of its own.
const SPLITS: [(&str, bool); 2] = [("one-file", false), ("file-a-page", true)];

/// The order of the pages of a right-to-left booklet.
const RIGHT_TO_LEFT: [(&str, bool); 2] = [("reading", false), ("reversed", true)];

/// Reads the wishes of a shop; all faults are in the report.
///
/// # Errors
///
/// Fails if there is one.
pub(crate) fn read(file: &Arc<SourceFile>, report: &Report) -> Result<Shop, Reported> {
    let own = Report::new();
    let shop = read_shop(file, &own);
    if own.absorb_into(report) { shop } else { Err(report.reported()) }
}

fn read_shop(file: &Arc<SourceFile>, report: &Report) -> Result<Shop, Reported> {
    let table = parse_whole(file, report)?;
    let fields = Fields::new(&table.value, &table.span, "the wishes of the shop", report);
    let mut shop = Shop { name: fields.optional("name").map(|name| name.value), ..Shop::default() };
    if let Some(bleed) = fields.optional::<Mm>("bleed") {
        let bleed = bleed.map(|bleed| bleed.0);
        shop.bleed = Some(Mm(within(&bleed, 1.0..=10.0, "`bleed`", "from 1 to 10 mm", report)));
    }
    if let Some(limit) = fields.optional::<f64>("ink-limit") {
        let range = 200.0..=400.0;
        shop.ink_limit =
            Some(within(&limit, range, "`ink-limit`", "from 200 to 400 percent", report));
    }
    if let Some(dpi) = fields.optional::<f64>("resolution") {
        shop.resolution = within(&dpi, 72.0..=2400.0, "`resolution`", "from 72 to 2400", report);
    }
    if let Some(safe) = fields.optional::<Mm>("safe") {
        let safe = safe.map(|safe| safe.0);
        shop.safe = Some(Mm(within(&safe, 0.0..=20.0, "`safe`", "up to 20 mm", report)));
    }
    if let Some(standard) = fields.optional::<String>("standard")
        && !STANDARDS.iter().any(|(name, ())| *name == standard.value)
    {
        report.add(
            Diagnostic::error(format!("files in `{}` can't be made", standard.value))
                .at(&standard.span)
                .hint("files are PDF/X-4: ask the shop whether it takes them, and write `standard = \"PDF/X-4\"`"),
        );
    }
    if let Some(single) = fields.word("pages", &SPLITS) {
        shop.pages.single = single.value;
    }
    if let Some(reversed) = fields.word("right-to-left", &RIGHT_TO_LEFT) {
        shop.pages.reversed = reversed.value;
    }
    shop.marks = fields.or_default("marks");
    if let Some(sheet) = fields.optional::<String>("sheet") {
        match sheet.value.parse() {
            Ok(size) => shop.sheet = size,
            Err(fault) => report.add(fault.at(&sheet.span)),
        }
    }
    fields.finish();
    Ok(shop)
}
