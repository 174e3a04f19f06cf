//! Reads tables of tab-separated values. An error names the file and the line.
//!
//! A table begins with `#` lines (meaning of the columns, source, licence, date); blank lines are skipped.

/// What is wrong with a table, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {problem}")]
pub struct TableError {
    pub file: String,
    /// Counted from one.
    pub line: usize,
    pub problem: String,
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
    pub(super) fn error(&self, problem: impl Into<String>) -> TableError {
        TableError { file: self.file.to_owned(), line: self.line, problem: problem.into() }
    }
}

/// The rows of a table with exactly `columns` columns.
pub(super) fn rows<'a>(file: &'a str, text: &'a str, columns: usize) -> Result<Vec<TableRow<'a>>, TableError> {
    let mut out = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let row = TableRow { file, line: index + 1, cells: line.split('\t').map(str::trim).collect() };
        if row.cells.len() != columns {
            return Err(row.error(format!("{} columns where {columns} are wanted", row.cells.len())));
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
