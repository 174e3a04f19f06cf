//! Further mentions of names that the report itself introduced: a quoted name that stands again without its marks, and the
//! short form that a paper gave itself (以下简称“…”).

use aho_corasick::{AhoCorasick, MatchKind};

use super::candidate::{Candidate, settle};
use super::scan::{Scan, Sort};

/// The shortest name, in characters, that is looked for again.
const SHORTEST: usize = 4;

/// Adds them to the candidates of each passage.
pub(super) fn add(scans: &[Scan<'_>], found: &mut [Vec<Candidate>]) {
    let mut names: Vec<(&str, Candidate)> = Vec::new();
    for (scan, candidates) in scans.iter().zip(found.iter()) {
        for candidate in candidates {
            if !candidate.rule.starts_with("引号") && candidate.rule != "动词＋引号" {
                continue;
            }
            let (first, last) = (scan.unit_at(candidate.range.start), scan.unit_at(candidate.range.end - 1));
            for unit in &scan.units[first..=last] {
                let Sort::Quote(pair) = unit.sort else { continue };
                let inner = &scan.text[scan.pairs[pair].inner.clone()];
                if inner.chars().count() >= SHORTEST && !inner.contains(['、', ',']) {
                    names.push((inner, candidate.clone()));
                }
            }
        }
    }
    names.sort_by_key(|&(name, _)| name);
    names.dedup_by_key(|&mut (name, _)| name);
    let Ok(finder) = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(names.iter().map(|&(name, _)| name)) else { return };
    if names.is_empty() {
        return;
    }
    for (scan, candidates) in scans.iter().zip(found.iter_mut()) {
        let again: Vec<Candidate> = finder
            .find_iter(scan.text)
            .map(|hit| {
                let mut range = hit.range();
                if let Some(pair) = scan.pairs.iter().find(|pair| pair.inner == range) {
                    range = pair.outer.clone();
                }
                Candidate { range, rule: "重复出现", ..names[hit.pattern().as_usize()].1.clone() }
            })
            .filter(|candidate| !scan.is_in_book(&candidate.range))
            .collect();
        if !again.is_empty() {
            candidates.extend(again);
            *candidates = settle(std::mem::take(candidates));
        }
    }
}
