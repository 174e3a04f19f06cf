//! Selected text, in bytes of the source: it stays when it scrolls out of sight, and is copied as it stands there.

use crate::text::Span;

/// A gap between two characters that are shown. What the source has between them and is not shown (blanks of the layout)
/// lies between `before` and `after`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Caret {
    /// The end of the character before it.
    pub before: usize,
    /// The beginning of the character after it.
    pub after: usize,
}

/// A selection from where it began to where it was led.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Selection {
    pub from: Caret,
    pub to: Caret,
}

impl Selection {
    pub(super) fn of(span: Span) -> Self {
        let caret = |at| Caret { before: at, after: at };
        Self { from: caret(span.start as usize), to: caret(span.end as usize) }
    }

    /// The source bytes selected; empty where both ends are the same gap.
    pub(super) fn span(self) -> Span {
        let (first, last) = if self.from.after <= self.to.after { (self.from, self.to) } else { (self.to, self.from) };
        Span::new(first.after, if first == last { first.after } else { last.before })
    }
}

/// The run of like characters around `at`: Han, a word of letters and figures, or one mark.
pub(super) fn run_around(text: &str, within: Span, at: Span) -> Span {
    let class = |c: char| match c {
        '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => 2,
        _ if c.is_alphanumeric() || c == '.' || c == '%' => 1,
        _ => 0,
    };
    let Some(kind) = at.of(text).chars().next().map(class).filter(|&kind| kind > 0) else { return at };
    let before = Span { start: within.start, end: at.start }.of(text);
    let after = Span { start: at.end, end: within.end }.of(text);
    let left: usize = before.chars().rev().take_while(|&c| class(c) == kind).map(char::len_utf8).sum();
    let right: usize = after.chars().take_while(|&c| class(c) == kind).map(char::len_utf8).sum();
    Span::new(at.start as usize - left, at.end as usize + right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_shown_is_selected_only_from_both_sides() {
        // 全面 推进: the blank is bytes 6..7 and not shown
        let (start, gap, end) = (Caret { before: 0, after: 0 }, Caret { before: 6, after: 7 }, Caret { before: 13, after: 13 });
        for (from, to, expected) in [(start, gap, (0, 6)), (gap, end, (7, 13)), (start, end, (0, 13)), (end, gap, (7, 13)), (gap, gap, (7, 7))] {
            assert_eq!(Selection { from, to }.span(), Span::new(expected.0, expected.1));
        }
    }

    #[test]
    fn a_run_is_of_one_kind() {
        let text = "新增12.5%,实行STEAM";
        let at = |what: &str| {
            let start = text.find(what).unwrap();
            run_around(text, Span::new(0, text.len()), Span::new(start, start + what.chars().next().unwrap().len_utf8())).of(text)
        };
        assert_eq!([at("增"), at("2"), at(","), at("行"), at("A")], ["新增", "12.5%", ",", "实行", "STEAM"]);
    }
}
