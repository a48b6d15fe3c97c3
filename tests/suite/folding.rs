//! What the sheets become on paper: they are folded, nested, gathered and cut here as a bindery does it, and then read.
//!
//! Nothing here knows how the program imposes. `paper` knows that a panel has two faces and can't lie in its own
//! fold; `bindery` has the instructions that a bindery gets; `reader` opens what was folded; `pile` folds and
//! cuts sheets as the printer delivers them; `printed` finds names on finished PDFs, and `judge` takes both together for a leaflet. `trials` try all of these on sheets
//! that are set by hand, right and wrong; `leaflets` and `imposed` judge the program.

mod bindery;
mod imposed;
mod judge;
mod leaflets;
mod paper;
mod pile;
mod printed;
mod reader;
mod trials;
