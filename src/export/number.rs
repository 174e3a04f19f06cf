//! Numbers as a reader of the language expects them: 万 and 亿 in Chinese where that is shorter, separated thousands in
//! English. Never rounds a value.

use crate::locale::Language;

/// From here on a Chinese value may be told in 万.
const LARGE: f64 = 100_000.0;
const WAN: f64 = 1e4;
const YI: f64 = 1e8;

/// The value in plain decimals, with the decimals it was written with; with all it has where those are too few.
pub fn plain(value: f64, decimals: u8) -> String {
    let written = format!("{value:.*}", usize::from(decimals));
    if written.parse() == Ok(value) { written } else { value.to_string() }
}

/// The value as it stands in a figure.
pub fn shown(value: f64, decimals: u8, language: Language) -> String {
    match language {
        Language::Chinese => [(YI, "亿"), (WAN, "万")]
            .into_iter()
            .filter(|_| value.abs() >= LARGE)
            .find_map(|(unit, name)| short(value, unit).map(|text| text + name))
            .unwrap_or_else(|| plain(value, decimals)),
        Language::English => thousands(&plain(value, decimals)),
    }
}

/// The value counted in `unit`, where that takes no more than two decimals.
fn short(value: f64, unit: f64) -> Option<String> {
    let rounded = (value / unit * 100.0).round() / 100.0;
    (value.abs() >= unit && (rounded * unit - value).abs() <= value.abs() * 1e-12).then(|| rounded.to_string())
}

/// A tick of an axis that ends at `max` and has this step.
pub fn tick(value: f64, step: f64, max: f64, language: Language) -> String {
    let decimals = if step >= 1.0 { 0 } else { (-step.log10()).ceil().clamp(0.0, 9.0) as u8 };
    if language == Language::Chinese && value != 0.0 {
        for (unit, name, from) in [(YI, "亿", YI), (WAN, "万", LARGE)] {
            if max.abs() >= from && step >= unit / 10.0 {
                return format!("{}{name}", value / unit);
            }
        }
    }
    shown(value, decimals, if language == Language::Chinese && value.abs() < LARGE { Language::Chinese } else { language })
}

fn thousands(plain: &str) -> String {
    let (sign, rest) = plain.strip_prefix('-').map_or(("", plain), |rest| ("-", rest));
    let (whole, decimals) = rest.split_once('.').map_or((rest, None), |(whole, decimals)| (whole, Some(decimals)));
    let mut out = sign.to_owned();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) && whole.len() > 4 {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(decimals) = decimals {
        out.push('.');
        out.push_str(decimals);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_decimals() {
        for (value, decimals, want) in [
            (92.3, 2, "92.30"),
            (92.35, 1, "92.35"),
            (28_887_200.0, 0, "28887200"),
            (1e15, 0, "1000000000000000"),
            (-5.0, 0, "-5"),
            (0.1 + 0.2, 1, "0.30000000000000004"),
        ] {
            assert_eq!(plain(value, decimals), want);
        }
    }

    #[test]
    fn large_numbers() {
        for (value, decimals, chinese, english) in [
            (12786.0, 0, "12786", "12,786"),
            (5276.0, 0, "5276", "5276"),
            (28_887_200.0, 0, "2888.72万", "28,887,200"),
            (500_000.0, 0, "50万", "500,000"),
            (123_456.0, 0, "123456", "123,456"),
            (1.25e8, 0, "1.25亿", "125,000,000"),
            (90.8, 1, "90.8", "90.8"),
            (-3823.0, 0, "-3823", "-3823"),
        ] {
            assert_eq!(shown(value, decimals, Language::Chinese), chinese);
            assert_eq!(shown(value, decimals, Language::English), english);
        }
    }

    #[test]
    fn ticks() {
        for (value, step, max, want) in [
            (0.0, 1e5, 4e5, "0"),
            (2e5, 1e5, 4e5, "20万"),
            (1e7, 1e7, 3e7, "1000万"),
            (2e8, 1e8, 3e8, "2亿"),
            (0.2, 0.2, 0.6, "0.2"),
            (15000.0, 5000.0, 16000.0, "15000"),
            (20.0, 20.0, 100.0, "20"),
        ] {
            assert_eq!(tick(value, step, max, Language::Chinese), want);
        }
        assert_eq!(tick(2e5, 1e5, 4e5, Language::English), "200,000");
    }
}
