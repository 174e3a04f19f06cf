//! Rows to a chart. Leaves out what was struck out; whatever else cannot be drawn is named in a note. Averages nothing,
//! chooses between differing values never.

use std::collections::{BTreeMap, BTreeSet};

use super::{Category, Chart, Colours, Drawn, Form, Join, Line, Mark, Note, Source, Spec, Who, axis};
use crate::analysis::comparability;
use crate::analysis::rows::Row;
use crate::analysis::series::{self, ChoiceKey};
use crate::model::{Confidence, FactKey, Kind, Level, Origin, Period, Place, Qualifier, Status};

/// How far the marks of one category stand apart, as a part of a category's width.
const SPREAD: f64 = 0.2;

/// Draws `spec` from `rows`. `slots` says which colour and marker a place (by its path) has everywhere; a place that is not
/// in it gets the next free one. Computed rows among `rows` are drawn over years only, as marks of their own, where no value
/// is stated for the year.
pub fn chart(rows: &[Row], spec: &Spec, slots: &BTreeMap<String, usize>) -> Chart {
    let mut notes = Vec::new();
    let indicators = indicators(rows, spec, &mut notes);
    let chosen: Vec<(usize, &Row)> = rows
        .iter()
        .filter(|row| !row.struck)
        .filter_map(|row| Some((indicators.iter().position(|drawn| drawn.key == ChoiceKey::of(row))?, row)))
        .filter(|(_, row)| row.fact.place.as_ref().is_none_or(|place| !spec.hidden.contains(&place.value.path)))
        .collect();
    let (computed, chosen): (Vec<_>, Vec<_>) = chosen.into_iter().partition(|(_, row)| row.is_computed());
    let drawable = drawable(&chosen, spec.form, &mut notes);
    let mut lines = lines(&drawable, &indicators, spec.form);
    if spec.form == Form::Years {
        add_computed(&mut lines, &computed, &indicators, &mut notes);
    }
    for line in &mut lines {
        find_rivals(line, &mut notes);
        if spec.form == Form::Years {
            join(line, &mut notes);
        }
    }
    let colours = give_slots(&mut lines, slots);
    let categories = if spec.form == Form::Latest { categories(&mut lines, indicators.len() > 1) } else { Vec::new() };

    let shown: BTreeSet<&FactKey> = lines.iter().flat_map(|line| &line.marks).flat_map(|mark| &mark.facts).collect();
    let shown: Vec<&Row> = drawable.iter().map(|(_, row)| *row).filter(|row| shown.contains(&row.key)).collect();
    let reasons = comparability::reasons(&shown, spec.form);
    let sample = shown.iter().any(|row| row.report.document.meta.sample);
    let marks: Vec<&Mark> = lines.iter().flat_map(|line| &line.marks).collect();
    let first = indicators.first().map(|drawn| &drawn.key);
    let unit = first.and_then(|key| key.unit.clone());
    let (x, y) = (axis::positions(spec.form, &marks, categories.len()), axis::values(&marks, unit.as_deref()));
    Chart {
        form: spec.form,
        kind: first.map_or(Kind::Level, ChoiceKey::kind),
        unit,
        colours,
        categories,
        x,
        y,
        verdict: comparability::verdict(&reasons),
        reasons,
        notes: with_counts(notes, &shown, sample),
        sources: sources(&shown),
        sample,
        lines,
        indicators,
    }
}

/// The form that shows more of an indicator: lines where a body has values of several years, else the latest values.
pub fn telling_form(rows: &[Row], key: &ChoiceKey) -> Form {
    let mut years: BTreeMap<Who, BTreeSet<i16>> = BTreeMap::new();
    for row in rows.iter().filter(|row| !row.struck && ChoiceKey::of(row) == *key) {
        if let (Some(who), Some(period)) = (who(row), &row.fact.period) {
            years.entry(who).or_default().insert(period.value.end_year());
        }
    }
    if years.values().any(|years| years.len() > 1) { Form::Years } else { Form::Latest }
}

/// The chosen indicators with their names, those aside that do not go with the first.
fn indicators(rows: &[Row], spec: &Spec, notes: &mut Vec<Note>) -> Vec<Drawn> {
    let mut out: Vec<Drawn> = Vec::new();
    for key in &spec.indicators {
        let of: Vec<&Row> = rows.iter().filter(|row| !row.struck && !row.is_computed() && ChoiceKey::of(row) == *key).collect();
        let label = if of.is_empty() { key.series.clone() } else { series::label(&of) };
        match out.first() {
            Some(first) if first.key.unit != key.unit || first.key.change != key.change => notes.push(Note::OtherUnit { label }),
            _ if out.iter().any(|drawn| drawn.key == *key) => {}
            _ => out.push(Drawn { key: key.clone(), label }),
        }
    }
    out
}

/// The rows that have a place in the chart; the others go into notes.
fn drawable<'a>(chosen: &[(usize, &'a Row)], form: Form, notes: &mut Vec<Note>) -> Vec<(usize, &'a Row)> {
    let mut out = Vec::new();
    let (mut placeless, mut yearless, mut long) = (Vec::new(), Vec::new(), Vec::new());
    for &(indicator, row) in chosen {
        match (&row.fact.place, &row.fact.period) {
            (None, _) => placeless.push(row),
            (_, None) => yearless.push(row),
            (_, Some(period)) if form == Form::Years && !period.value.is_within_a_year() => long.push(row),
            _ => out.push((indicator, row)),
        }
    }
    let named = |rows: &[&Row]| (rows.iter().map(|row| row.key.clone()).collect(), rows.iter().map(|row| row.raw().to_owned()).collect());
    if !long.is_empty() {
        let (facts, raws) = named(&long);
        notes.push(Note::SeveralYears { facts, raws });
    }
    if !yearless.is_empty() {
        let (facts, raws) = named(&yearless);
        notes.push(Note::WithoutYear { facts, raws });
    }
    if !placeless.is_empty() {
        let (facts, raws) = named(&placeless);
        notes.push(Note::WithoutPlace { facts, raws });
    }
    out
}

/// One line for each body and indicator, by standing and then by first appearance.
fn lines(rows: &[(usize, &Row)], indicators: &[Drawn], form: Form) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    let mut order: Vec<Who> = Vec::new();
    for &(indicator, row) in rows {
        let (Some(who), Some(mark)) = (who(row), mark(row, &indicators[indicator])) else { continue };
        if !order.contains(&who) {
            order.push(who.clone());
        }
        match out.iter_mut().find(|line| line.who == who && line.indicator == indicator) {
            Some(line) => add(line, mark),
            None => out.push(Line { who, indicator, slot: 0, marks: vec![mark], joins: Vec::new() }),
        }
    }
    for line in &mut out {
        line.marks.sort_by(|a, b| when(&a.period).cmp(&when(&b.period)).then(a.status.cmp(&b.status)).then(a.y.total_cmp(&b.y)));
        if form == Form::Latest {
            keep_latest(&mut line.marks);
        }
    }
    out.sort_by_key(|line| (line.who.standing, order.iter().position(|who| *who == line.who), line.indicator));
    out
}

/// Adds what follows from stated values to the lines of the same bodies, where these state nothing for the year.
fn add_computed(lines: &mut [Line], rows: &[(usize, &Row)], indicators: &[Drawn], notes: &mut Vec<Note>) {
    for &(indicator, row) in rows {
        let (Some(who), Some(mark)) = (who(row), mark(row, &indicators[indicator])) else { continue };
        let Some(line) = lines.iter_mut().find(|line| line.who == who && line.indicator == indicator) else { continue };
        if !mark.period.is_within_a_year() {
            continue;
        }
        let year = mark.period.end_year();
        let value = (mark.y, mark.decimals);
        if let Some(known) = line.marks.iter().find(|it| it.status == mark.status && it.period.end_year() == year) {
            // printed to fewer decimals, it is the same
            let half = 0.51 * 10f64.powi(-i32::from(known.decimals.min(mark.decimals)));
            let differs = (known.y - mark.y).abs() > half;
            if !known.computed || !differs {
                if differs && mark.qualifier == Qualifier::Exact {
                    let stated = (known.y, known.decimals);
                    notes.push(Note::ComputedOtherwise { who, indicator, period: mark.period, value, stated });
                }
                continue;
            }
        }
        let from = row.sources().into_iter().map(str::to_owned).collect();
        notes.push(Note::Computed { who, indicator, period: mark.period, value, from });
        line.marks.push(mark);
        line.marks.sort_by(|a, b| when(&a.period).cmp(&when(&b.period)).then(a.status.cmp(&b.status)).then(a.y.total_cmp(&b.y)));
    }
}

/// Adds a mark, or its sentence to the mark that says the same.
fn add(line: &mut Line, mark: Mark) {
    let same = |known: &&mut Mark| known.period == mark.period && known.status == mark.status && known.baseline == mark.baseline && known.y == mark.y;
    let Some(known) = line.marks.iter_mut().find(same) else {
        line.marks.push(mark);
        return;
    };
    // the point claims no more than each of its sentences does
    if known.qualifier == Qualifier::Exact {
        known.qualifier = mark.qualifier;
    }
    known.doubtful |= mark.doubtful;
    known.corrected |= mark.corrected;
    known.sample |= mark.sample;
    known.decimals = known.decimals.max(mark.decimals);
    known.wording = known.wording.take().or(mark.wording);
    known.facts.extend(mark.facts);
}

fn mark(row: &Row, drawn: &Drawn) -> Option<Mark> {
    let period = row.fact.period.as_ref()?.value;
    if !row.fact.value.is_finite() {
        return None;
    }
    Some(Mark {
        x: f64::from(period.end_year()),
        y: row.fact.value,
        decimals: row.fact.decimals,
        raw: row.raw().to_owned(),
        period,
        baseline: row.fact.baseline,
        status: row.fact.status,
        qualifier: row.fact.qualifier,
        doubtful: row.fact.confidence == Confidence::Doubtful,
        rival: false,
        corrected: row.corrected,
        computed: row.is_computed(),
        sample: row.report.document.meta.sample,
        wording: (row.fact.indicator != drawn.label).then(|| row.fact.indicator.clone()),
        facts: vec![row.key.clone()],
    })
}

fn who(row: &Row) -> Option<Who> {
    let place = &row.fact.place.as_ref()?.value;
    Some(Who { standing: comparability::standing(row)?, path: place.path.clone(), name: print_name(place), subject: row.fact.subject.clone() })
}

/// A county's name alone says too little: many cities have a 城区.
fn print_name(place: &Place) -> String {
    let mut parts = place.path.rsplit('/');
    let name = parts.next().unwrap_or_default();
    match (place.level, parts.next()) {
        (Level::County, Some(above)) => format!("{above}{name}"),
        _ => name.to_owned(),
    }
}

/// Sorts periods by when they end; of those that end together the more precise one first, several years before one.
fn when(period: &Period) -> (i16, bool, u8, u8, Period) {
    (period.end.year, period.is_within_a_year(), period.end.month.unwrap_or(13), period.end.day.unwrap_or(32), *period)
}

/// Keeps the latest that was achieved, and the latest target if it is not of an earlier year; all values of those.
fn keep_latest(marks: &mut Vec<Mark>) {
    let last = |status: Status| marks.iter().rfind(|mark| mark.status == status).map(|mark| mark.period);
    let (actual, target) = (last(Status::Actual), last(Status::Target));
    let target = target.filter(|target| actual.is_none_or(|actual| actual.end_year() <= target.end_year()));
    marks.retain(|mark| Some(mark.period) == if mark.status == Status::Actual { actual } else { target });
}

fn find_rivals(line: &mut Line, notes: &mut Vec<Note>) {
    let mut groups: BTreeMap<(Period, Status), Vec<usize>> = BTreeMap::new();
    for (at, mark) in line.marks.iter().enumerate() {
        groups.entry((mark.period, mark.status)).or_default().push(at);
    }
    for ((period, status), group) in groups.into_iter().filter(|(_, group)| group.len() > 1) {
        let values = group.iter().map(|&at| (line.marks[at].y, line.marks[at].decimals)).collect();
        notes.push(Note::Rivals { who: line.who.clone(), indicator: line.indicator, period, status, values });
        for at in group {
            line.marks[at].rival = true;
        }
    }
}

/// Joins the marks of neighbouring years: achieved to achieved, and dashed on to a target where nothing is achieved yet.
/// A year with differing values is joined to none; the last date stands for a year with several.
fn join(line: &mut Line, notes: &mut Vec<Note>) {
    let mut years: BTreeMap<i16, (Option<usize>, Option<usize>)> = BTreeMap::new();
    let mut several = BTreeSet::new();
    for (at, mark) in line.marks.iter().enumerate() {
        let year = years.entry(mark.period.end_year()).or_default();
        let slot = if comparability::is_target(mark.status) { &mut year.1 } else { &mut year.0 };
        if slot.is_some_and(|before| line.marks[before].period != mark.period) {
            several.insert(mark.period.end_year());
        }
        *slot = Some(at);
    }
    notes.extend(several.into_iter().map(|year| Note::SeveralInYear { who: line.who.clone(), year }));
    let known: Vec<(i16, Option<usize>, Option<usize>)> = years.into_iter().map(|(year, (actual, target))| (year, actual, target)).collect();
    for pair in known.windows(2) {
        let [(first, from_actual, from_target), (last, to_actual, to_target)] = [pair[0], pair[1]];
        if last - first > 1 {
            notes.push(Note::Gap { who: line.who.clone(), indicator: line.indicator, first: first + 1, last: last - 1 });
            continue;
        }
        let (from, to, dashed) = match (from_actual, to_actual, to_target) {
            (Some(from), Some(to), _) => (from, to, false),
            (from, None, Some(to)) => match from.or(from_target) {
                Some(from) => (from, to, true),
                None => continue,
            },
            _ => continue,
        };
        let dashed = dashed || line.marks[from].computed || line.marks[to].computed;
        if !line.marks[from].rival && !line.marks[to].rival {
            line.joins.push(Join { from, to, dashed });
        }
    }
}

/// Gives every line its colour: a place's own, or in a chart of one place one for each line.
fn give_slots(lines: &mut [Line], slots: &BTreeMap<String, usize>) -> Colours {
    let paths: BTreeSet<&str> = lines.iter().map(|line| line.who.path.as_str()).collect();
    if paths.len() == 1 && lines.len() > 1 {
        for (slot, line) in lines.iter_mut().enumerate() {
            line.slot = slot;
        }
        return Colours::Indicators;
    }
    let mut slots = slots.clone();
    for line in lines {
        let next = slots.values().max().map_or(0, |last| last + 1);
        line.slot = *slots.entry(line.who.path.clone()).or_insert(next);
    }
    Colours::Places
}

/// A position for each line; its marks beside each other around it.
fn categories(lines: &mut [Line], several: bool) -> Vec<Category> {
    let mut out = Vec::new();
    for (at, line) in lines.iter_mut().enumerate() {
        let middle = (line.marks.len() as f64 - 1.0) / 2.0;
        let apart = SPREAD.min(0.6 / middle.max(1.0));
        for (nth, mark) in line.marks.iter_mut().enumerate() {
            mark.x = at as f64 + (nth as f64 - middle) * apart;
        }
        let periods: BTreeSet<Period> = line.marks.iter().map(|mark| mark.period).collect();
        let period = if periods.len() == 1 { periods.first().copied() } else { None };
        out.push(Category { who: line.who.clone(), indicator: several.then_some(line.indicator), period });
    }
    out
}

fn with_counts(mut notes: Vec<Note>, shown: &[&Row], sample: bool) -> Vec<Note> {
    if sample {
        notes.insert(0, Note::Sample);
    }
    let corrected = shown.iter().filter(|row| row.corrected).count();
    if corrected > 0 {
        notes.push(Note::Corrected { count: corrected });
    }
    let baseless = shown.iter().filter(|row| row.is_baseless()).count();
    if baseless > 0 {
        notes.push(Note::WithoutBase { count: baseless });
    }
    let of_report = |row: &&&Row| row.fact.period.as_ref().is_some_and(|period| matches!(period.origin, Origin::FromReport | Origin::FromFileName));
    let count = shown.iter().filter(of_report).count();
    if count > 0 {
        notes.push(Note::YearOfReport { count });
    }
    notes
}

/// The reports drawn from, in the order of the rows.
fn sources(shown: &[&Row]) -> Vec<Source> {
    let mut seen = BTreeSet::new();
    let mut out = Vec::new();
    for row in shown {
        if seen.insert(&row.report.id) {
            let meta = &row.report.document.meta;
            let year = meta.year.as_ref().map(|year| year.value);
            out.push(Source { title: meta.title.clone(), year, quality: meta.quality, sample: meta.sample });
        }
    }
    out
}
