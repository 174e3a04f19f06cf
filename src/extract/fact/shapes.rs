//! Sentence shapes with a rule of their own: 分别, 占…的比例, 的字结构.

use super::compose::ending;
use super::memory::{At, Memory, Named, Naming};
use super::name::{Name, NameWord};
use super::phrase;
use super::sentence::Token;
use crate::lexicon::{Dimension, Lexicon};

/// Where 分别 gives several numbers to several names: the clause it stands in, which of the numbers this is, and how many.
pub(super) fn distribution(at: &At<'_, '_>) -> Option<(usize, usize, usize)> {
    let mut first = at.clause;
    while at.clauses[first].opened == '、' && first > 0 {
        first -= 1;
    }
    let is_each = |token: &Token<'_>| token.is_word() && (token.text.starts_with("分别") || token.text == "依次");
    let each = at.clauses[first].tokens.iter().position(is_each)?;
    if at.clause == first && at.token < each {
        return None;
    }
    let behind = |clause: usize| {
        at.clauses[clause].tokens.iter().enumerate().filter(|(index, token)| token.quantity().is_some() && (clause > first || *index > each)).count()
    };
    let mut last = first;
    while at.clauses.get(last + 1).is_some_and(|clause| clause.opened == '、') {
        last += 1;
    }
    let total: usize = (first..=last).map(behind).sum();
    let before: usize = (first..at.clause).map(behind).sum();
    let own = at.clauses[at.clause]
        .tokens
        .iter()
        .enumerate()
        .filter(|(index, token)| token.quantity().is_some() && *index < at.token && (at.clause > first || *index > each))
        .count();
    (total > 1).then_some((first, before + own, total))
}

/// 小学、初中、高中专任教师分别为100人、200人、300人; 分别比上年增加35%、25%; 分别高出国家、自治区17.9个百分点、15.7个百分点
pub(super) fn distributed(at: &At<'_, '_>, memory: &Memory, lexicon: &Lexicon) -> Option<Naming> {
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
    // 普通高中、普通高校:全省分别为15022.46元、20117.90元: the levels stand before the colon, the measure over the list
    let own = subjects.len() == 1 && subjects[0].is_empty() && !at.change;
    if own && clause > 0 && at.clauses[clause].opened == ':' && !at.clauses[clause - 1].has_quantity() {
        let before = phrase::strip_right(phrase::strip_left(&at.clauses[clause - 1].tokens, lexicon), lexicon);
        let parts: Vec<&[Token<'_>]> = before.split(joins).collect();
        if parts.len() == total
            && let Some(measure) = &memory.list_head
        {
            let mut words = phrase::words(parts[index], true, lexicon);
            words.extend(measure.iter().cloned());
            return rule(Name { words, ending: ending(at.quantity) });
        }
    }
    if subjects.len() == total {
        let mut names: Vec<Vec<NameWord>> = subjects.iter().map(|part| phrase::words(part, true, lexicon)).collect();
        let last = Name { words: names.last()?.clone(), ending: String::new() };
        // 小学、初中、高中专任教师学历达标率: all behind the level stands once
        let levels = names[..total - 1].iter().all(|part| matches!(part.as_slice(), [word] if super::name::is_level(&word.text, lexicon)));
        let from = last.measure_at(lexicon);
        let from = if last.words.len() > 1 && (from == last.words.len() || levels && super::name::is_level(&last.words[0].text, lexicon)) {
            1
        } else {
            from
        };
        // 初中学校数、班数、在校生数: the level stands with the first
        let measured = |part: &[NameWord]| Name { words: part.to_vec(), ending: String::new() }.measure_at(lexicon) == 0;
        let first = names[0].first().and_then(|word| {
            let (length, form) = lexicon.indicators.at_start(&word.text)?;
            let more = names[0].len() > 1 || word.text.len() > length;
            let level = word.text[..length].trim_end_matches("学校");
            (form.is_level && more).then(|| NameWord { text: level.to_owned(), weight: 8 })
        });
        if let Some(first) = first.filter(|_| names[1..].iter().all(|part| measured(part))) {
            for part in &mut names[1..] {
                part.insert(0, first.clone());
            }
        }
        let mut words = std::mem::take(&mut names[index]);
        let bare = !words.iter().any(|word| lexicon.roles.at_end("measure_end", &word.text).is_some());
        if index + 1 < total && bare && from < last.words.len() {
            words.extend(last.words[from..].iter().cloned());
        }
        // 增幅分别为14.88%、1.84%: a change carries the name of its level
        if at.change && words.iter().any(|word| lexicon.roles.is("change_noun", &word.text)) {
            words.retain(|word| !lexicon.roles.is("change_noun", &word.text));
            return rule(Name { words, ending: String::new() });
        }
        // 分别完成投资3亿元、2亿元: what it is of stands behind
        let mut behind = phrase::words(&tokens[each + 1..number], true, lexicon);
        behind.retain(|word| !lexicon.roles.is("light", &word.text));
        if behind.last().is_some_and(|word| lexicon.roles.at_end("measure_end", &word.text).is_some()) {
            words.extend(behind);
        }
        let ending = if at.quantity.change_of_level(at.change, memory) { String::new() } else { ending(at.quantity) };
        return rule(Name { words, ending });
    }
    // 幼儿园、小学分别为612所、325所,在校生分别为12万人、27万人: the levels stand in the rows before
    let measure = subjects.first().map(|subject| phrase::words(subject, true, lexicon)).unwrap_or_default();
    // 事业费增幅分别为14.88%、1.84%: of the levels of the growths before, a measure of its own
    let grown = at.change && measure.len() > 1 && measure.iter().any(|word| lexicon.roles.is("change_noun", &word.text));
    if subjects.len() == 1 && !subjects[0].is_empty() && (!at.change || grown) {
        let rows: Vec<&Named> = memory
            .named
            .iter()
            .rev()
            .filter(|named| named.change == at.change && named.sentence == at.sentence && named.clause < clause)
            .take(total)
            .collect();
        if rows.len() == total && rows.iter().all(|row| row.name.words.iter().any(|word| super::name::is_topic(&word.text, lexicon))) {
            let mut words: Vec<NameWord> =
                rows[total - 1 - index].name.words.iter().filter(|word| super::name::is_topic(&word.text, lexicon)).take(1).cloned().collect();
            words.extend(measure.into_iter().filter(|word| !(grown && lexicon.roles.is("change_noun", &word.text))));
            return rule(Name { words, ending: if grown { String::new() } else { ending(at.quantity) } });
        }
    }
    let levels: Vec<&Named> = memory.named.iter().rev().filter(|named| !named.change && named.sentence == at.sentence).take(total).collect();
    if levels.len() == total && (subjects.len() == 1 && subjects[0].is_empty() || at.change) {
        let name = levels[total - 1 - index].name.clone();
        return Some(Naming { name, rules: vec!["分别对应"], doubt: 0, same: true, task: false, action: Vec::new() });
    }
    None
}

/// 生均教育经费最高的是甲区(36520元),最低的是乙县(11084元): the measure stands before 最高.
pub(super) fn extreme(at: &At<'_, '_>, memory: &Memory, lexicon: &Lexicon) -> Option<Naming> {
    let clause = &at.clauses[at.clause];
    if !clause.bracketed || clause.opened != '(' || at.token != 0 || at.clause == 0 {
        return None;
    }
    let tokens = &at.clauses[at.clause - 1].tokens;
    let most = tokens.iter().position(|token| token.is_word() && lexicon.roles.is("extreme", token.text))?;
    if !tokens[most..].iter().any(|token| token.text == "是" || token.text == "为") {
        return None;
    }
    let mut words = phrase::words(phrase::strip_right(phrase::strip_left(&tokens[..most], lexicon), lexicon), true, lexicon);
    if at.change {
        words.retain(|word| !lexicon.roles.is("change_noun", &word.text));
    }
    let rule = |name: Name, same: bool| Some(Naming { name, rules: vec!["最高最低的是"], doubt: 0, same, task: false, action: Vec::new() });
    if words.is_empty() {
        let last = memory.last().filter(|last| last.sentence == at.sentence && last.unit == at.quantity.unit)?;
        return rule(last.name.clone(), true);
    }
    rule(Name { words, ending: if at.change { String::new() } else { ending(at.quantity) } }, false)
}

/// 增幅为8.42%,高于全国平均水平3.6个百分点: how far the row before lies from another.
pub(super) fn distance(at: &At<'_, '_>, memory: &Memory, lexicon: &Lexicon) -> Option<Naming> {
    if at.quantity.dimension != Some(Dimension::Point) {
        return None;
    }
    let before = phrase::strip_left(at.before(), lexicon);
    let (first, rest) = before.split_first().filter(|(first, _)| matches!(first.text, "高于" | "低于" | "高出"))?;
    let last = memory.last().filter(|last| last.sentence == at.sentence)?;
    let mut words = last.name.words.clone();
    words.push(NameWord { text: first.text.to_owned(), weight: 9 });
    words.extend(phrase::words(phrase::strip_right(rest, lexicon), true, lexicon).into_iter().map(|word| NameWord { weight: 3, ..word }));
    Some(Naming {
        name: Name { words, ending: String::new() }, rules: vec!["与别处之差"], doubt: 1, same: false, task: false, action: Vec::new()
    })
}

/// 教学点在校生数为0的有26个: which they are stands before 的.
pub(super) fn relative(at: &At<'_, '_>, lexicon: &Lexicon) -> Option<Naming> {
    let tokens = &at.tokens()[..at.token];
    let (last, of) = (tokens.last()?, tokens.len().checked_sub(2)?);
    if !matches!(last.text, "有" | "共" | "达" | "为") || tokens[of].text != "的" {
        return None;
    }
    let body = phrase::strip_left(&tokens[..of], lexicon);
    let topic = body.iter().position(|token| super::name::is_topic(token.text, lexicon)).filter(|at| *at + 1 < body.len())?;
    let rest: String = body[topic + 1..].iter().map(|token| token.text).collect();
    let words = vec![NameWord { text: rest, weight: 7 }, NameWord { text: format!("的{}", body[topic].text), weight: 8 }];
    Some(Naming {
        name: Name { words, ending: ending(at.quantity) },
        rules: vec!["的字结构"],
        doubt: 0,
        same: false,
        task: false,
        action: Vec::new(),
    })
}

/// 占一般公共预算支出的比例15.68%
pub(super) fn share(at: &At<'_, '_>, memory: &Memory, lexicon: &Lexicon) -> Option<Naming> {
    let tokens = &at.tokens()[..at.token];
    let of = tokens
        .iter()
        .rposition(|token| token.is_word() && token.text.starts_with('占') && !token.text.starts_with("占地") && !matches!(token.text, "占比"))?;
    let behind: Vec<Token<'_>> = tokens[of + 1..].iter().filter(|token| token.quantity().is_none()).cloned().collect();
    let whole = phrase::strip_right(phrase::strip_left(&behind, lexicon), lexicon);
    let whole: Vec<Token<'_>> =
        whole.iter().filter(|token| !matches!(token.text, "比例" | "比重" | "的" | "比" | "总数" | "份额")).cloned().collect();
    if at.quantity.dimension != Some(Dimension::Percent) {
        // the whole itself has a figure: 占一般公共预算支出1814597万元的比例
        let words = phrase::words(&whole, true, lexicon);
        if words.is_empty() || tokens[of + 1..].iter().any(|token| token.quantity().is_some()) {
            return None;
        }
        return Some(Naming {
            name: Name { words, ending: ending(at.quantity) },
            rules: vec!["占比的分母"],
            doubt: 0,
            same: false,
            task: false,
            action: Vec::new(),
        });
    }
    // 占国内生产总值比例 as one known word
    let known = (tokens[of].text.chars().count() > 2).then(|| NameWord { text: tokens[of].text.to_owned(), weight: 9 });
    let subject = phrase::strip_right(phrase::strip_left(&tokens[..of], lexicon), lexicon);
    let subject_end = subject.iter().position(|token| token.quantity().is_some());
    let inherited = subject.is_empty() || subject_end.is_some();
    // 城区小学在校生占46.2%,镇区占38.5%: the same of another kind
    let other = |token: &Token<'_>| lexicon.roles.is("narrower", token.text);
    let last = memory.named.iter().rev().find(|named| !named.change).filter(|named| named.sentence == at.sentence);
    if let [kind] = subject
        && other(kind)
        && let Some(last) = last
        && last.dimension == Some(Dimension::Percent)
        && last.name.words.len() > 1
        && lexicon.roles.is("narrower", &last.name.words[0].text)
    {
        let mut name = last.name.clone();
        kind.text.clone_into(&mut name.words[0].text);
        return Some(Naming { name, rules: vec!["同项各类"], doubt: 0, same: false, task: false, action: Vec::new() });
    }
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
    // 专任教师2万人,其中研究生及以上学历占13.9%: of the teachers
    let part = at.tokens().first().is_some_and(|token| token.text == "其中");
    let level = |word: &NameWord| super::name::is_level(&word.text, lexicon);
    if part
        && !inherited
        && !words.iter().any(level)
        && let Some(head) = memory
            .named
            .iter()
            .rev()
            .take(12)
            .filter(|named| named.sentence == at.sentence && named.dimension == Some(Dimension::Person))
            .find(|named| !named.change && !named.part)
        && head.name.words.iter().any(level)
        && !words.iter().any(|word| head.name.words.contains(word))
    {
        for word in &mut words {
            word.weight = if word.text == "学历" { 5 } else { 9 };
        }
        // 其中本科及以上学历教师占72.6%: people of their own
        let people = words.last().is_some_and(|word| lexicon.roles.at_end("people", &word.text).is_some());
        words.splice(0..0, head.name.words.iter().filter(|word| !people || level(word)).cloned());
    }
    for word in &mut words {
        word.weight = if word.text == "学历" { word.weight } else { word.weight.max(7) };
    }
    if let Some(known) = known {
        words.push(known);
        return Some(Naming {
            name: Name { words, ending: String::new() },
            rules: vec!["甲占乙的比例"],
            doubt: u8::from(inherited),
            same: false,
            task: false,
            action: Vec::new(),
        });
    }
    let mut whole_words = phrase::words(&whole, true, lexicon);
    // 普惠性幼儿园占幼儿园: the whole goes without saying
    let said = |word: &NameWord| {
        words
            .iter()
            .any(|own| own.text == word.text || word.text.chars().count() > 1 && word.text != "支出" && own.text.ends_with(word.text.as_str()))
    };
    for word in &mut whole_words {
        // 教职工总数 is of the 教职工
        if let Some(stem) = word.text.strip_suffix("总数").filter(|stem| stem.chars().count() > 1) {
            word.text = stem.to_owned();
        }
    }
    // 多媒体教室占普通教室: what is said again tells another kind of it
    let other = whole_words.len() > 1
        && whole_words.last().is_some_and(&said)
        && whole_words[..whole_words.len() - 1].iter().any(|word| lexicon.roles.is("kind_of", &word.text));
    // 交流轮岗教师占应交流教师: without its noun the whole says nothing
    let headless = whole_words.last().is_some_and(&said) && whole_words.len() > 1;
    if !other && headless && !whole_words[..whole_words.len() - 1].iter().any(|word| super::name::is_topic(&word.text, lexicon)) {
        whole_words.clear();
    } else if !other {
        whole_words.retain(|word| !said(word));
    }
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
        return Some(Naming {
            name: Name { words, ending: String::new() },
            rules: vec!["甲占乙的比例"],
            doubt: u8::from(inherited),
            same: false,
            task: false,
            action: Vec::new(),
        });
    }
    Some(Naming {
        name: Name { words, ending: "占比".into() },
        rules: vec!["占比"],
        doubt: u8::from(inherited),
        same: false,
        task: false,
        action: Vec::new(),
    })
}

/// 义务教育阶段学生无一人辍学: what none of them did belongs to the name.
pub(super) fn nobody(at: &At<'_, '_>, core: &[Token<'_>], lexicon: &Lexicon) -> Option<Naming> {
    let denied = at.before().last().is_some_and(|token| token.text.ends_with('无') || token.text.ends_with("没有"));
    if !denied || at.quantity.value != 0.0 || !at.quantity.han {
        return None;
    }
    let (noun, predicate) = phrase::noun_and_predicate(at.after(), lexicon);
    let core: Vec<Token<'_>> = core.iter().filter(|token| !matches!(token.text, "无" | "没有")).cloned().collect();
    let mut words = phrase::words(&core, true, lexicon);
    words.extend(phrase::words(phrase::predicate(predicate, lexicon), false, lexicon));
    words.extend(phrase::words(noun, false, lexicon));
    let name = Name { words, ending: ending(at.quantity) };
    Some(Naming { name, rules: vec!["无一"], doubt: 0, same: false, task: false, action: Vec::new() })
}
