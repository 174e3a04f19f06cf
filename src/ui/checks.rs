//! The arithmetic checks of the open reports, failures first; every figure leads to its sentence.

use egui::{RichText, ScrollArea, Ui, vec2};

use super::context::Context;
use super::library::{place_name, short_title};
use super::theme::Theme;
use super::widgets;
use crate::analysis::sums::{Outcome, Piece, Sum};
use crate::export::{number::shown, sums::kind_key};
use crate::workspace::{Action, Command, Item};

/// How many sums are drawn at once; the others come on demand.
const PAGE: usize = 200;

pub(super) fn checks_ui(ui: &mut Ui, ctx: &Context<'_>) {
    let theme = ctx.theme;
    let sums = &ctx.derived.sums;
    let count = |outcome: Outcome| sums.iter().filter(|sum| sum.outcome == outcome).count();
    let failing = count(Outcome::Fails);
    let only = ctx.state.view.only_failures;
    if sums.is_empty() {
        let key = if ctx.derived.reports.is_empty() { "checks-empty" } else { "checks-none" };
        widgets::empty_ui(ui, theme, ctx.t(key));
        return;
    }
    let line = egui::Layout::right_to_left(egui::Align::Center);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), theme.size.row), line, |ui| {
        if ui.button(ctx.t("checks-export")).on_hover_text(ctx.t("action-export-checks")).clicked() {
            ctx.send_action(Action::ExportChecks);
        }
        if widgets::chip_ui(ui, theme, only, ctx.t("checks-only-failures")).clicked() {
            ctx.send(Command::SetOnlyFailures(!only));
        }
        ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
            let text = ctx.words.with("checks-count", &[("count", sums.len().into()), ("failing", failing.into())]);
            ui.add(egui::Label::new(RichText::new(text).size(theme.size.caption).color(theme.ink2)).truncate());
        });
    });
    ui.add_space(2.0);
    let shown: Vec<&Sum> = sums.iter().filter(|sum| !only || sum.outcome == Outcome::Fails).collect();
    if shown.is_empty() {
        widgets::empty_ui(ui, theme, ctx.t("checks-no-failures"));
        return;
    }
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let id = ui.scope_id().with("pages");
        let pages: usize = ui.data(|data| data.get_temp(id)).unwrap_or(1);
        for sum in shown.iter().take(PAGE * pages) {
            sum_ui(ui, ctx, sum);
        }
        let rest = shown.len().saturating_sub(PAGE * pages);
        if rest > 0 && ui.button(ctx.words.with("checks-more", &[("count", rest.into())])).clicked() {
            ui.data_mut(|data| data.insert_temp(id, pages + 1));
        }
    });
}

fn sum_ui(ui: &mut Ui, ctx: &Context<'_>, sum: &Sum) {
    let theme = ctx.theme;
    let meta = &sum.report.document.meta;
    let path = meta.place_path().unwrap_or_default();
    ui.add_space(3.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.spacing_mut().interact_size.y = theme.size.list * 1.4;
        let slot = ctx.state.slot(path);
        let (dot, _) = ui.allocate_exact_size(vec2(10.0, theme.size.list), egui::Sense::hover());
        super::plot::marker(ui.painter(), dot.center(), 3.5, slot, theme.city(slot), false);
        let place = if path.is_empty() { ctx.t("place-unknown").to_owned() } else { place_name(path) };
        let mut job = egui::text::LayoutJob::default();
        let mut say = |text: &str, size, color| job.append(text, 0.0, egui::TextFormat::simple(Theme::font(size), color));
        say(&sum.indicator, theme.size.list, theme.ink);
        say(&format!("  {} · {place} · {}", ctx.t(kind_key(sum.kind)), short_title(&meta.title, path)), theme.size.caption, theme.ink3);
        ui.add(egui::Label::new(job).truncate()).on_hover_text(&meta.title);
    });
    equation_ui(ui, ctx, sum);
    ui.add_space(3.0);
    let y = ui.cursor().top();
    ui.painter().hline(ui.max_rect().x_range(), y, egui::Stroke::new(1.0, theme.line));
}

/// The sum with its verdict; each figure is a link to its sentence.
pub(super) fn equation_ui(ui: &mut Ui, ctx: &Context<'_>, sum: &Sum) {
    let theme = ctx.theme;
    let verdict = verdict(ctx, sum);
    let response = ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(5.0, 2.0);
        ui.spacing_mut().interact_size.y = theme.size.list * 1.5;
        // a line ends between figures, never within one
        ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Extend);
        let (mark, ink) = match sum.outcome {
            Outcome::Fails => ("×", theme.error),
            Outcome::Corrected => ("…", theme.ink2),
            Outcome::Holds => ("✓", theme.ink3),
        };
        ui.label(RichText::new(mark).font(Theme::bold(theme.size.list)).color(ink));
        for piece in &sum.pieces {
            match piece {
                Piece::Sign(sign) => {
                    ui.label(RichText::new(*sign).color(theme.ink2));
                }
                Piece::Figure(figure) => {
                    let is_here =
                        matches!(&ctx.state.view.selection, Some(Item::Fact(key)) if key.report == figure.key.report && key.span == figure.key.span);
                    let text = RichText::new(&figure.raw).color(theme.accent);
                    let text = if is_here { text.font(Theme::bold(theme.size.list)) } else { text };
                    if ui.link(text).on_hover_ui(|ui| sentence_ui(ui, sum, figure.key.span)).clicked() {
                        ctx.send(Command::Select(Item::Fact(figure.key.clone())));
                    }
                }
            }
        }
        ui.label(RichText::new(&verdict).size(theme.size.caption).color(if sum.outcome == Outcome::Fails { theme.error } else { theme.ink3 }));
    });
    let label = format!("{} {verdict}", sum.text());
    response.response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &label));
}

/// The sentence of a figure, for its tooltip.
fn sentence_ui(ui: &mut Ui, sum: &Sum, span: crate::text::Span) {
    ui.set_max_width(360.0);
    let source = &sum.report.document.source;
    let mut text: String = source.slice(source.sentence_around(span)).chars().take(240).collect();
    if text.chars().count() == 240 {
        text.push('…');
    }
    ui.label(text);
}

/// `成立`, `不成立，算得 5 项`.
fn verdict(ctx: &Context<'_>, sum: &Sum) -> String {
    match (sum.outcome, &sum.result) {
        (Outcome::Holds, _) if sum.is_direction() => ctx.t("check-direction-holds").to_owned(),
        (Outcome::Fails, _) if sum.is_direction() => ctx.t("check-direction-fails").to_owned(),
        (Outcome::Holds, _) => ctx.t("check-holds").to_owned(),
        (Outcome::Corrected, _) => ctx.t("check-corrected").to_owned(),
        (Outcome::Fails, None) => ctx.t("check-fails").to_owned(),
        (Outcome::Fails, Some((value, decimals, unit))) => {
            let value = format!("{}{}", shown(*value, *decimals, ctx.words.language), unit.as_deref().unwrap_or_default());
            ctx.words.with("check-fails-with", &[("value", value.into())])
        }
    }
}
