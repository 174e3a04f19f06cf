//! Every number of the prose as a row.
//!
//! The order: what can never be a quantity is masked; numerals and units are read; times are found; then clause by clause
//! kind, status, period, place and the indicator's name; last the dictionary and how sure the row is.

mod across;
mod carry;
mod compose;
mod confidence;
mod edges;
mod grid;
mod label;
mod mask;
mod memory;
mod name;
mod numeral;
mod odd;
mod overhead;
mod parts;
mod pattern;
mod period;
mod phrase;
mod predicate;
mod print;
mod role;
mod row;
mod scan;
mod section;
mod sentence;
mod series;
mod several;
mod shapes;
mod slip;
mod standing;
mod together;
mod topic;
mod trace;
mod when;
mod whereabouts;

pub(super) use trace::Watch;

use std::ops::Range;

use super::Passage;
use super::table::Table;
use crate::lexicon::Lexicon;
use crate::model::{Block, BlockKind, Fact, NotCaptured, Outline, Reason, ReportMeta};
use crate::text::{Source, Span};

/// The facts of a report, sorted by span, and the numerals that became none.
pub(super) fn read(
    source: &Source,
    outline: &Outline,
    passages: &[Passage],
    tables: &[Table],
    meta: &ReportMeta,
    lexicon: &Lexicon,
) -> (Vec<Fact>, Vec<NotCaptured>) {
    read_watched(source, outline, passages, tables, meta, lexicon, &mut None)
}

/// The same with somebody who asks about one row.
pub(super) fn read_watched(
    source: &Source,
    outline: &Outline,
    passages: &[Passage],
    tables: &[Table],
    meta: &ReportMeta,
    lexicon: &Lexicon,
    watch: &mut Option<Watch>,
) -> (Vec<Fact>, Vec<NotCaptured>) {
    let mut facts = Vec::new();
    let mut left = furniture(source, outline);
    let mut reader = row::Reader::new(meta, lexicon);
    reader.spoken = when::of_bulletin(source, meta);
    reader.watch = watch.take();
    let headings = outline.headings();
    for table in tables {
        let (rows, unread) = grid::read(table, source, outline, meta, lexicon, reader.watch.as_ref());
        facts.extend(rows);
        left.extend(unread);
    }
    let is_table =
        |block: usize| tables[..tables.partition_point(|table| table.blocks.start <= block)].last().is_some_and(|table| block < table.blocks.end);
    for passage in passages.iter().filter(|passage| !is_table(passage.block)) {
        let block = outline.blocks.get(passage.block);
        let masks = mask::find(passage.view.text(), lexicon);
        let (quantities, none) = scan::find(passage, &masks, lexicon);
        left.extend(none.into_iter().map(|(range, reason)| NotCaptured { span: passage.view.back(range), reason }));
        let heading = headings.get(passage.block).copied().flatten().filter(|heading| block.is_none_or(|block| heading.span != block.span));
        let place = row::Place {
            plan: block.is_some_and(|block| block.plan),
            heading: heading.map(|heading| (heading.span, source.slice(heading.span))),
            title: is_heading(block),
            year: block.and_then(|block| block.year.zip(block.year_span)),
            since: block.and_then(|block| block.since),
        };
        let (rows, unread) = reader.block(passage, &quantities, &masks, &place);
        left.extend(quantities.iter().filter(|q| q.attribute.is_some()).map(|q| NotCaptured {
            span: passage.view.back(q.range.clone()),
            reason: if q.attribute == Some(q.range.start) { Reason::Date } else { Reason::Name },
        }));
        facts.extend(rows);
        left.extend(unread.into_iter().map(|range| NotCaptured { span: passage.view.back(range), reason: Reason::Unread }));
    }
    *watch = reader.watch.take();
    facts.sort_by_key(|fact| fact.span);
    across::check(&mut facts, source);
    // how far the facts up to each one reach
    let reach: Vec<u32> = facts
        .iter()
        .scan(0, |end: &mut u32, fact| {
            *end = fact.span.end.max(*end);
            Some(*end)
        })
        .collect();
    left.retain(|none| {
        facts.partition_point(|fact| fact.span.start < none.span.end).checked_sub(1).is_none_or(|last| reach[last] <= none.span.start)
    });
    left.sort_by_key(|none| none.span);
    left.dedup_by_key(|none| none.span);
    let forgotten = forgotten(source, &facts, &left);
    left.extend(forgotten);
    left.sort_by_key(|none| none.span);
    (facts, left)
}

fn is_heading(block: Option<&Block>) -> bool {
    block.is_some_and(|block| matches!(block.kind, BlockKind::Title | BlockKind::Heading(_)))
}

/// The numerals of what is not the report.
fn furniture(source: &Source, outline: &Outline) -> Vec<NotCaptured> {
    let mut out = Vec::new();
    for block in &outline.blocks {
        if !matches!(block.kind, BlockKind::Debris | BlockKind::Furniture) {
            continue;
        }
        let start = block.span.start as usize;
        let text = source.slice(block.span);
        let spans = numerals(text).into_iter().map(|range| (start + range.start..start + range.end).into());
        out.extend(spans.map(|span| NotCaptured { span, reason: Reason::Furniture }));
    }
    out
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// The stretches of digits with the marks of dates and times inside them.
fn numerals(text: &str) -> Vec<Range<usize>> {
    stretches(text, |c| is_digit(c) || ".,-/:，．：".contains(c))
}

/// The stretches of plain digits.
fn digits(text: &str) -> Vec<Range<usize>> {
    stretches(text, is_digit)
}

/// The stretches that begin and end with a digit and hold nothing but what `inside` allows.
fn stretches(text: &str, inside: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(found) = text[at..].find(is_digit) {
        let from = at + found;
        let length = text[from..].find(|c: char| !inside(c)).unwrap_or(text.len() - from);
        let length = text[from..from + length].trim_end_matches(|c| !is_digit(c)).len();
        out.push(from..from + length);
        at = from + length;
    }
    out
}

/// Digits that no pass has spoken of: every numeral is a row or has a reason why it is none.
fn forgotten(source: &Source, facts: &[Fact], left: &[NotCaptured]) -> Vec<NotCaptured> {
    let mut known: Vec<Span> = facts.iter().map(|fact| fact.span).chain(left.iter().map(|none| none.span)).collect();
    known.sort_unstable();
    let text = source.text();
    let mut out = Vec::new();
    let (mut next, mut reach) = (0, 0);
    for range in digits(text) {
        while let Some(span) = known.get(next).filter(|span| (span.start as usize) < range.end) {
            reach = reach.max(span.end as usize);
            next += 1;
        }
        if reach <= range.start {
            let reason = if text[range.end..].starts_with(['年', '月', '日']) { Reason::Date } else { Reason::Unread };
            out.push(NotCaptured { span: range.into(), reason });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::extract::extract;
    use crate::lexicon::Lexicon;
    use crate::model::Hints;
    use crate::text::Source;

    #[test]
    fn no_number_is_lost_where_there_are_no_marks() {
        for mark in ["", "、", ",", "初中"] {
            let text = (0..3000).map(|index| format!("{}所{mark}", 20 + index % 70)).collect::<Vec<_>>().concat();
            let document = extract(Source::new(&format!("全市有小学{text}")), &Hints::default(), &Lexicon::builtin());
            assert_eq!(document.facts.len() + document.not_captured.len(), 3000, "{mark}");
            assert!(document.facts.len() > 2500, "{mark}: {}", document.facts.len());
        }
    }
}
