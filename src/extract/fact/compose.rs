//! What a number measures: a name made from the words of its clause, never cut out of the text.
//!
//! Two word orders rule Chinese reports: the measure before the number (在校学生数12786人) and the number before the noun
//! (新建4所公办幼儿园). What a clause leaves out comes from the clause before it.

use super::name::{Name, NameWord};
use super::phrase;
use super::scan::{End, Quantity};
use super::sentence::{Clause, Token};
use crate::lexicon::{Dimension, Lexicon};

/// How a name was found.
#[derive(Debug, Clone)]
pub(super) struct Naming {
    pub name: Name,
    pub rules: Vec<&'static str>,
    /// How much of it was guessed.
    pub doubt: u8,
    /// Taken over from the row before: the same measure.
    pub same: bool,
    /// The noun phrase behind or before the number ends in 任务 and the like.
    pub task: bool,
    /// What was done, where it stands behind the noun.
    pub action: Vec<NameWord>,
}

/// A named quantity of before, for what later clauses leave out.
#[derive(Debug, Clone)]
pub(super) struct Named {
    pub name: Name,
    pub dimension: Option<Dimension>,
    pub unit: Option<String>,
    pub sentence: usize,
    pub clause: usize,
    pub group: usize,
    /// The noun alone, where the number stood before it: 公办幼儿园 of 新建4所公办幼儿园.
    pub noun: Vec<NameWord>,
    /// The verb alone, where the number stood before its noun.
    pub verb: Vec<NameWord>,
    /// What was done, where it stood behind the noun.
    pub action: Vec<NameWord>,
    pub part: bool,
    /// It stood in a list: 小学8所、初中3所.
    pub listed: bool,
    pub change: bool,
    pub row: usize,
}

/// What is remembered while reading a block.
#[derive(Debug, Clone, Default)]
pub(super) struct Memory {
    /// Named quantities of this block, oldest first.
    pub named: Vec<Named>,
    /// The last matter that a clause without numbers was about, and where.
    pub matter: Option<(Vec<NameWord>, usize, usize)>,
    /// The measure that a list is headed with: 生均一般公共预算教育经费增长情况为:
    pub list_head: Option<Vec<NameWord>>,
    /// In the parts that 其中 opened: sentence and group.
    pub part_of: Option<(usize, usize, Named)>,
}

impl Memory {
    pub(super) fn last(&self) -> Option<&Named> {
        self.named.last()
    }

    /// The last row that is no part of another and no change.
    pub(super) fn head(&self) -> Option<&Named> {
        self.named.iter().rev().find(|named| !named.part && !named.change)
    }
}

/// The place of a quantity in its clause.
pub(super) struct At<'a, 't> {
    pub clauses: &'a [Clause<'t>],
    pub clause: usize,
    pub sentence: usize,
    /// Index of its token.
    pub token: usize,
    pub quantity: &'a Quantity,
    /// It is a change, by these words before it.
    pub change: bool,
    /// The earlier of two levels.
    pub low: bool,
    /// A time directly before it, or the later end of a from–to pair: the measure is the same as the one before.
    pub again: bool,
}

impl<'t> At<'_, 't> {
    fn tokens(&self) -> &[Token<'t>] {
        &self.clauses[self.clause].tokens
    }

    fn before(&self) -> &[Token<'t>] {
        let tokens = &self.tokens()[..self.token];
        let from = tokens.iter().rposition(|token| token.quantity().is_some()).map_or(0, |at| at + 1);
        &tokens[from..]
    }

    fn after(&self) -> &[Token<'t>] {
        let skip = usize::from(self.quantity.end == Some(End::Low));
        let tokens = self.tokens().get(self.token + 1 + skip..).unwrap_or_default();
        let to = tokens.iter().position(|token| token.quantity().is_some()).unwrap_or(tokens.len());
        &tokens[..to]
    }

    /// All behind it to the end of the clause, later quantities left out.
    fn rest(&self) -> Vec<Token<'t>> {
        self.tokens()[self.token + 1..].iter().filter(|token| token.quantity().is_none()).cloned().collect()
    }
}

fn ending(quantity: &Quantity) -> String {
    quantity.ending.clone()
}

/// The name of what `at` measures.
pub(super) fn name(at: &At<'_, '_>, memory: &Memory, lexicon: &Lexicon) -> Naming {
    let before = without_comparison(at.before(), lexicon);
    let before = without_change(before, at.change, lexicon);
    let before = without_arrival(before, lexicon);
    let core = phrase::strip_right(phrase::strip_left(before, lexicon), lexicon);
    if let Some(each) = distributed(at, memory, lexicon) {
        return each;
    }
    let silent = phrase::words(core, true, lexicon).iter().all(|word| matches!(word.text.as_str(), "年均" | "平均" | "同比" | "环比" | "累计" | "实际" | "名义"));
    if (at.change || at.again || at.low && at.clauses[at.clause].opened != '。')
        && silent
        && let Some(last) = antecedent(at, memory)
    {
        return Naming { name: last.name.clone(), rules: vec![if at.change { "增减承上" } else { "同项两期" }], doubt: u8::from(last.sentence != at.sentence), same: true, task: false, action: Vec::new() };
    }
    if let Some(share) = share(at, memory, lexicon) {
        return share;
    }
    let tail = after_qualifier(at.after(), lexicon);
    let (noun, predicate) = phrase::noun_and_predicate(tail, lexicon);
    let measured = core.last().is_some_and(|token| is_measure(core, token, lexicon));
    let noun_words = if takes_noun(at.quantity) { phrase::words(noun, false, lexicon) } else { Vec::new() };
    let changes = tail.first().is_some_and(|token| ["increase", "decrease"].iter().any(|role| lexicon.roles.is(role, token.text.trim_end_matches(['到', '至']))) || lexicon.roles.is("shift", token.text) || token.text.starts_with("提高") || token.text.starts_with("增加到"));
    let starts_of = changes || tail.first().is_some_and(|token| matches!(token.text, "的" | "、" | "和" | "及" | "到" | "至" | "以"));
    // 选拔副校长21名充实人才库: the noun stands before, a verb behind
    let verb_behind = core.last().is_some_and(|token| token.tag.starts_with('n')) && tail.first().is_some_and(|token| token.tag == "v");
    if !at.change && !measured && !verb_behind && !noun_words.is_empty() && !starts_of {
        return number_first(at, core, noun, memory, lexicon);
    }
    if let Some(relative) = relative(at, lexicon) {
        return relative;
    }
    let mut core_words = phrase::words(core, true, lexicon);
    // 选派校长、教师共121名: the first of them stands for all
    if at.before().last().is_some_and(|token| matches!(token.text, "共" | "共计" | "合计" | "总计"))
        && let Some(cut) = core.iter().position(|token| token.text == "、")
    {
        core_words = phrase::words(&core[..cut], true, lexicon);
        core_words.push(NameWord { text: "等".into(), weight: 8 });
    }
    // 东湖区12万元;西湖区9万元: the same measure of another place
    if core_words.is_empty()
        && at.before().iter().any(|token| token.tag == "ns")
        && let Some(last) = memory.named.iter().rev().find(|named| !named.change && named.unit == at.quantity.unit && named.sentence + 1 >= at.sentence)
    {
        return Naming { name: last.name.clone(), rules: vec!["同项各地"], doubt: 1, same: true, task: false, action: Vec::new() };
    }
    if core_words.is_empty() && !predicate.is_empty() && takes_noun(at.quantity) && !at.change {
        return predicate_only(at, memory, lexicon);
    }
    number_last(at, core, core_words, memory, lexicon)
}

/// Where 分别 gives several numbers to several names: the clause it stands in, which of the numbers this is, and how many.
fn distribution(at: &At<'_, '_>) -> Option<(usize, usize, usize)> {
    let mut first = at.clause;
    while at.clauses[first].opened == '、' && first > 0 {
        first -= 1;
    }
    let is_each = |token: &Token<'_>| token.is_word() && (token.text.starts_with("分别") || token.text == "依次");
    let each = at.clauses[first].tokens.iter().position(is_each)?;
    if at.clause == first && at.token < each {
        return None;
    }
    let behind = |clause: usize| at.clauses[clause].tokens.iter().enumerate().filter(|(index, token)| token.quantity().is_some() && (clause > first || *index > each)).count();
    let mut last = first;
    while at.clauses.get(last + 1).is_some_and(|clause| clause.opened == '、') {
        last += 1;
    }
    let total: usize = (first..=last).map(behind).sum();
    let before: usize = (first..at.clause).map(behind).sum();
    let own = at.clauses[at.clause].tokens.iter().enumerate().filter(|(index, token)| token.quantity().is_some() && *index < at.token && (at.clause > first || *index > each)).count();
    (total > 1).then_some((first, before + own, total))
}

/// 小学、初中、高中专任教师分别为100人、200人、300人; 分别比上年增加35%、25%; 分别高出国家、自治区17.9个百分点、15.7个百分点
fn distributed(at: &At<'_, '_>, memory: &Memory, lexicon: &Lexicon) -> Option<Naming> {
    let (clause, index, total) = distribution(at)?;
    let tokens = &at.clauses[clause].tokens;
    let each = tokens.iter().position(|token| token.is_word() && (token.text.starts_with("分别") || token.text == "依次"))?;
    let joins = |token: &Token<'_>| matches!(token.text, "、" | "和" | "与" | "及" | "以及");
    let number = tokens.iter().enumerate().position(|(i, token)| i > each && token.quantity().is_some())?;
    let rule = |name: Name| Some(Naming { name, rules: vec!["分别对应"], doubt: 0, same: false, task: false, action: Vec::new() });
    // what is compared with stands enumerated behind 分别
    let objects: Vec<&[Token<'_>]> = tokens[each + 1..number].split(joins).collect();
    if objects.len() == total
        && let Some(last) = memory.named.iter().rev().find(|named| !named.change)
    {
        let verb = phrase::words(&objects[0][..1.min(objects[0].len())], true, lexicon);
        let mut words = last.name.words.clone();
        if index > 0 {
            words.extend(verb);
        }
        words.extend(objects[index].iter().filter(|token| token.is_word()).map(|token| NameWord { text: token.text.to_owned(), weight: 8 }));
        return rule(Name { words, ending: String::new() });
    }
    let subjects: Vec<&[Token<'_>]> = phrase::strip_right(phrase::strip_left(&tokens[..each], lexicon), lexicon).split(joins).collect();
    if subjects.len() == total {
        let mut names: Vec<Vec<NameWord>> = subjects.iter().map(|part| phrase::words(part, true, lexicon)).collect();
        let last = Name { words: names.last()?.clone(), ending: String::new() };
        let from = last.measure_at(lexicon);
        let from = if from == last.words.len() && last.words.len() > 1 { 1 } else { from };
        let mut words = std::mem::take(&mut names[index]);
        let bare = !words.iter().any(|word| lexicon.roles.at_end("measure_end", &word.text).is_some());
        if index + 1 < total && bare && from < last.words.len() {
            words.extend(last.words[from..].iter().cloned());
        }
        return rule(Name { words, ending: ending(at.quantity) });
    }
    // 幼儿园、小学分别为612所、325所,在校生分别为12万人、27万人: the levels stand in the rows before
    if subjects.len() == 1 && !subjects[0].is_empty() && !at.change {
        let rows: Vec<&Named> = memory.named.iter().rev().filter(|named| !named.change && named.sentence == at.sentence && named.clause < clause).take(total).collect();
        let measure = phrase::words(subjects[0], true, lexicon);
        if rows.len() == total && rows.iter().all(|row| row.name.words.iter().any(|word| super::name::is_topic(&word.text, lexicon))) {
            let mut words: Vec<NameWord> = rows[total - 1 - index].name.words.iter().filter(|word| super::name::is_topic(&word.text, lexicon)).take(1).cloned().collect();
            words.extend(measure);
            return rule(Name { words, ending: ending(at.quantity) });
        }
    }
    let levels: Vec<&Named> = memory.named.iter().rev().filter(|named| !named.change && named.sentence == at.sentence).take(total).collect();
    if levels.len() == total && (subjects.len() == 1 && subjects[0].is_empty() || at.change) {
        let name = levels[total - 1 - index].name.clone();
        return Some(Naming { name, rules: vec!["分别对应"], doubt: 0, same: true, task: false, action: Vec::new() });
    }
    None
}

/// 教学点在校生数为0的有26个: which they are stands before 的.
fn relative(at: &At<'_, '_>, lexicon: &Lexicon) -> Option<Naming> {
    let tokens = &at.tokens()[..at.token];
    let (last, of) = (tokens.last()?, tokens.len().checked_sub(2)?);
    if !matches!(last.text, "有" | "共" | "达" | "为") || tokens[of].text != "的" {
        return None;
    }
    let body = phrase::strip_left(&tokens[..of], lexicon);
    let topic = body.iter().position(|token| super::name::is_topic(token.text, lexicon)).filter(|at| *at + 1 < body.len())?;
    let rest: String = body[topic + 1..].iter().map(|token| token.text).collect();
    let words = vec![NameWord { text: rest, weight: 7 }, NameWord { text: format!("的{}", body[topic].text), weight: 8 }];
    Some(Naming { name: Name { words, ending: ending(at.quantity) }, rules: vec!["的字结构"], doubt: 0, same: false, task: false, action: Vec::new() })
}

/// Whether a noun may stand behind a quantity of this kind.
fn takes_noun(quantity: &Quantity) -> bool {
    !matches!(quantity.dimension, Some(Dimension::Point | Dimension::Ratio) | None)
}

fn after_qualifier<'a, 't>(tokens: &'a [Token<'t>], lexicon: &Lexicon) -> &'a [Token<'t>] {
    let mut tokens = tokens;
    while let Some(first) = tokens.first() {
        let skip = ["about_after", "at_least_after", "at_most_after"].iter().any(|role| lexicon.roles.is(role, first.text)) || first.text == "的" && tokens.len() > 1 && tokens[1].is_word() && !matches!(tokens[1].text, "比例" | "比重" | "速度") && !lexicon.roles.is("plan_noun", tokens[1].text);
        if !skip {
            break;
        }
        tokens = &tokens[1..];
    }
    tokens
}

fn is_measure(core: &[Token<'_>], last: &Token<'_>, lexicon: &Lexicon) -> bool {
    let _ = core;
    lexicon.roles.at_end("measure_end", last.text).is_some() && last.tag != "v"
        || lexicon.indicators.get(last.text).is_some_and(|form| form.part == crate::lexicon::Part::Measure)
}

/// Up to the comparison: 一本达线人数|较2022年增加.
fn without_comparison<'a, 't>(tokens: &'a [Token<'t>], lexicon: &Lexicon) -> &'a [Token<'t>] {
    let _ = lexicon;
    let at = tokens.iter().enumerate().position(|(index, token)| {
        token.is_word() && (matches!(token.text, "比" | "较" | "较之" | "相比" | "同比" | "环比" | "与") && tokens.get(index + 1).is_none_or(|next| !next.is_word() || matches!(next.text, "上" | "去年" | "上年" | "上一年" | "同期" | "上届" | "往年" | "增长" | "增加" | "下降" | "减少" | "提高" | "提升" | "上升" | "全国" | "全省" | "前" | "年初" | "改革" | "原来" | "计划" | "目标")) || token.text.starts_with("同比"))
            || !token.is_word() && index > 0 && token.text.starts_with("同比")
    });
    match at {
        // 比上年增加教师200人: the measure stands behind
        Some(at) => &tokens[..at],
        None => tokens,
    }
}

fn without_change<'a, 't>(mut tokens: &'a [Token<'t>], change: bool, lexicon: &Lexicon) -> &'a [Token<'t>] {
    if !change {
        return tokens;
    }
    while let Some(last) = tokens.last() {
        let verb = ["increase", "decrease", "change_noun", "about", "over", "nearly", "at_least", "at_most"].iter().any(|role| lexicon.roles.is(role, last.text)) || matches!(last.text, "了" | "为" | "达" | "普遍" | "平均" | "幅度" | "将" | "再" | "共" | "各");
        if !verb {
            break;
        }
        tokens = &tokens[..tokens.len() - 1];
    }
    tokens
}

/// Without 提高到, 增加至: what stands before the later of two levels.
fn without_arrival<'a, 't>(tokens: &'a [Token<'t>], lexicon: &Lexicon) -> &'a [Token<'t>] {
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

/// The row that a bare change or a second period speaks of.
fn antecedent<'m>(at: &At<'_, '_>, memory: &'m Memory) -> Option<&'m Named> {
    let mut levels = memory.named.iter().rev().filter(|named| !named.change && named.sentence + 1 >= at.sentence);
    let is_share = |named: &&Named| named.dimension == Some(Dimension::Percent);
    let last = levels.clone().next().or_else(|| memory.last())?;
    let near = match at.quantity.dimension {
        // a share grows by points, an amount by percent
        Some(Dimension::Percent | Dimension::Times) if at.change => levels.find(|named| !is_share(named)),
        Some(Dimension::Point) => levels.find(is_share),
        Some(_) if at.change || at.low => levels.find(|named| named.unit == at.quantity.unit),
        _ => None,
    };
    let last = near.filter(|named| named.sentence == last.sentence).unwrap_or(last);
    (last.sentence + 1 >= at.sentence).then_some(last)
}

/// 占一般公共预算支出的比例15.68%
fn share(at: &At<'_, '_>, memory: &Memory, lexicon: &Lexicon) -> Option<Naming> {
    let tokens = &at.tokens()[..at.token];
    let of = tokens.iter().rposition(|token| token.is_word() && token.text.starts_with('占') && !token.text.starts_with("占地") && !matches!(token.text, "占比"))?;
    let behind: Vec<Token<'_>> = tokens[of + 1..].iter().filter(|token| token.quantity().is_none()).cloned().collect();
    let whole = phrase::strip_right(phrase::strip_left(&behind, lexicon), lexicon);
    let whole: Vec<Token<'_>> = whole.iter().filter(|token| !matches!(token.text, "比例" | "比重" | "的" | "比" | "总数" | "份额")).cloned().collect();
    if at.quantity.dimension != Some(Dimension::Percent) {
        // the whole itself has a figure: 占一般公共预算支出1814597万元的比例
        let words = phrase::words(&whole, true, lexicon);
        if words.is_empty() || tokens[of + 1..].iter().any(|token| token.quantity().is_some()) {
            return None;
        }
        return Some(Naming { name: Name { words, ending: ending(at.quantity) }, rules: vec!["占比的分母"], doubt: 0, same: false, task: false, action: Vec::new() });
    }
    let subject = phrase::strip_right(phrase::strip_left(&tokens[..of], lexicon), lexicon);
    let subject_end = subject.iter().position(|token| token.quantity().is_some());
    let inherited = subject.is_empty() || subject_end.is_some();
    let mut words = if inherited {
        let last = memory.named.iter().rev().find(|named| !named.change)?;
        let mut words = last.name.words.clone();
        if let Some(tail) = words.last_mut() {
            for end in ["人数", "数"] {
                if let Some(stem) = tail.text.strip_suffix(end)
                    && !stem.is_empty()
                {
                    tail.text = stem.to_owned();
                    break;
                }
            }
        }
        words
    } else {
        phrase::words(subject, true, lexicon)
    };
    for word in &mut words {
        word.weight = word.weight.max(7);
    }
    let mut whole_words = phrase::words(&whole, true, lexicon);
    // 普惠性幼儿园占幼儿园: the whole goes without saying
    whole_words.retain(|word| !words.iter().any(|own| own.text == word.text || word.text.chars().count() > 1 && word.text != "支出" && own.text.ends_with(word.text.as_str())));
    if let Some(last) = whole_words.len().checked_sub(1) {
        for word in &mut whole_words[..last] {
            word.weight = 2;
        }
        whole_words[last].weight = 5;
        // 一般公共预算支出 as one word: its last part is enough where room is short
        if whole_words.len() == 1 && whole_words[0].text.ends_with("支出") && whole_words[0].text.chars().count() > 4 {
            let text = whole_words[0].text.clone();
            let stem = text.trim_end_matches("支出").to_owned();
            whole_words = vec![NameWord { text: stem, weight: 2 }, NameWord { text: "支出".into(), weight: 5 }];
        }
        words.push(NameWord { text: "占".into(), weight: 9 });
        words.extend(whole_words);
        words.push(NameWord { text: "比例".into(), weight: 9 });
        return Some(Naming { name: Name { words, ending: String::new() }, rules: vec!["甲占乙的比例"], doubt: u8::from(inherited), same: false, task: false, action: Vec::new() });
    }
    Some(Naming { name: Name { words, ending: "占比".into() }, rules: vec!["占比"], doubt: u8::from(inherited), same: false, task: false, action: Vec::new() })
}

/// 新建4所公办幼儿园; 26384名教师参加考试
fn number_first(at: &At<'_, '_>, core: &[Token<'_>], noun: &[Token<'_>], memory: &Memory, lexicon: &Lexicon) -> Naming {
    let quantity = at.quantity;
    let mut rules = vec!["数量在名词前"];
    let mut doubt = 0;
    let task = noun.last().is_some_and(|token| lexicon.roles.at_end("plan_noun", token.text).is_some() && !token.text.ends_with("计划"));
    let mut noun = noun;
    while noun.len() > 1 && noun.last().is_some_and(|token| matches!(token.text, "免费" | "集中" | "统一" | "全部" | "均")) {
        noun = &noun[..noun.len() - 1];
    }
    while noun.len() > 1 && noun.last().is_some_and(|token| lexicon.roles.is("plan_noun", token.text) && token.text != "计划" || token.text == "年度") {
        noun = &noun[..noun.len() - 1];
    }
    let mut noun_words = phrase::words(noun, false, lexicon);
    if let Some(of) = noun.iter().rposition(|token| token.text == "的").filter(|of| of + 1 < noun.len()) {
        // what stands before 的 goes first when room is short
        let attribute = phrase::words(&noun[..of], false, lexicon).len().min(noun_words.len().saturating_sub(1));
        for word in &mut noun_words[..attribute] {
            word.weight = word.weight.min(3);
        }
    }
    let rest = at.rest();
    let (_, own) = phrase::noun_and_predicate(after_qualifier(&rest, lexicon), lexicon);
    // 3名校长、12名教师受到表彰: the predicate stands once, behind the last
    let sibling = at.clauses[at.clause + 1..].iter().take_while(|clause| clause.opened == '、').last();
    let shared: Vec<Token<'_>> = sibling.map(|clause| clause.tokens.iter().skip_while(|token| token.quantity().is_none()).filter(|token| token.quantity().is_none()).cloned().collect()).unwrap_or_default();
    let (_, theirs) = phrase::noun_and_predicate(&shared, lexicon);
    let predicate = if own.is_empty() && core.is_empty() { theirs } else { own };
    let action = phrase::words(phrase::predicate(predicate, lexicon), false, lexicon);
    let money = quantity.dimension == Some(Dimension::Money);
    // a clause before it that says which: 荣获称号的10家单位
    let relative = at.before().last().is_some_and(|token| token.text == "的");
    let body = core.iter().any(|token| ["局", "厅", "委", "政府", "部", "会", "院"].iter().any(|end| token.text.ends_with(end)) && token.tag.starts_with('n'));
    let short = core.iter().filter(|token| token.is_word()).count() <= 4 && !body;
    let listed = at.before().last().is_some_and(|token| token.text == "等");
    let known = core.iter().any(|token| lexicon.indicators.get(token.text).is_some());
    let leading = match core.first() {
        Some(first) if listed && (first.tag.starts_with('v') || lexicon.indicators.get(first.text).is_some_and(|form| form.part == crate::lexicon::Part::Action)) => &core[..1],
        _ if listed => &core[..0],
        _ if money || relative || short && (known || core.iter().any(|token| lexicon.roles.is("carried", token.text))) => core,
        _ => phrase::verbs_at_end(core, lexicon),
    };
    let leading: Vec<Token<'_>> = leading.iter().filter(|token| !(relative && token.tag == "ns")).cloned().collect();
    let acts = money || relative || leading.iter().any(|token| token.tag.starts_with('v') || lexicon.roles.is("carried", token.text) || lexicon.indicators.get(token.text).is_some_and(|form| form.part == crate::lexicon::Part::Action));
    let mut verb: Vec<NameWord> = phrase::words(&leading, true, lexicon).into_iter().filter(|word| !lexicon.roles.is("light", &word.text)).collect();
    let around = if acts { Vec::new() } else { std::mem::take(&mut verb) };
    if verb.is_empty()
        && action.is_empty()
        && at.clauses[at.clause].opened == '、'
        && let Some(last) = memory.last().filter(|last| last.sentence == at.sentence)
    {
        verb.clone_from(&last.verb);
    }
    // 完成20所学校的食堂改造: the one verb belongs to the noun
    let mut action = action;
    let mut behind = Vec::new();
    if action.len() == 1 && verb.is_empty() && at.before().last().is_some_and(|token| lexicon.roles.is("light", token.text)) && own.len() == 1 {
        behind = std::mem::take(&mut action);
    }
    let mut words = Vec::new();
    let mut done = Vec::new();
    let bare = Name { words: [verb.clone(), noun_words.clone()].concat(), ending: String::new() };
    if !action.is_empty() && !money && (verb.is_empty() || relative || bare.is_thin(lexicon)) {
        let last = action.len() - 1;
        done.clone_from(&action);
        words.extend(action.into_iter().enumerate().map(|(index, word)| NameWord { weight: if index == last || index == 0 { word.weight.min(5) } else { word.weight.min(4) }, ..word }));
        rules.push("动作在后");
    }
    words.extend(around.into_iter().filter(|word| !lexicon.roles.is("generic", &word.text)));
    words.extend(verb.iter().cloned());
    words.extend(noun_words.iter().cloned());
    words.extend(behind);
    let mut name = Name { words, ending: ending(quantity) };
    // 新建7所学校 says enough; 惠及691所学校 does not
    let told = !noun_words.is_empty() && verb.iter().any(|word| lexicon.indicators.get(&word.text).is_some_and(|form| form.part == crate::lexicon::Part::Action && !matches!(form.key.as_str(), "benefit" | "take_part" | "hold" | "fund")));
    if quantity.dimension == Some(Dimension::Money) && name.words.len() == 1 || name.is_thin(lexicon) && !told {
        let plain = name.clone();
        let told = rules.clone();
        let guess = fill(&mut name, at, memory, lexicon, &mut rules);
        let light = phrase::words(core, true, lexicon);
        if guess > 0 && !light.is_empty() && light.len() <= 2 {
            // better a plain name than a far guess
            name = plain;
            rules = told;
            name.words.splice(0..0, light);
            doubt += 1;
        } else {
            doubt += guess;
        }
    }
    whose_aid(&mut name, at, memory, lexicon, &mut rules);
    Naming { name, rules, doubt, same: false, task, action: done }
}

/// 119人获得市级表彰: nothing before the number, no noun behind it.
fn predicate_only(at: &At<'_, '_>, memory: &Memory, lexicon: &Lexicon) -> Naming {
    let rest = at.rest();
    let (_, predicate) = phrase::noun_and_predicate(after_qualifier(&rest, lexicon), lexicon);
    let words = phrase::words(phrase::predicate(predicate, lexicon), false, lexicon);
    let mut ending = ending(at.quantity);
    if at.quantity.unit.as_deref() == Some("所") {
        ending = "学校数".into();
    }
    let mut rules = vec!["数量作主语"];
    let mut name = Name { words, ending };
    let mut doubt = 0;
    if name.is_thin(lexicon) && same_kind(&mut name, at, memory, &mut rules) {
        return Naming { name, rules, doubt, same: false, task: false, action: Vec::new() };
    }
    if name.is_thin(lexicon) {
        doubt += fill(&mut name, at, memory, lexicon, &mut rules);
    }
    whose_aid(&mut name, at, memory, lexicon, &mut rules);
    Naming { name, rules, doubt, same: false, task: false, action: Vec::new() }
}

/// 在校学生数12786人; 教育联盟20个
fn number_last(at: &At<'_, '_>, core: &[Token<'_>], core_words: Vec<NameWord>, memory: &Memory, lexicon: &Lexicon) -> Naming {
    let quantity = at.quantity;
    let clause = &at.clauses[at.clause];
    let mut rules = vec!["名称在数量前"];
    let mut doubt = 0;
    let mut words = core_words;
    // 人数:195名
    if words.is_empty() && clause.opened == ':' && at.clause > 0 {
        let earlier = &at.clauses[at.clause - 1];
        if !earlier.has_quantity() {
            words = phrase::words(phrase::strip_right(phrase::strip_left(&earlier.tokens, lexicon), lexicon), true, lexicon);
        }
    }
    if quantity.dimension == Some(Dimension::Money)
        && let Some(verb) = words.iter().rposition(|word| lexicon.roles.is("transfer", &word.text)).filter(|verb| verb + 1 < words.len())
    {
        let behind = words.split_off(verb);
        words.retain(|word| super::name::is_topic(&word.text, lexicon));
        words.extend(behind);
    }
    // 学历占比小学为78.3%: the level comes first
    if words.len() > 1
        && words.last().is_some_and(|last| super::name::is_topic(&last.text, lexicon))
        && words[..words.len() - 1].iter().any(|word| lexicon.roles.at_end("share_end", &word.text).is_some())
        && let Some(last) = words.pop()
    {
        words.insert(0, last);
    }
    // light verbs lead, the matter follows
    while words.len() > 1 && lexicon.roles.is("light", &words[0].text) && lexicon.indicators.get(&words[0].text).is_none_or(|form| form.key == "hold") {
        words.remove(0);
    }
    let task = words.last().is_some_and(|word| lexicon.roles.is("plan_noun", &word.text)) || core.last().is_some_and(|token| lexicon.roles.is("plan_noun", token.text));
    let ending = if quantity.change_of_level(at.change, memory) { String::new() } else { ending(quantity) };
    if words.is_empty()
        && !at.before().is_empty()
        && let Some(last) = memory.named.iter().rev().find(|named| !named.change && named.unit == quantity.unit && named.sentence == at.sentence)
    {
        return Naming { name: last.name.clone(), rules: vec!["同项承上"], doubt: 1, same: true, task: false, action: Vec::new() };
    }
    // a verb alone takes the noun of the row before: 改扩建17所
    let only_verb = !words.is_empty() && core.iter().filter(|token| token.is_word()).all(|token| token.tag.starts_with('v') || lexicon.indicators.get(token.text).is_some_and(|form| form.part == crate::lexicon::Part::Action) || matches!(token.text, "、" | "和" | "了"));
    let acts = words.iter().all(|word| lexicon.indicators.get(&word.text).is_some_and(|form| form.part == crate::lexicon::Part::Action));
    if only_verb
        && acts
        && let Some(last) = memory.last().filter(|last| last.sentence == at.sentence && last.dimension == quantity.dimension && !last.noun.is_empty())
    {
        words.extend(last.noun.iter().cloned());
        rules.push("宾语承上");
        return Naming { name: Name { words, ending }, rules, doubt, same: false, task, action: Vec::new() };
    }
    // 新建中小学校12所、幼儿园6所: the verb stands once
    if clause.opened == '、'
        && let Some(last) = memory.last().filter(|last| last.sentence == at.sentence && matches!(last.dimension, Some(Dimension::Count | Dimension::Person)) && matches!(quantity.dimension, Some(Dimension::Count | Dimension::Person)))
    {
        let acts = |word: &NameWord| lexicon.indicators.get(&word.text).is_some_and(|form| form.part == crate::lexicon::Part::Action) || lexicon.roles.is("carried", &word.text);
        let leading: Vec<NameWord> = last.name.words.iter().take_while(|word| acts(word)).cloned().collect();
        if !leading.is_empty() && !words.iter().any(acts) {
            words.splice(0..0, leading);
            rules.push("动词承上");
        }
    }
    // 教师1374人、校长39人,均超额完成交流人数: what they did stands behind
    if let Some(did) = shared_predicate(at, lexicon) {
        words.extend(did);
        rules.push("均字后的动作");
    }
    let mut name = Name { words, ending };
    let part = at.clauses[at.clause].tokens.first().is_some_and(|token| token.text == "其中") || memory.part_of.as_ref().is_some_and(|(sentence, group, _)| *sentence == at.sentence && *group == clause.group);
    let mut settled = false;
    if part {
        let head = memory.part_of.as_ref().filter(|(sentence, group, _)| *sentence == at.sentence && *group == clause.group).map(|(_, _, head)| head).or_else(|| memory.head());
        // 其中学前教育项目23个,完成投资3.1亿元: the money is the part's, not the whole's
        let nearer = name.is_thin(lexicon) && memory.last().is_some_and(|last| last.part && last.sentence == at.sentence && last.group == clause.group);
        if let Some(head) = head
            && head.dimension == quantity.dimension
            && !nearer
        {
            combine(&mut name, &head.name, &head.noun, lexicon);
            rules.push("其中并入总项");
            settled = name.measure_at(lexicon) < name.words.len();
        }
    }
    if settled {
        // 教职工数99750人,其中专任教师76413人: of the whole, whatever stood before
    } else if name.is_thin(lexicon) && quantity.dimension == Some(Dimension::Count) && name.measure_at(lexicon) == name.words.len() && !quantity_only(&name, lexicon) && same_kind(&mut name, at, memory, &mut rules) {
        // the noun of the row before in the same unit
    } else if name.is_thin(lexicon) {
        doubt += fill(&mut name, at, memory, lexicon, &mut rules);
    } else if name.measure_at(lexicon) == name.words.len() && name.words.iter().all(|word| super::name::is_topic(&word.text, lexicon)) && !part {
        // 全市幼儿园为2431.76元 under 生均经费: a level alone takes the measure of the head
        if matches!(quantity.dimension, Some(Dimension::Money | Dimension::Percent | Dimension::Area | Dimension::Ratio))
            && let Some(head) = &memory.list_head
            && !memory.head().is_some_and(|head| head.sentence == at.sentence && head.dimension == quantity.dimension && head.name.measure_at(lexicon) < head.name.words.len())
        {
            name.words.extend(head.iter().cloned());
            rules.push("总领句的指标");
        } else if let Some(head) = memory.head().filter(|head| head.sentence + 1 >= at.sentence && head.dimension == quantity.dimension) {
            let from = head.name.measure_at(lexicon);
            let topic = head.name.words.first().is_some_and(|word| super::name::is_topic(&word.text, lexicon));
            if from < head.name.words.len() && topic && name.words.len() == 1 {
                name.words.extend(head.name.words[1..].iter().cloned());
                rules.push("指标承上");
            } else if from < head.name.words.len() {
                name.words.extend(head.name.words[from..].iter().cloned());
                rules.push("指标承上");
            }
        }
    }
    whose_aid(&mut name, at, memory, lexicon, &mut rules);
    Naming { name, rules, doubt, same: false, task, action: Vec::new() }
}

/// 向7955人发放助学金: whose aid it is the row before says.
fn whose_aid(name: &mut Name, at: &At<'_, '_>, memory: &Memory, lexicon: &Lexicon, rules: &mut Vec<&'static str>) {
    if name.has_topic(lexicon) || !name.words.iter().any(|word| lexicon.roles.is("aid", &word.text) && !lexicon.roles.is("generic", &word.text)) {
        return;
    }
    let clause = &at.clauses[at.clause];
    if let Some(last) = memory.last().filter(|last| last.sentence == at.sentence && last.group == clause.group) {
        let topics: Vec<NameWord> = last.name.words.iter().filter(|word| super::name::is_topic(&word.text, lexicon)).take(1).cloned().collect();
        if !topics.is_empty() {
            name.words.splice(0..0, topics);
            rules.push("学段承上");
        }
    }
}

/// Whether a thin name is a noun of its own (学校) and not what was done (完工).
fn quantity_only(name: &Name, lexicon: &Lexicon) -> bool {
    name.words.iter().any(|word| super::name::is_topic(&word.text, lexicon) || matches!(word.text.as_str(), "学校" | "教师" | "学生" | "项目" | "单位"))
}

/// 目前6所完工: the noun of the last row counted in the same unit.
fn same_kind(name: &mut Name, at: &At<'_, '_>, memory: &Memory, rules: &mut Vec<&'static str>) -> bool {
    if !matches!(at.quantity.dimension, Some(Dimension::Count)) {
        return false;
    }
    let last = memory.named.iter().rev().find(|named| named.sentence + 1 >= at.sentence && named.unit == at.quantity.unit && !named.noun.is_empty());
    let Some(last) = last else { return false };
    name.words.splice(0..0, last.noun.iter().cloned());
    name.ending = at.quantity.ending.clone();
    rules.push("同单位的名词承上");
    true
}

/// What a clause behind it that begins with 均 says they all did: 交流 of 均超额完成交流人数.
fn shared_predicate(at: &At<'_, '_>, lexicon: &Lexicon) -> Option<Vec<NameWord>> {
    if at.quantity.dimension != Some(Dimension::Person) {
        return None;
    }
    let next = at.clauses[at.clause + 1..].iter().find(|clause| clause.opened != '、')?;
    if !matches!(next.tokens.first()?.text, "均" | "都" | "全部") {
        return None;
    }
    let end = next.tokens.iter().position(|token| matches!(token.text, "人数" | "任务" | "比例"))?;
    let words: Vec<NameWord> = phrase::words(&next.tokens[1..end], true, lexicon).into_iter().filter(|word| !lexicon.roles.is("light", &word.text) && word.text != "超额").collect();
    (!words.is_empty() && words.len() <= 2).then_some(words)
}

impl Quantity {
    /// Whether it may belong to a row before it of the same list.
    fn follows(&self, last: &Named) -> bool {
        self.unit == last.unit
    }

    /// Whether a change in % or percentage points of a level that is named without its ending.
    fn change_of_level(&self, change: bool, _memory: &Memory) -> bool {
        change && matches!(self.dimension, Some(Dimension::Percent | Dimension::Point | Dimension::Times))
    }
}

/// 其中本科5422人 of 普通高校招生人数: 普通高校本科招生人数.
fn combine(part: &mut Name, head: &Name, head_noun: &[NameWord], lexicon: &Lexicon) {
    let own = part.measure_at(lexicon);
    let from = head.measure_at(lexicon);
    let key = |word: &NameWord| lexicon.indicators.get(&word.text).map(|form| form.key.as_str());
    let finer = part.words.iter().any(|word| matches!(key(word), Some("doctoral" | "master")));
    let head_topics: Vec<NameWord> = head.words[..from].iter().filter(|word| !(finer && key(word) == Some("postgraduate"))).cloned().collect();
    if own < part.words.len() {
        // it has its own measure: only the topic is taken over
        if own == 0 || !part.has_topic(lexicon) || head_topics.iter().any(|word| word.text.starts_with("特殊")) {
            part.words.splice(0..0, head_topics);
        }
        return;
    }
    if from < head.words.len() {
        let measure = head.words[from..].to_vec();
        let has_own_noun = part.words.iter().any(|word| head_topics.iter().any(|head| head.text == word.text));
        if !has_own_noun {
            part.words.splice(0..0, head_topics);
        }
        part.words.extend(measure);
        return;
    }
    let skip = usize::from(head.words.len() > 2 && lexicon.indicators.get(&head.words[0].text).is_none() && lexicon.indicators.get(&head.words[1].text).is_some_and(|form| form.part == crate::lexicon::Part::Action));
    let acts: Vec<NameWord> = head.words.iter().skip(skip).take_while(|word| lexicon.indicators.get(&word.text).is_some_and(|form| form.part == crate::lexicon::Part::Action) || lexicon.roles.is("carried", &word.text)).cloned().collect();
    if !acts.is_empty() && !part.words.iter().any(|word| lexicon.indicators.get(&word.text).is_some_and(|form| form.part == crate::lexicon::Part::Action) || lexicon.roles.is("carried", &word.text)) {
        part.words.splice(0..0, acts.clone());
    }
    let attributes_only = part.words.iter().all(|word| lexicon.indicators.get(&word.text).is_some_and(|form| form.part == crate::lexicon::Part::Attribute));
    if attributes_only {
        let tail = if head_noun.is_empty() { head.words[acts.len().min(head.words.len())..].to_vec() } else { head_noun.to_vec() };
        part.words.extend(tail);
    }
}

/// Gives a name that says nothing of its own the matter it belongs to. Returns the doubt that this adds.
fn fill(name: &mut Name, at: &At<'_, '_>, memory: &Memory, lexicon: &Lexicon, rules: &mut Vec<&'static str>) -> u8 {
    let weight = |words: Vec<NameWord>| words.into_iter().map(|word| NameWord { weight: word.weight.clamp(3, 7), ..word }).collect::<Vec<_>>();
    let has_measure = name.measure_at(lexicon) < name.words.len();
    let whole = at.clauses[at.clause].tokens.iter().take(at.token).any(|token| matches!(token.text, "全市" | "全县" | "全区" | "全省" | "我市" | "我县" | "我区" | "全国" | "全州"));
    // 用于X
    let rest = at.rest();
    if let Some(of) = rest.iter().position(|token| matches!(token.text, "用于" | "用以" | "支持" | "新建" | "改扩建" | "改造" | "建设" | "购置" | "补充" | "实施")) {
        let mut found = phrase::matter(&rest[of..], lexicon);
        if found.is_empty() && matches!(rest[of].text, "用于" | "用以" | "支持") {
            found = phrase::words(&rest[of + 1..], false, lexicon);
            found.truncate(3);
        }
        if !found.is_empty() && at.quantity.dimension == Some(Dimension::Money) {
            name.words.splice(0..0, weight(found));
            rules.push("用途在后");
            return 0;
        }
    }
    let last = memory.named.iter().rev().find(|named| !named.name.is_thin(lexicon));
    let matter = memory.matter.as_ref();
    let last_at = last.map(|named| (named.sentence, named.clause));
    let matter_at = matter.map(|(_, sentence, clause)| (*sentence, *clause));
    if let (Some((words, sentence, _)), true) = (matter, matter_at > last_at)
        && (*sentence == at.sentence)
    {
        name.words.splice(0..0, weight(words.clone()));
        rules.push("事项承上");
        return 0;
    }
    let measure: String = name.words[name.measure_at(lexicon)..].iter().map(|word| word.text.as_str()).collect();
    let bare = lexicon.indicators.get(&measure).is_none_or(|form| {
        matches!(form.key.as_str(), "amount" | "funds" | "area" | "persons" | "visits" | "count" | "times" | "sessions" | "investment" | "coverage" | "reach_rate" | "students" | "share" | "teachers" | "aid_amount" | "schools")
    });
    let rate = name.words.iter().all(|word| word.text.ends_with('率'));
    if (has_measure && !bare || rate) && !whole {
        // 在校生人数 after 小学招生人数, after 普通小学325所
        let mut heads = memory.named.iter().rev().filter(|named| !named.part && !named.change && named.sentence + 2 > at.sentence && named.name.has_topic(lexicon));
        if let Some(head) = heads.next() {
            let from = head.name.measure_at(lexicon);
            let known = |word: &&NameWord| lexicon.indicators.get(&word.text).is_some_and(|form| matches!(form.part, crate::lexicon::Part::Topic | crate::lexicon::Part::Attribute));
            let said = head.name.words[..from].iter().filter(|word| !lexicon.roles.is("generic", &word.text));
            let topics: Vec<NameWord> = if from < head.name.words.len() { said.cloned().collect() } else { said.take_while(known).cloned().collect() };
            if !topics.is_empty() {
                name.words.splice(0..0, topics);
                rules.push("学段承上");
                return u8::from(head.sentence != at.sentence && !at.clauses[0].has_quantity());
            }
        }
    }
    if has_measure && !bare {
        return u8::from(!whole);
    }
    // the last of a list is not what the next clause is about
    let last = last.filter(|last| !(last.listed && !at.quantity.follows(last)));
    if let Some(last) = last.filter(|last| last.sentence == at.sentence) {
        let topics: Vec<NameWord> = last.name.words[..last.name.measure_at(lexicon)].iter().filter(|word| super::name::is_topic(&word.text, lexicon)).cloned().collect();
        let mut measure = last.name.measure_at(lexicon);
        // 中考及格率68.5%,优秀率: the other rate goes
        if name.words.last().is_some_and(|word| word.text.ends_with('率')) && last.name.words.last().is_some_and(|word| word.text.ends_with('率')) {
            measure = measure.min(last.name.words.len() - 1);
        }
        let words = if !topics.is_empty() && name.words.iter().any(|word| lexicon.roles.is("aid", &word.text)) {
            topics
        } else if !last.action.is_empty() && matches!(at.quantity.dimension, Some(Dimension::Money | Dimension::Percent)) {
            last.action.clone()
        } else if measure > 0 && measure < last.name.words.len() {
            last.name.words[..measure].to_vec()
        } else {
            last.name.words.clone()
        };
        name.words.splice(0..0, weight(words));
        rules.push("主题承上");
        return 0;
    }
    // the clause behind says what for
    if at.quantity.dimension == Some(Dimension::Money)
        && let Some(next) = at.clauses.get(at.clause + 1)
    {
        let tokens: Vec<Token<'_>> = next.tokens.iter().filter(|token| token.quantity().is_none()).cloned().collect();
        let mut found = phrase::matter(&tokens, lexicon);
        let opens = phrase::strip_left(&tokens, lexicon);
        let purpose = tokens.iter().take(2).any(|token| matches!(token.text, "用于" | "用以"));
        let builds = opens.first().is_some_and(|token| lexicon.indicators.get(token.text).is_some_and(|form| form.part == crate::lexicon::Part::Action) || matches!(token.text, "购置" | "实施" | "配备" | "修建"));
        if found.is_empty() && (purpose || builds && !next.has_quantity()) {
            let from = tokens.iter().position(|token| matches!(token.text, "用于" | "用以")).map_or(0, |at| at + 1);
            found = phrase::words(&tokens[from..], false, lexicon);
            found.truncate(4);
        }
        if !found.is_empty() {
            name.words.splice(0..0, weight(found));
            rules.push("用途在后");
            return 1;
        }
    }
    if has_measure {
        return u8::from(!whole);
    }
    if let Some((words, sentence, _)) = matter
        && sentence + 2 > at.sentence
        && at.sentence > 0
    {
        name.words.splice(0..0, weight(words.clone()));
        rules.push("主题承前句");
        return 1;
    }
    if let Some(last) = last.filter(|last| last.sentence + 2 > at.sentence) {
        let mut words = last.name.words.clone();
        words.truncate(4);
        name.words.splice(0..0, weight(words));
        rules.push("主题承前句");
        return 2;
    }
    2
}
