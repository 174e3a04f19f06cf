//! Lines over years: a mark at every value, joined only between neighbouring years, the name at the line's end.

use super::page::{Anchor, Page, colour};
use super::{AXIS, DETAIL, Frame, INK3, Label, RADIUS, Style, VALUE, draw_labels, grid};
use crate::analysis::chart::{Chart, Line};
use crate::export::place::{Area, spread};
use crate::export::wording;
use crate::locale::Words;
use crate::model::Status;

const NAME: Style = Style::new(16.5, VALUE.colour);
/// Marks are smaller than in the other form: lines lead to them.
const MARK: f32 = RADIUS * 0.78;
/// The widest that the names at line ends may be.
const WIDEST: f32 = 260.0;
const GAP: f32 = 16.0;
/// With more lines than this, values are told at line ends only, and where there is more to tell than the value.
const VALUED: usize = 4;

/// The label at a line's end.
struct End {
    x: f32,
    y: f32,
    value: String,
    name: Vec<String>,
    detail: Vec<String>,
}

impl End {
    fn height(&self) -> f32 {
        25.0 + 21.0 * self.name.len().saturating_sub(1) as f32 + 19.0 * self.detail.len() as f32
    }

    fn width(&self) -> f32 {
        let indent = VALUE.width(&self.value) + 7.0;
        let name = self.name.iter().map(|line| indent + NAME.width(line)).fold(indent, f32::max);
        self.detail.iter().map(|line| DETAIL.width(line)).fold(name, f32::max)
    }
}

/// Draws into `frame`; returns how far down the labels under it reach.
pub(super) fn draw(page: &mut Page, chart: &Chart, words: &Words, frame: Frame) -> f32 {
    let last = chart.years().map_or(0, |(_, last)| last);
    let ends: Vec<Option<End>> = chart.lines.iter().map(|line| end(chart, line, last, words)).collect();
    let widest = ends.iter().flatten().map(End::width).fold(0.0, f32::max);
    // the frame keeps the air that the axis has on its right; the names stand in it and beyond
    let right = (super::WIDTH - 40.0 - widest - GAP).min(frame.right);
    let frame = Frame { right: right.max(frame.left + 300.0), ..frame };
    grid(page, chart, words, frame);
    let air = chart.x.ticks.first().map_or(0.0, |tick| (tick.value - chart.x.min).max(0.0));
    let range = (chart.x.max - air * 0.9 - chart.x.min).max(1e-6);
    let single = chart.years().is_some_and(|(first, last)| first == last);
    let x = |year: f64| {
        let part = if single { 0.5 } else { (year - chart.x.min) / range };
        frame.left + part as f32 * (frame.right - frame.left)
    };
    for tick in &chart.x.ticks {
        page.text(x(tick.value), frame.bottom + 28.0, &tick.value.to_string(), Style { colour: INK3, ..AXIS });
    }

    let mut segments = Vec::new();
    for line in &chart.lines {
        let at = |nth: usize| line.marks.get(nth).map(|mark| (x(mark.x), frame.y(chart, mark.y), mark.status == Status::Target));
        for join in &line.joins {
            if let (Some(from), Some(to)) = (at(join.from), at(join.to)) {
                let segment = shortened(from, to);
                page.line(segment, colour(line.slot), 2.8, join.dashed);
                segments.push(segment);
            }
        }
    }
    for (line, mark) in chart.marks() {
        if mark.computed {
            page.cross(line.slot, x(mark.x), frame.y(chart, mark.y), MARK);
        } else {
            page.marker(line.slot, x(mark.x), frame.y(chart, mark.y), MARK, mark.status == Status::Target);
        }
    }

    let mut labels = Vec::new();
    for (line, end) in chart.lines.iter().zip(&ends) {
        for (nth, mark) in line.marks.iter().enumerate() {
            if end.is_some() && nth + 1 == line.marks.len() {
                continue;
            }
            let mut value = wording::value(chart, mark, words);
            if end.is_none() && nth + 1 == line.marks.len() {
                value = format!("{value} {}", wording::line_name(chart, line, words));
            }
            let detail = wording::detail(chart, line, mark, words);
            if chart.lines.len() > VALUED && nth + 1 < line.marks.len() && detail.is_empty() && mark.status == Status::Actual {
                continue;
            }
            let leftwards = nth == 0 && line.marks.len() > 1;
            labels.push((Label::new(value.trim_end().to_owned(), &detail, 170.0), [x(mark.x), frame.y(chart, mark.y)], leftwards));
        }
    }
    let ends: Vec<End> = ends
        .into_iter()
        .zip(&chart.lines)
        .filter_map(|(end, line)| Some((end?, line.marks.last()?)))
        .map(|(end, mark)| End { x: x(mark.x), y: frame.y(chart, mark.y), ..end })
        .collect();
    for end in &ends {
        // what stands at the ends is in the way of the others
        segments.push([end.x + GAP, end.y, end.x + GAP + end.width(), end.y]);
    }
    draw_labels(page, &labels, &segments, Area { width: super::WIDTH - frame.left - 20.0, ..frame.area() });
    draw_ends(page, chart, &ends, frame);
    frame.bottom + 28.0
}

/// The label of a line that reaches the last year; the others are told beside their last mark.
fn end(chart: &Chart, line: &Line, last: i16, words: &Words) -> Option<End> {
    let mark = line.marks.last().filter(|mark| mark.period.end_year() == last)?;
    let value = wording::value(chart, mark, words);
    let name = NAME.wrap(&wording::line_name(chart, line, words), (WIDEST - VALUE.width(&value)).max(90.0));
    let detail = DETAIL.wrap(&wording::detail(chart, line, mark, words), WIDEST);
    Some(End { x: 0.0, y: 0.0, value, name, detail })
}

fn draw_ends(page: &mut Page, chart: &Chart, ends: &[End], frame: Frame) {
    let middles: Vec<f32> = ends.iter().map(|end| end.y).collect();
    let heights: Vec<f32> = ends.iter().map(End::height).collect();
    let slots: Vec<usize> = chart
        .lines
        .iter()
        .filter(|line| line.marks.last().is_some_and(|mark| Some(mark.period.end_year()) == chart.years().map(|it| it.1)))
        .map(|line| line.slot)
        .collect();
    let middles = spread(&middles, &heights, frame.top - 20.0, frame.bottom + 20.0);
    // one that moved needs a line to its mark, and then all stand in one column
    let moved = ends.iter().zip(&middles).any(|(end, middle)| (middle - end.y).abs() > 6.0);
    for ((end, middle), slot) in ends.iter().zip(middles).zip(slots) {
        let mut x = end.x + GAP;
        if moved {
            page.line([end.x + MARK + 2.0, end.y, x + 10.0, middle], colour(slot), 1.0, false);
            x += 14.0;
        }
        let mut y = middle - end.height() / 2.0 + 19.0;
        page.text(x, y, &end.value, VALUE);
        let indent = x + VALUE.width(&end.value) + 7.0;
        for (nth, line) in end.name.iter().enumerate() {
            y += if nth > 0 { 21.0 } else { 0.0 };
            page.text(indent, y, line, NAME.at(Anchor::Start));
        }
        for line in &end.detail {
            y += 19.0;
            page.text(x, y, line, DETAIL);
        }
    }
}

/// A line between two marks that ends outside hollow ones.
fn shortened((x1, y1, hollow1): (f32, f32, bool), (x2, y2, hollow2): (f32, f32, bool)) -> [f32; 4] {
    let length = (x2 - x1).hypot(y2 - y1).max(1e-3);
    let off = |hollow: bool| if hollow { (MARK * 1.25 / length).min(0.5) } else { 0.0 };
    let (start, end) = (off(hollow1), 1.0 - off(hollow2));
    [x1 + (x2 - x1) * start, y1 + (y2 - y1) * start, x1 + (x2 - x1) * end, y1 + (y2 - y1) * end]
}
