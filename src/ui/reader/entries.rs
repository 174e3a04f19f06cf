//! The list of a report's blocks as the pane shows them, and their heights. Paints nothing, and knows no marks.
//!
//! A block is prepared (repaired for reading, cut into unbreakable units) once, and cut into lines once per width. Blocks
//! that nobody has seen yet have an estimated height; a budget per frame replaces estimates by and by.

use egui::epaint::text::FontsView;

use super::look::{Advances, Look, Style};
use crate::model::{BlockKind, Document, Outline};
use crate::text::linebreak::{self, Unit};
use crate::text::{Reading, Source, Span, reading};

/// Paragraphs of more characters are shown sentence by sentence.
const LONG: usize = 450;
/// What the list may cost in one frame beyond what is in sight: bytes prepared, and units filled into lines.
const PREPARE: usize = 60_000;
const FILL: usize = 150_000;

/// A line of text as it stands on the screen. Bytes are those of the reading of its block.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    pub start: u32,
    /// Without the blanks at its end.
    pub end: u32,
    /// From the left edge of the column.
    pub x: f32,
    /// From the top of its entry.
    pub y: f32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Block,
    /// The line that stands for blocks that are no report, and folds or unfolds them.
    Fold {
        /// How many entries behind this one it folds.
        blocks: usize,
    },
}

/// A paragraph of the screen: the whole block, or one of its sentences.
#[derive(Debug)]
struct Part {
    start: u32,
    end: u32,
    units: Vec<Unit>,
}

/// A block, ready to be cut into lines.
#[derive(Debug)]
pub(super) struct Text {
    pub reading: Reading,
    parts: Vec<Part>,
}

#[derive(Debug)]
pub(super) struct Entry {
    pub kind: Kind,
    pub style: Style,
    pub span: Span,
    /// Counted from one among the paragraphs.
    pub number: usize,
    pub hidden: bool,
    text: Option<Text>,
    lines: Vec<Line>,
    height: f32,
    /// Whether `lines` and `height` are those of the present width.
    measured: bool,
}

impl Entry {
    /// The block's text; `None` while it was never in sight, and for folds.
    pub(super) fn text(&self) -> Option<&Text> {
        self.text.as_ref()
    }

    pub(super) fn lines(&self) -> &[Line] {
        &self.lines
    }

    pub(super) fn height(&self) -> f32 {
        if self.hidden { 0.0 } else { self.height }
    }
}

impl Text {
    /// Whether it is shown sentence by sentence.
    pub(super) fn is_split(&self) -> bool {
        self.parts.len() > 1
    }
}

/// What measuring needs: the fonts, and how the text looks.
pub(super) struct Measure<'a, 'b> {
    pub fonts: &'a mut FontsView<'b>,
    pub look: &'a Look,
    pub advances: &'a mut Advances,
}

/// All entries of a document.
#[derive(Debug)]
pub(super) struct Entries {
    pub list: Vec<Entry>,
    /// Where each entry begins, from the top of the whole; one more for the end.
    tops: Vec<f32>,
    stale: bool,
    /// Counts changes of heights.
    pub revision: u64,
    /// The width of the column, and pixels per point.
    pub fit: (f32, f32),
    source: Source,
    outline: Outline,
    next: usize,
}

impl Entries {
    pub(super) fn new(document: &Document) -> Self {
        let blocks = &document.outline.blocks;
        let mut list: Vec<Entry> = Vec::with_capacity(blocks.len());
        let mut number = 0;
        for (index, block) in blocks.iter().enumerate() {
            let furniture = block.kind == BlockKind::Furniture;
            if furniture && index.checked_sub(1).is_none_or(|before| blocks[before].kind != BlockKind::Furniture) {
                let count = blocks[index..].iter().take_while(|block| block.kind == BlockKind::Furniture).count();
                let span = block.span.cover(blocks[index + count - 1].span);
                list.push(Entry::new(Kind::Fold { blocks: count }, Style::Small, span, 0, false));
            }
            number += usize::from(block.kind == BlockKind::Paragraph);
            let style = match block.kind {
                BlockKind::Title => Style::Title,
                BlockKind::Heading(_) => Style::Heading,
                BlockKind::Paragraph => Style::Body,
                BlockKind::Debris | BlockKind::Furniture => Style::Small,
            };
            list.push(Entry::new(Kind::Block, style, block.span, number, furniture));
        }
        Self {
            list,
            tops: Vec::new(),
            stale: true,
            revision: 0,
            fit: (0.0, 0.0),
            source: document.source.clone(),
            outline: document.outline.clone(),
            next: 0,
        }
    }

    /// Whether these are the entries of `document`, as it is now.
    pub(super) fn are_of(&self, document: &Document) -> bool {
        std::ptr::eq(self.source.text(), document.source.text()) && self.outline == document.outline
    }

    pub(super) fn source(&self) -> &Source {
        &self.source
    }

    /// Makes every height an estimate again, for a column of another width or another size of pixels.
    pub(super) fn set_fit(&mut self, fit: (f32, f32), look: &Look) {
        self.fit = fit;
        for entry in &mut self.list {
            entry.estimate(fit.0, look);
        }
        self.next = 0;
        self.touch();
    }

    /// Shows or folds what a fold stands for.
    pub(super) fn toggle(&mut self, fold: usize) {
        let Some(Entry { kind: Kind::Fold { blocks }, .. }) = self.list.get(fold) else { return };
        let end = (fold + 1 + blocks).min(self.list.len());
        for entry in &mut self.list[fold + 1..end] {
            entry.hidden = !entry.hidden;
        }
        self.next = 0;
        self.touch();
    }

    /// Unfolds source byte `offset`, where it is folded.
    pub(super) fn reveal(&mut self, offset: usize) {
        let index = self.entry_at(offset);
        let shown = self.shown(index);
        if shown != index {
            self.toggle(shown);
        }
    }

    /// The entry itself, or the one that folds it.
    pub(super) fn shown(&self, index: usize) -> usize {
        match self.list.get(index) {
            Some(entry) if entry.hidden => self.list[..index].iter().rposition(|entry| matches!(entry.kind, Kind::Fold { .. })).unwrap_or(index),
            _ => index,
        }
    }

    /// The entry that holds source byte `offset`, or the last one before it.
    pub(super) fn entry_at(&self, offset: usize) -> usize {
        self.list.partition_point(|entry| entry.span.start as usize <= offset).saturating_sub(1)
    }

    /// Cuts an entry into lines, if it is not.
    pub(super) fn ensure(&mut self, measure: &mut Measure<'_, '_>, index: usize) {
        let Some(entry) = self.list.get_mut(index) else { return };
        if entry.measured || entry.hidden {
            return;
        }
        let before = entry.height;
        entry.prepare(&self.source, measure);
        entry.fill(self.fit.0, measure);
        if entry.height != before {
            self.touch();
        }
    }

    /// Replaces some estimates by measured heights; true while some are left.
    pub(super) fn measure_some(&mut self, measure: &mut Measure<'_, '_>) -> bool {
        let (mut prepare, mut fill) = (PREPARE, FILL);
        while let Some(entry) = self.list.get(self.next) {
            let bytes = entry.span.len();
            if !entry.measured && !entry.hidden {
                if entry.text.is_none() {
                    if prepare < bytes && prepare < PREPARE {
                        return true;
                    }
                    prepare = prepare.saturating_sub(bytes);
                }
                if fill < bytes / 3 && fill < FILL {
                    return true;
                }
                fill = fill.saturating_sub(bytes / 3);
                self.ensure(measure, self.next);
            }
            self.next += 1;
        }
        false
    }

    /// Where each entry begins, from the top of the whole; one more for the end.
    pub(super) fn tops(&mut self) -> &[f32] {
        if self.stale {
            self.stale = false;
            self.tops.clear();
            let mut top = 0.0;
            for entry in &self.list {
                self.tops.push(top);
                top += entry.height();
            }
            self.tops.push(top);
        }
        &self.tops
    }

    /// The height of the whole.
    pub(super) fn total(&mut self) -> f32 {
        self.tops().last().copied().unwrap_or(0.0)
    }

    fn touch(&mut self) {
        self.stale = true;
        self.revision += 1;
    }
}

impl Entry {
    fn new(kind: Kind, style: Style, span: Span, number: usize, hidden: bool) -> Self {
        Self { kind, style, span, number, hidden, text: None, lines: Vec::new(), height: 0.0, measured: false }
    }

    fn estimate(&mut self, width: f32, look: &Look) {
        self.measured = false;
        let style = look.style(self.style);
        let per_line = (width / style.font.size).max(1.0);
        let lines = (self.span.len() as f32 / 3.0 / per_line).ceil().max(1.0);
        self.height = if self.kind == Kind::Block { style.before + lines * style.line + style.after } else { look.fold };
    }

    fn prepare(&mut self, source: &Source, measure: &mut Measure<'_, '_>) {
        if self.text.is_some() || self.kind != Kind::Block {
            return;
        }
        let reading = Reading::new(source.text(), self.span);
        let shown = reading.text();
        let split = self.style == Style::Body && shown.len() > LONG && shown.chars().count() > LONG;
        let ranges = if split { reading::sentences(shown, LONG) } else { std::iter::once(0..shown.len()).collect() };
        let font = &measure.look.style(self.style).font;
        let parts = ranges
            .into_iter()
            .map(|range| Part {
                start: range.start as u32,
                end: range.end as u32,
                units: linebreak::units(&shown[range], |c| measure.advances.of(measure.fonts, font, c)),
            })
            .collect();
        self.text = Some(Text { reading, parts });
    }

    fn fill(&mut self, width: f32, measure: &mut Measure<'_, '_>) {
        self.measured = true;
        self.lines.clear();
        let style = measure.look.style(self.style);
        let Some(text) = &self.text else {
            self.height = measure.look.fold;
            return;
        };
        let mut y = style.before + if text.is_split() { measure.look.caption } else { 0.0 };
        for part in &text.parts {
            let shown = &text.reading.text()[part.start as usize..part.end as usize];
            let ends = linebreak::lines(shown, &part.units, width - style.indent, width, |c| measure.advances.of(measure.fonts, &style.font, c));
            let mut start = 0;
            for end in ends {
                let line = &shown[start as usize..end as usize];
                let x = if start == 0 { style.indent } else { 0.0 };
                let trimmed = start + line.trim_end().len() as u32;
                self.lines.push(Line { start: part.start + start, end: part.start + trimmed, x, y });
                y += style.line;
                start = end;
            }
            y += style.after;
        }
        self.height = y;
    }
}
