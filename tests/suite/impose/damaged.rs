//! Files that a reader would have to repair: what is missing on a page must not be missing in print.

use snapbox::data::Inline;
use snapbox::str;

use super::foreign::{foreign, saved};
use super::refused;
use crate::support::Sandbox;

#[track_caller]
fn refuses(pdf: &[u8], report: Inline) {
    let sandbox = Sandbox::empty();
    sandbox.write("in.pdf", pdf);
    refused(&sandbox, &["in.pdf", "-o", "out.pdf", "--scheme", "n-up"], report);
}

/// A file in which bytes are replaced by others, as many.
fn replaced(old: &[u8], new: &[u8]) -> Vec<u8> {
    assert_eq!(old.len(), new.len());
    let mut pdf = saved(foreign());
    let at = pdf.windows(old.len()).position(|window| window == old).unwrap();
    pdf[at..at + old.len()].copy_from_slice(new);
    pdf
}

#[test]
fn a_file_that_was_cut_off_is_refused() {
    let whole = saved(foreign());
    refuses(
        &whole[..whole.len() - 200],
        str![[r#"
error: `in.pdf` is damaged: the file has no end `%%EOF`
 |
 = help: a program would have to guess, and parts of pages may be missing
 = help: export it again, or save it anew with a program that repairs it, and look at all its pages
"#]],
    );
}

#[test]
fn a_file_whose_cross_references_are_wrong_is_refused() {
    refuses(
        &replaced(b"startxref", b"startxrex"),
        str![[r#"
error: `in.pdf` is damaged: no `startxref` stands before the last `%%EOF`
 |
 = help: a program would have to guess, and parts of pages may be missing
 = help: export it again, or save it anew with a program that repairs it, and look at all its pages
"#]],
    );
}

#[test]
fn contents_that_are_not_in_the_file_are_refused() {
    refuses(
        &replaced(b"/Contents 1 0 R", b"/Contents 9 0 R"),
        str![[r#"
error: `in.pdf` is damaged: an object that `Contents` of page 1 names is not there
 |
 = help: a program would have to guess, and parts of pages may be missing
 = help: export it again, or save it anew with a program that repairs it, and look at all its pages
"#]],
    );
}

#[test]
fn a_stream_that_says_another_length_is_refused() {
    refuses(
        &replaced(b"/Length 33", b"/Length 13"),
        str![[r#"
error: `in.pdf` is damaged: `Length` of a stream is 13 bytes, but its `endstream` stands after 34 (object 1)
 |
 = help: a program would have to guess, and parts of pages may be missing
 = help: export it again, or save it anew with a program that repairs it, and look at all its pages
"#]],
    );
}
