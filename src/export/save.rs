//! Figures and rows to a path: the ending of its name says the form.

use std::path::Path;

use super::figure::{Options, figure};
use super::{ExportError, csv, picture, sums, write};
use crate::analysis::Row;
use crate::analysis::chart::Chart;
use crate::analysis::sums::Sum;
use crate::locale::Words;

/// Writes a figure as SVG or PDF where the path ends so, else as PNG at `scale` times its size.
///
/// # Errors
/// Where the picture cannot be made or the file not be written; a file that was there is left as it was.
pub fn save_figure(chart: &Chart, words: &Words, options: &Options, scale: u8, path: &Path) -> Result<(), ExportError> {
    let figure = figure(chart, words, options);
    let bytes = match extension(path).as_str() {
        "svg" => picture::svg(&figure)?,
        "pdf" => picture::pdf(&figure)?,
        _ => picture::png(&figure, scale)?,
    };
    write(path, &bytes)
}

/// Writes rows as JSON Lines where the path ends so, else as CSV with a byte-order mark.
///
/// # Errors
/// Where the file cannot be written; a file that was there is left as it was.
pub fn save_rows(rows: &[Row], words: &Words, path: &Path) -> Result<(), ExportError> {
    let bytes = match extension(path).as_str() {
        "jsonl" | "json" => csv::json_lines(rows, words).into_bytes(),
        _ => csv::csv(rows, words),
    };
    write(path, &bytes)
}

/// Writes arithmetic checks as CSV with a byte-order mark.
///
/// # Errors
/// Where the file cannot be written; a file that was there is left as it was.
pub fn save_checks(sums: &[Sum], words: &Words, path: &Path) -> Result<(), ExportError> {
    write(path, &sums::csv(sums, words))
}

fn extension(path: &Path) -> String {
    path.extension().unwrap_or_default().to_string_lossy().to_lowercase()
}
