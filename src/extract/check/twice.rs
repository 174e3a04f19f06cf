//! One figure stated twice: two levels of one measure, place and year in different sentences. Holds where the coarser one is
//! the finer one rounded. Says that they contradict each other only where the words directly before both are the same.

use std::collections::BTreeMap;

use super::near;
use super::rows::Row;
use crate::model::{Check, CheckKind, Fact, Origin};
use crate::text::Source;

/// Of how many characters before the figures at least the last are the same where two figures contradict each other.
const SAME: usize = 4;
/// How far the two may lie apart, as a share, to be one figure written wrongly.
const SLIP: f64 = 0.1;
/// How many statements of one figure are compared.
const MOST: usize = 6;

pub(super) fn find(source: &Source, rows: &[Row<'_>]) -> Vec<Check> {
    let mut groups: BTreeMap<Key<'_>, Vec<&Row<'_>>> = BTreeMap::new();
    for row in rows.iter().filter(|row| near::is_level(row.fact) && row.opened == 0) {
        if let Some(key) = key(row) {
            groups.entry(key).or_default().push(row);
        }
    }
    let mut out = Vec::new();
    for group in groups.values().filter(|group| (2..=MOST).contains(&group.len())) {
        for pair in group.windows(2) {
            out.extend(compare(source, pair[0], pair[1]));
        }
    }
    out
}

type Key<'a> = (&'a str, &'a str, Option<&'a str>, Option<&'a str>, i16, bool);

/// What is stated; nothing where the dictionary does not know the measure or the year is only the report's.
fn key<'a>(row: &Row<'a>) -> Option<Key<'a>> {
    let fact: &'a Fact = row.fact;
    let period = fact.period.as_ref()?;
    if !period.value.is_within_a_year() || matches!(period.origin, Origin::FromFileName) {
        return None;
    }
    let place = fact.place.as_ref().map(|place| place.value.path.as_str());
    let target = fact.status == crate::model::Status::Target;
    Some((fact.series.as_deref()?, fact.unit.as_deref()?, place, fact.subject.as_deref(), period.value.end_year(), target))
}

fn compare(source: &Source, a: &Row<'_>, b: &Row<'_>) -> Option<Check> {
    if a.same_sentence(b)
        || a.fact.value.to_bits() == b.fact.value.to_bits()
        || a.fact.period.as_ref().map(|it| it.value) != b.fact.period.as_ref().map(|it| it.value)
    {
        return None;
    }
    let (coarse, fine) = if a.figure.step > b.figure.step { (a, b) } else { (b, a) };
    let check = |holds| Check { kind: CheckKind::SameFigure, spans: vec![a.fact.span, b.fact.span], total: None, holds };
    let (step, apart) = (coarse.figure.step, (coarse.figure.value - fine.figure.value).abs());
    if step > fine.figure.step && coarse.figure.value / step >= 10.0 && apart <= step / 2.0 * (1.0 + 1e-9) {
        return Some(check(true));
    }
    let exact = near::can_accuse(&[a.fact, b.fact]) && step <= fine.figure.step * 1.001;
    let slip = apart <= SLIP * fine.figure.value.abs() && a.figure.value >= 20.0;
    // without a place nobody knows that both are of the same one
    (exact && slip && a.fact.place.is_some() && same_words(source, a, b)).then(|| check(false))
}

/// Whether the words directly before both figures, back to a mark, are the same.
fn same_words(source: &Source, a: &Row<'_>, b: &Row<'_>) -> bool {
    let words = |row: &Row<'_>| -> String {
        let before = source.text().get(row.fact.sentence.start as usize..row.fact.span.start as usize).unwrap_or("");
        let clause = before.rsplit([',', '\u{ff0c}', ';', '\u{ff1b}', '、', '(', '\u{ff08}', ':', '\u{ff1a}']).next().unwrap_or("");
        clause.chars().filter(|c| !matches!(c, '为' | '达' | '到' | '有' | '共' | '是' | '约' | ' ')).collect()
    };
    let (a, b) = (words(a), words(b));
    a == b && a.chars().count() >= SAME
}
