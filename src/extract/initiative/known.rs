//! Names of the table of initiatives, wherever they stand, with modifiers and head. Quotation marks inside a name do not hide
//! it.

use std::ops::Range;

use super::candidate::Candidate;
use super::quoted::in_trap;
use super::scan::{Scan, Sort};
use crate::lexicon::KnownHit;

/// A text without its quotation marks and the place of every byte in the text with them.
#[derive(Debug)]
pub(super) struct Unquoted {
    text: String,
    /// One more than bytes.
    places: Vec<usize>,
}

impl Unquoted {
    pub(super) fn new(text: &str) -> Self {
        let mut out = Self { text: String::with_capacity(text.len()), places: Vec::with_capacity(text.len() + 1) };
        for (at, c) in text.char_indices() {
            if matches!(c, '“' | '”' | '"' | '‘' | '’') {
                continue;
            }
            out.text.push(c);
            out.places.extend(at..at + c.len_utf8());
        }
        out.places.push(text.len());
        out
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The range in the text with its marks, marks inside it included.
    pub(super) fn back(&self, range: Range<usize>) -> Range<usize> {
        self.places[range.start]..self.places[range.end - 1] + 1
    }
}

/// The known names of a passage.
pub(super) fn find(scan: &Scan<'_>) -> Vec<Candidate> {
    let unquoted = Unquoted::new(scan.text);
    let mut out = Vec::new();
    let mut previous = 0;
    let mut hits = scan.lexicon.initiatives.find(unquoted.text()).into_iter().peekable();
    while let Some(KnownHit { range, row, weak }) = hits.next() {
        let next = hits.peek().map_or(usize::MAX, |hit| unquoted.back(hit.range.clone()).start);
        let bare = unquoted.back(range);
        if in_trap(scan, &bare) {
            continue;
        }
        let range = with_marks(scan, bare);
        let (first, last) = (scan.unit_at(range.start), scan.unit_at(range.end - 1));
        let in_quote = matches!(scan.units[first].sort, Sort::Quote(_)) && first == last;
        if in_quote && scan.units[first].range.end - range.end > 30 {
            continue;
        }
        let known = &scan.lexicon.initiatives.rows()[row];
        let mut range = range;
        let aligned_left = scan.units[first].range.start >= range.start;
        let aligned_right = scan.units[last].range.end <= range.end;
        let mut headed = scan.units[first].range == range && in_quote;
        if aligned_right && let Some((to, _)) = scan.right(last + 1, &["head"]) {
            // not over the next known name
            if scan.units[to - 1].range.end <= next {
                range.end = scan.units[to - 1].range.end;
            }
            headed = true;
        }
        if weak && aligned_right && !headed && scan.lexicon.cues.is("soft_head", scan.word(last + 1)) {
            range.end = scan.units[last + 1].range.end;
            headed = true;
        }
        if weak && !headed || scan.is_measured(last + 1) {
            continue;
        }
        if aligned_left {
            let from = scan.left(first, 10, true).max(previous);
            range.start = scan.units[from].range.start.min(range.start);
        }
        previous = scan.unit_at(range.end - 1) + 1;
        out.push(Candidate { range, kind: known.kind, weight: known.weight, rule: "已知名称", row: Some(row) });
    }
    out
}

/// The range with quotation marks that close or open inside it, or stand right around it.
fn with_marks(scan: &Scan<'_>, range: Range<usize>) -> Range<usize> {
    let mut out = range.clone();
    let first = scan.pairs.partition_point(|pair| pair.outer.start + 4 < range.start);
    for pair in scan.pairs[first..].iter().take_while(|pair| pair.outer.start < range.end) {
        let begins = pair.inner.start == range.start && pair.inner.end <= range.end;
        let closes = pair.inner.end == range.end && pair.outer.start >= range.start;
        if begins || closes {
            out = out.start.min(pair.outer.start)..out.end.max(pair.outer.end);
        }
    }
    out
}
