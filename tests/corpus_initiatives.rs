//! The rules of initiatives on passages of our own: names found whole, in the right group, and nothing where nothing is.

use std::fmt::Write as _;

use duizhao::extract::extract;
use duizhao::lexicon::Lexicon;
use duizhao::model::{Document, Hints};
use duizhao::text::Source;
use serde::Deserialize;

#[derive(Deserialize)]
struct Corpus {
    with: Vec<With>,
    without: Vec<Without>,
}

#[derive(Deserialize)]
struct With {
    text: String,
    /// `name` or `name@cluster`.
    names: Vec<String>,
}

#[derive(Deserialize)]
struct Without {
    texts: Vec<String>,
}

fn corpus() -> Corpus {
    toml::from_str(include_str!("corpus/initiatives.toml")).expect("the corpus")
}

fn read(text: &str) -> Document {
    extract(Source::new(text), &Hints::default(), &Lexicon::builtin())
}

/// The mentions of a document: text and cluster, in reading order.
fn mentions(document: &Document) -> Vec<(String, String)> {
    let mut out: Vec<_> =
        document.initiatives.iter().flat_map(|initiative| initiative.mentions.iter().map(move |&span| (span, &initiative.cluster))).collect();
    out.sort();
    out.into_iter().map(|(span, cluster)| (document.source.slice(span).to_owned(), cluster.clone())).collect()
}

#[test]
fn names_are_found_whole_and_in_their_group() {
    let (mut wanted, mut right, mut found, mut report) = (0, 0, 0, String::new());
    for passage in corpus().with {
        let have = mentions(&read(&passage.text));
        let mut left = have.clone();
        for name in &passage.names {
            wanted += 1;
            let (name, cluster) = name.split_once('@').map_or((name.as_str(), None), |(name, cluster)| (name, Some(cluster)));
            let at = left.iter().position(|(text, label)| text == name && cluster.is_none_or(|cluster| cluster == label));
            if let Some(at) = at {
                right += 1;
                left.remove(at);
            } else {
                writeln!(report, "missed {name} {cluster:?} in {} : {have:?}", passage.text).unwrap();
            }
        }
        for (text, label) in left {
            writeln!(report, "extra {text} ({label}) in {}", passage.text).unwrap();
        }
        found += have.len();
    }
    println!("{report}");
    let (precision, recall) = (f64::from(right) / found as f64, f64::from(right) / f64::from(wanted));
    println!("precision {precision:.3} recall {recall:.3}");
    assert!(precision >= 0.97 && recall >= 0.97, "precision {precision:.3} recall {recall:.3}\n{report}");
}

#[test]
fn nothing_is_found_where_nothing_is() {
    let (mut texts, mut report) = (0, String::new());
    for text in corpus().without.into_iter().flat_map(|without| without.texts) {
        texts += 1;
        for (name, _) in mentions(&read(&text)) {
            writeln!(report, "{name} in {text}").unwrap();
        }
    }
    assert!(texts >= 40);
    assert!(report.is_empty(), "{report}");
}
