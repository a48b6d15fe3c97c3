//! Sets values in TOML files that people wrote, and leaves every other byte as it is: comments, order, blanks, line ends.

use std::ops::Range;
use std::sync::Arc;

use toml_edit::{Array, Document, InlineTable, Item, Key, Table, TableLike, Value};

use crate::diagnostic::{Diagnostic, SourceFile, Span};

/// Sets a key of the table at `path`; an empty path is the top of the file. What the key had is replaced in its place, a
/// new key stands behind the others of the table, and a new table at the end of the file.
///
/// # Errors
///
/// Fails if the file is no TOML, or if something on the path is not a table.
pub(crate) fn set_value(
    file: &Arc<SourceFile>,
    path: &[&str],
    key: &str,
    value: impl Into<Value>,
) -> Result<Arc<SourceFile>, Diagnostic> {
    let value = value.into().decorated("", "").to_string();
    let document = parse(file)?;
    let edit = match find(file, document.as_table(), path)?.get(key) {
        Some(Item::Value(old)) => Edit { range: span(old.span()), text: value.clone() },
        Some(old) => return Err(not_a(file, "value", key, old)),
        None => add(file, document.as_table(), path, key, &value),
    };
    edit.apply(file, |edited| {
        let document = parse(edited).ok()?;
        let item = find(edited, document.as_table(), path).ok()?.get(key)?;
        Some(edited.text[item.span()?] == value)
    })
}

/// Adds a value at the end of an array that is there.
///
/// # Errors
///
/// Fails if the file is no TOML, or if there is no such array.
pub(crate) fn push_value(
    file: &Arc<SourceFile>,
    path: &[&str],
    key: &str,
    value: impl Into<Value>,
) -> Result<Arc<SourceFile>, Diagnostic> {
    let value = value.into().decorated("", "").to_string();
    let document = parse(file)?;
    let array = match find(file, document.as_table(), path)?.get(key) {
        Some(Item::Value(Value::Array(array))) => array,
        Some(other) => return Err(not_a(file, "array", key, other)),
        None => {
            return Err(Diagnostic::error(format!("no `{key}` in `{}`", file.path))
                .at(&Span::new(file, 0..0)));
        }
    };
    let (was, edit) = (array.len(), push(file, array, &value));
    edit.apply(file, |edited| {
        let document = parse(edited).ok()?;
        let array = find(edited, document.as_table(), path).ok()?.get(key)?.as_array()?;
        Some(array.len() == was + 1 && edited.text[array.get(was)?.span()?] == value)
    })
}

/// A day as TOML writes it.
pub(crate) fn date_value(date: time::Date) -> Value {
    let (year, month, day) = date.to_calendar_date();
    let year = u16::try_from(year).unwrap_or_default();
    let date = toml_edit::Date { year, month: u8::from(month), day };
    toml_edit::Datetime { date: Some(date), time: None, offset: None }.into()
}

/// What is to stand in place of a range of the text.
struct Edit {
    range: Range<usize>,
    text: String,
}

impl Edit {
    fn insert(at: usize, text: String) -> Edit {
        Edit { range: at..at, text }
    }

    /// Makes the edit in the file's own bytes, and asks whether it came out as it was meant.
    fn apply(
        self,
        file: &Arc<SourceFile>,
        is_right: impl FnOnce(&Arc<SourceFile>) -> Option<bool>,
    ) -> Result<Arc<SourceFile>, Diagnostic> {
        let mut own = file.own_text();
        let text = self.text.replace('\n', file.line_end(self.range.start));
        own.replace_range(file.own_range(self.range.clone()), &text);
        let edited = SourceFile::decode(file.path.as_str(), own);
        if is_right(&edited) == Some(true) {
            return Ok(edited);
        }
        Err(Diagnostic::error(format!("can't edit `{}` here", file.path))
            .at(&Span::visible(file, self.range))
            .hint(format!("write it yourself: {}", self.text.trim())))
    }
}

fn parse(file: &Arc<SourceFile>) -> Result<Document<&str>, Diagnostic> {
    Document::parse(file.text.as_str()).map_err(|error| {
        let place = error.span().unwrap_or(0..0);
        Diagnostic::error(error.message().to_lowercase()).at(&Span::visible(file, place))
    })
}

/// An empty table stands for one that is not there.
static NOTHING: std::sync::LazyLock<Table> = std::sync::LazyLock::new(Table::new);

/// The table at a path.
fn find<'t>(
    file: &Arc<SourceFile>,
    root: &'t Table,
    path: &[&str],
) -> Result<&'t dyn TableLike, Diagnostic> {
    let mut table: &dyn TableLike = root;
    for name in path {
        table = match table.get(name) {
            Some(item) => item.as_table_like().ok_or_else(|| not_a(file, "table", name, item))?,
            None => return Ok(&*NOTHING),
        };
    }
    Ok(table)
}

fn not_a(file: &Arc<SourceFile>, wanted: &str, name: &str, item: &Item) -> Diagnostic {
    Diagnostic::error(format!("`{name}` is not a {wanted}, but of type {}", item.type_name()))
        .at(&Span::visible(file, span(item.span())))
}

/// The parser gives every value of a document its place.
fn span(found: Option<Range<usize>>) -> Range<usize> {
    found.unwrap_or_default()
}

/// Where new keys of a table can be written.
#[derive(Clone, Copy)]
enum Place<'t> {
    /// Below a header, or at the top of the file.
    Below(&'t Table),
    /// Between braces.
    Between(&'t InlineTable),
}

/// Adds a key that the table at `path` does not have.
fn add(file: &SourceFile, root: &Table, path: &[&str], key: &str, value: &str) -> Edit {
    // The innermost table in which something can be written, and how deep it is.
    let (mut place, mut depth) = (Place::Below(root), 0);
    // The innermost table of the path, if it is written with dots: its keys stand together.
    let mut dotted = None;
    let mut table: &dyn TableLike = root;
    let mut is_whole = true;
    for (index, name) in path.iter().enumerate() {
        let Some(item) = table.get(name) else {
            is_whole = false;
            break;
        };
        match item {
            Item::Table(inner) => {
                table = inner;
                dotted = inner.is_dotted().then_some(table);
                if !inner.is_implicit() && !inner.is_dotted() {
                    (place, depth) = (Place::Below(inner), index + 1);
                }
            }
            Item::Value(Value::InlineTable(inner)) => {
                table = inner;
                dotted = inner.is_dotted().then_some(table);
                if !inner.is_dotted() {
                    (place, depth) = (Place::Between(inner), index + 1);
                }
            }
            _ => {
                is_whole = false;
                break;
            }
        }
    }
    let name = |names: &[&str]| {
        let names = names.iter().chain([&key]).map(|name| Key::new(*name).to_string());
        names.collect::<Vec<_>>().join(".")
    };
    match place {
        Place::Between(inner) => {
            let line = format!("{} = {value}", name(&path[depth..]));
            add_between(file, inner, dotted, &line)
        }
        Place::Below(inner) if dotted.is_some() || (is_whole && depth == path.len()) => {
            let line = format!("{} = {value}", name(&path[depth..]));
            add_below(file, inner, dotted, &line)
        }
        Place::Below(_) => {
            let header: Vec<_> = path.iter().map(|name| Key::new(*name).to_string()).collect();
            let text = &file.text;
            let gap = match text {
                text if text.is_empty() || text.ends_with("\n\n") => "",
                text if text.ends_with('\n') => "\n",
                _ => "\n\n",
            };
            let table = format!("{gap}[{}]\n{} = {value}\n", header.join("."), name(&[]));
            Edit::insert(text.len(), table)
        }
    }
}

/// Adds a line below those of a table, or of a part of it that is written with dots.
fn add_below(file: &SourceFile, table: &Table, dotted: Option<&dyn TableLike>, line: &str) -> Edit {
    let text = &file.text;
    let last = dotted.and_then(last_value).or_else(|| last_value(table));
    let indent = match &last {
        Some(last) => {
            let start = text[..last.start].rfind('\n').map_or(0, |at| at + 1);
            let whole = &text[start..];
            &whole[..whole.len() - whole.trim_start_matches([' ', '\t']).len()]
        }
        None => "",
    };
    // At the top of a file without keys of its own, the first line is before everything.
    let Some(behind) = last.or_else(|| table.span()).map(|range| range.end).filter(|end| *end > 0)
    else {
        return Edit::insert(0, format!("{line}\n"));
    };
    match text[behind..].find('\n') {
        Some(end) => Edit::insert(behind + end + 1, format!("{indent}{line}\n")),
        None => Edit::insert(text.len(), format!("\n{indent}{line}")),
    }
}

/// Adds a key between the braces of a table.
fn add_between(
    file: &SourceFile,
    table: &InlineTable,
    dotted: Option<&dyn TableLike>,
    line: &str,
) -> Edit {
    if let Some(last) = dotted.and_then(last_value).or_else(|| last_value(table)) {
        return Edit::insert(last.end, format!(", {line}"));
    }
    let own = span(table.span());
    let inside = own.start + 1..own.end.saturating_sub(1).max(own.start + 1);
    if file.text[inside.clone()].trim().is_empty() {
        Edit { range: inside, text: format!(" {line} ") }
    } else {
        Edit::insert(inside.start, format!(" {line}"))
    }
}

/// Where the last value of a table stands that is written in its own lines, not below another header.
fn last_value(table: &dyn TableLike) -> Option<Range<usize>> {
    let values = table.iter().filter_map(|(_, item)| match item {
        Item::Table(inner) if inner.is_dotted() => last_value(inner),
        Item::Value(Value::InlineTable(inner)) if inner.is_dotted() => last_value(inner),
        Item::Value(value) => value.span(),
        _ => None,
    });
    values.max_by_key(|range| range.end)
}

/// Adds a value at the end of an array, on a line of its own if the last one has one.
fn push(file: &SourceFile, array: &Array, value: &str) -> Edit {
    let own = span(array.span());
    let Some(last) = array.iter().filter_map(Value::span).last() else {
        return Edit::insert(own.start + 1, value.to_owned());
    };
    let before = &file.text[own.start..last.start];
    let line = &before[before.rfind('\n').map_or(0, |at| at)..];
    let has_own_line = line.starts_with('\n') && line.trim().is_empty();
    let gap = if has_own_line { line } else { " " };
    Edit::insert(last.end, format!(",{gap}{value}"))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{push_value, set_value};
    use crate::diagnostic::SourceFile;

    fn file(text: &str) -> Arc<SourceFile> {
        SourceFile::decode("a.toml", text)
    }

    #[track_caller]
    fn assert_set(before: &str, path: &[&str], after: &str) {
        for (mark, end) in [("", "\n"), ("\u{FEFF}", "\r\n")] {
            let own = |text: &str| format!("{mark}{}", text.replace('\n', end));
            let edited = set_value(&file(&own(before)), path, "k", 7).unwrap();
            // A text of one line has no line end of its own to go by.
            if end == "\n" || before.contains('\n') {
                assert_eq!(edited.own_text(), own(after), "{before}");
            }
        }
    }

    #[test]
    fn a_value_is_replaced_in_its_place() {
        let table = "# head\n[a]  # one\n  k   =  \"x\"   # why\nb = 1\n[c]\n";
        assert_set(table, &["a"], &table.replace("\"x\"", "7"));
        assert_set("a = { k= [1,\n 2], b = 1 } # c\n", &["a"], "a = { k= 7, b = 1 } # c\n");
        assert_set("a.b.k = 1\na.c = 2\n", &["a", "b"], "a.b.k = 7\na.c = 2\n");
        assert_set(
            "k = '''\n[a]\nk = 1\n'''\n[a]\nk = 1\n",
            &["a"],
            "k = '''\n[a]\nk = 1\n'''\n[a]\nk = 7\n",
        );
        assert_set("\"a\".\"k\" = 1", &["a"], "\"a\".\"k\" = 7");
    }

    #[test]
    fn a_new_key_stands_behind_the_others_of_its_table() {
        assert_set(
            "[a]\nb = 1 # b\n\n# about c\n[c]\n",
            &["a"],
            "[a]\nb = 1 # b\nk = 7\n\n# about c\n[c]\n",
        );
        assert_set(
            "[a]\n\tb = '''\n]\n'''\n[c]\n",
            &["a"],
            "[a]\n\tb = '''\n]\n'''\n\tk = 7\n[c]\n",
        );
        assert_set("[a] # a\n[a.b]\nc = 1\n", &["a"], "[a] # a\nk = 7\n[a.b]\nc = 1\n");
        assert_set("[a]\nb.c = 1\nd = 2\n[e]", &["a", "b"], "[a]\nb.c = 1\nb.k = 7\nd = 2\n[e]");
        assert_set("[a]\nb.c = 1\nd = 2\n[e]", &["a"], "[a]\nb.c = 1\nd = 2\nk = 7\n[e]");
        assert_set("b = 1\n[a]", &["a"], "b = 1\n[a]\nk = 7");
        assert_set("b = 1\n[a]\n", &[], "b = 1\nk = 7\n[a]\n");
        assert_set("[a]\nc = 1\n", &[], "k = 7\n[a]\nc = 1\n");
        assert_set("", &[], "k = 7\n");
        assert_set(
            "[a]\nx = 1\n[[l]]\n[[l]]\nb = 1\n",
            &["a"],
            "[a]\nx = 1\nk = 7\n[[l]]\n[[l]]\nb = 1\n",
        );
    }

    #[test]
    fn a_new_key_stands_behind_the_others_between_braces() {
        assert_set("a = { b = 1 }\n", &["a"], "a = { b = 1, k = 7 }\n");
        assert_set("a = {}\n", &["a"], "a = { k = 7 }\n");
        assert_set("a = { b = { c = '}' } }\n", &["a", "b"], "a = { b = { c = '}', k = 7 } }\n");
        assert_set(
            "[x]\na = { b.c = 1, d = 2 }\n",
            &["x", "a", "b"],
            "[x]\na = { b.c = 1, b.k = 7, d = 2 }\n",
        );
        assert_set("a = { b = 1 }\n", &["a", "n"], "a = { b = 1, n.k = 7 }\n");
    }

    #[test]
    fn a_new_table_stands_at_the_end() {
        assert_set("b = 1\n", &["a"], "b = 1\n\n[a]\nk = 7\n");
        assert_set("b = 1\n\n", &["a", "c d"], "b = 1\n\n[a.\"c d\"]\nk = 7\n");
        assert_set("[a.b]\nc = 1\n", &["a"], "[a.b]\nc = 1\n\n[a]\nk = 7\n");
        assert_set("[[l]]\nc = 1\n# end\n", &["a"], "[[l]]\nc = 1\n# end\n\n[a]\nk = 7\n");
        assert_set("[a]\nb = 1\n", &["a", "n"], "[a]\nb = 1\n\n[a.n]\nk = 7\n");
    }

    /// The tables of a document, by their paths.
    fn tables(table: &toml::Table, path: &[String], found: &mut Vec<Vec<String>>) {
        found.push(path.to_vec());
        for (name, value) in table {
            if let toml::Value::Table(inner) = value {
                tables(inner, &[path, std::slice::from_ref(name)].concat(), found);
            }
        }
    }

    #[test]
    fn every_value_that_ships_can_be_set_and_nothing_else_changes() {
        let mut edits = 0;
        for path in ["brochure.toml", "facts.toml", "theme.toml"] {
            let root = concat!(env!("CARGO_MANIFEST_DIR"), "/brochures/partner-violence");
            let plain = std::fs::read_to_string(format!("{root}/{path}")).unwrap();
            for own in [plain.clone(), format!("\u{FEFF}{}", plain.replace('\n', "\r\n"))] {
                let file = file(&own);
                let before: toml::Table = toml::from_str(&file.text).unwrap();
                let mut paths = Vec::new();
                tables(&before, &[], &mut paths);
                for path in paths {
                    let names: Vec<&str> = path.iter().map(String::as_str).collect();
                    let table =
                        names.iter().fold(&before, |table, name| table[*name].as_table().unwrap());
                    let keys = table.iter().filter(|(_, value)| match value {
                        toml::Value::Table(_) => false,
                        toml::Value::Array(values) => !values.iter().any(toml::Value::is_table),
                        _ => true,
                    });
                    for key in keys.map(|(key, _)| key.as_str()).chain(["new key"]) {
                        let edited = set_value(&file, &names, key, "né\"w").unwrap();
                        let mut expected = before.clone();
                        let table = names.iter().fold(&mut expected, |table, name| {
                            table[*name].as_table_mut().unwrap()
                        });
                        table.insert(key.to_owned(), "né\"w".into());
                        let read: toml::Table = toml::from_str(&edited.text).unwrap();
                        assert_eq!(read, expected, "{names:?} {key}");
                        // No line but one has changed or come.
                        let (new, old) = (edited.own_text(), file.own_text());
                        let new: Vec<&str> = new.split_inclusive('\n').collect();
                        let old: Vec<&str> = old.split_inclusive('\n').collect();
                        let same = |pair: &(&&str, &&str)| pair.0 == pair.1;
                        let head = old.iter().zip(&new).take_while(same).count();
                        let tail =
                            old[head..].iter().rev().zip(new.iter().rev()).take_while(same).count();
                        assert!(new.len() - head - tail <= 3, "{names:?} {key}");
                        let windows = own.contains('\r');
                        assert!(new.iter().all(|line| line.ends_with("\r\n") == windows));
                        edits += 1;
                    }
                }
            }
        }
        assert!(edits > 500, "{edits}");
    }

    #[test]
    fn an_array_gets_one_more() {
        for (before, after) in [
            ("l = []\n", "l = [\"x\"]\n"),
            ("l = [\"a\"]  # c\n", "l = [\"a\", \"x\"]  # c\n"),
            ("l = [\n  \"a\",\n  \"b\", # b\n]\n", "l = [\n  \"a\",\n  \"b\",\n  \"x\", # b\n]\n"),
            ("l = [\n  \"a\", \"b\"\n]\n", "l = [\n  \"a\", \"b\", \"x\"\n]\n"),
        ] {
            assert_eq!(push_value(&file(before), &[], "l", "x").unwrap().own_text(), after);
        }
        assert!(push_value(&file("l = 1\n"), &[], "l", "x").is_err());
        assert!(push_value(&file("a = 1\n"), &[], "l", "x").is_err());
    }

    #[test]
    fn what_can_not_be_set_is_an_error() {
        for (text, path) in [
            ("a = 1\n", ["a"].as_slice()),
            ("[[a]]\nb = 1\n", &["a"]),
            ("[k]\n", &[]),
            ("a = \n", &["a"]),
            ("a = 1\na = 2\n", &["b"]),
        ] {
            let fault = set_value(&file(text), path, "k", 7).unwrap_err();
            assert!(fault.span.is_some(), "{text}");
        }
    }

    #[test]
    fn a_text_is_quoted_as_it_must_be() {
        for text in ["", "\"", "a\nb = 1\n[c]", "\\", "'''", "\"\"\"", "\u{1}", "é\u{200F}", "]} #"]
        {
            for before in ["k = 1\n", "[a]\r\n", "a = { k = '' }\n"] {
                let edited = set_value(&file(before), &["t"], "k", text).unwrap();
                let read: toml::Table = toml::from_str(&edited.text).unwrap();
                assert_eq!(read["t"]["k"].as_str(), Some(text), "{}", edited.text);
            }
        }
    }
}
