//! What the report says of itself: title, place, year, plan or review, date of publication, quality of the source. What a
//! person said wins; where nothing can be told, nothing is said.

mod place;
mod publication;
mod year;

use super::outline::looks_ahead;
use crate::lexicon::Lexicon;
use crate::model::{BlockKind, Hints, Inferred, Origin, Outline, ReportKind, ReportMeta};
use crate::text::{Source, View};

/// What the report is about; what a person said in `hints` wins.
pub(super) fn read(source: &Source, outline: &Outline, hints: &Hints, lexicon: &Lexicon) -> ReportMeta {
    let page = Page::of(source, outline);
    let title_span = page.parts.iter().find(|part| part.kind == BlockKind::Title).map(|part| part.view.span());
    let kind = hints.kind.unwrap_or_else(|| kind(&page, outline, lexicon));
    let publication = publication::read(&page, lexicon);
    ReportMeta {
        title: hints.title.clone().or_else(|| title_span.map(|span| one_line(source.slice(span)))).unwrap_or_else(|| stem(&hints.file_name)),
        title_span,
        place: hints.place.as_deref().and_then(|name| place::corrected(name, lexicon)).or_else(|| place::read(&page, &hints.file_name, lexicon)),
        year: hints.year.map(|year| Inferred::new(year, Origin::Corrected)).or_else(|| year::read(&page, kind, &hints.file_name, lexicon)),
        kind,
        published: hints.published.clone().map(|date| Inferred::new(date, Origin::Corrected)).or(publication.date),
        quality: hints.quality.unwrap_or(publication.quality),
        publisher: publication.publisher,
        sample: hints.sample,
    }
}

/// The report as these rules read it.
struct Page {
    /// Titles, headings and paragraphs.
    parts: Vec<Part>,
    /// The furniture around them, without what lies far behind the report's end.
    margin: Vec<View>,
}

struct Part {
    kind: BlockKind,
    view: View,
}

impl Part {
    fn is_title(&self) -> bool {
        self.kind == BlockKind::Title
    }
}

/// How many blocks of furniture behind the report still speak of it: 责任编辑, 转载请注明; what follows speaks of others.
const BEHIND: usize = 3;

impl Page {
    fn of(source: &Source, outline: &Outline) -> Self {
        let is_report = |kind: BlockKind| !matches!(kind, BlockKind::Furniture | BlockKind::Debris);
        let end = outline.blocks.iter().rposition(|block| is_report(block.kind)).map_or(0, |last| last + 1 + BEHIND);
        let mut page = Self { parts: Vec::new(), margin: Vec::new() };
        for block in outline.blocks.iter().take(end) {
            let view = View::new(source.text(), block.span);
            match block.kind {
                BlockKind::Debris => {}
                BlockKind::Furniture => page.margin.push(view),
                kind => page.parts.push(Part { kind, view }),
            }
        }
        page
    }

    /// The first title, if there is one.
    fn title(&self) -> Option<&Part> {
        self.parts.iter().find(|part| part.is_title())
    }
}

/// Whether it looks back or ahead, by its title and by how much of it is plan.
fn kind(page: &Page, outline: &Outline, lexicon: &Lexicon) -> ReportKind {
    let holds = |what: &str| page.title().is_some_and(|title| lexicon.headings.holds(title.view.text(), what));
    let (mut plan, mut all) = (0, 1);
    for block in outline.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Heading(_) | BlockKind::Paragraph)) {
        all += block.span.len();
        plan += if block.plan { block.span.len() } else { 0 };
    }
    let share = plan * 100 / all;
    match share {
        _ if page.title().is_some_and(|title| looks_ahead(title.view.text(), lexicon)) && !holds("review") && !holds("both") => ReportKind::Plan,
        66.. if !holds("both") => ReportKind::Plan,
        12.. => ReportKind::Mixed,
        _ => ReportKind::Review,
    }
}

/// Every run of blanks and line ends is one blank.
fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(piece);
    }
    out
}

/// A file's name without its ending.
fn stem(file_name: &str) -> String {
    match file_name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && ending.len() <= 4 => stem.to_owned(),
        _ => file_name.to_owned(),
    }
}

#[cfg(test)]
mod tests;
