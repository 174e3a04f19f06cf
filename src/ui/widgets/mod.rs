//! Small parts that several views use. Each draws one thing and knows no state.

use egui::{Align2, Color32, CornerRadius, Label, Rect, Response, RichText, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use super::theme::Theme;

/// What stands where nothing is to be shown: one sentence.
pub(super) fn empty_ui(ui: &mut Ui, theme: &Theme, sentence: &str) {
    ui.add_space(16.0);
    ui.vertical_centered(|ui| ui.label(RichText::new(sentence).color(theme.ink2)));
}

/// A caption over a list.
pub(super) fn caption_ui(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    ui.label(RichText::new(text).size(theme.size.caption).color(theme.ink3))
}

/// A pill that is on or off.
pub(super) fn chip_ui(ui: &mut Ui, theme: &Theme, on: bool, text: &str) -> Response {
    let ink = if on { theme.accent } else { theme.ink2 };
    let button = egui::Button::new(RichText::new(text).size(theme.size.caption).color(ink))
        .fill(if on { theme.accent_ground } else { theme.panel })
        .stroke(Stroke::new(1.0, if on { theme.accent } else { theme.line }))
        .corner_radius(CornerRadius::same(12))
        .min_size(vec2(0.0, 24.0));
    let response = ui.add(button);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, true, on, text));
    response
}

/// A row of a list: full width, rounded, its ground saying whether it is chosen; what stands in it is painted by `add`.
pub(super) fn row_ui(ui: &mut Ui, theme: &Theme, height: f32, chosen: bool, label: &str, add: impl FnOnce(&mut Ui, Rect)) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, chosen, label));
    if ui.is_rect_visible(rect) {
        let radius = CornerRadius::same(theme.size.radius as u8);
        if chosen {
            ui.painter().rect_filled(rect, radius, theme.accent_ground);
        } else if response.hovered() {
            ui.painter().rect_filled(rect, radius, theme.hover);
        }
        if response.has_focus() {
            ui.painter().rect_stroke(rect, radius, Stroke::new(1.5, theme.accent), StrokeKind::Inside);
        }
        add(ui, rect);
    }
    response
}

/// Text at the left of a rectangle, cut off with … where it does not fit; returns where it ends.
pub(super) fn text_at(ui: &Ui, rect: Rect, text: &str, font: egui::FontId, colour: Color32) -> f32 {
    job_at(ui, rect, egui::text::LayoutJob::simple_singleline(text.to_owned(), font, colour), colour)
}

/// The same in italics: what no report states.
pub(super) fn italic_at(ui: &Ui, rect: Rect, text: &str, font: egui::FontId, colour: Color32) -> f32 {
    let format = egui::TextFormat { italics: true, ..egui::TextFormat::simple(font, colour) };
    job_at(ui, rect, egui::text::LayoutJob::single_section(text.to_owned(), format), colour)
}

fn job_at(ui: &Ui, rect: Rect, mut job: egui::text::LayoutJob, colour: Color32) -> f32 {
    job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width().max(0.0));
    let galley = ui.painter().layout_job(job);
    let at = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    let end = at.x + galley.size().x;
    ui.painter().galley(at, galley, colour);
    end
}

/// Text that ends at the right of a rectangle; returns where it begins.
pub(super) fn text_right(ui: &Ui, rect: Rect, text: &str, font: egui::FontId, colour: Color32) -> f32 {
    ui.painter().text(rect.right_center(), Align2::RIGHT_CENTER, text, font, colour).left()
}

/// A list of rows of one height, of which only those in view are drawn. Where `chosen` (a row and something that names it)
/// becomes another one, the list goes to it, unless it is in view.
pub(super) fn list_ui<K: Clone + PartialEq + Send + Sync + 'static>(
    ui: &mut Ui,
    height: f32,
    count: usize,
    chosen: Option<(usize, K)>,
    add: impl FnOnce(&mut Ui, std::ops::Range<usize>),
) {
    let id = ui.scope_id().with("chosen");
    let (last, view): (Option<K>, Option<(f32, f32)>) = ui.data(|data| (data.get_temp(id), data.get_temp(id.with("view"))));
    let mut area = egui::ScrollArea::vertical().auto_shrink(false);
    if let Some((row, name)) = chosen
        && last.as_ref() != Some(&name)
    {
        let step = height + ui.spacing().item_spacing.y;
        let at = row as f32 * step;
        if let Some((top, room)) = view
            && (at < top || at + step > top + room)
        {
            area = area.vertical_scroll_offset((at - room * 0.4).max(0.0));
        }
        ui.data_mut(|data| data.insert_temp(id, name));
    }
    let output = area.show_rows(ui, height, count, add);
    ui.data_mut(|data| data.insert_temp(id.with("view"), (output.state.clamped_offset().y, output.inner_rect.height())));
}

/// A label and a value, as the details show them.
pub(super) fn field_ui(ui: &mut Ui, theme: &Theme, name: &str, add: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        // lines of text, not of buttons
        ui.spacing_mut().interact_size.y = theme.size.list * 1.4;
        let width = 76.0;
        ui.allocate_ui_with_layout(vec2(width, theme.size.list * 1.4), egui::Layout::left_to_right(egui::Align::TOP), |ui| {
            ui.set_min_width(width);
            ui.add(Label::new(RichText::new(name).color(theme.ink3)));
        });
        ui.vertical(|ui| add(ui));
    });
}
