//! Tells headings from paragraphs, and on which level each heading stands. Titles come later.

use super::Draft;
use super::marker::{self, Class, Marker};
use crate::lexicon::Lexicon;
use crate::model::BlockKind;

/// The longest heading, in characters.
const LONGEST: usize = 42;

/// Gives every draft of the report its marker and its kind.
pub(super) fn sort(mut drafts: Vec<Draft>, lexicon: &Lexicon) -> Vec<Draft> {
    let is_label = |word: &str| lexicon.headings.find(word).any(|mark| mark.shows == "label" && mark.range == (0..word.len()));
    for draft in drafts.iter_mut().filter(|draft| draft.kind == BlockKind::Paragraph) {
        draft.marker = marker::read(&draft.line.key, is_label);
    }
    let candidates: Vec<bool> = drafts
        .iter()
        .map(|draft| {
            draft.kind == BlockKind::Paragraph
                && may_be_heading(draft)
                && !is_byline(&draft.line.key)
                && !lexicon.outlets.begins(&draft.line.key, "newspaper")
        })
        .collect();
    let levels = Levels::of(drafts.iter().zip(&candidates).filter(|(_, is)| **is).filter_map(|(draft, _)| draft.marker));
    for index in 0..drafts.len() {
        if candidates[index] && leads_somewhere(&drafts, &candidates, index) {
            drafts[index].kind = BlockKind::Heading(levels.of_marker(drafts[index].marker));
        }
    }
    for draft in &mut drafts {
        // the signs of Markdown are not part of a heading
        if let (BlockKind::Heading(_), Some(Marker { class: Class::Hash(_), len })) = (draft.kind, draft.marker) {
            draft.line.span.start += len as u32;
            draft.line.key.drain(..len);
        }
    }
    drafts
}

/// Whether the words could be a heading, whatever stands around them.
fn may_be_heading(draft: &Draft) -> bool {
    let line = &draft.line;
    let marker = draft.marker;
    let body = marker.map_or(line.key.as_str(), |marker| &line.key[marker.len..]);
    let chars = body.chars().count();
    if line.is_long || chars == 0 || chars > LONGEST || !body.contains(marker::is_han) {
        return false;
    }
    let class = marker.map(|marker| marker.class);
    if let Some(Class::Hash(_) | Class::Chapter | Class::Section) = class {
        return true;
    }
    if class == Some(Class::Label) {
        return body.matches('。').count() == usize::from(body.ends_with('。'));
    }
    if body.contains(['。', ';']) || matches!(line.last, '。' | ';' | ',' | '、' | '…') {
        return false;
    }
    let numbers = numbers(body);
    let commas = body.matches(',').count();
    match class {
        Some(Class::Symbol | Class::Circled | Class::ArabicParen) => commas <= 1 && numbers == 0,
        Some(Class::Bare) => commas <= 1 && numbers <= 1,
        Some(_) => numbers <= usize::from(commas == 0) && !is_counted(body),
        None => commas <= 1 && numbers <= 1 && is_heading_like(body, line.last),
    }
}

/// What an unmarked line must be beside short.
fn is_heading_like(body: &str, last: char) -> bool {
    let loud = matches!(last, '!' | '?');
    let is_quote = body.starts_with(['“', '"', '‘']) && body.ends_with(['”', '"', '’']) && quotes(body) == 1;
    !matches!(last, ':' | '.')
        && (last != ')' || has_short_note(body))
        && !body.starts_with("——")
        && !body.starts_with(['(', '-', '.'])
        && !is_quote
        && !marker::counts(body)
        && (!loud || !body.contains(','))
        && !body.contains(':')
        && !is_date(body)
}

/// Something short in brackets at the end: (试行), (2017-2020年)
fn has_short_note(body: &str) -> bool {
    body.rfind('(').is_some_and(|at| at > 0 && body[at..].chars().count() <= 14 && !body[at..].contains(['/', ':', ',']))
}

fn quotes(body: &str) -> usize {
    body.matches(['“', '‘']).count().max(body.matches('"').count() / 2)
}

/// Who wrote it, for which paper, and nothing else: 某某晚报记者某人. It is left in the report because the paper may be the only
/// word of the place.
fn is_byline(key: &str) -> bool {
    let Some((paper, names)) = key.split_once("记者") else { return false };
    let names = names.trim_start_matches([' ', ':']);
    let is_name = (2..=8).contains(&names.chars().count()) && names.chars().all(|c| marker::is_han(c) || matches!(c, ' ' | '、'));
    paper.chars().count() <= 12 && paper.ends_with(['报', '网', '线', '台', '社', '刊']) && is_name
}

/// How many numbers stand in it, years left out.
fn numbers(body: &str) -> usize {
    let mut count = 0;
    let mut rest = body;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let tail = &rest[at..];
        let len = tail.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(tail.len());
        let is_year = len == 4 && (tail.starts_with("19") || tail.starts_with("20"));
        count += usize::from(!is_year);
        rest = &tail[len..];
    }
    count
}

/// A marked line that states a number: `3、初级中学88所` is a row, not a heading.
fn is_counted(body: &str) -> bool {
    let Some(at) = body.rfind(|c: char| c.is_ascii_digit() || c == '%') else { return false };
    let is_year = body[at + 1..].starts_with('年');
    !is_year && body[at + 1..].chars().count() <= 2 && numbers(body) > 0
}

/// 2018年1月17日, with or without a place.
pub(super) fn is_date(body: &str) -> bool {
    let last = body.trim_end();
    let digits = last.chars().filter(|c| c.is_ascii_digit() || matches!(c, '〇' | '零')).count();
    last.ends_with(['日', '月'])
        && last.contains('年')
        && last.contains('月')
        && last.chars().count() <= 14
        && (digits >= 4 || last.starts_with('二'))
}

/// A heading has something under it: a paragraph, or further headings with one.
fn leads_somewhere(drafts: &[Draft], candidates: &[bool], index: usize) -> bool {
    let mut steps = 0;
    for (next, draft) in drafts.iter().enumerate().skip(index + 1) {
        match draft.kind {
            BlockKind::Debris => {}
            BlockKind::Furniture => return steps == 0 && index < 6,
            _ if !candidates[next] && is_signature(drafts, next) => return false,
            _ if !candidates[next] => return draft.line.key.contains(marker::is_han) && !is_date(draft.line.key.trim_matches(['(', ')'])),
            _ => steps += 1,
        }
        if steps > 6 {
            return drafts[index].marker.is_some();
        }
    }
    drafts[index].marker.is_some()
}

/// A line just above a date: the name of an office.
fn is_signature(drafts: &[Draft], index: usize) -> bool {
    is_date(&drafts[index].line.key) && drafts[index].line.width <= 14
}

/// The levels of the kinds of marks that a report uses.
struct Levels {
    /// Sorted, each once.
    classes: Vec<Class>,
}

impl Levels {
    fn of(markers: impl Iterator<Item = Marker>) -> Self {
        let mut classes: Vec<Class> = markers.map(|marker| marker.class).filter(|class| *class < Class::Bare).collect();
        classes.sort_unstable();
        classes.dedup();
        Self { classes }
    }

    fn of_marker(&self, marker: Option<Marker>) -> u8 {
        // unmarked headings stand above labels (重点一:) and beside nothing else: under marked ones where there are some
        let ranked = self.classes.iter().filter(|class| **class != Class::Label).count();
        let level = match marker.map(|marker| marker.class) {
            Some(class) if class < Class::Bare => {
                let above = self.classes.iter().filter(|other| **other < class).count();
                above + 1 + usize::from(ranked == 0 && class == Class::Label)
            }
            _ if ranked == 0 => 1,
            _ => self.classes.len() + 1,
        };
        level.min(9) as u8
    }
}
