//! One frame of a pane, from its input to its drawing.

use egui::{Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::entries::{Entries, Measure};
use super::look::{self, Look};
use super::position::{self, Anchor, HEAD};
use super::scene::Scene;
use super::{ReaderEvent, ReaderInput, ReaderState, marks, paint, state, strip, targets};

/// From the text to the pane's left edge, and to the strip.
const MARGIN: f32 = 20.0;
const GAP: f32 = 14.0;
/// Lines are at most this many ems long: longer ones are hard to follow.
const WIDEST: f32 = 48.0;

/// One frame of one pane.
pub(super) struct Pane<'a> {
    pub(super) input: ReaderInput<'a>,
    pub(super) state: &'a mut ReaderState,
    pub(super) look: Look,
    pub(super) rect: Rect,
    pub(super) column: Rect,
    pub(super) strip: Rect,
    pub(super) pixels: f32,
    pub(super) now: f64,
    pub(super) events: Vec<ReaderEvent>,
}

impl<'a> Pane<'a> {
    pub(super) fn new(ui: &Ui, input: &ReaderInput<'a>, state: &'a mut ReaderState, rect: Rect) -> Self {
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

    pub(super) fn run(&mut self, ui: &mut Ui, tooltip: &mut dyn FnMut(&mut Ui, usize)) {
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
        targets::describe_blocks(ui, &scene, &entries);
        self.marks(ui, &pane, &scene, &entries, tooltip);
        self.folds(ui, &scene, &mut entries);
        self.paint(ui, &pane, &scene, &mut entries);
        if more || self.state.glide.is_some() || self.state.flash.is_some() {
            ui.request_repaint();
        }
        self.state.entries = Some(entries);
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

/// `2,020`
pub(super) fn thousands(number: usize) -> String {
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
