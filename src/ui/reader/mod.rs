//! The pane of one report: a virtual list of its blocks with marks in them, selection, and the strip at its side.
//!
//! Knows a [`Document`] and [`Mark`]s, and neither the workspace nor its commands: what a person does comes back as
//! [`ReaderEvent`]s. The text on the screen is repaired for reading; everything that leaves the pane is in bytes of the source.

mod entries;
mod input;
mod look;
mod marks;
mod paint;
mod pane;
mod position;
mod scene;
mod select;
mod state;
mod strip;
mod targets;
#[cfg(test)]
mod tests;

use egui::{Sense, Ui, UiBuilder};

pub use marks::{Mark, MarkKind};
pub use state::ReaderState;

use crate::locale::Words;
use crate::model::Document;
use crate::ui::theme::Theme;
use pane::Pane;

/// What a pane shows.
#[derive(Clone, Copy)]
pub struct ReaderInput<'a> {
    pub theme: &'a Theme,
    pub words: &'a Words,
    pub document: &'a Document,
    /// In any order.
    pub marks: &'a [Mark],
    /// Another number whenever `marks` differ from those of the frame before.
    pub marks_revision: u64,
}

/// What a person did in a pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReaderEvent {
    /// A mark was clicked: its `id`. Of overlapping marks, the innermost.
    Clicked(usize),
    /// The text beside the marks was clicked, at this source offset.
    ClickedText(usize),
    /// The pointer came onto another mark, or left the marks.
    Hovered(Option<usize>),
    SelectionChanged,
    /// A person scrolled: panes that follow this one may do so now.
    Scrolled,
    /// The pane was clicked or reached by the keyboard.
    Focused,
}

/// Shows a report in all the space that `ui` has left. `tooltip` shows what a mark stands for, by its `id`.
pub fn reader_ui(ui: &mut Ui, input: &ReaderInput<'_>, state: &mut ReaderState, tooltip: &mut dyn FnMut(&mut Ui, usize)) -> Vec<ReaderEvent> {
    let rect = ui.available_rect_before_wrap();
    ui.allocate_rect(rect, Sense::hover());
    let mut ui = ui.new_child(UiBuilder::new().id_salt("reader").max_rect(rect));
    ui.shrink_clip_rect(rect);
    let mut pane = Pane::new(&ui, input, state, rect);
    pane.run(&mut ui, tooltip);
    pane.events
}
