//! What can be read off a regular expression: which words a match must hold, and of which characters it is made. Knows as much
//! of the syntax as the rules use; of anything else it says that it does not know.

use std::iter::Peekable;
use std::ops::Range;
use std::str::Chars;

/// How many characters of a set, and how many words, are looked for one by one.
const FEW: usize = 32;

/// The characters that a match may be made of, or more.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Letters {
    /// Both ends inclusive, sorted.
    ranges: Vec<(char, char)>,
    /// Digits of any script.
    digits: bool,
    /// Any character but these.
    others: Option<Vec<char>>,
}

impl Letters {
    fn one(c: char) -> Self {
        Self { ranges: vec![(c, c)], ..Self::default() }
    }

    pub(super) fn any() -> Self {
        Self { others: Some(Vec::new()), ..Self::default() }
    }

    fn has(&self, c: char) -> bool {
        let is_digit = || c.is_ascii_digit() || !matches!(c, '\0'..='\u{7f}' | '\u{3100}'..='\u{9fff}') && c.is_numeric();
        let at = self.ranges.partition_point(|&(_, last)| last < c);
        self.others.as_ref().is_some_and(|but| !but.contains(&c))
            || self.ranges.get(at).is_some_and(|&(first, _)| first <= c)
            || self.digits && is_digit()
    }

    fn join(mut self, other: &Self) -> Self {
        self.ranges.extend(&other.ranges);
        self.ranges.sort_unstable();
        let mut ranges: Vec<(char, char)> = Vec::new();
        for (first, last) in self.ranges {
            match ranges.last_mut() {
                Some((_, end)) if first <= *end => *end = last.max(*end),
                _ => ranges.push((first, last)),
            }
        }
        let others = match (self.others, &other.others) {
            (Some(a), Some(b)) => Some(a.into_iter().filter(|c| b.contains(c)).collect()),
            (a, b) => a.or_else(|| b.clone()),
        };
        Self { ranges, digits: self.digits || other.digits, others }
    }

    /// Its characters, where they are few.
    fn few(&self) -> Option<Vec<char>> {
        let letters: Vec<char> = self.ranges.iter().flat_map(|&(first, last)| first..=last).take(FEW + 1).collect();
        (self.others.is_none() && !self.digits && letters.len() <= FEW).then_some(letters)
    }

    /// The stretch around `word` that is made of these characters, from `least` on and at most `reach` characters to each side.
    pub(super) fn around(&self, text: &str, word: Range<usize>, least: usize, reach: usize) -> Range<usize> {
        if reach == usize::MAX && self.others.as_ref().is_some_and(Vec::is_empty) {
            return least..text.len();
        }
        let least = least.min(word.start);
        let before = text[least..word.start].char_indices().rev().take(reach).take_while(|&(_, c)| self.has(c)).last();
        let behind = text[word.end..].char_indices().take(reach).take_while(|&(_, c)| self.has(c)).last();
        before.map_or(word.start, |(at, _)| least + at)..behind.map_or(word.end, |(at, c)| word.end + at + c.len_utf8())
    }
}

/// An expression or a part of one.
#[derive(Debug)]
pub(super) enum Node {
    /// One character out of a set.
    Letter(Letters),
    /// One after the other.
    Row(Vec<Self>),
    /// One or the other.
    Either(Vec<Self>),
    /// Several times: at least and, where that is known, at most.
    Repeated(Box<Self>, usize, Option<usize>),
    /// A place between characters.
    Edge,
}

impl Node {
    /// The expression; `None` where something in it is not known here.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut chars = text.chars().peekable();
        let node = either(&mut chars)?;
        chars.next().is_none().then_some(node)
    }

    /// All characters that a match may be made of.
    pub(super) fn letters(&self) -> Letters {
        match self {
            Self::Letter(letters) => letters.clone(),
            Self::Row(nodes) | Self::Either(nodes) => nodes.iter().fold(Letters::default(), |all, node| all.join(&node.letters())),
            Self::Repeated(node, ..) => node.letters(),
            Self::Edge => Letters::default(),
        }
    }

    /// The most characters that a match may have; `None` where there is no limit.
    pub(super) fn longest(&self) -> Option<usize> {
        match self {
            Self::Letter(_) => Some(1),
            Self::Row(nodes) => nodes.iter().map(Self::longest).sum(),
            Self::Either(nodes) => nodes.iter().map(Self::longest).try_fold(0, |most, length| Some(length?.max(most))),
            Self::Repeated(node, _, most) => Some(node.longest()? * (*most)?),
            Self::Edge => Some(0),
        }
    }

    /// Words of which every match holds at least one, those that tell most; `None` where there are no such words.
    pub(super) fn needs(&self) -> Option<Vec<String>> {
        match self {
            Self::Letter(letters) => letters.few().map(|few| few.into_iter().map(String::from).collect()),
            Self::Edge | Self::Repeated(_, 0, _) => None,
            Self::Repeated(node, ..) => node.needs(),
            Self::Either(nodes) => nodes.iter().map(Self::needs).collect::<Option<Vec<_>>>().map(|all| all.concat()),
            Self::Row(nodes) => {
                let mut best: Option<Vec<String>> = None;
                // the words that the letters up to here make
                let mut words: Option<Vec<String>> = None;
                for node in nodes {
                    let few = if let Self::Letter(letters) = node { letters.few() } else { None };
                    match (few, &mut words) {
                        (Some(few), Some(words)) if few.len() * words.len() <= FEW => {
                            *words = words.iter().flat_map(|word| few.iter().map(move |c| format!("{word}{c}"))).collect();
                        }
                        (few, words) => {
                            best = better(best, words.take());
                            *words = few.map(|few| few.into_iter().map(String::from).collect());
                            if words.is_none() {
                                best = better(best, node.needs());
                            }
                        }
                    }
                }
                better(best, words)
            }
        }
    }
}

/// Which of two sets of words is the rarer in a text: digits are everywhere, Han numerals nearly so, long words are rare.
fn better(a: Option<Vec<String>>, b: Option<Vec<String>>) -> Option<Vec<String>> {
    let (Some(a), Some(b)) = (&a, &b) else { return a.or(b) };
    let rarity = |word: &String| {
        let digits = word.chars().all(|c| c.is_ascii_digit() || c.is_whitespace());
        let single = word.chars().nth(1).is_none();
        let numeral = word.starts_with(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']);
        usize::from(!single) + usize::from(!digits) + usize::from(!(single && numeral))
    };
    let rank = |words: &Vec<String>| (words.iter().map(rarity).min(), std::cmp::Reverse(words.len()));
    Some(if rank(b) > rank(a) { b.clone() } else { a.clone() })
}

fn either(chars: &mut Peekable<Chars<'_>>) -> Option<Node> {
    let mut nodes = vec![row(chars)?];
    while chars.next_if_eq(&'|').is_some() {
        nodes.push(row(chars)?);
    }
    Some(if nodes.len() == 1 { nodes.remove(0) } else { Node::Either(nodes) })
}

fn row(chars: &mut Peekable<Chars<'_>>) -> Option<Node> {
    let mut nodes = Vec::new();
    while let Some(c) = chars.next_if(|c| !matches!(c, '|' | ')')) {
        let node = match c {
            '(' => {
                if chars.next_if_eq(&'?').is_some() {
                    chars.next_if_eq(&':')?;
                }
                let node = either(chars)?;
                chars.next_if_eq(&')')?;
                node
            }
            '[' => class(chars)?,
            '\\' => escaped(chars.next()?)?,
            '^' | '$' => Node::Edge,
            '.' => Node::Letter(Letters::any()),
            '*' | '+' | '?' | '{' => return None,
            c => Node::Letter(Letters::one(c)),
        };
        nodes.push(times(node, chars)?);
    }
    Some(Node::Row(nodes))
}

/// The node with what says how often it stands.
fn times(node: Node, chars: &mut Peekable<Chars<'_>>) -> Option<Node> {
    let Some(mark) = chars.next_if(|c| matches!(c, '*' | '+' | '?' | '{')) else { return Some(node) };
    let (least, most) = match mark {
        '+' => (1, None),
        '?' => (0, Some(1)),
        '{' => {
            let inside: String = chars.by_ref().take_while(|&c| c != '}').collect();
            let (least, most) = inside.split_once(',').unwrap_or((&inside, &inside));
            (least.parse().ok()?, most.parse().ok())
        }
        _ => (0, None),
    };
    // as few as can be
    let _ = chars.next_if_eq(&'?');
    Some(Node::Repeated(Box::new(node), least, most))
}

fn escaped(c: char) -> Option<Node> {
    Some(match c {
        'b' => Node::Edge,
        's' | 'w' | 'd' => Node::Letter(shorthand(c)?),
        _ if c.is_ascii_punctuation() => Node::Letter(Letters::one(c)),
        _ => return None,
    })
}

/// `\d` and its kin, or more than they are.
fn shorthand(c: char) -> Option<Letters> {
    match c {
        's' => {
            let ranges =
                vec![('\t', '\r'), (' ', ' '), ('\u{85}', '\u{85}'), ('\u{a0}', '\u{a0}'), ('\u{1680}', '\u{180e}'), ('\u{2000}', '\u{206f}')];
            Some(Letters { ranges, ..Letters::default() }.join(&Letters::one('\u{3000}')))
        }
        'd' => Some(Letters { digits: true, ..Letters::default() }),
        'w' => Some(Letters::any()),
        _ => None,
    }
}

fn class(chars: &mut Peekable<Chars<'_>>) -> Option<Node> {
    if chars.next_if_eq(&'^').is_some() {
        // of what is left out only single characters count: more letters than there are do no harm
        let mut but = Vec::new();
        loop {
            match chars.next()? {
                ']' => return Some(Node::Letter(Letters { others: Some(but), ..Letters::default() })),
                '\\' => {
                    let names = chars.next()? == 'p';
                    while names && chars.next()? != '}' {}
                }
                c if c != '-' && chars.peek() != Some(&'-') => but.push(c),
                _ => {}
            }
        }
    }
    let mut letters = Letters::default();
    loop {
        let first = match chars.next()? {
            ']' => return Some(Node::Letter(letters)),
            '\\' => match chars.next()? {
                c @ ('d' | 's' | 'w') => {
                    letters = letters.join(&shorthand(c)?);
                    continue;
                }
                c if c.is_ascii_punctuation() => c,
                _ => return None,
            },
            '[' | '&' => return None,
            c => c,
        };
        let mut last = first;
        let mut ahead = chars.clone();
        if ahead.next() == Some('-') && ahead.peek().is_some_and(|&c| c != ']') {
            chars.next();
            last = chars.next()?;
        }
        letters = letters.join(&Letters { ranges: vec![(first, last)], ..Letters::default() });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_match_must_hold() {
        for (text, needs) in [
            (r"(?:19|20)\d\d\s*年(?:度)?", "年"),
            (r"十[二三]五", "十三五|十二五"),
            (r"\d+(?:\s*[+＋]\s*[\dN]+)+", "+|＋"),
            (r"前(?:\d+|[一二]+)(?:名|位)|[列居]前\d+", "前|列前|居前"),
            (r"[①-③]x*", "①|②|③"),
            (r"\[\d{1,3}\]", "["),
            (r"[^,]{0,6}?(?:上升|后移)了?(\d+)", "上升|后移"),
        ] {
            assert_eq!(Node::parse(text).unwrap().needs().unwrap().join("|"), needs, "{text}");
        }
        assert_eq!(Node::parse(r"\d+").unwrap().needs(), None);
        for text in ["(a", "a)", "[a", "*", r"\p{Han}", "[[a]]", "(?i)a"] {
            assert!(Node::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_match_stays_within_its_letters() {
        let around = |expression: &str, text: &str, word: &str| {
            let at = text.find(word).unwrap();
            text[Node::parse(expression).unwrap().letters().around(text, at..at + word.len(), 0, 4)].to_owned()
        };
        assert_eq!(around(r"\d+\s*年(?:底)?", "到020 年底前", "年"), "020 年底");
        assert_eq!(around(r"\d+年", "٢٠年", "年"), "٢٠年");
        assert_eq!(around(r"[^,]+年", "先,到20年底,又", "年"), "到20年底");
        assert_eq!(around(r"[^\d,a-c]+年,?", "先,到20年底,又", "年"), ",到20年底,又");
        assert_eq!(Node::parse(r"[^,]{0,6}?(?:上升|后)了?(\d{2})").unwrap().longest(), Some(11));
        assert_eq!(Node::parse(r"\d+年").unwrap().longest(), None);
    }
}
