//! Arithmetic on the finished facts of one report: which figures bear each other out, and what follows from them. Finds no
//! fact and changes none; where the text does not say that figures belong together it keeps silent unless they come out.

mod base;
mod derive;
mod excess;
mod figure;
mod from_to;
mod near;
mod opened;
mod quotient;
mod rows;
mod share;
mod sum;
#[cfg(test)]
mod tests;
mod twice;

use std::collections::BTreeSet;

use crate::lexicon::Lexicon;
use crate::model::{Check, Derived, Diagnostic, Fact, Outline};
use crate::text::{Source, Span};

/// What the figures of a report say of one another.
pub(super) struct Arithmetic {
    /// The sums that the figures allow, sorted by their first figure.
    pub checks: Vec<Check>,
    /// The rows that follow from a level and its change and that the report does not state, sorted by span.
    pub derived: Vec<Derived>,
    /// The changes of which no base is given, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

/// Does the sums of the report's own figures again. The work is linear in the facts.
pub(super) fn read(source: &Source, outline: &Outline, facts: &[Fact], lexicon: &Lexicon) -> Arithmetic {
    let rows = rows::of(source, outline, facts);
    let mut checks = from_to::find(source, &rows, lexicon);
    checks.extend(sum::find(source, &rows, lexicon));
    checks.extend(opened::find(&rows));
    // a whole that its parts bear out is not put in doubt
    let borne: BTreeSet<Option<Span>> = checks.iter().map(|check| check.total).collect();
    checks.extend(excess::find(source, &rows, lexicon).into_iter().filter(|fail| !borne.contains(&fail.total)));
    checks.extend(share::find(source, &rows));
    checks.extend(quotient::find(source, &rows, lexicon));
    checks.extend(twice::find(source, &rows));
    checks.sort_by(|a, b| (&a.spans, a.total, !a.holds).cmp(&(&b.spans, b.total, !b.holds)));
    checks.dedup_by(|a, b| a.spans == b.spans && a.total == b.total);
    let mut derived = derive::find(source, &rows, lexicon);
    derived.sort_by_key(|it| it.fact.span);
    let diagnostics = base::find(&rows, &checks, &derived);
    Arithmetic { checks, derived, diagnostics }
}
