//! The place a quantity is true of and the body it is about, where they are narrower than the report's.

use std::ops::Range;

use super::school;
use super::sentence::{Clause, Token};
use crate::lexicon::Lexicon;
use crate::model::{Inferred, Level, Origin, Place, ReportMeta};
use crate::text::View;

/// Populations that are places of a kind without being one: 贫困县.
const KINDS: [&str; 8] = ["深度贫困县", "贫困县", "脱贫县", "山区县", "民族县", "革命老区", "主城区", "贫困村"];

/// Where a quantity is true.
pub(super) struct Where {
    pub place: Option<Inferred<Place>>,
    pub subject: Option<String>,
    /// The place leads its clause, so that the clauses behind are about it too.
    pub leads: bool,
}

/// The places that a clause names, in bytes of the clause.
pub(super) fn places(clause: &Clause<'_>, view: &View, meta: &ReportMeta, lexicon: &Lexicon) -> Vec<(Range<usize>, Place)> {
    lexicon.places.find(&view.text()[clause.range()], meta.place.as_ref().map(|place| &place.value))
}

/// The place and the subject of a quantity at token `at` of `clause`; `places` are those that it names.
pub(super) fn of(clause: &Clause<'_>, at: usize, places: &[(Range<usize>, Place)], view: &View, meta: &ReportMeta, lexicon: &Lexicon) -> Where {
    let tokens = &clause.tokens;
    let range = clause.range();
    let text = &view.text()[range.clone()];
    let number_at = tokens[at].range.start - range.start;
    let own = meta.place.as_ref().map(|place| Inferred::new(place.value.clone(), Origin::FromReport));
    if let Some(school) = tokens[..at].iter().rfind(|token| token.tag == "ns" && school::is_name(token.text)) {
        return Where { place: own, subject: Some(school.text.to_owned()), leads: true };
    }
    let subject = kind_of(tokens, at);
    // 全国共有…, 全省平均…: wider than the report's place
    if let [first, second, ..] = tokens.iter().filter(|token| token.is_word()).take(2).collect::<Vec<_>>().as_slice()
        && matches!(second.text, "共有" | "共" | "现有" | "有" | "平均" | "各级各类" | "各级" | "平均水平" | "总")
        && first.range.start < tokens[at].range.start
    {
        let below = meta.level().is_some_and(|level| level != Level::Province);
        if first.text == "全国" && meta.place.is_some() {
            return Where { place: None, subject: Some("全国".into()), leads: false };
        }
        if first.text == "全省"
            && below
            && let Some(province) = meta.place_path().and_then(|path| path.split('/').next()).and_then(|name| lexicon.places.resolve(name, None))
        {
            let span = view.back(first.range.clone());
            return Where { place: Some(Inferred::new(province, Origin::Stated(span))), subject, leads: false };
        }
    }
    let scope = meta.place.as_ref().map(|place| &place.value);
    let narrower = places.iter().rfind(|(found, place)| {
        let behind = &text[found.end..];
        found.start < number_at
            && scope.is_some_and(|scope| scope.covers(place) && scope.path != place.path)
            && !behind.starts_with(['、', '和', '与', '及', '等', ','])
            && !text[..found.start].ends_with(['、', '和', '与', '及'])
            // 柳林苹果、方山肉牛等4个基地: examples of what is counted
            && !(text[..number_at].contains('、') && text[found.end..number_at].contains('等'))
    });
    if let Some((found, place)) = narrower {
        let behind = &text[found.end..number_at];
        // a school or body of that place is not the place: 沁源一中
        if body(behind).is_none() {
            let span = view.back(range.start + found.start..range.start + found.end);
            let leads = text[..found.start].trim_start_matches(['其', '中', ':', ' ']).is_empty();
            return Where { place: Some(Inferred::new(place.clone(), Origin::Stated(span))), subject, leads };
        }
    }
    Where { place: own, subject, leads: false }
}

/// The last place that a clause names, wherever it lies.
pub(super) fn named(clause: &Clause<'_>, view: &View, meta: &ReportMeta, lexicon: &Lexicon) -> Option<Inferred<Place>> {
    let range = clause.range();
    let text = &view.text()[range.clone()];
    let scope = meta.place.as_ref().map(|place| &place.value);
    // a province names its counties too
    let anywhere = || lexicon.places.find_anywhere(text).pop().filter(|found| scope.is_none_or(|scope| scope.covers(&found.place)));
    let near = lexicon.places.find(text, scope).pop();
    let (found, place) = match (near, anywhere()) {
        (Some(near), Some(far)) if far.range.start > near.0.start => (far.range, far.place),
        (Some(near), _) => near,
        (None, far) => far.map(|far| (far.range, far.place))?,
    };
    let span = view.back(range.start + found.start..range.start + found.end);
    Some(Inferred::new(place, Origin::Stated(span)))
}

/// 该市: the narrower place that was named last before it.
pub(super) fn pointed(clause: &Clause<'_>, at: usize, view: &View, meta: &ReportMeta, lexicon: &Lexicon) -> Option<Inferred<Place>> {
    const FAR: usize = 900;
    let level = clause.tokens[..at].iter().find_map(|token| match token.text {
        "该市" => Some(Level::City),
        "该县" | "该区" => Some(Level::County),
        "该" => clause.tokens.get(1).and_then(|next| match next.text {
            "市" => Some(Level::City),
            "县" | "区" => Some(Level::County),
            _ => None,
        }),
        _ => None,
    })?;
    let scope = meta.place.as_ref().map(|place| &place.value)?;
    let start = clause.range().start;
    let from = view.text().ceil_char_boundary(start.saturating_sub(FAR));
    let before = &view.text()[from..start];
    let found = lexicon.places.find(before, Some(scope));
    // a city at the county's level is called 该市 too
    let (range, place) = found.into_iter().rfind(|(range, place)| {
        scope.covers(place) && scope.path != place.path && (level == Level::City || place.level == level) && body(&before[range.end..]).is_none()
    })?;
    let span = view.back(from + range.start..from + range.end);
    Some(Inferred::new(place, Origin::FromContext(span)))
}

/// The narrower place that a clause without numbers begins with: 高平市:, 沁水县统筹推进,
pub(super) fn leading(clause: &Clause<'_>, view: &View, meta: &ReportMeta, lexicon: &Lexicon) -> Option<Inferred<Place>> {
    let first = clause.tokens.iter().find(|token| token.is_word() && !matches!(token.text, "在" | "其中" | "如" | "像"))?;
    let scope = meta.place.as_ref().map(|place| &place.value)?;
    let start = first.range.start;
    let text = &view.text()[start..clause.range().end];
    let (range, place) = lexicon.places.find(text, Some(scope)).into_iter().next().filter(|(range, _)| range.start == 0)?;
    let behind = &text[range.end..];
    let fits = scope.covers(&place) && scope.path != place.path && body(behind).is_none() && !behind.starts_with(['、', '和', '与', '及', '等']);
    fits.then(|| Inferred::new(place, Origin::Stated(view.back(start..start + range.end))))
}

/// 城区4所、泽州县7所: the county that is called so, where its neighbours in the list are counties.
pub(super) fn plain_district(clauses: &[Clause<'_>], index: usize, view: &View, meta: &ReportMeta, lexicon: &Lexicon) -> Option<Inferred<Place>> {
    let clause = &clauses[index];
    let word = clause.tokens.first().filter(|token| matches!(token.text, "城区" | "郊区" | "矿区") && clause.tokens.len() <= 3)?;
    let scope = meta.place.as_ref().map(|place| &place.value).filter(|scope| scope.level == Level::City)?;
    let place = lexicon.places.resolve(&format!("{}/{}", scope.path, word.text), None)?;
    let lists = |other: Option<&Clause<'_>>| {
        other.is_some_and(|other| other.has_quantity() && leading(other, view, meta, lexicon).is_some_and(|found| found.value.level == Level::County))
    };
    let near = lists(clauses.get(index + 1)) || index > 0 && lists(clauses.get(index - 1));
    near.then(|| Inferred::new(place, Origin::Stated(view.back(word.range.clone()))))
}

fn body(text: &str) -> Option<&'static str> {
    ["中学", "小学", "幼儿园", "一中", "二中", "三中", "四中", "实验学校", "职业学校", "学院", "大学"]
        .into_iter()
        .find(|name| text.starts_with(name) || text.chars().take(8).collect::<String>().contains(name))
}

fn kind_of(tokens: &[Token<'_>], at: usize) -> Option<String> {
    let words = || tokens[..at].iter().filter(|token| token.is_word()).take(6);
    if words().count() > 5 {
        return None;
    }
    let before: String = words().map(|token| token.text).collect();
    // only where it leads the clause: 贫困县降5分, not 对口帮扶贫困县高中
    let lead = before.trim_start_matches(['在', '对', '个', '各', '全']);
    KINDS.iter().find(|kind| lead.starts_with(**kind)).map(|kind| (*kind).to_owned())
}
