//! The strip at the side of a pane: the whole text from top to bottom, where its marks are, and what of it is in sight. It is
//! the scroll bar as well.

use egui::{Color32, CornerRadius, Painter, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::entries::Entries;
use super::marks::{Mark, MarkKind};
use crate::text::Span;
use crate::ui::theme::Theme;

pub(super) const WIDTH: f32 = 10.0;
/// Points that one tick stands for: marks that are nearer share a tick.
const STEP: f32 = 2.0;

/// Where the ticks are, kept while neither heights nor marks change.
#[derive(Debug, Default)]
pub(super) struct Ticks {
    /// What they were made from.
    key: (u64, u64, u64, u32),
    slots: Vec<Slot>,
}

/// What is at one tick: bits.
type Slot = u8;
const INITIATIVE: Slot = 1;
const NUMBER: Slot = 2;
const DOUBT: Slot = 4;
const FIND: Slot = 8;
const CHOSEN: Slot = 16;

/// What the strip shows beside the marks.
pub(super) struct Show<'a> {
    pub marks: &'a [Mark],
    pub marks_revision: u64,
    pub find: &'a [Span],
    pub find_revision: u64,
    pub flash: Option<Span>,
    /// The part of the whole that is in sight, from 0 to 1.
    pub from: f32,
    pub to: f32,
    pub focused: bool,
}

/// Handles the pointer; returns where the middle of the pane is to be, from 0 to 1.
pub(super) fn interact(ui: &Ui, rect: Rect, label: &str, from: f32, to: f32, grab: &mut Option<f32>) -> Option<f32> {
    let response = ui.interact(rect, ui.scope_id().with("strip"), Sense::CLICK | Sense::DRAG);
    response.widget_info(|| WidgetInfo { value: Some(f64::from(from)), ..WidgetInfo::labeled(Role::ScrollBar, true, label) });
    if !response.is_pointer_button_down_on() {
        *grab = None;
        return None;
    }
    let at = (response.interact_pointer_pos()?.y - rect.top()) / rect.height().max(1.0);
    let middle = f32::midpoint(from, to);
    // taken by its frame, the strip moves from where it is; elsewhere it jumps
    let offset = *grab.get_or_insert(if (from..to).contains(&at) { at - middle } else { 0.0 });
    Some(at - offset)
}

/// Draws the strip.
pub(super) fn paint(painter: &Painter, theme: &Theme, rect: Rect, entries: &mut Entries, show: &Show<'_>, ticks: &mut Ticks) {
    let radius = CornerRadius::same(3);
    painter.rect_filled(rect, radius, theme.window);
    let frame = Rect::from_min_max(
        pos2(rect.left(), rect.top() + rect.height() * show.from),
        pos2(rect.right(), (rect.top() + rect.height() * show.to).max(rect.top() + rect.height() * show.from + 12.0)),
    );
    let line = if show.focused { theme.accent } else { theme.ink3.gamma_multiply(0.6) };
    painter.rect(frame, radius, theme.paper, Stroke::new(1.0, line), StrokeKind::Inside);
    ticks.update(entries, rect.height(), show);
    let mut shapes = Vec::new();
    for (i, slot) in ticks.slots.iter().enumerate() {
        let y = rect.top() + (i as f32 + 0.5) * STEP;
        let mut tick = |from: f32, to: f32, thick: f32, colour: Color32| {
            let left = rect.left() + from * rect.width();
            shapes.push(Shape::rect_filled(
                Rect::from_center_size(pos2(left + (to - from) * rect.width() / 2.0, y), vec2((to - from) * rect.width(), thick)),
                CornerRadius::ZERO,
                colour,
            ));
        };
        if slot & INITIATIVE != 0 {
            tick(0.0, 1.0, 1.5, theme.tint_outline);
        }
        if slot & NUMBER != 0 {
            tick(0.55, 1.0, 1.5, theme.number);
        }
        if slot & DOUBT != 0 {
            tick(0.55, 1.0, 1.5, theme.doubt);
        }
        if slot & FIND != 0 {
            tick(0.0, 0.45, 1.5, theme.accent);
        }
        if slot & CHOSEN != 0 {
            tick(-0.1, 1.1, 3.0, theme.error);
        }
    }
    if let Some(span) = show.flash {
        let y = rect.top() + place(entries, span.start as usize) * rect.height();
        shapes.push(Shape::rect_filled(
            Rect::from_center_size(pos2(rect.center().x, y), vec2(rect.width() + 2.0, 3.0)),
            CornerRadius::ZERO,
            theme.error,
        ));
    }
    painter.extend(shapes);
}

impl Ticks {
    fn update(&mut self, entries: &mut Entries, height: f32, show: &Show<'_>) {
        let key = (entries.revision, show.marks_revision, show.find_revision, height.to_bits());
        if self.key == key {
            return;
        }
        self.key = key;
        self.slots.clear();
        self.slots.resize((height / STEP).max(1.0) as usize, 0);
        let last = self.slots.len() - 1;
        for mark in show.marks {
            let slot = &mut self.slots[((place(entries, mark.span.start as usize) * height / STEP) as usize).min(last)];
            *slot |= match mark.kind {
                MarkKind::Initiative | MarkKind::InitiativeOptional => INITIATIVE,
                MarkKind::Number | MarkKind::Target => NUMBER,
                MarkKind::LeftOut => 0,
            };
            *slot |= if mark.doubtful { DOUBT } else { 0 } | if mark.chosen { CHOSEN } else { 0 };
        }
        for hit in show.find {
            self.slots[((place(entries, hit.start as usize) * height / STEP) as usize).min(last)] |= FIND;
        }
    }
}

/// Where a source offset stands in the whole, from 0 to 1; within a block, by its share of the block's bytes.
fn place(entries: &mut Entries, offset: usize) -> f32 {
    let total = entries.total().max(1.0);
    let index = entries.entry_at(offset);
    let top = entries.tops().get(index).copied().unwrap_or(0.0);
    let Some(entry) = entries.list.get(index) else { return 0.0 };
    let into = offset.saturating_sub(entry.span.start as usize) as f32 / entry.span.len().max(1) as f32;
    ((top + into.min(1.0) * entry.height()) / total).clamp(0.0, 1.0)
}
