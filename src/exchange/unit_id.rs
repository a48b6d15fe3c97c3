//! Names a text of an exchange file: a message or term, and in it the variant of each choice that leads to the text.

use std::fmt;
use std::str::FromStr;

use crate::load::TextId;

/// Names a text, like `right-leave`, `-office` or `right-home[$home-ban-days:few]`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct UnitId {
    /// The message or term.
    pub(crate) text: TextId,
    /// From the outermost choice to the innermost one.
    pub(crate) path: Path,
}

/// The variants that lead to a text, from the outside.
pub(crate) type Path = Vec<Step>;

/// A variant of a choice.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Step {
    /// What is chosen by, as it is typed: `$days`; the second choice of a text by the same is `$days #2`.
    pub(crate) selector: String,
    /// The key of the variant: `few`, `1`.
    pub(crate) key: String,
}

/// What stands before the key of the variant that is taken where no other fits, unless that is `other`.
pub(crate) const DEFAULT_SIGN: char = '*';

impl Step {
    /// The key without the sign of the default variant, and whether it has it.
    pub(crate) fn plain_key(&self) -> (&str, bool) {
        self.key.strip_prefix(DEFAULT_SIGN).map_or((self.key.as_str(), false), |key| (key, true))
    }
}

impl fmt::Display for UnitId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.text)?;
        for Step { selector, key } in &self.path {
            write!(out, "[{selector}:{key}]")?;
        }
        Ok(())
    }
}

/// Says that a text is not the id of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotAUnitId;

impl FromStr for UnitId {
    type Err = NotAUnitId;

    fn from_str(given: &str) -> Result<UnitId, NotAUnitId> {
        let begin = given.find('[').unwrap_or(given.len());
        let text = given[..begin].parse().map_err(|_| NotAUnitId)?;
        let mut path = Vec::new();
        let mut rest = &given[begin..];
        while let Some(inside) = rest.strip_prefix('[') {
            let end = end_of_step(inside).ok_or(NotAUnitId)?;
            let (selector, key) = inside[..end].rsplit_once(':').ok_or(NotAUnitId)?;
            if selector.trim().is_empty() || key.trim().is_empty() {
                return Err(NotAUnitId);
            }
            path.push(Step { selector: selector.to_owned(), key: key.to_owned() });
            rest = &inside[end + 1..];
        }
        if rest.is_empty() { Ok(UnitId { text, path }) } else { Err(NotAUnitId) }
    }
}

/// Where the bracket that ends a step stands; one in a quoted text ends nothing.
fn end_of_step(inside: &str) -> Option<usize> {
    let mut is_quoted = false;
    let mut characters = inside.char_indices();
    while let Some((at, c)) = characters.next() {
        match c {
            '\\' if is_quoted => {
                characters.next();
            }
            '"' => is_quoted = !is_quoted,
            ']' if !is_quoted => return Some(at),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::UnitId;

    #[test]
    fn an_id_is_read_as_it_is_written() {
        for id in [
            "right-leave",
            "-office",
            "right-home[$home-ban-days:few]",
            "a[$n #2:1][-b.gender:*masculine]",
            "a[NUMBER($n, type: \"]:\\\"\"):few]",
        ] {
            assert_eq!(id.parse::<UnitId>().unwrap().to_string(), id);
        }
    }

    #[test]
    fn what_is_no_id_is_refused() {
        for id in ["", "a b", "a[", "a[$n]", "a[$n:]", "a[:few]", "a[$n:few]b", "a[$n:few", "-"] {
            assert!(id.parse::<UnitId>().is_err(), "{id}");
        }
    }
}
