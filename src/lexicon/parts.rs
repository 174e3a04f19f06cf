//! Kinds that exclude one another: `parts.tsv`. Knows no figures.

use super::read::rows;
use super::{Problem, TableError};

/// Kinds of which nothing is two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kinds {
    /// Whether together they are always all there is: 男 and 女.
    pub whole: bool,
    /// The wordings of each kind.
    kinds: Vec<Vec<String>>,
}

impl Kinds {
    /// How many kinds there are.
    pub fn count(&self) -> usize {
        self.kinds.len()
    }

    /// Which kind `text` names; nothing where it names none or several.
    pub fn of(&self, text: &str) -> Option<usize> {
        let mut named = self.kinds.iter().enumerate().filter(|(_, words)| words.iter().any(|word| text.contains(word.as_str())));
        let (kind, _) = named.next()?;
        named.next().is_none().then_some(kind)
    }
}

/// Reads `parts.tsv`.
pub(super) fn read(file: &str, text: &str) -> Result<Vec<Kinds>, TableError> {
    rows(file, text, 2)?
        .into_iter()
        .map(|row| {
            let whole = match row.cell(0) {
                "whole" => true,
                "some" => false,
                other => return Err(row.error(Problem::unknown(other))),
            };
            let kinds: Vec<Vec<String>> =
                row.list(1).into_iter().map(|kind| kind.split('/').filter(|word| !word.is_empty()).map(str::to_owned).collect()).collect();
            if kinds.len() < 2 || kinds.iter().any(Vec::is_empty) {
                return Err(row.error("at least two kinds are wanted"));
            }
            Ok(Kinds { whole, kinds })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_kind_or_none() {
        let kinds = read("parts.tsv", "whole\t男教师/男|女\nsome\t公办|民办\n").unwrap();
        assert_eq!(["男教师", "女", "男女", "教师"].map(|text| kinds[0].of(text)), [Some(0), Some(1), None, None]);
        assert!(kinds[0].whole && !kinds[1].whole && kinds[1].count() == 2);
        for bad in ["whole\t男\n", "all\t男|女\n", "some\t男|/\n"] {
            assert_eq!(read("parts.tsv", bad).unwrap_err().line, 1, "{bad}");
        }
    }
}
