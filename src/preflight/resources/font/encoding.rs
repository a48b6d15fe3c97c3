//! Turns the `Encoding` of a simple font into the glyph name of each code.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use lopdf::{Dictionary, Object};

use crate::file::{File, number_of};
use crate::resources::font::names::LONGEST_NAME;

/// The names of the glyphs, by code.
pub(super) type Names = Vec<Option<Arc<str>>>;

/// An encoding that has a name.
type Table = HashMap<u8, &'static str>;

static TABLES: LazyLock<HashMap<&'static str, Table>> = LazyLock::new(|| {
    let mut tables = HashMap::new();
    let mut heading = "";
    for line in include_str!("tables/encodings.txt").lines() {
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            heading = name;
        } else if let Some((code, glyph)) = line.split_once(' ')
            && let Ok(code) = code.parse::<u8>()
        {
            tables.entry(heading).or_insert_with(Table::new).insert(code, glyph);
        }
    }
    tables
});

/// The codes of Mac OS Roman, by the names of their glyphs (ISO 32000-1, 9.6.6.4, with table 115).
static MAC_CODES: LazyLock<HashMap<&'static str, u8>> = LazyLock::new(|| {
    let table = TABLES.get("MacOsRoman").into_iter().flatten();
    table.map(|(code, name)| (*name, *code)).collect()
});

/// The code of a glyph in Mac OS Roman.
pub(super) fn mac_code(name: &str) -> Option<u8> {
    MAC_CODES.get(name).copied()
}

/// The name of a glyph in Adobe's standard encoding.
pub(super) fn standard_name(code: u8) -> Option<&'static str> {
    TABLES.get("StandardEncoding")?.get(&code).copied()
}

/// What a font says of its codes.
#[derive(Debug, Default)]
pub(super) struct Encoding {
    /// The names of the glyphs that the dictionary gives, 256 of them.
    pub(super) names: Names,
    /// Whether codes without such a name have that which the program gives them.
    pub(super) built_in: bool,
    /// Whether the dictionary has an encoding.
    pub(super) given: bool,
    /// What is wrong with it.
    pub(super) fault: Option<String>,
}

/// What an encoding stands on where the dictionary names none (ISO 32000-1, table 114).
#[derive(Debug, Clone, Copy)]
pub(super) struct Base<'a> {
    /// The name of the font, without the tag of a subset.
    pub(super) font: &'a str,
    /// Whether the program is in the file.
    pub(super) embedded: bool,
    /// Whether the descriptor calls the font symbolic.
    pub(super) symbolic: bool,
    /// Whether it is a TrueType font.
    pub(super) true_type: bool,
}

impl Encoding {
    /// Reads the encoding of a simple font.
    pub(super) fn read(file: &File, dictionary: &Dictionary, base: Base<'_>) -> Encoding {
        let mut encoding = Encoding { names: vec![None; 256], ..Encoding::default() };
        match file.entry(dictionary, "Encoding") {
            None => encoding.start(None, base),
            Some(Object::Name(name)) => {
                encoding.given = true;
                encoding.start(Some(name), base);
            }
            Some(Object::Dictionary(own)) => {
                encoding.given = true;
                encoding.start(file.name(own, "BaseEncoding"), base);
                if let Some(differences) = file.array(own, "Differences") {
                    encoding.differ(file, differences);
                }
            }
            Some(_) => {
                encoding.start(None, base);
                encoding.fault = Some("`Encoding` is neither a name nor a dictionary".to_owned());
            }
        }
        encoding
    }

    fn start(&mut self, name: Option<&[u8]>, base: Base<'_>) {
        let named = name.and_then(|name| std::str::from_utf8(name).ok());
        let known = matches!(
            named,
            Some("StandardEncoding" | "MacRomanEncoding" | "WinAnsiEncoding" | "MacExpertEncoding")
        );
        if let Some(name) = name
            && !known
        {
            let name = String::from_utf8_lossy(name);
            self.fault =
                Some(format!("`Encoding` is `/{name}`, which is no encoding of simple fonts"));
        }
        let table = match named.filter(|_| known) {
            Some(name) => name,
            None => match base.font {
                "Symbol" | "ZapfDingbats" if !base.embedded => base.font,
                _ if base.true_type && base.symbolic && !self.given => return,
                _ if base.true_type || (!base.embedded && !base.symbolic) => "StandardEncoding",
                _ => {
                    self.built_in = true;
                    return;
                }
            },
        };
        for (code, glyph) in TABLES.get(table).into_iter().flatten() {
            self.set(usize::from(*code), glyph);
        }
    }

    fn differ(&mut self, file: &File, differences: &[Object]) {
        let mut code = 0;
        for difference in differences {
            match file.resolve(difference) {
                Object::Integer(next) => code = usize::try_from(*next).unwrap_or(usize::MAX),
                Object::Name(name) => {
                    if code < 256 {
                        if name.len() <= LONGEST_NAME {
                            self.set(code, &String::from_utf8_lossy(name));
                        }
                    } else {
                        self.fault =
                            Some("`Differences` names a glyph for no code of one byte".to_owned());
                    }
                    code = code.saturating_add(1);
                }
                _ => {
                    self.fault = Some(
                        "`Differences` holds something that is neither a code nor a name"
                            .to_owned(),
                    );
                }
            }
        }
    }

    fn set(&mut self, code: usize, name: &str) {
        if let Some(place) = self.names.get_mut(code) {
            *place = Some(name.into());
        }
    }
}

/// The contents of the glyphs of a Type 3 font, by code, as numbers of objects.
pub(super) fn procedures(
    file: &File,
    dictionary: &Dictionary,
    names: &Names,
) -> std::collections::BTreeMap<u32, u32> {
    let Some(glyphs) = file.dict(dictionary, "CharProcs") else { return Default::default() };
    let codes = (0..).zip(names);
    codes
        .filter_map(|(code, name)| {
            let glyph = glyphs.get(name.as_deref()?.as_bytes()).ok()?;
            Some((code, number_of(glyph)?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{TABLES, mac_code, standard_name};

    #[test]
    fn tables_have_all_their_rows() {
        let rows = |name| TABLES.get(name).map(std::collections::HashMap::len);
        assert_eq!(rows("StandardEncoding"), Some(149));
        assert_eq!(rows("WinAnsiEncoding"), Some(224));
        assert_eq!(rows("Symbol"), Some(189));
        assert_eq!(standard_name(b'\''), Some("quoteright"));
        assert_eq!(mac_code("notequal"), Some(173));
    }
}
