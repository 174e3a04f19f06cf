//! Cases of the chart model.

use std::collections::BTreeMap;

use super::*;
use crate::analysis::rows::{Row, rows};
use crate::analysis::series::{choices, find, nearest};
use crate::analysis::testing::{Draft, boarding_schools, place, preschool_shares, rows_of};
use crate::lexicon::Places;
use crate::model::{Edits, Fact, FactEdit, Inferred, Origin};

fn draw(rows: &[Row], name: &str, form: Form) -> Chart {
    let choices = choices(rows);
    let spec = Spec { indicators: find(&choices, name).iter().map(|choice| choice.key.clone()).collect(), form, hidden: BTreeSet::new() };
    chart(rows, &spec, &BTreeMap::new())
}

/// Every line as `name: year value, …`, targets in brackets, joins after it.
fn told(chart: &Chart) -> Vec<String> {
    let mark =
        |mark: &Mark| if mark.status == Status::Target { format!("[{} {}]", mark.period, mark.y) } else { format!("{} {}", mark.period, mark.y) };
    let line = |line: &Line| {
        let marks: Vec<String> = line.marks.iter().map(mark).collect();
        let joins: Vec<String> = line.joins.iter().map(|join| format!(" {}{}{}", join.from, if join.dashed { "~" } else { "-" }, join.to)).collect();
        format!("{}{}: {}{}", line.who.name, line.who.subject.as_deref().unwrap_or_default(), marks.join(", "), joins.concat())
    };
    chart.lines.iter().map(line).collect()
}

fn year(year: i16) -> impl FnOnce(&mut Fact) {
    move |fact| fact.period = Some(Inferred::new(year_period(year), Origin::Stated(fact.span)))
}

fn target(in_year: i16) -> impl FnOnce(&mut Fact) {
    move |fact| {
        fact.status = Status::Target;
        year(in_year)(fact);
    }
}

fn year_period(year: i16) -> Period {
    Period::year(year)
}

const TOWN: &str = "山西省/忻州市";

#[test]
fn the_latest_of_each_place() {
    let chart = draw(&boarding_schools(), "school.boarding.rebuilt", Form::Latest);
    assert_eq!(told(&chart), ["忻州市: 2019 52", "吕梁市: [2023 64]", "长治市: 2024 6, [2024 8]"]);
    assert_eq!(chart.indicators[0].label, "寄宿制学校改造数");
    assert_eq!(chart.lines[0].marks[0].wording.as_deref(), Some("新建、改建寄宿制学校数"));
    assert_eq!(chart.lines[1].marks[0].wording, None);
    assert_eq!(chart.verdict, Verdict::WithReservations);
    assert_eq!(chart.reasons, [Reason::DifferentWording, Reason::PlanAndResult, Reason::DifferentYears, Reason::Reworded]);
    assert_eq!(chart.categories[2].period, Some(Period::year(2024)));
    let at: Vec<f64> = chart.lines[2].marks.iter().map(|mark| mark.x).collect();
    assert!(at[0] < 2.0 && at[1] > 2.0, "beside each other: {at:?}");
}

#[test]
fn indicators_of_one_place() {
    let rows = preschool_shares();
    let spec = Spec { indicators: choices(&rows).into_iter().map(|choice| choice.key).collect(), form: Form::Years, hidden: BTreeSet::new() };
    let chart = chart(&rows, &spec, &BTreeMap::new());
    assert_eq!(chart.colours, Colours::Indicators);
    assert_eq!(telling_form(&rows, &spec.indicators[0]), Form::Years);
    assert_eq!(telling_form(&boarding_schools(), &choices(&boarding_schools())[0].key), Form::Latest);
    assert_eq!(chart.lines.iter().map(|line| line.slot).collect::<Vec<_>>(), [0, 1, 2]);
    assert_eq!(told(&chart)[0], "忻州市: 2018 90.8, 2019 92 0-1");
    assert_eq!(chart.years(), Some((2018, 2019)));
}

#[test]
fn missing_years_are_not_bridged() {
    let draft = Draft::new(TOWN, 2022, "甲").fact("普惠率60%。", "60%", "普惠率", 60.0, "%", year(2018));
    let draft = draft.fact("普惠率70%。", "70%", "普惠率", 70.0, "%", year(2019)).fact("普惠率90%。", "90%", "普惠率", 90.0, "%", year(2022));
    let chart = draw(&rows_of(vec![draft]), "普惠率", Form::Years);
    assert_eq!(told(&chart), ["忻州市: 2018 60, 2019 70, 2022 90 0-1"]);
    assert!(matches!(chart.notes[0], Note::Gap { first: 2020, last: 2021, .. }), "{:?}", chart.notes);
}

#[test]
fn plan_and_result_stay_apart() {
    let draft = Draft::new(TOWN, 2022, "甲").fact("普惠率60%。", "60%", "普惠率", 60.0, "%", year(2021));
    let draft = draft.fact("普惠率要达65%。", "65%", "普惠率", 65.0, "%", target(2022));
    let ahead = draw(&rows_of(vec![draft]), "普惠率", Form::Years);
    assert_eq!(told(&ahead), ["忻州市: 2021 60, [2022 65] 0~1"]);

    let draft = Draft::new(TOWN, 2022, "甲").fact("普惠率60%。", "60%", "普惠率", 60.0, "%", year(2021));
    let draft = draft.fact("普惠率要达65%。", "65%", "普惠率", 65.0, "%", target(2022)).fact("达到66%。", "66%", "普惠率", 66.0, "%", year(2022));
    assert_eq!(told(&draw(&rows_of(vec![draft]), "普惠率", Form::Years)), ["忻州市: 2021 60, 2022 66, [2022 65] 0-1"]);
}

#[test]
fn said_twice_is_one_point_and_rivals_are_two() {
    let first = Draft::new(TOWN, 2022, "甲").fact("普惠率60%。", "60%", "普惠率", 60.0, "%", |_| ());
    let again = Draft::new(TOWN, 2022, "乙").fact("普惠率约60%。", "60%", "普惠率", 60.0, "%", |fact| fact.qualifier = Qualifier::About);
    let chart = draw(&rows_of(vec![first, again]), "普惠率", Form::Years);
    let (_, mark) = chart.marks().next().expect("a mark");
    assert_eq!((chart.marks().count(), mark.facts.len(), mark.qualifier), (1, 2, Qualifier::About));

    let draft = |title, raw, value| Draft::new(TOWN, 2022, title).fact(&format!("普惠率{raw}。"), raw, "普惠率", value, "%", |_| ());
    let later = Draft::new(TOWN, 2023, "丙").fact("普惠率70%。", "70%", "普惠率", 70.0, "%", |_| ());
    let chart = draw(&rows_of(vec![draft("甲", "60%", 60.0), draft("乙", "61.5%", 61.5), later]), "普惠率", Form::Years);
    assert_eq!(told(&chart), ["忻州市: 2022 60, 2022 61.5, 2023 70"], "no line leads through differing values");
    assert!(matches!(&chart.notes[0], Note::Rivals { values, .. } if *values == [(60.0, 0), (61.5, 1)]), "{:?}", chart.notes);
    assert!(chart.reasons.contains(&Reason::Rivals));
}

#[test]
fn nothing_is_left_out_silently() {
    let draft = Draft::new(TOWN, 2022, "甲").fact("有园9所。", "9所", "幼儿园数", 9.0, "所", |fact| fact.period = None);
    let draft = draft.fact("有园8所。", "8所", "幼儿园数", 8.0, "所", |fact| fact.place = None).fact(
        "五年建园7所。",
        "7所",
        "幼儿园数",
        7.0,
        "所",
        |fact| {
            fact.period = "2016/2020".parse().ok().map(|period| Inferred::new(period, Origin::FromReport));
        },
    );
    let rows = rows_of(vec![draft]);
    let years = draw(&rows, "幼儿园数", Form::Years);
    assert!(years.is_empty());
    assert!(matches!(&years.notes[..], [Note::SeveralYears { raws: a, .. }, Note::WithoutYear { raws: b, .. }, Note::WithoutPlace { raws: c, .. }]
        if *a == ["7所"] && *b == ["9所"] && *c == ["8所"]));
    let latest = draw(&rows, "幼儿园数", Form::Latest);
    assert_eq!(told(&latest), ["忻州市: 2016/2020 7"], "without an axis of years it has a place");
    assert!(latest.notes.iter().any(|note| matches!(note, Note::YearOfReport { count: 1 })));
}

#[test]
fn levels_stand_apart() {
    let fact = |path: &str, title: &str, value: f64| {
        Draft::new(path, 2022, title).fact(&format!("有园{value}所。"), &format!("{value}所"), "幼儿园数", value, "所", |_| ())
    };
    let school =
        Draft::new(TOWN, 2022, "丁").fact("校舍3所。", "3所", "幼儿园数", 3.0, "所", |fact| fact.subject = Some("实验中学".to_owned()));
    let chart = draw(
        &rows_of(vec![
            school,
            fact("山西省/大同市/云州区", "甲", 1.0),
            fact(TOWN, "乙", 2.0),
            fact("山西省", "丙", 5.0),
            fact("山西省/吕梁市", "戊", 4.0),
        ]),
        "幼儿园数",
        Form::Latest,
    );
    assert_eq!(told(&chart), ["山西省: 2022 5", "忻州市: 2022 2", "吕梁市: 2022 4", "大同市云州区: 2022 1", "忻州市实验中学: 2022 3"]);
    assert_eq!((chart.verdict, chart.reasons[0]), (Verdict::NotComparable, Reason::DifferentLevels));
}

#[test]
fn changes_are_never_levels() {
    let draft = Draft::new(TOWN, 2022, "甲").fact("在校生900人。", "900人", "在校生数", 900.0, "人", |_| ());
    let rows = rows_of(vec![draft.fact("增加30人。", "30人", "在校生数", 30.0, "人", |fact| fact.kind = Kind::Change)]);
    let choices = choices(&rows);
    assert_eq!(choices.iter().map(|choice| choice.key.change).collect::<Vec<_>>(), [false, true]);
    let both = Spec { indicators: choices.iter().map(|choice| choice.key.clone()).collect(), form: Form::Latest, hidden: BTreeSet::new() };
    let chart = chart(&rows, &both, &BTreeMap::new());
    assert_eq!(told(&chart), ["忻州市: 2022 900"]);
    assert!(matches!(&chart.notes[0], Note::OtherUnit { label } if label == "在校生数"));
    assert_eq!(find(&choices, "在校生数").len(), 1, "the name alone means the level");
    assert_eq!(find(&choices, "±在校生数 [人]")[0].key.kind(), Kind::Change);
}

#[test]
fn corrections_win() {
    let report =
        Draft::new(TOWN, 2022, "甲").fact("有园9所。", "9所", "幼儿园数", 9.0, "所", |_| ()).fact("另有8所。", "8所", "幼儿园数", 8.0, "所", |_| ());
    let report = report.report();
    let key = |nth: usize| FactKey { report: report.id.clone(), span: report.document.facts[nth].span, rank: 0 };
    let edit = FactEdit { value: Some(10.0), ..FactEdit::default() };
    let edits = Edits { facts: [(key(0), edit), (key(1), FactEdit { struck: true, ..FactEdit::default() })].into(), ..Edits::default() };
    let rows = rows(&[report], &edits, &Places::default());
    let chart = draw(&rows, "幼儿园数", Form::Latest);
    assert_eq!(told(&chart), ["忻州市: 2022 10"]);
    assert!(matches!(chart.notes[0], Note::Corrected { count: 1 }));
    assert!(chart.marks().all(|(_, mark)| mark.corrected && !mark.rival));
}

#[test]
fn different_indicators_are_not_compared() {
    let fact = |path: &str, name: &str, value: f64| {
        Draft::new(path, 2022, path).fact(&format!("有{value}所。"), &format!("{value}所"), name, value, "所", |_| ())
    };
    let rows = rows_of(vec![fact(TOWN, "认定幼儿园数", 31.0), fact("山西省/吕梁市", "新建幼儿园数", 6.0)]);
    let chart = draw(&rows, "幼儿园数", Form::Latest);
    assert_eq!(chart.indicators.len(), 2);
    assert_eq!((chart.verdict, &chart.reasons[..]), (Verdict::NotComparable, &[Reason::DifferentIndicators][..]));
    assert!(draw(&preschool_shares(), "率", Form::Years).reasons.iter().all(|reason| *reason != Reason::DifferentIndicators), "one place");
}

#[test]
fn a_place_keeps_its_slot() {
    let slots: BTreeMap<String, usize> = [("山西省/长治市".to_owned(), 5), ("山西省/忻州市".to_owned(), 1)].into();
    let rows = boarding_schools();
    let spec = Spec { indicators: vec![choices(&rows)[0].key.clone()], form: Form::Latest, hidden: ["山西省/忻州市".to_owned()].into() };
    let chart = chart(&rows, &spec, &slots);
    assert_eq!(chart.lines.iter().map(|line| (line.who.name.as_str(), line.slot)).collect::<Vec<_>>(), [("吕梁市", 6), ("长治市", 5)]);
}

#[test]
fn months_of_a_year_are_told() {
    let draft = Draft::new(TOWN, 2022, "甲").fact("三月700人。", "700人", "在校生数", 700.0, "人", |fact| {
        fact.period = Some(Inferred::new(Period::month(2022, 3), Origin::FromReport));
    });
    let draft = draft.fact("九月800人。", "800人", "在校生数", 800.0, "人", |fact| {
        fact.period = Some(Inferred::new(Period::month(2022, 9), Origin::FromReport));
    });
    let rows = rows_of(vec![draft.fact("次年900人。", "900人", "在校生数", 900.0, "人", year(2023))]);
    let chart = draw(&rows, "在校生数", Form::Years);
    assert_eq!(told(&chart), ["忻州市: 2022-03 700, 2022-09 800, 2023 900 1-2"]);
    assert!(matches!(chart.notes[0], Note::SeveralInYear { year: 2022, .. }));
    assert_eq!(told(&draw(&rows, "在校生数", Form::Latest)), ["忻州市: 2023 900"]);
}

#[test]
fn choices_come_alike_first() {
    let mut rows = boarding_schools();
    rows.extend(preschool_shares());
    let lone = Draft::new("山西省/长治市", 2024, "丙").fact("工作室5个。", "5个", "名师工作室数", 5.0, "个", |fact| fact.period = None);
    let lone = lone.fact("讲堂4期。", "4期", "讲堂期数", 4.0, "期", |_| ()).fact("集团3个。", "3个", "教育集团数", 3.0, "个", |_| ());
    let other =
        Draft::new("山西省/吕梁市", 2023, "丁").fact("集团2个。", "2个", "教育集团数", 2.0, "个", |fact| fact.status = Status::Target);
    let unlike = ["12%", "13%", "14%"].map(|raw| {
        let value = raw.trim_end_matches('%').parse().unwrap();
        Draft::new("山西省/吕梁市", 2023, raw).fact(&format!("率为{raw}。"), raw, "升学率", value, "%", |_| ())
    });
    let county = Draft::new("山西省/大同市/云州区", 2023, "戊").fact("率为9%。", "9%", "升学率", 9.0, "%", |_| ());
    rows.extend(rows_of([lone, other, county].into_iter().chain(unlike).collect()));
    let choices = choices(&rows);
    let told: Vec<_> = choices.iter().map(|choice| (choice.label.as_str(), choice.places, choice.years, choice.rows)).collect();
    let want = [
        ("寄宿制学校改造数", 3, 3, 4),
        ("教育集团数", 2, 2, 2),
        ("学前三年毛入园率", 1, 2, 2),
        ("公办园在园幼儿占比", 1, 2, 2),
        ("普惠率", 1, 2, 2),
        ("升学率", 2, 1, 4),
        ("讲堂期数", 1, 1, 1),
        ("名师工作室数", 0, 0, 1),
    ];
    assert_eq!(told, want);
    assert_eq!((choices[5].comparability, choices[6].comparability), (Some(Verdict::NotComparable), None));
    assert!(choices[2].matches("毛入") && !choices[2].matches("公办"));
    assert_eq!(find(&choices, "率").len(), 3);
    assert_eq!(nearest(&choices, "普惠园率", 1)[0].label, "普惠率");
    assert!(nearest(&choices, "xyz", 3).is_empty());
}

#[test]
fn the_empty_chart_is_a_chart() {
    let chart = chart(&[], &Spec::default(), &BTreeMap::new());
    assert!(chart.is_empty() && chart.years().is_none() && chart.y.max > chart.y.min && chart.x.max > chart.x.min);
    assert_eq!(place("山西省/大同市/云州区").level, crate::model::Level::County);
}

#[test]
fn what_follows_is_drawn_apart_and_gives_way_to_what_is_stated() {
    let stated = |values: &[(i16, f64)]| {
        let mut draft = Draft::new(TOWN, 2019, "甲");
        for &(at, value) in values {
            draft = draft.fact(&format!("率为{value}%。"), &format!("{value}%"), "一本率", value, "%", year(at));
        }
        rows_of(vec![draft])
    };
    let with = |rows: &[Row], at: i16, value: f64| {
        let mut row = rows[0].clone();
        row.key.rank = crate::model::FactKey::COMPUTED;
        row.basis = crate::analysis::Basis::Computed(vec![row.fact.span]);
        row.fact.value = value;
        row.fact.period = Some(Inferred::new(Period::year(at), Origin::FromContext(row.fact.span)));
        [rows, &[row]].concat()
    };
    let one = stated(&[(2019, 35.3)]);
    let rows = with(&one, 2018, 32.6);
    assert_eq!(choices(&rows)[0].rows, 1, "it makes no indicator");
    let chart = draw(&rows, "一本率", telling_form(&rows, &choices(&rows)[0].key));
    assert_eq!(told(&chart), ["忻州市: 2018 32.6, 2019 35.3 0~1"], "joined with dashes");
    assert_eq!(chart.lines[0].marks.iter().map(|mark| mark.computed).collect::<Vec<_>>(), [true, false]);
    assert!(matches!(&chart.notes[..], [Note::Computed { from, .. }] if from == &["35.3%"]), "{:?}", chart.notes);
    assert_eq!(told(&draw(&rows, "一本率", Form::Latest)), ["忻州市: 2019 35.3"], "it is nobody's latest value");
    let two = stated(&[(2019, 35.3), (2018, 32.0)]);
    let chart = draw(&with(&two, 2018, 32.6), "一本率", Form::Years);
    assert_eq!(told(&chart), ["忻州市: 2018 32, 2019 35.3 0-1"]);
    assert!(matches!(&chart.notes[..], [Note::ComputedOtherwise { stated: (32.0, _), .. }]), "{:?}", chart.notes);
    assert_eq!(draw(&with(&two, 2018, 32.3), "一本率", Form::Years).notes, [], "the same, printed to fewer decimals");
}

#[test]
fn a_change_without_a_base_says_so() {
    let report = Draft::new(TOWN, 2019, "甲").fact("增加12人。", "12人", "达线人数", 12.0, "人", |fact| fact.kind = Kind::Change).report();
    let remark = crate::model::Diagnostic { span: Some(report.document.facts[0].span), code: "diagnostic-no-base".to_owned() };
    let document = crate::model::Document { diagnostics: vec![remark], ..(*report.document).clone() };
    let report = std::sync::Arc::new(crate::model::Report { document: std::sync::Arc::new(document), ..(*report).clone() });
    let rows = rows(&[report], &Edits::default(), &Places::default());
    assert_eq!(draw(&rows, "达线人数", Form::Latest).notes, [Note::WithoutBase { count: 1 }]);
}
