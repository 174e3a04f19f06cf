//! The arithmetic checks of all reports as sums that a person can read: which figures, how they go together, what comes out.
//! Computes nothing that the extraction did not check; what a person corrected is said to be so and not computed anew.

use std::sync::Arc;

use super::rows::is_edited;
use crate::model::{Check, CheckKind, Edits, Fact, FactKey, Kind, Report};
use crate::text::Span;

/// How a check went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    Fails,
    /// A person corrected or struck out one of its figures: what was checked is no longer what is shown.
    Corrected,
    Holds,
}

/// A figure of a sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    pub key: FactKey,
    /// Its words in the report.
    pub raw: String,
}

/// A part of a sum as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Figure(Figure),
    /// `+`, `=`, `÷ (` …
    Sign(&'static str),
}

/// One check of one report, ready to be read.
#[derive(Debug, Clone)]
pub struct Sum {
    pub report: Arc<Report>,
    pub kind: CheckKind,
    pub outcome: Outcome,
    /// What it is about: the indicator of the total of parts, of the first figure else.
    pub indicator: String,
    pub pieces: Vec<Piece>,
    /// What comes out where it does not hold, with the decimals and the unit of the figure that should come out.
    pub result: Option<(f64, u8, Option<String>)>,
    /// The sentence of the first figure.
    pub sentence: Span,
}

impl Sum {
    /// The sum as one line: `12786名 + 1375名 = 14161名`.
    pub fn text(&self) -> String {
        let words = self.pieces.iter().map(|piece| match piece {
            Piece::Figure(figure) => figure.raw.as_str(),
            Piece::Sign(sign) => sign,
        });
        let text = words.fold(String::new(), |text, word| if text.is_empty() { word.to_owned() } else { format!("{text} {word}") });
        text.replace("( ", "(").replace(" )", ")").trim().to_owned()
    }

    /// Whether the text states no change but only its direction: 由98%提高到99%.
    pub fn is_direction(&self) -> bool {
        self.kind == CheckKind::FromTo && self.pieces.iter().all(|piece| matches!(piece, Piece::Figure(_) | Piece::Sign("→")))
    }

    /// Whether a row takes part in it.
    pub fn has(&self, key: &FactKey) -> bool {
        self.report.id == key.report && self.pieces.iter().any(|piece| matches!(piece, Piece::Figure(figure) if figure.key.span == key.span))
    }
}

/// The checks of `reports`, failures first, then those with corrected figures; within these report by report.
pub fn sums(reports: &[Arc<Report>], edits: &Edits) -> Vec<Sum> {
    let mut out: Vec<Sum> =
        reports.iter().flat_map(|report| report.document.checks.iter().filter_map(move |check| sum(report, check, edits))).collect();
    out.sort_by_key(|sum| sum.outcome);
    out
}

/// How the figures of a sum go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// a + b + … = total
    Parts,
    /// part ≤ whole
    Within,
    /// one figure = the same figure
    Same,
    /// a + change = b
    Difference,
    /// (b − a) ÷ a = rate
    Growth,
    /// change ÷ (b − change) = rate
    GrowthByAmount,
    /// b ÷ a = times
    Times,
    /// a ÷ b = share
    Share,
    /// b ÷ a = share
    ShareBack,
    /// a → b : change
    Told,
}

fn sum(report: &Arc<Report>, check: &Check, edits: &Edits) -> Option<Sum> {
    let facts: Vec<&Fact> = check.spans.iter().map(|&span| fact_at(report, span)).collect::<Option<_>>()?;
    let total = match check.total {
        Some(span) => Some(fact_at(report, span)?),
        None => None,
    };
    let form = form(check, &facts, total);
    let touched = facts.iter().chain(&total).any(|fact| is_edited(report, fact.span, edits));
    let outcome = match (touched, check.holds) {
        (true, _) => Outcome::Corrected,
        (_, true) => Outcome::Holds,
        (_, false) => Outcome::Fails,
    };
    let result = (outcome == Outcome::Fails).then(|| result(form, &facts, total)).flatten();
    Some(Sum {
        report: report.clone(),
        kind: check.kind,
        outcome,
        indicator: total.filter(|_| check.kind == CheckKind::PartsSum).or(facts.first().copied())?.indicator.clone(),
        pieces: pieces(report, form, &facts, total),
        result,
        sentence: facts.first()?.sentence,
    })
}

/// The fact at a span: its facts are sorted by theirs.
fn fact_at(report: &Report, span: Span) -> Option<&Fact> {
    let facts = &report.document.facts;
    facts.get(facts.partition_point(|fact| fact.span < span)).filter(|fact| fact.span == span)
}

/// What the figures' units and kinds say; where several would do, the one that comes out.
fn form(check: &Check, facts: &[&Fact], total: Option<&Fact>) -> Form {
    let (Some(total), [_, b]) = (total, facts) else {
        return match (check.kind, total) {
            (CheckKind::PartsSum, Some(total)) if !check.holds && facts.len() == 1 && facts[0].value > total.value => Form::Within,
            (CheckKind::PartsSum, _) => Form::Parts,
            (CheckKind::SameFigure, _) => Form::Same,
            _ => Form::Told,
        };
    };
    let by_unit: &[Form] = match (check.kind, total.unit.as_deref(), b.kind) {
        (CheckKind::PartsSum, ..) => return Form::Parts,
        (CheckKind::SameFigure, ..) => return Form::Same,
        (CheckKind::FromTo, Some("倍"), _) => &[Form::Times, Form::Growth],
        (CheckKind::FromTo, Some("%"), _) => &[Form::Growth, Form::Difference],
        (CheckKind::FromTo, ..) => &[Form::Difference],
        (CheckKind::Ratio, _, Kind::Change) => &[Form::GrowthByAmount],
        (CheckKind::Ratio, ..) if total.kind == Kind::Change => &[Form::Growth],
        (CheckKind::Ratio, Some(":1"), _) => &[Form::Share, Form::ShareBack, Form::Times],
        (CheckKind::Ratio, ..) => &[Form::Share, Form::ShareBack],
    };
    let fits = |form: &&Form| {
        let wanted = if **form == Form::Difference { b.value } else { total.value };
        value(**form, facts, Some(total)).is_some_and(|value| (value - wanted).abs() <= wanted.abs().max(0.1) * 0.02)
    };
    let found = by_unit.iter().find(fits).copied();
    match (found, check.holds) {
        (Some(form), _) => form,
        // it holds in a way that is none of these: a mean over years
        (None, true) => Form::Told,
        (None, false) => by_unit.first().copied().unwrap_or(Form::Told),
    }
}

/// What comes out of a sum: of a difference the later level, of the others what was stated of them.
fn value(form: Form, facts: &[&Fact], total: Option<&Fact>) -> Option<f64> {
    let at = |index: usize| facts.get(index).map(|fact| fact.value);
    let percent = if total.is_some_and(|total| total.unit.as_deref() == Some("%")) { 100.0 } else { 1.0 };
    let value = match form {
        Form::Parts => facts.iter().map(|fact| fact.value).sum(),
        Form::Difference => at(0)? + total?.value,
        Form::Growth => (at(1)? - at(0)?) / at(0)?.abs() * percent,
        Form::GrowthByAmount => at(1)? / (at(0)? - at(1)?) * percent,
        Form::Times | Form::ShareBack => at(1)? / at(0)? * percent,
        Form::Share => at(0)? / at(1)? * percent,
        Form::Told | Form::Same | Form::Within => return None,
    };
    value.is_finite().then_some(value)
}

/// What comes out instead, as exactly as the figure that should.
fn result(form: Form, facts: &[&Fact], total: Option<&Fact>) -> Option<(f64, u8, Option<String>)> {
    let stated = if form == Form::Difference { facts.get(1).copied() } else { total }?;
    let value = value(form, facts, total)?;
    let scale = 10f64.powi(i32::from(stated.decimals));
    Some(((value * scale).round() / scale, stated.decimals, stated.unit.clone()))
}

fn pieces(report: &Report, form: Form, facts: &[&Fact], total: Option<&Fact>) -> Vec<Piece> {
    let figure = |fact: &Fact| {
        let key = FactKey { report: report.id.clone(), span: fact.span, rank: 0 };
        Piece::Figure(Figure { key, raw: report.document.source.slice(fact.span).replace('\n', "") })
    };
    let mut out: Vec<Piece> = Vec::new();
    let between = match form {
        Form::Parts | Form::Within => Some(("+", if form == Form::Parts { "=" } else { "≤" })),
        Form::Same => Some(("=", "=")),
        Form::Told => Some(("→", ":")),
        _ if total.is_none() => Some(("→", ":")),
        _ => None,
    };
    if let Some((joins, leads)) = between {
        for (index, fact) in facts.iter().enumerate() {
            if index > 0 {
                out.push(Piece::Sign(joins));
            }
            out.push(figure(fact));
        }
        if let Some(total) = total {
            out.push(Piece::Sign(leads));
            out.push(figure(total));
        }
        return out;
    }
    let (Some(total), [a, b]) = (total, facts) else { return out };
    let sign = |text| Piece::Sign(text);
    match form {
        // the words of a decrease do not carry its sign
        Form::Difference => out.extend([figure(a), sign(if total.value < 0.0 { "−" } else { "+" }), figure(total), sign("="), figure(b)]),
        Form::Growth if total.value < 0.0 => {
            out.extend([sign("("), figure(a), sign("−"), figure(b), sign(") ÷"), figure(a), sign("="), figure(total)]);
        }
        Form::Growth => out.extend([sign("("), figure(b), sign("−"), figure(a), sign(") ÷"), figure(a), sign("="), figure(total)]),
        Form::GrowthByAmount => {
            let back = if b.value < 0.0 { "+" } else { "−" };
            out.extend([figure(b), sign("÷ ("), figure(a), sign(back), figure(b), sign(") ="), figure(total)]);
        }
        Form::Share => out.extend([figure(a), sign("÷"), figure(b), sign("="), figure(total)]),
        _ => out.extend([figure(b), sign("÷"), figure(a), sign("="), figure(total)]),
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing::Draft;
    use crate::model::{Document, FactEdit};

    /// A report whose facts are `figures` (words, value, unit, whether a change), with one check over them: all but the last
    /// go in, the last is the total.
    fn told(kind: CheckKind, figures: &[(&str, f64, &str, bool)], holds: bool) -> Arc<Report> {
        let mut draft = Draft::new("山西省/忻州市", 2022, "甲");
        for &(raw, value, unit, is_change) in figures {
            draft = draft.fact(&format!("有{raw}。"), raw, "指标", value, unit, |fact| {
                fact.kind = if is_change { Kind::Change } else { Kind::Level };
            });
        }
        let report = draft.report();
        let mut spans: Vec<Span> = report.document.facts.iter().map(|fact| fact.span).collect();
        let total = spans.pop();
        let document = Document { checks: vec![Check { kind, spans, total, holds }], ..(*report.document).clone() };
        Arc::new(Report { document: Arc::new(document), ..(*report).clone() })
    }

    #[test]
    fn sums_read_as_a_person_would_write_them() {
        use CheckKind::{FromTo, PartsSum, Ratio, SameFigure};
        #[track_caller]
        fn check(kind: CheckKind, figures: &[(&str, f64, &str, bool)], holds: bool, expected: &str, result: Option<f64>) {
            let sums = sums(&[told(kind, figures, holds)], &Edits::default());
            assert_eq!(sums[0].text(), expected);
            assert_eq!(sums[0].result.as_ref().map(|it| it.0), result, "{expected}");
        }
        let level = |raw, value, unit| (raw, value, unit, false);
        let change = |raw, value, unit| (raw, value, unit, true);
        check(PartsSum, &[level("1项", 1.0, "项"), level("5项", 5.0, "项"), level("6项", 6.0, "项")], true, "1项 + 5项 = 6项", None);
        check(PartsSum, &[level("1项", 1.0, "项"), level("4项", 4.0, "项"), level("6项", 6.0, "项")], false, "1项 + 4项 = 6项", Some(5.0));
        check(PartsSum, &[level("9项", 9.0, "项"), level("6项", 6.0, "项")], false, "9项 ≤ 6项", None);
        check(SameFigure, &[level("9项", 9.0, "项"), level("6项", 6.0, "项")], false, "9项 = 6项", None);
        check(
            FromTo,
            &[level("12786名", 12786.0, "人"), level("14161名", 14161.0, "人"), change("1375名", 1375.0, "人")],
            true,
            "12786名 + 1375名 = 14161名",
            None,
        );
        check(
            FromTo,
            &[level("90%", 90.0, "%"), level("88%", 88.0, "%"), change("3个百分点", -3.0, "百分点")],
            false,
            "90% − 3个百分点 = 88%",
            Some(87.0),
        );
        check(FromTo, &[level("2所", 2.0, "所"), level("6所", 6.0, "所"), change("3倍", 3.0, "倍")], true, "6所 ÷ 2所 = 3倍", None);
        check(Ratio, &[level("50人", 50.0, "人"), level("60人", 60.0, "人"), change("20%", 20.0, "%")], true, "(60人 − 50人) ÷ 50人 = 20%", None);
        check(Ratio, &[level("60人", 60.0, "人"), change("10人", 10.0, "人"), change("20%", 20.0, "%")], true, "10人 ÷ (60人 − 10人) = 20%", None);
        check(Ratio, &[level("30人", 30.0, "人"), level("60人", 60.0, "人"), level("40%", 40.0, "%")], false, "30人 ÷ 60人 = 40%", Some(50.0));
        check(Ratio, &[level("100人", 100.0, "人"), level("144人", 144.0, "人"), change("20%", 20.0, "%")], true, "100人 → 144人 : 20%", None);
    }

    #[test]
    fn failures_come_first_and_corrected_figures_are_no_failure() {
        let figures = [("1项", 1.0, "项", false), ("4项", 4.0, "项", false), ("6项", 6.0, "项", false)];
        let wrong = told(CheckKind::PartsSum, &figures, false);
        let mut right = (*told(CheckKind::PartsSum, &[("1项", 1.0, "项", false), ("1项", 1.0, "项", false)], true)).clone();
        right.id = crate::model::ReportId("other".into());
        let reports = [Arc::new(right), wrong.clone()];
        let outcomes = |edits: &Edits| sums(&reports, edits).iter().map(|sum| sum.outcome).collect::<Vec<_>>();
        assert_eq!(outcomes(&Edits::default()), [Outcome::Fails, Outcome::Holds]);
        let mut edits = Edits::default();
        let key = FactKey { report: wrong.id.clone(), span: wrong.document.facts[1].span, rank: 0 };
        edits.facts.insert(key.clone(), FactEdit { value: Some(5.0), ..FactEdit::default() });
        assert_eq!(outcomes(&edits), [Outcome::Corrected, Outcome::Holds]);
        assert!(sums(&reports, &edits)[0].has(&key));
    }
}
