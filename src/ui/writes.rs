//! Exports written off the interface thread, and how they went. Knows nothing of what is in them.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::export::ExportError;

type Written = (PathBuf, Result<(), ExportError>);

/// Files that are being written.
pub(super) struct Writes {
    send: Sender<Written>,
    receive: Receiver<Written>,
}

impl Default for Writes {
    fn default() -> Self {
        let (send, receive) = channel();
        Self { send, receive }
    }
}

impl Writes {
    /// Writes a file in a thread of its own.
    pub(super) fn write(&self, path: PathBuf, context: &egui::Context, job: impl FnOnce(&Path) -> Result<(), ExportError> + Send + 'static) {
        let (send, context) = (self.send.clone(), context.clone());
        let _ = std::thread::Builder::new().name("write".to_owned()).spawn(move || {
            let result = job(&path);
            let _ = send.send((path, result));
            context.request_repaint();
        });
    }

    /// The files that were written since the last call, or why they were not.
    pub(super) fn written(&self) -> Vec<Written> {
        self.receive.try_iter().collect()
    }
}
