//! How one row of a report came about. The report is read again with an eye on that row, so that nothing is kept for rows that
//! nobody asks about and nothing is made up afterwards.

use super::{fact, passage, table};
use crate::lexicon::Lexicon;
use crate::model::{Check, CheckKind, Confidence, Document, Fact, Trace};
use crate::text::{Source, Span};

/// The tree of what made the fact at `index` of the document, and of the sums that it takes part in; nothing where there is no
/// such fact. Takes about as long as reading the report did. `lexicon` has to be the one it was read with.
pub fn trace(document: &Document, index: usize, lexicon: &Lexicon) -> Option<Trace> {
    let Document { source, meta, outline, facts, checks, .. } = document;
    let fact = facts.get(index)?;
    let passages = passage::cut(source, outline, lexicon);
    let mut watch = Some(fact::Watch::new(fact.span));
    let tables = table::find(source, outline);
    let _ = fact::read_watched(source, outline, &passages, &tables, meta, lexicon, &mut watch);
    let rank = facts[..index].iter().rev().take_while(|other| other.span == fact.span).count();
    let read = watch.and_then(|watch| watch.into_rows().into_iter().nth(rank));
    let (mut root, weighed) = read.unwrap_or_else(|| (plain(fact, source), (fact.confidence, Vec::new())));
    // as written, not as the rules read it
    source.slice(fact.span).clone_into(&mut root.words);
    root.parts.push(confidence(fact, weighed, lexicon));
    root.parts.extend(checks.iter().filter(|check| parts_of(check).any(|span| span == fact.span)).map(|check| sum(check, source)));
    root.parts.extend(document.derived.iter().filter(|it| it.from.contains(&fact.span)).map(|it| {
        let from = it.from.iter().map(|&span| figure("trace-figure", span, source)).collect();
        let period = it.fact.period.as_ref().map(|period| period.value.to_string()).unwrap_or_default();
        let unit = it.fact.unit.as_deref().unwrap_or_default();
        Trace::new("trace-derived").words(format!("{period} {} {unit}", it.fact.value)).with(from)
    }));
    root.parts.extend(document.diagnostics.iter().filter(|it| it.span == Some(fact.span)).map(|it| Trace::new(it.code.as_str())));
    Some(root)
}

/// What the row itself says, for one that a second reading does not come upon.
fn plain(fact: &Fact, source: &Source) -> Trace {
    let rules = fact.rules.iter().map(|rule| Trace::new("trace-rule").words(rule.as_str())).collect();
    let indicator = Trace::new("explain-field-indicator").words(fact.indicator.as_str()).with(rules);
    figure("explain-fact", fact.span, source).with(vec![indicator])
}

/// How sure the row is, with all that speaks against it.
fn confidence(fact: &Fact, weighed: (Confidence, Vec<Trace>), lexicon: &Lexicon) -> Trace {
    let (own, mut doubts) = weighed;
    let twin = fact.rules.iter().any(|rule| rule == "同名异值");
    if twin {
        doubts.push(Trace::new("trace-doubt-twin"));
    }
    // what the rows of the report say of one another
    let said = fact.rules.iter().filter(|rule| matches!(rule.as_str(), "同句重出" | "校均规模不合常理"));
    let said: Vec<Trace> =
        said.map(|rule| Trace::new("trace-rule").words(rule.as_str()).how(lexicon.rules.get(rule).cloned().unwrap_or_default())).collect();
    let of_size = fact.rules.iter().any(|rule| rule == "校均规模不合常理");
    doubts.extend(said);
    if fact.confidence < own && !twin && !of_size {
        doubts.push(Trace::new("trace-doubt-level"));
    }
    if doubts.is_empty() {
        doubts.push(Trace::new("trace-doubt-none"));
    }
    let how = match fact.confidence {
        Confidence::Sure => "explain-word-sure",
        Confidence::Likely => "explain-word-likely",
        Confidence::Doubtful => "explain-word-doubtful",
    };
    Trace::new("explain-field-confidence").how(how).with(doubts)
}

fn parts_of(check: &Check) -> impl Iterator<Item = Span> {
    check.spans.iter().copied().chain(check.total)
}

fn sum(check: &Check, source: &Source) -> Trace {
    let what = match check.kind {
        CheckKind::FromTo => "check-from-to",
        CheckKind::PartsSum => "check-parts-sum",
        CheckKind::Ratio => "check-ratio",
        CheckKind::SameFigure => "check-same-figure",
    };
    let parts = check.spans.iter().map(|&span| figure("trace-figure", span, source));
    let total = check.total.map(|span| figure("trace-result", span, source));
    Trace::new(what).how(if check.holds { "check-holds" } else { "check-fails" }).with(parts.chain(total).collect())
}

fn figure(what: &str, span: Span, source: &Source) -> Trace {
    Trace::new(what).words(source.slice(span)).at(Some(span))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Hints;

    const TEXT: &str = "甲市2021年教育工作总结\n\
        一、学前教育\n\
        2021年,全市新建公办幼儿园5所,投入资金1.2亿元。小学在校生13.51万人,比2018年增加2.11万人。\n\
        教师1200人,其中男教师500人,女教师700人。\n\
        学前三年毛入园率由91.2%提高到93.5%。\n\
        泽州县培训教师300余人。\n\
        二、下一步打算\n\
        改扩建小学12所,力争新增学位3000个。\n";

    fn read(text: &str) -> Document {
        let hints = Hints { place: Some("山西省/晋城市".into()), ..Hints::default() };
        crate::extract::extract(Source::new(text), &hints, &Lexicon::builtin())
    }

    /// The tree of the first row with these words.
    fn tree(document: &Document, number: &str) -> Trace {
        let index = document.facts.iter().position(|fact| document.source.slice(fact.span) == number).unwrap();
        trace(document, index, &Lexicon::builtin()).unwrap()
    }

    #[test]
    fn each_decision_names_its_words() {
        let document = read(TEXT);
        for (number, wanted) in [
            (
                "5所",
                &[
                    "trace-word-action 新建 trace-from-before",
                    "trace-word-attribute 公办 trace-from-before",
                    "trace-word-topic 幼儿园 trace-from-before",
                    "trace-word-ending 数 trace-from-unit",
                    "trace-unit 所 trace-unit-table",
                    "explain-field-period 2021 explain-word-stated",
                    "trace-status-none  ",
                    "trace-series-part 新建 → new ",
                ][..],
            ),
            (
                "1.2亿元",
                &[
                    "explain-field-value 120000000 ",
                    "trace-scale ×100000000 ",
                    "trace-unit 元 trace-unit-table",
                    "trace-word-measure 资金 trace-from-before",
                    "trace-word-topic 幼儿园 trace-from-clause",
                    "trace-rule 主题承上 rule-topic-carried",
                ],
            ),
            ("13.51万人", &["explain-field-value 135100 ", "explain-field-kind  explain-word-level", "trace-derived 2018 114000 人 "]),
            (
                "2.11万人",
                &[
                    "explain-field-kind 增加 explain-word-change",
                    "explain-field-baseline 2018 2018年 explain-word-stated",
                    "trace-rule 增减承上 rule-change-carried",
                    "trace-word-topic 小学 trace-from-clause",
                ],
            ),
            ("1200人", &["check-parts-sum  check-holds", "trace-figure 500人 ", "trace-result 1200人 "]),
            ("91.2%", &["trace-rule 由A到B的A rule-from", "check-from-to  check-holds"]),
            ("300余人", &["explain-field-qualifier  explain-word-over", "explain-field-place 山西省/晋城市/泽州县 explain-word-stated"]),
            (
                "12所",
                &[
                    "explain-field-status  explain-word-target",
                    "trace-status-section 二、下一步打算 ",
                    "explain-field-period 2021 explain-word-from_report",
                ],
            ),
            ("3000个", &["trace-status-word 力争 "]),
        ] {
            let tree = tree(&document, number);
            let lines: Vec<String> = tree.walk().iter().map(|it| format!("{} {} {}", it.what, it.words, it.how)).collect();
            for line in wanted {
                assert!(lines.iter().any(|it| it.trim_end() == line.trim_end()), "{number}: {line:?} in {lines:#?}");
            }
        }
    }

    #[test]
    fn doubts_are_told() {
        for (text, number, doubt) in [
            ("2021年小学在校生5320人。\n2021年小学在校生5390人。", "5320人", "trace-doubt-twin"),
            ("去年小学在校生5320人。", "5320人", "trace-doubt-last-year"),
            ("小学在校生5 320人。", "5 320人", "trace-doubt-mended"),
            ("2021年小学在校生5320人。", "5320人", "trace-doubt-none"),
            ("比上年增加200所。", "200所", "diagnostic-no-base"),
            ("2021年小学12所,在校生12.2万人。", "12.2万人", "trace-rule"),
        ] {
            let tree = tree(&read(&format!("甲市2021年教育工作总结\n{text}")), number);
            assert!(tree.walk().iter().any(|it| it.what == doubt), "{text}: {tree:#?}");
        }
    }

    #[test]
    fn words_are_where_they_are_said_to_stand() {
        let document = read(TEXT);
        for index in 0..document.facts.len() {
            let tree = trace(&document, index, &Lexicon::builtin()).unwrap();
            assert_eq!(tree.words, document.source.slice(document.facts[index].span));
            for it in tree.walk().into_iter().filter(|it| it.what.starts_with("trace-word")) {
                let Some(span) = it.span else { continue };
                let quoted = document.source.slice(span);
                assert!(quoted.contains(it.words.as_str()) || it.words.contains(quoted), "{it:?} {quoted}");
            }
        }
        assert!(trace(&document, document.facts.len(), &Lexicon::builtin()).is_none());
    }

    #[test]
    fn a_cell_names_its_row_and_column() {
        let document = read("各学段情况\n学段\t学校数(所)\t班数(个)\n小学\t85\t1200\n初中\t30\t640");
        let tree = tree(&document, "640");
        let named = |what: &str| tree.walk().into_iter().find(|it| it.what == what).map(|it| it.words.clone());
        assert_eq!((named("trace-cell-row").as_deref(), named("trace-cell-column").as_deref()), (Some("初中"), Some("班数(个)")));
    }

    #[test]
    fn one_number_with_two_names_has_two_trees() {
        let document = read("2021年安全课程开设率和安全教育覆盖率均为100%。");
        let names: Vec<String> = (0..document.facts.len())
            .map(|index| trace(&document, index, &Lexicon::builtin()).unwrap())
            .filter_map(|tree| tree.parts.into_iter().find(|it| it.what == "explain-field-indicator"))
            .map(|it| it.words)
            .collect();
        assert_eq!(names, document.facts.iter().map(|fact| fact.indicator.clone()).collect::<Vec<_>>());
        assert_eq!(names.len(), 2);
    }
}
