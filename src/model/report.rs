//! What is known of a report as a whole, and how each thing came to be known.

use serde::{Deserialize, Serialize};

use super::{Level, Place};
use crate::text::Span;

/// The SHA-256 of a report's bytes, in hexadecimal: the same content is the same report, wherever it lies.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ReportId(pub std::sync::Arc<str>);

/// How a value came to be known: the first thing a user asks of a point in a plot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The words stand beside it, at the span.
    Stated(Span),
    /// From an earlier clause or sentence, at the span.
    FromContext(Span),
    /// From the heading of its section, at the span.
    FromHeading(Span),
    /// The report's own.
    FromReport,
    /// From the file's name.
    FromFileName,
    /// A person said so.
    Corrected,
}

/// A value with its origin.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Inferred<T> {
    pub value: T,
    pub origin: Origin,
}

impl<T> Inferred<T> {
    pub fn new(value: T, origin: Origin) -> Self {
        Self { value, origin }
    }
}

/// Whether a report looks back or ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportKind {
    Review,
    Plan,
    Mixed,
}

/// How near the text stands to the office that wrote it; printed in every source line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceQuality {
    /// A government paper or its own site.
    Official,
    /// A newspaper or news site.
    Newspaper,
    /// Somebody else's copy.
    Repost,
    /// A copy whose words were changed.
    Reworded,
    Unknown,
}

/// What the program knows of a report beside its text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReportMeta {
    pub title: String,
    pub title_span: Option<Span>,
    pub place: Option<Inferred<Place>>,
    /// The year the report is about: of the work reviewed, or of the work planned in a pure plan.
    pub year: Option<Inferred<i16>>,
    pub kind: ReportKind,
    /// ISO 8601 date of publication.
    pub published: Option<Inferred<String>>,
    pub quality: SourceQuality,
    pub publisher: Option<String>,
    /// One of the bundled samples: marked on the pane, on every point and in every export.
    pub sample: bool,
}

impl ReportMeta {
    pub fn level(&self) -> Option<Level> {
        self.place.as_ref().map(|place| place.value.level)
    }

    pub fn place_path(&self) -> Option<&str> {
        self.place.as_ref().map(|place| place.value.path.as_str())
    }
}

/// What extraction may use beside the text: the file's name, and what a person has said of the report.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Hints {
    /// The file's name without folders.
    pub file_name: String,
    pub title: Option<String>,
    pub place: Option<String>,
    pub year: Option<i16>,
    pub kind: Option<ReportKind>,
    pub published: Option<String>,
    pub quality: Option<SourceQuality>,
    /// One of the bundled samples.
    pub sample: bool,
}
