//! Times in the text and the period a quantity is true for. Years come from 年 alone, never from a bare number.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::pattern::Patterns;
use crate::model::{Moment, Period};

/// What a time is to the words around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// When it is so.
    Point,
    /// What is compared with: 比2018年, 较上年.
    Baseline,
    /// By when it shall be so: 2025年底前.
    Deadline,
    /// Since when: 2016年以来, 自2016年起.
    Since,
    /// The report's own time again: 全年, 目前.
    Now,
    /// The time of one number only: 由2013年的1.44亿元.
    Own,
    /// Several years together: 近三年, 五年来. What was done in them is true of all of them, a level only of the last.
    Years,
}

/// A time of the text. The range is in bytes of the view.
#[derive(Debug, Clone)]
pub(super) struct Time {
    pub range: Range<usize>,
    pub period: Option<Period>,
    pub role: Use,
    /// 一年来: the year under review.
    pub is_review: bool,
}

const SCHOOL_YEAR: &str = r"((?:19|20)\d\d)\s*(?:学?年)?(?:[-—–~～/至到]+((?:19|20)?\d\d))?\s*学年度?(?:第?[一二]学期|[春秋]季学期|上学期|下学期)?";
const RANGE: &str = r"((?:19|20)\d\d)年?\s*[-—–~～至到]+\s*((?:19|20)\d\d)年";
const STATED: &str = r"((?:19|20)\d\d)\s*年(?:度|\s*(\d{1,2})月(?:份|底|末|(\d{1,2})[日号])?|年?底|年?末|春|秋|上半年|下半年)?";
const SPOKEN: &str = r"(上一年|去年|上年|前年|今年|本年|当年|明年|同期|同比|上学年|本学年|今春|今秋|去秋)(?:度|年?底|年?末|同期|(\d{1,2})月份?)?";
const MONTH: &str = r"(\d{1,2})月(?:份|底|末|(\d{1,2})[日号])?";
const MONTHS: &str = r"(\d{1,2})月?\s*[-—–~～至到]+\s*(\d{1,2})月(?:份|底|末)?";
const PLAN: &str = r"十([一二三四五六])五[”」]?(?:期间|时期|末|期末)";
const NOW: &str = r"目前|一年来|过去一年|截至目前|截止目前|至今|如今";
const YEARS: &str = r"(?:近|过去|最近)([一二两三四五六七八九十]|\d{1,2})年(?:来|间)?|([二两三四五六七八九十]|\d{1,2})年(?:来|间)";
const PRESENT: &str = r"(现在)的";
const HAN_YEAR: &str = r"([二一][零〇○九][零〇○一二三四五六七八九]{2})年";

/// Every expression of a time.
const ALL: [&str; 11] = [SCHOOL_YEAR, RANGE, STATED, SPOKEN, MONTH, MONTHS, PLAN, NOW, YEARS, PRESENT, HAN_YEAR];

/// [`YEARS`] by itself.
static SPAN: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(YEARS).ok());

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| Patterns::new(ALL.map(str::to_owned)));

/// The times in `text`, in order, without overlaps; relative ones counted from `about`, the year of the section, and else from
/// `spoken`, the report's. 今年 and 去年 are the speaker's, but for what is compared with.
pub(super) fn find(text: &str, spoken: Option<i16>, about: Option<i16>) -> Vec<Time> {
    let year = about.or(spoken);
    let mut out = Times::new();
    let hits = Hits::of(text);
    each(
        SCHOOL_YEAR,
        &hits,
        |hit| {
            let start: i16 = hit(1)?.parse().ok()?;
            Some(Some(Period::school_year(start)))
        },
        &mut out,
    );
    each(RANGE, &hits, |hit| Some(Some(Period::range(Moment::year(hit(1)?.parse().ok()?), Moment::year(hit(2)?.parse().ok()?)))), &mut out);
    each(
        STATED,
        &hits,
        |hit| {
            let year: i16 = hit(1)?.parse().ok()?;
            let month: Option<u8> = hit(2).and_then(|m| m.parse().ok()).filter(|m| (1..=12).contains(m));
            let day: Option<u8> = hit(3).and_then(|d| d.parse().ok());
            let whole = hit(0)?;
            Some(Some(match (month, day) {
                (Some(month), Some(day)) => Period::at(Moment::day(year, month, day)),
                (Some(month), None) => Period::month(year, month),
                _ if whole.ends_with(['底', '末']) => Period::month(year, 12),
                _ => Period::year(year),
            }))
        },
        &mut out,
    );
    each(
        HAN_YEAR,
        &hits,
        |hit| {
            let digits: String = hit(1)?.chars().filter_map(han_digit).collect();
            Some(Some(Period::year(digits.parse().ok()?)))
        },
        &mut out,
    );
    each(
        PLAN,
        &hits,
        |hit| {
            let first = 2006 + 5 * i16::try_from("一二三四五六".chars().position(|c| hit(1).is_some_and(|h| h.starts_with(c)))?).ok()?;
            if hit(0)?.ends_with('末') {
                return Some(Some(Period::year(first + 4)));
            }
            Some(Some(Period::range(Moment::year(first), Moment::year(first + 4))))
        },
        &mut out,
    );
    let out_years: Vec<(usize, i16)> = out
        .values()
        .filter(|time| !text[..time.range.start].ends_with(['比', '较', '与']))
        .filter_map(|time| time.period.map(|period| (time.range.start, period.end_year())))
        .collect();
    each(
        SPOKEN,
        &hits,
        |hit| {
            let start = hit(1)?.as_ptr() as usize - text.as_ptr() as usize;
            // 上年 counts from the year named last, 去年 from the report's
            let named = matches!(hit(1)?, "上年" | "上一年" | "同期" | "同比")
                .then(|| out_years[..out_years.partition_point(|(at, _)| *at < start)].last().map(|(_, year)| *year))
                .flatten();
            let is_compared = text[..start].ends_with(['比', '较', '与', '同']);
            let is_speakers = !is_compared && matches!(hit(1)?, "去年" | "前年" | "今年" | "明年" | "今春" | "今秋" | "去秋");
            let year = named.or(if is_speakers { spoken } else { year });
            let shift = match hit(1)? {
                "去年" | "上年" | "上一年" | "同期" | "同比" | "去秋" => -1,
                "前年" => -2,
                "明年" => 1,
                _ => 0,
            };
            let month: Option<u8> = hit(2).and_then(|m| m.parse().ok());
            let whole = hit(0)?;
            Some(year.map(|year| match month {
                Some(month) => Period::month(year + shift, month),
                None if whole.contains("学年") => Period::school_year(year + shift - 1),
                None if whole.ends_with(['底', '末']) => Period::month(year + shift, 12),
                None => Period::year(year + shift),
            }))
        },
        &mut out,
    );
    each(
        MONTHS,
        &hits,
        |hit| {
            let month = |index: usize| hit(index)?.parse::<u8>().ok().filter(|m| (1..=12).contains(m));
            let (from, to) = (month(1)?, month(2)?);
            let year = year.filter(|_| from < to)?;
            let at = |month: u8| Moment { month: Some(month), ..Moment::year(year) };
            Some(Some(Period::range(at(from), at(to))))
        },
        &mut out,
    );
    each(
        MONTH,
        &hits,
        |hit| {
            let month: u8 = hit(1)?.parse().ok().filter(|m| (1..=12).contains(m))?;
            Some(year.map(|year| Period::month(year, month)))
        },
        &mut out,
    );
    each(NOW, &hits, |_| Some(year.map(Period::year)), &mut out);
    each(
        YEARS,
        &hits,
        |hit| {
            let word = hit(1).or_else(|| hit(2))?;
            let count: i16 = word
                .parse()
                .ok()
                .or_else(|| "一二三四五六七八九十".find(word).and_then(|at| i16::try_from(at / 3 + 1).ok()).or((word == "两").then_some(2)))?;
            let year = year.filter(|_| (2..=20).contains(&count))?;
            Some(Some(Period::range(Moment::year(year - count + 1), Moment::year(year))))
        },
        &mut out,
    );
    // 提高到现在的91.5%; not 现在校生
    each(PRESENT, &hits, |hit| (hit(1)? == "现在").then(|| year.map(Period::year)), &mut out);
    let mut out: Vec<Time> = out.into_values().collect();
    let last_compared = text.rfind("相比").unwrap_or(0);
    let mut last_year = year;
    for time in &mut out {
        time.role = role(text, &time.range, last_compared);
        let own = &text[time.range.clone()];
        // a bare month belongs to the year named before it
        if own.starts_with(|c: char| c.is_ascii_digit()) && !own.contains('年') {
            if let (Some(period), Some(year)) = (time.period.as_mut(), last_year) {
                period.start.year = year;
                period.end.year = year;
            }
        } else if matches!(time.role, Use::Point | Use::Now) {
            last_year = time.period.map(|period| period.end_year()).or(last_year);
        }
    }
    out
}

/// Times by their start, without overlaps.
type Times = BTreeMap<usize, Time>;

/// What the expressions found, by their places among [`ALL`].
struct Hits<'t> {
    text: &'t str,
    all: [Vec<Captures<'t>>; ALL.len()],
}

impl<'t> Hits<'t> {
    fn of(text: &'t str) -> Self {
        let mut all: [Vec<_>; ALL.len()] = Default::default();
        PATTERNS.each(text, |pattern, groups| all[pattern].push(groups));
        Self { text, all }
    }

    fn by(&self, pattern: &str) -> &[Captures<'t>] {
        ALL.iter().position(|it| *it == pattern).map_or(&[], |index| &self.all[index])
    }
}

fn each<'t>(pattern: &str, hits: &Hits<'t>, mut read: impl FnMut(&dyn Fn(usize) -> Option<&'t str>) -> Option<Option<Period>>, out: &mut Times) {
    let text = hits.text;
    for groups in hits.by(pattern) {
        let Some(whole) = groups.get(0) else { continue };
        let range = whole.range();
        let digit_before =
            text[..range.start].ends_with(|c: char| c.is_ascii_digit() || c == '.') && whole.as_str().starts_with(|c: char| c.is_ascii_digit());
        if digit_before || out.range(..range.end).next_back().is_some_and(|(_, before)| range.start < before.range.end) {
            continue;
        }
        let hit = |index: usize| groups.get(index).map(|group| group.as_str());
        if let Some(period) = read(&hit) {
            let is_review = matches!(whole.as_str(), "一年来" | "过去一年");
            out.insert(range.start, Time { is_review, range, period, role: Use::Point });
        }
    }
}

fn han_digit(c: char) -> Option<char> {
    let at = "零一二三四五六七八九".chars().position(|d| d == c).or(matches!(c, '〇' | '○').then_some(0))?;
    char::from_digit(u32::try_from(at).ok()?, 10)
}

/// What the words around a time make of it; `last_compared` is where 相比 stands for the last time.
fn role(text: &str, range: &Range<usize>, last_compared: usize) -> Use {
    let before = &text[..range.start];
    let after = &text[range.end..];
    let own = &text[range.clone()];
    if matches!(own, "目前" | "一年来" | "过去一年" | "截至目前" | "截止目前" | "至今" | "如今" | "现在的") {
        return Use::Now;
    }
    if !own.contains(['0', '1', '2']) && own.trim_end_matches(['来', '间']).ends_with('年') && SPAN.as_ref().is_some_and(|years| years.is_match(own))
        || own.trim_end_matches(['来', '间']).ends_with('年') && own.starts_with(['近', '过', '最'])
    {
        return Use::Years;
    }
    if own.starts_with("同比")
        || own.starts_with("同期")
        || before.ends_with(['比', '较'])
        || before.ends_with("相比")
        || before.ends_with("相较")
        || before.ends_with("较之")
        || before.ends_with('与') && last_compared >= range.end
    {
        return Use::Baseline;
    }
    if after.starts_with("以来") || after.starts_with('起') || after.starts_with("开始") || after.starts_with("至今") || before.ends_with('自')
    {
        return Use::Since;
    }
    if after.starts_with('前') && !after.starts_with("前半")
        || after.starts_with("底前")
        || after.starts_with("末前")
        || after.starts_with("之前")
        || after.starts_with("以前")
        || after.starts_with("年底前")
    {
        return Use::Deadline;
    }
    let counted = |text: &str| {
        let bare = ["不足", "不到", "约", "近", "仅", "仅有", "超过"].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
        bare.starts_with(|c: char| c.is_ascii_digit())
    };
    if after.strip_prefix('的').or_else(|| after.strip_prefix("初的")).is_some_and(counted)
        || before.ends_with(['由', '从']) && after.starts_with(|c: char| c.is_ascii_digit())
    {
        return Use::Own;
    }
    Use::Point
}

/// The period one year earlier.
pub(super) fn before(period: Period) -> Period {
    let shift = |moment: Moment| Moment { year: moment.year - 1, ..moment };
    Period { start: shift(period.start), end: shift(period.end) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, Use)]) {
        let found: Vec<_> =
            find(text, Some(2023), None).into_iter().map(|time| (time.period.map(|p| p.to_string()).unwrap_or_default(), time.role)).collect();
        let expected: Vec<_> = expected.iter().map(|&(period, role)| (period.to_owned(), role)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn times_of_a_section_that_looks_back() {
        let periods = |text: &str| -> Vec<String> {
            find(text, Some(2023), Some(2022)).into_iter().filter_map(|time| time.period.map(|period| period.to_string())).collect()
        };
        assert_eq!(periods("过去一年新建4所,比上年增加2所"), ["2022", "2021"]);
        assert_eq!(periods("比去年增加2所,较上年同期多1所"), ["2021", "2021"]);
        assert_eq!(periods("去年新建4所,今年再建5所"), ["2022", "2023"]);
        assert_eq!(periods("9月招聘教师"), ["2022-09"]);
    }

    #[test]
    fn times_and_their_use() {
        check("2022年6月在校生", &[("2022-06", Use::Point)]);
        check("较2022年增加", &[("2022", Use::Baseline)]);
        check("比上年增长", &[("2022", Use::Baseline)]);
        check("截至去年年底", &[("2022-12", Use::Point)]);
        check("2021至2022学年秋季学期", &[("2021-09/2022-08", Use::Point)]);
        check("2021-2022学年度", &[("2021-09/2022-08", Use::Point)]);
        check("2024年上半年,3月新建", &[("2024", Use::Point), ("2024-03", Use::Point)]);
        check("十四五期间", &[("2021/2025", Use::Point)]);
        check("自2016年起", &[("2016", Use::Since)]);
        check("确保2020年9月前完成", &[("2020-09", Use::Deadline)]);
        check("1900名学生2888.72万元", &[]);
        check("二〇二一年", &[("2021", Use::Point)]);
        check("2017—2020年", &[("2017/2020", Use::Point)]);
    }
}
