//! Whether a quantity is done or to be done: by the words of its clause, of the clauses before it, and the section it stands in.

use super::memory::Naming;
use super::row::Reader;
use super::scan::Quantity;
use super::sentence::{Clause, Token};
use crate::lexicon::{Lexicon, Part};
use crate::model::Status;

/// The status of the clauses of a sentence, one each, carried from clause to clause, with the word that says it; `plan` is that
/// of the section, for which no word stands.
pub(super) fn of_clauses<'t>(clauses: &[Clause<'t>], text: &'t str, plan: bool, lexicon: &Lexicon) -> Vec<(Status, Option<&'t str>)> {
    let ahead = clauses.first().and_then(|clause| {
        let words = &text[clause.range()];
        ["下一步", "今后", "接下来", "下一阶段", "新的一年", "明年"].iter().find(|word| words.starts_with(**word)).map(|word| &words[..word.len()])
    });
    let mut base = (if plan || ahead.is_some() { Status::Target } else { Status::Actual }, ahead);
    let mut now = base;
    let mut group = 0;
    let mut out = Vec::new();
    for (index, clause) in clauses.iter().enumerate() {
        // 年度目标:…;完成情况:…
        if clauses.get(index + 1).is_some_and(|next| next.opened == ':')
            && let Some(label) = of_label(&text[clause.range()], lexicon)
        {
            base = (label, Some(&text[clause.range()]));
            now = base;
        }
        if clause.group != group {
            group = clause.group;
            now = base;
        }
        let range = clause.range();
        let words = &text[range];
        let asks = |_: &&str| !["看到", "清醒", "认识到", "主要"].iter().any(|other| words.contains(other));
        let modal = clause.tokens.iter().find(|token| token.is_word() && matches!(token.text, "要" | "须" | "应" | "拟" | "务必"));
        let target = || {
            let strong = || lexicon.roles.find("target_strong", words).filter(|&(at, word)| !is_noun(words, at, word)).map(|(_, word)| word);
            modal.map(|token| token.text).filter(asks).or_else(|| lies_ahead(clause, lexicon)).or_else(|| has_deadline(clause, words)).or_else(strong)
        };
        let actual = lexicon.roles.find("actual_strong", words).map(|(_, word)| word).filter(|_| !words.contains("如期完成"));
        if let Some(word) = actual {
            now = (Status::Actual, Some(word));
        } else if let Some(word) = target() {
            now = (Status::Target, Some(word));
        }
        out.push(now);
    }
    out
}

impl Reader<'_> {
    /// The status of one quantity of a clause: the nouns of plans beside it say more than the clause does. Also whether task and
    /// result stand in one sentence, and what decided it.
    pub(super) fn status(
        &self,
        text: &str,
        q: &Quantity,
        clause: &Clause<'_>,
        plan: bool,
        status: Status,
        naming: &Naming,
    ) -> (Status, bool, &'static str) {
        let range = clause.range();
        let before = &text[range.start..q.range.start];
        let after = &text[q.range.end..range.end.max(q.range.end)];
        let direct = after.trim_start_matches('的');
        if self.lexicon.roles.at_start("plan_noun", direct).is_some()
            && !direct.starts_with("计划生育")
            && !(direct.starts_with("指标") && matches!(q.unit.as_deref(), Some("项" | "个" | "条")))
        {
            return (Status::Target, false, "trace-status-plan-noun");
        }
        // 目标任务(3000个)
        if clause.bracketed {
            let outer = text[..range.start].trim_end_matches(['(', '（']);
            if self.lexicon.roles.at_end("plan_noun", outer).is_some() {
                return (Status::Target, false, "trace-status-bracket");
            }
        }
        let done = !plan && ((before.contains("完成") && !before.contains("如期完成")) || before.contains("超额"));
        if done && naming.task {
            return (Status::Actual, false, "trace-status-task-done");
        }
        if naming.task && !done {
            return (Status::Target, false, "trace-status-task");
        }
        if is_quoted_task(&text[..q.range.start]) {
            return (Status::Target, false, "trace-status-quoted");
        }
        // 对标任务要求,完成率达78%以上: how much of it is done
        let rate = naming.name.words.last().is_some_and(|word| word.text.ends_with("完成率") || word.text.ends_with("开工率"));
        if rate && !plan && status == Status::Target && is_plain(clause, before, self.lexicon) {
            return (Status::Actual, false, "trace-status-task-done");
        }
        if naming.task && status == Status::Target {
            return (Status::Target, true, "trace-status-task");
        }
        (status, false, "")
    }
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
fn lies_ahead<'t>(clause: &Clause<'t>, lexicon: &Lexicon) -> Option<&'t str> {
    let verbal = |token: &Token<'_>| {
        token.is_word()
            && (token.tag.starts_with('v') && token.tag != "vn" || lexicon.indicators.get(token.text).is_some_and(|form| form.part == Part::Action))
    };
    // 计划筛查4.5万人, 年初计划维修12所; not 营养改善计划覆盖12所
    let plans = clause.tokens.iter().enumerate().find(|(at, token)| {
        let free = at.checked_sub(1).is_none_or(|before| {
            let before = &clause.tokens[before];
            !before.is_word() || matches!(before.tag, "d" | "t" | "ns" | "r" | "p" | "c" | "f") || lexicon.roles.is("scope", before.text)
        });
        token.is_word()
            && token.text == "计划"
            && free
            && clause
                .tokens
                .get(at + 1)
                .is_some_and(|next| verbal(next) || next.is_word() && clause.tokens.get(at + 2).is_some_and(|after| after.quantity().is_some()))
    });
    let ahead = |pair: &&[Token<'t>]| {
        let next = &pair[1];
        let verb = next.tag.starts_with('v') && next.tag != "vn" || matches!(next.tag.as_bytes().first(), Some(b'd' | b'p')) || next.tag == "ad";
        pair[0].is_word()
            && (pair[0].text == "将" || pair[0].text == "即将")
            && (next.quantity().is_none()
                && next.is_word()
                && (verb || lexicon.indicators.get(next.text).is_some_and(|form| form.part == Part::Action)))
    };
    plans.map(|(_, token)| token.text).or_else(|| clause.tokens.windows(2).find(ahead).map(|pair| pair[0].text))
}

/// 其余2所10月底前完工: what will be finished by then.
fn has_deadline<'t>(clause: &Clause<'_>, words: &'t str) -> Option<&'t str> {
    let by = ["年底前", "月底前", "月末前", "年末前"].iter().find_map(|word| words.find(word).map(|at| at..at + word.len())).or_else(|| {
        let at = words.find("月前")?;
        words[..at].ends_with(|c: char| c.is_ascii_digit()).then_some(at..at + "月前".len())
    })?;
    let behind = &words[by.end..];
    let finished = !behind.contains('的')
        && ["完工", "完成", "竣工", "建成", "投用", "投入使用", "开工", "交付", "到位", "达到", "达标"].iter().any(|word| behind.contains(word))
        && !clause.tokens.iter().any(|token| matches!(token.text, "了" | "均" | "都"));
    finished.then(|| &words[by])
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
                // 争取中央预算内投资118.5亿元; not 争取完成投资5亿元
                || ["中央", "上级", "国家", "省级", "预算内"].iter().any(|giver| after.starts_with(giver))
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

/// Whether `before` ends inside quotation marks that quote a task: 其中一项指标就是“全市新建幼儿园80所.
fn is_quoted_task(before: &str) -> bool {
    let near = super::scan::tail(before, 60);
    let Some(open) = near.rfind('“').filter(|open| !near[*open..].contains('”')) else { return false };
    let lead = super::scan::tail(&near[..open], 24);
    lead.ends_with(['是', '即', '为', ':']) && ["指标", "任务", "目标", "承诺", "要求"].iter().any(|word| lead.contains(word))
}

/// Whether a clause has no word of its own that looks ahead.
fn is_plain(clause: &Clause<'_>, before: &str, lexicon: &Lexicon) -> bool {
    lies_ahead(clause, lexicon).is_none()
        && lexicon.roles.find("target_strong", before).is_none()
        && !["要", "须", "应"].iter().any(|word| before.contains(word))
}
