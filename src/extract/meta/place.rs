//! The place the report is about, by vote: title and offices weigh most, partners and schools nothing. The level is that for
//! which the report speaks (全省, 我市, 全区).

use std::collections::BTreeMap;

use super::Page;
use crate::lexicon::Lexicon;
use crate::model::{BlockKind, Inferred, Level, Origin, Place};
use crate::text::Span;

/// Less than this says nothing: one short name in passing.
const ENOUGH: u32 = 2;

/// A county of two characters, which may stand in a text by chance, has to be named so often.
const SHORT_ENOUGH: usize = 3;

/// What a full name with an office behind it weighs.
const OFFICE: u32 = 5;

/// Municipalities, whose 全市 speaks for a province.
const MUNICIPALITIES: [u32; 4] = [110_000, 120_000, 310_000, 500_000];

/// Autonomous regions, for which 全区 may speak.
const REGIONS: [u32; 5] = [150_000, 450_000, 540_000, 640_000, 650_000];

/// The place that a person named; a name that no table knows is taken as it is.
pub(super) fn corrected(name: &str, lexicon: &Lexicon) -> Option<Inferred<Place>> {
    let name = name.trim();
    let unknown = || {
        let level = match name.matches('/').count() {
            0 => Level::Province,
            1 => Level::City,
            _ => Level::County,
        };
        (!name.is_empty()).then(|| Place { path: name.to_owned(), code: None, level })
    };
    lexicon.places.named(name, None).or_else(unknown).map(|place| Inferred::new(place, Origin::Corrected))
}

/// The place with where it comes from.
pub(super) fn read(page: &Page, file_name: &str, lexicon: &Lexicon) -> Option<Inferred<Place>> {
    let votes = Votes::of(page, lexicon);
    let place = votes.decide(lexicon).filter(|place| votes.weight(&place.path) >= ENOUGH);
    if let Some((short, span)) = votes.short_county().filter(|(short, _)| place.as_ref().is_none_or(|place| votes.is_of(short, place))) {
        return Some(Inferred::new(short, Origin::FromContext(span)));
    }
    match place {
        Some(place) => {
            let origin = votes.origin(&place);
            Some(Inferred::new(place, origin))
        }
        None => in_file_name(file_name, lexicon).map(|place| Inferred::new(place, Origin::FromFileName)),
    }
}

/// The narrowest place that the file's name holds.
fn in_file_name(file_name: &str, lexicon: &Lexicon) -> Option<Place> {
    let found = lexicon.places.find_anywhere(file_name);
    let scope = found.iter().map(|found| &found.place).max_by_key(|place| place.level)?;
    let narrower = lexicon.places.find(file_name, Some(scope)).into_iter().map(|(_, place)| place).max_by_key(|place| place.level);
    narrower.filter(|place| scope.covers(place)).or_else(|| Some(scope.clone()))
}

/// How often each place is named, and which words the report speaks with.
#[derive(Default)]
struct Votes {
    places: BTreeMap<String, Vote>,
    province_words: usize,
    city_words: usize,
    county_words: usize,
    /// 全区, of which only the place tells for which level it speaks.
    whole_words: usize,
    /// How often each county of two characters is named, and where first.
    short_counties: BTreeMap<String, (Place, usize, Span)>,
}

struct Vote {
    place: Place,
    weight: u32,
    /// The mention that weighs most.
    best: (u32, Span),
    in_title: bool,
}

impl Votes {
    fn of(page: &Page, lexicon: &Lexicon) -> Self {
        let mut votes = Self::default();
        let last = page.parts.len();
        for (index, part) in page.parts.iter().enumerate() {
            let text = part.view.text();
            for mark in lexicon.place_cues.find(text) {
                match mark.shows {
                    "province" => votes.province_words += 1,
                    "city" => votes.city_words += 1,
                    "county" => votes.county_words += 1,
                    "whole" => votes.whole_words += 1,
                    _ => {}
                }
            }
            let is_signature = index + 4 >= last && text.chars().count() <= 40 && !text.contains('。');
            let times = match part.kind {
                BlockKind::Title => 8,
                _ if is_signature => 4,
                BlockKind::Heading(_) => 2,
                _ => 1,
            };
            for (range, place) in lexicon.places.find_short_counties(text) {
                let span = part.view.back(range);
                let vote = votes.short_counties.entry(place.path.clone()).or_insert((place, 0, span));
                vote.1 += if part.is_title() { 2 } else { 1 };
            }
            for found in lexicon.places.find_anywhere(text) {
                let weight = weight(text, &found.range, found.is_full, lexicon) * times;
                if weight == 0 {
                    continue;
                }
                let span = part.view.back(found.range);
                let vote = votes.places.entry(found.place.path.clone()).or_insert_with(|| Vote {
                    place: found.place,
                    weight: 0,
                    best: (0, span),
                    in_title: false,
                });
                vote.weight += weight;
                vote.in_title |= part.is_title();
                if weight > vote.best.0 {
                    vote.best = (weight, span);
                }
            }
        }
        votes
    }

    /// The weight of a place with all that lies in it.
    fn weight(&self, path: &str) -> u32 {
        self.inside(path).map(|vote| vote.weight).sum()
    }

    /// The one county of two characters that is named again and again.
    fn short_county(&self) -> Option<(Place, Span)> {
        let (place, times, span) = self.short_counties.values().max_by_key(|(_, times, _)| *times)?;
        let rivals = self.short_counties.values().filter(|(other, count, _)| other != place && count * 2 > *times).count();
        (*times >= SHORT_ENOUGH && rivals == 0).then(|| (place.clone(), *span))
    }

    /// Whether a report that seems to be about `place` may be about the county `short` in it.
    fn is_of(&self, short: &Place, place: &Place) -> bool {
        place.level != Level::County && place.covers(short) && self.county_words > self.city_words.max(self.province_words)
    }

    fn inside<'a>(&'a self, path: &'a str) -> impl Iterator<Item = &'a Vote> {
        self.places
            .iter()
            .filter(move |(other, _)| other.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
            .map(|(_, vote)| vote)
    }

    fn decide(&self, lexicon: &Lexicon) -> Option<Place> {
        let province = self.heaviest(None, lexicon)?;
        let city = self.heaviest(Some(&province), lexicon);
        let county = city.as_ref().filter(|city| city.level == Level::City).and_then(|city| self.heaviest(Some(city), lexicon));
        let is_municipality = province.code.is_some_and(|code| MUNICIPALITIES.contains(&code));
        // 全区 of an autonomous region is the region's unless a district stands out
        let stands_out = city.iter().zip(&county).any(|(city, county)| self.weight(&county.path) * 2 > self.weight(&city.path));
        let is_region = province.code.is_some_and(|code| REGIONS.contains(&code)) && !stands_out;
        let mut words = (self.province_words, self.city_words, self.county_words);
        if is_municipality {
            words = (words.0 + words.1, 0, words.2);
        }
        if is_region {
            words.0 += self.whole_words;
        } else {
            words.2 += self.whole_words;
        }
        let (province_words, city_words, county_words) = words;
        // a report may quote the province's orders (全省, 省委) without being the province's: it has to name what it is about
        let is_named = |place: &Place| self.places.contains_key(&place.path);
        let names_city = city.as_ref().is_some_and(is_named);
        // what the title names, but for a county where the text speaks for the city
        let title = self.inside(&province.path).filter(|vote| vote.in_title).map(|vote| &vote.place).max_by_key(|place| place.level);
        if let Some(place) = title {
            let fits = match place.level {
                // 全市 of a city of county level is its own
                Level::County => county_words >= city_words || city_words <= 2 || !names_city || place.path.ends_with('市'),
                Level::City => true,
                Level::Province => city.is_none() || province_words >= city_words,
            };
            if fits {
                return Some(place.clone());
            }
        }
        match (city, county) {
            (None, _) => Some(province),
            // directly under a province
            (Some(city), _) if city.level == Level::County => Some(if county_words > province_words + city_words { city } else { province }),
            _ if province_words > city_words && province_words > county_words && is_named(&province) => Some(province),
            (Some(city), Some(county))
                if stands_out && (county_words > city_words || !names_city || county.path.ends_with('市') && self.has_offices(&county, &city)) =>
            {
                Some(county)
            }
            (Some(city), _) => Some(city),
        }
    }

    /// Whether offices of `place` are named, and it more often than the one it lies in.
    fn has_offices(&self, place: &Place, above: &Place) -> bool {
        let own = |place: &Place| self.places.get(&place.path).map_or((0, 0), |vote| (vote.weight, vote.best.0));
        own(place).1 >= OFFICE && own(place).0 > own(above).0
    }

    /// The place directly under `above` (or the province) that weighs most with all that lies in it; the first of equals.
    fn heaviest(&self, above: Option<&Place>, lexicon: &Lexicon) -> Option<Place> {
        let depth = above.map_or(0, |place| place.path.matches('/').count() + 1);
        let mut sums: BTreeMap<&str, u32> = BTreeMap::new();
        for (path, vote) in &self.places {
            let fits = above.is_none_or(|above| above.covers(&vote.place) && above.path != *path);
            let end = path.match_indices('/').nth(depth).map_or(path.len(), |(at, _)| at);
            if fits {
                *sums.entry(&path[..end]).or_default() += vote.weight;
            }
        }
        let most = sums.values().copied().max()?;
        let (path, _) = sums.into_iter().find(|(_, weight)| *weight == most)?;
        lexicon.places.resolve(path, None)
    }

    /// The words that say it, or the vote as a whole.
    fn origin(&self, place: &Place) -> Origin {
        let best = self.places.get(&place.path).map(|vote| vote.best);
        match best {
            Some((weight, span)) if weight >= OFFICE => Origin::Stated(span),
            Some((_, span)) => Origin::FromContext(span),
            None => Origin::FromReport,
        }
    }
}

/// What one mention says.
fn weight(text: &str, range: &std::ops::Range<usize>, is_full: bool, lexicon: &Lexicon) -> u32 {
    let behind = &text[range.end..];
    if lexicon.place_cues.ends(&text[..range.start], "partner") || lexicon.place_cues.begins(behind, "other") {
        return 0;
    }
    let near = behind.char_indices().nth(8).map_or(behind, |(at, _)| &behind[..at]);
    if lexicon
        .place_cues
        .find(near)
        .any(|mark| mark.shows == "other" && mark.word.chars().count() > 1 && !near[..mark.range.start].contains([',', '。', '、']))
    {
        return 0;
    }
    let own = if is_full { 2 } else { 1 };
    // 吕梁市委, 吕梁市教育局: behind a short name 市 stands first
    let office = behind.strip_prefix(['省', '市', '县', '区']).unwrap_or(behind);
    if lexicon.place_cues.begins(office, "office") {
        return own + 3;
    }
    own + u32::from(behind.starts_with("教育"))
}
