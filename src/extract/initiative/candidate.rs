//! What a rule proposes as a mention, before overlaps are settled.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::model::{InitiativeKind, Weight};

/// A proposed mention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Candidate {
    /// In bytes of the passage's view.
    pub range: Range<usize>,
    pub kind: InitiativeKind,
    pub weight: Weight,
    pub rule: &'static str,
    /// The row of the table of initiatives whose name it holds.
    pub row: Option<usize>,
}

/// The candidates that stay: of two that overlap the longer one, of two of one length the earlier in the list; sorted by place.
pub(super) fn settle(mut all: Vec<Candidate>) -> Vec<Candidate> {
    all.sort_by_key(|candidate| std::cmp::Reverse(candidate.range.len()));
    let mut out: BTreeMap<usize, Candidate> = BTreeMap::new();
    for candidate in all {
        let before = out.range(..candidate.range.end).next_back();
        if before.is_none_or(|(_, kept)| kept.range.end <= candidate.range.start) {
            out.insert(candidate.range.start, candidate);
        }
    }
    out.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longer_one_stays() {
        let make = |range: Range<usize>, rule| Candidate { range, kind: InitiativeKind::Reform, weight: Weight::Main, rule, row: None };
        let kept = settle(vec![make(3..9, "a"), make(0..6, "b"), make(0..7, "c"), make(9..12, "d"), make(9..12, "e"), make(11..12, "f")]);
        let rules: Vec<_> = kept.iter().map(|candidate| candidate.rule).collect();
        assert_eq!(rules, ["c", "d"]);
    }
}
