//! Whole sentences through all passes: what is checked, what comes out, what is left alone.

use crate::lexicon::Lexicon;
use crate::model::{CheckKind, Document, Hints};
use crate::text::{Source, Span};

mod derived;
mod slips;

fn read(text: &str) -> Document {
    let hints = Hints {
        title: Some("甲市2021年教育工作情况".into()), place: Some("山西省/大同市".into()), year: Some(2021), ..Hints::default()
    };
    crate::extract::extract(Source::new(text), &hints, &Lexicon::builtin())
}

/// Each check as `type a + b = total`, with `!` before one that fails.
fn checks(text: &str) -> Vec<String> {
    let document = read(text);
    let words = |span: Span| document.source.slice(span).to_owned();
    let print = |check: &crate::model::Check| {
        let kind = match check.kind {
            CheckKind::FromTo => "from_to",
            CheckKind::PartsSum => "parts_sum",
            CheckKind::Ratio => "ratio",
            CheckKind::SameFigure => "same",
        };
        let parts: Vec<String> = check.spans.iter().map(|&span| words(span)).collect();
        let total = check.total.map_or_else(|| "-".to_owned(), words);
        format!("{}{kind} {} = {total}", if check.holds { "" } else { "!" }, parts.join(" + "))
    };
    document.checks.iter().map(print).collect()
}

#[track_caller]
fn table(cases: &[(&str, &[&str])]) {
    for (text, want) in cases {
        assert_eq!(checks(text), *want, "{text}");
    }
}

#[test]
fn two_levels_and_their_difference() {
    table(&[
        ("2021年小学在校生5320人,比上年的5200人增加120人。", &["from_to 5200人 + 5320人 = 120人"]),
        ("2021年小学在校生5320人,比上年的5200人增加150人。", &["!from_to 5200人 + 5320人 = 150人"]),
        ("2021年小学在校生5200人,比上年的5320人减少120人。", &["from_to 5320人 + 5200人 = 120人"]),
        ("初中巩固率由2020年的97.2%提高到2021年的98.7%,提高1.5个百分点。", &["from_to 97.2% + 98.7% = 1.5个百分点"]),
        ("教育经费总投入为20.31亿元,比上年的18.26亿元增加2.04亿元。", &["from_to 18.26亿元 + 20.31亿元 = 2.04亿元"]),
    ]);
}

#[test]
fn growth_within_the_printed_rounding() {
    table(&[
        ("教育经费总投入为21000万元,比上年的20000万元增长5.00%。", &["ratio 20000万元 + 21000万元 = 5.00%"]),
        ("教育经费总投入为21000万元,比上年的20000万元增长5.90%。", &["!ratio 20000万元 + 21000万元 = 5.90%"]),
        ("教育经费总投入为21000万元,按可比口径比上年的20000万元增长3.20%。", &[]),
        ("教育经费总投入为2.5亿元,比上年的1亿元增长1.5倍。", &["from_to 1亿元 + 2.5亿元 = 1.5倍"]),
        ("幼儿园有309所,比上年减少11所,下降3.44%。", &["ratio 309所 + 11所 = 3.44%"]),
        ("幼儿园有309所,比上年减少11所,下降4.34%。", &["!ratio 309所 + 11所 = 4.34%"]),
        ("小学在校生5320人,比上年的5200人增加120人,增长3.31%。", &["from_to 5200人 + 5320人 = 120人", "!ratio 5200人 + 5320人 = 3.31%"]),
        ("教育经费由2015年的100亿元增长到2020年的150亿元,年均增长8.45%。", &["ratio 100亿元 + 150亿元 = 8.45%"]),
        ("教育经费由2015年的100亿元增长到2020年的150亿元,年均增长9.45%。", &[]),
    ]);
}

#[test]
fn a_direction_without_a_stated_change() {
    table(&[
        ("学前三年毛入园率由91.2%提高到93.5%。", &["from_to 91.2% + 93.5% = -"]),
        ("学前三年毛入园率由93.5%提高到91.2%。", &["!from_to 93.5% + 91.2% = -"]),
        ("大班额比例由12%下降到3.5%。", &["from_to 12% + 3.5% = -"]),
        ("小学生师比由19:1提高到17:1。", &[]),
    ]);
}

#[test]
fn parts_and_their_total() {
    table(&[
        ("全市获奖作品9件,其中一等奖2件,二等奖7件。", &["parts_sum 2件 + 7件 = 9件"]),
        ("省级奖项6项(一等奖1项,二等奖5项),市级奖项9项(一等奖3项,二等奖5项)。", &["parts_sum 1项 + 5项 = 6项"]),
        ("小学在校生31207人。初中在校生15411人。义务教育阶段在校生46618人。", &["parts_sum 31207人 + 15411人 = 46618人"]),
        ("教师1200人,其中男教师500人,女教师700人。", &["parts_sum 500人 + 700人 = 1200人"]),
        ("小学有12所,初中有5所,共17所。", &["parts_sum 12所 + 5所 = 17所"]),
        ("小学有12所,初中有5所,共18所。", &["!parts_sum 12所 + 5所 = 18所"]),
        (
            "共资助学生3342人,发放资金417.6万元。其中,资助幼儿园幼儿1021人,资助金额102.1万元;资助高中学生2321人,资助金额315.5万元。",
            &["parts_sum 1021人 + 2321人 = 3342人", "parts_sum 102.1万元 + 315.5万元 = 417.6万元"],
        ),
    ]);
}

#[test]
fn shares_of_stated_amounts() {
    table(&[
        ("全市有幼儿园480所。普惠性幼儿园413所,占比86.04%。", &["ratio 413所 + 480所 = 86.04%"]),
        ("全市有幼儿园480所。普惠性幼儿园413所,占比88.00%。", &[]),
        ("小学毕业生5200人,升入初中5150人,升学率99.04%。", &["ratio 5150人 + 5200人 = 99.04%"]),
        ("预算教育经费2845万元,占一般公共预算支出18146万元的15.68%。", &["ratio 2845万元 + 18146万元 = 15.68%"]),
        ("预算教育经费2845万元,占一般公共预算支出18146万元的25.68%。", &["!ratio 2845万元 + 18146万元 = 25.68%"]),
    ]);
}

#[test]
fn nothing_that_the_text_does_not_say() {
    table(&[
        ("", &[]),
        ("新建学校3所,改建2所,新增学位5个。", &[]),
        ("投入600亿元、1700亿元、2300亿元。", &[]),
        ("共有教师120人,其中骨干教师30人,学科带头人12人。", &[]),
        ("小学在校生5320人,比上年增加100多人。", &[]),
        ("巩固率99.1%,高于全省2.3个百分点。", &[]),
        ("小学、初中各5所,幼儿园2所,共12所。", &[]),
        ("全市有小学12所。全市有小学12所。全市有学校24所。", &[]),
        ("计划新建小学5所。已经建成小学3所、初中2所。", &[]),
    ]);
}

#[test]
fn many_rows_are_bounded_work() {
    let sentences: Vec<String> = (1..400).map(|n| format!("第{n}组小学在校生{}人。", 1000 + n * 37 % 911)).collect();
    let text = sentences.concat();
    let document = read(&text);
    assert!(document.facts.len() > 300);
    assert!(document.checks.iter().all(|check| check.holds && check.spans.len() <= 16));
}
