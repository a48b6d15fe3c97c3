//! Files in; which rules of PDF/X they break out.
