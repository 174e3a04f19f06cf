//! A report as one line of JSON: the contract that other programs read. Later versions only add fields.
//!
//! Spans are half-open and counted in Unicode scalar values of [`Source::text`](crate::text::Source::text); everything else
//! in the program counts in bytes.

use serde::{Serialize, Serializer};

use crate::model::{
    Check, CheckKind, Confidence, Derived, Diagnostic, Document, Fact, Initiative, InitiativeKind, Kind, NotCaptured, Period, Qualifier, Reason,
    Report, Status,
};
use crate::text::{Source, visible_path};

/// The version of the contract.
const SCHEMA: u8 = 1;

/// The report as one line without its line end.
///
/// # Errors
/// None is known: the line holds text, numbers and lists only.
pub fn line(report: &Report) -> serde_json::Result<String> {
    serde_json::to_string(&Line::of(&report.document, path_text(&report.path)))
}

/// The path as it was given; only one that is no text is written with escapes.
fn path_text(path: &std::path::Path) -> String {
    path.to_str().map_or_else(|| visible_path(path), str::to_owned)
}

#[derive(Serialize)]
struct Line<'a> {
    schema: u8,
    path: String,
    title: &'a str,
    place: Option<&'a str>,
    year: Option<i16>,
    published: Option<&'a str>,
    chars: usize,
    boilerplate: Vec<[usize; 2]>,
    quantities: Vec<Quantity<'a>>,
    initiatives: Vec<Named<'a>>,
    derived: Vec<Computed<'a>>,
    not_captured: Vec<Left<'a>>,
    checks: Vec<Sum>,
    remarks: Vec<Remark<'a>>,
}

impl<'a> Line<'a> {
    fn of(document: &'a Document, path: String) -> Self {
        let Document { source, meta, outline, facts, initiatives, not_captured, checks, derived, diagnostics } = document;
        Self {
            schema: SCHEMA,
            path,
            title: &meta.title,
            place: meta.place_path(),
            year: meta.year.as_ref().map(|year| year.value),
            published: meta.published.as_ref().map(|published| published.value.as_str()),
            chars: source.char_index(source.text().len()),
            boilerplate: outline.furniture().into_iter().map(|span| source.char_span(span)).collect(),
            quantities: facts.iter().map(|fact| Quantity::of(fact, source)).collect(),
            initiatives: initiatives.iter().map(|initiative| Named::of(initiative, source)).collect(),
            derived: derived.iter().map(|it| Computed::of(it, source)).collect(),
            not_captured: not_captured.iter().map(|it| Left::of(*it, source)).collect(),
            checks: checks.iter().map(|check| Sum::of(check, source)).collect(),
            remarks: diagnostics.iter().map(|it| Remark::of(it, source)).collect(),
        }
    }
}

#[derive(Serialize)]
struct Quantity<'a> {
    span: [usize; 2],
    text: &'a str,
    #[serde(serialize_with = "number")]
    value: f64,
    unit: Option<&'a str>,
    qualifier: Qualifier,
    kind: Kind,
    status: Status,
    period: Option<Period>,
    baseline: Option<Period>,
    indicator: &'a str,
    series: Option<&'a str>,
    place: Option<&'a str>,
    subject: Option<&'a str>,
    sentence: [usize; 2],
    confidence: Confidence,
    rules: &'a [String],
}

impl<'a> Quantity<'a> {
    fn of(fact: &'a Fact, source: &'a Source) -> Self {
        Self {
            span: source.char_span(fact.span),
            text: source.slice(fact.span),
            value: fact.value,
            unit: fact.unit.as_deref(),
            qualifier: fact.qualifier,
            kind: fact.kind,
            status: fact.status,
            period: fact.period.as_ref().map(|period| period.value),
            baseline: fact.baseline,
            indicator: &fact.indicator,
            series: fact.series.as_deref(),
            place: fact.place.as_ref().map(|place| place.value.path.as_str()),
            subject: fact.subject.as_deref(),
            sentence: source.char_span(fact.sentence),
            confidence: fact.confidence,
            rules: &fact.rules,
        }
    }
}

/// A whole number without a decimal point, as people write it; a number that is none (which no rule makes) as null.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
fn number<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if value.fract() == 0.0 && value.abs() <= EXACT { serializer.serialize_i64(*value as i64) } else { serializer.serialize_f64(*value) }
}

#[derive(Serialize)]
struct Named<'a> {
    name: &'a str,
    kind: InitiativeKind,
    theme: &'a str,
    cluster: &'a str,
    stage: Option<&'a str>,
    issuer: Option<&'a str>,
    date: Option<&'a str>,
    mentions: Vec<[usize; 2]>,
}

impl<'a> Named<'a> {
    fn of(initiative: &'a Initiative, source: &Source) -> Self {
        Self {
            name: &initiative.name,
            kind: initiative.kind,
            theme: &initiative.theme,
            cluster: &initiative.cluster,
            stage: None,
            issuer: None,
            date: None,
            mentions: initiative.mentions.iter().map(|&span| source.char_span(span)).collect(),
        }
    }
}

#[derive(Serialize)]
struct Left<'a> {
    span: [usize; 2],
    text: &'a str,
    reason: Reason,
}

impl<'a> Left<'a> {
    fn of(it: NotCaptured, source: &'a Source) -> Self {
        Self { span: source.char_span(it.span), text: source.slice(it.span), reason: it.reason }
    }
}

#[derive(Serialize)]
struct Computed<'a> {
    #[serde(flatten)]
    row: Quantity<'a>,
    from: Vec<[usize; 2]>,
}

impl<'a> Computed<'a> {
    fn of(it: &'a Derived, source: &'a Source) -> Self {
        Self { row: Quantity::of(&it.fact, source), from: it.from.iter().map(|&span| source.char_span(span)).collect() }
    }
}

#[derive(Serialize)]
struct Sum {
    #[serde(rename = "type")]
    kind: CheckKind,
    spans: Vec<[usize; 2]>,
    total: Option<[usize; 2]>,
    holds: bool,
}

impl Sum {
    fn of(check: &Check, source: &Source) -> Self {
        Self {
            kind: check.kind,
            spans: check.spans.iter().map(|&span| source.char_span(span)).collect(),
            total: check.total.map(|span| source.char_span(span)),
            holds: check.holds,
        }
    }
}

/// Something to know of the reading: `no-base`, a change of which no base is given.
#[derive(Serialize)]
struct Remark<'a> {
    span: Option<[usize; 2]>,
    code: &'a str,
}

impl<'a> Remark<'a> {
    fn of(it: &'a Diagnostic, source: &Source) -> Self {
        Self { span: it.span.map(|span| source.char_span(span)), code: it.code.strip_prefix("diagnostic-").unwrap_or(&it.code) }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Block, BlockKind, Inferred, Level, Origin, Outline, Place, ReportId, ReportKind, ReportMeta, SourceQuality, Weight};
    use crate::text::Span;

    fn report() -> Report {
        let text = "😀首页\n全市新增1185名。县管校聘";
        let at = |part: &str| text.find(part).map(|start| Span::new(start, start + part.len())).unwrap();
        let place = Place { path: "山西省/吕梁市".to_owned(), code: Some(141100), level: Level::City };
        let fact = Fact {
            span: at("1185名"),
            sentence: at("全市新增1185名。"),
            value: 1185.0,
            decimals: 0,
            unit: Some("人".to_owned()),
            qualifier: Qualifier::AtLeast,
            kind: Kind::Change,
            status: Status::Actual,
            period: Some(Inferred::new(Period::school_year(2022), Origin::FromReport)),
            baseline: None,
            indicator: "一本达线人数".to_owned(),
            series: None,
            place: Some(Inferred::new(place.clone(), Origin::FromReport)),
            subject: None,
            confidence: Confidence::Sure,
            rules: vec!["甲".to_owned()],
        };
        let derived = Derived { fact: Fact { kind: Kind::Level, ..fact.clone() }, from: vec![at("1185名")] };
        let initiative = Initiative {
            name: "县管校聘".to_owned(),
            kind: InitiativeKind::Reform,
            theme: "教师队伍".to_owned(),
            cluster: "县管校聘".to_owned(),
            family: None,
            weight: Weight::Main,
            mentions: vec![at("县管校聘")],
            rules: Vec::new(),
        };
        let meta = ReportMeta {
            title: "甲\"乙".to_owned(),
            title_span: None,
            place: Some(Inferred::new(place, Origin::FromReport)),
            year: None,
            kind: ReportKind::Review,
            published: None,
            quality: SourceQuality::Unknown,
            publisher: None,
            sample: false,
        };
        let blocks = vec![Block { span: at("😀首页"), kind: BlockKind::Furniture, plan: false, year: None, since: None, year_span: None }];
        let document = Document {
            source: Source::new(text),
            meta,
            outline: Outline { blocks, articles: Vec::new() },
            facts: vec![fact],
            initiatives: vec![initiative],
            not_captured: vec![NotCaptured { span: at("首"), reason: Reason::Furniture }],
            checks: vec![Check { kind: CheckKind::FromTo, spans: vec![at("1185名")], total: None, holds: true }],
            derived: vec![derived],
            diagnostics: Vec::new(),
        };
        Report { id: ReportId("".into()), path: "a/甲.txt".into(), encoding: "UTF-8".to_owned(), document: Arc::new(document) }
    }

    #[test]
    fn fields_stand_in_the_order_of_the_contract() {
        expect_test::expect![[r#"{"schema":1,"path":"a/甲.txt","title":"甲\"乙","place":"山西省/吕梁市","year":null,"published":null,"chars":18,"boilerplate":[[0,3]],"quantities":[{"span":[8,13],"text":"1185名","value":1185,"unit":"人","qualifier":"at_least","kind":"change","status":"actual","period":"2022-09/2023-08","baseline":null,"indicator":"一本达线人数","series":null,"place":"山西省/吕梁市","subject":null,"sentence":[4,14],"confidence":"sure","rules":["甲"]}],"initiatives":[{"name":"县管校聘","kind":"reform","theme":"教师队伍","cluster":"县管校聘","stage":null,"issuer":null,"date":null,"mentions":[[14,18]]}],"derived":[{"span":[8,13],"text":"1185名","value":1185,"unit":"人","qualifier":"at_least","kind":"level","status":"actual","period":"2022-09/2023-08","baseline":null,"indicator":"一本达线人数","series":null,"place":"山西省/吕梁市","subject":null,"sentence":[4,14],"confidence":"sure","rules":["甲"],"from":[[8,13]]}],"not_captured":[{"span":[1,2],"text":"首","reason":"furniture"}],"checks":[{"type":"from_to","spans":[[8,13]],"total":null,"holds":true}],"remarks":[]}"#]]
        .assert_eq(&line(&report()).unwrap());
    }

    #[test]
    fn numbers_are_written_as_people_write_them() {
        let text = |value: f64| {
            let mut out = Vec::new();
            number(&value, &mut serde_json::Serializer::new(&mut out)).unwrap();
            String::from_utf8(out).unwrap()
        };
        assert_eq!([1185.0, -0.0, 35.32, -110000000.0, 1e300, f64::NAN].map(text), ["1185", "0", "35.32", "-110000000", "1e+300", "null"]);
    }
}
