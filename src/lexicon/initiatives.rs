//! The table of initiatives known across the country, and where their names stand in a text. Does not judge whether a
//! mention is one: that is for the rules of extraction.

use std::collections::BTreeMap;
use std::ops::Range;

use super::index::Finder;
use super::read::{TableRow, rows};
use super::{Problem, TableError};
use crate::model::{InitiativeKind, Weight};

/// One initiative of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownInitiative {
    /// The label of its group across reports.
    pub name: String,
    /// All names, the label among them, without quotation marks.
    pub aliases: Vec<String>,
    pub theme: String,
    pub kind: InitiativeKind,
    pub weight: Weight,
    /// Shared by near relatives that stay apart.
    pub family: Option<String>,
    /// `2021` or `2021-07`; `None` where it is not known.
    pub began: Option<String>,
    /// `None` where it runs on or is not known.
    pub ended: Option<String>,
    /// Who launched it: 国家, 省, 地方, 社会.
    pub level: String,
    /// One sentence of what it is.
    pub gloss: String,
    /// Names of relatives that are not the same.
    pub apart: Vec<String>,
    /// The issuing paper with number or year; `None` where it was not verified.
    pub source: Option<String>,
}

/// Where a known name stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownHit {
    /// In bytes of the text searched.
    pub range: Range<usize>,
    /// Index in [`Initiatives::rows`].
    pub row: usize,
    /// The name alone is too common a word: it counts only in quotation marks or before a head.
    pub weak: bool,
}

/// The table with its name finder.
#[derive(Debug, Clone)]
pub struct Initiatives {
    rows: Vec<KnownInitiative>,
    by_name: BTreeMap<String, usize>,
    finder: Finder,
    /// Row and weakness of each pattern of the finder.
    patterns: Vec<(usize, bool)>,
}

impl Initiatives {
    /// Reads `initiatives.tsv`. Errors: a name that stands twice, an unknown kind, weight or relative.
    pub fn read(file: &str, text: &str) -> Result<Self, TableError> {
        let table = rows(file, text, 12)?;
        let mut out = Vec::with_capacity(table.len());
        let mut by_name = BTreeMap::new();
        let mut seen = BTreeMap::new();
        let mut patterns = Vec::new();
        let mut words = Vec::new();
        for (index, row) in table.iter().enumerate() {
            let known = known(row)?;
            by_name.insert(known.name.clone(), index);
            let forms: Vec<&str> = row.list(1);
            let own = std::iter::once(known.name.as_str()).filter(|name| !forms.iter().any(|form| form.strip_prefix('~') == Some(name)));
            for form in own.chain(forms.iter().copied()) {
                let (word, weak) = form.strip_prefix('~').map_or((form, false), |word| (word, true));
                if let Some(other) = seen.insert(word.to_owned(), index) {
                    return Err(row.error(format!("{word} names {} too", table[other].cell(0))));
                }
                words.push(word.to_owned());
                patterns.push((index, weak));
            }
            out.push(known);
        }
        for (row, known) in table.iter().zip(&out) {
            if let Some(stranger) = known.apart.iter().find(|name| !by_name.contains_key(*name)) {
                return Err(row.error(format!("{stranger} is no name of the table")));
            }
        }
        let finder = Finder::new(words.iter().map(String::as_str));
        Ok(Self { rows: out, by_name, finder, patterns })
    }

    /// All rows in the table's order.
    pub fn rows(&self) -> &[KnownInitiative] {
        &self.rows
    }

    /// The row whose label this is.
    pub fn get(&self, name: &str) -> Option<&KnownInitiative> {
        self.by_name.get(name).map(|&index| &self.rows[index])
    }

    /// Where names of the table stand in `text`, longest first, no overlaps. The text should hold no quotation marks.
    pub fn find(&self, text: &str) -> Vec<KnownHit> {
        self.finder
            .longest(text)
            .map(|(number, range)| {
                let (row, weak) = self.patterns[number];
                KnownHit { range, row, weak }
            })
            .collect()
    }
}

fn known(row: &TableRow<'_>) -> Result<KnownInitiative, TableError> {
    let text = |column| Some(row.cell(column)).filter(|cell| !cell.is_empty()).map(str::to_owned);
    let name = row.cell(0).to_owned();
    let mut aliases = vec![name.clone()];
    aliases.extend(row.list(1).iter().map(|form| form.trim_start_matches('~').to_owned()).filter(|form| *form != name));
    Ok(KnownInitiative {
        name,
        aliases,
        theme: row.cell(2).to_owned(),
        kind: kind(row.cell(3)).ok_or_else(|| row.error(Problem::unknown(row.cell(3))))?,
        weight: weight(row.cell(4)).ok_or_else(|| row.error(Problem::unknown(row.cell(4))))?,
        family: text(5),
        began: text(6),
        ended: text(7),
        level: row.cell(8).to_owned(),
        gloss: row.cell(9).to_owned(),
        apart: row.list(10).into_iter().map(str::to_owned).collect(),
        source: text(11).filter(|source| source != "unverified"),
    })
}

/// The kind that a table's word means.
pub(super) fn kind(word: &str) -> Option<InitiativeKind> {
    Some(match word {
        "document" => InitiativeKind::Document,
        "programme" => InitiativeKind::Programme,
        "reform" => InitiativeKind::Reform,
        "system" => InitiativeKind::System,
        "event" => InitiativeKind::Event,
        _ => return None,
    })
}

/// The weight that a table's word means.
pub(super) fn weight(word: &str) -> Option<Weight> {
    Some(match word {
        "main" => Weight::Main,
        "optional" => Weight::Optional,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn row(name: &str, aliases: &str) -> String {
        format!("{name}\t{aliases}\t德育与心理\tsystem\tmain\t\t\t\t地方\t说明\t\tunverified\n")
    }

    #[test]
    fn longest_name_first_and_weak_names_say_so() {
        let table = Initiatives::read("t.tsv", &(row("家访", "~家访|家访制度") + &row("双减", ""))).unwrap();
        let hits: Vec<_> = table.find("双减后的家访制度与家访").into_iter().map(|hit| (hit.row, hit.weak)).collect();
        assert_eq!(hits, [(1, false), (0, false), (0, true)]);
        assert_eq!(table.get("家访").unwrap().source, None);
    }

    #[test]
    fn a_name_belongs_to_one_row() {
        let error = Initiatives::read("t.tsv", &(row("家访", "大家访") + &row("走访", "大家访"))).unwrap_err();
        assert_eq!((error.line, error.problem.to_string().as_str()), (2, "大家访 names 家访 too"));
    }

    #[test]
    fn the_built_in_table_is_sound() {
        let lexicon = Lexicon::builtin();
        let rows = lexicon.initiatives.rows();
        assert!(rows.len() >= 200);
        for known in rows {
            assert!(lexicon.themes.order(&known.theme).is_some(), "{}: {}", known.name, known.theme);
            assert!(!known.gloss.is_empty() && known.gloss.ends_with('。'), "{}", known.name);
            for year in known.began.iter().chain(&known.ended) {
                assert!(year.parse::<crate::model::Period>().is_ok(), "{}: {year}", known.name);
            }
            assert!(known.aliases.iter().all(|alias| !alias.contains(['“', '”', '"', ' '])), "{}", known.name);
            assert!(["国家", "省", "地方", "社会"].contains(&known.level.as_str()), "{}: {}", known.name, known.level);
        }
    }
}
