//! The level that a stated level and its stated change imply. A rate of growth gives the figure before only as closely as both
//! are printed: exactly where one figure alone can have been meant, else rounded and marked as about.

use std::collections::BTreeSet;

use super::figure::Figure;
use super::rows::Row;
use super::{from_to, near};
use crate::lexicon::Lexicon;
use crate::model::{Confidence, Derived, Fact, Inferred, Kind, Origin, Period, Qualifier};
use crate::text::Source;

/// How many rows before its change a level may stand.
const BEFORE: usize = 6;
/// From which value on a whole number is seldom that of another thing.
const TELLING: f64 = 100.0;

pub(super) fn find(source: &Source, rows: &[Row<'_>], lexicon: &Lexicon) -> Vec<Derived> {
    let mut stated: BTreeSet<Key<'_>> =
        rows.iter().filter(|row| row.fact.kind == Kind::Level).flat_map(|row| keys(row.fact, near::year(row.fact), row.fact.value)).collect();
    let mut out: Vec<Derived> = Vec::new();
    // amounts first: they say more than rates
    for rates in [false, true] {
        for (at, change) in rows.iter().enumerate().filter(|(_, row)| (row.unit() == Some("%")) == rates) {
            let Some((level, when, forward)) = level_of(rows, at) else { continue };
            let found = if rates {
                let plain = level.fact.series.is_some() && !forward && !from_to::is_adjusted(source, change, lexicon);
                if plain { by_rate(level.figure, change.figure) } else { None }
            } else {
                by_amount(level.figure, change.figure, forward)
            };
            let Some((value, qualifier)) = found.filter(|&(value, _)| value >= 0.0 && value != level.figure.value) else { continue };
            let own = keys(level.fact, Some(when.end_year()), value);
            if own.iter().any(|key| stated.contains(key)) {
                continue;
            }
            stated.extend(own);
            out.push(Derived { fact: row(level.fact, change.fact, value, qualifier, when), from: vec![level.fact.span, change.fact.span] });
        }
    }
    out
}

/// The level that the change at `at` is of, the period of the other level, and whether that is the later one.
fn level_of<'a, 'b>(rows: &'b [Row<'a>], at: usize) -> Option<(&'b Row<'a>, Period, bool)> {
    let change = &rows[at];
    let fact = change.fact;
    let (period, baseline) = (fact.period.as_ref()?.value, fact.baseline?);
    if fact.kind != Kind::Change || change.mean || !is_firm(fact) || baseline.end_year() == period.end_year() {
        return None;
    }
    let level = rows[at.saturating_sub(BEFORE)..at].iter().rev().find(|row| {
        row.fact.kind == Kind::Level
            && is_firm(row.fact)
            && row.same_sentence(change)
            && near::same_measure(row.fact, fact)
            && row.fact.status == fact.status
            && in_one_unit(row, change)
    })?;
    match near::year(level.fact) {
        Some(year) if year == period.end_year() => Some((level, baseline, false)),
        Some(year) if year == baseline.end_year() => Some((level, period, true)),
        _ => None,
    }
}

fn by_amount(level: Figure, change: Figure, forward: bool) -> Option<(f64, Qualifier)> {
    // 6%, 1.4 points up: the level is printed too coarsely to say what was before
    let fine = level.step <= change.step * 1.001;
    let value = if forward { level.value + change.value } else { level.value - change.value };
    fine.then(|| (rounded(value, change.step), Qualifier::Exact))
}

/// What grew by this rate to the level. The rate may have been rounded or cut off.
fn by_rate(level: Figure, rate: Figure) -> Option<(f64, Qualifier)> {
    let factor = |rate: f64| 1.0 + rate / 100.0;
    if level.value <= 0.0 || factor(rate.value - rate.step) < 0.1 || rate.value > 500.0 {
        return None;
    }
    let low = (level.value - level.half) / factor(rate.value + rate.step);
    let high = (level.value + level.half) / factor(rate.value - rate.step);
    let (first, last) = ((low / level.step).ceil(), (high / level.step).floor());
    if level.half == 0.0 && (first - last).abs() < 0.5 {
        return Some((rounded(first * level.step, level.step), Qualifier::Exact));
    }
    let step = 10f64.powf(((high - low) / 2.0).log10().ceil()).max(level.step);
    let value = rounded(level.value / factor(rate.value), step);
    (value / step >= 99.5).then_some((value, Qualifier::About))
}

fn is_firm(fact: &Fact) -> bool {
    near::is_exact(fact) && fact.confidence != Confidence::Doubtful
}

fn in_one_unit(level: &Row<'_>, change: &Row<'_>) -> bool {
    match change.unit() {
        Some("百分点") => level.unit() == Some("%"),
        Some("%") => !matches!(level.unit(), None | Some("%" | "百分点" | "倍" | ":1")),
        Some("倍") | None => false,
        unit => level.unit() == unit,
    }
}

/// What a level states: of which place and body and in which year, by which name; or its value alone, where that is no
/// small number that many things have.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key<'a> {
    Named(Option<&'a str>, Option<&'a str>, Option<i16>, &'a str),
    Keyed(Option<&'a str>, Option<&'a str>, Option<i16>, &'a str),
    Value(Option<&'a str>, u64),
}

/// Two levels of which one key is the same are one statement.
fn keys(fact: &Fact, year: Option<i16>, value: f64) -> Vec<Key<'_>> {
    let path = fact.place.as_ref().map(|place| place.value.path.as_str());
    let subject = fact.subject.as_deref();
    let mut said = vec![Key::Named(path, subject, year, &fact.indicator)];
    if let Some(series) = &fact.series {
        said.push(Key::Keyed(path, subject, year, series));
    }
    if value >= TELLING || fact.decimals > 0 {
        said.push(Key::Value(fact.unit.as_deref(), value.to_bits()));
    }
    said
}

/// To whole steps, without the tail that binary fractions leave.
fn rounded(value: f64, step: f64) -> f64 {
    if step >= 1.0 { (value / step).round() * step } else { (value * (1.0 / step).round()).round() / (1.0 / step).round() }
}

fn row(level: &Fact, change: &Fact, value: f64, qualifier: Qualifier, when: Period) -> Fact {
    let rate = change.unit.as_deref() == Some("%");
    Fact {
        span: level.span.cover(change.span),
        value,
        decimals: if rate { level.decimals } else { level.decimals.max(change.decimals) },
        qualifier,
        period: Some(Inferred::new(when, Origin::FromContext(change.span))),
        baseline: None,
        confidence: level.confidence.min(change.confidence).min(Confidence::Likely),
        rules: vec![if rate { "由增幅推算" } else { "由增减推算" }.to_owned()],
        ..level.clone()
    }
}
