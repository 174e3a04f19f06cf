//! A name for a figure's file: places, indicator, years, in characters that every file system takes.

use super::wording;
use crate::analysis::chart::Chart;
use crate::locale::Words;

/// More places than this are counted, not named.
const NAMED: usize = 3;
/// The longest a name gets, in characters: a Han character takes three bytes, and file systems allow 255.
const LONGEST: usize = 70;

/// `吕梁-长治_新建公办幼儿园数_2023-2024.png`
pub fn file_name(chart: &Chart, words: &Words, extension: &str) -> String {
    let places = chart.places();
    let short = |name: String| name.strip_suffix(['市', '省']).map(str::to_owned).filter(|short| short.chars().count() > 1).unwrap_or(name);
    let named: Vec<String> = places.iter().take(NAMED).map(|place| short(wording::who(place, words))).collect();
    let mut whose = named.join("-");
    if places.len() > NAMED {
        whose = words.with("chart-and-more", &[("list", whose.into()), ("count", places.len().into())]);
    }
    let what = chart.indicators.iter().map(|drawn| drawn.label.as_str()).collect::<Vec<_>>().join("-");
    let when = match chart.years() {
        Some((first, last)) if first != last => format!("{first}-{last}"),
        Some((year, _)) => year.to_string(),
        None => String::new(),
    };
    let parts: Vec<String> = [whose, what, when].into_iter().map(|part| safe(&part)).filter(|part| !part.is_empty()).collect();
    let stem = if parts.is_empty() { words.t("app-name").to_owned() } else { parts.join("_") };
    // the years at its end are worth more than the last characters of a long name
    let stem = if stem.chars().count() > LONGEST { stem.chars().take(LONGEST).collect() } else { stem };
    format!("{stem}.{extension}")
}

/// Without what some file system refuses, blanks, and marks at the ends.
fn safe(part: &str) -> String {
    let kept: String = part.chars().filter(|c| c.is_alphanumeric() || matches!(c, '-' | '—' | '（' | '）')).take(40).collect();
    kept.trim_matches(['-', '—']).to_owned()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::analysis::chart::{Form, Spec, chart};
    use crate::analysis::series::choices;
    use crate::analysis::testing::{Draft, boarding_schools, preschool_shares, rows_of};
    use crate::locale::Language;

    #[test]
    fn names_tell_place_indicator_and_years() {
        let strange = Draft::new("山西省/忻州市", 2022, "甲").fact("园9所。", "9所", "../幼儿园: 数?", 9.0, "所", |_| ());
        for (rows, want) in [
            (boarding_schools(), "忻州-吕梁-长治_寄宿制学校改造数_2019-2024.png"),
            (preschool_shares(), "忻州_学前三年毛入园率_2018-2019.png"),
            (rows_of(vec![strange]), "忻州_幼儿园数_2022.png"),
            (Vec::new(), "对照.png"),
        ] {
            let indicators = choices(&rows).into_iter().take(1).map(|choice| choice.key).collect();
            let form = if want.contains("学前") { Form::Years } else { Form::Latest };
            let chart = chart(&rows, &Spec { indicators, form, ..Spec::default() }, &BTreeMap::new());
            assert_eq!(file_name(&chart, &Words::new(Language::Chinese), "png"), want);
        }
    }
}
