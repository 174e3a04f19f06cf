//! Arithmetic that a report's own figures allow: what was checked, and what follows from it. Holds results only.

use serde::{Deserialize, Serialize};

use super::Fact;
use crate::text::Span;

/// Which sum the text invites.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckKind {
    /// Two levels, earlier first, and the change stated between them.
    FromTo,
    /// Parts and their stated total.
    PartsSum,
    /// Two amounts and the share, growth rate or quotient stated of them; a sum over years and its yearly mean.
    Ratio,
    /// One figure stated twice.
    SameFigure,
}

/// One sum, done again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    #[serde(rename = "type")]
    pub kind: CheckKind,
    /// The figures that go in; never empty.
    pub spans: Vec<Span>,
    /// The figure that should come out; nothing where only the direction from one level to the next is stated.
    pub total: Option<Span>,
    /// Whether it comes out, within the rounding that the figures are written to.
    pub holds: bool,
}

/// A row that no sentence states, computed from two that are stated.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Derived {
    /// Its span covers the figures it was computed from.
    pub fact: Fact,
    /// The figures it was computed from, the level first.
    pub from: Vec<Span>,
}
