//! Wheel, keys and pointer: scrolling, selecting, copying.

use egui::{CursorIcon, Event, EventFilter, Key, Modifiers, Pos2, Ui, pos2};

use super::entries::Entries;
use super::pane::Pane;
use super::scene::Scene;
use super::select::{self, Selection};
use super::{ReaderEvent, look, state};
use crate::text::{Span, highlight};

/// How fast the text scrolls while a selection is led beyond the edge: points per second for each point beyond it.
const PULL: f32 = 14.0;

impl Pane<'_> {
    /// How far wheel and keys scroll.
    pub(super) fn wheel_and_keys(&mut self, ui: &Ui, pane: &egui::Response) -> f32 {
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
    pub(super) fn pull(&self, ui: &Ui, pane: &egui::Response) -> f32 {
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

    /// Selecting with the pointer.
    pub(super) fn select(&mut self, ui: &Ui, pane: &egui::Response, scene: &Scene, entries: &Entries) {
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
}
