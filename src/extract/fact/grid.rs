//! The rows of tables: each cell a row, named by its label and the head of its column, in the unit that one of them states.

use super::name::{Name, NameWord};
use super::period::{self, Use};
use super::trace::Watch;
use super::{numeral, series};
use crate::extract::table::{self, Row, Table};
use crate::lexicon::{Dimension, Holds, Lexicon, Part, Unit};
use crate::model::{Confidence, Fact, Inferred, Kind, NotCaptured, Origin, Outline, Period, Place, Qualifier, Reason, ReportMeta, Status};
use crate::text::{Source, Span, View};

/// A head or label: its words without the unit in brackets, that unit, and the year it is.
struct Words {
    span: Span,
    text: String,
    unit: Option<String>,
    year: Option<i16>,
    holds: Option<Holds>,
}

/// What is known of a whole table.
struct Frame<'a> {
    source: &'a Source,
    meta: &'a ReportMeta,
    lexicon: &'a Lexicon,
    columns: Vec<Words>,
    period: Option<Inferred<Period>>,
    /// The unit of all cells: (单位:人).
    unit: Option<String>,
    plan: bool,
    /// What the caption says is counted.
    measure: Option<String>,
}

/// The facts of a table, and the numbers that became none.
pub(super) fn read(
    table: &Table,
    source: &Source,
    outline: &Outline,
    meta: &ReportMeta,
    lexicon: &Lexicon,
    watch: Option<&Watch>,
) -> (Vec<Fact>, Vec<NotCaptured>) {
    let block = outline.blocks.get(table.blocks.start);
    let caption = table.caption.map(|span| View::new(source.text(), span));
    let stated = caption.as_ref().and_then(|view| {
        let times = period::find(view.text(), meta.year.as_ref().map(|year| year.value), None);
        let time = times.into_iter().find(|time| matches!(time.role, Use::Point | Use::Own))?;
        Some(Inferred::new(time.period?, Origin::FromHeading(view.back(time.range))))
    });
    let of_section =
        block.and_then(|block| block.year.zip(block.year_span)).map(|(year, span)| Inferred::new(Period::year(year), Origin::FromHeading(span)));
    let own = || meta.year.as_ref().map(|year| Inferred::new(Period::year(year.value), Origin::FromReport));
    let frame = Frame {
        source,
        meta,
        lexicon,
        columns: table.columns.iter().map(|spans| stacked(spans.iter().map(|span| words(source, *span, lexicon)).collect())).collect(),
        period: stated.or(of_section).or_else(own),
        unit: caption.as_ref().and_then(|view| {
            let at = view.text().find("单位:")?;
            let unit = view.text()[at + "单位:".len()..].trim_end_matches([')', ' ']);
            scaled_unit(unit, lexicon).map(|_| unit.to_owned())
        }),
        plan: block.is_some_and(|block| block.plan),
        measure: caption.as_ref().and_then(|view| of_caption(view.text(), meta, lexicon)),
    };
    let mut facts = Vec::new();
    let mut left: Vec<NotCaptured> = table.unread.iter().map(|span| NotCaptured { span: *span, reason: Reason::Unread }).collect();
    for row in &table.rows {
        let label = words(source, row.label, lexicon);
        let last = row.cells.iter().flatten().last().map_or(row.label, |cell| *cell);
        let sentence = row.label.cover(last);
        // 单位 in a column of its own
        let told = frame.columns.iter().zip(&row.cells).find(|(column, _)| column.holds == Some(Holds::Units)).and_then(|(_, cell)| *cell);
        let told = told.map(|span| source.slice(span).to_owned());
        for (column, cell) in row.cells.iter().enumerate() {
            let Some(span) = *cell else { continue };
            let Some(number) = table::number(source.slice(span)) else { continue };
            match fact(&frame, &label, column, span, number, told.as_deref(), row) {
                Some(fact) => {
                    if let (Some(watch), Some(head)) = (watch, table.columns.get(column)) {
                        watch.cell(&fact, source, row.label, head, table.caption, meta);
                    }
                    facts.push(Fact { sentence, ..fact });
                }
                None => left.push(NotCaptured { span, reason: Reason::Unread }),
            }
        }
    }
    (facts, left)
}

fn fact(frame: &Frame<'_>, label: &Words, column: usize, span: Span, number: (f64, u8, bool), told: Option<&str>, row: &Row) -> Option<Fact> {
    let lexicon = frame.lexicon;
    let head = frame.columns.get(column)?;
    if matches!(head.holds, Some(Holds::Nothing | Holds::Units)) || label.holds == Some(Holds::Nothing) {
        return None;
    }
    let change = head.holds == Some(Holds::Change);
    let place = place_of(frame, label);
    let named = place.is_none() && label.year.is_none() && label.holds != Some(Holds::Total);
    // what the head says: a measure, or only when, how or that a number stands there
    let measures = head.year.is_none() && !matches!(head.holds, Some(Holds::Values | Holds::Change | Holds::Target | Holds::Done | Holds::Total));
    let mut name = Name::default();
    if named {
        name.words.extend(name_words(&label.text, lexicon));
    }
    if measures || !head.text.is_empty() && lexicon.columns.whole(&head.text).is_none_or(|holds| holds == Holds::Counted) && head.year.is_none() {
        name.words.extend(name_words(&head.text, lexicon));
    } else if change && !named {
        let level =
            frame.columns[..column].iter().rev().find(|other| other.year.is_none() && other.holds.is_none_or(|holds| holds == Holds::Counted))?;
        name.words.extend(name_words(&level.text, lexicon));
    }
    let mut of_caption = "";
    if name.words.is_empty() {
        // 各县区增加学位完成情况统计: the caption says what is counted
        of_caption = frame.measure.as_deref()?;
        name.words.extend(name_words(of_caption, lexicon));
    }
    let measure = if measures { head } else { label };
    let measured = if of_caption.is_empty() { measure.text.as_str() } else { of_caption };
    let implied = || lexicon.columns.unit(measured).map(str::to_owned);
    let level_unit =
        head.unit.clone().or_else(|| label.unit.clone()).or_else(|| told.map(str::to_owned)).or_else(|| frame.unit.clone()).or_else(implied);
    let by_rate = number.2 || head.unit.as_deref() == Some("%") || change && (head.unit.is_none() && head.text.ends_with(['率', '幅', '速']));
    let unit_text = if by_rate { Some("%".to_owned()) } else { level_unit };
    let read = unit_text.as_deref().and_then(|unit| scaled_unit(unit, lexicon));
    let (unit, scale) = read.map_or((None, 0), |(unit, scale)| (Some(unit), scale));
    if !change {
        name.ending = unit.map(|unit| unit.ending.clone()).unwrap_or_default();
    }
    let (indicator, shortened) = name.print(lexicon);
    let canonical = unit.map(|unit| unit.canonical.clone()).or_else(|| (unit_text.as_deref() == Some(":1")).then(|| ":1".to_owned()));
    let is_rate = change && canonical.as_deref() == Some("%");
    let series = series::key(&name.whole(lexicon), canonical.as_deref().filter(|_| !is_rate), lexicon);
    let own_year = head.year.map(|year| (year, head.span)).or_else(|| label.year.map(|year| (year, label.span)));
    let period = own_year.map(|(year, span)| Inferred::new(Period::year(year), Origin::Stated(span))).or_else(|| frame.period.clone());
    let sure = canonical.is_some() && series.is_some() && !shortened && period.is_some();
    let text = frame.source.slice(span);
    let value = if scale == 0 { number.0 } else { numeral::scaled(&View::new(text, Span::new(0, text.len())).text().replace(',', ""), scale)? };
    let baseline = period.as_ref().filter(|_| change).map(|period| period::before(period.value));
    let target = frame.plan && head.holds != Some(Holds::Done) || head.holds == Some(Holds::Target);
    let mut rules = vec!["表格".to_owned(), if row.cells.len() > 1 { "行名×列名" } else { "行名" }.to_owned()];
    if series.is_some() {
        rules.push("词典成键".to_owned());
    }
    Some(Fact {
        span,
        sentence: span,
        value,
        decimals: number.1.saturating_sub(u8::try_from(scale).unwrap_or(u8::MAX)),
        unit: canonical,
        qualifier: Qualifier::Exact,
        kind: if change { Kind::Change } else { Kind::Level },
        status: if target { Status::Target } else { Status::Actual },
        period,
        baseline,
        indicator,
        series,
        place: place.or_else(|| frame.meta.place.as_ref().map(|place| Inferred::new(place.value.clone(), Origin::FromReport))),
        subject: None,
        confidence: if sure { Confidence::Sure } else { Confidence::Likely },
        rules,
    })
}

/// The place inside the report's that a label is.
fn place_of(frame: &Frame<'_>, label: &Words) -> Option<Inferred<Place>> {
    let scope = frame.meta.place.as_ref().map(|place| &place.value)?;
    let mut found = frame.lexicon.places.find(&label.text, Some(scope)).into_iter();
    let (range, place) = found.next()?;
    (range == (0..label.text.len()) && scope.covers(&place) && scope.path != place.path).then(|| Inferred::new(place, Origin::Stated(label.span)))
}

/// What a caption says is counted: without the place, the years, and 完成情况统计.
fn of_caption(caption: &str, meta: &ReportMeta, lexicon: &Lexicon) -> Option<String> {
    let caption = caption.split('(').next().unwrap_or(caption).trim();
    let measure = lexicon.columns.of_caption(caption);
    if measure.len() == caption.len() {
        return None;
    }
    let times = period::find(measure, meta.year.as_ref().map(|year| year.value), None);
    let measure = times.last().map_or(measure, |time| &measure[time.range.end..]);
    let scope = meta.place.as_ref().map(|place| &place.value);
    let from = lexicon.places.find(measure, scope).into_iter().map(|(range, _)| range.end).max().unwrap_or(0);
    let measure = ["各县市区", "各县区", "各县", "各区", "各市", "各地", "全市", "全县", "全区", "全省"]
        .into_iter()
        .fold(&measure[from..], |rest, word| rest.strip_prefix(word).unwrap_or(rest));
    (measure.chars().count() >= 3).then(|| measure.to_owned())
}

fn words(source: &Source, span: Span, lexicon: &Lexicon) -> Words {
    let view = View::new(source.text(), span);
    let text = view.text().trim().trim_start_matches("其中:").trim_start_matches(['#', '-', '—', '·', ':']).trim();
    let year = text.trim_end_matches('度').strip_suffix('年').unwrap_or(text);
    let year = (year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) && (year.starts_with("19") || year.starts_with("20")))
        .then(|| year.parse().ok())
        .flatten();
    let (text, unit) = match text.strip_suffix(')').and_then(|inner| inner.rsplit_once('(')) {
        Some((words, unit)) if scaled_unit(unit, lexicon).is_some() || unit == ":1" => (words.trim(), Some(unit.to_owned())),
        _ => (text, None),
    };
    Words { span, text: text.to_owned(), unit, year, holds: lexicon.columns.standing(text).or_else(|| lexicon.columns.whole(text)) }
}

/// A head over several lines as one: what it measures, the unit that one of them states, and what it holds.
fn stacked(mut parts: Vec<Words>) -> Words {
    if parts.len() == 1
        && let Some(mut only) = parts.pop()
    {
        if matches!(only.holds, Some(Holds::Target | Holds::Done)) {
            only.text.clear();
        }
        return only;
    }
    let special = |words: &&Words| words.holds.is_some_and(|holds| holds != Holds::Counted);
    let holds = parts.iter().rev().find(special).and_then(|words| words.holds);
    let text = parts.iter().filter(|words| !special(words) && words.year.is_none()).map(|words| words.text.as_str()).collect::<String>();
    let measured = !text.is_empty();
    Words {
        span: parts.last().map_or(Span::new(0, 0), |words| words.span),
        unit: parts.iter().rev().find_map(|words| words.unit.clone()),
        year: parts.iter().find_map(|words| words.year),
        holds: holds.filter(|holds| !measured || *holds != Holds::Values),
        text,
    }
}

/// A unit with the power of ten before it: 万人 is 人 and 4.
fn scaled_unit<'l>(text: &str, lexicon: &'l Lexicon) -> Option<(&'l Unit, u32)> {
    if let Some(unit) = lexicon.units.get(text) {
        return Some((unit, 0));
    }
    [("亿", 8), ("万", 4), ("千", 3), ("百", 2)]
        .into_iter()
        .find_map(|(prefix, scale)| Some((lexicon.units.get(text.strip_prefix(prefix)?)?, scale)))
        .filter(|(unit, _)| unit.dimension != Dimension::Percent)
}

fn name_words(text: &str, lexicon: &Lexicon) -> Vec<NameWord> {
    // 在校(学)人数: another reading of one character
    let letters: Vec<char> = text.chars().collect();
    let aside = letters.windows(3).position(|three| three[0] == '(' && three[2] == ')').map_or(usize::MAX, |at| at + 1);
    let plain: String = letters
        .iter()
        .enumerate()
        .filter(|(at, _)| *at != aside)
        .map(|(_, c)| *c)
        .filter(|c| !c.is_whitespace() && !matches!(c, '(' | ')' | '、' | '"'))
        .collect();
    let weight = |word: &str| match lexicon.indicators.get(word).map(|form| form.part) {
        Some(Part::Topic | Part::Measure) => 8,
        Some(Part::Attribute) => 7,
        Some(_) => 6,
        None => 5,
    };
    lexicon.jieba.cut(&plain, true).into_iter().map(|word| NameWord { text: word.word.to_owned(), weight: weight(word.word) }).collect()
}
