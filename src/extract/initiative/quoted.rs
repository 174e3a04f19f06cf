//! Names in quotation marks, decided by what follows, precedes and stands inside; with their modifiers and head whole. Quoted
//! speech, slogans, doctrines, phenomena and titles of honour are none.

use std::ops::Range;

use super::candidate::Candidate;
use super::marks::Mark;
use super::scan::{Scan, Sort};
use crate::lexicon::Head;
use crate::model::{InitiativeKind, Weight};

/// The longest quotation, in characters, that is a name without a head of its own.
const LONGEST_NAME: usize = 12;

/// How many units of a list of quotations are passed on the way to its head.
const LONGEST_LIST: usize = 200;

/// The classes of traps.
pub(super) const TRAPS: &[&str] = &["doctrine", "slogan", "phenomenon"];

/// The quoted names of a passage.
pub(super) fn find(scan: &Scan<'_>) -> Vec<Candidate> {
    let mut out = Vec::new();
    for (index, unit) in scan.units.iter().enumerate() {
        let Sort::Quote(pair) = unit.sort else { continue };
        let pair = &scan.pairs[pair];
        debug_assert_eq!(pair.mark, Mark::Quote);
        let inner = &scan.text[pair.inner.clone()];
        let headed = scan.right(index + 1, &["head"]).is_some();
        let classes: &[&str] = if headed { &["doctrine", "phenomenon"] } else { TRAPS };
        if is_trap(scan, inner, classes) || is_honour(scan, index) || is_spoken(scan, unit.range.start) {
            continue;
        }
        if let Some(candidate) = one(scan, index, inner) {
            out.push(candidate);
        }
    }
    out
}

fn one(scan: &Scan<'_>, index: usize, inner: &str) -> Option<Candidate> {
    let cues = &scan.lexicon.cues;
    let parallel = inner.contains(['、', ',']);
    let from = scan.left(index, 16, true);
    let make = |to: usize, head: Head, rule| Candidate {
        range: scan.units[from].range.start..scan.units[to - 1].range.end,
        kind: head.kind,
        weight: head.weight,
        rule,
        row: None,
    };
    let inner_head = cues.head("head", inner).is_some_and(|(_, head)| head.weight == Weight::Main);
    let classes: &[&str] = if inner_head { &["head"] } else { &["head", "head_quoted"] };
    if let Some((to, mut head)) = scan.right(index + 1, classes) {
        if head.kind != InitiativeKind::Event {
            head.weight = Weight::Main;
        }
        return Some(make(to, head, "引号＋类名"));
    }
    let taken_on = scan.is_taken_on(index + 1);
    let own = cues.head("head", inner).or_else(|| cues.head("head_inner", inner));
    if let Some((_, mut head)) = own.filter(|(word, _)| inner.chars().count() > word.chars().count() + usize::from(word.chars().count() == 1) * 2)
        && !taken_on
        && !parallel
    {
        if head.kind != InitiativeKind::Event {
            head.weight = Weight::Main;
        }
        return Some(make(index + 1, head, "引号内类名"));
    }
    if let Some(head) = list_head(scan, index)
        && !taken_on
    {
        let head = Head { weight: Weight::Main, ..head };
        return Some(Candidate {
            range: scan.units[index].range.clone(), kind: head.kind, weight: head.weight, rule: "引号并列＋类名", row: None
        });
    }
    let launched = from.checked_sub(1).is_some_and(|before| cues.is("launch_quote", scan.word(before)));
    if launched && !parallel && !taken_on && (3..=LONGEST_NAME).contains(&inner.chars().count()) {
        let head = Head { kind: InitiativeKind::Programme, weight: Weight::Optional };
        return Some(make(index + 1, head, "动词＋引号"));
    }
    None
}

/// The head of a list of quotations: “甲”、“乙”等活动.
fn list_head(scan: &Scan<'_>, index: usize) -> Option<Head> {
    let mut at = index + 1;
    let mut several = false;
    while let Some(unit) = scan.units.get(at).filter(|_| at - index <= LONGEST_LIST) {
        match (&unit.sort, scan.word(at)) {
            (Sort::Quote(_), _) | (_, "、" | "和" | "与" | "及" | "以及") => {}
            (_, "等") => {
                several = true;
                at += 1;
                // 等10余个
                while scan.tag(at) == "m" || scan.tag(at) == "q" {
                    at += 1;
                }
                break;
            }
            _ => break,
        }
        several = true;
        at += 1;
    }
    scan.right(at, &["head", "head_quoted"]).filter(|_| several).map(|(_, head)| head)
}

/// Whether the words in quotation marks are of a kind that is no name: of one of the classes of traps, speech, or a saying
/// built on 好 (管好…).
pub(super) fn is_trap(scan: &Scan<'_>, inner: &str, classes: &[&str]) -> bool {
    let cues = &scan.lexicon.cues;
    let plain = inner.trim_end_matches(['。', ',', '!', '?', ';']);
    classes.iter().any(|class| cues.is(class, plain))
        || classes.contains(&"slogan") && cues.holds("contains", plain, 1)
        || plain.len() < inner.len()
        || plain.chars().count() < 2
        || plain.split_once('好').is_some_and(|(verb, _)| cues.is("saying", verb)) && plain.chars().count() <= 6
}

/// Whether the quotation is a title of honour: 被评为“全国优秀教师”, “…”称号.
fn is_honour(scan: &Scan<'_>, index: usize) -> bool {
    let cues = &scan.lexicon.cues;
    let range = &scan.units[index].range;
    let before = scan.clause_before(range.start);
    let after = &scan.text[range.end..];
    let tail = last_chars(before, 24);
    cues.holds("honour", tail, 2) || cues.beginning("honour", after).is_some()
}

/// Whether the quotation is speech: after a colon or a verb of speech.
fn is_spoken(scan: &Scan<'_>, start: usize) -> bool {
    let before = &scan.text[..start];
    before.ends_with(':') || scan.lexicon.cues.ending("say", before).is_some_and(|verb| verb.chars().count() > 1)
}

fn last_chars(text: &str, count: usize) -> &str {
    let at = text.char_indices().rev().nth(count - 1).map_or(0, |(at, _)| at);
    &text[at..]
}

/// Whether a byte range stands inside a quotation that is a trap.
pub(super) fn in_trap(scan: &Scan<'_>, range: &Range<usize>) -> bool {
    let index = scan.unit_at(range.start);
    let Some(Sort::Quote(pair)) = scan.units.get(index).map(|unit| &unit.sort) else { return false };
    let pair = &scan.pairs[*pair];
    pair.inner.start <= range.start && range.end <= pair.inner.end && (is_trap(scan, &scan.text[pair.inner.clone()], TRAPS) || is_honour(scan, index))
}
