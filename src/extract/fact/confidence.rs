//! How sure a row is: everything stated and nothing guessed is sure; what was inherited over a sentence or could not be told is
//! not.

use crate::model::Inferred;
use crate::model::{Confidence, Origin, Period};

/// What speaks for and against a row.
pub(super) struct Evidence<'a> {
    /// Guesses made for the name.
    pub doubt: u8,
    /// Words had to go for the name to fit.
    pub shortened: bool,
    pub name: &'a str,
    pub has_unit: bool,
    pub has_series: bool,
    pub period: Option<&'a Inferred<Period>>,
    /// The status comes from a word of the clause or there is nothing that speaks against it.
    pub mixed_status: bool,
    /// How many rules had to work together.
    pub rules: usize,
}

/// The confidence of a row.
pub(super) fn of(evidence: &Evidence<'_>) -> Confidence {
    let length = evidence.name.chars().count();
    let mut doubt = evidence.doubt;
    if !evidence.has_unit || length < 2 {
        doubt += 3;
    }
    if evidence.shortened && !evidence.has_series {
        doubt += 1;
    }
    if length <= 3 && !evidence.has_series {
        doubt += 1;
    }
    if evidence.mixed_status {
        doubt += 1;
    }
    match evidence.period.map(|period| period.origin) {
        None => doubt += 1,
        Some(Origin::FromContext(_)) => doubt += u8::from(evidence.rules > 3),
        _ => {}
    }
    match doubt {
        0 => Confidence::Sure,
        1 | 2 => Confidence::Likely,
        _ => Confidence::Doubtful,
    }
}
