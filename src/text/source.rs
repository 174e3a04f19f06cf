//! The text of one report, with its lines and its character index. Never changed after loading.

use std::sync::Arc;

use super::Span;

/// Every how many bytes the character index has a checkpoint.
const STEP: usize = 256;

/// The decoded text of a report: `\n` line ends, no byte-order mark. Cheap to clone.
///
/// ```
/// use duizhao::text::Source;
/// let source = Source::new("全市有幼儿园804所。\n比去年增加24所。");
/// assert_eq!(source.lines().len(), 2);
/// assert_eq!(source.char_index("全市".len()), 2);
/// assert_eq!(source.byte_index(2), "全市".len());
/// ```
#[derive(Debug, Clone)]
pub struct Source {
    text: Arc<str>,
    lines: Arc<[Span]>,
    /// Characters before byte `STEP * i`, rounded down to a character boundary.
    checkpoints: Arc<[u32]>,
}

impl Source {
    /// Takes decoded text; CRLF and CR become LF, a leading byte-order mark is dropped.
    pub fn new(text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let text: Arc<str> = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text.into() };
        let mut lines = Vec::new();
        let mut start = 0;
        for (at, _) in text.match_indices('\n') {
            lines.push(Span::new(start, at));
            start = at + 1;
        }
        if start < text.len() {
            lines.push(Span::new(start, text.len()));
        }
        let mut checkpoints = Vec::with_capacity(text.len() / STEP + 1);
        let mut next = 0;
        for (count, (at, _)) in text.char_indices().enumerate() {
            while at >= next {
                checkpoints.push(if at == next { count } else { count - 1 } as u32);
                next += STEP;
            }
        }
        Self { text, lines: lines.into(), checkpoints: checkpoints.into() }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// The lines in order, each without its line end; empty lines are there too.
    pub fn lines(&self) -> &[Span] {
        &self.lines
    }

    /// The text under `span`; empty where the span does not fit.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// How many characters (Unicode scalar values) stand before byte `offset`.
    pub fn char_index(&self, offset: usize) -> usize {
        let offset = self.text.floor_char_boundary(offset.min(self.text.len()));
        let step = offset / STEP;
        let Some(&before) = self.checkpoints.get(step) else { return self.text.chars().count() };
        let from = self.text.floor_char_boundary(step * STEP);
        before as usize + self.text[from..offset].chars().count()
    }

    /// The byte offset of the character with this index; the text's length when there are fewer.
    pub fn byte_index(&self, char_index: usize) -> usize {
        let step = self.checkpoints.partition_point(|&before| before as usize <= char_index).saturating_sub(1);
        let from = self.text.floor_char_boundary(step * STEP);
        let before = self.checkpoints.get(step).map_or(0, |&n| n as usize);
        self.text[from..].char_indices().nth(char_index - before).map_or(self.text.len(), |(at, _)| from + at)
    }

    /// The span in Unicode scalar values, as the JSON output counts.
    pub fn char_span(&self, span: Span) -> [usize; 2] {
        [self.char_index(span.start as usize), self.char_index(span.end as usize)]
    }

    /// The sentence around a span: from the full stop or line end before it to the one after it, blanks at both ends left
    /// out. Empty where the span does not fit the text.
    pub fn sentence_around(&self, span: Span) -> Span {
        const ENDS: [char; 6] = ['。', '！', '？', '!', '?', '\n'];
        let (Some(before), Some(after)) = (self.text.get(..span.start as usize), self.text.get(span.end as usize..)) else {
            return Span::default();
        };
        let behind = |text: &str, at: usize| at + text[at..].chars().next().map_or(0, char::len_utf8);
        let start = before.rfind(ENDS).map_or(0, |at| behind(before, at));
        let end = after.find(ENDS).map_or(self.text.len(), |at| {
            let stop = after[at..].starts_with('\n');
            span.end as usize + if stop { at } else { behind(after, at) }
        });
        let whole = &self.text[start..end];
        let start = start + whole.len() - whole.trim_start().len();
        Span::new(start, start + whole.trim().len())
    }
}

#[cfg(test)]
mod tests {
    use super::Source;

    #[test]
    fn any_line_end_becomes_one() {
        let source = Source::new("\u{feff}a\r\nb\rc\n\nd");
        let lines: Vec<_> = source.lines().iter().map(|&l| source.slice(l)).collect();
        assert_eq!(lines, ["a", "b", "c", "", "d"]);
    }

    #[test]
    fn characters_and_bytes_round_trip() {
        let text: String = (0..2000).map(|i| ['教', 'a', '😀', '\n', 'é'][i * 7 % 5]).collect();
        let source = Source::new(&text);
        for (count, (at, _)) in source.text().char_indices().enumerate() {
            assert_eq!(source.char_index(at), count);
            assert_eq!(source.byte_index(count), at);
        }
        assert_eq!(source.byte_index(9999), source.text().len());
    }
}
