//! Every number of the prose as a row.

use super::Passage;
use crate::lexicon::Lexicon;
use crate::model::{Fact, NotCaptured, Outline, ReportMeta};
use crate::text::Source;

/// The facts of a report, sorted by span, and the numerals that became none.
pub(super) fn read(
    _source: &Source,
    _outline: &Outline,
    _passages: &[Passage],
    _meta: &ReportMeta,
    _lexicon: &Lexicon,
) -> (Vec<Fact>, Vec<NotCaptured>) {
    (Vec::new(), Vec::new())
}
