//! Tells which lines are not the report: navigation, counters, related articles, copyright. Knows shapes; the words stand in
//! `furniture.tsv`.

use super::line::Line;
use super::marker;
use crate::lexicon::{Lexicon, Mark};

/// The longest line that a marker makes furniture, in characters: what is longer is prose that happens to begin so.
const SHORT: usize = 60;

/// How many lines may stand above a report.
const HEAD: usize = 60;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Report,
    Furniture,
    /// Furniture behind which another article begins.
    End,
}

/// For every line what it is.
pub(super) fn find(lines: &[Line], lexicon: &Lexicon) -> Vec<Part> {
    let first_prose = lines.iter().position(is_prose).unwrap_or(lines.len());
    let last_prose = lines.iter().rposition(is_prose).unwrap_or(0);
    let mut out = Vec::with_capacity(lines.len());
    let mut in_rest = false;
    for (index, line) in lines.iter().enumerate() {
        let stands = match index {
            _ if index <= first_prose => Stands::Above,
            _ if index > last_prose => Stands::Below,
            _ => Stands::Among,
        };
        let part = if in_rest { Part::Furniture } else { of_line(line, lexicon, stands, &mut in_rest) };
        out.push(part);
    }
    head(lines, &mut out, first_prose, lexicon);
    out
}

/// A line that only a report has: a sentence of some length.
fn is_prose(line: &Line) -> bool {
    line.is_long || line.width >= 20 && line.key.contains('。')
}

/// Where a line stands to the sentences of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stands {
    Above,
    Among,
    Below,
}

fn of_line(line: &Line, lexicon: &Lexicon, stands: Stands, in_rest: &mut bool) -> Part {
    let is_behind_prose = stands != Stands::Above;
    // 来源丨某局: a bar for a colon
    let uniform = line.key.replace('丨', ":");
    let key = uniform.as_str();
    let is_short = line.width <= SHORT && !key.contains('。');
    let mut part = Part::Report;
    for mark in lexicon.furniture.find(key) {
        let begins = mark.range.start == 0 || key[..mark.range.start].chars().all(is_ornament);
        match mark.shows {
            "line" if begins && is_short && !runs_on(key, &mark, &['数', '量', '气', '号']) => part = Part::Furniture,
            "holds" if is_short => part = Part::Furniture,
            "whole" if begins && is_short && is_whole(key, &mark) => part = Part::Furniture,
            "end" if begins && is_short => return Part::End,
            "rest" if begins && (is_short && !is_sentence(key, &mark, lexicon) || is_behind_prose && is_notice(&mark)) => {
                *in_rest |= is_behind_prose;
                return Part::Furniture;
            }
            "foot" if begins && is_short && stands == Stands::Below => {
                *in_rest = true;
                return Part::Furniture;
            }
            // 某市教育工作的相关文章: the heading of what follows
            "holds" if is_behind_prose && is_notice(&mark) => {
                *in_rest = true;
                return Part::Furniture;
            }
            _ => {}
        }
    }
    let is_outlet = || lexicon.outlets.find(key).any(|mark| mark.shows == "outlet" && mark.range == (0..key.len()));
    let is_head = stands == Stands::Above && (is_stamp(key) || is_outlet());
    let is_around = is_head || is_address(key) || is_trail(key) || is_sheet(key);
    let is_menu = !line.is_long && is_menu(key);
    if part == Part::Report && (is_short && is_around || is_menu) { Part::Furniture } else { part }
}

/// A marker of several characters is never the beginning of a sentence of the report, whatever the line's length.
fn is_notice(mark: &Mark<'_>) -> bool {
    mark.word.chars().count() >= 6
}

/// Whether a marker with one of these ends goes on as a word of a sentence: 点击量超过20万.
fn runs_on(key: &str, mark: &Mark<'_>, ends: &[char]) -> bool {
    mark.word.ends_with(ends) && key[mark.range.end..].starts_with(marker::is_han)
}

/// 相关信息公开工作: words of a sentence or heading, unless the line speaks of copying as notices do.
fn is_sentence(key: &str, mark: &Mark<'_>, lexicon: &Lexicon) -> bool {
    !is_notice(mark) && !lexicon.furniture.holds(key, "copy") && key[mark.range.end..].starts_with(marker::is_han)
}

/// Nothing else but the marker, a number and marks.
fn is_whole(key: &str, mark: &Mark<'_>) -> bool {
    key[mark.range.end..].chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || is_ornament(c) || matches!(c, ':' | '次' | '(' | ')'))
}

fn is_ornament(c: char) -> bool {
    c.is_whitespace() || matches!(c, '•' | '·' | '|' | '>' | '»' | '-' | '—' | '*' | '[' | ']' | '【' | '】' | '■' | '◆')
}

/// A web or mail address and nothing else.
fn is_address(key: &str) -> bool {
    let is_web = key.starts_with("http://") || key.starts_with("https://") || key.starts_with("www.");
    is_web && !key.contains(' ') && !key.chars().any(marker::is_han)
}

/// When a page was posted: 2024-03-05 18:20, 2024年11月8日 星期五
fn is_stamp(key: &str) -> bool {
    let digits = key.chars().take_while(|c| c.is_ascii_digit() || matches!(c, '-' | '/' | '.' | '年' | '月' | '日')).count();
    let rest = key.char_indices().nth(digits).map_or("", |(at, _)| key[at..].trim_start());
    let has_time = rest.contains(':') || rest.starts_with("星期");
    digits >= 8 && has_time && rest.chars().filter(|&c| marker::is_han(c)).count() <= 6
}

/// The sheet of a newspaper: 第03版:综合
fn is_sheet(key: &str) -> bool {
    let rest = key.trim_start_matches('第').trim_start_matches(|c: char| c.is_ascii_digit());
    key.starts_with('第') && rest.len() + 3 < key.len() && rest.starts_with('版') && key.chars().count() <= 12
}

/// Where one is on a site: 首页 > 政务 > 教育, or words between bars.
fn is_trail(key: &str) -> bool {
    let signs = key.chars().filter(|c| matches!(c, '>' | '»' | '›')).count();
    let bars = key.chars().filter(|c| matches!(c, '|' | '丨')).count();
    signs >= 2 || bars >= 3 && !key.contains([',', ';']) && !key.chars().any(|c| c.is_ascii_digit())
}

/// The links of a site in a row, however many: short words between bars and nothing else.
fn is_menu(key: &str) -> bool {
    let pieces = || key.split(['|', '丨']).map(str::trim).filter(|piece| !piece.is_empty());
    pieces().count() >= 5 && pieces().all(|piece| piece.chars().count() <= 8 && piece.chars().all(marker::is_han))
}

/// What stands among the furniture above the report is furniture too, but for the title where it does not stand again.
fn head(lines: &[Line], parts: &mut [Part], first_prose: usize, lexicon: &Lexicon) {
    let first_prose = first_prose.min(HEAD);
    let Some(last) = (0..first_prose).rev().find(|&index| parts[index] != Part::Report) else { return };
    let below = &lines[last + 1..(last + 12).min(lines.len())];
    // the name of an office above the links of its site, where the title of a report stands further down
    let is_title = |line: &Line| lexicon.headings.holds(&line.key, "title") && !is_prose(line);
    if let Some(trail) = (0..=last).rev().find(|&index| parts[index] != Part::Report && (is_trail(&lines[index].key) || is_menu(&lines[index].key)))
        && lines[trail + 1..first_prose].iter().zip(&parts[trail + 1..]).any(|(line, part)| *part == Part::Report && is_title(line))
    {
        for (line, part) in lines.iter().zip(parts.iter_mut()).take(trail).filter(|(line, _)| !lexicon.headings.ends(&line.key, "title")) {
            if *part == Part::Report && line.width <= SHORT {
                *part = Part::Furniture;
            }
        }
    }
    for index in 0..last {
        let key = &lines[index].key;
        let again = lines[index + 1..=last].iter().chain(below).any(|other| other.key == *key);
        if parts[index] == Part::Report && again {
            parts[index] = Part::Furniture;
        }
    }
    // names of pages for search engines: the title again with other words behind a mark
    for index in (0..first_prose).filter(|&index| index.abs_diff(last) <= 2) {
        let key = &lines[index].key;
        let pieces = key.split(['?', '_', '|']).filter(|piece| !piece.is_empty()).count();
        let repeats = |other: &Line| other.key.len() >= 12 && other.key.len() < key.len() && key.starts_with(other.key.as_str());
        if parts[index] == Part::Report && pieces >= 2 && lines[..(index + 12).min(lines.len())].iter().any(repeats) {
            parts[index] = Part::Furniture;
        }
    }
}
