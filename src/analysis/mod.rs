//! Across reports: rows with the person's corrections, series, groups of initiatives, charts. Pure; opens no file.

pub mod akin;
pub mod chart;
mod comparability;
mod groups;
mod rows;
pub mod series;
pub mod sums;
#[cfg(test)]
pub(crate) mod testing;

pub use comparability::{Reason, Verdict, verdict};
pub use groups::{Group, groups, near};
pub use rows::{Basis, Row, computed, rows};
