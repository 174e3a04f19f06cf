//! The program's state and everything that can happen to it. No widgets, files, threads or clocks.
//!
//! [`apply`] is the only thing that changes a [`State`]; what has to happen outside (a file read, a dialog opened) it
//! returns as [`Effect`]s.

mod action;
mod apply;
mod command;
mod history;
mod reading;
mod state;
mod walk;

pub use action::{Action, Menu, Shortcut};
pub use apply::apply;
pub use command::{Command, Effect, FactChange, Figure, Load, Outcome, RowsFormat};
pub use history::History;
pub use state::{
    Entry, Failure, Item, Layers, Loading, Notice, NumberFilter, PaneWish, PathUse, PlotForm, PlotSpec, Reading, Settings, SideTab, SortColumn,
    State, ThemeMode, Tree, View,
};
pub use walk::{Mention, mentions};
