//! Stated quotients beside the two amounts that they were made of: pupils per teacher, so much for each, so much a year, how
//! much of the task is done. Says that one is wrong only where its amounts stand side by side with it under names that leave
//! no choice.

use super::figure::{Figure, share};
use super::near;
use super::rows::Row;
use crate::lexicon::Lexicon;
use crate::model::{Check, CheckKind, Status};
use crate::text::Source;

/// How many rows around a quotient its amounts may stand.
const AROUND: usize = 24;
/// How many rows around it in its sentence.
const NEAR: usize = 5;

pub(super) fn find(source: &Source, rows: &[Row<'_>], lexicon: &Lexicon) -> Vec<Check> {
    (0..rows.len())
        .filter(|&at| near::is_level(rows[at].fact) && near::is_exact(rows[at].fact))
        .filter_map(|at| match rows[at].unit() {
            Some(":1" | "1:") => pupils_per_teacher(rows, at, lexicon),
            Some("%") => of_task(source, rows, at, lexicon),
            Some("元" | "元/人") => for_each(source, rows, at, lexicon).or_else(|| a_year(source, rows, at, lexicon)),
            _ => None,
        })
        .collect()
}

fn check(parts: [&Row<'_>; 2], quotient: &Row<'_>, holds: bool) -> Check {
    Check { kind: CheckKind::Ratio, spans: parts.map(|part| part.fact.span).to_vec(), total: Some(quotient.fact.span), holds }
}

fn quotient(a: Figure, b: Figure) -> Option<(f64, f64)> {
    (a.value > 0.0 && b.value > b.half && b.value > 0.0).then(|| {
        let (percent, spread) = share(a, b);
        (percent / 100.0, spread / 100.0)
    })
}

/// 小学在校生31200人,专任教师1950人,生师比16:1
fn pupils_per_teacher(rows: &[Row<'_>], at: usize, lexicon: &Lexicon) -> Option<Check> {
    let ratio = &rows[at];
    lexicon.roles.find("ratio_of_students", &ratio.fact.indicator)?;
    let level = |row: &Row<'_>, measures: &[&str]| -> Option<String> {
        let (level, measure) = row.fact.series.as_deref()?.rsplit_once('.')?;
        measures.contains(&measure).then(|| level.to_owned())
    };
    let own = ratio.fact.series.as_deref().and_then(|key| key.rsplit_once('.')).map(|(level, _)| level.to_owned());
    let near: Vec<&Row<'_>> = rows[at.saturating_sub(AROUND)..(at + 8).min(rows.len())]
        .iter()
        .filter(|row| {
            row.article == ratio.article
                && near::is_level(row.fact)
                && near::is_exact(row.fact)
                && near::same_place(row.fact, ratio.fact)
                && near::same_year(row.fact, ratio.fact)
                && row.fact.status == ratio.fact.status
        })
        .collect();
    let pairs = near.iter().rev().filter_map(|pupils| {
        let level_of = level(pupils, &["enrolled", "enrolled_k", "students"])?;
        let teachers = near.iter().rev().find(|row| level(row, &["fulltime_teachers", "teachers"]).as_deref() == Some(level_of.as_str()))?;
        Some((level_of, *pupils, *teachers))
    });
    let mut named = None;
    for (level, pupils, teachers) in pairs {
        let Some((computed, spread)) = quotient(pupils.figure, teachers.figure) else { continue };
        let is_own = own.as_deref() == Some(level.as_str());
        if (is_own || own.is_none()) && ratio.figure.is(computed, spread) && spread <= 5.0 * ratio.figure.step {
            return Some(check([pupils, teachers], ratio, true));
        }
        // the halves of a school's teachers, part-time ones, converted numbers: another count, not a slip
        let slip = (ratio.figure.value - computed).abs() > 0.02 * computed && (ratio.figure.value - computed).abs() < 0.5 * computed;
        if is_own && slip && pupils.same_sentence(ratio) && teachers.same_sentence(ratio) && !level.starts_with("higher") {
            named.get_or_insert((pupils, teachers));
        }
    }
    let (pupils, teachers) = named?;
    let alone = rows[pupils.at.min(teachers.at).min(at)..=pupils.at.max(teachers.at).max(at)].len() == 3;
    (alone && near::can_accuse(&[pupils.fact, teachers.fact, ratio.fact])).then(|| check([pupils, teachers], ratio, false))
}

/// The words between the row before and the row at `at`.
fn before<'t>(source: &'t Source, rows: &[Row<'_>], at: usize) -> &'t str {
    let fact = rows[at].fact;
    let from = at.checked_sub(1).map_or(0, |last| rows[last].fact.span.end).max(fact.sentence.start);
    source.text().get(from as usize..fact.span.start as usize).unwrap_or("")
}

/// The exact levels around `at` in its sentence.
fn neighbours<'a, 'b>(rows: &'b [Row<'a>], at: usize) -> impl Iterator<Item = &'b Row<'a>> {
    let row = &rows[at];
    rows[at.saturating_sub(NEAR)..(at + NEAR).min(rows.len())].iter().filter(move |other| {
        other.at != row.at
            && other.same_sentence(row)
            && near::is_level(other.fact)
            && near::is_exact(other.fact)
            && other.fact.status == row.fact.status
    })
}

/// 资助8916人,每人100元,共89.16万元: only if it comes out.
fn for_each(source: &Source, rows: &[Row<'_>], at: usize, lexicon: &Lexicon) -> Option<Check> {
    let each = &rows[at];
    if each.unit() == Some("元") && !lexicon.roles.any("each", before(source, rows, at)) {
        return None;
    }
    let counted = |row: &&Row<'_>| matches!(row.unit(), Some("人" | "人次" | "所" | "个"));
    for money in neighbours(rows, at).filter(|row| row.unit() == Some("元") && row.figure.value > each.figure.value) {
        for count in neighbours(rows, at).filter(counted).filter(|count| count.figure.value >= 10.0) {
            let Some((computed, spread)) = quotient(money.figure, count.figure) else { continue };
            let fine = money.figure.value / money.figure.step.max(1.0) >= 100.0 && spread <= 0.02 * computed;
            if fine && each.figure.is(computed, spread) {
                return Some(check([money, count], each, true));
            }
        }
    }
    None
}

/// 五年投入23.8亿元,年均4.8亿元: only if it comes out, for as many years as the sentence says.
fn a_year(source: &Source, rows: &[Row<'_>], at: usize, lexicon: &Lexicon) -> Option<Check> {
    let mean = &rows[at];
    if !lexicon.roles.any("yearly_mean", before(source, rows, at)) {
        return None;
    }
    let total = rows[..at]
        .iter()
        .rev()
        .take(2)
        .find(|row| row.same_sentence(mean) && row.unit() == mean.unit() && near::is_exact(row.fact) && near::is_level(row.fact))?;
    let years = years(source.text().get(mean.fact.sentence.start as usize..total.fact.span.start as usize)?)?;
    let holds = mean.figure.is_rate(total.figure.value / years, total.figure.half / years);
    holds.then(|| Check { kind: CheckKind::Ratio, spans: vec![total.fact.span], total: Some(mean.fact.span), holds })
}

/// How many years a text says that it looks back on: 近五年来, 5年间, 十四五.
fn years(text: &str) -> Option<f64> {
    let at = ["年来", "年间", "年累计", "年共", "年,", "年\u{ff0c}"].iter().filter_map(|end| text.rfind(end)).max()?;
    let digit = text[..at].chars().next_back()?;
    let before = text[..at].chars().rev().nth(1);
    let value = match digit {
        '2'..='9' if !before.is_some_and(|c| c.is_ascii_digit()) => digit.to_digit(10)?,
        '两' | '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        _ => return None,
    };
    Some(f64::from(value))
}

/// 任务20所,已建成15所,完成率75%
fn of_task(source: &Source, rows: &[Row<'_>], at: usize, lexicon: &Lexicon) -> Option<Check> {
    let rate = &rows[at];
    let words = before(source, rows, at);
    let told = lexicon.roles.any("full_rate", words) || words.contains('占') && lexicon.roles.any("plan_noun", words);
    if !told || rate.fact.status != Status::Actual {
        return None;
    }
    let amounts =
        || rows[at.saturating_sub(4)..at].iter().rev().filter(|row| row.same_sentence(rate) && near::is_level(row.fact) && near::is_exact(row.fact));
    let done = amounts().find(|row| row.fact.status == Status::Actual && row.unit() != Some("%"))?;
    let task = amounts().find(|row| row.fact.status == Status::Target && row.unit() == done.unit())?;
    let (computed, spread) = quotient(done.figure, task.figure)?;
    let holds = rate.figure.is_rate(computed * 100.0, spread * 100.0);
    let beside = done.at.max(task.at) + 1 == at && done.at.abs_diff(task.at) == 1;
    let slip = (rate.figure.value - computed * 100.0).abs() < 20.0;
    (holds || slip && beside && near::can_accuse(&[done.fact, task.fact])).then(|| check([done, task], rate, holds))
}
