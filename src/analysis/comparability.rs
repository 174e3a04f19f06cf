//! Whether values may be set side by side, and why not. A verdict with its reasons, never a correction of values.

use std::collections::BTreeMap;

use super::chart::{Form, Standing};
use super::rows::Row;
use crate::model::{Confidence, Period, Qualifier, SourceQuality, Status};

/// How far the values of a chart can be compared; from good to bad.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    Comparable,
    WithReservations,
    NotComparable,
}

/// Why values cannot simply be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// Different indicators beside each other for different places.
    DifferentIndicators,
    /// Provinces, cities, counties or single bodies beside each other.
    DifferentLevels,
    /// The reports name what they count differently.
    DifferentWording,
    PlanAndResult,
    DifferentYears,
    /// A whole year beside a school year or several years.
    DifferentPeriods,
    /// Several values for one thing.
    Rivals,
    Vague,
    Doubtful,
    /// A copy by somebody else.
    Repost,
    /// A copy whose words were changed.
    Reworded,
}

impl Reason {
    /// Whether the rows still say the same of the same thing.
    pub(super) fn leaves_alike(self) -> bool {
        matches!(self, Self::DifferentWording | Self::PlanAndResult | Self::DifferentYears | Self::Repost | Self::Reworded | Self::Vague)
    }

    /// What it alone leads to.
    pub fn verdict(self) -> Verdict {
        match self {
            Self::DifferentIndicators | Self::DifferentLevels => Verdict::NotComparable,
            _ => Verdict::WithReservations,
        }
    }
}

/// How a period divides time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stretch {
    /// A year, or a month or day in it: where reports say how much there is, or was done in the year so far.
    Year,
    SchoolYear,
    Years,
}

fn stretch(period: &Period) -> Stretch {
    match (period.start.year == period.end.year, period.is_within_a_year()) {
        (true, _) => Stretch::Year,
        (false, true) => Stretch::SchoolYear,
        (false, false) => Stretch::Years,
    }
}

/// The reasons against comparing these rows, sorted. Different years are what a chart
/// over years is for, and no reason there.
pub(super) fn reasons(rows: &[&Row], form: Form) -> Vec<Reason> {
    let mut out = Vec::new();
    let mut add = |reason, holds| {
        if holds {
            out.push(reason);
        }
    };
    let places = differ(rows, |row| row.fact.place.as_ref().map(|place| place.value.path.as_str()));
    add(Reason::DifferentIndicators, places && differ(rows, |row| Some(row.series())));
    add(Reason::DifferentLevels, differ(rows, standing));
    add(Reason::DifferentWording, differ_in_wording(rows));
    add(Reason::PlanAndResult, differ(rows, |row| Some(row.fact.status)));
    add(Reason::DifferentYears, form == Form::Latest && differ(rows, |row| row.fact.period.as_ref().map(|period| period.value.end_year())));
    add(Reason::DifferentPeriods, differ(rows, |row| row.fact.period.as_ref().map(|period| stretch(&period.value))));
    add(Reason::Rivals, has_rivals(rows));
    add(Reason::Vague, rows.iter().any(|row| row.fact.qualifier != Qualifier::Exact));
    add(Reason::Doubtful, rows.iter().any(|row| row.fact.confidence == Confidence::Doubtful));
    add(Reason::Repost, rows.iter().any(|row| row.report.document.meta.quality == SourceQuality::Repost));
    add(Reason::Reworded, rows.iter().any(|row| row.report.document.meta.quality == SourceQuality::Reworded));
    out
}

/// The verdict that reasons lead to.
pub fn verdict(reasons: &[Reason]) -> Verdict {
    reasons.iter().map(|reason| reason.verdict()).max().unwrap_or(Verdict::Comparable)
}

/// The level of government a row speaks for, or that it speaks for a single body.
pub(super) fn standing(row: &Row) -> Option<Standing> {
    let place = row.fact.place.as_ref()?;
    Some(if row.fact.subject.is_some() { Standing::Body } else { place.value.level.into() })
}

/// Each indicator against itself: a chart may show several.
fn differ_in_wording(rows: &[&Row]) -> bool {
    let mut names: BTreeMap<&str, &str> = BTreeMap::new();
    rows.iter().any(|row| *names.entry(row.series()).or_insert(&row.fact.indicator) != row.fact.indicator)
}

/// Whether one thing has several values.
fn has_rivals(rows: &[&Row]) -> bool {
    let mut known = BTreeMap::new();
    rows.iter().any(|row| {
        let fact = &row.fact;
        let place = fact.place.as_ref().map(|place| place.value.path.as_str());
        let thing = (row.series(), place, fact.subject.as_deref(), fact.period.as_ref().map(|period| period.value), fact.status);
        *known.entry(thing).or_insert(fact.value) != fact.value
    })
}

fn differ<'a, T: PartialEq>(rows: &[&'a Row], value: impl Fn(&'a Row) -> Option<T>) -> bool {
    let mut values = rows.iter().filter_map(|row| value(row));
    values.next().is_some_and(|first| values.any(|other| other != first))
}

/// Whether a status is a target.
pub(super) fn is_target(status: Status) -> bool {
    status == Status::Target
}
