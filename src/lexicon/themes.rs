//! The themes of education work and the words that speak for them.

use std::collections::BTreeMap;

use aho_corasick::{AhoCorasick, MatchKind};

use super::read::rows;
use super::{Problem, TableError};

/// The table of themes.
#[derive(Debug, Clone)]
pub struct Themes {
    names: Vec<String>,
    order: BTreeMap<String, usize>,
    finder: AhoCorasick,
    /// For every pattern of the finder what it adds to which theme.
    votes: Vec<Vec<(usize, u32)>>,
}

impl Themes {
    /// Reads `themes.tsv`.
    pub fn read(file: &str, text: &str) -> Result<Self, TableError> {
        let table = rows(file, text, 2)?;
        let mut names = Vec::new();
        let mut words: BTreeMap<&str, Vec<(usize, u32)>> = BTreeMap::new();
        for (theme, row) in table.iter().enumerate() {
            names.push(row.cell(0).to_owned());
            for item in row.list(1) {
                let (word, weight) = item.split_once(':').unwrap_or((item, "2"));
                let weight = weight.parse().map_err(|_| row.error(Problem::Number(item.to_owned())))?;
                words.entry(word).or_default().push((theme, weight));
            }
        }
        let finder = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(words.keys()).map_err(|problem| TableError {
            file: file.to_owned(),
            line: 0,
            problem: problem.to_string().into(),
        })?;
        let order = names.iter().cloned().enumerate().map(|(index, name)| (name, index)).collect();
        Ok(Self { names, order, finder, votes: words.into_values().collect() })
    }

    /// The themes in the order in which they are shown.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The place of a theme in that order.
    pub fn order(&self, theme: &str) -> Option<usize> {
        self.order.get(theme).copied()
    }

    /// The theme that most of the words of `text` speak for, and how strongly; a word counts for its weight and, of two that
    /// weigh the same, the later one wins (the head of a Chinese name stands last). `None` where no word speaks.
    pub fn best(&self, text: &str) -> Option<(&str, u32)> {
        let mut sums = vec![(0, 0); self.names.len()];
        for hit in self.finder.find_iter(text) {
            for &(theme, weight) in &self.votes[hit.pattern().as_usize()] {
                sums[theme] = (sums[theme].0 + weight, hit.end());
            }
        }
        let (index, &(sum, _)) = sums.iter().enumerate().max_by_key(|&(index, sum)| (*sum, std::cmp::Reverse(index)))?;
        (sum > 0).then(|| (self.names[index].as_str(), sum))
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;

    #[test]
    fn names_find_their_theme() {
        let themes = &Lexicon::builtin().themes;
        assert_eq!(themes.names().len(), 20);
        for (name, theme) in [
            ("第三期学前教育行动计划", "学前教育"),
            ("中小学教师职称评价", "教师队伍"),
            ("校园食品安全守护行动", "安全与稳定"),
            ("儿童青少年近视防控", "体育美育劳动"),
            ("教育督导问责办法", "督导评价"),
            ("市域产教联合体", "职业教育"),
        ] {
            assert_eq!(themes.best(name).unwrap().0, theme, "{name}");
        }
        assert_eq!(themes.best("天气"), None);
    }
}
