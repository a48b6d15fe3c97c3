//! Turns the sections of a booklet into the blocks that must stand on the page of the block after them.
//!
//! A callout that ends a section, or stands before a break, takes the block before it along, and if that is a callout too,
//! the one before, so that it is never alone on a page. What may be long, a list of many items or contacts, would leave
//! too much room behind, and stays.

use crate::load::{ContactsStyle, ParagraphStyle};
use crate::resolve::manuscript::{Block, BlockKind, Section};

/// A list of no more items than these is short.
const SHORT_LIST: usize = 3;

/// How a block is kept with the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KeptBlock {
    /// As a block of Typst, which it is.
    Block,
    /// As a paragraph, which is no block of Typst by itself.
    Paragraph,
}

/// The blocks to keep with the next one, each with how, of sections that follow each other on the same pages.
pub(super) fn kept_blocks<'a>(sections: &[&'a Section]) -> Vec<(&'a Block, KeptBlock)> {
    let pieces = pieces(sections);
    let mut kept = Vec::new();
    for (index, piece) in pieces.iter().enumerate() {
        let ends =
            pieces.get(index + 1).is_none_or(|next| next.is(|kind| *kind == BlockKind::Break));
        if !ends || !piece.is_callout() {
            continue;
        }
        for before in pieces[..index].iter().rev().filter(|piece| **piece != Piece::ToFoot) {
            if let Piece::Block(block) = before
                && let Some(how) = how(&block.kind)
            {
                kept.push((*block, how));
            }
            if !before.is_callout() {
                break;
            }
        }
    }
    kept
}

/// How a block can be kept with the next one; `None` if it stays where it is.
fn how(kind: &BlockKind) -> Option<KeptBlock> {
    match kind {
        BlockKind::Paragraph { style: ParagraphStyle::Text, .. } => Some(KeptBlock::Paragraph),
        BlockKind::Callout { .. } | BlockKind::Question { .. } => Some(KeptBlock::Block),
        BlockKind::List { items } if items.len() <= SHORT_LIST => Some(KeptBlock::Block),
        _ => None,
    }
}

/// What stands on the pages of a section, one below the other.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Piece<'a> {
    Block(&'a Block),
    /// The space that pushes what follows to the foot.
    ToFoot,
    /// The title of a section that goes on where the one before it ends, or of a block.
    Title,
}

impl Piece<'_> {
    fn is(&self, test: impl Fn(&BlockKind) -> bool) -> bool {
        matches!(self, Piece::Block(block) if test(&block.kind))
    }

    fn is_callout(&self) -> bool {
        self.is(|kind| matches!(kind, BlockKind::Callout { .. }))
    }
}

fn pieces<'a>(sections: &[&'a Section]) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    for (index, section) in sections.iter().enumerate() {
        if index > 0 && section.title.is_some() {
            pieces.push(Piece::Title);
        }
        let mut at_foot = false;
        for block in &section.blocks {
            if block.at_foot && !at_foot {
                pieces.push(Piece::ToFoot);
                at_foot = true;
            }
            at_foot &= block.kind != BlockKind::Break;
            if let BlockKind::Contacts { style, title: Some(_), .. } = &block.kind
                && *style != ContactsStyle::Banner
            {
                pieces.push(Piece::Title);
            }
            pieces.push(Piece::Block(block));
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::{KeptBlock, kept_blocks};
    use crate::load::{Layout, ParagraphStyle, Tone};
    use crate::resolve::manuscript::{Block, BlockKind, Item, Origin, Passage, Section};

    fn text() -> Passage {
        let language = "en".parse().unwrap();
        Passage { origin: Origin::Message("a".to_owned()), language, paragraphs: vec![vec![]] }
    }

    fn paragraph(style: ParagraphStyle) -> BlockKind {
        BlockKind::Paragraph { text: text(), style }
    }

    fn callout() -> BlockKind {
        BlockKind::Callout { text: vec![text()], tone: Tone::Know }
    }

    fn list(items: usize) -> BlockKind {
        BlockKind::List { items: vec![Item { text: text(), icon: None }; items] }
    }

    fn section(kinds: Vec<BlockKind>) -> Section {
        Section {
            id: "a".to_owned(),
            layout: Layout::Text,
            title: Some(text()),
            number: None,
            summary: None,
            tint: "primary",
            joined: false,
            blocks: kinds.into_iter().map(|kind| Block { kind, at_foot: false }).collect(),
        }
    }

    /// The places of the kept blocks of each section.
    fn kept(sections: &[Section]) -> Vec<(usize, usize, KeptBlock)> {
        let found = kept_blocks(&sections.iter().collect::<Vec<_>>());
        let mut kept = Vec::new();
        for (number, section) in sections.iter().enumerate() {
            for (index, block) in section.blocks.iter().enumerate() {
                let how = found.iter().find(|(other, _)| std::ptr::eq(*other, block));
                kept.extend(how.map(|(_, how)| (number, index, *how)));
            }
        }
        kept
    }

    #[test]
    fn a_callout_at_the_end_takes_along_what_stands_before_it() {
        let text = || paragraph(ParagraphStyle::Text);
        assert_eq!(kept(&[section(vec![text(), callout()])]), [(0, 0, KeptBlock::Paragraph)]);
        assert_eq!(kept(&[section(vec![text(), callout(), text()])]), []);
        assert_eq!(
            kept(&[section(vec![list(3), callout(), callout(), BlockKind::Break, text()])]),
            [(0, 0, KeptBlock::Block), (0, 1, KeptBlock::Block)]
        );
        assert_eq!(kept(&[section(vec![list(4), callout()])]), [], "it may be long");
        assert_eq!(kept(&[section(vec![paragraph(ParagraphStyle::Lead), callout()])]), []);
    }

    #[test]
    fn a_section_that_goes_on_is_looked_through_with_the_one_before() {
        let text = || paragraph(ParagraphStyle::Text);
        let two = [section(vec![text(), callout()]), section(vec![callout()])];
        assert_eq!(kept(&two), [], "a title stands between");
        let mut two = two;
        two[1].title = None;
        assert_eq!(kept(&two), [(0, 0, KeptBlock::Paragraph), (0, 1, KeptBlock::Block)]);
    }
}
