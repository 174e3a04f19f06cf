//! The lines of a text that are not blank, with what the rules ask of them.

use crate::text::{Source, Span, View};

/// How many characters of a line the rules read: what is longer is prose.
const KEY: usize = 120;

/// A line without the blanks at its ends.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) span: Span,
    /// The lookup view of its beginning; of all of it where [`is_long`](Self::is_long) is not set.
    pub(super) key: String,
    pub(super) is_long: bool,
    /// In characters.
    pub(super) width: usize,
    /// Its last character, as the lookup view writes it.
    pub(super) last: char,
    /// How wide it is set, blanks before it too: two columns for Han and its marks, one for the rest.
    pub(super) columns: usize,
    /// It begins with blanks.
    pub(super) is_indented: bool,
    /// How many blank lines stand before it.
    pub(super) gap: usize,
    /// How many marks inside a sentence or at its end it holds.
    pub(super) marks: usize,
}

impl Line {
    /// Whether it ends as a sentence does; what stands in brackets or quotes at the end counts as an end too.
    pub(super) fn is_closed(&self) -> bool {
        matches!(self.last, '。' | '!' | '?' | ';' | ':' | '…' | '”' | '"' | ')' | '》' | '』' | '」' | '.')
    }

    /// Whether a full stop or the like stands in it.
    pub(super) fn has_sentence(&self) -> bool {
        self.key.contains(['。', ';']) || self.is_long
    }
}

/// The lines of the source that hold more than blanks, in order.
pub(super) fn cut(source: &Source) -> Vec<Line> {
    let mut out = Vec::new();
    let mut gap = 0;
    for &whole in source.lines() {
        let span = trim(source, whole);
        if span.is_empty() {
            gap += 1;
            continue;
        }
        let mut line = read(source, span, gap);
        let indent = columns(source.slice(Span { end: span.start, ..whole }));
        line.columns += indent;
        line.is_indented = indent > 0;
        out.push(line);
        gap = 0;
    }
    out
}

/// A line of the source; `span` begins and ends without blanks.
pub(super) fn read(source: &Source, span: Span, gap: usize) -> Line {
    let text = source.slice(span);
    let width = text.chars().count();
    let is_long = width > KEY;
    let end = if is_long { text.char_indices().nth(KEY).map_or(text.len(), |(at, _)| at) } else { text.len() };
    let key = View::new(source.text(), Span::new(span.start as usize, span.start as usize + end)).text().trim().to_owned();
    let tail = text.char_indices().next_back().map_or(0, |(at, _)| at);
    let last = View::new(source.text(), Span::new(span.start as usize + tail, span.end as usize)).text().chars().next().unwrap_or(' ');
    let marks = text.chars().filter(|&c| is_mark(c)).count();
    Line { span, key, is_long, width, last, gap, marks, columns: columns(text), is_indented: false }
}

fn columns(text: &str) -> usize {
    text.chars().map(|c| if c > '\u{2000}' { 2 } else { 1 }).sum()
}

fn is_mark(c: char) -> bool {
    matches!(c, ',' | '，' | '、' | ';' | '；' | '。' | ':' | '：')
}

/// The span without blanks and invisible characters at its ends.
fn trim(source: &Source, span: Span) -> Span {
    let is_blank = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}');
    let text = source.slice(span);
    let rest = text.trim_start_matches(is_blank);
    let start = span.start as usize + text.len() - rest.len();
    Span::new(start, start + rest.trim_end_matches(is_blank).len())
}
