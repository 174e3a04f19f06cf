//! Rows and figures as files.

pub mod csv;
pub mod figure;
pub mod fonts;
pub mod json;
mod measure;
mod name;
pub mod number;
pub mod picture;
pub mod place;
mod save;
pub mod step;
pub mod sums;
pub mod wording;
mod write;

pub use name::file_name;
pub use save::{save_checks, save_figure, save_rows};
pub use write::{ExportError, write};
