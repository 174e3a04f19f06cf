//! Whole figures as text, and what any figure must hold to.

use std::collections::BTreeMap;

use expect_test::expect_file;

use super::*;
use crate::analysis::Row;
use crate::analysis::chart::{Spec, chart};
use crate::analysis::series::choices;
use crate::analysis::testing::{Draft, boarding_schools, preschool_shares, rows_of};
use crate::locale::Language;
use crate::model::{Confidence, Kind, Qualifier, Status};

fn draw(rows: &[Row], form: Form, language: Language) -> Figure {
    let indicators = choices(rows).into_iter().map(|choice| choice.key).collect();
    let options = Options { date: Some("2026-11-21".to_owned()), transparent: false };
    figure(&chart(rows, &Spec { indicators, form, ..Spec::default() }, &BTreeMap::new()), &Words::new(language), &options)
}

#[test]
fn whole_figures() {
    expect_file!["goldens/cities.svg"].assert_eq(&draw(&boarding_schools(), Form::Latest, Language::Chinese).svg);
    expect_file!["goldens/cities-en.svg"].assert_eq(&draw(&boarding_schools(), Form::Latest, Language::English).svg);
    expect_file!["goldens/years.svg"].assert_eq(&draw(&preschool_shares(), Form::Years, Language::Chinese).svg);
}

#[test]
fn everything_is_said() {
    let vague = |title: &str, edit: fn(&mut crate::model::Fact)| {
        Draft::new("山西省/忻州市", 2022, title).fact("参加50余万人次。", "50余万人次", "活动参与人次", 500_000.0, "人次", edit)
    };
    let mut draft = vague("甲", |fact| {
        fact.qualifier = Qualifier::Over;
        fact.confidence = Confidence::Doubtful;
        fact.status = Status::Target;
    });
    draft.meta.sample = true;
    let svg = draw(&rows_of(vec![draft]), Form::Latest, Language::Chinese).svg;
    for said in ["目标 50万+", "原文“50余万人次”，存疑，示例", "仅供演示", "甲（2022 年，官方，示例）", "单位：人次", "空心为目标", "制图 2026-11-21"]
    {
        assert!(svg.contains(said), "{said}\n{svg}");
    }
    assert!(svg.contains("stroke-dasharray") && svg.contains(r#"fill="none""#));
}

#[test]
fn changes_have_their_sign() {
    let draft = Draft::new("山西省/吕梁市", 2023, "甲").fact("增加1185名。", "1185名", "一本达线人数", 1185.0, "人", |fact| {
        fact.kind = Kind::Change;
        fact.baseline = Some(crate::model::Period::year(2022));
    });
    let svg = draw(&rows_of(vec![draft]), Form::Latest, Language::Chinese).svg;
    assert!(svg.contains(">+1185<") && svg.contains(">较 2022<") && svg.contains("增减量，不是总量"), "{svg}");
}

#[test]
fn foreign_characters_are_told_and_markup_is_harmless() {
    let draft = Draft::new("山西省/忻州市", 2022, "甲<b>&\u{1}\u{20000}").fact("园9所。", "9所", "幼儿园数", 9.0, "所", |_| ());
    let figure = draw(&rows_of(vec![draft]), Form::Latest, Language::Chinese);
    assert_eq!(figure.missing, ['\u{20000}']);
    assert!(figure.svg.contains("□ 代替"));
    assert!(figure.svg.contains("甲&lt;b&gt;&amp; □（"), "{}", figure.svg);
}

#[test]
fn long_notes_make_the_page_longer() {
    let drafts = (0..30).map(|n| {
        let (title, value) = (format!("第{n}份年度教育工作情况报告"), f64::from(n + 1));
        Draft::new(&format!("某省/城{n}市"), 2022, &title).fact(&format!("园{value}所。"), &format!("{value}所"), "幼儿园数", value, "所", |_| ())
    });
    let figure = draw(&rows_of(drafts.collect()), Form::Latest, Language::Chinese);
    assert!(figure.height > HEIGHT);
    for n in 0..30 {
        assert!(figure.svg.contains(&format!(">城{n}市<")) && figure.svg.contains(&format!(">{}<", n + 1)), "{n}");
    }
    for line in figure.svg.lines().filter(|line| line.starts_with("<text")) {
        let y: f32 = line.split("y=\"").nth(1).and_then(|rest| rest.split('"').next()).and_then(|y| y.parse().ok()).unwrap();
        assert!(y < figure.height, "{line}");
    }
}

#[test]
fn nothing_to_draw_is_said() {
    let svg = figure(&chart(&[], &Spec::default(), &BTreeMap::new()), &Words::new(Language::Chinese), &Options::default()).svg;
    assert!(svg.contains("没有可画的数值"));
}

#[test]
fn any_rows_can_be_drawn() {
    let mut state = 7u32;
    let mut next = |below: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) % below
    };
    let values = [0.0, -3.5, 1e-7, 62.0, 99.9, 12_786.0, 28_887_200.0, -4e12, 1e300, f64::NAN, f64::INFINITY];
    for _ in 0..40 {
        let drafts = (0..=next(5)).map(|report| {
            let path = ["山西省", "山西省/忻州市", "山西省/大同市/云州区"][next(3) as usize];
            let draft = Draft::new(path, 2015 + next(9) as i16, &format!("第{report}份"));
            (0..=next(6)).fold(draft, |draft, _| {
                let (value, year, unit) = (values[next(11) as usize], 1900 + next(200) as i16, ["所", "%"][next(2) as usize]);
                let (target, doubtful, several, subject) = (next(3) == 0, next(4) == 0, next(5) == 0, next(6) == 0);
                draft.fact("数为9所。", "9所", ["幼儿园数", "学校数"][next(2) as usize], value, unit, |fact| {
                    if target {
                        fact.status = Status::Target;
                    }
                    if doubtful {
                        fact.confidence = Confidence::Doubtful;
                        fact.qualifier = Qualifier::Nearly;
                    }
                    let text = if several { format!("{}/{year}", year - 4) } else { year.to_string() };
                    fact.period = text.parse().ok().map(|period| crate::model::Inferred::new(period, crate::model::Origin::FromReport));
                    fact.subject = subject.then(|| "实验中学".to_owned());
                })
            })
        });
        let rows = rows_of(drafts.collect());
        for form in [Form::Latest, Form::Years] {
            let figure = draw(&rows, form, Language::Chinese);
            for wrong in ["NaN", "inf", "\"-0\""] {
                assert!(!figure.svg.contains(wrong), "{wrong} in {}", figure.svg);
            }
            crate::export::picture::pdf(&figure).unwrap();
        }
    }
}
