//! Reads the clock, for the commands that record or tell: no other place of the program does, and nothing that makes a PDF.

use time::{Date, OffsetDateTime};

use crate::cli::render;
use crate::diagnostic::Diagnostic;

/// The day that was asked for, or today's by the clock, in UTC.
#[allow(clippy::disallowed_methods)]
pub(crate) fn day(given: Option<Date>) -> Date {
    given.unwrap_or_else(|| OffsetDateTime::now_utc().date())
}

/// The day of a signature. One in the future is told: it is more often a slip than a plan.
///
/// # Errors
///
/// Fails if the warning can't be printed.
pub(crate) fn signing_day(given: Option<Date>) -> Result<Date, Diagnostic> {
    let day = self::day(given);
    if is_future(day) {
        let warning = Diagnostic::warning(format!("{day} is in the future"))
            .hint("if that is a slip, sign again with the right day: `--on`");
        render::print_all(&[warning])?;
    }
    Ok(day)
}

/// Whether a day has begun nowhere on earth.
pub(crate) fn is_future(day: Date) -> bool {
    let today = self::day(None);
    today.next_day().is_some_and(|tomorrow| day > tomorrow)
}

/// Reads a day from the command line.
///
/// # Errors
///
/// Fails if it is not written like `2026-11-29`, or there is no such day.
pub(crate) fn read_day(text: &str) -> Result<Date, String> {
    let fault = || "a day is written like `2026-11-29`".to_owned();
    let is_plain = text.len() == 10 && text.bytes().all(|c| c.is_ascii_digit() || c == b'-');
    let mut parts = text.split('-').filter(|_| is_plain);
    let mut next = || parts.next().and_then(|part| part.parse::<u16>().ok()).ok_or_else(fault);
    let (year, month, day) = (next()?, next()?, next()?);
    let month = u8::try_from(month).ok().and_then(|month| time::Month::try_from(month).ok());
    let day = u8::try_from(day).map_err(|_| fault())?;
    Date::from_calendar_date(i32::from(year), month.ok_or_else(fault)?, day)
        .map_err(|_| format!("there is no day `{text}`"))
}
