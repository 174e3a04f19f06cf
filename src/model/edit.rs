//! What a person said: corrections, kept by the content of the report so that they survive restart and re-extraction.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Kind, Period, ReportId, ReportKind, SourceQuality, Status};
use crate::text::Span;

/// Which fact: by the report's content, the words it stands on, and its rank among the facts of the same span.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FactKey {
    pub report: ReportId,
    pub span: Span,
    pub rank: u8,
}

impl FactKey {
    /// Ranks from here on are those of rows that a person added.
    pub const ADDED: u8 = 128;
    /// Ranks from here on are those of rows that were computed from others.
    pub const COMPUTED: u8 = 192;

    /// The key of the row that a person adds for a numeral.
    pub fn added(report: ReportId, span: Span) -> Self {
        Self { report, span, rank: Self::ADDED }
    }
}

/// A row that a person made of a numeral which the program had left out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AddedFact {
    pub indicator: String,
    /// The series of an indicator that the person chose among those there are; none for a name of their own.
    #[serde(default)]
    pub series: Option<String>,
    /// In the unit as given: nothing is multiplied out.
    pub value: f64,
    /// How many decimals it was typed with.
    pub decimals: u8,
    pub unit: Option<String>,
    pub kind: Kind,
    pub status: Status,
    pub period: Option<Period>,
    /// A path of the table of places, or a name.
    pub place: Option<String>,
}

/// What a person changed of a fact; `None` leaves what was extracted.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct FactEdit {
    /// Struck out: kept in the table, left out of plots and, unless asked for, of exports.
    pub struck: bool,
    pub indicator: Option<String>,
    pub value: Option<f64>,
    pub unit: Option<String>,
    pub year: Option<i16>,
    pub status: Option<Status>,
    /// A path of the table of places, or a name.
    pub place: Option<String>,
}

impl FactEdit {
    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a value was corrected, beside or without being struck out.
    pub fn is_correction(&self) -> bool {
        *self != Self { struck: self.struck, ..Self::default() }
    }
}

/// What a person changed of a report.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ReportEdit {
    pub title: Option<String>,
    pub place: Option<String>,
    pub year: Option<i16>,
    pub kind: Option<ReportKind>,
    pub published: Option<String>,
    pub quality: Option<SourceQuality>,
    /// The label of the encoding to read it with.
    pub encoding: Option<String>,
}

/// All corrections.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Edits {
    pub facts: BTreeMap<FactKey, FactEdit>,
    /// Rows that the program had not read; their spans are those of the numerals.
    pub added: BTreeMap<FactKey, AddedFact>,
    pub reports: BTreeMap<ReportId, ReportEdit>,
}
