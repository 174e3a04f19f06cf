//! stub
use crate::text::Span;
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkKind {
    Initiative,
    InitiativeOptional,
    Number,
    Target,
}
#[derive(Debug, Clone)]
pub struct Mark {
    pub span: Span,
    pub kind: MarkKind,
    pub doubtful: bool,
    pub id: usize,
    pub chosen: bool,
    pub struck: bool,
}
#[derive(Default)]
pub struct ReaderState {
    pub at: Option<Span>,
}
impl ReaderState {
    pub fn scroll_to(&mut self, span: Span) {
        self.at = Some(span);
    }
}
pub enum ReaderEvent {
    Clicked(usize),
    Hovered(usize),
}
pub fn reader_ui(
    ui: &mut egui::Ui,
    _theme: &super::theme::Theme,
    _words: &crate::locale::Words,
    document: &crate::model::Document,
    _marks: &[Mark],
    _revision: u64,
    _state: &mut ReaderState,
    _tooltip: &mut dyn FnMut(&mut egui::Ui, usize),
) -> Vec<ReaderEvent> {
    egui::ScrollArea::vertical().show(ui, |ui| {
        for b in &document.outline.blocks {
            ui.label(document.source.slice(b.span));
        }
    });
    Vec::new()
}
