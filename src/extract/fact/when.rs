//! The period a quantity is true for and the one a change is compared with: stated, carried, or the report's.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::period::{self, Time, Use};
use super::row::{Draft, Reader};
use super::sentence::{self, Clause, Piece};
use crate::extract::Passage;
use crate::model::{Inferred, Kind, Moment, Origin, Period, ReportMeta, Status};
use crate::text::{Source, Span, View};

/// A bulletin that is published or quoted, in marks of titles.
static BULLETIN: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?:发布|公布|印发|根据|依据|从)[^。《》]{0,12}《[^》]{0,16}?((?:19|20)\d\d)年[^》]{0,20}公报》").ok());

impl Reader<'_> {
    #[expect(clippy::too_many_arguments, reason = "one quantity with all that is known of it")]
    pub(super) fn period(
        &self,
        it: &Clause<'_>,
        clause: usize,
        clauses: &[Clause<'_>],
        token: usize,
        times: &[Time],
        attached: Option<&Time>,
        status: Status,
        high: bool,
        flows: bool,
    ) -> Option<Inferred<Period>> {
        if let Some(time) = attached
            && let Some(period) = time.period
        {
            return Some(Inferred::new(period, Origin::Stated(Span::new(time.range.start, time.range.end))));
        }
        let fits = |time: &&Time| match time.role {
            Use::Point => true,
            Use::Deadline => status == Status::Target,
            Use::Years => flows && !high,
            _ => false,
        };
        let in_tokens = |tokens: &[sentence::Token<'_>]| -> Option<Time> {
            tokens
                .iter()
                .rev()
                .filter_map(|t| if let Piece::Time(time) = t.piece { Some(&times[time]) } else { None })
                .find(|time| fits(time) || time.role == Use::Now)
                .cloned()
        };
        // the later of two levels does not share the time of the earlier
        let own_from = if high { it.tokens[..token].iter().rposition(|t| t.quantity().is_some()).unwrap_or(0) } else { 0 };
        let found = if high && own_from > 0 {
            in_tokens(&it.tokens[own_from..token]).or_else(|| {
                let earlier = &it.tokens[..own_from];
                let attached = earlier.last().is_some_and(|t| matches!(t.piece, Piece::Time(_)))
                    || earlier.len() > 1 && earlier[earlier.len() - 1].text == "的" && matches!(earlier[earlier.len() - 2].piece, Piece::Time(_));
                if attached {
                    in_tokens(&earlier[..earlier.len() - 1].iter().filter(|t| !matches!(t.piece, Piece::Time(_))).cloned().collect::<Vec<_>>())
                } else {
                    in_tokens(earlier)
                }
            })
        } else {
            in_tokens(&it.tokens[..token])
        }
        .or_else(|| {
            clauses[..clause].iter().rev().find_map(|earlier| {
                // several years together reach to the next semicolon
                in_tokens(&earlier.tokens).filter(|time| time.role != Use::Years || earlier.group == it.group)
            })
        });
        if let Some(time) = found {
            if time.role == Use::Now {
                return self.now(&time);
            }
            let period = time.period?;
            return Some(Inferred::new(period, Origin::Stated(Span::new(time.range.start, time.range.end))));
        }
        self.carried_or_own()
    }

    /// The report's own time, said as such: 目前, 全年; 一年来 is the year under review.
    pub(super) fn now(&self, time: &Time) -> Option<Inferred<Period>> {
        if time.is_review
            && let Some((period, span)) = self.reviewed
        {
            return Some(Inferred::new(period, Origin::FromContext(span)));
        }
        if let Some((period, span)) = self.of_section() {
            return Some(Inferred::new(period, Origin::FromHeading(span)));
        }
        self.own()
    }

    /// The period that nothing in the sentence says: carried from before, else the report's.
    pub(super) fn carried_or_own(&self) -> Option<Inferred<Period>> {
        if let Some((period, span)) = self.carried {
            return Some(Inferred::new(period, Origin::FromContext(span)));
        }
        self.own()
    }

    /// What the short line or heading before says, where nothing nearer names the year of the section.
    pub(super) fn of_section(&self) -> Option<(Period, Span)> {
        let (_, year) = self.section?;
        year.filter(|(_, span)| self.about.is_none_or(|(_, about)| about.start <= span.start))
    }

    /// The year of the section, else the report's.
    fn own(&self) -> Option<Inferred<Period>> {
        let years = |year| self.since.map_or(Period::year(year), |first| Period::range(Moment::year(first), Moment::year(year)));
        let of_section = self.about.map(|(year, span)| Inferred::new(years(year), Origin::FromHeading(span)));
        of_section.or_else(|| self.year().map(|year| Inferred::new(Period::year(year), Origin::FromReport)))
    }

    pub(super) fn carry(&mut self, passage: &Passage, range: &Range<usize>, times: &[Time]) {
        let from = times.partition_point(|time| time.range.start < range.start);
        for time in times[from..].iter().take_while(|time| time.range.end <= range.end) {
            match time.role {
                Use::Now if time.is_review => self.carried = self.reviewed,
                Use::Now => self.carried = None,
                Use::Point => {
                    let text = passage.view.text();
                    if text[time.range.end..].starts_with('是')
                        && let Some(period) = time.period
                    {
                        self.reviewed.get_or_insert((period, passage.view.back(time.range.clone())));
                    }
                    let before = text[range.start..time.range.start].chars().last();
                    let leads = before.is_none_or(|c| matches!(c, ',' | ';' | '。' | ':' | '(' | ')' | '、') || c == ' ');
                    if let (true, Some(period)) = (leads, time.period) {
                        let period = if period.is_within_a_year() && period.start.month.is_some() && period.start == period.end {
                            Period::year(period.end_year())
                        } else {
                            period
                        };
                        self.carried = Some((period, passage.view.back(time.range.clone())));
                    }
                }
                _ => {}
            }
        }
    }
}

/// The year after the one that a bulletin named in the text is about: who writes 市教育局发布《2017年…统计公报》 speaks in 2018.
pub(super) fn of_bulletin(source: &Source, meta: &ReportMeta) -> Option<i16> {
    let own = meta.year.as_ref()?.value;
    let text = source.text();
    let end = text.char_indices().nth(1500).map_or(text.len(), |(at, _)| at);
    let view = View::new(text, Span::new(0, end));
    let named = BULLETIN.as_ref()?.captures_iter(view.text()).any(|found| found.get(1).is_some_and(|year| year.as_str() == own.to_string()));
    named.then_some(own + 1)
}

/// The period that a change is said to be compared with.
pub(super) fn stated_baseline(it: &Clause<'_>, token: usize, times: &[Time]) -> Option<Period> {
    let mut before = it.tokens[..token].iter().rev().filter_map(|t| if let Piece::Time(time) = t.piece { Some(&times[time]) } else { None });
    before.find(|time| time.role == Use::Baseline).and_then(|time| time.period)
}

/// The period that a change is compared with.
pub(super) fn baseline(it: &Clause<'_>, token: usize, times: &[Time], drafts: &[Draft], own: Period) -> Option<Period> {
    let stated = it.tokens[..token]
        .iter()
        .rev()
        .filter_map(|t| if let Piece::Time(time) = t.piece { Some(&times[time]) } else { None })
        .find(|time| time.role == Use::Baseline);
    if let Some(time) = stated {
        return time.period.map(|period| {
            if period.start.month.is_none() && own.start.month.is_some() && own.start.year != own.end.year { period::before(own) } else { period }
        });
    }
    if let Some(last) = drafts.last().filter(|last| last.kind == Kind::Change && last.baseline.is_some()) {
        return last.baseline;
    }
    // two levels before it: the earlier one is what it is compared with
    let mut levels = drafts.iter().rev().filter(|draft| draft.kind == Kind::Level);
    let (last, earlier) = (levels.next()?, levels.next()?);
    let same = last.naming.name == earlier.naming.name;
    let (a, b) = (earlier.period.as_ref()?.value, last.period.as_ref()?.value);
    (same && a.end < b.end).then_some(a).or_else(|| (same && b.end < a.end).then_some(b))
}
