//! The latest value of each place: a mark on a stem, with its own wording beside it.

use super::page::{Page, colour};
use super::{AXIS, Anchor, DETAIL, Frame, GRID, INK2, Label, RADIUS, Style, draw_labels, grid};
use crate::analysis::chart::Chart;
use crate::export::wording;
use crate::locale::Words;
use crate::model::Status;

/// The widest that the words beside a mark may be.
const WIDEST: f32 = 230.0;

/// Draws into `frame`; returns how far down the labels under it reach.
pub(super) fn draw(page: &mut Page, chart: &Chart, words: &Words, frame: Frame) -> f32 {
    grid(page, chart, words, frame);
    let slot = (frame.right - frame.left) / (chart.x.max - chart.x.min) as f32;
    let x = |value: f64| frame.left + (value - chart.x.min) as f32 * slot;
    let zero = frame.y(chart, 0.0);
    let under = names(page, chart, words, frame, slot);

    let mut labels = Vec::new();
    let mut stems = Vec::new();
    for (line, mark) in chart.marks() {
        let (x, y) = (x(mark.x), frame.y(chart, mark.y));
        let target = mark.status == Status::Target;
        let end = if (zero - y).abs() <= RADIUS { zero } else { y + RADIUS.copysign(zero - y) };
        page.line([x, zero, x, end], colour(line.slot), 2.6, target);
        stems.push([x, zero, x, end]);
        let detail = wording::detail(chart, line, mark, words);
        // of two marks beside each other, the left one is told on its left
        let leftwards = line.marks.len() > 1 && mark.x < mark.x.round() && slot > 200.0;
        labels.push((Label::new(wording::value(chart, mark, words), &detail, WIDEST.min(slot.max(90.0))), [x, y], leftwards));
    }
    for (line, mark) in chart.marks() {
        page.marker(line.slot, x(mark.x), frame.y(chart, mark.y), RADIUS, mark.status == Status::Target);
    }
    draw_labels(page, &labels, &stems, frame.area());
    under
}

/// The names of the places and their years under the axis, with a line between standings.
fn names(page: &mut Page, chart: &Chart, words: &Words, frame: Frame, slot: f32) -> f32 {
    let name_style = if slot < 90.0 { Style::new(13.5, AXIS.colour).at(Anchor::Middle) } else { AXIS };
    let time_style = Style::new(name_style.size - 1.5, INK2).at(Anchor::Middle);
    let step = name_style.size + 6.0;
    let mut lowest = frame.bottom;
    for (at, category) in chart.categories.iter().enumerate() {
        let x = frame.left + (at as f64 - chart.x.min) as f32 * slot;
        let (name, time) = wording::category(chart, category, words);
        let mut y = frame.bottom + 28.0;
        let whole = format!("{name} {time}");
        if name_style.width(&whole) <= slot - 12.0 {
            page.text(x, y, whole.trim_end(), name_style);
        } else {
            for line in evenly(&name, name_style, (slot - 8.0).max(DETAIL.size)) {
                page.text(x, y, &line, name_style);
                y += step;
            }
            page.text(x, y, &time, time_style);
        }
        lowest = lowest.max(y);
        let before = at.checked_sub(1).and_then(|before| chart.categories.get(before));
        if before.is_some_and(|before| before.who.standing != category.who.standing) {
            let x = x - slot / 2.0;
            page.line([x, frame.top, x, frame.bottom + 14.0], GRID, 1.4, true);
        }
    }
    lowest
}

/// Wraps a name into lines of about one length.
fn evenly(name: &str, style: Style, limit: f32) -> Vec<String> {
    let lines = style.wrap(name, limit);
    let even = style.wrap(name, (style.width(name) / lines.len() as f32 + style.size).min(limit));
    if even.len() > lines.len() { lines } else { even }
}
