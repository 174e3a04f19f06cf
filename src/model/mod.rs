//! The vocabulary: plain data with public fields that the other modules hand on. No rules, no files, no widgets.

mod check;
mod document;
mod edit;
mod fact;
mod initiative;
mod outline;
mod period;
mod place;
mod report;
mod trace;

pub use check::{Check, CheckKind, Derived};
pub use document::{Diagnostic, Document, NotCaptured, Reason, Report};
pub use edit::{AddedFact, Edits, FactEdit, FactKey, ReportEdit};
pub use fact::{Confidence, Fact, Kind, Qualifier, Status};
pub use initiative::{Initiative, InitiativeKind, Weight};
pub use outline::{Article, Block, BlockKind, Outline};
pub use period::{Moment, Period};
pub use place::{Level, Place};
pub use report::{Hints, Inferred, Origin, ReportId, ReportKind, ReportMeta, SourceQuality};
pub use trace::Trace;
