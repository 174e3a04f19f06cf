//! Text without meaning: spans, lines, lookup views. Knows nothing of reports, numbers or initiatives.

pub mod highlight;
pub mod linebreak;
pub mod reading;
mod source;
mod span;
mod view;
mod visible;

pub use reading::Reading;
pub use source::Source;
pub use span::Span;
pub use view::View;
pub use visible::{visible, visible_path};
