//! Turns numbers, dates, weekdays and times of day into text in a language, by the data of CLDR (through ICU4X).

use std::cmp::Ordering;

use fixed_decimal::Decimal;
use icu_calendar::{Date, Gregorian};
use icu_collator::{Collator, CollatorBorrowed};
use icu_datetime::fieldsets::{E, T, YMD};
use icu_datetime::input::Time;
use icu_datetime::{FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use icu_decimal::DecimalFormatter;
use icu_locale::Locale;

use crate::language::Language;

/// How a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateStyle {
    /// 23/11/2026.
    Short,
    /// 23 nov. 2026.
    Medium,
    /// 23 novembre 2026.
    Long,
}

/// The name of each style in texts: `DATETIME($day, dateStyle: "short")`.
const DATE_STYLES: [(&str, DateStyle); 3] =
    [("short", DateStyle::Short), ("medium", DateStyle::Medium), ("long", DateStyle::Long)];

impl DateStyle {
    /// The style of this name.
    pub(super) fn of(name: &str) -> Option<DateStyle> {
        DATE_STYLES.iter().find(|(known, _)| *known == name).map(|(_, style)| *style)
    }

    /// Its name.
    pub(super) fn as_str(self) -> &'static str {
        DATE_STYLES[self as usize].0
    }
}

/// Formats numbers, dates and times for one language, and sorts its words.
pub(super) struct LocaleFormatter {
    numbers: DecimalFormatter,
    dates: [FixedCalendarDateTimeFormatter<Gregorian, YMD>; 3],
    days: FixedCalendarDateTimeFormatter<Gregorian, E>,
    times: NoCalendarFormatter<T>,
    collator: CollatorBorrowed<'static>,
}

impl LocaleFormatter {
    /// Loads the data of CLDR for a language. `None` if ICU4X has none for it nor for its parents.
    #[must_use]
    pub(super) fn new(language: &Language) -> Option<LocaleFormatter> {
        let locale: Locale = language.locale().parse().ok()?;
        let date =
            |fields| FixedCalendarDateTimeFormatter::try_new(locale.clone().into(), fields).ok();
        Some(LocaleFormatter {
            numbers: DecimalFormatter::try_new(locale.clone().into(), Default::default()).ok()?,
            dates: [date(YMD::short())?, date(YMD::medium())?, date(YMD::long())?],
            days: FixedCalendarDateTimeFormatter::try_new(locale.clone().into(), E::long()).ok()?,
            times: NoCalendarFormatter::try_new(locale.clone().into(), T::hm()).ok()?,
            collator: Collator::try_new(locale.into(), Default::default()).ok()?,
        })
    }

    /// Compares two words by the sort order of the language.
    #[must_use]
    pub(super) fn compare(&self, one: &str, other: &str) -> Ordering {
        self.collator.compare(one, other)
    }

    /// Formats a number given in ASCII digits with a point, "1234.50"; all its fraction digits are kept.
    #[must_use]
    pub(super) fn number(&self, ascii: &str) -> String {
        match ascii.parse::<Decimal>() {
            Ok(decimal) => self.numbers.format(&decimal).to_string(),
            Err(_) => ascii.to_owned(),
        }
    }

    /// Formats a date of the Gregorian calendar.
    #[must_use]
    pub(super) fn date(&self, date: time::Date, style: DateStyle) -> String {
        let day = Date::try_new_gregorian(date.year(), u8::from(date.month()), date.day());
        let formatter = &self.dates[style as usize];
        // Armenian data have a one dot leader, which next to no font has and nobody types.
        let written = day.map(|day| formatter.format(&day).to_string().replace('\u{2024}', "."));
        written.unwrap_or_else(|_| date.to_string())
    }

    /// Names a day of the week, 0 for Monday.
    #[must_use]
    pub(super) fn day(&self, day: u8) -> String {
        // 5 January 1970 was a Monday.
        let date = Date::try_new_gregorian(1970, 1, 5 + day % 7);
        date.map_or_else(|_| String::new(), |date| self.days.format(&date).to_string())
    }

    /// Formats a time of day, in hours and minutes.
    #[must_use]
    pub(super) fn time(&self, (hour, minute): (u8, u8)) -> String {
        match Time::try_new(hour % 24, minute, 0, 0) {
            Ok(time) => self.times.format(&time).to_string(),
            Err(_) => format!("{hour}:{minute:02}"),
        }
    }
}
