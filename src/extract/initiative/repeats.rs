//! Further mentions of names that the report itself introduced: a quoted name that stands again without its marks, and the
//! short form that a paper gave itself (以下简称“…”).

use aho_corasick::{AhoCorasick, MatchKind};

use super::candidate::{Candidate, settle};
use super::scan::{Scan, Sort};

/// The shortest name, in characters, that is looked for again.
const SHORTEST: usize = 6;

/// The longest remark in brackets, in bytes, that is read for a short form.
const REMARK: usize = 600;

/// The rule of mentions by a short form that the name gave itself.
const ABBREVIATION: &str = "简称";

/// The rule of mentions of a name that stands again.
const AGAIN: &str = "重复出现";

/// Whether a candidate repeats a name that another one introduced.
pub(super) fn is_again(candidate: &Candidate) -> bool {
    matches!(candidate.rule, AGAIN | ABBREVIATION)
}

/// The short form that follows a name ending at byte `end`: (以下简称“三年规划”).
pub(super) fn abbreviation<'a>(scan: &Scan<'a>, end: usize) -> Option<&'a str> {
    let rest = scan.text[end..scan.text.floor_char_boundary((end + REMARK).min(scan.text.len()))].strip_prefix('(')?;
    let inner = &rest[..rest.find(')')?];
    let (_, short) = inner.split_once("简称").or_else(|| inner.split_once("下称")).or_else(|| inner.split_once("统称"))?;
    let short = short.trim_matches([':', '为', '“', '”', '"', '《', '》', ' ']);
    (2..=16).contains(&short.chars().count()).then_some(short)
}

/// Adds them to the candidates of each passage.
pub(super) fn add(scans: &[Scan<'_>], found: &mut [Vec<Candidate>]) {
    let mut names: Vec<(String, Candidate)> = Vec::new();
    for (scan, candidates) in scans.iter().zip(found.iter()) {
        let books = scan.books();
        for candidate in candidates {
            names.extend(forms(scan, candidate).into_iter().map(|name| (name, Candidate { rule: AGAIN, ..candidate.clone() })));
            // one in book marks is found as a paper
            if let Some(short) = abbreviation(scan, candidate.range.end)
                && books.get(short).is_none_or(|&last| last < candidate.range.end)
            {
                names.push((short.to_owned(), Candidate { rule: ABBREVIATION, ..candidate.clone() }));
            }
        }
    }
    names.sort_by(|one, other| one.0.cmp(&other.0));
    names.dedup_by(|one, other| one.0 == other.0);
    let patterns = names.iter().map(|(name, _)| name);
    let Ok(finder) = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(patterns) else { return };
    if names.is_empty() {
        return;
    }
    for (scan, candidates) in scans.iter().zip(found.iter_mut()) {
        let again: Vec<Candidate> = finder
            .find_iter(scan.text)
            .map(|hit| {
                let mut range = hit.range();
                let first = scan.pairs.partition_point(|pair| pair.outer.start + 4 < range.start);
                if let Some(pair) = scan.pairs[first..].iter().take(4).find(|pair| pair.inner == range) {
                    range = pair.outer.clone();
                }
                Candidate { range, ..names[hit.pattern().as_usize()].1.clone() }
            })
            .filter(|candidate| !scan.is_in_book(&candidate.range))
            .collect();
        if !again.is_empty() {
            candidates.extend(again);
            *candidates = settle(std::mem::take(candidates));
        }
    }
}

/// The forms under which a name may stand again.
pub(super) fn forms(scan: &Scan<'_>, candidate: &Candidate) -> Vec<String> {
    let cues = &scan.lexicon.cues;
    let name = &scan.text[candidate.range.clone()];
    let mut out = Vec::new();
    if let Some(head) = cues.ending("named_by_head", name)
        && head.len() < name.len()
    {
        out.push(head.to_owned());
    }
    if is_again(candidate) || !candidate.rule.contains("引号") {
        return out;
    }
    let (first, last) = (scan.unit_at(candidate.range.start), scan.unit_at(candidate.range.end - 1));
    for unit in &scan.units[first..=last] {
        let Sort::Quote(pair) = unit.sort else { continue };
        let inner = &scan.text[scan.pairs[pair].inner.clone()];
        let length = inner.chars().count();
        let plain: String = inner.chars().filter(|c| !matches!(c, '、' | ',' | '·' | ' ')).collect();
        let joined = plain.len() < inner.len();
        if joined && candidate.rule == "引号＋类名" && length >= 2 * SHORTEST {
            out.extend([inner.to_owned(), plain]);
        } else if !joined && (length >= SHORTEST || length > 3 && cues.head("head_inner", inner).is_some()) {
            out.push(plain);
        }
    }
    out
}
