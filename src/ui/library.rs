//! The list of loaded reports by city, with those still waiting and those that could not be read.

use egui::{Rect, RichText, ScrollArea, Ui, pos2, vec2};

use super::context::Context;
use super::theme::Theme;
use super::widgets;
use crate::model::{Level, Report, ReportKind, SourceQuality};
use crate::workspace::{Command, Entry, Loading};

pub(super) fn library_ui(ui: &mut Ui, ctx: &Context<'_>) {
    let theme = ctx.theme;
    let count = ctx.state.entries.iter().filter(|entry| entry.report().is_some()).count();
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        widgets::caption_ui(ui, theme, ctx.t("library-title"));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            widgets::caption_ui(ui, theme, &ctx.words.with("library-count", &[("count", count.into())]));
        });
    });
    let mut filter = ctx.state.view.library_filter.clone();
    if count > 3 || !filter.is_empty() {
        let field = egui::TextEdit::singleline(&mut filter).hint_text(ctx.t("library-filter")).desired_width(f32::INFINITY);
        if ui.add(field).changed() {
            ctx.send(Command::SetLibraryFilter(filter.clone()));
        }
    }
    if ctx.state.entries.is_empty() {
        widgets::empty_ui(ui, theme, ctx.t("library-empty"));
        return;
    }
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (place, level, entries) in by_place(&ctx.state.entries, &filter) {
            place_ui(ui, ctx, &place, level);
            for (entry, report) in entries {
                report_ui(ui, ctx, entry, report);
            }
        }
        waiting_ui(ui, ctx);
        failed_ui(ui, ctx);
    });
}

type PlaceGroup<'a> = (String, Option<Level>, Vec<(&'a Entry, &'a Report)>);

/// The ready reports by place, in the order in which places first come.
fn by_place<'a>(entries: &'a [Entry], filter: &str) -> Vec<PlaceGroup<'a>> {
    let mut out: Vec<PlaceGroup<'a>> = Vec::new();
    for entry in entries {
        let Some(report) = entry.report() else { continue };
        let meta = &report.document.meta;
        let path = meta.place_path().unwrap_or_default();
        let text = format!("{path} {} {}", meta.title, meta.year.as_ref().map_or(0, |year| year.value));
        if !filter.split_whitespace().all(|word| text.contains(word)) {
            continue;
        }
        match out.iter_mut().find(|(place, ..)| place == path) {
            Some((.., list)) => list.push((entry, report)),
            None => out.push((path.to_owned(), meta.level(), vec![(entry, report)])),
        }
    }
    out
}

fn place_ui(ui: &mut Ui, ctx: &Context<'_>, path: &str, level: Option<Level>) {
    let theme = ctx.theme;
    ui.add_space(6.0);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), egui::Sense::hover());
    let slot = ctx.state.slot(path);
    super::plot::marker(ui.painter(), pos2(rect.left() + 8.0, rect.center().y), 4.0, slot, theme.city(slot), false);
    let name = if path.is_empty() { ctx.t("place-unknown").to_owned() } else { place_name(path) };
    let inner = Rect::from_min_max(pos2(rect.left() + 20.0, rect.top()), rect.max);
    let end = widgets::text_at(ui, inner, &name, Theme::bold(theme.size.list), theme.ink);
    if let Some(key) = level.filter(|level| *level != Level::City).map(level_key) {
        let tag = Rect::from_min_max(pos2(end + 8.0, rect.top()), rect.max);
        widgets::text_at(ui, tag, ctx.t(key), Theme::font(theme.size.caption), theme.ink3);
    }
}

/// A county with its city before it: 大同市云州区.
pub(super) fn place_name(path: &str) -> String {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        [_, city, county] => format!("{city}{county}"),
        [.., last] => (*last).to_owned(),
        [] => String::new(),
    }
}

/// A title without the place that stands beside it: 2023年教育工作要点 under 吕梁市.
pub(super) fn short_title<'a>(title: &'a str, path: &str) -> &'a str {
    let mut rest = title;
    for part in path.split('/').filter(|part| !part.is_empty()) {
        rest = rest.strip_prefix(part).unwrap_or(rest);
    }
    if rest.chars().count() >= 4 { rest } else { title }
}

pub(super) fn level_key(level: Level) -> &'static str {
    match level {
        Level::Province => "level-province",
        Level::City => "level-city",
        Level::County => "level-county",
    }
}

pub(super) fn kind_key(kind: ReportKind) -> &'static str {
    match kind {
        ReportKind::Review => "kind-review",
        ReportKind::Plan => "kind-plan",
        ReportKind::Mixed => "kind-mixed",
    }
}

pub(super) fn quality_key(quality: SourceQuality) -> &'static str {
    match quality {
        SourceQuality::Official => "quality-official",
        SourceQuality::Newspaper => "quality-newspaper",
        SourceQuality::Repost => "quality-repost",
        SourceQuality::Reworded => "quality-reworded",
        SourceQuality::Unknown => "quality-unknown",
    }
}

fn report_ui(ui: &mut Ui, ctx: &Context<'_>, entry: &Entry, report: &Report) {
    let theme = ctx.theme;
    let meta = &report.document.meta;
    let is_open = ctx.state.view.panes.contains(&report.id);
    let mut line: Vec<String> = Vec::new();
    if entry.sample {
        line.push(ctx.t("sample").to_owned());
    }
    let kind = ctx.t(kind_key(meta.kind));
    line.push(meta.year.as_ref().map_or_else(|| ctx.t("year-unknown").to_owned(), |year| format!("{} {kind}", year.value)));
    if matches!(meta.quality, SourceQuality::Repost | SourceQuality::Reworded) {
        line.push(ctx.t(quality_key(meta.quality)).to_owned());
    }
    let line = line.join(" · ");
    let initiatives = ctx.words.with("library-initiatives", &[("count", report.document.initiatives.len().into())]);
    let numbers = ctx.words.with("library-numbers", &[("count", report.document.facts.len().into())]);
    let counts = format!("{initiatives} · {numbers}");
    let response = widgets::row_ui(ui, theme, 58.0, is_open, &meta.title, |ui, rect| {
        let inner = Rect::from_min_max(pos2(rect.left() + 20.0, rect.top() + 4.0), pos2(rect.right() - 6.0, rect.bottom() - 4.0));
        let (top, rest) = inner.split_top_bottom_at_fraction(0.38);
        let (middle, bottom) = rest.split_top_bottom_at_fraction(0.5);
        let title = short_title(&meta.title, meta.place_path().unwrap_or_default());
        widgets::text_at(ui, top, title, Theme::font(theme.size.list), theme.ink);
        widgets::text_at(ui, middle, &line, Theme::font(theme.size.caption), theme.ink3);
        widgets::text_at(ui, bottom, &counts, Theme::font(theme.size.caption), theme.ink3);
    });
    let response = response.on_hover_ui(|ui| {
        ui.set_max_width(360.0);
        ui.label(RichText::new(&meta.title).font(Theme::bold(theme.size.list)));
        ui.label(&line);
        ui.label(format!("{} · {}", ctx.t(quality_key(meta.quality)), report.encoding));
        if !entry.sample {
            ui.label(RichText::new(crate::text::visible_path(&entry.path)).color(theme.ink3));
        }
    });
    if response.clicked() {
        ctx.send(Command::ShowPane(report.id.clone()));
    }
    response.context_menu(|ui| {
        if ui.button(ctx.t("library-show")).clicked() {
            ctx.send(Command::ShowPane(report.id.clone()));
            ui.close();
        }
        if ui.button(ctx.t("library-properties")).clicked() {
            ctx.send(Command::ShowProperties(Some(report.id.clone())));
            ui.close();
        }
        ui.separator();
        if ui.button(ctx.t("library-remove")).clicked() {
            ctx.send(Command::CloseReport(report.id.clone()));
            ui.close();
        }
    });
}

fn waiting_ui(ui: &mut Ui, ctx: &Context<'_>) {
    let waiting: Vec<&Entry> = ctx.state.entries.iter().filter(|entry| matches!(entry.loading, Loading::Waiting)).collect();
    if waiting.is_empty() {
        return;
    }
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        ui.spinner();
        ui.label(ctx.words.with("library-reading", &[("count", waiting.len().into())]));
        if ui.small_button(ctx.t("button-cancel")).clicked() {
            ctx.send(Command::CancelLoading);
        }
    });
    for entry in waiting.iter().take(20) {
        let name = crate::text::visible(&entry.path.file_name().unwrap_or_default().to_string_lossy());
        ui.label(RichText::new(name).size(ctx.theme.size.caption).color(ctx.theme.ink3));
    }
}

fn failed_ui(ui: &mut Ui, ctx: &Context<'_>) {
    let theme = ctx.theme;
    let failed: Vec<&Entry> = ctx.state.entries.iter().filter(|entry| matches!(entry.loading, Loading::Failed(_))).collect();
    if failed.is_empty() {
        return;
    }
    ui.add_space(12.0);
    widgets::caption_ui(ui, theme, &ctx.words.with("library-failed", &[("count", failed.len().into())]));
    for entry in failed {
        let Loading::Failed(failure) = &entry.loading else { continue };
        let name = crate::text::visible(&entry.path.file_name().unwrap_or(entry.path.as_os_str()).to_string_lossy());
        let values: Vec<(&str, fluent_bundle::FluentValue<'_>)> =
            failure.values.iter().map(|(key, value)| (key.as_str(), value.as_str().into())).collect();
        let sentence = ctx.words.with(&failure.code, &values);
        ui.horizontal_top(|ui| {
            let width = ui.available_width() - 32.0;
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.label(RichText::new(name).color(theme.error));
                ui.label(RichText::new(&sentence).size(theme.size.caption).color(theme.ink2));
            });
            if ui.small_button("×").on_hover_text(ctx.t("library-remove")).clicked() {
                ctx.send(Command::RemoveEntry(entry.path.clone()));
            }
        });
    }
}
