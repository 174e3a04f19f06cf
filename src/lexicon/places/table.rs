//! Reads the rows of `places.tsv` and says under which names each place may be looked for.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::lexicon::{Problem, TableError, read};
use crate::model::{Level, Place};

/// A row of the table: a present place, or a former name with the place that it is called today.
#[derive(Debug)]
pub(super) struct Entry {
    name: String,
    short: String,
    /// Names of the place above it, for names that say too little alone.
    above: Option<(String, String)>,
    pub(super) is_former: bool,
    /// The present place.
    pub(super) place: Place,
}

/// How much a name says by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Strength {
    /// 大同市
    Full,
    /// 长治城区: a name that says nothing alone, behind the place above it.
    Joined,
    /// 大同, 兴县: letters that may stand in prose by chance.
    Short,
    /// 城区: never looked for in prose.
    NameOnly,
}

pub(super) fn entries(file: &str, text: &str) -> Result<Vec<Entry>, TableError> {
    let mut rows = read::rows(file, text, 8)?;
    if rows.first().is_some_and(|row| row.cell(0) == "code") {
        rows.remove(0); // the names of the columns
    }
    let mut raws = Vec::with_capacity(rows.len());
    let mut seen = HashSet::new();
    for row in &rows {
        let level = match row.cell(3) {
            "province" => Level::Province,
            "city" => Level::City,
            "county" => Level::County,
            other => return Err(row.error(Problem::unknown(other))),
        };
        let code = |column: usize| match row.cell(column) {
            "" => Ok(None),
            cell => cell.parse::<u32>().map(Some).map_err(|_| row.error(Problem::Number(cell.to_owned()))),
        };
        let own = code(0)?.ok_or_else(|| row.error(Problem::Empty(1)))?;
        if row.cell(1).is_empty() || !seen.insert((own, row.cell(1))) {
            return Err(row.error(format!("twice or without a name: {own} {}", row.cell(1))));
        }
        raws.push(Raw {
            code: own,
            name: row.cell(1),
            short: row.cell(2),
            level,
            parent: code(4)?,
            is_former: !row.cell(6).is_empty(),
            now: code(7)?,
        });
    }
    let present: HashMap<u32, usize> = raws.iter().enumerate().filter(|(_, raw)| !raw.is_former).map(|(index, raw)| (raw.code, index)).collect();
    let mut out = Vec::with_capacity(raws.len());
    for (raw, row) in raws.iter().zip(&rows) {
        let today = match raw.now {
            Some(now) => &raws[*present.get(&now).ok_or_else(|| row.error(format!("no present place has the code {now}")))?],
            None => raw,
        };
        let above = above(&raws, &present, raw);
        if raw.level != Level::Province && above.is_none() {
            return Err(row.error("no place above it"));
        }
        out.push(Entry {
            name: raw.name.to_owned(),
            short: raw.short.to_owned(),
            above: above.map(|raw| (raw.name.to_owned(), raw.short.to_owned())),
            is_former: raw.is_former,
            place: Place { path: path(&raws, &present, today), code: Some(today.code), level: today.level },
        });
    }
    Ok(out)
}

struct Raw<'a> {
    code: u32,
    name: &'a str,
    short: &'a str,
    level: Level,
    parent: Option<u32>,
    is_former: bool,
    now: Option<u32>,
}

fn above<'a>(raws: &'a [Raw<'a>], present: &HashMap<u32, usize>, raw: &Raw<'_>) -> Option<&'a Raw<'a>> {
    present.get(&raw.parent?).map(|&index| &raws[index])
}

fn path(raws: &[Raw<'_>], present: &HashMap<u32, usize>, raw: &Raw<'_>) -> String {
    let mut names = vec![raw.name];
    let mut at = above(raws, present, raw);
    while let Some(raw) = at.filter(|_| names.len() < 3) {
        names.push(raw.name);
        at = above(raws, present, raw);
    }
    names.reverse();
    names.join("/")
}

/// The names of a place, each with what it says by itself.
pub(super) fn names(entries: &[Entry], index: usize) -> Vec<(String, Strength)> {
    let entry = &entries[index];
    let chars = entry.name.chars().count();
    let is_county = entry.place.level == Level::County;
    let mut out = Vec::new();
    if is_county && chars == 2 && !entry.name.ends_with('县') {
        out.push((entry.name.clone(), Strength::NameOnly));
        if let Some((name, short)) = &entry.above {
            let above = [name, short].into_iter().filter(|above| !above.is_empty());
            out.extend(above.map(|above| (format!("{above}{}", entry.name), Strength::Joined)));
        }
    } else {
        out.push((entry.name.clone(), if chars == 2 { Strength::Short } else { Strength::Full }));
    }
    if !entry.short.is_empty() {
        out.push((entry.short.clone(), Strength::Short));
        // 恩施州, 孟村县: how people call what is 自治 in full
        for (long, brief) in [("自治州", "州"), ("自治县", "县"), ("自治旗", "旗")] {
            if entry.name.ends_with(long) && !entry.short.ends_with(brief) {
                out.push((format!("{}{brief}", entry.short), Strength::Full));
            }
        }
    }
    out
}

/// Stretches of prose in which a short name stands by chance, each with the range of the name in it.
pub(super) fn traps(file: &str, text: &str) -> Result<Vec<(String, Range<usize>)>, TableError> {
    let rows = read::rows(file, text, 2)?;
    rows.iter()
        .map(|row| {
            let (stretch, hidden) = (row.cell(0), row.cell(1));
            match stretch.find(hidden) {
                Some(at) if !hidden.is_empty() && stretch != hidden => Ok((stretch.to_owned(), at..at + hidden.len())),
                _ => Err(row.error(format!("{stretch} does not hide {hidden}"))),
            }
        })
        .collect()
}
