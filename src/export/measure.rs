//! How wide text is in the program's font, where it breaks, and which of its characters the font lacks. Shapes nothing: the
//! font is carried without kerning and ligatures.

use std::sync::LazyLock;

use ttf_parser::Face;

use super::fonts;

/// What stands for a character that the font lacks.
pub(crate) const MISSING: char = '□';

static FACES: LazyLock<[Option<Face<'static>>; 2]> = LazyLock::new(|| [fonts::REGULAR, fonts::BOLD].map(|bytes| Face::parse(bytes, 0).ok()));

/// A weight of the font.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

fn face(weight: Weight) -> Option<&'static Face<'static>> {
    FACES[weight as usize].as_ref()
}

/// Whether the font has a glyph for `c` in both weights.
pub(crate) fn has(c: char) -> bool {
    [Weight::Regular, Weight::Bold].into_iter().all(|weight| face(weight).is_some_and(|face| face.glyph_index(c).is_some()))
}

/// The width of `text` in a font of `size`, in the unit of `size`.
pub(crate) fn width(text: &str, size: f32, weight: Weight) -> f32 {
    let Some(face) = face(weight) else { return text.chars().count() as f32 * size };
    let advance = |c: char| face.glyph_index(c).or_else(|| face.glyph_index(MISSING)).and_then(|glyph| face.glyph_hor_advance(glyph));
    let units: f32 = text.chars().map(|c| advance(c).map_or(1000.0, f32::from)).sum();
    units * size / f32::from(face.units_per_em())
}

/// Text as it can be drawn: line ends and controls become blanks, what the font lacks becomes a box and is added to `missing`.
pub(crate) fn drawable(text: &str, missing: &mut Vec<char>) -> String {
    text.chars()
        .map(|c| {
            if c.is_whitespace() || c.is_control() {
                return ' ';
            }
            if has(c) {
                return c;
            }
            if !missing.contains(&c) {
                missing.push(c);
            }
            MISSING
        })
        .collect()
}

/// Breaks `text` into lines no wider than `limit` where that can be: not before closing marks, not after opening ones, not
/// within a number or a Latin word.
pub(crate) fn wrap(text: &str, size: f32, weight: Weight, limit: f32) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut out = Vec::new();
    let mut start = 0;
    while start < chars.len() {
        let mut used = 0.0;
        let mut end = start;
        while end < chars.len() {
            used += width(chars[end].encode_utf8(&mut [0; 4]), size, weight);
            if used > limit && end > start {
                break;
            }
            end += 1;
        }
        if end < chars.len() {
            let mut back = end;
            while back > start && !may_break(chars[back - 1], chars[back]) {
                back -= 1;
            }
            if back > start {
                end = back;
            }
        }
        out.push(chars[start..end].iter().collect::<String>().trim().to_owned());
        start = end;
    }
    out
}

fn may_break(before: char, after: char) -> bool {
    let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '%' | '-' | '+');
    let closing = "，。、；：？！”’』」》）】〉,.;:?!)]}%…—";
    let opening = "“‘『「《（【〈([{";
    !(word(before) && word(after) || closing.contains(after) || opening.contains(before))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_han_character_is_an_em() {
        assert_eq!(width("教育", 10.0, Weight::Regular), 20.0);
        assert!(width("12", 10.0, Weight::Bold) > width("12", 10.0, Weight::Regular));
        assert_eq!(width("", 10.0, Weight::Bold), 0.0);
    }

    #[test]
    fn what_the_font_lacks_is_told() {
        let mut missing = Vec::new();
        assert_eq!(drawable("普惠\u{20000}园\u{20000}\n", &mut missing), "普惠□园□ ");
        assert_eq!(missing, ['\u{20000}']);
        for c in "≈≥≤±□·—《》“”％万亿①".chars() {
            assert!(has(c), "{c}");
        }
    }

    #[test]
    fn lines_break_where_they_may() {
        assert_eq!(wrap("一二三，四五", 10.0, Weight::Regular, 35.0), ["一二", "三，四", "五"]);
        assert_eq!(wrap("一二《三四", 10.0, Weight::Regular, 35.0), ["一二", "《三四"]);
        assert_eq!(wrap("一二2024年", 10.0, Weight::Regular, 35.0), ["一二", "2024年"]);
        assert_eq!(wrap("abcdefghijk", 10.0, Weight::Regular, 20.0).concat(), "abcdefghijk", "a word too long is broken");
        assert!(wrap("", 10.0, Weight::Regular, 20.0).is_empty());
    }
}
