//! The facts of a document beside their figures and blocks, in reading order. Decides nothing.

use super::figure::Figure;
use crate::model::{Fact, Outline};
use crate::text::Source;

/// One fact with what checks ask of it.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub fact: &'a Fact,
    pub figure: Figure,
    /// Its block in the outline, and the article that block belongs to.
    pub block: usize,
    pub article: usize,
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
    facts
        .iter()
        .map(|fact| {
            let start = fact.span.start;
            Row {
                fact,
                figure: Figure::of(fact, source),
                block: outline.block_at(start as usize).unwrap_or(0),
                article: outline.articles.partition_point(|article| article.span.start <= start),
            }
        })
        .collect()
}
