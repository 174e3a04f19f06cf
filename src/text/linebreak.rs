//! Where a line of Chinese may end. Works on characters and widths alone: it knows no fonts, and it puts nothing into the
//! text. Does not hyphenate, justify or squeeze marks.
//!
//! Two steps, because widths of lines change far more often than texts: [`units`] finds the stretches that are never torn,
//! [`lines`] fills lines with them.

/// Marks that never begin a line.
const CLOSING: &str = "，。、；：？！”’』」》〉）】〕］｝〗〙〛％‰℃°′″…‥—–―－·・•～~〜﹐﹑﹒﹔﹕﹖﹗﹚々〻ー,.;:?!)]}%-/";
/// Marks that never end a line.
const OPENING: &str = "“‘『「《〈（【〔［｛〖〘〚﹙([{＄￥¥$£€№第";
/// Signs that stay with the number behind them.
const SIGNS: &str = "+-−±≥≤<>＋－≈＜＞≧≦";
/// What may stand between a numeral and its counter.
const BETWEEN: &str = "余多几十百千万亿";
/// Counters of more than one character; every single Han character behind figures is taken for a counter.
const COUNTERS: [&str; 38] = [
    "个百分点",
    "百分点",
    "平方公里",
    "平方千米",
    "平方米",
    "立方米",
    "个小时",
    "人次",
    "人份",
    "人天",
    "课时",
    "学时",
    "学年",
    "学期",
    "年级",
    "年代",
    "月份",
    "年度",
    "周年",
    "周岁",
    "小时",
    "分钟",
    "公里",
    "千米",
    "厘米",
    "毫米",
    "公顷",
    "公斤",
    "千克",
    "美元",
    "户次",
    "场次",
    "班次",
    "台套",
    "册次",
    "所次",
    "个月",
    "多名",
];
/// Counters of one character that are taken for such behind Chinese numerals.
const AFTER_HAN: &str = "个名人所项次年月日元件家户位届期批册间座台套篇本场门科节堂组队支条类种级轮周天时分秒亩吨米岁倍成点";
/// Han characters behind figures that count nothing.
const NO_COUNTER: &str = "的和与及或是为在至到比较由从对并将向等";

/// A stretch that is never torn, with the blanks behind it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit {
    /// Where it ends, in bytes, its blanks included; it begins where the one before it ends.
    pub end: u32,
    /// Its width without the blanks.
    pub width: f32,
    /// The width of its blanks, which count only if something follows on the line.
    pub blank: f32,
}

/// Cuts `text` into stretches that are never torn: a character with the marks that cling to it, a word, a number with its
/// sign and counter.
///
/// ```
/// use duizhao::text::linebreak::units;
/// let text = "新增“双减”项目3823名，——同比";
/// let mut start = 0;
/// let cut: Vec<&str> = units(text, |_| 1.0)
///     .iter()
///     .map(|unit| {
///         let piece = &text[start..unit.end as usize];
///         start = unit.end as usize;
///         piece
///     })
///     .collect();
/// assert_eq!(cut, ["新", "增", "“双", "减”", "项", "目", "3823名，——", "同", "比"]);
/// ```
pub fn units(text: &str, mut advance: impl FnMut(char) -> f32) -> Vec<Unit> {
    let chars: Vec<char> = text.chars().collect();
    let mut out = Vec::with_capacity(chars.len());
    let mut unit = Unit { end: 0, width: 0.0, blank: 0.0 };
    let mut glued_to = 0;
    for (i, &c) in chars.iter().enumerate() {
        if i > 0 && i >= glued_to && may_break(&chars, i) {
            out.push(unit);
            unit = Unit { end: unit.end, width: 0.0, blank: 0.0 };
        }
        if i >= glued_to {
            glued_to = number_end(&chars, i).unwrap_or(glued_to);
        }
        let width = advance(c);
        unit.end += c.len_utf8() as u32;
        if is_blank(c) {
            unit.blank += width;
        } else {
            unit.width += unit.blank + width;
            unit.blank = 0.0;
        }
    }
    if !chars.is_empty() {
        out.push(unit);
    }
    out
}

/// Fills lines: the end of each line in bytes. The first line is `first` wide, the others `rest`. A unit wider than a
/// whole line is torn between any two characters, but not before a closing mark while that can be helped.
///
/// `units` are those of `text`. Every line holds at least one character.
pub fn lines(text: &str, units: &[Unit], first: f32, rest: f32, mut advance: impl FnMut(char) -> f32) -> Vec<u32> {
    /// Widths are sums of rounded numbers.
    const SLACK: f32 = 0.01;
    let mut out = Vec::new();
    let mut limit = first + SLACK;
    let mut used = 0.0;
    let mut start = 0;
    for unit in units {
        if used > 0.0 && used + unit.width > limit {
            out.push(start);
            limit = rest + SLACK;
            used = 0.0;
        }
        if unit.width > limit {
            let mut at = start;
            for c in text.get(start as usize..unit.end as usize).unwrap_or("").chars() {
                let width = advance(c);
                if used > 0.0 && used + width > limit && (used > limit || !is_blank(c) && !CLOSING.contains(c)) {
                    out.push(at);
                    limit = rest + SLACK;
                    used = 0.0;
                }
                used += width;
                at += c.len_utf8() as u32;
            }
        } else {
            used += unit.width + unit.blank;
        }
        start = unit.end;
    }
    if start > 0 {
        out.push(start);
    }
    out
}

/// Whether a line may end before character `i`, numbers apart.
fn may_break(chars: &[char], i: usize) -> bool {
    let b = chars[i];
    if is_blank(b) || CLOSING.contains(b) || is_joiner(b) {
        return false;
    }
    // an upright quotation mark closes when an odd one of its kind stands before it
    if b == '"' && count(chars, i, '"') % 2 == 1 {
        return false;
    }
    let Some(before) = chars[..i].iter().rposition(|&c| !is_blank(c)) else { return false };
    let a = chars[before];
    if OPENING.contains(a) && (a != '第' || is_numeral(b)) || a == '\u{200d}' {
        return false;
    }
    if a == '"' && count(chars, before, '"').is_multiple_of(2) {
        return false;
    }
    if before + 1 < i {
        return true; // at a blank
    }
    let beyond = if before > 0 { chars[before - 1] } else { ' ' };
    if is_word(a) && is_word(b) {
        return false;
    }
    match a {
        // 90.8  8:30  3-5  2023—2025  1/3
        '.' | ':' | '-' | '/' | '—' | '–' | '～' | '~' | '－' | '·' if is_digit(beyond) && is_digit(b) => false,
        // 1,122 but not 增加46,2023年
        ',' | '，' if is_digit(beyond) && is_digit(b) => {
            let figures = chars[i..].iter().take_while(|&&c| is_digit(c)).count();
            figures != 3
        }
        // names and addresses: no-one, a.b, x_y, a@b
        '.' | '-' | '_' | '@' | '&' | '\'' | '’' | '+' if is_word(beyond) && is_word(b) => false,
        '_' | '@' | '&' | '\'' | '+' | '#' if is_word(b) => false,
        _ if is_digit(b) && SIGNS.contains(a) => false,
        _ if is_word(a) && matches!(b, '_' | '@' | '&' | '\'' | '+') => false,
        // 百分之八十
        '之' if beyond == '分' && is_numeral(b) => false,
        '分' if b == '之' => false,
        _ => true,
    }
}

/// Where the number that begins at character `i` ends, its counter included; `None` where none begins or nothing clings to
/// it.
fn number_end(chars: &[char], i: usize) -> Option<usize> {
    let first = chars[i];
    let begins = |is: fn(char) -> bool| is(first) && (i == 0 || !is(chars[i - 1]));
    let figures = is_digit(first);
    let mut at = if figures {
        // only the last figures before the counter matter: what joins figures is settled by `may_break`
        i + chars[i..].iter().take_while(|&&c| is_digit(c)).count()
    } else if begins(is_han_numeral) {
        i + chars[i..].iter().take_while(|&&c| is_han_numeral(c)).count()
    } else {
        return None;
    };
    let numeral = at;
    at += chars[at..].iter().take(4).take_while(|&&c| BETWEEN.contains(c)).count();
    let mut next = at;
    next += chars[next..].iter().take_while(|&&c| is_blank(c)).count();
    let rest = &chars[next..];
    let long = COUNTERS.iter().filter(|counter| starts_with(rest, counter)).map(|counter| counter.chars().count()).max();
    let counter = match (long, rest.first()) {
        (Some(length), _) => length,
        (None, Some(&c)) if figures && is_han(c) && !NO_COUNTER.contains(c) => 1,
        (None, Some(&c)) if !figures && AFTER_HAN.contains(c) => 1,
        _ => 0,
    };
    match counter {
        0 if at > numeral || !figures && numeral > i + 1 => Some(at),
        0 => None,
        length => Some(next + length),
    }
}

fn starts_with(chars: &[char], word: &str) -> bool {
    let mut chars = chars.iter();
    word.chars().all(|c| chars.next() == Some(&c))
}

fn count(chars: &[char], until: usize, mark: char) -> usize {
    chars[..until].iter().filter(|&&c| c == mark).count()
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{3000}' | '\u{2000}'..='\u{200a}')
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

fn is_han_numeral(c: char) -> bool {
    matches!(c, '〇' | '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '千' | '万' | '亿' | '两')
}

fn is_numeral(c: char) -> bool {
    is_digit(c) || is_han_numeral(c)
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Letters and figures of scripts that write words.
fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || is_digit(c) || c.is_alphabetic() && (c as u32) < 0x2e80 || matches!(c, 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '\u{a0}')
}

/// Characters that never stand apart from the one before them.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200d}' | '\u{300}'..='\u{36f}' | '\u{fe00}'..='\u{fe0f}' | '\u{20e3}' | '\u{1f3fb}'..='\u{1f3ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn advance(c: char) -> f32 {
        if (c as u32) < 0x2000 { 0.5 } else { 1.0 }
    }

    fn cut(text: &str) -> Vec<&str> {
        let mut start = 0;
        units(text, advance)
            .iter()
            .map(|unit| {
                let piece = &text[start..unit.end as usize];
                start = unit.end as usize;
                piece
            })
            .collect()
    }

    fn fill(text: &str, width: f32) -> Vec<&str> {
        let mut start = 0;
        lines(text, &units(text, advance), width, width, advance)
            .into_iter()
            .map(|end| {
                let line = &text[start..end as usize];
                start = end as usize;
                line
            })
            .collect()
    }

    #[test]
    fn what_is_never_torn() {
        for (text, expected) in [
            ("学校。", vec!["学", "校。"]),
            ("落实“双减”要求", vec!["落", "实", "“双", "减”", "要", "求"]),
            ("《意见》（试行）出台", vec!["《意", "见》", "（试", "行）", "出", "台"]),
            ("质量——效益", vec!["质", "量——", "效", "益"]),
            ("等等……今年", vec!["等", "等……", "今", "年"]),
            ("录取3823名学生", vec!["录", "取", "3823名", "学", "生"]),
            ("活动50余万人次。", vec!["活", "动", "50余万人次。"]),
            ("投入2888.72万元，", vec!["投", "入", "2888.72万元，"]),
            ("达35.32%,比", vec!["达", "35.32%,", "比"]),
            ("2023年4月底", vec!["2023年", "4月", "底"]),
            ("提高2.5个百分点和3", vec!["提", "高", "2.5个百分点", "和", "3"]),
            ("面积17049平方米", vec!["面", "积", "17049平方米"]),
            ("共 12 所学校", vec!["共 ", "12 所", "学", "校"]),
            ("到2023和2024", vec!["到", "2023", "和", "2024"]),
            ("第27段", vec!["第27段"]),
            ("第一", vec!["第一"]),
            ("第 3 个", vec!["第 3 个"]),
            ("秩第", vec!["秩", "第"]),
            ("增长+3.5%和-2%", vec!["增", "长", "+3.5%", "和-2%"]),
            ("8:30到1/3", vec!["8:30", "到", "1/3"]),
            ("2023—2025年", vec!["2023—2025年"]),
            ("总计1,122人", vec!["总", "计", "1,122人"]),
            ("增加46,2023年", vec!["增", "加", "46,", "2023年"]),
            ("二百三十所小学", vec!["二百三十所", "小", "学"]),
            ("三百余名教师", vec!["三百余名", "教", "师"]),
            ("百分之八十以上", vec!["百分之八十", "以", "上"]),
            ("一次入户", vec!["一次", "入", "户"]),
            ("统一管理", vec!["统", "一", "管", "理"]),
            ("well-known STEAM教育", vec!["well-known ", "STEAM", "教", "育"]),
            ("他说:\"好\"。又", vec!["他", "说:", "\"好\"。", "又"]),
            ("１２所", vec!["１２所"]),
            ("￥30", vec!["￥30"]),
            ("", vec![]),
            ("。", vec!["。"]),
        ] {
            assert_eq!(cut(text), expected, "{text}");
        }
    }

    #[test]
    fn blanks_hang_over_the_edge() {
        assert_eq!(fill("ab cd ef", 2.5), ["ab cd ", "ef"]);
        assert_eq!(fill("ab cd ef", 2.4), ["ab ", "cd ", "ef"]);
    }

    #[test]
    fn what_is_too_wide_is_torn_anywhere() {
        assert_eq!(fill("见http://a.cn/b.html。", 3.0), ["见", "http://", "a.cn/", "b.html。"]);
        assert_eq!(fill("————————", 3.0), ["————", "————"]);
        for width in [0.0, 0.3, 1.0] {
            assert_eq!(fill("三百余名2888.72万元，", width).concat(), "三百余名2888.72万元，");
        }
    }

    /// Own sentences with everything that can go wrong, at many widths.
    #[test]
    fn lines_of_prose() {
        let texts = [
            "全市新建“微光”小学12所、改建7所，投入资金3,450.75万元；其中乡镇（含街道）5所——占35.7%。受益学生9,600余人次……",
            "“十四五”以来,《行动方案(试行)》落地,普惠率由71.5%提高到83%,比上年增加11.5个百分点;在校生1万余人!",
            "会议强调：要坚持“五个一”（一校一案、一生一策等），2024年6月30日前完成；经费达1.2亿元，同比+8.6%。",
        ];
        let digit = |c: char| c.is_ascii_digit();
        for text in texts {
            for width in 8..18 {
                let lines = fill(text, width as f32);
                assert_eq!(lines.concat(), text);
                for pair in lines.windows(2) {
                    let (end, begin) = (pair[0].chars().last().unwrap(), pair[1].chars().next().unwrap());
                    assert!(!OPENING.contains(end), "{end} ends a line at {width}: {pair:?}");
                    assert!(!CLOSING.contains(begin), "{begin} begins a line at {width}: {pair:?}");
                    assert!(!(digit(end) && (is_han(begin) || digit(begin))), "number torn at {width}: {pair:?}");
                    assert!(!BETWEEN.contains(end) || !"人名元".contains(begin), "counter torn at {width}: {pair:?}");
                }
                for line in &lines {
                    let used: f32 = line.chars().map(advance).sum();
                    assert!(used <= width as f32 + 0.1, "too long at {width}: {line}");
                }
            }
        }
    }
}
