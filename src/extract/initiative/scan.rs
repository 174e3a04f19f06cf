//! A passage as the rules of initiatives walk it: words and short quotations as units, and how far a name reaches to the left
//! and to the right. Grammar only: which words may stand in a name is said by the tables.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::Passage;
use super::marks::{Mark, Pair, pairs};
use crate::lexicon::{Head, Lexicon};
use crate::model::Place;

/// The longest quotation, in characters, that can be a modifier inside a name.
const LONGEST_MODIFIER: usize = 24;

/// How many bytes of a clause beside a name are looked at.
const CLAUSE: usize = 1200;

/// What a unit is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sort {
    /// A word with its part of speech.
    Word(&'static str),
    /// A short quotation with its marks; the index of its pair.
    Quote(usize),
    /// A stretch in book marks.
    Book,
}

/// A word or a short quotation.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    pub range: Range<usize>,
    pub sort: Sort,
}

/// A passage cut into units.
#[derive(Debug)]
pub(super) struct Scan<'a> {
    pub text: &'a str,
    pub lexicon: &'a Lexicon,
    pub pairs: Vec<Pair>,
    pub units: Vec<Unit>,
    /// Where places are named: no modifiers of weight.
    places: Vec<Range<usize>>,
    /// Before which units the source has a blank that the view dropped.
    gaps: Vec<bool>,
}

impl<'a> Scan<'a> {
    pub(super) fn new(passage: &'a Passage, lexicon: &'a Lexicon, scope: Option<&Place>) -> Self {
        let text = passage.view.text();
        let pairs = pairs(text);
        let mut blocks: Vec<(Range<usize>, Sort)> = Vec::new();
        for (index, pair) in pairs.iter().enumerate() {
            if blocks.last().is_some_and(|(range, _)| pair.outer.start < range.end) {
                continue;
            }
            let inner = &text[pair.inner.clone()];
            match pair.mark {
                Mark::Book => blocks.push((pair.outer.clone(), Sort::Book)),
                Mark::Quote if inner.chars().nth(LONGEST_MODIFIER).is_none() && !inner.contains(['。', '!', '?', ';', ':', '《']) => {
                    blocks.push((pair.outer.clone(), Sort::Quote(index)));
                }
                Mark::Quote => {}
            }
        }
        let mut units = Vec::with_capacity(passage.words.len());
        let mut blocks = blocks.into_iter().peekable();
        let mut at = 0;
        for word in &passage.words {
            if word.range.end <= at {
                continue;
            }
            let mut start = word.range.start.max(at);
            while let Some((range, sort)) = blocks.next_if(|(range, _)| range.start < word.range.end) {
                if start < range.start {
                    units.push(Unit { range: start..range.start, sort: Sort::Word(word.tag) });
                }
                at = range.end;
                start = range.end;
                units.push(Unit { range, sort });
            }
            if start < word.range.end {
                units.push(Unit { range: start..word.range.end, sort: Sort::Word(word.tag) });
                at = word.range.end;
            }
        }
        let places = lexicon.places.find(text, scope).into_iter().map(|(range, _)| range).collect();
        let mut gaps = vec![false; units.len()];
        for at in passage.view.gaps() {
            let index = units.partition_point(|unit| unit.range.start < at);
            if index > 0 && units.get(index).is_some_and(|unit| unit.range.start == at) {
                gaps[index] = true;
            }
        }
        Self { text, lexicon, pairs, units, places, gaps }
    }

    /// What stands in book marks, and where for the last time.
    pub(super) fn books(&self) -> BTreeMap<&'a str, usize> {
        self.pairs.iter().filter(|pair| pair.mark == Mark::Book).map(|pair| (&self.text[pair.inner.clone()], pair.outer.start)).collect()
    }

    /// The words of a unit.
    pub(super) fn word(&self, index: usize) -> &'a str {
        self.units.get(index).map_or("", |unit| &self.text[unit.range.clone()])
    }

    /// The unit that holds byte `at`, or the first one after it.
    pub(super) fn unit_at(&self, at: usize) -> usize {
        self.units.partition_point(|unit| unit.range.end <= at)
    }

    /// The part of speech of a unit; empty for quotations.
    pub(super) fn tag(&self, index: usize) -> &str {
        match self.units.get(index).map(|unit| &unit.sort) {
            Some(Sort::Word(tag)) => tag,
            _ => "",
        }
    }

    fn is(&self, class: &str, index: usize) -> bool {
        self.lexicon.cues.is(class, self.word(index))
    }

    /// Whether a word may stand inside a name, seen alone.
    pub(super) fn is_inside(&self, index: usize) -> bool {
        let Some(unit) = self.units.get(index) else { return false };
        let Sort::Word(tag) = &unit.sort else { return unit.sort != Sort::Book };
        let word = self.word(index);
        if word.chars().all(|c| c.is_ascii_punctuation() && c != '+' || c.is_whitespace() || is_mark(c)) {
            return false;
        }
        if self.is("stop", index) {
            return self.is("join", index);
        }
        if self.is_clause(word) {
            return false;
        }
        match *tag {
            "vn" => true,
            // 六促六优: single numerals between single characters
            "m" if word.chars().count() == 1 && self.word(index + 1).chars().count() == 1 => !word.starts_with(|c: char| c.is_ascii_digit()),
            "m" => word.starts_with('第') || word.ends_with('年') && !word.starts_with(|c: char| c.is_ascii_digit()) || word.contains('.'),
            "t" => word.starts_with(['首', '十']) || self.is("noun", index),
            "q" => index > 0 && self.word(index - 1).starts_with('第'),
            "c" | "p" | "d" | "r" | "y" | "e" | "o" | "f" | "w" | "zg" | "ud" | "uj" | "ul" | "uz" | "uv" | "ug" => {
                self.is("join", index) || self.is("topic", index)
            }
            _ if tag.starts_with('v') => self.is("join", index) || self.is("head", index),
            _ => word.chars().any(|c| !c.is_ascii_digit()),
        }
    }

    /// Whether the dictionary holds a piece of a clause as one word (认真落实, 大力加强): it begins or ends with a stop word.
    fn is_clause(&self, word: &str) -> bool {
        let cues = &self.lexicon.cues;
        let ends: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
        if ends.len() < 3 {
            return false;
        }
        let stops = |part: &str| cues.is("stop", part) && !cues.is("join", part);
        stops(&word[..ends[2]]) || stops(&word[ends[ends.len() - 2]..])
    }

    /// Whether a word does something, so that a name cannot begin with it unless it is the whole modifier.
    fn is_verb(&self, index: usize) -> bool {
        let tag = self.tag(index);
        tag.starts_with('v') && tag != "vn" && !self.is("rank", index) && !self.is("noun", index) || self.is("stop", index)
    }

    /// The first unit of the name that ends before unit `to`: as far to the left as words allow, at most `longest` characters.
    /// `is_object` says that unit `to` is a name by itself and not a head, so that a verb before it has it as its object.
    pub(super) fn left(&self, to: usize, longest: usize, is_object: bool) -> usize {
        let quotes = |index: usize| self.units.get(index).is_some_and(|unit| matches!(unit.sort, Sort::Quote(_)));
        let mut from = to;
        let mut length = 0;
        while from > 0 && self.is_inside(from - 1) {
            length += self.word(from - 1).chars().count();
            if length > longest || from < to && self.gaps[from] {
                break;
            }
            // two quotations side by side are two names
            if quotes(from - 1) && (quotes(from) || from == to && quotes(to)) {
                break;
            }
            from -= 1;
        }
        // a verb whose object follows ends what stands before it
        if let Some(verb) =
            (from..to).rev().find(|&index| index + 1 < to + usize::from(is_object) && self.is("cut", index) && !self.is("join", index + 1))
        {
            from = verb + 1;
        }
        // 助、补、免、奖“五位一体”: a single character after 、 belongs to the list before
        if from < to && from > 0 && self.word(from - 1) == "、" && self.word(from).chars().count() == 1 {
            from += 1;
        }
        // a verb is not the beginning of a name
        while from < to && (self.is_verb(from) || self.tag(from) == "q" || self.is("launch", from) || self.is("drop", from)) {
            from += 1;
        }
        from
    }

    /// The head that follows unit `from` (exclusive of what stands before it) within a few words: the unit after it, and what
    /// it says. Heads in a row are taken together (管理改革方案). `classes` are the classes of heads looked for.
    pub(super) fn right(&self, from: usize, classes: &[&str]) -> Option<(usize, Head)> {
        let mut found = None;
        let mut index = from;
        let mut length = 0;
        while index - from < 6 && length < 12 {
            let word = self.word(index);
            // “…杯”跳绳和游泳比赛: over 和 as long as no head was met
            let joins = found.is_none() && index > from && matches!(word, "和" | "与" | "、") && self.is_inside(index + 1);
            if !joins && (!self.is_inside(index) || matches!(self.units[index].sort, Sort::Quote(_))) {
                break;
            }
            length += word.chars().count();
            index += 1;
            if let Some((_, head)) = classes.iter().find_map(|class| self.lexicon.cues.head(class, word)) {
                found = Some((index, head));
            }
        }
        found.filter(|&(end, _)| !self.is_taken_on(end))
    }

    /// Whether the word after unit `end` (exclusive) turns what stands before it into another thing: 活动主题, 计划资金.
    pub(super) fn is_taken_on(&self, end: usize) -> bool {
        let Some(unit) = self.units.get(end) else { return false };
        matches!(unit.sort, Sort::Word(_)) && self.lexicon.cues.beginning("tail", &self.text[unit.range.clone()]).is_some()
    }

    /// Whether what follows unit `end` (exclusive) counts something of the initiative: 达标比例.
    pub(super) fn is_measured(&self, end: usize) -> bool {
        self.units.get(end).is_some_and(|unit| self.lexicon.cues.is("measure", &self.text[unit.range.clone()]))
    }

    /// How much the units of a range say of their own, as modifiers of a head: a general word nothing, a topic of education
    /// work (高中, 经费) one, any other word or a quotation two.
    pub(super) fn says(&self, range: Range<usize>) -> usize {
        range
            .into_iter()
            .map(|index| match &self.units[index].sort {
                Sort::Quote(_) => 3,
                Sort::Book => 0,
                Sort::Word(_) if self.is_place(&self.units[index].range) => 0,
                Sort::Word(tag) if *tag == "ns" && !self.is("topic", index) || matches!(*tag, "m" | "t" | "q") => 0,
                Sort::Word(_) => self.word_says(self.word(index)),
            })
            .sum()
    }

    /// What a word says that is two listed words in one (校园文化, 教学科研); `None` for any other.
    fn pair_says(&self, word: &str) -> Option<usize> {
        let (at, _) = word.char_indices().nth(2)?;
        let half = |part: &str| {
            let is = |class| self.lexicon.cues.is(class, part);
            if is("topic") { Some(1) } else { (is("general") || is("rank") || is("soft")).then_some(0) }
        };
        Some(half(&word[..at])? + half(&word[at..])?)
    }

    /// Whether a place's name makes half of the range or more.
    fn is_place(&self, range: &Range<usize>) -> bool {
        let first = self.places.partition_point(|place| place.end <= range.start);
        self.places[first..]
            .iter()
            .take_while(|place| place.start < range.end)
            .any(|place| (place.end.min(range.end) - place.start.max(range.start)) * 2 >= range.len())
    }

    /// What one word says: see [`Self::says`].
    pub(super) fn word_says(&self, word: &str) -> usize {
        let cues = &self.lexicon.cues;
        if ["topic", "noun"].iter().any(|class| cues.is(class, word)) {
            return 1;
        }
        if word.chars().count() < 2 || ["general", "rank", "soft", "stop"].iter().any(|class| cues.is(class, word)) {
            return 0;
        }
        if cues.ending("body", word).is_some_and(|body| body.len() < word.len()) {
            return 0;
        }
        if let Some(sum) = self.pair_says(word) {
            return sum;
        }
        match cues.head("head", word) {
            Some((head, _)) if head.len() == word.len() => 0,
            Some((head, _)) => self.word_says(&word[..word.len() - head.len()]),
            None => 2,
        }
    }

    /// Whether a range overlaps a stretch in book marks.
    pub(super) fn is_in_book(&self, range: &Range<usize>) -> bool {
        let (first, last) = (self.unit_at(range.start), self.unit_at(range.end.saturating_sub(1)));
        (first..=last).any(|index| self.units.get(index).is_some_and(|unit| unit.sort == Sort::Book))
    }

    /// The text of the clause before byte `at`, back to a mark that ends a clause.
    pub(super) fn clause_before(&self, at: usize) -> &'a str {
        let before = &self.text[self.text.ceil_char_boundary(at.saturating_sub(CLAUSE))..at];
        let start =
            before.rfind(['。', ',', ';', '!', '?', ':', '\n']).map_or(0, |mark| mark + before[mark..].chars().next().map_or(1, char::len_utf8));
        &before[start..]
    }

    /// The text after byte `at`, up to a mark that ends a clause.
    pub(super) fn clause_after(&self, at: usize) -> &'a str {
        let after = &self.text[at..self.text.floor_char_boundary((at + CLAUSE).min(self.text.len()))];
        &after[..after.find(['。', ',', ';', '!', '?', '\n']).unwrap_or(after.len())]
    }
}

/// Marks of Chinese text that no name holds.
pub(super) fn is_mark(c: char) -> bool {
    matches!(
        c,
        '。' | '、'
            | '“'
            | '”'
            | '‘'
            | '’'
            | '《'
            | '》'
            | '「'
            | '」'
            | '…'
            | '—'
            | '·'
            | '■'
            | '△'
            | '○'
            | '●'
            | '◆'
            | '【'
            | '】'
            | '〔'
            | '〕'
            | '→'
    )
}
