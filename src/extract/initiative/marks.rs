//! Quotation marks and book marks in pairs. Straight marks are paired by order; one missing mark costs one name, not the rest
//! of the paragraph. Does not judge what stands between them.

use std::ops::Range;

/// What a pair of marks is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// 《》
    Book,
    /// “”, ‘’, 「」 or straight ones.
    Quote,
}

/// A stretch between two marks, in bytes of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pair {
    pub mark: Mark,
    /// With the marks.
    pub outer: Range<usize>,
    pub inner: Range<usize>,
}

/// The longest stretch between straight marks, in characters, that is believed to be a pair.
const LONGEST: usize = 60;

/// The marks that open.
const MARKS: [char; 4] = ['《', '“', '‘', '「'];

/// All pairs, sorted by start; pairs inside others are there too.
pub(super) fn pairs(text: &str) -> Vec<Pair> {
    let mut out = Vec::new();
    let mut open: Vec<(char, usize)> = Vec::new();
    // how many of each are open, so that a mark that closes nothing costs nothing
    let mut opened = [0usize; MARKS.len()];
    let kind = |mark: char| MARKS.iter().position(|&it| it == mark).unwrap_or(0);
    let mut straight: Option<usize> = None;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        match c {
            '《' | '“' | '‘' | '「' => {
                opened[kind(c)] += 1;
                open.push((c, at));
            }
            '》' | '”' | '’' | '」' => {
                let wanted = opening(c);
                if opened[kind(wanted)] == 0 {
                    continue;
                }
                let Some(depth) = open.iter().rposition(|&(mark, _)| mark == wanted) else { continue };
                let from = open[depth].1;
                open.drain(depth..).for_each(|(mark, _)| opened[kind(mark)] -= 1);
                out.push(pair(c, from..end, wanted));
            }
            '"' => {
                straight = match straight {
                    Some(from) if is_pair(&text[from + 1..at]) => {
                        out.push(pair(c, from..end, c));
                        None
                    }
                    _ => Some(at),
                };
            }
            _ => {}
        }
    }
    out.sort_by_key(|pair| (pair.outer.start, std::cmp::Reverse(pair.outer.end)));
    out
}

fn pair(close: char, outer: Range<usize>, open: char) -> Pair {
    let inner = outer.start + open.len_utf8()..outer.end - close.len_utf8();
    Pair { mark: if close == '》' { Mark::Book } else { Mark::Quote }, outer, inner }
}

fn opening(close: char) -> char {
    match close {
        '》' => '《',
        '”' => '“',
        '’' => '‘',
        _ => '「',
    }
}

/// Whether a stretch may stand between two straight marks: not empty, not too long, no sentence end before its end.
fn is_pair(inner: &str) -> bool {
    let inside = inner.trim_end_matches(['。', '!', '?', ';']);
    !inside.is_empty() && inside.chars().count() <= LONGEST && !inside.contains(['。', ';']) && !inside.starts_with([',', '、', ':'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = pairs(text).into_iter().map(|pair| text[pair.inner].to_owned()).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn pairs_of_all_sorts() {
        check("落实“双减”和《关于“双减”的意见》", &["双减", "关于“双减”的意见", "双减"]);
        check(r#"推行"县管校聘"和"交流轮岗"制度"#, &["县管校聘", "交流轮岗"]);
        check("““双减”政策”", &["“双减”政策", "双减"]);
    }

    #[test]
    fn a_missing_mark_costs_one_name() {
        check(r#"开展"大走访。推行"县管校聘"改革"#, &["县管校聘"]);
        check("“大走访。推行“县管校聘”改革", &["县管校聘"]);
        check("大走访”。推行“县管校聘”改革", &["县管校聘"]);
    }
}
