//! Regular expressions that are tried only where they can match.
//!
//! What every match of an expression must hold, and of which characters it can be made, is read off the expression itself.
//! All such words are looked for in one go; around each the expression is tried, as far as the characters allow. The matches
//! are those of trying each expression over the whole text.

mod syntax;

use std::collections::BTreeMap;
use std::ops::Range;

use regex::{Captures, Regex};

use self::syntax::{Letters, Node};
use crate::lexicon::Finder;

/// Expressions in the order in which their matches are wanted.
#[derive(Debug)]
pub(super) struct Patterns {
    list: Vec<Pattern>,
    /// The words that matches hold, and whose they are.
    finder: Finder,
    owners: Vec<Vec<usize>>,
}

#[derive(Debug)]
struct Pattern {
    regex: Regex,
    letters: Letters,
    /// How many characters a match may have.
    reach: usize,
    /// Words of which each match holds at least one; empty where none are known.
    needs: Vec<String>,
}

impl Patterns {
    /// Expressions that cannot be read are left out: the tests see to it that there are none.
    pub(super) fn new(expressions: impl IntoIterator<Item = String>) -> Self {
        let list: Vec<Pattern> = expressions
            .into_iter()
            .filter_map(|text| {
                let node = Node::parse(&text);
                let letters = node.as_ref().map_or_else(Letters::any, Node::letters);
                let reach = node.as_ref().and_then(Node::longest).unwrap_or(usize::MAX);
                let needs = node.and_then(|node| node.needs()).unwrap_or_default();
                Some(Pattern { regex: Regex::new(&text).ok()?, letters, reach, needs })
            })
            .collect();
        let mut owners: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, pattern) in list.iter().enumerate() {
            for word in &pattern.needs {
                owners.entry(word).or_default().push(index);
            }
        }
        let finder = Finder::new(owners.keys().copied());
        let owners = owners.into_values().collect();
        Self { list, finder, owners }
    }

    /// The matches in `text`, those of the first expression first, each with its expression's number.
    pub(super) fn each<'t>(&self, text: &'t str, mut found: impl FnMut(usize, Captures<'t>)) {
        // where each expression is to be tried
        let mut stretches: Vec<(usize, Range<usize>)> = Vec::new();
        let mut reached = vec![0; self.list.len()];
        for (index, pattern) in self.list.iter().enumerate() {
            if pattern.needs.is_empty() {
                stretches.push((index, 0..text.len()));
                reached[index] = usize::MAX;
            }
        }
        self.finder.each(text, |number, word| {
            for &index in &self.owners[number] {
                let pattern = &self.list[index];
                // stretches of one expression that touch are one
                if pattern.reach == usize::MAX && reached[index] >= word.end {
                    continue;
                }
                let stretch = pattern.letters.around(text, word.clone(), 0, pattern.reach);
                reached[index] = stretch.end;
                stretches.push((index, stretch));
            }
        });
        stretches.sort_unstable_by_key(|(index, stretch)| (*index, stretch.start));
        stretches.dedup_by(|next, last| {
            let touches = next.0 == last.0 && next.1.start <= last.1.end;
            if touches {
                last.1.end = last.1.end.max(next.1.end);
            }
            touches
        });
        for (index, stretch) in stretches {
            let regex = &self.list[index].regex;
            // a character more, so that the end of the stretch is not taken for that of the text
            let within = &text[..stretch.end + text[stretch.end..].chars().next().map_or(0, char::len_utf8)];
            let mut at = stretch.start;
            while let Some(hit) = regex.find_at(within, at).filter(|hit| !hit.is_empty()) {
                if let Some(groups) = regex.captures_at(within, hit.start()) {
                    found(index, groups);
                }
                at = hit.end();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Matches as trying each expression over the whole text gives them.
    fn plain(expressions: &[&str], text: &str) -> Vec<(usize, Range<usize>)> {
        let all = expressions.iter().enumerate();
        all.flat_map(|(index, it)| Regex::new(it).unwrap().find_iter(text).map(|hit| (index, hit.range())).collect::<Vec<_>>()).collect()
    }

    #[test]
    fn nothing_is_missed() {
        let expressions = [
            r"(?:19|20)\d\d\s*年(?:度|底)?",
            r"\d{1,2}\s*[-—至]+\s*\d{1,2}月份?",
            r"^\s*(\d{1,2}) ",
            r"(?:^|[。;])\s*([一二三]{1,2})(?:是|要)",
            r"\b1[3-9]\d{9}\b",
            r"“[^“”]{0,20}(?:我们|你们)[^“”]{0,20}”",
            r"(?:^|[^\d.])(\d\.0)(?:[^\d%万]|$)",
            r"\d0年代|[一二三]十年代",
            r"[\w.-]+@[\w.-]+",
        ];
        let patterns = Patterns::new(expressions.map(str::to_owned));
        assert_eq!(patterns.list.len(), expressions.len());
        assert!(patterns.list.iter().all(|pattern| !pattern.needs.is_empty()), "{patterns:?}");
        for text in [
            "2021年底至2022 年,3—4月,12年度",
            "12 所。二要抓,一是改;三是“请我们来”。“你们”",
            "教育3.0",
            "教育3.0时代,3.0万,13800138000 电",
            "八十年代、90年代,a.b@c.cn。",
            "",
            "1999年1999年 1999 年1至2月3-",
        ] {
            let mut found = Vec::new();
            patterns.each(text, |index, groups| found.extend(groups.get(0).map(|hit| (index, hit.range()))));
            assert_eq!(found, plain(&expressions, text), "{text}");
        }
    }
}
