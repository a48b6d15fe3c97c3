//! Reads the hours at which a contact answers.

use crate::diagnostic::{Diagnostic, Located, Report, Reported};
use crate::fields::{self, Fields, Table, Value};

/// When a service answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Hours {
    /// Day and night.
    Always,
    /// On weekdays, at hours that are not given.
    Weekdays,
    /// On some days.
    Limited,
    /// At these times.
    Times(Vec<Opening>),
}

/// Hours on one day, or on the days from one to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Opening {
    /// The first day, 0 for Monday to 6 for Sunday.
    pub(crate) first: u8,
    /// The last day.
    pub(crate) last: u8,
    /// Opening time, hour and minute.
    pub(crate) from: (u8, u8),
    /// Closing time, hour and minute.
    pub(crate) to: (u8, u8),
}

/// The days and their names.
pub(in crate::load) const DAYS: [(&str, u8); 7] = [
    ("monday", 0),
    ("tuesday", 1),
    ("wednesday", 2),
    ("thursday", 3),
    ("friday", 4),
    ("saturday", 5),
    ("sunday", 6),
];

/// Reads `hours`; `None` if there is no such key, or if it can't be read.
pub(super) fn read_hours(fields: &Fields<'_>) -> Option<Hours> {
    parse(fields.raw("hours")?, fields.report()).ok()
}

fn parse(value: &Located<Value>, report: &Report) -> Result<Hours, Reported> {
    if matches!(value.value, Value::String(_)) {
        const WORDS: [(&str, &Hours); 3] = [
            ("always", &Hours::Always),
            ("weekdays", &Hours::Weekdays),
            ("limited", &Hours::Limited),
        ];
        let given = fields::read::<String>(value, "`hours`", report)?;
        return Ok(fields::choose(&given, "`hours`", &WORDS, report)?.value.clone());
    }
    let openings = fields::read::<Vec<Located<Table>>>(value, "`hours`", report)?.value;
    let openings = openings.iter().filter_map(|table| {
        let fields = Fields::new(&table.value, &table.span, "a row of opening hours", report);
        let first = fields.required::<String>("day");
        let first = first.and_then(|day| fields::choose(&day, "`day`", &DAYS, report));
        let last = fields.word("to-day", &DAYS).or_else(|| first.as_ref().ok().cloned());
        let from = fields.required("from").and_then(|time| read_time(&time, report));
        let to = fields.required("to").and_then(|time| read_time(&time, report));
        fields.finish();
        Some(Opening {
            first: first.ok()?.value,
            last: last?.value,
            from: from.ok()?,
            to: to.ok()?,
        })
    });
    Ok(Hours::Times(openings.collect()))
}

fn read_time(text: &Located<String>, report: &Report) -> Result<(u8, u8), Reported> {
    let parts = text.value.split_once(':');
    let time = parts.and_then(|(hour, minute)| Some((hour.parse().ok()?, minute.parse().ok()?)));
    let time = time.filter(|(hour, minute): &(u8, u8)| *hour <= 24 && *minute < 60);
    time.ok_or_else(|| {
        report.error(
            Diagnostic::error(format!("`{}` is not a time of day", text.value))
                .at(&text.span)
                .hint("write it like \"09:30\""),
        )
    })
}
