//! Names without quotation marks that end in a head (工程, 行动, 制度 …), with their modifiers to the left. A name needs a
//! modifier that says something of its own: 教育改革 and 管理制度 are none.

use super::candidate::Candidate;
use super::scan::{Scan, Sort};
use crate::model::{InitiativeKind, Weight};

/// The longest name, in characters, without its head.
const LONGEST: usize = 20;

/// The unquoted names of a passage.
pub(super) fn find(scan: &Scan<'_>) -> Vec<Candidate> {
    let mut out = Vec::new();
    for index in 0..scan.units.len() {
        if !matches!(scan.units[index].sort, Sort::Word(_)) {
            continue;
        }
        let Some((word, mut head)) = scan.lexicon.cues.head("head", scan.word(index)) else { continue };
        if scan.is_taken_on(index + 1) || is_verb_use(scan, index, word) {
            continue;
        }
        let mut from = scan.left(index, LONGEST);
        // over 和 and 、 where a verb of launching stands before the whole
        if from > 1 && matches!(scan.word(from - 1), "和" | "与") && head.weight == Weight::Main {
            let further = scan.left(from - 1, LONGEST / 2);
            if further < from - 1 && further > 0 && scan.lexicon.cues.is("launch", scan.word(further - 1)) && from < index {
                from = further;
            }
        }
        while from < index && scan.lexicon.cues.is("drop", scan.word(from)) {
            from += 1;
        }
        let own = word.len() < scan.word(index).len();
        if from == index && !own || !own && !scan.is_specific(from..index) {
            continue;
        }
        if own && from == index && scan.lexicon.cues.is("general", scan.word(index)) {
            continue;
        }
        if scan.units[from..index].iter().any(|unit| matches!(unit.sort, Sort::Quote(_))) && head.kind != InitiativeKind::Event {
            head.weight = Weight::Main;
        }
        let range = scan.units[from].range.start..scan.units[index].range.end;
        if scan.text[range.clone()].chars().count() < 4 {
            continue;
        }
        out.push(Candidate { range, kind: head.kind, weight: head.weight, rule: "类名", row: None });
    }
    out
}

/// 计划新建…, 改革课堂…: the head is the clause's verb.
fn is_verb_use(scan: &Scan<'_>, index: usize, word: &str) -> bool {
    let tag = scan.tag(index + 1);
    matches!(word, "计划" | "改革" | "行动" | "活动" | "试点") && tag.starts_with('v') && tag != "vn" && scan.word(index) == word && {
        let next = scan.word(index + 1);
        !scan.lexicon.cues.is("soft", next) && !scan.lexicon.cues.is("launch", next)
    }
}
