//! Rows and figures as files.
