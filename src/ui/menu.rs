//! The bar at the top: open, menus, language and theme. Everything in it comes from the table of actions.

use egui::{Align, Button, Layout, RichText, Ui};

use super::context::Context;
use super::theme::Theme;
use crate::locale::Language;
use crate::workspace::{Action, Command, Menu, ThemeMode};

pub(super) fn menu_ui(ui: &mut Ui, ctx: &Context<'_>) {
    egui::MenuBar::new().ui(ui, |ui| {
        ui.add_space(4.0);
        ui.spacing_mut().button_padding = egui::vec2(12.0, 4.0);
        let open = Button::new(RichText::new(ctx.t("button-open")).font(Theme::bold(ctx.theme.size.list)).color(ctx.theme.accent_ink));
        if ui.add(open.fill(ctx.theme.accent).stroke(egui::Stroke::NONE)).clicked() {
            ctx.send(Command::AskForFiles);
        }
        ui.spacing_mut().button_padding = egui::vec2(8.0, 4.0);
        ui.add_space(4.0);
        for menu in Menu::ALL {
            ui.menu_button(ctx.t(menu.label()), |ui| {
                ui.set_min_width(220.0);
                for action in Action::ALL.into_iter().filter(|action| action.menu() == menu) {
                    if action.begins_group() {
                        ui.separator();
                    }
                    action_ui(ui, ctx, action);
                    if action == Action::OpenFolder {
                        recent_ui(ui, ctx);
                    }
                }
            });
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(4.0);
            let (mark, name) = match ctx.state.settings.theme {
                ThemeMode::System => ("◐", "theme-system"),
                ThemeMode::Light => ("○", "theme-light"),
                ThemeMode::Dark => ("●", "theme-dark"),
            };
            let button = ui.button(mark).on_hover_text(ctx.t(name));
            button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, ctx.t("action-theme")));
            if button.clicked() {
                ctx.send_action(Action::Theme);
            }
            let language = match ctx.words.language {
                Language::Chinese => "EN",
                Language::English => "中文",
            };
            if ui.button(language).on_hover_text(ctx.t("action-language")).clicked() {
                ctx.send_action(Action::Language);
            }
        });
    });
}

/// One action as a menu entry, with its key, greyed where it cannot be done.
fn action_ui(ui: &mut Ui, ctx: &Context<'_>, action: Action) {
    let mut text = ctx.t(action.label()).to_owned();
    let history = &ctx.state.history;
    let step = match action {
        Action::Undo => history.undo_label(),
        Action::Redo => history.redo_label(),
        _ => None,
    };
    if let Some(step) = step {
        text = format!("{text} {}", ctx.t(step));
    }
    if let Some(on) = action.is_on(ctx.state) {
        text = format!("{} {text}", if on { "✓" } else { "\u{3000}" });
    }
    let mut button = Button::new(text);
    if let Some(shortcut) = action.shortcuts().first() {
        button = button.shortcut_text(shortcut.to_string());
    }
    if ui.add_enabled(action.is_enabled(ctx.state), button.frame(false)).clicked() {
        ctx.send_action(action);
        ui.close();
    }
}

fn recent_ui(ui: &mut Ui, ctx: &Context<'_>) {
    let recent = &ctx.state.settings.recent;
    ui.menu_button(ctx.t("menu-recent"), |ui| {
        if recent.is_empty() {
            ui.weak(ctx.t("recent-empty"));
        }
        for path in recent {
            let folder = path.parent().and_then(|folder| folder.file_name()).unwrap_or_default().to_string_lossy();
            let name = crate::text::visible(&format!("{} — {folder}", path.file_name().unwrap_or_default().to_string_lossy()));
            if ui.button(name).on_hover_text(crate::text::visible_path(path)).clicked() {
                ctx.send(Command::Open(vec![path.clone()]));
                ui.close();
            }
        }
        if !recent.is_empty() {
            ui.separator();
            if ui.button(ctx.t("recent-clear")).clicked() {
                ctx.send(Command::ClearRecent);
                ui.close();
            }
        }
    });
}

impl Context<'_> {
    /// Does an action, where it can be done.
    pub(super) fn send_action(&self, action: Action) {
        if action.is_enabled(self.state)
            && let Some(command) = action.command(self.state)
        {
            self.send(command);
        }
    }
}
