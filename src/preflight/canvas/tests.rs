//! Pages painted by hand in; what they must measure out.
