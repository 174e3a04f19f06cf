//! Whether a quantity is done or to be done: by the words of its clause, of the clauses before it, and the section it stands in.

use super::sentence::Clause;
use crate::lexicon::{Lexicon, Part};
use crate::model::Status;

/// The status of the clauses of a sentence, one each, carried from clause to clause; `plan` is that of the section.
pub(super) fn of_clauses(clauses: &[Clause<'_>], text: &str, plan: bool, lexicon: &Lexicon) -> Vec<Status> {
    let ahead = clauses
        .first()
        .is_some_and(|clause| ["下一步", "今后", "接下来", "下一阶段", "新的一年", "明年"].iter().any(|word| text[clause.range()].starts_with(word)));
    let mut base = if plan || ahead { Status::Target } else { Status::Actual };
    let mut now = base;
    let mut group = 0;
    let mut out = Vec::new();
    for (index, clause) in clauses.iter().enumerate() {
        // 年度目标:…;完成情况:…
        if clauses.get(index + 1).is_some_and(|next| next.opened == ':')
            && let Some(label) = of_label(&text[clause.range()], lexicon)
        {
            base = label;
            now = base;
        }
        if clause.group != group {
            group = clause.group;
            now = base;
        }
        let range = clause.range();
        let words = &text[range];
        let modal = clause.tokens.iter().any(|token| token.is_word() && matches!(token.text, "要" | "须" | "应" | "拟" | "务必"))
            && !["看到", "清醒", "认识到", "主要"].iter().any(|word| words.contains(word));
        let target = modal
            || lies_ahead(clause, lexicon)
            || has_deadline(clause, words)
            || lexicon.roles.find("target_strong", words).is_some_and(|(at, word)| !is_noun(words, at, word));
        let actual = lexicon.roles.any("actual_strong", words) && !words.contains("如期完成");
        if actual {
            now = Status::Actual;
        } else if target {
            now = Status::Target;
        }
        out.push(now);
    }
    out
}

/// What a label before a colon says of what it leads: 年度目标, 完成情况.
fn of_label(label: &str, lexicon: &Lexicon) -> Option<Status> {
    let label = label.trim();
    if !(2..=8).contains(&label.chars().count()) {
        return None;
    }
    if lexicon.roles.at_end("label_done", label).is_some() {
        return Some(Status::Actual);
    }
    lexicon.roles.at_end("label_plan", label).map(|_| Status::Target)
}

/// 将 of 将建设, 将于, 将新增; not that of 将资金纳入预算.
fn lies_ahead(clause: &Clause<'_>, lexicon: &Lexicon) -> bool {
    let verbal = |token: &super::sentence::Token<'_>| {
        token.is_word()
            && (token.tag.starts_with('v') && token.tag != "vn" || lexicon.indicators.get(token.text).is_some_and(|form| form.part == Part::Action))
    };
    // 计划筛查4.5万人, 年初计划维修12所; not 营养改善计划覆盖12所
    let plans = clause.tokens.iter().enumerate().any(|(at, token)| {
        let free = at.checked_sub(1).is_none_or(|before| {
            let before = &clause.tokens[before];
            !before.is_word() || matches!(before.tag, "d" | "t" | "ns" | "r" | "p" | "c" | "f") || lexicon.roles.is("scope", before.text)
        });
        token.is_word() && token.text == "计划" && free && clause.tokens.get(at + 1).is_some_and(verbal)
    });
    plans
        || clause.tokens.windows(2).any(|pair| {
            let next = &pair[1];
            let verb = next.tag.starts_with('v') && next.tag != "vn" || matches!(next.tag.as_bytes().first(), Some(b'd' | b'p')) || next.tag == "ad";
            pair[0].is_word()
                && (pair[0].text == "将" || pair[0].text == "即将")
                && (next.quantity().is_none()
                    && next.is_word()
                    && (verb || lexicon.indicators.get(next.text).is_some_and(|form| form.part == Part::Action)))
        })
}

/// 其余2所10月底前完工: what will be finished by then.
fn has_deadline(clause: &Clause<'_>, words: &str) -> bool {
    let by = ["年底前", "月底前", "月末前", "年末前"].iter().find_map(|word| words.find(word).map(|at| at + word.len())).or_else(|| {
        let at = words.find("月前")?;
        words[..at].ends_with(|c: char| c.is_ascii_digit()).then_some(at + "月前".len())
    });
    by.is_some_and(|at| {
        let behind = &words[at..];
        !behind.contains('的')
            && ["完工", "完成", "竣工", "建成", "投用", "投入使用", "开工", "交付", "到位", "达到", "达标"].iter().any(|word| behind.contains(word))
    }) && !clause.tokens.iter().any(|token| matches!(token.text, "了" | "均" | "都"))
}

/// Whether a word that looks ahead means something else here.
fn is_noun(text: &str, at: usize, word: &str) -> bool {
    let before = &text[..at];
    let after = &text[at + word.len()..];
    match word {
        // 争取上级资金: what one got
        "争取" => {
            ["资金", "国债", "经费", "补助", "专项债"].iter().any(|money| after.chars().take(12).collect::<String>().contains(money))
                || after.starts_with("项目")
                || after.starts_with("到了")
        }
        // 营养改善计划资金: a name, not what is planned
        _ if word.starts_with("计划") => {
            !before.is_empty()
                && !before
                    .ends_with(['市', '县', '区', '省', '年', '们', '校', '局', '共', '将', '程', '目', '园', '并', '还', '又', '也', '总', '初'])
        }
        _ => false,
    }
}
