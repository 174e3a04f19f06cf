//! The latest values of many places, one under the other: where names have no room beside each other.

use super::page::{Page, colour};
use super::{AXIS, Anchor, DETAIL, Frame, GRID, INK2, Label, RADIUS, Style, TICK, ZERO, draw_labels};
use crate::analysis::chart::Chart;
use crate::export::place::Area;
use crate::export::wording;
use crate::locale::Words;
use crate::model::Status;

/// More categories than this stand under each other.
pub(super) const MANY: usize = 14;
const NAME: Style = Style::new(14.5, AXIS.colour).at(Anchor::End);
const TIME: Style = Style::new(13.0, INK2).at(Anchor::End);
const ROW: f32 = 30.0;
/// How much higher a row gets with each further mark.
const FURTHER: f32 = 16.0;
const MARK: f32 = RADIUS * 0.72;
/// The widest that names get.
const WIDEST: f32 = 300.0;
/// The most room that is kept for the words right of the marks.
const WORDS: f32 = 330.0;

/// Draws from the top of `frame` down, as far as it takes; returns where it ends.
pub(super) fn draw(page: &mut Page, chart: &Chart, words: &Words, frame: Frame) -> f32 {
    let names: Vec<(Vec<String>, String)> = chart
        .categories
        .iter()
        .map(|category| {
            let (name, time) = wording::category(chart, category, words);
            (NAME.wrap(&name, WIDEST), time)
        })
        .collect();
    let time = names.iter().map(|(_, time)| TIME.width(time)).fold(0.0, f32::max);
    let name = names.iter().flat_map(|(lines, _)| lines).map(|line| NAME.width(line)).fold(0.0, f32::max);
    let left = 56.0 + name + if time > 0.0 { time + 14.0 } else { 0.0 } + 14.0;
    let told =
        chart.marks().map(|(line, mark)| Label::in_row(wording::value(chart, mark, words), &wording::detail(chart, line, mark, words)).size()[0]);
    let right = super::WIDTH - 70.0 - told.fold(0.0, f32::max).min(WORDS);
    let x = |value: f64| left + ((value - chart.y.min) / (chart.y.max - chart.y.min)) as f32 * (right - left);
    let height = |at: usize| {
        let marks = chart.lines.get(at).map_or(1, |line| line.marks.len());
        (ROW + FURTHER * (marks.max(1) - 1) as f32).max(18.0 * names[at].0.len() as f32 + 10.0)
    };
    let top = frame.top + 10.0;
    let bottom = top + (0..names.len()).map(height).sum::<f32>();
    for tick in &chart.y.ticks {
        let (colour, width) = if tick.value == 0.0 { (ZERO, 1.6) } else { (GRID, 1.4) };
        page.line([x(tick.value), top - 4.0, x(tick.value), bottom], colour, width, false);
        page.text(x(tick.value), top - 12.0, &wording::value_tick(&chart.y, tick.value, words), TICK.at(Anchor::Middle));
    }

    let mut labels = Vec::new();
    let mut stems = Vec::new();
    let mut y = top;
    for (at, line) in chart.lines.iter().enumerate() {
        let row = height(at);
        if at > 0 && chart.lines[at - 1].who.standing != line.who.standing {
            page.line([56.0, y, super::WIDTH - 56.0, y], ZERO, 1.0, true);
        }
        if let Some((lines, time)) = names.get(at) {
            let mut base = y + row / 2.0 + 5.0 - 9.0 * (lines.len() as f32 - 1.0);
            page.text(left - 14.0, y + row / 2.0 + 5.0, time, TIME);
            for text in lines {
                page.text(56.0 + name, base, text, NAME);
                base += 18.0;
            }
        }
        for (nth, mark) in line.marks.iter().enumerate() {
            let here = y + row / 2.0 + (nth as f32 - (line.marks.len() as f32 - 1.0) / 2.0) * FURTHER;
            let (zero, end) = (x(0.0), x(mark.y));
            let stop = if (end - zero).abs() <= MARK { zero } else { end - MARK.copysign(end - zero) };
            let target = mark.status == Status::Target;
            page.line([zero, here, stop, here], colour(line.slot), 2.2, target);
            page.marker(line.slot, end, here, MARK, target);
            stems.push([zero, here, stop, here]);
            let detail = wording::detail(chart, line, mark, words);
            labels.push((Label::in_row(wording::value(chart, mark, words), &detail), [end, here], mark.y < 0.0));
        }
        y += row;
    }
    draw_labels(page, &labels, &stems, Area { x: left, y: top, width: super::WIDTH - 40.0 - left, height: bottom - top });
    bottom.max(frame.top + DETAIL.size)
}
