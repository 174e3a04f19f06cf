//! The reports side by side: a header for each and the reader under it.

use std::collections::BTreeMap;

use egui::{Rect, RichText, Sense, Stroke, Ui, UiBuilder, pos2, vec2};

use super::context::Context;
use super::library::{kind_key, place_name, short_title};
use super::reader::{Mark, MarkKind, ReaderEvent, ReaderInput, ReaderState, reader_ui};
use super::theme::Theme;
use super::widgets;
use crate::model::{Confidence, Report, ReportId, Status, Weight};
use crate::text::Span;
use crate::workspace::{Command, Item};

/// The height of a pane's header, and the least width of a pane.
const HEADER: f32 = 44.0;
const LEAST: f32 = 220.0;

/// What each pane keeps: where it is scrolled to, and how wide it is.
#[derive(Default)]
pub(super) struct Panes {
    readers: BTreeMap<ReportId, ReaderState>,
    /// The share of each pane; those without have 1.
    shares: BTreeMap<ReportId, f32>,
    marks: BTreeMap<ReportId, Marks>,
    /// How many panes did not fit in the last frame.
    pub(super) hidden: usize,
}

/// The marks of a report and what they were made for.
struct Marks {
    key: MarksKey,
    revision: u64,
    list: Vec<Mark>,
    items: Vec<Item>,
}

#[derive(PartialEq, Clone)]
struct MarksKey {
    revision: u64,
    layers: crate::workspace::Layers,
    cluster: Option<String>,
    selection: Option<Item>,
}

impl Panes {
    /// Brings a span into view and flashes it.
    pub(super) fn scroll_to(&mut self, report: &ReportId, span: Span) {
        self.readers.entry(report.clone()).or_default().scroll_to(span);
    }

    pub(super) fn show(&mut self, ui: &mut Ui, ctx: &Context<'_>) {
        let all: Vec<&Report> = ctx.state.view.panes.iter().filter_map(|id| ctx.state.report(id).map(std::convert::AsRef::as_ref)).collect();
        if all.is_empty() {
            empty_ui(ui, ctx);
            return;
        }
        let rect = ui.available_rect_before_wrap();
        // where not all fit, those around the active one are shown
        let fit = ((rect.width() / LEAST) as usize).clamp(1, all.len());
        let first = ctx.state.view.active_pane.saturating_sub(fit - 1).min(all.len() - fit);
        let shown = &all[first..first + fit];
        let total: f32 = shown.iter().map(|report| self.share(&report.id)).sum();
        let mut left = rect.left();
        for (offset, report) in shown.iter().enumerate() {
            let index = first + offset;
            let width = rect.width() * self.share(&report.id) / total;
            let cell = Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()));
            left += width;
            let mut child = ui.new_child(UiBuilder::new().max_rect(cell).id_salt(("pane", &report.id)));
            child.set_clip_rect(cell.intersect(ui.clip_rect()));
            self.pane_ui(&mut child, ctx, report, index, cell);
        }
        // after the panes, or their grounds would cover the lines
        let mut left = rect.left();
        for pair in shown.windows(2) {
            left += rect.width() * self.share(&pair[0].id) / total;
            let grip = Rect::from_center_size(pos2(left, rect.center().y), vec2(7.0, rect.height()));
            self.divider_ui(ui, ctx, [&pair[0].id, &pair[1].id], grip, rect.width() / total);
        }
        self.hidden = all.len() - fit;
        ui.advance_cursor_after_rect(rect);
    }

    fn share(&self, id: &ReportId) -> f32 {
        self.shares.get(id).copied().unwrap_or(1.0)
    }

    /// The line between two panes, which can be dragged; `scale` is the width of a share.
    fn divider_ui(&mut self, ui: &Ui, ctx: &Context<'_>, [left, right]: [&ReportId; 2], grip: Rect, scale: f32) {
        let response = ui.interact(grip, ui.scope_id().with(("divider", left)), Sense::drag()).on_hover_cursor(egui::CursorIcon::ResizeHorizontal);
        let is_active = response.hovered() || response.dragged();
        ui.painter().vline(grip.center().x, grip.y_range(), Stroke::new(1.0, if is_active { ctx.theme.accent } else { ctx.theme.line }));
        let delta = response.drag_delta().x / scale;
        if delta != 0.0 {
            let (a, b) = (self.share(left), self.share(right));
            let least = LEAST / scale;
            let delta = delta.clamp((least - a).min(0.0), (b - least).max(0.0));
            self.shares.insert(left.clone(), a + delta);
            self.shares.insert(right.clone(), b - delta);
        }
    }

    fn pane_ui(&mut self, ui: &mut Ui, ctx: &Context<'_>, report: &Report, index: usize, cell: Rect) {
        header_ui(ui, ctx, report, index, Rect::from_min_size(cell.min, vec2(cell.width(), HEADER)));
        let body = Rect::from_min_max(pos2(cell.left(), cell.top() + HEADER), cell.max);
        let mut child = ui.new_child(UiBuilder::new().max_rect(body).id_salt("body"));
        child.set_clip_rect(body.intersect(ui.clip_rect()));
        let marks = marks(&mut self.marks, ctx, report);
        let state = self.readers.entry(report.id.clone()).or_default();
        let mut tooltip = |ui: &mut Ui, id: usize| tooltip_ui(ui, ctx, report, marks.items.get(id));
        let input =
            ReaderInput { theme: ctx.theme, words: ctx.words, document: &report.document, marks: &marks.list, marks_revision: marks.revision };
        for event in reader_ui(&mut child, &input, state, &mut tooltip) {
            match event {
                ReaderEvent::Clicked(id) => {
                    if let Some(item) = marks.items.get(id) {
                        ctx.send(Command::Select(item.clone()));
                    }
                    ctx.send(Command::ActivatePane(index));
                }
                ReaderEvent::Focused => ctx.send(Command::ActivatePane(index)),
                _ => {}
            }
        }
    }
}

fn empty_ui(ui: &mut Ui, ctx: &Context<'_>) {
    ui.add_space(ui.available_height() * 0.3);
    ui.vertical_centered(|ui| {
        ui.label(RichText::new(ctx.t("panes-empty-title")).font(Theme::bold(ctx.theme.size.title)));
        ui.add_space(6.0);
        ui.label(RichText::new(ctx.t("panes-empty")).color(ctx.theme.ink2));
        ui.add_space(12.0);
        ui.horizontal(|ui| {
            ui.add_space((ui.available_width() - 220.0).max(0.0) / 2.0);
            if ui.button(ctx.t("button-open")).clicked() {
                ctx.send(Command::AskForFiles);
            }
            if ui.button(ctx.t("button-samples")).clicked() {
                ctx.send(Command::OpenSamples(crate::samples::paths()));
            }
        });
    });
}

/// The city's bar, title, year, and what was looked for and not found.
fn header_ui(ui: &mut Ui, ctx: &Context<'_>, report: &Report, index: usize, rect: Rect) {
    let theme = ctx.theme;
    let meta = &report.document.meta;
    let path = meta.place_path().unwrap_or_default();
    let slot = ctx.state.slot(path);
    let is_active = ctx.state.view.active_pane == index;
    ui.painter().rect_filled(rect, 0.0, if is_active { theme.paper } else { theme.panel });
    ui.painter().rect_filled(Rect::from_min_size(rect.min, vec2(rect.width(), 3.0)), 0.0, theme.city(slot));
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, theme.line));
    let inner = Rect::from_min_max(pos2(rect.left() + 14.0, rect.top() + 5.0), pos2(rect.right() - 34.0, rect.bottom() - 4.0));
    let (top, bottom) = inner.split_top_bottom_at_fraction(0.54);
    let place = if path.is_empty() { ctx.t("place-unknown").to_owned() } else { place_name(path) };
    let title = format!("{place} · {}", short_title(&meta.title, path));
    super::plot::marker(ui.painter(), pos2(top.left() + 4.0, top.center().y), 4.0, slot, theme.city(slot), false);
    widgets::text_at(
        ui,
        Rect::from_min_max(pos2(top.left() + 14.0, top.top()), top.max),
        &title,
        if is_active { Theme::bold(theme.size.list) } else { Theme::font(theme.size.list) },
        theme.ink,
    );
    let mut line: Vec<String> = Vec::new();
    if meta.sample {
        line.push(ctx.t("sample").to_owned());
    }
    line.push(meta.year.as_ref().map_or_else(|| ctx.t("year-unknown").to_owned(), |year| format!("{} {}", year.value, ctx.t(kind_key(meta.kind)))));
    let mut ink = theme.ink3;
    if let Some(cluster) = &ctx.state.view.cluster {
        let count: usize = report.document.initiatives.iter().filter(|it| it.cluster == *cluster).map(|it| it.mentions.len()).sum();
        if count == 0 {
            line.insert(0, ctx.words.with("pane-not-found", &[("name", cluster.as_str().into())]));
            ink = theme.doubt;
        } else {
            line.insert(0, ctx.words.with("pane-found", &[("name", cluster.as_str().into()), ("count", count.into())]));
        }
    } else if let Some(date) = &meta.published {
        line.push(ctx.words.with("pane-published", &[("date", date.value.as_str().into())]));
    }
    widgets::text_at(ui, bottom, &line.join(" · "), Theme::font(theme.size.caption), ink);
    let whole = ui.interact(rect, ui.scope_id().with("header"), Sense::click_and_drag()).on_hover_text(&title);
    whole.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &title));
    if whole.clicked() {
        ctx.send(Command::ActivatePane(index));
    }
    if whole.dragged() {
        ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
    }
    if whole.drag_stopped()
        && let Some(at) = whole.interact_pointer_pos()
    {
        // as many panes to the side as it was dragged pane widths
        let steps = ((at.x - rect.center().x) / rect.width()).round() as isize;
        let to = index.saturating_add_signed(steps).min(ctx.state.view.panes.len() - 1);
        if to != index {
            ctx.send(Command::MovePane { from: index, to });
        }
    }
    whole.context_menu(|ui| pane_menu_ui(ui, ctx, report, index));
    let corner = Rect::from_center_size(pos2(rect.right() - 18.0, rect.center().y), vec2(24.0, 24.0));
    let close = ui.put(corner, egui::Button::new("×").frame(false)).on_hover_text(ctx.t("pane-close"));
    close.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, ctx.t("pane-close")));
    if close.clicked() {
        ctx.send(Command::ClosePane(index));
    }
}

fn pane_menu_ui(ui: &mut Ui, ctx: &Context<'_>, report: &Report, index: usize) {
    let count = ctx.state.view.panes.len();
    if ui.add_enabled(index > 0, egui::Button::new(ctx.t("pane-left"))).clicked() {
        ctx.send(Command::MovePane { from: index, to: index - 1 });
        ui.close();
    }
    if ui.add_enabled(index + 1 < count, egui::Button::new(ctx.t("pane-right"))).clicked() {
        ctx.send(Command::MovePane { from: index, to: index + 1 });
        ui.close();
    }
    if ui.button(ctx.t("library-properties")).clicked() {
        ctx.send(Command::ShowProperties(Some(report.id.clone())));
        ui.close();
    }
    ui.separator();
    if ui.button(ctx.t("pane-close")).clicked() {
        ctx.send(Command::ClosePane(index));
        ui.close();
    }
}

/// The marks of a report as the layers and the selection want them; made anew only where these changed.
fn marks<'a>(all: &'a mut BTreeMap<ReportId, Marks>, ctx: &Context<'_>, report: &Report) -> &'a Marks {
    let key = MarksKey {
        revision: ctx.state.revision,
        layers: ctx.state.settings.layers,
        cluster: ctx.state.view.cluster.clone(),
        selection: ctx.state.view.selection.clone(),
    };
    let known = all.entry(report.id.clone()).or_insert_with(|| Marks {
        key: MarksKey { revision: u64::MAX, ..key.clone() },
        revision: 0,
        list: Vec::new(),
        items: Vec::new(),
    });
    if known.key != key {
        known.revision += 1;
        (known.list, known.items) = make_marks(ctx, report, &key);
        known.key = key;
    }
    known
}

fn make_marks(ctx: &Context<'_>, report: &Report, key: &MarksKey) -> (Vec<Mark>, Vec<Item>) {
    let (mut marks, mut items) = (Vec::new(), Vec::new());
    for (initiative, it) in report.document.initiatives.iter().enumerate() {
        let in_cluster = key.cluster.as_ref() == Some(&it.cluster);
        let (is_on, kind) = match it.weight {
            Weight::Main => (key.layers.initiatives, MarkKind::Initiative),
            Weight::Optional => (key.layers.optional, MarkKind::InitiativeOptional),
        };
        if !is_on && !in_cluster {
            continue;
        }
        for (mention, &span) in it.mentions.iter().enumerate() {
            marks.push(Mark { span, kind, doubtful: false, id: items.len(), chosen: in_cluster, struck: false });
            items.push(Item::Mention { report: report.id.clone(), initiative, mention });
        }
    }
    if key.layers.numbers {
        for row in ctx.derived.rows.iter().filter(|row| row.report.id == report.id) {
            let kind = if row.fact.status == Status::Target { MarkKind::Target } else { MarkKind::Number };
            let doubtful = row.fact.confidence == Confidence::Doubtful && !row.corrected;
            let item = Item::Fact(row.key.clone());
            let chosen = key.selection.as_ref() == Some(&item);
            marks.push(Mark { span: row.fact.span, kind, doubtful, id: items.len(), chosen, struck: row.struck });
            items.push(item);
        }
    }
    if key.layers.left_out {
        let by_hand = &ctx.state.edits.added;
        for it in &report.document.not_captured {
            if by_hand.keys().any(|key| key.report == report.id && key.span.overlaps(it.span)) {
                continue;
            }
            let item = Item::LeftOut { report: report.id.clone(), span: it.span };
            let chosen = key.selection.as_ref() == Some(&item);
            marks.push(Mark { span: it.span, kind: MarkKind::LeftOut, doubtful: false, id: items.len(), chosen, struck: false });
            items.push(item);
        }
    }
    (marks, items)
}

/// What the pointer stands on.
fn tooltip_ui(ui: &mut Ui, ctx: &Context<'_>, report: &Report, item: Option<&Item>) {
    let theme = ctx.theme;
    ui.set_max_width(320.0);
    match item {
        Some(Item::Mention { initiative, .. }) => {
            let Some(it) = report.document.initiatives.get(*initiative) else { return };
            ui.label(RichText::new(&it.name).font(Theme::bold(theme.size.list)));
            ui.label(format!("{} · {}", ctx.t(super::details::initiative_kind_key(it.kind)), it.theme));
        }
        Some(Item::Fact(key)) => {
            let Some(row) = ctx.derived.row(key) else { return };
            let fact = &row.fact;
            ui.label(RichText::new(&fact.indicator).font(Theme::bold(theme.size.list)));
            let when = fact.period.as_ref().map_or_else(|| ctx.t("cannot-be-told").to_owned(), |period| super::numbers::period_text(&period.value));
            let place = fact.place.as_ref().map_or(ctx.t("cannot-be-told"), |place| place.value.name());
            let status = ctx.t(if fact.status == Status::Target { "status-target-long" } else { "status-actual-long" });
            ui.label(format!(
                "{:.*} {} · {when} · {place} · {status}",
                usize::from(fact.decimals),
                fact.value,
                fact.unit.as_deref().unwrap_or_default()
            ));
            if fact.confidence != Confidence::Sure {
                ui.label(RichText::new(ctx.t(super::details::confidence_key(fact.confidence))).color(theme.doubt));
            }
        }
        Some(Item::LeftOut { span, .. }) => {
            ui.label(RichText::new(report.document.source.slice(*span)).font(Theme::bold(theme.size.list)));
            if let Some(it) = report.document.not_captured.iter().find(|it| it.span == *span) {
                let reason = ctx.t(super::details::reason_key(it.reason));
                ui.label(ctx.words.with("left-out-because", &[("reason", reason.into())]));
            }
        }
        None => {}
    }
}
