//! The chart: what is drawn, in numbers and names, from the rows. No colours, no widths, no words of the interface: the
//! window and the exported figure both draw this one model, so that they show the same.

mod axis;
mod build;
mod note;
#[cfg(test)]
mod tests;

pub use axis::{Axis, Tick};
pub use build::{chart, telling_form};
pub use note::Note;

use std::collections::BTreeSet;

use super::comparability::{Reason, Verdict};
use super::series::ChoiceKey;
use crate::model::{FactKey, Kind, Level, Period, Qualifier, SourceQuality, Status};

/// The two forms of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Form {
    /// Lines over years, one for each place (or indicator, in a chart of one place).
    Years,
    /// The latest value of each place.
    #[default]
    Latest,
}

/// What is to be drawn.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Spec {
    /// The first one gives the unit; the others are drawn where they have the same.
    pub indicators: Vec<ChoiceKey>,
    pub form: Form,
    /// Paths of places that are left out.
    pub hidden: BTreeSet<String>,
}

/// What colours and markers stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colours {
    Places,
    /// In a chart of one place: the place is in the title.
    Indicators,
}

/// The bodies that numbers are about: levels of government, and schools and other single bodies below them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    Province,
    City,
    County,
    Body,
}

impl From<Level> for Standing {
    fn from(level: Level) -> Self {
        match level {
            Level::Province => Self::Province,
            Level::City => Self::City,
            Level::County => Self::County,
        }
    }
}

/// Whom a line is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Who {
    pub standing: Standing,
    /// The full path of the place.
    pub path: String,
    /// The name to print: a county's with its city's before it.
    pub name: String,
    /// A school or other single body in that place.
    pub subject: Option<String>,
}

/// An indicator of the chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    pub key: ChoiceKey,
    /// Its commonest name.
    pub label: String,
}

/// A value in the chart.
#[expect(clippy::struct_excessive_bools, reason = "each is told by itself beside the mark")]
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// The year, or in [`Form::Latest`] the position of the category, a little to its side where it has several marks.
    pub x: f64,
    pub y: f64,
    /// How many decimals the value was written with.
    pub decimals: u8,
    /// The words of the number in the report.
    pub raw: String,
    pub period: Period,
    /// What a change is counted from.
    pub baseline: Option<Period>,
    pub status: Status,
    pub qualifier: Qualifier,
    /// Some of its rows is doubtful.
    pub doubtful: bool,
    /// Another value is given for the same place, indicator, period and status.
    pub rival: bool,
    pub corrected: bool,
    /// No report states it: it follows from stated figures.
    pub computed: bool,
    /// From a bundled sample report.
    pub sample: bool,
    /// The indicator's name in this report, where it is not the chart's.
    pub wording: Option<String>,
    /// The rows that say it, each with its sentence; at least one.
    pub facts: Vec<FactKey>,
}

/// Two marks of a line that are joined: neighbouring years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Join {
    pub from: usize,
    pub to: usize,
    /// Leads to a target, or from or to a computed value.
    pub dashed: bool,
}

/// The marks of one place and one indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub who: Who,
    /// An index into [`Chart::indicators`].
    pub indicator: usize,
    /// Which colour and marker, counted from zero.
    pub slot: usize,
    /// In the order of time; achieved before target, then by value.
    pub marks: Vec<Mark>,
    pub joins: Vec<Join>,
}

/// A position on the horizontal axis of [`Form::Latest`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    pub who: Who,
    /// Set where the chart has several indicators.
    pub indicator: Option<usize>,
    /// The period of all its marks, where they have one.
    pub period: Option<Period>,
}

/// A report that the chart draws from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub title: String,
    pub year: Option<i16>,
    pub quality: SourceQuality,
    pub sample: bool,
}

/// A chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    pub form: Form,
    pub indicators: Vec<Drawn>,
    pub unit: Option<String>,
    pub kind: Kind,
    pub colours: Colours,
    /// By standing, then in the order of the rows: standings are never joined or ranked together.
    pub lines: Vec<Line>,
    /// One for each line in [`Form::Latest`]; none in the other.
    pub categories: Vec<Category>,
    pub x: Axis,
    pub y: Axis,
    pub verdict: Verdict,
    pub reasons: Vec<Reason>,
    pub notes: Vec<Note>,
    pub sources: Vec<Source>,
    /// Some of it comes from a sample.
    pub sample: bool,
}

impl Chart {
    /// All marks with their line.
    pub fn marks(&self) -> impl Iterator<Item = (&Line, &Mark)> + Clone {
        self.lines.iter().flat_map(|line| line.marks.iter().map(move |mark| (line, mark)))
    }

    /// Whether there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The places in drawing order, each once.
    pub fn places(&self) -> Vec<&Who> {
        let mut out: Vec<&Who> = Vec::new();
        for line in &self.lines {
            if !out.contains(&&line.who) {
                out.push(&line.who);
            }
        }
        out
    }

    /// The first and last year of what is drawn.
    pub fn years(&self) -> Option<(i16, i16)> {
        let years = self.marks().map(|(_, mark)| mark.period.end_year());
        years.clone().min().zip(years.max())
    }
}
