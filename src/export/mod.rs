//! Rows and figures as files.

pub mod fonts;
