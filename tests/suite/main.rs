//! The behaviour of the program, one file a feature, on small projects that are edited and built.

#![allow(clippy::unwrap_used, reason = "what a test expects and does not find ends it")]
#![allow(clippy::invisible_characters, reason = "reports show what was typed")]
#![allow(clippy::print_stderr, reason = "a test that is left out says so")]

mod support;

mod bad_input;
mod bodies;
mod booklet;
mod card;
mod catalogue_to_page;
mod command_line;
mod copied;
mod discreet;
mod discretion;
mod documents;
mod exchange;
mod exchange_hostile;
mod facts;
mod fitting;
mod folding;
mod fonts;
mod hostile;
mod impose;
mod incremental;
mod languages;
mod large;
mod layout;
mod lint;
mod number_order;
mod orders;
mod outside;
mod pictures;
mod plain_text;
mod preflight;
mod preview;
mod print;
mod print_export;
mod print_input;
mod printing;
mod projects;
mod proof;
mod properties;
mod pseudo;
mod publish;
mod reading;
mod recall;
mod releases;
mod reproducible;
mod resolving;
mod scaffold;
mod schema;
mod scripts;
mod shipped;
mod signing;
mod states;
mod status_scale;
mod stress;
mod structure;
mod tags;
mod two_languages;
mod typed_contacts;
mod typography;
mod watch;
