//! Draws what is in sight: tints under the text, the text, lines under it.

use egui::{Color32, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2};

use super::entries::Entries;
use super::marks::{Mark, MarkIndex, MarkKind};
use super::scene::{Row, Scene};
use crate::text::{Span, highlight};
use crate::ui::theme::Theme;

const RADIUS: CornerRadius = CornerRadius::same(3);

/// What lies over and under the text of one frame.
pub(super) struct Layers<'a> {
    pub marks: &'a [Mark],
    pub index: &'a MarkIndex,
    pub find: &'a [Span],
    pub find_current: Option<usize>,
    pub selection: Option<Span>,
    /// The stretch that flashes, and how strongly.
    pub flash: Option<(Span, f32)>,
}

/// Draws the lines with everything that belongs to them.
pub(super) fn text(painter: &Painter, theme: &Theme, scene: &Scene, entries: &Entries, layers: &Layers<'_>) {
    let mut under = Vec::new();
    let mut over = Vec::new();
    for row in &scene.rows {
        let Some(reading) = row.reading(entries) else { continue };
        let line = row.span(reading);
        let found = layers.index.overlapping(layers.marks, line);
        let spans: Vec<Span> = found.iter().map(|&i| layers.marks[i].span).collect();
        for at in highlight::painting_order(&spans) {
            let mark = &layers.marks[found[at]];
            let Some(place) = row.place(reading, mark.span) else { continue };
            ground(&mut under, theme, mark, row, place);
            lines(&mut over, theme, mark, row, place);
        }
        let first = layers.find.partition_point(|hit| hit.end <= line.start);
        for (i, &hit) in layers.find.iter().enumerate().skip(first).take_while(|(_, hit)| hit.start < line.end) {
            let Some(place) = row.place(reading, hit) else { continue };
            let stroke = if layers.find_current == Some(i) { Stroke::new(1.5, theme.accent) } else { Stroke::NONE };
            under.push(Shape::Rect(egui::epaint::RectShape::new(band(row, place), RADIUS, theme.accent_ground, stroke, StrokeKind::Inside)));
        }
        if let Some((span, strength)) = layers.flash
            && let Some(place) = row.place(reading, span)
        {
            let place = band(row, place);
            under.push(Shape::rect_filled(place, RADIUS, theme.tint_chosen.gamma_multiply(strength)));
            let stroke = Stroke::new(2.0, theme.tint_outline.gamma_multiply(strength));
            over.push(Shape::rect_stroke(place.expand(2.0), RADIUS, stroke, StrokeKind::Outside));
        }
        if let Some(selected) = layers.selection
            && let Some(mut place) = row.place(reading, selected)
        {
            if selected.end > line.end {
                place.max.x += 5.0; // the selection goes on
            }
            under.push(Shape::rect_filled(place, CornerRadius::ZERO, theme.select));
        }
    }
    painter.extend(under);
    for row in &scene.rows {
        painter.galley(row.pos, row.galley.clone(), row.ink);
    }
    painter.extend(over);
}

/// The triangle of a fold: it points right, or down when unfolded.
pub(super) fn triangle(painter: &Painter, middle: Pos2, open: bool, colour: Color32) {
    let corners = if open { [(-4.0, -2.5), (4.0, -2.5), (0.0, 3.0)] } else { [(-2.5, -4.0), (3.0, 0.0), (-2.5, 4.0)] };
    let points = corners.iter().map(|&(x, y)| pos2(middle.x + x, middle.y + y)).collect();
    painter.add(Shape::convex_polygon(points, colour, Stroke::NONE));
}

fn ground(shapes: &mut Vec<Shape>, theme: &Theme, mark: &Mark, row: &Row, place: Rect) {
    let (fill, stroke) = match (mark.kind, mark.chosen) {
        (kind, true) if kind.is_initiative() => (theme.tint_chosen, Stroke::new(1.0, theme.tint_outline)),
        (MarkKind::Initiative, _) => (theme.tint, Stroke::NONE),
        (MarkKind::InitiativeOptional, _) => (theme.tint.gamma_multiply(0.5), Stroke::NONE),
        (_, true) => (theme.accent_ground, Stroke::new(1.0, theme.number)),
        _ => return,
    };
    shapes.push(Shape::Rect(egui::epaint::RectShape::new(band(row, place), RADIUS, fill, stroke, StrokeKind::Inside)));
}

fn lines(shapes: &mut Vec<Shape>, theme: &Theme, mark: &Mark, row: &Row, place: Rect) {
    let y = row.baseline();
    let (left, right) = (place.left(), place.right());
    let under = [pos2(left + 0.5, y + 4.5), pos2(right - 0.5, y + 4.5)];
    if mark.struck {
        shapes.push(Shape::line_segment([pos2(left, y - 5.0), pos2(right, y - 5.0)], Stroke::new(1.5, theme.ink2)));
    } else if mark.doubtful {
        shapes.push(wave(left, right, y + 4.5, Stroke::new(1.25, theme.doubt)));
    } else if mark.kind == MarkKind::Number {
        shapes.push(Shape::line_segment(under, Stroke::new(1.5, theme.number)));
    } else if mark.kind == MarkKind::Target {
        shapes.extend(Shape::dashed_line(&under, Stroke::new(1.5, theme.number), 4.0, 2.5));
    } else if mark.kind == MarkKind::LeftOut {
        shapes.extend(Shape::dotted_line(&under, theme.left_out, 3.5, 0.9));
    }
}

fn wave(left: f32, right: f32, y: f32, stroke: Stroke) -> Shape {
    const STEP: f32 = 1.0;
    let steps = ((right - left) / STEP).max(1.0) as usize;
    let points = (0..=steps).map(|i| {
        let x = i as f32 * STEP;
        pos2(left + x, y + 1.4 * (x * std::f32::consts::TAU / 6.0).sin())
    });
    Shape::line(points.collect(), stroke)
}

/// The part of a line behind its characters, a little wider than they are.
fn band(row: &Row, place: Rect) -> Rect {
    let y = row.baseline();
    let size = row.galley.size().y;
    Rect::from_min_max(pos2(place.left() - 1.0, y - size * 0.78), pos2(place.right() + 1.0, y + size * 0.32))
}
