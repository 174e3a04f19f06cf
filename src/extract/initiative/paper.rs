//! Policy papers in 《》: those that were issued or are of a kind that is issued. Books, songs, journals, newspapers, forms and
//! headlines are not.

use super::candidate::Candidate;
use super::marks::{Mark, Pair};
use super::scan::Scan;
use crate::model::{InitiativeKind, Weight};

/// What stands in book marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Title {
    /// A paper under its own name.
    Paper,
    /// A law, or a paper of the whole country that is merely cited.
    Law,
    /// 《意见》: the short form of a paper named before.
    Short,
    /// Anything else.
    Other,
}

/// The papers of a passage.
pub(super) fn find(scan: &Scan<'_>) -> Vec<Candidate> {
    let mut out = Vec::new();
    let mut end = 0;
    for pair in scan.pairs.iter().filter(|pair| pair.mark == Mark::Book) {
        if pair.outer.start < end {
            continue;
        }
        end = pair.outer.end;
        let (weight, rule) = match classify(scan, pair) {
            Title::Paper => (Weight::Main, "书名号文件"),
            Title::Law => (Weight::Optional, "引用法规"),
            Title::Short => (Weight::Main, "文件简称"),
            Title::Other => continue,
        };
        out.push(Candidate { range: pair.outer.clone(), kind: InitiativeKind::Document, weight, rule, row: None });
    }
    out
}

/// What the title in a pair of book marks names, by its last words and by the verbs beside it.
pub(super) fn classify(scan: &Scan<'_>, pair: &Pair) -> Title {
    let cues = &scan.lexicon.cues;
    let title = bare(&scan.text[pair.inner.clone()]);
    let before = scan.clause_before(pair.outer.start);
    let after = scan.clause_after(pair.outer.end);
    let issued = cues.holds("issue", before, 1) || cues.holds("issue", after, 1);
    let congress = cues.ending("congress", before).is_some();
    if cues.is("paper", title) || cues.is("paper_weak", title) {
        return if congress { Title::Other } else { Title::Short };
    }
    if cues.ending("object", title).is_some() {
        return Title::Other;
    }
    if cues.ending("paper", title).is_some() {
        return Title::Paper;
    }
    if cues.ending("law", title).is_some() && title.chars().count() >= 3 {
        return Title::Law;
    }
    if cues.ending("paper_weak", title).is_some() && (issued || title.contains("关于")) && !congress {
        return Title::Paper;
    }
    Title::Other
}

/// The title without what stands in brackets at its end: (试行), (2021-2025年).
pub(super) fn bare(title: &str) -> &str {
    let mut title = title.trim();
    while let Some(open) = title.strip_suffix([')', '〕', '）']).and_then(|_| title.rfind(['(', '〔', '（'])) {
        if open == 0 {
            break;
        }
        title = title[..open].trim_end();
    }
    title
}
