//! A sentence as the rules read it: words, quantities and times in order, cut into clauses. Judges nothing.

use std::ops::Range;

use super::mask;
use super::period::Time;
use super::scan::{End, Quantity};
use super::topic;
use crate::extract::Passage;
use crate::lexicon::{Lexicon, Part};
use crate::model::{Place, Reason};

/// The most words of a clause. A longer one is no prose: it is cut, so that the rules, which look at a clause as a whole for
/// each of its quantities, stay quick.
const LONGEST: usize = 200;

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
    /// A school or a list of places that its clause is about.
    pub is_topic: bool,
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
    scope: Option<&Place>,
) -> Vec<Clause<'a>> {
    let text = passage.view.text();
    let tokens = known(text, &per_pupil(text, tokens(passage, range, quantities, times, masks, lexicon, scope), lexicon), lexicon);
    let mut out: Vec<Clause<'a>> = Vec::new();
    let mut now: Vec<Token<'a>> = Vec::new();
    let mut opened = '。';
    let mut group = 0;
    let mut depth: Vec<(Vec<Token<'a>>, char)> = Vec::new();
    let mut title = 0usize;
    let filled = filled_brackets(&tokens);
    let ahead = ahead(&tokens);
    for (index, token) in tokens.iter().enumerate() {
        let c = if token.is_word() { token.text.chars().next().unwrap_or(' ') } else { ' ' };
        let single = token.is_word() && token.text.len() == c.len_utf8();
        if now.len() >= LONGEST && depth.is_empty() {
            push(&mut out, &mut now, opened, group, false);
            opened = ',';
        }
        match c {
            '《' if single => title += 1,
            '》' if single => {
                title = title.saturating_sub(1);
                // 《…行动方案》35条: what has so many articles
                if tokens.get(index + 1).and_then(Token::quantity).is_some_and(|q| quantities[q].unit.as_deref() == Some("条")) {
                    now.extend(tokens[index.saturating_sub(2)..index].iter().filter(|token| token.is_word()).cloned());
                }
            }
            _ if title > 0 => {}
            // 增幅分别为:9.42%、3.17%: the colon only points at the number
            ':' if single
                && now.last().is_some_and(|last| last.is_word() && last.text.ends_with(['为', '是']))
                && tokens.get(index + 1).is_some_and(|next| next.quantity().is_some()) => {}
            '(' | '(' | '【' | '[' if single => {
                if filled[index] {
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
                if ahead[index + 1] && splits(&tokens, index, &now, token.text == "、") {
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

/// For every token that opens a bracket whether a quantity stands in it.
fn filled_brackets(tokens: &[Token<'_>]) -> Vec<bool> {
    let mut filled = vec![false; tokens.len()];
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut count = 0;
    for (index, token) in tokens.iter().enumerate() {
        match token.text {
            "(" | "【" | "[" => open.push((index, count)),
            ")" | "】" | "]" => {
                if let Some((from, before)) = open.pop() {
                    filled[from] = count > before;
                }
            }
            _ => count += usize::from(token.quantity().is_some()),
        }
    }
    for (from, before) in open {
        filled[from] = count > before;
    }
    filled
}

/// For every token, and one more for the end, whether a quantity stands there or behind it before the next mark.
fn ahead(tokens: &[Token<'_>]) -> Vec<bool> {
    let mut out = vec![false; tokens.len() + 1];
    for (index, token) in tokens.iter().enumerate().rev() {
        let stops = matches!(token.text, "、" | "," | ";" | ":" | "。" | "(" | ")" | "!" | "?");
        out[index] = !stops && (token.quantity().is_some() || out[index + 1]);
    }
    out
}

/// Whether an enumeration mark with a quantity ahead parts two quantities: each side has its own.
fn splits(tokens: &[Token<'_>], index: usize, now: &[Token<'_>], comma: bool) -> bool {
    let next_is = tokens.get(index + 1).is_some_and(|token| token.quantity().is_some());
    let last_is = now.last().is_some_and(|token| token.quantity().is_some());
    (comma || next_is || last_is) && now.iter().any(|token| token.quantity().is_some())
}

fn close<'a>(out: &mut Vec<Clause<'a>>, now: &mut Vec<Token<'a>>, opened: &mut char, group: usize, bracketed: bool, mark: char) {
    push(out, now, *opened, group, bracketed);
    *opened = mark;
}

fn push<'a>(out: &mut Vec<Clause<'a>>, now: &mut Vec<Token<'a>>, opened: char, group: usize, bracketed: bool) {
    if !now.is_empty() {
        out.push(Clause { tokens: std::mem::replace(now, Vec::with_capacity(8)), opened, group, bracketed });
    }
}

fn tokens<'a>(
    passage: &'a Passage,
    range: &Range<usize>,
    quantities: &[Quantity],
    times: &[Time],
    masks: &[(Range<usize>, Reason)],
    lexicon: &Lexicon,
    scope: Option<&Place>,
) -> Vec<Token<'a>> {
    let text = passage.view.text();
    // what is not a plain word, in order
    let mut fixed: Vec<(Range<usize>, Option<Piece>)> = Vec::new();
    let first = quantities.partition_point(|q| q.range.start < range.start);
    let until = quantities.partition_point(|q| q.range.start < range.end);
    fixed.extend((first..until).map(|i| match &quantities[i] {
        Quantity { range, attribute: Some(end), .. } if *end > range.start => (range.start..*end, Some(Piece::Word)),
        Quantity { range, attribute: Some(_), .. } => (range.clone(), None),
        Quantity { range, .. } => (range.clone(), Some(Piece::Quantity(i))),
    }));
    let (from, to) = (times.partition_point(|t| t.range.start < range.start), times.partition_point(|t| t.range.start < range.end));
    fixed.extend((from..to).map(|i| (times[i].range.clone(), Some(Piece::Time(i)))));
    let (from, to) = (masks.partition_point(|(r, _)| r.start < range.start), masks.partition_point(|(r, _)| r.start < range.end));
    fixed.extend(masks[from..to].iter().filter_map(|(r, reason)| match masked(&text[r.clone()], *reason) {
        Masked::Nothing => Some((r.clone(), None)),
        Masked::OneWord => Some((r.clone(), Some(Piece::Word))),
        Masked::Itself => None,
    }));
    // “千名教师访万家”: a name with a numeral in it is one word
    let names = mask::quoted(&text[range.clone()]).into_iter().map(|inner| range.start + inner.start..range.start + inner.end);
    fixed.extend(names.filter(|inner| is_name(&text[inner.clone()])).map(|inner| (inner, Some(Piece::Word))));
    let is_part = |word: &str| {
        let inside = |place: &Place| scope.is_some_and(|scope| scope.covers(place) && scope.path != place.path);
        lexicon.places.find(word, scope).iter().any(|(found, place)| *found == (0..word.len()) && inside(place))
    };
    let topics: Vec<Range<usize>> = topic::topics(&text[range.clone()], |word| lexicon.places.is_name(word), is_part)
        .into_iter()
        .map(|name| range.start + name.start..range.start + name.end)
        .collect();
    fixed.retain(|(r, _)| !topics.iter().any(|name| name.start < r.end && r.start < name.end));
    fixed.extend(topics.iter().map(|name| (name.clone(), Some(Piece::Word))));
    // 2至3名: the dash between the ends says nothing
    fixed.extend(
        quantities[first.saturating_sub(1)..(until + 1).min(quantities.len())]
            .windows(2)
            .filter(|pair| pair[0].end == Some(End::Low) && pair[0].range.end < pair[1].range.start)
            .map(|pair| (pair[0].range.end..pair[1].range.start, None)),
    );
    fixed.retain(|(r, _)| range.start <= r.start && r.end <= range.end);
    fixed.sort_by_key(|(r, piece)| (r.start, piece.is_none()));
    let mut out = Vec::with_capacity(range.len() / 5 + 4);
    let mut at = range.start;
    let mut words = passage.words[passage.words.partition_point(|word| word.range.end <= range.start)..].iter().peekable();
    let mut fixed = fixed.into_iter().peekable();
    while at < range.end {
        while fixed.peek().is_some_and(|(r, _)| r.start < at) {
            fixed.next();
        }
        if let Some((r, piece)) = fixed.peek()
            && r.start == at
        {
            if let Some(piece) = *piece {
                let is_topic = piece == Piece::Word && topics.contains(r);
                let tag = match piece {
                    // for the rules of names it is a place of its own
                    Piece::Word if is_topic => "ns",
                    Piece::Word => "n",
                    _ => "m",
                };
                out.push(Token { range: r.clone(), text: &text[r.clone()], tag, piece, is_topic });
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
        let tag = if word.range == (at..end) { word.tag } else { "n" };
        out.push(Token { range: at..end, text: &text[at..end], tag, piece: Piece::Word, is_topic: false });
        at = end;
    }
    out
}

/// What stands for a masked stretch among the words.
enum Masked {
    Nothing,
    OneWord,
    /// Its words stay as they are.
    Itself,
}

/// Nothing for dates, list marks and 第三批, one word for 一、二年级, 400米 and 1+X.
fn masked(stretch: &str, reason: Reason) -> Masked {
    let counted = |c: char| matches!(c, '届' | '批' | '次' | '个' | '期' | '轮' | '号' | '条');
    match reason {
        Reason::Section | Reason::Date => Masked::Nothing,
        Reason::Ordinal if stretch.ends_with(counted) => Masked::Nothing,
        // 初三 is a grade and no day
        Reason::Name if stretch.starts_with(['初', '高']) && stretch.chars().count() == 2 => Masked::OneWord,
        Reason::Name if stretch.ends_with("年级") || stretch.ends_with('米') || stretch.contains(['×', '+']) => Masked::OneWord,
        _ => Masked::Itself,
    }
}

/// Whether a quoted stretch is a short name with a numeral in it.
fn is_name(quoted: &str) -> bool {
    (3..=10).contains(&quoted.chars().count()) && quoted.chars().any(mask::is_numeral) && quoted.chars().all(char::is_alphanumeric)
}

/// 小学生|均|校舍面积 is 小学|生均|校舍面积: 均 before what each pupil has, not before what all of them do.
fn per_pupil<'a>(text: &'a str, tokens: Vec<Token<'a>>, lexicon: &Lexicon) -> Vec<Token<'a>> {
    let mut out: Vec<Token<'a>> = Vec::with_capacity(tokens.len());
    for token in tokens {
        // 小学生|师比 is 小学|生师比
        let ratio = token.text.strip_prefix("师比").filter(|_| token.is_word());
        if let Some(rest) = ratio
            && let Some(last) = out.last_mut().filter(|last| last.is_word() && last.range.end == token.range.start && last.text.ends_with('生'))
        {
            let (cut, behind) = (last.range.end - '生'.len_utf8(), token.range.end - rest.len());
            *last = Token { range: last.range.start..cut, text: &text[last.range.start..cut], ..last.clone() };
            if last.text.is_empty() {
                out.pop();
            }
            out.push(Token { range: cut..behind, text: &text[cut..behind], tag: "n", piece: Piece::Word, is_topic: false });
            if !rest.is_empty() {
                out.push(Token { range: behind..token.range.end, text: rest, ..token });
            }
            continue;
        }
        let all = token.text.strip_prefix('均').filter(|_| token.is_word());
        let last = out.last().filter(|last| last.is_word() && last.range.end == token.range.start && last.text.ends_with('生'));
        let (Some(rest), Some(last)) = (all, last.cloned()) else {
            out.push(token);
            continue;
        };
        let behind = token.range.end - rest.len();
        let owned = lexicon.roles.at_start("per_pupil", &text[behind..]).is_some();
        if !owned {
            out.push(token);
            continue;
        }
        out.pop();
        let cut = last.range.end - '生'.len_utf8();
        if cut > last.range.start {
            out.push(Token { range: last.range.start..cut, text: &text[last.range.start..cut], tag: "n", piece: Piece::Word, is_topic: false });
        }
        out.push(Token { range: cut..behind, text: &text[cut..behind], tag: "b", piece: Piece::Word, is_topic: false });
        if !rest.is_empty() {
            out.push(Token { range: behind..token.range.end, text: rest, ..token });
        }
    }
    out
}

/// Joins and cuts words so that what the dictionary of indicators knows stands whole: 二本|以上, 生均|一般|公共|预算.
fn known<'a>(text: &'a str, tokens: &[Token<'a>], lexicon: &Lexicon) -> Vec<Token<'a>> {
    let mut out: Vec<Token<'a>> = Vec::with_capacity(tokens.len());
    let mut at = 0; // what is before it is written
    // where the run of words ends that each token stands in
    let mut ends = vec![0; tokens.len()];
    for (index, token) in tokens.iter().enumerate().rev() {
        let run = tokens.get(index + 1).filter(|next| next.is_word()).map_or(token.range.end, |_| ends[index + 1]);
        ends[index] = if token.is_word() { run } else { token.range.start };
    }
    for (index, token) in tokens.iter().enumerate() {
        if token.range.start < at {
            if token.range.end > at {
                out.push(Token { range: at..token.range.end, text: &text[at..token.range.end], ..token.clone() });
                at = token.range.end;
            }
            continue;
        }
        at = token.range.end;
        let end = ends[index];
        let found = if token.is_word() && token.range.start < end { lexicon.indicators.at_start(&text[token.range.start..end]) } else { None };
        match found {
            Some((length, form)) if length > 3 && token.range.start + length != token.range.end && (token.range.start + length > token.range.end) => {
                let to = token.range.start + length;
                let tag = match form.part {
                    Part::Action => "v",
                    Part::Attribute => "b",
                    _ => "n",
                };
                out.push(Token { range: token.range.start..to, text: &text[token.range.start..to], tag, piece: Piece::Word, is_topic: false });
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
    let mut push =
        |range: Range<usize>, tag: &'a str| out.push(Token { text: &text[range.clone()], range, tag, piece: Piece::Word, is_topic: false });
    let start = token.range.start;
    if token.is_word()
        && whole.chars().count() == 2
        && whole.starts_with(['率', '数', '额', '量', '分', '比'])
        && whole.ends_with(['达', '为', '均', '约', '超', '是'])
    {
        let cut = start + whole.chars().next().map_or(0, char::len_utf8);
        push(start..cut, "n");
        push(cut..token.range.end, "v");
        return;
    }
    // 民办学校, 公办园: the kind stands alone
    if token.is_word()
        && lexicon.indicators.get(whole).is_none()
        && let Some((first, form)) = lexicon.indicators.at_start(whole)
        && matches!(form.key.as_str(), "public" | "private")
        && whole.chars().count() >= 3
        && lexicon.indicators.pieces(&whole[first..]).is_some()
    {
        push(start..start + first, "b");
        push(start + first..token.range.end, "n");
        return;
    }
    // 投资3200万元新建县第三幼儿园: what is built, not the county that was called so
    if token.is_word() && matches!(whole, "新建县" | "新建区" | "新建市") {
        let cut = start + "新建".len();
        push(start..cut, "v");
        push(cut..token.range.end, "n");
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
