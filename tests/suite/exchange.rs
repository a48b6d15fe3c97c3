//! Texts go out to translators and come back: without loss, without harm, and as drafts.

mod merging;
mod outside;
mod refusals;
mod round_trips;
mod shared;
mod sheet;
mod story;
