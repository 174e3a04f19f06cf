//! The system's file dialogs, off the interface thread. Where there is none, it is said so.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::workspace::Figure;

/// What came back from a dialog.
#[derive(Debug)]
pub(super) enum Chosen {
    Files(Vec<PathBuf>),
    Figure(Figure, PathBuf),
    Rows(PathBuf),
    Checks(PathBuf),
    /// Closed without a choice.
    Nothing,
    /// No dialog can be had on this system for this question.
    NoDialog(Question),
}

/// What a dialog asks for.
#[derive(Debug, Clone)]
pub(super) enum Question {
    Files,
    Folder,
    Figure { figure: Figure, name: String },
    Rows { name: String },
    Checks { name: String },
}

/// The titles of dialogs and the names of kinds of file, in the interface's language.
#[derive(Debug, Clone)]
pub(super) struct Titles {
    pub(super) open: String,
    pub(super) folder: String,
    pub(super) save: String,
    pub(super) reports: String,
    pub(super) all: String,
}

/// One dialog at a time.
pub(super) struct Dialogs {
    send: Sender<Chosen>,
    receive: Receiver<Chosen>,
    is_open: bool,
}

impl Default for Dialogs {
    fn default() -> Self {
        let (send, receive) = channel();
        Self { send, receive, is_open: false }
    }
}

impl Dialogs {
    /// Opens a dialog, unless one is open.
    pub(super) fn ask(&mut self, question: Question, titles: Titles, context: &egui::Context) {
        if self.is_open {
            return;
        }
        let (send, context) = (self.send.clone(), context.clone());
        let asked = std::thread::Builder::new().name("dialog".to_owned()).spawn(move || {
            let chosen = if can_show() { show(question, &titles) } else { Chosen::NoDialog(question) };
            let _ = send.send(chosen);
            context.request_repaint();
        });
        self.is_open = asked.is_ok();
    }

    /// What was chosen since the last call.
    pub(super) fn answer(&mut self) -> Option<Chosen> {
        let chosen = self.receive.try_recv().ok()?;
        self.is_open = false;
        Some(chosen)
    }
}

/// Whether the system has a dialog: on Linux either the desktop portal's bus or zenity. Without both the library would answer
/// as if the person had closed it.
fn can_show() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    let has_bus = std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some_and(|address| !address.is_empty());
    let has_zenity = std::env::var_os("PATH").is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join("zenity").is_file()));
    has_bus || has_zenity
}

fn show(question: Question, titles: &Titles) -> Chosen {
    let dialog = rfd::FileDialog::new();
    match question {
        Question::Files => {
            let dialog = dialog.set_title(&titles.open).add_filter(&titles.reports, &["txt", "md"]).add_filter(&titles.all, &["*"]);
            dialog.pick_files().map_or(Chosen::Nothing, Chosen::Files)
        }
        Question::Folder => dialog.set_title(&titles.folder).pick_folder().map_or(Chosen::Nothing, |path| Chosen::Files(vec![path])),
        Question::Figure { figure, name } => {
            let dialog = dialog.set_title(&titles.save).set_file_name(name);
            let dialog = dialog.add_filter("PNG", &["png"]).add_filter("SVG", &["svg"]).add_filter("PDF", &["pdf"]);
            dialog.save_file().map_or(Chosen::Nothing, |path| Chosen::Figure(figure, path))
        }
        Question::Rows { name } => {
            let dialog = dialog.set_title(&titles.save).set_file_name(name);
            let dialog = dialog.add_filter("CSV", &["csv"]).add_filter("JSON Lines", &["jsonl"]);
            dialog.save_file().map_or(Chosen::Nothing, Chosen::Rows)
        }
        Question::Checks { name } => {
            let dialog = dialog.set_title(&titles.save).set_file_name(name).add_filter("CSV", &["csv"]);
            dialog.save_file().map_or(Chosen::Nothing, Chosen::Checks)
        }
    }
}
