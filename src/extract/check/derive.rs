//! The level that a stated level and its stated change imply. Makes nothing of growth rates: their rounding is too coarse.

use std::collections::BTreeSet;

use super::near;
use super::rows::Row;
use crate::model::{Confidence, Derived, Fact, Inferred, Kind, Origin, Period};

/// How many rows before its change a level may stand.
const BEFORE: usize = 6;
/// From which value on a whole number is seldom that of another thing.
const TELLING: f64 = 100.0;

pub(super) fn find(rows: &[Row<'_>]) -> Vec<Derived> {
    let mut stated: BTreeSet<Key<'_>> =
        rows.iter().filter(|row| row.fact.kind == Kind::Level).flat_map(|row| keys(row.fact, near::year(row.fact), row.fact.value)).collect();
    let mut out: Vec<Derived> = Vec::new();
    for (at, change) in rows.iter().enumerate() {
        let fact = change.fact;
        let (Some(period), Some(baseline)) = (fact.period.as_ref().map(|it| it.value), fact.baseline) else { continue };
        if fact.kind != Kind::Change || change.mean || !is_firm(fact) || baseline.end_year() == period.end_year() {
            continue;
        }
        let level = rows[at.saturating_sub(BEFORE)..at].iter().rev().find(|row| {
            row.fact.kind == Kind::Level
                && is_firm(row.fact)
                && row.same_sentence(change)
                && near::same_measure(row.fact, fact)
                && row.fact.status == fact.status
                && in_one_unit(row, change)
        });
        let Some(level) = level else { continue };
        let (value, when) = match near::year(level.fact) {
            Some(year) if year == period.end_year() => (level.figure.value - change.figure.value, baseline),
            Some(year) if year == baseline.end_year() => (level.figure.value + change.figure.value, period),
            _ => continue,
        };
        // 6%, 1.4 points up: the level is printed too coarsely to say what was before
        if level.figure.step > change.figure.step * 1.001 {
            continue;
        }
        let value = rounded(value, change.figure.step);
        if value < 0.0 || value == level.figure.value {
            continue;
        }
        let own = keys(level.fact, Some(when.end_year()), value);
        if own.iter().any(|key| stated.contains(key)) {
            continue;
        }
        stated.extend(own);
        out.push(Derived { fact: row(level.fact, fact, value, when), from: vec![level.fact.span, fact.span] });
    }
    out
}

fn is_firm(fact: &Fact) -> bool {
    near::is_exact(fact) && fact.confidence != Confidence::Doubtful
}

fn in_one_unit(level: &Row<'_>, change: &Row<'_>) -> bool {
    match change.unit() {
        Some("百分点") => level.unit() == Some("%"),
        Some("%" | "倍") | None => false,
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

fn row(level: &Fact, change: &Fact, value: f64, when: Period) -> Fact {
    Fact {
        span: level.span.cover(change.span),
        value,
        decimals: level.decimals.max(change.decimals),
        period: Some(Inferred::new(when, Origin::FromContext(change.span))),
        baseline: None,
        confidence: level.confidence.min(change.confidence).min(Confidence::Likely),
        rules: vec!["由增减推算".to_owned()],
        ..level.clone()
    }
}
