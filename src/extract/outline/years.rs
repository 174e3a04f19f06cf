//! Which year a section is about, where its heading or its first words say so: 2022年工作回顾, 过去一年，…. Fills
//! [`Block::year`] once the report's own year is known. Does not read sentences: a year in the middle of one is the rows' matter.

use std::sync::LazyLock;

use regex::Regex;

use super::articles::is_dateline;
use super::marker;
use crate::lexicon::Lexicon;
use crate::model::{Block, BlockKind, Origin, Outline, ReportMeta};
use crate::text::{Source, Span, View};

/// How many blocks from the top may say what a speech looks back upon.
const TOP: usize = 8;

/// How much of a paragraph is read, in characters.
const LEAD: usize = 100;

/// The last month in which a meeting opens a year rather than closes it.
const SPRING: u8 = 4;

static YEAR: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"((?:19|20)\d\d)年(?:(\d{1,2})月(\d{1,2})日)?").ok());

/// A year with the words that say it.
type Said = (i16, Span);

/// What a heading, or the lead under it, says of the year of its section.
#[derive(Debug, Clone, Copy)]
enum Says {
    Nothing,
    /// The report's own.
    Own,
    Year(Said),
}

/// Gives every block the year that its section is about, where that is said.
pub(in crate::extract) fn fill(outline: &mut Outline, source: &Source, meta: &ReportMeta, lexicon: &Lexicon) {
    let Some(own) = meta.year.as_ref().map(|year| year.value) else { return };
    let reviewed = reviewed(outline, source, meta, own, lexicon);
    let mut article = 0;
    // the headings above, each with its level and what it says; level 0 stands for none
    let mut above: Vec<(u8, Says)> = Vec::new();
    let mut opens = false;
    for index in 0..outline.blocks.len() {
        let block = &outline.blocks[index];
        while outline.articles.get(article).is_some_and(|it| block.span.start >= it.span.end) {
            article += 1;
            above.clear();
        }
        let mut lead = None;
        match block.kind {
            BlockKind::Debris | BlockKind::Furniture => continue,
            BlockKind::Title => above.clear(),
            BlockKind::Heading(level) => {
                // words before the first heading reach over it only where they open a list
                above.retain(|(other, _)| *other < level && (*other > 0 || opens));
                above.push((level, of_heading(block, source, own, reviewed, lexicon).map_or(Says::Nothing, Says::Year)));
            }
            BlockKind::Paragraph => {
                let view = beginning(source, block);
                if is_dateline(view.text()) {
                    above.clear();
                }
                match of_lead(&view, own, reviewed, lexicon) {
                    _ if block.plan => {}
                    Lead::Section(said) => {
                        opens = source.slice(block.span).ends_with([':', '：']);
                        match above.last_mut() {
                            Some(nearest) => nearest.1 = said,
                            None => above.push((0, said)),
                        }
                    }
                    Lead::Paragraph(said) => lead = Some(said),
                    Lead::Nothing => {}
                }
            }
        }
        let nearest = above.iter().rev().find(|(_, says)| !matches!(says, Says::Nothing)).map(|(_, says)| *says);
        let of_section = if let Some(Says::Year(said)) = nearest { Some(said) } else { None };
        // what is to be done lies in no year that is over
        let said = lead.or_else(|| of_section.filter(|(year, _)| !block.plan || *year >= own));
        let block = &mut outline.blocks[index];
        block.year = said.map(|(year, _)| year);
        block.year_span = said.map(|(_, span)| span);
    }
    five_years(outline, source, own, lexicon);
    look_ahead(outline, source, own, lexicon);
}

static FIVE_YEARS: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new("[“\"]?(十[一二三四五]?五)[”\"]?(?:规划|计划)?(?:时期|期间|以来)").ok());

/// The first year of a five-year plan by its number.
fn plan_from(name: &str) -> Option<i16> {
    let number = match name.trim_end_matches('五') {
        "十" => 10,
        "十一" => 11,
        "十二" => 12,
        "十三" => 13,
        "十四" => 14,
        _ => return (name == "十五五").then_some(2026),
    };
    Some(2001 + (number - 10) * 5)
}

/// A heading that looks back on a five-year plan: what stands under it is of those years, up to the report's own.
fn five_years(outline: &mut Outline, source: &Source, own: i16, lexicon: &Lexicon) {
    let Some(pattern) = FIVE_YEARS.as_ref() else { return };
    // the heading's level, its years and words
    let mut above: Option<(u8, i16, i16, Span)> = None;
    for block in &mut outline.blocks {
        match block.kind {
            BlockKind::Title => above = None,
            BlockKind::Heading(level) => {
                above = above.filter(|(other, ..)| *other < level);
                let view = View::new(source.text(), block.span);
                let text = view.text();
                let back = ["done", "past", "review"].iter().any(|what| lexicon.headings.holds(text, what));
                if let (true, false, Some(found)) = (back, block.plan, pattern.captures(text).and_then(|groups| groups.get(1)))
                    && years(text).next().is_none()
                    && let Some(first) = plan_from(found.as_str()).filter(|first| *first <= own)
                {
                    above = Some((level, first, (first + 4).min(own), view.back(found.range())));
                }
            }
            _ => {}
        }
        if let Some((_, first, last, span)) = above
            && !block.plan
            && block.year.is_none()
        {
            block.year = Some(last);
            block.since = Some(first).filter(|first| *first < last);
            block.year_span = Some(span);
        }
    }
}

/// A report that reviews the year before its own, under a heading, plans its own year behind that: what follows the review is
/// plan, whatever its headings say, but for those that say they look back.
fn look_ahead(outline: &mut Outline, source: &Source, own: i16, lexicon: &Lexicon) {
    let is_heading = |block: &Block| matches!(block.kind, BlockKind::Heading(_));
    let reviews = |block: &Block| is_heading(block) && block.year == Some(own - 1) && !block.plan;
    let Some(last) = outline.blocks.iter().rposition(|block| block.year == Some(own - 1) && !block.plan) else { return };
    if outline.articles.len() > 1 || !outline.blocks.iter().any(reviews) {
        return;
    }
    let Some(first) = outline.blocks[last..].iter().position(|block| matches!(block.kind, BlockKind::Heading(1))) else { return };
    let mut back: Option<u8> = None;
    for block in &mut outline.blocks[last + first..] {
        if let BlockKind::Heading(level) = block.kind {
            back = back.filter(|other| *other < level);
            let view = View::new(source.text(), block.span);
            let text = view.text();
            if back.is_none() && ["done", "state", "review"].iter().any(|what| lexicon.headings.holds(text, what)) {
                back = Some(level);
            }
        }
        if back.is_none() && !matches!(block.kind, BlockKind::Debris | BlockKind::Furniture | BlockKind::Title) {
            block.plan = true;
        }
    }
}

/// The year that the report looks back upon, where it is not its own: 总结2022年工作 in a speech of 2023, or a speech given in
/// spring.
fn reviewed(outline: &Outline, source: &Source, meta: &ReportMeta, own: i16, lexicon: &Lexicon) -> Option<i16> {
    let is_report = |block: &&Block| !matches!(block.kind, BlockKind::Debris | BlockKind::Furniture);
    let title = meta.title_span.map(|span| View::new(source.text(), span));
    let is_speech = title.is_some_and(|title| ["speech", "both"].iter().any(|what| lexicon.headings.holds(title.text(), what)));
    let is_stated = meta.year.as_ref().is_some_and(|year| matches!(year.origin, Origin::Stated(_)));
    outline.blocks.iter().filter(is_report).take(TOP).filter(|block| block.kind != BlockKind::Title).find_map(|block| {
        let view = beginning(source, block);
        let text = view.text();
        years(text).find_map(|found| {
            let before = lexicon.headings.ends(&text[..found.range.start], "done");
            let is_past = found.year == own - 1 && before;
            let is_day = is_speech && is_stated && found.year == own && text.chars().count() <= 90;
            (is_past || is_day && found.month.is_some_and(|month| month <= SPRING)).then_some(own - 1)
        })
    })
}

/// The year that a heading names: in figures, or as the one under review.
fn of_heading(block: &Block, source: &Source, own: i16, reviewed: Option<i16>, lexicon: &Lexicon) -> Option<Said> {
    let view = View::new(source.text(), block.span);
    let text = view.text();
    let says = |what: &str| lexicon.headings.find(text).find(|mark| mark.shows == what).map(|mark| mark.range);
    let mut named = years(text).filter(|found| found.is_plain && (found.year - own).abs() <= 1);
    if let (Some(found), None) = (named.next(), named.next()) {
        let body = marker::read(text, |_| false).map_or(0, |marker| marker.len);
        if found.range.start == body || ["done", "plan", "task", "state"].iter().any(|what| says(what).is_some()) {
            return Some((found.year, view.back(found.range)));
        }
    }
    if let (Some(range), false) = (says("past").or_else(|| says("done")), block.plan) {
        return reviewed.map(|year| (year, view.back(range)));
    }
    None
}

/// What the first words of a paragraph say.
enum Lead {
    Nothing,
    /// Of it alone.
    Paragraph(Said),
    /// Of it and the rest of its section.
    Section(Says),
}

fn of_lead(view: &View, own: i16, reviewed: Option<i16>, lexicon: &Lexicon) -> Lead {
    let text = view.text();
    let start = marker::read(text, |_| false).map_or(0, |marker| marker.len);
    let begins = |what: &str| lexicon.headings.find(&text[start..]).filter(|mark| mark.shows == what && mark.range.start == 0).last();
    // 去年底, 去年9月: a day, not the year
    let is_day = |end: usize| text[start + end..].starts_with(|c: char| c.is_ascii_digit() || matches!(c, '底' | '末' | '同' | '的' | '春' | '秋'));
    if let (Some(mark), Some(year)) = (begins("past").filter(|mark| !is_day(mark.range.end)), reviewed) {
        return Lead::Section(Says::Year((year, view.back(start..start + mark.range.end))));
    }
    if begins("now").is_some() {
        return Lead::Section(Says::Own);
    }
    match years(text).find(|found| found.range.start == start && found.is_plain && found.month.is_none()) {
        Some(found) if found.year == own => Lead::Section(Says::Own),
        Some(found) if found.year == own - 1 && reviewed.is_some() => Lead::Paragraph((found.year, view.back(found.range))),
        _ => Lead::Nothing,
    }
}

/// The beginning of a block.
fn beginning(source: &Source, block: &Block) -> View {
    let text = source.slice(block.span);
    let end = text.char_indices().nth(LEAD).map_or(text.len(), |(at, _)| at);
    let start = block.span.start as usize;
    View::new(source.text(), Span::new(start, start + end))
}

struct Found {
    year: i16,
    month: Option<u8>,
    range: std::ops::Range<usize>,
    /// Neither an end of a stretch of years, nor compared with, nor a time by which or since which.
    is_plain: bool,
}

fn years(text: &str) -> impl Iterator<Item = Found> + '_ {
    YEAR.as_ref().into_iter().flat_map(|pattern| pattern.captures_iter(text)).filter_map(|groups| {
        let whole = groups.get(0)?;
        let (before, behind) = (&text[..whole.start()], &text[whole.end()..]);
        let is_end =
            before.ends_with(['-', '—', '–', '~', '至', '到', '从', '自', '由', '比', '较', '第']) || before.ends_with(|c: char| c.is_ascii_digit());
        let is_aside = behind.starts_with(['-', '—', '–', '~', '至', '到', '前', '起']) || behind.starts_with("以") || behind.starts_with("底前");
        Some(Found {
            year: groups.get(1)?.as_str().parse().ok()?,
            month: groups.get(2).and_then(|month| month.as_str().parse().ok()),
            range: whole.range(),
            is_plain: !is_end && !is_aside,
        })
    })
}
