//! A report after reading: text, structure, and one sorted layer per kind of finding. Immutable; shared as `Arc`.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Check, Derived, Fact, FactKey, Initiative, Outline, ReportId, ReportMeta};
use crate::text::{Source, Span};

/// Why a numeral became no row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    Date,
    Ordinal,
    Name,
    Slogan,
    Section,
    Furniture,
    Reference,
    Unread,
}

/// A numeral that became no row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotCaptured {
    pub span: Span,
    pub reason: Reason,
}

/// Something a person should know of the reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    pub span: Option<Span>,
    /// A key of the interface's words.
    pub code: String,
}

/// One report, read.
#[derive(Debug, Clone)]
pub struct Document {
    pub source: Source,
    pub meta: ReportMeta,
    pub outline: Outline,
    /// Sorted by span.
    pub facts: Vec<Fact>,
    /// Sorted by first mention.
    pub initiatives: Vec<Initiative>,
    /// Sorted by span.
    pub not_captured: Vec<NotCaptured>,
    /// Sorted by the first figure.
    pub checks: Vec<Check>,
    /// Sorted by span; none of them is among the facts.
    pub derived: Vec<Derived>,
    pub diagnostics: Vec<Diagnostic>,
}

impl Document {
    /// Where among the facts the one with this key stands; none for a row that was added by hand or computed.
    pub fn fact_index(&self, key: &FactKey) -> Option<usize> {
        let mut same = self.facts.iter().enumerate().filter(|(_, fact)| fact.span == key.span);
        if key.rank >= FactKey::ADDED {
            return None;
        }
        same.nth(usize::from(key.rank)).map(|(index, _)| index)
    }
}

/// A document with the file it came from.
#[derive(Debug, Clone)]
pub struct Report {
    pub id: ReportId,
    pub path: std::path::PathBuf,
    /// The label of the encoding it was read with: `UTF-8`, `GB18030`, `Big5`, `UTF-16LE` …
    pub encoding: String,
    pub document: Arc<Document>,
}

impl Report {
    /// The file's name without folders; bytes that are no text are shown as replacement characters.
    pub fn file_name(&self) -> String {
        self.path.file_name().unwrap_or(self.path.as_os_str()).to_string_lossy().into_owned()
    }
}
