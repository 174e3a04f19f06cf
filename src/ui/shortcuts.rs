//! Keys to actions, from the table of actions. While a text field has the focus only combinations with Ctrl or ⌘ fire.

use egui::{Key, Modifiers};

use crate::workspace::{Action, Shortcut, State};

/// The actions that can be done now and whose keys were pressed in this frame; other keys are left to the widgets.
pub(super) fn pressed(context: &egui::Context, state: &State) -> Vec<Action> {
    let typing = context.text_edit_focused();
    // Escape closes a menu first
    let is_menu_open = egui::Popup::is_any_open(context);
    let mut all: Vec<(Shortcut, Action)> = Action::ALL
        .iter()
        .filter(|action| action.is_enabled(state))
        .flat_map(|&action| action.shortcuts().into_iter().map(move |it| (it, action)))
        .collect();
    // longer combinations first: Ctrl+Shift+Z must not be read as Ctrl+Z
    all.sort_by_key(|(it, _)| std::cmp::Reverse(u8::from(it.command) + u8::from(it.shift)));
    let mut out = Vec::new();
    for (shortcut, action) in all {
        let Some(key) = Key::from_name(shortcut.key) else { continue };
        if (typing || is_menu_open) && !shortcut.command {
            continue;
        }
        let modifiers = Modifiers { shift: shortcut.shift, command: shortcut.command, ..Modifiers::NONE };
        if context.input_mut(|input| input.consume_key(modifiers, key)) {
            out.push(action);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_has_a_name_that_egui_knows() {
        for action in Action::ALL {
            for shortcut in action.shortcuts() {
                assert!(Key::from_name(shortcut.key).is_some(), "{}", shortcut.key);
            }
        }
    }
}
