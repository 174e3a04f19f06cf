//! Quantities: a numeral with its unit, ranges and ratios. What they measure is found elsewhere.

use std::ops::Range;

use super::{mask, numeral, odd, slip};
use crate::extract::Passage;
use crate::lexicon::{Dimension, Guard, Lexicon, Unit};
use crate::model::Reason;

/// Which end of a range a quantity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Low,
    High,
}

/// A numeral with its unit. Ranges are bytes of the view.
#[derive(Debug, Clone)]
pub(super) struct Quantity {
    pub range: Range<usize>,
    pub value: f64,
    pub decimals: u8,
    /// `None` where nothing that counts stands behind it.
    pub unit: Option<String>,
    pub dimension: Option<Dimension>,
    /// The word that ends the name of an indicator counted in this unit.
    pub ending: String,
    pub over: bool,
    pub end: Option<End>,
    pub han: bool,
    /// It tells which things are counted and is no quantity itself: 600分以上87人. To where it reaches.
    pub attribute: Option<usize>,
    /// Its numeral was mended: a blank inside it, a letter for a digit.
    pub mended: bool,
}

type Masks = [(Range<usize>, Reason)];

/// The quantities of a passage in order, and the numerals that are none.
pub(super) fn find(passage: &Passage, masks: &Masks, lexicon: &Lexicon) -> (Vec<Quantity>, Vec<(Range<usize>, Reason)>) {
    let text = passage.view.text();
    let mut out: Vec<Quantity> = Vec::new();
    let mut left = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let Some(c) = text[at..].chars().next() else { break };
        if let Some(it) = slip::at(text, at, masks, lexicon)
            && let Ok(quantity) = single(text, &it, passage, lexicon)
        {
            at = quantity.range.end.max(it.range.end);
            out.push(Quantity { mended: true, ..quantity });
            continue;
        }
        if let Some((none, end)) = nobody(text, at, masks, lexicon) {
            out.push(none);
            at = end;
            continue;
        }
        let begins = c.is_ascii_digit()
            || (numeral::is_minus(c) || c == '+') && is_sign(text, at, out.last(), lexicon)
            || "一二两三四五六七八九十百千万".contains(c);
        let Some(it) = begins.then(|| signed(text, at)).flatten() else {
            at += c.len_utf8();
            continue;
        };
        if let Some(reason) = mask::covering(masks, &it.range) {
            if !it.han || lexicon.units.at_start(&text[it.range.end..]).is_some() {
                left.push((it.range.clone(), reason));
            }
            at = it.range.end;
            continue;
        }
        if let Some(end) = odd::reach(text, &it, masks) {
            if !it.han || lexicon.units.at_start(&text[end..]).is_some() {
                left.push((it.range.start..end, Reason::Unread));
            }
            at = end;
            continue;
        }
        // 三分之一: a share that no decimal holds
        if it.han
            && let Some(whole) = text[it.range.end..].strip_prefix("分之").and_then(|rest| numeral::at(text, text.len() - rest.len()))
        {
            left.push((it.range.start..whole.range.end, Reason::Unread));
            at = whole.range.end;
            continue;
        }
        let named = text[..at].ends_with(|p: char| p.is_ascii_alphabetic() || p == '_' || p == '.')
            || text[it.range.end..].starts_with(|n: char| n.is_ascii_alphabetic()) && lexicon.units.at_start(&text[it.range.end..]).is_none();
        if named {
            left.push((it.range.clone(), Reason::Name));
            at = it.range.end;
            continue;
        }
        if !it.han
            && let Some(end) = malformed(text, at)
        {
            left.push((at..end, Reason::Unread));
            at = end;
            continue;
        }
        if let Some((quantity, next)) = ratio(text, &it) {
            out.push(quantity);
            at = next;
            continue;
        }
        // 5.8:4.2: of two parts none is the unit
        let colon = text[it.range.end..].strip_prefix([':', '∶']).filter(|rest| !it.han && rest.starts_with(|c: char| c.is_ascii_digit()));
        if let Some(other) = colon.and_then(|rest| numeral::at(text, text.len() - rest.len()))
            && lexicon.units.at_start(&text[other.range.end..]).is_none()
        {
            left.push((it.range.start..other.range.end, Reason::Unread));
            at = other.range.end;
            continue;
        }
        if let Some((low, high, next)) = pair(text, &it, masks, lexicon) {
            out.push(low);
            out.push(high);
            at = next;
            continue;
        }
        let next = it.range.end;
        match single(text, &it, passage, lexicon) {
            Ok(quantity) => {
                at = quantity.range.end.max(next);
                out.push(quantity);
            }
            Err(Some(reason)) => {
                left.push((it.range.clone(), reason));
                at = next;
            }
            Err(None) => at = next,
        }
    }
    shared_units(text, &mut out);
    attributes(text, &mut out, lexicon);
    (out, left)
}

/// 无一名学生辍学, 没有一人掉队: none of them. 无一例外 counts nothing, nor does what shall not be (确保无一人失学).
fn nobody(text: &str, at: usize, masks: &Masks, lexicon: &Lexicon) -> Option<(Quantity, usize)> {
    let lead = ["无一", "没有一"].into_iter().find(|lead| text[at..].starts_with(lead))?;
    let one = at + lead.len() - "一".len();
    let rest = &text[at + lead.len()..];
    let unit = ["名", "人", "生", "例", "起", "所"].into_iter().find(|unit| rest.starts_with(unit))?;
    let end = at + lead.len() + unit.len();
    let before = tail(&text[..at], 60);
    let sentence = before.rfind(['。', ';', '!']).map_or(before, |mark| &before[mark..]);
    let demanded = ["确保", "力争", "要", "坚决", "保证", "实现", "做到", "努力"].iter().any(|word| sentence.contains(word));
    if text[end..].starts_with("外") || demanded || mask::covering(masks, &(one..end)).is_some() && !text[end..].starts_with(['事', '案', '安', '责'])
    {
        return None;
    }
    let known = lexicon.units.get(if unit == "生" { "名" } else { unit })?;
    let quantity = Quantity {
        range: one..end,
        value: 0.0,
        decimals: 0,
        unit: Some(known.canonical.clone()),
        dimension: Some(known.dimension),
        ending: known.ending.clone(),
        over: false,
        end: None,
        han: true,
        attribute: None,
        mended: false,
    };
    Some((quantity, end))
}

/// Whether people are counted behind a numeral without a counter: 6997中小学在校生; not 2023学生.
fn counts_people(rest: &str, it: &numeral::Numeral) -> bool {
    let levels = ["中小学", "小学", "初中", "高中", "普通高中", "幼儿园", "农村", "贫困"];
    let level = levels.into_iter().find_map(|level| rest.strip_prefix(level)).unwrap_or(rest);
    let year = (1900.0..2100.0).contains(&it.value);
    it.decimals == 0
        && it.value >= 10.0
        && !year
        && ["在校生", "在校学生", "在园幼儿", "专任教师", "教职工", "毕业生", "寄宿生"].iter().any(|who| level.starts_with(who))
}

/// Where a run of digits that is no number ends: 1.2.3, 3,21,4.
fn malformed(text: &str, at: usize) -> Option<usize> {
    let run = &text[at..];
    let length = run.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ',')).unwrap_or(run.len());
    let run = run[..length].trim_end_matches(['.', ',']);
    let points = run.matches('.').count();
    let groups: Vec<&str> = run.split('.').next().unwrap_or_default().split(',').collect();
    let torn = groups.len() > 2 && groups[1..].iter().any(|group| group.len() != 3) && groups.iter().any(|group| group.len() < 3);
    let mixed = run.split_once('.').is_some_and(|(_, fraction)| fraction.contains(','));
    (points > 1 || torn && !mixed).then_some(at + run.len())
}

/// The numeral at `at`, a plus before it within its range.
fn signed(text: &str, at: usize) -> Option<numeral::Numeral> {
    let plus = usize::from(text[at..].starts_with('+'));
    let it = numeral::at(text, at + plus).filter(|it| plus == 0 || !it.han && it.value >= 0.0)?;
    Some(numeral::Numeral { range: at..it.range.end, ..it })
}

/// Whether the dash at `at` is the sign of the number behind it: 增长-3.1%, (-3.1%), 、-0.4个百分点 after another one. A dash
/// between two numbers, or between a word and its number, is none.
fn is_sign(text: &str, at: usize, last: Option<&Quantity>, lexicon: &Lexicon) -> bool {
    let before = text[..at].trim_end_matches(' ');
    let Some(it) = signed(text, at) else { return false };
    let rate = text[it.range.end..].trim_start_matches(' ').starts_with('%')
        || unit_after(text, it.range.end, lexicon).is_some_and(|(_, unit)| matches!(unit.dimension, Dimension::Percent | Dimension::Point));
    if before.ends_with(['长', '降', '为', '加', '少', '升']) {
        return true;
    }
    let grown = |list: &str| ["增幅", "增长", "增速", "涨幅"].iter().any(|word| tail(list, 40).contains(word));
    let listed = before
        .strip_suffix(['、', ',', '和'])
        .is_some_and(|list| last.is_some_and(|last| (last.value < 0.0 || grown(list)) && last.range.end == list.len()));
    rate && (before.ends_with(['(', '幅', '速', '化', '是', ':', '达']) || listed)
}

/// 提高0.6、3.2和1.5个百分点: the unit of rates stands once, behind the last.
fn shared_units(text: &str, quantities: &mut [Quantity]) {
    for index in (1..quantities.len()).rev() {
        let (before, last) = quantities.split_at_mut(index);
        let (Some(one), Some(last)) = (before.last_mut(), last.first()) else { continue };
        let rate = matches!(last.dimension, Some(Dimension::Percent | Dimension::Point));
        let joined = matches!(text.get(one.range.end..last.range.start), Some("、" | "和" | "及" | "与"));
        // 3.1个、1.9个和1.4个百分点
        let counted = one.unit.as_deref() == Some("个") && one.decimals > 0 && last.dimension == Some(Dimension::Point);
        if (one.unit.is_none() || counted) && !one.han && rate && joined {
            one.unit.clone_from(&last.unit);
            one.dimension = last.dimension;
            one.ending.clone_from(&last.ending);
        }
    }
}

/// Marks the quantities that only narrow what another one counts: 600分以上87人, 56人以上大班额, 40岁以下年轻干部21名.
fn attributes(text: &str, quantities: &mut [Quantity], lexicon: &Lexicon) {
    for index in 0..quantities.len() {
        let q = &quantities[index];
        // 连续4年超过90万人: how long, not how much
        if q.dimension == Some(Dimension::Time) {
            let before = tail(&text[..q.range.start], 12);
            let measured = lexicon.roles.any("duration", before) || ["增加", "减少", "提高", "延长", "缩短"].iter().any(|word| before.contains(word));
            if q.han || !measured {
                quantities[index].attribute = Some(q.range.start);
            }
            continue;
        }
        let after = &text[q.range.end..];
        // 学生不足50人的小规模学校38所
        if matches!(q.dimension, Some(Dimension::Person | Dimension::Area | Dimension::Count))
            && let Some(rest) = after.strip_prefix('的')
            && ["不足", "不到", "少于", "低于", "超过", "大于", "不满"].iter().any(|bound| text[..q.range.start].ends_with(bound))
            && quantities.get(index + 1).is_some_and(|next| {
                let between = &text[text.len() - rest.len()..next.range.start.max(text.len() - rest.len())];
                !between.contains([',', ';', '。', '、', ':']) && between.chars().count() <= 16
            })
        {
            quantities[index].attribute = Some(text.len() - rest.len());
            continue;
        }
        // 增长率超过5%的市有4个: which ones they are
        let limit = ["超过", "高于", "低于", "不足", "大于", "小于", "超"].iter().any(|word| text[..q.range.start].ends_with(word));
        if q.dimension == Some(Dimension::Percent) && limit && after.starts_with('的') {
            let reach = quantities.get(index + 1).map_or("", |next| &text[q.range.end..next.range.start.max(q.range.end)]);
            if reach.chars().count() <= 8 && reach.ends_with(['有', '共', '为', '达']) && !reach.contains([',', '。', ';']) {
                quantities[index].attribute = Some(q.range.end);
                continue;
            }
        }
        let Some(bound) = ["及以上", "及以下", "以上", "以下", "以内"].into_iter().find(|bound| after.starts_with(bound)) else {
            continue;
        };
        let rest = after[bound.len()..].trim_start_matches('的');
        // 大班额(56人及以上)占比: what the bracket says of the noun before it
        if rest.starts_with(')') && text[..q.range.start].ends_with('(') && q.dimension == Some(Dimension::Person) {
            let end = q.range.end + bound.len();
            quantities[index].attribute = Some(end);
            continue;
        }
        let is_mark = |c: char| matches!(c, ',' | ';' | '。' | '、' | '!' | '?' | ')' | ':');
        if rest.is_empty() || rest.starts_with(is_mark) || q.end.is_some() {
            continue;
        }
        let from = text.len() - rest.len();
        let later = quantities.get(index + 1).is_some_and(|next| !text[from..next.range.start.max(from)].contains(is_mark));
        let bare = text[..q.range.start].ends_with([',', '。', '、', ';', '中', '将', '有', '校', '除']) || q.range.start == 0;
        let marks = match q.dimension {
            Some(Dimension::Age) => true,
            Some(Dimension::Percent | Dimension::Point | Dimension::Ratio) | None => false,
            Some(Dimension::Person) => later || bare && rest.chars().next().is_some_and(|c| !"参到赴获受在被为".contains(c)),
            Some(_) => later,
        };
        if marks {
            let end = q.range.end + bound.len();
            quantities[index].attribute = Some(end);
        }
    }
}

/// Behind a numeral: the unit with the blank before it.
fn unit_after<'a>(text: &str, at: usize, lexicon: &'a Lexicon) -> Option<(usize, &'a crate::lexicon::Unit)> {
    let rest = &text[at..];
    let blank = rest.len() - rest.trim_start_matches(' ').len();
    let (length, unit) = lexicon.units.at_start(&rest[blank..])?;
    // 3000余师生 are not 3000师
    let noun = lexicon.roles.at_start("not_unit", &rest[blank..]).is_some_and(|noun| noun.len() > length);
    (!noun).then_some((at + blank + length, unit))
}

/// A numeral and its unit as a quantity.
fn counted(it: &numeral::Numeral, range: Range<usize>, unit: &Unit) -> Quantity {
    Quantity {
        range,
        value: it.value,
        decimals: it.decimals,
        unit: Some(unit.canonical.clone()),
        dimension: Some(unit.dimension),
        ending: unit.ending.clone(),
        over: it.over,
        end: None,
        han: it.han,
        attribute: None,
        mended: false,
    }
}

fn single(text: &str, it: &numeral::Numeral, passage: &Passage, lexicon: &Lexicon) -> Result<Quantity, Option<Reason>> {
    if it.percent {
        return Ok(Quantity {
            range: it.range.clone(),
            value: it.value,
            decimals: it.decimals,
            unit: Some("%".into()),
            dimension: Some(Dimension::Percent),
            ending: "占比".into(),
            over: it.over,
            end: None,
            han: it.han,
            attribute: None,
            mended: false,
        });
    }
    // 投入1.8个亿: spoken money
    if let Some(rest) = ["个亿", "个多亿"].iter().find_map(|word| text[it.range.end..].strip_prefix(word))
        // 6000个亿元以上项目: how large each is
        && lexicon.roles.at_start("size_of_each", rest.strip_prefix('元').unwrap_or(rest)).is_none()
        && let Some(unit) = lexicon.units.get("元")
    {
        let end = text.len() - rest.strip_prefix('元').unwrap_or(rest).len();
        return Ok(Quantity {
            value: numeral::scaled(&text[it.range.clone()], 8).unwrap_or(it.value * 1e8),
            decimals: it.decimals.saturating_sub(8),
            ..counted(it, it.range.start..end, unit)
        });
    }
    if let Some(people) = people(text, it, lexicon).filter(|_| !it.han) {
        return Ok(people);
    }
    let Some((end, unit)) = unit_after(text, it.range.end, lexicon) else {
        if it.han {
            return large_noun(text, it, lexicon).ok_or(None);
        }
        if let Some((unit, scale)) = unit_in_brackets(&text[..it.range.start], lexicon) {
            return Ok(Quantity {
                value: numeral::scaled(&text[it.range.clone()], scale).unwrap_or(it.value * 10f64.powi(scale as i32)),
                decimals: it.decimals.saturating_sub(scale as u8),
                ..counted(it, it.range.clone(), unit)
            });
        }
        // 学校6997中小学在校生: the counter was lost; who is counted says it
        if let Some(unit) = lexicon.units.get("人").filter(|_| counts_people(&text[it.range.end..], it)) {
            return Ok(Quantity { mended: true, ..counted(it, it.range.clone(), unit) });
        }
        // 达到 8 6 .5%: a number in pieces
        let torn = text[it.range.end..].strip_prefix(' ').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || c == '.'));
        if torn {
            return Err(Some(Reason::Unread));
        }
        return Ok(Quantity {
            range: it.range.clone(),
            value: it.value,
            decimals: it.decimals,
            unit: None,
            dimension: None,
            ending: String::new(),
            over: it.over,
            end: None,
            han: false,
            attribute: None,
            mended: false,
        });
    };
    if it.han {
        han_counts(text, it, end, unit.guard, passage, lexicon)?;
    }
    // 分别高于全省2.2个和3.7个百分点: the unit stands whole once
    let points = text[end..].strip_prefix(['和', '、', '与']).filter(|_| &text[it.range.end..end] == "个" && it.decimals > 0).and_then(|rest| {
        let other = numeral::at(rest, 0)?;
        rest[other.range.end..].starts_with("个百分点").then(|| lexicon.units.get("百分点")).flatten()
    });
    let unit = points.unwrap_or(unit);
    // 项 of 项目, 级 of 级别 and the like: the classifier is the noun's own first character
    let mut range = it.range.start..end;
    let mut over = it.over;
    let rest = &text[end..];
    if let Some(after) = rest.strip_prefix('余')
        && unit.dimension != Dimension::Person
    {
        range.end = text.len() - after.len();
        over = true;
    }
    Ok(Quantity {
        range,
        value: it.value,
        decimals: it.decimals,
        unit: Some(unit.canonical.clone()),
        dimension: Some(unit.dimension),
        ending: unit.ending.clone(),
        over,
        end: None,
        han: it.han,
        attribute: None,
        mended: false,
    })
}

/// 学校数(所):1256
fn unit_in_brackets<'a>(before: &str, lexicon: &'a Lexicon) -> Option<(&'a crate::lexicon::Unit, u32)> {
    let body = before.trim_end_matches([':', '：', ' ', '为', '达']).strip_suffix(')')?;
    // no unit is longer
    let body = &body[body.ceil_char_boundary(body.len().saturating_sub(60))..];
    let open = body.rfind('(')?;
    let inside = body[open + 1..].trim().trim_start_matches("单位:");
    let (scale, form) = [("万", 4), ("亿", 8), ("千", 3), ("百", 2)]
        .into_iter()
        .find_map(|(word, power)| inside.strip_prefix(word).map(|form| (power, form)))
        .unwrap_or((0, inside));
    lexicon.units.get(form).map(|unit| (unit, scale))
}

/// 九大教育集团: a numeral before 大 and what was founded.
fn large_noun(text: &str, it: &numeral::Numeral, lexicon: &Lexicon) -> Option<Quantity> {
    let rest = text[it.range.end..].strip_prefix('大')?;
    let before = &text[..it.range.start];
    if it.value < 2.0 || it.value > 99.0 || !lexicon.roles.any("found", tail(before, 4)) || lexicon.roles.at_start("slogan_noun", rest).is_some() {
        return None;
    }
    Some(Quantity {
        range: it.range.start..it.range.end + "大".len(),
        value: it.value,
        decimals: 0,
        unit: Some("个".into()),
        dimension: Some(Dimension::Count),
        ending: "数".into(),
        over: it.over,
        end: None,
        han: true,
        attribute: None,
        mended: false,
    })
}

/// 20余万儿童, 1.2万师生, 2.3万家庭: people and households without a counter; 14.9万入: 人 misread, never sure.
fn people(text: &str, it: &numeral::Numeral, lexicon: &Lexicon) -> Option<Quantity> {
    let rest = &text[it.range.end..];
    // 2023毕业生 is a year's
    let is_year = (1900.0..2100.0).contains(&it.value) && !it.over;
    let large = text[it.range.clone()].contains(['万', '百', '千']) || it.over || it.value >= 100.0 && !is_year;
    let ends = |rest: &str| rest.is_empty() || rest.starts_with([',', '。', ';', '、', ')', '!']);
    let slip = rest.strip_prefix('入').map(|behind| behind.strip_prefix('次').unwrap_or(behind)).filter(|behind| ends(behind));
    let unit = match slip {
        Some(behind) => lexicon.units.get(if rest.len() - behind.len() > '入'.len_utf8() { "人次" } else { "人" })?,
        None if large && lexicon.roles.at_start("uncounted", rest).is_some() => lexicon.units.get("人")?,
        None if large && lexicon.roles.at_start("households", rest).is_some() => lexicon.units.get("户")?,
        None => return None,
    };
    let end = slip.map_or(it.range.end, |behind| text.len() - behind.len());
    Some(Quantity { mended: slip.is_some(), ..counted(it, it.range.start..end, unit) })
}

/// Whether a Han numeral before a unit counts something.
fn han_counts(text: &str, it: &numeral::Numeral, end: usize, guard: Guard, passage: &Passage, lexicon: &Lexicon) -> Result<(), Option<Reason>> {
    let before = &text[..it.range.start];
    let rest = &text[end..];
    if guard == Guard::Digits {
        return Err(Some(Reason::Unread));
    }
    let word = &text[it.range.clone()];
    // 万名教师, 千亿产业: an order of magnitude, no number
    if !it.over && word != "十" && word.chars().all(|c| "十百千万亿".contains(c)) {
        return Err(Some(Reason::Slogan));
    }
    // doubled classifiers and the like: 一首首, 一个个
    let classifier = text[it.range.end..end].trim();
    if rest.starts_with(classifier) && !classifier.is_empty() {
        return Err(Some(Reason::Slogan));
    }
    // 三项改革, 四个重点: a figure of speech
    if lexicon.roles.at_start("slogan_noun", rest).is_some() {
        return Err(Some(Reason::Slogan));
    }
    if guard != Guard::Any && it.value <= 1.0 && lexicon.roles.at_end("counted_one", before).is_none() {
        return Err(Some(Reason::Slogan));
    }
    // inside a longer word
    let from = passage.words.partition_point(|word| word.range.end <= it.range.start);
    for word in passage.words[from..].iter().take_while(|word| word.range.start < it.range.end) {
        let longer = word.range.start < it.range.start || word.range.end > end && word.tag != "m";
        // 十所并入学校: a word that is only guessed hides nothing
        if longer && lexicon.jieba.has_word(&text[word.range.clone()]) {
            return Err(Some(Reason::Name));
        }
    }
    // 第一第二 without 第: 三中, 一级; a school's number
    let raised = before.ends_with("提高") || before.ends_with("最高") || before.ends_with("增高");
    if before.ends_with(['第', '高', '初', '周', '礼', '拜', '之', '其']) && !raised {
        return Err(Some(Reason::Ordinal));
    }
    Ok(())
}

/// The last `n` characters.
pub(super) fn tail(text: &str, n: usize) -> &str {
    let at = text.char_indices().rev().nth(n.saturating_sub(1)).map_or(0, |(at, _)| at);
    &text[at..]
}

/// `18.6:1`
fn ratio(text: &str, it: &numeral::Numeral) -> Option<(Quantity, usize)> {
    if it.han || it.value <= 0.0 {
        return None;
    }
    let rest = text[it.range.end..].strip_prefix([':', '∶', '：'])?;
    let other_at = text.len() - rest.len();
    if !rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let other = numeral::at(text, other_at)?;
    let (value, decimals, unit) = if other.value == 1.0 {
        (it.value, it.decimals, ":1")
    } else if it.value == 1.0 {
        (other.value, other.decimals, "1:")
    } else {
        return None;
    };
    let end = other.range.end;
    let quantity = Quantity {
        range: it.range.start..end,
        value,
        decimals,
        unit: Some(unit.into()),
        dimension: Some(Dimension::Ratio),
        ending: String::new(),
        over: false,
        end: None,
        han: false,
        attribute: None,
        mended: false,
    };
    Some((quantity, end))
}

/// `10—15个`, `95%至98%`, `3万至5万元`
fn pair(text: &str, it: &numeral::Numeral, masks: &Masks, lexicon: &Lexicon) -> Option<(Quantity, Quantity, usize)> {
    let first_unit = unit_after(text, it.range.end, lexicon);
    let mut after_first = first_unit.map_or(it.range.end, |(end, _)| end);
    let mut rest = &text[after_first..];
    let dash = |rest: &str| rest.chars().next().filter(|c| "-—–~～至到".contains(*c)).map(char::len_utf8);
    if first_unit.is_some() && dash(rest).is_none() {
        after_first = it.range.end;
        rest = &text[after_first..];
    }
    let length = dash(rest)?;
    let mut second_at = after_first + length;
    while let Some(more) = text[second_at..].chars().next().filter(|c| "-—–~～".contains(*c)) {
        second_at += more.len_utf8();
    }
    let c = text[second_at..].chars().next()?;
    if !(c.is_ascii_digit() || it.han && "一二两三四五六七八九十".contains(c)) {
        return None;
    }
    let second = numeral::at(text, second_at)?;
    if second.han != it.han || mask::covering(masks, &second.range).is_some() {
        return None;
    }
    let (end, unit) = if second.percent { (second.range.end, lexicon.units.get("%")?) } else { unit_after(text, second.range.end, lexicon)? };
    if it.han && unit.guard == Guard::Digits {
        return None;
    }
    let mut low = it.value;
    let mut low_decimals = it.decimals;
    if it.scale == 0 && second.scale > 0 && first_unit.is_none() {
        low *= 10f64.powi(i32::try_from(second.scale).ok()?);
        low_decimals = low_decimals.saturating_sub(u8::try_from(second.scale).ok()?);
    }
    if low >= second.value || first_unit.is_some_and(|(_, first)| first.canonical != unit.canonical) {
        return None;
    }
    // 由46%到52% is a pair of levels, not a range
    if matches!(text[after_first..].chars().next(), Some('到' | '至')) && text[..it.range.start].ends_with(['由', '从']) {
        return None;
    }
    let make = |range: Range<usize>, value: f64, decimals: u8, end: End| Quantity {
        range,
        value,
        decimals,
        unit: Some(unit.canonical.clone()),
        dimension: Some(unit.dimension),
        ending: unit.ending.clone(),
        over: false,
        end: Some(end),
        han: it.han,
        attribute: None,
        mended: false,
    };
    let low = make(it.range.start..after_first, low, low_decimals, End::Low);
    let high = make(second_at..end, second.value, second.decimals, End::High);
    Some((low, high, end))
}
