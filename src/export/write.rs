//! Writing a file so that a failed write leaves the old one whole. Chooses no path and makes no folder.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use atomic_write_file::AtomicWriteFile;
use fluent_bundle::FluentValue;

use crate::locale::Words;
use crate::text::visible_path;

/// Why there is no file. [`sentence`](Self::sentence) tells it in the interface's language.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    #[error("folder does not exist: {0}")]
    NoFolder(PathBuf),
    #[error("is a folder: {0}")]
    IsFolder(PathBuf),
    #[error("not permitted: {0}")]
    NotPermitted(PathBuf),
    #[error("disk is full: {0}")]
    DiskFull(PathBuf),
    #[error("{1}: {0}")]
    Io(PathBuf, std::io::Error),
    /// The picture could not be made.
    #[error("picture: {0}")]
    Picture(String),
}

impl ExportError {
    fn new(path: &Path, error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        let path = path.to_owned();
        match error.kind() {
            ErrorKind::NotFound => Self::NoFolder(path),
            ErrorKind::IsADirectory => Self::IsFolder(path),
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::NotPermitted(path),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Self::DiskFull(path),
            _ => Self::Io(path, error),
        }
    }

    /// The key of the sentence.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoFolder(_) => "export-error-no-folder",
            Self::IsFolder(_) => "export-error-is-folder",
            Self::NotPermitted(_) => "export-error-not-permitted",
            Self::DiskFull(_) => "export-error-disk-full",
            Self::Io(..) => "export-error-io",
            Self::Picture(_) => "export-error-picture",
        }
    }

    /// The values of the sentence, by name.
    pub fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NoFolder(path) | Self::IsFolder(path) | Self::NotPermitted(path) | Self::DiskFull(path) => vec![("path", visible_path(path))],
            Self::Io(path, error) => vec![("path", visible_path(path)), ("reason", error.to_string())],
            Self::Picture(reason) => vec![("reason", reason.clone())],
        }
    }

    pub fn sentence(&self, words: &Words) -> String {
        let values: Vec<(&str, FluentValue<'_>)> = self.values().into_iter().map(|(name, value)| (name, value.into())).collect();
        words.with(self.code(), &values)
    }
}

/// Puts `bytes` into the file at `path`, replacing what was there only once all is written.
///
/// # Errors
/// Where the folder is missing, the path is a folder, or writing fails; the old file is then as it was.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), ExportError> {
    if path.is_dir() {
        return Err(ExportError::IsFolder(path.to_owned()));
    }
    let fail = |error| ExportError::new(path, error);
    let mut file = AtomicWriteFile::open(path).map_err(fail)?;
    file.write_all(bytes).map_err(fail)?;
    file.commit().map_err(fail)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::locale::Language;

    #[test]
    fn writes_and_replaces() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("图.csv");
        write(&path, b"one").unwrap();
        write(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[test]
    fn a_failed_write_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let kept = folder.path().join("kept");
        fs::create_dir(&kept).unwrap();
        fs::write(kept.join("old.csv"), b"old").unwrap();
        let words = Words::new(Language::Chinese);
        for (path, code) in [(folder.path().join("none/图.csv"), "export-error-no-folder"), (kept.clone(), "export-error-is-folder")] {
            let error = write(&path, b"new").unwrap_err();
            assert_eq!(error.code(), code);
            assert!(error.sentence(&words).contains(&visible_path(&path)), "{}", error.sentence(&words));
        }
        assert_eq!(fs::read(kept.join("old.csv")).unwrap(), b"old");
        // a file where a folder should be
        assert!(write(&kept.join("old.csv/new.csv"), b"new").is_err());
        assert_eq!(fs::read(kept.join("old.csv")).unwrap(), b"old");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_told() {
        let error = ExportError::new(Path::new("/x/y.png"), std::io::Error::from_raw_os_error(28));
        assert_eq!(error.code(), "export-error-disk-full");
    }
}
