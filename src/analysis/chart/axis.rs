//! Axes: the range that is shown and whole, round ticks in it. Words no tick: that is for who draws it.

use super::{Form, Mark};

/// A place on an axis that gets a label.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tick {
    pub value: f64,
}

/// The range of an axis and its ticks, in rising order.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    pub min: f64,
    pub max: f64,
    pub ticks: Vec<Tick>,
}

/// How many steps an axis of values should have at most.
const STEPS: f64 = 5.0;
/// The air over the highest value, as a part of it.
const HEADROOM: f64 = 0.12;
/// More years than this get a label every few years.
const YEARS: i32 = 12;

/// The axis of values. It begins at zero (and goes below where a value does); shares that fill more than half of it go to
/// 100. Steps are 1, 2 or 5 times a power of ten, and whole where all values are.
pub(super) fn values(marks: &[&Mark], unit: Option<&str>) -> Axis {
    let low = marks.iter().map(|mark| mark.y).fold(0.0, f64::min);
    let high = marks.iter().map(|mark| mark.y).fold(0.0, f64::max);
    let whole = marks.iter().all(|mark| mark.y.fract() == 0.0);
    if unit == Some("%") && low == 0.0 && (50.0..=100.0).contains(&high) {
        return Axis { min: 0.0, max: 100.0, ticks: [0.0, 20.0, 40.0, 60.0, 80.0, 100.0].map(|value| Tick { value }).to_vec() };
    }
    let span = if high > low { high - low } else { 1.0 };
    let mut step = nice(span / STEPS);
    if whole {
        step = step.max(1.0);
    }
    let min = if low < 0.0 { low - span * HEADROOM } else { 0.0 };
    let max = if high > 0.0 || low == 0.0 { high.max(f64::MIN_POSITIVE) + span * HEADROOM } else { 0.0 };
    let first = (min / step).ceil() as i64;
    let last = (max / step).floor() as i64;
    // a division keeps 0.3 from becoming 0.30000000000000004
    let ticks = (first..=last).map(|n| Tick { value: if step < 1.0 { n as f64 / (1.0 / step).round() } else { n as f64 * step } }).collect();
    Axis { min, max, ticks }
}

/// The least of 1, 2, 5 times a power of ten that is not below `least`.
fn nice(least: f64) -> f64 {
    let power = 10f64.powi(least.log10().floor() as i32);
    [1.0, 2.0, 5.0, 10.0].into_iter().map(|n| n * power).find(|&step| step >= least * (1.0 - 1e-9)).unwrap_or(power * 10.0)
}

/// The axis of years, or of the categories 0, 1, 2 …
pub(super) fn positions(form: Form, marks: &[&Mark], categories: usize) -> Axis {
    if form == Form::Latest {
        let ticks = (0..categories).map(|n| Tick { value: n as f64 }).collect();
        return Axis { min: -0.6, max: categories.max(1) as f64 - 0.4, ticks };
    }
    let first = marks.iter().map(|mark| mark.x as i32).min().unwrap_or_default();
    let last = marks.iter().map(|mark| mark.x as i32).max().unwrap_or_default();
    let every = ((last - first) / YEARS + 1).max(1);
    let ticks = (first..=last).filter(|year| (year - last) % every == 0).map(|year| Tick { value: f64::from(year) }).collect();
    let air = (f64::from(last - first) * 0.12).max(0.35);
    Axis { min: f64::from(first) - air, max: f64::from(last) + air, ticks }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing::mark;

    fn ticks(values_: &[f64], unit: &str) -> (Vec<f64>, f64, f64) {
        let marks: Vec<Mark> = values_.iter().map(|&y| mark(2020.0, y)).collect();
        let axis = values(&marks.iter().collect::<Vec<_>>(), Some(unit));
        (axis.ticks.iter().map(|tick| tick.value).collect(), axis.min, axis.max)
    }

    #[test]
    fn round_whole_steps_from_zero() {
        for (given, unit, want) in [
            (vec![52.0, 64.0, 8.0], "所", vec![0.0, 20.0, 40.0, 60.0]),
            (vec![1.0, 2.0], "所", vec![0.0, 1.0, 2.0]),
            (vec![12786.0, 14161.0], "人", vec![0.0, 5000.0, 10000.0, 15000.0]),
            (vec![0.62], "元", vec![0.0, 0.2, 0.4, 0.6]),
            (vec![28_887_200.0], "元", vec![0.0, 1e7, 2e7, 3e7]),
            (vec![-5.0, 10.0], "人", vec![-5.0, 0.0, 5.0, 10.0]),
            (vec![-5.0], "人", vec![-5.0, -4.0, -3.0, -2.0, -1.0, 0.0]),
            (vec![0.0], "人", vec![0.0, 1.0]),
            (vec![3.5, 2.0], "%", vec![0.0, 1.0, 2.0, 3.0]),
            (vec![105.0], "%", vec![0.0, 50.0, 100.0]),
        ] {
            let (got, min, max) = ticks(&given, unit);
            // no headroom is asked of a value of zero
            let got: Vec<f64> = if given == [0.0] { vec![got[0], 1.0] } else { got };
            assert_eq!(got, want, "{given:?}");
            assert!(given.iter().all(|&y| min <= y && y <= max), "{given:?} {min} {max}");
        }
    }

    #[test]
    fn shares_go_to_a_hundred() {
        assert_eq!(ticks(&[46.0, 92.3], "%"), (vec![0.0, 20.0, 40.0, 60.0, 80.0, 100.0], 0.0, 100.0));
    }

    #[test]
    fn years_are_whole() {
        let marks = [mark(1990.0, 1.0), mark(2020.0, 1.0)];
        let axis = positions(Form::Years, &marks.iter().collect::<Vec<_>>(), 0);
        assert!(axis.ticks.iter().all(|tick| tick.value.fract() == 0.0) && axis.ticks.len() <= 12, "{axis:?}");
        assert_eq!(axis.ticks.last().map(|tick| tick.value), Some(2020.0));
    }
}
