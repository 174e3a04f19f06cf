//! What stands over rows says what they leave out: a heading (小学), the words before a colon (专任教师按学段分:), a whole before its
//! parts (初中教职工中,), the level of schooling that the row before was about.

use super::carry::whose_schools;
use super::memory::{At, Memory, Named, Naming, Over};
use super::name::{self, Name, NameWord};
use super::phrase;
use super::row::{Place, Reader};
use super::sentence::{Clause, Token};
use crate::lexicon::{Dimension, Lexicon, Part};

impl Reader<'_> {
    /// Remembers a clause without numbers that stands over those behind it.
    pub(super) fn over(&mut self, clause: &Clause<'_>, next: Option<&Clause<'_>>) {
        let colon = next.is_some_and(|next| next.opened == ':');
        let among = clause.tokens.last().is_some_and(|token| token.text == "中");
        let parted = clause.tokens.first().is_some_and(|first| matches!(first.text, "按" | "从" | "分" | "按学段" | "分学段"))
            && clause.tokens.last().is_some_and(|last| last.text.ends_with(['分', '看']));
        if !colon && !among && !parted {
            return;
        }
        let mut words = words(&clause.tokens, self.lexicon);
        // 按学段分,小学33亿元: of what the paragraph began with
        if words.is_empty() && parted {
            let first = self.memory.named.iter().find(|named| named.sentence >= self.memory.block_from && !named.change && !named.part);
            words = first
                .map(|first| first.name.words.iter().filter(|word| !name::is_level(&word.text, self.lexicon)).cloned().collect())
                .unwrap_or_default();
        }
        if !words.is_empty() && words.len() <= 6 {
            self.memory.over = Some(Over { sentence: self.sentence, words, among });
        }
    }

    /// Remembers a heading, or a line that is nothing but one: a level of schooling, with or without its measure.
    pub(super) fn scope(&mut self, clauses: &[Clause<'_>], place: &Place<'_>) {
        let [clause] = clauses else { return };
        if clause.has_quantity() {
            return;
        }
        let words = words(&clause.tokens, self.lexicon);
        let known = words.iter().all(|word| self.lexicon.indicators.get(&word.text).is_some());
        let short = words.iter().map(|word| word.text.chars().count()).sum::<usize>() <= 12;
        if known && short && words.first().is_some_and(|word| name::is_level(&word.text, self.lexicon)) {
            self.memory.scope = words;
        } else if place.title {
            self.memory.scope.clear();
        }
    }
}

/// The words that say something, without those of 按学段分, 发展情况.
fn words(tokens: &[Token<'_>], lexicon: &Lexicon) -> Vec<NameWord> {
    let mut words = phrase::words(phrase::strip_right(phrase::strip_left(tokens, lexicon), lexicon), true, lexicon);
    words.retain(|word| !lexicon.roles.is("breakdown", &word.text) && !lexicon.roles.is("section_state", &word.text));
    words
}

/// Gives the name what stands over it and what it leaves out.
pub(super) fn join(naming: &mut Naming, at: &At<'_, '_>, memory: &Memory, lexicon: &Lexicon) {
    if each_of_them(&mut naming.name, at, memory) {
        naming.rules.push("生均承上");
        return;
    }
    if same_people(&mut naming.name, at, memory, lexicon) {
        naming.rules.push("同类人员承上");
    }
    if naming.same
        || at.change && naming.rules.contains(&"增减承上")
        || naming.rules.contains(&"其中并入总项")
        || naming.rules.contains(&"标签的事项")
    {
        return;
    }
    let over = memory.over.as_ref().filter(|over| over.sentence == at.sentence);
    if let Some(over) = over
        && under(&mut naming.name, &over.words, over.among, at, lexicon)
    {
        naming.rules.push(if over.among { "总体在前" } else { "冒号前的总领" });
        naming.doubt = 0;
        // 专任教师中,本科及以上学历9万人: whose teachers
        if !school_level(&mut naming.name, at, memory, lexicon) {
            whose_schools(&mut naming.name, at, memory, lexicon, &mut naming.rules);
        }
        return;
    }
    if over.is_none() && !memory.scope.is_empty() && !whole(at) && under(&mut naming.name, &memory.scope, false, at, lexicon) {
        naming.rules.push("标题的学段");
        return;
    }
    if school_level(&mut naming.name, at, memory, lexicon) || ownership(&mut naming.name, at, memory, lexicon) {
        naming.rules.push("学段承上");
    }
}

fn whole(at: &At<'_, '_>) -> bool {
    at.tokens()[..at.token].iter().any(|token| matches!(token.text, "全市" | "全县" | "全区" | "全省" | "我市" | "我县" | "我区" | "全国"))
        && at.before().iter().any(|token| token.tag.starts_with('n') && !matches!(token.text, "全市" | "全县" | "全区" | "全省"))
}

/// Joins the name with the words over it; false where they do not go together.
fn under(name: &mut Name, over: &[NameWord], among: bool, at: &At<'_, '_>, lexicon: &Lexicon) -> bool {
    let kinds = |word: &NameWord| lexicon.indicators.get(&word.text).is_some_and(|form| form.is_level || form.part == Part::Attribute);
    let levels = over.iter().take_while(|word| kinds(word)).count();
    let measure = &over[levels..];
    let topical = name.words.iter().all(kinds);
    let persons = |word: &NameWord| {
        lexicon
            .indicators
            .get(&word.text)
            .is_some_and(|form| matches!(form.key.as_str(), "postgraduate" | "doctoral" | "master" | "undergraduate" | "college"))
    };
    let has_level = name.words.iter().any(|word| name::is_level(&word.text, lexicon) && !(among && persons(word)));
    // 专任教师中,小学2213人,初中1362人: of these, whatever stood before
    let leading = name.words.iter().take_while(|word| kinds(word)).count();
    let carried = name.words[leading..]
        .iter()
        .all(|word| lexicon.indicators.get(&word.text).is_some_and(|form| form.part == Part::Measure) || lexicon.roles.is("generic", &word.text));
    let people = over.last().is_some_and(|word| lexicon.roles.at_end("people", &word.text).is_some());
    if among && has_level && people && carried && leading > 0 && at.quantity.dimension == Some(Dimension::Person) {
        name.words.truncate(leading);
        name.words.extend(over[levels..].iter().cloned());
        return true;
    }
    if among {
        let short = name.words.len() <= 4;
        if has_level || !short || name.words.iter().any(|word| over.contains(word)) || naming_shares_none(over, lexicon) {
            return false;
        }
        // 在校生中,随迁子女5.8万人: these are people themselves
        let people = name.words.last().is_some_and(|word| lexicon.roles.at_end("people", &word.text).is_some());
        let kept = over.iter().filter(|word| !people || name::is_level(&word.text, lexicon));
        name.words.splice(0..0, kept.map(|word| NameWord { weight: word.weight.max(6), ..word.clone() }).collect::<Vec<_>>());
        return true;
    }
    // 专任教师按学段分:幼儿园8124人
    if !measure.is_empty() && topical && fits(measure, at, lexicon) {
        if name.words.is_empty() || !has_level {
            name.words.splice(0..0, over[..levels].iter().cloned());
        }
        name.words.extend(measure.iter().cloned());
        return true;
    }
    if !measure.is_empty() || levels == 0 {
        return false;
    }
    // 民办教育:小学18所
    let ownership: Vec<NameWord> = over
        .iter()
        .filter(|word| lexicon.indicators.get(&word.text).is_some_and(|form| matches!(form.key.as_str(), "public" | "private")))
        .cloned()
        .collect();
    if !ownership.is_empty() {
        let owned = name.words.iter().any(|word| matches!(word.text.as_str(), "公办" | "民办" | "公办园" | "民办园") || word.text.contains("民办"));
        let counted = matches!(at.quantity.dimension, Some(Dimension::Count | Dimension::Person | Dimension::Area));
        if owned || !counted || name.words.is_empty() {
            return false;
        }
        name.words.splice(0..0, ownership);
        return true;
    }
    // 小学:学校126所,在校生8.9万人
    let bare = matches!(name.words.as_slice(), [word] if matches!(word.text.as_str(), "学校" | "班级" | "班数" | "学校数" | "校数"));
    let leads = name.words.first().is_some_and(|word| lexicon.roles.at_start("school_part", &word.text).is_some());
    let measure: String = name.words.iter().map(|word| word.text.as_str()).collect();
    let peopled = lexicon.indicators.get(&measure).is_some_and(|form| form.part == Part::Measure && !form.is_whole);
    let young = name.words.iter().any(|word| word.text.contains("幼儿"));
    if has_level || young || !(bare || leads || peopled) {
        return false;
    }
    name.words.splice(0..0, over.iter().cloned());
    true
}

/// Whether words over rows are no whole that has parts.
fn naming_shares_none(over: &[NameWord], lexicon: &Lexicon) -> bool {
    !over
        .last()
        .is_some_and(|word| lexicon.roles.at_end("people", &word.text).is_some() || matches!(word.text.as_str(), "在校生" | "在园幼儿" | "学校"))
}

/// Whether a measure can be counted in the unit of the row.
fn fits(measure: &[NameWord], at: &At<'_, '_>, lexicon: &Lexicon) -> bool {
    let Some(last) = measure.last() else { return false };
    let ends = |role: &str| lexicon.roles.at_end(role, &last.text).is_some();
    match at.quantity.dimension {
        Some(Dimension::Person) => ends("people") || last.text.ends_with(['数', '生', '额']) && !last.text.ends_with("学校数"),
        Some(Dimension::Money) => ends("money_end"),
        Some(Dimension::Percent) => ends("share_end"),
        Some(Dimension::Area) => last.text.ends_with("面积"),
        Some(Dimension::Ratio) => last.text.ends_with('比'),
        Some(Dimension::Count) => last.text.ends_with(['数', '量']) && !last.text.ends_with("人数") && !last.text.ends_with("生数"),
        _ => false,
    }
}

/// 小学教职工1.8万人,专任教师学历合格率99.9%: of the level that the row before in the sentence was about.
fn school_level(name: &mut Name, at: &At<'_, '_>, memory: &Memory, lexicon: &Lexicon) -> bool {
    let level = |word: &NameWord| name::is_level(&word.text, lexicon);
    let text: String = name.words.iter().map(|word| word.text.as_str()).collect();
    let part = lexicon.roles.at_start("school_part", &text).is_some();
    if !part || name.words.iter().any(level) || whole(at) {
        return false;
    }
    let counted = |named: &&Named| {
        let bracketed = at.clauses.get(named.clause).is_some_and(|clause| clause.bracketed);
        !named.change && !bracketed && named.sentence == at.sentence
    };
    let mut heads = memory.named.iter().rev().filter(counted).filter(|named| named.name.words.iter().any(level));
    let (Some(head), before) = (heads.next(), heads.next()) else { return false };
    let bare = |named: &Named| named.dimension == Some(Dimension::Count) && named.name.measure_at(lexicon) == named.name.words.len();
    // 幼儿园612所,小学325所: of all of them
    if before.is_some_and(|before| bare(head) && bare(before) && head.clause == before.clause + 1) {
        return false;
    }
    let words: Vec<NameWord> = head
        .name
        .words
        .iter()
        .take_while(|word| {
            lexicon
                .indicators
                .get(&word.text)
                .is_some_and(|form| form.is_level || form.part == Part::Attribute && matches!(form.key.as_str(), "public" | "private"))
        })
        .cloned()
        .collect();
    // 小学、初中…均为100%: of both
    if words.iter().filter(|word| level(word)).count() != 1 {
        return false;
    }
    name.words.splice(0..0, words);
    true
}

/// 民办高校18所,普通本专科在校生21万人: where all that the sentence counts is private, so are they.
fn ownership(name: &mut Name, at: &At<'_, '_>, memory: &Memory, lexicon: &Lexicon) -> bool {
    let kind = |word: &NameWord| {
        lexicon
            .indicators
            .get(&word.text)
            .map(|form| form.key.as_str())
            .filter(|key| matches!(*key, "public" | "private" | "inclusive"))
            .map(str::to_owned)
    };
    let measure = name.measure_at(lexicon);
    if measure == name.words.len()
        || measure == 0
        || at.quantity.dimension != Some(Dimension::Person)
        || name.words.iter().any(|word| kind(word).is_some())
    {
        return false;
    }
    let heads: Vec<&Named> =
        memory.named.iter().rev().take(24).take_while(|named| named.sentence == at.sentence).filter(|named| !named.change).collect();
    let Some(first) = heads.last().and_then(|first| first.name.words.iter().find(|word| kind(word).as_deref() == Some("private"))) else {
        return false;
    };
    let all = heads.iter().all(|head| head.name.words.iter().any(|word| word.text == first.text));
    if all && !whole(at) {
        name.words.insert(0, first.clone());
    }
    all
}

/// 占地面积286万平方米,生均40平方米: of the same.
fn each_of_them(name: &mut Name, at: &At<'_, '_>, memory: &Memory) -> bool {
    let [each] = name.words.as_slice() else { return false };
    if !matches!(each.text.as_str(), "生均" | "人均" | "校均" | "班均" | "师均") {
        return false;
    }
    let Some(last) = memory.last().filter(|last| !last.change && last.sentence == at.sentence && last.dimension == at.quantity.dimension) else {
        return false;
    };
    // 学校占地面积 for each pupil is of the ground, not of the school
    let words = last.name.words.iter().filter(|word| word.text != "学校");
    name.words.extend(words.map(|word| NameWord { weight: word.weight.max(5), ..word.clone() }));
    true
}

/// 专任教师中具有研究生学历的132人,本科学历3517人: of the same people.
fn same_people(name: &mut Name, at: &At<'_, '_>, memory: &Memory, lexicon: &Lexicon) -> bool {
    let people = |word: &NameWord| lexicon.roles.at_end("people", &word.text).is_some();
    let ended = |word: &NameWord| ["学历", "职称"].into_iter().find(|end| word.text.ends_with(end));
    let Some(own) = name.words.last().and_then(ended) else { return false };
    if at.quantity.dimension != Some(Dimension::Person) || name.words.iter().any(people) {
        return false;
    }
    let same = |named: &&Named| named.sentence == at.sentence && !named.change && named.name.words.last().and_then(ended) == Some(own);
    let Some(before) = memory.named.iter().rev().take(12).filter(|named| named.dimension == Some(Dimension::Person)).find(same) else {
        return false;
    };
    let Some(end) = before.name.words.iter().position(people) else { return false };
    name.words.splice(0..0, before.name.words[..=end].iter().cloned());
    true
}
