//! The dictionary of indicators: the parts that names of measures are made of, and the keys made from them.
//!
//! A name has a key only if all of it is known: what the table does not explain makes it a measure of its own.

use super::TableError;
use super::index::Index;
use super::read::rows;

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
}

/// All parts of names, by their written forms.
#[derive(Debug, Default)]
pub struct Indicators {
    forms: Index<PartForm>,
}

impl Indicators {
    /// Reads `indicators.tsv`.
    pub fn read(file: &str, text: &str) -> Result<Self, TableError> {
        let mut it = Self::default();
        for row in rows(file, text, 4)? {
            let part = match row.cell(0) {
                "topic" | "level" => Part::Topic,
                "attribute" => Part::Attribute,
                "action" => Part::Action,
                "measure" | "whole" => Part::Measure,
                "filler" => Part::Filler,
                other => return Err(row.error(format!("no such part: {other}"))),
            };
            let key = row.cell(1);
            if (part == Part::Filler) != key.is_empty() || !key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_') {
                return Err(row.error(format!("a key of small letters, none for filler: {key:?}")));
            }
            let units: Vec<String> = row.list(3).into_iter().map(str::to_owned).collect();
            for form in row.list(2) {
                let piece =
                    PartForm { part, key: key.to_owned(), units: units.clone(), is_whole: row.cell(0) == "whole", is_level: row.cell(0) == "level" };
                if !it.forms.insert(form, piece) {
                    return Err(row.error(format!("{form} stands twice")));
                }
            }
        }
        Ok(it)
    }

    /// The longest form that `text` begins with, and its length in bytes.
    pub fn at_start(&self, text: &str) -> Option<(usize, &PartForm)> {
        self.forms.heads(text).next()
    }

    /// The form written exactly so.
    pub fn get(&self, form: &str) -> Option<&PartForm> {
        self.forms.get(form)
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
