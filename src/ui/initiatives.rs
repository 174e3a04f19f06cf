//! The initiatives of all reports by theme, with a square for every place: how often it stands there, or that it was looked
//! for and not found.

use egui::{Align2, Color32, CornerRadius, Rect, Stroke, Ui, Vec2, pos2, vec2};

use super::context::Context;
use super::theme::Theme;
use super::widgets;
use crate::analysis::Group;
use crate::model::Weight;
use crate::workspace::{Action, Command, Item};

/// The side of a square, and how many places have one of their own.
const SQUARE: f32 = 19.0;
const PLACES: usize = 8;

enum Line<'a> {
    Theme(&'a str),
    Group(&'a Group),
}

pub(super) fn initiatives_ui(ui: &mut Ui, ctx: &Context<'_>) {
    let theme = ctx.theme;
    let view = &ctx.state.view;
    let line = egui::Layout::right_to_left(egui::Align::Center);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), theme.size.row), line, |ui| {
        let optional = ctx.state.settings.layers.optional;
        if widgets::chip_ui(ui, theme, optional, ctx.t("initiatives-optional")).on_hover_text(ctx.t("action-layer-optional")).clicked() {
            ctx.send_action(Action::LayerOptional);
        }
        if widgets::chip_ui(ui, theme, view.only_shared, ctx.t("initiatives-shared")).on_hover_text(ctx.t("initiatives-shared-hint")).clicked() {
            ctx.send(Command::SetOnlyShared(!view.only_shared));
        }
        let mut text = view.initiative_filter.clone();
        let field = egui::TextEdit::singleline(&mut text).hint_text(ctx.t("initiatives-filter")).desired_width(f32::INFINITY);
        if ui.add(field).changed() {
            ctx.send(Command::SetInitiativeFilter(text));
        }
    });
    ui.add_space(2.0);
    let places: Vec<&str> = ctx.derived.places_of_reports.iter().map(String::as_str).collect();
    let lines = lines(ctx);
    if lines.is_empty() {
        let sentence = if ctx.derived.groups.is_empty() { "initiatives-empty" } else { "initiatives-none-match" };
        widgets::empty_ui(ui, theme, ctx.t(sentence));
        return;
    }
    header_ui(ui, ctx, &places);
    ui.spacing_mut().item_spacing.y = 1.0;
    let chosen = view.cluster.as_ref().and_then(|cluster| {
        let row = lines.iter().position(|line| matches!(line, Line::Group(group) if group.cluster == *cluster))?;
        Some((row, cluster.clone()))
    });
    widgets::list_ui(ui, theme.size.row, lines.len(), chosen, |ui, range| {
        for line in &lines[range] {
            match line {
                Line::Theme(name) => {
                    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), theme.size.row), egui::Sense::hover());
                    let at = Rect::from_min_max(pos2(rect.left(), rect.top() + 6.0), rect.max);
                    widgets::text_at(ui, at, name, Theme::font(theme.size.caption), theme.ink3);
                }
                Line::Group(group) => group_ui(ui, ctx, group, &places),
            }
        }
    });
}

/// What the list shows: the groups that the filter lets through, a line with the theme before each run.
fn lines<'a>(ctx: &Context<'a>) -> Vec<Line<'a>> {
    let view = &ctx.state.view;
    let words: Vec<String> = view.initiative_filter.split_whitespace().map(str::to_lowercase).collect();
    let mut out = Vec::new();
    let mut last = "";
    for group in &ctx.derived.groups {
        let is_on = group.weight == Weight::Main || ctx.state.settings.layers.optional;
        let text = format!("{} {} {} {}", group.name, group.cluster, group.theme, group.family.as_deref().unwrap_or_default()).to_lowercase();
        if !is_on || view.only_shared && places_of(ctx, group) < 2 || !words.iter().all(|word| text.contains(word)) {
            continue;
        }
        if group.theme != last {
            last = &group.theme;
            out.push(Line::Theme(last));
        }
        out.push(Line::Group(group));
    }
    out
}

/// How often a group stands in the reports of each place.
fn counts(ctx: &Context<'_>, group: &Group) -> Vec<usize> {
    let mut out = vec![0; ctx.derived.places_of_reports.len()];
    for &(report, initiative) in &group.members {
        let Some(report) = ctx.derived.reports.get(report) else { continue };
        let place = report.document.meta.place_path().unwrap_or_default();
        if let Some(at) = ctx.derived.places_of_reports.iter().position(|it| it == place) {
            out[at] += report.document.initiatives.get(initiative).map_or(0, |it| it.mentions.len());
        }
    }
    out
}

fn places_of(ctx: &Context<'_>, group: &Group) -> usize {
    counts(ctx, group).into_iter().filter(|&count| count > 0).count()
}

/// Where the square of a place stands in a row.
fn square(rect: Rect, index: usize, places: usize) -> Rect {
    let shown = places.min(PLACES);
    let right = rect.right() - 6.0 - (shown - index) as f32 * (SQUARE + 4.0);
    Rect::from_center_size(pos2(right + SQUARE / 2.0 + 4.0, rect.center().y), Vec2::splat(SQUARE))
}

/// The first characters of the places over their squares.
fn header_ui(ui: &mut Ui, ctx: &Context<'_>, places: &[&str]) {
    let theme = ctx.theme;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 16.0), egui::Sense::hover());
    for (index, place) in places.iter().take(PLACES).enumerate() {
        let name = place.rsplit('/').next().unwrap_or_default();
        let first: String = name.chars().next().map_or_else(|| "?".to_owned(), String::from);
        let cell = square(rect, index, places.len());
        ui.painter().text(cell.center(), Align2::CENTER_CENTER, first, Theme::font(theme.size.caption), theme.ink3);
        let response = ui.interact(cell, ui.scope_id().with(("place", index)), egui::Sense::hover());
        response.on_hover_text(if name.is_empty() { ctx.t("place-unknown") } else { name });
    }
}

/// The first mention of a group in a place's reports.
fn mention_in(ctx: &Context<'_>, group: &Group, place: &str) -> Option<Item> {
    group.members.iter().find_map(|&(report, initiative)| {
        let report = ctx.derived.reports.get(report)?;
        let is_here = report.document.meta.place_path().unwrap_or_default() == place;
        is_here.then(|| Item::Mention { report: report.id.clone(), initiative, mention: 0 })
    })
}

fn group_ui(ui: &mut Ui, ctx: &Context<'_>, group: &Group, places: &[&str]) {
    let theme = ctx.theme;
    let chosen = ctx.state.view.cluster.as_ref() == Some(&group.cluster);
    let counts = counts(ctx, group);
    let response = widgets::row_ui(ui, theme, theme.size.row, chosen, &group.name, |ui, rect| {
        let right = square(rect, 0, places.len()).left() - 6.0;
        let inner = Rect::from_min_max(pos2(rect.left() + 8.0, rect.top()), pos2(right, rect.bottom()));
        let font = if chosen { Theme::bold(theme.size.list) } else { Theme::font(theme.size.list) };
        widgets::text_at(ui, inner, &group.name, font, theme.ink);
        for (index, &count) in counts.iter().take(PLACES).enumerate() {
            let cell = square(rect, index, places.len());
            if count == 0 {
                dashed_square(ui, cell, theme.line);
                continue;
            }
            let colour = theme.city(ctx.state.slot(places[index]));
            ui.painter().rect_filled(cell, CornerRadius::same(4), colour);
            ui.painter().text(cell.center(), Align2::CENTER_CENTER, count.to_string(), Theme::bold(theme.size.caption - 1.0), ink_on(theme, colour));
        }
    });
    let response = response.on_hover_ui(|ui| {
        ui.set_max_width(340.0);
        ui.label(egui::RichText::new(&group.name).font(Theme::bold(theme.size.list)));
        ui.label(format!("{} · {}", ctx.t(super::details::initiative_kind_key(group.kind)), group.theme));
        for (place, count) in places.iter().zip(&counts) {
            let name = super::library::place_name(place);
            let text = match count {
                0 => ctx.words.with("cell-not-found", &[("place", name.into())]),
                n => ctx.words.with("cell-found", &[("place", name.into()), ("count", (*n).into())]),
            };
            ui.label(text);
        }
    });
    if response.clicked() {
        let at = response.interact_pointer_pos();
        let pressed = (0..places.len().min(PLACES)).find(|&index| at.is_some_and(|at| square(response.rect, index, places.len()).contains(at)));
        match pressed.and_then(|index| mention_in(ctx, group, places[index])) {
            Some(item) => ctx.send(Command::Select(item)),
            None => ctx.send(Command::ChooseCluster(group.cluster.clone())),
        }
    }
}

/// The dark or the light of the theme, whichever can be read on the colour.
fn ink_on(theme: &Theme, colour: Color32) -> Color32 {
    let brightness = 0.299 * f32::from(colour.r()) + 0.587 * f32::from(colour.g()) + 0.114 * f32::from(colour.b());
    let (dark, light) = if theme.dark { (theme.window, theme.ink) } else { (theme.ink, theme.paper) };
    if brightness > 140.0 { dark } else { light }
}

fn dashed_square(ui: &Ui, rect: Rect, colour: Color32) {
    let rect = rect.shrink(0.5);
    let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    ui.painter().extend(egui::Shape::dashed_line(&corners, Stroke::new(1.0, colour), 3.0, 2.5));
}
