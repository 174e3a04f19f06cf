//! The facts of a document beside their figures and blocks, in reading order. Decides nothing.

use std::collections::HashMap;

use super::figure::Figure;
use super::near::Measured;
use crate::model::{Fact, Kind, Outline};
use crate::text::{Source, Span};

/// One fact with what checks ask of it.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub fact: &'a Fact,
    /// Its place among all rows.
    pub at: usize,
    pub figure: Figure,
    /// Its block in the outline, and the article that block belongs to.
    pub block: usize,
    pub article: usize,
    /// Stated as a mean over the years: 年均增长.
    pub mean: bool,
    /// The stretch that a sentence beginning with 其中 opens, counted from one; zero outside of such.
    pub opened: usize,
    /// What it counts, for quick comparison.
    pub measured: Measured<'a>,
}

impl Row<'_> {
    pub(super) fn unit(&self) -> Option<&str> {
        self.fact.unit.as_deref()
    }

    pub(super) fn same_sentence(&self, other: &Self) -> bool {
        self.fact.sentence == other.fact.sentence
    }
}

/// All facts in the order of their spans, which is that of the document.
pub(super) fn of<'a>(source: &Source, outline: &Outline, facts: &'a [Fact]) -> Vec<Row<'a>> {
    let mut last = 0;
    let mut words = HashMap::new();
    // the sentence and block of the row before, the stretch it stands in, how many there were
    let (mut sentence, mut paragraph, mut opened, mut count) = (Span::default(), usize::MAX, 0, 0);
    facts
        .iter()
        .enumerate()
        .map(|(at, fact)| {
            let start = fact.span.start;
            let before = source.text().get(last.max(fact.sentence.start) as usize..start as usize).unwrap_or("");
            last = fact.span.end;
            let block = outline.block_at(start as usize).unwrap_or(0);
            if fact.sentence != sentence {
                if source.slice(fact.sentence).starts_with("其中") {
                    count += 1;
                    opened = count;
                } else if block != paragraph {
                    opened = 0;
                }
                (sentence, paragraph) = (fact.sentence, block);
            }
            Row {
                fact,
                at,
                figure: Figure::of(fact, source),
                block,
                article: outline.articles.partition_point(|article| article.span.start <= start),
                mean: fact.kind == Kind::Change && ["年均", "年平均", "平均每年"].iter().any(|word| before.contains(word)),
                opened,
                measured: Measured::of(fact, &mut words),
            }
        })
        .collect()
}
