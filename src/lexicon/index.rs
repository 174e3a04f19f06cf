//! Words of a table by their letters: looked up whole, or as the longest that a text begins or ends with. A lookup costs some
//! nanoseconds, most often without reading a word of the table: the rules ask thousands of times a page.

use std::ops::Range;

/// Slots of a [`Letters`]; a power of two.
const SLOTS: usize = 8192;

/// For every letter what is known of the words that have it in one place. Two letters may share a slot: it tells what may be,
/// and the words themselves tell what is.
#[derive(Debug, Clone)]
struct Letters<M>(Vec<M>);

impl<M: Copy + Default> Letters<M> {
    fn new() -> Self {
        Self(vec![M::default(); SLOTS])
    }

    fn slot(c: char) -> usize {
        (c as usize ^ (c as usize >> 11)) % SLOTS
    }

    fn of(&self, c: Option<char>) -> M {
        c.map_or_else(M::default, |c| self.0[Self::slot(c)])
    }
}

/// Where a word stands. Up to sixteen bytes the ends are the whole word.
#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    ends: (u64, u64),
    length: u32,
    /// The place among the words and one more; nought where free.
    index: u32,
}

/// Words with a value each.
#[derive(Debug, Clone)]
pub(crate) struct Index<V> {
    /// In the order in which they were put in.
    words: Vec<(Box<str>, V)>,
    /// Open addressing, at most half full.
    slots: Vec<Slot>,
    /// By first letter the lengths of words in bytes, a bit each; the last bit is for all lengths from 63.
    first: Letters<u64>,
    last: Letters<u64>,
    longest: usize,
}

impl<V> Default for Index<V> {
    fn default() -> Self {
        Self { words: Vec::new(), slots: vec![Slot::default(); 16], first: Letters::new(), last: Letters::new(), longest: 0 }
    }
}

impl<V> Index<V> {
    /// Puts a word in; `false`, and nothing is changed, where it is there already.
    pub(crate) fn insert(&mut self, word: &str, value: V) -> bool {
        if self.find(word).is_some() {
            return false;
        }
        if (self.words.len() + 1) * 2 > self.slots.len() {
            self.slots = vec![Slot::default(); self.slots.len() * 2];
            for index in 0..self.words.len() {
                self.place(index);
            }
        }
        self.words.push((word.into(), value));
        self.place(self.words.len() - 1);
        self.longest = self.longest.max(word.len());
        let length = 1 << word.len().min(63);
        if let (Some(first), Some(last)) = (word.chars().next(), word.chars().next_back()) {
            self.first.0[Letters::<u64>::slot(first)] |= length;
            self.last.0[Letters::<u64>::slot(last)] |= length;
        }
        true
    }

    fn place(&mut self, index: usize) {
        let word = &self.words[index].0;
        let mut at = self.home(hash(word));
        while self.slots[at].index != 0 {
            at = (at + 1) % self.slots.len();
        }
        self.slots[at] = Slot { ends: ends(word), length: word.len() as u32, index: index as u32 + 1 };
    }

    fn home(&self, hash: u64) -> usize {
        (hash >> 32) as usize & (self.slots.len() - 1)
    }

    fn find(&self, word: &str) -> Option<usize> {
        let ends = ends(word);
        let mut at = self.home(mixed(ends, word.len()));
        loop {
            let slot = &self.slots[at];
            let index = (slot.index as usize).checked_sub(1)?;
            let same_ends = slot.length as usize == word.len() && slot.ends == ends;
            if same_ends && (word.len() <= 16 || *self.words[index].0 == *word) {
                return Some(index);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    /// The values in the order in which their words were put in.
    #[cfg(test)]
    pub(crate) fn values(&self) -> impl Iterator<Item = &V> {
        self.words.iter().map(|(_, value)| value)
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// The value of a word.
    pub(crate) fn get(&self, word: &str) -> Option<&V> {
        if self.first.of(word.chars().next()) >> word.len().min(63) & 1 == 0 {
            return None;
        }
        self.find(word).map(|index| &self.words[index].1)
    }

    /// The value of a word that may be changed.
    pub(crate) fn get_mut(&mut self, word: &str) -> Option<&mut V> {
        self.find(word).map(|index| &mut self.words[index].1)
    }

    /// The words that `text` begins with, longest first: the lengths in bytes and the values.
    pub(crate) fn heads<'a, 't>(&'a self, text: &'t str) -> impl Iterator<Item = (usize, &'a V)> + use<'a, 't, V> {
        let lengths = self.first.of(text.chars().next());
        self.lengths(lengths, text.len()).filter(|&length| text.is_char_boundary(length)).filter_map(|length| {
            let index = self.find(&text[..length])?;
            Some((length, &self.words[index].1))
        })
    }

    /// The words that `text` ends with, longest first: the lengths in bytes and the values.
    pub(crate) fn tails<'a, 't>(&'a self, text: &'t str) -> impl Iterator<Item = (usize, &'a V)> + use<'a, 't, V> {
        let lengths = self.last.of(text.chars().next_back());
        self.lengths(lengths, text.len()).filter(|&length| text.is_char_boundary(text.len() - length)).filter_map(|length| {
            let index = self.find(&text[text.len() - length..])?;
            Some((length, &self.words[index].1))
        })
    }

    /// The lengths of a set that are no longer than `most`, longest first.
    fn lengths(&self, set: u64, most: usize) -> Lengths {
        let long = if set >> 63 == 1 { self.longest.min(most) } else { 0 };
        Lengths { long, short: set & !(1 << 63) & if most < 63 { (1 << (most + 1)) - 1 } else { u64::MAX } }
    }
}

/// Lengths from long to short.
struct Lengths {
    /// The next of those from 63; none below.
    long: usize,
    /// A bit for each that is shorter.
    short: u64,
}

impl Iterator for Lengths {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        if self.long >= 63 {
            self.long -= 1;
            return Some(self.long + 1);
        }
        let length = 63_u32.checked_sub(self.short.leading_zeros())?;
        self.short &= !(1 << length);
        Some(length as usize)
    }
}

/// The first and the last bytes of a word.
#[inline]
fn ends(word: &str) -> (u64, u64) {
    let bytes = word.as_bytes();
    match (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        (Some(low), Some(high)) => (u64::from_le_bytes(*low), u64::from_le_bytes(*high)),
        _ => match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
            (Some(low), Some(high)) => (u32::from_le_bytes(*low).into(), u32::from_le_bytes(*high).into()),
            _ => (bytes.iter().fold(0, |sum, &byte| sum << 8 | u64::from(byte)), 0),
        },
    }
}

#[inline]
fn hash(word: &str) -> u64 {
    mixed(ends(word), word.len())
}

/// Spreads the ends of a word and its length over 64 bits.
#[inline]
fn mixed((low, high): (u64, u64), length: usize) -> u64 {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let mixed = (low ^ (length as u64) << 56).wrapping_mul(ODD) ^ high.rotate_left(29).wrapping_mul(ODD.rotate_left(17) | 1);
    (mixed ^ mixed >> 31).wrapping_mul(ODD)
}

/// Looks for many words in a text at once.
#[derive(Debug, Clone)]
pub(crate) struct Finder {
    /// Each word's number is its place among these.
    index: Index<Vec<usize>>,
    /// Which pairs of letters words begin with, a bit each; pairs may share one.
    pairs: Vec<u64>,
    /// Which letters are words, a bit each; letters may share one.
    singles: [u64; 64],
}

impl Finder {
    /// A finder of these words; their numbers are their places in the list. An empty word is never found.
    pub(crate) fn new<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut it = Self { index: Index::default(), pairs: vec![0; 2048], singles: [0; 64] };
        for (number, word) in words.into_iter().enumerate().filter(|(_, word)| !word.is_empty()) {
            match it.index.get_mut(word) {
                Some(numbers) => numbers.push(number),
                None => _ = it.index.insert(word, vec![number]),
            }
            let mut letters = word.chars();
            match (letters.next(), letters.next()) {
                (Some(first), Some(second)) => {
                    let (slot, bit) = Self::pair(first, second);
                    it.pairs[slot] |= bit;
                }
                (Some(only), None) => it.singles[only as usize / 64 % 64] |= 1 << (only as u32 % 64),
                _ => {}
            }
        }
        it
    }

    fn pair(first: char, second: char) -> (usize, u64) {
        let mixed = (first as u32).wrapping_mul(0x9e37_79b1) ^ (second as u32).wrapping_mul(0x85eb_ca6b);
        ((mixed >> 21) as usize, 1 << (mixed >> 15 & 63))
    }

    /// Whether a word may begin with this letter before that one, or at the end.
    #[inline]
    fn may_begin(&self, c: char, next: Option<char>) -> bool {
        self.singles[c as usize / 64 % 64] >> (c as u32 % 64) & 1 == 1
            || next.is_some_and(|next| {
                let (slot, bit) = Self::pair(c, next);
                self.pairs[slot] & bit != 0
            })
    }

    /// The words that `text` begins with, longest first: the lengths in bytes and the numbers.
    fn heads<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, &'a [usize])> {
        self.index.heads(text).map(|(length, numbers)| (length, numbers.as_slice()))
    }

    /// Every word in `text`, those inside others too, in the order of their beginnings, longest first.
    pub(crate) fn each(&self, text: &str, mut found: impl FnMut(usize, Range<usize>)) {
        let mut chars = text.char_indices();
        let mut now = chars.next();
        while let Some((at, c)) = now {
            now = chars.next();
            if !self.may_begin(c, now.map(|(_, next)| next)) {
                continue;
            }
            for (length, numbers) in self.heads(&text[at..]) {
                for &number in numbers {
                    found(number, at..at + length);
                }
            }
        }
    }

    /// The words in `text` from left to right, the longest where several begin, without overlaps.
    pub(crate) fn longest<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, Range<usize>)> + 'a {
        let mut free = 0;
        let mut chars = text.char_indices().peekable();
        std::iter::from_fn(move || {
            while let Some((at, c)) = chars.next() {
                let next = chars.peek().map(|&(_, next)| next);
                if at >= free
                    && self.may_begin(c, next)
                    && let Some((length, numbers)) = self.heads(&text[at..]).next()
                {
                    free = at + length;
                    return Some((numbers[0], at..free));
                }
            }
            None
        })
    }
}

/// The name of a class as a number: known when the program is compiled where the name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Class(u64);

impl Class {
    #[inline]
    pub(super) fn named(name: &str) -> Self {
        Self(hash(name))
    }
}

/// Words by class; a word may be of several, and there are no more than 128 of them.
#[derive(Debug, Clone)]
pub(super) struct Classes {
    /// Open addressing, at most half full: the class, its bit; no bit where free.
    names: Vec<(Class, u128)>,
    count: u32,
    words: Index<u128>,
    /// Of which classes there are words with this first, this last letter.
    first: Letters<u128>,
    last: Letters<u128>,
}

impl Default for Classes {
    fn default() -> Self {
        Self { names: vec![(Class(0), 0); 256], count: 0, words: Index::default(), first: Letters::new(), last: Letters::new() }
    }
}

impl Classes {
    /// Puts a word into a class; `false` where there is no room for another class.
    pub(super) fn insert(&mut self, class: &str, word: &str) -> bool {
        let class = Class::named(class);
        if self.bit(class) == 0 {
            if self.count == 128 {
                return false;
            }
            let slot = self.slot(class);
            self.names[slot] = (class, 1 << self.count);
            self.count += 1;
        }
        let bit = self.bit(class);
        if let (Some(first), Some(last)) = (word.chars().next(), word.chars().next_back()) {
            self.first.0[Letters::<u128>::slot(first)] |= bit;
            self.last.0[Letters::<u128>::slot(last)] |= bit;
        }
        match self.words.get_mut(word) {
            Some(set) => *set |= bit,
            None => _ = self.words.insert(word, bit),
        }
        true
    }

    /// Where a class stands, or would stand.
    fn slot(&self, class: Class) -> usize {
        let mut at = class.0 as usize & 255;
        while self.names[at].1 != 0 && self.names[at].0 != class {
            at = (at + 1) & 255;
        }
        at
    }

    fn bit(&self, class: Class) -> u128 {
        self.names[self.slot(class)].1
    }

    /// Whether the word is of the class.
    pub(super) fn is(&self, class: Class, word: &str) -> bool {
        let bit = self.bit(class);
        self.first.of(word.chars().next()) & self.last.of(word.chars().next_back()) & bit != 0
            && self.words.get(word).is_some_and(|set| set & bit != 0)
    }

    /// The longest word of the class that `text` ends with.
    pub(super) fn at_end<'a>(&self, class: Class, text: &'a str) -> Option<&'a str> {
        let bit = self.bit(class);
        if self.last.of(text.chars().next_back()) & bit == 0 {
            return None;
        }
        self.words.tails(text).find(|(_, set)| **set & bit != 0).map(|(length, _)| &text[text.len() - length..])
    }

    /// The longest word of the class that `text` begins with.
    pub(super) fn at_start<'a>(&self, class: Class, text: &'a str) -> Option<&'a str> {
        let bit = self.bit(class);
        if self.first.of(text.chars().next()) & bit == 0 {
            return None;
        }
        self.words.heads(text).find(|(_, set)| **set & bit != 0).map(|(length, _)| &text[..length])
    }

    /// Whether a word of the class of at least so many characters stands in `text`.
    pub(super) fn any(&self, class: Class, text: &str, least: usize) -> bool {
        let bit = self.bit(class);
        text.char_indices().any(|(at, c)| {
            self.first.of(Some(c)) & bit != 0
                && self.words.heads(&text[at..]).any(|(length, set)| set & bit != 0 && text[at..at + length].chars().count() >= least)
        })
    }

    /// The first place in `text` where a word of the class stands; the longest word there.
    pub(super) fn find<'a>(&self, class: Class, text: &'a str) -> Option<(usize, &'a str)> {
        let bit = self.bit(class);
        text.char_indices().find_map(|(at, c)| {
            if self.first.of(Some(c)) & bit == 0 {
                return None;
            }
            self.words.heads(&text[at..]).find(|(_, set)| **set & bit != 0).map(|(length, _)| (at, &text[at..at + length]))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole_and_at_the_ends() {
        let mut index = Index::default();
        let long = "很".repeat(30);
        for (value, word) in ["人", "人次", "个", "个百分点", "m2", long.as_str(), "次"].into_iter().enumerate() {
            assert!(index.insert(word, value));
            assert!(!index.insert(word, 100), "{word} is there already");
        }
        assert_eq!(index.len(), 7);
        for (word, value) in [("人次", Some(1)), ("m2", Some(4)), (long.as_str(), Some(5)), ("人人", None), ("", None), ("百分点", None)] {
            assert_eq!(index.get(word).copied(), value, "{word}");
        }
        let heads = |text: &str| index.heads(text).map(|(length, &value)| (length, value)).collect::<Vec<_>>();
        assert_eq!(heads("人次数"), [(6, 1), (3, 0)]);
        assert_eq!(heads("个百"), [(3, 2)]);
        assert_eq!(heads(&(long.clone() + "多")), [(90, 5)]);
        assert_eq!(heads(""), []);
        let tails = |text: &str| index.tails(text).map(|(length, &value)| (length, value)).collect::<Vec<_>>();
        assert_eq!(tails("多少人次"), [(6, 1), (3, 6)]);
    }

    #[test]
    fn words_are_found_in_a_text() {
        let finder = Finder::new(["一体化", "一", "体", "化工厂", "体化", "一", ""]);
        let mut all = Vec::new();
        finder.each("在一体化工厂", |number, range| all.push((number, range)));
        assert_eq!(all, [(0, 3..12), (1, 3..6), (5, 3..6), (4, 6..12), (2, 6..9), (3, 9..18)]);
        assert_eq!(finder.longest("在一体化工厂,一").collect::<Vec<_>>(), [(0, 3..12), (1, 19..22)]);
        assert_eq!(finder.longest("").count(), 0);
    }

    #[test]
    fn many_words_are_told_apart() {
        let mut index = Index::default();
        let word = |number: u32| format!("{}{}", char::from_u32(0x4e00 + number % 700).unwrap_or(' '), number / 3);
        for number in 0..5000 {
            index.insert(&word(number), number);
        }
        for number in 0..5000 {
            let &found = index.get(&word(number)).unwrap();
            assert_eq!(word(found), word(number));
        }
    }

    #[test]
    fn classes_share_words() {
        let mut classes = Classes::default();
        for (class, word) in [("over", "超过"), ("at_least", "不少于"), ("over", "超"), ("verb", "超过")] {
            assert!(classes.insert(class, word));
        }
        let [over, verb, none] = ["over", "verb", "none"].map(Class::named);
        assert!(classes.is(over, "超过") && classes.is(verb, "超过") && !classes.is(verb, "超") && !classes.is(none, "超"));
        assert_eq!(classes.at_end(over, "已超过"), Some("超过"));
        assert_eq!(classes.at_end(over, "已过"), None);
        assert_eq!(classes.at_start(over, "超过了"), Some("超过"));
        assert_eq!(classes.at_start(verb, "超了"), None);
        assert_eq!(classes.find(over, "已经超额"), Some((6, "超")));
        for number in 0..125 {
            assert!(classes.insert(&format!("c{number}"), "一"));
        }
        assert!(!classes.insert("one more", "一"));
    }
}
