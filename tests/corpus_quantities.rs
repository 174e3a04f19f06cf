//! The rules of quantities on sentences of our own: every number a row with its measure, and no row where nothing is counted.

use std::fmt::Write as _;

use duizhao::extract::extract;
use duizhao::lexicon::Lexicon;
use duizhao::model::{Fact, Hints, Kind, Status};
use duizhao::text::Source;
use serde::Deserialize;

#[derive(Deserialize)]
struct Corpus {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    text: String,
    /// The year the report is about; 2023 where nothing is said.
    year: Option<i16>,
    /// `number | value | unit | level or change | actual or target | period | indicator`, alternatives of the last parted by `/`.
    #[serde(default)]
    rows: Vec<String>,
    /// The keys of the rows' series in order, `-` where none is known; empty: not looked at.
    #[serde(default)]
    series: Vec<String>,
    /// The last part of each row's place in order; empty: not looked at.
    #[serde(default)]
    places: Vec<String>,
    /// A stretch in which nothing is counted.
    #[serde(default)]
    nothing: bool,
}

/// The cases of every file in `tests/corpus/quantities`: one file for each kind of report, in name order.
fn corpus() -> Vec<Case> {
    files().into_iter().flat_map(|(_, cases)| cases).collect()
}

/// The files of the corpus with their cases.
fn files() -> Vec<(String, Vec<Case>)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/quantities");
    let mut files: Vec<_> = std::fs::read_dir(folder).expect("the corpus").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "toml"));
    let read = |file: &std::path::PathBuf| {
        let text = std::fs::read_to_string(file).expect("a readable file");
        let cases = toml::from_str::<Corpus>(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display())).case;
        (file.file_name().unwrap_or_default().to_string_lossy().into_owned(), cases)
    };
    files.iter().map(read).collect()
}

/// A text with its numerals, places and initiatives masked: what is left tells one kind of sentence from another.
fn skeleton(text: &str, lexicon: &Lexicon) -> String {
    let hints = Hints { place: Some("山西省/晋城市".into()), ..Hints::default() };
    let document = extract(Source::new(text), &hints, lexicon);
    let mut masked = vec![' '; text.len()];
    text.char_indices().for_each(|(at, c)| masked[at] = c);
    let mut hide = |range: std::ops::Range<usize>, with: char| {
        masked[range.clone()].fill(' ');
        masked[range.start] = with;
    };
    let scope = lexicon.places.resolve("山西省/晋城市", None);
    lexicon.places.find_anywhere(text).into_iter().for_each(|found| hide(found.range, 'P'));
    lexicon.places.find(text, scope.as_ref()).into_iter().for_each(|(range, _)| hide(range, 'P'));
    document.initiatives.iter().flat_map(|it| &it.mentions).for_each(|mention| hide(mention.range(), 'I'));
    let mut out = String::new();
    for c in masked.into_iter().filter(|c| *c != ' ') {
        let numeral = c.is_numeric() || "一二两三四五六七八九十百千万亿〇零.%".contains(c);
        match numeral {
            true if out.ends_with('N') => {}
            true => out.push('N'),
            false => out.push(c),
        }
    }
    out
}

#[test]
fn the_corpus_is_large_and_of_many_kinds() {
    let lexicon = Lexicon::builtin();
    let files = files();
    let of = |file: &str| files.iter().filter(|(name, _)| name == file).map(|(_, cases)| cases.len()).sum::<usize>();
    let elsewhere = files.iter().filter(|(name, _)| name != "traps.toml").flat_map(|(_, cases)| cases).filter(|case| case.nothing).count();
    let cases: Vec<&Case> = files.iter().flat_map(|(_, cases)| cases).collect();
    let skeletons: std::collections::BTreeSet<String> = cases.iter().map(|case| skeleton(&case.text, &lexicon)).collect();
    assert_eq!(skeleton("泽州县新建幼儿园4所。", &lexicon), skeleton("高平市新建幼儿园12所。", &lexicon));
    assert_ne!(skeleton("泽州县新建幼儿园4所。", &lexicon), skeleton("泽州县改建幼儿园4所。", &lexicon));
    let (all, kinds, traps) = (cases.len(), skeletons.len(), of("traps.toml") + elsewhere);
    assert!(all >= 1000 && kinds >= 950 && traps >= 450, "{all} cases, {kinds} skeletons, {traps} traps");
}

fn line(source: &Source, fact: &Fact) -> String {
    let kind = if fact.kind == Kind::Change { "change" } else { "level" };
    let status = if fact.status == Status::Target { "target" } else { "actual" };
    let period = fact.period.as_ref().map_or_else(|| "-".to_owned(), |period| period.value.to_string());
    let unit = fact.unit.as_deref().unwrap_or("-");
    format!("{} | {} | {unit} | {kind} | {status} | {period} | {}", source.slice(fact.span), fact.value, fact.indicator)
}

/// Whether a row is as wanted: all the same, the indicator one of several.
fn is_as(wanted: &str, have: &str) -> bool {
    match (wanted.rsplit_once(" | "), have.rsplit_once(" | ")) {
        (Some((wanted, names)), Some((have, name))) => wanted == have && names.split('/').any(|n| n.trim() == name),
        _ => false,
    }
}

#[test]
fn every_number_is_the_row_it_should_be() {
    let corpus = corpus();
    assert!(corpus.len() >= 100, "the corpus is there");
    let lexicon = Lexicon::builtin();
    let mut report = String::new();
    for case in &corpus {
        let hints = Hints { year: Some(case.year.unwrap_or(2023)), place: Some("山西省/晋城市".into()), ..Hints::default() };
        let document = extract(Source::new(&case.text), &hints, &lexicon);
        let have: Vec<String> = document.facts.iter().map(|fact| line(&document.source, fact)).collect();
        assert!(case.nothing == case.rows.is_empty(), "either rows or nothing: {}", case.text);
        let series: Vec<&str> = document.facts.iter().map(|fact| fact.series.as_deref().unwrap_or("-")).collect();
        let last = |fact: &Fact| fact.place.as_ref().map_or_else(|| "-".to_owned(), |place| place.value.name().to_owned());
        let places: Vec<String> = document.facts.iter().map(last).collect();
        if !case.series.is_empty() && case.series != series || !case.places.is_empty() && case.places != places {
            writeln!(
                report,
                "[[case]]\ntext = {:?}\nseries = {:?}, have {series:?}\nplaces = {:?}, have {places:?}\n",
                case.text, case.series, case.places
            )
            .unwrap();
        }
        if have.len() != case.rows.len() || !case.rows.iter().zip(&have).all(|(wanted, have)| is_as(wanted, have)) {
            writeln!(report, "[[case]]\ntext = {:?}\nyear = {:?}\nhave = {have:#?}\nrows = {:#?}\n", case.text, case.year, case.rows).unwrap();
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

#[test]
fn three_hundred_series_are_reached() {
    let corpus = corpus();
    // each of these is asserted of its row by the test above
    let keys: std::collections::BTreeSet<&str> = corpus.iter().flat_map(|case| &case.series).map(String::as_str).filter(|key| *key != "-").collect();
    assert!(keys.len() >= 300, "{} series", keys.len());
}

#[test]
fn full_width_and_half_width_give_the_same_rows() {
    let corpus = corpus();
    let lexicon = Lexicon::builtin();
    let rows = |text: &str, year: Option<i16>| -> Vec<String> {
        let hints = Hints { year: Some(year.unwrap_or(2023)), ..Hints::default() };
        let document = extract(Source::new(text), &hints, &lexicon);
        document
            .facts
            .iter()
            .map(|fact| line(&document.source, fact).split_once(" | ").map(|(_, rest)| rest.to_owned()).unwrap_or_default())
            .collect()
    };
    for case in &corpus {
        let wide: String = case
            .text
            .chars()
            .map(|c| match c {
                '0'..='9' | '%' | '(' | ')' | ',' | ';' | ':' | '.' => char::from_u32(c as u32 + 0xfee0).unwrap_or(c),
                _ => c,
            })
            .collect();
        assert_eq!(rows(&wide, case.year), rows(&case.text, case.year), "{}", case.text);
    }
}

#[test]
fn every_fact_lies_in_its_sentence_and_none_overlaps_what_was_left_out() {
    let corpus = corpus();
    let lexicon = Lexicon::builtin();
    for case in &corpus {
        let document = extract(Source::new(&case.text), &Hints::default(), &lexicon);
        for fact in &document.facts {
            assert!(fact.sentence.covers(fact.span), "{}", case.text);
            assert!(fact.value.is_finite() && !fact.indicator.is_empty() && !fact.rules.is_empty(), "{}", case.text);
            assert!(document.not_captured.iter().all(|none| !none.span.overlaps(fact.span)), "{}", case.text);
        }
        assert!(document.facts.is_sorted_by_key(|fact| fact.span) && document.not_captured.is_sorted_by_key(|none| none.span));
    }
}

#[test]
fn every_unit_gives_what_its_line_of_the_table_says() {
    let lexicon = Lexicon::builtin();
    let mut report = String::new();
    for check in lexicon.units.checks() {
        let document = extract(Source::new(&format!("{}。", check.phrase)), &Hints { year: Some(2023), ..Hints::default() }, &lexicon);
        let have: Vec<(f64, &str)> = document.facts.iter().map(|fact| (fact.value, fact.unit.as_deref().unwrap_or("-"))).collect();
        if have != [(check.value, check.unit.as_str())] {
            writeln!(report, "{check:?}: {have:?}").unwrap();
        }
    }
    assert!(report.is_empty(), "\n{report}");
}
