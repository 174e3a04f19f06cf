//! Paths to decoded text. The only module that opens report files; knows nothing of what they say.

mod encoding;
mod error;
mod folder;
mod format;
mod tables;

use std::fmt::Write as _;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::model::ReportId;
use crate::text::Source;

pub use encoding::ENCODINGS;
pub use error::LoadError;
pub use folder::expand;
pub use format::Format;
pub use tables::{TablesError, tables};

/// The largest file that is read, in bytes.
pub const LIMIT: u64 = 64 * 1024 * 1024;

/// A file that could be read.
#[derive(Debug, Clone)]
pub struct Loaded {
    pub id: ReportId,
    pub path: PathBuf,
    pub source: Source,
    /// The label of the encoding: `UTF-8`, `GB18030`, `Big5`, `UTF-16LE` …
    pub encoding: String,
}

/// Reads one file, in the named encoding or the one that its bytes show.
///
/// # Errors
/// Whatever keeps it from being read as a report's text. A file over [`LIMIT`] is refused before it is read.
pub fn load(path: &Path, encoding: Option<&str>) -> Result<Loaded, LoadError> {
    from_bytes(path, &read(path)?, encoding)
}

/// The same for bytes that are there already.
///
/// # Errors
/// Whatever keeps them from being read as a report's text.
pub fn from_bytes(path: &Path, bytes: &[u8], encoding: Option<&str>) -> Result<Loaded, LoadError> {
    let (text, label) = decode(path, bytes, encoding)?;
    Ok(Loaded { id: identity(bytes), path: path.to_owned(), source: Source::new(&text), encoding: label.to_owned() })
}

fn read(path: &Path) -> Result<Vec<u8>, LoadError> {
    let refuse = |error: std::io::Error| LoadError::io(path, &error);
    let about = std::fs::metadata(path).map_err(refuse)?;
    if !about.is_file() {
        return Err(LoadError::NotAFile(path.to_owned()));
    }
    if about.len() > LIMIT {
        return Err(LoadError::TooBig(path.to_owned(), about.len()));
    }
    let mut bytes = Vec::with_capacity(about.len() as usize);
    // a file may grow while it is read
    File::open(path).map_err(refuse)?.take(LIMIT + 1).read_to_end(&mut bytes).map_err(refuse)?;
    if bytes.len() as u64 > LIMIT {
        return Err(LoadError::TooBig(path.to_owned(), bytes.len() as u64));
    }
    Ok(bytes)
}

fn decode(path: &Path, bytes: &[u8], encoding: Option<&str>) -> Result<(String, &'static str), LoadError> {
    if let Some(format) = format::of(bytes) {
        return Err(LoadError::Format(path.to_owned(), format));
    }
    let (text, label) = match encoding {
        Some(label) => encoding::decode_as(bytes, label).ok_or_else(|| LoadError::NoSuchEncoding(path.to_owned(), label.to_owned()))?,
        None => encoding::decode(bytes)
            .ok_or_else(|| if format::is_binary(bytes) { LoadError::Binary(path.to_owned()) } else { LoadError::Undecodable(path.to_owned()) })?,
    };
    if text.chars().all(|c| c.is_whitespace() || c == '\u{feff}') {
        return Err(LoadError::Empty(path.to_owned()));
    }
    // a person who names the encoding has seen the text
    if encoding.is_none() && format::is_binary_text(&text) {
        return Err(LoadError::Binary(path.to_owned()));
    }
    Ok((text, label))
}

/// The SHA-256 of the bytes in hexadecimal.
fn identity(bytes: &[u8]) -> ReportId {
    let mut out = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        // writing to a string cannot fail
        let _ = write!(out, "{byte:02x}");
    }
    ReportId(out.into())
}

#[cfg(test)]
mod tests;
