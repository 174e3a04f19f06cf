//! The rows as a table that can be sorted and filtered; a click shows the sentence.

use egui::{Rect, RichText, Sense, Stroke, Ui, pos2, vec2};

use super::context::Context;
use super::theme::Theme;
use super::widgets;
use crate::analysis::Row;
use crate::model::{Confidence, Kind, Status};
use crate::workspace::{Command, FactChange, Item, SortColumn};

/// The columns with the key of their title and their share of the width; the indicator takes what is left.
const COLUMNS: [(SortColumn, &str, f32); 6] = [
    (SortColumn::Indicator, "column-indicator", 0.0),
    (SortColumn::Value, "column-value", 86.0),
    (SortColumn::Unit, "column-unit", 42.0),
    (SortColumn::Period, "column-period", 58.0),
    (SortColumn::Place, "column-place", 54.0),
    (SortColumn::Status, "column-status", 52.0),
];

pub(super) fn numbers_ui(ui: &mut Ui, ctx: &Context<'_>) {
    let theme = ctx.theme;
    let view = &ctx.state.view.numbers;
    let line = egui::Layout::right_to_left(egui::Align::Center);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), theme.size.row), line, |ui| {
        if widgets::chip_ui(ui, theme, view.only_doubtful, ctx.t("numbers-doubtful")).on_hover_text(ctx.t("numbers-doubtful-hint")).clicked() {
            ctx.send(Command::SetOnlyDoubtful(!view.only_doubtful));
        }
        let computed = ctx.derived.computed.len();
        if computed > 0 {
            let text = ctx.words.with("numbers-computed", &[("count", computed.into())]);
            if widgets::chip_ui(ui, theme, !view.hide_computed, &text).on_hover_text(ctx.t("numbers-computed-hint")).clicked() {
                ctx.send(Command::HideComputed(!view.hide_computed));
            }
        }
        for (status, key) in [(Status::Target, "status-target"), (Status::Actual, "status-actual")] {
            let on = view.status == Some(status);
            if widgets::chip_ui(ui, theme, on, ctx.t(key)).clicked() {
                ctx.send(Command::SetNumberStatus(if on { None } else { Some(status) }));
            }
        }
        let mut text = view.text.clone();
        let field = egui::TextEdit::singleline(&mut text).hint_text(ctx.t("numbers-filter")).desired_width(f32::INFINITY);
        if ui.add(field).changed() {
            ctx.send(Command::SetNumberText(text));
        }
    });
    ui.add_space(2.0);
    header_ui(ui, ctx);
    let (table, computed) = (&ctx.derived.table, &ctx.derived.computed_table);
    if table.is_empty() && computed.is_empty() {
        let sentence = if ctx.derived.rows.is_empty() { "numbers-empty" } else { "numbers-none-match" };
        widgets::empty_ui(ui, theme, ctx.t(sentence));
        return;
    }
    let chosen = match &ctx.state.view.selection {
        Some(Item::Fact(key)) => Some(key),
        _ => None,
    };
    ui.spacing_mut().item_spacing.y = 0.0;
    let row = chosen.and_then(|key| {
        let stated = table.iter().position(|&index| ctx.derived.rows[index].key == *key);
        let under = || computed.iter().position(|&index| ctx.derived.computed[index].key == *key).map(|at| table.len() + 1 + at);
        Some((stated.or_else(under)?, key.span))
    });
    let height = row_height(theme, ui.available_width());
    // the computed rows stand apart, under a line that says what they are
    let count = table.len() + if computed.is_empty() { 0 } else { 1 + computed.len() };
    widgets::list_ui(ui, height, count, row, |ui, range| {
        for at in range {
            let row = match at.checked_sub(table.len()) {
                None => &ctx.derived.rows[table[at]],
                Some(0) => {
                    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
                    let inner = Rect::from_min_max(pos2(rect.left() + 6.0, rect.bottom() - theme.size.row), rect.max);
                    widgets::text_at(ui, inner, ctx.t("numbers-computed-section"), Theme::font(theme.size.caption), theme.ink3);
                    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, theme.line));
                    continue;
                }
                Some(under) => &ctx.derived.computed[computed[under - 1]],
            };
            row_ui(ui, ctx, row, chosen == Some(&row.key));
        }
    });
}

/// From this width on, a row's columns stand side by side; below it the indicator has a line of its own.
const WIDE: f32 = 500.0;

fn row_height(theme: &Theme, width: f32) -> f32 {
    if width >= WIDE { theme.size.row } else { theme.size.row * 1.6 }
}

/// The rectangles of the columns in a row, or in the header.
fn cells(rect: Rect, is_header: bool) -> [Rect; 6] {
    let fixed: f32 = COLUMNS.iter().map(|column| column.2).sum();
    let is_wide = rect.width() >= WIDE;
    let (top, bottom) = if is_wide || is_header { (rect, rect) } else { rect.shrink2(vec2(0.0, 3.0)).split_top_bottom_at_fraction(0.52) };
    // in a narrow table what is left over stands between the header's first word and the values
    let first = (rect.width() - fixed - 12.0).max(if is_header { 30.0 } else { 0.0 });
    let mut at = rect.left() + 6.0;
    COLUMNS.map(|(column, _, width)| {
        if column == SortColumn::Indicator {
            let right = if is_wide || is_header { at + first - 8.0 } else { rect.right() - 6.0 };
            let cell = Rect::from_min_max(pos2(at, top.top()), pos2(right, top.bottom()));
            at += first;
            return cell;
        }
        let cell = Rect::from_min_max(pos2(at, bottom.top()), pos2(at + width - 8.0, bottom.bottom()));
        at += width;
        cell
    })
}

fn header_ui(ui: &mut Ui, ctx: &Context<'_>) {
    let theme = ctx.theme;
    let view = &ctx.state.view.numbers;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    for (cell, (column, key, _)) in cells(rect, true).into_iter().zip(COLUMNS) {
        let title = ctx.t(key);
        let response = ui.interact(cell, ui.scope_id().with(key), Sense::click()).on_hover_text(ctx.t("column-sort-hint"));
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, title));
        let is_sorted = view.sort == column;
        let arrow = match (is_sorted, view.descending) {
            (false, _) => "",
            (true, false) => "↑",
            (true, true) => "↓",
        };
        let ink = if is_sorted || response.hovered() { theme.accent } else { theme.ink3 };
        let text = format!("{title}{arrow}");
        if column == SortColumn::Value {
            widgets::text_right(ui, cell, &text, Theme::font(theme.size.caption), ink);
        } else {
            widgets::text_at(ui, cell, &text, Theme::font(theme.size.caption), ink);
        }
        if response.clicked() {
            ctx.send(Command::SortNumbers(column));
        }
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, theme.line));
}

fn row_ui(ui: &mut Ui, ctx: &Context<'_>, row: &Row, chosen: bool) {
    let theme = ctx.theme;
    let fact = &row.fact;
    let label = if row.is_computed() {
        format!("{} {} {}", ctx.t("computed"), fact.indicator, value_text(ctx, row))
    } else {
        format!("{} {}", fact.indicator, row.raw())
    };
    let response = widgets::row_ui(ui, theme, row_height(theme, ui.available_width()), chosen, &label, |ui, rect| {
        let ink = if row.struck { theme.ink3 } else { theme.ink };
        let small = Theme::font(theme.size.caption);
        let [indicator, value, unit, period, place, status] = cells(rect, false);
        let doubtful = fact.confidence == Confidence::Doubtful && !row.corrected;
        let mark = if row.is_computed() {
            "="
        } else if row.corrected {
            "✓"
        } else if doubtful {
            "?"
        } else {
            ""
        };
        let mark_width = if mark.is_empty() { 0.0 } else { 14.0 };
        if !mark.is_empty() {
            widgets::text_at(ui, indicator, mark, Theme::bold(theme.size.caption), if doubtful { theme.doubt } else { theme.accent });
        }
        let inner = Rect::from_min_max(pos2(indicator.left() + mark_width, indicator.top()), indicator.max);
        if row.is_computed() {
            widgets::italic_at(ui, inner, &fact.indicator, Theme::font(theme.size.list), ink);
        } else if ctx.derived.is_baseless(row) {
            let without = ctx.t("diagnostic-no-base");
            let left = widgets::text_right(ui, inner, without, small.clone(), theme.ink3);
            let name = Rect::from_min_max(inner.min, pos2(left - 6.0, inner.bottom()));
            widgets::text_at(ui, name, &fact.indicator, Theme::font(theme.size.list), ink);
        } else {
            widgets::text_at(ui, inner, &fact.indicator, Theme::font(theme.size.list), ink);
        }
        let shown = value_text(ctx, row);
        widgets::text_right(ui, value, &shown, Theme::font(theme.size.list), ink);
        widgets::text_at(ui, unit, fact.unit.as_deref().unwrap_or("—"), small.clone(), theme.ink2);
        let when = fact.period.as_ref().map_or_else(|| "—".to_owned(), |period| period_text(&period.value));
        widgets::text_at(ui, period, &when, small.clone(), theme.ink2);
        let path = fact.place.as_ref().map_or("", |place| place.value.path.as_str());
        let report_path = row.report.document.meta.place_path().unwrap_or_default();
        let slot = ctx.state.slot(report_path);
        super::plot::marker(ui.painter(), pos2(place.left() + 4.0, place.center().y), 3.0, slot, theme.city(slot), false);
        let name = path.rsplit('/').next().unwrap_or_default();
        widgets::text_at(ui, Rect::from_min_max(pos2(place.left() + 12.0, place.top()), place.max), short(name), small.clone(), theme.ink2);
        let key = if fact.status == Status::Target { "status-target" } else { "status-actual" };
        widgets::text_at(ui, status, ctx.t(key), small, if fact.status == Status::Target { theme.accent } else { theme.ink2 });
        if row.struck {
            ui.painter().hline(rect.x_range().shrink(6.0), indicator.center().y, Stroke::new(1.0, theme.ink3));
        }
    });
    let response = response.on_hover_ui(|ui| {
        ui.set_max_width(360.0);
        ui.label(RichText::new(&fact.indicator).font(Theme::bold(theme.size.list)));
        if row.is_computed() {
            let from = row.sources().join(ctx.t("chart-list"));
            ui.label(RichText::new(ctx.words.with("computed-from", &[("from", from.into())])).color(theme.doubt));
        }
        if ctx.derived.is_baseless(row) {
            ui.label(RichText::new(ctx.t("no-base-why")).color(theme.ink2));
        }
        ui.label(row.sentence());
    });
    if response.clicked() {
        ctx.send(Command::Select(Item::Fact(row.key.clone())));
    }
    if response.double_clicked() && !row.is_computed() {
        ctx.send(Command::StartCorrecting(Some(row.key.clone())));
    }
    response.context_menu(|ui| fact_menu_ui(ui, ctx, row));
}

/// What can be done with a row.
pub(super) fn fact_menu_ui(ui: &mut Ui, ctx: &Context<'_>, row: &Row) {
    let key = &row.key;
    if !row.is_computed() && ui.button(ctx.t("action-correct")).clicked() {
        ctx.send(Command::StartCorrecting(Some(key.clone())));
        ui.close();
    }
    let (label, change) = if row.struck { ("fact-restore", FactChange::Restore) } else { ("action-strike-out", FactChange::Strike) };
    if ui.button(ctx.t(label)).clicked() {
        ctx.send(Command::ChangeFact(key.clone(), change));
        ui.close();
    }
    if row.corrected && ui.button(ctx.t("fact-reset")).clicked() {
        ctx.send(Command::ChangeFact(key.clone(), FactChange::Reset));
        ui.close();
    }
    ui.separator();
    if ui.button(ctx.t("fact-plot")).clicked() {
        ctx.send(Command::ChooseIndicator(crate::analysis::series::ChoiceKey::of(row)));
        ui.close();
    }
    if ui.button(ctx.t("copy-sentence")).clicked() {
        ctx.send(Command::Copy(row.sentence().to_owned()));
        ui.close();
    }
}

/// The raw words without the unit where nothing was corrected; the corrected value else. A change carries its sign.
fn value_text(ctx: &Context<'_>, row: &Row) -> String {
    let fact = &row.fact;
    let value = format!("{:.*}", usize::from(fact.decimals), fact.value);
    let raw = row.raw();
    let corrected = ctx.state.edits.facts.get(&row.key).is_some_and(|edit| edit.value.is_some() || edit.unit.is_some());
    if row.is_computed() {
        let about = if fact.qualifier == crate::model::Qualifier::About { "≈" } else { "" };
        return format!("{about}{value}{}", fact.unit.as_deref().unwrap_or_default());
    }
    if corrected || row.basis == crate::analysis::Basis::Added {
        return format!("{value}{}", fact.unit.as_deref().unwrap_or_default());
    }
    if fact.kind == Kind::Change && fact.value >= 0.0 {
        format!("+{raw}")
    } else if fact.kind == Kind::Change {
        format!("−{raw}")
    } else {
        raw.to_owned()
    }
}

/// A place's name without its last character, where two are left.
fn short(name: &str) -> &str {
    let stem = name.strip_suffix(['市', '县', '区', '省']).unwrap_or(name);
    if stem.chars().count() >= 2 { stem } else { name }
}

/// A period as a person writes it: `2023`, `2022-06`, `2021–2022`.
pub(super) fn period_text(period: &crate::model::Period) -> String {
    if period.start == period.end { period.to_string() } else { format!("{}–{}", period.start.year, period.end.year) }
}
