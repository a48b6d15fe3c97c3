//! Keeps typed addresses and names of files as they were typed: a blank before a `?`, a curly quote or a dash in them would
//! lead nowhere, and in a right-to-left text their parts would change places.

use std::ops::Range;

use crate::language::recognise::addresses;
use crate::resolve::markup::Piece;
use crate::resolve::typography::unbroken::split;

/// Makes runs of the addresses of a paragraph, which no rule changes.
pub(super) fn keep_as_typed(pieces: Vec<Piece>) -> Vec<Piece> {
    let letters: Vec<char> = pieces
        .iter()
        .flat_map(|piece| piece.run.text.chars().map(|c| if piece.typed { c } else { '\n' }))
        .collect();
    let found: Vec<Range<usize>> =
        addresses(&letters).into_iter().map(|address| address.range).collect();
    if found.is_empty() {
        return pieces;
    }
    let mut out = Vec::with_capacity(pieces.len() + 2 * found.len());
    let mut start = 0;
    for piece in pieces {
        let length = piece.run.text.chars().count();
        if piece.typed {
            let mut at = start;
            for part in split(piece, start, &found) {
                let typed = !found.iter().any(|address| address.contains(&at));
                at += part.run.text.chars().count();
                out.push(Piece { typed, ..part });
            }
        } else {
            out.push(piece);
        }
        start += length;
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::resolve::typography::testing::set;

    #[test]
    fn a_typed_address_stays_as_it_was_typed() {
        for address in [
            "https://www.exemple.be/a?b=1!c;d",
            "http://x.be/?x=1;y",
            "a.b/c?d=e",
            "jean-paul@x-y.be",
            "www.a-b.be/3-5?x=1-2",
            "https://a.be/l'eau--1...2",
            "https://a.be/1-2",
            "rapport-3-5.pdf",
            "C:\\dossier\\3-5",
            "https://ελλάδα.gr/σελίδα",
            "post@münchen.de",
        ] {
            for (tag, open, close) in [
                ("fr", "«_", "_»"),
                ("nl", "“", "”"),
                ("en", "“", "”"),
                ("de", "„", "“"),
                ("es", "«", "»"),
                ("pt", "«", "»"),
                ("ru", "«", "»"),
                ("tr", "“", "”"),
                ("ar", "«", "»"),
                ("uk", "«", "»"),
                ("ro", "„", "”"),
                ("pl", "„", "”"),
            ] {
                let typed = format!("x \"{address}\", {address}. ({address})");
                let wanted = format!("x {open}{address}{close}, {address}. ({address})");
                assert_eq!(set(tag, &typed), wanted, "{tag}");
            }
        }
    }

    #[test]
    fn what_stands_beside_an_address_is_set() {
        assert_eq!(set("fr", "Voir x.be: ou x.be ? Non!"), "Voir x.be: ou x.be_? Non_!");
        assert_eq!(set("fr", "l'adresse d'info@x.be - ici"), "l’adresse d’info@x.be~– ici");
    }
}
