//! What the pieces of an indicator's key say of it: which direction is better, and its theme. Judges no value.

use std::collections::BTreeMap;

use super::read::rows;
use super::{Problem, TableError};

/// Which direction of an indicator is the better one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    Up,
    Down,
}

/// What is known of an indicator beside its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Meaning<'a> {
    /// `None` where neither direction is better, or nobody says.
    pub better: Option<Better>,
    /// One of the themes of `themes.tsv`.
    pub theme: Option<&'a str>,
}

/// The meanings of pieces of keys.
#[derive(Debug, Default)]
pub struct Meanings {
    better: BTreeMap<String, Better>,
    themes: BTreeMap<String, String>,
}

impl Meanings {
    /// Reads `meanings.tsv`.
    ///
    /// # Errors
    /// A word that is none of the table's, or a piece that stands twice for one thing.
    pub fn read(file: &str, text: &str) -> Result<Self, TableError> {
        let mut it = Self::default();
        for row in rows(file, text, 3)? {
            for piece in row.list(2) {
                let twice = match (row.cell(0), row.cell(1)) {
                    ("better", "up") => it.better.insert(piece.to_owned(), Better::Up).is_some(),
                    ("better", "down") => it.better.insert(piece.to_owned(), Better::Down).is_some(),
                    ("theme", theme) if !theme.is_empty() => it.themes.insert(piece.to_owned(), theme.to_owned()).is_some(),
                    (what, _) => return Err(row.error(Problem::unknown(what))),
                };
                if twice {
                    return Err(row.error(Problem::Twice(piece.to_owned())));
                }
            }
        }
        Ok(it)
    }

    /// What is known of the indicator with this key. The measure, which stands last, speaks first.
    pub fn of(&self, key: &str) -> Meaning<'_> {
        let pieces = || key.rsplit('.').take(1).chain(key.split('.'));
        Meaning {
            better: key.rsplit('.').next().and_then(|measure| self.better.get(measure)).copied(),
            theme: pieces().find_map(|piece| self.themes.get(piece)).map(String::as_str),
        }
    }

    /// The pieces of keys that are spoken of, in no order.
    #[cfg(test)]
    pub(super) fn pieces(&self) -> Vec<&str> {
        let mut all: Vec<&str> = self.better.keys().chain(self.themes.keys()).map(String::as_str).collect();
        all.sort_unstable();
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn indicators_have_a_direction_and_a_theme() {
        let lexicon = Lexicon::builtin();
        for (key, better, theme) in [
            ("inclusive_rate", Some(Better::Up), Some("学前教育")),
            ("primary.enrolled", None, Some("义务教育")),
            ("primary.fulltime_teachers", None, Some("教师队伍")),
            ("primary.student_teacher", Some(Better::Down), Some("教师队伍")),
            ("compulsory.consolidation", Some(Better::Up), Some("义务教育")),
            ("junior.large_class_share", Some(Better::Down), Some("义务教育")),
            ("senior.books", None, Some("办学条件")),
            ("education_funds", None, None),
        ] {
            assert_eq!(lexicon.meanings.of(key), Meaning { better, theme }, "{key}");
        }
    }

    #[test]
    fn the_pieces_and_themes_are_those_of_the_other_tables() {
        let lexicon = Lexicon::builtin();
        for piece in lexicon.meanings.pieces() {
            assert!(lexicon.indicators.has_key(piece), "{piece} is no piece of a key");
        }
        for theme in lexicon.meanings.themes.values() {
            assert!(lexicon.themes.names().iter().any(|name| name == theme), "{theme}");
        }
    }

    #[test]
    fn a_slip_in_the_table_is_told() {
        for (text, line) in [("better\tsideways\tarea", 1), ("theme\t学前教育\tkindergarten|kindergarten", 1), ("# head\ncolour\tred\tarea", 2)] {
            assert_eq!(Meanings::read("meanings.tsv", text).unwrap_err().line, line, "{text}");
        }
    }
}
