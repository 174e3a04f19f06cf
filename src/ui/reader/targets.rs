//! What can be pointed at, clicked, or found by assistive technology: blocks, marks, folds.

use egui::{CursorIcon, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::entries::{Entries, Kind};
use super::pane::{Pane, thousands};
use super::scene::Scene;
use super::{ReaderEvent, look, paint};
use crate::text::{Span, highlight};
use crate::ui::theme::Theme;

impl Pane<'_> {
    /// Marks as things to point at and click.
    pub(super) fn marks(&mut self, ui: &Ui, pane: &egui::Response, scene: &Scene, entries: &Entries, tooltip: &mut dyn FnMut(&mut Ui, usize)) {
        let marks = self.input.marks;
        let mut hovered = None;
        let mut named = Vec::new();
        for row in &scene.rows {
            let Some(reading) = row.reading(entries) else { continue };
            let line = row.span(reading);
            let found = self.state.index.overlapping(marks, line);
            let spans: Vec<Span> = found.iter().map(|&i| marks[i].span).collect();
            for run in highlight::flatten(&spans, line) {
                let Some(place) = row.place(reading, run.span) else { continue };
                let at = found[run.top];
                let mark = &marks[at];
                let response = ui.interact(place, ui.scope_id().with(("mark", at, run.span.start)), Sense::CLICK);
                if !named.contains(&at) {
                    named.push(at);
                    response.widget_info(|| WidgetInfo::labeled(Role::Mark, true, self.input.document.source.slice(mark.span)));
                }
                if response.clicked() {
                    pane.request_focus();
                    self.events.push(ReaderEvent::Clicked(mark.id));
                }
                if response.hovered() {
                    hovered = Some(mark.id);
                }
                if !self.state.selecting {
                    response.on_hover_cursor(CursorIcon::PointingHand).on_hover_ui(|ui| tooltip(ui, mark.id));
                }
            }
        }
        if hovered != self.state.hovered {
            self.state.hovered = hovered;
            self.events.push(ReaderEvent::Hovered(hovered));
        }
    }

    /// The lines that fold what is no report.
    pub(super) fn folds(&mut self, ui: &Ui, scene: &Scene, entries: &mut Entries) {
        let theme = self.input.theme;
        for &(index, rect) in &scene.folds {
            let entry = &entries.list[index];
            let Kind::Fold { .. } = entry.kind else { continue };
            let text = entries.source().slice(entry.span);
            let open = entries.list.get(index + 1).is_some_and(|next| !next.hidden);
            let count = text.chars().filter(|c| !c.is_whitespace()).count();
            let mut what: String = text.lines().next().unwrap_or("").trim().chars().take(16).collect();
            if what.len() < text.len() {
                what.push('…');
            }
            let label = self.input.words.with("reader-folded", &[("count", thousands(count).into()), ("what", what.into())]);
            let response = ui.interact(rect, ui.scope_id().with(("fold", index)), Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
            response.widget_info(|| WidgetInfo::selected(Role::DisclosureTriangle, true, open, &label));
            if self.state.selection().is_some_and(|selected| selected.covers(entry.span)) {
                ui.painter().rect_filled(rect, 0.0, theme.select);
            }
            let ink = if response.hovered() || response.has_focus() { theme.ink2 } else { theme.ink3 };
            paint::triangle(ui.painter(), rect.left_center() + vec2(self.look.style(look::Style::Body).indent + 2.0, 0.0), open, ink);
            let left = rect.left() + self.look.style(look::Style::Body).indent + 14.0;
            let mut job = egui::text::LayoutJob::simple_singleline(label, Theme::font(theme.size.list), ink);
            job.wrap = egui::text::TextWrapping::truncate_at_width(rect.right() - left);
            let galley = ui.painter().layout_job(job);
            ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, ink);
            if response.has_focus() {
                ui.painter().rect_stroke(rect.shrink(1.0), theme.size.radius, egui::Stroke::new(1.0, theme.accent), egui::StrokeKind::Inside);
            }
            if response.clicked() {
                entries.toggle(index);
                ui.request_repaint();
            }
        }
    }
}

/// Tells assistive technology, and tests, what the blocks in sight say.
pub(super) fn describe_blocks(ui: &Ui, scene: &Scene, entries: &Entries) {
    for &(index, rect) in &scene.blocks {
        let entry = &entries.list[index];
        let Some(text) = entry.text() else { continue };
        let role = if matches!(entry.style, look::Style::Title | look::Style::Heading) { Role::Heading } else { Role::Paragraph };
        let response = ui.interact(rect, ui.scope_id().with(("block", index)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(role, true, text.reading.text()));
    }
}
