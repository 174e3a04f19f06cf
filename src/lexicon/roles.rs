//! Word lists by their role in a sentence, and the fixed words whose numerals count nothing. Knows no grammar.

use std::collections::BTreeSet;

use super::index::{Class, Classes, Finder};
use super::read::rows;
use super::{Problem, TableError};
use crate::model::Reason;

/// Words by role: `roles.tsv`.
#[derive(Debug, Default)]
pub struct Roles(Classes);

impl Roles {
    /// Reads `roles.tsv`.
    pub fn read(file: &str, text: &str) -> Result<Self, TableError> {
        let mut it = Self::default();
        let mut roles = BTreeSet::new();
        for row in rows(file, text, 2)? {
            if row.cell(0).is_empty() || row.list(1).is_empty() {
                return Err(row.error("a role and its words are wanted"));
            }
            // two authors with one name for two things would share their words unnoticed
            if !roles.insert(row.cell(0)) {
                return Err(row.error(Problem::Twice(row.cell(0).to_owned())));
            }
            if !row.list(1).into_iter().all(|word| it.0.insert(row.cell(0), word)) {
                return Err(row.error("too many roles"));
            }
        }
        Ok(it)
    }

    /// Whether `word` has this role.
    #[inline]
    pub fn is(&self, role: &str, word: &str) -> bool {
        self.0.is(Class::named(role), word)
    }

    /// The longest word of this role that `text` ends with.
    #[inline]
    pub fn at_end<'a>(&self, role: &str, text: &'a str) -> Option<&'a str> {
        self.0.at_end(Class::named(role), text)
    }

    /// The longest word of this role that `text` begins with.
    #[inline]
    pub fn at_start<'a>(&self, role: &str, text: &'a str) -> Option<&'a str> {
        self.0.at_start(Class::named(role), text)
    }

    /// The first place in `text` where a word of this role stands; the longest word there.
    #[inline]
    pub fn find<'a>(&self, role: &str, text: &'a str) -> Option<(usize, &'a str)> {
        self.0.find(Class::named(role), text)
    }

    /// Whether a word of this role stands anywhere in `text`.
    #[inline]
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
    finder: Finder,
    reasons: Vec<Reason>,
}

impl Masks {
    /// Reads `masks.tsv`.
    pub fn read(file: &str, text: &str) -> Result<Self, TableError> {
        let mut words = Vec::new();
        let mut reasons = Vec::new();
        for row in rows(file, text, 2)? {
            if row.cell(0).is_empty() {
                return Err(row.error(Problem::Empty(1)));
            }
            reasons.push(match row.cell(1) {
                "slogan" => Reason::Slogan,
                "name" => Reason::Name,
                "ordinal" => Reason::Ordinal,
                "date" => Reason::Date,
                "reference" => Reason::Reference,
                "section" => Reason::Section,
                other => return Err(row.error(Problem::unknown(other))),
            });
            words.push(row.cell(0).to_owned());
        }
        Ok(Self { finder: Finder::new(words.iter().map(String::as_str)), reasons })
    }

    /// The fixed words in `text`, in order, without overlaps.
    pub fn find(&self, text: &str) -> Vec<(std::ops::Range<usize>, Reason)> {
        self.finder.longest(text).map(|(number, range)| (range, self.reasons[number])).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_stands_on_one_line() {
        let error = Roles::read("roles.tsv", "# head\nabout\t约|大约\nnearly\t近\nabout\t教育|情况\n").unwrap_err();
        assert_eq!(error.line, 4);
        let roles = Roles::read("roles.tsv", "about\t约|大约\nnearly\t近\n").unwrap();
        assert!(roles.is("about", "约") && !roles.is("nearly", "约"));
    }
}
