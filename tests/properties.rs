//! What has to hold of every text: the bundled samples, the corpus, the reports beside the project where they are, and text
//! that is no prose at all.

use std::path::{Path, PathBuf};

use duizhao::extract::extract;
use duizhao::lexicon::Lexicon;
use duizhao::model::{BlockKind, Document, Fact, Hints, Reason};
use duizhao::samples::SAMPLES;
use duizhao::text::{Source, Span};

fn read(text: &str) -> Document {
    extract(Source::new(text), &Hints::default(), &Lexicon::builtin())
}

/// Name and text of every sample.
fn samples() -> Vec<(String, String)> {
    SAMPLES.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

/// Name and text of every case of the corpus.
fn corpus() -> Vec<(String, String)> {
    #[derive(serde::Deserialize)]
    struct Corpus {
        case: Vec<Case>,
    }
    #[derive(serde::Deserialize)]
    struct Case {
        text: String,
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/quantities");
    let mut out = Vec::new();
    for file in files(&folder, "toml") {
        let text = std::fs::read_to_string(&file).expect("a readable file");
        let corpus: Corpus = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        out.extend(corpus.case.into_iter().enumerate().map(|(index, case)| (format!("{name} {index}"), case.text)));
    }
    assert!(out.len() > 300, "the corpus is there");
    out
}

/// Name and text of every report beside the project; none where there are none.
fn reports() -> Vec<(String, String)> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let mut found = files(&shared.join("reports"), "txt");
    found.extend(files(&shared.join("eval/texts"), "txt"));
    if found.is_empty() {
        let must = shared.is_dir() && std::env::var("CI").is_ok_and(|ci| ci == "true");
        assert!(!must, "the reports are missing although their folder is there");
        skipped("no reports beside the project: only samples and corpus are read");
    }
    found
        .into_iter()
        .map(|path| {
            let loaded = duizhao::load::load(&path, None).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            (path.display().to_string(), loaded.source.text().to_owned())
        })
        .collect()
}

#[expect(clippy::print_stderr, reason = "a test says what it leaves out")]
fn skipped(what: &str) {
    eprintln!("{what}");
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut out: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|it| it == ending)).collect();
    out.sort();
    out
}

fn all() -> Vec<(String, String)> {
    [samples(), corpus(), reports()].concat()
}

/// All of a row but the bytes it stands at, which are counted in characters.
fn row(document: &Document, fact: &Fact) -> String {
    let period = fact.period.as_ref().map(|period| period.value.to_string());
    let place = fact.place.as_ref().map(|place| place.value.path.clone());
    let at = document.source.char_span(fact.span);
    format!(
        "{at:?} {} {:?} {:?} {:?} {:?} {period:?} {:?} {} {:?} {place:?} {:?} {:?}",
        fact.value, fact.unit, fact.qualifier, fact.kind, fact.status, fact.baseline, fact.indicator, fact.series, fact.subject, fact.confidence
    )
}

fn rows(document: &Document) -> Vec<String> {
    document.facts.iter().map(|fact| row(document, fact)).collect()
}

const NARROW: &str = ",;:?!()";
const WIDE: &str = "，；：？！（）";

fn with_marks(text: &str, from: &str, to: &str) -> String {
    text.chars().map(|c| from.chars().position(|mark| mark == c).and_then(|at| to.chars().nth(at)).unwrap_or(c)).collect()
}

#[test]
fn marks_may_be_narrow_or_wide() {
    for (name, text) in all() {
        let (narrow, wide) = (read(&with_marks(&text, WIDE, NARROW)), read(&with_marks(&text, NARROW, WIDE)));
        assert_eq!(rows(&narrow), rows(&wide), "{name}");
        assert_eq!(rows(&narrow), rows(&read(&text)), "{name}");
        let about = |document: &Document| (document.meta.year.clone().map(|year| year.value), document.meta.place_path().map(str::to_owned));
        assert_eq!(about(&narrow), about(&wide), "{name}");
        assert_eq!(narrow.not_captured.len(), wide.not_captured.len(), "{name}");
    }
}

/// Every span of a document lies on character boundaries, in order, and holds what it says.
fn check_spans(name: &str, document: &Document) {
    let text = document.source.text();
    let fits = |span: Span| {
        let (start, end) = (span.start as usize, span.end as usize);
        assert!(start <= end && end <= text.len() && text.is_char_boundary(start) && text.is_char_boundary(end), "{name}: {span:?}");
    };
    for fact in &document.facts {
        fits(fact.span);
        fits(fact.sentence);
        let words = document.source.slice(fact.span);
        let is_numeral = |c: char| c.is_numeric() || "一二三四五六七八九十百千万亿两零〇OolI".contains(c);
        assert!(words.contains(is_numeral) && words.trim() == words, "{name}: {words:?}");
        assert!(fact.sentence.covers(fact.span) && fact.value.is_finite(), "{name}: {words:?}");
        let [start, end] = document.source.char_span(fact.span);
        assert_eq!(text.chars().skip(start).take(end - start).collect::<String>(), words, "{name}");
    }
    for none in &document.not_captured {
        fits(none.span);
        assert!(!none.span.is_empty(), "{name}");
        assert!(document.facts.iter().all(|fact| !fact.span.overlaps(none.span)), "{name}: {:?}", document.source.slice(none.span));
    }
    document.initiatives.iter().flat_map(|it| &it.mentions).for_each(|span| fits(*span));
    document.outline.blocks.iter().for_each(|block| fits(block.span));
}

#[test]
fn spans_lead_to_the_words() {
    for (name, text) in all() {
        check_spans(&name, &read(&text));
    }
}

#[test]
fn every_digit_is_in_a_row_or_has_a_reason() {
    let mut lost = Vec::new();
    for (name, text) in all() {
        let document = read(&text);
        let spans = document.facts.iter().map(|fact| fact.span).chain(document.not_captured.iter().map(|none| none.span));
        let mut known = vec![false; text.len()];
        spans.for_each(|span| known[span.range()].fill(true));
        let digits = document.source.text().char_indices().filter(|(_, c)| c.is_ascii_digit() || ('０'..='９').contains(c));
        let left: String = digits.filter(|(at, _)| !known[*at]).map(|(_, c)| c).collect();
        if !left.is_empty() {
            lost.push(format!("{name}: {left} of {}", text.chars().take(60).collect::<String>()));
        }
    }
    assert!(lost.is_empty(), "{} texts:\n{}", lost.len(), lost.join("\n"));
}

/// Extracts every cut of `text` from its beginning and from its end, `step` characters apart.
fn cut(name: &str, text: &str, step: usize) {
    let at: Vec<usize> = text.char_indices().map(|(at, _)| at).step_by(step).collect();
    let parts = at.iter().map(|&at| &text[..at]).chain(at.iter().map(|&at| &text[at..]));
    let parts: Vec<&str> = parts.collect();
    std::thread::scope(|scope| {
        for share in parts.chunks(parts.len().div_ceil(2).max(1)) {
            scope.spawn(|| share.iter().for_each(|part| check_spans(name, &read(part))));
        }
    });
}

#[test]
fn any_cut_of_any_text_can_be_read() {
    for (name, text) in samples() {
        cut(&name, &text, 7);
    }
    for (name, text) in reports() {
        cut(&name, &text, text.chars().count() / 12 + 1);
    }
    for (name, text) in corpus().iter().step_by(9) {
        cut(name, text, 2);
    }
}

#[test]
fn two_reports_one_after_the_other_give_the_rows_of_both() {
    let texts = [samples(), reports()].concat();
    let plain = |document: &Document| -> Vec<String> {
        document.facts.iter().map(|fact| format!("{} {:?} {}", fact.value, fact.unit, fact.indicator)).collect()
    };
    // behind the foot of a page nothing is the report's any more
    let is_foot = |text: &str| read(text).outline.blocks.last().is_some_and(|block| block.kind == BlockKind::Furniture);
    for (at, (name, text)) in texts.iter().enumerate().filter(|(_, (_, text))| !is_foot(text)) {
        let (other, behind) = &texts[(at + 1) % texts.len()];
        let both = plain(&read(&format!("{text}\n\n{behind}")));
        let wanted = [plain(&read(text)), plain(&read(behind))].concat();
        assert_eq!(both, wanted, "{name}, {other}");
    }
}

#[test]
fn what_is_no_number_is_none_and_what_is_one_is_right() {
    let huge = "9".repeat(400);
    let zeros = format!("1{}", "0".repeat(400));
    let han = "九".repeat(300);
    let scales = format!("3{}", "万".repeat(120));
    let hundreds = "百".repeat(400);
    // a text, and the values of its rows
    let cases: Vec<(String, &[f64])> = vec![
        (format!("全市有学校{huge}所。"), &[]),
        (format!("全市有学校{zeros}所。"), &[]),
        (format!("全市有学校{han}所。"), &[]),
        (format!("全市有学校{scales}所。"), &[]),
        (format!("全市有学校{hundreds}所。"), &[]),
        (format!("全市教育投入0.{}元。", "3".repeat(400)), &[]),
        ("全市有学校1.2.3所。".into(), &[]),
        ("全市有学校3,21,4所。".into(), &[]),
        ("全市有学校1,23所。".into(), &[]),
        ("全市有学校12,3456所。".into(), &[]),
        ("全市有学校1..5所。".into(), &[]),
        ("全市有学校10^400所。".into(), &[]),
        ("全市有学校1e400所。".into(), &[]),
        ("全市有学校0x1F所。".into(), &[]),
        ("全市有学校1/0所。".into(), &[]),
        ("全市有学校１，２３４所。".into(), &[1234.0]),
        ("全市有学校１2３所。".into(), &[123.0]),
        ("全市有学校1\u{200b}2\u{feff}3所。".into(), &[123.0]),
        ("全市有学校12\u{0}所。".into(), &[12.0]),
        ("\u{1}\u{2}全市有学校\u{7}12所\u{1b}。".into(), &[12.0]),
        ("全市有学校12所\u{202e}。".into(), &[12.0]),
        ("全市有学校12所".into(), &[12.0]),
        ("全市有学校1,234,567所。".into(), &[1_234_567.0]),
        ("教育投入1.5亿元。".into(), &[150_000_000.0]),
        ("教育投入0.05万元。".into(), &[500.0]),
        ("全市有学校零所。".into(), &[]),
        ("全市有学校二三四所。".into(), &[]),
        ("全市有学校万万所。".into(), &[]),
        (String::new(), &[]),
        ("\n\n\n".into(), &[]),
        ("。。。,,,、、、".into(), &[]),
        ("%%%‰‰".into(), &[]),
        ("((((((((((".into(), &[]),
        ("《《《““““".into(), &[]),
        ("1".into(), &[]),
        ("1.".into(), &[]),
        (".5所".into(), &[]),
        ("-".into(), &[]),
        ("百分之".into(), &[]),
        ("百分之所".into(), &[]),
    ];
    for (text, values) in cases {
        let document = read(&text);
        let shown: String = text.chars().take(40).collect();
        check_spans(&shown, &document);
        let have: Vec<f64> = document.facts.iter().map(|fact| fact.value).collect();
        assert_eq!(have, values, "{shown}");
        if values.is_empty() && text.contains(|c: char| c.is_ascii_digit()) {
            assert!(!document.not_captured.is_empty(), "{shown}: no reason");
            let odd = |reason: Reason| matches!(reason, Reason::Furniture);
            assert!(!document.not_captured.iter().any(|none| odd(none.reason)) || shown.len() < 4, "{shown}: {:?}", document.not_captured);
        }
    }
}

#[test]
fn a_paragraph_without_an_end_can_be_read() {
    let prose = "全市现有小学12所,在校生3456人,专任教师289名,校舍面积1.2万平方米、图书3.4万册,";
    let times = 150_000 / prose.len();
    let document = read(&prose.repeat(times));
    assert_eq!(document.facts.len(), 5 * times);
    check_order(&document);
    let bare = "全市教育系统坚持以人民为中心的发展思想推动各项工作取得新的进展".repeat(3000);
    assert!(read(&bare).facts.is_empty());
}

#[test]
fn a_row_of_numerals_is_no_row() {
    let numerals = (0..100_000).map(|number| number.to_string()).collect::<Vec<_>>().join(" ");
    let document = read(&numerals);
    assert!(document.facts.is_empty() && document.not_captured.len() >= 99_990, "{} {}", document.facts.len(), document.not_captured.len());
    check_order(&document);
    for (name, text) in [
        ("one numeral", "1234567890".repeat(30_000)),
        ("commas", "1,".repeat(60_000)),
        ("points", "1.".repeat(60_000)),
        ("Han digits", "二三".repeat(30_000)),
        ("Han scales", "十百千万亿".repeat(12_000)),
        ("classifiers", "所个名人".repeat(20_000)),
    ] {
        let document = read(&text);
        check_order(&document);
        assert!(document.facts.is_empty(), "{name}: {:?}", document.source.slice(document.facts[0].span));
    }
    for (name, text) in [
        ("brackets", format!("{}12所{}", "(".repeat(3000), ")".repeat(3000))),
        ("quotes", format!("{}12所", "“《".repeat(3000))),
        ("counted", (0..4000).map(|number| format!("{}所、", number % 90 + 10)).collect::<Vec<_>>().concat()),
    ] {
        check_spans(name, &read(&text));
    }
}

/// Spans follow each other on character boundaries; for texts too long to look at every pair of them.
fn check_order(document: &Document) {
    let text = document.source.text();
    let fits = |span: Span| text.is_char_boundary(span.start as usize) && text.is_char_boundary(span.end as usize) && !span.is_empty();
    assert!(document.facts.iter().all(|fact| fits(fact.span)) && document.facts.is_sorted_by_key(|fact| fact.span));
    assert!(document.not_captured.iter().all(|none| fits(none.span)) && document.not_captured.is_sorted_by_key(|none| none.span));
}
