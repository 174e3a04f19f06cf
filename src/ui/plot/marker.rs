//! The markers of the slots: the same shapes as in figures, so that colour is never alone. Chooses no colour.

use egui::{Color32, Painter, Pos2, Shape, Stroke, vec2};

/// Draws the marker of a slot around `center`; only its outline where it is hollow.
pub(crate) fn marker(painter: &Painter, center: Pos2, radius: f32, slot: usize, colour: Color32, hollow: bool) {
    let (fill, stroke) = if hollow { (Color32::TRANSPARENT, Stroke::new(2.0, colour)) } else { (colour, Stroke::NONE) };
    let corners: &[(f32, f32)] = match slot % 7 {
        0 => {
            painter.circle(center, radius, fill, stroke);
            return;
        }
        1 => &[(0.0, -1.2), (1.2, 0.0), (0.0, 1.2), (-1.2, 0.0)],
        2 => &[(0.0, -1.1), (1.1, 0.85), (-1.1, 0.85)],
        3 => &[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
        4 => &[(0.0, 1.1), (-1.1, -0.85), (1.1, -0.85)],
        5 => &[(-1.1, 0.0), (0.85, -1.1), (0.85, 1.1)],
        _ => &[(1.1, 0.0), (-0.85, 1.1), (-0.85, -1.1)],
    };
    let corners = corners.iter().map(|&(x, y)| center + vec2(x, y) * radius).collect();
    painter.add(Shape::convex_polygon(corners, fill, stroke));
}

/// The mark of a computed value: a cross in the slot's colour, on the ground's so that lines do not run into it.
pub(crate) fn cross(painter: &Painter, center: Pos2, radius: f32, colour: Color32, ground: Color32) {
    let arm = radius * 0.85;
    for (colour, width, arm) in [(ground, 5.0, arm + 1.0), (colour, 2.2, arm)] {
        for (from, to) in [((-arm, -arm), (arm, arm)), ((-arm, arm), (arm, -arm))] {
            painter.line_segment([center + vec2(from.0, from.1), center + vec2(to.0, to.1)], Stroke::new(width, colour));
        }
    }
}
