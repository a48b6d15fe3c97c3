//! Turns a date as Info or XMP writes it into its parts, which can be compared.

/// A date with as many parts as are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Date {
    /// Year, month, day, hour, minute, second; `None` from where on nothing is written.
    parts: [Option<i64>; 6],
    /// By how many minutes its clock is ahead of UTC, if it says so.
    zone: Option<i64>,
}

/// The least and the greatest figure of each part.
const RANGES: [(i64, i64); 6] = [(0, 9999), (1, 12), (1, 31), (0, 23), (0, 59), (0, 60)];

impl Date {
    /// Reads the form of PDF, `D:20240131120000+01'00'` (ISO 32000-1, 7.9.4).
    pub(crate) fn of_pdf(text: &str) -> Option<Date> {
        let rest = text.trim().trim_start_matches("D:");
        let end = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, zone) = rest.split_at_checked(end)?;
        let lengths = [4, 2, 2, 2, 2, 2];
        let mut parts = [None; 6];
        let mut left = digits;
        for (part, length) in parts.iter_mut().zip(lengths) {
            if left.is_empty() {
                break;
            }
            let (figure, behind) = left.split_at_checked(length)?;
            *part = Some(figure.parse().ok()?);
            left = behind;
        }
        if !left.is_empty() {
            return None;
        }
        Date { parts, zone: read_zone(zone)? }.checked()
    }

    /// Reads the form of XMP, `2024-01-31T12:00:00+01:00` (ISO 16684-1, 8.2.1.2).
    pub(crate) fn of_xmp(text: &str) -> Option<Date> {
        let text = text.trim();
        let (day, time) =
            text.split_once('T').map_or((text, None), |(day, time)| (day, Some(time)));
        let mut parts = [None; 6];
        for (index, figure) in day.split('-').enumerate() {
            *parts.get_mut(..3)?.get_mut(index)? = Some(unsigned(figure)?);
        }
        let mut zone = None;
        if let Some(time) = time {
            let end = time
                .bytes()
                .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.'))
                .count();
            let (clock, behind) = time.split_at_checked(end)?;
            zone = read_zone(behind)?;
            let clock = clock.split_once('.').map_or(clock, |(clock, _)| clock);
            for (index, figure) in clock.split(':').enumerate() {
                *parts.get_mut(3..)?.get_mut(index)? = Some(unsigned(figure)?);
            }
        }
        Date { parts, zone }.checked()
    }

    fn checked(self) -> Option<Date> {
        self.parts[0]?;
        let fits = |(part, (least, most)): (&Option<i64>, &(i64, i64))| {
            part.is_none_or(|part| (*least..=*most).contains(&part))
        };
        self.parts.iter().zip(&RANGES).all(fits).then_some(self)
    }

    /// Whether two dates may be the same moment, as far as both tell.
    pub(crate) fn agrees(self, other: Date) -> bool {
        if let (Some(one), Some(two)) = (self.minutes(), other.minutes()) {
            let (first, second) = (self.parts[5], other.parts[5]);
            return one == two && (first.is_none() || second.is_none() || first == second);
        }
        let pairs = self.parts.iter().zip(&other.parts);
        // Without a zone at one of them only the clocks can be compared.
        pairs.take_while(|(one, two)| one.is_some() && two.is_some()).all(|(one, two)| one == two)
    }

    /// Minutes from a fixed day in UTC; `None` without a time or a zone.
    fn minutes(self) -> Option<i64> {
        let [year, month, day, hour, minute, _] = self.parts;
        let (year, month, day) = (year?, month?, day?);
        // Days of the Gregorian calendar, the year beginning with March.
        let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        let days = 365 * year + year.div_euclid(4) - year.div_euclid(100)
            + year.div_euclid(400)
            + (153 * month + 2) / 5
            + day;
        Some(days * 1440 + hour? * 60 + minute? - self.zone?)
    }
}

fn unsigned(figure: &str) -> Option<i64> {
    (!figure.is_empty() && figure.len() <= 4 && figure.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| figure.parse().ok())?
}

/// Reads `Z`, `+01'00'`, `+01'00`, `+01:00` or nothing; `None` if it is something else.
#[allow(clippy::option_option)] // no zone is not the same as a wrong one
fn read_zone(zone: &str) -> Option<Option<i64>> {
    let sign = match zone.chars().next() {
        None => return Some(None),
        Some('Z') => return Some(Some(0)),
        Some('+') => 1,
        Some('-') => -1,
        Some(_) => return None,
    };
    let mut figures = zone.get(1..)?.split(['\'', ':']).filter(|figure| !figure.is_empty());
    let hours = unsigned(figures.next()?)?;
    let minutes = figures.next().map_or(Some(0), unsigned)?;
    (hours <= 23 && minutes <= 59 && figures.next().is_none())
        .then_some(Some(sign * (hours * 60 + minutes)))
}

#[cfg(test)]
mod tests {
    use super::Date;

    fn agree(pdf: &str, xmp: &str) -> bool {
        Date::of_pdf(pdf).unwrap().agrees(Date::of_xmp(xmp).unwrap())
    }

    #[test]
    fn the_same_moment_is_the_same_in_both_forms() {
        assert!(agree("D:20240131120000+01'00'", "2024-01-31T12:00:00+01:00"));
        assert!(agree("D:20240131120000+01'00", "2024-01-31T11:00:00Z"));
        assert!(agree("D:20240301003000+01'00'", "2024-02-29T23:30:00.25Z"));
        assert!(agree("D:20240131120000Z00'00'", "2024-01-31T12:00Z"));
        assert!(agree("D:2024", "2024-01-31"));
        assert!(agree("D:20240131120000", "2024-01-31T12:00:00+01:00"));
    }

    #[test]
    fn other_moments_are_others() {
        assert!(!agree("D:20240131120000+01'00'", "2024-01-31T12:00:00Z"));
        assert!(!agree("D:20240131120001Z", "2024-01-31T12:00:00Z"));
        assert!(!agree("D:20240131", "2024-02-01"));
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in ["", "D:", "yesterday", "D:2024013", "D:20241331", "D:20240131120000+0x"] {
            assert_eq!(Date::of_pdf(text), None, "{text}");
        }
        for text in
            ["", "2024-13", "2024-01-01T", "20240131", "2024-01-01-01", "2024-01-01T1:2:3:4"]
        {
            assert_eq!(Date::of_xmp(text), None, "{text}");
        }
    }
}
