//! Rows and figures as files.

pub mod fonts;
pub mod json;
