//! The window: the only module that knows egui. Reads the state, sends commands.

mod adding;
mod app;
mod checks;
mod context;
mod derived;
mod details;
mod dialogs;
mod figure;
pub mod fonts;
mod forms;
mod initiatives;
mod library;
mod menu;
mod numbers;
mod panes;
pub mod plot;
pub mod reader;
mod shortcuts;
mod status;
pub mod theme;
mod traced;
mod widgets;
mod writes;

use std::path::PathBuf;
use std::sync::Arc;

pub use app::App;

use crate::lexicon::Lexicon;
use crate::locale::{Language, Words};
use crate::store::Store;

/// The application's id: the system finds its icon and its windows by it.
const ID: &str = "duizhao";

/// Opens the window with these reports in it, or with the samples where there are none; returns when it is closed.
///
/// # Errors
/// A sentence for the user where no window can be had.
pub fn run(paths: Vec<PathBuf>, lexicon: Option<Arc<Lexicon>>) -> Result<(), String> {
    let store = Store::of_user();
    let words = Words::new(store.settings().language.unwrap_or_else(Language::of_system));
    let no_window = |reason: String| words.with("window-error-display", &[("reason", reason.into())]);
    if let Some(reason) = missing_display() {
        return Err(no_window(reason.to_owned()));
    }
    let viewport = egui::ViewportBuilder::default()
        .with_app_id(ID)
        .with_title(words.t("window-title"))
        .with_inner_size([1440.0, 900.0])
        .with_min_inner_size([640.0, 420.0])
        .with_icon(icon());
    // the system's fonts are asked for by ourselves, with Chinese forms
    let options = eframe::NativeOptions { viewport, system_font_fallback: false, ..eframe::NativeOptions::default() };
    let start = move |creation: &eframe::CreationContext<'_>| -> Result<Box<dyn eframe::App>, Box<dyn std::error::Error + Send + Sync>> {
        fonts::add_system_fonts(&creation.egui_ctx);
        Ok(Box::new(App::new(&creation.egui_ctx, store, paths, lexicon)?))
    };
    // a driver's panic on a machine without a usable display must not look like a crash of ours
    eframe::run_native(ID, options, Box::new(start)).map_err(|error| no_window(error.to_string()))
}

/// On Linux and the like: what is missing where neither X11 nor Wayland is named.
fn missing_display() -> Option<&'static str> {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let needs_one = cfg!(all(unix, not(target_os = "macos")));
    (needs_one && !is_set("DISPLAY") && !is_set("WAYLAND_DISPLAY") && !is_set("WAYLAND_SOCKET")).then_some("DISPLAY, WAYLAND_DISPLAY")
}

fn icon() -> egui::IconData {
    eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon/duizhao.png")).unwrap_or_default()
}
