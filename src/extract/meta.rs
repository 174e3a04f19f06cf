//! What the report says of itself: title, place, year, plan or review, date of publication, quality of the source.

use crate::lexicon::Lexicon;
use crate::model::{Hints, Outline, ReportKind, ReportMeta, SourceQuality};
use crate::text::Source;

/// What the report is about; what a person said in `hints` wins.
pub(super) fn read(_source: &Source, _outline: &Outline, hints: &Hints, _lexicon: &Lexicon) -> ReportMeta {
    ReportMeta {
        title: hints.file_name.clone(),
        title_span: None,
        place: None,
        year: None,
        kind: ReportKind::Review,
        published: None,
        quality: SourceQuality::Unknown,
        publisher: None,
        sample: hints.sample,
    }
}
