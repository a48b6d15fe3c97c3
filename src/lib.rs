//! feuillet turns one brochure source and its translations into every PDF that a campaign needs.
//!
//! # The pipeline
//!
//! The folder list is the pipeline. A stage knows the products of the stages before it, and nothing of those after it.
//! `--timings` prints the same list.
//!
//! 1. [`load`] turns a project's files, from disk or from memory, into a publication: brochure, facts, theme and
//!    catalogues, in which every value knows its place in its file.
//! 2. [`review`] adds the record of what was signed, and tells the state of each message and edition. Beside it [`lint`]
//!    compares each translation with its source, and finds what no page should show.
//! 3. [`resolve`] turns an edition, named by its [`EditionId`](load::EditionId), into a manuscript: blocks of text runs, none
//!    missing.
//! 4. [`compose`] turns the manuscript and the theme into Typst source that a person can read. It is pure, and what it makes
//!    never changes.
//! 5. [`typeset`] turns the source and the fonts into pages, at the largest setting at which everything fits, and checks them.
//!    For translators, [`proof`] lays notes beside the pages: ids, source texts, what is missing or stale.
//! 6. [`impose`] turns pages into sheets. They are still Typst's frames.
//! 7. [`export`] turns sheets into the bytes of a PDF for a profile, and mends what readers copy and hear of it.
//! 8. [`feuillet_preflight`], a crate of its own, turns the bytes of any PDF into a report of what a print shop, an archive or
//!    a screen reader would refuse. It knows nothing of the stages that wrote them.
//! 9. [`driver`] does this for a selection of editions, many at once: it plans, calls the stages, and hands what they made to
//!    [`artifact`], which records and writes it, and to [`cache`], which tells the next run what need not be made again. [`watch`]
//!    keeps one edition up to date while its files are edited.
//!
//! Editions of bodies (communes, offices, associations) take the same way. [`load`] reads the bodies, [`resolve`] fills the slots of
//! an edition from the body that its [`EditionId`](load::EditionId) names and chooses the contacts of its regions, and
//! `driver::bodies` makes those of all bodies in one run: what is alike once.
//!
//! An edition in two languages is one job of the driver with a part for each: `driver::parts` resolves, composes and typesets each language
//! by itself, at the setting that both have room for, and [`impose`] joins the pages, one after the other or back to back. Where the
//! edition has them beside each other, it is one part: [`compose`] writes both manuscripts into one source, block by block.
//!
//! [`history`] keeps what each release said, and what was printed, and compares it with today's project; no stage above reads it.
//!
//! [`order`] turns approved editions and a file that says how often, on which paper and for whom into what a print shop gets: PDFs, a
//! job ticket, an order sheet, checksums.
//!
//! [`publish`] turns approved artifacts into a site: static pages, the texts as HTML made from the same manuscripts, pictures for
//! messengers. It takes over what earlier runs published, and withdraws what is no longer true.
//!
//! [`preview`] serves a page on which translators see their edition and edit it. It resolves, composes and typesets as a build does,
//! with the texts that somebody types in place of those of the files, and draws the pages as SVG; its own texts say how.
//!
//! Commands that change a project read it as a build does. [`signing`] turns what a person did into lines of the record,
//! [`exchange`] texts into files for translators' tools and back, and [`edit`] writes what changed: all of it or nothing.
//!
//! Beside the pipeline, [`scaffold`] turns a few choices into a new brochure or language, and [`pseudo`] a brochure into one in no
//! language, to try its layout.
//!
//! [`cli`] calls the driver and is used by nobody. [`diagnostic`], [`difference`], [`fields`], [`language`], [`fold`] and the crates
//! [`feuillet_colour`] and [`feuillet_units`] may be used by all. Only `load`, `edit`, `artifact`, `cache`, `watch`, `order`,
//! `publish`, `cli`, the state folder of `preview`, the cleaning in `driver` and the loading of fonts in `typeset` touch the disk; only `preview`
//! listens to a network; only `typeset`, `proof`, `impose` and `export` name Typst's crates.
//!
//! # A walk with one message
//!
//! The message `right-leave` of the shipped brochure, in Russian:
//!
//! 1. `load::load` reads `translations/ru/partner-violence.ftl` into a catalogue: the message is an `Entry` under its
//!    `TextId`, with its comment, its pattern and the range of its bytes.
//! 2. `review::assess` compares it with the record: it is a draft.
//! 3. `resolve::resolve` comes to the block that names it. `Resolver::message` finds the entry, along the fallback chain of the
//!    language, and `MessageFormatter::format` fills in facts and turns markup into the runs of a `Passage`.
//! 4. `compose::compose` writes the block. The runs become `ComposedText`s, kept apart from the code around them.
//! 5. `Composition::with` joins code and texts for one setting: here each text becomes a string literal, once.
//! 6. `typeset::typeset_profiles` tries settings and lays the source out. The glyphs of the message have spans that lead back
//!    to its literal, so a check that finds it too long can underline the entry of step 1.
//!
//! # A walk with one edition
//!
//! The Russian booklet, for `screen`, `print` and `office`:
//!
//! 1. `driver::build` replays the report of the last run if no file has changed. Else it takes the output lock, and
//! 2. `load_brochures` and `plan` list a `Job` for each language edition, with its profiles.
//! 3. `build_edition` does the job. `edition_source` resolves and composes it.
//! 4. `CacheSession::get` gives what an earlier run made with the same key; such a PDF is done.
//! 5. For the other profiles `edition_pages` typesets the source, once for all of them,
//! 6. and `check_pages` reports what the layout checks found.
//! 7. `pdf` imposes, exports and judges the pages of each profile, and gives their bytes with an `Artifact`: the one record of
//!    a PDF, which the manifest, the cache, JSON and the command line share.
//! 8. The PDF is written, and `CacheSession::put` keeps the artifact at once: a run that is killed keeps what it finished.
//! 9. At the end `update_manifests` brings `manifest.json` up to date, and `CacheSession::close` keeps the report.
//!
//! # Four decisions
//!
//! - *Text can't act.* No text is ever read as Typst: code is `&'static str`, texts are values, and only
//!   `Composition::with` writes a literal.
//! - *Facts are marked, not pasted.* What is filled into a text keeps its meaning as a run: a telephone number is dialled,
//!   kept whole, and runs from left to right among Arabic words. Its value is never read for markup.
//! - *Everything wrong is reported in one run*, underlined in the user's own file. Whoever finds a fault adds it to the
//!   report and goes on; a function without a result returns [`Reported`](diagnostic::Reported), which only a report gives.
//! - *A draft is a draft until somebody signs.* [`review`] compares what a message says today, with the facts in it, with
//!   what was signed, and the manifest names each reason.
//!
//! # Where to add
//!
//! - *A fold*, whose creases are all parallel: a row in `FOLDS` of `src/fold.rs`, and in its test the width of the flat
//!   sheet. Templates and imposition take it from there. The trials of `tests/suite/folding` know nothing of the program:
//!   tell the bindery how to fold it (`FOLDS` in `bindery.rs`), tell `trials.rs` in which order it is read, and add an
//!   edition of its name to `tests/fixtures/folds`. Name it in `brochures/README.md`.
//! - *A layout check*: a function in a file of `src/typeset/checks/`, a row in `CHECKS` of `src/typeset/checks/mod.rs`, and
//!   one in the table of `brochures/README.md`. It sees every script, also those without capitals, and must find nothing in
//!   what ships. A case that breaks it goes into `tests/suite/layout/`.
//! - *A preflight rule*: a row with its function in the file of its group in `src/preflight/rules/`. A file that breaks it
//!   and one that does not go into the `cases_….py` of the group in `tests/suite/preflight/`; `also` names other rules that
//!   the same file breaks. A rule that judges a condition of PDF/UA-1 is named in `src/preflight/rules/ua/matterhorn.txt`. `FEUILLET_RENEW_REFERENCES=1 cargo test --release -p feuillet-preflight readme` renews the table
//!   in `src/preflight/README.md`.
//! - *A rule of texts*: a row in `RULES` of `src/lint/rules.rs`, and a file in `src/lint/` that gives [`lint`] what it found in
//!   the wordings of a text, each with a subject that a comment `# accept …` can name; what it needs of the source is read once,
//!   into `Original`. A line in the table of `translations/README.md`. It must find nothing in what ships: its cases, and a change
//!   of the shipped texts that it must notice, go into `tests/suite/lint/`.
//! - *A wish of print shops*: a field of `Shop` in `src/order/shop.rs`, its key in `read_shop`, and what it asks of files in `judge` of
//!   `src/order/make.rs`. A line in the table of `orders/README.md`, and a case in `tests/suite/orders.rs`.
//! - *A reason for a draft*: a kind in `ReasonKind` of `src/review/edition.rs`, with its name in `as_str` and in the test of
//!   names, and an arm in `message_reason` or `fact_reason`, which tell the first kind that holds. Manifest, JSON,
//!   `feuillet list --long` and proofs take it from there. Its test goes into `tests/suite/states.rs`.

mod artifact;
mod cache;
pub mod cli;
pub mod compose;
pub mod diagnostic;
mod difference;
mod driver;
mod edit;
mod exchange;
pub mod export;
mod fields;
pub mod fold;
mod history;
pub mod impose;
pub mod language;
mod lint;
pub mod load;
mod order;
mod preview;
pub mod proof;
mod pseudo;
mod publish;
pub mod resolve;
pub mod review;
mod scaffold;
mod signing;
pub mod typeset;
mod watch;
