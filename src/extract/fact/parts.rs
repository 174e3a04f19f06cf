//! Parts of a whole, which 其中 opens: what a part leaves out the whole says.

use super::name::{Name, NameWord};
use crate::lexicon::{Lexicon, Part};

/// 其中本科5422人 of 普通高校招生人数: 普通高校本科招生人数.
pub(super) fn combine(part: &mut Name, head: &Name, head_noun: &[NameWord], lexicon: &Lexicon) {
    let own = part.measure_at(lexicon);
    let from = head.measure_at(lexicon);
    let key = |word: &NameWord| lexicon.indicators.get(&word.text).map(|form| form.key.as_str());
    let finer = part.words.iter().any(|word| matches!(key(word), Some("doctoral" | "master")));
    let head_topics: Vec<NameWord> = head.words[..from].iter().filter(|word| !(finer && key(word) == Some("postgraduate"))).cloned().collect();
    if own < part.words.len() {
        // it has its own measure: only the topic is taken over
        let aid = |word: &NameWord| lexicon.roles.is("aid", &word.text) || lexicon.roles.at_end("money_end", &word.text).is_some();
        let money = part.words.last().is_some_and(|word| lexicon.roles.at_end("money_end", &word.text).is_some());
        let head_topics: Vec<NameWord> = head_topics.into_iter().filter(|word| !(money && aid(word))).collect();
        if own == 0 || !part.has_topic(lexicon) || head_topics.iter().any(|word| word.text.starts_with("特殊")) {
            part.words.splice(0..0, head_topics);
        }
        return;
    }
    // 教职工5000人,其中代课教师120人; 教育支出9亿元,其中人员经费6亿元: it says itself what is counted
    let own_people = |word: &NameWord| lexicon.roles.at_end("people", &word.text).is_some();
    let own_money = |word: &NameWord| lexicon.roles.at_end("money_end", &word.text).is_some() || lexicon.roles.is("aid", &word.text);
    let told = |is: &dyn Fn(&NameWord) -> bool| part.words.last().is_some_and(is) && head.words.last().is_some_and(is);
    if part.words.iter().any(|word| !super::name::is_topic(&word.text, lexicon)) && (told(&own_people) || told(&own_money)) {
        let levels: Vec<NameWord> = head_topics.into_iter().filter(|word| super::name::is_level(&word.text, lexicon)).collect();
        if !part.words.iter().any(|word| super::name::is_level(&word.text, lexicon)) {
            part.words.splice(0..0, levels);
        }
        return;
    }
    // 随迁子女5.8万人,其中小学4.2万人: these of that level
    let level = |word: &NameWord| super::name::is_level(&word.text, lexicon);
    // 招聘教师318人,其中研究生46人: not a level but people of their own
    let persons =
        |word: &NameWord| matches!(key(word), Some("postgraduate" | "doctoral" | "master" | "undergraduate" | "college" | "undergraduate_college"));
    if !part.words.iter().any(persons)
        && head.ending == "人数"
        && !part.words.is_empty()
        && part.words.iter().all(level)
        && head.words.last().is_some_and(own_people)
    {
        part.words.extend(head.words.iter().filter(|word| !level(word)).cloned());
        return;
    }
    // 教师交流轮岗1246人,其中骨干教师368人: they did the same
    let is_action = |word: &NameWord| lexicon.indicators.get(&word.text).is_some_and(|form| form.part == Part::Action);
    let before = head.words.iter().rposition(|word| !is_action(word)).map_or(0, |at| at + 1);
    if before > 0
        && before < head.words.len()
        && part.words.last().is_some_and(own_people)
        && own_people(&head.words[before - 1])
        && !part.words.iter().any(is_action)
    {
        part.words.extend(head.words[before..].iter().cloned());
        return;
    }
    // 民办高校18所,其中本科7所; 培训机构316个,其中学科类9个: a kind of them
    let is_kind = |word: &NameWord| {
        word.text.ends_with(['类', '型', '性'])
            || lexicon
                .indicators
                .get(&word.text)
                .is_some_and(|form| matches!(form.key.as_str(), "undergraduate" | "college" | "undergraduate_college"))
    };
    let kind_text = part.words.iter().map(|word| word.text.as_str()).collect::<String>().ends_with(['类', '型', '性']);
    if (part.words.iter().all(is_kind) || kind_text && part.words.len() <= 3)
        && from == head.words.len()
        && let Some((noun, before)) = head.words.split_last()
        && head.ending == "数"
    {
        let (attributes, rest): (Vec<NameWord>, Vec<NameWord>) = before
            .iter()
            .filter(|word| !lexicon.roles.is("soft", &word.text))
            .cloned()
            .partition(|word| lexicon.indicators.get(&word.text).is_some_and(|form| form.part == Part::Attribute));
        part.words.splice(0..0, attributes);
        part.words.extend(rest);
        part.words.push(noun.clone());
        return;
    }
    if from < head.words.len() {
        let measure = head.words[from..].to_vec();
        let has_own_noun = part.words.iter().any(|word| head_topics.iter().any(|head| head.text == word.text));
        // 小学生均经费12018元,其中农村12673元: 农村小学
        if part.words.iter().all(|word| lexicon.roles.is("narrower", &word.text)) {
            part.words.extend(head_topics);
        } else if !has_own_noun {
            part.words.splice(0..0, head_topics);
        }
        part.words.extend(measure);
        return;
    }
    // 改造薄弱学校16所,其中城区4所
    let attributes_only =
        !part.words.is_empty() && part.words.iter().all(|word| lexicon.indicators.get(&word.text).is_some_and(|form| form.part == Part::Attribute));
    let skip = usize::from(
        head.words.len() > 2
            && lexicon.indicators.get(&head.words[0].text).is_none()
            && lexicon.indicators.get(&head.words[1].text).is_some_and(|form| form.part == Part::Action),
    );
    let acts: Vec<NameWord> = head
        .words
        .iter()
        .skip(skip)
        .take_while(|word| {
            lexicon.indicators.get(&word.text).is_some_and(|form| form.part == Part::Action) || lexicon.roles.is("carried", &word.text)
        })
        .cloned()
        .collect();
    if !acts.is_empty()
        && !part
            .words
            .iter()
            .any(|word| lexicon.indicators.get(&word.text).is_some_and(|form| form.part == Part::Action) || lexicon.roles.is("carried", &word.text))
    {
        part.words.splice(0..0, acts.clone());
    }
    // 其中国家级12名 of those of 市级以上: of a rank of its own
    let ranks = ["国家级", "省级", "市级", "县级", "校级", "区级"];
    let ranked = part.words.iter().any(|word| ranks.contains(&word.text.as_str()));
    let of_rank =
        |word: &NameWord| ranked && (ranks.iter().any(|rank| word.text.starts_with(rank)) || matches!(word.text.as_str(), "以上" | "及以上"));
    let head_noun: &[NameWord] = &head_noun.iter().filter(|word| !of_rank(word)).cloned().collect::<Vec<_>>();
    if attributes_only {
        let tail = if head_noun.is_empty() {
            head.words[acts.len().min(head.words.len())..].iter().filter(|word| !of_rank(word)).cloned().collect()
        } else {
            head_noun.to_vec()
        };
        part.words.extend(tail);
        return;
    }
    // 招聘教师148名,其中研究生学历31名: of these people
    if head.ending == "人数"
        && part.words.last().is_some_and(|word| word.text.ends_with("学历") || word.text.ends_with("职称"))
        && let Some(thing) = head.words.last().filter(|word| lexicon.roles.at_end("people", &word.text).is_some())
    {
        part.words.push(thing.clone());
        return;
    }
    // 免除学杂费20876人,其中初中6861人: of what was done, or of the people counted
    let deed: Vec<NameWord> = head.words.iter().filter(|word| !super::name::is_topic(&word.text, lexicon)).cloned().collect();
    let plain = part.words.iter().all(|word| super::name::is_topic(&word.text, lexicon));
    if plain && !part.words.is_empty() && matches!(head.ending.as_str(), "人数" | "人次") && deed.iter().any(|word| word.weight > 0) {
        let deed = deed.into_iter().filter(|word| !part.words.contains(word)).collect::<Vec<_>>();
        part.words.extend(deed);
        return;
    }
    // 新增学位1.86万个,其中义务教育阶段1.42万个: a level of what is counted, not a kind of school
    let thing = head.words.last().filter(|word| matches!(word.text.as_str(), "学位" | "托位" | "床位" | "项目" | "课题" | "岗位" | "编制"));
    let levels = part.words.iter().all(|word| {
        super::name::is_topic(&word.text, lexicon)
            || lexicon.indicators.get(&word.text).is_some_and(|form| matches!(form.part, Part::Attribute | Part::Action))
    });
    if let Some(thing) = thing.filter(|_| levels && head.ending == "数") {
        part.words.push(thing.clone());
        return;
    }
    // 教育支出5.6亿元,其中小学2.1亿元: of the same money
    if head.ending == "金额" && levels && head.words.iter().any(|word| lexicon.roles.at_end("money_end", &word.text).is_some()) {
        let money =
            head.words.iter().filter(|word| !super::name::is_topic(&word.text, lexicon) && !part.words.contains(word)).cloned().collect::<Vec<_>>();
        part.words.extend(money);
        return;
    }
    // 随迁子女共1.2万人,其中在小学就读8000人: of these, not of all
    let studies = |word: &NameWord| matches!(word.text.as_str(), "就读" | "在读" | "入学" | "就学" | "上学");
    let known = |word: &NameWord| super::name::is_topic(&word.text, lexicon) || studies(word);
    if head.ending == "人数"
        && part.words.iter().any(studies)
        && part.words.iter().all(known)
        && let Some(thing) = head.words.last().filter(|word| !known(word) && word.text.chars().count() > 1)
    {
        part.words.push(thing.clone());
    }
}
