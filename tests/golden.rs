//! Whole samples as goldens: what is read of each stands in `tests/golden/*.txt`, a line for every row and initiative.
//! `UPDATE_EXPECT=1 cargo test --test golden` writes them anew; read the difference before keeping it.

#![expect(clippy::unwrap_used, reason = "a test ends where something is missing")]

use std::fmt::Write as _;
use std::path::Path;

use duizhao::extract::extract;
use duizhao::lexicon::Lexicon;
use duizhao::model::{Document, Hints};
use duizhao::samples::SAMPLES;
use duizhao::text::Source;

fn read(name: &str, text: &str) -> Document {
    let hints = Hints { file_name: name.to_owned(), sample: true, ..Hints::default() };
    extract(Source::new(text), &hints, &Lexicon::builtin())
}

/// What was read, in words.
fn shown(document: &Document) -> String {
    let meta = &document.meta;
    let mut out = String::new();
    let year = meta.year.as_ref().map(|year| year.value);
    writeln!(out, "{} | {} | {year:?} | {:?} | {:?}", meta.title, meta.place_path().unwrap_or("-"), meta.kind, meta.quality).unwrap();
    for block in &document.outline.blocks {
        if !matches!(block.kind, duizhao::model::BlockKind::Paragraph) {
            let plan = if block.plan { " plan" } else { "" };
            writeln!(out, "{:?}{plan}: {}", block.kind, document.source.slice(block.span)).unwrap();
        }
    }
    for fact in &document.facts {
        let period = fact.period.as_ref().map_or_else(|| "-".to_owned(), |period| period.value.to_string());
        let place = fact.place.as_ref().map_or("-", |place| place.value.name());
        let subject = fact.subject.as_ref().map_or_else(String::new, |subject| format!(" ({subject})"));
        writeln!(
            out,
            "数字 {} | {} = {} {} | {:?} {:?} {:?} | {period} | {place}{subject} | {} | {:?}",
            fact.indicator,
            document.source.slice(fact.span),
            fact.value,
            fact.unit.as_deref().unwrap_or("-"),
            fact.qualifier,
            fact.kind,
            fact.status,
            fact.series.as_deref().unwrap_or("-"),
            fact.confidence,
        )
        .unwrap();
    }
    for it in &document.initiatives {
        let mentions: Vec<&str> = it.mentions.iter().map(|&span| document.source.slice(span)).collect();
        writeln!(out, "举措 {} | {:?} {:?} | {} | {} | {}", it.name, it.kind, it.weight, it.theme, it.cluster, mentions.join(" / ")).unwrap();
    }
    out
}

#[test]
fn samples_read_as_they_did() {
    let folder = Path::new("tests/golden");
    let mut differ = Vec::new();
    for (name, text) in SAMPLES {
        let found = shown(&read(name, text));
        let path = folder.join(name);
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            std::fs::create_dir_all(folder).unwrap();
            std::fs::write(&path, &found).unwrap();
            continue;
        }
        let known = std::fs::read_to_string(&path).unwrap_or_default();
        let old: Vec<&str> = known.lines().collect();
        let new: Vec<&str> = found.lines().collect();
        differ.extend(old.iter().filter(|line| !new.contains(line)).map(|line| format!("{name}\n  - {line}")));
        differ.extend(new.iter().filter(|line| !old.contains(line)).map(|line| format!("{name}\n  + {line}")));
        assert!(known == found || !differ.is_empty(), "{name}: the same lines in another order");
    }
    assert!(differ.is_empty(), "\n{}", differ.join("\n"));
}

#[test]
fn reading_twice_gives_the_same() {
    for (name, text) in SAMPLES {
        assert_eq!(shown(&read(name, text)), shown(&read(name, text)));
    }
}

/// Every number leads back to its words, and every mention to its name, on the borders of characters.
#[test]
fn every_span_is_in_the_text() {
    for (name, text) in SAMPLES {
        // cut anywhere: a text may end in the middle of everything
        for end in (0..text.len()).step_by(97).filter(|&end| text.is_char_boundary(end)) {
            let document = read(name, &text[..end]);
            let spans = document.facts.iter().map(|fact| fact.span).chain(document.initiatives.iter().flat_map(|it| it.mentions.iter().copied()));
            for span in spans {
                assert!(!document.source.slice(span).is_empty(), "{name} cut at {end}: {span:?}");
            }
        }
    }
}
