//! The rows of all reports with the person's corrections applied: what table, plot and export all read.

use std::sync::Arc;

use crate::lexicon::Places;
use crate::model::{AddedFact, Confidence, Edits, Fact, FactEdit, FactKey, Inferred, Kind, Level, Origin, Period, Place, Qualifier, Report};
use crate::text::Span;

/// How a row came to be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Basis {
    /// The program read it.
    #[default]
    Stated,
    /// A person made it of a numeral that the program had left out.
    Added,
    /// No sentence states it: it follows from these figures of the report.
    Computed(Vec<Span>),
}

/// One row: a fact as extracted or as corrected.
#[derive(Debug, Clone)]
pub struct Row {
    pub key: FactKey,
    pub report: Arc<Report>,
    /// With the corrections in it.
    pub fact: Fact,
    /// A person struck it out: shown in the table, left out of plots and exports.
    pub struck: bool,
    /// A person corrected something of it, or made it.
    pub corrected: bool,
    pub basis: Basis,
}

impl Row {
    /// What makes it one line of comparison: the series key, or else the indicator's own name.
    pub fn series(&self) -> &str {
        self.fact.series.as_deref().unwrap_or(&self.fact.indicator)
    }

    /// Whether it follows from stated rows instead of being one.
    pub fn is_computed(&self) -> bool {
        matches!(self.basis, Basis::Computed(_))
    }

    /// Whether it is a change of which its report gives no base.
    pub fn is_baseless(&self) -> bool {
        let remarks = &self.report.document.diagnostics;
        self.fact.kind == Kind::Change && remarks.iter().any(|remark| remark.code == "diagnostic-no-base" && remark.span == Some(self.fact.span))
    }

    /// The words of the figures that it follows from; none for a stated row.
    pub fn sources(&self) -> Vec<&str> {
        let source = &self.report.document.source;
        match &self.basis {
            Basis::Computed(spans) => spans.iter().map(|&span| source.slice(span)).collect(),
            _ => Vec::new(),
        }
    }

    /// The words of the number as they stand in the report; of a computed one, those from its first figure to its last.
    pub fn raw(&self) -> &str {
        self.report.document.source.slice(self.fact.span)
    }

    /// The sentence it stands in.
    pub fn sentence(&self) -> &str {
        self.report.document.source.slice(self.fact.sentence)
    }
}

/// All rows, report by report in the order given, in reading order within a report. What a person made of a numeral stands
/// for it: rows that were read from the same words give way.
pub fn rows(reports: &[Arc<Report>], edits: &Edits, places: &Places) -> Vec<Row> {
    let mut out = Vec::new();
    for report in reports {
        let mut by_hand: Vec<(&FactKey, &AddedFact)> = edits.added.iter().filter(|(key, _)| key.report == report.id && fits(key, report)).collect();
        by_hand.sort_by_key(|(key, _)| (key.span, key.rank));
        let mut by_hand = by_hand.into_iter().peekable();
        let (mut previous, mut rank, mut taken) = (None, 0, 0);
        for fact in &report.document.facts {
            rank = if previous == Some(fact.span) { rank + 1 } else { 0 };
            previous = Some(fact.span);
            while let Some((key, it)) = by_hand.next_if(|(key, _)| key.span.start < fact.span.end) {
                taken = key.span.end.max(taken);
                out.push(row(key.clone(), report, &added(it, key, report, places), edits, places, Basis::Added));
            }
            if fact.span.start >= taken {
                let key = FactKey { report: report.id.clone(), span: fact.span, rank };
                out.push(row(key, report, fact, edits, places, Basis::Stated));
            }
        }
        out.extend(by_hand.map(|(key, it)| row(key.clone(), report, &added(it, key, report, places), edits, places, Basis::Added)));
    }
    out
}

/// The rows that follow from stated ones, apart from these. Where a person corrected or struck out a figure that one was
/// computed from, it follows no longer, and is left out.
pub fn computed(reports: &[Arc<Report>], edits: &Edits, places: &Places) -> Vec<Row> {
    let mut out = Vec::new();
    for report in reports {
        let (mut previous, mut rank) = (None, FactKey::COMPUTED);
        for it in &report.document.derived {
            rank = if previous == Some(it.fact.span) { rank.saturating_add(1) } else { FactKey::COMPUTED };
            previous = Some(it.fact.span);
            if it.from.iter().any(|&span| is_edited(report, span, edits)) {
                continue;
            }
            let key = FactKey { report: report.id.clone(), span: it.fact.span, rank };
            out.push(row(key, report, &it.fact, edits, places, Basis::Computed(it.from.clone())));
        }
    }
    out
}

/// Whether a person changed what was read at a span.
pub(super) fn is_edited(report: &Report, span: Span, edits: &Edits) -> bool {
    let key = |rank| FactKey { report: report.id.clone(), span, rank };
    let edited = edits.facts.range(key(0)..key(FactKey::ADDED)).any(|(_, edit)| !edit.is_empty());
    edited || edits.added.keys().any(|added| added.report == report.id && added.span.overlaps(span))
}

fn row(key: FactKey, report: &Arc<Report>, fact: &Fact, edits: &Edits, places: &Places, basis: Basis) -> Row {
    let edit = edits.facts.get(&key);
    Row {
        report: report.clone(),
        fact: edit.map_or_else(|| fact.clone(), |edit| corrected(fact, edit, report, places)),
        struck: edit.is_some_and(|edit| edit.struck),
        corrected: basis == Basis::Added || edit.is_some_and(FactEdit::is_correction),
        key,
        basis,
    }
}

/// Whether a kept span still stands on characters of the report.
fn fits(key: &FactKey, report: &Report) -> bool {
    !report.document.source.slice(key.span).is_empty()
}

/// The fact that a person made of a numeral.
fn added(it: &AddedFact, key: &FactKey, report: &Report, places: &Places) -> Fact {
    Fact {
        span: key.span,
        sentence: report.document.source.sentence_around(key.span),
        value: it.value,
        decimals: it.decimals,
        unit: it.unit.clone(),
        qualifier: Qualifier::Exact,
        kind: it.kind,
        status: it.status,
        period: it.period.map(|period| Inferred::new(period, Origin::Corrected)),
        baseline: None,
        indicator: it.indicator.clone(),
        series: it.series.clone(),
        place: it.place.as_deref().map(|name| Inferred::new(place(name, report, places), Origin::Corrected)),
        subject: None,
        confidence: Confidence::Sure,
        rules: Vec::new(),
    }
}

/// The place that a person means by a name in this report.
fn place(name: &str, report: &Report, places: &Places) -> Place {
    let scope = report.document.meta.place.as_ref().map(|place| &place.value);
    places.resolve(name, scope).unwrap_or_else(|| Place { path: name.to_owned(), code: None, level: scope.map_or(Level::City, |place| place.level) })
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
        fact.place = Some(Inferred::new(place(name, report, places), Origin::Corrected));
    }
    fact
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing::Draft;
    use crate::model::Status;

    fn by_hand(indicator: &str, value: f64) -> AddedFact {
        AddedFact {
            indicator: indicator.to_owned(),
            series: None,
            value,
            decimals: 0,
            unit: Some("所".to_owned()),
            kind: Kind::Level,
            status: Status::Target,
            period: Some(Period::year(2020)),
            place: None,
        }
    }

    #[test]
    fn a_row_by_hand_stands_in_its_place_and_for_what_was_read_there() {
        let report = Draft::new("山西省/忻州市", 2022, "甲")
            .fact("园9所。", "9所", "幼儿园数", 9.0, "所", |_| ())
            .fact("另有5处，校8所。", "8所", "小学数", 8.0, "所", |_| ())
            .report();
        let at = |words: &str| {
            let start = report.document.source.text().find(words).unwrap();
            FactKey::added(report.id.clone(), Span::new(start, start + words.len()))
        };
        let mut edits = Edits::default();
        edits.added.insert(at("5处"), by_hand("教学点数", 5.0));
        edits.added.insert(at("9"), by_hand("园所数", 90.0));
        edits.added.insert(FactKey { span: Span::new(900, 903), ..at("9") }, by_hand("无", 1.0));
        let all = rows(std::slice::from_ref(&report), &edits, &Places::default());
        let told: Vec<(&str, f64, bool)> = all.iter().map(|row| (row.fact.indicator.as_str(), row.fact.value, row.basis == Basis::Added)).collect();
        assert_eq!(told, [("园所数", 90.0, true), ("教学点数", 5.0, true), ("小学数", 8.0, false)]);
        assert_eq!((all[1].raw(), all[1].sentence(), all[1].corrected), ("5处", "另有5处，校8所。", true));
        assert_eq!(all[2].key.rank, 0);
        edits.facts.insert(at("5处"), FactEdit { struck: true, ..FactEdit::default() });
        assert!(rows(&[report], &edits, &Places::default())[1].struck);
    }

    #[test]
    fn a_computed_row_goes_with_the_figures_it_follows_from() {
        let report = Draft::new("山西省/忻州市", 2019, "甲").fact("率为35%，", "35%", "率", 35.0, "%", |_| ()).fact(
            "提高2个百分点。",
            "2个百分点",
            "率",
            2.0,
            "百分点",
            |fact| fact.kind = Kind::Change,
        );
        let report = report.report();
        let from: Vec<Span> = report.document.facts.iter().map(|fact| fact.span).collect();
        let fact = Fact { value: 33.0, span: from[0].cover(from[1]), ..report.document.facts[0].clone() };
        let derived = vec![crate::model::Derived { fact, from: from.clone() }];
        let document = crate::model::Document { derived, ..(*report.document).clone() };
        let report = Arc::new(Report { document: Arc::new(document), ..(*report).clone() });
        let all = |edits: &Edits| computed(std::slice::from_ref(&report), edits, &Places::default());
        let found = all(&Edits::default());
        assert_eq!((found.len(), found[0].fact.value, found[0].sources()), (1, 33.0, vec!["35%", "2个百分点"]));
        assert!(rows(std::slice::from_ref(&report), &Edits::default(), &Places::default()).iter().all(|row| !row.is_computed()));
        let mut edits = Edits::default();
        edits.facts.insert(found[0].key.clone(), FactEdit { struck: true, ..FactEdit::default() });
        assert!(all(&edits)[0].struck);
        let source = FactKey { report: report.id.clone(), span: from[1], rank: 0 };
        edits.facts.insert(source, FactEdit { value: Some(3.0), ..FactEdit::default() });
        assert!(all(&edits).is_empty(), "what was corrected bears it no longer");
    }
}
