//! Why a file could not be read. The sentences that tell it are the interface's words.

use std::fmt;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::Format;
use crate::text::visible_path;

/// Why a file could not be read. [`code`](Self::code) is the key of the sentence that tells it in the interface's language,
/// [`values`](Self::values) are its variables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LoadError {
    Missing(PathBuf),
    Denied(PathBuf),
    /// A folder without a file that could be a report's text.
    EmptyFolder(PathBuf),
    /// A folder, device or pipe where a file is wanted.
    NotAFile(PathBuf),
    /// No byte, or nothing but blanks.
    Empty(PathBuf),
    /// A known format that is not plain text.
    Format(PathBuf, Format),
    Binary(PathBuf),
    /// With its size in bytes.
    TooBig(PathBuf, u64),
    Undecodable(PathBuf),
    /// With the label that names no encoding.
    NoSuchEncoding(PathBuf, String),
    /// With what the system says.
    Io(PathBuf, String),
}

impl LoadError {
    pub(super) fn io(path: &Path, error: &std::io::Error) -> Self {
        let path = path.to_owned();
        match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::Missing(path),
            ErrorKind::PermissionDenied => Self::Denied(path),
            ErrorKind::IsADirectory => Self::NotAFile(path),
            _ => Self::Io(path, error.to_string()),
        }
    }

    pub fn code(&self) -> &'static str {
        match self {
            Self::Missing(_) => "load-error-missing",
            Self::Denied(_) => "load-error-denied",
            Self::EmptyFolder(_) => "load-error-empty-folder",
            Self::NotAFile(_) => "load-error-not-a-file",
            Self::Empty(_) => "load-error-empty",
            Self::Format(..) => "load-error-format",
            Self::Binary(_) => "load-error-binary",
            Self::TooBig(..) => "load-error-too-big",
            Self::Undecodable(_) => "load-error-undecodable",
            Self::NoSuchEncoding(..) => "load-error-no-such-encoding",
            Self::Io(..) => "load-error-io",
        }
    }

    /// The variables of the sentence, safe to show.
    pub fn values(&self) -> Vec<(&'static str, String)> {
        let mut values = vec![("path", visible_path(self.path()))];
        match self {
            Self::Format(_, format) => values.push(("format", format.key().to_owned())),
            Self::TooBig(_, bytes) => values.push(("size", bytes.div_ceil(1024 * 1024).to_string())),
            Self::NoSuchEncoding(_, label) => values.push(("encoding", crate::text::visible(label))),
            Self::Io(_, reason) => values.push(("reason", reason.clone())),
            _ => {}
        }
        values
    }

    pub fn path(&self) -> &Path {
        match self {
            Self::Missing(path)
            | Self::Denied(path)
            | Self::EmptyFolder(path)
            | Self::NotAFile(path)
            | Self::Empty(path)
            | Self::Format(path, _)
            | Self::Binary(path)
            | Self::TooBig(path, _)
            | Self::Undecodable(path)
            | Self::NoSuchEncoding(path, _)
            | Self::Io(path, _) => path,
        }
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", visible_path(self.path()), self.code())
    }
}

impl std::error::Error for LoadError {}
