//! What a reader of the chart must be told beside it. Values only; the words are the interface's.

use super::Who;
use crate::model::{FactKey, Period, Status};

/// One remark.
#[derive(Debug, Clone, PartialEq)]
pub enum Note {
    /// Some of it comes from bundled samples.
    Sample,
    /// Several values are given for one place, period and status; all are drawn.
    Rivals { who: Who, indicator: usize, period: Period, status: Status, values: Vec<(f64, u8)> },
    /// Values are given at several dates within a year.
    SeveralInYear { who: Who, year: i16 },
    /// No value between these years: the line is not drawn through them.
    Gap { who: Who, indicator: usize, first: i16, last: i16 },
    /// Rows that tell no year: not drawn.
    WithoutYear { facts: Vec<FactKey>, raws: Vec<String> },
    /// Rows that tell no place: not drawn.
    WithoutPlace { facts: Vec<FactKey>, raws: Vec<String> },
    /// Rows about several years at once: not drawn over years.
    SeveralYears { facts: Vec<FactKey>, raws: Vec<String> },
    /// A chosen indicator that has another unit or is a change: not drawn.
    OtherUnit { label: String },
    /// Changes of which the report gives no base.
    WithoutBase { count: usize },
    /// Values that a person corrected.
    Corrected { count: usize },
    /// A value that no report states: computed from figures with these words.
    Computed { who: Who, indicator: usize, period: Period, value: (f64, u8), from: Vec<String> },
    /// A computed value that is not drawn because another value is stated for its year.
    ComputedOtherwise { who: Who, indicator: usize, period: Period, value: (f64, u8), stated: (f64, u8) },
    /// Values whose year is that of the report, not written beside them.
    YearOfReport { count: usize },
}
