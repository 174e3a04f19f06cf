//! Changes of which the text gives no base: neither the level before nor what it can be computed from. Judges no figure.

use std::collections::BTreeSet;

use super::near;
use super::rows::Row;
use crate::model::{Check, Derived, Diagnostic, Fact, Kind};

/// The code of the remark.
const CODE: &str = "diagnostic-no-base";

/// One remark for every change whose base is neither stated, nor follows from the text, nor takes part in a sum.
pub(super) fn find(rows: &[Row<'_>], checks: &[Check], derived: &[Derived]) -> Vec<Diagnostic> {
    let levels = rows.iter().map(|row| row.fact).chain(derived.iter().map(|it| &it.fact)).filter(|fact| fact.kind == Kind::Level);
    let given: BTreeSet<Key<'_>> = levels.flat_map(|fact| near::year(fact).map_or_else(Vec::new, |year| keys(fact, year))).collect();
    let summed: BTreeSet<_> = checks.iter().filter(|check| check.spans.len() > 1).filter_map(|check| check.total).collect();
    rows.iter()
        .filter(|row| row.fact.kind == Kind::Change && !summed.contains(&row.fact.span))
        .filter(|row| {
            let base = row.fact.baseline.map(|baseline| baseline.end_year());
            !base.is_some_and(|year| keys(row.fact, year).iter().any(|key| given.contains(key)))
        })
        .map(|row| Diagnostic { span: Some(row.fact.span), code: CODE.to_owned() })
        .collect()
}

type Key<'a> = (Option<&'a str>, Option<&'a str>, i16, bool, &'a str);

/// Place, body, year and measure, the latter by its name and by its series.
fn keys(fact: &Fact, year: i16) -> Vec<Key<'_>> {
    let path = fact.place.as_ref().map(|place| place.value.path.as_str());
    let own = (path, fact.subject.as_deref(), year, false, fact.indicator.as_str());
    std::iter::once(own).chain(fact.series.as_deref().map(|series| (path, fact.subject.as_deref(), year, true, series))).collect()
}
