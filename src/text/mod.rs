//! Text without meaning: spans, lines, lookup views. Knows nothing of reports, numbers or initiatives.

mod source;
mod span;
mod view;
mod visible;

pub use source::Source;
pub use span::Span;
pub use view::View;
pub use visible::{visible, visible_path};
