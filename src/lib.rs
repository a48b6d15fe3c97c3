//! feuillet turns one brochure source and its translations into every PDF that a campaign needs.
//!
//! The folder list is the pipeline. Each stage knows the products of the stages before it, and nothing after it:
//!
//! 1. [`load`]: files in; brochure, facts, theme and catalogues out, every value with its place in its file.
//! 2. [`state`]: what was reviewed in; the state of every message out.
//! 3. [`resolve`]: edition and language in; a manuscript out, blocks of text runs, none missing.
//! 4. [`compose`]: the manuscript and the theme in; readable Typst source out. Pure.
//! 5. [`typeset`]: source and fonts in; Typst's frames out, checked for glyphs and for room.
//! 6. [`export`]: frames and a profile in; the bytes of a PDF out.
//! 7. [`build`]: the jobs of a choice in; files and a manifest out, in parallel, each by rename.
//!
//! [`cli`] calls them and is used by nobody. [`diagnostic`], [`fields`], [`measure`] and [`language`] may be used by
//! all. Only `load`, `build`, `cli` and the font loading of `typeset` read or write disks; only `typeset` and
//! `export` name Typst's crates outside tests.

pub mod build;
pub mod cli;
pub mod compose;
pub mod diagnostic;
pub mod export;
pub mod fields;
pub mod language;
pub mod load;
pub mod measure;
pub mod resolve;
pub mod state;
pub mod typeset;
