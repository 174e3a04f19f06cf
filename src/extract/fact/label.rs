//! Labels: what stands before a colon and is what the numbers behind it are about (免除学杂费:任务数19800人,完成20876人)
//! or names their place (高平市:开工9所).

use super::memory::{At, Memory, Naming};
use super::name::{self, Name, NameWord};
use super::phrase;
use super::sentence::{Clause, Token};
use crate::lexicon::{Lexicon, Part};

/// The longest label, in characters.
const LONGEST: usize = 24;

/// A label that is in force.
#[derive(Debug, Clone, Default)]
pub(super) struct Label {
    pub words: Vec<NameWord>,
    /// Sentence and group that it holds for; `None`: the whole block, which it opens.
    pub reach: Option<(usize, usize)>,
}

/// The tokens of the label at clause `index`, if it is one: it opens a stretch, counts nothing, and a colon follows.
fn tokens<'a, 't>(clauses: &'a [Clause<'t>], index: usize) -> Option<&'a [Token<'t>]> {
    let clause = &clauses[index];
    let opens = index == 0 || matches!(clause.opened, ';' | '。');
    let next = clauses.get(index + 1)?;
    let length: usize = clause.tokens.iter().map(|token| token.text.chars().count()).sum();
    let speaks = |token: &Token<'_>| {
        ["说", "道", "表示", "介绍", "指出", "强调", "认为", "告诉", "透露", "算", "提出", "要求", "发现"]
            .iter()
            .any(|word| token.text.ends_with(word))
    };
    let leads = |token: &Token<'_>| matches!(token.text, "是" | "为" | "有" | "如下" | "分别" | "包括" | "即" | "其中" | "达" | "达到" | "账");
    let last = clause.tokens.last()?;
    (opens && next.opened == ':' && !clause.bracketed && !clause.has_quantity() && length <= LONGEST && !speaks(last) && !leads(last))
        .then_some(&clause.tokens)
}

/// What the label at clause `index` says; `first`: it opens its block.
pub(super) fn read(clauses: &[Clause<'_>], index: usize, sentence: usize, first: bool, lexicon: &Lexicon) -> Option<Label> {
    let tokens = tokens(clauses, index)?;
    let reach = (!(first && index == 0)).then_some((sentence, clauses[index].group));
    let mut core = phrase::strip_right(phrase::strip_left(tokens, lexicon), lexicon);
    while let Some((last, rest)) = core.split_last()
        && (lexicon.roles.is("label_empty", last.text) || lexicon.roles.is("label_done", last.text) || lexicon.roles.is("label_plan", last.text))
    {
        core = rest;
    }
    let mut words = phrase::words(core, true, lexicon);
    // 免除学杂费学生数: what is counted, the unit says again
    if let Some(last) = words.last_mut().filter(|last| lexicon.indicators.get(&last.text).is_none()) {
        for end in ["人数", "数"] {
            if let Some(stem) = last.text.strip_suffix(end).filter(|stem| stem.chars().count() > 1) {
                last.text = stem.to_owned();
                break;
            }
        }
    }
    for word in &mut words {
        word.weight = word.weight.clamp(3, 7);
    }
    // 学前教育: a level of schooling alone is another matter
    let kind = |word: &NameWord| {
        lexicon.indicators.get(&word.text).is_some_and(|form| form.is_level || form.part == Part::Attribute || form.key == "education")
    };
    let empty = |word: &NameWord| lexicon.roles.is("generic", &word.text) || lexicon.roles.is("light", &word.text);
    if words.iter().all(empty) || words.iter().all(kind) {
        words.clear();
    }
    Some(Label { words, reach })
}

impl Memory {
    /// The label that holds for a quantity, where it says what is counted.
    pub(super) fn labelled(&self, at: &At<'_, '_>) -> Option<&[NameWord]> {
        let label = self.label.as_ref()?;
        let holds = label.reach.is_none_or(|reach| reach == (at.sentence, at.clauses[at.clause].group));
        (holds && !label.words.is_empty()).then_some(&label.words)
    }
}

/// Whether a label says what is done or run: 校舍维修改造, 助学贷款; not what the numbers are only near: 教师队伍.
pub(super) fn is_deed(words: &[NameWord], lexicon: &Lexicon) -> bool {
    words.last().is_some_and(|word| {
        lexicon.indicators.get(&word.text).is_some_and(|form| form.part == Part::Action)
            || lexicon.roles.is("aid", &word.text)
            || lexicon.roles.is("carried", &word.text)
            || lexicon.roles.is("topic_head", &word.text) && word.text != "教育"
    })
}

/// Gives a name that only repeats a part of its label, or stands in a list under a programme, the whole label.
pub(super) fn complete(naming: &mut Naming, at: &At<'_, '_>, memory: &Memory, lexicon: &Lexicon) {
    if naming.same || at.change || naming.rules.contains(&"标签的事项") || naming.name.words.is_empty() {
        return;
    }
    let Some(label) = memory.labelled(at) else { return };
    let name = &mut naming.name;
    let shares = |word: &NameWord| label.iter().any(|own| own.text == word.text);
    // 资助普通高中贫困学生:实际资助1256人
    if name.words.iter().all(shares) && name.words.len() < label.len() {
        name.words = label.to_vec();
        naming.rules.push("标签的事项");
        return;
    }
    // 助学贷款:受理申请2140笔
    let length = |words: &[NameWord]| words.iter().map(|word| word.text.chars().count()).sum::<usize>();
    let programme = label.last().is_some_and(|word| {
        ["计划", "工程", "行动", "贷款", "服务", "午餐", "营养餐", "校车", "助学金", "补助", "保险", "筛查", "体检", "试点", "补贴"]
            .iter()
            .any(|end| word.text.ends_with(end))
    });
    let own = name.words.iter().any(|word| name::is_topic(&word.text, lexicon) || shares(word));
    if programme && !own && length(label) + length(&name.words) <= 12 && !naming.rules.contains(&"其中并入总项") {
        name.words.splice(0..0, label.iter().cloned());
        naming.rules.push("标签的事项");
    }
}

/// Sets the label before a name that leaves out what it is of. Returns whether it did.
pub(super) fn set_before(name: &mut Name, label: &[NameWord], lexicon: &Lexicon) -> bool {
    let said = |word: &NameWord| name.words.iter().any(|own| own.text == word.text || own.text.contains(&word.text) && word.text.chars().count() > 1);
    let fresh: Vec<NameWord> = label.iter().filter(|word| !said(word)).cloned().collect();
    if fresh.is_empty() {
        return false;
    }
    // 义务教育免除学杂费: of the level that is named nearer
    let finer = name.words.iter().any(|word| is_level(word, lexicon, &["primary", "junior"]));
    let fresh = fresh.into_iter().filter(|word| !(finer && is_level(word, lexicon, &["compulsory", "basic_schools"])));
    let at = usize::from(finer && name::is_topic(&name.words[0].text, lexicon));
    name.words.splice(at..at, fresh);
    true
}

fn is_level(word: &NameWord, lexicon: &Lexicon, keys: &[&str]) -> bool {
    lexicon.indicators.get(&word.text).is_some_and(|form| keys.contains(&form.key.as_str()))
}
