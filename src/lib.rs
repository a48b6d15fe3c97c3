//! feuillet turns one brochure source and its translations into every PDF that a campaign needs.
//!
//! The folder list is the pipeline. Each stage knows the products of the stages before it, and nothing after it:
//!
//! 1. [`load`]: files in; brochure, facts, theme and catalogues out, every value with its place in its file.
//! 2. [`review`]: what was reviewed in; the state of every message out.
//! 3. [`resolve`]: edition and language in; a manuscript out, blocks of text runs, none missing.
//! 4. [`compose`]: the manuscript and the theme in; readable Typst source out. Pure.
//! 5. [`typeset`]: source and fonts in; Typst's frames out, at the largest measures at which everything fits, and what
//!    the checks of the layout found. For translators, [`proof`] lays these pages beside notes: ids, source texts, what
//!    is missing or stale.
//! 6. [`impose`]: pages and a scheme in; sheets out, still frames.
//! 7. [`export`]: sheets and a profile in; the bytes of a PDF out.
//! 8. [`feuillet_preflight`]: the bytes of any PDF in; what a print shop, an archive or a screen reader would refuse out. It knows
//!    nothing of the stages that wrote them.
//! 9. [`driver`]: the jobs of a choice in; files and a manifest out, in parallel, each by rename. What would come out as it
//!    is already there is left as it is.
//!
//! Four decisions explain most of the code:
//!
//! - *Text can't act.* `compose` writes each text as a string literal, `[#"…"]`, at the place where it is used. No text is
//!   ever read as Typst, and the span of every glyph leads back to the literal, and so to its message.
//! - *Facts are marked, not pasted.* What is filled into a text keeps its meaning as a run: a telephone number is dialled,
//!   kept whole and runs from left to right among Arabic words, and its value is never read for markup.
//! - *Everything wrong is told in one run*, underlined in the user's own file ([`diagnostic`], `fields`); whoever finds a
//!   fault adds it to the report and goes on.
//! - *A draft is a draft until somebody signs.* [`review`] compares what a message says today, with the facts in it, with
//!   what was signed, and the manifest names each reason.
//!
//! [`cli`] calls the stages and is used by nobody. [`feuillet_colour`], [`feuillet_units`], [`diagnostic`], `fields`, [`fold`] and [`language`]
//! may be used by all. Only `load`, `build`, `cli` and the font loading of `typeset` read or write disks; only `typeset`,
//! `proof`, `impose` and `export` name Typst's crates outside tests.

mod artifact;
mod cache;
pub mod cli;
pub mod compose;
pub mod diagnostic;
mod driver;
pub mod export;
mod fields;
pub mod fold;
pub mod impose;
pub mod language;
pub mod load;
pub mod proof;
pub mod resolve;
pub mod review;
pub mod typeset;
mod watch;
