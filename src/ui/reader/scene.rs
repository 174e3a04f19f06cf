//! What is in sight: the lines of one frame with their glyphs and places. Finds what lies under the pointer.

use std::sync::Arc;

use egui::text::CharIndex;
use egui::{Color32, Galley, Pos2, Rect, pos2, vec2};

use super::entries::{Entries, Kind, Measure};
use super::position::Anchor;
use super::select::Caret;
use crate::text::{Reading, Span};

/// A line in sight.
pub(super) struct Row {
    pub entry: usize,
    /// Bytes of the reading of its block.
    pub start: usize,
    pub end: usize,
    pub galley: Arc<Galley>,
    /// Where the galley stands.
    pub pos: Pos2,
    /// From the first to behind the last character, as high as the line.
    pub rect: Rect,
    pub ink: Color32,
}

/// Everything in sight.
#[derive(Default)]
pub(super) struct Scene {
    pub rows: Vec<Row>,
    /// Entries with blocks, and where they stand.
    pub blocks: Vec<(usize, Rect)>,
    pub folds: Vec<(usize, Rect)>,
    /// Entries that have a caption, and where it stands.
    pub captions: Vec<(usize, Pos2)>,
}

impl Scene {
    /// Lays out what stands in `column` when `anchor` is at its upper edge.
    pub(super) fn new(entries: &mut Entries, measure: &mut Measure<'_, '_>, column: Rect, anchor: Anchor, whole: impl Fn(f32) -> f32) -> Self {
        let mut scene = Self::default();
        let mut top = whole(column.top() - anchor.within);
        for index in anchor.entry..entries.list.len() {
            if top > column.bottom() {
                break;
            }
            entries.ensure(measure, index);
            let entry = &entries.list[index];
            let height = entry.height();
            if entry.hidden {
                continue;
            }
            let rect = Rect::from_min_size(pos2(column.left(), top), vec2(column.width(), height));
            match (entry.kind, entry.text()) {
                (Kind::Fold { .. }, _) => scene.folds.push((index, rect)),
                (Kind::Block, None) => {}
                (Kind::Block, Some(text)) => {
                    scene.blocks.push((index, rect));
                    let style = measure.look.style(entry.style);
                    if text.is_split() {
                        scene.captions.push((index, pos2(column.left(), top)));
                    }
                    for line in entry.lines() {
                        let y = top + line.y;
                        if y + style.line < column.top() || y > column.bottom() {
                            continue;
                        }
                        let (start, end) = (line.start as usize, line.end as usize);
                        let shown = text.reading.text()[start..end].to_owned();
                        let galley = measure.fonts.layout_no_wrap(shown, style.font.clone(), Color32::PLACEHOLDER);
                        let left = whole(column.left() + line.x);
                        let pos = pos2(left, whole(y + (style.line - galley.size().y) / 2.0));
                        let width = galley.rows.first().map_or(0.0, |row| row.size.x);
                        let rect = Rect::from_min_size(pos2(left, y), vec2(width, style.line));
                        scene.rows.push(Row { entry: index, start, end, galley, pos, rect, ink: style.ink });
                    }
                }
            }
            top += height;
        }
        scene
    }

    /// The gap between characters nearest to a point.
    pub(super) fn caret_at(&self, pos: Pos2, entries: &Entries) -> Option<Caret> {
        let row = self.row_near(pos)?;
        let reading = row.reading(entries)?;
        Some(caret(reading, row.gap(reading, pos.x)))
    }

    /// The source bytes of the character under a point; `None` beside the text.
    pub(super) fn character_at(&self, pos: Pos2, entries: &Entries) -> Option<(usize, Span)> {
        let row = self.rows.iter().find(|row| row.rect.contains(pos))?;
        let reading = row.reading(entries)?;
        let glyphs = &row.galley.rows.first()?.row.glyphs;
        let into = pos.x - row.pos.x;
        let column = glyphs.iter().position(|glyph| into < glyph.pos.x + glyph.advance_width)?;
        let (at, c) = reading.text()[row.start..row.end].char_indices().nth(column)?;
        let at = row.start + at;
        Some((row.entry, reading.back(at..at + c.len_utf8())))
    }

    fn row_near(&self, pos: Pos2) -> Option<&Row> {
        let after = self.rows.partition_point(|row| row.rect.bottom() <= pos.y);
        let (Some(below), Some(above)) = (self.rows.get(after), after.checked_sub(1).and_then(|i| self.rows.get(i))) else {
            return self.rows.get(after).or(self.rows.last());
        };
        Some(if pos.y < below.rect.top() && pos.y - above.rect.bottom() < below.rect.top() - pos.y { above } else { below })
    }
}

impl Row {
    pub(super) fn reading<'a>(&self, entries: &'a Entries) -> Option<&'a Reading> {
        entries.list.get(self.entry)?.text().map(|text| &text.reading)
    }

    /// The source bytes of the line.
    pub(super) fn span(&self, reading: &Reading) -> Span {
        reading.back(self.start..self.end)
    }

    /// Where the part of `span` on this line stands, as high as the line; `None` where nothing of it does.
    pub(super) fn place(&self, reading: &Reading, span: Span) -> Option<Rect> {
        let range = reading.range(span);
        let (start, end) = (range.start.max(self.start), range.end.min(self.end));
        (start < end).then(|| {
            let (left, right) = (self.x(reading, start), self.x(reading, end));
            Rect::from_min_max(pos2(left, self.rect.top()), pos2(right, self.rect.bottom()))
        })
    }

    /// Where the bottom of letters stands.
    pub(super) fn baseline(&self) -> f32 {
        let into = self.galley.rows.first().and_then(|row| Some(row.pos.y + row.row.glyphs.first()?.pos.y));
        self.pos.y + into.unwrap_or(self.galley.size().y * 0.8)
    }

    fn x(&self, reading: &Reading, at: usize) -> f32 {
        let column = reading.text().get(self.start..at).map_or(0, |text| text.chars().count());
        self.galley.rows.first().map_or(self.pos.x, |row| self.pos.x + row.row.x_offset(CharIndex(column)))
    }

    /// The byte of the reading at the gap nearest to `x`.
    fn gap(&self, reading: &Reading, x: f32) -> usize {
        let column = self.galley.rows.first().map_or(0, |row| row.row.char_at(x - self.pos.x).0);
        reading.text().get(self.start..self.end).and_then(|text| text.char_indices().nth(column)).map_or(self.end, |(at, _)| self.start + at)
    }
}

/// The gap at a byte of a reading.
fn caret(reading: &Reading, gap: usize) -> Caret {
    let span = reading.span();
    let before = if gap == 0 { span.start as usize } else { reading.end(gap) };
    let after = if gap >= reading.text().len() { span.end as usize } else { reading.begin(gap) };
    Caret { before, after: after.max(before) }
}
