//! The marks before headings and items: 第一章, 一、, （一）, 1., ■. Grammar only.

/// What kind of mark it is, highest level first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// `#` of Markdown, with how many.
    Hash(u8),
    /// 第一章, 第二部分
    Chapter,
    /// 第一节
    Section,
    /// 重点一:
    Label,
    /// 一、
    Han,
    /// （一）
    HanParen,
    /// 1.
    Arabic,
    /// 1.2.3
    Dotted,
    /// （1）
    ArabicParen,
    /// ①
    Circled,
    /// `5 出台…`: a number and a blank
    Bare,
    /// △
    Symbol,
}

/// A mark, with its length in bytes of the line's lookup view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::extract) struct Marker {
    pub(super) class: Class,
    pub(in crate::extract) len: usize,
}

/// The mark that a line begins with. `is_label` says whether a word makes a label: 重点 before 一:.
pub(in crate::extract) fn read(key: &str, is_label: impl Fn(&str) -> bool) -> Option<Marker> {
    let mark = |class: Class, rest: &str| Some(Marker { class, len: key.len() - rest.trim_start().len() });
    let first = key.chars().next()?;
    if first == '#' {
        let rest = key.trim_start_matches('#');
        let level = key.len() - rest.len();
        return if rest.starts_with(' ') && level <= 6 { mark(Class::Hash(level as u8), rest) } else { None };
    }
    if is_symbol(first) {
        return mark(Class::Symbol, &key[first.len_utf8()..]);
    }
    if matches!(first, '①'..='⑳' | '⑴'..='⒇' | '❶'..='❿') {
        return mark(Class::Circled, &key[first.len_utf8()..]);
    }
    if let Some(rest) = key.strip_prefix('第') {
        let rest = numeral(rest)?;
        let class = match rest.chars().next()? {
            '章' | '篇' | '编' => Class::Chapter,
            '节' => Class::Section,
            '部' if rest.starts_with("部分") => return mark(Class::Chapter, &rest["部分".len()..]),
            _ => return None,
        };
        return mark(class, &rest[3..]);
    }
    if let Some(rest) = key.strip_prefix('(') {
        let han = han_numeral(rest);
        let (class, rest) = match han {
            Some(rest) => (Class::HanParen, rest),
            None => (Class::ArabicParen, digits(rest, 2)?),
        };
        return mark(class, rest.strip_prefix(')')?);
    }
    if let Some(rest) = han_numeral(key) {
        return mark(Class::Han, rest.strip_prefix('、').or_else(|| rest.strip_prefix('.'))?);
    }
    if let Some(rest) = digits(key, 2) {
        return arabic(key, rest, mark);
    }
    label(key, is_label).and_then(|rest| mark(Class::Label, rest))
}

/// A mark that begins with digits; `rest` is what follows them. A decimal number is none.
fn arabic(key: &str, rest: &str, mark: impl Fn(Class, &str) -> Option<Marker>) -> Option<Marker> {
    if let Some(rest) = rest.strip_prefix(')') {
        return mark(Class::ArabicParen, rest);
    }
    if let Some(rest) = rest.strip_prefix('、') {
        return mark(Class::Arabic, rest);
    }
    if let Some(behind) = rest.strip_prefix('.') {
        if !behind.starts_with(|c: char| c.is_ascii_digit()) {
            return mark(Class::Arabic, behind);
        }
        let mut rest = behind;
        while let Some(next) = digits(rest, 2) {
            rest = next.strip_prefix('.').unwrap_or(next);
            if next.len() == rest.len() {
                break;
            }
        }
        // 1.2 建设: a blank tells it from 1.2万人
        return if rest.starts_with(' ') { mark(Class::Dotted, rest) } else { None };
    }
    let after = rest.strip_prefix(' ')?.chars().next()?;
    (is_han(after) && !key.starts_with('0')).then_some(()).and_then(|()| mark(Class::Bare, rest))
}

/// What follows a label: 重点一:, 任务3:
fn label(key: &str, is_label: impl Fn(&str) -> bool) -> Option<&str> {
    let at = key.find(':').filter(|&at| at <= 30)?;
    let head = &key[..at];
    let word_len = head.char_indices().find(|&(_, c)| is_numeral(c) || c.is_ascii_digit()).map(|(at, _)| at)?;
    let number = &head[word_len..];
    let is_number = !number.is_empty() && number.chars().all(|c| is_numeral(c) || c.is_ascii_digit());
    (is_number && is_label(head[..word_len].trim_end())).then(|| &key[at + 1..])
}

/// What follows a Chinese numeral of at most three characters.
fn han_numeral(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(is_numeral);
    (rest.len() < text.len() && text.len() - rest.len() <= 9).then_some(rest)
}

fn numeral(text: &str) -> Option<&str> {
    han_numeral(text).or_else(|| digits(text, 2))
}

fn digits(text: &str, most: usize) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    (rest.len() < text.len() && text.len() - rest.len() <= most).then_some(rest)
}

fn is_numeral(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

fn is_symbol(c: char) -> bool {
    matches!(
        c,
        '■' | '□'
            | '△'
            | '▲'
            | '▽'
            | '▼'
            | '○'
            | '●'
            | '◎'
            | '◇'
            | '◆'
            | '☆'
            | '★'
            | '•'
            | '·'
            | '▪'
            | '▶'
            | '►'
            | '➤'
            | '※'
            | '√'
            | '✓'
            | '❖'
    )
}

/// Whether a line begins as an item of a list in running text: 一是, 第二是.
pub(super) fn counts(key: &str) -> bool {
    han_numeral(key.strip_prefix('第').unwrap_or(key)).is_some_and(|rest| rest.starts_with('是'))
}

pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_what_only_looks_like_one() {
        for (key, expected) in [
            ("一、学生情况", Some((Class::Han, "学生情况"))),
            ("十二、其他", Some((Class::Han, "其他"))),
            ("(三)教师", Some((Class::HanParen, "教师"))),
            ("1、小学", Some((Class::Arabic, "小学"))),
            ("12.小学", Some((Class::Arabic, "小学"))),
            ("3.5万人", None),
            ("1.2 建设", Some((Class::Dotted, "建设"))),
            ("(2)小学", Some((Class::ArabicParen, "小学"))),
            ("2)小学", Some((Class::ArabicParen, "小学"))),
            ("③小学", Some((Class::Circled, "小学"))),
            ("5 出台制度", Some((Class::Bare, "出台制度"))),
            ("△ 推动", Some((Class::Symbol, "推动"))),
            ("第三章 教师", Some((Class::Chapter, "教师"))),
            ("第二部分 教师", Some((Class::Chapter, "教师"))),
            ("第39个教师节", None),
            ("第一小学", None),
            ("重点一:铸魂", Some((Class::Label, "铸魂"))),
            ("任务10:铸魂", Some((Class::Label, "铸魂"))),
            ("时间1:2", None),
            ("## 二级", Some((Class::Hash(2), "二级"))),
            ("一是抓好", None),
            ("2023年", None),
            ("一", None),
            ("", None),
        ] {
            let found = read(key, |word| matches!(word, "重点" | "任务")).map(|marker| (marker.class, &key[marker.len..]));
            assert_eq!(found, expected, "{key}");
        }
    }
}
