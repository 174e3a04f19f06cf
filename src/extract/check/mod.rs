//! Arithmetic on the finished facts of one report: which figures bear each other out, and what follows from them. Finds no
//! fact and changes none; where the text does not say that figures belong together it keeps silent unless they come out.

mod derive;
mod figure;
mod from_to;
mod near;
mod rows;
mod share;
mod sum;
#[cfg(test)]
mod tests;

use crate::lexicon::Lexicon;
use crate::model::{Check, Derived, Fact, Outline};
use crate::text::Source;

/// The sums that the report's own figures allow, sorted by their first figure. The work is linear in the facts.
pub(super) fn read(source: &Source, outline: &Outline, facts: &[Fact], lexicon: &Lexicon) -> Vec<Check> {
    let rows = rows::of(source, outline, facts);
    let mut out = from_to::find(source, &rows, lexicon);
    out.extend(sum::find(source, &rows));
    out.extend(share::find(source, &rows));
    out.sort_by(|a, b| (&a.spans, a.total).cmp(&(&b.spans, b.total)));
    out.dedup_by(|a, b| a.spans == b.spans && a.total == b.total);
    out
}

/// The rows that follow from a level and its change and that the report does not state, sorted by span.
pub(super) fn derive(source: &Source, outline: &Outline, facts: &[Fact]) -> Vec<Derived> {
    let mut out = derive::find(&rows::of(source, outline, facts));
    out.sort_by_key(|it| it.fact.span);
    out
}
