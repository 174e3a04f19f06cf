//! The rows of all reports with the person's corrections applied: what table, plot and export all read.

use std::sync::Arc;

use crate::lexicon::Places;
use crate::model::{Edits, Fact, FactEdit, FactKey, Inferred, Level, Origin, Period, Place, Report};

/// One row: a fact as extracted or as corrected.
#[derive(Debug, Clone)]
pub struct Row {
    pub key: FactKey,
    pub report: Arc<Report>,
    /// With the corrections in it.
    pub fact: Fact,
    /// A person struck it out: shown in the table, left out of plots and exports.
    pub struck: bool,
    /// A person corrected something of it.
    pub corrected: bool,
}

impl Row {
    /// What makes it one line of comparison: the series key, or else the indicator's own name.
    pub fn series(&self) -> &str {
        self.fact.series.as_deref().unwrap_or(&self.fact.indicator)
    }

    /// The words of the number as they stand in the report.
    pub fn raw(&self) -> &str {
        self.report.document.source.slice(self.fact.span)
    }

    /// The sentence it stands in.
    pub fn sentence(&self) -> &str {
        self.report.document.source.slice(self.fact.sentence)
    }
}

/// All rows, report by report in the order given, in reading order within a report.
pub fn rows(reports: &[Arc<Report>], edits: &Edits, places: &Places) -> Vec<Row> {
    let mut out = Vec::new();
    for report in reports {
        let mut previous = None;
        let mut rank = 0;
        for fact in &report.document.facts {
            rank = if previous == Some(fact.span) { rank + 1 } else { 0 };
            previous = Some(fact.span);
            let key = FactKey { report: report.id.clone(), span: fact.span, rank };
            let edit = edits.facts.get(&key);
            out.push(Row {
                key,
                report: report.clone(),
                fact: edit.map_or_else(|| fact.clone(), |edit| corrected(fact, edit, report, places)),
                struck: edit.is_some_and(|edit| edit.struck),
                corrected: edit.is_some_and(FactEdit::is_correction),
            });
        }
    }
    out
}

fn corrected(fact: &Fact, edit: &FactEdit, report: &Report, places: &Places) -> Fact {
    let mut fact = fact.clone();
    if let Some(indicator) = &edit.indicator {
        // a name that a person gave is theirs: the dictionary's key no longer speaks for it
        fact.series = None;
        fact.indicator.clone_from(indicator);
    }
    if let Some(value) = edit.value {
        fact.value = value;
    }
    if let Some(unit) = &edit.unit {
        fact.unit = Some(unit.clone());
    }
    if let Some(year) = edit.year {
        fact.period = Some(Inferred::new(Period::year(year), Origin::Corrected));
    }
    if let Some(status) = edit.status {
        fact.status = status;
    }
    if let Some(name) = &edit.place {
        let scope = report.document.meta.place.as_ref().map(|place| &place.value);
        let place = places.resolve(name, scope).unwrap_or_else(|| Place {
            path: name.clone(),
            code: None,
            level: scope.map_or(Level::City, |place| place.level),
        });
        fact.place = Some(Inferred::new(place, Origin::Corrected));
    }
    fact
}
