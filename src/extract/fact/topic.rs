//! What a clause opens with and is about, where that is narrower than the report's place: a single school or other body
//! (第三中学在校生…, 市实验小学…), or several places together (宁武、静乐、偏关三县…). What is counted there is theirs and never
//! the whole city's.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

const NUMERAL: &str = "(?:[一二三四五六七八九十]{1,3}|[0-9]{1,3})";
const LEAD: &str = r"(?:^|[,;:。(!?])(?:其中[:,]?|在|由|对|仅)?";

/// Group 1 is the name of a school with the place before it.
static BODY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let numbered = format!(
        r"(?:\p{{Han}}{{1,6}}?)?第{NUMERAL}(?:实验|高级|初级|职业|民族|完全|中心)?(?:中学|小学|幼儿园|高中|中专|中等职业学校|职业高中)(?:校|学校)?"
    );
    let short = format!(r"\p{{Han}}{{1,4}}?{NUMERAL}(?:中|小|幼|高|职中|职高)");
    let named = r"\p{Han}{1,6}?(?:实验(?:小学|中学|幼儿园|学校|高中)|(?:直属)?机关幼儿园|职业技术学院|职业学院|师范学院|医学院|理工学院|职业技术学校|职业教育中心|职教中心|开放大学|广播电视大学|教师进修学校|青少年宫|青少年活动中心|少年体校)";
    let bare = r"[市县区](?:特殊教育学校|特殊教育中心|职业中学|职业高中|职业学校|技工学校|技师学院|高级技工学校|委党校)";
    let old = r"\p{Han}{2,4}?(?:中学|高级中学)";
    Regex::new(&format!("{LEAD}({numbered}|{short}|{named}|{bare}|{old})")).ok()
});

/// Group 1 is a list of places with how many they are.
static LIST: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let place = r"\p{Han}{2,5}?";
    Regex::new(&format!(r"{LEAD}({place}(?:[、和与及]{place}){{1,14}}?(?:(?:{NUMERAL}|两)个?(?:县区|县市|市县|县|市|区|地)|[市县区]))")).ok()
});

/// The topics of the clauses of `text`, in order. No lists of schools (一中、二中, 三中等), and no words that only look like one
/// (其中, 高三中考, 十四中全会).
///
/// `is_place` tells whether a stretch is the name of a place, `is_part` whether of one inside the report's.
pub(super) fn topics(text: &str, is_place: impl Fn(&str) -> bool, is_part: impl Fn(&str) -> bool) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    for_each(&BODY, text, |hit| {
        let (name, behind) = (&text[hit.clone()], &text[hit.end..]);
        let listed = behind.is_empty() || behind.starts_with(['、', '和', '与', '及', '等', ',', '。', ';', ':', '(', ')', '”', '》']);
        // 沁水中学, and not 沁水县中学
        let named_after =
            name.strip_suffix("高级中学").or_else(|| name.strip_suffix("中学")).filter(|_| !is_numbered(name) && !name.contains("实验"));
        let is_one = match named_after {
            Some(place) => is_part(place) && !place.ends_with(['市', '县', '区']),
            None => is_body(name, behind, &is_place) && (is_numbered(name) || !behind.starts_with("录取")),
        };
        if is_one && !listed {
            out.push(hit);
        }
    });
    for_each(&LIST, text, |hit| {
        let names = members(&text[hit.clone()]);
        if names.len() > 1 && names.iter().all(|name| is_part(name)) && !text[hit.end..].starts_with(['、', '和', '与', '及', '等']) {
            out.push(hit);
        }
    });
    out.sort_by_key(|range| range.start);
    out.dedup_by(|next, last| next.start < last.end);
    out
}

fn for_each(pattern: &LazyLock<Option<Regex>>, text: &str, mut each: impl FnMut(Range<usize>)) {
    let Some(pattern) = pattern.as_ref() else { return };
    let mut at = 0;
    while let Some(hit) = pattern.captures_at(text, at).and_then(|groups| groups.get(1)) {
        at = hit.end();
        each(hit.range());
    }
}

/// The places that a list names: without how many they are.
pub(super) fn members(list: &str) -> Vec<&str> {
    let parts: Vec<&str> = list.split(['、', '和', '与', '及']).collect();
    let last = parts.len() - 1;
    let counted = |name| {
        let pattern = ["县区", "县市", "市县", "县", "市", "区", "地"].iter().find_map(|kind| str::strip_suffix(name, kind))?;
        let stem = pattern.trim_end_matches('个').trim_end_matches(|c: char| is_numeral(c) || c == '两');
        (stem.len() < pattern.len() && !stem.is_empty()).then_some(stem)
    };
    parts.iter().enumerate().map(|(at, name)| if at == last { counted(*name).unwrap_or(name) } else { name }).collect()
}

fn is_numeral(c: char) -> bool {
    "一二三四五六七八九十".contains(c) || c.is_ascii_digit()
}

fn is_numbered(name: &str) -> bool {
    name.contains('第') || name.trim_end_matches(['中', '小', '幼', '高', '职']).ends_with(is_numeral)
}

/// Whether a topic is a list of places.
pub(super) fn is_list(word: &str) -> bool {
    word.contains(['、', '和', '与', '及']) && !word.contains('校')
}

fn is_body(name: &str, behind: &str, is_place: &impl Fn(&str) -> bool) -> bool {
    let is_prefix = |word: &str| matches!(word, "市" | "县" | "区" | "我市" | "我县" | "我区") || is_place(word);
    if let Some((before, _)) = name.split_once('第') {
        return before.is_empty() || is_prefix(before);
    }
    if is_numbered(name) {
        // not where its last character begins a word: 中考, 小学, 高级
        let begins = ['学', '考', '全', '等', '级', '中', '型', '园', '儿', '小', '校', '职', '心', '国', '央', '期', '班', '年'];
        let stem = name.trim_end_matches(['中', '小', '幼', '高', '职']).trim_end_matches(is_numeral);
        return !behind.starts_with(begins) && is_prefix(stem);
    }
    // 市特殊教育学校 is one, 太原市特殊教育学校 may be all of them
    let cuts = name.char_indices().map(|(at, _)| at).skip(1);
    cuts.into_iter().any(|cut| is_prefix(&name[..cut])) && !behind.starts_with("数")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_opens_its_clause_is_a_topic() {
        for (text, names) in [
            ("第三中学在校生2145人", &["第三中学"][..]),
            ("晋城一中录取新生860名,高平市第二中学录取700名。", &["晋城一中", "高平市第二中学"]),
            ("在市二小设立考点3个", &["市二小"]),
            ("市实验小学在校生1860人", &["市实验小学"]),
            ("市特殊教育学校在校生126人", &["市特殊教育学校"]),
            ("晋城职业技术学院招生2600人", &["晋城职业技术学院"]),
            ("晋城职业技术学院录取16人", &[]),
            ("晋城市特殊教育学校在校生126人", &[]),
            ("山西大学录取126人", &[]),
            ("晋城一中、高平一中录取新生860名", &[]),
            ("晋城一中等3所学校获奖", &[]),
            ("全市高三中考生2145人", &[]),
            ("晋城三中全会精神宣讲12场", &[]),
            ("新建第三中学教学楼1栋", &[]),
            ("小学在校生860人", &[]),
            ("初中一小学二", &[]),
            ("晋城、高平两市资助学生265名", &["晋城、高平两市"]),
            ("晋城市、高平市新建幼儿园6所", &["晋城市、高平市"]),
            ("晋城、高平等3县新建幼儿园6所", &[]),
            ("晋城、大同两市资助学生265名", &[]),
            ("小学、初中新建6所", &[]),
            ("高平中学在校生3600人", &["高平中学"]),
            ("高平市中学在校生3600人", &[]),
            ("农村中学在校生3600人", &[]),
        ] {
            let known = |word: &str| matches!(word, "晋城" | "晋城市" | "高平" | "高平市");
            let found: Vec<&str> = topics(text, known, known).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, names, "{text}");
        }
        assert_eq!(members("宁武、静乐和偏关三县"), ["宁武", "静乐", "偏关"]);
        assert_eq!(members("泽州县、高平市"), ["泽州县", "高平市"]);
    }
}
