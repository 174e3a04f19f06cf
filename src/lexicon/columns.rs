//! What the heads of columns and the labels of rows in tables say.

use std::collections::HashMap;

use super::read::{Problem, TableError, rows};

/// What a column or row holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Quantities in the unit that goes without saying.
    Counted,
    /// The units of the rows.
    Units,
    /// No quantity.
    Nothing,
    /// Quantities, and no more is said of them.
    Values,
    /// Growth over a year before.
    Change,
    /// The whole of the rows.
    Total,
    Target,
    Done,
    /// The end of a caption that says nothing of the measure.
    Tail,
}

/// The words of heads and labels.
#[derive(Debug, Default)]
pub struct Columns {
    words: HashMap<String, (Holds, String)>,
}

impl Columns {
    /// Reads `columns.tsv`.
    pub fn read(file: &str, text: &str) -> Result<Self, TableError> {
        let mut columns = Self::default();
        for row in rows(file, text, 3)? {
            let holds = match row.cell(0) {
                "unit" => Holds::Counted,
                "units" => Holds::Units,
                "skip" => Holds::Nothing,
                "value" => Holds::Values,
                "change" => Holds::Change,
                "total" => Holds::Total,
                "target" => Holds::Target,
                "done" => Holds::Done,
                "tail" => Holds::Tail,
                other => return Err(row.error(Problem::unknown(other))),
            };
            for word in row.list(1) {
                if columns.words.insert(word.to_owned(), (holds, row.cell(2).to_owned())).is_some() {
                    return Err(row.error(Problem::Twice(word.to_owned())));
                }
            }
        }
        Ok(columns)
    }

    /// What a head or label of exactly these words holds.
    pub fn whole(&self, words: &str) -> Option<Holds> {
        self.words.get(words).map(|(holds, _)| *holds).filter(|holds| *holds != Holds::Tail)
    }

    /// Whether a head made of such words and no others holds what is planned or what was done: 计划任务数, 累计完成数.
    pub fn standing(&self, head: &str) -> Option<Holds> {
        let body =
            ["累计", "年度", "已", "实际", "计划", "全年", "目标"].into_iter().fold(head, |rest, word| rest.strip_prefix(word).unwrap_or(rest));
        self.whole(body).or_else(|| self.whole(head)).filter(|holds| matches!(holds, Holds::Target | Holds::Done))
    }

    /// A caption without the words at its end that say nothing of the measure.
    pub fn of_caption<'a>(&self, caption: &'a str) -> &'a str {
        let is_tail = |at: &usize| self.words.get(&caption[*at..]).is_some_and(|(holds, _)| matches!(holds, Holds::Tail | Holds::Done));
        let cut = caption.char_indices().map(|(at, _)| at).find(is_tail);
        &caption[..cut.unwrap_or(caption.len())]
    }

    /// The unit that goes without saying under a head, by its longest end that is known.
    pub fn unit(&self, head: &str) -> Option<&str> {
        head.char_indices()
            .filter_map(|(at, _)| self.words.get(&head[at..]))
            .find(|(holds, _)| *holds == Holds::Counted)
            .map(|(_, unit)| unit.as_str())
    }
}
