//! Finds what a merge leaves in a file that changed on both sides.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, SourceFile, Span};

/// What stands at the beginning of such lines.
const MARKS: [&str; 4] = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"];

/// What is to be said of the line at an offset, if a merge left it.
#[must_use]
pub(crate) fn merge_mark(file: &Arc<SourceFile>, at: usize) -> Option<Diagnostic> {
    let text = &file.text;
    let start = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    MARKS.iter().any(|mark| line.starts_with(mark)).then(|| {
        Diagnostic::error("this line was left by a merge")
            .at(&Span::visible(file, start..start + line.len()))
            .hint(
                "keep one of the two versions that stand here, and delete the lines with the marks",
            )
    })
}

/// What is to be said of the first line of a file that a merge left, if there is one.
#[must_use]
pub(crate) fn first_merge_mark(file: &Arc<SourceFile>) -> Option<Diagnostic> {
    let starts = file.text.match_indices('\n').map(|(end, _)| end + 1);
    // Lines of equals signs are drawn by people too: a merge opens with another mark.
    let is_opening = |start: &usize| file.text[*start..].starts_with(MARKS[0]);
    let start = std::iter::once(0).chain(starts).find(is_opening)?;
    merge_mark(file, start)
}

#[cfg(test)]
mod tests {
    use super::{first_merge_mark, merge_mark};
    use crate::diagnostic::SourceFile;

    #[test]
    fn what_a_merge_left_is_found() {
        let text = "a = 1\n<<<<<<< ours\nb = 2\n=======\nb = 3\n>>>>>>> theirs\n";
        let file = SourceFile::new("a.toml", text.to_owned());
        let place = |found: Option<crate::diagnostic::Diagnostic>| {
            found.and_then(|found| found.span).map(|span| span.range)
        };
        assert_eq!(place(first_merge_mark(&file)), Some(6..18));
        assert_eq!(place(merge_mark(&file, text.find("===").unwrap() + 2)), Some(25..32));
        assert_eq!(place(merge_mark(&file, 20)), None);
        let drawn = SourceFile::new("a.toml", "# a\n=======\n".to_owned());
        assert_eq!(first_merge_mark(&drawn), None);
    }
}
