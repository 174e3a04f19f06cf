//! Colours and sizes, read from `assets/theme.toml`. The only file in which a colour is made.

use egui::{Color32, CornerRadius, FontFamily, FontId, Margin, Stroke, TextStyle, Vec2};
use serde::Deserialize;

/// Sizes in points, the same in light and dark.
#[derive(Debug, Clone, Deserialize)]
pub struct Sizes {
    /// Text of the reports.
    pub body: f32,
    /// Line height of the reports, in ems.
    pub body_line: f32,
    pub heading: f32,
    pub title: f32,
    /// Lists and panels.
    pub list: f32,
    pub caption: f32,
    /// Height of a row in a list.
    pub row: f32,
    pub radius: f32,
    /// From content to a panel's edge.
    pub edge: f32,
}

/// The colours of one mode, by role, and the sizes.
#[derive(Debug, Clone)]
pub struct Theme {
    pub dark: bool,
    pub size: Sizes,
    /// The ground behind everything.
    pub window: Color32,
    /// Side panels.
    pub panel: Color32,
    /// The ground of the reports: the brightest surface.
    pub paper: Color32,
    /// One-pixel lines between panels.
    pub line: Color32,
    /// A row under the pointer.
    pub hover: Color32,
    /// Text.
    pub ink: Color32,
    /// Secondary text.
    pub ink2: Color32,
    /// Captions.
    pub ink3: Color32,
    /// What is chosen or can be done.
    pub accent: Color32,
    /// Text on the accent.
    pub accent_ink: Color32,
    /// The ground of a chosen row.
    pub accent_ground: Color32,
    /// Behind an initiative.
    pub tint: Color32,
    /// Behind the chosen initiative.
    pub tint_chosen: Color32,
    /// Around the chosen initiative.
    pub tint_outline: Color32,
    /// The line under a number.
    pub number: Color32,
    /// The dots under a numeral that became no row.
    pub left_out: Color32,
    /// The wavy line under what is doubtful.
    pub doubt: Color32,
    /// What went wrong.
    pub error: Color32,
    /// Behind selected text.
    pub select: Color32,
    /// Under what floats.
    pub shadow: Color32,
    /// A matrix cell with little in it.
    pub matrix_low: Color32,
    /// A matrix cell with much in it.
    pub matrix_high: Color32,
    /// A colour for each city, in the order in which cities get them.
    pub cities: Vec<Color32>,
}

/// The colours as the file has them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Colours {
    window: String,
    panel: String,
    paper: String,
    line: String,
    hover: String,
    ink: String,
    ink2: String,
    ink3: String,
    accent: String,
    accent_ink: String,
    accent_ground: String,
    tint: String,
    tint_chosen: String,
    tint_outline: String,
    number: String,
    left_out: String,
    doubt: String,
    error: String,
    select: String,
    shadow: String,
    matrix_low: String,
    matrix_high: String,
    cities: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    size: Sizes,
    light: Colours,
    dark: Colours,
}

impl Theme {
    /// The light and the dark theme.
    #[expect(clippy::expect_used, reason = "the theme is part of the program and checked by its tests")]
    pub fn both() -> (Self, Self) {
        let file: File = toml::from_str(include_str!("../../assets/theme.toml")).expect("assets/theme.toml");
        (Self::new(&file.light, &file.size, false), Self::new(&file.dark, &file.size, true))
    }

    fn new(colours: &Colours, size: &Sizes, dark: bool) -> Self {
        Self {
            dark,
            size: size.clone(),
            window: colour(&colours.window),
            panel: colour(&colours.panel),
            paper: colour(&colours.paper),
            line: colour(&colours.line),
            hover: colour(&colours.hover),
            ink: colour(&colours.ink),
            ink2: colour(&colours.ink2),
            ink3: colour(&colours.ink3),
            accent: colour(&colours.accent),
            accent_ink: colour(&colours.accent_ink),
            accent_ground: colour(&colours.accent_ground),
            tint: colour(&colours.tint),
            tint_chosen: colour(&colours.tint_chosen),
            tint_outline: colour(&colours.tint_outline),
            number: colour(&colours.number),
            left_out: colour(&colours.left_out),
            doubt: colour(&colours.doubt),
            error: colour(&colours.error),
            select: colour(&colours.select),
            shadow: colour(&colours.shadow),
            matrix_low: colour(&colours.matrix_low),
            matrix_high: colour(&colours.matrix_high),
            cities: colours.cities.iter().map(|text| colour(text)).collect(),
        }
    }

    /// The colour of the city in a slot; beyond the palette, the grey that ends it.
    pub fn city(&self, slot: usize) -> Color32 {
        self.cities.get(slot).or(self.cities.last()).copied().unwrap_or(self.ink2)
    }

    /// A font of the interface.
    pub fn font(size: f32) -> FontId {
        FontId::new(size, FontFamily::Proportional)
    }

    /// The bold font.
    pub fn bold(size: f32) -> FontId {
        FontId::new(size, super::fonts::bold())
    }

    /// Makes egui's own widgets follow the theme.
    pub fn apply(&self, style: &mut egui::Style) {
        let size = &self.size;
        style.text_styles = [
            (TextStyle::Small, Self::font(size.caption)),
            (TextStyle::Body, Self::font(size.list)),
            (TextStyle::Button, Self::font(size.list)),
            (TextStyle::Monospace, FontId::new(size.list, FontFamily::Monospace)),
            (TextStyle::Heading, Self::bold(size.heading)),
        ]
        .into();
        style.spacing.item_spacing = Vec2::new(8.0, 4.0);
        style.spacing.button_padding = Vec2::new(10.0, 4.0);
        style.spacing.interact_size.y = size.row;
        style.spacing.window_margin = Margin::same(size.edge as i8);
        style.spacing.menu_margin = Margin::same(6);
        style.interaction.tooltip_delay = 0.35;
        style.interaction.selectable_labels = false;

        let radius = CornerRadius::same(size.radius as u8);
        let visuals = &mut style.visuals;
        *visuals = if self.dark { egui::Visuals::dark() } else { egui::Visuals::light() };
        visuals.override_text_color = Some(self.ink);
        visuals.weak_text_color = Some(self.ink2);
        visuals.hyperlink_color = self.accent;
        visuals.panel_fill = self.panel;
        visuals.window_fill = self.panel;
        visuals.window_stroke = Stroke::new(1.0, self.line);
        visuals.window_corner_radius = CornerRadius::same(8);
        visuals.menu_corner_radius = CornerRadius::same(8);
        visuals.extreme_bg_color = self.paper;
        visuals.faint_bg_color = self.hover;
        visuals.code_bg_color = self.hover;
        visuals.warn_fg_color = self.doubt;
        visuals.error_fg_color = self.error;
        visuals.selection.bg_fill = self.select;
        visuals.selection.stroke = Stroke::new(1.0, self.accent);
        let shadow = egui::Shadow { offset: [0, 4], blur: 16, spread: 0, color: self.shadow };
        visuals.window_shadow = shadow;
        visuals.popup_shadow = shadow;
        let widgets = &mut visuals.widgets;
        for (state, fill, line, ink) in [
            (&mut widgets.noninteractive, self.panel, self.line, self.ink),
            (&mut widgets.inactive, self.panel, self.line, self.ink),
            (&mut widgets.hovered, self.hover, self.line, self.ink),
            (&mut widgets.active, self.accent_ground, self.accent, self.ink),
            (&mut widgets.open, self.hover, self.line, self.ink),
        ] {
            state.bg_fill = fill;
            state.weak_bg_fill = fill;
            state.bg_stroke = Stroke::new(1.0, line);
            state.fg_stroke = Stroke::new(1.0, ink);
            state.corner_radius = radius;
            state.expansion = 0.0;
        }
    }
}

/// `#rrggbb` or `#rrggbbaa`.
#[expect(clippy::expect_used, reason = "the theme is part of the program and checked by its tests")]
fn colour(text: &str) -> Color32 {
    Color32::from_hex(text).expect("a colour of assets/theme.toml")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The contrast of two colours as WCAG 2 defines it.
    fn contrast(a: Color32, b: Color32) -> f64 {
        let luminance = |c: Color32| {
            let part = |v: u8| {
                let v = f64::from(v) / 255.0;
                if v <= 0.03928 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * part(c.r()) + 0.7152 * part(c.g()) + 0.0722 * part(c.b())
        };
        let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
        a.max(b) / a.min(b)
    }

    #[test]
    fn text_can_be_read() {
        let (light, dark) = Theme::both();
        for theme in [light, dark] {
            for ground in [theme.window, theme.panel, theme.paper, theme.hover] {
                for (name, ink) in [("ink", theme.ink), ("ink2", theme.ink2), ("ink3", theme.ink3), ("error", theme.error)] {
                    let found = contrast(ink, ground);
                    assert!(found >= 4.5, "{name} on {ground:?}, dark {}: {found:.2}", theme.dark);
                }
            }
            for ground in [theme.tint, theme.tint_chosen, theme.accent_ground, theme.select] {
                assert!(contrast(theme.ink, ground) >= 4.5, "ink on {ground:?}, dark {}", theme.dark);
            }
            assert!(contrast(theme.left_out, theme.paper) >= 3.0, "dots that can be seen");
            assert!(contrast(theme.accent_ink, theme.accent) >= 4.5);
            assert!(contrast(theme.accent, theme.panel) >= 4.5);
            assert_eq!(theme.cities.len(), 8);
        }
    }
}
