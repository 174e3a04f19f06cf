//! Rows and figures as files.

pub mod json;
