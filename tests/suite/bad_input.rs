//! What is wrong in a project's files is told whole: message, underlined place, what to do next.

mod blocks;
mod brochure;
mod calls;
mod catalogues;
mod characters;
mod command_line;
mod facts;
mod foreign_markup;
mod grammar;
mod markup;
mod multilingual;
mod pages;
mod theme;
mod translations;

const BROCHURE: &str = "brochures/note/brochure.toml";
const FACTS: &str = "brochures/note/facts.toml";
const THEME: &str = "brochures/note/theme.toml";
const ENGLISH: &str = "translations/en/note.ftl";
const DUTCH: &str = "translations/nl/note.ftl";
