//! Which blocks speak of tasks to come, by the heading they stand under or the lead above a list.

use super::Draft;
use super::articles::is_dateline;
use super::marker::{self, Class};
use crate::lexicon::Lexicon;
use crate::model::{Article, BlockKind};

/// What a heading says of what stands under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    Plan,
    Done,
}

/// The longest lead of a list, in characters.
const LEAD: usize = 80;

/// For every draft whether its content is plan.
pub(super) fn find(drafts: &[Draft], articles: &[Article], lexicon: &Lexicon) -> Vec<bool> {
    let is_headed = |draft: &Draft| match draft.kind {
        BlockKind::Title => of_title(&draft.line.key, lexicon).is_some() || lexicon.headings.holds(&draft.line.key, "review"),
        BlockKind::Heading(_) => of_heading(&draft.line.key, None, lexicon).is_some(),
        _ => false,
    };
    if !drafts.iter().any(is_headed) && urges_throughout(drafts, lexicon) {
        return drafts.iter().map(|draft| draft.is_report() && draft.kind != BlockKind::Title).collect();
    }
    let mut out = Vec::with_capacity(drafts.len());
    let mut article = 0;
    // the headings above, each with its level; the title has level 0
    let mut above: Vec<(u8, Option<Says>)> = Vec::new();
    let mut list = false;
    for (index, draft) in drafts.iter().enumerate() {
        while articles.get(article).is_some_and(|it| draft.line.span.start >= it.span.end) {
            article += 1;
            above.clear();
        }
        match draft.kind {
            BlockKind::Title => {
                above.clear();
                above.push((0, of_title(&draft.line.key, lexicon)));
                list = false;
            }
            BlockKind::Heading(level) => {
                above.retain(|(other, _)| *other < level);
                let under = above.iter().rev().filter(|(level, _)| *level > 0).find_map(|(_, says)| *says);
                above.push((level, of_heading(&draft.line.key, under, lexicon)));
                list = false;
            }
            BlockKind::Paragraph if is_dateline(&draft.line.key) => {
                // the news of another day: no section reaches over it
                above.retain(|(level, _)| *level == 0);
                for it in &mut above {
                    it.1 = None;
                }
                list = false;
            }
            BlockKind::Paragraph if is_item(draft) => {}
            BlockKind::Paragraph => {
                let leads = draft.line.width <= LEAD && lexicon.headings.holds(&draft.line.key, "lead");
                list = leads && next_is_item(drafts, index);
                // tasks under headings of their own: the rest of the section is plan
                if let (true, Some(deeper), Some(nearest)) = (leads, next_heading(drafts, index), above.last_mut())
                    && nearest.0 > 0
                    && nearest.0 < deeper
                    && nearest.1 != Some(Says::Done)
                {
                    nearest.1 = Some(Says::Plan);
                }
            }
            BlockKind::Debris | BlockKind::Furniture => {}
        }
        let nearest = above.iter().rev().find_map(|(_, says)| *says);
        let opens = draft.kind == BlockKind::Paragraph && lexicon.headings.begins(&draft.line.key, "opens");
        out.push(draft.is_report() && draft.kind != BlockKind::Title && (nearest == Some(Says::Plan) || list || opens));
    }
    out
}

/// The fewest sentences that show a mood.
const MOOD: usize = 6;

/// Whether a text without headings speaks of tasks throughout: its sentences urge (推进…, 完善…), it says by when (到2025年), and
/// nothing in it tells of what was done.
fn urges_throughout(drafts: &[Draft], lexicon: &Lexicon) -> bool {
    let (mut all, mut urging, mut telling, mut ahead) = (0, 0, 0, false);
    for draft in drafts.iter().filter(|draft| draft.is_report() && draft.kind != BlockKind::Title) {
        let key = &draft.line.key;
        let body = draft.marker.map_or(0, |marker| marker.len).min(key.len());
        for sentence in key.get(body..).unwrap_or(key).split(['。', ';', '!']).map(str::trim).filter(|sentence| sentence.chars().count() > 4) {
            all += 1;
            // a sentence may say first by when or where
            let opens = sentence.split([',', ':']).take(2).any(|clause| lexicon.headings.begins(clause.trim(), "urges"));
            urging += usize::from(opens);
            telling += usize::from(lexicon.headings.holds(sentence, "tells"));
            ahead |= lexicon.headings.holds(sentence, "aims") || by_year(sentence);
        }
    }
    all >= MOOD && urging * 2 >= all && telling * 20 <= all && ahead
}

/// 到2025年, not 截至到2025年
fn by_year(sentence: &str) -> bool {
    sentence.match_indices("到20").any(|(at, word)| {
        let behind = &sentence[at + word.len()..];
        let year = behind.len() > 2 && behind.as_bytes()[..2].iter().all(u8::is_ascii_digit) && behind[2..].starts_with('年');
        year && !sentence[..at].ends_with(['至', '止', '达', '增', '高', '升'])
    })
}

/// Whether a title looks ahead. 规划部, 规划处 are offices, not papers.
pub(in crate::extract) fn looks_ahead(key: &str, lexicon: &Lexicon) -> bool {
    let is_office = |behind: &str| behind.starts_with(['部', '处', '科', '司', '局', '股', '室']) && !behind.starts_with("部署");
    lexicon.headings.find(key).any(|mark| mark.shows == "ahead" && !is_office(&key[mark.range.end..]))
}

fn of_title(key: &str, lexicon: &Lexicon) -> Option<Says> {
    let holds = |what: &str| lexicon.headings.holds(key, what);
    let is_plan = looks_ahead(key, lexicon) || holds("plan") && !holds("done") && !holds("state");
    (is_plan && !holds("review")).then_some(Says::Plan)
}

/// What a heading says; weak words do not turn round what the headings above it say.
fn of_heading(key: &str, under: Option<Says>, lexicon: &Lexicon) -> Option<Says> {
    let holds = |what: &str| lexicon.headings.holds(key, what);
    if holds("done") {
        Some(Says::Done)
    } else if holds("plan") {
        Some(Says::Plan)
    } else if under.is_some() {
        None
    } else if holds("state") {
        Some(Says::Done)
    } else {
        holds("task").then_some(Says::Plan)
    }
}

/// 一是…, （一）…, 1.…
fn is_item(draft: &Draft) -> bool {
    marker::counts(&draft.line.key) || draft.marker.is_some_and(|marker| marker.class != Class::Symbol || draft.kind == BlockKind::Paragraph)
}

/// The level of the heading that follows at once.
fn next_heading(drafts: &[Draft], index: usize) -> Option<u8> {
    drafts[index + 1..]
        .iter()
        .find(|draft| draft.is_report())
        .and_then(|draft| if let BlockKind::Heading(level) = draft.kind { Some(level) } else { None })
}

fn next_is_item(drafts: &[Draft], index: usize) -> bool {
    drafts[index + 1..].iter().find(|draft| draft.is_report()).is_some_and(is_item)
}
