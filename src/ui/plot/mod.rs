//! The chart in the window: the same model as the exported figure, with every mark a thing that can be pointed at, focused
//! and clicked. Decides nothing about what is drawn.

mod labels;
mod marker;
#[cfg(test)]
mod tests;

use egui::{Align2, Pos2, Rect, Sense, Stroke, Ui, pos2, vec2};
use egui_plot::{HLine, Line as PlotLine, LineStyle, Plot, PlotBounds, PlotPoints, PlotTransform};

pub(crate) use marker::{cross, marker};

use super::context::Context;
use super::theme::Theme;
use crate::analysis::chart::{Chart, Form, Line, Mark};
use crate::export::wording;
use crate::locale::Words;
use crate::model::{FactKey, Status};
use crate::workspace::Item;

/// How wide half a mark is.
const RADIUS: f32 = 6.0;
/// How near the pointer has to come to a mark.
const REACH: f32 = 11.0;
/// The longest sentence in a tooltip, in characters.
const EXCERPT: usize = 120;

/// What a fact's row says, for the tooltip.
pub(crate) struct Told<'a> {
    /// The words of the number.
    pub(crate) raw: &'a str,
    pub(crate) sentence: &'a str,
    /// The title of the report.
    pub(crate) title: &'a str,
}

/// What happened to the chart's marks in this frame.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct PlotResponse {
    /// The facts of a mark that was clicked.
    pub(crate) clicked: Option<Vec<FactKey>>,
    /// The facts of the mark under the pointer.
    pub(crate) hovered: Option<Vec<FactKey>>,
}

/// What the chart is drawn with.
pub(crate) struct Look<'a> {
    pub(crate) theme: &'a Theme,
    pub(crate) words: &'a Words,
    /// The selected fact: its mark is ringed.
    pub(crate) selected: Option<&'a FactKey>,
    /// The row of a fact.
    pub(crate) tell: &'a dyn Fn(&FactKey) -> Option<Told<'a>>,
}

/// The chart of the state, drawn into the room there is; gives the facts of a mark that was clicked.
pub(super) fn plot_ui(ui: &mut Ui, ctx: &Context<'_>, chart: &Chart) -> Option<Vec<FactKey>> {
    let tell = |key: &FactKey| {
        let row = ctx.derived.row(key)?;
        Some(Told { raw: row.raw(), sentence: row.sentence(), title: &row.report.document.meta.title })
    };
    let selected = match &ctx.state.view.selection {
        Some(Item::Fact(key)) => Some(key),
        _ => None,
    };
    chart_ui(ui, chart, &Look { theme: ctx.theme, words: ctx.words, selected, tell: &tell }).clicked
}

/// Draws the chart into the room there is.
pub(crate) fn chart_ui(ui: &mut Ui, chart: &Chart, look: &Look<'_>) -> PlotResponse {
    let whole = ui.available_rect_before_wrap();
    let names = labels::names(ui, chart, look, whole.width());
    let inner = Rect::from_min_max(whole.min + vec2(labels::value_axis_width(ui, chart, look), 8.0), whole.max - vec2(names.right, names.below));
    if !inner.is_positive() {
        return PlotResponse::default();
    }
    let transform = lines_ui(ui, chart, look, inner);
    let at = |mark: &Mark| transform.position_from_point(&egui_plot::PlotPoint::new(mark.x, mark.y));
    labels::axes(ui, chart, look, &transform, inner, &names);
    let out = marks_ui(ui, chart, look, &at);
    labels::beside_marks(ui, chart, look, &at, inner, whole);
    ui.advance_cursor_after_rect(whole);
    out
}

/// The lines of grid, joins and stems; gives where values stand on the screen.
fn lines_ui(ui: &mut Ui, chart: &Chart, look: &Look<'_>, inner: Rect) -> PlotTransform {
    let theme = look.theme;
    // the names at line ends stand where the axis has its air
    let several_years = chart.form == Form::Years && chart.years().is_some_and(|(first, last)| first < last);
    let air = if several_years { (chart.x.max - chart.years().map_or(chart.x.max, |(_, last)| f64::from(last))) * 0.85 } else { 0.0 };
    let bounds = PlotBounds::from_min_max([chart.x.min, chart.y.min], [chart.x.max - air, chart.y.max]);
    let per_point = [bounds.width() / f64::from(inner.width()), bounds.height() / f64::from(inner.height())];
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inner).id_salt("chart"));
    let plot = Plot::new("chart")
        .show_axes(false)
        .show_grid(false)
        .show_background(false)
        .show_crosshair(false)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .set_margin_fraction(vec2(0.0, 0.0))
        .label_formatter(|_| None)
        .sense(Sense::hover());
    let response = plot.show(&mut child, |plot| {
        plot.set_plot_bounds(bounds);
        for tick in &chart.y.ticks {
            let stroke = if tick.value == 0.0 { Stroke::new(1.2, theme.ink3.gamma_multiply(0.7)) } else { Stroke::new(1.0, theme.line) };
            plot.hline(HLine::new("", tick.value).stroke(stroke).allow_hover(false));
        }
        for line in &chart.lines {
            let colour = theme.city(line.slot);
            for (points, dashed) in segments(chart, line, per_point) {
                let style = if dashed { LineStyle::Dashed { length: 6.0 } } else { LineStyle::Solid };
                plot.line(PlotLine::new("", PlotPoints::from(points)).stroke(Stroke::new(2.0, colour)).style(style).allow_hover(false));
            }
        }
    });
    response.transform
}

/// The joins of a line, or the stems of its marks; each ends outside hollow marks.
fn segments(chart: &Chart, line: &Line, per_point: [f64; 2]) -> Vec<(Vec<[f64; 2]>, bool)> {
    let hollow = |mark: &Mark| mark.status == Status::Target;
    match chart.form {
        Form::Latest => {
            let stem = |mark: &Mark| {
                let off = f64::from(RADIUS) * per_point[1];
                let end = if mark.y.abs() <= off { 0.0 } else { mark.y - off.copysign(mark.y) };
                (vec![[mark.x, 0.0], [mark.x, end]], hollow(mark))
            };
            line.marks.iter().map(stem).collect()
        }
        Form::Years => {
            let join = |join: &crate::analysis::chart::Join| {
                let (from, to) = (line.marks.get(join.from)?, line.marks.get(join.to)?);
                let (wide, high) = ((to.x - from.x) / per_point[0], (to.y - from.y) / per_point[1]);
                let length = wide.hypot(high).max(1e-9);
                let off = |mark: &Mark| if hollow(mark) { (f64::from(RADIUS) * 1.2 / length).min(0.5) } else { 0.0 };
                let along = |part: f64| [from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part];
                Some((vec![along(off(from)), along(1.0 - off(to))], join.dashed))
            };
            line.joins.iter().filter_map(join).collect()
        }
    }
}

/// The marks: each can be pointed at, focused with the keyboard and clicked.
fn marks_ui(ui: &mut Ui, chart: &Chart, look: &Look<'_>, at: &dyn Fn(&Mark) -> Pos2) -> PlotResponse {
    let theme = look.theme;
    let mut out = PlotResponse::default();
    for (nth, (line, mark)) in chart.marks().enumerate() {
        let center = at(mark);
        let rect = Rect::from_center_size(center, vec2(REACH, REACH) * 2.0);
        let response = ui.interact(rect, ui.scope_id().with("mark").with(nth), Sense::click());
        let name = accessible_name(chart, line, mark, look.words);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
        let chosen = look.selected.is_some_and(|key| mark.facts.contains(key));
        if chosen || response.has_focus() || response.hovered() {
            let ring = if chosen { theme.accent } else { theme.ink3 };
            ui.painter().circle_stroke(center, RADIUS + 4.0, Stroke::new(if chosen { 2.0 } else { 1.0 }, ring));
        }
        if mark.computed {
            cross(ui.painter(), center, RADIUS, theme.city(line.slot), theme.panel);
        } else {
            marker(ui.painter(), center, RADIUS, line.slot, theme.city(line.slot), mark.status == Status::Target);
        }
        if response.hovered() {
            out.hovered = Some(mark.facts.clone());
        }
        let response = response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_ui(|ui| tooltip_ui(ui, chart, line, mark, look));
        if response.clicked() {
            out.clicked = Some(mark.facts.clone());
        }
    }
    out
}

/// `忻州市 普惠率 2019 80`.
fn accessible_name(chart: &Chart, line: &Line, mark: &Mark, words: &Words) -> String {
    let label = chart.indicators.get(line.indicator).map_or("", |drawn| drawn.label.as_str());
    format!("{} {label} {} {}", wording::who(&line.who, words), wording::period(&mark.period, words), wording::value(chart, mark, words))
}

fn tooltip_ui(ui: &mut Ui, chart: &Chart, line: &Line, mark: &Mark, look: &Look<'_>) {
    let (theme, words) = (look.theme, look.words);
    ui.set_max_width(380.0);
    let unit = chart.unit.as_deref().unwrap_or_default();
    ui.label(egui::RichText::new(format!("{} {unit}", wording::value(chart, mark, words))).font(Theme::bold(theme.size.heading)));
    let label = chart.indicators.get(line.indicator).map_or("", |drawn| drawn.label.as_str());
    let whose = format!("{} · {label} · {}", wording::who(&line.who, words), wording::period(&mark.period, words));
    ui.label(egui::RichText::new(whose).size(theme.size.caption).color(theme.ink2));
    let detail = wording::detail(chart, line, mark, words);
    if !detail.is_empty() {
        ui.label(egui::RichText::new(detail).size(theme.size.caption).color(theme.doubt));
    }
    for fact in mark.facts.iter().filter_map(|key| (look.tell)(key)) {
        ui.separator();
        let mut sentence: String = fact.sentence.chars().take(EXCERPT).collect();
        if sentence.len() < fact.sentence.len() {
            sentence.push('…');
        }
        ui.label(egui::RichText::new(words.with("chart-quote", &[("raw", fact.raw.into()), ("sentence", sentence.into())])).size(theme.size.list));
        ui.label(egui::RichText::new(fact.title).size(theme.size.caption).color(theme.ink3));
    }
    ui.label(egui::RichText::new(words.t("chart-click")).size(theme.size.caption).color(theme.ink3));
}

/// Text on the screen; returns its rectangle.
fn text(ui: &Ui, at: Pos2, anchor: Align2, text: &str, font: egui::FontId, colour: egui::Color32) -> Rect {
    ui.painter().text(at, anchor, text, font, colour)
}

/// A line that leads from a mark to its label.
fn leader(ui: &Ui, from: Pos2, to: Pos2, colour: egui::Color32) {
    ui.painter().line_segment([from, pos2(to.x, to.y)], Stroke::new(1.0, colour));
}
