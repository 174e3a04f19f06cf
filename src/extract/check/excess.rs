//! Parts that cannot be parts of their whole: larger than it, or of kinds that exclude one another and together more than it.
//! Says so only where 其中 or a bracket right behind the whole opens them and the difference is that of a slip, not of two
//! things that only stand together.

use super::near;
use super::rows::Row;
use super::sum;
use crate::lexicon::Lexicon;
use crate::model::{Check, CheckKind};
use crate::text::Source;

/// How many parts are looked at.
const PARTS: usize = 8;
/// How many characters may stand before a part.
const WORDS: usize = 16;
/// Up to which share of the whole a difference is a slip.
const SLIP: f64 = 0.1;
/// Up to which multiple of the whole a single part is one.
const SINGLE: f64 = 2.0;

pub(super) fn find(source: &Source, rows: &[Row<'_>], lexicon: &Lexicon) -> Vec<Check> {
    let mut out = Vec::new();
    for (at, total) in rows.iter().enumerate() {
        if !sum::may_be_total(total)
            || !near::is_level(total.fact)
            || !near::is_exact(total.fact)
            || lexicon.roles.any("mean", said(source, rows, at))
        {
            continue;
        }
        let parts = parts(source, rows, at, lexicon);
        let spans = alone(&parts, total).or_else(|| together(source, &parts, total, lexicon));
        out.extend(spans.map(|parts| Check {
            kind: CheckKind::PartsSum,
            spans: parts.iter().map(|part| part.fact.span).collect(),
            total: Some(total.fact.span),
            holds: false,
        }));
    }
    out
}

/// The words of the sentence before the row at `at`, from the row before on.
fn said<'t>(source: &'t Source, rows: &[Row<'_>], at: usize) -> &'t str {
    let fact = rows[at].fact;
    let from = at.checked_sub(1).map_or(0, |last| rows[last].fact.span.end).max(fact.sentence.start);
    source.text().get(from as usize..fact.span.start as usize).unwrap_or("")
}

/// The rows of the total's unit right behind it that 其中 or a bracket opens.
fn parts<'a, 'b>(source: &Source, rows: &'b [Row<'a>], at: usize, lexicon: &Lexicon) -> Vec<&'b Row<'a>> {
    let total = &rows[at];
    let mut out: Vec<&Row<'a>> = Vec::new();
    let mut from = total.fact.span.end as usize;
    for (index, row) in rows[at + 1..].iter().take(PARTS).enumerate() {
        let between = source.text().get(from..row.fact.span.start as usize).unwrap_or("");
        let opens = index > 0 || {
            let rest = between.trim_start_matches([',', '\u{ff0c}', '(', '\u{ff08}', ' ']);
            rest.starts_with("其中")
        };
        let fits = row.same_sentence(total)
            && row.unit() == total.unit()
            && near::is_level(row.fact)
            && near::is_exact(row.fact)
            && between.chars().count() <= WORDS
            && row.fact.status == total.fact.status
            && near::year(row.fact) == near::year(total.fact)
            && near::lies_in(row.fact, total.fact)
            && !between.contains(['。', ';', '\u{ff1b}', ')', '\u{ff09}'])
            && !lexicon.roles.any("running_total", between);
        if !opens || !fits {
            break;
        }
        from = row.fact.span.end as usize;
        out.push(row);
    }
    out
}

/// A first part that is more than its whole.
fn alone<'a, 'b>(parts: &[&'b Row<'a>], total: &Row<'a>) -> Option<Vec<&'b Row<'a>>> {
    let whole = total.figure;
    let part =
        parts.iter().find(|part| part.figure.value - part.figure.half > whole.value + whole.half && part.figure.value <= SINGLE * whole.value)?;
    Some(vec![*part])
}

/// Parts of kinds that exclude one another which are more than their whole, or less where there is no other kind.
fn together<'a, 'b>(source: &Source, parts: &[&'b Row<'a>], total: &Row<'a>, lexicon: &Lexicon) -> Option<Vec<&'b Row<'a>>> {
    let mut from = total.fact.span.end as usize;
    let words: Vec<&str> = parts
        .iter()
        .map(|part| {
            let before = source.text().get(from..part.fact.span.start as usize).unwrap_or("");
            from = part.fact.span.end as usize;
            before
        })
        .collect();
    lexicon.parts.iter().find_map(|kinds| {
        let named: Vec<usize> = words.iter().map_while(|words| kinds.of(words)).collect();
        let mut sorted = named.clone();
        sorted.sort_unstable();
        sorted.dedup();
        if named.len() < 2 || sorted.len() < named.len() {
            return None;
        }
        let parts = &parts[..named.len()];
        let sum: f64 = parts.iter().map(|part| part.figure.value).sum();
        let spread = parts.iter().map(|part| part.figure.half).sum::<f64>() + total.figure.half + 1e-6;
        let over = sum - total.figure.value;
        let slip = over.abs() <= SLIP * total.figure.value;
        let wrong = over > spread || kinds.whole && named.len() == kinds.count() && over < -spread;
        (slip && wrong).then(|| parts.to_vec())
    })
}
