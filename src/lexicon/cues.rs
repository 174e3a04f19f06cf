//! The words by which names of initiatives are told, and the words that look like one and are none.

use std::collections::{BTreeMap, BTreeSet};

use super::TableError;
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
    heads: BTreeMap<String, BTreeMap<String, Head>>,
    words: BTreeMap<String, BTreeSet<String>>,
    /// Of the longest word, in bytes.
    longest: usize,
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
            heads.extend(row.list(1).into_iter().map(|word| (word.to_owned(), Head { kind, weight })));
        }
        for row in rows(traps.0, traps.1, 2)? {
            out.words.entry(row.cell(0).to_owned()).or_default().extend(row.list(1).into_iter().map(str::to_owned));
        }
        out.longest = out.words.values().flatten().map(String::len).max().unwrap_or(0);
        Ok(out)
    }

    /// The end of `text` in which a word that it ends with stands.
    fn tail<'t>(&self, text: &'t str) -> &'t str {
        &text[text.ceil_char_boundary(text.len().saturating_sub(self.longest))..]
    }

    /// Whether `word` is of the class.
    pub fn is(&self, class: &str, word: &str) -> bool {
        self.words.get(class).is_some_and(|words| words.contains(word))
    }

    /// The words of a class in byte order.
    pub fn words(&self, class: &str) -> impl Iterator<Item = &str> {
        self.words.get(class).into_iter().flatten().map(String::as_str)
    }

    /// The longest head of the class that `text` ends with.
    pub fn head<'a>(&'a self, class: &str, text: &str) -> Option<(&'a str, Head)> {
        let heads = self.heads.get(class)?;
        let text = self.tail(text);
        text.char_indices().find_map(|(at, _)| heads.get_key_value(&text[at..])).map(|(word, &head)| (word.as_str(), head))
    }

    /// The longest word of the class that `text` ends with.
    pub fn ending<'a>(&'a self, class: &str, text: &str) -> Option<&'a str> {
        let words = self.words.get(class)?;
        let text = self.tail(text);
        text.char_indices().find_map(|(at, _)| words.get(&text[at..])).map(String::as_str)
    }

    /// The longest word of the class that `text` begins with.
    pub fn beginning<'a>(&'a self, class: &str, text: &str) -> Option<&'a str> {
        let words = self.words.get(class)?;
        let end = text.floor_char_boundary(self.longest.min(text.len()));
        text[..end].char_indices().rev().find_map(|(at, c)| words.get(&text[..at + c.len_utf8()])).map(String::as_str)
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
