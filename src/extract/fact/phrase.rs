//! Phrases of a clause: what is left of the words when scope, time, adverbs and particles are gone, and where a noun phrase
//! ends and its predicate begins.

use super::name::{NameWord, is_topic};
use super::sentence::Token;
use crate::lexicon::{Lexicon, Part};

/// Cuts words off the left that only lead in: 全市, 目前, 共, times.
pub(super) fn strip_left<'a, 't>(mut tokens: &'a [Token<'t>], lexicon: &Lexicon) -> &'a [Token<'t>] {
    while let Some(first) = tokens.first() {
        if lexicon.indicators.get(first.text).is_some_and(|form| form.part != Part::Filler)
            && !lexicon.roles.is("lead", first.text)
            && !lexicon.roles.is("scope", first.text)
        {
            break;
        }
        let lead = !first.is_word()
            || lexicon.roles.is("scope", first.text)
            || lexicon.roles.is("lead", first.text)
            || matches!(first.text, "、" | "和" | "及" | "之" | "的")
            || first.tag == "ns" && !lexicon.roles.is("topic_head", first.text)
            || (matches!(first.tag, "p" | "c" | "d" | "r" | "t" | "u" | "uj" | "ul" | "f" | "y")
                && !keeps(first.text)
                && lexicon.indicators.get(first.text).is_none());
        if !lead || rest_of_money(tokens, lexicon) {
            break;
        }
        tokens = &tokens[1..];
    }
    tokens
}

/// Cuts words off the right that only lead to the number: 为, 达到, 共有, 约.
pub(super) fn strip_right<'a, 't>(mut tokens: &'a [Token<'t>], lexicon: &Lexicon) -> &'a [Token<'t>] {
    while let Some(last) = tokens.last() {
        let tail = !last.is_word()
            || lexicon.roles.is("tail", last.text)
            || lexicon.roles.is("scope", last.text)
            || (matches!(last.tag, "p" | "c" | "u" | "uj" | "ul" | "d" | "y" | "m" | "q" | "t") && lexicon.indicators.get(last.text).is_none());
        if !tail {
            break;
        }
        tokens = &tokens[..tokens.len() - 1];
    }
    tokens
}

/// 其他教育经费: what is left of the money beside the kinds that were named.
fn rest_of_money(tokens: &[Token<'_>], lexicon: &Lexicon) -> bool {
    matches!(tokens, [first, .., last] if matches!(first.text, "其他" | "其它") && lexicon.roles.at_end("money_end", last.text).is_some())
}

fn keeps(word: &str) -> bool {
    matches!(word, "人均" | "生均" | "户均" | "班均" | "校均" | "师均" | "未" | "无" | "非" | "不" | "总" | "其他")
}

/// The words of a phrase that say something, with their weights. `keep_last` is what is enumerated: the last element (before
/// the number) or the first (behind it).
pub(super) fn words(tokens: &[Token<'_>], keep_last: bool, lexicon: &Lexicon) -> Vec<NameWord> {
    let (tokens, others) = one_of_enumeration(tokens, keep_last, lexicon);
    let mut out: Vec<NameWord> = Vec::new();
    let mut negated = "";
    let mut masked = false;
    for (index, token) in tokens.iter().enumerate() {
        let text = token.text.trim().trim_matches('了');
        // 各种形式的特殊教育学生; 普通高中的生均经费
        let belongs = |token: &Token<'_>| lexicon.roles.is("drop", token.text) || super::name::is_level(token.text, lexicon);
        if text == "的" && index > 0 && belongs(&tokens[index - 1]) {
            continue;
        }
        // 建成后增加学位: when, not what
        let when = tokens.get(index + 1).is_some_and(|next| matches!(next.text, "后" | "之后" | "以后"));
        if text == "共" || token.tag.starts_with('v') && when && index + 2 < tokens.len() {
            continue;
        }
        if matches!(text, "型" | "式" | "性")
            && let Some(last) = out.last_mut()
        {
            last.text.push_str(text);
            continue;
        }
        if matches!(text, "率" | "数" | "量" | "额" | "值" | "费" | "比" | "分")
            && let Some(last) = out.last_mut()
        {
            last.text.push_str(text);
            last.weight = 8;
            continue;
        }
        // D级危房
        if matches!(text, "级" | "类")
            && let Some(last) = out.last_mut().filter(|last| last.text.len() == 1 && last.text.chars().all(|c| c.is_ascii_uppercase()))
        {
            last.text.push_str(text);
            continue;
        }
        // 实际完**数: what was masked says nothing
        if text.contains(['*', '×', '□', '■']) {
            if out.last().is_some_and(|last| last.text.chars().count() == 1) {
                out.pop();
            }
            masked = true;
            continue;
        }
        if std::mem::take(&mut masked) && matches!(text, "率" | "数" | "量" | "额") {
            continue;
        }
        if text.is_empty() || !token.is_word() || matches!(text, "、" | "·" | "—" | "-" | "/" | "“" | "”" | "\"" | "《" | "》") {
            continue;
        }
        // 不足50人的小规模学校
        if text.starts_with(|c: char| c.is_ascii_digit()) && text.ends_with('的') {
            while out
                .last()
                .is_some_and(|last| matches!(last.text.as_str(), "不足" | "不到" | "少于" | "低于" | "超过" | "大于" | "不满" | "学生" | "人数"))
            {
                out.pop();
            }
            continue;
        }
        // 进入前1‰: a rank says nothing of what is measured
        if text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit())
            || matches!(text, "‰" | "%" | "‱")
            || out.is_empty() && matches!(text, "以上" | "以下" | "以内")
        {
            continue;
        }
        // 40岁以下年轻副校长: a name has no number
        let others = |token: &Token<'_>| {
            token.is_word()
                && matches!(token.tag.chars().next(), Some('n' | 'a' | 'b'))
                && !lexicon.roles.is("generic", token.text)
                && !matches!(token.text, "干部" | "专任教师")
        };
        // 35岁以下教师, 50岁以上教师: but where nothing else tells them apart
        if text.starts_with(|c: char| c.is_ascii_digit()) && text.contains('岁') && tokens[index + 1..].iter().any(others) {
            continue;
        }
        // 56人以上的超大班: the noun says it
        if text.starts_with(|c: char| c.is_ascii_digit()) && tokens[index + 1..].iter().any(|token| token.text.contains("大班")) {
            continue;
        }
        // 其他教育经费 is not 教育经费
        if out.is_empty() && rest_of_money(&tokens[index..], lexicon) {
            negated = "其他";
            continue;
        }
        // 未就业 is not 就业
        if matches!(text, "未" | "无" | "非" | "不" | "正在") {
            negated = text;
            continue;
        }
        let known = lexicon.indicators.get(text);
        if known.is_none() && !keeps(text) {
            if lexicon.roles.is("drop", text) || lexicon.roles.is("scope", text) && text.chars().count() > 1 {
                continue;
            }
            let tagged_wrong = matches!(token.tag, "d" | "x" | "o" | "e" | "y")
                && text.chars().count() >= if token.tag == "x" { 2 } else { 3 }
                && text.chars().all(char::is_alphabetic);
            if !tagged_wrong
                && matches!(token.tag, "p" | "c" | "u" | "uj" | "ul" | "uz" | "ug" | "d" | "r" | "y" | "e" | "o" | "x" | "w" | "m" | "q" | "f" | "t")
                && !text.is_ascii()
            {
                let long = text.chars().count() >= 3 && text.chars().any(|c| !"一二三四五六七八九十百千万亿两几多余个".contains(c));
                if !matches!(token.tag, "m" | "q" | "f" | "t") || text.chars().count() < 2 || token.tag == "m" && !long && !text.ends_with('级') {
                    continue;
                }
            }
        }
        let weight = match known.map(|form| form.part) {
            // 生均 is never what may go
            _ if keeps(text) && text.ends_with('均') => 9,
            Some(Part::Topic | Part::Measure) => 8,
            Some(Part::Attribute) => 7,
            Some(Part::Action) => 6,
            Some(Part::Filler) => 1,
            None if text.ends_with('均') && keeps(text) => 8,
            None if lexicon.roles.is("soft", text) => 2,
            None if lexicon.roles.is("topic_head", text) => 6,
            None if lexicon.roles.is("light", text) => 2,
            None if token.tag.starts_with('n') => 5,
            None if token.tag.starts_with('v') => 4,
            None if matches!(token.tag, "a" | "b" | "ad" | "an" | "z") => 3,
            None => 4,
        };
        let weight = if known.is_some() && lexicon.roles.is("soft", text) { 3 } else { weight };
        out.push(NameWord { text: [negated, text].concat(), weight });
        negated = "";
    }
    // 生师比为 as one word
    if keep_last
        && let Some(last) = out.last_mut()
        && let Some(stem) = last.text.strip_suffix(['为', '达']).filter(|stem| stem.ends_with(['比', '率', '数', '额', '量']))
    {
        last.text = stem.to_owned();
    }
    // silent: it only keeps what was left out from passing for the whole
    if others && !out.is_empty() {
        out.insert(usize::from(out[0].weight == 6), NameWord { text: "等".into(), weight: 0 });
    }
    if let Some(last) = out.last_mut().filter(|last| last.weight > 0) {
        last.weight = last.weight.max(8);
    }
    out
}

/// Of a long enumeration one element: A、B和C; and whether others were left out.
fn one_of_enumeration<'t>(tokens: &[Token<'t>], keep_last: bool, lexicon: &Lexicon) -> (Vec<Token<'t>>, bool) {
    let length: usize = tokens.iter().map(|token| token.text.chars().count()).sum();
    let joins = |token: &Token<'_>| matches!(token.text, "、" | "和" | "及" | "以及" | "与");
    let parts = tokens.iter().filter(|token| joins(token)).count();
    if length <= 11 || parts == 0 || parts == 1 && length <= 16 {
        return (tokens.to_vec(), false);
    }
    if keep_last {
        // A、B、C共121名: the first stands for all
        if let Some(all) = tokens.iter().rposition(|token| matches!(token.text, "等"))
            && tokens[..all].iter().any(joins)
            && all + 1 < tokens.len()
        {
            return (tokens[all + 1..].to_vec(), false);
        }
        // keep the leading verb of the whole: 培训小学语文、初中数学骨干教师
        let Some(at) = tokens.iter().rposition(joins) else { return (tokens.to_vec(), false) };
        let mut out: Vec<Token<'t>> = tokens.iter().take(1).filter(|token| token.tag.starts_with('v')).cloned().collect();
        out.extend(tokens[at + 1..].iter().cloned());
        (out, true)
    } else {
        let (Some(at), Some(last)) = (tokens.iter().position(joins), tokens.iter().rposition(joins)) else { return (tokens.to_vec(), false) };
        // 开展中小学、幼儿园教师全员培训: what is done stands behind the last
        let verbs = tokens.iter().take_while(|token| token.tag.starts_with('v')).count();
        if verbs > 0 && at == verbs + 1 && is_topic(tokens[verbs].text, lexicon) && last + 2 < tokens.len() {
            return ([&tokens[..verbs], &tokens[last + 1..]].concat(), true);
        }
        (tokens[..at].to_vec(), true)
    }
}

/// Cuts what stands behind a number into the noun phrase and its predicate.
pub(super) fn noun_and_predicate<'a, 't>(tokens: &'a [Token<'t>], lexicon: &Lexicon) -> (&'a [Token<'t>], &'a [Token<'t>]) {
    let mut at = tokens.len();
    let last_of = tokens.iter().rposition(|token| matches!(token.text, "的"));
    for (index, token) in tokens.iter().enumerate() {
        if !token.is_word() {
            continue;
        }
        let change = token.tag.starts_with('v')
            && index > 0
            && (lexicon.roles.is("increase", token.text) || lexicon.roles.is("decrease", token.text))
            && lexicon.indicators.get(token.text).is_none();
        let predicate =
            change || index == 0 && matches!(token.text, "为" | "给" | "向" | "对" | "把" | "将" | "用") || lexicon.roles.is("predicate", token.text);
        if token.text == "免费" && tokens.get(index + 1).is_some_and(|next| next.tag.starts_with('n')) {
            continue;
        }
        if !predicate {
            continue;
        }
        // a verb inside an attribute: 有三年教学经验的教师; a noun made of it: 建设任务, 招聘计划
        let verbal = matches!(token.tag, "vn" | "n" | "b" | "a" | "nz") && index > 0;
        // 7所新建学校投入使用: how they came about, not what they do
        let built = index == 0
            && lexicon.indicators.get(token.text).is_some_and(|form| form.part == Part::Action)
            && tokens.get(1).is_some_and(|next| next.tag.starts_with('n'))
            && tokens[2..].iter().any(|later| lexicon.roles.is("predicate", later.text));
        if built {
            continue;
        }
        let noun_before = tokens[..index].iter().any(|before| before.tag != "d" && before.tag != "a");
        let attribute =
            !noun_before && last_of.is_some_and(|of| index < of && of + 1 < tokens.len() && !matches!(token.tag, "p" | "d") && of - index <= 8);
        let before_noun = index + 1 < tokens.len() && index > 0 && tokens[index + 1].tag.starts_with('n') && matches!(token.tag, "vn");
        if attribute || before_noun || verbal && index + 1 >= tokens.len() && !matches!(token.text, "受益" | "达标" | "投用") {
            continue;
        }
        if index + 1 < tokens.len() && lexicon.roles.is("plan_noun", tokens[index + 1].text) {
            continue;
        }
        // 12个未实现
        at = if index > 0 && matches!(tokens[index - 1].text, "未" | "没有" | "未能" | "尚未") { index - 1 } else { index };
        break;
    }
    (&tokens[..at], &tokens[at..])
}

/// The part of a predicate that says what happened: up to the next purpose or result.
pub(super) fn predicate<'a, 't>(tokens: &'a [Token<'t>], lexicon: &Lexicon) -> &'a [Token<'t>] {
    let end = tokens
        .iter()
        .enumerate()
        .skip(1)
        .find(|(_, token)| lexicon.roles.is("vp_stop", token.text) && token.tag != "vn")
        .map_or(tokens.len(), |(at, _)| at);
    &tokens[..end]
}

/// The run of verbs that a phrase before a number ends with: 新建、改建, 认定.
pub(super) fn verbs_at_end<'a, 't>(tokens: &'a [Token<'t>], lexicon: &Lexicon) -> &'a [Token<'t>] {
    let mut from = tokens.len();
    while from > 0 {
        let token = &tokens[from - 1];
        let verb = token.is_word()
            && (token.tag.starts_with('v')
                || lexicon.indicators.get(token.text).is_some_and(|form| form.part == Part::Action)
                || matches!(token.text, "、" | "和" | "了") && from < tokens.len() + 1);
        if !verb || lexicon.roles.is("causative", token.text) {
            break;
        }
        from -= 1;
    }
    while from < tokens.len() && matches!(tokens[from].text, "、" | "和" | "了") {
        from += 1;
    }
    &tokens[from..]
}

/// The matter that a clause without numbers is about: 农村义务教育营养改善计划.
pub(super) fn matter(tokens: &[Token<'_>], lexicon: &Lexicon) -> Vec<NameWord> {
    let Some(end) = tokens.iter().rposition(|token| {
        token.is_word()
            && (lexicon.roles.is("topic_head", token.text)
                || is_topic(token.text, lexicon)
                || ["计划", "工程", "行动", "改革", "活动", "培训班", "研修班", "项目"].iter().any(|h| token.text.ends_with(h)))
    }) else {
        return Vec::new();
    };
    let mut from = end;
    let mut length = tokens[end].text.chars().count();
    while from > 0 {
        let token = &tokens[from - 1];
        let stop = !token.is_word()
            || matches!(token.tag, "p" | "c" | "d" | "r" | "u" | "ul" | "uj" | "w" | "x" | "ns" | "f")
                && token.text != "的"
                && lexicon.indicators.get(token.text).is_none()
            || lexicon.roles.is("light", token.text)
            || lexicon.roles.is("scope", token.text)
            || matches!(token.text, "、" | "的" | "了");
        length += token.text.chars().count();
        if stop || length > 12 {
            break;
        }
        from -= 1;
    }
    let words = words(&tokens[from..=end], true, lexicon);
    let length: usize = words.iter().map(|word| word.text.chars().count()).sum();
    if length < 3 || words.len() == 1 && lexicon.indicators.get(&words[0].text).is_some_and(|form| form.part == Part::Action) {
        Vec::new()
    } else {
        words
    }
}
