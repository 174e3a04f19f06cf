//! One number of the prose as a row.

use serde::{Deserialize, Serialize};

use super::{Inferred, Period, Place};
use crate::text::Span;

/// What the words around a number say of its exactness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Qualifier {
    Exact,
    /// 约, 左右
    About,
    /// 余, 多, 超过
    Over,
    /// 近
    Nearly,
    /// 不低于, 以上
    AtLeast,
    /// 不超过, 以内
    AtMost,
}

/// A level (how much there is or was done; shares and rates too) or a change against a baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Level,
    Change,
}

/// Done (or under way), or planned, tasked, required.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    Actual,
    Target,
}

/// How sure the program is of the whole row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    Doubtful,
    Likely,
    Sure,
}

/// One number of the prose: what it measures, how much, when, where, done or planned, and the words it came from.
///
/// One number with two names (…率和…率均为100%) gives two facts with one span.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    /// The numeral with 余 or 多 inside it and its counter, without the noun: `50余万人次`.
    pub span: Span,
    /// The sentence it stands in.
    pub sentence: Span,
    /// In the base unit, 万 and 亿 multiplied out; percent as the number before %; negative for a stated decrease.
    pub value: f64,
    /// How many decimals the base value has as written: `92.30%` has two, `2888.72万元` none.
    pub decimals: u8,
    /// Canonical; `None` where it cannot be told.
    pub unit: Option<String>,
    pub qualifier: Qualifier,
    pub kind: Kind,
    pub status: Status,
    pub period: Option<Inferred<Period>>,
    /// The period compared with, for a change.
    pub baseline: Option<Period>,
    /// What is measured, as a statistician would label the axis: no place, year or number; at most 16 characters where
    /// that can be done.
    pub indicator: String,
    /// The key in the indicator dictionary that makes two cities' numbers one line of comparison.
    pub series: Option<String>,
    pub place: Option<Inferred<Place>>,
    /// A school or other body it is about.
    pub subject: Option<String>,
    pub confidence: Confidence,
    /// Names of the rules that made it, outermost first.
    pub rules: Vec<String>,
}
