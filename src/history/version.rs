//! Tells whether a version and a day can be those of the next release.

use time::Date;

use crate::diagnostic::Diagnostic;
use crate::load::brochure::Release;
use crate::load::releases::KeptRelease;

/// The most characters of a version.
const LONGEST: usize = 40;

/// Names that Windows gives to devices: no folder can have one, whatever stands behind a dot.
const DEVICES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Checks that a version can be the name of a folder on every system, and is not that of an earlier release.
///
/// # Errors
///
/// Fails if it can't, or is.
pub(crate) fn check_version(version: &str, kept: &[String]) -> Result<(), Diagnostic> {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    let stem = version.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let is_name = version.starts_with(|c: char| c.is_ascii_alphanumeric())
        && version.chars().all(fits)
        && !version.ends_with('.')
        && version.len() <= LONGEST
        && !DEVICES.contains(&stem.as_str());
    if !is_name {
        return Err(Diagnostic::error(format!("`{}` can't be a version", version.escape_debug()))
            .hint("it names a folder: use letters a to z, digits, dots and hyphens, like `1.2`"));
    }
    match kept.iter().find(|earlier| earlier.eq_ignore_ascii_case(version)) {
        Some(earlier) => Err(Diagnostic::error(format!("there is a release `{earlier}` already"))
            .hint("what a release said stays as it is: give this one another version")),
        None => Ok(()),
    }
}

/// Checks that a day is not before that of the last release, as it was kept or as it stands in `brochure.toml`.
///
/// # Errors
///
/// Fails if it is.
pub(crate) fn check_day(
    version: &str,
    day: Date,
    kept: &[KeptRelease],
    stamped: &Release,
) -> Result<(), Diagnostic> {
    let stamped = (stamped.version.value.as_str(), stamped.date);
    // The version that stands there may be the one that is to be released, with the day that was hoped for.
    let stamped = Some(stamped).filter(|(other, _)| *other != version);
    let earlier = kept.iter().map(|release| (release.version.as_str(), release.date));
    let last = earlier.chain(stamped).max_by_key(|(_, date)| *date);
    match last {
        Some((last, date)) if day < date => {
            Err(Diagnostic::error(format!("{day} is before the release `{last}` of {date}"))
                .hint("give the day of this release with `--on`"))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::check_version;

    #[test]
    fn a_version_can_name_a_folder_on_every_system() {
        for version in ["1", "1.10", "2026-11", "1.0-rc.1", "v2", "1+2"] {
            assert_eq!(check_version(version, &[]), Ok(()), "{version}");
        }
        for version in [
            "",
            ".",
            "..",
            "1.",
            "a/b",
            "a\\b",
            "../x",
            "-1",
            "1 0",
            "é",
            "con",
            "NUL",
            "Com1.2",
            "1:0",
            "1\n",
            "1\u{200F}",
            "a?",
        ] {
            assert!(check_version(version, &[]).is_err(), "{version:?}");
        }
        assert!(check_version(&"1".repeat(41), &[]).is_err());
    }

    #[test]
    fn a_version_is_given_once() {
        let kept = ["1.0-A".to_owned()];
        assert!(check_version("1.0-A", &kept).is_err());
        assert!(check_version("1.0-a", &kept).is_err());
        assert_eq!(check_version("1.0", &kept), Ok(()));
    }
}
