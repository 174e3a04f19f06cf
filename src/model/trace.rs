//! How a row came about, as a tree: what was decided, by which words, where they stand. Holds no judgement of its own.

use serde::Serialize;

use crate::text::Span;

/// One step of a reading, with the steps it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Trace {
    /// What was decided: a key of the interface's words.
    pub what: String,
    /// The value, or the words of the report that decided it; may be empty.
    pub words: String,
    /// In which way: a key of the interface's words; may be empty.
    pub how: String,
    /// Where the words stand.
    pub span: Option<Span>,
    pub parts: Vec<Self>,
}

impl Trace {
    /// A step without words, place or parts.
    pub fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), ..Self::default() }
    }

    #[must_use]
    pub fn words(self, words: impl Into<String>) -> Self {
        Self { words: words.into(), ..self }
    }

    #[must_use]
    pub fn how(self, how: impl Into<String>) -> Self {
        Self { how: how.into(), ..self }
    }

    #[must_use]
    pub fn at(self, span: Option<Span>) -> Self {
        Self { span, ..self }
    }

    #[must_use]
    pub fn with(self, parts: Vec<Self>) -> Self {
        Self { parts, ..self }
    }

    /// The step itself and all it rests on, in the order of the tree.
    pub fn walk(&self) -> Vec<&Self> {
        std::iter::once(self).chain(self.parts.iter().flat_map(Self::walk)).collect()
    }
}
