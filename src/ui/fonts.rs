//! The fonts: Noto Sans SC in two weights, with the system's behind them for rare characters.

use std::sync::Arc;

use egui::{Context, FontData, FontDefinitions, FontFamily};

/// The bold weight is a family of its own: egui's fonts have no weight.
pub fn bold() -> FontFamily {
    FontFamily::Name("bold".into())
}

/// Puts the fonts into egui. Characters that they lack are drawn from the system's fonts with Chinese glyph forms.
pub fn install(context: &Context) {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in [("regular", crate::export::fonts::REGULAR), ("bold", crate::export::fonts::BOLD)] {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    fonts.families.insert(FontFamily::Proportional, vec!["regular".to_owned()]);
    fonts.families.insert(FontFamily::Monospace, vec!["regular".to_owned()]);
    fonts.families.insert(bold(), vec!["bold".to_owned(), "regular".to_owned()]);
    context.set_fonts(fonts);
}

/// Characters that the fonts lack come from the system, in Chinese forms whatever the system's language is.
pub fn add_system_fonts(context: &Context) {
    context.add_font_provider(Arc::new(egui_system_font_provider::SystemFontProvider::new().with_locale(Some("zh-Hans-CN"))));
}
