//! What a number measures: a name made from the words of its clause, never cut out of the text.
//!
//! Two word orders rule Chinese reports: the measure before the number (在校学生数12786人) and the number before the noun
//! (新建4所公办幼儿园). What a clause leaves out comes from the clause before it.

use super::carry::{antecedent, fill, of_pupils, of_the_tiers, quantity_only, same_kind, shared_predicate, whose_aid, whose_schools};
use super::edges::{after_qualifier, is_measure, takes_noun, without_arrival, without_change, without_comparison, without_manner};
use super::label;
use super::memory::{At, Memory, Naming};
use super::name::{Name, NameWord};
use super::parts::combine;
use super::phrase;
use super::predicate::predicate_only;
use super::scan::Quantity;
use super::sentence::{Clause, Token};
use super::shapes::{distance, distributed, extreme, nobody, relative, share};
use crate::lexicon::{Dimension, Lexicon, Part};

pub(super) fn ending(quantity: &Quantity) -> String {
    quantity.ending.clone()
}

/// The name of what `at` measures.
pub(super) fn name(at: &At<'_, '_>, memory: &Memory, lexicon: &Lexicon) -> Naming {
    let before = without_comparison(at.before(), lexicon);
    let before = without_change(before, at.change, lexicon);
    let before = without_arrival(before, lexicon);
    let core = phrase::strip_right(phrase::strip_left(without_manner(before), lexicon), lexicon);
    // 下达的任务是建设幼儿园20所: what the task is stands behind
    let tasked = core
        .windows(2)
        .position(|pair| lexicon.roles.is("plan_noun", pair[0].text) && matches!(pair[1].text, "是" | "为" | "就是" | "即"))
        .filter(|at| at + 2 < core.len());
    let core = tasked.map_or(core, |at| &core[at + 2..]);
    if let Some(each) = distributed(at, memory, lexicon) {
        return each;
    }
    if let Some(none) = nobody(at, core, lexicon) {
        return none;
    }
    let silent = phrase::words(core, true, lexicon).iter().all(|word| {
        matches!(word.text.as_str(), "年均" | "平均" | "同比" | "环比" | "累计" | "实际" | "名义") || lexicon.roles.is("adjusted", &word.text)
    });
    if at.change
        && silent
        && let Some(changed) = changed_noun(at, lexicon)
    {
        return changed;
    }
    if (at.change || at.again || at.low && at.clauses[at.clause].opened != '。')
        && silent
        && let Some(last) =
            antecedent(at, memory).map(|last| if at.clauses[at.clause].bracketed && at.change { memory.grown(at).unwrap_or(last) } else { last })
    {
        return Naming {
            name: last.name.clone(),
            rules: vec![if at.change { "增减承上" } else { "同项两期" }],
            doubt: u8::from(last.sentence != at.sentence),
            same: true,
            task: false,
            action: Vec::new(),
        };
    }
    // 完成投资8.6亿元,完成年度目标任务的103%: how much of what was aimed at
    if at.quantity.dimension == Some(Dimension::Percent)
        && !at.change
        && let Some((of, aim)) = at.before().split_last()
        && of.text == "的"
        && aim.iter().rfind(|token| token.text != "数").is_some_and(|token| lexicon.roles.is("aimed", token.text))
        && aim.iter().all(|token| {
            lexicon.roles.is("aimed", token.text)
                || token.text == "数"
                || !token.tag.starts_with('n')
                || matches!(token.text, "年度" | "年初" | "全年")
        })
        && let Some(last) = memory.last().filter(|last| last.sentence == at.sentence && !last.change && last.dimension != Some(Dimension::Percent))
    {
        let mut words: Vec<NameWord> = last.name.words.iter().filter(|word| !lexicon.roles.is("light", &word.text)).cloned().collect();
        words.push(NameWord { text: "目标".into(), weight: 6 });
        words.push(NameWord { text: "完成率".into(), weight: 9 });
        let name = Name { words, ending: String::new() };
        return Naming { name, rules: vec!["目标的完成率"], doubt: 0, same: false, task: false, action: Vec::new() };
    }
    if let Some(share) = share(at, memory, lexicon) {
        return share;
    }
    if let Some(compared) = extreme(at, memory, lexicon).or_else(|| distance(at, memory, lexicon)) {
        return compared;
    }
    // 贫困县降5分录取: the score that is asked for
    if at.change
        && at.quantity.unit.as_deref() == Some("分")
        && at.clauses[at.clause..].iter().take(3).any(|clause| clause.tokens.iter().any(|token| token.text == "录取"))
    {
        let words = ["录取", "分数"].map(|text| NameWord { text: text.into(), weight: 8 }).to_vec();
        let name = Name { words, ending: String::new() };
        return Naming { name, rules: vec!["录取的分数"], doubt: 0, same: false, task: false, action: Vec::new() };
    }
    let tail = after_qualifier(if at.after().is_empty() { behind_brackets(at, lexicon) } else { at.after() }, lexicon);
    let (noun, predicate) = phrase::noun_and_predicate(tail, lexicon);
    let measured = core.last().is_some_and(|token| is_measure(core, token, lexicon));
    let noun_words = if takes_noun(at.quantity) { phrase::words(noun, false, lexicon) } else { Vec::new() };
    let changes = tail.first().is_some_and(|token| {
        ["increase", "decrease"].iter().any(|role| lexicon.roles.is(role, token.text.trim_end_matches(['到', '至'])))
            || lexicon.roles.is("shift", token.text)
            || token.text.starts_with("提高")
            || token.text.starts_with("增加到")
    });
    // 35条所需的资金: the noun behind is not what is counted
    let needs = tail.first().is_some_and(|token| token.text.starts_with('所'));
    let starts_of = changes || needs || tail.first().is_some_and(|token| matches!(token.text, "的" | "、" | "和" | "及" | "到" | "至" | "以"));
    // 选拔副校长21名充实人才库: the noun stands before, a verb behind
    let verb_behind = core.last().is_some_and(|token| token.tag.starts_with('n'))
        && tail.first().is_some_and(|token| token.tag == "v" || matches!(token.text, "来" | "赴" | "前往"))
        // 自贸试验区2项创新成果入选案例: the verb is part of a noun that does something
        && !(tail.len() > 2 && tail[1].tag.starts_with('n') && !noun_words.is_empty() && lexicon.roles.is("predicate", tail[2].text));
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
        // 学前教育项目、生态移民工程等项目共10个: what they all are stands behind 等
        let rest = core
            .iter()
            .rposition(|token| token.text == "等")
            .map(|all| phrase::words(&core[all + 1..], true, lexicon))
            .filter(|rest| !rest.is_empty());
        if let Some(rest) = rest {
            core_words = core
                .first()
                .filter(|first| first.tag.starts_with('v'))
                .map(|first| phrase::words(std::slice::from_ref(first), true, lexicon))
                .unwrap_or_default();
            core_words.extend(rest);
        } else {
            core_words = phrase::words(&core[..cut], true, lexicon);
            // 在校学生、在园幼儿共13万人: two that fit
            let other = phrase::words(&core[cut + 1..], true, lexicon);
            let length = |words: &[NameWord]| words.iter().map(|word| word.text.chars().count()).sum::<usize>();
            let pair = !core[cut + 1..].iter().any(|token| matches!(token.text, "、" | "和" | "及"))
                && length(&core_words) <= 5
                && length(&other) <= 5
                && !core_words.first().is_some_and(|word| word.weight == 6 || word.weight == 4);
            if pair {
                core_words.extend(other);
            } else {
                core_words.push(NameWord { text: "等".into(), weight: 8 });
            }
        }
    }
    // 城区4所、泽州县7所: a place, not a kind
    let district = |token: &Token<'_>| matches!(token.text, "城区" | "郊区" | "矿区");
    let listed = |clause: Option<&Clause<'_>>| {
        clause.is_some_and(|clause| clause.has_quantity() && clause.tokens.len() <= 4 && clause.tokens.first().is_some_and(|token| token.tag == "ns"))
    };
    if core.iter().all(district) && (listed(at.clauses.get(at.clause + 1)) || at.clause > 0 && listed(at.clauses.get(at.clause - 1))) {
        core_words.clear();
    }
    // 东湖区12万元;西湖区9万元: the same measure of another place
    if core_words.is_empty()
        && memory.labelled(at).is_none()
        && at.before().iter().any(|token| token.tag == "ns")
        && let Some(last) =
            memory.named.iter().rev().find(|named| !named.change && named.unit == at.quantity.unit && named.sentence + 1 >= at.sentence)
    {
        return Naming { name: last.name.clone(), rules: vec!["同项各地"], doubt: 1, same: true, task: false, action: Vec::new() };
    }
    if core_words.is_empty() && !predicate.is_empty() && takes_noun(at.quantity) && !at.change {
        return predicate_only(at, memory, lexicon);
    }
    let naming = number_last(at, core, core_words, memory, lexicon);
    Naming { task: naming.task || tasked.is_some(), ..naming }
}

/// 比上年增加了3所公办幼儿园: nothing before the verb, so that what became more stands behind the number.
fn changed_noun(at: &At<'_, '_>, lexicon: &Lexicon) -> Option<Naming> {
    let counts = matches!(at.quantity.dimension, Some(Dimension::Count | Dimension::Person));
    let tail = after_qualifier(at.after(), lexicon);
    let led = tail.first().is_none_or(|token| !token.is_word() || matches!(token.text, "的" | "、" | "和" | "及" | "到" | "至" | "以"));
    if !counts || led {
        return None;
    }
    let (noun, _) = phrase::noun_and_predicate(tail, lexicon);
    let words = phrase::words(noun, false, lexicon);
    let is_noun = noun.last().is_some_and(|token| token.tag.starts_with('n') || lexicon.indicators.get(token.text).is_some());
    let name = Name { words, ending: ending(at.quantity) };
    (is_noun && !name.is_empty())
        .then(|| Naming { name, rules: vec!["增减的名词在后"], doubt: 0, same: false, task: false, action: Vec::new() })
}

/// 新建4所公办幼儿园; 26384名教师参加考试
pub(super) fn number_first(at: &At<'_, '_>, core: &[Token<'_>], noun: &[Token<'_>], memory: &Memory, lexicon: &Lexicon) -> Naming {
    let quantity = at.quantity;
    let mut rules = vec!["数量在名词前"];
    let mut doubt = 0;
    let task = noun.last().is_some_and(|token| lexicon.roles.at_end("plan_noun", token.text).is_some() && !token.text.ends_with("计划"))
        && !(noun.last().is_some_and(|token| token.text.ends_with("指标")) && matches!(quantity.unit.as_deref(), Some("项" | "个" | "条")));
    let mut noun = noun;
    while noun.len() > 1 && noun.last().is_some_and(|token| matches!(token.text, "免费" | "集中" | "统一" | "全部" | "均" | "对口")) {
        noun = &noun[..noun.len() - 1];
    }
    while noun.len() > 1 && noun.last().is_some_and(|token| lexicon.roles.is("plan_noun", token.text) && token.text != "计划" || token.text == "年度")
    {
        noun = &noun[..noun.len() - 1];
    }
    let mut noun_words = phrase::words(noun, false, lexicon);
    // 实施寄宿制学校建设计划,完成新建52所学校任务: schools of that kind
    if let [word] = noun_words.as_mut_slice()
        && word.text == "学校"
        && let Some((matter, sentence, _)) = &memory.matter
        && *sentence == at.sentence
        && let Some(kind) =
            matter.iter().find(|kind| kind.text.ends_with("学校") && kind.text != "学校" && super::name::is_topic(&kind.text, lexicon))
    {
        word.text.clone_from(&kind.text);
        rules.push("事项的学校");
    }
    if let Some(of) = noun.iter().rposition(|token| token.text == "的").filter(|of| of + 1 < noun.len()) {
        // what stands before 的 goes first when room is short
        let attribute = phrase::words(&noun[..of], false, lexicon).len().min(noun_words.len().saturating_sub(1));
        for word in &mut noun_words[..attribute] {
            word.weight = word.weight.min(3);
        }
    }
    if !noun.iter().any(|token| token.text == "的") {
        schools_last(&mut noun_words, quantity, lexicon);
    }
    let rest = at.rest();
    let (_, own) = phrase::noun_and_predicate(after_qualifier(&rest, lexicon), lexicon);
    // 3名校长、12名教师受到表彰: the predicate stands once, behind the last
    let sibling = at.clauses[at.clause + 1..].iter().take_while(|clause| clause.opened == '、').last();
    let shared: Vec<Token<'_>> = sibling
        .map(|clause| {
            clause.tokens.iter().skip_while(|token| token.quantity().is_none()).filter(|token| token.quantity().is_none()).cloned().collect()
        })
        .unwrap_or_default();
    let (_, theirs) = phrase::noun_and_predicate(&shared, lexicon);
    let predicate = if own.is_empty() && core.is_empty() { theirs } else { own };
    let mut action = phrase::words(phrase::predicate(predicate, lexicon), false, lexicon);
    let money = quantity.dimension == Some(Dimension::Money);
    // a clause before it that says which: 荣获称号的10家单位
    let relative = at.before().last().is_some_and(|token| token.text == "的");
    let body = core
        .iter()
        .any(|token| ["局", "厅", "委", "政府", "部", "会", "院"].iter().any(|end| token.text.ends_with(end)) && token.tag.starts_with('n'));
    let short = core.iter().filter(|token| token.is_word()).count() <= 4 && !body;
    let listed = at.before().last().is_some_and(|token| token.text == "等");
    let known = core.iter().any(|token| lexicon.indicators.get(token.text).is_some());
    let leading = match core.first() {
        Some(first) if listed && acts_as_verb(first, lexicon) => {
            let verbs = core.iter().take_while(|token| acts_as_verb(token, lexicon)).count();
            &core[..verbs]
        }
        _ if listed => &core[..0],
        _ if money || relative || short && (known || core.iter().any(|token| lexicon.roles.is("carried", token.text))) => core,
        _ => phrase::verbs_at_end(core, lexicon),
    };
    // 局长为荣获称号的10家单位颁奖: they were honoured, not he
    let leading = match leading.iter().rposition(|token| matches!(token.text, "为" | "给" | "向" | "对")).filter(|_| relative && !money) {
        Some(at) if at + 1 < leading.len() => {
            action.clear();
            &leading[at + 1..]
        }
        _ => leading,
    };
    let leading: Vec<Token<'_>> = leading.iter().filter(|token| !(relative && token.tag == "ns")).cloned().collect();
    let acts = money
        || relative
        || leading.iter().any(|token| {
            token.tag.starts_with('v')
                || lexicon.roles.is("carried", token.text)
                || lexicon.indicators.get(token.text).is_some_and(|form| form.part == Part::Action)
        });
    let mut verb: Vec<NameWord> = phrase::words(&leading, true, lexicon).into_iter().filter(|word| !lexicon.roles.is("light", &word.text)).collect();
    let mut around = if acts { Vec::new() } else { std::mem::take(&mut verb) };
    // 送教活动覆盖13个县: what reaches them stands before the verb
    if action.is_empty()
        && let Some((reach, subject)) = core.split_last()
        && matches!(reach.text, "覆盖" | "辐射" | "涵盖")
        && subject.last().is_some_and(|token| token.tag.starts_with('n') || token.tag == "vn")
        && !verb.iter().any(|word| word.text == reach.text)
    {
        around.clear();
        verb = phrase::words(subject, true, lexicon);
        verb.push(NameWord { text: reach.text.to_owned(), weight: 4 });
        rules.push("覆盖者在前");
    }
    if verb.is_empty()
        && action.is_empty()
        && at.clauses[at.clause].opened == '、'
        && let Some(last) = memory.last().filter(|last| last.sentence == at.sentence)
    {
        verb.clone_from(&last.verb);
    }
    // 完成20所学校的食堂改造: the one verb belongs to the noun
    let mut behind = Vec::new();
    if action.len() == 1 && verb.is_empty() && at.before().last().is_some_and(|token| lexicon.roles.is("light", token.text)) && own.len() == 1 {
        behind = std::mem::take(&mut action);
    }
    // 购置了玩,教具: a comma cut the object
    if action.len() == 2 && action[1].text.chars().count() == 1 && at.clauses.get(at.clause + 1).is_some_and(|next| !next.has_quantity()) {
        action.pop();
        doubt += 1;
    }
    let mut words = Vec::new();
    let mut done = Vec::new();
    let bare = Name { words: [verb.clone(), noun_words.clone()].concat(), ending: String::new() };
    if !action.is_empty() && !money && (verb.is_empty() || relative || bare.is_thin(lexicon)) {
        let last = action.len() - 1;
        done.clone_from(&action);
        words.extend(
            action
                .into_iter()
                .enumerate()
                .map(|(index, word)| NameWord { weight: if index == last || index == 0 { word.weight.min(5) } else { word.weight.min(4) }, ..word }),
        );
        rules.push("动作在后");
    }
    words.extend(around.into_iter().filter(|word| !lexicon.roles.is("generic", &word.text)));
    words.extend(verb.iter().cloned());
    words.extend(noun_words.iter().cloned());
    words.extend(behind);
    let mut name = Name { words, ending: ending(quantity) };
    // 新建7所学校 says enough; 惠及691所学校 does not
    let told = !noun_words.is_empty()
        && verb.iter().any(|word| {
            lexicon
                .indicators
                .get(&word.text)
                .is_some_and(|form| form.part == Part::Action && !matches!(form.key.as_str(), "benefit" | "take_part" | "hold" | "fund"))
        });
    if quantity.dimension == Some(Dimension::Money) && name.words.len() == 1 || name.is_thin(lexicon) && !told {
        let plain = name.clone();
        let told = rules.clone();
        let guess = fill(&mut name, at, memory, lexicon, &mut rules);
        let light = phrase::words(core, true, lexicon);
        // 托管服务使7994名学生受益: what did it stands before 使
        let caused = at.before().last().is_some_and(|token| matches!(token.text, "使" | "让" | "令")) && light.len() <= 4;
        if guess > 0 && !light.is_empty() && (light.len() <= 2 || caused) {
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
    let prepositional = at.before().iter().rev().find(|token| token.is_word() && !lexicon.roles.is("scope", token.text) && token.tag != "ns");
    if done.is_empty()
        && verb.is_empty()
        && prepositional.is_some_and(|token| matches!(token.text, "为" | "给" | "向" | "对" | "在" | "从" | "到" | "赴"))
    {
        rules.push("介词的宾语");
        doubt += 1;
    }
    Naming { name, rules, doubt, same: false, task, action: done }
}

/// 在校学生数12786人; 教育联盟20个
pub(super) fn number_last(at: &At<'_, '_>, core: &[Token<'_>], core_words: Vec<NameWord>, memory: &Memory, lexicon: &Lexicon) -> Naming {
    let quantity = at.quantity;
    let clause = &at.clauses[at.clause];
    let mut rules = vec!["名称在数量前"];
    let mut doubt = 0;
    let mut words = core_words;
    // 人数:195名
    if words.is_empty() && clause.opened == ':' && at.clause > 0 && memory.labelled(at).is_none() {
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
        && words[..words.len() - 1]
            .iter()
            .any(|word| lexicon.roles.at_end("share_end", &word.text).is_some() || lexicon.roles.at_end("money_end", &word.text).is_some())
        && let Some(last) = words.pop()
    {
        words.insert(0, last);
    }
    // light verbs lead, the matter follows
    while words.len() > 1
        && (lexicon.roles.is("light", &words[0].text) || lexicon.roles.is("over", &words[0].text))
        && lexicon.indicators.get(&words[0].text).is_none_or(|form| form.key == "hold")
    {
        words.remove(0);
    }
    // 巩固率目标97%
    let aimed = quantity.dimension == Some(Dimension::Percent)
        && words.len() > 1
        && words.last().is_some_and(|word| lexicon.roles.is("aimed", &word.text))
        && lexicon.roles.at_end("share_end", &words[words.len() - 2].text).is_some();
    if aimed {
        words.pop();
    }
    let task = aimed
        || words.last().is_some_and(|word| lexicon.roles.is("plan_noun", &word.text))
        || core.last().is_some_and(|token| lexicon.roles.is("plan_noun", token.text));
    let ending = if quantity.change_of_level(at.change, memory) { String::new() } else { ending(quantity) };
    // 每所3万元,共54万元: the same money
    let sums = at.before().last().is_some_and(|token| matches!(token.text, "共" | "共计" | "合计" | "总计"))
        && memory.last().is_some_and(|last| last.sentence == at.sentence && last.dimension == quantity.dimension);
    if words.is_empty()
        && !sums
        && let Some(label) = memory.labelled(at)
    {
        let mut name = Name { words: Vec::new(), ending };
        label::set_before(&mut name, label, lexicon);
        return Naming { name, rules: vec!["标签的事项"], doubt: 0, same: false, task, action: Vec::new() };
    }
    if (words.is_empty() || words.iter().all(|word| word.text.ends_with("设区市")))
        && !at.before().is_empty()
        && let Some(last) = memory
            .named
            .iter()
            .rev()
            .find(|named| !named.change && named.unit == quantity.unit && named.sentence == at.sentence)
            .or_else(|| memory.last().filter(|last| last.change && last.sentence == at.sentence))
            .or_else(|| of_the_tiers(at, memory))
    {
        let mut name = last.name.clone();
        // 任务数11所,已完成5所: what is done is no task
        let done = at.before().iter().any(|token| matches!(token.text, "完成" | "已完成" | "建成"));
        if done && name.words.iter().any(|word| !lexicon.roles.is("aimed", &word.text)) {
            name.words.retain(|word| !lexicon.roles.is("aimed", &word.text));
        }
        return Naming { name, rules: vec!["同项承上"], doubt: 1, same: true, task: false, action: Vec::new() };
    }
    // 债务余额3亿元,当年化解1亿元: of that money
    if quantity.dimension == Some(Dimension::Money)
        && !at.change
        && words.len() == 1
        && core.iter().filter(|token| token.is_word()).all(|token| matches!(token.tag, "v" | "vn"))
        && lexicon.indicators.get(&words[0].text).is_none()
        && !lexicon.roles.is("generic", &words[0].text)
        && let Some(last) = memory.last().filter(|last| {
            last.sentence == at.sentence
                && !last.change
                && last.dimension == quantity.dimension
                && last.name.words.last().is_some_and(|word| word.text.ends_with('额'))
        })
    {
        words.splice(0..0, last.name.words.iter().cloned());
        rules.push("对象承上");
        return Naming { name: Name { words, ending }, rules, doubt: 0, same: false, task: false, action: Vec::new() };
    }
    // a verb alone takes the noun of the row before: 改扩建17所
    let only_verb = !words.is_empty()
        && core.iter().filter(|token| token.is_word()).all(|token| {
            token.tag.starts_with('v')
                || lexicon.indicators.get(token.text).is_some_and(|form| form.part == Part::Action)
                || matches!(token.text, "、" | "和" | "了")
        });
    let acts = words.iter().all(|word| {
        lexicon.indicators.get(&word.text).is_some_and(|form| form.part == Part::Action) || matches!(word.text.as_str(), "更新" | "报废" | "更换")
    });
    if only_verb
        && acts
        && let Some(last) = outside(memory, at).filter(|last| last.dimension == quantity.dimension && !last.noun.is_empty())
    {
        // 高考报名5.8万人,录取5.3万人: of those, another step
        let step = last.noun.last().is_some_and(|word| lexicon.roles.is("exam_step", &word.text));
        if step && words.iter().all(|word| lexicon.roles.is("exam_step", &word.text)) {
            words.splice(0..0, last.noun[..last.noun.len() - 1].iter().cloned());
        } else {
            words.extend(last.noun.iter().cloned());
        }
        rules.push("宾语承上");
        return Naming { name: Name { words, ending }, rules, doubt, same: false, task, action: Vec::new() };
    }
    // 新建中小学校12所、幼儿园6所: the verb stands once
    if clause.opened == '、'
        && let Some(last) = memory.last().filter(|last| {
            last.sentence == at.sentence
                && matches!(last.dimension, Some(Dimension::Count | Dimension::Person))
                && matches!(quantity.dimension, Some(Dimension::Count | Dimension::Person))
        })
    {
        let acts = |word: &NameWord| {
            lexicon.indicators.get(&word.text).is_some_and(|form| form.part == Part::Action) || lexicon.roles.is("carried", &word.text)
        };
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
    let split = split_in_brackets(at, &name, memory, lexicon);
    let part = at.clauses[at.clause].tokens.first().is_some_and(|token| token.text == "其中")
        || memory.part_of.as_ref().is_some_and(|(sentence, group, _)| *sentence == at.sentence && *group == clause.group)
        || split;
    let mut settled = false;
    // 校舍维修改造:小学14所、初中5所
    let bare = !name.words.is_empty() && name.words.iter().all(|word| super::name::is_topic(&word.text, lexicon));
    if let Some(label) = memory.labelled(at).filter(|label| bare && !part && label::is_deed(label, lexicon)) {
        settled = label::set_before(&mut name, label, lexicon);
        rules.push("标签的事项");
    }
    if part {
        let head = memory
            .part_of
            .as_ref()
            .filter(|(sentence, group, _)| *sentence == at.sentence && *group == clause.group)
            .map(|(_, _, head)| head)
            .or_else(|| memory.head());
        // 其中幼儿园177所(公办58所,民办119所): of what stands before the bracket
        let bracket = (0..=at.clause).rev().take(24).take_while(|&index| at.clauses[index].bracketed).last();
        let inner = bracket.and_then(|open| {
            memory
                .named
                .iter()
                .rev()
                .take(24)
                .find(|named| named.sentence == at.sentence && named.clause < open && named.unit == quantity.unit && !named.change)
        });
        let head = inner.or(head);
        // 学前教育312人31.2万元: of the same part
        if name.words.is_empty()
            && at.before().is_empty()
            && let Some(last) = memory.last().filter(|last| last.sentence == at.sentence && last.clause == at.clause)
        {
            name.words = last.name.words.iter().filter(|word| super::name::is_topic(&word.text, lexicon)).take(1).cloned().collect();
        }
        // 其中学前教育项目23个,完成投资3.1亿元: the money is the part's, not the whole's
        // 其中35岁以下教师612名 behind the mean age: of the last row counted so
        let counted = head.filter(|head| head.dimension != quantity.dimension).and_then(|head| {
            memory.named.iter().rev().take(24).find(|named| {
                named.sentence == head.sentence
                    && !named.change
                    && !named.part
                    && named.dimension == quantity.dimension
                    && named.unit == quantity.unit
            })
        });
        let head = counted.or(head);
        // 其中城区4所,农村12所: parts side by side
        let kinds = !name.words.is_empty()
            && name.words.iter().all(|word| lexicon.indicators.get(&word.text).is_some_and(|form| form.part == Part::Attribute));
        let nearer = !kinds
            && name.is_thin(lexicon)
            && memory.last().is_some_and(|last| last.part && last.sentence == at.sentence && last.group == clause.group);
        if let Some(head) = head
            && head.dimension == quantity.dimension
            && (!nearer || inner.is_some())
        {
            rules.push("其中的一部分");
            combine(&mut name, &head.name, &head.noun, lexicon);
            rules.push("其中并入总项");
            settled = name.measure_at(lexicon) < name.words.len();
        }
    }
    if settled {
        // 教职工数99750人,其中专任教师76413人: of the whole, whatever stood before
    } else if name.is_thin(lexicon)
        && quantity.dimension == Some(Dimension::Count)
        && name.measure_at(lexicon) == name.words.len()
        && !quantity_only(&name, lexicon)
        && same_kind(&mut name, at, memory, lexicon, &mut rules)
    {
        // the noun of the row before in the same unit
    } else if name.is_thin(lexicon) {
        doubt += fill(&mut name, at, memory, lexicon, &mut rules);
    } else if name.measure_at(lexicon) == name.words.len() && name.words.iter().all(|word| super::name::is_topic(&word.text, lexicon)) && !part {
        // 全市幼儿园为2431.76元 under 生均经费: a level alone takes the measure of the head
        if matches!(quantity.dimension, Some(Dimension::Money | Dimension::Percent | Dimension::Area | Dimension::Ratio))
            && let Some(head) = &memory.list_head
            && !memory.head().is_some_and(|head| {
                head.sentence == at.sentence && head.dimension == quantity.dimension && head.name.measure_at(lexicon) < head.name.words.len()
            })
        {
            name.words.extend(head.iter().cloned());
            rules.push("总领句的指标");
        } else if let Some(head) = memory
            .head()
            .filter(|head| head.sentence + 1 >= at.sentence && head.dimension == quantity.dimension)
            .map(|head| of_pupils(&name, head, at, memory, lexicon).unwrap_or(head))
        {
            let from = head.name.measure_at(lexicon);
            // 生均公用经费标准 is no measure of the dictionary, and one all the same
            let measured = head.name.words.last().is_some_and(|word| lexicon.roles.at_end("money_end", &word.text).is_some());
            let from = if from == head.name.words.len() && measured && super::name::is_level(&head.name.words[0].text, lexicon) { 1 } else { from };
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
    // 小学 of 在校中小学生: 小学在校学生
    if split {
        for word in &mut name.words {
            word.text = word.text.replace("中小学", "");
            if word.text == "生" {
                word.text = "学生".into();
            }
        }
        name.words.retain(|word| !word.text.is_empty());
    }
    doubt += whose_schools(&mut name, at, memory, lexicon, &mut rules);
    whose_aid(&mut name, at, memory, lexicon, &mut rules);
    Naming { name, rules, doubt, same: false, task, action: Vec::new() }
}

/// 在校生68428人(小学40979人,初中17112人), 幼儿园86所(公办8所,民办78所): the levels in brackets are of what stands before them.
fn split_in_brackets(at: &At<'_, '_>, name: &Name, memory: &Memory, lexicon: &Lexicon) -> bool {
    let narrows = |word: &NameWord| lexicon.indicators.get(&word.text).is_some_and(|form| form.part == Part::Attribute);
    let kinds = at.quantity.dimension == Some(Dimension::Count) && name.words.iter().all(narrows);
    let levels = !name.words.is_empty() && (kinds || name.words.iter().all(|word| super::name::is_topic(&word.text, lexicon)));
    let Some(open) = (0..=at.clause).rev().take(24).take_while(|&index| at.clauses[index].bracketed).last().filter(|_| levels) else { return false };
    let whole = memory.named.iter().rev().take(24).find(|named| named.sentence == at.sentence && named.clause < open);
    whole.is_some_and(|whole| whole.unit == at.quantity.unit && !whole.change && (kinds || at.quantity.dimension == Some(Dimension::Person)))
}

fn acts_as_verb(token: &Token<'_>, lexicon: &Lexicon) -> bool {
    token.tag.starts_with('v') || lexicon.indicators.get(token.text).is_some_and(|form| form.part == Part::Action)
}

/// The last row of the sentence, for what stands outside brackets the last that does too.
fn outside<'m>(memory: &'m Memory, at: &At<'_, '_>) -> Option<&'m super::memory::Named> {
    let inside = |clause: usize| at.clauses.get(clause).is_some_and(|clause| clause.bracketed);
    let mut near = memory.named.iter().rev().take(24).take_while(|named| named.sentence == at.sentence);
    near.find(|named| inside(at.clause) || !inside(named.clause))
}

/// 改善4所小学办学条件: schools are counted, so they stand last.
fn schools_last(words: &mut Vec<NameWord>, quantity: &Quantity, lexicon: &Lexicon) {
    let is_school = |word: &NameWord| word.text.ends_with(['园', '校', '院']) || super::name::is_level(&word.text, lexicon);
    let things = ["条件", "宿舍", "食堂", "厕所", "运动场", "操场", "校舍", "教室", "围墙", "设施", "设备", "管网"];
    let thing = words.last().is_some_and(|word| things.iter().any(|end| word.text.ends_with(end)));
    if quantity.unit.as_deref() == Some("所")
        && thing
        && let Some(at) = words.iter().rposition(is_school)
    {
        let mut school = words.remove(at);
        school.weight = school.weight.max(8);
        words.push(school);
    }
}

/// 67所(其中公办36所)幼儿园: the noun goes on behind the bracket.
fn behind_brackets<'a, 't>(at: &'a At<'_, 't>, lexicon: &Lexicon) -> &'a [Token<'t>] {
    let Some(next) = at.clauses[at.clause + 1..].iter().take(8).position(|clause| !clause.bracketed).map(|index| at.clause + 1 + index) else {
        return &[];
    };
    let clause = &at.clauses[next];
    let noun = clause.tokens.first().is_some_and(|token| token.is_word() && super::name::is_topic(token.text, lexicon));
    if next == at.clause + 1 || clause.opened != ')' || !noun || at.clauses[at.clause].bracketed {
        return &[];
    }
    let end = clause.tokens.iter().position(|token| token.quantity().is_some()).unwrap_or(clause.tokens.len());
    &clause.tokens[..end]
}
