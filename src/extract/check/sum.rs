//! Parts that add up to a stated total. Candidates are runs of like rows near the total, so the work is linear in the rows;
//! a run counts only if it comes out and chance is unlikely. A sum that fails is reported only where the text itself closes
//! its list with 共 or 合计.

use super::near;
use super::rows::Row;
use crate::lexicon::Lexicon;
use crate::model::{Check, CheckKind, Fact, Kind};
use crate::text::{Source, Span};

/// How many like rows on each side of a total are looked at.
const WINDOW: usize = 32;
/// How many parts a sum may have.
const PARTS: usize = 16;
/// How many printed steps a total needs so that chance seldom hits it: where its parts are marked or stand beside it…
const NEAR: f64 = 100.0;
/// … where a run right beside it spans sentences …
const BESIDE: f64 = 1000.0;
/// … where the run stands anywhere in the window …
const FAR: f64 = 10_000.0;
/// … and where one row is left out of the run.
const SKIPPING: f64 = 20_000.0;
/// … and, rounded, where its parts are marked.
const ROUNDED: f64 = 8.0;
/// How many characters in a row the names of small parts and their small total share.
const NAME: usize = 4;
/// Shares, rates and means do not add up.
const NO_SUM: &[&str] = &["%", "百分点", "倍", ":1", "岁", "分", "分钟"];

/// The marks of a part opened by 其中.
pub(super) const PART: &str = "其中并入总项";

pub(super) fn find(source: &Source, rows: &[Row<'_>], lexicon: &Lexicon) -> Vec<Check> {
    let mut out = Vec::new();
    for (at, total) in rows.iter().enumerate() {
        if !may_be_total(total) {
            continue;
        }
        let Some(parts) = parts_of(source, rows, at, lexicon) else {
            out.extend(closed_list(source, rows, at));
            continue;
        };
        let check = |parts: &[&Row<'_>], total: &Row<'_>| Check {
            kind: CheckKind::PartsSum,
            spans: parts.iter().map(|part| part.fact.span).collect(),
            total: Some(total.fact.span),
            holds: true,
        };
        out.push(check(&parts, total));
        if let Some((amounts, amount)) = companions(rows, &parts, total) {
            out.push(check(&amounts, amount));
        }
    }
    out
}

pub(super) fn may_be_total(row: &Row<'_>) -> bool {
    let adds = row.unit().is_some_and(|unit| !NO_SUM.contains(&unit) && !unit.contains('/'));
    adds && (near::is_level(row.fact) || row.fact.kind == Kind::Change && near::is_exact(row.fact)) && row.figure.value.abs() >= 2.0
}

/// How many different totals of this size there could be: how unlikely it is that chance made this one.
fn weight(total: &Row<'_>, parts: &[&Row<'_>]) -> f64 {
    let spread = total.figure.half + parts.iter().map(|part| part.figure.half).sum::<f64>();
    let grain = parts.iter().map(|part| part.figure.grain).fold(total.figure.grain, f64::min);
    total.figure.value.abs() / (2.0 * spread).max(grain)
}

/// Whether a row may be a part of the total at all.
pub(super) fn may_be_part(row: &Row<'_>, total: &Row<'_>) -> bool {
    row.measured.unit == total.measured.unit
        && row.fact.kind == total.fact.kind
        && row.article == total.article
        && (near::is_level(row.fact) || row.fact.kind == Kind::Change)
        && near::is_exact(row.fact)
        && near::same_year(row.fact, total.fact)
        && row.fact.span != total.fact.span
        && (row.fact.kind == Kind::Change || row.figure.value > 0.0 && row.figure.value < total.figure.value)
        && (row.measured.is_there(&total.measured) || near::lies_in(row.fact, total.fact))
}

/// The parts whose sum the total at `at` is.
fn parts_of<'a, 'b>(source: &Source, rows: &'b [Row<'a>], at: usize, lexicon: &Lexicon) -> Option<Vec<&'b Row<'a>>> {
    let total = &rows[at];
    let after = like(rows[at + 1..].iter().take(4 * WINDOW), total);
    let before = like(rows[..at].iter().rev().take(4 * WINDOW), total);
    let level = total.fact.kind == Kind::Level;
    let same_status =
        |list: &[&'b Row<'a>]| -> Vec<&'b Row<'a>> { list.iter().copied().filter(|row| row.fact.status == total.fact.status).collect() };
    let (next, last) = (same_status(&after), same_status(&before));
    if level {
        // 共有12所,其中公办5所、民办7所
        let nested = near::has_rule(total.fact, PART);
        let own = |row: &Row<'_>| {
            let between = source.text().get(total.fact.span.end as usize..row.fact.span.start as usize).unwrap_or("");
            !nested || between.contains("其中")
        };
        let marked: Vec<_> = next.iter().copied().take_while(|row| near::has_rule(row.fact, PART) && row.block == total.block && own(row)).collect();
        if comes_out(total, &marked) {
            return Some(marked);
        }
        let opened: Vec<_> = next.iter().copied().take_while(|row| !marked.is_empty() && row.same_sentence(total)).collect();
        if marked.len() < opened.len() && near::has_rule(opened[0].fact, PART) && comes_out(total, &opened) {
            return Some(opened);
        }
        let inside = bracket(source, total);
        let bracketed: Vec<_> = next.iter().copied().take_while(|row| inside.is_some_and(|inside| inside.covers(row.fact.span))).collect();
        if comes_out(total, &bracketed) {
            return Some(bracketed);
        }
        if let Some(parts) = run(total, &marked, NEAR) {
            return Some(parts);
        }
        for list in [&next, &last] {
            let sentence: Vec<_> = list.iter().copied().take_while(|row| row.same_sentence(total)).collect();
            if let Some(parts) = run(total, &sentence, NEAR).filter(|parts| parts.iter().all(|row| near::same_kind(row.measured, total.measured))) {
                return Some(parts);
            }
            if let Some(parts) = run(total, list, BESIDE).filter(|parts| parts.iter().all(|row| row.block.abs_diff(total.block) <= 3)) {
                return Some(parts);
            }
        }
        for list in [&after, &before] {
            if let Some(parts) = small(total, list) {
                return Some(parts);
            }
        }
    }
    // of one measure, anywhere around: all kinds of schools and the sum of all
    let kind = |row: &&Row<'a>| {
        row.measured.unit == total.measured.unit
            && near::same_kind(row.measured, total.measured)
            && row.measured.is_there(&total.measured)
            && row.fact.status == total.fact.status
    };
    let all = lexicon.roles.any("all_kinds", &total.fact.indicator);
    let ahead = like(rows[at + 1..].iter().take(4 * WINDOW).filter(kind), total);
    let behind = like(rows[..at].iter().rev().take(4 * WINDOW).filter(kind), total);
    for list in [behind, ahead] {
        let whole: Vec<_> = list.iter().copied().filter(|row| !near::has_rule(row.fact, PART) && row.opened == 0).collect();
        for list in [&list, &whole] {
            for from in 0..list.len() {
                let least = match from {
                    0 if all => NEAR,
                    0 => BESIDE,
                    _ => FAR,
                };
                if let Some(parts) = run(total, &list[from..], least) {
                    return Some(parts);
                }
            }
        }
        if let Some(parts) = run_without_one(total, &whole) {
            return Some(parts);
        }
    }
    None
}

/// The bracket that opens right behind the total: 12项(一等奖2项,…).
fn bracket(source: &Source, total: &Row<'_>) -> Option<Span> {
    let end = total.fact.span.end as usize;
    let rest = source.text().get(end..(total.fact.sentence.end as usize).max(end))?;
    let close = if rest.starts_with(['(', '\u{ff08}']) { rest.find([')', '\u{ff09}'])? } else { return None };
    Some(Span::new(end, end + close))
}

/// The rows of `list` that may be parts, as long as they are few; each span and each repeated statement once.
fn like<'a: 'b, 'b>(list: impl Iterator<Item = &'b Row<'a>>, total: &Row<'a>) -> Vec<&'b Row<'a>> {
    let mut out: Vec<&Row<'a>> = Vec::new();
    // begin and value of each: most rows differ in both
    let mut seen: Vec<(u32, f64)> = Vec::with_capacity(WINDOW);
    for row in list {
        if out.len() == WINDOW {
            break;
        }
        if !may_be_part(row, total) {
            continue;
        }
        let again = |other: &&Row<'a>| {
            other.fact.span == row.fact.span
                || other.fact.value == row.fact.value && other.measured.is_same(&row.measured) && !other.same_sentence(row)
        };
        let own = (row.fact.span.start, row.fact.value);
        let may_be_again = |&(start, value): &(u32, f64)| start == own.0 || value == own.1;
        if !seen.iter().any(may_be_again) || !out.iter().any(again) {
            out.push(row);
            seen.push(own);
        }
    }
    out
}

/// The shortest run of at least two at the beginning of `list` that adds up to the total, if the total has the weight.
fn run<'a, 'b>(total: &Row<'a>, list: &[&'b Row<'a>], least: f64) -> Option<Vec<&'b Row<'a>>> {
    let (mut sum, mut spread) = (0.0, 0.0);
    for (index, row) in list.iter().take(PARTS).enumerate() {
        sum += row.figure.value;
        spread += row.figure.half;
        if index > 0 && total.figure.is(sum, spread) && weight(total, &list[..=index]) >= least {
            return Some(in_order(&list[..=index]));
        }
        // levels only add to it, each by more than it may be off
        if row.fact.kind == Kind::Level && sum - spread > total.figure.value && !total.figure.is(sum, spread) {
            break;
        }
    }
    None
}

/// The same with one row left out: 特殊教育在校生 that counts the special schools' pupils again.
fn run_without_one<'a, 'b>(total: &Row<'a>, list: &[&'b Row<'a>]) -> Option<Vec<&'b Row<'a>>> {
    let (mut sum, mut spread) = (0.0, 0.0);
    for (index, row) in list.iter().take(PARTS).enumerate() {
        sum += row.figure.value;
        spread += row.figure.half;
        if index < 4 || weight(total, &list[..=index]) < SKIPPING {
            continue;
        }
        let left = (0..=index).find(|&left| total.figure.is(sum - list[left].figure.value, spread - list[left].figure.half));
        if let Some(left) = left {
            let parts: Vec<_> = list[..=index].iter().enumerate().filter(|(at, _)| *at != left).map(|(_, row)| *row).collect();
            return Some(in_order(&parts));
        }
    }
    None
}

pub(super) fn comes_out(total: &Row<'_>, parts: &[&Row<'_>]) -> bool {
    let sum = parts.iter().map(|row| row.figure.value).sum();
    let spread = parts.iter().map(|row| row.figure.half).sum();
    (2..=PARTS).contains(&parts.len()) && total.figure.is(sum, spread) && (total.figure.half + spread == 0.0 || weight(total, parts) >= ROUNDED)
}

/// Few of few: all like rows of the neighbouring sentence, if their names are of one thing.
fn small<'a, 'b>(total: &Row<'a>, list: &[&'b Row<'a>]) -> Option<Vec<&'b Row<'a>>> {
    let first = list.first().filter(|row| row.block.abs_diff(total.block) <= 1 && !row.same_sentence(total))?;
    let parts: Vec<_> = list.iter().copied().take_while(|row| row.same_sentence(first)).collect();
    let named = |row: &&&Row<'a>| near::shared(near::stem(row.fact), near::stem(total.fact)) >= NAME;
    let close: Vec<_> = parts.iter().take_while(named).copied().collect();
    (near::is_exact(total.fact) && close.len() <= 6 && comes_out(total, &close)).then(|| in_order(&close))
}

/// The amounts beside the parts, and the one beside the total: eight kinds of aid, and their money.
fn companions<'a, 'b>(rows: &'b [Row<'a>], parts: &[&Row<'a>], total: &Row<'a>) -> Option<(Vec<&'b Row<'a>>, &'b Row<'a>)> {
    let beside = |row: &Row<'a>| {
        let after = rows[row.at + 1..].iter().take_while(|other| other.same_sentence(row)).take(WINDOW);
        let next = after.into_iter().find(|other| other.fact.span != row.fact.span)?;
        (near::is_level(next.fact) && next.unit() != row.unit() && may_be_total(next)).then_some(next)
    };
    let amount = beside(total)?;
    let amounts: Vec<_> = parts.iter().map(|part| beside(part)).collect::<Option<_>>()?;
    (amounts.iter().all(|row| row.unit() == amount.unit()) && comes_out(amount, &amounts)).then_some((amounts, amount))
}

/// 小学12所、初中5所,共17所: a list that the text itself closes, nothing but a mark and the closing word before the total.
/// It fails only if all rows of the sentence before the total count one thing.
fn closed_list(source: &Source, rows: &[Row<'_>], at: usize) -> Option<Check> {
    let total = &rows[at];
    let sentence = source.slice(total.fact.sentence);
    let start = rows[..at].iter().rev().take_while(|row| row.same_sentence(total)).take(PARTS + 1).count();
    let parts: Vec<_> = rows[at - start..at].iter().collect();
    let last = parts.last()?;
    let between = source.text().get(last.fact.span.end as usize..total.fact.span.start as usize)?;
    let word = between.trim_matches(|c: char| matches!(c, ',' | '\u{ff0c}' | '、' | ';' | '\u{ff1b}' | ' '));
    if !["共", "共计", "合计", "总计", "共有"].contains(&word) {
        return None;
    }
    let fits = |row: &&&Row<'_>| may_be_part(row, total) && near::same_place(row.fact, total.fact) && row.fact.status == total.fact.status;
    let listed = parts.iter().rev().take_while(fits).take(PARTS).count();
    let check = |parts: &[&Row<'_>], holds| Check {
        kind: CheckKind::PartsSum,
        spans: parts.iter().map(|row| row.fact.span).collect(),
        total: Some(total.fact.span),
        holds,
    };
    if let Some(count) = (2..=listed).find(|&count| comes_out(total, &parts[parts.len() - count..])) {
        return Some(check(&parts[parts.len() - count..], true));
    }
    let facts: Vec<&Fact> = parts.iter().map(|row| row.fact).chain([total.fact]).collect();
    let once = parts.windows(2).all(|pair| pair[0].fact.span != pair[1].fact.span) && !sentence.contains(['各', '均', '每']);
    (listed >= 2 && listed == parts.len() && once && near::can_accuse(&facts)).then(|| check(&parts, false))
}

fn in_order<'a, 'b>(parts: &[&'b Row<'a>]) -> Vec<&'b Row<'a>> {
    let mut parts = parts.to_vec();
    parts.sort_by_key(|row| row.fact.span);
    parts
}
