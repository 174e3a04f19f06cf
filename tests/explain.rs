//! Whoever asks how a row came about is told it in words: on every sentence of the corpus.

#![expect(clippy::unwrap_used, reason = "a test ends where something is missing")]

use duizhao::extract::{extract, trace};
use duizhao::lexicon::Lexicon;
use duizhao::locale::{Language, Words};
use duizhao::model::Hints;
use duizhao::text::Source;

/// The sentences of the corpus of quantities.
fn sentences() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/quantities");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "toml"));
    let cases = |file: &std::path::PathBuf| {
        toml::from_str::<toml::Table>(&std::fs::read_to_string(file).unwrap()).unwrap()["case"].as_array().unwrap().clone()
    };
    files.iter().flat_map(cases).map(|case| case["text"].as_str().unwrap().to_owned()).collect()
}

/// A rule has a line in `rules.tsv` and a sentence in `assets/locale`.
#[test]
fn every_rule_has_its_words() {
    let lexicon = Lexicon::builtin();
    let mut without: Vec<String> = Vec::new();
    for text in sentences() {
        let document = extract(Source::new(&text), &Hints::default(), &lexicon);
        for rule in document.facts.into_iter().flat_map(|fact| fact.rules) {
            if !lexicon.rules.contains_key(&rule) && !without.contains(&rule) {
                without.push(rule);
            }
        }
    }
    assert!(without.is_empty(), "no line in assets/lexicon/rules.tsv: {without:?}");
}

/// Each row has a tree of its own: its words, its indicator and its series are the row's, and all its steps have words.
#[test]
fn every_row_has_its_tree() {
    let lexicon = Lexicon::builtin();
    let languages = [Language::Chinese, Language::English].map(Words::new);
    let known = |key: &str| key.is_empty() || languages.iter().all(|words| words.t(key) != key);
    let mut seen = 0;
    for text in sentences().iter().step_by(3) {
        let document = extract(Source::new(text), &Hints { year: Some(2023), ..Hints::default() }, &lexicon);
        for (index, fact) in document.facts.iter().enumerate() {
            let tree = trace(&document, index, &lexicon).unwrap();
            let words = |what: &str| tree.parts.iter().find(|part| part.what == what).map(|part| part.words.as_str());
            assert_eq!(tree.words, document.source.slice(fact.span), "{text}");
            assert_eq!(words("explain-field-indicator"), Some(fact.indicator.as_str()), "{text}");
            assert_eq!(fact.series.as_deref().map(Some), fact.series.is_some().then(|| words("explain-field-series")), "{text}");
            let period = fact.period.as_ref().map(|period| period.value.to_string()).unwrap_or_default();
            assert_eq!(words("explain-field-period"), Some(period.as_str()), "{text}");
            assert!(words("explain-field-status").is_some() && words("explain-field-confidence").is_some(), "{text}");
            let strange = tree.walk().into_iter().find(|step| !known(&step.what) || !known(&step.how));
            assert!(strange.is_none(), "{text}: {strange:?}");
            seen += 1;
        }
    }
    assert!(seen > 300, "{seen}");
}
