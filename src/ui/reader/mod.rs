//! The pane of one report: a virtual list of its blocks with marks in them, selection, and the strip at its side.
//!
//! Knows a [`Document`] and [`Mark`]s, and neither the workspace nor its commands: what a person does comes back as
//! [`ReaderEvent`]s. The text on the screen is repaired for reading; everything that leaves the pane is in bytes of the source.

mod entries;
mod look;
mod marks;
mod paint;
mod position;
mod scene;
mod select;
mod state;
mod strip;
#[cfg(test)]
mod tests;

use egui::{CursorIcon, Event, EventFilter, Key, Modifiers, Pos2, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

pub use marks::{Mark, MarkKind};
pub use state::ReaderState;

use crate::locale::Words;
use crate::model::Document;
use crate::text::{Span, highlight};
use crate::ui::theme::Theme;
use entries::{Entries, Kind, Measure};
use look::Look;
use position::{Anchor, HEAD};
use scene::Scene;
use select::Selection;

/// From the text to the pane's left edge, and to the strip.
const MARGIN: f32 = 20.0;
const GAP: f32 = 14.0;
/// Lines are at most this many ems long: longer ones are hard to follow.
const WIDEST: f32 = 48.0;
/// How fast the text scrolls while a selection is led beyond the edge: points per second for each point beyond it.
const PULL: f32 = 14.0;

/// What a pane shows.
#[derive(Clone, Copy)]
pub struct ReaderInput<'a> {
    pub theme: &'a Theme,
    pub words: &'a Words,
    pub document: &'a Document,
    /// In any order.
    pub marks: &'a [Mark],
    /// Another number whenever `marks` differ from those of the frame before.
    pub marks_revision: u64,
}

/// What a person did in a pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReaderEvent {
    /// A mark was clicked: its `id`. Of overlapping marks, the innermost.
    Clicked(usize),
    /// The text beside the marks was clicked, at this source offset.
    ClickedText(usize),
    /// The pointer came onto another mark, or left the marks.
    Hovered(Option<usize>),
    SelectionChanged,
    /// A person scrolled: panes that follow this one may do so now.
    Scrolled,
    /// The pane was clicked or reached by the keyboard.
    Focused,
}

/// Shows a report in all the space that `ui` has left. `tooltip` shows what a mark stands for, by its `id`.
pub fn reader_ui(ui: &mut Ui, input: &ReaderInput<'_>, state: &mut ReaderState, tooltip: &mut dyn FnMut(&mut Ui, usize)) -> Vec<ReaderEvent> {
    let rect = ui.available_rect_before_wrap();
    ui.allocate_rect(rect, Sense::hover());
    let mut ui = ui.new_child(UiBuilder::new().id_salt("reader").max_rect(rect));
    ui.shrink_clip_rect(rect);
    let mut pane = Pane::new(&ui, input, state, rect);
    pane.run(&mut ui, tooltip);
    pane.events
}

/// One frame of one pane.
struct Pane<'a> {
    input: ReaderInput<'a>,
    state: &'a mut ReaderState,
    look: Look,
    rect: Rect,
    column: Rect,
    strip: Rect,
    pixels: f32,
    now: f64,
    events: Vec<ReaderEvent>,
}

impl<'a> Pane<'a> {
    fn new(ui: &Ui, input: &ReaderInput<'a>, state: &'a mut ReaderState, rect: Rect) -> Self {
        let pixels = ui.pixels_per_point();
        let theme = input.theme;
        let strip = Rect::from_min_max(pos2(rect.right() - strip::WIDTH - 5.0, rect.top() + 4.0), pos2(rect.right() - 5.0, rect.bottom() - 4.0));
        let room = strip.left() - GAP - rect.left() - MARGIN;
        let width = room.min(WIDEST * theme.size.body).max(theme.size.body * 4.0).floor();
        let left = rect.left() + MARGIN + ((room - width) / 2.0).max(0.0).floor();
        let column = Rect::from_min_max(pos2(left, rect.top()), pos2(left + width, rect.bottom()));
        let now = ui.input(|i| i.time);
        Self { input: *input, state, look: Look::new(theme, pixels), rect, column, strip, pixels, now, events: Vec::new() }
    }

    fn run(&mut self, ui: &mut Ui, tooltip: &mut dyn FnMut(&mut Ui, usize)) {
        let theme = self.input.theme;
        ui.painter().rect_filled(self.rect, 0.0, theme.paper);
        let id = ui.scope_id().with("text");
        let text_rect = self.rect.with_max_x(self.strip.left() - 2.0);
        let pane = ui.interact(text_rect, id, Sense::click_and_drag());
        pane.widget_info(|| {
            let title = self.input.document.meta.title.as_str();
            WidgetInfo::labeled(Role::Document, true, self.input.words.with("reader-text", &[("title", title.into())]))
        });
        if pane.gained_focus() {
            self.events.push(ReaderEvent::Focused);
        }
        let mut entries = self.state.entries_of(self.input.document);
        if self.state.marks_key != Some(self.input.marks_revision) {
            self.state.marks_key = Some(self.input.marks_revision);
            self.state.index = marks::MarkIndex::new(self.input.marks);
        }
        let distance = self.wheel_and_keys(ui, &pane) + self.pull(ui, &pane);
        let total = entries.total().max(1.0);
        let (from, to) = self.sight(&mut entries, total);
        let jump = strip::interact(ui, self.strip, self.input.words.t("reader-strip"), from, to, &mut self.state.grab);

        let mut advances = std::mem::take(&mut self.state.advances);
        let look = self.look.clone();
        let fonts_seen = ui.fonts_mut(|fonts| fonts.discovered_fonts().len());
        if self.state.fonts_seen != fonts_seen {
            // characters that had no glyph have one now, of another width
            self.state.fonts_seen = fonts_seen;
            self.state.advances = look::Advances::default();
            self.state.leap.get_or_insert(state::Leap::Line(self.state.top));
            entries = Entries::new(self.input.document);
        }
        let (scene, more) = ui.fonts_mut(|fonts| {
            let mut measure = Measure { fonts, look: &look, advances: &mut advances };
            self.scroll(&mut entries, &mut measure, distance, jump.map(|part| part * total));
            let more = entries.measure_some(&mut measure);
            (Scene::new(&mut entries, &mut measure, self.column, self.state.anchor, |points| (points * self.pixels).round() / self.pixels), more)
        });
        self.state.advances = advances;

        self.select(ui, &pane, &scene, &entries);
        describe_blocks(ui, &scene, &entries);
        self.marks(ui, &pane, &scene, &entries, tooltip);
        self.folds(ui, &scene, &mut entries);
        self.paint(ui, &pane, &scene, &mut entries);
        if more || self.state.glide.is_some() || self.state.flash.is_some() {
            ui.request_repaint();
        }
        self.state.entries = Some(entries);
    }

    /// How far wheel and keys scroll.
    fn wheel_and_keys(&mut self, ui: &Ui, pane: &egui::Response) -> f32 {
        let mut distance = 0.0;
        if ui.rect_contains_pointer(self.rect) {
            ui.input_mut(|i| {
                distance -= i.smooth_scroll_delta.y;
                i.smooth_scroll_delta.y = 0.0;
            });
        }
        if !pane.has_focus() {
            return distance;
        }
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(pane.id, filter));
        let line = self.look.style(look::Style::Body).line;
        let page = (self.rect.height() - 2.0 * line).max(line);
        let length = self.input.document.source.text().len();
        let mut steps = 0.0;
        let mut leap = None;
        let mut all = false;
        let mut copy = false;
        ui.input_mut(|i| {
            for (key, points) in [(Key::ArrowDown, 2.0 * line), (Key::ArrowUp, -2.0 * line)] {
                distance += points * i.count_and_consume_key(Modifiers::NONE, key) as f32;
            }
            for (modifiers, key, points) in [
                (Modifiers::NONE, Key::PageDown, page),
                (Modifiers::NONE, Key::PageUp, -page),
                (Modifiers::SHIFT, Key::Space, -page),
                (Modifiers::NONE, Key::Space, page),
            ] {
                steps += points * i.count_and_consume_key(modifiers, key) as f32;
            }
            if i.consume_key(Modifiers::NONE, Key::Home) {
                leap = Some(false);
            }
            if i.consume_key(Modifiers::NONE, Key::End) {
                leap = Some(true);
            }
            all = i.consume_key(Modifiers::COMMAND, Key::A);
            copy = i.events.iter().any(|event| matches!(event, Event::Copy));
        });
        if steps != 0.0 {
            self.state.leap = Some(state::Leap::By(steps));
        }
        if let Some(end) = leap {
            self.state.leap = Some(if end { state::Leap::End } else { state::Leap::Top });
        }
        if all {
            self.set_selection(Some(Selection::of(Span::new(0, length))));
        }
        if copy && let Some(text) = self.state.selected_text(self.input.document) {
            ui.copy_text(text);
        }
        distance
    }

    /// How far the text scrolls because a selection is led beyond the edge.
    fn pull(&self, ui: &Ui, pane: &egui::Response) -> f32 {
        if !self.state.selecting || !pane.is_pointer_button_down_on() {
            return 0.0;
        }
        let Some(pos) = ui.input(|i| i.pointer.latest_pos()) else { return 0.0 };
        let beyond = (pos.y - self.rect.bottom()).max(0.0) + (pos.y - self.rect.top()).min(0.0);
        if beyond != 0.0 {
            ui.request_repaint();
        }
        beyond.clamp(-120.0, 120.0) * PULL * ui.input(|i| i.stable_dt).min(0.05)
    }

    /// The part of the whole that is in sight, from 0 to 1.
    fn sight(&self, entries: &mut Entries, total: f32) -> (f32, f32) {
        let top = self.state.anchor.absolute(entries).max(0.0);
        ((top / total).clamp(0.0, 1.0), ((top + self.rect.height()) / total).clamp(0.0, 1.0))
    }

    /// Brings the pane to where it is to stand in this frame.
    fn scroll(&mut self, entries: &mut Entries, measure: &mut Measure<'_, '_>, distance: f32, jump: Option<f32>) {
        let height = self.rect.height();
        let state = &mut *self.state;
        let fit = (self.column.width(), self.pixels);
        if entries.fit != fit {
            let kept = state.kept.or_else(|| (entries.fit.0 > 0.0).then(|| state.anchor.offset(entries)));
            entries.set_fit(fit, measure.look);
            if let Some((offset, into)) = kept {
                let (line, line_height) = Anchor::of(offset, entries, measure);
                state.anchor = line.moved(into.min(line_height), entries, measure, height);
                state.kept = Some((offset, into));
            }
            state.glide = None;
        }
        if let Some(leap) = state.leap.take() {
            let target = match leap {
                state::Leap::By(points) => state.anchor.moved(points, entries, measure, height),
                state::Leap::Top => Anchor::TOP,
                state::Leap::End => Anchor::at(entries.total(), entries).moved(0.0, entries, measure, height),
                state::Leap::Centre(span) => Anchor::centring(span, entries, measure, height),
                state::Leap::Line(offset) => Anchor::of(offset, entries, measure).0.moved(0.0, entries, measure, height),
            };
            let smooth = state.motion && state.seen && !matches!(leap, state::Leap::Line(_));
            if smooth && target != state.anchor {
                state.glide = Some(position::Glide { from: state.anchor, to: target, start: self.now });
            } else {
                state.anchor = target;
                state.glide = None;
            }
            state.kept = None;
        }
        if let Some(points) = jump {
            state.glide = None;
            let points = (points - height / 2.0).clamp(-HEAD, entries.total().max(0.0));
            state.anchor = Anchor::at(points, entries).moved(0.0, entries, measure, height);
        } else if distance != 0.0 {
            state.glide = None;
            state.anchor = state.anchor.moved(distance, entries, measure, height);
        } else if let Some(glide) = state.glide {
            let (anchor, over) = glide.at(self.now, entries);
            state.anchor = anchor.moved(0.0, entries, measure, height);
            if over {
                state.glide = None;
            }
        } else {
            state.anchor = state.anchor.moved(0.0, entries, measure, height);
        }
        if jump.is_some() || distance != 0.0 {
            state.kept = None;
            self.events.push(ReaderEvent::Scrolled);
        }
        let state = &mut *self.state;
        state.top = state.anchor.offset(entries).0;
        state.seen = true;
        if let Some(flash) = &mut state.flash {
            let start = *flash.start.get_or_insert(self.now);
            if state.glide.is_some() {
                flash.start = None;
            } else if self.now - start > state::FLASH {
                state.flash = None;
            }
        }
    }

    /// Selecting with the pointer.
    fn select(&mut self, ui: &Ui, pane: &egui::Response, scene: &Scene, entries: &Entries) {
        if pane.container_contains_pointer() || self.state.selecting {
            ui.set_cursor_icon(CursorIcon::Text);
        }
        let (pressed, down, pos, origin, shift, clicks) = ui.input(|i| {
            let clicks = if i.pointer.button_triple_clicked(egui::PointerButton::Primary) {
                3
            } else if i.pointer.button_double_clicked(egui::PointerButton::Primary) {
                2
            } else {
                usize::from(i.pointer.button_clicked(egui::PointerButton::Primary))
            };
            (i.pointer.primary_pressed(), i.pointer.primary_down(), i.pointer.interact_pos(), i.pointer.press_origin(), i.modifiers.shift, clicks)
        });
        let Some(pos) = pos else { return };
        if pressed && pane.is_pointer_button_down_on() {
            pane.request_focus();
            self.events.push(ReaderEvent::Focused);
            let caret = scene.caret_at(pos, entries);
            let from = self.state.selection.map(|old| old.from).or(self.state.pressed_at).filter(|_| shift).or(caret);
            self.state.pressed_at = from;
            self.state.selecting = true;
            self.set_selection(from.zip(caret).map(|(from, to)| Selection { from, to }).filter(|s| !s.span().is_empty()));
        }
        if !self.state.selecting {
            return;
        }
        if down {
            let moved = origin.is_some_and(|origin| origin.distance(pos) > 3.0);
            if moved && let (Some(from), Some(to)) = (self.state.pressed_at, scene.caret_at(self.inside(pos), entries)) {
                self.set_selection(Some(Selection { from, to }).filter(|s| !s.span().is_empty()));
            }
        } else {
            self.state.selecting = false;
            match clicks {
                2 => self.select_word(pos, scene, entries),
                3 => {
                    if let Some((entry, _)) = scene.character_at(pos, entries) {
                        self.set_selection(Some(Selection::of(entries.list[entry].span)));
                    }
                }
                1 if !shift && pane.clicked() => {
                    let offset = scene.caret_at(pos, entries).map_or(0, |caret| caret.after);
                    self.events.push(ReaderEvent::ClickedText(offset));
                }
                _ => {}
            }
        }
    }

    fn select_word(&mut self, pos: Pos2, scene: &Scene, entries: &Entries) {
        let Some((entry, character)) = scene.character_at(pos, entries) else { return };
        let marks = self.input.marks;
        let spans: Vec<Span> = self.state.index.overlapping(marks, character).into_iter().map(|i| marks[i].span).collect();
        let span = highlight::flatten(&spans, character)
            .first()
            .map_or_else(|| select::run_around(entries.source().text(), entries.list[entry].span, character), |run| spans[run.top]);
        self.set_selection(Some(Selection::of(span)));
    }

    /// The point of the pane's text nearest to `pos`.
    fn inside(&self, pos: Pos2) -> Pos2 {
        pos2(pos.x, pos.y.clamp(self.rect.top(), self.rect.bottom() - 1.0))
    }

    fn set_selection(&mut self, selection: Option<Selection>) {
        if self.state.selection != selection {
            self.state.selection = selection;
            self.events.push(ReaderEvent::SelectionChanged);
        }
    }

    /// Marks as things to point at and click.
    fn marks(&mut self, ui: &Ui, pane: &egui::Response, scene: &Scene, entries: &Entries, tooltip: &mut dyn FnMut(&mut Ui, usize)) {
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
    fn folds(&mut self, ui: &Ui, scene: &Scene, entries: &mut Entries) {
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

    fn paint(&mut self, ui: &Ui, pane: &egui::Response, scene: &Scene, entries: &mut Entries) {
        let theme = self.input.theme;
        for &(index, pos) in &scene.captions {
            let entry = &entries.list[index];
            let count = entry.text().map_or(0, |text| text.reading.text().chars().count());
            let label = self.input.words.with("reader-split", &[("number", entry.number.into()), ("count", thousands(count).into())]);
            let galley = ui.painter().layout_no_wrap(label, self.look.caption_font.clone(), theme.ink3);
            ui.painter().galley(pos + vec2(0.0, (self.look.caption - galley.size().y) / 2.0), galley, theme.ink3);
        }
        let flash = self.state.flash.and_then(|flash| Some((flash.span, flash.start?))).map(|(span, start)| {
            let part = ((self.now - start) / state::FLASH).clamp(0.0, 1.0) as f32;
            (span, if self.state.motion { 1.0 - part * part } else { 1.0 })
        });
        let layers = paint::Layers {
            marks: self.input.marks,
            index: &self.state.index,
            find: &self.state.find,
            find_current: self.state.find_current,
            selection: self.state.selection(),
            flash,
        };
        paint::text(&ui.painter().with_clip_rect(self.rect.with_max_x(self.strip.left() - 1.0)), theme, scene, entries, &layers);
        let total = entries.total().max(1.0);
        let (from, to) = self.sight(entries, total);
        let show = strip::Show {
            marks: self.input.marks,
            marks_revision: self.input.marks_revision,
            find: &self.state.find,
            find_revision: self.state.find_revision,
            flash: flash.map(|(span, _)| span),
            from,
            to,
            focused: pane.has_focus(),
        };
        strip::paint(ui.painter(), theme, self.strip, entries, &show, &mut self.state.ticks);
    }
}

/// Tells assistive technology, and tests, what the blocks in sight say.
fn describe_blocks(ui: &Ui, scene: &Scene, entries: &Entries) {
    for &(index, rect) in &scene.blocks {
        let entry = &entries.list[index];
        let Some(text) = entry.text() else { continue };
        let role = if matches!(entry.style, look::Style::Title | look::Style::Heading) { Role::Heading } else { Role::Paragraph };
        let response = ui.interact(rect, ui.scope_id().with(("block", index)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(role, true, text.reading.text()));
    }
}

/// `2,020`
fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
