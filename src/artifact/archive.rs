//! Turns a day into how files stand in an archive: the same bytes wherever and whenever it is made.

use time::Date;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime};

/// Files are stored as they are, all of one day and with the same rights.
#[must_use]
pub(crate) fn stored_on(day: Date) -> SimpleFileOptions {
    // The format knows no day before 1980.
    let year = u16::try_from(day.year()).unwrap_or(1980);
    let moment = DateTime::from_date_and_time(year, u8::from(day.month()), day.day(), 0, 0, 0);
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(moment.unwrap_or_default())
        .unix_permissions(0o644)
}
