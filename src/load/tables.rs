//! The tables of a folder as text. Knows their names from who asks, and nothing of what they mean.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::{LoadError, read};

/// Why the tables of a folder could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TablesError {
    /// The folder or a table in it.
    Load(LoadError),
    /// A table that is not UTF-8, with the first line that is not.
    NotUtf8(PathBuf, usize),
    /// A `.tsv` file that is none of the tables.
    NoTable(PathBuf),
    /// A folder without a table.
    None(PathBuf),
}

/// The texts of the tables in `folder`, by the names of their files, which are some of `names`. Other files than `.tsv` are not
/// looked at.
///
/// # Errors
/// The first file, in the order of names, that is no table or cannot be read.
pub fn tables(folder: &Path, names: &[&str]) -> Result<BTreeMap<String, String>, TablesError> {
    let refuse = |error: std::io::Error| TablesError::Load(LoadError::io(folder, &error));
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(refuse)? {
        let path = entry.map_err(refuse)?.path();
        if path.extension().is_some_and(|end| end.eq_ignore_ascii_case("tsv")) {
            paths.push(path);
        }
    }
    paths.sort();
    let mut out = BTreeMap::new();
    for path in paths {
        let Some(name) = path.file_name().and_then(|name| name.to_str()).filter(|name| names.contains(name)) else {
            return Err(TablesError::NoTable(path));
        };
        let bytes = read(&path).map_err(TablesError::Load)?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            TablesError::NotUtf8(path.clone(), good.split(|byte| *byte == b'\n').count())
        })?;
        out.insert(name.to_owned(), text);
    }
    if out.is_empty() { Err(TablesError::None(folder.to_owned())) } else { Ok(out) }
}
