//! What every view reads and where it sends its wishes. Holds nothing of its own.

use std::cell::RefCell;

use super::derived::Derived;
use super::theme::Theme;
use crate::locale::Words;
use crate::workspace::{Command, State};

/// Read-only: views change the state through commands alone.
pub(super) struct Context<'a> {
    pub state: &'a State,
    pub derived: &'a Derived,
    pub theme: &'a Theme,
    pub words: &'a Words,
    commands: RefCell<Vec<Command>>,
}

impl<'a> Context<'a> {
    pub(super) fn new(state: &'a State, derived: &'a Derived, theme: &'a Theme, words: &'a Words) -> Self {
        Self { state, derived, theme, words, commands: RefCell::new(Vec::new()) }
    }

    /// Asks for something to happen after this frame's views are drawn.
    pub(super) fn send(&self, command: Command) {
        self.commands.borrow_mut().push(command);
    }

    pub(super) fn into_commands(self) -> Vec<Command> {
        self.commands.into_inner()
    }

    /// The words of a key.
    pub(super) fn t(&self, key: &'a str) -> &'a str {
        self.words.t(key)
    }
}
