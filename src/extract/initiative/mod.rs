//! Named programmes, reforms, policies, systems and events.

use super::Passage;
use crate::lexicon::Lexicon;
use crate::model::{Initiative, Outline, ReportMeta};
use crate::text::Source;

/// The initiatives of a report with all their mentions, sorted by first mention.
pub(super) fn read(_source: &Source, _outline: &Outline, _passages: &[Passage], _meta: &ReportMeta, _lexicon: &Lexicon) -> Vec<Initiative> {
    Vec::new()
}
