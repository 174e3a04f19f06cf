//! One number with several names: 开设率和覆盖率均为100%.

use super::name::{self, Name, NameWord};
use super::phrase;
use super::sentence::{self, Clause};
use crate::lexicon::Lexicon;

/// 开设率和覆盖率均为100%: one number, two names.
pub(super) fn several(name: &Name, clause: &Clause<'_>, token: usize, lexicon: &Lexicon) -> Vec<Name> {
    let tokens = &clause.tokens[..token];
    let Some(all) = tokens.iter().rposition(|t| {
        matches!(t.text, "均" | "都" | "皆" | "均为" | "均达" | "均达到" | "都达" | "均已" | "均实现" | "均超过")
            || t.text.starts_with('均') && t.is_word() && t.text.chars().count() <= 3
    }) else {
        return vec![name.clone()];
    };
    let from = tokens[..all].iter().rposition(|t| t.quantity().is_some()).map_or(0, |at| at + 1);
    let body = phrase::strip_right(phrase::strip_left(&tokens[from..all], lexicon), lexicon);
    let parts: Vec<&[sentence::Token<'_>]> = body.split(|t| matches!(t.text, "、" | "和" | "与" | "及" | "以及")).collect();
    if parts.len() < 2 || parts.iter().any(|part| part.is_empty()) {
        return vec![name.clone()];
    }
    let make = |tokens: &[sentence::Token<'_>]| Name { words: phrase::words(tokens, true, lexicon), ending: name.ending.clone() };
    let names: Vec<Name> = parts.iter().map(|part| make(part)).collect();
    let measured = |name: &Name| name.words.last().is_some_and(|word| lexicon.roles.at_end("measure_end", &word.text).is_some());
    let leveled = |name: &Name| name.words.iter().any(|word| name::is_topic(&word.text, lexicon));
    if names.iter().filter(|name| measured(name)).count() > 1 && names.last().is_some_and(measured) {
        // 管理率、配备率、一键报警和视频监控联网率: what has no measure belongs to the next
        let mut out: Vec<Name> = Vec::new();
        let mut held: Vec<NameWord> = Vec::new();
        for mut name in names {
            if measured(&name) {
                if !held.is_empty() {
                    held.push(NameWord { text: "和".into(), weight: 1 });
                    name.words.splice(0..0, held.drain(..));
                }
                out.push(name);
            } else {
                held.extend(name.words);
            }
        }
        return out;
    }
    // 小学、初中入学率: the measure stands once
    let Some(last) = names.last().filter(|last| measured(last)) else { return vec![name.clone()] };
    // 小学、初中接入互联网学校比例: all behind the level
    let single = |name: &Name| matches!(name.words.as_slice(), [word] if name::is_level(&word.text, lexicon));
    let behind = names[..names.len() - 1].iter().all(single) && name::is_level(&last.words[0].text, lexicon);
    let at = if behind { 1 } else { last.measure_at(lexicon).min(last.words.len().saturating_sub(1)).max(1) };
    let measure = &last.words[at..];
    if !names[..names.len() - 1].iter().all(leveled) {
        return vec![name.clone()];
    }
    names
        .iter()
        .enumerate()
        .map(|(index, it)| {
            let mut it = it.clone();
            if index + 1 < names.len() {
                it.words.extend(measure.iter().cloned());
            }
            it
        })
        .collect()
}
