//! Word lists by their role in a sentence, and the fixed words whose numerals count nothing. Knows no grammar.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::{AhoCorasick, MatchKind};

use super::TableError;
use super::read::rows;
use crate::model::Reason;

/// Words by role: `roles.tsv`.
#[derive(Debug, Default)]
pub struct Roles {
    roles: BTreeMap<String, BTreeSet<String>>,
    /// Of the longest word, in bytes.
    longest: usize,
}

impl Roles {
    /// Reads `roles.tsv`.
    pub fn read(file: &str, text: &str) -> Result<Self, TableError> {
        let mut it = Self::default();
        for row in rows(file, text, 2)? {
            if row.cell(0).is_empty() || row.list(1).is_empty() {
                return Err(row.error("a role and its words are wanted"));
            }
            it.longest = row.list(1).into_iter().map(str::len).fold(it.longest, usize::max);
            let words = it.roles.entry(row.cell(0).to_owned()).or_default();
            words.extend(row.list(1).into_iter().map(str::to_owned));
        }
        Ok(it)
    }

    /// Whether `word` has this role.
    pub fn is(&self, role: &str, word: &str) -> bool {
        self.roles.get(role).is_some_and(|words| words.contains(word))
    }

    /// The longest word of this role that `text` ends with.
    pub fn at_end<'a>(&self, role: &str, text: &'a str) -> Option<&'a str> {
        let words = self.roles.get(role)?;
        let text = &text[text.ceil_char_boundary(text.len().saturating_sub(self.longest))..];
        text.char_indices().map(|(at, _)| &text[at..]).find(|tail| words.contains(*tail))
    }

    /// The longest word of this role that `text` begins with.
    pub fn at_start<'a>(&self, role: &str, text: &'a str) -> Option<&'a str> {
        let words = self.roles.get(role)?;
        let end = text.floor_char_boundary(self.longest.min(text.len()));
        text[..end].char_indices().rev().map(|(at, c)| &text[..at + c.len_utf8()]).find(|head| words.contains(*head))
    }

    /// The first place in `text` where a word of this role stands; the longest word there.
    pub fn find<'a>(&self, role: &str, text: &'a str) -> Option<(usize, &'a str)> {
        text.char_indices().find_map(|(at, _)| self.at_start(role, &text[at..]).map(|word| (at, word)))
    }

    /// Whether a word of this role stands anywhere in `text`.
    pub fn any(&self, role: &str, text: &str) -> bool {
        self.find(role, text).is_some()
    }
}

/// Shorter wordings: `short.tsv`, in the order of the table.
pub(super) fn shorter(file: &str, text: &str) -> Result<Vec<(String, String)>, TableError> {
    rows(file, text, 2)?
        .into_iter()
        .map(|row| {
            if row.cell(0).chars().count() <= row.cell(1).chars().count() {
                return Err(row.error("the second wording is no shorter"));
            }
            Ok((row.cell(0).to_owned(), row.cell(1).to_owned()))
        })
        .collect()
}

/// Fixed words whose numerals count nothing: `masks.tsv`.
#[derive(Debug)]
pub struct Masks {
    automaton: AhoCorasick,
    reasons: Vec<Reason>,
}

impl Masks {
    /// Reads `masks.tsv`.
    pub fn read(file: &str, text: &str) -> Result<Self, TableError> {
        let mut words = Vec::new();
        let mut reasons = Vec::new();
        for row in rows(file, text, 2)? {
            reasons.push(match row.cell(1) {
                "slogan" => Reason::Slogan,
                "name" => Reason::Name,
                "ordinal" => Reason::Ordinal,
                "date" => Reason::Date,
                "reference" => Reason::Reference,
                "section" => Reason::Section,
                other => return Err(row.error(format!("no such reason: {other}"))),
            });
            words.push(row.cell(0).to_owned());
        }
        let automaton = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&words).map_err(|error| TableError {
            file: file.to_owned(),
            line: 0,
            problem: error.to_string(),
        })?;
        Ok(Self { automaton, reasons })
    }

    /// The fixed words in `text`, in order, without overlaps.
    pub fn find(&self, text: &str) -> Vec<(std::ops::Range<usize>, Reason)> {
        self.automaton.find_iter(text).map(|hit| (hit.range(), self.reasons[hit.pattern().as_usize()])).collect()
    }
}
