//! A figure as PNG, PDF, or SVG without text. Draws with the fonts that the program carries and no other.

use std::sync::{Arc, LazyLock};

use krilla::geom::Size;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla_svg::{SurfaceExt as _, SvgSettings};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, fontdb};

use super::figure::{Figure, escape};
use super::{ExportError, fonts};

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut database = fontdb::Database::new();
    for bytes in [fonts::REGULAR, fonts::BOLD] {
        database.load_font_source(fontdb::Source::Binary(Arc::new(bytes)));
    }
    Arc::new(database)
});

fn tree(figure: &Figure) -> Result<usvg::Tree, ExportError> {
    let options = usvg::Options { fontdb: FONTS.clone(), ..usvg::Options::default() };
    usvg::Tree::from_str(&figure.svg, &options).map_err(|error| ExportError::Picture(error.to_string()))
}

/// PNG with `scale` pixels for each unit of the page, 1 to 8.
///
/// # Errors
/// Where memory does not suffice for the picture.
pub fn png(figure: &Figure, scale: u8) -> Result<Vec<u8>, ExportError> {
    let scale = f32::from(scale.clamp(1, 8));
    let tree = tree(figure)?;
    let size = |length: f32| (length * scale).round() as u32;
    let mut pixels = Pixmap::new(size(figure.width), size(figure.height)).ok_or_else(|| ExportError::Picture("memory".to_owned()))?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| ExportError::Picture(error.to_string()))
}

/// SVG with text as paths, which looks the same on a machine without the font; title and notes are in it as text that is not
/// drawn.
pub fn svg(figure: &Figure) -> Result<Vec<u8>, ExportError> {
    let written = tree(figure)?.to_string(&usvg::WriteOptions { coordinates_precision: 2, transforms_precision: 5, ..usvg::WriteOptions::default() });
    let told = format!("\n    <title>{}</title>\n    <desc>{}</desc>", printable(&figure.title), printable(&figure.description));
    let at = written.find("<svg").and_then(|start| written[start..].find('>').map(|end| start + end + 1));
    Ok(match at {
        Some(at) => format!("{}{told}{}", &written[..at], &written[at..]),
        None => written,
    }
    .into_bytes())
}

fn printable(text: &str) -> String {
    escape(&text.replace(|c: char| c.is_control() && c != '\n', " "))
}

/// A PDF of one page, fonts subset and embedded, its text still text.
pub fn pdf(figure: &Figure) -> Result<Vec<u8>, ExportError> {
    let tree = tree(figure)?;
    let size = Size::from_wh(figure.width, figure.height).ok_or_else(|| ExportError::Picture("size".to_owned()))?;
    let mut document = krilla::Document::new();
    document.set_metadata(Metadata::new().title(figure.title.clone()).description(figure.description.clone()));
    let mut page = document.start_page_with(PageSettings::new(size));
    let mut surface = page.surface();
    surface.draw_svg(&tree, size, SvgSettings::default()).ok_or_else(|| ExportError::Picture("PDF".to_owned()))?;
    surface.finish();
    page.finish();
    document.finish().map_err(|error| ExportError::Picture(format!("{error:?}")))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::analysis::chart::{Form, Spec, chart};
    use crate::analysis::series::choices;
    use crate::analysis::testing::boarding_schools;
    use crate::export::figure::{Options, figure};
    use crate::locale::{Language, Words};

    fn sample(transparent: bool) -> Figure {
        let rows = boarding_schools();
        let spec = Spec { indicators: vec![choices(&rows)[0].key.clone()], form: Form::Latest, ..Spec::default() };
        let options = Options { date: Some("2026-11-21".to_owned()), transparent };
        figure(&chart(&rows, &spec, &BTreeMap::new()), &Words::new(Language::Chinese), &options)
    }

    #[test]
    fn pictures_are_not_blank_and_the_same_each_time() {
        let figure = sample(false);
        for scale in 1..=3u8 {
            let bytes = png(&figure, scale).unwrap();
            let pixels = Pixmap::decode_png(&bytes).unwrap();
            assert_eq!((pixels.width(), pixels.height()), (1200 * u32::from(scale), 720 * u32::from(scale)));
            let dark = pixels.pixels().iter().filter(|pixel| pixel.red() < 128).count();
            assert!(dark > 2000 * usize::from(scale), "{dark}");
            assert_eq!(pixels.pixels()[0].alpha(), 255);
        }
        assert_eq!(png(&figure, 1).unwrap(), png(&sample(false), 1).unwrap());
        assert_eq!(pdf(&figure).unwrap(), pdf(&sample(false)).unwrap());
        assert_eq!(svg(&figure).unwrap(), svg(&sample(false)).unwrap());
        let clear = Pixmap::decode_png(&png(&sample(true), 1).unwrap()).unwrap();
        assert_eq!(clear.pixels()[0].alpha(), 0);
    }

    #[test]
    fn svg_needs_no_font_and_pdf_has_its_own() {
        let text = String::from_utf8(svg(&sample(false)).unwrap()).unwrap();
        assert!(!text.contains("<text") && text.contains("<path"));
        assert!(text.contains("<title>寄宿制学校改造数：忻州市、吕梁市、长治市</title>"));
        let bytes = pdf(&sample(false)).unwrap();
        assert!(bytes.starts_with(b"%PDF") && bytes.len() < 200_000, "{}", bytes.len());
    }
}
