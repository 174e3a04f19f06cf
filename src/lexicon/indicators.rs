//! The dictionary of indicators: the parts that names of measures are made of, and the keys made from them.
//!
//! A name has a key only if all of it is known: what the table does not explain makes it a measure of its own.

use std::collections::BTreeMap;

use super::index::Index;
use super::read::rows;
use super::{Problem, TableError};

/// What a part of a name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Whom or what it is about: a level of schooling, a population, an object.
    Topic,
    /// A narrower kind of it: 公办, 农村.
    Attribute,
    /// What is done: 新建, 认定.
    Action,
    /// What is measured: 在校生人数, 面积.
    Measure,
    /// Says nothing: 的, 共.
    Filler,
}

/// One written form of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartForm {
    pub part: Part,
    /// The piece of the key; empty for filler.
    pub key: String,
    /// Units with which it may stand; empty for any.
    pub units: Vec<String>,
    /// A measure that says itself whom it is about: 普惠率.
    pub is_whole: bool,
    /// A topic that is a level of schooling or a kind of school.
    pub is_level: bool,
    /// Only keys are made of it: the naming of rows does not look at it.
    is_quiet: bool,
    /// What the key has to know of it; the head of the table explains them.
    traits: Vec<String>,
}

impl PartForm {
    /// Whether it has the trait.
    pub fn is(&self, word: &str) -> bool {
        self.traits.iter().any(|own| own == word)
    }

    /// The level of schooling that a kind of school stands for where schools, people and rooms are counted.
    pub fn level(&self) -> Option<&str> {
        self.traits.iter().find_map(|own| own.strip_prefix("level="))
    }

    /// The population that a measure counts.
    pub fn population(&self) -> Option<&str> {
        self.traits.iter().find_map(|own| own.strip_prefix("who="))
    }
}

/// The traits that the table may give, but for those with a value.
const TRAITS: [&str; 10] = ["level", "vague", "needs", "young", "of", "alone", "person", "body", "general", "quiet"];

/// All parts of names, by their written forms.
#[derive(Debug, Default)]
pub struct Indicators {
    forms: Index<PartForm>,
    /// Keys that mean another one.
    same: BTreeMap<String, String>,
}

impl Indicators {
    /// Reads `indicators.tsv`.
    pub fn read(file: &str, text: &str) -> Result<Self, TableError> {
        let mut it = Self::default();
        for row in rows(file, text, 5)? {
            if row.cell(0) == "same" {
                for other in row.list(2) {
                    if it.same.insert(other.to_owned(), row.cell(1).to_owned()).is_some() || other == row.cell(1) {
                        return Err(row.error(format!("{other} means two keys, or itself")));
                    }
                }
                continue;
            }
            let part = match row.cell(0) {
                "topic" | "level" => Part::Topic,
                "attribute" => Part::Attribute,
                "action" => Part::Action,
                "measure" | "whole" => Part::Measure,
                "filler" => Part::Filler,
                other => return Err(row.error(Problem::unknown(other))),
            };
            let key = row.cell(1);
            if (part == Part::Filler) != key.is_empty() || !key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_') {
                return Err(row.error(format!("a key of small letters, none for filler: {key:?}")));
            }
            let units: Vec<String> = row.list(3).into_iter().map(str::to_owned).collect();
            let traits: Vec<String> = row.list(4).into_iter().map(str::to_owned).collect();
            if let Some(none) = traits.iter().find(|own| !TRAITS.contains(&own.as_str()) && !own.starts_with("level=") && !own.starts_with("who=")) {
                return Err(row.error(Problem::unknown(none)));
            }
            for form in row.list(2) {
                let piece = PartForm {
                    part,
                    key: key.to_owned(),
                    units: units.clone(),
                    is_whole: row.cell(0) == "whole",
                    is_level: row.cell(0) == "level",
                    is_quiet: traits.iter().any(|own| own == "quiet"),
                    traits: traits.clone(),
                };
                if !it.forms.insert(form, piece) {
                    return Err(row.error(Problem::Twice(form.to_owned())));
                }
            }
        }
        Ok(it)
    }

    /// The longest form that `text` begins with, and its length in bytes. Knows no quiet one.
    pub fn at_start(&self, text: &str) -> Option<(usize, &PartForm)> {
        self.forms.heads(text).find(|(_, form)| !form.is_quiet)
    }

    /// The key that `key` means: itself, where the table has no other for it.
    pub fn canonical<'a>(&'a self, key: &'a str) -> &'a str {
        self.same.get(key).map_or(key, String::as_str)
    }

    /// The form written exactly so, unless it is a quiet one, which only keys are made of.
    pub fn get(&self, form: &str) -> Option<&PartForm> {
        self.forms.get(form).filter(|form| !form.is_quiet)
    }

    /// Whether keys may have this piece.
    #[cfg(test)]
    pub(super) fn has_key(&self, piece: &str) -> bool {
        self.forms.values().any(|form| form.key == piece)
    }

    /// The pieces that `name` is made of, in its order; `None` where a stretch of it is unknown. Of several ways to cut it
    /// the one that leaves nothing over, longest pieces first.
    pub fn pieces(&self, name: &str) -> Option<Vec<&PartForm>> {
        let mut dead = vec![false; name.len() + 1];
        let mut out = Vec::new();
        self.cut(name, 0, &mut dead, &mut out).then_some(out)
    }

    fn cut<'a>(&'a self, name: &str, at: usize, dead: &mut [bool], out: &mut Vec<&'a PartForm>) -> bool {
        if at == name.len() {
            return true;
        }
        if dead[at] {
            return false;
        }
        for (length, form) in self.forms.heads(&name[at..]) {
            out.push(form);
            if self.cut(name, at + length, dead, out) {
                return true;
            }
            out.pop();
        }
        dead[at] = true;
        false
    }
}
