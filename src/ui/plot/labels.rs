//! The words around the marks: axes, values, names at line ends. Draws no mark.

use std::sync::Arc;

use egui::{Align2, Galley, Pos2, Rect, Stroke, Ui, pos2, vec2};
use egui_plot::{PlotPoint, PlotTransform};

use super::super::theme::Theme;
use super::{Look, RADIUS, leader, text};
use crate::analysis::chart::{Chart, Form, Line, Mark};
use crate::export::place::{Area, FAR, Want, place, spread};
use crate::export::wording;
use crate::model::Status;

/// With more marks than this, what stands under the values is left to the tooltip.
const DETAILED: usize = 16;
/// With more than this, the values too, but for line ends.
const VALUED: usize = 60;
/// With more lines than this, values are told at line ends only, and where there is more to tell than the value.
const LINES: usize = 4;
/// The widest that names at line ends get.
const WIDEST: f32 = 230.0;
const GAP: f32 = 14.0;

/// The names under the axis and at line ends, and the room they take.
pub(super) struct Names {
    pub(super) below: f32,
    pub(super) right: f32,
    categories: Vec<Arc<Galley>>,
}

fn layout(ui: &Ui, text: &str, font: egui::FontId, colour: egui::Color32, width: f32) -> Arc<Galley> {
    ui.painter().layout(text.to_owned(), font, colour, width)
}

/// Measures the names.
pub(super) fn names(ui: &Ui, chart: &Chart, look: &Look<'_>, width: f32) -> Names {
    let theme = look.theme;
    if chart.form == Form::Years {
        let widest = chart.lines.iter().filter_map(|line| ending(ui, chart, line, look)).map(|galley| galley.size().x).fold(0.0, f32::max);
        return Names { below: 24.0, right: if widest > 0.0 { widest + GAP * 2.0 } else { 24.0 }, categories: Vec::new() };
    }
    let slot = (width - 60.0) / chart.categories.len().max(1) as f32;
    let categories: Vec<Arc<Galley>> = chart
        .categories
        .iter()
        .map(|category| {
            let (name, time) = wording::category(chart, category, look.words);
            let mut job = egui::text::LayoutJob::simple(
                format!("{name} {time}").trim_end().to_owned(),
                Theme::font(theme.size.caption),
                theme.ink,
                (slot - 6.0).max(theme.size.caption),
            );
            job.halign = egui::Align::Center;
            // the tooltip of its marks has the whole name
            job.wrap.max_rows = 4;
            ui.painter().layout_job(job)
        })
        .collect();
    let below = categories.iter().map(|galley| galley.size().y).fold(16.0, f32::max) + 10.0;
    Names { below, right: 24.0, categories }
}

/// How wide the labels of the axis of values are.
pub(super) fn value_axis_width(ui: &Ui, chart: &Chart, look: &Look<'_>) -> f32 {
    let theme = look.theme;
    let width = |value: f64| {
        let label = wording::value_tick(&chart.y, value, look.words);
        layout(ui, &label, Theme::font(theme.size.caption), theme.ink3, f32::INFINITY).size().x
    };
    chart.y.ticks.iter().map(|tick| width(tick.value)).fold(0.0, f32::max) + 10.0
}

/// The labels of both axes, and a line between levels of government.
pub(super) fn axes(ui: &Ui, chart: &Chart, look: &Look<'_>, transform: &PlotTransform, inner: Rect, names: &Names) {
    let theme = look.theme;
    let at = |x: f64, y: f64| transform.position_from_point(&PlotPoint::new(x, y));
    for tick in &chart.y.ticks {
        let label = wording::value_tick(&chart.y, tick.value, look.words);
        let y = at(chart.x.min, tick.value).y;
        text(ui, pos2(inner.left() - 8.0, y), Align2::RIGHT_CENTER, &label, Theme::font(theme.size.caption), theme.ink3);
    }
    match chart.form {
        Form::Years => {
            let mut free = f32::NEG_INFINITY;
            // from the last year backwards would be as good: what counts is that none overlap
            for tick in &chart.x.ticks {
                let x = at(tick.value, 0.0).x;
                if x - 16.0 > free {
                    let label = tick.value.to_string();
                    free = text(ui, pos2(x, inner.bottom() + 6.0), Align2::CENTER_TOP, &label, Theme::font(theme.size.caption), theme.ink2).right();
                }
            }
        }
        Form::Latest => {
            for (nth, galley) in names.categories.iter().enumerate() {
                let x = at(nth as f64, 0.0).x;
                ui.painter().galley(pos2(x, inner.bottom() + 6.0), galley.clone(), theme.ink);
                let before = nth.checked_sub(1).and_then(|before| chart.categories.get(before));
                if before.is_some_and(|before| before.who.standing != chart.categories[nth].who.standing) {
                    let x = at(nth as f64 - 0.5, 0.0).x;
                    ui.painter().extend(egui::Shape::dashed_line(
                        &[pos2(x, inner.top()), pos2(x, inner.bottom())],
                        Stroke::new(1.0, theme.ink3),
                        4.0,
                        4.0,
                    ));
                }
            }
        }
    }
}

/// The value, at a line's end with the line's name, and smaller under it what else there is to tell.
fn galley(ui: &Ui, chart: &Chart, line: &Line, mark: &Mark, look: &Look<'_>, name: &str, detailed: bool) -> Arc<Galley> {
    let theme = look.theme;
    let format = |font, color| egui::TextFormat { font_id: font, color, ..egui::TextFormat::default() };
    let mut job = egui::text::LayoutJob::default();
    job.wrap.max_width = WIDEST;
    job.append(&wording::value(chart, mark, look.words), 0.0, format(Theme::bold(theme.size.list), theme.ink));
    if !name.is_empty() {
        job.append(name, 5.0, format(Theme::font(theme.size.list), theme.ink));
    }
    let detail = if detailed { wording::detail(chart, line, mark, look.words) } else { String::new() };
    if !detail.is_empty() {
        job.append(&format!("\n{detail}"), 0.0, format(Theme::font(theme.size.caption), theme.ink2));
    }
    ui.painter().layout_job(job)
}

fn has_more_to_tell(chart: &Chart, line: &Line, mark: &Mark, look: &Look<'_>) -> bool {
    mark.status == Status::Target || !wording::detail(chart, line, mark, look.words).is_empty()
}

fn is_detailed(chart: &Chart) -> bool {
    chart.marks().count() <= DETAILED
}

/// The label at the end of a line that reaches the last year.
fn ending(ui: &Ui, chart: &Chart, line: &Line, look: &Look<'_>) -> Option<Arc<Galley>> {
    let (_, last) = chart.years()?;
    let mark = line.marks.last().filter(|mark| mark.period.end_year() == last)?;
    Some(galley(ui, chart, line, mark, look, &wording::line_name(chart, line, look.words), is_detailed(chart)))
}

/// The labels beside the marks.
pub(super) fn beside_marks(ui: &Ui, chart: &Chart, look: &Look<'_>, at: &dyn Fn(&Mark) -> Pos2, inner: Rect, whole: Rect) {
    let mut labels: Vec<(Arc<Galley>, Pos2, bool)> = Vec::new();
    let mut ends: Vec<(Arc<Galley>, Pos2, usize)> = Vec::new();
    let mut lines: Vec<[f32; 4]> = Vec::new();
    let few = chart.marks().count() <= VALUED;
    for line in &chart.lines {
        let end = if chart.form == Form::Years { ending(ui, chart, line, look) } else { None };
        let last = line.marks.len().saturating_sub(1);
        for (nth, mark) in line.marks.iter().enumerate() {
            let here = at(mark);
            if nth == last
                && let Some(end) = &end
            {
                ends.push((end.clone(), here, line.slot));
            } else if nth == last && (few || chart.form == Form::Years)
                || few && (chart.form == Form::Latest || chart.lines.len() <= LINES || has_more_to_tell(chart, line, mark, look))
            {
                let name = if chart.form == Form::Years && nth == last { wording::line_name(chart, line, look.words) } else { String::new() };
                let leftwards = match chart.form {
                    Form::Years => nth == 0 && last > 0,
                    Form::Latest => line.marks.len() > 1 && mark.x < mark.x.round(),
                };
                labels.push((galley(ui, chart, line, mark, look, &name, is_detailed(chart)), here, leftwards));
            }
            if chart.form == Form::Latest {
                lines.push([here.x, inner.bottom(), here.x, here.y]);
            }
        }
        for join in &line.joins {
            let (from, to) = (at(&line.marks[join.from]), at(&line.marks[join.to]));
            lines.push([from.x, from.y, to.x, to.y]);
        }
    }
    draw_ends(ui, look, &ends, inner, &mut lines);
    let bounds = Area { x: inner.left(), y: whole.top(), width: whole.right() - inner.left(), height: inner.bottom() - whole.top() };
    let wants: Vec<Want> = labels
        .iter()
        .map(|(galley, here, leftwards)| Want { at: [here.x, here.y], gap: RADIUS + 7.5, size: galley.size().into(), leftwards: *leftwards })
        .collect();
    for ((galley, here, _), area) in labels.iter().zip(place(&wants, &lines, bounds)) {
        let (near, distance) = area.nearest([here.x, here.y]);
        if distance > FAR {
            let near = pos2(near[0], near[1]);
            leader(ui, *here + (near - *here) * (RADIUS + 3.0) / distance, near, look.theme.ink3);
        }
        ui.painter().galley(pos2(area.x, area.y), galley.clone(), look.theme.ink);
    }
}

/// The names at line ends, moved apart; what they cover is in the way of the other labels.
fn draw_ends(ui: &Ui, look: &Look<'_>, ends: &[(Arc<Galley>, Pos2, usize)], inner: Rect, lines: &mut Vec<[f32; 4]>) {
    let middles: Vec<f32> = ends.iter().map(|(_, here, _)| here.y).collect();
    let heights: Vec<f32> = ends.iter().map(|(galley, ..)| galley.size().y + 2.0).collect();
    let middles = spread(&middles, &heights, inner.top() - 6.0, inner.bottom() + 6.0);
    // one that moved needs a line to its mark, and then all stand in one column
    let moved = ends.iter().zip(&middles).any(|((_, here, _), middle)| (middle - here.y).abs() > 4.0);
    for ((galley, here, slot), middle) in ends.iter().zip(middles) {
        let x = here.x + GAP + if moved { 8.0 } else { 0.0 };
        if moved {
            leader(ui, *here + vec2(RADIUS + 1.0, 0.0), pos2(x - 3.0, middle), look.theme.city(*slot));
        }
        ui.painter().galley(pos2(x, middle - galley.size().y / 2.0), galley.clone(), look.theme.ink);
        lines.push([x, middle, x + galley.size().x, middle]);
    }
}
