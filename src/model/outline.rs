//! How a report is built: articles, headings, paragraphs, and what is not the report at all.

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// The title of the report or of one of its articles.
    Title,
    /// A heading; 1 is the highest level.
    Heading(u8),
    Paragraph,
    /// Page numbers and the like: shown small, yields nothing.
    Debris,
    /// Navigation, related articles, advertising, counters: shown greyed and folded, yields nothing.
    Furniture,
}

/// One paragraph as a person reads it: it may span several lines of the source where those were wrapped by hand.
/// Spaces and line ends at its ends are not part of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    pub span: Span,
    pub kind: BlockKind,
    /// For a heading or paragraph under a heading that speaks of tasks to come (今年怎么干, 重点任务): its content is plan.
    pub plan: bool,
    /// The year that the section it stands in is about, where a heading or the first words of a paragraph say so
    /// (2022年工作回顾, 过去一年，…); nothing where they do not: then it is the report's.
    pub year: Option<i16>,
    /// The first year, where the section is about several (“十一五”时期工作回顾): then `year` is the last.
    pub since: Option<i16>,
    /// The words that say it; there exactly where a year is.
    pub year_span: Option<Span>,
}

/// One of several articles in a file; a file with one article has one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    pub span: Span,
    pub title: Option<Span>,
}

/// The blocks in reading order, the articles they belong to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Outline {
    pub blocks: Vec<Block>,
    pub articles: Vec<Article>,
}

impl Outline {
    /// The block that holds byte `offset`, or the last one before it.
    pub fn block_at(&self, offset: usize) -> Option<usize> {
        self.blocks.partition_point(|block| block.span.start as usize <= offset).checked_sub(1)
    }

    /// The stretches that are not the report, neighbours joined.
    pub fn furniture(&self) -> Vec<Span> {
        let mut out: Vec<Span> = Vec::new();
        let mut open = false;
        for block in &self.blocks {
            let is_furniture = block.kind == BlockKind::Furniture;
            match out.last_mut() {
                Some(last) if is_furniture && open => *last = last.cover(block.span),
                _ if is_furniture => out.push(block.span),
                _ => {}
            }
            open = is_furniture;
        }
        out
    }

    /// For every block the nearest heading at or before it.
    pub fn headings(&self) -> Vec<Option<&Block>> {
        let mut last = None;
        self.blocks
            .iter()
            .map(|block| {
                if matches!(block.kind, BlockKind::Heading(_) | BlockKind::Title) {
                    last = Some(block);
                }
                last
            })
            .collect()
    }
}
