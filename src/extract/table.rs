//! Tables that came in as lines: a row a line with its cells parted by bars, tabs or blanks, or a cell a line. Finds where
//! they stand and which cell belongs to which column; what the cells mean is not this module's matter.
//!
//! A row whose cells are fewer or more than the columns is not aligned by guessing: its numbers stay unread.

use std::ops::Range;

use crate::model::{Block, BlockKind, Outline};
use crate::text::{Source, Span};

/// The longest word of a head or label, in characters.
const LABEL: usize = 22;

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    pub label: Span,
    /// One cell for each column; nothing where it is empty.
    pub cells: Vec<Option<Span>>,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Table {
    /// The blocks it covers, heads and all.
    pub blocks: Range<usize>,
    /// The line before it, which may say what it is about.
    pub caption: Option<Span>,
    /// The heads of the columns behind that of the labels, each from the widest down: 招生人数, 比上年增长. No two are the same.
    pub columns: Vec<Vec<Span>>,
    pub rows: Vec<Row>,
    /// Numbers whose column cannot be told.
    pub unread: Vec<Span>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Number,
    /// `/`, `—`, `…`: nothing stands here.
    Gap,
}

#[derive(Debug, Clone)]
struct Cell {
    span: Span,
    kind: Kind,
}

/// The tables of a report, in order.
pub(super) fn find(source: &Source, outline: &Outline) -> Vec<Table> {
    let lines: Vec<Vec<Cell>> = outline.blocks.iter().map(|block| cells(source, block)).collect();
    let mut out = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        match of_rows(source, &lines, at).or_else(|| of_cells(source, &lines, at)) {
            Some(mut table) => {
                table.caption = caption(source, outline, &lines, table.blocks.start);
                at = table.blocks.end;
                out.push(table);
            }
            None => at += 1,
        }
    }
    out
}

/// The last line before the table that is a short line of text.
fn caption(source: &Source, outline: &Outline, lines: &[Vec<Cell>], start: usize) -> Option<Span> {
    let before = (start.saturating_sub(3)..start).rev().find(|&at| outline.blocks[at].kind != BlockKind::Furniture && !lines[at].is_empty())?;
    let span = outline.blocks[before].span;
    (source.slice(span).chars().count() <= 45 && !source.slice(span).contains('。')).then_some(span)
}

/// A row a line: a line of heads, then lines of a label and as many numbers.
fn of_rows(source: &Source, lines: &[Vec<Cell>], start: usize) -> Option<Table> {
    let head = &lines[start];
    let wide = head.len();
    if wide < 2 || head.iter().any(|cell| cell.kind != Kind::Text && !is_year(cell)) || head[0].kind != Kind::Text {
        return None;
    }
    let mut rows = Vec::new();
    let mut end = start + 1;
    for line in &lines[start + 1..] {
        if line.is_empty() {
            end += 1; // the rule under the heads
            continue;
        }
        let numbers = line.iter().skip(1).filter(|cell| cell.kind == Kind::Number).count();
        if line.len() != wide || line[0].kind == Kind::Gap || numbers == 0 {
            break;
        }
        let cells = line[1..].iter().map(|cell| (cell.kind != Kind::Gap).then_some(cell.span)).collect();
        rows.push(Row { label: line[0].span, cells });
        end += 1;
    }
    let numbers: usize = rows.iter().map(|row| row.cells.iter().flatten().count()).sum();
    let end = end.min(lines.len());
    if rows.len() < 2 && numbers < 3 {
        return None;
    }
    // a line of wider heads above, with or without one over the labels
    let heads: Vec<Span> = head[1..].iter().map(|cell| cell.span).collect();
    let above: Vec<Span> = start.checked_sub(1).map(|above| lines[above].iter().map(|cell| cell.span).collect()).unwrap_or_default();
    let (columns, _) = stacked(source, &heads, &above)?;
    Some(Table { blocks: start..end, caption: None, columns, rows, unread: Vec::new() })
}

/// The heads of columns from their lowest line and what stands above it, the nearest last; and how many of those were needed
/// to tell the columns apart. Nothing where they cannot be told apart.
fn stacked(source: &Source, lowest: &[Span], above: &[Span]) -> Option<(Vec<Vec<Span>>, usize)> {
    let wide = lowest.len();
    let mut columns: Vec<Vec<Span>> = lowest.iter().map(|span| vec![*span]).collect();
    let mut used = 0;
    let words = |column: &Vec<Span>| column.iter().map(|span| source.slice(*span)).collect::<Vec<_>>();
    loop {
        let all: Vec<Vec<&str>> = columns.iter().map(words).collect();
        let period = (1..=wide).find(|period| wide.is_multiple_of(*period) && (*period..wide).all(|at| all[at] == all[at - period]))?;
        if period == wide {
            let mut sorted = all;
            sorted.sort();
            return sorted.windows(2).all(|pair| pair[0] != pair[1]).then_some((columns, used));
        }
        // as many heads above as the pattern repeats, or one over each
        let left = above.len().checked_sub(used)?;
        let each = |count: usize| -> Option<Vec<Span>> { Some(above[left.checked_sub(count)?..left].to_vec()) };
        let full = each(wide).filter(|row| {
            let texts: Vec<&str> = row.iter().map(|span| source.slice(*span)).collect();
            (period..wide).all(|at| texts[at] == texts[at - period]) && texts[..period].windows(2).all(|pair| pair[0] != pair[1])
        });
        let wider = match full {
            Some(row) if period > 1 => row,
            _ => each(wide / period)?,
        };
        used += wider.len();
        let span = wide / wider.len();
        for (at, column) in columns.iter_mut().enumerate() {
            column.insert(0, wider[at / span]);
        }
    }
}

/// A cell a line: heads, then again and again a label and as many numbers as there are heads.
fn of_cells(source: &Source, lines: &[Vec<Cell>], start: usize) -> Option<Table> {
    lines.get(start).filter(|line| line.len() == 1)?;
    // a bar alone on its line parts two cells
    let run: Vec<(usize, &Cell)> =
        lines[start..].iter().enumerate().take_while(|(_, line)| line.len() < 2).filter_map(|(at, line)| Some((start + at, line.first()?))).collect();
    let cell = |at: usize| run[at].1;
    let (begin, start, end) = (start, 0, run.len());
    let first = (start..end).find(|&at| cell(at).kind != Kind::Text)?;
    // from the first label on: a label with what stands behind it
    let mut groups: Vec<(usize, Range<usize>)> = Vec::new();
    let mut at = first.checked_sub(1).filter(|&label| label >= start)?;
    while at < end && cell(at).kind == Kind::Text {
        let from = at + 1;
        let to = (from..end).find(|&next| cell(next).kind == Kind::Text).unwrap_or(end);
        if to == from {
            break;
        }
        groups.push((at, from..to));
        at = to;
    }
    let wide = commonest(groups.iter().map(|(_, cells)| cells.len()))?;
    let fitting = groups.iter().filter(|(_, cells)| cells.len() == wide).count();
    let heads = (first - 1).checked_sub(wide).filter(|&heads| heads >= start)?;
    if wide < 2 || fitting < 2 || fitting * 2 < groups.len() {
        return None;
    }
    let mut rows = Vec::new();
    let mut unread = Vec::new();
    for (label, cells) in &groups {
        let spans = || cells.clone().map(|at| (cell(at).kind == Kind::Number).then_some(cell(at).span));
        if cells.len() == wide {
            rows.push(Row { label: cell(*label).span, cells: spans().collect() });
        } else {
            unread.extend(spans().flatten());
        }
    }
    let last = groups.last().map_or(first, |(_, cells)| cells.end);
    let lowest: Vec<Span> = (heads..first - 1).map(|at| cell(at).span).collect();
    let above: Vec<Span> = (start..heads).map(|at| cell(at).span).collect();
    let (columns, used) = stacked(source, &lowest, &above)?;
    // the head of the labels, where there is one
    let top = (heads - used).saturating_sub(1);
    let blocks = run.get(top).map_or(begin, |(block, _)| *block)..run.get(last - 1).map_or(begin, |(block, _)| block + 1);
    Some(Table { blocks, caption: None, columns, rows, unread })
}

/// The commonest of some numbers; of several the largest.
fn commonest(numbers: impl Iterator<Item = usize>) -> Option<usize> {
    let mut all: Vec<usize> = numbers.collect();
    all.sort_unstable();
    all.chunk_by(|a, b| a == b).max_by_key(|run| run.len()).and_then(|run| run.first().copied())
}

/// The cells of a line; none where it is no line of a table.
fn cells(source: &Source, block: &Block) -> Vec<Cell> {
    let text = source.slice(block.span);
    let start = block.span.start as usize;
    let parted = text.contains(['|', '｜', '\t']);
    if block.kind == BlockKind::Title && !parted || text.contains('\n') || text.chars().count() > 400 {
        return Vec::new();
    }
    let cut = |parts: Vec<Range<usize>>| -> Vec<Cell> {
        let cell = |part: Range<usize>| {
            let inner = &text[part.clone()];
            let lead = inner.len() - inner.trim_start().len();
            let word = inner.trim();
            let from = start + part.start + lead;
            kind(word).map(|kind| Cell { span: Span::new(from, from + word.len()), kind })
        };
        parts.into_iter().map(cell).collect::<Option<Vec<_>>>().unwrap_or_default()
    };
    let bars = text.contains(['|', '｜']);
    if bars {
        let mut parts = split(text, |c| matches!(c, '|' | '｜'));
        // a bar at either end closes the line
        if parts.first().is_some_and(|part| text[part.clone()].trim().is_empty()) {
            parts.remove(0);
        }
        if parts.last().is_some_and(|part| text[part.clone()].trim().is_empty()) {
            parts.pop();
        }
        if parts.iter().all(|part| text[part.clone()].chars().all(|c| matches!(c, '-' | ':' | ' '))) {
            return Vec::new();
        }
        return cut(parts);
    }
    if text.contains('\t') {
        return cut(split(text, |c| c == '\t'));
    }
    let parts = split(text, char::is_whitespace);
    let words: Vec<Range<usize>> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    cut(words)
}

fn split(text: &str, is_cut: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut from = 0;
    for (at, c) in text.char_indices() {
        if is_cut(c) {
            out.push(from..at);
            from = at + c.len_utf8();
        }
    }
    out.push(from..text.len());
    out
}

/// What a cell is; nothing where it is prose.
fn kind(word: &str) -> Option<Kind> {
    if word.is_empty() || word.chars().all(|c| matches!(c, '/' | '-' | '—' | '－' | '–' | '…' | '·' | '.' | '*' | '×' | '／')) {
        return Some(Kind::Gap);
    }
    if number(word).is_some() {
        return Some(Kind::Number);
    }
    let prose = word.chars().count() > LABEL || word.contains(['。', '；', ';', '，', '！', '？', '!', '?', '“', '”']);
    (!prose).then_some(Kind::Text)
}

fn is_year(cell: &Cell) -> bool {
    cell.kind == Kind::Number && cell.span.len() == 4
}

/// The number that a cell is, its decimals, and whether a percent sign stands behind it.
pub(super) fn number(word: &str) -> Option<(f64, u8, bool)> {
    let plain: String = word
        .chars()
        .map(|c| match c {
            '０'..='９' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            '．' => '.',
            '，' => ',',
            '％' | '﹪' => '%',
            '－' | '−' => '-',
            _ => c,
        })
        .collect();
    let body = plain.strip_suffix('%').unwrap_or(&plain);
    let percent = body.len() != plain.len();
    let digits = body.strip_prefix(['-', '+']).unwrap_or(body);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let groups: Vec<&str> = whole.split(',').collect();
    let grouped = groups.len() == 1 || groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3);
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !grouped || !groups.iter().all(|group| is_digits(group)) || !is_digits(part) || whole.len() > 18 {
        return None;
    }
    let value: f64 = body.replace(',', "").trim_start_matches('+').parse().ok()?;
    let decimals = digits.split_once('.').map_or(0, |(_, part)| part.len());
    Some((value, u8::try_from(decimals).ok()?, percent))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tables(text: &str) -> Vec<String> {
        let source = Source::new(text);
        let mut outline = Outline::default();
        let mut at = 0;
        for line in text.split('\n') {
            if !line.trim().is_empty() {
                let (span, kind) = (Span::new(at, at + line.len()), BlockKind::Paragraph);
                outline.blocks.push(Block { span, kind, plan: false, year: None, since: None, year_span: None });
            }
            at += line.len() + 1;
        }
        let show = |span: Span| source.slice(span).to_owned();
        let row = |row: &Row| {
            let cells: Vec<String> = row.cells.iter().map(|cell| cell.map_or("-".to_owned(), show)).collect();
            format!("{}={}", show(row.label), cells.join(","))
        };
        find(&source, &outline)
            .iter()
            .map(|table| {
                let columns: Vec<String> = table.columns.iter().map(|spans| spans.iter().map(|span| show(*span)).collect()).collect();
                let rows: Vec<String> = table.rows.iter().map(row).collect();
                format!("{}: {} ({})", columns.join(","), rows.join(" "), table.unread.len())
            })
            .collect()
    }

    #[test]
    fn rows_and_columns_are_told() {
        for (text, expected) in [
            ("学段\t学校数\t班数\n小学\t85\t1200\n初中\t30\t640", "学校数,班数: 小学=85,1200 初中=30,640 (0)"),
            ("| 指标 | 2022年 | 2023年 |\n|---|---|---|\n| 幼儿园 | 110 | 120 |\n| 小学 | 85 | / |", "2022年,2023年: 幼儿园=110,120 小学=85,- (0)"),
            ("县区 招生 毕业生\n泽州县 1200 1100\n高平市 1,500 1400", "招生,毕业生: 泽州县=1200,1100 高平市=1,500,1400 (0)"),
            ("类别 |\n学校数 |\n班数 |\n小学 |\n85 |\n1200 |\n初中 |\n30 |\n640 |\n高中 |\n56 |", "学校数,班数: 小学=85,1200 初中=30,640 (1)"),
            (
                "指标\n|\n招生\n|\n毕业\n|\n绝对数\n|\n增长\n|\n绝对数\n|\n增长\n|\n小学\n|\n85\n|\n1.2\n|\n80\n|\n0.3\n|\n初中\n|\n30\n|\n-2\n|\n31\n|\n4",
                "招生绝对数,招生增长,毕业绝对数,毕业增长: 小学=85,1.2,80,0.3 初中=30,-2,31,4 (0)",
            ),
        ] {
            assert_eq!(tables(text), [expected], "{text}");
        }
    }

    #[test]
    fn prose_is_no_table() {
        for text in [
            "一、办学条件\n新建学校 12 所\n改建学校 8 所",
            "目录\n办学条件 3\n教师队伍 8",
            "页码\n1\n2\n3",
            "全市有幼儿园120所。\n小学85所。",
            "2023\n年度\n总结",
        ] {
            assert_eq!(tables(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn numbers_of_cells() {
        for (word, expected) in [
            ("1,234", Some((1234.0, 0, false))),
            ("-3.5%", Some((-3.5, 1, true))),
            ("１２", Some((12.0, 0, false))),
            ("3,21,4", None),
            ("1.2.3", None),
            ("12所", None),
            ("", None),
        ] {
            assert_eq!(number(word), expected, "{word}");
        }
    }
}
