//! What a clause leaves out comes from the clauses around it: topics, nouns, parts of a whole, what money is for.

use super::label;
use super::memory::{At, Memory, Named};
use super::name::{Name, NameWord};
use super::phrase;
use super::scan::Quantity;
use super::sentence::Token;
use crate::lexicon::{Dimension, Lexicon, Part};

/// The row that a bare change or a second period speaks of.
pub(super) fn antecedent<'m>(at: &At<'_, '_>, memory: &'m Memory) -> Option<&'m Named> {
    // 在校生20万人(其中女生9万人),比上年减少3000人: what stands in the bracket is over
    let aside = |named: &&Named| {
        let inside = |clause: usize| at.clauses.get(clause).is_some_and(|clause| clause.bracketed);
        !(named.sentence == at.sentence && inside(named.clause) && !inside(at.clause))
    };
    let mut levels = memory.named.iter().rev().take_while(|named| named.sentence + 1 >= at.sentence).filter(|named| !named.change).filter(aside);
    let is_share = |named: &&Named| named.dimension == Some(Dimension::Percent);
    let last = levels.clone().next().or_else(|| memory.last())?;
    let near = match at.quantity.dimension {
        // a share grows by points, an amount by percent
        Some(Dimension::Percent | Dimension::Times) if at.change => levels.find(|named| !is_share(named)),
        Some(Dimension::Point) => levels.find(is_share),
        Some(_) if at.change || at.low || at.again => levels.find(|named| named.unit == at.quantity.unit),
        _ => None,
    };
    let last = near.filter(|named| named.sentence == last.sentence).unwrap_or(last);
    (last.sentence + 1 >= at.sentence).then_some(last)
}

/// 向7955人发放助学金: whose aid it is the row before says.
pub(super) fn whose_aid(name: &mut Name, at: &At<'_, '_>, memory: &Memory, lexicon: &Lexicon, rules: &mut Vec<&'static str>) {
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

/// 校舍总面积25万平方米 after 小学17所: rooms, books and pupils are those of the level that was spoken of last in this
/// paragraph, or that stands above it.
pub(super) fn whose_schools(name: &mut Name, at: &At<'_, '_>, memory: &Memory, lexicon: &Lexicon, rules: &mut Vec<&'static str>) -> u8 {
    let is_theirs = |word: &NameWord| lexicon.roles.at_start("of_schools", &word.text).is_some();
    let Some(first) = name.words.iter().position(is_theirs).filter(|_| !name.has_topic(lexicon)) else { return 0 };
    // 民办学校在校生: they have schools of their own; 改造运动场12块: what was done says enough
    let narrows = |word: &NameWord| lexicon.indicators.get(&word.text).is_some_and(|form| form.part == Part::Attribute);
    if !name.words[..first].iter().all(narrows) || name.words.iter().any(|word| word.text.contains("学校") && !is_theirs(word)) {
        return 0;
    }
    let of_kindergartens = name.words.iter().any(|word| word.text.contains(['园', '幼']) && !word.text.contains("校园"));
    let fits = |topic: &NameWord| of_kindergartens == topic.text.contains(['园', '幼', '前']) || !of_kindergartens && !topic.text.contains("托");
    // 毕业研究生2.5万人: it says itself whose they are
    let measure: String = name.words[name.measure_at(lexicon)..].iter().map(|word| word.text.as_str()).collect();
    if lexicon.indicators.get(&measure).is_some_and(|form| form.is_whole) {
        return 0;
    }
    let scope = |token: &Token<'_>| token.is_word() && token.text != "全" && lexicon.roles.is("scope", token.text);
    let clause = &at.clauses[at.clause];
    if clause.tokens[..at.token].iter().any(scope) || clause.tokens[..at.token].iter().any(|token| matches!(token.text, "各级" | "各级各类" | "各类"))
    {
        return 0;
    }
    let with_topic = |named: &&Named| {
        !named.change && !named.part && named.sentence >= memory.block_from && named.name.has_topic(lexicon) && !is_place_of_classes(named)
    };
    let mut rows = memory.named.iter().rev().filter(with_topic);
    let row = rows.next();
    // 幼儿园612所,小学325所,校舍面积12万平方米: of all of them
    if let (Some(one), Some(other)) = (row, rows.next())
        && one.sentence == other.sentence
        && one.clause == other.clause + 1
        && one.unit == other.unit
        && one.name.words.iter().any(|word| super::name::is_topic(&word.text, lexicon) && !other.name.words.contains(word))
    {
        return 1;
    }
    let said = memory.topic.as_ref().filter(|(_, sentence, _)| row.is_none_or(|row| row.sentence < *sentence));
    if let Some((topic, _, is_heading)) = said.filter(|(topic, ..)| fits(topic)) {
        name.words.insert(0, topic.clone());
        rules.push(if *is_heading { "学段承标题" } else { "学段承上" });
        return u8::from(*is_heading);
    }
    let Some(row) = row else { return 0 };
    let from = row.name.measure_at(lexicon);
    let known = |word: &&NameWord| lexicon.indicators.get(&word.text).is_some_and(|form| matches!(form.part, Part::Topic | Part::Attribute));
    let topics: Vec<NameWord> = row.name.words[..from].iter().take_while(known).cloned().collect();
    if topics.is_empty() || !topics.iter().filter(|word| super::name::is_topic(&word.text, lexicon)).all(fits) {
        return 0;
    }
    name.words.splice(0..0, of_paragraph(topics, row, at, memory, lexicon));
    rules.push("学段承上");
    0
}

/// 幼儿园9873所,其中公办园5218所,普惠性幼儿园8427所。全年招生62万人: what a new sentence counts is of the kindergartens that the
/// paragraph began with, not of the public ones.
fn of_paragraph(topics: Vec<NameWord>, head: &Named, at: &At<'_, '_>, memory: &Memory, lexicon: &Lexicon) -> Vec<NameWord> {
    let kind =
        |word: &NameWord| lexicon.indicators.get(&word.text).is_some_and(|form| matches!(form.key.as_str(), "public" | "private" | "inclusive"));
    if head.sentence == at.sentence || !topics.iter().any(kind) {
        return topics;
    }
    let level = |word: &NameWord| super::name::is_level(&word.text, lexicon);
    let rest: Vec<NameWord> = topics.iter().filter(|word| !kind(word)).cloned().collect();
    let whole = memory
        .named
        .iter()
        .find(|named| named.sentence >= memory.block_from && !named.change && named.name.words.iter().any(level))
        .is_some_and(|first| !first.name.words.iter().any(kind) && rest.iter().any(|word| level(word) && first.name.words.contains(word)));
    if whole { rest } else { topics }
}

/// 教学点46个, 附设幼儿班41个: not what the pupils counted behind it belong to.
fn is_place_of_classes(named: &Named) -> bool {
    named.name.words.iter().any(|word| ["教学点", "附设幼儿班", "附设班"].iter().any(|end| word.text.ends_with(end)))
}

/// Whether a thin name is a noun of its own (学校) and not what was done (完工).
pub(super) fn quantity_only(name: &Name, lexicon: &Lexicon) -> bool {
    name.words
        .iter()
        .any(|word| super::name::is_topic(&word.text, lexicon) || matches!(word.text.as_str(), "学校" | "教师" | "学生" | "项目" | "单位"))
}

/// 目前6所完工: the noun of the last row counted in the same unit.
pub(super) fn same_kind(name: &mut Name, at: &At<'_, '_>, memory: &Memory, lexicon: &Lexicon, rules: &mut Vec<&'static str>) -> bool {
    if !matches!(at.quantity.dimension, Some(Dimension::Count)) || memory.labelled(at).is_some() {
        return false;
    }
    let mut near = memory.named.iter().rev().take_while(|named| named.sentence + 1 >= at.sentence);
    let clause = &at.clauses[at.clause];
    // 新建30所(其中乡镇18所),已建成24所: of the whole
    let aside =
        |named: &Named| !clause.bracketed && named.sentence == at.sentence && at.clauses.get(named.clause).is_some_and(|clause| clause.bracketed);
    let last = near.find(|named| named.unit == at.quantity.unit && !named.noun.is_empty() && !aside(named));
    let Some(last) = last else { return false };
    // 开工6所,竣工5所
    let result = name.words.iter().any(|word| lexicon.roles.is("result", &word.text));
    let noun: Vec<NameWord> = last.noun.iter().filter(|word| !(result && lexicon.roles.is("result", &word.text))).cloned().collect();
    if noun.is_empty() {
        return false;
    }
    name.words.splice(0..0, noun);
    name.ending.clone_from(&at.quantity.ending);
    rules.push("同单位的名词承上");
    true
}

/// What a clause behind it that begins with 均 says they all did: 交流 of 均超额完成交流人数.
pub(super) fn shared_predicate(at: &At<'_, '_>, lexicon: &Lexicon) -> Option<Vec<NameWord>> {
    if at.quantity.dimension != Some(Dimension::Person) {
        return None;
    }
    let next = at.clauses[at.clause + 1..].iter().find(|clause| clause.opened != '、')?;
    if !matches!(next.tokens.first()?.text, "均" | "都" | "全部") {
        return None;
    }
    let end = next.tokens.iter().position(|token| matches!(token.text, "人数" | "任务" | "比例"))?;
    let words: Vec<NameWord> = phrase::words(&next.tokens[1..end], true, lexicon)
        .into_iter()
        .filter(|word| !lexicon.roles.is("light", &word.text) && !matches!(word.text.as_str(), "超额" | "超过"))
        .collect();
    (!words.is_empty() && words.len() <= 2).then_some(words)
}

impl Quantity {
    /// Whether it may belong to a row before it of the same list.
    pub(super) fn follows(&self, last: &Named) -> bool {
        self.unit == last.unit
    }

    /// Whether a change in % or percentage points of a level that is named without its ending.
    pub(super) fn change_of_level(&self, change: bool, _memory: &Memory) -> bool {
        change && matches!(self.dimension, Some(Dimension::Percent | Dimension::Point | Dimension::Times))
    }
}

/// 民办学校: schools of a kind, of whatever level.
fn is_kind_of_school(name: &Name, lexicon: &Lexicon) -> bool {
    let kind = |word: &NameWord| lexicon.indicators.get(&word.text).is_some_and(|form| matches!(form.key.as_str(), "public" | "private"));
    matches!(name.words.as_slice(), [first, second, ..] if kind(first) && second.text == "学校")
}

/// Gives a name that says nothing of its own the matter it belongs to. Returns the doubt that this adds.
pub(super) fn fill(name: &mut Name, at: &At<'_, '_>, memory: &Memory, lexicon: &Lexicon, rules: &mut Vec<&'static str>) -> u8 {
    let weight = |words: Vec<NameWord>| {
        words
            .into_iter()
            .filter(|word| word.text != "占地")
            .collect::<Vec<_>>()
            .into_iter()
            .map(|word| NameWord { weight: word.weight.clamp(3, 7), ..word })
            .collect::<Vec<_>>()
    };
    if let Some(label) = memory.labelled(at).map(<[NameWord]>::to_vec)
        && label::set_before(name, &label, lexicon)
    {
        rules.push("标签的事项");
        return 0;
    }
    let has_measure = name.measure_at(lexicon) < name.words.len();
    let whole = at.clauses[at.clause]
        .tokens
        .iter()
        .take(at.token)
        .any(|token| matches!(token.text, "全市" | "全县" | "全区" | "全省" | "我市" | "我县" | "我区" | "全国" | "全州"));
    // 用于X
    let rest = at.rest();
    if let Some(of) = rest.iter().position(|token| {
        matches!(
            token.text,
            "用于" | "用以" | "支持" | "新建" | "改扩建" | "改造" | "建设" | "购置" | "补充" | "实施" | "设立" | "奖励" | "改善" | "保障"
        )
    }) && at.quantity.dimension == Some(Dimension::Money)
    {
        let mut found = phrase::matter(&rest[of..], lexicon);
        let purpose = matches!(rest[of].text, "用于" | "用以" | "支持");
        let all = phrase::words(&rest[of + usize::from(purpose)..], false, lexicon);
        let length: usize = all.iter().map(|word| word.text.chars().count()).sum();
        // 用于保障义务教育学校取暖: all of a short purpose
        if length <= 12 && (found.is_empty() || all.len() > found.len()) && all.len() > 1 {
            found = all;
        } else if found.is_empty() {
            found = all;
            found.truncate(3);
        } else if let Some(verb) = lexicon.indicators.get(rest[of].text).filter(|form| form.part == Part::Action).map(|_| rest[of].text)
            && found[0].text != verb
        {
            // 新建县第三幼儿园: what is done goes with it
            found.insert(0, NameWord { text: verb.to_owned(), weight: 6 });
        }
        if !found.is_empty() {
            // 财政局列支: who paid is not what for
            name.words.retain(|word| !is_payer(word));
            if found.len() > 1 && lexicon.roles.is("light", &found[0].text) {
                found.remove(0);
            }
            name.words.splice(0..0, weight(found));
            rules.push("用途在后");
            return 0;
        }
    }
    // 投资2.6亿元的县一中新校区项目已开工
    if at.quantity.dimension == Some(Dimension::Money) && rest.first().is_some_and(|token| token.text == "的") {
        let (noun, _) = phrase::noun_and_predicate(&rest[1..], lexicon);
        let found = phrase::words(noun, false, lexicon);
        if found.iter().map(|word| word.text.chars().count()).sum::<usize>() > 2 {
            name.words.splice(0..0, weight(found));
            rules.push("数量修饰的名词");
            return 0;
        }
    }
    let part = memory.part_of.as_ref().is_some_and(|(sentence, group, _)| *sentence == at.sentence && *group == at.clauses[at.clause].group);
    let rated = |named: &Named| at.quantity.dimension != Some(Dimension::Percent) && named.dimension == Some(Dimension::Percent);
    let mut recent = memory.named.iter().rev().filter(|named| !named.thin).take(24).peekable();
    let last = recent.peek().copied();
    // not of a share, nor of a part behind which the whole goes on
    let last = recent.find(|named| last.is_some_and(|last| named.sentence == last.sentence) && !rated(named) && (part || !named.part)).or(last);
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
        matches!(
            form.key.as_str(),
            "amount"
                | "funds"
                | "area"
                | "persons"
                | "visits"
                | "count"
                | "times"
                | "sessions"
                | "investment"
                | "coverage"
                | "reach_rate"
                | "students"
                | "share"
                | "teachers"
                | "aid_amount"
                | "schools"
        )
    });
    let rate = name.words.iter().all(|word| word.text.ends_with('率'));
    // 参与教师2856名,参与率93.4%: of these
    if let [own] = name.words.as_slice()
        && let Some(stem) = own.text.strip_suffix('率').filter(|stem| stem.chars().count() > 1)
        && let Some(last) = memory.last().filter(|last| last.sentence == at.sentence && !last.change && last.dimension != Some(Dimension::Percent))
        && last.name.words.iter().any(|word| word.text == stem)
    {
        let said: Vec<NameWord> =
            last.name.words.iter().filter(|word| word.text != stem && !lexicon.roles.is("aimed", &word.text)).cloned().collect();
        if !said.is_empty() {
            name.words.splice(0..0, weight(said));
            rules.push("率承上名");
            return 0;
        }
    }
    if (has_measure && !bare || rate) && !whole {
        // 在校生人数 after 小学招生人数, after 普通小学325所; never of an examination
        let key = lexicon.indicators.get(&measure).map_or("", |form| form.key.as_str());
        let peopled =
            matches!(key, "enrolled" | "intake" | "graduates" | "fulltime_teachers" | "teachers" | "staff" | "enrolled_k" | "intake_k" | "leave_k");
        let examined = |named: &Named| {
            named.name.words.iter().any(|word| {
                lexicon.indicators.get(&word.text).is_some_and(|form| {
                    matches!(
                        form.key.as_str(),
                        "zhongkao"
                            | "gaokao"
                            | "tier1"
                            | "tier2"
                            | "tier2_up"
                            | "tier2b_up"
                            | "special_line"
                            | "undergraduate_line"
                            | "tsinghua_peking"
                    )
                })
            })
        };
        let mut heads = memory
            .named
            .iter()
            .rev()
            .take_while(|named| named.sentence + 2 > at.sentence)
            // 其中普通高中6所,招生5735人: a part that is a kind of school is what the next counts of people are about
            .filter(|named| {
                let bracketed = at.clauses.get(named.clause).is_some_and(|clause| clause.opened == '(');
                let is_school = named.sentence == at.sentence && named.dimension == Some(Dimension::Count) && !bracketed;
                !named.part || peopled && is_school
            })
            .filter(|named| !named.change && (named.name.has_topic(lexicon) || is_kind_of_school(&named.name, lexicon)))
            // 教学点46个: places of schools, of which nobody is counted
            .filter(|named| !(peopled && is_place_of_classes(named)))
            .filter(|named| !(peopled && examined(named)));
        let heads = (heads.next(), heads.next());
        // 幼儿园612所,小学325所,在校学生12万人: of all of them
        let bare_count = |named: &Named| named.dimension == Some(Dimension::Count) && named.name.measure_at(lexicon) == named.name.words.len();
        if let (Some(one), Some(other)) = heads
            && one.sentence == at.sentence
            && other.sentence == at.sentence
            && one.clause == other.clause + 1
            && one.unit == other.unit
            && bare_count(one)
            && bare_count(other)
        {
            return 1;
        }
        if let Some(head) = heads.0 {
            // 招生占高中阶段比例: of what the share is
            let share = head.name.words.iter().position(|word| word.text == "占").unwrap_or(head.name.words.len());
            let head_name = Name { words: head.name.words[..share].to_vec(), ending: String::new() };
            let from = head_name.measure_at(lexicon);
            if is_kind_of_school(&head_name, lexicon) {
                name.words.splice(0..0, head_name.words[..2].iter().cloned());
                rules.push("学段承上");
                return 0;
            }
            let known = |word: &&NameWord| lexicon.indicators.get(&word.text).is_some_and(|form| matches!(form.part, Part::Topic | Part::Attribute));
            // 小学专任教师学历合格率: of the 小学; 招收特殊教育学生: of the 特殊教育
            let part = |word: &NameWord| lexicon.indicators.get(&word.text).map(|form| form.part);
            let said = head_name.words[..from]
                .iter()
                .skip_while(|word| matches!(part(word), Some(Part::Action | Part::Filler)))
                .filter(|word| !lexicon.roles.is("generic", &word.text) && part(word) != Some(Part::Measure));
            let topics: Vec<NameWord> =
                if from < head_name.words.len() { said.cloned().collect() } else { said.take_while(known).cloned().collect() };
            let young = name.words.iter().any(|word| word.text.contains("在园") || word.text.contains("入园"));
            let theirs = !young || topics.iter().any(|word| word.text.contains(['园', '幼', '前']));
            if !topics.is_empty() && theirs {
                name.words.splice(0..0, of_paragraph(topics, head, at, memory, lexicon));
                rules.push("学段承上");
                return u8::from(head.sentence != at.sentence && !at.clauses[0].has_quantity());
            }
        }
    }
    if has_measure && !bare {
        return u8::from(!whole);
    }
    // 开工6所,竣工5所: what became of them is not what they are
    let result = name.words.iter().any(|word| lexicon.roles.is("result", &word.text));
    // …;投资1306万元,新建8所学校周转宿舍158套: money that opens a stretch is for what follows it
    if at.quantity.dimension == Some(Dimension::Money)
        && at.clauses[at.clause].opened == ';'
        && let Some(next) = at.clauses.get(at.clause + 1).filter(|next| next.opened == ',')
        && let opens = phrase::strip_left(&next.tokens, lexicon)
        && opens.first().is_some_and(|token| {
            lexicon.indicators.get(token.text).is_some_and(|form| form.part == Part::Action && form.key != "benefit")
                || matches!(token.text, "购置" | "实施" | "配备" | "修建" | "改善" | "维修" | "建成" | "更新")
        })
    {
        let tokens: Vec<Token<'_>> = opens.iter().filter(|token| token.quantity().is_none()).cloned().collect();
        let found = phrase::words(&tokens, false, lexicon);
        if found.len() > 1 {
            name.words.splice(0..0, weight(found));
            rules.push("用途在后");
            return 1;
        }
    }
    // the last of a list is not what the next clause is about
    let last = last.filter(|last| !last.listed || at.quantity.follows(last));
    if let Some(last) = last.filter(|last| last.sentence == at.sentence) {
        let topics: Vec<NameWord> =
            last.name.words[..last.name.measure_at(lexicon)].iter().filter(|word| super::name::is_topic(&word.text, lexicon)).cloned().collect();
        let mut measure = last.name.measure_at(lexicon);
        // 中考及格率68.5%,优秀率: the other rate goes
        if name.words.last().is_some_and(|word| word.text.ends_with('率')) && last.name.words.last().is_some_and(|word| word.text.ends_with('率')) {
            measure = measure.min(last.name.words.len() - 1);
        }
        // 在园幼儿10万人,占比90%: the share of these
        let of_people =
            last.dimension == Some(Dimension::Person) && name.words.iter().all(|word| matches!(word.text.as_str(), "占比" | "比例" | "比重"));
        let words = if of_people {
            last.name.words.clone()
        } else if !topics.is_empty() && name.words.iter().any(|word| lexicon.roles.is("aid", &word.text)) {
            topics
        } else if !last.action.is_empty() && matches!(at.quantity.dimension, Some(Dimension::Money | Dimension::Percent)) {
            last.action.clone()
        } else if measure > 0 && measure < last.name.words.len() {
            last.name.words[..measure].to_vec()
        } else {
            last.name.words.clone()
        };
        // 参与教师2856名,参与学生4.1万名: what stands before the word that both have
        let words = match name.words.first().and_then(|own| words.iter().position(|word| word.text == own.text)) {
            Some(at) if at > 0 && name.words.len() > 1 => words[..at].to_vec(),
            _ => words,
        };
        let keeps = |word: &NameWord| !(result && lexicon.roles.is("result", &word.text) || lexicon.roles.is("aimed", &word.text));
        let mut words: Vec<NameWord> = words.into_iter().filter(keeps).collect();
        // 东街小学有教学班36个、学生1780名: what they belong to, not what was counted before
        let thing = matches!(name.words.as_slice(), [own] if matches!(own.text.as_str(), "学生" | "教师" | "教职工" | "班级" | "学校" | "幼儿"));
        if thing
            && matches!(last.dimension, Some(Dimension::Count | Dimension::Person))
            && last.name.measure_at(lexicon) == last.name.words.len()
            && words.last().is_some_and(|word| !super::name::is_topic(&word.text, lexicon))
            && words.len() > 1
        {
            words.pop();
        }
        name.words.splice(0..0, weight(words));
        rules.push("主题承上");
        return 0;
    }
    // the clause behind says what for
    if at.quantity.dimension == Some(Dimension::Money)
        && let Some(next) = at.clauses.get(at.clause + 1)
    {
        let tokens: Vec<Token<'_>> = next.tokens.iter().filter(|token| token.quantity().is_none()).cloned().collect();
        let compares = tokens.first().is_some_and(|token| token.text.starts_with('占') || matches!(token.text, "比" | "较" | "同比" | "增长"));
        let mut found = if compares { Vec::new() } else { phrase::matter(&tokens, lexicon) };
        // 用于保障义务教育学校取暖: all of a short purpose
        if let Some(of) = tokens.iter().take(2).position(|token| matches!(token.text, "用于" | "用以")) {
            let all = phrase::words(&tokens[of + 1..], false, lexicon);
            if all.len() > found.len() && all.iter().map(|word| word.text.chars().count()).sum::<usize>() <= 12 {
                found = all;
            }
        }
        if !found.is_empty() {
            name.words.retain(|word| !is_payer(word));
        }
        let opens = phrase::strip_left(&tokens, lexicon);
        let purpose = tokens.iter().take(2).any(|token| matches!(token.text, "用于" | "用以"));
        let builds = opens.first().is_some_and(|token| {
            lexicon.indicators.get(token.text).is_some_and(|form| form.part == Part::Action)
                || matches!(token.text, "购置" | "实施" | "配备" | "修建")
        });
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

/// Who pays is not what for: 财政局列支.
fn is_payer(word: &NameWord) -> bool {
    matches!(word.text.as_str(), "财政局" | "市财政局" | "县财政局" | "区财政局" | "拿出")
}

/// 在校学生156万人。学前教育在园幼儿26万人;小学58.9万人: pupils of schools are none of a kindergarten, so the count before it is meant.
pub(super) fn of_pupils<'m>(name: &Name, head: &Named, at: &At<'_, '_>, memory: &'m Memory, lexicon: &Lexicon) -> Option<&'m Named> {
    let measure = |named: &Named| {
        let text: String = named.name.words[named.name.measure_at(lexicon)..].iter().map(|word| word.text.as_str()).collect();
        lexicon.indicators.get(&text).filter(|form| form.part == Part::Measure)
    };
    let small =
        |word: &NameWord| lexicon.indicators.get(&word.text).is_some_and(|form| form.key == "kindergarten" || form.key.starts_with("preschool"));
    if !measure(head).is_some_and(|form| form.is("young")) || name.words.iter().any(small) {
        return None;
    }
    let own = |named: &&Named| !named.change && named.sentence >= memory.block_from && named.dimension == at.quantity.dimension;
    memory.named.iter().rev().filter(own).find(|named| measure(named).is_some_and(|form| !form.is("young")))
}

/// 全省教育经费1268亿元。省本级为187亿元; 设区市合计1082亿元: the same of a part of the places.
pub(super) fn of_the_tiers<'m>(at: &At<'_, '_>, memory: &'m Memory) -> Option<&'m Named> {
    let tier = at.before().iter().any(|token| token.text.ends_with("本级") || token.text.ends_with("设区市"))
        || at.tokens()[..at.token].iter().any(|token| token.text.ends_with("设区市"));
    let money = at.quantity.dimension == Some(Dimension::Money);
    let near = |named: &&Named| !named.change && named.unit == at.quantity.unit && named.sentence + 1 >= at.sentence;
    memory.named.iter().rev().find(near).filter(|_| tier && money)
}
