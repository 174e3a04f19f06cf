//! What the views show, computed from the state and kept until the state changes.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::analysis::akin::{Difference, akin};
use crate::analysis::chart::{self, Chart, Form, Spec};
use crate::analysis::series::{self, Choice, ChoiceKey};
use crate::analysis::sums::{self, Sum};
use crate::analysis::{Group, Row, computed, groups, rows};
use crate::lexicon::{Lexicon, Meaning};
use crate::model::{Confidence, Edits, FactKey, Kind, Reason, Report, ReportId};
use crate::text::Span;
use crate::workspace::{Item, NumberFilter, PlotForm, PlotSpec, SortColumn, State};

/// Everything computed.
#[derive(Default)]
pub(super) struct Derived {
    revision: Option<u64>,
    filter: Option<NumberFilter>,
    plot: Option<PlotSpec>,
    lexicon: Option<Arc<Lexicon>>,
    pub(super) reports: Vec<Arc<Report>>,
    /// The paths of the reports' places in the library's order, each once; an empty one for reports without a place.
    pub(super) places_of_reports: Vec<String>,
    pub(super) groups: Vec<Group>,
    pub(super) rows: Vec<Row>,
    /// The rows that follow from stated ones; never among `rows`.
    pub(super) computed: Vec<Row>,
    /// Indices of the computed rows that the table shows under the others.
    pub(super) computed_table: Vec<usize>,
    /// The changes of which no report gives the base.
    baseless: BTreeSet<(ReportId, Span)>,
    /// Indices of the rows that the table shows, in its order.
    pub(super) table: Vec<usize>,
    pub(super) choices: Vec<Choice>,
    /// The arithmetic checks, failures first.
    pub(super) sums: Vec<Sum>,
    /// The numerals that became no row: how many for each reason, most first.
    pub(super) left_out: Vec<(Reason, usize)>,
    /// The chosen indicator, or the first of the choices where none is chosen.
    pub(super) choice: Option<Choice>,
    /// The indicators near to the chosen one: what each differs in, and its index among the choices.
    pub(super) near_choice: Near,
    /// Those near to the indicator of the selected row.
    pub(super) near_selection: Near,
    /// The places of the chosen indicator, all of them.
    pub(super) places: Vec<String>,
    pub(super) chart: Option<Chart>,
}

impl Derived {
    /// Brings everything up to date; costs nothing where nothing changed.
    pub(super) fn update(&mut self, state: &State, lexicon: Option<&Arc<Lexicon>>) {
        let is_new = self.revision != Some(state.revision);
        if self.lexicon.is_none() {
            self.lexicon = lexicon.cloned();
        }
        if is_new {
            self.revision = Some(state.revision);
            self.reports = state.reports();
            self.places_of_reports.clear();
            for report in &self.reports {
                let path = report.document.meta.place_path().unwrap_or_default();
                if !self.places_of_reports.iter().any(|it| it == path) {
                    self.places_of_reports.push(path.to_owned());
                }
            }
            self.groups = lexicon.map_or_else(Vec::new, |lexicon| groups(&self.reports, lexicon.themes.names()));
            // without a report there is no row, so the lexicon is not needed before the first one was read
            self.rows = lexicon.map_or_else(Vec::new, |lexicon| rows(&self.reports, &state.edits, &lexicon.places));
            self.computed = lexicon.map_or_else(Vec::new, |lexicon| computed(&self.reports, &state.edits, &lexicon.places));
            self.baseless = baseless(&self.reports);
            self.choices = series::choices(&self.rows);
            self.sums = sums::sums(&self.reports, &state.edits);
            self.left_out = left_out(&self.reports, &state.edits);
        }
        if is_new || self.filter.as_ref() != Some(&state.view.numbers) {
            self.table = table(&self.rows, &state.view.numbers);
            self.computed_table = if state.view.numbers.hide_computed { Vec::new() } else { table(&self.computed, &state.view.numbers) };
            self.filter = Some(state.view.numbers.clone());
        }
        if is_new || self.plot.as_ref() != Some(&state.view.plot) {
            self.plot = Some(state.view.plot.clone());
            self.draw(state);
        }
        let selected = match &state.view.selection {
            Some(Item::Fact(key)) => self.row(key).map(series::ChoiceKey::of),
            _ => None,
        };
        let chosen = self.choice.as_ref().map(|choice| choice.key.clone());
        self.near_selection.update(selected, is_new, &self.choices, lexicon);
        self.near_choice.update(chosen, is_new, &self.choices, lexicon);
    }

    /// The row with this key, stated or computed.
    pub(super) fn row(&self, key: &FactKey) -> Option<&Row> {
        let rows = if key.rank >= FactKey::COMPUTED { &self.computed } else { &self.rows };
        rows.iter().find(|row| row.key == *key)
    }

    /// Whether a row is a change of which its report gives no base.
    pub(super) fn is_baseless(&self, row: &Row) -> bool {
        row.fact.kind == Kind::Change && self.baseless.contains(&(row.key.report.clone(), row.fact.span))
    }

    /// How many computed rows go with the chosen indicator.
    pub(super) fn computed_of_choice(&self) -> usize {
        let Some(choice) = &self.choice else { return 0 };
        self.computed.iter().filter(|row| !row.struck && series::ChoiceKey::of(row) == choice.key).count()
    }

    /// The name under which a row's indicator is offered.
    /// What is known of the indicator with this key beside its name.
    pub(super) fn meaning_of(&self, key: &str) -> Option<Meaning<'_>> {
        self.lexicon.as_ref().map(|lexicon| lexicon.meanings.of(key))
    }

    pub(super) fn label_of(&self, row: &Row) -> Option<&str> {
        let key = series::ChoiceKey::of(row);
        self.choices.iter().find(|choice| choice.key == key).map(|choice| choice.label.as_str())
    }

    fn draw(&mut self, state: &State) {
        let plot = &state.view.plot;
        let chosen = plot.indicator.as_ref().and_then(|key| self.choices.iter().find(|choice| choice.key == *key));
        self.choice = chosen.or(self.choices.first()).cloned();
        self.places.clear();
        let Some(choice) = &self.choice else {
            self.chart = None;
            return;
        };
        let beside = plot.beside.iter().filter(|key| self.choices.iter().any(|choice| choice.key == **key)).cloned();
        let drawn: Vec<ChoiceKey> = std::iter::once(choice.key.clone()).chain(beside).collect();
        for row in self.rows.iter().filter(|row| !row.struck && drawn.contains(&ChoiceKey::of(row))) {
            if let Some(place) = &row.fact.place
                && !self.places.contains(&place.value.path)
            {
                self.places.push(place.value.path.clone());
            }
        }
        let with_computed: Vec<Row>;
        let rows = if plot.computed {
            with_computed = self.rows.iter().chain(&self.computed).cloned().collect();
            &with_computed
        } else {
            &self.rows
        };
        let form = match plot.form {
            PlotForm::Years => Form::Years,
            PlotForm::Latest => Form::Latest,
            PlotForm::Auto => chart::telling_form(rows, &choice.key),
        };
        let spec = Spec { indicators: drawn, form, hidden: plot.hidden_places.iter().cloned().collect() };
        self.chart = Some(chart::chart(rows, &spec, &state.slots));
    }

    /// The rows that the table shows, as they are exported, computed ones last: those struck out left out.
    pub(super) fn exported(&self) -> Vec<Row> {
        let stated = self.table.iter().map(|&index| &self.rows[index]);
        let computed = self.computed_table.iter().map(|&index| &self.computed[index]);
        stated.chain(computed).filter(|row| !row.struck).cloned().collect()
    }
}

/// How many near indicators are offered.
const NEAR: usize = 6;

/// The indicators near to one, kept until that is another.
#[derive(Default)]
pub(super) struct Near {
    of: Option<ChoiceKey>,
    pub(super) list: Vec<(Difference, usize)>,
}

impl Near {
    fn update(&mut self, of: Option<ChoiceKey>, is_new: bool, choices: &[Choice], lexicon: Option<&Arc<Lexicon>>) {
        if !is_new && self.of == of {
            return;
        }
        self.list.clear();
        if let (Some(key), Some(lexicon)) = (&of, lexicon) {
            let near = akin(choices, key, &lexicon.indicators, NEAR);
            let index = |choice: &Choice| choices.iter().position(|it| it.key == choice.key);
            self.list = near.into_iter().filter_map(|(difference, choice)| Some((difference, index(choice)?))).collect();
        }
        self.of = of;
    }
}

/// The spans of the changes of which their report gives no base.
fn baseless(reports: &[Arc<Report>]) -> BTreeSet<(ReportId, Span)> {
    let of = |report: &Arc<Report>| {
        let remarks = report.document.diagnostics.iter().filter(|remark| remark.code == "diagnostic-no-base");
        remarks.filter_map(|remark| Some((report.id.clone(), remark.span?))).collect::<Vec<_>>()
    };
    reports.iter().flat_map(of).collect()
}

/// How many numerals became no row for each reason, most first; those of which a person made a row left out.
fn left_out(reports: &[Arc<Report>], edits: &Edits) -> Vec<(Reason, usize)> {
    let mut out: Vec<(Reason, usize)> = Vec::new();
    for report in reports {
        for it in &report.document.not_captured {
            if edits.added.keys().any(|key| key.report == report.id && key.span.overlaps(it.span)) {
                continue;
            }
            match out.iter_mut().find(|(reason, _)| *reason == it.reason) {
                Some((_, count)) => *count += 1,
                None => out.push((it.reason, 1)),
            }
        }
    }
    out.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    out
}

/// The rows that a filter lets through, in its order.
fn table(rows: &[Row], filter: &NumberFilter) -> Vec<usize> {
    let words: Vec<String> = filter.text.split_whitespace().map(str::to_lowercase).collect();
    let mut out: Vec<usize> = (0..rows.len())
        .filter(|&index| {
            let row = &rows[index];
            let fact = &row.fact;
            let place = fact.place.as_ref().map_or("", |place| place.value.path.as_str());
            let text = || {
                format!("{} {} {place} {} {}", fact.indicator, row.raw(), row.report.document.meta.title, fact.series.as_deref().unwrap_or_default())
                    .to_lowercase()
            };
            filter.status.is_none_or(|status| fact.status == status)
                && (!filter.only_doubtful || fact.confidence == Confidence::Doubtful || row.struck || row.corrected)
                && (words.is_empty() || {
                    let text = text();
                    words.iter().all(|word| text.contains(word))
                })
        })
        .collect();
    let year = |row: &Row| row.fact.period.as_ref().map(|period| period.value);
    let place = |row: &Row| row.fact.place.as_ref().map(|place| place.value.path.clone());
    match filter.sort {
        SortColumn::Reading => {}
        SortColumn::Indicator => out.sort_by(|&a, &b| rows[a].fact.indicator.cmp(&rows[b].fact.indicator)),
        SortColumn::Value => out.sort_by(|&a, &b| rows[a].fact.value.total_cmp(&rows[b].fact.value)),
        SortColumn::Unit => out.sort_by(|&a, &b| rows[a].fact.unit.cmp(&rows[b].fact.unit)),
        SortColumn::Period => out.sort_by_key(|&index| year(&rows[index])),
        SortColumn::Place => out.sort_by_key(|&index| place(&rows[index])),
        SortColumn::Status => out.sort_by_key(|&index| rows[index].fact.status),
    }
    if filter.descending {
        out.reverse();
    }
    out
}
