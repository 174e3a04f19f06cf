//! The plot with its list of indicators. Draws and asks; writes no file.

use egui::{Frame, Margin, Panel, Rect, RichText, ScrollArea, Ui, pos2};

use super::context::Context;
use super::theme::Theme;
use super::{plot, widgets};
use crate::analysis::Verdict;
use crate::analysis::akin::Difference;
use crate::analysis::series::Choice;
use crate::export::wording;
use crate::workspace::{Action, Command, Figure, Item, PlotForm};

pub(super) fn figure_ui(ui: &mut Ui, ctx: &Context<'_>) {
    let theme = ctx.theme;
    let edge = theme.size.edge as i8;
    let side = Frame::new().fill(theme.panel).inner_margin(Margin { left: edge, right: edge, top: 6, bottom: 4 });
    Panel::left("indicators").frame(side).resizable(true).default_size(228.0).size_range(160.0..=420.0).show(ui, |ui| choices_ui(ui, ctx));
    // a child of fixed size: what it draws must not make the panel grow
    let rect = ui.available_rect_before_wrap();
    let inner = Rect::from_min_max(rect.min + egui::vec2(theme.size.edge, 6.0), rect.max - egui::vec2(theme.size.edge, 4.0));
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inner).id_salt("chart"));
    child.set_clip_rect(rect.intersect(ui.clip_rect()));
    chart_ui(&mut child, ctx);
    ui.advance_cursor_after_rect(rect);
}

/// The indicators, those whose rows are alike first.
fn choices_ui(ui: &mut Ui, ctx: &Context<'_>) {
    let theme = ctx.theme;
    ui.horizontal(|ui| {
        widgets::caption_ui(ui, theme, ctx.t("indicators-title"));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| widgets::caption_ui(ui, theme, ctx.t("indicators-order")));
    });
    let mut filter = ctx.state.view.indicator_filter.clone();
    let field = egui::TextEdit::singleline(&mut filter).hint_text(ctx.t("indicators-filter")).desired_width(f32::INFINITY);
    if ui.add(field).changed() {
        ctx.send(Command::SetIndicatorFilter(filter.clone()));
    }
    let shown: Vec<&Choice> = ctx.derived.choices.iter().filter(|choice| filter.split_whitespace().all(|word| choice.matches(word))).collect();
    if shown.is_empty() {
        let key = if ctx.derived.choices.is_empty() { "indicators-empty" } else { "indicators-none-match" };
        widgets::empty_ui(ui, theme, ctx.t(key));
        return;
    }
    let chosen = ctx.derived.choice.as_ref().map(|choice| &choice.key);
    let mut lines: Vec<Line<'_>> = Vec::new();
    for choice in shown {
        lines.push(Line::Choice(choice));
        if chosen == Some(&choice.key) && !ctx.derived.near_choice.list.is_empty() {
            lines.push(Line::Near);
            let near = ctx.derived.near_choice.list.iter();
            lines.extend(near.filter_map(|&(difference, at)| Some(Line::Akin(difference, ctx.derived.choices.get(at)?))));
        }
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().auto_shrink(false).show_rows(ui, theme.size.row, lines.len(), |ui, range| {
        for line in &lines[range] {
            match line {
                Line::Choice(choice) => choice_ui(ui, ctx, choice, chosen == Some(&choice.key)),
                Line::Near => {
                    let (rect, response) = ui.allocate_exact_size(egui::vec2(ui.available_width(), theme.size.row), egui::Sense::hover());
                    let inner = Rect::from_min_max(pos2(rect.left() + 14.0, rect.top() + 4.0), rect.max);
                    widgets::text_at(ui, inner, ctx.t("near-title"), Theme::font(theme.size.caption), theme.ink3);
                    response.on_hover_text(ctx.t("near-hint"));
                }
                Line::Akin(difference, choice) => akin_ui(ui, ctx, *difference, choice),
            }
        }
    });
}

/// What stands in a line of the list of indicators.
enum Line<'a> {
    Choice(&'a Choice),
    /// The caption over those near to the chosen one.
    Near,
    Akin(Difference, &'a Choice),
}

fn choice_ui(ui: &mut Ui, ctx: &Context<'_>, choice: &Choice, is_chosen: bool) {
    let theme = ctx.theme;
    let spelling = choice.spelling();
    let extent = extent(ctx, choice);
    let response = widgets::row_ui(ui, theme, theme.size.row, is_chosen, &spelling, |ui, rect| {
        let inner = rect.shrink2(egui::vec2(8.0, 0.0));
        // the name comes first: where both do not fit, the count stands alone
        let fits = extent.chars().count() < 14 || inner.width() > 260.0;
        let shown = if fits { extent.as_str() } else { extent.split(" · ").next().unwrap_or_default() };
        let left = widgets::text_right(ui, inner, shown, Theme::font(theme.size.caption), theme.ink3);
        let name = Rect::from_min_max(inner.min, pos2(left - 8.0, inner.bottom()));
        let font = if is_chosen { Theme::bold(theme.size.list) } else { Theme::font(theme.size.list) };
        let sign = if choice.key.change { "±" } else { "" };
        widgets::text_at(ui, name, &format!("{sign}{}", choice.label), font, theme.ink);
    });
    if response.on_hover_text(format!("{spelling} · {extent}")).clicked() {
        ctx.send(Command::ChooseIndicator(choice.key.clone()));
    }
}

/// An indicator near to the chosen one, under it: a click chooses it, the sign at its end draws it beside.
fn akin_ui(ui: &mut Ui, ctx: &Context<'_>, difference: Difference, choice: &Choice) {
    let theme = ctx.theme;
    let spelling = choice.spelling();
    let is_beside = ctx.state.view.plot.beside.contains(&choice.key);
    let can_stand_beside = ctx.derived.choice.as_ref().is_some_and(|chosen| chosen.key.unit == choice.key.unit);
    let mut corner = None;
    let response = widgets::row_ui(ui, theme, theme.size.row, false, &format!("≈ {spelling}"), |ui, rect| {
        let inner = Rect::from_min_max(pos2(rect.left() + 14.0, rect.top()), pos2(rect.right() - 34.0, rect.bottom()));
        corner = Some(Rect::from_center_size(pos2(rect.right() - 20.0, rect.center().y), egui::vec2(22.0, 22.0)));
        let left = widgets::text_right(ui, inner, ctx.t(difference_key(difference)), Theme::font(theme.size.caption), theme.ink3);
        let name = Rect::from_min_max(inner.min, pos2(left - 6.0, inner.bottom()));
        let font = if is_beside { Theme::bold(theme.size.list) } else { Theme::font(theme.size.list) };
        widgets::text_at(ui, name, &choice.label, font, theme.ink2);
    });
    if let (Some(corner), true) = (corner, can_stand_beside) {
        let (sign, key) = if is_beside { ("−", "near-apart") } else { ("+", "near-beside") };
        let button = ui.interact(corner, response.id.with("beside"), egui::Sense::click()).on_hover_text(ctx.t(key));
        let ink = if button.hovered() || is_beside { theme.accent } else { theme.ink2 };
        let fill = if button.hovered() { theme.hover } else { theme.panel };
        ui.painter().rect(corner, 6.0, fill, egui::Stroke::new(1.0, theme.line), egui::StrokeKind::Inside);
        ui.painter().text(corner.center(), egui::Align2::CENTER_CENTER, sign, Theme::font(theme.size.list), ink);
        button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, format!("{} {}", ctx.t(key), choice.label)));
        if button.clicked() {
            ctx.send(Command::ToggleBeside(choice.key.clone()));
        }
    }
    if response.on_hover_text(format!("{spelling} · {}", ctx.t("near-hint"))).clicked() {
        ctx.send(Command::ChooseIndicator(choice.key.clone()));
    }
}

/// The words for what near indicators differ in.
pub(super) fn difference_key(difference: Difference) -> &'static str {
    match difference {
        Difference::Action => "near-action",
        Difference::Count => "near-count",
        Difference::Population => "near-population",
        Difference::Modifier => "near-modifier",
        Difference::Level => "near-level",
    }
}

/// `3 地 · 有保留`, `2 年`.
fn extent(ctx: &Context<'_>, choice: &Choice) -> String {
    let count = match (choice.places, choice.years) {
        (0, _) => return ctx.t("extent-none").to_owned(),
        (1, years) => ctx.words.with("extent-years", &[("count", years.into())]),
        (places, _) => ctx.words.with("extent-places", &[("count", places.into())]),
    };
    let verdict = match choice.comparability {
        Some(verdict) if choice.places > 1 => ctx.t(wording::verdict_key(verdict)),
        _ => return count,
    };
    format!("{count} · {verdict}")
}

fn chart_ui(ui: &mut Ui, ctx: &Context<'_>) {
    let theme = ctx.theme;
    let (Some(choice), Some(chart)) = (&ctx.derived.choice, &ctx.derived.chart) else {
        widgets::empty_ui(ui, theme, ctx.t("figure-nothing"));
        return;
    };
    // the buttons first: the words get the room that is left
    let line = egui::Layout::right_to_left(egui::Align::Center);
    ui.allocate_ui_with_layout(egui::vec2(ui.available_width(), theme.size.row), line, |ui| {
        let export = format!("{} {}", ctx.t("button-export-figure"), Action::ExportFigure.shortcuts()[0]);
        if ui.button(export).clicked() {
            ctx.send_action(Action::ExportFigure);
        }
        sizes_ui(ui, ctx);
        places_ui(ui, ctx);
        let computed = ctx.derived.computed_of_choice();
        if computed > 0 {
            let on = ctx.state.view.plot.computed;
            let text = ctx.words.with("numbers-computed", &[("count", computed.into())]);
            if widgets::chip_ui(ui, theme, on, &text).on_hover_text(ctx.t("figure-computed-hint")).clicked() {
                ctx.send(Command::SetPlotComputed(!on));
            }
        }
        form_ui(ui, ctx);
        ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
            let mut job = egui::text::LayoutJob::default();
            let mut say = |text: &str, font, color| job.append(text, 0.0, egui::TextFormat { font_id: font, color, ..egui::TextFormat::default() });
            let title = if chart.is_empty() { choice.label.clone() } else { wording::title(chart, ctx.words) };
            let small = || Theme::font(theme.size.caption);
            say(&title, Theme::bold(theme.size.heading), theme.ink);
            say(&format!("  {}", wording::subtitle(chart, ctx.words)), small(), theme.ink3);
            if let Some(text) = wording::comparability(chart, ctx.words) {
                say(&format!("  {text}"), small(), if chart.verdict == Verdict::Comparable { theme.ink3 } else { theme.doubt });
            }
            let whole = job.text.clone();
            ui.add(egui::Label::new(job).truncate()).on_hover_text(whole);
        });
    });
    if chart.is_empty() {
        widgets::empty_ui(ui, theme, ctx.t("figure-all-hidden"));
        return;
    }
    let notes = wording::notes(chart, ctx.words);
    // what is drawn must not be higher than the panel, or the panel grows with every frame
    let line = ui.text_style_height(&egui::TextStyle::Small).max(ui.fonts_mut(|fonts| fonts.row_height(&Theme::font(theme.size.caption))));
    let room = if notes.is_some() { (line + ui.spacing().item_spacing.y * 2.0).ceil() } else { 0.0 };
    let size = egui::vec2(ui.available_width(), ui.available_height() - room);
    let clicked = ui.allocate_ui(size, |ui| plot::plot_ui(ui, ctx, chart)).inner;
    if let Some(facts) = clicked
        && let Some(next) = next_of(ctx, &facts)
    {
        ctx.send(Command::Select(Item::Fact(next)));
    }
    if let Some(notes) = notes {
        ui.add(egui::Label::new(RichText::new(&notes).size(theme.size.caption).color(theme.ink2)).truncate()).on_hover_text(&notes);
    }
}

/// Of the facts of a point the one after the selected one, so that clicking again shows the next sentence.
fn next_of(ctx: &Context<'_>, facts: &[crate::model::FactKey]) -> Option<crate::model::FactKey> {
    let here = match &ctx.state.view.selection {
        Some(Item::Fact(key)) => facts.iter().position(|fact| fact == key),
        _ => None,
    };
    facts.get(here.map_or(0, |at| (at + 1) % facts.len())).cloned()
}

fn form_ui(ui: &mut Ui, ctx: &Context<'_>) {
    let forms = [(PlotForm::Auto, "form-auto"), (PlotForm::Latest, "form-latest"), (PlotForm::Years, "form-years")];
    let now = ctx.state.view.plot.form;
    let name = forms.iter().find(|(form, _)| *form == now).map_or("form-auto", |(_, key)| key);
    let response = ui.menu_button(format!("{} ▼", ctx.t(name)), |ui| {
        for (form, key) in forms {
            if ui.selectable_label(now == form, ctx.t(key)).clicked() {
                ctx.send(Command::SetPlotForm(form));
                ui.close();
            }
        }
    });
    response.response.on_hover_text(ctx.t("form-hint"));
}

/// The sizes of an exported picture.
fn sizes_ui(ui: &mut Ui, ctx: &Context<'_>) {
    let menu = ui.menu_button("⋯", |ui| {
        for scale in [1, 2, 3] {
            for (transparent, key) in [(false, "export-scale"), (true, "export-scale-transparent")] {
                if ui.button(ctx.words.with(key, &[("scale", scale.into())])).clicked() {
                    ctx.send(Command::AskToExportFigure(Figure { scale, transparent }));
                    ui.close();
                }
            }
        }
        ui.separator();
        ui.weak(ctx.t("export-endings"));
    });
    menu.response.on_hover_text(ctx.t("export-sizes"));
}

fn places_ui(ui: &mut Ui, ctx: &Context<'_>) {
    let hidden = &ctx.state.view.plot.hidden_places;
    let count = ctx.derived.places.iter().filter(|place| !hidden.contains(*place)).count();
    ui.menu_button(format!("{} ▼", ctx.words.with("figure-places", &[("count", count.into())])), |ui| {
        for place in &ctx.derived.places {
            let mut on = !hidden.contains(place);
            if ui.checkbox(&mut on, super::library::place_name(place)).changed() {
                ctx.send(Command::TogglePlotPlace(place.clone()));
            }
        }
    });
}
