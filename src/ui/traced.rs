//! How the selected row was read: a tree of steps, each with the words that decided it and the way to them.

use egui::collapsing_header::CollapsingState;
use egui::text::{LayoutJob, TextFormat};
use egui::{CollapsingHeader, Link, RichText, Ui, WidgetInfo};

use super::context::Context;
use super::details::rules_ui;
use super::theme::Theme;
use crate::analysis::Row;
use crate::export::step::{Step, step};
use crate::model::{Report, Trace};
use crate::workspace::{Command, Tree};

/// The section of the details; for a row that was not read, or whose reading cannot be told, its rules by name.
pub(super) fn traced_ui(ui: &mut Ui, ctx: &Context<'_>, row: &Row) {
    let tree = ctx.state.view.reading.as_ref().filter(|it| it.key == row.key).map(|it| &it.tree);
    let Some(tree) = tree.filter(|tree| !matches!(tree, Tree::None)) else {
        return rules_ui(ui, ctx, &row.fact.rules);
    };
    let theme = ctx.theme;
    ui.add_space(6.0);
    let title = RichText::new(ctx.t("details-how")).size(theme.size.caption).color(theme.ink2);
    CollapsingHeader::new(title).id_salt("details-how").default_open(true).show_unindented(ui, |ui| {
        ui.spacing_mut().interact_size.y = theme.size.list * 1.4;
        if row.corrected {
            ui.label(RichText::new(ctx.t("details-how-corrected")).size(theme.size.caption).color(theme.ink2));
        }
        match tree {
            Tree::Known(trace) => parts_ui(ui, ctx, &row.report, trace),
            Tree::Waiting | Tree::None => {
                ui.label(RichText::new(ctx.t("details-how-waiting")).color(theme.ink2));
            }
        }
    });
}

fn parts_ui(ui: &mut Ui, ctx: &Context<'_>, report: &Report, tree: &Trace) {
    for (index, part) in tree.parts.iter().enumerate() {
        ui.push_id((index, &part.what), |ui| branch_ui(ui, ctx, report, part));
    }
}

/// One step; what it rests on folds out beneath it, and stays so when another row is selected.
fn branch_ui(ui: &mut Ui, ctx: &Context<'_>, report: &Report, tree: &Trace) {
    let words = step(tree, &report.document.source, ctx.words);
    if tree.parts.is_empty() {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(ui.spacing().indent);
            step_ui(ui, ctx, report, tree, &words);
        });
        return;
    }
    let state = CollapsingState::load_with_default_open(ui.ctx(), ui.make_persistent_id("parts"), false);
    let is_open = state.is_open();
    let header = state.show_header(ui, |ui| step_ui(ui, ctx, report, tree, &words));
    let (toggle, _, _) = header.body(|ui| parts_ui(ui, ctx, report, tree));
    let label = ctx.words.with("details-how-parts", &[("what", words.what.as_str().into())]);
    toggle.widget_info(|| WidgetInfo::selected(egui::Role::DisclosureTriangle, true, is_open, &label));
}

/// The words of a step; a link to where they stand, if they stand somewhere.
fn step_ui(ui: &mut Ui, ctx: &Context<'_>, report: &Report, tree: &Trace, words: &Step) {
    let theme = ctx.theme;
    // a row of things does not break its lines else
    ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Wrap);
    let mut job = LayoutJob::default();
    let mut say = |text: &str, size, colour| {
        let room = if job.is_empty() || text.is_empty() { "" } else { "  " };
        job.append(&format!("{room}{text}"), 0.0, TextFormat::simple(Theme::font(size), colour));
    };
    say(&words.what, theme.size.list, theme.ink2);
    say(&words.said, theme.size.list, if tree.span.is_some() { theme.accent } else { theme.ink });
    say(&words.how, theme.size.caption, theme.ink3);
    let response = match tree.span {
        Some(span) => {
            let link = ui.add(Link::new(job)).on_hover_text(ctx.t("details-go-to"));
            if link.clicked() {
                ctx.send(Command::GoTo(report.id.clone(), span));
            }
            link
        }
        None => ui.add(egui::Label::new(job)),
    };
    if !words.code.is_empty() {
        response.on_hover_text(&words.code);
    }
}
