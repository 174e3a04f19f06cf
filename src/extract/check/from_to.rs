//! Two levels of one measure and the change, growth rate or multiple stated of them. Says that a text contradicts itself
//! only where the three figures stand side by side under one name.

use super::figure::growth;
use super::near;
use super::rows::Row;
use crate::lexicon::Lexicon;
use crate::model::{Check, CheckKind, Kind, Qualifier};
use crate::text::Source;

/// How many rows before a change its levels may stand.
const BEFORE: usize = 12;
/// How many rows after it.
const AFTER: usize = 3;
/// How many bytes before a rate may say what it is a rate of.
const REMARK: usize = 400;

pub(super) fn find(source: &Source, rows: &[Row<'_>], lexicon: &Lexicon) -> Vec<Check> {
    let mut out = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        match row.fact.kind {
            Kind::Change => out.extend(of_change(rows, at).filter(|check| check.holds || !is_adjusted(source, row, lexicon))),
            Kind::Level if row.unit() == Some("百分点") => out.extend(gap(rows, at)),
            Kind::Level => out.extend(direction(source, rows, at, lexicon)),
        }
    }
    out
}

/// Whether the sentence says that its rates are not those of the plain figures: 按可比价增长.
pub(super) fn is_adjusted(source: &Source, row: &Row<'_>, lexicon: &Lexicon) -> bool {
    let end = row.fact.span.end as usize;
    let start = source.text().floor_char_boundary(end.saturating_sub(REMARK)).max(row.fact.sentence.start as usize);
    lexicon.roles.any("adjusted", source.text().get(start..end).unwrap_or(""))
}

/// What the change at `at` says of the levels around it.
fn of_change(rows: &[Row<'_>], at: usize) -> Option<Check> {
    let change = &rows[at];
    if !near::is_exact(change.fact) {
        return None;
    }
    let level_of = |index: &usize, year: Option<i16>| {
        let row = &rows[*index];
        near::is_level(row.fact)
            && row.block == change.block
            && near::same_measure(row.fact, change.fact)
            && row.fact.status == change.fact.status
            && row.fact.span != change.fact.span
            && year.is_some()
            && near::year(row.fact) == year
            && fits(row, change)
    };
    let from = at.saturating_sub(BEFORE);
    let to = (at + AFTER + 1).min(rows.len());
    let base = change.fact.baseline.map(|baseline| baseline.end_year());
    let now = near::year(change.fact);
    let later = (from..at).rev().find(|index| level_of(index, now)).or_else(|| (at + 1..to).find(|index| level_of(index, now)));
    let earlier = (from..at).rev().find(|index| level_of(index, base)).or_else(|| (at + 1..to).find(|index| level_of(index, base)));
    match (earlier, later) {
        (Some(a), Some(b)) if base != now => pair(rows, a, b, at, true).or_else(|| named_otherwise(rows, at)),
        (None, Some(b)) if !change.mean && change.unit() == Some("%") && rows[b].unit() != Some("%") => {
            by_amount(rows, b, at).or_else(|| named_otherwise(rows, at))
        }
        _ => named_otherwise(rows, at),
    }
}

/// Whether a level and a change are in units that can be computed with.
fn fits(level: &Row<'_>, change: &Row<'_>) -> bool {
    match change.unit() {
        Some("百分点") => level.unit() == Some("%"),
        Some("%" | "倍") => level.unit().is_some(),
        unit => unit.is_some() && level.unit() == unit,
    }
}

/// The levels `a` and `b` with the change at `at`; where they are not `sure` to belong together only if it comes out.
fn pair(rows: &[Row<'_>], a: usize, b: usize, at: usize, sure: bool) -> Option<Check> {
    let (before, after, change) = (&rows[a], &rows[b], &rows[at]);
    if before.unit() != after.unit() {
        return None;
    }
    let (kind, holds) = match change.unit() {
        Some("%" | "倍") if before.figure.value <= 0.0 => return None,
        // 提高1% of a rate: points or percent, as people write it
        Some("%") if before.unit() == Some("%") => {
            let holds = differs_by(before, after, change) || grows_by(before, after, change);
            if !holds {
                return None;
            }
            (CheckKind::FromTo, true)
        }
        Some("%") => (CheckKind::Ratio, grows_by(before, after, change)),
        Some("倍") => {
            let times = after.figure.value / before.figure.value;
            (CheckKind::FromTo, change.figure.is_rate(times - 1.0, 0.0) || change.figure.is_rate(times, 0.0))
        }
        _ => (CheckKind::FromTo, differs_by(before, after, change)),
    };
    // 下降幅度3%: a rate that only lacks its sign was read without its verb
    if !holds && kind == CheckKind::Ratio && change.figure.is_rate(-growth(before.figure, after.figure).0, 0.0) {
        return None;
    }
    if change.mean {
        return mean(before, after, change);
    }
    if !(holds || sure && side_by_side(rows, [a, b, at])) {
        return None;
    }
    Some(Check { kind, spans: vec![before.fact.span, after.fact.span], total: Some(change.fact.span), holds })
}

/// 年均增长: the same each year between the two levels; only if it comes out.
fn mean(before: &Row<'_>, after: &Row<'_>, change: &Row<'_>) -> Option<Check> {
    let years = f64::from(near::year(after.fact)? - near::year(before.fact)?);
    let (a, b) = (before.figure.value, after.figure.value);
    if years < 1.0 || a <= 0.0 || b <= 0.0 {
        return None;
    }
    let (kind, holds) = if change.unit() == Some("%") && before.unit() != Some("%") {
        (CheckKind::Ratio, change.figure.is_rate(((b / a).powf(1.0 / years) - 1.0) * 100.0, 0.0))
    } else {
        (CheckKind::FromTo, change.figure.is((b - a) / years, before.figure.half + after.figure.half))
    };
    holds.then(|| Check { kind, spans: vec![before.fact.span, after.fact.span], total: Some(change.fact.span), holds })
}

fn differs_by(before: &Row<'_>, after: &Row<'_>, change: &Row<'_>) -> bool {
    change.figure.is(after.figure.value - before.figure.value, before.figure.half + after.figure.half)
}

fn grows_by(before: &Row<'_>, after: &Row<'_>, change: &Row<'_>) -> bool {
    let (rate, spread) = growth(before.figure, after.figure);
    change.figure.is_rate(rate, spread)
}

/// 294 fewer, now 15340: down 1.88%.
fn by_amount(rows: &[Row<'_>], level: usize, at: usize) -> Option<Check> {
    let (now, rate) = (&rows[level], &rows[at]);
    rate.fact.baseline?;
    let amount = (at.saturating_sub(3)..(at + 3).min(rows.len())).find(|&index| {
        let row = &rows[index];
        row.fact.kind == Kind::Change
            && row.unit() == now.unit()
            && !row.mean
            && near::is_exact(row.fact)
            && row.same_sentence(rate)
            && near::same_measure(row.fact, rate.fact)
            && row.fact.baseline == rate.fact.baseline
            && row.fact.period == rate.fact.period
    })?;
    let change = &rows[amount];
    let before = super::figure::Figure {
        value: now.figure.value - change.figure.value,
        step: now.figure.step.max(change.figure.step),
        half: now.figure.half + change.figure.half,
        grain: now.figure.grain.min(change.figure.grain),
    };
    if before.value <= 0.0 {
        return None;
    }
    let (_, spread) = growth(before, now.figure);
    let holds = rate.figure.is_rate(change.figure.value / before.value * 100.0, spread.min(rate.figure.step * 50.0));
    if !holds && !side_by_side(rows, [level, amount, at]) {
        return None;
    }
    Some(Check { kind: CheckKind::Ratio, spans: vec![now.fact.span, change.fact.span], total: Some(rate.fact.span), holds })
}

/// Two levels right before a change of which one or both carry another name: only if it comes out to the decimals.
fn named_otherwise(rows: &[Row<'_>], at: usize) -> Option<Check> {
    let change = &rows[at];
    let fine = match change.unit() {
        Some("%" | "百分点") => change.figure.step < 0.5,
        _ => change.figure.value.abs() / change.figure.step >= 100.0,
    };
    if !fine || change.fact.baseline.is_none() {
        return None;
    }
    let base = change.fact.baseline.map(|baseline| baseline.end_year());
    let levels: Vec<usize> = (at.saturating_sub(6)..at)
        .rev()
        .filter(|&index| {
            rows[index].same_sentence(change) && near::is_level(rows[index].fact) && near::is_exact(rows[index].fact) && fits(&rows[index], change)
        })
        .collect();
    let a = *levels.first().filter(|&&index| near::year(rows[index].fact) == base)?;
    let b = *levels[1..].iter().find(|&&index| near::year(rows[index].fact) == near::year(change.fact) && rows[index].unit() == rows[a].unit())?;
    (rows[a].unit() != Some("%") || change.unit() != Some("%")).then(|| pair(rows, a, b, at, false)).flatten()
}

/// Two rates and by how many points one is above the other: only if it comes out to the decimals.
fn gap(rows: &[Row<'_>], at: usize) -> Option<Check> {
    let points = &rows[at];
    let [a, b] = [at.checked_sub(2)?, at.checked_sub(1)?];
    let rate = |row: &Row<'_>| row.unit() == Some("%") && row.fact.qualifier == Qualifier::Exact && row.block == points.block;
    let holds = points.figure.step < 0.5
        && rate(&rows[a])
        && rate(&rows[b])
        && near::is_exact(points.fact)
        && points.figure.value > 0.0
        && (points.figure.value - (rows[a].figure.value - rows[b].figure.value).abs()).abs() < points.figure.step / 2.0;
    holds.then(|| Check { kind: CheckKind::FromTo, spans: vec![rows[b].fact.span, rows[a].fact.span], total: Some(points.fact.span), holds })
}

/// 由98.6%提高到99.1% without a stated change: the later figure is the higher one.
fn direction(source: &Source, rows: &[Row<'_>], at: usize, lexicon: &Lexicon) -> Option<Check> {
    let (before, after) = (&rows[at], rows.get(at + 1)?);
    let told = near::has_rule(before.fact, "由A到B的A") && near::has_rule(after.fact, "由A到B的B");
    if !told
        || !before.same_sentence(after)
        || before.unit() != after.unit()
        || before.unit() == Some(":1")
        || !near::can_accuse(&[before.fact, after.fact])
    {
        return None;
    }
    if rows.get(at + 2).is_some_and(|next| next.fact.kind == Kind::Change && next.same_sentence(after) && near::same_name(next.fact, after.fact)) {
        return None;
    }
    let between = source.text().get(before.fact.span.end as usize..after.fact.span.start as usize)?;
    let holds = match (lexicon.roles.any("increase", between), lexicon.roles.any("decrease", between)) {
        (true, false) => after.figure.value > before.figure.value,
        (false, true) => after.figure.value < before.figure.value,
        _ => return None,
    };
    Some(Check { kind: CheckKind::FromTo, spans: vec![before.fact.span, after.fact.span], total: None, holds })
}

/// Whether the figures follow each other in one sentence, at most other changes of the same between them, exact and not in
/// doubt: then a contradiction is the text's.
fn side_by_side(rows: &[Row<'_>], mut at: [usize; 3]) -> bool {
    at.sort_unstable();
    let [first, middle, last] = at.map(|index| &rows[index]);
    rows[at[0]..at[2]].iter().all(|row| {
        let picked = row.fact.span == first.fact.span || row.fact.span == middle.fact.span;
        row.same_sentence(last) && (picked || row.fact.kind == Kind::Change && near::same_measure(row.fact, last.fact))
    }) && near::can_accuse(&[first.fact, middle.fact, last.fact])
}
