//! What follows from a level and its change, and which changes have no base.

use super::read;

/// Each derived row as `indicator value unit period`, with `约` before a value that is only about right.
fn derived(text: &str) -> Vec<String> {
    let rows = read(text).derived;
    rows.iter()
        .map(|it| {
            let period = it.fact.period.as_ref().map(|period| period.value.to_string()).unwrap_or_default();
            assert!(it.from.iter().all(|&span| it.fact.span.covers(span)) && it.from.len() == 2);
            let about = if it.fact.qualifier == crate::model::Qualifier::About { "约" } else { "" };
            let decimals = usize::from(it.fact.decimals);
            format!("{} {about}{:.decimals$} {} {period}", it.fact.indicator, it.fact.value, it.fact.unit.as_deref().unwrap_or("-"))
        })
        .collect()
}

#[track_caller]
fn table(cases: &[(&str, &[&str])]) {
    for (text, want) in cases {
        assert_eq!(derived(text), *want, "{text}");
    }
}

#[test]
fn a_level_and_its_change_give_the_level_before() {
    table(&[
        ("2021年一本达线率35.32%,比上年提高2.71个百分点。", &["一本达线率 32.61 % 2020"]),
        ("2021年小学在校生5320人,比上年减少120人。", &["小学在校生人数 5440 人 2020"]),
        ("2021年在园幼儿13.51万人,比上年增加2.11万人。", &["在园幼儿人数 114000 人 2020"]),
        ("2021年初中巩固率98.6%,比2018年提高1.45个百分点。", &[]),
        ("2021年初中巩固率98.60%,比2018年提高1.45个百分点。", &["初中巩固率 97.15 % 2018"]),
        ("2021年幼儿园309所,比上年减少11所。", &["幼儿园数 320 所 2020"]),
        ("2021年在校中学生12786人,同比增加1375人。", &["在校中学生人数 11411 人 2020"]),
        ("去年小学专任教师1816人,比2019年增加53人。", &["小学专任教师人数 1763 人 2019"]),
        ("2021年教育经费总投入38.79亿元,较上年增加1.20亿元。", &["教育经费总投入 3759000000 元 2020"]),
        ("2021年小学生师比16.2:1。", &[]),
        ("", &[]),
    ]);
}

#[test]
fn nothing_that_is_stated_too_coarse_or_of_another_thing() {
    table(&[
        ("2021年小学在校生5320人,比上年的5200人增加120人。", &[]),
        ("2020年小学在校生5200人。2021年小学在校生5320人,比上年增加120人。", &[]),
        ("2021年小学在校生5万人,比上年增加120人。", &[]),
        ("2021年小学在校生约5320人,比上年增加120人。", &[]),
        ("2021年小学在校生5320人,比上年增加100多人。", &[]),
        ("2021年教育经费25亿元,比2016年年均增加1亿元。", &[]),
        ("2021年巩固率99.1%,高于全省2.3个百分点。", &[]),
        ("2021年小学在校生5320人。比上年增加学位120个。", &[]),
        ("2021年小学在校生100人,比上年增加120人。", &[]),
        ("2021年一本达线326人,达线率提高2.71个百分点。", &[]),
    ]);
}

#[test]
fn a_rate_of_growth_gives_what_its_rounding_leaves() {
    table(&[
        // one whole number alone grew by this rate to that level
        ("2021年小学在校生5320人,比上年增长2.31%。", &["小学在校生人数 5200 人 2020"]),
        ("2021年幼儿园309所,比上年下降3.44%。", &["幼儿园数 320 所 2020"]),
        // several did: about
        ("2021年小学在校生612786人,比上年增长8.5%。", &["小学在校生人数 约565000 人 2020"]),
        ("2021年教育经费总投入38.79亿元,比上年增长5.95%。", &["教育经费总投入 约3661000000 元 2020"]),
        // too coarse to say anything
        ("2021年小学在校生5.3万人,比上年增长9%。", &[]),
        ("2021年小学在校生12786人,比上年增长近一成。", &[]),
        // the amount says more than the rate
        ("2021年小学在校生5320人,比上年增长2.31%,增加120人。", &["小学在校生人数 5200 人 2020"]),
        ("2021年小学在校生5320人,比上年增加120人,增长2.31%。", &["小学在校生人数 5200 人 2020"]),
        // not of the plain figures; a measure that the dictionary does not know
        ("2021年教育经费总投入38.79亿元,按可比口径比上年增长5.95%。", &[]),
        ("2021年地区生产总值5320亿元,比上年增长5.7%。", &[]),
        ("2021年一本达线率35.32%,比上年增长2.71%。", &[]),
        ("2021年小学在校生5320人,比2016年年均增长2.31%。", &[]),
    ]);
}

/// The words of the changes without a base.
fn baseless(text: &str) -> Vec<String> {
    let document = read(text);
    let remarks = document.diagnostics.iter().filter(|it| it.code == "diagnostic-no-base");
    remarks.filter_map(|it| it.span).map(|span| document.source.slice(span).to_owned()).collect()
}

#[test]
fn changes_without_a_base_are_named() {
    let cases: &[(&str, &[&str])] = &[
        ("2021年教育经费比上年增长9.2%。", &["9.2%"]),
        ("2021年一本达线人数较2020年增加1185名。", &["1185名"]),
        ("2021年小学在校生5320人,比上年增加120人。", &[]),
        ("2021年小学在校生5320人,比上年的5200人增加120人。", &[]),
        ("2020年小学在校生5200人。2021年小学在校生比上年增加120人。", &[]),
        ("初中巩固率由2020年的97.2%提高到2021年的98.7%,提高1.5个百分点。", &[]),
        ("2021年小学在校生5万人,比上年增加120人。", &["120人"]),
        ("2021年小学在校生5320人。", &[]),
        ("", &[]),
    ];
    for (text, want) in cases {
        assert_eq!(baseless(text), *want, "{text}");
    }
}
