//! What looks like a numeral and cannot be read as one: 1.2.3, 3,21,4, 10^400, a thousand digits, 二三四, 三百百. Tells how far it
//! reaches, so that no part of it passes for a number.

use std::ops::Range;

use super::mask;
use super::numeral::Numeral;
use crate::model::Reason;

/// Digits that a double holds exactly.
const DIGITS: usize = 15;

/// Marks that part two numbers only where a blank or a word stands beside them.
const JOINS: [char; 4] = [',', '.', '/', '^'];

/// The end of what `it` begins, where that is no number; `None` where it is one.
pub(super) fn reach(text: &str, it: &Numeral, masks: &[(Range<usize>, Reason)]) -> Option<usize> {
    if it.han { han(text, it) } else { digits(text, it, masks) }
}

fn digits(text: &str, it: &Numeral, masks: &[(Range<usize>, Reason)]) -> Option<usize> {
    let mut end = it.range.end;
    let mut joined = false;
    loop {
        let rest = &text[end..];
        let marks = rest.len() - rest.trim_start_matches(JOINS).len();
        let length = rest[marks..].bytes().take_while(u8::is_ascii_digit).count();
        // 增加1200,2023年底达到…: a date of its own
        if marks == 0 || length == 0 || mask::covering(masks, &(end + marks..end + marks + length)).is_some() {
            break;
        }
        joined = true;
        end += marks + length;
    }
    let written = text[it.range.clone()].bytes().filter(u8::is_ascii_digit).count();
    (joined || written > DIGITS || !it.value.is_finite() || it.value.abs() >= 1e16).then_some(end)
}

fn han(text: &str, it: &Numeral) -> Option<usize> {
    let own = text[it.range.clone()].trim_start_matches("百分之");
    let rest = &text[it.range.end..];
    // 二三四所, 三四十人: several digits side by side are about as many
    if own.ends_with(is_digit) && rest.starts_with(is_digit) {
        let length = rest.find(|c: char| !is_digit(c) && !"十百千万亿".contains(c)).unwrap_or(rest.len());
        return Some(it.range.end + length);
    }
    (!is_well_formed(own)).then_some(it.range.end)
}

fn is_digit(c: char) -> bool {
    "零〇一二三四五六七八九两".contains(c)
}

/// Whether 十, 百, 千 go down within each stretch before 万 and 亿, and those are not piled up.
fn is_well_formed(numeral: &str) -> bool {
    let mut last = usize::MAX;
    let mut large = 0;
    for c in numeral.chars() {
        match "十百千".chars().position(|unit| unit == c) {
            Some(power) if power >= last => return false,
            Some(power) => last = power,
            None if matches!(c, '万' | '亿') => {
                last = usize::MAX;
                large += 1;
            }
            None => {}
        }
    }
    large <= 3
}

#[cfg(test)]
mod tests {
    use super::super::numeral;
    use super::*;

    #[test]
    fn no_part_of_what_is_no_number_is_read() {
        for (text, odd) in [
            ("1.2.3所", Some("1.2.3")),
            ("3,21,4所", Some("3,21,4")),
            ("1,23所", Some("1,23")),
            ("12,3456所", Some("12,3456")),
            ("10^400所", Some("10^400")),
            ("1/2所", Some("1/2")),
            ("1234567890123456所", Some("1234567890123456")),
            ("3万亿亿亿亿", Some("3万亿亿亿亿")),
            ("二三四所", Some("二三四")),
            ("三四十人", Some("三四十")),
            ("十二三岁", Some("十二三")),
            ("三百百所", Some("三百百")),
            ("1,234,567所", None),
            ("12.5万人", None),
            ("12,所", None),
            ("135万亿元", None),
            ("三百二十所", None),
            ("一万二千三百", None),
            ("一百零三名", None),
            ("百分之九十五", None),
        ] {
            let it = numeral::at(text, 0).unwrap();
            assert_eq!(reach(text, &it, &[]).map(|end| &text[..end]), odd, "{text}");
        }
    }
}
