//! What a pane keeps from frame to frame. Kept by the caller, one for each pane.

use super::entries::Entries;
use super::look::Advances;
use super::marks::MarkIndex;
use super::position::{Anchor, Glide};
use super::select::{Caret, Selection};
use super::strip::Ticks;
use crate::model::Document;
use crate::text::Span;

/// How long a mark flashes, in seconds.
pub(super) const FLASH: f64 = 0.6;

/// Scroll position, selection, flash, folds and found places of one pane, with the measured layout of its text.
#[derive(Debug)]
pub struct ReaderState {
    /// Whether jumps scroll and flashes fade; without, a jump is at once and the flash a still frame.
    pub motion: bool,
    pub(super) entries: Option<Entries>,
    pub(super) advances: Advances,
    /// How many fonts of the system were in use.
    pub(super) fonts_seen: usize,
    pub(super) anchor: Anchor,
    /// The line to keep at the top while the width changes, and how far it is beyond the edge.
    pub(super) kept: Option<(usize, f32)>,
    pub(super) top: usize,
    /// Whether a frame was shown.
    pub(super) seen: bool,
    pub(super) leap: Option<Leap>,
    pub(super) glide: Option<Glide>,
    pub(super) flash: Option<Flash>,
    pub(super) selection: Option<Selection>,
    pub(super) pressed_at: Option<Caret>,
    pub(super) selecting: bool,
    pub(super) find: Vec<Span>,
    pub(super) find_current: Option<usize>,
    pub(super) find_revision: u64,
    pub(super) marks_key: Option<u64>,
    pub(super) index: MarkIndex,
    pub(super) hovered: Option<usize>,
    pub(super) grab: Option<f32>,
    pub(super) ticks: Ticks,
}

/// A jump that the next frame makes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Leap {
    /// By so many points.
    By(f32),
    Top,
    End,
    /// A span to the middle.
    Centre(Span),
    /// The line of an offset to the top, at once.
    Line(usize),
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Flash {
    pub span: Span,
    /// `None` until it is in sight.
    pub start: Option<f64>,
}

impl Default for ReaderState {
    fn default() -> Self {
        Self {
            motion: true,
            entries: None,
            advances: Advances::default(),
            fonts_seen: 0,
            anchor: Anchor::TOP,
            kept: None,
            top: 0,
            seen: false,
            leap: None,
            glide: None,
            flash: None,
            selection: None,
            pressed_at: None,
            selecting: false,
            find: Vec::new(),
            find_current: None,
            find_revision: 0,
            marks_key: None,
            index: MarkIndex::default(),
            hovered: None,
            grab: None,
            ticks: Ticks::default(),
        }
    }
}

impl ReaderState {
    /// Brings the first line of `span` to the middle within 150 ms, and flashes the span once. Unfolds it where it is
    /// folded.
    pub fn scroll_to(&mut self, span: Span) {
        self.leap = Some(Leap::Centre(span));
        self.flash = Some(Flash { span, start: None });
    }

    /// Brings the line of a source offset to the top, at once: for a pane that is opened again where it was.
    pub fn set_top_offset(&mut self, offset: usize) {
        self.leap = Some(Leap::Line(offset));
    }

    /// The source offset of the first line in sight.
    pub fn top_offset(&self) -> usize {
        self.top
    }

    /// The source bytes selected, if any.
    pub fn selection(&self) -> Option<Span> {
        self.selection.map(Selection::span).filter(|span| !span.is_empty())
    }

    /// Selects a stretch of the source.
    pub fn select(&mut self, span: Span) {
        self.selection = Some(Selection::of(span));
    }

    /// Drops the selection.
    pub fn clear_selection(&mut self) {
        self.selection = None;
    }

    /// The selected text exactly as it stands in the source.
    pub fn selected_text(&self, document: &Document) -> Option<String> {
        let text = document.source.slice(self.selection()?);
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// Shows places that were found, in reading order, one of them as the current one.
    pub fn set_find(&mut self, hits: Vec<Span>, current: Option<usize>) {
        self.find_current = current;
        if self.find != hits {
            self.find = hits;
            self.find_revision += 1;
        }
    }

    /// The entries of `document`: those of the frame before, or new ones where it is another document. A document read
    /// anew from the same text keeps its place.
    pub(super) fn entries_of(&mut self, document: &Document) -> Entries {
        match self.entries.take() {
            Some(entries) if entries.are_of(document) => entries,
            Some(entries) if entries.source().text() == document.source.text() => {
                self.leap.get_or_insert(Leap::Line(self.top));
                Entries::new(document)
            }
            before => {
                if before.is_some() {
                    self.anchor = Anchor::TOP;
                    self.selection = None;
                    self.set_find(Vec::new(), None);
                    self.flash = self.flash.filter(|_| self.leap.is_some());
                }
                self.kept = None;
                self.glide = None;
                self.marks_key = None;
                Entries::new(document)
            }
        }
    }
}
