//! Shapes and text as SVG elements, and the markers of the slots. Lays nothing out.

use std::fmt::Write as _;

use crate::export::measure::{self, Weight};

/// Text colours from dark to light, all readable on white.
pub(super) const INK: &str = "#22252a";
pub(super) const INK2: &str = "#5c6169";
pub(super) const INK3: &str = "#666b73";
/// Lines of the grid, the line of zero.
pub(super) const GRID: &str = "#ececea";
pub(super) const ZERO: &str = "#b9bbbe";
/// A figure's ground where it is not transparent.
pub(super) const PAPER: &str = "#ffffff";

/// Okabe and Ito's colours, told apart by colour-blind people too, in the order in which places get them.
const SLOTS: [&str; 8] = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#8a7a00", "#555555"];
/// Marker shapes: a number that does not divide that of the colours, so that pairs repeat late.
const SHAPES: usize = 7;

/// The colour of a slot; beyond the palette, the grey that ends it.
pub(super) fn colour(slot: usize) -> &'static str {
    SLOTS[slot.min(SLOTS.len() - 1)]
}

/// Where a text is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// How a text is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub(super) size: f32,
    pub(super) weight: Weight,
    pub(super) colour: &'static str,
    pub(super) anchor: Anchor,
}

impl Style {
    pub(super) const fn new(size: f32, colour: &'static str) -> Self {
        Self { size, weight: Weight::Regular, colour, anchor: Anchor::Start }
    }

    pub(super) const fn bold(self) -> Self {
        Self { weight: Weight::Bold, ..self }
    }

    pub(super) const fn at(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    pub(super) fn width(&self, text: &str) -> f32 {
        measure::width(text, self.size, self.weight)
    }

    pub(super) fn wrap(&self, text: &str, limit: f32) -> Vec<String> {
        measure::wrap(text, self.size, self.weight, limit)
    }
}

/// An SVG under way.
#[derive(Debug, Default)]
pub(super) struct Page {
    body: String,
    /// Characters that the font lacks.
    pub(super) missing: Vec<char>,
}

impl Page {
    /// One line of text; `y` is its baseline.
    pub(super) fn text(&mut self, x: f32, y: f32, text: &str, style: Style) {
        if text.is_empty() {
            return;
        }
        let text = escape(&measure::drawable(text, &mut self.missing));
        let weight = if style.weight == Weight::Bold { " font-weight=\"700\"" } else { "" };
        let anchor = match style.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let (x, y, size, fill) = (n(x), n(y), n(style.size), style.colour);
        let _ = writeln!(self.body, r#"<text x="{x}" y="{y}" font-size="{size}" fill="{fill}"{weight}{anchor} xml:space="preserve">{text}</text>"#);
    }

    pub(super) fn line(&mut self, [x1, y1, x2, y2]: [f32; 4], colour: &str, width: f32, dashed: bool) {
        let (x1, y1, x2, y2, width) = (n(x1), n(y1), n(x2), n(y2), n(width));
        let dash = if dashed { r#" stroke-dasharray="6 4""# } else { "" };
        let _ = writeln!(self.body, r#"<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{colour}" stroke-width="{width}"{dash}/>"#);
    }

    /// The marker of a slot around its middle, about `2 * radius` wide; only its outline where it is hollow.
    pub(super) fn marker(&mut self, slot: usize, x: f32, y: f32, radius: f32, hollow: bool) {
        let paint = if hollow {
            format!(r#"fill="none" stroke="{}" stroke-width="2.6" stroke-linejoin="miter""#, colour(slot))
        } else {
            format!(r#"fill="{}""#, colour(slot))
        };
        let points = |around: &[(f32, f32)]| {
            around.iter().map(|(dx, dy)| format!("{},{}", n(x + dx * radius), n(y + dy * radius))).collect::<Vec<_>>().join(" ")
        };
        let polygon: &[(f32, f32)] = match slot % SHAPES {
            0 => {
                let _ = writeln!(self.body, r#"<circle cx="{}" cy="{}" r="{}" {paint}/>"#, n(x), n(y), n(radius));
                return;
            }
            1 => &[(0.0, -1.2), (1.2, 0.0), (0.0, 1.2), (-1.2, 0.0)],
            2 => &[(0.0, -1.1), (1.1, 0.85), (-1.1, 0.85)],
            3 => &[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
            4 => &[(0.0, 1.1), (1.1, -0.85), (-1.1, -0.85)],
            5 => &[(-1.1, 0.0), (0.85, -1.1), (0.85, 1.1)],
            _ => &[(1.1, 0.0), (-0.85, -1.1), (-0.85, 1.1)],
        };
        let _ = writeln!(self.body, r#"<polygon points="{}" {paint}/>"#, points(polygon));
    }

    /// The mark of a computed value: a cross in the slot's colour on a white one.
    pub(super) fn cross(&mut self, slot: usize, x: f32, y: f32, radius: f32) {
        for (paint, width) in [("#ffffff", 6.4), (colour(slot), 2.8)] {
            let arm = radius * 0.85 + if width > 3.0 { 1.2 } else { 0.0 };
            let [left, right, top, bottom] = [x - arm, x + arm, y - arm, y + arm].map(n);
            let _ = writeln!(
                self.body,
                r#"<path d="M{left} {top}L{right} {bottom}M{left} {bottom}L{right} {top}" fill="none" stroke="{paint}" stroke-width="{width}"/>"#
            );
        }
    }

    /// The whole SVG, on white ground or on none.
    pub(super) fn finish(self, width: f32, height: f32, on_white: bool) -> String {
        let (width, height) = (n(width), n(height));
        let ground = if on_white { format!("<rect width=\"{width}\" height=\"{height}\" fill=\"{PAPER}\"/>\n") } else { String::new() };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" font-family=\"Noto Sans SC\">\n{ground}{}</svg>\n",
            self.body
        )
    }
}

/// A coordinate with at most two decimals.
fn n(value: f32) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    // no negative zero
    format!("{}", rounded + 0.0)
}

/// Text between tags.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
