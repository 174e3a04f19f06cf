//! Puts together the lines of a paragraph that was broken by hand or by a layout. Judges by marks and widths, not by words;
//! where it is in doubt, lines stay apart.

use super::Draft;
use super::furniture::Part;
use super::line::{self, Line};
use super::marker;
use crate::model::BlockKind;
use crate::text::{Source, Span};

/// The widths between which lines are taken for broken by hand, in columns (a Han character takes two).
const WIDTHS: std::ops::RangeInclusive<usize> = 10..=120;

/// The longest line that may have been cut off in the middle of its sentence by a blank line.
const CUT: usize = 120;

/// The blocks in the making; those of the report are all paragraphs yet.
pub(super) fn join(lines: Vec<Line>, parts: &[Part], source: &Source) -> Vec<Draft> {
    let wraps = wraps(&lines, parts);
    let mut out: Vec<Draft> = Vec::new();
    // the line that the last block ends with
    let mut end: Option<(Line, Part)> = None;
    for ((line, &part), wrap) in lines.into_iter().zip(parts).zip(wraps) {
        let goes_on = part == Part::Report
            && end.as_ref().is_some_and(|(above, above_part)| {
                *above_part == Part::Report && !is_debris(above) && !is_debris(&line) && (wrap || is_cut(above, &line))
            });
        match out.last_mut() {
            Some(draft) if goes_on => draft.line.span = draft.line.span.cover(line.span),
            _ => out.push(Draft {
                kind: if part == Part::Report { BlockKind::Paragraph } else { BlockKind::Furniture },
                line: line.clone(),
                marker: None,
                ends_article: part == Part::End,
            }),
        }
        end = Some((line, part));
    }
    for draft in &mut out {
        let gap = draft.line.gap;
        let span: Span = draft.line.span;
        if source.slice(span).contains('\n') {
            draft.line = line::read(source, span, gap);
        }
        if draft.kind == BlockKind::Paragraph && is_debris(&draft.line) {
            draft.kind = BlockKind::Debris;
        }
    }
    out
}

/// For every line whether it goes on the line above because all around it are broken at the same width.
fn wraps(lines: &[Line], parts: &[Part]) -> Vec<bool> {
    let mut out = vec![false; lines.len()];
    let mut start = 0;
    while start < lines.len() {
        let mut end = start + 1;
        while end < lines.len() && parts[end] == parts[start] && lines[end].gap <= column_gap(lines, start) {
            end += 1;
        }
        if parts[start] == Part::Report {
            let run = &lines[start..end];
            let gap = run.iter().skip(1).map(|line| line.gap).max().unwrap_or(0);
            if let Some(width) = broken_at(run, gap) {
                for index in start + 1..end {
                    out[index] = goes_on(&lines[index - 1], &lines[index], width);
                }
            }
        }
        start = end;
    }
    out
}

/// Lines of a narrow column may have blank lines between them; others belong together only without.
fn column_gap(lines: &[Line], start: usize) -> usize {
    if lines[start].width <= 20 { lines.get(start + 1).map_or(0, |line| line.gap.min(2)) } else { 0 }
}

/// The width at which the lines of a run were broken; `None` where they were not.
fn broken_at(run: &[Line], gap: usize) -> Option<usize> {
    let run: Vec<&Line> = run.iter().filter(|line| !is_debris(line)).collect();
    let width = run.iter().map(|line| line.columns).max().filter(|width| WIDTHS.contains(width))?;
    let full = run.iter().filter(|line| line.columns + slack(width) >= width).count();
    // lines that end inside a sentence: no heading has marks in it too
    let open: Vec<&&Line> = run.iter().filter(|line| !line.is_closed() && marker::read(&line.key, |_| true).is_none()).collect();
    let marked = open.iter().filter(|line| line.marks > 0).count();
    let is_prose = run.last().is_some_and(|line| line.is_closed());
    let enough = if gap == 0 { 3 } else { 5 };
    (run.len() >= enough && full * 2 >= run.len() && open.len() * 3 >= run.len() && marked * 3 >= open.len() && is_prose).then_some(width)
}

/// By how much a full line may be narrower than the widest, in columns.
fn slack(width: usize) -> usize {
    if width < 30 { 4 } else { 6 }
}

fn goes_on(above: &Line, line: &Line, width: usize) -> bool {
    let is_full = above.columns + slack(width) >= width;
    let ends_sentence = matches!(above.last, '。' | '!' | '?' | ';' | ':' | '…');
    // two numbers that meet may be two cells of a table
    let numbers_meet = above.last.is_ascii_digit() && line.key.starts_with(|c: char| c.is_ascii_digit());
    let begins_paragraph = line.is_indented && !above.is_indented;
    // a short marked line is a heading sooner than the first line of a paragraph
    let is_heading = width < 40 && marker::read(&above.key, |_| true).is_some();
    is_full && !is_heading && !ends_sentence && !begins_paragraph && (!numbers_meet || width >= 40) && !is_item(line)
}

/// Whether `above` breaks off in the middle of its sentence and `line` goes on, whatever lies between them.
fn is_cut(above: &Line, line: &Line) -> bool {
    if is_item(line) || line.gap > 6 {
        return false;
    }
    let starts_inside = line.key.starts_with(marker::is_han);
    match above.last {
        ',' | '、' => starts_inside || line.key.starts_with(['“', '"', '《']) || line.key.starts_with(|c: char| c.is_ascii_digit()),
        _ if above.is_closed() || above.last.is_ascii_digit() => false,
        _ => above.width <= CUT && above.gap < 4 && is_sentence_begun(above) && starts_inside && line.has_sentence() && !line.key.starts_with("——"),
    }
}

/// Whether a line without an end has begun a sentence rather than being a heading: marks, or the 一是 of a list.
fn is_sentence_begun(line: &Line) -> bool {
    line.marks >= 3 || line.key.contains('。') || marker::counts(&line.key)
}

/// Whether a line begins an item of its own.
fn is_item(line: &Line) -> bool {
    marker::read(&line.key, |_| true).is_some() || line.key.starts_with("——") || marker::counts(&line.key)
}

/// Page numbers and lonely marks: no Han, no word, and hardly anything at all.
pub(super) fn is_debris(line: &Line) -> bool {
    let key = line.key.as_str();
    if line.is_long {
        return false;
    }
    if !key.chars().any(char::is_alphabetic) {
        let digits = key.chars().filter(char::is_ascii_digit).count();
        // 804 alone in a line says nothing; a row of numbers is a table's
        return digits <= 6 && !key.contains('%') && key.split_whitespace().filter(|word| word.contains(|c: char| c.is_ascii_digit())).count() <= 1
            || digits == 0;
    }
    is_page_number(key)
}

/// 第3页, 第 3 页 共 10 页
fn is_page_number(key: &str) -> bool {
    key.starts_with('第')
        && key.ends_with('页')
        && key.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '第' | '页' | '共' | ',' | '/'))
}
