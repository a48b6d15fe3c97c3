//! Turns the resources of a page (ISO 32000-1, 7.8.3) into what its contents paint with.

pub(crate) mod colour;
pub(crate) mod font;
pub(crate) mod function;
pub(crate) mod image;
pub(crate) mod shading;
