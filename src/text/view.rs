//! A lookup view: the text as rules want to see it, with offsets back. The source itself stays as it was loaded.

use super::Span;

/// A copy of a stretch of text with uniform marks, and for every byte of it the place in the source it came from.
///
/// - full-width ASCII letters, digits and marks (`，：；？！（）％`) become their half-width sisters, except `。` and `、`;
/// - ideographic, no-break and tab blanks become one space; zero-width characters are dropped;
/// - spaces between two Han characters (debris of layout) are dropped, and so are line ends inside the stretch;
/// - `﹐﹒〇` and the like take their common forms.
///
/// ```
/// use duizhao::text::{Span, View};
/// let text = "共 有１２所（含民办）";
/// let view = View::new(text, Span::new(0, text.len()));
/// assert_eq!(view.text(), "共有12所(含民办)");
/// let at = view.text().find("12所").unwrap();
/// assert_eq!(view.back(at..at + "12所".len()).of(text), "１２所");
/// ```
#[derive(Debug, Clone)]
pub struct View {
    text: String,
    /// Source offset where the character of each view byte begins; one more for the end.
    begins: Vec<u32>,
    /// Source offset where the character of each view byte ends.
    ends: Vec<u32>,
    span: Span,
}

impl View {
    /// The view of `span` of `text`.
    pub fn new(text: &str, span: Span) -> Self {
        let slice = span.of(text);
        let mut view = Self { text: String::with_capacity(slice.len()), begins: Vec::new(), ends: Vec::new(), span };
        let mut chars = slice.char_indices().peekable();
        let mut last = ' ';
        while let Some((at, raw)) = chars.next() {
            let Some(c) = uniform(raw) else { continue };
            let begin = span.start as usize + at;
            let mut end = begin + raw.len_utf8();
            if c == ' ' || c == '\n' {
                // a run of blanks is one blank, or none where Han (or its marks) stands on either side
                let mut breaks = c == '\n';
                while let Some(&(next_at, next)) = chars.peek() {
                    match uniform(next) {
                        Some(blank @ (' ' | '\n')) => breaks |= blank == '\n',
                        None => {}
                        Some(_) => break,
                    }
                    end = span.start as usize + next_at + next.len_utf8();
                    chars.next();
                }
                let next = chars.peek().and_then(|&(_, c)| uniform(c)).unwrap_or(' ');
                if breaks || is_wide(last) && is_wide(next) {
                    continue;
                }
                view.push(' ', begin, end);
                last = ' ';
            } else {
                view.push(c, begin, end);
                last = c;
            }
        }
        view
    }

    fn push(&mut self, c: char, begin: usize, end: usize) {
        self.text.push(c);
        self.begins.resize(self.text.len(), begin as u32);
        self.ends.resize(self.text.len(), end as u32);
    }

    /// The uniform text that rules read.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The stretch of the source that the view shows.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The source span of a byte range of the view; an empty range gives an empty span.
    pub fn back(&self, range: std::ops::Range<usize>) -> Span {
        let start = self.begins.get(range.start).map_or(self.span.end, |&at| at);
        if range.is_empty() {
            return Span { start, end: start };
        }
        let end = self.ends.get(range.end - 1).map_or(self.span.end, |&at| at);
        Span { start, end: end.max(start) }
    }

    /// The view's byte offset of the first character that comes from source byte `offset` or after it.
    pub fn forth(&self, offset: usize) -> usize {
        self.begins.partition_point(|&at| (at as usize) < offset)
    }
}

/// The uniform form of a character; `None` where it is to be dropped.
fn uniform(c: char) -> Option<char> {
    Some(match c {
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => return None,
        '\u{3000}' | '\u{a0}' | '\t' | '\u{2002}'..='\u{200a}' => ' ',
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => '\n',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '﹐' => ',',
        '﹒' => '.',
        '﹔' => ';',
        '﹕' => ':',
        '﹪' => '%',
        _ if c.is_control() => ' ',
        _ => c,
    })
}

/// Han characters and the marks that are set as wide as they are.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '“' | '”' | '‘' | '’' | '…' | '—')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let view = View::new(text, Span::new(0, text.len()));
        assert_eq!(view.text(), expected);
        for (at, c) in view.text().char_indices() {
            let raw = view.back(at..at + c.len_utf8()).of(text);
            assert!(!raw.is_empty(), "{c:?} comes from somewhere");
            assert!(view.forth(view.back(at..at + c.len_utf8()).start as usize) <= at);
        }
    }

    #[test]
    fn widths_and_blanks() {
        check("普惠率达８０．５％，", "普惠率达80.5%,");
        check("是全面 贯彻党的二十大精\n神的", "是全面贯彻党的二十大精神的");
        check("2023年 9月", "2023年 9月");
        check("a  b\u{3000}c", "a b c");
        check("（一）\u{feff}（二）", "(一)(二)");
        check("", "");
    }
}
