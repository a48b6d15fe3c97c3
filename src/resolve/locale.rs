//! Turns numbers, dates, weekdays and times of day into text in a language, by the data of CLDR (through ICU4X).

use std::cmp::Ordering;

use fixed_decimal::Decimal;
use icu_calendar::{Date, Gregorian};
use icu_collator::{Collator, CollatorBorrowed};
use icu_datetime::fieldsets::{E, T, YMD};
use icu_datetime::input::Time;
use icu_datetime::preferences::HourCycle;
use icu_datetime::{
    DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter, NoCalendarFormatter,
};
use icu_decimal::DecimalFormatter;
use icu_locale::Locale;

use crate::language::numbering::in_figures;
use crate::language::{Dates, Language};

/// How a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateStyle {
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

/// The figures of ASCII.
const ASCII: [char; 10] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/// Formats numbers, dates and times for one language, and sorts its words.
///
/// All figures are those of one numbering system, which pages are counted in too. Dates are of the Gregorian calendar, and
/// hours of the clock that goes to 24 unless the language's row says otherwise: nobody must ask whether 5:00 is in the
/// morning.
pub(crate) struct LocaleFormatter {
    numbers: DecimalFormatter,
    dates: [FixedCalendarDateTimeFormatter<Gregorian, YMD>; 3],
    days: FixedCalendarDateTimeFormatter<Gregorian, E>,
    times: NoCalendarFormatter<T>,
    collator: CollatorBorrowed<'static>,
    figures: Option<[char; 10]>,
    own: Dates,
}

impl LocaleFormatter {
    /// Loads the data of CLDR for a language. `None` if ICU4X has none for it nor for its parents.
    #[must_use]
    pub(crate) fn new(language: &Language) -> Option<LocaleFormatter> {
        let locale: Locale = language.locale().parse().ok()?;
        let date =
            |fields| FixedCalendarDateTimeFormatter::try_new(locale.clone().into(), fields).ok();
        let mut clock: DateTimeFormatterPreferences = locale.clone().into();
        if !language.dates.counts_to_twelve {
            clock.hour_cycle = Some(HourCycle::H23);
        }
        Some(LocaleFormatter {
            numbers: DecimalFormatter::try_new(locale.clone().into(), Default::default()).ok()?,
            dates: [date(YMD::short())?, date(YMD::medium())?, date(YMD::long())?],
            days: FixedCalendarDateTimeFormatter::try_new(locale.clone().into(), E::long()).ok()?,
            times: NoCalendarFormatter::try_new(clock, T::hm()).ok()?,
            collator: Collator::try_new(locale.into(), Default::default()).ok()?,
            figures: language.figures(),
            own: language.dates.clone(),
        })
    }

    /// Compares two words by the sort order of the language.
    #[must_use]
    pub(super) fn compare(&self, one: &str, other: &str) -> Ordering {
        self.collator.compare(one, other)
    }

    /// A text of CLDR in the figures of the language. Armenian dates have a sign there that looks like a full stop and stands
    /// in few fonts (U+2024).
    fn written(&self, text: &str) -> String {
        let text = text.replace('\u{2024}', ".");
        self.figures.map_or(text.clone(), |figures| in_figures(&text, &figures))
    }

    /// Formats a number given in ASCII digits with a point, "1234.50"; all its fraction digits are kept.
    #[must_use]
    pub(crate) fn number(&self, ascii: &str) -> String {
        match ascii.parse::<Decimal>() {
            Ok(decimal) => self.written(&self.numbers.format(&decimal).to_string()),
            Err(_) => ascii.to_owned(),
        }
    }

    /// Whether neither CLDR nor the language's row has the names of its months: dates would be "2026 M11 28".
    #[must_use]
    pub(super) fn lacks_months(&self) -> bool {
        let november = time::macros::date!(2026 - 11 - 28);
        self.own.months.is_none() && self.usual_date(november, DateStyle::Long).contains("M11")
    }

    /// Whether neither of them has the names of the days.
    #[must_use]
    pub(super) fn lacks_days(&self) -> bool {
        self.own.days.is_none() && self.lacks_months()
    }

    /// Formats a date of the Gregorian calendar.
    #[must_use]
    pub(crate) fn date(&self, date: time::Date, style: DateStyle) -> String {
        let month = usize::from(u8::from(date.month())) - 1;
        let text = match (self.own.months.as_ref().and_then(|months| months.get(month)), style) {
            (None, _) => self.usual_date(date, style),
            (Some(_), DateStyle::Short) => {
                format!("{:02}/{:02}/{}", date.day(), u8::from(date.month()), date.year())
            }
            (Some(name), _) => format!("{} {name} {}", date.day(), date.year()),
        };
        self.written(&text)
    }

    /// A date as CLDR writes it.
    fn usual_date(&self, date: time::Date, style: DateStyle) -> String {
        let day = Date::try_new_gregorian(date.year(), u8::from(date.month()), date.day());
        let formatter = &self.dates[style as usize];
        // Armenian data have a one dot leader, which next to no font has and nobody types.
        let written = day.map(|day| formatter.format(&day).to_string().replace('\u{2024}', "."));
        written.unwrap_or_else(|_| date.to_string())
    }

    /// Names a day of the week, 0 for Monday.
    #[must_use]
    pub(super) fn day(&self, day: u8) -> String {
        if let Some(name) = self.own.days.as_ref().and_then(|days| days.get(usize::from(day % 7))) {
            return name.clone();
        }
        // 5 January 1970 was a Monday.
        let date = Date::try_new_gregorian(1970, 1, 5 + day % 7);
        date.map_or_else(|_| String::new(), |date| self.days.format(&date).to_string())
    }

    /// Formats a time of day, in hours and minutes.
    #[must_use]
    pub(super) fn time(&self, (hour, minute): (u8, u8)) -> String {
        // The end of a day is no beginning of one.
        let is_end = hour == 24 && !self.own.counts_to_twelve;
        match Time::try_new(if is_end { 23 } else { hour % 24 }, minute, 0, 0) {
            Ok(time) => {
                let text = in_figures(&self.times.format(&time).to_string(), &ASCII);
                self.written(&if is_end { text.replacen("23", "24", 1) } else { text })
            }
            Err(_) => format!("{hour}:{minute:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use time::macros::date;

    use super::{DateStyle, LocaleFormatter};
    use crate::diagnostic::Report;
    use crate::language::{Dates, Language, Languages};

    /// The row of a language; one that the program does not know has nothing but its tag.
    fn row(tag: &str) -> Language {
        let languages = Languages::built_in(&Report::new());
        let english = languages.get(&"en".parse().unwrap()).unwrap();
        let tag = tag.parse().unwrap();
        languages.get(&tag).cloned().unwrap_or_else(|| Language {
            tag,
            formats: None,
            numerals: None,
            ..english.clone()
        })
    }

    #[test]
    fn hours_are_counted_to_24_unless_the_row_says_otherwise() {
        for tag in [
            "fr", "ar", "ur", "sq", "so", "am", "ti", "hi", "ta", "pa", "ka", "th", "vi", "km",
            "zh-Hans", "sw", "ln", "en",
        ] {
            assert_eq!(hours(&row(tag)), "09:30 17:00 00:05 24:00", "{tag}");
        }
        for (tag, wanted) in [
            ("ckb", "٠٩:٣٠ ١٧:٠٠ ٠٠:٠٥ ٢٤:٠٠"),
            ("fa", "۹:۳۰ ۱۷:۰۰ ۰:۰۵ ۲۴:۰۰"),
            ("bn", "০৯:৩০ ১৭:০০ ০০:০৫ ২৪:০০"),
            ("ne", "०९:३० १७:०० ००:०५ २४:००"),
            ("hy", "9:30 17:00 0:05 24:00"),
        ] {
            assert_eq!(hours(&row(tag)), wanted, "{tag}");
        }
        let dates = Dates { counts_to_twelve: true, ..Dates::default() };
        let english = Language { formats: None, dates, ..row("en") };
        assert_eq!(hours(&english).replace('\u{202F}', " "), "9:30 AM 5:00 PM 12:05 AM 12:00 AM");
    }

    fn hours(row: &Language) -> String {
        let locale = LocaleFormatter::new(row).unwrap();
        [(9, 30), (17, 0), (0, 5), (24, 0)].map(|time| locale.time(time)).join(" ")
    }

    #[test]
    fn dates_are_gregorian_in_figures_of_one_system() {
        let day = date!(2026 - 11 - 28);
        for (tag, long, short) in [
            ("am", "ኖቬምበር 28 2026", "28/11/2026"),
            ("ti", "28 ሕዳር 2026", "11/28/26"),
            ("hy", "2026 թ. նոյեմբերի 28", "28.11.26"),
            ("th", "28 พฤศจิกายน ค.ศ. 2026", "28/11/26"),
            ("ne", "२०२६ नोभेम्बर २८", "२६-११-२८"),
            ("fa", "۲۸ نوامبر ۲۰۲۶", "۲۰۲۶/۱۱/۲۸"),
        ] {
            let locale = LocaleFormatter::new(&row(tag)).unwrap();
            let date = |style| locale.date(day, style).replace(['\u{A0}', '\u{202F}'], " ");
            assert_eq!(
                (date(DateStyle::Long).as_str(), date(DateStyle::Short).as_str()),
                (long, short),
                "{tag}"
            );
        }
    }

    #[test]
    fn a_row_names_months_and_days_where_cldr_does_not() {
        let day = date!(2026 - 11 - 28);
        let lingala = row("ln");
        let bare = Language { dates: Dates::default(), ..lingala.clone() };
        let locale = LocaleFormatter::new(&bare).unwrap();
        assert!(locale.lacks_months() && locale.lacks_days());
        let names = |count: usize| Some((1..=count).map(|number| format!("n{number}")).collect());
        let dates = Dates { months: names(12), days: names(7), counts_to_twelve: false };
        let locale = LocaleFormatter::new(&Language { dates, ..lingala }).unwrap();
        assert!(!locale.lacks_months() && !locale.lacks_days());
        let date = |style| locale.date(day, style);
        assert_eq!(date(DateStyle::Long), "28 n11 2026");
        assert_eq!(
            (date(DateStyle::Short), locale.day(6)),
            ("28/11/2026".to_owned(), "n7".to_owned())
        );
    }
}
