//! Numerals as characters: digits with thousands marks, Han numerals, 万 and 亿, 余 and 多 inside. Knows no units.

use std::ops::Range;

/// A numeral as written.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Numeral {
    pub range: Range<usize>,
    /// 万 and 亿 multiplied out.
    pub value: f64,
    /// Decimals of the base value as written.
    pub decimals: u8,
    /// The power of ten that 百, 千, 万, 亿 stand for.
    pub scale: u32,
    /// Written in Han characters.
    pub han: bool,
    /// 余 or 多 stands in it.
    pub over: bool,
    /// 百分之 stands before it, inside the range.
    pub percent: bool,
}

/// The numeral that begins at byte `at` of `text`.
pub(super) fn at(text: &str, at: usize) -> Option<Numeral> {
    let rest = &text[at..];
    let first = rest.chars().next()?;
    if let Some(after) = rest.strip_prefix("百分之") {
        let start = at + "百分之".len();
        let mut it = if after.starts_with(|c: char| c.is_ascii_digit()) { digits(text, start)? } else { han(text, start)? };
        it.range.start = at;
        it.percent = true;
        return Some(it);
    }
    if first.is_ascii_digit() || is_minus(first) { digits(text, at) } else { han(text, at) }
}

/// The characters that reports write for a minus sign.
pub(super) fn is_minus(c: char) -> bool {
    matches!(c, '-' | '－' | '−' | '–' | '﹣' | '‐')
}

/// The value of plain digits with a scale that stands elsewhere: 68.35 of 万人.
pub(super) fn scaled(text: &str, scale: u32) -> Option<f64> {
    let word = match scale {
        8 => "亿",
        4 => "万",
        3 => "千",
        2 => "百",
        _ => "",
    };
    digits(&format!("{text}{word}"), 0).map(|it| it.value)
}

fn digits(text: &str, at: usize) -> Option<Numeral> {
    let bytes = text.as_bytes();
    let sign = text[at..].chars().next().filter(|&c| is_minus(c)).map_or(0, char::len_utf8);
    let negative = sign > 0;
    let mut end = at + sign;
    let start = end;
    while bytes.get(end).is_some_and(u8::is_ascii_digit) {
        end += 1;
    }
    if end == start {
        return None;
    }
    // thousands: a mark and exactly three digits, the first group no longer than three
    if end - start <= 3 {
        while bytes.get(end) == Some(&b',')
            && bytes.get(end + 1..end + 4).is_some_and(|group| group.iter().all(u8::is_ascii_digit))
            && !bytes.get(end + 4).is_some_and(u8::is_ascii_digit)
        {
            end += 4;
        }
    }
    let mut fraction = 0;
    if bytes.get(end) == Some(&b'.') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) {
        end += 1;
        while bytes.get(end).is_some_and(u8::is_ascii_digit) {
            end += 1;
            fraction += 1;
        }
    }
    let plain: String = text[start..end].chars().filter(|&c| c != ',' && c != '.').collect();
    let mantissa: f64 = plain.parse().ok()?;
    let mut over = false;
    let mut scale = 0;
    let mut rest = &text[end..];
    // 12.6 万人: a blank of layout
    if let Some(after) = rest.strip_prefix(' ')
        && after.starts_with(['万', '亿'])
    {
        rest = after;
    }
    if let Some(after) = rest.strip_prefix(['余', '多'])
        && after.starts_with(['百', '千', '万', '亿'])
    {
        over = true;
        rest = after;
    }
    while let Some((power, after)) = scale_at(rest) {
        scale += power;
        rest = after;
    }
    let before_over = rest;
    if let Some(after) = rest.strip_prefix(['余', '多'])
        && (rest.starts_with('余') || !after.starts_with(['媒', '功', '样', '渠', '学']))
    {
        over = true;
        rest = after;
    }
    if over && rest.len() != before_over.len() {
        while let Some((power, after)) = scale_at(rest) {
            scale += power;
            rest = after;
        }
    }
    let end = text.len() - rest.len();
    let shift = i32::try_from(scale).ok()? - fraction;
    let value = if shift >= 0 { mantissa * 10f64.powi(shift) } else { mantissa / 10f64.powi(-shift) };
    let value = if negative { -value } else { value };
    Some(Numeral { range: at..end, value, decimals: u8::try_from((-shift).max(0)).unwrap_or(u8::MAX), scale, han: false, over, percent: false })
}

fn scale_at(text: &str) -> Option<(u32, &str)> {
    [("百", 2), ("千", 3), ("万", 4), ("亿", 8)].into_iter().find_map(|(word, power)| {
        let after = text.strip_prefix(word)?;
        // 千瓦, 千米: the unit's own
        (word != "千" || !after.starts_with(['瓦', '米', '克', '伏', '卡', '赫', '兆', '帕', '焦'])).then_some((power, after))
    })
}

fn digit(c: char) -> Option<u32> {
    "零一二三四五六七八九".chars().position(|d| d == c).map(|d| d as u32).or(match c {
        '〇' => Some(0),
        '两' => Some(2),
        _ => None,
    })
}

fn han(text: &str, at: usize) -> Option<Numeral> {
    let mut total = 0f64;
    let mut section = 0f64;
    let mut pending: Option<f64> = None;
    let mut over = false;
    let mut fraction = 0;
    let mut scale = 0;
    let mut end = at;
    let mut any = false;
    let mut chars = text[at..].char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        let unit = match c {
            '十' => 10.0,
            '百' => 100.0,
            '千' => 1000.0,
            '万' => 1e4,
            '亿' => 1e8,
            '余' | '多' if any && !over && (section > 0.0 || total > 0.0) => {
                let next = text[at + i + c.len_utf8()..].chars().next();
                if pending.is_some() || c == '多' && next.is_some_and(|n| "媒功样渠学层".contains(n)) {
                    break;
                }
                over = true;
                end = at + i + c.len_utf8();
                continue;
            }
            '点' if any && pending.is_some() && chars.peek().is_some_and(|&(_, n)| digit(n).is_some()) => {
                section += pending.take().unwrap_or(0.0);
                let mut part = 0.1;
                while let Some(&(j, n)) = chars.peek() {
                    let Some(d) = digit(n) else { break };
                    section += f64::from(d) * part;
                    part /= 10.0;
                    fraction += 1;
                    end = at + j + n.len_utf8();
                    chars.next();
                }
                section = (section * 10f64.powi(fraction)).round() / 10f64.powi(fraction);
                pending = None;
                continue;
            }
            _ => {
                let Some(d) = digit(c) else { break };
                if over {
                    break;
                }
                if pending.is_some_and(|p| p != 0.0) {
                    break; // 三四 and the like are no plain numerals; years are masked before
                }
                pending = Some(f64::from(d));
                any = true;
                end = at + i + c.len_utf8();
                continue;
            }
        };
        if unit >= 1e4 {
            let amount = section + pending.take().unwrap_or(0.0);
            let amount = if amount == 0.0 && total == 0.0 { 1.0 } else { amount };
            if unit >= 1e8 {
                total = (total + amount) * unit;
            } else {
                total += amount * unit;
            }
            scale = if unit >= 1e8 { 8 } else { 4 };
            section = 0.0;
        } else {
            let count = pending.take().unwrap_or(1.0);
            section += if count == 0.0 { unit } else { count * unit };
        }
        any = true;
        end = at + i + c.len_utf8();
    }
    if !any {
        return None;
    }
    let value = total + section + pending.unwrap_or(0.0);
    Some(Numeral { range: at..end, value, decimals: u8::try_from(fraction).unwrap_or(0), scale, han: true, over, percent: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, value: f64, length: &str, decimals: u8, over: bool) {
        let it = at(text, 0).unwrap();
        assert_eq!((it.value, &text[it.range.clone()], it.decimals, it.over), (value, length, decimals, over), "{text}");
    }

    #[test]
    fn digits_and_their_scales() {
        check("1185名", 1185.0, "1185", 0, false);
        check("2888.72万元", 28_887_200.0, "2888.72万", 0, false);
        check("1,342,032人", 1_342_032.0, "1,342,032", 0, false);
        check("35.32%", 35.32, "35.32", 2, false);
        check("50余万人次", 500_000.0, "50余万", 0, true);
        check("4万多名", 40_000.0, "4万多", 0, true);
        check("10240余次", 10_240.0, "10240余", 0, true);
        check("2.98亿元", 298_000_000.0, "2.98亿", 0, false);
        check("3千人", 3000.0, "3千", 0, false);
        check("-38.09%", -38.09, "-38.09", 2, false);
        check("1234,567", 1234.0, "1234", 0, false);
        check("3000多万元", 30_000_000.0, "3000多万", 0, true);
        check("200多元", 200.0, "200多", 0, true);
    }

    #[test]
    fn han_numerals() {
        check("两万名", 20_000.0, "两万", 0, false);
        check("二十五所", 25.0, "二十五", 0, false);
        check("十余场", 10.0, "十余", 0, true);
        check("五十余万人次", 500_000.0, "五十余万", 0, true);
        check("一百零三名", 103.0, "一百零三", 0, false);
        check("百分之九十五以上", 95.0, "百分之九十五", 0, false);
        check("百分之3.5", 3.5, "百分之3.5", 1, false);
        check("三点五倍", 3.5, "三点五", 1, false);
        check("百余名", 100.0, "百余", 0, true);
        assert!(at("所学校", 0).is_none());
    }

    /// A number below ten thousand as Han characters write it.
    fn below_wan(number: u32) -> String {
        const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
        let mut out = String::new();
        let mut gap = false;
        for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = number / unit % 10;
            if digit == 0 {
                gap = !out.is_empty();
                continue;
            }
            if gap {
                out.push('零');
                gap = false;
            }
            out.push(DIGITS[digit as usize]);
            out.push_str(name);
        }
        out
    }

    /// A number below 10^12 as Han characters write it.
    fn in_han(number: u64) -> String {
        let parts = [(number / 100_000_000, "亿"), (number / 10_000 % 10_000, "万"), (number % 10_000, "")];
        let mut out = String::new();
        for (part, name) in parts {
            if part == 0 {
                continue;
            }
            if !out.is_empty() && part < 1000 {
                out.push('零');
            }
            out += &below_wan(part as u32);
            out += name;
        }
        if out.is_empty() { "零".into() } else { out }
    }

    #[track_caller]
    fn whole(text: &str, value: f64) {
        let it = at(text, 0);
        assert_eq!(it.as_ref().map(|it| (it.value, it.range.end)), Some((value, text.len())), "{text}");
    }

    #[test]
    fn every_number_is_read_as_it_is_written() {
        for number in 0..=100_000u64 {
            let value = number as f64;
            whole(&number.to_string(), value);
            let han = in_han(number);
            whole(&han, value);
            // 十二 is 一十二
            if let Some(short) = han.strip_prefix("一十") {
                whole(&format!("十{short}"), value);
            }
            if let Some(rest) = han.strip_prefix('二').filter(|rest| rest.starts_with(['百', '千', '万'])) {
                whole(&format!("两{rest}"), value);
            }
            if number >= 1000 {
                whole(&format!("{},{:03}", number / 1000, number % 1000), value);
            }
            whole(&format!("-{number}"), -value);
        }
    }

    #[test]
    fn wan_and_yi_are_multiplied_out() {
        for number in (0..=100_000u64).step_by(7) {
            let (whole_part, part) = (number / 100, number % 100);
            whole(&format!("{number}万"), number as f64 * 1e4);
            whole(&format!("{number}亿"), number as f64 * 1e8);
            // exactly as the decimals say, not a bit beside
            whole(&format!("{whole_part}.{part:02}万"), (number * 100) as f64);
            whole(&format!("{whole_part}.{part:02}亿"), (number * 1_000_000) as f64);
            whole(&format!("{whole_part}.{part:02}"), format!("{whole_part}.{part:02}").parse().unwrap());
            let large = number * 1_000_003 + number;
            whole(&in_han(large), large as f64);
            whole(&in_han(number * 10_000), number as f64 * 1e4);
            whole(&in_han(number % 10_000 * 100_000_000), (number % 10_000) as f64 * 1e8);
        }
        whole("三万亿", 3e12);
        whole("十二点五", 12.5);
        whole("三点一四万", 31_400.0);
    }
}
