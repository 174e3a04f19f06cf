//! Undo and redo of corrections: labelled snapshots.

use crate::model::Edits;

/// How many steps are kept.
const LIMIT: usize = 200;

/// Corrections as they were before each step. A step has the key of its label.
#[derive(Debug, Clone, Default)]
pub struct History {
    past: Vec<(&'static str, Edits)>,
    future: Vec<(&'static str, Edits)>,
}

impl History {
    /// Remembers `before` under the label of what comes now.
    pub fn push(&mut self, label: &'static str, before: Edits) {
        self.future.clear();
        self.past.push((label, before));
        if self.past.len() > LIMIT {
            self.past.remove(0);
        }
    }

    /// The label of what undo would take back.
    pub fn undo_label(&self) -> Option<&'static str> {
        self.past.last().map(|step| step.0)
    }

    pub fn redo_label(&self) -> Option<&'static str> {
        self.future.last().map(|step| step.0)
    }

    /// Exchanges `now` for what was before the last step.
    pub fn undo(&mut self, now: &mut Edits) -> bool {
        Self::step(&mut self.past, &mut self.future, now)
    }

    /// Takes the last undo back.
    pub fn redo(&mut self, now: &mut Edits) -> bool {
        Self::step(&mut self.future, &mut self.past, now)
    }

    fn step(from: &mut Vec<(&'static str, Edits)>, to: &mut Vec<(&'static str, Edits)>, now: &mut Edits) -> bool {
        let Some((label, edits)) = from.pop() else { return false };
        to.push((label, std::mem::replace(now, edits)));
        true
    }
}
