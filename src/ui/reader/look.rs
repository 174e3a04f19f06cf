//! Fonts, line heights and distances of the reader, from the theme. Paints nothing.

use egui::epaint::text::FontsView;
use egui::{Color32, FontFamily, FontId};

use crate::ui::theme::Theme;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Title,
    Heading,
    Body,
    /// Page numbers, and what is no report.
    Small,
}

#[derive(Debug, Clone)]
pub(super) struct StyleLook {
    pub font: FontId,
    pub ink: Color32,
    pub line: f32,
    pub before: f32,
    pub after: f32,
    /// Of the first line.
    pub indent: f32,
}

/// How a pane's text looks, in points on whole pixels.
#[derive(Debug, Clone)]
pub(super) struct Look {
    styles: [StyleLook; 4],
    pub caption_font: FontId,
    /// Height of the caption over a paragraph that is shown sentence by sentence.
    pub caption: f32,
    /// Height of the line that folds.
    pub fold: f32,
}

impl Look {
    pub(super) fn new(theme: &Theme, pixels_per_point: f32) -> Self {
        let whole = |points: f32| (points * pixels_per_point).round() / pixels_per_point;
        let size = &theme.size;
        let body = Theme::font(size.body);
        Self {
            styles: [
                StyleLook {
                    font: Theme::bold(size.title),
                    ink: theme.ink,
                    line: whole(size.title * 1.5),
                    before: whole(8.0),
                    after: whole(8.0),
                    indent: 0.0,
                },
                StyleLook {
                    font: Theme::bold(size.heading),
                    ink: theme.ink,
                    line: whole(size.heading * 1.6),
                    before: whole(6.0),
                    after: whole(4.0),
                    indent: 0.0,
                },
                StyleLook {
                    indent: 2.0 * size.body,
                    font: body,
                    ink: theme.ink,
                    line: whole(size.body * size.body_line),
                    before: 0.0,
                    after: whole(6.0),
                },
                StyleLook {
                    font: Theme::font(size.caption),
                    ink: theme.ink3,
                    line: whole(size.caption * 1.6),
                    before: 0.0,
                    after: whole(4.0),
                    indent: 0.0,
                },
            ],
            caption_font: Theme::font(size.caption),
            caption: whole(size.caption * 1.9),
            fold: whole(size.row),
        }
    }

    pub(super) fn style(&self, style: Style) -> &StyleLook {
        &self.styles[style as usize]
    }
}

/// The widths of characters, asked of the fonts once: a report has few different ones.
#[derive(Debug, Default)]
pub(super) struct Advances {
    fonts: Vec<(FontId, Pages)>,
}

/// Widths by the upper and lower part of the character's number; NaN is not asked yet.
type Pages = Vec<Option<Box<[f32; 256]>>>;

impl Advances {
    pub(super) fn of(&mut self, fonts: &mut FontsView<'_>, font: &FontId, c: char) -> f32 {
        let index = self.fonts.iter().position(|(known, _)| known == font).unwrap_or_else(|| {
            self.fonts.push((FontId::new(font.size, FontFamily::clone(&font.family)), Pages::new()));
            self.fonts.len() - 1
        });
        let pages = &mut self.fonts[index].1;
        let (page, cell) = (c as usize >> 8, c as usize & 0xff);
        if pages.len() <= page {
            pages.resize(page + 1, None);
        }
        let width = &mut pages[page].get_or_insert_with(|| Box::new([f32::NAN; 256]))[cell];
        if width.is_nan() {
            *width = fonts.glyph_width(font, c);
        }
        *width
    }
}
