//! Text without meaning: spans, lines, lookup views. Knows nothing of reports, numbers or initiatives.

mod source;
mod span;
mod view;

pub use source::Source;
pub use span::Span;
pub use view::View;
