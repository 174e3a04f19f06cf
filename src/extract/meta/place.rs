//! The place the report is about, by vote: title and offices weigh most, partners and schools nothing. The level is that for
//! which the report speaks (全省, 我市, 全区).

use std::collections::BTreeMap;

use super::Page;
use crate::lexicon::Lexicon;
use crate::model::{BlockKind, Inferred, Level, Origin, Place};
use crate::text::Span;

/// Less than this says nothing: one short name in passing.
const ENOUGH: u32 = 2;

/// What behind a name makes it an office's: the office speaks for the place.
const OFFICES: [&str; 14] =
    ["委", "人民政府", "政府", "教育局", "教体局", "教科局", "教委", "教育厅", "教育体育局", "教育科技局", "教育和体育局", "财政", "统计局", "人大"];

/// What behind a name makes it a school's or a paper's, which may lie anywhere.
const OTHERS: [&str; 12] = ["大学", "师范", "师大", "学院", "日报", "晚报", "电视台", "银行", "对口", "支援", "协作", "市对口"];

/// What before a name makes it a partner's.
const PARTNERS: [&str; 13] = ["赴", "借鉴", "学习", "邀请", "来自", "对接", "前往", "走进", "对标", "联合", "引进", "比如", "聘请"];

/// Words with which a report speaks for a level.
const PROVINCE_WORDS: [&str; 6] = ["全省", "我省", "省委", "省政府", "自治区", "本省"];
const CITY_WORDS: [&str; 6] = ["全市", "我市", "市委", "市政府", "市教育局", "本市"];
const COUNTY_WORDS: [&str; 10] = ["全区", "我区", "区委", "区政府", "全县", "我县", "县委", "县政府", "本县", "本区"];

/// Municipalities, whose 全市 speaks for a province.
const MUNICIPALITIES: [u32; 4] = [110_000, 120_000, 310_000, 500_000];

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
            votes.province_words += count(text, &PROVINCE_WORDS);
            votes.city_words += count(text, &CITY_WORDS);
            votes.county_words += count(text, &COUNTY_WORDS);
            let is_signature = index + 4 >= last && text.chars().count() <= 40 && !text.contains('。');
            let times = match part.kind {
                BlockKind::Title => 8,
                _ if is_signature => 4,
                BlockKind::Heading(_) => 2,
                _ => 1,
            };
            for found in lexicon.places.find_anywhere(text) {
                let weight = weight(text, &found.range, found.is_full) * times;
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

    fn inside<'a>(&'a self, path: &'a str) -> impl Iterator<Item = &'a Vote> {
        self.places
            .iter()
            .filter(move |(other, _)| other.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
            .map(|(_, vote)| vote)
    }

    fn decide(&self, lexicon: &Lexicon) -> Option<Place> {
        let province = self.heaviest(None, lexicon)?;
        let city = self.heaviest(Some(&province), lexicon);
        let is_municipality = province.code.is_some_and(|code| MUNICIPALITIES.contains(&code));
        let title = self.inside(&province.path).filter(|vote| vote.in_title).map(|vote| &vote.place).max_by_key(|place| place.level);
        let (city_words, province_words) =
            if is_municipality { (0, self.province_words + self.city_words) } else { (self.city_words, self.province_words) };
        // what the title names, but for a county where the text speaks for the city
        if let Some(place) = title {
            let fits = match place.level {
                Level::County => self.county_words >= self.city_words.max(1) || self.city_words <= 2,
                Level::City => true,
                Level::Province => city.is_none() || province_words >= city_words,
            };
            if fits {
                return Some(place.clone());
            }
        }
        let Some(city) = city else { return Some(province) };
        if city.level == Level::County {
            // directly under a province
            return Some(if self.county_words > province_words + city_words { city } else { province });
        }
        if province_words > city_words && province_words > self.county_words {
            return Some(province);
        }
        let county = self.heaviest(Some(&city), lexicon);
        match county {
            Some(county) if self.county_words > self.city_words && self.weight(&county.path) * 2 > self.weight(&city.path) => Some(county),
            _ => Some(city),
        }
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
            Some((weight, span)) if weight >= 5 => Origin::Stated(span),
            Some((_, span)) => Origin::FromContext(span),
            None => Origin::FromReport,
        }
    }
}

/// What one mention says.
fn weight(text: &str, range: &std::ops::Range<usize>, is_full: bool) -> u32 {
    let behind = &text[range.end..];
    let before: String = text[..range.start].chars().rev().take(3).collect::<Vec<_>>().into_iter().rev().collect();
    if PARTNERS.iter().any(|word| before.ends_with(word)) || OTHERS.iter().any(|word| behind.starts_with(word)) {
        return 0;
    }
    let near: String = behind.chars().take(8).collect();
    if near.contains("对口") || near.contains("大学") || near.contains("师范") {
        return 0;
    }
    let own = if is_full { 2 } else { 1 };
    // 吕梁市委, 吕梁市教育局; behind a short name 市 stands first
    let office = behind.strip_prefix(['省', '市', '县', '区']).unwrap_or(behind);
    if OFFICES.iter().any(|word| office.starts_with(word)) {
        return own + 3;
    }
    own + u32::from(behind.starts_with("教育"))
}

fn count(text: &str, words: &[&str]) -> usize {
    words.iter().map(|word| text.matches(word).count()).sum()
}
