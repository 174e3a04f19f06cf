//! Which rows speak of the same: name, place, period. Compares what earlier passes found; reads no text.

use std::collections::HashMap;

use crate::model::{Confidence, Fact, Kind, Origin, Period, Qualifier};

/// Two rows of one measure, place and body.
pub(super) fn same_measure(a: &Fact, b: &Fact) -> bool {
    same_name(a, b) && same_place(a, b)
}

pub(super) fn same_name(a: &Fact, b: &Fact) -> bool {
    a.indicator == b.indicator || a.series.is_some() && a.series == b.series
}

pub(super) fn same_place(a: &Fact, b: &Fact) -> bool {
    path(a) == path(b) && a.subject == b.subject
}

/// Whether `part` may be a part of what `whole` counts: it lies there.
pub(super) fn lies_in(part: &Fact, whole: &Fact) -> bool {
    let inside = match (&part.place, &whole.place) {
        (Some(part), Some(whole)) => whole.value.covers(&part.value),
        _ => true,
    };
    inside && (whole.subject.is_none() || whole.subject == part.subject)
}

fn path(fact: &Fact) -> Option<&str> {
    fact.place.as_ref().map(|place| place.value.path.as_str())
}

/// The year a row ends in.
pub(super) fn year(fact: &Fact) -> Option<i16> {
    fact.period.as_ref().map(|period| period.value.end_year())
}

/// Whether nothing is known against the two being true of one year: what is only the report's year says nothing, and a school
/// year is true of both its years.
pub(super) fn same_year(a: &Fact, b: &Fact) -> bool {
    let told = |fact: &Fact| fact.period.as_ref().filter(|period| period.origin != Origin::FromReport).map(|period| period.value);
    let overlap = |a: Period, b: Period| a.start.year <= b.end_year() && b.start.year <= a.end_year();
    year(a) == year(b) || told(a).zip(told(b)).is_none_or(|(a, b)| (a.is_school_year() || b.is_school_year()) && overlap(a, b))
}

/// A figure as it was counted, not a bound.
pub(super) fn is_exact(fact: &Fact) -> bool {
    fact.qualifier == Qualifier::Exact
}

/// A level that one may compute with: exact or 约.
pub(super) fn is_level(fact: &Fact) -> bool {
    fact.kind == Kind::Level && matches!(fact.qualifier, Qualifier::Exact | Qualifier::About)
}

/// Rows that are good enough to say that the text contradicts itself. That another figure stands under the same name
/// elsewhere is no doubt here: it is of the same kind as what is looked for.
pub(super) fn can_accuse(facts: &[&Fact]) -> bool {
    facts.iter().all(|fact| is_exact(fact) && (fact.confidence != Confidence::Doubtful || has_rule(fact, "同名异值")))
}

pub(super) fn has_rule(fact: &Fact, rule: &str) -> bool {
    fact.rules.iter().any(|it| it == rule)
}

/// What is counted, without the word that says that it is counted: 小学专任教师 of 小学专任教师人数.
pub(super) fn stem(fact: &Fact) -> &str {
    let name = fact.indicator.as_str();
    ["总人数", "人数", "总数", "数量", "金额", "总额", "数"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name)
}

/// What a row counts, and where; the same words have the same number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measured<'a> {
    pub unit: usize,
    name: usize,
    series: Option<usize>,
    place: usize,
    subject: usize,
    /// The last part of the series' key.
    measure: Option<&'a str>,
    /// The last two characters of what is counted.
    end: Option<(char, char)>,
}

impl<'a> Measured<'a> {
    /// `words` has the numbers so far.
    pub(super) fn of(fact: &'a Fact, words: &mut HashMap<Option<&'a str>, usize>) -> Self {
        let mut number = |word: Option<&'a str>| {
            let next = words.len();
            *words.entry(word).or_insert(next)
        };
        let mut end = stem(fact).chars().rev();
        Self {
            unit: number(fact.unit.as_deref()),
            name: number(Some(&fact.indicator)),
            series: fact.series.as_deref().map(|series| number(Some(series))),
            place: number(path(fact)),
            subject: number(fact.subject.as_deref()),
            measure: measure(fact),
            end: end.next().zip(end.next()),
        }
    }

    /// As [`same_measure`].
    pub(super) fn is_same(&self, other: &Self) -> bool {
        (self.name == other.name || self.series.is_some() && self.series == other.series) && self.is_there(other)
    }

    /// As [`same_place`].
    pub(super) fn is_there(&self, other: &Self) -> bool {
        self.place == other.place && self.subject == other.subject
    }
}

/// Whether two names measure the same of different things: 小学专任教师人数 and 初中教师人数, not 招生人数.
pub(super) fn same_kind(a: Measured<'_>, b: Measured<'_>) -> bool {
    a.end.is_some() && a.end == b.end || a.measure.is_some() && a.measure == b.measure
}

/// The last part of the series' key, children counted like pupils.
fn measure(fact: &Fact) -> Option<&str> {
    let last = fact.series.as_deref()?.rsplit('.').next()?;
    Some(last.strip_suffix("_k").unwrap_or(last))
}

/// How many characters the longest stretch has that both names hold.
pub(super) fn shared(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row = vec![0usize; b.len() + 1];
    let mut best = 0;
    for c in a.chars() {
        for at in (0..b.len()).rev() {
            row[at + 1] = if b[at] == c { row[at] + 1 } else { 0 };
            best = best.max(row[at + 1]);
        }
    }
    best
}

/// Whether the characters of `short` stand in `long` in their order.
pub(super) fn is_within(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    short.chars().all(|c| rest.any(|other| other == c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_and_sequences() {
        assert_eq!(shared("乡镇寄宿制学校改造", "寄宿制学校"), 5);
        assert_eq!(shared("小学", "初中"), 0);
        assert!(is_within("幼儿园", "普惠性幼儿园") && !is_within("小学", "学前小"));
    }
}
