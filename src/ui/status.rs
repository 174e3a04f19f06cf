//! The line at the bottom: counts, what is being shown, the next keys.

use egui::{Align, Layout, RichText, Ui};

use super::context::Context;
use crate::model::{Confidence, Reason};
use crate::workspace::{Action, Loading};

/// `hidden` is how many panes do not fit.
pub(super) fn status_ui(ui: &mut Ui, ctx: &Context<'_>, hidden: usize) {
    let theme = ctx.theme;
    let small = |text: String| RichText::new(text).size(theme.size.caption).color(theme.ink2);
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 18.0;
        ui.add_space(4.0);
        let reports = ctx.state.reports();
        let initiatives: usize = reports.iter().map(|report| report.document.initiatives.len()).sum();
        let doubtful = ctx.derived.rows.iter().filter(|row| row.fact.confidence == Confidence::Doubtful && !row.corrected && !row.struck).count();
        ui.label(small(ctx.words.with("status-reports", &[("count", reports.len().into())])));
        ui.label(small(ctx.words.with("status-initiatives", &[("count", initiatives.into())])));
        ui.label(small(ctx.words.with("status-numbers", &[("count", ctx.derived.rows.len().into()), ("doubtful", doubtful.into())])));
        left_out_ui(ui, ctx);
        let waiting = ctx.state.entries.iter().filter(|entry| matches!(entry.loading, Loading::Waiting)).count();
        if waiting > 0 {
            ui.label(small(ctx.words.with("library-reading", &[("count", waiting.into())])));
        }
        let failed = ctx.state.entries.iter().filter(|entry| matches!(entry.loading, Loading::Failed(_))).count();
        if failed > 0 {
            ui.label(small(ctx.words.with("library-failed", &[("count", failed.into())])).color(theme.error));
        }
        if hidden > 0 {
            ui.label(small(ctx.words.with("status-hidden-panes", &[("count", hidden.into())])).color(theme.doubt));
        }
        if ctx.state.view.only_shared {
            ui.label(small(ctx.words.with("status-filter", &[("name", ctx.t("initiatives-shared").into())])));
        }
        if ui.available_width() < 360.0 {
            return;
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(4.0);
            let key = |action: Action| action.shortcuts().first().map(ToString::to_string).unwrap_or_default();
            let hints =
                [Action::NextMention, Action::Open, Action::Keys].map(|action| format!("{} {}", key(action), ctx.t(action.label()))).join(" · ");
            ui.label(small(hints));
        });
    });
}

/// How many numerals became no row; a click marks them in the text.
fn left_out_ui(ui: &mut Ui, ctx: &Context<'_>) {
    let theme = ctx.theme;
    let left_out = &ctx.derived.left_out;
    let count: usize = left_out.iter().map(|(_, count)| count).sum();
    if count == 0 {
        return;
    }
    let unread = left_out.iter().find(|(reason, _)| *reason == Reason::Unread).map_or(0, |(_, count)| *count);
    let text = ctx.words.with("status-left-out", &[("count", count.into()), ("unread", unread.into())]);
    let on = ctx.state.settings.layers.left_out;
    let ink = if on { theme.accent } else { theme.ink2 };
    let label = egui::Label::new(RichText::new(text).size(theme.size.caption).color(ink)).sense(egui::Sense::click());
    let response = ui.add(label).on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_ui(|ui| {
        let reasons: Vec<String> = left_out.iter().map(|(reason, count)| format!("{} {count}", ctx.t(super::details::reason_key(*reason)))).collect();
        let key = Action::LayerLeftOut.shortcuts().first().map(ToString::to_string).unwrap_or_default();
        let values = [("count", count.into()), ("reasons", reasons.join(ctx.t("chart-list")).into()), ("key", key.into())];
        ui.label(ctx.words.with("status-left-out-hint", &values));
    });
    if response.clicked() {
        ctx.send_action(Action::LayerLeftOut);
    }
}
