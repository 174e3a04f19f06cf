//! Where a pane stands in its text. The position is an entry and a distance into it, so that better heights elsewhere never
//! move what is being read.

use super::entries::{Entries, Measure};
use crate::text::Span;

/// The upper edge of the pane: an entry, and points from its top.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Anchor {
    pub entry: usize,
    pub within: f32,
}

/// A scroll under way.
#[derive(Debug, Clone, Copy)]
pub(super) struct Glide {
    pub from: Anchor,
    pub to: Anchor,
    pub start: f64,
}

/// How long a jump scrolls, in seconds.
const GLIDE: f64 = 0.15;
/// Free space over the first line and under the last one.
pub(super) const HEAD: f32 = 14.0;
const FOOT: f32 = 40.0;

impl Anchor {
    /// The top of the whole.
    pub(super) const TOP: Self = Self { entry: 0, within: -HEAD };

    /// Moves down by `distance` (up where negative), not beyond the ends of the text.
    #[must_use]
    pub(super) fn moved(self, distance: f32, entries: &mut Entries, measure: &mut Measure<'_, '_>, height: f32) -> Self {
        let mut here = Self { entry: self.entry.min(entries.list.len().saturating_sub(1)), within: self.within + distance };
        here.settle(entries, measure);
        // not beyond the end
        let mut below = -here.within;
        let mut at = here.entry;
        while below < height && at < entries.list.len() {
            entries.ensure(measure, at);
            below += entries.list[at].height();
            at += 1;
        }
        if below + FOOT < height {
            here.within -= height - below - FOOT;
            here.settle(entries, measure);
        }
        here
    }

    /// Brings `within` into the entry, measuring what is passed.
    fn settle(&mut self, entries: &mut Entries, measure: &mut Measure<'_, '_>) {
        while self.within < 0.0 && self.entry > 0 {
            self.entry -= 1;
            entries.ensure(measure, self.entry);
            self.within += entries.list[self.entry].height();
        }
        if self.entry == 0 {
            self.within = self.within.max(-HEAD);
        }
        while self.entry + 1 < entries.list.len() {
            entries.ensure(measure, self.entry);
            let height = entries.list[self.entry].height();
            if self.within < height {
                break;
            }
            self.within -= height;
            self.entry += 1;
        }
    }

    /// Points from the top of the whole, partly estimated.
    pub(super) fn absolute(self, entries: &mut Entries) -> f32 {
        entries.tops().get(self.entry).copied().unwrap_or(0.0) + self.within
    }

    /// The position at so many points from the top of the whole.
    pub(super) fn at(points: f32, entries: &mut Entries) -> Self {
        let tops = entries.tops();
        let entry = tops.partition_point(|&top| top <= points).saturating_sub(1).min(tops.len().saturating_sub(2));
        Self { entry, within: points - tops.get(entry).copied().unwrap_or(0.0) }
    }

    /// The source offset at the beginning of the line at this position, and how far the position is from the line's top.
    pub(super) fn offset(self, entries: &Entries) -> (usize, f32) {
        let Some(entry) = entries.list.get(self.entry) else { return (0, 0.0) };
        let line = entry.lines().partition_point(|line| line.y <= self.within).saturating_sub(1);
        match (entry.text(), entry.lines().get(line)) {
            (Some(text), Some(line)) => (text.reading.begin(line.start as usize), self.within - line.y),
            _ => (entry.span.start as usize, self.within),
        }
    }

    /// The top of the line that holds a source offset (of the fold, where it is folded), and the line's height.
    pub(super) fn of(offset: usize, entries: &mut Entries, measure: &mut Measure<'_, '_>) -> (Self, f32) {
        let entry = entries.shown(entries.entry_at(offset));
        entries.ensure(measure, entry);
        let Some(found) = entries.list.get(entry) else { return (Self::TOP, 0.0) };
        let height = measure.look.style(found.style).line;
        let Some(text) = found.text() else { return (Self { entry, within: 0.0 }, height) };
        let shown = text.reading.forth(offset) as u32;
        let line = found.lines().partition_point(|line| line.start <= shown).saturating_sub(1);
        let within = found.lines().get(line).map_or(0.0, |line| line.y);
        (Self { entry, within }, height)
    }

    /// The position from which the first line of `span` stands in the middle of a pane.
    pub(super) fn centring(span: Span, entries: &mut Entries, measure: &mut Measure<'_, '_>, height: f32) -> Self {
        entries.reveal(span.start as usize);
        let (line, line_height) = Self::of(span.start as usize, entries, measure);
        line.moved((line_height - height) / 2.0, entries, measure, height)
    }
}

impl Glide {
    /// Where it is at a time, and whether it is over.
    pub(super) fn at(self, now: f64, entries: &mut Entries) -> (Anchor, bool) {
        let part = ((now - self.start) / GLIDE).clamp(0.0, 1.0) as f32;
        if part >= 1.0 {
            return (self.to, true);
        }
        let eased = 1.0 - (1.0 - part).powi(3);
        let (from, to) = (self.from.absolute(entries), self.to.absolute(entries));
        (Anchor::at(from + (to - from) * eased, entries), false)
    }
}
