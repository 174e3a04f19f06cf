//! The window: the only module that knows egui.

pub mod fonts;
pub mod theme;
