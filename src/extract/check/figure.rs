//! A figure with the rounding that it is printed to. Reads the numeral's digits, nothing around them.

use crate::model::{Fact, Qualifier};
use crate::text::Source;

/// Units that measure rather than count: even a whole number of them may be rounded.
const MEASURED: &[&str] = &["%", "百分点", "倍", "元", "平方米", "公顷", "亩", "公里", "米", "吨", ":1"];

/// How large a figure is, and how far the true one may lie from it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Figure {
    pub value: f64,
    /// The worth of the last printed digit in the base unit: 1万元 is printed to 10000.
    pub step: f64,
    /// Half a step where the figure may be rounded, nothing where it was counted.
    pub half: f64,
    /// What it is a multiple of by its printed zeros: 2300 of 100. Round figures meet by chance more often.
    pub grain: f64,
}

impl Figure {
    pub(super) fn of(fact: &Fact, source: &Source) -> Self {
        let text = source.slice(fact.span);
        let plain = 10f64.powi(-i32::from(fact.decimals));
        let (step, zeros) = printed(text, fact.value.abs()).unwrap_or((plain, 1.0));
        let measured = fact.unit.as_deref().is_none_or(|unit| MEASURED.contains(&unit) || unit.contains('/'));
        let half = match fact.qualifier {
            Qualifier::About => step * zeros / 2.0,
            _ if measured || step > 1.0 => step / 2.0,
            _ => 0.0,
        };
        Self { value: fact.value, step, half, grain: step * zeros }
    }

    /// Whether `computed`, itself uncertain by `spread`, may have been printed as this figure.
    pub(super) fn is(self, computed: f64, spread: f64) -> bool {
        (self.value - computed).abs() <= self.half + spread + noise(self.value, computed)
    }

    /// The same for a rate: the last digit may have been cut off instead of rounded.
    pub(super) fn is_rate(self, computed: f64, spread: f64) -> bool {
        (self.value - computed).abs() <= self.step + spread + noise(self.value, computed)
    }
}

/// What binary fractions lose.
fn noise(a: f64, b: f64) -> f64 {
    1e-9 * a.abs().max(b.abs()).max(1.0)
}

/// The growth from `a` to `b` in percent, and how uncertain it is.
pub(super) fn growth(a: Figure, b: Figure) -> (f64, f64) {
    let rate = |a: f64, b: f64| (b - a) / a.abs() * 100.0;
    let mid = rate(a.value, b.value);
    let low = rate(a.value + a.half, b.value - b.half);
    let high = rate(a.value - a.half, b.value + b.half);
    (mid, (high - mid).abs().max((mid - low).abs()))
}

/// The share of `part` in `whole` in percent, and how uncertain it is.
pub(super) fn share(part: Figure, whole: Figure) -> (f64, f64) {
    let mid = part.value / whole.value * 100.0;
    let high = (part.value + part.half) / (whole.value - whole.half) * 100.0;
    (mid, (high - mid).abs())
}

/// The worth of the last printed digit, and how many times that the zeros at the end are worth (1 without such).
fn printed(text: &str, value: f64) -> Option<(f64, f64)> {
    let Some(start) = text.find(|c: char| c.is_ascii_digit()) else {
        let scale = if text.contains('亿') { Some(1e8) } else { text.contains('万').then_some(1e4) };
        return scale.map(|scale| (scale, 1.0));
    };
    let digits: String = text[start..].chars().take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).filter(|&c| c != ',').collect();
    let digits = digits.trim_end_matches('.');
    let mantissa: f64 = digits.parse().ok()?;
    let decimals = digits.split_once('.').map_or(0, |(_, after)| after.len());
    let scale = if mantissa > 0.0 && value > 0.0 { 10f64.powi((value / mantissa).log10().round() as i32) } else { 1.0 };
    let zeros = if decimals == 0 { digits.len() - digits.trim_end_matches('0').len() } else { 0 };
    let step = if decimals as i32 <= 15 { scale / 10f64.powi(decimals as i32) } else { return None };
    Some((step, 10f64.powi(zeros.min(12) as i32)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_printed_digit() {
        for (text, value, step) in [
            ("12786人", 12786.0, 1.0),
            ("387859万元", 3_878_590_000.0, 1e4),
            ("1.1亿元", 110_000_000.0, 1e7),
            ("35.32%", 35.32, 0.01),
            ("12402.00元", 12402.0, 0.01),
            ("1,342,032人", 1_342_032.0, 1.0),
            ("3.6", 36000.0, 1000.0),
            ("0人", 0.0, 1.0),
        ] {
            let (found, _) = printed(text, value).unwrap();
            assert!((found / step - 1.0).abs() < 1e-9, "{text}: {found}");
        }
        assert_eq!(printed("两万名", 20000.0), Some((1e4, 1.0)));
        assert_eq!(printed("十二所", 12.0), None);
        assert_eq!(printed("500人", 500.0), Some((1.0, 100.0)));
    }

    #[test]
    fn rates_may_be_cut_off() {
        let rate = |value| Figure { value, step: 0.01, half: 0.005, grain: 0.01 };
        assert!(rate(8.86).is_rate(8.866, 0.0) && rate(8.87).is_rate(8.866, 0.0));
        assert!(!rate(8.85).is_rate(8.866, 0.0) && !rate(8.89).is_rate(8.866, 0.0));
        assert!(!rate(8.86).is(8.866, 0.0), "a difference is not cut off");
    }

    #[test]
    fn rounding_spreads() {
        let million = |value| Figure { value, step: 1e4, half: 5e3, grain: 1e4 };
        let (rate, spread) = growth(million(1e6), million(1.1e6));
        assert!((rate - 10.0).abs() < 1e-9 && spread > 1.0 && spread < 1.1);
        let (rate, spread) = share(million(5e5), million(1e6));
        assert!((rate - 50.0).abs() < 1e-9 && spread > 0.7 && spread < 0.8);
    }
}
