//! Small windows in which a person says something: a corrected row, a report's properties, a path; and what is only read:
//! keys, about, notices.

use egui::{Align2, Grid, RichText, TextEdit, Ui, Window, vec2};

use super::context::Context;
use super::library::{kind_key, quality_key};
use super::theme::Theme;
use crate::model::{FactEdit, FactKey, ReportEdit, ReportId, ReportKind, SourceQuality, Status};
use crate::workspace::{Action, Command, FactChange, PathUse};

/// What is being typed; lives as long as its window is open.
#[derive(Default)]
pub(super) struct Forms {
    fact: Option<(FactKey, FactFields)>,
    report: Option<(ReportId, ReportFields)>,
    path: Option<String>,
    adding: super::adding::Adding,
}

#[derive(Clone)]
struct FactFields {
    indicator: String,
    value: String,
    unit: String,
    year: String,
    place: String,
    status: Status,
}

#[derive(Clone)]
struct ReportFields {
    title: String,
    place: String,
    year: String,
    published: String,
    kind: ReportKind,
    quality: SourceQuality,
    encoding: String,
}

impl Forms {
    pub(super) fn show(&mut self, context: &egui::Context, ctx: &Context<'_>) {
        self.fact_ui(context, ctx);
        self.adding.show(context, ctx);
        self.report_ui(context, ctx);
        self.path_ui(context, ctx);
        keys_ui(context, ctx);
        about_ui(context, ctx);
        notices_ui(context, ctx);
    }

    fn fact_ui(&mut self, context: &egui::Context, ctx: &Context<'_>) {
        let Some(key) = &ctx.state.view.correcting else {
            self.fact = None;
            return;
        };
        let Some(row) = ctx.derived.rows.iter().find(|row| row.key == *key) else {
            ctx.send(Command::StartCorrecting(None));
            return;
        };
        let fact = &row.fact;
        let start = FactFields {
            indicator: fact.indicator.clone(),
            value: format!("{:.*}", usize::from(fact.decimals), fact.value),
            unit: fact.unit.clone().unwrap_or_default(),
            year: fact.period.as_ref().map(|period| period.value.end_year().to_string()).unwrap_or_default(),
            place: fact.place.as_ref().map(|place| place.value.path.clone()).unwrap_or_default(),
            status: fact.status,
        };
        let is_new = self.fact.as_ref().is_none_or(|(open, _)| open != key);
        if is_new {
            self.fact = Some((key.clone(), start.clone()));
        }
        let Some((_, fields)) = &mut self.fact else { return };
        let mut is_open = true;
        let mut done = false;
        window(ctx, "form-fact").open(&mut is_open).show(context, |ui| {
            ui.label(RichText::new(row.sentence().trim()).color(ctx.theme.ink2));
            ui.add_space(6.0);
            let value: Option<f64> = fields.value.trim().replace(',', "").parse().ok().filter(|value: &f64| value.is_finite());
            let year: Result<Option<i16>, ()> = match fields.year.trim() {
                "" => Ok(None),
                text => text.parse().ok().filter(|year| (1900..=2100).contains(year)).map(Some).ok_or(()),
            };
            Grid::new("fact").num_columns(2).spacing(vec2(12.0, 8.0)).show(ui, |ui| {
                let has_name = !fields.indicator.trim().is_empty();
                line_ui(ui, ctx, "column-indicator", &mut fields.indicator, has_name, is_new);
                line_ui(ui, ctx, "column-value", &mut fields.value, value.is_some(), false);
                line_ui(ui, ctx, "column-unit", &mut fields.unit, true, false);
                line_ui(ui, ctx, "field-year", &mut fields.year, year.is_ok(), false);
                line_ui(ui, ctx, "column-place", &mut fields.place, true, false);
                ui.label(ctx.t("column-status"));
                ui.horizontal(|ui| {
                    for (status, key) in [(Status::Actual, "status-actual-long"), (Status::Target, "status-target-long")] {
                        ui.selectable_value(&mut fields.status, status, ctx.t(key));
                    }
                });
                ui.end_row();
            });
            buttons_ui(ui, ctx, value.is_some() && year.is_ok() && !fields.indicator.trim().is_empty(), |keep| {
                if keep {
                    let before = ctx.state.edits.facts.get(key).cloned().unwrap_or_default();
                    let changed = |now: &str, then: &str, old: Option<String>| if now.trim() == then { old } else { Some(now.trim().to_owned()) };
                    let edit = FactEdit {
                        struck: before.struck,
                        indicator: changed(&fields.indicator, &start.indicator, before.indicator),
                        value: if fields.value.trim() == start.value { before.value } else { value },
                        unit: changed(&fields.unit, &start.unit, before.unit),
                        year: if fields.year.trim() == start.year { before.year } else { year.ok().flatten() },
                        place: changed(&fields.place, &start.place, before.place),
                        status: if fields.status == start.status { before.status } else { Some(fields.status) },
                    };
                    ctx.send(Command::ChangeFact(key.clone(), FactChange::Correct(edit)));
                }
                done = true;
            });
        });
        if done || !is_open {
            ctx.send(Command::StartCorrecting(None));
        }
    }

    /// A path typed by hand, where no dialog can be had.
    fn path_ui(&mut self, context: &egui::Context, ctx: &Context<'_>) {
        let Some((purpose, start)) = &ctx.state.view.path_field else {
            self.path = None;
            return;
        };
        let is_new = self.path.is_none();
        let text = self.path.get_or_insert_with(|| start.clone());
        let mut is_open = true;
        let mut done = false;
        window(ctx, "form-path").open(&mut is_open).show(context, |ui| {
            ui.label(ctx.t("path-why"));
            let response = ui.add(TextEdit::singleline(text).desired_width(420.0).hint_text(ctx.t("path-hint")));
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, ctx.t("form-path")));
            if is_new {
                response.request_focus();
            }
            buttons_ui(ui, ctx, !text.trim().is_empty(), |keep| {
                if keep {
                    let path = std::path::PathBuf::from(text.trim());
                    ctx.send(match purpose {
                        PathUse::Open => Command::Open(vec![std::path::absolute(&path).unwrap_or(path)]),
                        PathUse::Figure(figure) => Command::WriteFigure(*figure, path),
                        PathUse::Rows => Command::WriteRows(path),
                        PathUse::Checks => Command::WriteChecks(path),
                    });
                }
                done = true;
            });
        });
        if done || !is_open {
            ctx.send(Command::ClosePathField);
        }
    }

    fn report_ui(&mut self, context: &egui::Context, ctx: &Context<'_>) {
        let Some(id) = &ctx.state.view.properties else {
            self.report = None;
            return;
        };
        let Some(report) = ctx.state.report(id) else {
            ctx.send(Command::ShowProperties(None));
            return;
        };
        let meta = &report.document.meta;
        let start = ReportFields {
            title: meta.title.clone(),
            place: meta.place_path().unwrap_or_default().to_owned(),
            year: meta.year.as_ref().map(|year| year.value.to_string()).unwrap_or_default(),
            published: meta.published.as_ref().map(|date| date.value.clone()).unwrap_or_default(),
            kind: meta.kind,
            quality: meta.quality,
            encoding: report.encoding.clone(),
        };
        let is_new = self.report.as_ref().is_none_or(|(open, _)| open != id);
        if is_new {
            self.report = Some((id.clone(), start.clone()));
        }
        let Some((_, fields)) = &mut self.report else { return };
        let mut is_open = true;
        let mut done = false;
        window(ctx, "form-report").open(&mut is_open).show(context, |ui| {
            ui.label(RichText::new(crate::text::visible_path(&report.path)).color(ctx.theme.ink3));
            ui.add_space(6.0);
            let year: Result<Option<i16>, ()> = match fields.year.trim() {
                "" => Ok(None),
                text => text.parse().ok().filter(|year| (1900..=2100).contains(year)).map(Some).ok_or(()),
            };
            Grid::new("report").num_columns(2).spacing(vec2(12.0, 8.0)).show(ui, |ui| {
                line_ui(ui, ctx, "field-title", &mut fields.title, true, is_new);
                line_ui(ui, ctx, "column-place", &mut fields.place, true, false);
                line_ui(ui, ctx, "field-year", &mut fields.year, year.is_ok(), false);
                line_ui(ui, ctx, "field-published", &mut fields.published, true, false);
                ui.label(ctx.t("field-report-kind"));
                ui.horizontal(|ui| {
                    for kind in [ReportKind::Review, ReportKind::Plan, ReportKind::Mixed] {
                        ui.selectable_value(&mut fields.kind, kind, ctx.t(kind_key(kind)));
                    }
                });
                ui.end_row();
                ui.label(ctx.t("field-quality"));
                egui::ComboBox::from_id_salt("quality").selected_text(ctx.t(quality_key(fields.quality))).show_ui(ui, |ui| {
                    use SourceQuality::{Newspaper, Official, Repost, Reworded, Unknown};
                    for quality in [Official, Newspaper, Repost, Reworded, Unknown] {
                        ui.selectable_value(&mut fields.quality, quality, ctx.t(quality_key(quality)));
                    }
                });
                ui.end_row();
                ui.label(ctx.t("field-encoding"));
                egui::ComboBox::from_id_salt("encoding").selected_text(&fields.encoding).show_ui(ui, |ui| {
                    for &encoding in crate::load::ENCODINGS {
                        ui.selectable_value(&mut fields.encoding, encoding.to_owned(), encoding);
                    }
                });
                ui.end_row();
            });
            if let Some(place) = &meta.place {
                let origin = ctx.t(super::details::origin_key(place.origin));
                ui.label(
                    RichText::new(ctx.words.with("place-origin", &[("origin", origin.into())])).size(ctx.theme.size.caption).color(ctx.theme.ink3),
                );
            }
            buttons_ui(ui, ctx, year.is_ok(), |keep| {
                if keep {
                    let before = ctx.state.edits.reports.get(id).cloned().unwrap_or_default();
                    let changed = |now: &str, then: &str, old: Option<String>| if now.trim() == then { old } else { Some(now.trim().to_owned()) };
                    let edit = ReportEdit {
                        title: changed(&fields.title, &start.title, before.title),
                        place: changed(&fields.place, &start.place, before.place),
                        year: if fields.year.trim() == start.year { before.year } else { year.ok().flatten() },
                        published: changed(&fields.published, &start.published, before.published),
                        kind: if fields.kind == start.kind { before.kind } else { Some(fields.kind) },
                        quality: if fields.quality == start.quality { before.quality } else { Some(fields.quality) },
                        encoding: changed(&fields.encoding, &start.encoding, before.encoding),
                    };
                    ctx.send(Command::ChangeReport(id.clone(), edit));
                }
                done = true;
            });
        });
        if done || !is_open {
            ctx.send(Command::ShowProperties(None));
        }
    }
}

pub(super) fn window<'a>(ctx: &'a Context<'_>, title: &'a str) -> Window<'a> {
    let title = RichText::new(ctx.t(title)).font(Theme::bold(ctx.theme.size.heading));
    Window::new(title).collapsible(false).resizable(false).anchor(Align2::CENTER_CENTER, vec2(0.0, -40.0)).default_width(460.0).vscroll(true)
}

/// A line of a form; what is wrong in it is said under it.
pub(super) fn line_ui(ui: &mut Ui, ctx: &Context<'_>, key: &str, text: &mut String, is_right: bool, takes_focus: bool) {
    let label = ui.label(ctx.words.t(key));
    let mut field = TextEdit::singleline(text).desired_width(320.0);
    if !is_right {
        field = field.text_color(ctx.theme.error);
    }
    let response = ui.add(field).labelled_by(label.id);
    if takes_focus {
        response.request_focus();
    }
    ui.end_row();
    if !is_right {
        ui.label("");
        let why = match key {
            "field-year" => "form-wrong-year",
            "field-period" => "form-wrong-period",
            _ => "form-wrong-value",
        };
        ui.label(RichText::new(ctx.words.t(why)).size(ctx.theme.size.caption).color(ctx.theme.error));
        ui.end_row();
    }
}

/// Keep and cancel; Enter keeps, Escape cancels.
pub(super) fn buttons_ui(ui: &mut Ui, ctx: &Context<'_>, can_keep: bool, mut answer: impl FnMut(bool)) {
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        let keep = egui::Button::new(RichText::new(ctx.t("button-keep")).color(ctx.theme.accent_ink)).fill(ctx.theme.accent);
        let enter = ui.input(|input| input.key_pressed(egui::Key::Enter));
        if ui.add_enabled(can_keep, keep).clicked() || enter && can_keep {
            answer(true);
        }
        if ui.button(ctx.t("button-cancel")).clicked() || ui.input(|input| input.key_pressed(egui::Key::Escape)) {
            answer(false);
        }
    });
}

fn keys_ui(context: &egui::Context, ctx: &Context<'_>) {
    if !ctx.state.view.keys_are_open {
        return;
    }
    let mut is_open = true;
    window(ctx, "form-keys").open(&mut is_open).show(context, |ui| {
        Grid::new("keys").num_columns(2).spacing(vec2(24.0, 6.0)).show(ui, |ui| {
            for action in Action::ALL {
                let keys: Vec<String> = action.shortcuts().iter().map(ToString::to_string).collect();
                if !keys.is_empty() {
                    ui.label(RichText::new(keys.join("  ")).color(ctx.theme.ink2));
                    ui.label(ctx.t(action.label()));
                    ui.end_row();
                }
            }
        });
    });
    if !is_open || context.input(|input| input.key_pressed(egui::Key::Escape)) {
        ctx.send(Command::ShowKeys(false));
    }
}

fn about_ui(context: &egui::Context, ctx: &Context<'_>) {
    if !ctx.state.view.about_is_open {
        return;
    }
    let mut is_open = true;
    window(ctx, "action-about").open(&mut is_open).show(context, |ui| {
        ui.label(RichText::new(format!("{} {}", ctx.t("app-name"), env!("CARGO_PKG_VERSION"))).font(Theme::bold(ctx.theme.size.title)));
        ui.label(ctx.t("about-what"));
        ui.label(ctx.t("about-fonts"));
        ui.label(ctx.t("about-network"));
    });
    if !is_open || context.input(|input| input.key_pressed(egui::Key::Escape)) {
        ctx.send(Command::ShowAbout(false));
    }
}

/// Sentences at the bottom right; an error stays until it is closed.
fn notices_ui(context: &egui::Context, ctx: &Context<'_>) {
    if ctx.state.view.notices.is_empty() {
        return;
    }
    egui::Area::new(egui::Id::unique("notices")).anchor(Align2::RIGHT_BOTTOM, vec2(-16.0, -40.0)).show(context, |ui| {
        for (index, notice) in ctx.state.view.notices.iter().enumerate().rev().take(4) {
            let values: Vec<(&str, fluent_bundle::FluentValue<'_>)> =
                notice.values.iter().map(|(key, value)| (key.as_str(), value.as_str().into())).collect();
            let sentence = ctx.words.with(&notice.code, &values);
            egui::Frame::popup(ui.style()).show(ui, |ui| {
                ui.set_width(380.0);
                ui.horizontal_top(|ui| {
                    let ink = if notice.is_error { ctx.theme.error } else { ctx.theme.ink };
                    ui.vertical(|ui| {
                        ui.set_width(344.0);
                        ui.label(RichText::new(sentence).color(ink));
                    });
                    if ui.small_button("×").on_hover_text(ctx.t("button-dismiss")).clicked() {
                        ctx.send(Command::DismissNotice(index));
                    }
                });
            });
        }
    });
}
