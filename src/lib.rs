//! feuillet turns one brochure source and its translations into every PDF that a campaign needs.
//!
//! The folder list is the pipeline. Each stage knows the products of the stages before it, and nothing after it:
//!
//! 1. [`load`] reads files into the brochure, its facts, theme and catalogues; every value knows its place in its file.
//! 2. [`review`] compares what was reviewed with the texts of today, and gives the state of every message.
//! 3. [`resolve`] turns an edition and a language into a manuscript: blocks of text runs, none missing.
//! 4. [`compose`] turns the manuscript and the theme into readable Typst source. It is pure.
//! 5. [`typeset`] turns source and fonts into Typst's frames, at the largest measures at which everything fits, and
//!    checks the layout. For translators, [`proof`] sets notes beside these pages: ids, source texts, what is missing or
//!    stale.
//! 6. [`impose`] turns pages and a scheme into sheets, which are still frames.
//! 7. [`export`] turns sheets into the PDF of a profile.
//! 8. [`feuillet_preflight`] turns the bytes of any PDF into a report of what a print shop, an archive or a screen reader
//!    would refuse. It knows nothing of the stages that wrote them.
//! 9. `driver` runs these stages for many language editions in parallel, and writes each file by rename, with a manifest.
//!    It leaves alone what would come out as it already is.
//!
//! Four decisions explain most of the code:
//!
//! - *Text can't act.* `compose` writes each text as a string literal, `[#"…"]`, at the place where it is used. No text is
//!   ever read as Typst, and the span of every glyph leads back to the literal, and so to its message.
//! - *Facts are marked, not pasted.* What is filled into a text keeps its meaning as a run: a telephone number is dialled,
//!   kept whole and runs from left to right among Arabic words, and its value is never read for markup.
//! - *All faults are reported in one run*, underlined in the user's own file ([`diagnostic`], `fields`); whoever finds a
//!   fault adds it to the report and goes on.
//! - *A draft is a draft until somebody signs.* [`review`] compares what a message says today, with the facts in it, with
//!   what was signed, and the manifest names each reason.
//!
//! [`cli`] calls the stages and is used by nobody. [`feuillet_colour`], [`feuillet_units`], [`diagnostic`], `fields`,
//! [`fold`] and [`language`] may be used by all. Only `load`, `artifact`, `cache`, `watch`, `driver`, `cli` and the font
//! loading of `typeset` read or write disks; only `typeset`, `proof`, `impose` and `export` name Typst's crates outside
//! tests.

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
