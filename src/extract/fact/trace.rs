//! What a reader notes of the one row that somebody asks about: every decision with the words that made it, taken where it is
//! made. Decides nothing itself.

use std::cell::RefCell;

use super::confidence::{self, Evidence};
use super::name::{Name, NameWord};
use super::period::{Time, Use};
use super::row::{Draft, Reader};
use super::scan::Quantity;
use super::sentence::{Clause, Piece, Token};
use super::{numeral, role};
use crate::extract::Passage;
use crate::lexicon::{Lexicon, Part};
use crate::model::{Confidence, Fact, Inferred, Kind, Origin, Qualifier, ReportMeta, Status, Trace};
use crate::text::{Source, Span};

/// How many words of before are kept, so that what was carried over can be found.
const KEPT: usize = 4000;

/// How sure a row is by the rules alone, and what speaks against it.
type Weighed = (Confidence, Vec<Trace>);

/// The row that somebody asks about, and what was noted of it.
pub(in crate::extract) struct Watch {
    span: Span,
    /// For each row of the span: the tree, how sure the rules alone are, and what speaks against it.
    rows: RefCell<Vec<(Trace, Weighed)>>,
    /// The name of each, and what speaks against it.
    names: RefCell<Vec<(Name, Confidence, Vec<Trace>)>>,
    /// The words of the sentences before, the latest last.
    seen: RefCell<Vec<(String, Span)>>,
}

/// Where a row stands among what was read.
pub(super) struct Scene<'a, 't> {
    pub passage: &'t Passage,
    pub clauses: &'a [Clause<'t>],
    pub quantities: &'a [Quantity],
    pub times: &'a [Time],
    pub statuses: &'a [(Status, Option<&'t str>)],
    pub draft: &'a Draft,
    pub heading: Option<(Span, &'a str)>,
}

impl Watch {
    pub(in crate::extract) fn new(span: Span) -> Self {
        Self { span, rows: RefCell::default(), names: RefCell::default(), seen: RefCell::default() }
    }

    /// What was noted, one for each row of the span.
    pub(in crate::extract) fn into_rows(self) -> Vec<(Trace, Weighed)> {
        self.rows.into_inner()
    }

    /// Notes what is weighed for a row.
    pub(super) fn doubts(&self, span: Span, name: &Name, evidence: &Evidence<'_>) {
        if span != self.span {
            return;
        }
        let mut doubts = Vec::new();
        confidence::weigh(evidence, |doubt, more| {
            doubts.push(Trace::new(doubt.key()).words(if more > 1 { format!("×{more}") } else { String::new() }));
        });
        self.names.borrow_mut().push((name.clone(), confidence::of(evidence), doubts));
    }

    /// Notes the words of a sentence that was read.
    pub(super) fn read(&self, passage: &Passage, clauses: &[Clause<'_>]) {
        let mut seen = self.seen.borrow_mut();
        let words = clauses.iter().flat_map(|clause| &clause.tokens).filter(|token| token.is_word());
        seen.extend(words.map(|token| (token.text.to_owned(), passage.view.back(token.range.clone()))));
        let over = seen.len().saturating_sub(KEPT);
        seen.drain(..over);
    }

    /// Notes the rows of a quantity.
    pub(super) fn row(&self, reader: &Reader<'_>, scene: &Scene<'_, '_>, facts: &[Fact]) {
        if facts.first().is_none_or(|fact| fact.span != self.span) {
            return;
        }
        let names: Vec<_> = self.names.borrow_mut().drain(..).collect();
        for (fact, (name, confidence, doubts)) in facts.iter().zip(names) {
            let mut parts = scene.value(fact, reader.lexicon);
            parts.push(self.indicator(scene, fact, &name, reader.lexicon));
            parts.push(series(fact, &name, scene, reader.lexicon));
            parts.push(scene.kind(fact, reader.lexicon));
            parts.push(scene.status(fact));
            parts.push(period(fact, reader.meta));
            parts.push(place(fact, reader.meta));
            let root = Trace::new("explain-fact").words(scene.quoted()).at(Some(fact.span)).with(parts);
            self.rows.borrow_mut().push((root, (confidence, doubts)));
        }
    }

    /// Notes a cell of a table.
    pub(super) fn cell(&self, fact: &Fact, source: &Source, label: Span, head: &[Span], caption: Option<Span>, meta: &ReportMeta) {
        if fact.span != self.span {
            return;
        }
        let quoted = |what: &str, span: Span| Trace::new(what).words(source.slice(span)).at(Some(span));
        let mut named = vec![quoted("trace-cell-row", label)];
        named.extend(head.iter().map(|head| quoted("trace-cell-column", *head)));
        named.extend(caption.map(|caption| quoted("trace-cell-caption", caption)));
        let unit = fact.unit.as_deref().unwrap_or_default();
        let series = fact.series.as_deref();
        let parts = vec![
            Trace::new("explain-field-value").words(format!("{}", fact.value)).at(Some(fact.span)),
            Trace::new("trace-unit").words(unit).how(if unit.is_empty() { "explain-none" } else { "trace-unit-cell" }),
            Trace::new("explain-field-indicator").words(fact.indicator.as_str()).with(named),
            Trace::new("explain-field-series").words(series.unwrap_or_default()).how(if series.is_some() {
                "trace-series-known"
            } else {
                "trace-series-strange"
            }),
            Trace::new("explain-field-kind").how(key(fact.kind)),
            Trace::new("explain-field-status").how(key(fact.status)),
            period(fact, meta),
            place(fact, meta),
        ];
        let root = Trace::new("explain-fact").words(source.slice(fact.span)).at(Some(fact.span)).with(parts);
        self.rows.borrow_mut().push((root, (fact.confidence, Vec::new())));
    }

    /// The name with its rules and its words.
    fn indicator(&self, scene: &Scene<'_, '_>, fact: &Fact, name: &Name, lexicon: &Lexicon) -> Trace {
        let rules = scene
            .draft
            .naming
            .rules
            .iter()
            .map(|rule| Trace::new("trace-rule").words(*rule).how(lexicon.rules.get(*rule).cloned().unwrap_or_default()));
        let mut parts: Vec<Trace> = rules.collect();
        for word in name.words.iter().filter(|word| word.weight > 0) {
            let (how, span) = self.whence(scene, word);
            let what = if fact.indicator.contains(word.text.as_str()) { part(word, lexicon) } else { "trace-word-dropped" };
            parts.push(Trace::new(what).words(word.text.as_str()).how(how).at(span));
        }
        let words: String = name.words.iter().map(|word| word.text.as_str()).collect();
        if !name.ending.is_empty() && fact.indicator.ends_with(name.ending.as_str()) && !words.ends_with(name.ending.as_str()) {
            parts.push(Trace::new("trace-word-ending").words(name.ending.as_str()).how("trace-from-unit"));
        }
        Trace::new("explain-field-indicator").words(fact.indicator.as_str()).with(parts)
    }

    /// Where a word of the name stands: nearest before the number, else behind it, else in the clauses and sentences before.
    fn whence(&self, scene: &Scene<'_, '_>, word: &NameWord) -> (&'static str, Option<Span>) {
        let is = |token: &&Token<'_>| {
            token.is_word() && (token.text == word.text || word.text.chars().count() > 1 && token.text.contains(word.text.as_str()))
        };
        let back = |token: &Token<'_>| Some(scene.passage.view.back(token.range.clone()));
        let clause = &scene.clauses[scene.draft.clause];
        let (before, after) = clause.tokens.split_at(scene.draft.token);
        if let Some(token) = before.iter().rev().find(is) {
            return ("trace-from-before", back(token));
        }
        if let Some(token) = after.iter().find(is) {
            return ("trace-from-behind", back(token));
        }
        let earlier = scene.clauses[..scene.draft.clause].iter().rev();
        if let Some(token) = earlier.flat_map(|clause| clause.tokens.iter().rev()).find(is) {
            return ("trace-from-clause", back(token));
        }
        if let Some(token) = scene.clauses[scene.draft.clause + 1..].iter().flat_map(|clause| &clause.tokens).find(is) {
            return ("trace-from-later", back(token));
        }
        // a word cut otherwise: 毛入园率 of 毛入园|率
        let text = scene.passage.view.text();
        let range = clause.range();
        if let Some(at) = text[range.clone()].find(word.text.as_str()) {
            let start = range.start + at;
            return ("trace-from-before", Some(scene.passage.view.back(start..start + word.text.len())));
        }
        if let Some((_, span)) = self.seen.borrow().iter().rev().find(|(seen, _)| *seen == word.text) {
            let heading = scene.heading.is_some_and(|(heading, _)| heading.covers(*span));
            return (if heading { "explain-word-from_heading" } else { "trace-from-sentence" }, Some(*span));
        }
        ("trace-from-rule", None)
    }
}

/// What a word of a name is to it.
fn part(word: &NameWord, lexicon: &Lexicon) -> &'static str {
    match lexicon.indicators.get(&word.text).map(|form| form.part) {
        Some(Part::Topic) => "trace-word-topic",
        Some(Part::Attribute) => "trace-word-attribute",
        Some(Part::Action) => "trace-word-action",
        Some(Part::Measure) => "trace-word-measure",
        Some(Part::Filler) | None => "trace-word",
    }
}

/// The pieces of the key, or why there is none.
fn series(fact: &Fact, name: &Name, scene: &Scene<'_, '_>, lexicon: &Lexicon) -> Trace {
    let whole = name.whole(lexicon);
    let mut parts = Vec::new();
    let mut strange = String::new();
    let mut rest = whole.as_str();
    while let Some(c) = rest.chars().next() {
        if let Some((length, form)) = lexicon.indicators.at_start(rest) {
            if form.part != Part::Filler {
                parts.push(Trace::new("trace-series-part").words(format!("{} → {}", &rest[..length], form.key)));
            }
            rest = &rest[length..];
        } else {
            strange.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    let how = match &fact.series {
        Some(_) => "trace-series-known",
        None if scene.draft.naming.rules.contains(&"介词的宾语") => "trace-series-object",
        None if !strange.is_empty() || lexicon.indicators.pieces(&whole).is_none() => "trace-series-strange",
        None => "trace-series-vague",
    };
    if fact.series.is_none() {
        parts.clear();
    }
    let words = fact.series.clone().unwrap_or(strange);
    Trace::new("explain-field-series").words(words).how(how).with(parts)
}

impl Scene<'_, '_> {
    fn quantity(&self) -> &Quantity {
        &self.quantities[self.draft.quantity]
    }

    fn text(&self) -> &str {
        self.passage.view.text()
    }

    fn clause(&self) -> &Clause<'_> {
        &self.clauses[self.draft.clause]
    }

    fn quoted(&self) -> &str {
        &self.text()[self.quantity().range.clone()]
    }

    /// The words between the quantity before and this one.
    fn before(&self) -> &str {
        let tokens = &self.clause().tokens[..self.draft.token];
        let from = tokens.iter().rposition(|token| token.quantity().is_some()).map_or(self.clause().range().start, |at| tokens[at].range.end);
        &self.text()[from..self.quantity().range.start]
    }

    /// Where a stretch of the passage's text stands in the report.
    fn span_of(&self, part: &str) -> Option<Span> {
        let start = part.as_ptr().addr().checked_sub(self.text().as_ptr().addr())?;
        (!part.is_empty() && start + part.len() <= self.text().len()).then(|| self.passage.view.back(start..start + part.len()))
    }

    /// Number, unit, exactness.
    fn value(&self, fact: &Fact, lexicon: &Lexicon) -> Vec<Trace> {
        let (q, text) = (self.quantity(), self.text());
        let start = q.range.start + usize::from(text[q.range.start..].starts_with('+'));
        let read = numeral::at(text, start).filter(|it| it.range.end <= q.range.end && !q.mended);
        let mut parts = Vec::new();
        if let Some(it) = read.as_ref().filter(|it| it.scale > 0 && !it.han) {
            parts.push(Trace::new("trace-scale").words(format!("×1{}", "0".repeat(it.scale as usize))));
        }
        if q.mended {
            parts.push(Trace::new("trace-doubt-mended"));
        }
        if fact.value < 0.0 && q.value > 0.0 {
            parts.push(Trace::new("trace-sign"));
        }
        let mut out = vec![Trace::new("explain-field-value").words(format!("{}", fact.value)).at(Some(fact.span)).with(parts)];
        let from = read.map_or(q.range.end, |it| it.range.end);
        let rest = &text[from..];
        let blank = rest.len() - rest.trim_start_matches(' ').len();
        let table = lexicon.units.at_start(&rest[blank..]).filter(|(length, _)| from + blank + length <= q.range.end);
        let unit = fact.unit.as_deref().unwrap_or_default();
        out.push(match table {
            Some((length, found)) => {
                let form = &rest[blank..blank + length];
                let mut parts = Vec::new();
                if found.canonical != unit {
                    parts.push(Trace::new("trace-unit-each").words(unit));
                }
                let words = if form == found.canonical { form.to_owned() } else { format!("{form} → {}", found.canonical) };
                Trace::new("trace-unit").words(words).how("trace-unit-table").at(self.span_of(form)).with(parts)
            }
            None if unit.is_empty() => Trace::new("trace-unit").how("explain-none"),
            None if q.unit.is_none() => Trace::new("trace-unit").words(unit).how("trace-unit-name"),
            None => Trace::new("trace-unit").words(unit).how("trace-unit-written"),
        });
        let (qualifier, word) = role::exactness(q, self.before(), &text[q.range.end..], lexicon);
        if qualifier != Qualifier::Exact {
            out.push(Trace::new("explain-field-qualifier").words(word).how(key(qualifier)).at(self.span_of(word)));
        }
        out
    }

    /// Level or change, and what it is compared with.
    fn kind(&self, fact: &Fact, lexicon: &Lexicon) -> Trace {
        let what = Trace::new("explain-field-kind").how(key(fact.kind));
        if fact.kind == Kind::Level {
            let low = self.draft.naming.rules.iter().find(|rule| rule.starts_with("由A到B"));
            return what.words(low.copied().unwrap_or_default());
        }
        let verb = role::change_word(self.before(), true, lexicon).map(|(_, word)| word);
        let mut parts = Vec::new();
        if let Some(baseline) = fact.baseline {
            let time = self.clause().tokens[..self.draft.token]
                .iter()
                .rev()
                .find(|token| matches!(token.piece, Piece::Time(time) if self.times[time].role == Use::Baseline));
            let how = if time.is_some() { "explain-word-stated" } else { "explain-word-from_context" };
            let span = time.map(|token| self.passage.view.back(token.range.clone()));
            let quoted = time.map_or("", |token| token.text);
            parts.push(Trace::new("explain-field-baseline").words(format!("{baseline} {quoted}").trim_end()).how(how).at(span));
        }
        what.words(verb.unwrap_or_default()).at(verb.and_then(|verb| self.span_of(verb))).with(parts)
    }

    /// Done or to be done.
    fn status(&self, fact: &Fact) -> Trace {
        let what = Trace::new("explain-field-status");
        let (of_clause, word) = self.statuses[self.draft.clause];
        let how = if fact.status != self.draft.status || self.draft.naming.rules.contains(&"已完成其一部分") {
            Trace::new("trace-status-part")
        } else if !self.draft.standing.is_empty() {
            Trace::new(self.draft.standing)
        } else if let Some(word) = word.filter(|_| of_clause == fact.status) {
            Trace::new("trace-status-word").words(word).at(self.span_of(word))
        } else if fact.status == Status::Target {
            Trace::new("trace-status-section").words(self.heading.map_or("", |(_, text)| text)).at(self.heading.map(|(span, _)| span))
        } else {
            Trace::new("trace-status-none")
        };
        what.how(key(fact.status)).with(vec![how])
    }
}

fn period(fact: &Fact, meta: &ReportMeta) -> Trace {
    let own = meta.year.as_ref().map(|year| year.origin);
    origin(Trace::new("explain-field-period"), fact.period.as_ref().map(|it| Inferred::new(it.value.to_string(), it.origin)), own)
}

fn place(fact: &Fact, meta: &ReportMeta) -> Trace {
    let own = meta.place.as_ref().map(|place| place.origin);
    let place = origin(Trace::new("explain-field-place"), fact.place.as_ref().map(|it| Inferred::new(it.value.path.clone(), it.origin)), own);
    place.with(fact.subject.iter().map(|subject| Trace::new("explain-field-subject").words(subject.as_str())).collect())
}

/// A value with where it comes from; the report's own with where the report has it from.
fn origin(trace: Trace, value: Option<Inferred<String>>, own: Option<Origin>) -> Trace {
    let Some(value) = value else { return trace.how("explain-none") };
    let (how, span) = match (value.origin, own) {
        (Origin::FromReport, Some(Origin::Stated(span) | Origin::FromContext(span) | Origin::FromHeading(span))) => {
            ("explain-word-from_report", Some(span))
        }
        (Origin::FromReport, Some(Origin::FromFileName)) | (Origin::FromFileName, _) => ("explain-word-from_file_name", None),
        (Origin::FromReport, Some(Origin::Corrected)) | (Origin::Corrected, _) => ("explain-word-corrected", None),
        (Origin::FromReport, _) => ("explain-word-from_report", None),
        (Origin::Stated(span), _) => ("explain-word-stated", Some(span)),
        (Origin::FromContext(span), _) => ("explain-word-from_context", Some(span)),
        (Origin::FromHeading(span), _) => ("explain-word-from_heading", Some(span)),
    };
    trace.words(value.value).how(how).at(span)
}

/// The key of the interface's words for a value of the vocabulary.
fn key(value: impl serde::Serialize) -> String {
    let name = serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default();
    format!("explain-word-{name}")
}
