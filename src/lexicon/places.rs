//! The table of places: provinces, cities, counties, with their former names. Decides what a name means, not what a text is
//! about: a name inside a school's name is found too.

mod table;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use self::table::{Entry, Strength};
use super::TableError;
use super::index::Finder;
use crate::model::{Level, Place};

/// Every administrative division down to the county; by default none.
#[derive(Debug, Default)]
pub struct Places {
    entries: Vec<Entry>,
    /// Which entries a name may mean, best first.
    by_name: HashMap<String, Vec<usize>>,
    /// What is looked for in prose: the pattern's number is that of its meaning.
    finder: Option<Finder>,
    patterns: Vec<Pattern>,
}

#[derive(Debug)]
enum Pattern {
    /// A name, with the entries it may mean, best first.
    Name(Strength, Vec<usize>),
    /// A stretch of prose in which a short name stands by chance: where in the stretch.
    Trap(Range<usize>),
}

/// A place named in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub range: Range<usize>,
    pub place: Place,
    /// Written with its full name (大同市), which hardly ever means anything else.
    pub is_full: bool,
}

impl Places {
    /// Reads `places.tsv` and `place-traps.tsv`, each given with its name and its text.
    pub fn read(places: (&str, &str), traps: (&str, &str)) -> Result<Self, TableError> {
        let entries = table::entries(places.0, places.1)?;
        let mut patterns: Vec<(String, Pattern)> = Vec::new();
        let mut numbers: HashMap<(String, Strength), usize> = HashMap::new();
        let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
        // present places before former ones, higher levels before lower ones, the table's order after that
        let mut order: Vec<usize> = (0..entries.len()).collect();
        order.sort_by_key(|&index| (entries[index].is_former, entries[index].place.level, index));
        for index in order {
            for (name, strength) in table::names(&entries, index) {
                if strength != Strength::Joined {
                    by_name.entry(name.clone()).or_default().push(index);
                }
                if strength == Strength::NameOnly {
                    continue;
                }
                let number = *numbers.entry((name.clone(), strength)).or_insert_with(|| {
                    patterns.push((name, Pattern::Name(strength, Vec::new())));
                    patterns.len() - 1
                });
                if let (_, Pattern::Name(_, entries)) = &mut patterns[number] {
                    entries.push(index);
                }
            }
        }
        patterns.extend(table::traps(traps.0, traps.1)?.into_iter().map(|(trap, hidden)| (trap, Pattern::Trap(hidden))));
        let finder = Finder::new(patterns.iter().map(|(name, _)| name.as_str()));
        Ok(Self { entries, by_name, finder: Some(finder), patterns: patterns.into_iter().map(|(_, pattern)| pattern).collect() })
    }

    /// The place that a person or a table means by a path (`山西省/吕梁市`), a full name, a safe short name or several of these
    /// in a row (`山西省吕梁市`); within `scope` first. A former name gives the present place. `None` where nothing or more than
    /// one fits.
    pub fn resolve(&self, name: &str, scope: Option<&Place>) -> Option<Place> {
        let name = name.trim();
        if let Some((above, last)) = name.rsplit_once('/') {
            let above = self.resolve(above, scope)?;
            return self.pick(last, |place| above.covers(place));
        }
        if let Some(place) = scope.and_then(|scope| self.pick(name, |place| is_in_reach(place, scope))) {
            return Some(place);
        }
        self.pick(name, |_| true).or_else(|| self.resolve_row(name))
    }

    /// Whether this is the name of a place or of several, full or short, perhaps behind the places that it lies in.
    pub fn is_name(&self, name: &str) -> bool {
        self.by_name.contains_key(name) || !name.is_empty() && self.resolve_row(name).is_some()
    }

    /// The place whose full path this is; a name that the table does not know gives a place without a code under the part
    /// that it does know.
    pub fn named(&self, path: &str, scope: Option<&Place>) -> Option<Place> {
        self.resolve(path, scope).or_else(|| {
            let (above, last) = path.trim().rsplit_once('/')?;
            let above = self.resolve(above, scope)?;
            let level = if above.level == Level::Province { Level::City } else { Level::County };
            (!last.is_empty()).then(|| Place { path: format!("{}/{last}", above.path), code: None, level })
        })
    }

    /// The places named in a stretch of view text, as byte ranges in order, without overlaps (the longest name wins). County
    /// names count only within `scope`'s city or county, or directly under it where it is a province; provinces and cities
    /// everywhere.
    pub fn find(&self, text: &str, scope: Option<&Place>) -> Vec<(Range<usize>, Place)> {
        let allowed = |place: &Place| place.level != Level::County || scope.is_some_and(|scope| is_in_reach(place, scope));
        self.search(text, allowed, false).into_iter().map(|found| (found.range, found.place)).collect()
    }

    /// As [`find`](Self::find), but counties count everywhere, by full names that only one place has.
    pub fn find_anywhere(&self, text: &str) -> Vec<Found> {
        self.search(text, |_| true, true)
    }

    /// The counties of two characters (新县) in `text`, which stand there by chance more often than others: to be believed only
    /// where they are many.
    pub fn find_short_counties(&self, text: &str) -> Vec<(Range<usize>, Place)> {
        let is_short = |place: &Place| place.level == Level::County && place.name().chars().count() == 2 && place.name().ends_with('县');
        let found = self.search(text, is_short, false).into_iter();
        found.filter(|found| text[found.range.clone()] == *found.place.name()).map(|found| (found.range, found.place)).collect()
    }

    fn search(&self, text: &str, allowed: impl Fn(&Place) -> bool, strict: bool) -> Vec<Found> {
        let mut hits = Vec::new();
        let mut shared = Vec::new();
        let mut hidden = BTreeSet::new();
        let found = |number: usize, range: Range<usize>| match &self.patterns[number] {
            Pattern::Trap(part) => _ = hidden.insert((range.start + part.start, range.start + part.end)),
            Pattern::Name(strength, entries) => {
                let is_county_too_weak = strict && *strength == Strength::Short;
                let place = self.choose(entries, |place| allowed(place) && !(is_county_too_weak && place.level == Level::County));
                match place {
                    Some(place) => hits.push((*strength, range, place)),
                    None if *strength == Strength::Full => shared.push((range, entries)),
                    None => {}
                }
            }
        };
        if let Some(finder) = &self.finder {
            finder.each(text, found);
        }
        if hits.is_empty() {
            return Vec::new();
        }
        // full names before short ones, longer before shorter, earlier before later
        hits.sort_by_key(|(strength, range, _)| (*strength == Strength::Short, Reverse(range.len()), range.start));
        let mut taken = Taken::default();
        let mut out = Vec::new();
        for (strength, range, place) in hits {
            let by_chance = strength == Strength::Short && hidden.contains(&(range.start, range.end)) || is_built(text, &range);
            if !by_chance && taken.take(&range) {
                out.push(Found { range, place, is_full: strength != Strength::Short });
            }
        }
        out.sort_by_key(|found| found.range.start);
        // 北京市朝阳区: a name of several places, behind the one that its place lies in
        shared.sort_by_key(|(range, _)| (range.end, range.start));
        for (range, entries) in shared {
            let at = out.partition_point(|found| found.range.start < range.start);
            let above = at.checked_sub(1).map(|before| &out[before]).filter(|found| found.range.end == range.start);
            let place = above.and_then(|above| self.choose(entries, |place| allowed(place) && above.place.covers(place)));
            if let Some(place) = place
                && taken.take(&range)
            {
                out.insert(at, Found { range, place, is_full: true });
            }
        }
        out
    }

    /// The one place that `entries` mean among those allowed; `None` for several on the same footing.
    fn choose(&self, entries: &[usize], allowed: impl Fn(&Place) -> bool) -> Option<Place> {
        let mut fitting = entries.iter().map(|&index| &self.entries[index]).filter(|entry| allowed(&entry.place));
        let first = fitting.next()?;
        let rivals = fitting.any(|other| (other.is_former, other.place.level) == (first.is_former, first.place.level) && other.place != first.place);
        (!rivals).then(|| first.place.clone())
    }

    fn pick(&self, name: &str, allowed: impl Fn(&Place) -> bool) -> Option<Place> {
        self.choose(self.by_name.get(name)?, allowed)
    }

    /// Names in a row without marks, each inside the one before: `山西省大同市云州区`.
    fn resolve_row(&self, name: &str) -> Option<Place> {
        let mut at = 0;
        let mut inside: Option<Place> = None;
        while at < name.len() {
            let mut ends = name[at..].char_indices().map(|(offset, c)| at + offset + c.len_utf8()).rev();
            let (end, place) =
                ends.find_map(|end| Some((end, self.pick(&name[at..end], |place| inside.as_ref().is_none_or(|it| it.covers(place)))?)))?;
            inside = Some(place);
            at = end;
        }
        inside
    }
}

/// 新建县第三幼儿园, 新建区实验小学: what was built, not the county of that name.
fn is_built(text: &str, range: &Range<usize>) -> bool {
    const BUILT: [&str; 12] = ["第", "实验", "城", "职", "中学", "小学", "幼", "特", "高", "一", "二", "三"];
    text[range.clone()].starts_with("新建") && BUILT.iter().any(|word| text[range.end..].starts_with(word))
}

/// Whether a place lies in `scope`, or in the city of the county that `scope` is.
fn is_in_reach(place: &Place, scope: &Place) -> bool {
    let city = match (scope.level, scope.path.rsplit_once('/')) {
        (Level::County, Some((city, _))) => city,
        _ => &scope.path,
    };
    match place.path.strip_prefix(city) {
        Some("") => true,
        // a province reaches what lies directly under it, not the counties of its cities
        Some(rest) => rest.starts_with('/') && rest.matches('/').count() == 1,
        None => false,
    }
}

/// Stretches of a text that are spoken for.
#[derive(Default)]
struct Taken(BTreeMap<usize, usize>);

impl Taken {
    /// Takes a stretch unless a part of it is taken.
    fn take(&mut self, range: &Range<usize>) -> bool {
        let free = self.0.range(..range.end).next_back().is_none_or(|(_, &end)| end <= range.start);
        if free {
            self.0.insert(range.start, range.end);
        }
        free
    }
}

#[cfg(test)]
mod tests;
