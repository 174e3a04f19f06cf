//! A stated share beside the two amounts it is a share of. Says that a share is wrong only where the text names both amounts
//! in full: 甲占乙的x%.

use super::figure::share;
use super::near;
use super::rows::Row;
use crate::model::{Check, CheckKind, Fact};
use crate::text::Source;

/// How many rows before a share its amounts may stand.
const BEFORE: usize = 24;
/// How far back the part of a share may stand that names its whole.
const FAR: usize = 60;

pub(super) fn find(source: &Source, rows: &[Row<'_>]) -> Vec<Check> {
    (0..rows.len())
        .filter(|&at| rows[at].unit() == Some("%") && near::is_level(rows[at].fact) && near::is_exact(rows[at].fact))
        .filter_map(|at| of_whole(source, rows, at).or_else(|| of_pair(rows, at)))
        .collect()
}

/// 预算教育经费占预算支出1814597万元的比例15.68%: the whole stands in the sentence, the part was told before.
fn of_whole(source: &Source, rows: &[Row<'_>], at: usize) -> Option<Check> {
    let rate = &rows[at];
    let whole = rows[at.saturating_sub(2)..at].iter().rev().find(|row| row.same_sentence(rate) && near::has_rule(row.fact, "占比的分母"))?;
    if !near::is_exact(whole.fact) || near::year(whole.fact) != near::year(rate.fact) {
        return None;
    }
    let parts = || {
        rows[at.saturating_sub(FAR)..at].iter().rev().filter(|row| {
            row.unit() == whole.unit()
                && near::is_level(row.fact)
                && near::is_exact(row.fact)
                && near::same_place(row.fact, rate.fact)
                && near::year(row.fact) == near::year(rate.fact)
                && row.figure.value < whole.figure.value
        })
    };
    // 284597万元,占预算支出1814597万元的15.68%
    let subject = parts().find(|row| {
        let between = source.text().get(row.fact.span.end as usize..whole.fact.span.start as usize).unwrap_or("");
        row.same_sentence(whole) && between.trim_start_matches([',', '\u{ff0c}', ' ']).starts_with('占')
    });
    if let Some(part) = subject.or_else(|| parts().find(|row| is_keyed(row.fact, rate.fact))) {
        let holds = matches_share(part, whole, rate);
        return (holds || near::can_accuse(&[part.fact, whole.fact, rate.fact])).then(|| check(part, whole, rate, holds));
    }
    let part = parts().find(|row| is_named(row.fact, rate.fact) && matches_share(row, whole, rate))?;
    Some(check(part, whole, rate, true))
}

/// Whether the key of a share begins with the amount's.
fn is_keyed(part: &Fact, share: &Fact) -> bool {
    part.series
        .as_deref()
        .zip(share.series.as_deref())
        .is_some_and(|(part, share)| share.strip_prefix(part).is_some_and(|rest| rest.starts_with('.')))
}

/// Whether the name of a share before 占 stands in the amount's.
fn is_named(part: &Fact, share: &Fact) -> bool {
    share.indicator.split_once('占').is_some_and(|(before, _)| before.chars().count() >= 2 && near::is_within(before, &part.indicator))
}

/// Two like amounts before the share, the narrower named within the wider: only if it comes out to the share's decimals.
fn of_pair(rows: &[Row<'_>], at: usize) -> Option<Check> {
    let rate = &rows[at];
    let from = at.saturating_sub(BEFORE);
    let fine = rate.figure.step < 0.05;
    let amount = |row: &Row<'_>| {
        row.article == rate.article
            && near::is_level(row.fact)
            && near::is_exact(row.fact)
            && row.unit().is_some_and(|unit| !matches!(unit, "%" | "百分点" | "倍" | ":1"))
            && near::same_year(row.fact, rate.fact)
            && near::same_place(row.fact, rate.fact)
    };
    let reach = if fine { 12 } else { 6 };
    for part in rows[at.saturating_sub(reach)..at].iter().rev().filter(|row| amount(row) && row.block + usize::from(fine) >= rate.block) {
        for whole in rows[from..at].iter().rev().filter(|row| amount(row) && row.unit() == part.unit() && row.figure.value > part.figure.value) {
            let together = part.same_sentence(rate) && whole.same_sentence(rate);
            let narrower = near::is_within(near::stem(whole.fact), near::stem(part.fact)) || near::same_kind(part.measured, whole.measured);
            let named = near::shared(&part.fact.indicator, &rate.fact.indicator) >= 3;
            let one_thing = near::shared(near::stem(part.fact), near::stem(whole.fact)) >= 3;
            let close = whole.block == rate.block && (part.same_sentence(rate) || whole.same_sentence(rate));
            let next = part.same_sentence(rate)
                && whole.same_sentence(rate)
                && rows[at - at.min(2)..at].iter().all(|row| row.fact.span == part.fact.span || row.fact.span == whole.fact.span);
            let related = if fine { narrower && named || one_thing && close || next } else { together && narrower && named };
            let (_, spread) = share(part.figure, whole.figure);
            if related && spread <= rate.figure.step * 5.0 && matches_share(part, whole, rate) {
                return Some(check(part, whole, rate, true));
            }
        }
    }
    None
}

fn matches_share(part: &Row<'_>, whole: &Row<'_>, rate: &Row<'_>) -> bool {
    let (computed, spread) = share(part.figure, whole.figure);
    rate.figure.is_rate(computed, spread)
}

fn check(part: &Row<'_>, whole: &Row<'_>, rate: &Row<'_>, holds: bool) -> Check {
    Check { kind: CheckKind::Ratio, spans: vec![part.fact.span, whole.fact.span], total: Some(rate.fact.span), holds }
}
