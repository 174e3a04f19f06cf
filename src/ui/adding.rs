//! The form that makes a row of a numeral which the program left out, or changes such a row. Knows the sentence and the report;
//! guesses no more than these say, and only as a beginning that a person confirms.

use egui::{Grid, RichText};

use super::context::Context;
use super::forms::{buttons_ui, line_ui, window};
use crate::analysis::series::{Choice, nearest};
use crate::model::{AddedFact, FactKey, Kind, Period, Report, Status};
use crate::workspace::Command;

/// How many known indicators are offered.
const OFFERED: usize = 2;
/// The room they have beside each other.
const FIELD: f32 = 380.0;

/// What is being typed; lives as long as the form is open.
#[derive(Default)]
pub(super) struct Adding {
    open: Option<(FactKey, Fields)>,
}

struct Fields {
    indicator: String,
    /// The name and the series of the known indicator that was chosen: it holds as long as the name stands.
    chosen: Option<(String, String)>,
    /// Known indicators with a name like the one typed, and for what they were looked up.
    offered: Option<(String, Kind, Vec<Choice>)>,
    value: String,
    unit: String,
    kind: Kind,
    status: Status,
    period: String,
    place: String,
}

impl Fields {
    /// What is known: the row as it was added before, or the digits of the numeral with the report's place and year.
    fn new(ctx: &Context<'_>, key: &FactKey, report: &Report) -> Self {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        if let Some(it) = ctx.state.edits.added.get(key) {
            return Self {
                indicator: it.indicator.clone(),
                chosen: it.series.clone().map(|series| (it.indicator.clone(), series)),
                offered: None,
                value: format!("{:.*}", usize::from(it.decimals), it.value),
                unit: text(&it.unit),
                kind: it.kind,
                status: it.status,
                period: it.period.map(|period| period.to_string()).unwrap_or_default(),
                place: text(&it.place),
            };
        }
        let meta = &report.document.meta;
        let digits = |c: &char| c.is_ascii_digit() || matches!(c, '.' | ',');
        Self {
            indicator: String::new(),
            chosen: None,
            offered: None,
            value: report
                .document
                .source
                .slice(key.span)
                .chars()
                .skip_while(|c| !c.is_ascii_digit())
                .take_while(digits)
                .filter(|c| *c != ',')
                .collect(),
            unit: String::new(),
            kind: Kind::Level,
            status: Status::Actual,
            period: meta.year.as_ref().map(|year| year.value.to_string()).unwrap_or_default(),
            place: meta.place_path().unwrap_or_default().to_owned(),
        }
    }

    /// The row, where every field can be read; an empty period, place or unit is unknown.
    fn fact(&self) -> Option<AddedFact> {
        let given = |text: &str| Some(text.trim()).filter(|text| !text.is_empty()).map(str::to_owned);
        let indicator = given(&self.indicator)?;
        let series =
            self.chosen.as_ref().filter(|(name, _)| *name == indicator).map(|(_, series)| series.clone()).filter(|series| *series != indicator);
        let (value, decimals) = number(&self.value)?;
        Some(AddedFact {
            indicator,
            series,
            value,
            decimals,
            unit: given(&self.unit),
            kind: self.kind,
            status: self.status,
            period: period(&self.period).ok()?,
            place: given(&self.place),
        })
    }
}

/// A number with the count of its decimals; commas between digits are dropped.
fn number(text: &str) -> Option<(f64, u8)> {
    let text = text.trim().replace([',', '，'], "");
    let decimals = text.split_once('.').map_or(0, |(_, after)| after.len());
    let plain = text.strip_prefix(['-', '+']).unwrap_or(&text);
    let is_plain = !plain.is_empty() && plain.chars().all(|c| c.is_ascii_digit() || c == '.');
    let value: f64 = text.parse().ok().filter(|value: &f64| is_plain && value.is_finite())?;
    Some((value, u8::try_from(decimals).ok()?))
}

/// A period, or nothing where the field is empty.
fn period(text: &str) -> Result<Option<Period>, ()> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let known = |year: i16| (1900..=2100).contains(&year);
    let part = |month: Option<u8>, last: u8| month.is_none_or(|month| (1..=last).contains(&month));
    let fits = |moment: &crate::model::Moment| known(moment.year) && part(moment.month, 12) && part(moment.day, 31);
    text.parse().ok().filter(|period: &Period| fits(&period.start) && fits(&period.end) && period.start <= period.end).map(Some).ok_or(())
}

impl Adding {
    pub(super) fn show(&mut self, context: &egui::Context, ctx: &Context<'_>) {
        let Some(key) = &ctx.state.view.adding else {
            self.open = None;
            return;
        };
        let Some(report) = ctx.state.report(&key.report) else {
            ctx.send(Command::StartAdding(None));
            return;
        };
        let is_new = self.open.as_ref().is_none_or(|(open, _)| open != key);
        if is_new {
            self.open = Some((key.clone(), Fields::new(ctx, key, report)));
        }
        let Some((_, fields)) = &mut self.open else { return };
        let source = &report.document.source;
        let (mut is_open, mut done) = (true, false);
        window(ctx, "form-add").default_height(430.0).open(&mut is_open).show(context, |ui| {
            ui.label(RichText::new(source.slice(source.sentence_around(key.span))).color(ctx.theme.ink2));
            ui.add_space(6.0);
            Grid::new("added").num_columns(2).spacing(egui::vec2(12.0, 8.0)).show(ui, |ui| {
                let (valued, dated) = (number(&fields.value).is_some(), period(&fields.period).is_ok());
                line_ui(ui, ctx, "column-indicator", &mut fields.indicator, true, is_new);
                known_ui(ui, ctx, fields);
                line_ui(ui, ctx, "column-value", &mut fields.value, valued, false);
                line_ui(ui, ctx, "column-unit", &mut fields.unit, true, false);
                ui.label(ctx.t("field-kind"));
                ui.horizontal(|ui| {
                    for (kind, key) in [(Kind::Level, "value-level"), (Kind::Change, "value-change")] {
                        ui.selectable_value(&mut fields.kind, kind, ctx.t(key));
                    }
                });
                ui.end_row();
                ui.label(ctx.t("column-status"));
                ui.horizontal(|ui| {
                    for (status, key) in [(Status::Actual, "status-actual-long"), (Status::Target, "status-target-long")] {
                        ui.selectable_value(&mut fields.status, status, ctx.t(key));
                    }
                });
                ui.end_row();
                line_ui(ui, ctx, "field-period", &mut fields.period, dated, false);
                line_ui(ui, ctx, "column-place", &mut fields.place, true, false);
            });
            let fact = fields.fact();
            buttons_ui(ui, ctx, fact.is_some(), |keep| {
                if let (true, Some(fact)) = (keep, fact.clone()) {
                    ctx.send(Command::AddFact(key.clone(), fact));
                }
                done = true;
            });
        });
        if done || !is_open {
            ctx.send(Command::StartAdding(None));
        }
    }
}

/// Known indicators with a like name: only one that is chosen here makes the row one of its series.
fn known_ui(ui: &mut egui::Ui, ctx: &Context<'_>, fields: &mut Fields) {
    let caption = |text: &str| RichText::new(text).size(ctx.theme.size.caption).color(ctx.theme.ink3);
    let name = fields.indicator.trim().to_owned();
    let change = fields.kind == Kind::Change;
    let is_chosen = fields.chosen.as_ref().is_some_and(|(chosen, _)| *chosen == name);
    if fields.offered.as_ref().is_none_or(|(of, kind, _)| *of != name || *kind != fields.kind) {
        let near = nearest(&ctx.derived.choices, &name, 30).into_iter().filter(|choice| choice.key.change == change);
        fields.offered = Some((name.clone(), fields.kind, near.take(OFFERED).cloned().collect()));
    }
    let offered = fields.offered.as_ref().map(|(.., list)| list.clone()).unwrap_or_default();
    ui.label("");
    // always one line, or the form would jump while a person types
    ui.horizontal(|ui| {
        ui.set_height(ctx.theme.size.row);
        ui.spacing_mut().item_spacing.x = 6.0;
        let remark = match (name.is_empty(), is_chosen, offered.is_empty()) {
            (true, ..) => Some("form-add-needs-name"),
            (_, true, _) => Some("form-add-is-known"),
            (.., true) => Some("form-add-own"),
            _ => None,
        };
        if let Some(key) = remark {
            ui.label(caption(ctx.t(key)));
            return;
        }
        ui.label(caption(ctx.t("form-add-known")));
        let width = (FIELD - 70.0) / OFFERED as f32;
        for choice in &offered {
            let text = RichText::new(&choice.label).size(ctx.theme.size.caption);
            let button = egui::Button::new(text).truncate();
            let size = egui::vec2(width.min(choice.label.chars().count() as f32 * ctx.theme.size.caption + 20.0), 24.0);
            if ui.add_sized(size, button).on_hover_text(choice.spelling()).clicked() {
                fields.indicator.clone_from(&choice.label);
                fields.chosen = Some((choice.label.clone(), choice.key.series.clone()));
                if fields.unit.trim().is_empty() {
                    fields.unit = choice.key.unit.clone().unwrap_or_default();
                }
            }
        }
    });
    ui.end_row();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_periods_as_people_type_them() {
        for (text, expected) in [
            (" 12,345 ", Some((12345.0, 0))),
            ("92.30", Some((92.3, 2))),
            ("-5", Some((-5.0, 0))),
            ("12所", None),
            ("", None),
            ("1e9", None),
            ("inf", None),
        ] {
            assert_eq!(number(text), expected, "{text}");
        }
        for (text, expected) in [("", Ok(None)), ("2023", Ok(Some("2023"))), ("2021-09/2022-08", Ok(Some("2021-09/2022-08")))] {
            assert_eq!(period(text).map(|it| it.map(|it| it.to_string())), expected.map(|it: Option<&str>| it.map(str::to_owned)), "{text}");
        }
        for text in ["20233", "1800", "2023-13", "2023/2022", "去年"] {
            assert_eq!(period(text), Err(()), "{text}");
        }
    }
}
