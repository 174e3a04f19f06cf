//! The edges of a phrase before or behind a number: comparisons, verbs of change, words of exactness.

use super::scan::Quantity;
use super::sentence::Token;
use crate::lexicon::{Dimension, Lexicon, Part};

/// Whether a noun may stand behind a quantity of this kind.
pub(super) fn takes_noun(quantity: &Quantity) -> bool {
    !matches!(quantity.dimension, Some(Dimension::Point | Dimension::Ratio) | None)
}

pub(super) fn after_qualifier<'a, 't>(tokens: &'a [Token<'t>], lexicon: &Lexicon) -> &'a [Token<'t>] {
    let mut tokens = tokens;
    while let Some(first) = tokens.first() {
        let skip = ["about_after", "at_least_after", "at_most_after"].iter().any(|role| lexicon.roles.is(role, first.text))
            || first.text == "的"
                && tokens.len() > 1
                && tokens[1].is_word()
                && !matches!(tokens[1].text, "比例" | "比重" | "速度")
                && !lexicon.roles.is("plan_noun", tokens[1].text);
        if !skip {
            break;
        }
        tokens = &tokens[1..];
    }
    tokens
}

pub(super) fn is_measure(core: &[Token<'_>], last: &Token<'_>, lexicon: &Lexicon) -> bool {
    let _ = core;
    lexicon.roles.at_end("measure_end", last.text).is_some() && last.tag != "v"
        || lexicon.indicators.get(last.text).is_some_and(|form| form.part == Part::Measure)
}

/// Up to the comparison: 一本达线人数|较2022年增加.
pub(super) fn without_comparison<'a, 't>(tokens: &'a [Token<'t>], lexicon: &Lexicon) -> &'a [Token<'t>] {
    let _ = lexicon;
    let at = tokens.iter().enumerate().position(|(index, token)| {
        token.is_word()
            && (matches!(token.text, "比" | "较" | "较之" | "相比" | "同比" | "环比" | "与")
                && tokens.get(index + 1).is_none_or(|next| {
                    !next.is_word()
                        || matches!(
                            next.text,
                            "上" | "去年"
                                | "上年"
                                | "上一年"
                                | "同期"
                                | "上届"
                                | "往年"
                                | "增长"
                                | "增加"
                                | "下降"
                                | "减少"
                                | "提高"
                                | "提升"
                                | "上升"
                                | "全国"
                                | "全省"
                                | "全市"
                                | "全县"
                                | "全区"
                                | "平均"
                                | "平均水平"
                                | "上学期"
                                | "规定"
                                | "五年前"
                                | "三年前"
                                | "前"
                                | "年初"
                                | "改革"
                                | "原来"
                                | "计划"
                                | "目标"
                        )
                })
                || matches!(token.text, "比上" | "较上" | "比上学期" | "较上学期")
                || token.text.starts_with("同比"))
            || !token.is_word() && index > 0 && token.text.starts_with("同比")
    });
    match at {
        // 比上年增加教师200人: the measure stands behind
        Some(at) => &tokens[..at],
        None => tokens,
    }
}

pub(super) fn without_change<'a, 't>(mut tokens: &'a [Token<'t>], change: bool, lexicon: &Lexicon) -> &'a [Token<'t>] {
    if !change {
        return tokens;
    }
    while let Some(last) = tokens.last() {
        let verb = ["increase", "decrease", "change_noun", "about", "over", "nearly", "at_least", "at_most"]
            .iter()
            .any(|role| lexicon.roles.is(role, last.text))
            || matches!(last.text, "了" | "为" | "达" | "普遍" | "平均" | "幅度" | "年均" | "将" | "再" | "共" | "各");
        if !verb {
            break;
        }
        tokens = &tokens[..tokens.len() - 1];
    }
    tokens
}

/// Behind 以…的形式, 采取…的方式: how it was done, not what.
pub(super) fn without_manner<'a, 't>(tokens: &'a [Token<'t>]) -> &'a [Token<'t>] {
    let manner = tokens.windows(2).rposition(|pair| pair[0].text == "的" && matches!(pair[1].text, "形式" | "方式" | "办法" | "标准" | "名义"));
    let opens = |token: &Token<'_>| matches!(token.text, "以" | "采取" | "按" | "按照" | "采用" | "通过");
    match manner {
        Some(at) if at + 2 < tokens.len() && tokens[..at].iter().any(opens) => &tokens[at + 2..],
        _ => tokens,
    }
}

/// Without 提高到, 增加至: what stands before the later of two levels.
pub(super) fn without_arrival<'a, 't>(tokens: &'a [Token<'t>], lexicon: &Lexicon) -> &'a [Token<'t>] {
    let end = tokens.iter().rposition(|token| token.is_word() && !matches!(token.text, "的" | "约" | "近")).map_or(0, |at| at + 1);
    let verb = |text: &str| ["increase", "decrease", "shift"].iter().any(|role| lexicon.roles.is(role, text));
    if end >= 2 && lexicon.roles.is("to", tokens[end - 1].text) && verb(tokens[end - 2].text) {
        return &tokens[..end - 2];
    }
    if end >= 1
        && let Some(stem) = tokens[end - 1].text.strip_suffix(['到', '至'])
        && verb(stem)
    {
        return &tokens[..end - 1];
    }
    tokens
}
