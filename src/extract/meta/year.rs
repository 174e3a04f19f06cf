//! The year the report is about: of the work reviewed, or of the work planned. Never the day a page was posted.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;

use super::{Page, Part};
use crate::lexicon::Lexicon;
use crate::model::{Inferred, Origin, ReportKind};
use crate::text::Span;

/// The first year that a report of today's kind may be about.
const EARLIEST: i16 = 1990;

/// How many lines from the top may say when the report was given.
const TOP: usize = 8;

static SCHOOL_YEAR: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"((?:19|20)\d\d)年?\s*(?:-|—|–|~|至|/)+\s*((?:19|20)\d\d)年?学年").ok());
static RANGE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"((?:19|20)\d\d)年?\s*(?:-|—|–|~|至)+\s*((?:19|20)\d\d)").ok());
static YEAR: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"((?:19|20)\d\d)年(?:度)?(?:(\d{1,2})月(?:(\d{1,2})日)?)?").ok());
static BARE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"(?:^|\D)((?:19|20)\d\d)(?:\D|$)").ok());

/// The report's year with where it comes from.
pub(super) fn read(page: &Page, kind: ReportKind, file_name: &str, lexicon: &Lexicon) -> Option<Inferred<i16>> {
    page.title()
        .and_then(|title| in_title(title, kind))
        .or_else(|| of_meeting(page, lexicon))
        .or_else(|| by_vote(page))
        .or_else(|| bare(file_name).map(|(year, _)| Inferred::new(year, Origin::FromFileName)))
}

/// 2021—2022学年: the year in which it ends; 2017—2020年: for a plan the year in which it begins.
fn in_title(title: &Part, kind: ReportKind) -> Option<Inferred<i16>> {
    let text = title.view.text();
    let stated = |year: i16, range: std::ops::Range<usize>| Inferred::new(year, Origin::Stated(title.view.back(range)));
    if let Some(found) = captures(&SCHOOL_YEAR, text) {
        return Some(stated(number(&found, 2)?, found.get(2)?.range()));
    }
    if let Some(found) = captures(&RANGE, text) {
        let which = if kind == ReportKind::Plan { 1 } else { 2 };
        return Some(stated(number(&found, which)?, found.get(which)?.range()));
    }
    bare(text).map(|(year, range)| stated(year, range))
}

/// 2025年1月14日在…会议上, or the date alone under the title of a speech: a report that was given to a meeting.
fn of_meeting(page: &Page, lexicon: &Lexicon) -> Option<Inferred<i16>> {
    let is_speech = page.title().is_some_and(|title| ["speech", "both"].iter().any(|what| lexicon.headings.holds(title.view.text(), what)));
    page.parts.iter().take(TOP).find_map(|part| {
        let text = part.view.text();
        let found = captures(&YEAR, text)?;
        let behind = &text[found.get(0)?.end()..];
        let chars = text.chars().count();
        let is_meeting = chars <= 90 && lexicon.headings.holds(behind, "speech");
        let is_date_alone = is_speech && chars <= 16 && behind.chars().count() <= 1;
        (found.get(3).is_some() && (is_meeting || is_date_alone))
            .then_some(Inferred::new(number(&found, 1)?, Origin::Stated(part.view.back(found.get(1)?.range()))))
    })
}

/// The year that the text speaks of most; the later of two that it speaks of about as much.
fn by_vote(page: &Page) -> Option<Inferred<i16>> {
    let mut votes: BTreeMap<i16, (u32, Span)> = BTreeMap::new();
    for part in &page.parts {
        let text = part.view.text();
        if text.chars().count() <= 14 && text.ends_with('日') {
            continue; // the date under a signature
        }
        let mut vote = |year: i16, weight: u32, range: std::ops::Range<usize>| {
            let entry = votes.entry(year).or_insert_with(|| (0, part.view.back(range)));
            entry.0 += weight;
        };
        for found in all(&SCHOOL_YEAR, text) {
            if let (Some(year), Some(range)) = (number(&found, 2), found.get(2)) {
                vote(year, 6, range.range());
            }
        }
        for found in all(&YEAR, text) {
            let (Some(year), Some(whole), Some(range)) = (number(&found, 1), found.get(0), found.get(1)) else { continue };
            let is_day = found.get(3).is_some();
            let weight = match (is_aside(text, whole.range()), is_day) {
                (true, _) => 0,
                (_, true) => 1,
                _ => 2 + u32::from(whole.start() == 0) + u32::from(part.kind != crate::model::BlockKind::Paragraph),
            };
            vote(year, weight, range.range());
        }
    }
    // what is told of long ago is history, not the report's year
    votes.retain(|year, (weight, _)| *weight > 0 && *year >= EARLIEST);
    let most = votes.values().map(|(weight, _)| *weight).max()?;
    let (&year, &(_, span)) = votes.iter().rev().find(|(_, (weight, _))| *weight * 2 >= most)?;
    Some(Inferred::new(year, Origin::FromContext(span)))
}

/// Whether a year is only compared with, a beginning, or a time by which something is to be done.
fn is_aside(text: &str, range: std::ops::Range<usize>) -> bool {
    let before: Vec<char> = text[..range.start].chars().rev().take(6).collect();
    let near: String = before.iter().rev().collect();
    let behind: String = text[range.end..].chars().take(6).collect();
    let is_part_of_number = before.first().is_some_and(char::is_ascii_digit);
    is_part_of_number
        || near.ends_with(['较', '比', '自', '从', '到', '由', '—', '-', '至'])
        || ["确保", "力争", "截止", "计划"].iter().any(|word| near.contains(word))
        || behind.starts_with(['前', '以'])
        || behind.starts_with("底前")
        || behind.starts_with("年底前")
        || behind.starts_with("目标")
}

/// A year without 年, as titles and file names have it.
fn bare(text: &str) -> Option<(i16, std::ops::Range<usize>)> {
    let found = captures(&BARE, text)?;
    Some((number(&found, 1)?, found.get(1)?.range()))
}

fn captures<'a>(pattern: &LazyLock<Option<Regex>>, text: &'a str) -> Option<regex::Captures<'a>> {
    pattern.as_ref()?.captures(text)
}

fn all<'a>(pattern: &'a LazyLock<Option<Regex>>, text: &'a str) -> impl Iterator<Item = regex::Captures<'a>> {
    pattern.as_ref().into_iter().flat_map(move |pattern| pattern.captures_iter(text))
}

fn number(found: &regex::Captures<'_>, group: usize) -> Option<i16> {
    found.get(group)?.as_str().parse().ok()
}
