//! What the rows of a report say of one another: twins that cannot both be right, changes no surer than their level, wholes of
//! which a part is still to be done. Changes no value.

use std::collections::HashMap;

use crate::model::{Confidence, Fact, Kind, Qualifier, Status};
use crate::text::{Source, Span};

/// Checks the rows, which stand in the order of the text.
pub(super) fn check(facts: &mut [Fact], source: &Source) {
    doubt_twins(facts);
    doubt_changes(facts);
    unfinished_wholes(facts, source);
    repeated(facts, source);
    doubt_sizes(facts);
}

/// The same sentence again, as in a text that was pasted twice: its rows say so.
fn repeated(facts: &mut [Fact], source: &Source) {
    const SHORTEST: usize = 12;
    // longer ones are lists without full stops, and are not read for each of their rows
    const LONGEST: usize = 1200;
    let mut seen: HashMap<&str, Span> = HashMap::new();
    // the rows of a sentence stand together: it is looked up once
    let mut last = (Span::default(), false);
    for fact in facts {
        if fact.sentence != last.0 {
            let text = source.slice(fact.sentence).trim();
            let is_fit = fact.sentence.len() <= LONGEST && text.chars().take(SHORTEST).count() == SHORTEST;
            last = (fact.sentence, is_fit && *seen.entry(text).or_insert(fact.sentence) != fact.sentence);
        }
        if last.1 {
            fact.rules.push("同句重出".into());
        }
    }
}

/// 学校12所,在校生12.2万人: ten thousand pupils a school are a slip in one of the two.
fn doubt_sizes(facts: &mut [Fact]) {
    let is_level = |fact: &Fact| fact.kind == Kind::Level && fact.status == Status::Actual;
    for at in 1..facts.len() {
        let (schools, pupils) = (&facts[at - 1], &facts[at]);
        let named = |fact: &Fact, ends: &[&str]| ends.iter().any(|end| fact.indicator.ends_with(end));
        let counted = schools.unit.as_deref() == Some("所") && named(schools, &["学数", "校数", "初中数", "高中数", "幼儿园数"]);
        let people = pupils.unit.as_deref() == Some("人") && named(pupils, &["在校生人数", "在校学生人数", "在园幼儿人数", "在校生数", "学生人数"]);
        if !(counted && people && is_level(schools) && is_level(pupils) && schools.sentence == pupils.sentence) || schools.value < 1.0 {
            continue;
        }
        let size = pupils.value / schools.value;
        let most = if schools.indicator.contains("幼儿园") { 1500.0 } else { 8000.0 };
        if size > most || size < 2.0 {
            for fact in &mut facts[at - 1..=at] {
                fact.confidence = Confidence::Doubtful;
                fact.rules.push("校均规模不合常理".into());
            }
        }
    }
}

/// 改扩建学校8所。目前已完成6所,其余2所将于10月完工: what is not yet done as a whole is a task.
fn unfinished_wholes(facts: &mut [Fact], source: &Source) {
    const WORKS: [&str; 5] = ["建设", "新建", "改建", "扩建", "改造"];
    const DONE: [&str; 5] = ["完成", "完工", "竣工", "建成", "投用"];
    for at in 0..facts.len() {
        let whole = &facts[at];
        let works = WORKS.iter().any(|word| whole.indicator.contains(word)) && !DONE.iter().any(|word| whole.indicator.contains(word));
        if whole.kind != Kind::Level || whole.status != Status::Actual || !works || whole.unit.as_deref() == Some("元") {
            continue;
        }
        let near: Vec<&Fact> = facts[at + 1..].iter().take(4).filter(|part| part.kind == Kind::Level && part.unit == whole.unit).collect();
        let rests = near.windows(2).any(|pair| {
            let before = source.slice(Span::new(pair[0].sentence.start as usize, pair[0].span.start as usize));
            let done = pair[0].status == Status::Actual && DONE.iter().any(|word| before.contains(word));
            done && pair[1].status == Status::Target
                && pair[1].sentence == pair[0].sentence
                && (pair[0].value + pair[1].value - whole.value).abs() < 1e-9
        });
        if rests {
            facts[at].status = Status::Target;
            facts[at].rules.push("已完成其一部分".into());
        }
    }
}

/// Two levels of one name, unit, place and time that differ cannot both be what the name says: neither is sure.
fn doubt_twins(facts: &mut [Fact]) {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut of_key = HashMap::new();
    for (at, fact) in facts.iter().enumerate() {
        if fact.kind == Kind::Level && !matches!(fact.qualifier, Qualifier::AtLeast | Qualifier::AtMost) {
            let place = fact.place.as_ref().map(|place| place.value.path.as_str());
            let period = fact.period.as_ref().map(|period| period.value);
            let key = (fact.indicator.as_str(), fact.unit.as_deref(), place, fact.subject.as_deref(), period, fact.status);
            let group = *of_key.entry(key).or_insert(groups.len());
            if group == groups.len() {
                groups.push(Vec::new());
            }
            groups[group].push(at);
        }
    }
    for group in groups {
        let first = facts[group[0]].value;
        if group.iter().any(|&at| facts[at].value.to_bits() != first.to_bits()) {
            // 小学12所,初中5所,共18所: the last may be their total
            let total = group.iter().any(|&at| facts[at].rules.iter().any(|rule| rule == "同项承上"));
            let most = if total { Confidence::Likely } else { Confidence::Doubtful };
            for at in group {
                facts[at].confidence = facts[at].confidence.min(most);
                facts[at].rules.push("同名异值".into());
            }
        }
    }
}

/// A change that took its name from a level is no surer than that.
fn doubt_changes(facts: &mut [Fact]) {
    for at in 0..facts.len() {
        if facts[at].kind == Kind::Change && facts[at].rules.iter().any(|rule| rule == "增减承上") {
            let level = facts[..at].iter().rev().take(40).find(|level| level.kind == Kind::Level && level.indicator == facts[at].indicator);
            let most = level.map_or(Confidence::Likely, |level| level.confidence);
            facts[at].confidence = facts[at].confidence.min(most);
        }
    }
}
