//! Numerals with a slip of recognition in them: a blank inside (3 182人, 93. 6%), a letter for a digit (5OO个, l86名). What is
//! mended is never sure. Rows of several numbers, as in tables, are left alone.

use std::ops::Range;

use super::mask;
use super::numeral::{self, Numeral};
use crate::lexicon::Lexicon;
use crate::model::Reason;

/// Behind these a numeral is a label, and the next one begins anew: 表2 12所.
const LABELS: [char; 9] = ['图', '表', '第', '件', '注', '题', '号', '版', '页'];

/// How many bytes a mended numeral may have.
const LONGEST: usize = 24;

/// The numeral that begins at `at` if it has a slip in it and a counter behind it.
pub(super) fn at(text: &str, at: usize, masks: &[(Range<usize>, Reason)], lexicon: &Lexicon) -> Option<Numeral> {
    if !text[at..].starts_with(is_digit_like) || text[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | ',' | '-' | '_' | '/'))
    {
        return None;
    }
    let run = run(&text[at..])?;
    let end = at + run.len();
    if mask::covering(masks, &(at..at + 1)).is_some() || mask::covering(masks, &(end - 1..end)).is_some() {
        return None;
    }
    let rest = text[end..].trim_start_matches(' ').trim_start_matches(['余', '多', '万', '亿', '千', '百']);
    let counted = lexicon.units.at_start(rest).filter(|(_, unit)| unit.canonical != "年" && unit.canonical != "月" && unit.canonical != "天");
    let (length, _) = counted?;
    // 3 4所 7 2所: a row of a table
    if rest[length..].trim_start_matches(' ').starts_with(|c: char| c.is_ascii_digit()) && rest[length..].starts_with(' ') {
        return None;
    }
    let blanks = run.matches(' ').count();
    let letters = run.chars().any(|c| c.is_ascii_alphabetic());
    if blanks > 1 || blanks == 0 && !letters || !run.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if blanks == 1 && !is_broken(&text[..at], run) {
        return None;
    }
    let clean: String = run
        .chars()
        .filter(|c| *c != ' ')
        .map(|c| match c {
            'O' | 'o' => '0',
            'l' | 'I' => '1',
            _ => c,
        })
        .collect();
    // what multiplies stands behind: 2179. 81万
    let behind: String = text[end..].chars().take(6).collect();
    let whole = format!("{clean}{behind}");
    let it = numeral::at(&whole, 0).filter(|it| !it.han && it.range.end >= clean.len())?;
    Some(Numeral { range: at..end + (it.range.end - clean.len()), ..it })
}

fn is_digit_like(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, 'O' | 'o' | 'l' | 'I')
}

/// The stretch of digits, letters like digits, points and single blanks that `text` begins with.
fn run(text: &str) -> Option<&str> {
    // longer ones are no number, and are not walked again and again
    let text = &text[..text.floor_char_boundary(LONGEST.min(text.len()))];
    let end = text.find(|c: char| !(is_digit_like(c) || matches!(c, '.' | ',' | ' '))).unwrap_or(text.len());
    if end >= LONGEST {
        return None;
    }
    let run = text[..end].trim_end_matches([' ', '.', ',']);
    // a letter behind is a word: 5Ol 3Ok
    (!text[end..].starts_with(|c: char| c.is_ascii_alphabetic())).then_some(run)
}

/// Whether the one blank of `run` stands inside a number and does not part two.
fn is_broken(before: &str, run: &str) -> bool {
    // 达 98. 7%: a point and a blank are no two numbers
    let pointed = run.split_once(". ").is_some_and(|(whole, _)| whole.len() <= 3);
    if before.is_empty() || before.ends_with(' ') && !pointed || before.ends_with('\n') || before.ends_with(LABELS) {
        return false;
    }
    let Some((first, second)) = run.split_once(' ') else { return false };
    if let Some(whole) = first.strip_suffix(['.', ',']) {
        let plain = |text: &str| !text.is_empty() && text.chars().all(is_digit_like);
        return plain(whole) && plain(second) && second.len() <= 3;
    }
    let year = first.len() == 4 && (first.starts_with("19") || first.starts_with("20"));
    let plain = first.chars().all(is_digit_like);
    // thousands apart, or one digit astray
    plain && !year && (first.len() <= 3 && second.len() == 3 || first.len() == 1 && second.len() <= 2) && second.chars().all(is_digit_like)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mends_one_number_and_never_joins_two() {
        let lexicon = Lexicon::builtin();
        for (text, from, value, written) in [
            ("在校生3 182人", "3", Some(3182.0), "3 182"),
            ("达线1 026人", "1", Some(1026.0), "1 026"),
            ("总额2179. 81万元", "2", Some(21_798_100.0), "2179. 81万"),
            ("达93. 6%", "9", Some(93.6), "93. 6"),
            ("学校3 4所", "3", Some(34.0), "3 4"),
            ("学位5OO个", "5", Some(500.0), "5OO"),
            ("教师l86名", "l", Some(186.0), "l86"),
            ("为4l名儿童", "4", Some(41.0), "4l"),
            ("达128O人", "1", Some(1280.0), "128O"),
            ("如表2 12所学校", "2", None, ""),
            ("小学 3 4所", "3", None, ""),
            ("在2022 12所学校", "2", None, ""),
            ("有30 45 60人", "3", None, ""),
            ("学校3所 4所", "3", None, ""),
            ("用VOl0个", "O", None, ""),
            ("约1500人", "1", None, ""),
        ] {
            let start = text.find(from).unwrap();
            let found = at(text, start, &[], &lexicon);
            assert_eq!(found.as_ref().map(|it| it.value), value, "{text}");
            if let Some(it) = found {
                assert_eq!(&text[it.range], written, "{text}");
            }
        }
    }
}
