//! Rows made by hand, for the tests of charts, exports and the plot.

use std::sync::Arc;

use super::chart::Mark;
use super::rows::{Row, rows};
use crate::model::{
    Confidence, Document, Edits, Fact, Inferred, Kind, Level, Origin, Outline, Period, Place, Qualifier, Report, ReportId, ReportKind, ReportMeta,
    SourceQuality, Status,
};
use crate::text::{Source, Span};

/// A mark of a year's value.
pub(crate) fn mark(year: f64, y: f64) -> Mark {
    Mark {
        x: year,
        y,
        decimals: 0,
        raw: y.to_string(),
        period: Period::year(year as i16),
        baseline: None,
        status: Status::Actual,
        qualifier: Qualifier::Exact,
        doubtful: false,
        rival: false,
        corrected: false,
        computed: false,
        sample: false,
        wording: None,
        facts: Vec::new(),
    }
}

pub(crate) fn place(path: &str) -> Place {
    let level = match path.matches('/').count() {
        0 => Level::Province,
        1 => Level::City,
        _ => Level::County,
    };
    Place { path: path.to_owned(), code: None, level }
}

/// A report under construction: its text is the sentences of its facts.
pub(crate) struct Draft {
    pub(crate) meta: ReportMeta,
    text: String,
    facts: Vec<Fact>,
}

impl Draft {
    pub(crate) fn new(path: &str, year: i16, title: &str) -> Self {
        let meta = ReportMeta {
            title: title.to_owned(),
            title_span: None,
            place: Some(Inferred::new(place(path), Origin::FromFileName)),
            year: Some(Inferred::new(year, Origin::FromFileName)),
            kind: ReportKind::Review,
            published: None,
            quality: SourceQuality::Official,
            publisher: None,
            sample: false,
        };
        Self { meta, text: String::new(), facts: Vec::new() }
    }

    /// Adds a fact whose numeral `raw` stands in `sentence`; `edit` changes it from an exact, achieved level of the report's
    /// year and place.
    pub(crate) fn fact(mut self, sentence: &str, raw: &str, indicator: &str, value: f64, unit: &str, edit: impl FnOnce(&mut Fact)) -> Self {
        let start = self.text.len();
        self.text.push_str(sentence);
        let at = start + sentence.find(raw).expect("the numeral stands in the sentence");
        let period = self.meta.year.as_ref().map(|year| Inferred::new(Period::year(year.value), Origin::Stated(Span::new(start, start))));
        let mut fact = Fact {
            span: Span::new(at, at + raw.len()),
            sentence: Span::new(start, self.text.len()),
            value,
            decimals: raw.split_once('.').map_or(0, |(_, rest)| rest.bytes().take_while(u8::is_ascii_digit).count() as u8),
            unit: (!unit.is_empty()).then(|| unit.to_owned()),
            qualifier: Qualifier::Exact,
            kind: Kind::Level,
            status: Status::Actual,
            period,
            baseline: None,
            indicator: indicator.to_owned(),
            series: None,
            place: self.meta.place.clone(),
            subject: None,
            confidence: Confidence::Sure,
            rules: Vec::new(),
        };
        edit(&mut fact);
        self.facts.push(fact);
        self
    }

    pub(crate) fn report(self) -> Arc<Report> {
        let title = self.meta.title.clone();
        let document = Document {
            source: Source::new(&self.text),
            meta: self.meta,
            outline: Outline::default(),
            facts: self.facts,
            initiatives: Vec::new(),
            not_captured: Vec::new(),
            checks: Vec::new(),
            derived: Vec::new(),
            diagnostics: Vec::new(),
        };
        let path = std::path::PathBuf::from(format!("/reports/{title}.txt"));
        Arc::new(Report { id: ReportId(format!("id-{title}").into()), path, encoding: "UTF-8".to_owned(), document: Arc::new(document) })
    }
}

/// The rows of these reports, uncorrected.
pub(crate) fn rows_of(drafts: Vec<Draft>) -> Vec<Row> {
    let reports: Vec<Arc<Report>> = drafts.into_iter().map(Draft::report).collect();
    rows(&reports, &Edits::default(), &crate::lexicon::Places::default())
}

/// Boarding schools rebuilt: one city's result, two others' targets, a county in between.
pub(crate) fn boarding_schools() -> Vec<Row> {
    let target = |fact: &mut Fact| fact.status = Status::Target;
    let of = |name: &'static str| move |fact: &mut Fact| fact.series = Some(name.to_owned());
    let key = "school.boarding.rebuilt";
    let mut north =
        Draft::new("山西省/忻州市", 2019, "忻州市义务教育亮点").fact("改造寄宿校52所。", "52所", "新建、改建寄宿制学校数", 52.0, "所", of(key));
    north.meta.quality = SourceQuality::Reworded;
    rows_of(vec![
        north,
        Draft::new("山西省/吕梁市", 2023, "吕梁市教育工作会").fact(
            "今年改造64所农村寄宿校。",
            "64所",
            "寄宿制学校改造数",
            64.0,
            "所",
            |fact| {
                target(fact);
                of(key)(fact);
            },
        ),
        Draft::new("山西省/长治市", 2024, "长治市教育综述")
            .fact("任务是改造8所。", "8所", "寄宿制学校改造数", 8.0, "所", |fact| {
                target(fact);
                of(key)(fact);
            })
            .fact("眼下建成6所。", "6所", "寄宿制学校改造数", 6.0, "所", of(key)),
    ])
}

/// Three shares of one city, two years each.
pub(crate) fn preschool_shares() -> Vec<Row> {
    let before = |fact: &mut Fact| fact.period = Some(Inferred::new(Period::year(2018), Origin::FromContext(fact.span)));
    let mut draft = Draft::new("山西省/忻州市", 2019, "忻州市义务教育亮点");
    for (name, from, to) in [("学前三年毛入园率", "90.8%", "92%"), ("公办园在园幼儿占比", "46%", "52%"), ("普惠率", "70%", "80%")]
    {
        let value = |raw: &str| raw.trim_end_matches('%').parse().expect("a number");
        draft = draft.fact(&format!("{name}本来是{from}，"), from, name, value(from), "%", before).fact(
            &format!("如今是{to}。"),
            to,
            name,
            value(to),
            "%",
            |_| (),
        );
    }
    draft.meta.quality = SourceQuality::Reworded;
    rows_of(vec![draft])
}
