//! Turns texts into a PO file.

use std::fmt::Write as _;

use crate::diagnostic::Diagnostic;
use crate::exchange::po::{BROCHURE, LANGUAGE, NUMBER, SOURCE_LANGUAGE};
use crate::exchange::{Document, Text, UnitState};

/// Writes a PO file in UTF-8, with plain line ends, and no text folded.
///
/// # Errors
///
/// Fails if a text holds a character that the tools of gettext take for the end of it.
pub(crate) fn write(document: &Document) -> Result<Vec<u8>, Diagnostic> {
    let mut out = String::new();
    let Document { brochure, source_language, language, units, .. } = document;
    // Each as `msgfmt --check` asks for it. There is no day among them: the same texts are the same file.
    let headers = [
        ("Project-Id-Version", brochure.as_str()),
        ("PO-Revision-Date", ""),
        ("Last-Translator", ""),
        ("Language-Team", ""),
        ("Language", &language.as_str().replace('-', "_")),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
        (BROCHURE, brochure.as_str()),
        (LANGUAGE, language.as_str()),
        (SOURCE_LANGUAGE, source_language.as_str()),
        (NUMBER, &units.len().to_string()),
    ];
    out.push_str("msgid \"\"\nmsgstr \"\"\n");
    for (name, value) in headers {
        let line = format!("{name}: {value}");
        let _ = writeln!(out, "\"{}\\n\"", escaped(line.trim_end()));
    }
    for unit in units {
        out.push('\n');
        let room = unit.room.map(|room| format!("#. Room for about {room} characters.\n"));
        out.push_str(&room.unwrap_or_default());
        for line in unit.comment.lines() {
            out.push_str(format!("#. {line}").trim_end());
            out.push('\n');
        }
        if unit.state == UnitState::Stale && unit.target.is_some() {
            out.push_str("#, fuzzy\n");
        }
        let mut field = |prefix: &str, keyword: &str, text: &str| {
            if let Some(c) = text.chars().find(|c| *c == '\0' || *c == '\r') {
                let code = c as u32;
                return Err(Diagnostic::error(format!(
                    "`{}` holds a character that no PO file can hold: U+{code:04X}",
                    unit.id
                )));
            }
            let lines: Vec<&str> = text.split_inclusive('\n').collect();
            let _ = match lines.as_slice() {
                [] => writeln!(out, "{prefix}{keyword} \"\""),
                [one] => writeln!(out, "{prefix}{keyword} \"{}\"", escaped(one)),
                several => {
                    let lines = several.iter();
                    let lines = lines.map(|line| format!("{prefix}\"{}\"\n", escaped(line)));
                    write!(out, "{prefix}{keyword} \"\"\n{}", lines.collect::<String>())
                }
            };
            Ok(())
        };
        if let Some(previous) = &unit.previous_source {
            field("#| ", "msgctxt", &unit.id)?;
            field("#| ", "msgid", &previous.flat())?;
        }
        field("", "msgctxt", &unit.id)?;
        field("", "msgid", &unit.source.flat())?;
        field("", "msgstr", &unit.target.as_ref().map(Text::flat).unwrap_or_default())?;
    }
    Ok(out.into_bytes())
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c => out.push(c),
        }
    }
    out
}
