//! Knows the signs and units that belong to the number beside them and must not be parted from it.

/// Signs that stand before a number.
pub(crate) const SIGNS_BEFORE: &str = "§¶№€$£¥₽₺";

/// Signs that stand after a number.
pub(crate) const SIGNS_AFTER: &str = "%‰٪°€$£¥₽₺";

/// Units of letters that stand after a number. Words that are also units ("l", "u") are left out.
pub(crate) const UNITS: [&str; 13] =
    ["°C", "EUR", "mm", "cm", "m", "km", "m²", "g", "kg", "ml", "h", "min", "TL"];

/// Whether a word or sign is a unit.
pub(crate) fn is_unit(word: &str) -> bool {
    let mut characters = word.chars();
    let sign = match (characters.next(), characters.next()) {
        (Some(sign), None) => SIGNS_AFTER.contains(sign),
        _ => false,
    };
    sign || UNITS.contains(&word)
}

/// Whether a character can be part of a unit.
pub(crate) fn in_unit(c: char) -> bool {
    c.is_alphanumeric() || c == '²' || SIGNS_AFTER.contains(c)
}

#[cfg(test)]
mod tests {
    use super::{UNITS, in_unit, is_unit};

    #[test]
    fn a_unit_is_one_whole_word() {
        for unit in ["%", "₺", "°", "km"] {
            assert!(is_unit(unit), "{unit}");
        }
        for word in ["", "%%", "l", "kms"] {
            assert!(!is_unit(word), "{word}");
        }
        assert!(UNITS.iter().all(|unit| unit.chars().all(in_unit)));
    }
}
