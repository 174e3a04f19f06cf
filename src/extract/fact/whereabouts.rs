//! The place a quantity is true of and the body it is about, where they are narrower than the report's.

use std::ops::Range;

use super::sentence::{Clause, Token};
use super::topic;
use crate::lexicon::{Lexicon, Part};
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
    if let Some(school) = tokens[..at].iter().rfind(|token| token.is_topic) {
        return Where { place: own, subject: Some(school.text.to_owned()), leads: true };
    }
    let subject = kind_of(tokens, at).or_else(|| own_schools(tokens, at));
    // 全国共有…, 全省平均…: wider than the report's place
    let acts = |token: &Token<'_>| lexicon.indicators.get(token.text).is_some_and(|form| form.part == Part::Action);
    if let [first, second, ..] = tokens.iter().filter(|token| token.is_word()).take(2).collect::<Vec<_>>().as_slice()
        && first.range.start < tokens[at].range.start
    {
        let counts = matches!(second.text, "共有" | "共" | "现有" | "有" | "平均" | "各级各类" | "各级" | "平均水平" | "总");
        let below = meta.level().is_some_and(|level| level != Level::Province);
        if counts && first.text == "全国" && meta.place.is_some() {
            return Where { place: None, subject: Some("全国".into()), leads: false };
        }
        if counts
            && first.text == "全省"
            && below
            && let Some(province) = meta.place_path().and_then(|path| path.split('/').next()).and_then(|name| lexicon.places.resolve(name, None))
        {
            let span = view.back(first.range.clone());
            return Where { place: Some(Inferred::new(province, Origin::Stated(span))), subject, leads: false };
        }
        if matches!(first.text, "全市" | "我市" | "本市")
            && (counts || acts(second))
            && let Some(city) = city_above(meta, lexicon)
        {
            let span = view.back(first.range.clone());
            return Where { place: Some(Inferred::new(city, Origin::Stated(span))), subject, leads: false };
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
        if !is_body(behind, is_full(&text[found.clone()])) {
            let span = view.back(range.start + found.start..range.start + found.end);
            let leads = text[..found.start].trim_start_matches(['其', '中', ':', ' ']).is_empty();
            return Where { place: Some(Inferred::new(place.clone(), Origin::Stated(span))), subject, leads };
        }
    }
    Where { place: own, subject, leads: false }
}

/// Places that share the numbers of a sentence one by one: 高平市、阳城县分别新建4所、3所.
#[derive(Default)]
pub(super) struct Shared {
    /// Where their list begins, and the stretch between semicolons in which it holds.
    of: Option<(usize, usize)>,
    rest: std::collections::VecDeque<Inferred<Place>>,
}

impl Shared {
    /// The place of the next number, which stands in `clause`; `None` where none is left to be given.
    pub(super) fn next(&mut self, clause: &Clause<'_>, view: &View, meta: &ReportMeta, lexicon: &Lexicon) -> Option<Where> {
        if let Some(list) = clause.tokens.iter().find(|token| token.is_topic && topic::is_list(token.text))
            && clause.tokens.iter().any(|token| token.text == "分别")
            && self.of.is_none_or(|(start, _)| start != list.range.start)
        {
            let span = view.back(list.range.clone());
            let scope = meta.place.as_ref().map(|place| &place.value);
            let place = |name: &str| lexicon.places.find(name, scope).into_iter().next().map(|(_, place)| Inferred::new(place, Origin::Stated(span)));
            self.of = Some((list.range.start, clause.group));
            self.rest = topic::members(list.text).into_iter().filter_map(place).collect();
        }
        self.of.filter(|(_, group)| *group == clause.group)?;
        self.rest.pop_front().map(|place| Where { place: Some(place), subject: None, leads: false })
    }
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
        scope.covers(place)
            && scope.path != place.path
            && (level == Level::City || place.level == level)
            && !is_body(&before[range.end..], is_full(&before[range.clone()]))
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
    let fits = scope.covers(&place)
        && scope.path != place.path
        && !is_body(behind, is_full(&text[range.clone()]))
        && !behind.starts_with(['、', '和', '与', '及', '等']);
    fits.then(|| Inferred::new(place, Origin::Stated(view.back(start..start + range.end))))
}

/// 城区4所、泽州县7所: the county that is called so, where its neighbours in the list are counties.
pub(super) fn plain_district(clauses: &[Clause<'_>], index: usize, view: &View, meta: &ReportMeta, lexicon: &Lexicon) -> Option<Inferred<Place>> {
    let clause = &clauses[index];
    let word = clause.tokens.iter().take(4).find(|token| token.text != "其中")?;
    let word = Some(word).filter(|word| matches!(word.text, "城区" | "郊区" | "矿区") && clause.tokens.len() <= 4)?;
    let scope = meta.place.as_ref().map(|place| &place.value).filter(|scope| scope.level == Level::City)?;
    let place = lexicon.places.resolve(&format!("{}/{}", scope.path, word.text), None)?;
    let lists = |other: Option<&Clause<'_>>| {
        other.is_some_and(|other| other.has_quantity() && leading(other, view, meta, lexicon).is_some_and(|found| found.value.level == Level::County))
    };
    let near = lists(clauses.get(index + 1)) || index > 0 && lists(clauses.get(index - 1));
    near.then(|| Inferred::new(place, Origin::Stated(view.back(word.range.clone()))))
}

/// The city that 全市 means in the report of a district or county: the one above it. A city of county level is its own.
fn city_above(meta: &ReportMeta, lexicon: &Lexicon) -> Option<Place> {
    let place = meta.place.as_ref().map(|place| &place.value).filter(|place| place.level == Level::County && !place.path.ends_with('市'))?;
    let (above, _) = place.path.rsplit_once('/')?;
    above.ends_with('市').then(|| lexicon.places.resolve(above, None)).flatten()
}

fn is_full(place: &str) -> bool {
    place.ends_with(['市', '县', '区', '旗', '州', '盟'])
}

/// Whether what stands directly behind a place's name makes a school or another body of both: 沁源一中, 沁水中学. Behind a full
/// name a bare level of schooling is counted there: 沁水县中学.
fn is_body(behind: &str, is_full: bool) -> bool {
    const LEVELS: [&str; 4] = ["中学", "小学", "幼儿园", "高中"];
    const BODIES: [&str; 12] =
        ["实验", "第", "职业技术学院", "职业学院", "师范", "学院", "大学", "职教中心", "职业中学", "机关幼儿园", "附属", "进修学校"];
    let behind = behind.trim_start_matches(['市', '县', '区']);
    let numbered = behind.trim_start_matches(|c: char| "一二三四五六七八九十".contains(c));
    numbered.len() < behind.len() && numbered.starts_with(['中', '小', '幼'])
        || BODIES.iter().any(|word| behind.starts_with(word))
        || !is_full && LEVELS.iter().any(|word| behind.starts_with(word))
}

/// 市直初中在校生8600人: of the city's own schools, not of all in the city.
fn own_schools(tokens: &[Token<'_>], at: usize) -> Option<String> {
    const KINDS: [&str; 9] = ["市直", "县直", "区直", "州直", "市属", "县属", "区属", "市本级", "县本级"];
    let lead: String = tokens[..at].iter().filter(|token| token.is_word()).take(4).map(|token| token.text).collect();
    let lead = lead.trim_start_matches("其中");
    KINDS.iter().find(|kind| lead.starts_with(**kind)).map(|kind| (*kind).to_owned())
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

#[cfg(test)]
mod tests {
    use crate::extract::extract;
    use crate::lexicon::Lexicon;
    use crate::model::Hints;
    use crate::text::Source;

    #[test]
    fn every_number_is_true_somewhere() {
        let lexicon = Lexicon::builtin();
        // the report's place, a sentence, and for each of its rows the last part of the place or whose it is
        for (about, text, wanted) in [
            ("山西省/晋城市", "我市现有小学312所。", &["晋城市"][..]),
            ("山西省/晋城市", "泽州县新建幼儿园4所,改扩建3所;全市新增学位2300个。", &["泽州县", "泽州县", "晋城市"]),
            ("山西省/晋城市", "新建幼儿园26所,其中高平市8所,阳城县6所。", &["晋城市", "高平市", "阳城县"]),
            ("山西省/晋城市", "高平市、阳城县分别新建幼儿园4所、3所。", &["高平市", "阳城县"]),
            ("山西省/忻州市", "宁武、静乐、偏关三县资助学生265名。", &["宁武、静乐、偏关三县"]),
            ("山西省/忻州市", "岢岚、五寨两县共新建幼儿园6所。", &["岢岚、五寨两县"]),
            ("山西省/晋城市", "市直初中在校生8600人,全市初中在校生6.2万人。", &["市直", "晋城市"]),
            ("山西省/晋城市", "晋城市城区新建小学2所。", &["城区"]),
            ("山西省/晋城市", "幼儿园中城区12所、泽州县8所、高平市6所。", &["晋城市", "泽州县", "高平市"]),
            ("山西省/晋城市", "新建幼儿园26所,其中城区12所、泽州县8所、高平市6所。", &["晋城市", "城区", "泽州县", "高平市"]),
            ("山西省/晋城市", "城区学校现有大班额36个。", &["晋城市"]),
            ("山西省/晋城市", "全省共有小学5200所,全国共有小学14万所。", &["山西省", "全国"]),
            ("山西省/大同市/云州区", "全区现有学校33所。", &["云州区"]),
            ("山西省/大同市/云州区", "全市新建幼儿园20所,我区新建3所。", &["大同市", "云州区"]),
            ("山西省/晋城市/高平市", "全市新建幼儿园4所。", &["高平市"]),
            ("山西省/晋城市/沁水县", "全县新建幼儿园4所,全市共有幼儿园520所。", &["沁水县", "晋城市"]),
            ("北京市", "全市新增学位2.8万个,海淀区新增学位8600个。", &["北京市", "海淀区"]),
            ("北京市/海淀区", "全市共有幼儿园1990所,我区有186所。", &["北京市", "海淀区"]),
            ("广西壮族自治区", "全区共有幼儿园1.3万所,南宁市新建幼儿园40所。", &["广西壮族自治区", "南宁市"]),
            ("山西省/大同市", "大同县新建幼儿园2所。", &["云州区"]),
            ("山西省/晋城市", "第三中学在校生2145人,专任教师168人。", &["第三中学", "第三中学"]),
            ("山西省/晋城市", "市实验小学在校生1860人。", &["市实验小学"]),
            ("山西省/晋城市", "沁水中学在校生3600人,沁水县中学在校生9600人。", &["沁水中学", "沁水县"]),
            ("山西省/晋城市", "市特殊教育学校在校生126人;全市特殊教育学校在校生860人。", &["市特殊教育学校", "晋城市"]),
            ("山西省/晋城市", "晋城职业技术学院招生2600人,毕业生2410人。", &["晋城职业技术学院", "晋城职业技术学院"]),
            ("山西省/晋城市", "投资2600万元建设市第三中学。", &["晋城市"]),
            ("山西省/晋城市", "与太原市合作共建学校2所。", &["晋城市"]),
        ] {
            let hints = Hints { year: Some(2023), place: Some(about.into()), ..Hints::default() };
            let document = extract(Source::new(text), &hints, &lexicon);
            let place = |fact: &crate::model::Fact| fact.place.as_ref().map_or_else(|| "-".to_owned(), |place| place.value.name().to_owned());
            let have: Vec<String> = document.facts.iter().map(|fact| fact.subject.clone().unwrap_or_else(|| place(fact))).collect();
            assert_eq!(have, wanted, "{text}");
        }
    }
}
