//! The indicators that rows can be plotted by. Groups rows, never joins what the extraction kept apart.

use std::collections::{BTreeMap, BTreeSet};

use super::chart::Form;
use super::comparability::{self, Verdict};
use super::rows::Row;
use crate::model::Kind;

/// What makes rows one indicator: a level is never drawn with a change, nor one unit with another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChoiceKey {
    /// The series key, or the indicator's name where the dictionary has none.
    pub series: String,
    pub unit: Option<String>,
    /// A change against a baseline and not a level.
    pub change: bool,
}

impl ChoiceKey {
    pub fn of(row: &Row) -> Self {
        Self { series: row.series().to_owned(), unit: row.fact.unit.clone(), change: row.fact.kind == Kind::Change }
    }

    /// One text for one key, to keep it by.
    pub fn id(&self) -> String {
        format!("{}{}|{}", if self.change { "±" } else { "" }, self.series, self.unit.as_deref().unwrap_or_default())
    }

    pub fn kind(&self) -> Kind {
        if self.change { Kind::Change } else { Kind::Level }
    }
}

/// An indicator that can be plotted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub key: ChoiceKey,
    /// The commonest name of the indicator; of equals the first.
    pub label: String,
    /// How many places have a value.
    pub places: usize,
    /// How many different years the values are of.
    pub years: usize,
    pub rows: usize,
    /// How far its values can be compared; `None` where there is only one place and year.
    pub comparability: Option<Verdict>,
}

impl Choice {
    /// Its name with its unit, `±` before that of a change: `在校学生数 [人]`.
    pub fn spelling(&self) -> String {
        let sign = if self.key.change { "±" } else { "" };
        self.key.unit.as_ref().map_or_else(|| format!("{sign}{}", self.label), |unit| format!("{sign}{} [{unit}]", self.label))
    }

    /// Whether its label or series key contains `needle`, upper and lower case alike.
    pub fn matches(&self, needle: &str) -> bool {
        let needle = needle.trim().to_lowercase();
        self.label.to_lowercase().contains(&needle) || self.key.series.to_lowercase().contains(&needle)
    }
}

/// The indicators of `rows`, rows struck out and computed ones aside: those whose rows are alike in what they say first (other years, targets
/// beside results, copied sources and other words for the same do not make them unlike), then by places, years and rows; those with a single value,
/// where nothing can be compared, after them, and those with no row that tells place and year last.
pub fn choices(rows: &[Row]) -> Vec<Choice> {
    let mut groups: BTreeMap<ChoiceKey, (usize, Vec<&Row>)> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| !row.struck && !row.is_computed()) {
        groups.entry(ChoiceKey::of(row)).or_insert_with(|| (at, Vec::new())).1.push(row);
    }
    let mut out: Vec<(usize, u8, Choice)> = groups
        .into_iter()
        .map(|(key, (at, rows))| {
            let (choice, rank) = choice(key, &rows);
            (at, rank, choice)
        })
        .collect();
    out.sort_by_key(|(at, rank, choice)| (*rank, std::cmp::Reverse((choice.places, choice.years, choice.rows)), *at));
    out.into_iter().map(|(.., choice)| choice).collect()
}

/// A choice and how far back it stands.
fn choice(key: ChoiceKey, rows: &[&Row]) -> (Choice, u8) {
    let drawable: Vec<&Row> = rows.iter().copied().filter(|row| row.fact.place.is_some() && row.fact.period.is_some()).collect();
    let places: BTreeSet<&str> = drawable.iter().filter_map(|row| Some(row.fact.place.as_ref()?.value.path.as_str())).collect();
    let years: BTreeSet<i16> = drawable.iter().filter_map(|row| Some(row.fact.period.as_ref()?.value.end_year())).collect();
    let form = if places.len() > 1 { Form::Latest } else { Form::Years };
    let several = places.len() > 1 || years.len() > 1;
    let reasons = if several { comparability::reasons(&drawable, form) } else { Vec::new() };
    let comparability = several.then(|| comparability::verdict(&reasons));
    let rank = match comparability {
        None if places.is_empty() => 4,
        None => 3,
        Some(Verdict::NotComparable) => 2,
        Some(_) => u8::from(!reasons.iter().all(|reason| reason.leaves_alike())),
    };
    (Choice { label: label(rows), places: places.len(), years: years.len(), rows: rows.len(), comparability, key }, rank)
}

/// The commonest name; of equals the first.
pub(super) fn label(rows: &[&Row]) -> String {
    let mut names: Vec<(&str, usize)> = Vec::new();
    for row in rows {
        match names.iter_mut().find(|(name, _)| *name == row.fact.indicator) {
            Some((_, count)) => *count += 1,
            None => names.push((&row.fact.indicator, 1)),
        }
    }
    let most = names.iter().map(|(_, count)| *count).max();
    names.iter().find(|(_, count)| Some(*count) == most).map(|(name, _)| (*name).to_owned()).unwrap_or_default()
}

/// What a search for an indicator by name finds. First what is called so: by spelling, label or series key, where a level goes
/// before a change of the same name; or else all whose label or key contains it.
pub fn find<'a>(choices: &'a [Choice], name: &str) -> Vec<&'a Choice> {
    let name = name.trim();
    let exact = |test: &dyn Fn(&Choice) -> bool| -> Vec<&'a Choice> { choices.iter().filter(|choice| test(choice)).collect() };
    let named = |choice: &Choice| choice.label == name || choice.key.series == name;
    [
        exact(&|choice| choice.spelling() == name),
        exact(&|choice| named(choice) && !choice.key.change),
        exact(&named),
        exact(&|choice| choice.matches(name)),
    ]
    .into_iter()
    .find(|found| !found.is_empty())
    .unwrap_or_default()
}

/// The choices whose labels share most with `name`, best first, at most `most`; those that share nothing are left out.
pub fn nearest<'a>(choices: &'a [Choice], name: &str, most: usize) -> Vec<&'a Choice> {
    let wanted: BTreeSet<char> = name.chars().collect();
    let mut scored: Vec<(usize, &Choice)> = choices
        .iter()
        .map(|choice| {
            let letters: BTreeSet<char> = choice.label.chars().collect();
            (wanted.intersection(&letters).count() * 100 / wanted.union(&letters).count().max(1), choice)
        })
        .filter(|(score, _)| *score > 0)
        .collect();
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    scored.into_iter().take(most).map(|(_, choice)| choice).collect()
}
