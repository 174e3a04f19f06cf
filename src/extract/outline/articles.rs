//! Finds titles, and where one article ends and the next begins. Splits little: one article too few does less harm than a
//! heading that loses its paragraphs.

use super::Draft;
use crate::lexicon::Lexicon;
use crate::model::{Article, BlockKind};
use crate::text::Span;

/// Marks the titles among the headings and gives the articles in order.
pub(super) fn cut(drafts: &mut [Draft], lexicon: &Lexicon) -> Vec<Article> {
    let mut starts = Vec::new();
    let first = (0..drafts.len()).find(|&index| drafts[index].is_report());
    if let Some(title) = first.and_then(|first| first_title(drafts, first, lexicon)) {
        drafts[title].kind = BlockKind::Title;
    }
    for index in 0..drafts.len() {
        if drafts[index].kind == BlockKind::Title {
            continue;
        }
        if is_later_title(drafts, index, first.unwrap_or(0), lexicon) {
            drafts[index].kind = BlockKind::Title;
            starts.push(index);
        }
    }
    for index in 0..drafts.len() {
        if is_subtitle(&drafts[index]) && index > 0 && drafts[index - 1].kind == BlockKind::Title {
            drafts[index].kind = BlockKind::Heading(1);
        }
    }
    let Some(first) = first else { return Vec::new() };
    if starts.first() != Some(&first) {
        starts.insert(0, first);
    }
    starts.sort_unstable();
    starts.dedup();
    let mut out = Vec::with_capacity(starts.len());
    for (rank, &start) in starts.iter().enumerate() {
        let end = starts.get(rank + 1).copied().unwrap_or(drafts.len());
        let of_report = || drafts[start..end].iter().filter(|draft| draft.is_report());
        let Some(span) = of_report().map(|draft| draft.line.span).reduce(Span::cover) else { continue };
        out.push(Article { span, title: of_report().find(|draft| draft.kind == BlockKind::Title).map(|draft| draft.line.span) });
    }
    out
}

/// The title of the report: the first line where it reads like one, else a line further down that says it is a report.
fn first_title(drafts: &[Draft], first: usize, lexicon: &Lexicon) -> Option<usize> {
    let head = &drafts[first..(first + 8).min(drafts.len())];
    let named = head.iter().take_while(|draft| draft.line.width <= 60).position(|draft| {
        draft.is_report()
            && draft.marker.is_none()
            && !draft.line.key.contains('。')
            && !matches!(draft.line.last, ':' | ',' | ';')
            && lexicon.headings.holds(&draft.line.key, "title")
    });
    if let Some(at) = named {
        return Some(first + at);
    }
    // a line with a word that only titles have, wherever the layout put it
    let far = (0..drafts.len()).find(|&index| {
        let draft = &drafts[index];
        draft.is_report() && draft.is_heading() && draft.marker.is_none() && draft.line.width <= 40 && is_report_name(&draft.line.key, lexicon)
    });
    let near = drafts.get(first).filter(|draft| draft.is_heading() && draft.marker.is_none());
    match (near, far) {
        // a first line beside others like it is a heading among headings
        (Some(_), Some(far)) if drafts[first + 1..far].iter().filter(|draft| draft.is_heading()).count() >= 3 => Some(far),
        (Some(_), _) => Some(first),
        (None, _) => subtitled(drafts, first).or(far),
    }
}

/// A title word at the end or a place of work: 某市教育十大亮点工作.
fn is_report_name(key: &str, lexicon: &Lexicon) -> bool {
    let is_title = lexicon.headings.find(key).any(|mark| mark.shows == "title" && mark.range.end == key.len());
    is_title && !lexicon.places.find(key, None).is_empty()
}

/// The first line that has a line with a dash under it.
fn subtitled(drafts: &[Draft], first: usize) -> Option<usize> {
    (first..drafts.len().saturating_sub(1)).find(|&index| drafts[index].is_heading() && is_subtitle(&drafts[index + 1]))
}

fn is_subtitle(draft: &Draft) -> bool {
    let key = &draft.line.key;
    draft.is_report() && draft.line.width <= 45 && (key.starts_with("——") || key.starts_with("--")) && !key.contains('。')
}

/// Whether a heading in the middle is the title of another article.
fn is_later_title(drafts: &[Draft], index: usize, first: usize, lexicon: &Lexicon) -> bool {
    let draft = &drafts[index];
    let is_line = draft.kind == BlockKind::Paragraph && draft.line.width <= 45 && !draft.line.key.contains(['。', ';', ',']);
    if index <= first || draft.marker.is_some() || !draft.is_heading() && !is_line {
        return false;
    }
    // the name of a paper that this file passes on
    if lexicon.headings.holds(&draft.line.key, "ahead") && draft.line.gap >= 1 && ends_as_paper(&draft.line.key, lexicon) {
        return true;
    }
    if !draft.is_heading() {
        return false;
    }
    let has_title = drafts[..index].iter().rev().take(12).any(|above| above.kind == BlockKind::Title);
    let behind_end = drafts[..index].iter().rev().take_while(|above| !above.is_report()).any(|above| above.ends_article);
    let next = drafts.get(index + 1);
    let subtitled = next.is_some_and(is_subtitle);
    // a title, and under it a dateline
    let dated = next.is_some_and(|next| is_dateline(&next.line.key)) && lexicon.headings.holds(&draft.line.key, "title");
    behind_end || !has_title && subtitled || dated
}

/// 某市某计划, 某市某计划(2017-2020年)
fn ends_as_paper(key: &str, lexicon: &Lexicon) -> bool {
    let name = key.split('(').next().unwrap_or(key).trim_end();
    lexicon.headings.find(name).any(|mark| mark.shows == "ahead" && mark.range.end == name.len()) && !lexicon.places.find(name, None).is_empty()
}

/// 4月17日,…: the beginning of a piece of news.
pub(super) fn is_dateline(key: &str) -> bool {
    let Some((month, rest)) = key.split_once('月') else { return false };
    let Some((day, rest)) = rest.split_once('日') else { return false };
    let is_number = |text: &str| (1..=2).contains(&text.len()) && text.chars().all(|c| c.is_ascii_digit());
    is_number(month) && is_number(day) && rest.starts_with([',', '上', '下', '至'])
}
