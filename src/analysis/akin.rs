//! Indicators that look alike and are not the same: what a person might take for one line of comparison. They are offered beside
//! each other with what they differ in; nothing is merged by this.

use std::collections::BTreeSet;

use super::series::{Choice, ChoiceKey};
use crate::lexicon::{Indicators, Part, PartForm};

/// What two indicators differ in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// 建设, 认定; 达线, 录取.
    Action,
    /// 人, 人次.
    Count,
    /// 公办园, 民办园; 一本, 二本以上.
    Population,
    /// A word more or less, or another one, in a name that the dictionary does not know wholly.
    Modifier,
    /// 小学, 初中.
    Level,
}

/// How alike names must be that have more than a level of schooling between them, of 1.
const ALIKE: f64 = 0.6;
/// The least that says of what a name is, in characters: 学校数 is the end of many.
const SHORTEST: usize = 4;
/// The longest stretch in which two unknown names may differ, in characters.
const STRETCH: usize = 4;

/// The indicators near to `key`, at most `most`: the likeliest to be mistaken for it first, levels of schooling last.
pub fn akin<'a>(choices: &'a [Choice], key: &ChoiceKey, dictionary: &Indicators, most: usize) -> Vec<(Difference, &'a Choice)> {
    let Some(own) = choices.iter().find(|choice| choice.key == *key) else { return Vec::new() };
    let known = Known::of(own, dictionary);
    let mut out: Vec<(Difference, i64, &Choice)> = choices
        .iter()
        .filter_map(|other| {
            let difference = between(own, known.as_ref(), other, dictionary)?;
            Some((difference, -(alike(&own.label, &other.label) * 1000.0) as i64, other))
        })
        .collect();
    out.sort_by(|a, b| (a.0, a.1, &a.2.key).cmp(&(b.0, b.1, &b.2.key)));
    out.into_iter().take(most).map(|(difference, _, choice)| (difference, choice)).collect()
}

/// What two indicators differ in, where they are near; nothing where they are one series, or two things.
pub fn difference(a: &Choice, b: &Choice, dictionary: &Indicators) -> Option<Difference> {
    between(a, Known::of(a, dictionary).as_ref(), b, dictionary)
}

fn between(a: &Choice, known: Option<&Known<'_>>, b: &Choice, dictionary: &Indicators) -> Option<Difference> {
    if a.key == b.key || a.key.series == b.key.series || a.key.change != b.key.change {
        return None;
    }
    let units = [a.key.unit.as_deref(), b.key.unit.as_deref()];
    if matches!(units, [Some("人"), Some("人次")] | [Some("人次"), Some("人")]) {
        return (alike(&a.label, &b.label) > ALIKE).then_some(Difference::Count);
    }
    if units[0] != units[1] {
        return None;
    }
    match (known, Known::of(b, dictionary)) {
        (Some(a_parts), Some(b_parts)) => a_parts.against(&b_parts, alike(&a.label, &b.label)),
        _ => by_words(&a.label, &b.label, dictionary),
    }
}

/// The parts of a name that the dictionary knows wholly.
struct Known<'a> {
    topics: BTreeSet<&'a str>,
    levels: BTreeSet<&'a str>,
    attributes: BTreeSet<&'a str>,
    actions: BTreeSet<&'a str>,
    measures: BTreeSet<&'a str>,
}

impl<'a> Known<'a> {
    fn of(choice: &Choice, dictionary: &'a Indicators) -> Option<Self> {
        let pieces = dictionary.pieces(&choice.label)?;
        let of = |test: &dyn Fn(&PartForm) -> bool| pieces.iter().filter(|piece| test(piece)).map(|piece| piece.key.as_str()).collect();
        let persons = choice.key.unit.as_deref() == Some("人");
        let measures: BTreeSet<&str> = of(&|piece| piece.part == Part::Measure);
        // one measure under several names: of kindergartens, of persons, of schools
        let measures = measures
            .into_iter()
            .map(|key| match key.strip_suffix("_k").unwrap_or(key) {
                "count" if persons => "persons",
                "schools" => "count",
                key => key,
            })
            .collect();
        Some(Self {
            topics: of(&|piece| piece.part == Part::Topic),
            levels: of(&|piece| piece.part == Part::Topic && piece.is_level),
            attributes: of(&|piece| piece.part == Part::Attribute),
            actions: of(&|piece| piece.part == Part::Action),
            measures,
        })
    }

    fn against(&self, other: &Self, alike: f64) -> Option<Difference> {
        if self.measures != other.measures || self.measures.is_empty() {
            return None;
        }
        let (topics, attributes, actions) = (self.topics == other.topics, self.attributes == other.attributes, self.actions == other.actions);
        let some_topic = !self.topics.is_empty();
        match (topics, attributes, actions) {
            (true, true, false) => some_topic.then_some(Difference::Action),
            (true, false, true) => some_topic.then_some(Difference::Population),
            // 建设普惠性幼儿园, 认定民办普惠园
            (true, false, false) => (some_topic && !self.attributes.is_disjoint(&other.attributes)).then_some(Difference::Action),
            (false, true, true) => {
                let rest = |a: &Self, b: &Self| a.topics.difference(&b.topics).all(|topic| a.levels.contains(topic)) && a.topics != b.topics;
                let levels = rest(self, other) && rest(other, self) && !self.levels.is_empty() && !other.levels.is_empty();
                if levels {
                    return Some(Difference::Level);
                }
                (alike > ALIKE).then_some(Difference::Population)
            }
            _ => None,
        }
    }
}

/// Names of which one at least is not wholly known: one with a modifier more, or with another one.
fn by_words(a: &str, b: &str, dictionary: &Indicators) -> Option<Difference> {
    let [a, b]: [Vec<char>; 2] = [a, b].map(|name| name.chars().collect());
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    let before = short.iter().zip(long.iter()).take_while(|(a, b)| a == b).count();
    let behind = short[before..].iter().rev().zip(long[before..].iter().rev()).take_while(|(a, b)| a == b).count();
    let stretch = |name: &[char]| name[before..name.len() - behind].iter().collect::<String>();
    let [less, more] = [stretch(short), stretch(long)];
    let part = |words: &str| dictionary.get(words).map(|form| (form.part, form.is_level));
    if part(&less).is_some_and(|it| it.0 == Part::Measure) || part(&more).is_some_and(|it| it.0 == Part::Measure) || behind == 0 {
        return None;
    }
    // a modifier more: all of the shorter one stands in the longer one in its order, the head at the end of both
    let mut rest = long.iter();
    if short.len() >= SHORTEST && short.len() * 2 > long.len() && short.iter().all(|c| rest.any(|other| other == c)) {
        return Some(Difference::Modifier);
    }
    let shared = before + behind;
    if behind < 2
        || shared < SHORTEST
        || (shared as f64) < ALIKE * long.len() as f64
        || less.chars().count() > STRETCH
        || more.chars().count() > STRETCH
    {
        return None;
    }
    Some(match (part(&less), part(&more)) {
        (Some((Part::Action, _)), Some((Part::Action, _))) => Difference::Action,
        (Some((_, true)), Some((_, true))) => Difference::Level,
        _ => Difference::Modifier,
    })
}

/// How much two names share, from 0 to 1: twice the characters they have in common, by all they have.
fn alike(a: &str, b: &str) -> f64 {
    let mut rest: Vec<char> = b.chars().collect();
    let all = a.chars().count() + rest.len();
    let shared = a.chars().filter(|c| rest.iter().position(|other| other == c).map(|at| rest.swap_remove(at)).is_some()).count();
    2.0 * shared as f64 / all.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn choice(label: &str, unit: &str) -> Choice {
        let key = ChoiceKey { series: label.to_owned(), unit: (!unit.is_empty()).then(|| unit.to_owned()), change: false };
        Choice { key, label: label.to_owned(), places: 1, years: 1, rows: 1, comparability: None }
    }

    #[test]
    fn what_looks_alike_is_near_and_what_is_another_thing_is_not() {
        use Difference::{Action, Count, Level, Modifier, Population};
        #[track_caller]
        fn check(lexicon: &Lexicon, a: (&str, &str), b: (&str, &str), expected: Option<Difference>) {
            let [a, b] = [a, b].map(|(label, unit)| choice(label, unit));
            assert_eq!(difference(&a, &b, &lexicon.indicators), expected, "{} / {}", a.label, b.label);
            assert_eq!(difference(&b, &a, &lexicon.indicators), expected, "{} / {}", b.label, a.label);
        }
        let lexicon = Lexicon::builtin();
        for (a, b, unit, expected) in [
            ("清北达线人数", "清北录取人数", "人", Some(Action)),
            ("建设普惠性幼儿园数", "认定民办普惠园数", "所", Some(Action)),
            ("新建公办幼儿园数", "改扩建公办幼儿园数", "所", Some(Action)),
            ("新建公办幼儿园数", "新建幼儿园数", "所", Some(Population)),
            ("一本达线人数", "二本以上达线人数", "人", Some(Population)),
            ("小学在校生人数", "初中在校生人数", "人", Some(Level)),
            ("幼儿园数", "小学数", "所", Some(Level)),
            // not wholly known to the dictionary
            ("放心午餐学校数", "放心午餐示范学校数", "所", Some(Modifier)),
            ("名优教师培养对象人数", "名优校长培养对象人数", "人", Some(Modifier)),
            // other measures, other things, or nothing but a common ending
            ("小学在校生人数", "小学毕业生人数", "人", None),
            ("小学在校生人数", "初中招生人数", "人", None),
            ("教师平均年龄", "教师平均工资", "", None),
            ("放心午餐学校数", "智慧校园学校数", "所", None),
            ("遴选学校数", "小学学校数", "所", None),
            ("新建公办幼儿园数", "认定民办幼儿园数", "所", None),
            ("学校数", "示范学校数", "所", None),
            ("义务教育巩固率", "学前三年毛入园率", "%", None),
            ("清北达线人数", "清北达线人数", "人", None),
        ] {
            check(&lexicon, (a, unit), (b, unit), expected);
        }
        check(&lexicon, ("培训教师人数", "人"), ("教师培训人次", "人次"), Some(Count));
        check(&lexicon, ("培训教师人数", "人"), ("参观学习人次", "人次"), None);
        check(&lexicon, ("新建公办幼儿园数", "所"), ("新建幼儿园数", "个"), None);
    }

    #[test]
    fn the_likeliest_mistake_comes_first_and_changes_stand_apart_from_levels() {
        let lexicon = Lexicon::builtin();
        let mut all: Vec<Choice> =
            ["小学在校生人数", "初中在校生人数", "清北达线人数", "清北录取人数", "农村小学在校生人数"].map(|label| choice(label, "人")).into();
        let mut change = choice("清北录取人数", "人");
        change.key.change = true;
        all.push(change);
        let told = |label: &str| {
            let key = choice(label, "人").key;
            akin(&all, &key, &lexicon.indicators, 9).into_iter().map(|(difference, choice)| (difference, choice.label.as_str())).collect::<Vec<_>>()
        };
        assert_eq!(told("清北达线人数"), [(Difference::Action, "清北录取人数")]);
        assert_eq!(told("小学在校生人数"), [(Difference::Population, "农村小学在校生人数"), (Difference::Level, "初中在校生人数")]);
        assert_eq!(told("无此指标"), []);
    }
}
