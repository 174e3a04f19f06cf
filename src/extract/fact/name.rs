//! The name of an indicator while it is being made: words with weights, an ending, a limit of sixteen characters.

use crate::lexicon::{Lexicon, Part};

/// How long a name may be.
const LIMIT: usize = 16;

/// A word of a name; the lightest go first when it is too long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NameWord {
    pub text: String,
    pub weight: u8,
}

/// A name in the making.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Name {
    pub words: Vec<NameWord>,
    /// What the unit adds: 数, 金额.
    pub ending: String,
}

impl Name {
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// All its words with the ending, however long.
    pub(super) fn whole(&self, lexicon: &Lexicon) -> String {
        let mut words = self.words.clone();
        dedup(&mut words, lexicon);
        join(&words, &self.ending, lexicon)
    }

    /// Where its measure begins: 小学|招生人数. The number of words where it has none.
    pub(super) fn measure_at(&self, lexicon: &Lexicon) -> usize {
        let whole: String = self.words.iter().map(|word| word.text.as_str()).collect();
        let mut rest = whole.as_str();
        self.words
            .iter()
            .position(|word| {
                let is_measure = lexicon.indicators.get(rest).is_some_and(|form| form.part == Part::Measure);
                rest = &rest[word.text.len()..];
                is_measure
            })
            .unwrap_or(self.words.len())
    }

    /// Whether a level of schooling or another topic of the dictionary stands in it.
    pub(super) fn has_topic(&self, lexicon: &Lexicon) -> bool {
        self.words[..self.measure_at(lexicon)].iter().any(|word| is_topic(&word.text, lexicon))
    }

    /// Whether hardly a word of it is its own: 遴选学校数, 政府拨款投资.
    pub(super) fn says_little(&self, lexicon: &Lexicon) -> bool {
        let own = self.words.iter().filter(|word| {
            word.text.chars().count() > 1
                && !["generic", "carried", "light", "plan_noun", "soft"].iter().any(|role| lexicon.roles.is(role, &word.text))
                && lexicon.indicators.get(&word.text).is_none_or(|form| match form.part {
                    Part::Topic | Part::Attribute => true,
                    Part::Measure => word.text.chars().count() > 2,
                    _ => false,
                })
        });
        own.map(|word| word.text.chars().count()).sum::<usize>() <= 2
    }

    /// Whether it says nothing of its own.
    pub(super) fn is_thin(&self, lexicon: &Lexicon) -> bool {
        let measure = self.measure_at(lexicon);
        let rest: String = self.words[measure..].iter().map(|word| word.text.as_str()).collect();
        if lexicon.indicators.get(&rest).is_some_and(|form| form.is_whole) {
            return false;
        }
        // a rate of nothing: 参与率
        if let [word] = self.words.as_slice()
            && word.text.chars().count() <= 4
            && !is_topic(&word.text, lexicon)
            && word.text.ends_with('率')
            && !lexicon.indicators.pieces(&word.text).is_some_and(|pieces| pieces.iter().any(|piece| piece.part == Part::Topic))
        {
            return true;
        }
        // 新建学校: what was done to them says enough
        if measure > 1
            && lexicon.indicators.get(&self.words[0].text).is_some_and(|form| {
                form.part == Part::Action && !matches!(form.key.as_str(), "benefit" | "take_part" | "hold" | "fund" | "plan" | "total" | "added")
            })
            && self.words[1..measure].iter().any(|word| matches!(word.text.as_str(), "学校" | "教师" | "学生" | "项目" | "校"))
        {
            return false;
        }
        self.words[..measure].iter().all(|word| lexicon.roles.is("generic", word.text.trim_start_matches("正在")))
    }

    /// The name with its ending, shortened to the limit where it is longer; and whether words had to go.
    pub(super) fn print(&self, lexicon: &Lexicon) -> (String, bool) {
        let mut words = self.words.clone();
        words.retain(|word| word.weight > 0);
        dedup(&mut words, lexicon);
        let mut cut = false;
        // 新建、改扩建 as one word
        for word in &mut words {
            if word.text.contains('、') {
                word.text = word.text.replace('、', "");
            }
        }
        loop {
            let text = join(&words, &self.ending, lexicon);
            let length = text.chars().count();
            if length <= LIMIT || words.len() <= 1 {
                if length > LIMIT {
                    cut = true;
                    let keep: String = text.chars().skip(length - LIMIT).collect();
                    return (keep, cut);
                }
                return (text, cut);
            }
            // a shorter wording first, then the lightest word
            if let Some((long, short)) = lexicon.shorter.iter().find(|(long, _)| words.iter().any(|word| word.text.contains(long.as_str()))) {
                for word in &mut words {
                    word.text = word.text.replace(long.as_str(), short);
                }
                words.retain(|word| !word.text.is_empty());
                continue;
            }
            let lightest = words.iter().map(|word| word.weight).min().unwrap_or(0);
            let Some(at) = words.iter().position(|word| word.weight == lightest) else { return (text, cut) };
            cut |= lightest > 3;
            words.remove(at);
            // 占|比例 of nothing
            if let Some(of) = words.windows(2).position(|pair| pair[0].text == "占" && pair[1].text == "比例") {
                words[of] = NameWord { text: "占比".into(), weight: 9 };
                words.remove(of + 1);
            }
        }
    }
}

/// Whether a word is a topic of the dictionary.
pub(super) fn is_topic(word: &str, lexicon: &Lexicon) -> bool {
    // 小学生, 普通高中生
    if let Some(level) = word.strip_suffix('生').filter(|level| level.ends_with(['学', '中', '职'])) {
        return is_topic(level, lexicon) && level.chars().count() > 1;
    }
    lexicon
        .indicators
        .get(word)
        .is_some_and(|form| form.part == Part::Topic && !matches!(form.key.as_str(), "school" | "student" | "teacher" | "education"))
}

/// Whether a word is a level of schooling or a kind of school.
pub(super) fn is_level(word: &str, lexicon: &Lexicon) -> bool {
    lexicon.indicators.get(word).is_some_and(|form| form.is_level)
}

/// Takes out what is said twice by what was carried over from other clauses; a verb may stand twice.
fn dedup(words: &mut Vec<NameWord>, lexicon: &Lexicon) {
    let mut at = 0;
    while at < words.len() {
        let twice = words[..at].iter().any(|word| word.text == words[at].text);
        if twice
            && (lexicon.indicators.get(&words[at].text).is_some()
                || lexicon.roles.is("generic", &words[at].text)
                || words[at].text.chars().count() > 2)
        {
            // 结对帮扶贫困县学校|优质学校: what is counted stays whole
            if at + 1 == words.len()
                && at > 1
                && lexicon.roles.is("kind_of", &words[at - 1].text)
                && let Some(first) = words[..at].iter().position(|word| word.text == words[at].text)
                && first + 1 < at
            {
                words.remove(first);
            } else {
                words.remove(at);
            }
        } else {
            at += 1;
        }
    }
    // 资助|学生|资助金额
    if words.len() > 2
        && let (Some(first), Some(last)) = (words.first(), words.last())
        && lexicon.indicators.get(&first.text).is_some_and(|form| form.part == Part::Action)
        && last.text.len() > first.text.len()
        && last.text.starts_with(first.text.as_str())
    {
        words.remove(0);
    }
    // 学前教育|教育经费
    for at in 1..words.len() {
        let education = words[at - 1].text.ends_with("教育") && is_level(&words[at - 1].text, lexicon);
        if let Some(rest) = words[at].text.strip_prefix("教育").filter(|_| education) {
            words[at].text = rest.to_owned();
        }
    }
    words.retain(|word| !word.text.is_empty());
    // 达线|达线率
    let mut at = 0;
    while at + 1 < words.len() {
        if words[at].text.chars().count() > 1 && words[at + 1].text.starts_with(words[at].text.as_str()) {
            words.remove(at);
        } else {
            at += 1;
        }
    }
}

fn join(words: &[NameWord], ending: &str, lexicon: &Lexicon) -> String {
    let text: String = words.iter().map(|word| word.text.as_str()).collect();
    let text = text.trim_matches(['的', '、', '和', '及']).to_owned();
    if ending.is_empty() || text.ends_with(ending) {
        return text;
    }
    match ending {
        "金额" => {
            if lexicon.roles.at_end("money_end", &text).is_some() {
                return text;
            }
        }
        "占比" => {
            if lexicon.roles.at_end("share_end", &text).is_some() {
                return text;
            }
        }
        "数" | "人数" => {
            if text.ends_with("班额") || text.ends_with('分') || text.ends_with(['数', '量']) || text.ends_with("人次") || text.ends_with("规模")
            {
                return text;
            }
            if ending == "人数" && text.ends_with('人') {
                return text + "数";
            }
        }
        "面积" | "人次" | "分数" | "场次" | "次数" => {
            if text.ends_with("人数") && ending == "人次" {
                return text.trim_end_matches('数').trim_end_matches('人').to_owned() + "人次";
            }
            if text.ends_with(ending) || ending == "分数" && text.ends_with('分') {
                return text;
            }
        }
        _ => {
            if lexicon.roles.at_end("measure_end", &text).is_some() {
                return text;
            }
        }
    }
    if text.chars().count() + ending.chars().count() > LIMIT && ending.chars().count() > 1 && ending.ends_with('数') {
        return text + "数";
    }
    text + ending
}
