//! A stretch of text as a person wants to read it, with offsets back. The source itself stays as it was loaded.
//!
//! A sister of [`View`](super::View): that one makes text uniform for rules, this one leaves marks and figures as they were
//! written and only repairs the layout. Nothing here cuts lines: that is [`linebreak`](super::linebreak).

use std::ops::Range;

use super::Span;

/// Symbols of word processors that stand for a list's dot; those of their private fonts are taken too.
const DOTS: &str = "■□●○◆◇▲△▪▫◼◾★☆※➢➤✓✔•";

/// The repaired text of a stretch, and where each of its bytes came from.
///
/// - line ends inside it are dropped, or become a space between two Latin words;
/// - a single blank between two Han characters is dropped; any longer run is one space;
/// - invisible characters are dropped;
/// - a symbol at its beginning that stands for a list's dot becomes `•` and a space.
///
/// ```
/// use duizhao::text::{Reading, Span};
/// let text = "■共有小 学12所，\n其中６所在农村。";
/// let reading = Reading::new(text, Span::new(0, text.len()));
/// assert_eq!(reading.text(), "• 共有小学12所，其中６所在农村。");
/// let at = reading.text().find("小学").unwrap();
/// assert_eq!(reading.back(at..at + "小学".len()).of(text), "小 学");
/// ```
#[derive(Debug, Clone)]
pub struct Reading {
    text: String,
    pieces: Vec<Piece>,
    span: Span,
}

/// A run of bytes that came from one run of the source: byte for byte where both are equally long, else as a whole.
#[derive(Debug, Clone, Copy)]
struct Piece {
    shown: Span,
    source: Span,
}

impl Reading {
    /// The reading of `span` of `text`.
    pub fn new(text: &str, span: Span) -> Self {
        let slice = span.of(text);
        let base = span.start as usize;
        let mut reading = Self { text: String::with_capacity(slice.len()), pieces: Vec::new(), span };
        let mut chars = slice.char_indices().peekable();
        let mut last = None;
        while let Some((at, c)) = chars.next() {
            let begin = base + at;
            let mut end = begin + c.len_utf8();
            match kind(c) {
                Kind::Gone => {}
                Kind::Text if last.is_none() && (DOTS.contains(c) || is_private(c)) => {
                    while let Some(&(at, c)) = chars.peek().filter(|&&(_, c)| kind(c) != Kind::Text || DOTS.contains(c) || is_private(c)) {
                        end = base + at + c.len_utf8();
                        chars.next();
                    }
                    reading.push("• ", begin, end);
                    last = Some(' ');
                }
                Kind::Text => {
                    let shown = if is_private(c) { '•' } else { c };
                    reading.push(shown.encode_utf8(&mut [0; 4]), begin, end);
                    last = Some(c);
                }
                Kind::Blank | Kind::LineEnd => {
                    let mut breaks = kind(c) == Kind::LineEnd;
                    let mut many = c == '\u{3000}' || c == '\t';
                    while let Some(&(at, c)) = chars.peek().filter(|&&(_, c)| kind(c) != Kind::Text) {
                        breaks |= kind(c) == Kind::LineEnd;
                        many |= kind(c) == Kind::Blank;
                        end = base + at + c.len_utf8();
                        chars.next();
                    }
                    let (Some(before), Some(&(_, after))) = (last, chars.peek()) else { continue };
                    let drop = if breaks { is_wide(before) || is_wide(after) } else { is_wide(before) && is_wide(after) && !many };
                    if !drop && before != ' ' {
                        reading.push(" ", begin, end);
                        last = Some(' ');
                    }
                }
            }
        }
        reading
    }

    fn push(&mut self, shown: &str, begin: usize, end: usize) {
        let at = self.text.len();
        self.text.push_str(shown);
        let piece = Piece { shown: Span::new(at, self.text.len()), source: Span::new(begin, end) };
        match self.pieces.last_mut() {
            Some(last) if last.source.end == piece.source.start && last.is_verbatim() && piece.is_verbatim() => {
                *last = Piece { shown: last.shown.cover(piece.shown), source: last.source.cover(piece.source) };
            }
            _ => self.pieces.push(piece),
        }
    }

    /// The text to show.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The stretch of the source that it shows.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The source offset where the shown character at byte `at` begins; the end of the stretch behind the last one.
    pub fn begin(&self, at: usize) -> usize {
        let index = self.pieces.partition_point(|piece| piece.shown.end as usize <= at);
        self.pieces.get(index).map_or(self.span.end as usize, |piece| {
            piece.source.start as usize + if piece.is_verbatim() { at.saturating_sub(piece.shown.start as usize) } else { 0 }
        })
    }

    /// The source offset where the shown character that ends at byte `at` ends; the beginning of the stretch before the
    /// first one.
    pub fn end(&self, at: usize) -> usize {
        let index = self.pieces.partition_point(|piece| (piece.shown.start as usize) < at);
        let Some(piece) = index.checked_sub(1).and_then(|index| self.pieces.get(index)) else { return self.span.start as usize };
        if piece.is_verbatim() {
            piece.source.start as usize + (at - piece.shown.start as usize).min(piece.source.len())
        } else {
            piece.source.end as usize
        }
    }

    /// The source span of a byte range of the shown text; an empty range gives an empty span.
    pub fn back(&self, range: Range<usize>) -> Span {
        let start = self.begin(range.start);
        Span::new(start, if range.is_empty() { start } else { self.end(range.end) })
    }

    /// The first shown byte that comes from source byte `offset` or after it.
    pub fn forth(&self, offset: usize) -> usize {
        let index = self.pieces.partition_point(|piece| piece.source.end as usize <= offset);
        let Some(piece) = self.pieces.get(index) else { return self.text.len() };
        let into = offset.saturating_sub(piece.source.start as usize);
        let at = piece.shown.start as usize;
        match into {
            0 => at,
            _ if piece.is_verbatim() => at + into,
            _ => piece.shown.end as usize,
        }
    }

    /// The shown bytes of a source span; empty where nothing of it is shown.
    pub fn range(&self, span: Span) -> Range<usize> {
        let start = self.forth(span.start as usize);
        start..self.forth(span.end as usize).max(start)
    }
}

impl Piece {
    fn is_verbatim(self) -> bool {
        self.shown.len() == self.source.len()
    }
}

/// Byte ranges of the sentences of a shown text, closing marks included; together they are the whole text. A sentence
/// of more than `most` characters is cut at its semicolons.
pub fn sentences(text: &str, most: usize) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    for sentence in cut(text, 0, |c| matches!(c, '。' | '！' | '？' | '!' | '?')) {
        if text[sentence.clone()].chars().count() > most {
            out.extend(cut(&text[sentence.clone()], sentence.start, |c| matches!(c, '；' | ';')));
        } else {
            out.push(sentence);
        }
    }
    out
}

/// Cuts behind marks and what closes with them; offsets count from `base`.
fn cut(text: &str, base: usize, is_end: fn(char) -> bool) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !is_end(c) {
            continue;
        }
        let mut end = at + c.len_utf8();
        while let Some(&(at, c)) = chars.peek().filter(|&&(_, c)| is_end(c) || "”’\"』」》）)】 ".contains(c)) {
            end = at + c.len_utf8();
            chars.next();
        }
        out.push(base + start..base + end);
        start = end;
    }
    if start < text.len() {
        out.push(base + start..base + text.len());
    }
    out
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Blank,
    LineEnd,
    Gone,
}

fn kind(c: char) -> Kind {
    match c {
        '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => Kind::LineEnd,
        ' ' | '\t' | '\u{a0}' | '\u{3000}' | '\u{2000}'..='\u{200a}' => Kind::Blank,
        '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => Kind::Gone,
        _ if c.is_control() => Kind::Gone,
        _ => Kind::Text,
    }
}

/// Characters of symbol fonts, which mean nothing without their font.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}')
}

/// Han characters and the marks that are set as wide as they are.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}' | '“' | '”' | '‘' | '’' | '…' | '—')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let reading = Reading::new(text, Span::new(0, text.len()));
        assert_eq!(reading.text(), expected);
        let mut last = 0;
        for (at, c) in reading.text().char_indices() {
            let back = reading.back(at..at + c.len_utf8());
            assert!(!back.is_empty(), "{c:?} comes from somewhere");
            assert!(back.start as usize >= last || c == ' ', "in order");
            last = back.start as usize;
            let raw = back.of(text);
            assert!(!raw.is_empty(), "on character boundaries");
            if c != ' ' && c != '•' {
                assert_eq!(raw, c.to_string());
                assert_eq!(reading.range(back), at..at + c.len_utf8());
            }
        }
        assert_eq!(reading.back(0..reading.text().len()).of(text).trim_end(), text.trim());
    }

    #[test]
    fn layout_is_repaired_and_leads_back() {
        check("普惠率达８０．５％，", "普惠率达８０．５％，");
        check("要全面 落实各项政\n策的", "要全面落实各项政策的");
        check("2023年 9月", "2023年 9月");
        check("one\ntwo", "one two");
        check("增加\n35人", "增加35人");
        check("一、  总体", "一、 总体");
        check("张三　李四", "张三 李四");
        check("a\u{200b}b\u{feff}c", "abc");
        check("■ 推进改革", "• 推进改革");
        check("\u{f06c}\u{f06c} 推进", "• 推进");
        check("", "");
    }

    #[test]
    fn edges_keep_off_what_was_dropped() {
        let text = "全面 推进";
        let reading = Reading::new(text, Span::new(0, text.len()));
        let gap = "全面".len();
        assert_eq!((reading.end(gap), reading.begin(gap)), (6, 7), "before and behind the blank");
        assert_eq!(reading.back(0..gap).of(text), "全面");
        assert_eq!(reading.back(gap..gap).len(), 0);
        assert_eq!(reading.forth(6), gap);
        assert_eq!(reading.range(Span::new(3, 10)), 3..9);
        assert_eq!((reading.begin(99), reading.end(0)), (text.len(), 0));
    }

    #[test]
    fn long_text_is_cut_at_sentences() {
        let text = "开学了！他说：“好。”共12所；又3所；完";
        let cut = |most| -> Vec<_> { sentences(text, most).into_iter().map(|range| &text[range]).collect() };
        assert_eq!(cut(99), ["开学了！", "他说：“好。”", "共12所；又3所；完"]);
        assert_eq!(cut(8), ["开学了！", "他说：“好。”", "共12所；", "又3所；", "完"]);
    }
}
