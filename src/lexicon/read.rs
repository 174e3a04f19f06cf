//! Reads tables of tab-separated values. An error names the file and the line.
//!
//! A table begins with `#` lines (meaning of the columns, source, licence, date); blank lines are skipped.

/// What is wrong with a table, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {problem}")]
pub struct TableError {
    pub file: String,
    /// Counted from one; zero where it is the table as a whole.
    pub line: usize,
    pub problem: Problem,
}

/// What is wrong with a line of a table. [`code`](Self::code) is the key of the sentence that tells it in the interface's
/// language, [`values`](Self::values) are its variables.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("{found} columns where {wanted} are wanted")]
    Columns { found: usize, wanted: usize },
    /// A word that is none of those that may stand in its column.
    #[error("{word:?} is none of the words that may stand there")]
    Unknown { word: String },
    #[error("{0} stands twice")]
    Twice(String),
    #[error("not a number: {0:?}")]
    Number(String),
    /// A cell that must not be empty.
    #[error("an empty cell in column {0}")]
    Empty(usize),
    #[error("{0}")]
    Other(String),
}

impl Problem {
    pub fn code(&self) -> &'static str {
        match self {
            Self::Columns { .. } => "table-problem-columns",
            Self::Unknown { .. } => "table-problem-unknown",
            Self::Twice(_) => "table-problem-twice",
            Self::Number(_) => "table-problem-number",
            Self::Empty(_) => "table-problem-empty",
            Self::Other(_) => "table-problem-other",
        }
    }

    pub fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Columns { found, wanted } => vec![("found", found.to_string()), ("wanted", wanted.to_string())],
            Self::Empty(column) => vec![("column", column.to_string())],
            Self::Unknown { word } | Self::Twice(word) | Self::Number(word) | Self::Other(word) => vec![("word", word.clone())],
        }
    }

    /// A word that is none of those that may stand in its column.
    pub(super) fn unknown(word: &str) -> Self {
        Self::Unknown { word: word.to_owned() }
    }
}

impl From<String> for Problem {
    fn from(problem: String) -> Self {
        Self::Other(problem)
    }
}

impl From<&str> for Problem {
    fn from(problem: &str) -> Self {
        Self::Other(problem.to_owned())
    }
}

/// One line of a table.
#[derive(Debug, Clone)]
pub(super) struct TableRow<'a> {
    file: &'a str,
    pub line: usize,
    cells: Vec<&'a str>,
}

impl<'a> TableRow<'a> {
    /// The cell of a column, counted from zero.
    pub(super) fn cell(&self, column: usize) -> &'a str {
        self.cells.get(column).copied().unwrap_or("")
    }

    /// The cell as a list, its elements separated by `|`; an empty cell is an empty list.
    pub(super) fn list(&self, column: usize) -> Vec<&'a str> {
        self.cell(column).split('|').filter(|item| !item.is_empty()).collect()
    }

    /// An error at this line.
    pub(super) fn error(&self, problem: impl Into<Problem>) -> TableError {
        TableError { file: self.file.to_owned(), line: self.line, problem: problem.into() }
    }
}

/// The rows of a table with exactly `columns` columns.
pub(super) fn rows<'a>(file: &'a str, text: &'a str, columns: usize) -> Result<Vec<TableRow<'a>>, TableError> {
    let mut out = Vec::new();
    // spreadsheets write a mark before the first line
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for (index, line) in text.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let row = TableRow { file, line: index + 1, cells: line.split('\t').map(str::trim).collect() };
        if row.cells.len() != columns {
            return Err(row.error(Problem::Columns { found: row.cells.len(), wanted: columns }));
        }
        out.push(row);
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_names_file_and_line() {
        let error = rows("units.tsv", "# head\n人\t名|位\n元\n", 2).unwrap_err();
        assert_eq!(error.to_string(), "units.tsv:3: 1 columns where 2 are wanted");
        let good = rows("units.tsv", "# head\n人\t名|位\n", 2).unwrap();
        assert_eq!(good[0].list(1), ["名", "位"]);
    }
}
