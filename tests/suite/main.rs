//! The behaviour of the program, one file a feature, on small projects that are copied, edited and built.

mod support;

mod bad_input;
mod command_line;
mod hostile;
mod outside;
mod projects;
mod properties;
mod reproducible;
mod resolving;
mod states;
