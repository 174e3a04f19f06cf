//! Totals whose parts are told in sentences of their own, each opened by 其中. Reports only what comes out.

use super::near;
use super::rows::Row;
use super::sum;
use crate::model::{Check, CheckKind};

/// How many rows before the first part its totals may stand.
const BEFORE: usize = 24;

/// 学校77所,在校生84036人。其中小学49所,在校生60766人。其中初中28所,在校生23270人。
pub(super) fn find(rows: &[Row<'_>]) -> Vec<Check> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(first) = (at..rows.len()).find(|&index| rows[index].opened > 0) {
        let end = (first..rows.len()).find(|&index| rows[index].opened == 0).unwrap_or(rows.len());
        at = end;
        let parts = &rows[first..end];
        for total in rows[first.saturating_sub(BEFORE)..first].iter().filter(|total| total.block + 1 >= parts[0].block) {
            out.extend(sum_of(total, parts));
        }
    }
    out
}

/// The first row of the total's kind in every stretch, if these are at least two and add up.
fn sum_of(total: &Row<'_>, rows: &[Row<'_>]) -> Option<Check> {
    if !sum::may_be_total(total) || !near::is_exact(total.fact) {
        return None;
    }
    let mut parts: Vec<&Row<'_>> = Vec::new();
    for row in rows {
        let is_new = parts.last().is_none_or(|last| last.opened != row.opened);
        if is_new && sum::may_be_part(row, total) && near::same_kind(row.measured, total.measured) && row.fact.status == total.fact.status {
            parts.push(row);
        }
    }
    (parts.len() > 1 && sum::comes_out(total, &parts)).then(|| Check {
        kind: CheckKind::PartsSum,
        spans: parts.iter().map(|part| part.fact.span).collect(),
        total: Some(total.fact.span),
        holds: true,
    })
}
