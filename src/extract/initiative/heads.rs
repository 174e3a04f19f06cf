//! Names without quotation marks that end in a head (工程, 行动, 制度 …), with their modifiers to the left. A name needs a
//! modifier that says something of its own: 教育改革 and 管理制度 are none.

use super::candidate::Candidate;
use super::quoted::is_trap;
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
        let mut from = scan.left(index, LONGEST, false);
        // over 和 and 、 where a verb of launching stands before the whole
        let after_name =
            from > 1 && (matches!(scan.units[from - 2].sort, Sort::Quote(_)) || scan.lexicon.cues.head("head", scan.word(from - 2)).is_some());
        if from > 1 && matches!(scan.word(from - 1), "和" | "与") && head.weight == Weight::Main && !after_name {
            let further = scan.left(from - 1, LONGEST / 2, false);
            if further < from - 1 && further > 0 && scan.lexicon.cues.is("launch", scan.word(further - 1)) && from < index {
                from = further;
            }
        }
        let own = &scan.word(index)[..scan.word(index).len() - word.len()];
        let wanted = if scan.lexicon.cues.is("strict", word) { 2 } else { 1 } + usize::from(word == "活动");
        if scan.says(from..index) + scan.word_says(own) < wanted {
            continue;
        }
        if head.weight == Weight::Optional && head.kind == InitiativeKind::System && !is_set_up(scan, from) {
            continue;
        }
        if has_trap(scan, from, index) {
            continue;
        }
        let has_quote = scan.units[from..index].iter().any(|unit| matches!(unit.sort, Sort::Quote(_)));
        if has_quote && head.kind != InitiativeKind::Event {
            head.weight = Weight::Main;
        }
        let range = scan.units[from].range.start..scan.units[index].range.end;
        if scan.lexicon.cues.ending("not_head", &scan.text[range.clone()]).is_some() && !has_quote {
            continue;
        }
        let length = scan.text[range.clone()].chars().count();
        if length < if head.weight == Weight::Optional { 6 } else { 4 } {
            continue;
        }
        out.push(Candidate { range, kind: head.kind, weight: head.weight, rule: "类名", row: None });
    }
    out
}

/// 计划新建…, 改革课堂…: the head is the clause's verb.
fn is_verb_use(scan: &Scan<'_>, index: usize, word: &str) -> bool {
    let tag = scan.tag(index + 1);
    let after_noun = index == 0 || !scan.tag(index - 1).starts_with('v') && !scan.lexicon.cues.is("join", scan.word(index - 1));
    after_noun && matches!(word, "计划" | "改革" | "行动" | "活动" | "试点") && tag.starts_with('v') && tag != "vn" && scan.word(index) == word && {
        let next = scan.word(index + 1);
        !scan.lexicon.cues.is("soft", next) && !scan.lexicon.cues.is("launch", next)
    }
}

/// Whether a verb that sets a system up stands before unit `from`: 健全…机制.
fn is_set_up(scan: &Scan<'_>, from: usize) -> bool {
    from > 0 && scan.lexicon.cues.is("launch_system", scan.word(from - 1))
}

/// Whether a quotation among the modifiers is a political formula or speech.
fn has_trap(scan: &Scan<'_>, from: usize, to: usize) -> bool {
    scan.units[from..to].iter().any(|unit| {
        let Sort::Quote(pair) = unit.sort else { return false };
        is_trap(scan, &scan.text[scan.pairs[pair].inner.clone()], &["doctrine", "phenomenon"])
    })
}
