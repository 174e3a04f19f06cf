//! A sentence as the rules read it: words, quantities and times in order, cut into clauses. Judges nothing.

use std::ops::Range;

use super::period::Time;
use super::scan::{End, Quantity};
use crate::extract::Passage;
use crate::lexicon::{Lexicon, Part};
use crate::model::Reason;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    Word,
    /// An index into the passage's quantities.
    Quantity(usize),
    /// An index into the passage's times.
    Time(usize),
}

/// A word, quantity or time.
#[derive(Debug, Clone)]
pub(super) struct Token<'a> {
    pub range: Range<usize>,
    pub text: &'a str,
    pub tag: &'a str,
    pub piece: Piece,
}

impl Token<'_> {
    pub(super) fn quantity(&self) -> Option<usize> {
        if let Piece::Quantity(index) = self.piece { Some(index) } else { None }
    }

    pub(super) fn is_word(&self) -> bool {
        self.piece == Piece::Word
    }
}

/// The words between two marks.
#[derive(Debug, Clone)]
pub(super) struct Clause<'a> {
    pub tokens: Vec<Token<'a>>,
    /// The mark that opened it; `。` for the first of a sentence.
    pub opened: char,
    /// Counts the stretches between semicolons.
    pub group: usize,
    /// Inside brackets.
    pub bracketed: bool,
}

impl Clause<'_> {
    /// From its first to behind its last token.
    pub(super) fn range(&self) -> Range<usize> {
        match (self.tokens.first(), self.tokens.last()) {
            (Some(first), Some(last)) => first.range.start..last.range.end,
            _ => 0..0,
        }
    }

    pub(super) fn has_quantity(&self) -> bool {
        self.tokens.iter().any(|token| token.quantity().is_some())
    }
}

/// The clauses of the sentence at `range`.
pub(super) fn clauses<'a>(
    lexicon: &Lexicon,
    passage: &'a Passage,
    range: &Range<usize>,
    quantities: &[Quantity],
    times: &[Time],
    masks: &[(Range<usize>, Reason)],
) -> Vec<Clause<'a>> {
    let text = passage.view.text();
    let tokens = known(text, &tokens(passage, range, quantities, times, masks), lexicon);
    let mut out: Vec<Clause<'a>> = Vec::new();
    let mut now: Vec<Token<'a>> = Vec::new();
    let mut opened = '。';
    let mut group = 0;
    let mut depth: Vec<(Vec<Token<'a>>, char)> = Vec::new();
    let mut title = 0usize;
    for (index, token) in tokens.iter().enumerate() {
        let c = if token.is_word() { token.text.chars().next().unwrap_or(' ') } else { ' ' };
        let single = token.is_word() && token.text.chars().count() == 1;
        match c {
            '《' if single => title += 1,
            '》' if single => title = title.saturating_sub(1),
            _ if title > 0 => {}
            '(' | '(' | '【' | '[' if single => {
                let mut level = 0i32;
                let counts = tokens[index..].iter().take_while(|t| {
                    if matches!(t.text, "(" | "【" | "[") {
                        level += 1;
                    } else if matches!(t.text, ")" | "】" | "]") {
                        level -= 1;
                    }
                    level > 0
                });
                let has = counts.filter(|t| t.quantity().is_some()).count() > 0;
                if has {
                    close(&mut out, &mut now, &mut opened, group, !depth.is_empty(), '(');
                    depth.push((Vec::new(), '('));
                } else {
                    depth.push((std::mem::take(&mut now), 'x'));
                }
            }
            ')' | ')' | '】' | ']' if single => match depth.pop() {
                Some((outer, 'x')) => now = outer,
                Some(_) => {
                    let bracketed = true;
                    push(&mut out, &mut now, opened, group, bracketed);
                    opened = ')';
                }
                None => {}
            },
            ',' | ';' | ':' | '。' | '!' | '?' | '—' if single => {
                if depth.last().is_some_and(|(_, kind)| *kind == 'x') {
                    continue;
                }
                let bracketed = !depth.is_empty();
                close(&mut out, &mut now, &mut opened, group, bracketed, c);
                if c == ';' {
                    group += 1;
                }
            }
            '、' | '和' | '及' | '以' | '与' | '并' | ' '
                if single && matches!(c, '、') || matches!(token.text, "和" | "及" | "以及" | "与" | "并" | "、") =>
            {
                if splits(&tokens, index, &now, token.text == "、") {
                    let bracketed = !depth.is_empty();
                    close(&mut out, &mut now, &mut opened, group, bracketed, '、');
                } else {
                    now.push(token.clone());
                }
            }
            _ => {
                if !matches!(token.text.trim(), "“" | "”" | "\"" | "‘" | "’" | "「" | "」" | "" | "·" | "…") {
                    now.push(token.clone());
                }
            }
        }
    }
    if let Some((outer, 'x')) = depth.pop() {
        now = outer;
    }
    push(&mut out, &mut now, opened, group, false);
    out
}

/// Whether an enumeration mark parts two quantities: each side has its own.
fn splits(tokens: &[Token<'_>], index: usize, now: &[Token<'_>], comma: bool) -> bool {
    let before = now.iter().any(|token| token.quantity().is_some());
    let next_is = tokens.get(index + 1).is_some_and(|token| token.quantity().is_some());
    let last_is = now.last().is_some_and(|token| token.quantity().is_some());
    let ahead = tokens[index + 1..]
        .iter()
        .take_while(|token| !matches!(token.text, "、" | "," | ";" | ":" | "。" | "(" | ")" | "!" | "?"))
        .any(|token| token.quantity().is_some());
    before && ahead && (comma || next_is || last_is)
}

fn close<'a>(out: &mut Vec<Clause<'a>>, now: &mut Vec<Token<'a>>, opened: &mut char, group: usize, bracketed: bool, mark: char) {
    push(out, now, *opened, group, bracketed);
    *opened = mark;
}

fn push<'a>(out: &mut Vec<Clause<'a>>, now: &mut Vec<Token<'a>>, opened: char, group: usize, bracketed: bool) {
    if !now.is_empty() {
        out.push(Clause { tokens: std::mem::take(now), opened, group, bracketed });
    }
}

fn tokens<'a>(
    passage: &'a Passage,
    range: &Range<usize>,
    quantities: &[Quantity],
    times: &[Time],
    masks: &[(Range<usize>, Reason)],
) -> Vec<Token<'a>> {
    let text = passage.view.text();
    // what is not a plain word, in order
    let mut fixed: Vec<(Range<usize>, Option<Piece>)> = Vec::new();
    fixed.extend(quantities.iter().enumerate().map(|(i, q)| match q.attribute {
        Some(end) if end > q.range.start => (q.range.start..end, Some(Piece::Word)),
        Some(_) => (q.range.clone(), None),
        None => (q.range.clone(), Some(Piece::Quantity(i))),
    }));
    fixed.extend(times.iter().enumerate().map(|(i, t)| (t.range.clone(), Some(Piece::Time(i)))));
    fixed.extend(masks.iter().filter(|(_, reason)| matches!(reason, Reason::Section | Reason::Date)).map(|(r, _)| (r.clone(), None)));
    // 2至3名: the dash between the ends says nothing
    fixed.extend(
        quantities
            .windows(2)
            .filter(|pair| pair[0].end == Some(End::Low) && pair[0].range.end < pair[1].range.start)
            .map(|pair| (pair[0].range.end..pair[1].range.start, None)),
    );
    fixed.retain(|(r, _)| range.start <= r.start && r.end <= range.end);
    fixed.sort_by_key(|(r, piece)| (r.start, piece.is_none()));
    let mut out = Vec::new();
    let mut at = range.start;
    let mut words = passage.words.iter().skip_while(|word| word.range.end <= range.start).peekable();
    let mut fixed = fixed.into_iter().peekable();
    while at < range.end {
        while fixed.peek().is_some_and(|(r, _)| r.start < at) {
            fixed.next();
        }
        if let Some((r, piece)) = fixed.peek()
            && r.start == at
        {
            if let Some(piece) = *piece {
                out.push(Token { range: r.clone(), text: &text[r.clone()], tag: if piece == Piece::Word { "n" } else { "m" }, piece });
            }
            at = r.end;
            fixed.next();
            continue;
        }
        while words.peek().is_some_and(|word| word.range.end <= at) {
            words.next();
        }
        let Some(word) = words.peek() else { break };
        let limit = fixed.peek().map_or(range.end, |(r, _)| r.start).min(range.end);
        let end = word.range.end.min(limit);
        if end <= at {
            break;
        }
        let tag = if word.range == (at..end) { word.tag.as_str() } else { "n" };
        out.push(Token { range: at..end, text: &text[at..end], tag, piece: Piece::Word });
        at = end;
    }
    out
}

/// Joins and cuts words so that what the dictionary of indicators knows stands whole: 二本|以上, 生均|一般|公共|预算.
fn known<'a>(text: &'a str, tokens: &[Token<'a>], lexicon: &Lexicon) -> Vec<Token<'a>> {
    let mut out: Vec<Token<'a>> = Vec::with_capacity(tokens.len());
    let mut at = 0; // what is before it is written
    for (index, token) in tokens.iter().enumerate() {
        if token.range.start < at {
            if token.range.end > at {
                out.push(Token { range: at..token.range.end, text: &text[at..token.range.end], ..token.clone() });
                at = token.range.end;
            }
            continue;
        }
        at = token.range.end;
        // the run of words from here
        let end = tokens[index..]
            .iter()
            .zip(tokens[index + 1..].iter().map(Some).chain([None]))
            .take_while(|(t, _)| t.is_word())
            .map(|(t, next)| (t.range.end, next))
            .fold(token.range.start, |end, (to, next)| if next.is_none_or(|n| n.range.start == to) || end < to { to } else { end });
        let found = if token.is_word() && token.range.start < end { lexicon.indicators.at_start(&text[token.range.start..end]) } else { None };
        match found {
            Some((length, form)) if length > 3 && token.range.start + length != token.range.end && (token.range.start + length > token.range.end) => {
                let to = token.range.start + length;
                let tag = match form.part {
                    Part::Action => "v",
                    Part::Attribute => "b",
                    _ => "n",
                };
                out.push(Token { range: token.range.start..to, text: &text[token.range.start..to], tag, piece: Piece::Word });
                at = to;
            }
            _ => pieces(text, token, lexicon, &mut out),
        }
    }
    out
}

/// One token, or the known parts of a word that was guessed: 清北达线, 率达.
fn pieces<'a>(text: &'a str, token: &Token<'a>, lexicon: &Lexicon, out: &mut Vec<Token<'a>>) {
    let whole = token.text;
    let mut push = |range: Range<usize>, tag: &'a str| out.push(Token { text: &text[range.clone()], range, tag, piece: Piece::Word });
    let start = token.range.start;
    if token.is_word()
        && whole.chars().count() == 2
        && whole.starts_with(['率', '数', '额', '量', '分'])
        && whole.ends_with(['达', '为', '均', '约', '超'])
    {
        let cut = start + whole.chars().next().map_or(0, char::len_utf8);
        push(start..cut, "n");
        push(cut..token.range.end, "v");
        return;
    }
    if token.is_word()
        && whole.chars().count() >= 4
        && lexicon.indicators.get(whole).is_none()
        && let Some((first, form)) = lexicon.indicators.at_start(whole)
        && form.part == Part::Topic
        && first > 3
        && lexicon.indicators.pieces(&whole[first..]).is_some()
    {
        push(start..start + first, "n");
        push(start + first..token.range.end, "n");
        return;
    }
    out.push(token.clone());
}
