//! Finds room for labels beside their marks, in figure and window alike. Knows nothing of what they say.

/// A rectangle; y grows downwards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

impl Area {
    fn shared(&self, other: &Self) -> f32 {
        let wide = (self.x + self.width).min(other.x + other.width) - self.x.max(other.x);
        let high = (self.y + self.height).min(other.y + other.height) - self.y.max(other.y);
        wide.max(0.0) * high.max(0.0)
    }

    /// The point of it that is nearest to another, and how far that is.
    pub fn nearest(&self, [x, y]: [f32; 2]) -> ([f32; 2], f32) {
        let near = [x.clamp(self.x, self.x + self.width), y.clamp(self.y, self.y + self.height)];
        (near, (near[0] - x).hypot(near[1] - y))
    }

    /// How long the part of a line inside is.
    fn crossed(&self, [x1, y1, x2, y2]: [f32; 4]) -> f32 {
        let (mut from, mut to) = (0.0f32, 1.0f32);
        for (start, step, low, high) in [(x1, x2 - x1, self.x, self.x + self.width), (y1, y2 - y1, self.y, self.y + self.height)] {
            if step.abs() < 1e-6 {
                if start < low || start > high {
                    return 0.0;
                }
                continue;
            }
            let (a, b) = ((low - start) / step, (high - start) / step);
            from = from.max(a.min(b));
            to = to.min(a.max(b));
        }
        (to - from).max(0.0) * (x2 - x1).hypot(y2 - y1)
    }
}

/// A label further from its mark than this is to be joined to it by a line.
pub const FAR: f32 = 36.0;

/// A label that wants a place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Want {
    /// The middle of its mark.
    pub at: [f32; 2],
    /// How far from there it has to stay.
    pub gap: f32,
    pub size: [f32; 2],
    /// Left of the mark rather than right of it.
    pub leftwards: bool,
}

/// A place for each label: beside its mark, inside `bounds`, off the other labels, marks and lines as far as possible.
/// Deterministic: earlier labels choose first, then each has another look.
pub fn place(wants: &[Want], lines: &[[f32; 4]], bounds: Area) -> Vec<Area> {
    let marks: Vec<Area> =
        wants.iter().map(|want| Area { x: want.at[0] - want.gap / 2.0, y: want.at[1] - want.gap / 2.0, width: want.gap, height: want.gap }).collect();
    let mut out: Vec<Area> = Vec::new();
    for round in 0..3 {
        for (at, want) in wants.iter().enumerate() {
            let others = |nth: usize| nth != at;
            let cost = |(rank, area): (usize, Area)| {
                let labels: f32 = out.iter().enumerate().filter(|(nth, _)| others(*nth)).map(|(_, other)| area.shared(other)).sum();
                let marks: f32 = marks.iter().map(|mark| area.shared(mark)).sum();
                let lines: f32 = lines.iter().map(|line| area.crossed(*line)).sum();
                let outside = area.width * area.height - area.shared(&bounds);
                (outside * 20.0 + labels * 10.0 + marks * 8.0 + lines * 6.0 + rank as f32 * 12.0, area)
            };
            let best = candidates(want, bounds).into_iter().enumerate().map(cost).min_by(|a, b| a.0.total_cmp(&b.0));
            let Some((_, area)) = best else { continue };
            if round == 0 {
                out.push(area);
            } else {
                out[at] = area;
            }
        }
    }
    out
}

fn candidates(want: &Want, bounds: Area) -> Vec<Area> {
    let ([x, y], gap, [width, height]) = (want.at, want.gap, want.size);
    let (right, left) = (x + gap, x - gap - width);
    let (near, far) = if want.leftwards { (left, right) } else { (right, left) };
    let middle = y - height / 2.0;
    let (above, below) = (y - gap * 0.7 - height, y + gap * 0.7);
    let centre = x - width / 2.0;
    let mut out = vec![(near, middle), (near, above + gap * 0.7), (near, below - gap * 0.7), (centre, above), (far, middle), (centre, below)];
    out.extend([(far, above + gap * 0.7), (far, below - gap * 0.7)]);
    for further in 1..6 {
        let step = further as f32 * height * 0.6;
        out.extend([
            (near, middle - step),
            (near, middle + step),
            (centre, above - step),
            (far, middle - step),
            (far, middle + step),
            (centre, below + step),
        ]);
    }
    // beside a mark at the edge, as low or as high as there is room
    let inside = middle.clamp(bounds.y, (bounds.y + bounds.height - height).max(bounds.y));
    out.insert(1, (near, inside));
    out.insert(6, (far, inside));
    out.into_iter().map(|(x, y)| Area { x, y, width, height }).collect()
}

/// Moves the middles of labels of one column apart so that none overlaps, keeping their order and moving each as little as
/// needed, between `top` and `bottom` as far as there is room.
pub fn spread(middles: &[f32], heights: &[f32], top: f32, bottom: f32) -> Vec<f32> {
    let mut order: Vec<usize> = (0..middles.len()).collect();
    order.sort_by(|&a, &b| middles[a].total_cmp(&middles[b]));
    let mut out = middles.to_vec();
    // pairs that overlap push each other apart evenly; enough rounds for a column of labels
    for _ in 0..200 {
        let mut moved = false;
        for pair in order.windows(2) {
            let (upper, lower) = (pair[0], pair[1]);
            let lack = f32::midpoint(heights[upper], heights[lower]) - (out[lower] - out[upper]);
            if lack > 0.01 {
                out[upper] -= lack / 2.0;
                out[lower] += lack / 2.0;
                moved = true;
            }
        }
        for &at in &order {
            let kept = out[at].clamp(top + heights[at] / 2.0, (bottom - heights[at] / 2.0).max(top + heights[at] / 2.0));
            moved |= (kept - out[at]).abs() > 0.01;
            out[at] = kept;
        }
        if !moved {
            break;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: Area = Area { x: 0.0, y: 0.0, width: 400.0, height: 300.0 };

    fn overlap(areas: &[Area]) -> f32 {
        let pairs = areas.iter().enumerate().flat_map(|(at, a)| areas[at + 1..].iter().map(move |b| a.shared(b)));
        pairs.sum()
    }

    #[test]
    fn labels_stand_apart_and_inside() {
        for points in [
            vec![[100.0, 100.0], [105.0, 100.0], [100.0, 108.0]],
            vec![[390.0, 5.0], [395.0, 10.0]],
            vec![[5.0, 295.0], [200.0, 295.0], [210.0, 290.0], [205.0, 280.0]],
        ] {
            let wants: Vec<Want> = points.iter().map(|&at| Want { at, gap: 12.0, size: [80.0, 20.0], leftwards: false }).collect();
            let areas = place(&wants, &[], BOUNDS);
            assert_eq!(areas.len(), wants.len());
            assert_eq!(overlap(&areas), 0.0, "{points:?} {areas:?}");
            for area in &areas {
                assert!((area.shared(&BOUNDS) - 1600.0).abs() < 1.0, "{area:?}");
            }
            assert_eq!(areas, place(&wants, &[], BOUNDS));
        }
    }

    #[test]
    fn a_lone_label_stands_right_of_its_mark_unless_a_line_does() {
        let want = Want { at: [100.0, 100.0], gap: 12.0, size: [80.0, 20.0], leftwards: false };
        assert_eq!(place(&[want], &[], BOUNDS)[0], Area { x: 112.0, y: 90.0, width: 80.0, height: 20.0 });
        let moved = place(&[want], &[[100.0, 100.0, 400.0, 100.0]], BOUNDS)[0];
        assert_eq!(moved.crossed([100.0, 100.0, 400.0, 100.0]), 0.0);
    }

    #[test]
    fn a_column_spreads() {
        let out = spread(&[100.0, 102.0, 20.0, 101.0], &[20.0; 4], 0.0, 200.0);
        assert!(out[0] < out[3] && out[3] < out[1] || out[3] - out[0] >= 19.9, "{out:?}");
        assert_eq!(out[2], 20.0);
        let mut sorted = out.clone();
        sorted.sort_by(f32::total_cmp);
        assert!(sorted.windows(2).all(|pair| pair[1] - pair[0] >= 19.5), "{sorted:?}");
    }
}
