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
    /// Sorted; together they cover the text.
    runs: Vec<Run>,
    span: Span,
}

/// A stretch of the view that is as long as in the source, or one character that is not.
#[derive(Debug, Clone, Copy)]
struct Run {
    /// Where it begins in the view.
    at: u32,
    /// Where it begins and ends in the source.
    begin: u32,
    end: u32,
}

impl View {
    /// The view of `span` of `text`.
    pub fn new(text: &str, span: Span) -> Self {
        let slice = span.of(text);
        let mut view = Self { text: String::with_capacity(slice.len()), runs: Vec::new(), span };
        let mut chars = slice.char_indices().peekable();
        let mut last = ' ';
        // from where on characters are as they are in the source
        let mut plain = 0;
        while let Some((at, raw)) = chars.next() {
            if is_plain(raw) {
                last = raw;
                continue;
            }
            view.copy(slice, plain..at);
            plain = at + raw.len_utf8();
            let Some(c) = uniform(raw) else { continue };
            if c == ' ' || c == '\n' {
                // a run of blanks is one blank, or none where Han (or its marks) stands on either side
                let mut breaks = c == '\n';
                while let Some(&(next_at, next)) = chars.peek() {
                    match uniform(next) {
                        Some(blank @ (' ' | '\n')) => breaks |= blank == '\n',
                        None => {}
                        Some(_) => break,
                    }
                    plain = next_at + next.len_utf8();
                    chars.next();
                }
                let next = chars.peek().and_then(|&(_, c)| uniform(c)).unwrap_or(' ');
                if breaks || is_wide(last) && is_wide(next) {
                    continue;
                }
                view.push(' ', at..plain);
                last = ' ';
            } else {
                view.push(c, at..plain);
                last = c;
            }
        }
        view.copy(slice, plain..slice.len());
        view
    }

    /// Takes a stretch of the slice as it is.
    fn copy(&mut self, slice: &str, range: std::ops::Range<usize>) {
        if !range.is_empty() {
            self.run(range.clone(), range.len());
            self.text.push_str(&slice[range]);
        }
    }

    /// A character for a stretch of the slice.
    fn push(&mut self, c: char, range: std::ops::Range<usize>) {
        self.run(range, c.len_utf8());
        self.text.push(c);
    }

    /// What comes next is `length` bytes for a stretch of the slice.
    fn run(&mut self, range: std::ops::Range<usize>, length: usize) {
        let (begin, end) = (self.span.start + range.start as u32, self.span.start + range.end as u32);
        let at = self.text.len() as u32;
        match self.runs.last_mut() {
            Some(last) if length == range.len() && last.end == begin && last.end - last.begin == at - last.at => last.end = end,
            _ => self.runs.push(Run { at, begin, end }),
        }
    }

    /// The uniform text that rules read.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The stretch of the source that the view shows.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The run that holds a byte of the view, and whether it is as long as in the source.
    fn run_at(&self, at: usize) -> Option<(Run, bool)> {
        let index = if self.runs.len() == 1 { 0 } else { self.runs.partition_point(|run| run.at as usize <= at).checked_sub(1)? };
        let run = *self.runs.get(index)?;
        let until = self.runs.get(index + 1).map_or(self.text.len() as u32, |next| next.at);
        Some((run, until - run.at == run.end - run.begin))
    }

    /// The source span of a byte range of the view; an empty range gives an empty span.
    pub fn back(&self, range: std::ops::Range<usize>) -> Span {
        let first = self.text.floor_char_boundary(range.start);
        let start = match self.run_at(first) {
            _ if range.start >= self.text.len() => self.span.end,
            Some((run, true)) => run.begin + (first as u32 - run.at),
            Some((run, false)) => run.begin,
            None => self.span.end,
        };
        if range.is_empty() {
            return Span { start, end: start };
        }
        let last = self.text.ceil_char_boundary(range.end);
        let end = match self.run_at(range.end - 1) {
            _ if range.end > self.text.len() => self.span.end,
            Some((run, true)) => run.begin + (last as u32 - run.at),
            Some((run, false)) => run.end,
            None => self.span.end,
        };
        Span { start, end: end.max(start) }
    }

    /// The view's byte offset of the first character that comes from source byte `offset` or after it.
    pub fn forth(&self, offset: usize) -> usize {
        let next = self.runs.partition_point(|run| (run.begin as usize) < offset);
        let until = self.runs.get(next).map_or(self.text.len(), |run| run.at as usize);
        let Some((run, true)) = next.checked_sub(1).and_then(|before| self.run_at(self.runs[before].at as usize)) else { return until };
        self.text.ceil_char_boundary(run.at as usize + offset - run.begin as usize).min(until)
    }

    /// Where in the view something of the source is left out, in order.
    pub fn gaps(&self) -> impl Iterator<Item = usize> {
        self.runs.windows(2).filter(|pair| pair[0].end < pair[1].begin).map(|pair| pair[1].at as usize)
    }
}

/// Whether a character is its own uniform form and no blank; the commonest only.
fn is_plain(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{9fff}' | '!'..='~' | '“' | '”')
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
    fn the_way_there_and_back() {
        let text = "０甲 乙\n丙a　b１２3，丁\u{feff}戊";
        let view = View::new(text, Span::new(3, text.len()));
        assert_eq!(view.text(), "甲乙丙a b123,丁戊");
        let back = |range| view.back(range).of(text);
        assert_eq!((back(0..6), back(3..9), back(9..12), back(12..15)), ("甲 乙", "乙\n丙", "a　b", "１２3"));
        assert_eq!((back(13..16), back(15..19), back(16..22), back(22..30)), ("２3，", "，丁", "丁\u{feff}戊", ""));
        let forth: Vec<usize> = text.char_indices().map(|(at, _)| view.forth(at)).collect();
        assert_eq!(forth, [0, 0, 3, 3, 6, 6, 9, 10, 11, 12, 13, 14, 15, 16, 19, 19]);
        assert_eq!(view.forth(text.len()), view.text().len());
        assert_eq!(view.gaps().collect::<Vec<_>>(), [3, 6, 19]);
    }

    #[test]
    fn widths_and_blanks() {
        check("普惠率达８０．５％，", "普惠率达80.5%,");
        check("是全面 贯彻党的二十大精\n神的", "是全面贯彻党的二十大精神的");
        check("2023年 9月", "2023年 9月");
        check("a  b\u{3000}c", "a b c");
        check("（一）\u{feff}（二）", "(一)(二)");
        check("", "");
        check("\u{ad}共  有\t１２所 \n（ 含﹐民办）２\u{200b}", "共有 12所( 含,民办)2");
    }
}
