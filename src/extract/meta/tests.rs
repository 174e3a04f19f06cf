//! Reports of every kind, each with what is known of it.

use super::*;
use crate::model::{Level, SourceQuality};

fn meta(text: &str, hints: &Hints) -> ReportMeta {
    let source = Source::new(text);
    let lexicon = Lexicon::builtin();
    let outline = crate::extract::outline::read(&source, &lexicon);
    read(&source, &outline, hints, &lexicon)
}

/// Place and year as the output writes them.
fn about(text: &str) -> (String, Option<i16>) {
    let meta = meta(text, &Hints::default());
    (meta.place_path().unwrap_or("").to_owned(), meta.year.map(|year| year.value))
}

#[track_caller]
fn check(text: &str, place: &str, year: Option<i16>) {
    assert_eq!(about(text), (place.to_owned(), year), "{text}");
}
