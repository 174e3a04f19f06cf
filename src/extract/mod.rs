//! A report's text to a [`Document`]: pure passes in a fixed order. Opens no file and cannot fail.

mod check;
mod fact;
mod initiative;
mod meta;
mod outline;
mod passage;
mod table;
mod trace;

pub use passage::{Passage, Word};
pub use trace::trace;

use crate::lexicon::Lexicon;
use crate::model::{BlockKind, Document, Hints};
use crate::text::Source;

/// Reads a report. Deterministic: the same text, hints and lexicon give the same document.
pub fn extract(source: Source, hints: &Hints, lexicon: &Lexicon) -> Document {
    let mut outline = outline::read(&source, lexicon);
    let tables = table::find(&source, &outline);
    // a cell alone on its line is neither a page number nor a heading
    for block in tables.iter().flat_map(|table| table.blocks.clone()) {
        outline.blocks[block].kind = BlockKind::Paragraph;
    }
    let meta = meta::read(&source, &outline, hints, lexicon);
    outline::fill_years(&mut outline, &source, &meta, lexicon);
    let passages = passage::cut(&source, &outline, lexicon);
    let (facts, not_captured) = fact::read(&source, &outline, &passages, &tables, &meta, lexicon);
    let initiatives = initiative::read(&source, &outline, &passages, &meta, lexicon);
    let check::Arithmetic { checks, derived, diagnostics } = check::read(&source, &outline, &facts, lexicon);
    Document { source, meta, outline, facts, initiatives, not_captured, checks, derived, diagnostics }
}
