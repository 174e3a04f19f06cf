//! The table of actions: menu, keys, help and the README's table of keys are all made from it.

use super::{Command, Figure, Layers, SideTab, State, ThemeMode};
use crate::locale::Language;
use crate::model::FactKey;

/// A menu of the menu bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Menu {
    File,
    Edit,
    View,
    Initiatives,
    Help,
}

impl Menu {
    pub const ALL: [Self; 5] = [Self::File, Self::Edit, Self::View, Self::Initiatives, Self::Help];

    /// The key of its title.
    pub fn label(self) -> &'static str {
        match self {
            Self::File => "menu-file",
            Self::Edit => "menu-edit",
            Self::View => "menu-view",
            Self::Initiatives => "menu-initiatives",
            Self::Help => "menu-help",
        }
    }
}

/// A key with its modifiers; `command` is Ctrl, on a Mac ⌘. Keys without a modifier fire only outside text fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shortcut {
    pub command: bool,
    pub shift: bool,
    /// A name as egui knows it: `O`, `F8`, `Plus`.
    pub key: &'static str,
}

impl Shortcut {
    const fn plain(key: &'static str) -> Self {
        Self { command: false, shift: false, key }
    }

    const fn shift(key: &'static str) -> Self {
        Self { command: false, shift: true, key }
    }

    const fn command(key: &'static str) -> Self {
        Self { command: true, shift: false, key }
    }

    const fn command_shift(key: &'static str) -> Self {
        Self { command: true, shift: true, key }
    }
}

impl std::fmt::Display for Shortcut {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let command = if cfg!(target_os = "macos") { "⌘" } else { "Ctrl+" };
        let key = match self.key {
            "Plus" => "+",
            "Minus" => "-",
            "Comma" => ",",
            "Escape" => "Esc",
            "Equals" => "=",
            key => key,
        };
        write!(f, "{}{}{key}", if self.command { command } else { "" }, if self.shift { "Shift+" } else { "" })
    }
}

/// Everything that can be done without saying more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    Open,
    OpenFolder,
    ExportFigure,
    ExportRows,
    ExportChecks,
    CloseReport,
    CloseAll,
    Quit,
    Undo,
    Redo,
    StrikeOut,
    Correct,
    NextMention,
    PreviousMention,
    ClearSelection,
    LayerInitiatives,
    LayerOptional,
    LayerNumbers,
    LayerLeftOut,
    NextUnread,
    TabInitiatives,
    TabNumbers,
    TabDetails,
    TabChecks,
    FoldLibrary,
    FoldSide,
    FoldPlot,
    ResetLayout,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    Language,
    Theme,
    Keys,
    OpenSamples,
    About,
}

impl Action {
    pub const ALL: [Self; 36] = [
        Self::Open,
        Self::OpenFolder,
        Self::ExportFigure,
        Self::ExportRows,
        Self::ExportChecks,
        Self::CloseReport,
        Self::CloseAll,
        Self::Quit,
        Self::Undo,
        Self::Redo,
        Self::StrikeOut,
        Self::Correct,
        Self::NextMention,
        Self::PreviousMention,
        Self::ClearSelection,
        Self::LayerInitiatives,
        Self::LayerOptional,
        Self::LayerNumbers,
        Self::LayerLeftOut,
        Self::NextUnread,
        Self::TabInitiatives,
        Self::TabNumbers,
        Self::TabDetails,
        Self::TabChecks,
        Self::FoldLibrary,
        Self::FoldSide,
        Self::FoldPlot,
        Self::ResetLayout,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomReset,
        Self::Language,
        Self::Theme,
        Self::Keys,
        Self::OpenSamples,
        Self::About,
    ];

    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Open => "action-open",
            Self::OpenFolder => "action-open-folder",
            Self::ExportFigure => "action-export-figure",
            Self::ExportRows => "action-export-rows",
            Self::ExportChecks => "action-export-checks",
            Self::CloseReport => "action-close-report",
            Self::CloseAll => "action-close-all",
            Self::Quit => "action-quit",
            Self::Undo => "action-undo",
            Self::Redo => "action-redo",
            Self::StrikeOut => "action-strike-out",
            Self::Correct => "action-correct",
            Self::NextMention => "action-next-mention",
            Self::PreviousMention => "action-previous-mention",
            Self::ClearSelection => "action-clear-selection",
            Self::LayerInitiatives => "action-layer-initiatives",
            Self::LayerOptional => "action-layer-optional",
            Self::LayerNumbers => "action-layer-numbers",
            Self::LayerLeftOut => "action-layer-left-out",
            Self::NextUnread => "action-next-unread",
            Self::TabInitiatives => "action-tab-initiatives",
            Self::TabNumbers => "action-tab-numbers",
            Self::TabDetails => "action-tab-details",
            Self::TabChecks => "action-tab-checks",
            Self::FoldLibrary => "action-fold-library",
            Self::FoldSide => "action-fold-side",
            Self::FoldPlot => "action-fold-plot",
            Self::ResetLayout => "action-reset-layout",
            Self::ZoomIn => "action-zoom-in",
            Self::ZoomOut => "action-zoom-out",
            Self::ZoomReset => "action-zoom-reset",
            Self::Language => "action-language",
            Self::Theme => "action-theme",
            Self::Keys => "action-keys",
            Self::OpenSamples => "action-open-samples",
            Self::About => "action-about",
        }
    }

    /// The menu it stands in; actions of one menu stand together in [`Action::ALL`]'s order.
    pub fn menu(self) -> Menu {
        match self {
            Self::Open
            | Self::OpenFolder
            | Self::ExportFigure
            | Self::ExportRows
            | Self::ExportChecks
            | Self::CloseReport
            | Self::CloseAll
            | Self::Quit => Menu::File,
            Self::Undo | Self::Redo | Self::StrikeOut | Self::Correct => Menu::Edit,
            Self::NextMention | Self::PreviousMention | Self::ClearSelection => Menu::Initiatives,
            Self::Keys | Self::OpenSamples | Self::About => Menu::Help,
            _ => Menu::View,
        }
    }

    /// Whether a line stands above it in its menu.
    pub fn begins_group(self) -> bool {
        matches!(
            self,
            Self::ExportFigure
                | Self::CloseReport
                | Self::Quit
                | Self::StrikeOut
                | Self::TabInitiatives
                | Self::FoldLibrary
                | Self::ZoomIn
                | Self::Language
        )
    }

    /// Its keys; the first is shown in the menu.
    pub fn shortcuts(self) -> Vec<Shortcut> {
        match self {
            Self::Open => vec![Shortcut::command("O")],
            Self::OpenFolder => vec![Shortcut::command_shift("O")],
            Self::ExportFigure => vec![Shortcut::command("E")],
            Self::ExportRows => vec![Shortcut::command_shift("E")],
            Self::CloseReport => vec![Shortcut::command("W")],
            Self::Quit => vec![Shortcut::command("Q")],
            Self::Undo => vec![Shortcut::command("Z")],
            Self::Redo => vec![Shortcut::command("Y"), Shortcut::command_shift("Z")],
            Self::StrikeOut => vec![Shortcut::plain("Delete")],
            Self::Correct => vec![Shortcut::plain("F2")],
            Self::NextMention => vec![Shortcut::plain("F8"), Shortcut::plain("N")],
            Self::PreviousMention => vec![Shortcut::shift("F8"), Shortcut::plain("P")],
            Self::ClearSelection => vec![Shortcut::plain("Escape")],
            Self::LayerLeftOut => vec![Shortcut::plain("U")],
            Self::NextUnread => vec![Shortcut::shift("U")],
            Self::TabInitiatives => vec![Shortcut::command("1")],
            Self::TabNumbers => vec![Shortcut::command("2")],
            Self::TabDetails => vec![Shortcut::command("3")],
            Self::TabChecks => vec![Shortcut::command("4")],
            Self::ZoomIn => vec![Shortcut::command("Plus"), Shortcut::command("Equals")],
            Self::ZoomOut => vec![Shortcut::command("Minus")],
            Self::ZoomReset => vec![Shortcut::command("0")],
            Self::Keys => vec![Shortcut::plain("F1")],
            _ => Vec::new(),
        }
    }

    /// Whether it can be done now.
    pub fn is_enabled(self, state: &State) -> bool {
        match self {
            Self::CloseAll => !state.entries.is_empty(),
            Self::Undo => state.history.undo_label().is_some(),
            Self::Redo => state.history.redo_label().is_some(),
            Self::StrikeOut => matches!(state.view.selection, Some(super::Item::Fact(_))),
            // a computed row stands and falls with the figures it follows from
            Self::Correct => match &state.view.selection {
                Some(super::Item::Fact(key)) => key.rank < FactKey::COMPUTED,
                Some(super::Item::LeftOut { .. }) => true,
                _ => false,
            },
            Self::CloseReport
            | Self::NextUnread
            | Self::NextMention
            | Self::PreviousMention
            | Self::ExportFigure
            | Self::ExportRows
            | Self::ExportChecks => !state.view.panes.is_empty(),
            Self::ClearSelection => {
                let view = &state.view;
                let is_form_open = view.correcting.is_some()
                    || view.adding.is_some()
                    || view.properties.is_some()
                    || view.path_field.is_some()
                    || view.keys_are_open
                    || view.about_is_open;
                !is_form_open && (view.selection.is_some() || view.cluster.is_some())
            }
            _ => true,
        }
    }

    /// For what is on or off: whether it is on.
    pub fn is_on(self, state: &State) -> Option<bool> {
        let layers = state.settings.layers;
        match self {
            Self::LayerInitiatives => Some(layers.initiatives),
            Self::LayerOptional => Some(layers.optional),
            Self::LayerNumbers => Some(layers.numbers),
            Self::LayerLeftOut => Some(layers.left_out),
            Self::FoldLibrary => Some(!state.view.library_is_folded),
            Self::FoldSide => Some(!state.view.side_is_folded),
            Self::FoldPlot => Some(!state.view.plot_is_folded),
            _ => None,
        }
    }

    /// The command that does it.
    pub fn command(self, state: &State) -> Option<Command> {
        let layers = state.settings.layers;
        Some(match self {
            Self::Open => Command::AskForFiles,
            Self::OpenFolder => Command::AskForFolder,
            Self::ExportFigure => Command::AskToExportFigure(Figure { scale: 2, transparent: false }),
            Self::ExportRows => Command::AskToExportRows,
            Self::ExportChecks => Command::AskToExportChecks,
            Self::CloseReport => Command::ClosePane(state.view.active_pane),
            Self::CloseAll => Command::CloseAll,
            Self::Quit => Command::Quit,
            Self::Undo => Command::Undo,
            Self::Redo => Command::Redo,
            Self::StrikeOut | Self::Correct => {
                if let (Self::Correct, Some(super::Item::LeftOut { report, span })) = (self, &state.view.selection) {
                    return Some(Command::StartAdding(Some(FactKey::added(report.clone(), *span))));
                }
                let Some(super::Item::Fact(key)) = &state.view.selection else { return None };
                if self == Self::Correct {
                    Command::StartCorrecting(Some(key.clone()))
                } else {
                    let struck = state.edits.facts.get(key).is_some_and(|edit| edit.struck);
                    Command::ChangeFact(key.clone(), if struck { super::FactChange::Restore } else { super::FactChange::Strike })
                }
            }
            Self::NextMention => Command::NextMention,
            Self::PreviousMention => Command::PreviousMention,
            Self::ClearSelection => Command::ClearSelection,
            Self::LayerInitiatives => Command::SetLayers(Layers { initiatives: !layers.initiatives, ..layers }),
            Self::LayerOptional => Command::SetLayers(Layers { optional: !layers.optional, ..layers }),
            Self::LayerNumbers => Command::SetLayers(Layers { numbers: !layers.numbers, ..layers }),
            Self::NextUnread => Command::NextUnread,
            Self::LayerLeftOut => Command::SetLayers(Layers { left_out: !layers.left_out, ..layers }),
            Self::TabInitiatives => Command::SetTab(SideTab::Initiatives),
            Self::TabNumbers => Command::SetTab(SideTab::Numbers),
            Self::TabDetails => Command::SetTab(SideTab::Details),
            Self::TabChecks => Command::SetTab(SideTab::Checks),
            Self::FoldLibrary => Command::FoldLibrary(!state.view.library_is_folded),
            Self::FoldSide => Command::FoldSide(!state.view.side_is_folded),
            Self::FoldPlot => Command::FoldPlot(!state.view.plot_is_folded),
            Self::ResetLayout => Command::ResetLayout,
            Self::ZoomIn => Command::Zoom(1.1),
            Self::ZoomOut => Command::Zoom(1.0 / 1.1),
            Self::ZoomReset => Command::Zoom(0.0),
            Self::Language => Command::SetLanguage(match state.language() {
                Language::Chinese => Language::English,
                Language::English => Language::Chinese,
            }),
            Self::Theme => Command::SetTheme(match state.settings.theme {
                ThemeMode::System => ThemeMode::Light,
                ThemeMode::Light => ThemeMode::Dark,
                ThemeMode::Dark => ThemeMode::System,
            }),
            Self::OpenSamples => Command::OpenSamples(crate::samples::paths()),
            Self::Keys => Command::ShowKeys(!state.view.keys_are_open),
            Self::About => Command::ShowAbout(!state.view.about_is_open),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_actions_share_a_key() {
        let mut seen: Vec<(Shortcut, Action)> = Vec::new();
        for action in Action::ALL {
            for shortcut in action.shortcuts() {
                if let Some((_, other)) = seen.iter().find(|(it, _)| *it == shortcut) {
                    panic!("{shortcut} means {action:?} and {other:?}");
                }
                seen.push((shortcut, action));
            }
        }
    }

    #[test]
    fn every_action_stands_in_the_table_once() {
        for (index, action) in Action::ALL.iter().enumerate() {
            assert!(!Action::ALL[..index].contains(action), "{action:?}");
        }
    }
}
