//! A chart in words: title, labels, notes, sources. Window and figure say the same with it. Chooses no place for them.

use super::number::{shown, tick};
use crate::analysis::chart::{Axis, Category, Chart, Form, Line, Mark, Note, Source, Standing, Who};
use crate::analysis::{Reason, Verdict};
use crate::locale::Words;
use crate::model::{Kind, Moment, Period, Qualifier, SourceQuality, Status};

/// More places than this are counted, not named, in a title.
const NAMED: usize = 5;
/// More values than this are not all told in a note.
const TOLD: usize = 6;

/// The name of a place, with the single body's where it is about one.
pub fn who(who: &Who, words: &Words) -> String {
    match &who.subject {
        Some(subject) => words.with("chart-subject", &[("place", who.name.as_str().into()), ("subject", subject.as_str().into())]),
        None => who.name.clone(),
    }
}

fn join(parts: &[String], words: &Words) -> String {
    parts.join(words.t("chart-list"))
}

/// `2023`, `2022 年 6 月`, `2021—2022 学年`, `2016—2020`.
pub fn period(period: &Period, words: &Words) -> String {
    let (first, last) = (period.start, period.end);
    let school_year = (first.month, last.month) == (Some(9), Some(8)) && last.year == first.year + 1;
    if school_year {
        return words.with("chart-school-year", &[("first", first.year.to_string().into()), ("last", last.year.to_string().into())]);
    }
    if first == last {
        return moment(first, words);
    }
    words.with("chart-range", &[("first", moment(first, words).into()), ("last", moment(last, words).into())])
}

fn moment(moment: Moment, words: &Words) -> String {
    let year = || moment.year.to_string().into();
    match (moment.month, moment.day) {
        (Some(month), Some(day)) => {
            words.with("chart-day", &[("year", year()), ("month", month.to_string().into()), ("day", day.to_string().into())])
        }
        (Some(month), None) => words.with("chart-month", &[("year", year()), ("month", month.to_string().into())]),
        _ => moment.year.to_string(),
    }
}

fn years(first: i16, last: i16, words: &Words) -> String {
    if first == last {
        words.with("chart-year", &[("year", first.to_string().into())])
    } else {
        words.with("chart-years", &[("first", first.to_string().into()), ("last", last.to_string().into())])
    }
}

/// The title: what, whose, when.
pub fn title(chart: &Chart, words: &Words) -> String {
    let labels: Vec<String> = chart.indicators.iter().map(|drawn| drawn.label.clone()).collect();
    let what = match &labels[..] {
        [first, second, _, _, ..] => {
            let list = join(&[first.clone(), second.clone()], words);
            words.with("chart-indicators", &[("list", list.into()), ("count", labels.len().into())])
        }
        _ => join(&labels, words),
    };
    let places = chart.places();
    let named: Vec<String> = places.iter().take(if places.len() > NAMED { NAMED - 2 } else { NAMED }).map(|place| who(place, words)).collect();
    let list = join(&named, words);
    let title = match places.len() {
        0 => return what,
        1 => words.with("chart-title-place", &[("place", list.into()), ("what", what.into())]),
        count if count > NAMED => {
            let list = words.with("chart-and-more", &[("list", list.into()), ("count", count.into())]);
            words.with("chart-title", &[("what", what.into()), ("places", list.into())])
        }
        _ => words.with("chart-title", &[("what", what.into()), ("places", list.into())]),
    };
    match chart.years().filter(|_| chart.form == Form::Years) {
        Some((first, last)) => words.with("chart-title-years", &[("title", title.into()), ("years", years(first, last, words).into())]),
        None => title,
    }
}

/// The line under the title: which values, unit, scope, what hollow marks mean.
pub fn subtitle(chart: &Chart, words: &Words) -> String {
    let mut parts = Vec::new();
    if chart.form == Form::Latest && chart.places().len() > 1 {
        parts.push(words.t("chart-latest").to_owned());
    }
    if let Some(common) = common_period(chart) {
        parts.push(if common == Period::year(common.end_year()) {
            years(common.end_year(), common.end_year(), words)
        } else {
            period(&common, words)
        });
    }
    if let Some(unit) = &chart.unit {
        parts.push(words.with("chart-unit", &[("unit", unit.as_str().into())]));
    }
    if chart.kind == Kind::Change {
        parts.push(words.t("chart-change").to_owned());
    }
    let first = chart.lines.first().map(|line| line.who.standing);
    if let Some(standing) = first.filter(|first| chart.lines.iter().all(|line| line.who.standing == *first)) {
        parts.push(
            words
                .t(match standing {
                    Standing::Province => "chart-scope-province",
                    Standing::City => "chart-scope-city",
                    Standing::County => "chart-scope-county",
                    Standing::Body => "chart-scope-body",
                })
                .to_owned(),
        );
    }
    let has = |status: Status| chart.marks().any(|(_, mark)| mark.status == status);
    if has(Status::Target) {
        parts.push(words.t(if has(Status::Actual) { "chart-hollow-and-solid" } else { "chart-hollow" }).to_owned());
    }
    if chart.marks().any(|(_, mark)| mark.computed) {
        parts.push(words.t("chart-cross-computed").to_owned());
    }
    parts.join(" · ")
}

/// The value as it stands beside its mark: `目标 64`, `≈50万`; a rise with its sign.
pub fn value(chart: &Chart, mark: &Mark, words: &Words) -> String {
    let number = shown(mark.y, mark.decimals, words.language);
    let number = if chart.kind == Kind::Change && mark.y > 0.0 { format!("+{number}") } else { number };
    let key = match mark.qualifier {
        Qualifier::Exact => None,
        Qualifier::About => Some("chart-about"),
        Qualifier::Over => Some("chart-over"),
        Qualifier::Nearly => Some("chart-nearly"),
        Qualifier::AtLeast => Some("chart-at-least"),
        Qualifier::AtMost => Some("chart-at-most"),
    };
    let number = key.map_or(number.clone(), |key| words.with(key, &[("value", number.into())]));
    match mark.status {
        Status::Target => words.with("chart-target", &[("value", number.into())]),
        Status::Actual => number,
    }
}

/// What stands smaller under the value: another date, this place's own wording, the raw words of a vague number, and every
/// doubt; empty where there is nothing to tell.
pub fn detail(chart: &Chart, line: &Line, mark: &Mark, words: &Words) -> String {
    let mut parts = Vec::new();
    let plain_year = mark.period == Period::year(mark.period.end_year());
    let told = match chart.form {
        Form::Years => plain_year,
        Form::Latest => chart.categories.iter().any(|it| it.who == line.who && it.period == Some(mark.period)),
    };
    if !told {
        parts.push(period(&mark.period, words));
    }
    if let Some(baseline) = mark.baseline.filter(|_| chart.kind == Kind::Change) {
        parts.push(words.with("chart-against", &[("period", period(&baseline, words).into())]));
    }
    let label = chart.indicators.get(line.indicator).filter(|_| is_one_each(chart)).map(|drawn| drawn.label.clone());
    parts.extend(mark.wording.clone().or(label));
    if mark.qualifier != Qualifier::Exact {
        parts.push(words.with("chart-raw", &[("raw", mark.raw.as_str().into())]));
    }
    for (holds, key) in [
        (mark.doubtful, "chart-tag-doubtful"),
        (mark.rival, "chart-tag-rival"),
        (mark.computed, "chart-tag-computed"),
        (mark.corrected, "chart-tag-corrected"),
        (mark.sample, "chart-tag-sample"),
    ] {
        if holds {
            parts.push(words.t(key).to_owned());
        }
    }
    parts.join(words.t("chart-details"))
}

/// The name at a line's end: the place, the indicator where all lines are of one place, or both.
pub fn line_name(chart: &Chart, line: &Line, words: &Words) -> String {
    let several = chart.places().len() > 1;
    let label = chart.indicators.get(line.indicator).map_or("", |drawn| drawn.label.as_str());
    match (several, chart.indicators.len() > 1) {
        (true, true) => format!("{} {label}", marked(&line.who, chart, words)),
        (true, false) => marked(&line.who, chart, words),
        (false, true) => label.to_owned(),
        (false, false) => String::new(),
    }
}

/// The name of a category and under it its time.
pub fn category(chart: &Chart, category: &Category, words: &Words) -> (String, String) {
    let name = marked(&category.who, chart, words);
    let name = match category.indicator.and_then(|at| chart.indicators.get(at)) {
        Some(_) if is_one_each(chart) => name,
        Some(drawn) if chart.places().len() > 1 => format!("{name} {}", drawn.label),
        Some(drawn) => drawn.label.clone(),
        None => name,
    };
    let own = category.period.filter(|_| common_period(chart).is_none());
    (name, own.map(|it| period(&it, words)).unwrap_or_default())
}

/// Whether several indicators are shown, one for each of several places: it is then told at the mark.
fn is_one_each(chart: &Chart) -> bool {
    chart.form == Form::Latest && chart.indicators.len() > 1 && chart.places().len() == chart.lines.len() && chart.lines.len() > 1
}

/// The period of all categories, where there are several and they have the same: told once and not under each.
fn common_period(chart: &Chart) -> Option<Period> {
    let first = chart.categories.first()?.period?;
    (chart.categories.len() > 1 && chart.categories.iter().all(|category| category.period == Some(first))).then_some(first)
}

/// A place with its level of government, where the chart has several levels.
fn marked(place: &Who, chart: &Chart, words: &Words) -> String {
    let name = who(place, words);
    if chart.lines.iter().all(|line| line.who.standing == place.standing) {
        return name;
    }
    let level = words.t(match place.standing {
        Standing::Province => "chart-level-province",
        Standing::City => "chart-level-city",
        Standing::County => "chart-level-county",
        Standing::Body => "chart-level-body",
    });
    words.with("chart-with-level", &[("name", name.into()), ("level", level.into())])
}

/// The label of a tick on the axis of values.
pub fn value_tick(axis: &Axis, at: f64, words: &Words) -> String {
    let step = axis.ticks.windows(2).next().map_or(1.0, |pair| pair[1].value - pair[0].value);
    tick(at, step, axis.max.max(-axis.min), words.language)
}

/// The verdict on comparability with its reasons; `None` where there is only one value, or
/// nothing to say of several indicators of one place.
pub fn comparability(chart: &Chart, words: &Words) -> Option<String> {
    let apart = chart.indicators.len() > 1 && chart.places().len() == 1 && chart.reasons.is_empty();
    if chart.marks().count() < 2 || apart {
        return None;
    }
    let verdict = words.t(verdict_key(chart.verdict));
    if chart.reasons.is_empty() {
        return Some(words.with("chart-comparability", &[("verdict", verdict.into())]));
    }
    let reasons: Vec<String> = chart.reasons.iter().map(|reason| words.t(reason_key(*reason)).to_owned()).collect();
    let reasons = reasons.join(words.t("chart-clauses"));
    Some(words.with("chart-comparability-because", &[("verdict", verdict.into()), ("reasons", reasons.into())]))
}

/// The key of a verdict's word.
pub fn verdict_key(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Comparable => "chart-comparable",
        Verdict::WithReservations => "chart-with-reservations",
        Verdict::NotComparable => "chart-not-comparable",
    }
}

/// The key of a reason's words.
pub fn reason_key(reason: Reason) -> &'static str {
    match reason {
        Reason::DifferentIndicators => "chart-reason-indicators",
        Reason::DifferentLevels => "chart-reason-levels",
        Reason::DifferentWording => "chart-reason-wording",
        Reason::PlanAndResult => "chart-reason-status",
        Reason::DifferentYears => "chart-reason-years",
        Reason::DifferentPeriods => "chart-reason-periods",
        Reason::Rivals => "chart-reason-rivals",
        Reason::Vague => "chart-reason-vague",
        Reason::Doubtful => "chart-reason-doubtful",
        Reason::Repost => "chart-reason-repost",
        Reason::Reworded => "chart-reason-reworded",
    }
}

/// All notes as one sentence; `None` where there is nothing to say.
pub fn notes(chart: &Chart, words: &Words) -> Option<String> {
    let told: Vec<String> = chart.notes.iter().map(|it| note(chart, it, words)).collect();
    (!told.is_empty()).then(|| words.with("chart-notes", &[("notes", told.join(words.t("chart-clauses")).into())]))
}

/// One note.
pub fn note(chart: &Chart, note: &Note, words: &Words) -> String {
    let label = |at: usize| chart.indicators.get(at).map_or_else(String::new, |drawn| drawn.label.clone());
    let raws = |raws: &[String]| {
        let told = join(&raws.iter().take(TOLD).cloned().collect::<Vec<_>>(), words);
        if raws.len() > TOLD { words.with("chart-and-so-on", &[("list", told.into())]) } else { told }
    };
    match note {
        Note::Sample => words.t("chart-note-sample").to_owned(),
        Note::Rivals { who: place, indicator, period: when, status, values } => {
            let values: Vec<String> = values.iter().map(|&(value, decimals)| shown(value, decimals, words.language)).collect();
            let key = if *status == Status::Target { "chart-note-rival-targets" } else { "chart-note-rivals" };
            let (place, when) = (who(place, words), period(when, words));
            words.with(
                key,
                &[("place", place.into()), ("when", when.into()), ("label", label(*indicator).into()), ("values", join(&values, words).into())],
            )
        }
        Note::SeveralInYear { who: place, year } => {
            words.with("chart-note-several-in-year", &[("place", who(place, words).into()), ("year", year.to_string().into())])
        }
        Note::Gap { who: place, indicator, first, last } => {
            let name = if chart.indicators.len() > 1 { label(*indicator) } else { who(place, words) };
            words.with("chart-note-gap", &[("name", name.into()), ("years", years(*first, *last, words).into())])
        }
        Note::WithoutYear { facts, raws: list } => words.with("chart-note-no-year", &[("count", facts.len().into()), ("raws", raws(list).into())]),
        Note::WithoutPlace { facts, raws: list } => words.with("chart-note-no-place", &[("count", facts.len().into()), ("raws", raws(list).into())]),
        Note::SeveralYears { facts, raws: list } => {
            words.with("chart-note-several-years", &[("count", facts.len().into()), ("raws", raws(list).into())])
        }
        Note::OtherUnit { label } => words.with("chart-note-other-unit", &[("label", label.as_str().into())]),
        Note::WithoutBase { count } => words.with("chart-note-no-base", &[("count", (*count).into())]),
        Note::Corrected { count } => words.with("chart-note-corrected", &[("count", (*count).into())]),
        Note::Computed { who: place, indicator, period: when, value, from } => {
            let (place, when) = (who(place, words), period(when, words));
            let value = shown(value.0, value.1, words.language);
            let from = join(from, words);
            words.with(
                "chart-note-computed",
                &[
                    ("place", place.into()),
                    ("when", when.into()),
                    ("label", label(*indicator).into()),
                    ("value", value.into()),
                    ("from", from.into()),
                ],
            )
        }
        Note::ComputedOtherwise { who: place, indicator, period: when, value, stated } => {
            let (place, when) = (who(place, words), period(when, words));
            let [value, stated] = [value, stated].map(|it| shown(it.0, it.1, words.language));
            words.with(
                "chart-note-computed-otherwise",
                &[
                    ("place", place.into()),
                    ("when", when.into()),
                    ("label", label(*indicator).into()),
                    ("value", value.into()),
                    ("stated", stated.into()),
                ],
            )
        }
        Note::YearOfReport { count } => words.with("chart-note-year-of-report", &[("count", (*count).into())]),
    }
}

/// The reports with their years and how near each stands to the office that wrote it; `None` where none is drawn from.
pub fn sources(chart: &Chart, words: &Words) -> Option<String> {
    let told: Vec<String> = chart.sources.iter().map(|it| source(it, words)).collect();
    (!told.is_empty()).then(|| words.with("chart-sources", &[("sources", told.join(words.t("chart-clauses")).into())]))
}

fn source(source: &Source, words: &Words) -> String {
    let mut about = Vec::new();
    let year = source.year.filter(|year| !source.title.contains(&year.to_string()));
    about.extend(year.map(|year| words.with("chart-year", &[("year", year.to_string().into())])));
    about.push(
        words
            .t(match source.quality {
                SourceQuality::Official => "chart-quality-official",
                SourceQuality::Newspaper => "chart-quality-newspaper",
                SourceQuality::Repost => "chart-quality-repost",
                SourceQuality::Reworded => "chart-quality-reworded",
                SourceQuality::Unknown => "chart-quality-unknown",
            })
            .to_owned(),
    );
    if source.sample {
        about.push(words.t("chart-tag-sample").to_owned());
    }
    let about = about.join(words.t("chart-details"));
    words.with("chart-source", &[("title", source.title.as_str().into()), ("about", about.into())])
}
