//! The words by which names of initiatives are told, and the words that look like one and are none.

use std::collections::{BTreeMap, BTreeSet};

use super::TableError;
use super::index::{Class, Classes, Index};
use super::initiatives::{kind, weight};
use super::read::rows;
use crate::model::{InitiativeKind, Weight};

/// What the last word of a name says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    pub kind: InitiativeKind,
    pub weight: Weight,
}

/// The tables `initiative_cues.tsv` and `initiative_traps.tsv`.
#[derive(Debug, Clone, Default)]
pub struct InitiativeCues {
    heads: BTreeMap<String, Index<(Box<str>, Head)>>,
    classes: Classes,
    words: BTreeMap<String, BTreeSet<String>>,
}

impl InitiativeCues {
    /// Reads both tables.
    pub fn read(cues: (&str, &str), traps: (&str, &str)) -> Result<Self, TableError> {
        let mut out = Self::default();
        for row in rows(cues.0, cues.1, 4)? {
            let class = out.words.entry(row.cell(0).to_owned()).or_default();
            class.extend(row.list(1).into_iter().map(str::to_owned));
            if row.cell(2).is_empty() {
                continue;
            }
            let (Some(kind), Some(weight)) = (kind(row.cell(2)), weight(row.cell(3))) else {
                return Err(row.error("no kind or weight"));
            };
            let heads = out.heads.entry(row.cell(0).to_owned()).or_default();
            for word in row.list(1) {
                match heads.get_mut(word) {
                    Some((_, head)) => *head = Head { kind, weight },
                    None => _ = heads.insert(word, (word.into(), Head { kind, weight })),
                }
            }
        }
        for row in rows(traps.0, traps.1, 2)? {
            out.words.entry(row.cell(0).to_owned()).or_default().extend(row.list(1).into_iter().map(str::to_owned));
        }
        for (class, words) in &out.words {
            if !words.iter().all(|word| out.classes.insert(class, word)) {
                return Err(TableError { file: cues.0.to_owned(), line: 0, problem: "too many classes".into() });
            }
        }
        Ok(out)
    }

    /// Whether `word` is of the class.
    #[inline]
    pub fn is(&self, class: &str, word: &str) -> bool {
        self.classes.is(Class::named(class), word)
    }

    /// The words of a class in byte order.
    pub fn words(&self, class: &str) -> impl Iterator<Item = &str> {
        self.words.get(class).into_iter().flatten().map(String::as_str)
    }

    /// Whether a word of the class of at least so many characters stands anywhere in `text`.
    pub fn holds(&self, class: &str, text: &str, least: usize) -> bool {
        self.classes.any(Class::named(class), text, least)
    }

    /// The longest head of the class that `text` ends with.
    pub fn head<'a>(&'a self, class: &str, text: &str) -> Option<(&'a str, Head)> {
        self.heads.get(class)?.tails(text).next().map(|(_, (word, head))| (&**word, *head))
    }

    /// The longest word of the class that `text` ends with.
    #[inline]
    pub fn ending<'a>(&self, class: &str, text: &'a str) -> Option<&'a str> {
        self.classes.at_end(Class::named(class), text)
    }

    /// The longest word of the class that `text` begins with.
    #[inline]
    pub fn beginning<'a>(&self, class: &str, text: &'a str) -> Option<&'a str> {
        self.classes.at_start(Class::named(class), text)
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;
    use crate::model::{InitiativeKind, Weight};

    #[test]
    fn heads_and_beginnings() {
        let cues = &Lexicon::builtin().cues;
        let (word, head) = cues.head("head", "学前教育行动计划").unwrap();
        assert_eq!((word, head.kind, head.weight), ("行动计划", InitiativeKind::Programme, Weight::Main));
        assert!(cues.head("head", "学校").is_none());
        assert_eq!(cues.ending("paper", "若干措施"), Some("若干措施"));
        assert_eq!(cues.beginning("rank", "全市中小学"), Some("全市"));
    }
}
