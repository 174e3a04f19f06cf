//! Across reports: rows with the person's corrections, series, groups of initiatives, charts. Pure; opens no file.

mod rows;

pub use rows::{Row, rows};
