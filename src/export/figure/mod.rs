//! A chart as a figure: laid out on a page of 1200 by at least 720, as SVG text. The same on every machine: it measures with
//! the font that the program carries and knows neither screen nor clock.

mod latest;
mod page;
mod rows;
mod years;

pub(crate) use page::escape;
use page::{Anchor, GRID, INK, INK2, INK3, Page, Style, ZERO};

use super::place::{Area, FAR, Want, place};
use super::wording;
use crate::analysis::chart::{Chart, Form};
use crate::locale::Words;

/// The width of a figure.
pub const WIDTH: f32 = 1200.0;
/// Its least height.
pub const HEIGHT: f32 = 720.0;
const MARGIN: f32 = 56.0;
/// Where the values of the axis end and the plot begins.
const LEFT: f32 = 110.0;
const RADIUS: f32 = 9.0;

const TITLE: Style = Style::new(27.0, INK).bold();
const SUBTITLE: Style = Style::new(17.0, INK2);
const TICK: Style = Style::new(15.0, INK3).at(Anchor::End);
const AXIS: Style = Style::new(16.5, INK).at(Anchor::Middle);
const VALUE: Style = Style::new(18.0, INK).bold();
const ROW_VALUE: Style = Style::new(15.0, INK).bold();
const DETAIL: Style = Style::new(14.5, INK2);
const NOTE: Style = Style::new(14.0, INK2);
const DATE: Style = Style::new(13.5, INK3).at(Anchor::End);

/// What a figure shows beside its chart.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The day it was made, as it is to be printed.
    pub date: Option<String>,
    /// Without a white ground.
    pub transparent: bool,
}

/// A figure, laid out.
#[derive(Debug, Clone)]
pub struct Figure {
    /// SVG with text as text, for which the program's font is needed.
    pub svg: String,
    pub width: f32,
    pub height: f32,
    pub title: String,
    /// Notes and sources: what the picture says in small print.
    pub description: String,
    /// Characters that the font lacks; the figure has boxes in their place.
    pub missing: Vec<char>,
}

/// The part of the page in which values are drawn.
#[derive(Debug, Clone, Copy)]
struct Frame {
    left: f32,
    right: f32,
    top: f32,
    bottom: f32,
}

impl Frame {
    fn y(&self, chart: &Chart, value: f64) -> f32 {
        let part = (value - chart.y.min) / (chart.y.max - chart.y.min);
        self.bottom - part as f32 * (self.bottom - self.top)
    }

    fn area(&self) -> Area {
        Area { x: self.left, y: self.top - 14.0, width: self.right - self.left, height: self.bottom - self.top + 10.0 }
    }
}

/// Lays a chart out. Where the font lacks a character, a note says what the boxes are.
pub fn figure(chart: &Chart, words: &Words, options: &Options) -> Figure {
    let figure = laid_out(chart, words, options, None);
    if figure.missing.is_empty() { figure } else { laid_out(chart, words, options, Some(words.t("chart-note-missing"))) }
}

fn laid_out(chart: &Chart, words: &Words, options: &Options, boxes: Option<&str>) -> Figure {
    let mut page = Page::default();
    let title = wording::title(chart, words);
    let subtitle = wording::subtitle(chart, words);
    let titles = TITLE.wrap(&title, WIDTH - 2.0 * MARGIN);
    let subtitles = SUBTITLE.wrap(&subtitle, WIDTH - 2.0 * MARGIN);
    let print: Vec<String> =
        [wording::comparability(chart, words), wording::notes(chart, words), wording::sources(chart, words), boxes.map(str::to_owned)]
            .into_iter()
            .flatten()
            .collect();
    let small: Vec<String> = print.iter().flat_map(|text| NOTE.wrap(text, WIDTH - 2.0 * MARGIN)).collect();

    let above = 36.0 * (titles.len().max(1) - 1) as f32 + 26.0 * (subtitles.len().max(1) - 1) as f32;
    let below = 23.0 * small.len().saturating_sub(3) as f32;
    let frame = Frame { left: LEFT, right: WIDTH - 80.0, top: 130.0 + above, bottom: 556.0 + above };
    let height = HEIGHT + above + below;
    let mut y = 62.0;
    for line in &titles {
        page.text(MARGIN, y, line, TITLE);
        y += 36.0;
    }
    y -= 3.0;
    for line in &subtitles {
        page.text(MARGIN, y, line, SUBTITLE);
        y += 26.0;
    }
    let under = if chart.is_empty() {
        page.text(f32::midpoint(frame.left, frame.right), f32::midpoint(frame.top, frame.bottom), words.t("chart-empty"), AXIS);
        frame.bottom
    } else {
        match chart.form {
            Form::Latest if chart.categories.len() > rows::MANY => rows::draw(&mut page, chart, words, frame),
            Form::Latest => latest::draw(&mut page, chart, words, frame),
            Form::Years => years::draw(&mut page, chart, words, frame),
        }
    };
    let mut y = (632.0 + above).max(under + 34.0);
    let height = height + (under + 34.0 - 632.0 - above).max(0.0);
    for line in &small {
        page.text(MARGIN, y, line, NOTE);
        y += 23.0;
    }
    if let Some(date) = &options.date {
        page.text(WIDTH - MARGIN, height - 20.0, &words.with("chart-made", &[("date", date.as_str().into())]), DATE);
    }
    let missing = std::mem::take(&mut page.missing);
    Figure { svg: page.finish(WIDTH, height, !options.transparent), width: WIDTH, height, title, description: print.join("\n"), missing }
}

/// The lines and labels of the axis of values.
fn grid(page: &mut Page, chart: &Chart, words: &Words, frame: Frame) {
    for tick in &chart.y.ticks {
        let y = frame.y(chart, tick.value);
        let (colour, width) = if tick.value == 0.0 { (ZERO, 1.6) } else { (GRID, 1.4) };
        page.line([frame.left, y, frame.right, y], colour, width, false);
        page.text(frame.left - 12.0, y + 5.4, &wording::value_tick(&chart.y, tick.value, words), TICK);
    }
}

/// A value and what stands under it.
struct Label {
    value: String,
    detail: Vec<String>,
    is_row: bool,
}

impl Label {
    fn new(value: String, detail: &str, limit: f32) -> Self {
        Self { value, detail: DETAIL.wrap(detail, limit), is_row: false }
    }

    /// On one line, the detail after the value.
    fn in_row(value: String, detail: &str) -> Self {
        Self { value, detail: vec![detail.to_owned()], is_row: true }
    }

    fn size(&self) -> [f32; 2] {
        if self.is_row {
            let detail: f32 = self.detail.iter().filter(|line| !line.is_empty()).map(|line| DETAIL.width(line) + 8.0).sum();
            return [ROW_VALUE.width(&self.value) + detail, 18.0];
        }
        let detail = self.detail.iter().map(|line| DETAIL.width(line)).fold(0.0, f32::max);
        [VALUE.width(&self.value).max(detail), 25.0 + 20.0 * self.detail.len() as f32]
    }

    fn draw(&self, page: &mut Page, area: Area, rightmost: bool) {
        if self.is_row {
            page.text(area.x, area.y + 14.5, &self.value, ROW_VALUE);
            page.text(area.x + ROW_VALUE.width(&self.value) + 8.0, area.y + 14.5, &self.detail.concat(), DETAIL);
            return;
        }
        let anchor = if rightmost { Anchor::End } else { Anchor::Start };
        let x = if rightmost { area.x + area.width } else { area.x };
        page.text(x, area.y + 19.0, &self.value, VALUE.at(anchor));
        for (nth, line) in self.detail.iter().enumerate() {
            page.text(x, area.y + 39.0 + 20.0 * nth as f32, line, DETAIL.at(anchor));
        }
    }
}

/// Places the labels beside their marks and draws them; those left of their mark end at it.
fn draw_labels(page: &mut Page, labels: &[(Label, [f32; 2], bool)], lines: &[[f32; 4]], bounds: Area) {
    let wants: Vec<Want> =
        labels.iter().map(|(label, at, leftwards)| Want { at: *at, gap: RADIUS + 8.0, size: label.size(), leftwards: *leftwards }).collect();
    for ((label, at, _), area) in labels.iter().zip(place(&wants, lines, bounds)) {
        let (near, distance) = area.nearest(*at);
        if distance > FAR {
            let off = (RADIUS + 3.0) / distance;
            page.line([at[0] + (near[0] - at[0]) * off, at[1] + (near[1] - at[1]) * off, near[0], near[1]], ZERO, 1.0, false);
        }
        label.draw(page, area, area.x + area.width <= at[0]);
    }
}

#[cfg(test)]
mod tests;
