//! Finds titles, headings, paragraphs, articles, debris and furniture. Leaves the text as it is: a block is a span of it.
//!
//! In order: lines, furniture, lines that belong together, what each block is, articles, what is plan. Every step looks at a
//! line's neighbours only, so the whole is linear in the text.

mod articles;
mod furniture;
mod join;
mod kinds;
mod line;
pub(super) mod marker;
mod plan;
mod years;

use crate::lexicon::Lexicon;
use crate::model::{Block, BlockKind, Outline};
use crate::text::Source;

use line::Line;
pub(super) use plan::looks_ahead;
pub(super) use years::fill as fill_years;

/// The outline of a report.
pub(super) fn read(source: &Source, lexicon: &Lexicon) -> Outline {
    let lines = line::cut(source);
    let furniture = furniture::find(&lines, lexicon);
    let drafts = join::join(lines, &furniture, source);
    let mut drafts = kinds::sort(drafts, lexicon);
    let articles = articles::cut(&mut drafts, lexicon);
    let plan = plan::find(&drafts, &articles, lexicon);
    let block = |(draft, plan): (&Draft, bool)| Block { span: draft.line.span, kind: draft.kind, plan, year: None, since: None, year_span: None };
    let blocks = drafts.iter().zip(plan).map(block).collect();
    Outline { blocks, articles }
}

/// A block in the making.
#[derive(Debug)]
struct Draft {
    /// Its lines as one.
    line: Line,
    kind: BlockKind,
    /// The mark it begins with, if any.
    marker: Option<marker::Marker>,
    /// Behind it another article begins: it is the line of an article's editor.
    ends_article: bool,
}

impl Draft {
    fn is_heading(&self) -> bool {
        matches!(self.kind, BlockKind::Heading(_) | BlockKind::Title)
    }

    /// Whether it is of the report: neither furniture nor debris.
    fn is_report(&self) -> bool {
        !matches!(self.kind, BlockKind::Furniture | BlockKind::Debris)
    }
}

#[cfg(test)]
mod tests;
