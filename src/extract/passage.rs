//! What the passes read: for every block of the report its lookup view, its sentences and its words.

use std::ops::Range;

use crate::lexicon::Lexicon;
use crate::model::{BlockKind, Outline};
use crate::text::{Source, View};

/// A word of a view with its part of speech, as jieba tags it.
#[derive(Debug, Clone)]
pub struct Word {
    /// In bytes of the view.
    pub range: Range<usize>,
    pub tag: &'static str,
}

/// One block as rules read it. All ranges are bytes of `view.text()`; [`View::back`] leads to the source.
#[derive(Debug, Clone)]
pub struct Passage {
    /// Its index in [`Outline::blocks`].
    pub block: usize,
    pub view: View,
    /// Each with its closing mark; together they cover the view.
    pub sentences: Vec<Range<usize>>,
    pub words: Vec<Word>,
}

/// The passages of all blocks that can yield something: titles, headings and paragraphs.
pub(super) fn cut(source: &Source, outline: &Outline, lexicon: &Lexicon) -> Vec<Passage> {
    let mut out = Vec::new();
    for (block, it) in outline.blocks.iter().enumerate() {
        if matches!(it.kind, BlockKind::Debris | BlockKind::Furniture) {
            continue;
        }
        let view = View::new(source.text(), it.span);
        let mut at = 0;
        let words = lexicon
            .jieba
            .tag(view.text(), true)
            .into_iter()
            .map(|tag| {
                let range = at..at + tag.word.len();
                at = range.end;
                Word { range, tag: known(lexicon.tags.get(tag.word).map_or(tag.tag, String::as_str)) }
            })
            .collect();
        let words = per_pupil(words, view.text());
        let sentences = sentences(view.text());
        out.push(Passage { block, view, sentences, words });
    }
    out
}

/// 普通小学生均经费 is 普通小学|生均, not 普通小学生|均.
fn per_pupil(mut words: Vec<Word>, text: &str) -> Vec<Word> {
    for at in 1..words.len() {
        let (before, behind) = (&text[words[at - 1].range.clone()], &text[words[at].range.clone()]);
        if before.len() > '生'.len_utf8()
            && before.ends_with('生')
            && (behind.starts_with('均') || behind.starts_with("师比"))
            && !before.ends_with("学生") | before.ends_with("小学生") | before.ends_with("中学生") | before.ends_with("大学生")
        {
            let cut = words[at].range.start - '生'.len_utf8();
            words[at - 1].range.end = cut;
            words[at - 1].tag = "n";
            words[at].range.start = cut;
        }
    }
    words
}

/// The tag of the word lists, as it is written here.
fn known(tag: &str) -> &'static str {
    match tag {
        "n" => "n",
        "v" => "v",
        "m" => "m",
        "vn" => "vn",
        "a" => "a",
        "d" => "d",
        "ns" => "ns",
        "b" => "b",
        "p" => "p",
        "uj" => "uj",
        "c" => "c",
        "t" => "t",
        "f" => "f",
        "j" => "j",
        "l" => "l",
        "q" => "q",
        "r" => "r",
        "nr" => "nr",
        "nz" => "nz",
        "i" => "i",
        "s" => "s",
        "eng" => "eng",
        "ul" => "ul",
        "u" => "u",
        "zg" => "zg",
        "nt" => "nt",
        "nrt" => "nrt",
        "z" => "z",
        "an" => "an",
        "ad" => "ad",
        "g" => "g",
        "nrfg" => "nrfg",
        "ng" => "ng",
        "o" => "o",
        "vg" => "vg",
        "mq" => "mq",
        "y" => "y",
        "ag" => "ag",
        "e" => "e",
        "tg" => "tg",
        "vq" => "vq",
        "vi" => "vi",
        "k" => "k",
        "vd" => "vd",
        "rr" => "rr",
        "mg" => "mg",
        "h" => "h",
        "dg" => "dg",
        "uz" => "uz",
        "uv" => "uv",
        "ug" => "ug",
        "ud" => "ud",
        "rz" => "rz",
        "rg" => "rg",
        "df" => "df",
        "w" => "w",
        _ => "x",
    }
}

/// Cuts after `。！？` and what closes behind them.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !matches!(c, '。' | '!' | '?') {
            continue;
        }
        let mut end = at + c.len_utf8();
        while let Some(&(next, c)) = chars.peek() {
            if !matches!(c, '。' | '!' | '?' | '”' | '’' | '"' | ')' | '》' | '」' | '』') {
                break;
            }
            end = next + c.len_utf8();
            chars.next();
        }
        out.push(start..end);
        start = end;
    }
    if start < text.len() {
        out.push(start..text.len());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tag_of_the_word_lists_is_known() {
        let lists = [include_str!("../../assets/lexicon/words.tsv")];
        let mut dictionary = String::new();
        let packed = include_bytes!("../../assets/lexicon/jieba/dict.txt.gz").as_slice();
        std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(packed), &mut dictionary).unwrap();
        let rows = lists[0].lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split('\t').nth(2));
        for tag in rows.chain(dictionary.lines().filter_map(|line| line.split(' ').nth(2))) {
            assert_eq!(known(tag), tag);
        }
    }

    #[test]
    fn a_sentence_keeps_its_closing_marks() {
        let text = "他说:“开学了。”全市共有12所。增加3所";
        let cut: Vec<_> = sentences(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(cut, ["他说:“开学了。”", "全市共有12所。", "增加3所"]);
    }
}
