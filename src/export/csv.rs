//! Rows as a table: CSV and JSON Lines with the same columns, one row for each mention. Rows that were struck out are left
//! out; nothing is rounded or converted.
//!
//! `quote` is the sentence, and `start` and `end` are its place in the report's text, in Unicode scalar values: the text
//! between them is the quote. A row that was computed has `derived` true, no `raw_text`, and in `derived_from` the words of the
//! figures it follows from. `initiative` is for what is not found out yet and stays empty.

use super::number::plain;
use crate::analysis::Row;
use crate::locale::Words;
use crate::model::{Confidence, Kind, Level, Moment, Qualifier, SourceQuality, Status};
use crate::text::visible_path;

/// The columns, in order.
pub const COLUMNS: [&str; 29] = [
    "place",
    "place_code",
    "place_level",
    "subject",
    "report_title",
    "report_year",
    "report_source",
    "period_start",
    "period_end",
    "indicator",
    "series",
    "value",
    "unit",
    "raw_text",
    "qualifier",
    "kind",
    "status",
    "baseline",
    "initiative",
    "derived",
    "check",
    "confidence",
    "reviewed",
    "quote",
    "start",
    "end",
    "file",
    "sha256",
    "derived_from",
];

/// What Excel needs to see that a file is UTF-8.
pub(super) const BYTE_ORDER_MARK: &str = "\u{feff}";

enum Cell {
    Empty,
    Text(String),
    /// Written as it is in both forms.
    Number(String),
    Flag(bool),
}

/// The rows as CSV (RFC 4180, UTF-8) with a byte-order mark. A text that a spreadsheet would take for a formula gets an
/// apostrophe before it.
pub fn csv(rows: &[Row], words: &Words) -> Vec<u8> {
    (BYTE_ORDER_MARK.to_owned() + &csv_text(rows, words)).into_bytes()
}

/// The same without the byte-order mark.
pub fn csv_text(rows: &[Row], words: &Words) -> String {
    let mut out = COLUMNS.join(",") + "\r\n";
    for row in rows.iter().filter(|row| !row.struck) {
        let cells = cells(row, words).map(|cell| match cell {
            Cell::Empty => String::new(),
            Cell::Text(text) => quoted(&guarded(text)),
            Cell::Number(number) => number,
            Cell::Flag(flag) => flag.to_string(),
        });
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    }
    out
}

/// The rows as JSON Lines; what is missing is null.
pub fn json_lines(rows: &[Row], words: &Words) -> String {
    let mut out = String::new();
    for row in rows.iter().filter(|row| !row.struck) {
        let fields: Vec<String> = COLUMNS
            .iter()
            .zip(cells(row, words))
            .map(|(name, cell)| {
                let value = match cell {
                    Cell::Empty => "null".to_owned(),
                    Cell::Text(text) => serde_json::Value::String(text).to_string(),
                    Cell::Number(number) => number,
                    Cell::Flag(flag) => flag.to_string(),
                };
                format!("\"{name}\":{value}")
            })
            .collect();
        out.push('{');
        out.push_str(&fields.join(","));
        out.push_str("}\n");
    }
    out
}

fn cells(row: &Row, words: &Words) -> [Cell; COLUMNS.len()] {
    let (fact, report) = (&row.fact, &row.report);
    let document = &report.document;
    let meta = &document.meta;
    let place = fact.place.as_ref().map(|place| &place.value);
    let period = fact.period.as_ref().map(|period| period.value);
    let [start, end] = document.source.char_span(fact.sentence);
    let number = |number: usize| Cell::Number(number.to_string());
    let sample = words.t("chart-tag-sample");
    let title = if meta.sample { format!("{}【{sample}】", meta.title) } else { meta.title.clone() };
    [
        text(place.map(|place| place.path.as_str())),
        place.and_then(|place| place.code).map_or(Cell::Empty, |code| Cell::Text(format!("{code:06}"))),
        place.map_or(Cell::Empty, |place| word(level(place.level))),
        text(fact.subject.as_deref()),
        Cell::Text(title),
        meta.year.as_ref().map_or(Cell::Empty, |year| Cell::Number(year.value.to_string())),
        word(if meta.sample { "sample" } else { quality(meta.quality) }),
        period.map_or(Cell::Empty, |period| date(period.start)),
        period.map_or(Cell::Empty, |period| date(period.end)),
        Cell::Text(fact.indicator.clone()),
        text(fact.series.as_deref()),
        if fact.value.is_finite() { Cell::Number(plain(fact.value, fact.decimals)) } else { Cell::Empty },
        text(fact.unit.as_deref()),
        if row.is_computed() { Cell::Empty } else { Cell::Text(row.raw().to_owned()) },
        word(qualifier(fact.qualifier)),
        word(if fact.kind == Kind::Change { "change" } else { "level" }),
        word(if fact.status == Status::Target { "target" } else { "actual" }),
        fact.baseline.map_or(Cell::Empty, |baseline| Cell::Text(baseline.to_string())),
        Cell::Empty,
        Cell::Flag(row.is_computed()),
        check(row),
        word(confidence(fact.confidence)),
        Cell::Flag(row.corrected),
        Cell::Text(row.sentence().to_owned()),
        number(start),
        number(end),
        Cell::Text(visible_path(&report.path)),
        Cell::Text(report.id.0.to_string()),
        if row.is_computed() { Cell::Text(row.sources().join("; ")) } else { Cell::Empty },
    ]
}

/// Whether the sums that the number takes part in come out.
fn check(row: &Row) -> Cell {
    let its = row.report.document.checks.iter().filter(|check| check.spans.iter().chain(&check.total).any(|&span| span == row.fact.span));
    its.map(|check| check.holds).reduce(|all, one| all && one).map_or(Cell::Empty, |holds| word(if holds { "holds" } else { "fails" }))
}

fn text(text: Option<&str>) -> Cell {
    text.map_or(Cell::Empty, |text| Cell::Text(text.to_owned()))
}

fn word(word: &str) -> Cell {
    Cell::Text(word.to_owned())
}

fn date(moment: Moment) -> Cell {
    Cell::Text(moment.to_string())
}

/// A spreadsheet takes a cell for a formula by its first character, some after blanks too.
pub(super) fn guarded(text: String) -> String {
    let first = text.trim_start_matches([' ', '\u{a0}', '\u{3000}', '\n']).chars().next();
    if matches!(first, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠')) { format!("'{text}") } else { text }
}

pub(super) fn quoted(text: &str) -> String {
    if text.contains(['"', ',', '\n', '\r']) || text.starts_with(' ') || text.ends_with(' ') {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Province => "province",
        Level::City => "city",
        Level::County => "county",
    }
}

fn quality(quality: SourceQuality) -> &'static str {
    match quality {
        SourceQuality::Official => "official",
        SourceQuality::Newspaper => "newspaper",
        SourceQuality::Repost => "repost",
        SourceQuality::Reworded => "reworded",
        SourceQuality::Unknown => "unknown",
    }
}

fn qualifier(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::Exact => "exact",
        Qualifier::About => "about",
        Qualifier::Over => "over",
        Qualifier::Nearly => "nearly",
        Qualifier::AtLeast => "at_least",
        Qualifier::AtMost => "at_most",
    }
}

fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Doubtful => "doubtful",
        Confidence::Likely => "likely",
        Confidence::Sure => "sure",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::analysis::rows;
    use crate::analysis::testing::{Draft, rows_of};
    use crate::lexicon::Places;
    use crate::locale::Language;
    use crate::model::{Edits, FactEdit, FactKey, Inferred, Origin, Period};

    fn table(rows: &[Row]) -> Vec<BTreeMap<String, String>> {
        let bytes = csv(rows, &Words::new(Language::Chinese));
        let bytes = bytes.strip_prefix(BYTE_ORDER_MARK.as_bytes()).expect("a byte-order mark");
        let mut reader = ::csv::ReaderBuilder::new().from_reader(bytes);
        let names = reader.headers().unwrap().clone();
        assert_eq!(names.iter().collect::<Vec<_>>(), COLUMNS);
        reader.records().map(|record| names.iter().map(str::to_owned).zip(record.unwrap().iter().map(str::to_owned)).collect()).collect()
    }

    #[test]
    fn every_column_has_its_value() {
        let draft = Draft::new("山西省/大同市/云州区", 2022, "云州,\"讲话\"").fact(
            "经费已有2888.72万元。",
            "2888.72万元",
            "经费",
            28_887_200.0,
            "元",
            |fact| {
                fact.decimals = 0;
                fact.period = Some(Inferred::new(Period::school_year(2021), Origin::FromReport));
                fact.qualifier = Qualifier::Over;
                fact.status = Status::Target;
                fact.baseline = Some(Period::year(2020));
            },
        );
        let rows = rows_of(vec![draft.fact("比率为92.30%。", "92.30%", "比率", 92.3, "%", |fact| fact.place = None)]);
        let table = table(&rows);
        for (name, want) in [
            ("place", "山西省/大同市/云州区"),
            ("place_level", "county"),
            ("report_title", "云州,\"讲话\""),
            ("report_year", "2022"),
            ("report_source", "official"),
            ("period_start", "2021-09"),
            ("period_end", "2022-08"),
            ("value", "28887200"),
            ("raw_text", "2888.72万元"),
            ("qualifier", "over"),
            ("status", "target"),
            ("baseline", "2020"),
            ("quote", "经费已有2888.72万元。"),
            ("start", "0"),
            ("end", "14"),
            ("reviewed", "false"),
            ("initiative", ""),
        ] {
            assert_eq!(table[0][name], want, "{name}");
        }
        assert_eq!((table[1]["value"].as_str(), table[1]["place"].as_str(), table[1]["start"].as_str()), ("92.30", "", "14"));
    }

    #[test]
    fn no_text_is_a_formula_and_numbers_stay_numbers() {
        let draft = Draft::new("山西省/忻州市", 2022, "=1+1")
            .fact("-5人。", "-5人", "@指标", -5.0, "人", |fact| fact.subject = Some(" +一中".to_owned()));
        let table = table(&rows_of(vec![draft]));
        let row = &table[0];
        assert_eq!((row["report_title"].as_str(), row["indicator"].as_str(), row["raw_text"].as_str()), ("'=1+1", "'@指标", "'-5人"));
        assert_eq!((row["value"].as_str(), row["subject"].as_str()), ("-5", "' +一中"));
    }

    #[test]
    fn struck_rows_are_left_out_and_samples_marked() {
        let mut draft = Draft::new("山西省/忻州市", 2022, "甲").fact("园9所。", "9所", "幼儿园数", 9.0, "所", |_| ()).fact(
            "园8所。",
            "8所",
            "幼儿园数",
            8.0,
            "所",
            |_| (),
        );
        draft.meta.sample = true;
        let report = draft.report();
        let key = FactKey { report: report.id.clone(), span: report.document.facts[0].span, rank: 0 };
        let edits = Edits { facts: [(key, FactEdit { struck: true, ..FactEdit::default() })].into(), ..Edits::default() };
        let table = table(&rows(&[report], &edits, &Places::default()));
        assert_eq!(table.len(), 1);
        assert_eq!(
            (table[0]["value"].as_str(), table[0]["report_title"].as_str(), table[0]["report_source"].as_str()),
            ("8", "甲【示例】", "sample")
        );
    }

    #[test]
    fn lines_end_as_the_standard_says() {
        let text = csv_text(
            &rows_of(vec![Draft::new("山西省", 2022, "甲").fact("园9所。", "9所", "园数", 9.0, "所", |_| ())]),
            &Words::new(Language::English),
        );
        assert_eq!(text.matches("\r\n").count(), 2);
        assert!(text.starts_with("place,place_code,") && text.ends_with("\r\n"));
    }

    #[test]
    fn json_lines_have_the_same_columns() {
        let draft = Draft::new("山西省/忻州市", 2022, "甲\"乙").fact("率为92.30%。", "92.30%", "比率", 92.3, "%", |fact| fact.place = None);
        let text = json_lines(&rows_of(vec![draft]), &Words::new(Language::Chinese));
        let value: serde_json::Value = serde_json::from_str(text.trim_end()).unwrap();
        assert_eq!(value.as_object().map(serde_json::Map::len), Some(COLUMNS.len()));
        assert_eq!((value["value"].as_f64(), value["place"].is_null(), value["report_title"].as_str()), (Some(92.3), true, Some("甲\"乙")));
        assert!(text.contains("\"value\":92.30,"));
    }

    #[test]
    fn a_computed_row_says_what_it_follows_from() {
        let mut rows = rows_of(vec![Draft::new("山西省/忻州市", 2022, "甲").fact("率为92.30%。", "92.30%", "比率", 92.3, "%", |_| ())]);
        let mut row = rows[0].clone();
        row.basis = crate::analysis::Basis::Computed(vec![row.fact.span]);
        rows.push(row);
        let table = table(&rows);
        let told: Vec<[&str; 3]> = table.iter().map(|row| ["derived", "raw_text", "derived_from"].map(|name| row[name].as_str())).collect();
        assert_eq!(told, [["false", "92.30%", ""], ["true", "", "92.30%"]]);
    }
}
