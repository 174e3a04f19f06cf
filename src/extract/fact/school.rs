//! Names of single schools that carry a numeral and open a clause: 第三中学在校生…, 晋城一中录取…. What is counted there is the
//! school's own and never the city's.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// Group 1 is the name with the place before it.
static NAME: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let numeral = "(?:[一二三四五六七八九十]{1,3}|[0-9]{1,3})";
    let lead = r"(?:^|[,;:。(!?])(?:其中[:,]?|在|由|对|仅)?";
    let long = format!(
        r"(?:\p{{Han}}{{1,6}}?)?第{numeral}(?:实验|高级|初级|职业|民族|完全|中心)?(?:中学|小学|幼儿园|高中|中专|中等职业学校|职业高中)(?:校|学校)?"
    );
    let short = format!(r"\p{{Han}}{{1,4}}?{numeral}(?:中|小|幼|高|职中|职高)");
    Regex::new(&format!("{lead}({long}|{short})")).ok()
});

/// The schools that open a clause of `text` and are its topic, in order. No lists of schools (一中、二中, 三中等), and no words
/// that only look like one (其中, 高三中考, 十四中全会).
///
/// `is_place` tells whether a stretch is the name of a place.
pub(super) fn topics(text: &str, is_place: impl Fn(&str) -> bool) -> Vec<Range<usize>> {
    let Some(pattern) = NAME.as_ref() else { return Vec::new() };
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(groups) = pattern.captures_at(text, at) {
        let (Some(whole), Some(hit)) = (groups.get(0), groups.get(1)) else { break };
        let (name, behind) = (hit.as_str(), &text[hit.end()..]);
        at = whole.end();
        let listed = behind.is_empty() || behind.starts_with(['、', '和', '与', '及', '等', ',', '。', ';', ':', '(', ')', '”', '》']);
        let is_long = name.contains('第') && name.split('第').next().is_some_and(|before| before.is_empty() || is_prefix(before, &is_place));
        // a short one only behind a place, and not where its last character begins a word: 中考, 小学, 高级
        let stem = name
            .trim_end_matches(['中', '小', '幼', '高', '职'])
            .trim_end_matches(|c: char| "一二三四五六七八九十".contains(c) || c.is_ascii_digit());
        let is_short = !name.contains('第')
            && !behind.starts_with(['学', '考', '全', '等', '级', '中', '型', '园', '儿', '小', '校', '职', '心', '国', '央', '期', '班', '年'])
            && is_prefix(stem, &is_place);
        if !listed && (is_long || is_short) {
            out.push(hit.range());
        }
    }
    out
}

/// Whether a word that [`topics`] gave or a place is the former: 晋城一中, and not 晋中.
pub(super) fn is_name(word: &str) -> bool {
    let numeral = |c: char| "一二三四五六七八九十".contains(c) || c.is_ascii_digit();
    word.contains('第') || word.trim_end_matches(['中', '小', '幼', '高', '职']).ends_with(numeral)
}

/// Whether a word may stand before a school's number: the name of a place, or of a level of government.
fn is_prefix(word: &str, is_place: &impl Fn(&str) -> bool) -> bool {
    matches!(word, "市" | "县" | "区" | "我市" | "我县" | "我区") || is_place(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_school_that_opens_its_clause_is_a_topic() {
        for (text, names) in [
            ("第三中学在校生2145人", &["第三中学"][..]),
            ("晋城一中录取新生860名,高平市第二中学录取700名。", &["晋城一中", "高平市第二中学"]),
            ("在市二小设立考点3个", &["市二小"]),
            ("晋城一中、高平一中录取新生860名", &[]),
            ("晋城一中等3所学校获奖", &[]),
            ("全市高三中考生2145人", &[]),
            ("晋城三中全会精神宣讲12场", &[]),
            ("新建第三中学教学楼1栋", &[]),
            ("小学在校生860人", &[]),
            ("初中一小学二", &[]),
        ] {
            let found: Vec<&str> = topics(text, |word| matches!(word, "晋城" | "高平" | "高平市")).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, names, "{text}");
        }
    }
}
