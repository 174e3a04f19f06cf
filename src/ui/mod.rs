//! The window: the only module that knows egui.
