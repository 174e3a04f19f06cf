//! The rows of a block: every quantity with its name, kind, status, period and place. Remembers what later clauses leave out.

use std::ops::Range;

use super::compose::{At, Memory, Named, Naming};
use super::name::{Name, NameWord};
use super::period::{Time, Use};
use super::scan::Quantity;
use super::sentence::{Clause, Piece};
use super::{compose, confidence, period, phrase, role, scan, sentence, series, standing, whereabouts};
use crate::extract::Passage;
use crate::lexicon::{Dimension, Lexicon};
use crate::model::{Fact, Inferred, Kind, Origin, Period, Qualifier, Reason, ReportMeta, Status};
use crate::text::Span;

/// Where a block stands.
pub(super) struct Place<'a> {
    /// In a section that speaks of tasks to come.
    pub plan: bool,
    pub heading: Option<(Span, &'a str)>,
    /// It is itself a title or heading.
    pub title: bool,
}

/// Reads block after block.
pub(super) struct Reader<'a> {
    meta: &'a ReportMeta,
    lexicon: &'a Lexicon,
    memory: Memory,
    /// Sentences read so far.
    sentence: usize,
    rows: usize,
    /// The year last stated as the topic of a sentence of this block.
    carried: Option<(Period, Span)>,
    /// The year that a sentence named as the one under review: 2022年是…之年.
    reviewed: Option<(Period, Span)>,
    /// What a short line before a list said: plan or not, and its year.
    section: Option<(bool, Option<(Period, Span)>)>,
}

/// A row before it is printed.
struct Draft {
    quantity: usize,
    naming: Naming,
    kind: Kind,
    sign: f64,
    qualifier: Qualifier,
    status: Status,
    mixed_status: bool,
    period: Option<Inferred<Period>>,
    baseline: Option<Period>,
    /// It speaks of an earlier period of the same measure.
    again: bool,
    unit: Option<String>,
    clause: usize,
    token: usize,
    /// The level's unit and series for a change that speaks of it.
    level: Option<(String, Option<String>)>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(meta: &'a ReportMeta, lexicon: &'a Lexicon) -> Self {
        Self { meta, lexicon, memory: Memory::default(), sentence: 0, rows: 0, carried: None, reviewed: None, section: None }
    }

    fn year(&self) -> Option<i16> {
        self.meta.year.as_ref().map(|year| year.value)
    }

    /// The rows of one block, and the quantities that became none.
    pub(super) fn block(&mut self, passage: &Passage, quantities: &[Quantity], masks: &[(Range<usize>, Reason)], place: &Place<'_>) -> (Vec<Fact>, Vec<Range<usize>>) {
        let text = passage.view.text();
        let times = period::find(text, self.year());
        let mut facts = Vec::new();
        let mut unread = Vec::new();
        self.section(passage, &times, place);
        let plan = place.plan || self.section.is_some_and(|(plan, _)| plan);
        let place = &Place { plan, heading: place.heading, title: place.title };
        self.carried = self.section.and_then(|(_, year)| year);
        // a new paragraph keeps only the head of a list and the last row's measure
        self.memory.matter = None;
        self.memory.part_of = None;
        self.sentence += 1;
        if place.title {
            self.memory.named.clear();
            self.memory.list_head = None;
        }
        for range in &passage.sentences {
            self.sentence += 1;
            let clauses = sentence::clauses(self.lexicon, passage, range, quantities, &times, masks);
            self.read_sentence(passage, range, &clauses, quantities, &times, place, &mut facts, &mut unread);
            self.carry(passage, range, &times);
            self.list_head(&clauses, place);
        }
        (facts, unread)
    }

    /// A heading or a short line before a list that says whether plans follow, and of which year: 2022年工作打算:
    fn section(&mut self, passage: &Passage, times: &[Time], place: &Place<'_>) {
        let text = passage.view.text();
        let short = text.chars().count() <= 25 && (text.ends_with([':', '：']) || place.title);
        if !short {
            return;
        }
        let ahead = self.lexicon.roles.any("section_ahead", text);
        let back = self.lexicon.roles.any("section_back", text);
        let year = times.iter().find(|time| time.role == Use::Point).and_then(|time| Some((Period::year(time.period?.end_year()), passage.view.back(time.range.clone()))));
        let near = year.filter(|(period, _)| self.year().is_none_or(|own| (period.end_year() - own).abs() <= 1));
        if ahead || back || near.is_some() && place.title {
            self.section = Some((ahead && !back, near));
        } else if place.title {
            // a heading of its own within the same section changes nothing
            self.section = self.section.filter(|(plan, year)| *plan || year.is_some());
        }
    }

    #[expect(clippy::too_many_arguments, reason = "one sentence with all that is known of it")]
    fn read_sentence(
        &mut self,
        passage: &Passage,
        range: &Range<usize>,
        clauses: &[Clause<'_>],
        quantities: &[Quantity],
        times: &[Time],
        place: &Place<'_>,
        facts: &mut Vec<Fact>,
        unread: &mut Vec<Range<usize>>,
    ) {
        let text = passage.view.text();
        let statuses = standing::of_clauses(clauses, text, place.plan, self.lexicon);
        let mut drafts: Vec<Draft> = Vec::new();
        for (index, clause) in clauses.iter().enumerate() {
            if clause.tokens.first().is_some_and(|token| token.text == "其中")
                && let Some(head) = self.memory.head().cloned()
            {
                self.memory.part_of = Some((self.sentence, clause.group, head));
            }
            if !clause.has_quantity() {
                let matter = phrase::matter(&clause.tokens, self.lexicon);
                if !matter.is_empty() {
                    self.memory.matter = Some((matter, self.sentence, index));
                }
                continue;
            }
            for (token, piece) in clause.tokens.iter().enumerate() {
                let Piece::Quantity(quantity) = piece.piece else { continue };
                let Some(draft) = self.draft(text, clauses, index, token, quantity, quantities, times, statuses[index], place.plan, &drafts) else {
                    unread.push(quantities[quantity].range.clone());
                    continue;
                };
                self.remember(&draft, &quantities[quantity], clause, index);
                drafts.push(draft);
            }
        }
        let span = passage.view.back(trimmed(text, range));
        for draft in drafts {
            for fact in self.print(passage, clauses, &draft, quantities, span, place) {
                facts.push(fact);
            }
        }
    }

    #[expect(clippy::too_many_arguments, reason = "one quantity with all that is known of it")]
    fn draft(
        &self,
        text: &str,
        clauses: &[Clause<'_>],
        clause: usize,
        token: usize,
        quantity: usize,
        quantities: &[Quantity],
        times: &[Time],
        status: Status,
        plan: bool,
        drafts: &[Draft],
    ) -> Option<Draft> {
        let it = &clauses[clause];
        let q = &quantities[quantity];
        let from = it.tokens[..token].iter().rposition(|t| t.quantity().is_some()).map_or(it.range().start, |at| it.tokens[at].range.end);
        let before = &text[from..q.range.start];
        let after = &text[q.range.end..];
        if !self.counts(q, before, after, &it.tokens[..token]) {
            return None;
        }
        let compared = it.tokens[..token].iter().any(|t| matches!(t.text, "比" | "较" | "同比" | "环比" | "相比") || matches!(t.piece, Piece::Time(time) if times[time].role == Use::Baseline));
        // 分别增加35%、25%: the verb stands once
        let follows = before.trim().is_empty() && it.opened == '、' && drafts.last().is_some_and(|last| last.clause + 1 == clause && last.kind == Kind::Change);
        let change = if follows { drafts.last().map(|last| last.sign) } else { role::change(before, compared, self.lexicon) };
        // a time directly before the number is the number's own
        let attached = it.tokens[..token].iter().rev().find(|t| !matches!(t.text, "的" | "约" | "近" | "为" | "达" | "达到" | "有")).and_then(|t| if let Piece::Time(time) = t.piece { Some(&times[time]) } else { None });
        let stripped = role::without_qualifier(before, self.lexicon).trim_end_matches('的').trim_end_matches("每月").trim_end_matches("每年").trim_end_matches("每人").trim_end_matches("每生");
        let low_text = attached.map_or(stripped, |time| text[from..time.range.start.max(from)].trim_end());
        let later_to = it.tokens[token + 1..].iter().any(|t| t.quantity().is_some()) || clauses.get(clause + 1).is_some_and(|next| next.has_quantity() && starts_with_to(next, self.lexicon));
        let low = low_text.ends_with(['由', '从']) && later_to && drafts.last().is_none_or(|last| last.clause != clause || change.is_none());
        let high = drafts.last().is_some_and(|last| last.naming.rules.contains(&"由A到B的A") && (last.clause == clause || last.clause + 1 == clause)) && change.is_none();
        let again = high || attached.is_some_and(|time| time.role == Use::Baseline);
        let at = At { clauses, clause, sentence: self.sentence, token, quantity: q, change: change.is_some(), low, again };
        // the upper end of a range measures what the lower one does
        let upper = q.end == Some(scan::End::High);
        let mut naming = match drafts.last().filter(|last| upper && last.clause == clause && last.token + 1 == token) {
            Some(low) => low.naming.clone(),
            None => compose::name(&at, &self.memory, self.lexicon),
        };
        if low {
            naming.rules.insert(0, "由A到B的A");
        } else if high {
            naming.rules.insert(0, "由A到B的B");
        }
        if change.is_some() {
            naming.rules.insert(0, if compared { "较Y年增减N" } else { "增减N" });
        }
        if naming.name.is_empty() && naming.name.ending.is_empty() {
            return None;
        }
        let (status, mixed_status) = self.status(text, q, it, plan, status, &naming);
        // 减少650人 after two levels is of the later one
        let timed = it.tokens[..token].iter().any(|t| matches!(t.piece, Piece::Time(time) if matches!(times[time].role, Use::Point | Use::Own)));
        let level_before = drafts.iter().rev().find(|last| last.kind == Kind::Level && last.naming.name == naming.name);
        let told = if change.is_some() && naming.same && !timed { level_before.and_then(|last| last.period.clone()) } else { None };
        let own = if told.is_some() && level_before.is_some_and(|last| !last.again) { told } else { self.period(it, clause, clauses, token, times, attached, status, high)
        };
        // what lies ahead of the report is not done
        let future = own.as_ref().zip(self.year()).is_some_and(|(own, year)| own.value.start.year > year);
        let status = if future { Status::Target } else { status };
        let (period, baseline) = match (&own, change) {
            (Some(own), Some(_)) => (Some(own.clone()), self.baseline(it, token, times, drafts, own.value)),
            _ if low && attached.is_none() => (own.as_ref().map(|own| Inferred::new(period::before(own.value), own.origin)), None),
            _ => (own.clone(), None),
        };
        let level = change.and_then(|_| self.memory.named.iter().rev().find(|named| !named.change && naming.same)).and_then(|named| {
            drafts.iter().rev().find(|draft| self.rows > 0 && draft.naming.name == named.name).map(|draft| {
                let unit = quantities[draft.quantity].unit.clone().unwrap_or_default();
                (unit, None)
            })
        });
        Some(Draft {
            quantity,
            naming,
            kind: if change.is_some() { Kind::Change } else { Kind::Level },
            sign: change.unwrap_or(1.0),
            qualifier: role::qualifier(q, before, after, self.lexicon),
            status,
            mixed_status,
            period,
            baseline,
            again: again && !high,
            unit: self.unit(q, text, drafts, high),
            clause,
            token,
            level,
        })
    }

    /// Whether a quantity is one that a reader wants as a row.
    fn counts(&self, q: &Quantity, before: &str, after: &str, tokens: &[sentence::Token<'_>]) -> bool {
        let cues = &self.lexicon.roles;
        match q.dimension {
            None => {
                // without a unit only where a measure asks for it: 点击量超过20万, 人数为1200
                let head = role::without_qualifier(before, self.lexicon).trim_end_matches(['为', '达', '到', ':', '有', '至', ' ', '是']);
                (cues.at_end("measure_end", head).is_some() && !after.starts_with('的')) && !q.han
            }
            Some(Dimension::Time) => {
                let head = role::without_qualifier(before, self.lexicon);
                !q.han && ["年限", "时间", "时长", "寿命", "不少于", "学时", "周期"].iter().any(|word| scanned(before, word) || head.ends_with(word)) && tokens.iter().any(sentence::Token::is_word)
            }
            Some(Dimension::Age) => before.contains("年龄") || before.contains("寿命"),
            _ => true,
        }
    }

    /// The unit with what 每月 before the number adds; the later of two levels has that of the earlier.
    fn unit(&self, q: &Quantity, text: &str, drafts: &[Draft], high: bool) -> Option<String> {
        let earlier = drafts.last().filter(|_| high).and_then(|last| last.unit.clone());
        if q.unit.as_deref() == Some("元") {
            let before = role::without_qualifier(&text[..q.range.start], self.lexicon).trim_end_matches(['由', '从', '为', '按', '发', '补', '助']);
            if before.ends_with("每月") || before.ends_with("每人每月") {
                return Some("元/月".to_owned());
            }
            if earlier.as_deref() == Some("元/月") {
                return earlier;
            }
        }
        q.unit.clone()
    }

    fn status(&self, text: &str, q: &Quantity, clause: &Clause<'_>, plan: bool, status: Status, naming: &Naming) -> (Status, bool) {
        let range = clause.range();
        let before = &text[range.start..q.range.start];
        let after = &text[q.range.end..range.end.max(q.range.end)];
        let direct = after.trim_start_matches('的');
        if self.lexicon.roles.at_start("plan_noun", direct).is_some() && !direct.starts_with("计划生育") {
            return (Status::Target, false);
        }
        let done = !plan && ((before.contains("完成") && !before.contains("如期完成")) || before.contains("超额"));
        if done && naming.task {
            return (Status::Actual, false);
        }
        if naming.task && !done {
            return (Status::Target, false);
        }
        if naming.task && status == Status::Target {
            return (Status::Target, true);
        }
        (status, false)
    }

    #[expect(clippy::too_many_arguments, reason = "one quantity with all that is known of it")]
    fn period(
        &self,
        it: &Clause<'_>,
        clause: usize,
        clauses: &[Clause<'_>],
        token: usize,
        times: &[Time],
        attached: Option<&Time>,
        status: Status,
        high: bool,
    ) -> Option<Inferred<Period>> {
        if let Some(time) = attached
            && let Some(period) = time.period
        {
            return Some(Inferred::new(period, Origin::Stated(Span::new(time.range.start, time.range.end))));
        }
        let fits = |time: &&Time| match time.role {
            Use::Point => true,
            Use::Deadline => status == Status::Target,
            _ => false,
        };
        let in_tokens = |tokens: &[sentence::Token<'_>]| -> Option<Time> {
            tokens.iter().rev().filter_map(|t| if let Piece::Time(time) = t.piece { Some(&times[time]) } else { None }).find(|time| fits(time) || time.role == Use::Now).cloned()
        };
        // the later of two levels does not share the time of the earlier
        let own_from = if high { it.tokens[..token].iter().rposition(|t| t.quantity().is_some()).unwrap_or(0) } else { 0 };
        let found = if high && own_from > 0 {
            in_tokens(&it.tokens[own_from..token]).or_else(|| {
                let earlier = &it.tokens[..own_from];
                let attached = earlier.last().is_some_and(|t| matches!(t.piece, Piece::Time(_))) || earlier.len() > 1 && earlier[earlier.len() - 1].text == "的" && matches!(earlier[earlier.len() - 2].piece, Piece::Time(_));
                if attached { in_tokens(&earlier[..earlier.len() - 1].iter().filter(|t| !matches!(t.piece, Piece::Time(_))).cloned().collect::<Vec<_>>()) } else { in_tokens(earlier) }
            })
        } else {
            in_tokens(&it.tokens[..token])
        }
        .or_else(|| clauses[..clause].iter().rev().find_map(|earlier| in_tokens(&earlier.tokens)));
        if let Some(time) = found {
            if time.role == Use::Now {
                return self.now(time);
            }
            let period = time.period?;
            return Some(Inferred::new(period, Origin::Stated(Span::new(time.range.start, time.range.end))));
        }
        self.carried_or_own()
    }

    /// The report's own time, said as such: 目前, 全年; 一年来 is the year under review.
    fn now(&self, time: Time) -> Option<Inferred<Period>> {
        if time.is_review
            && let Some((period, span)) = self.reviewed
        {
            return Some(Inferred::new(period, Origin::FromContext(span)));
        }
        if let Some((_, Some((period, span)))) = self.section {
            return Some(Inferred::new(period, Origin::FromHeading(span)));
        }
        self.year().map(|year| Inferred::new(Period::year(year), Origin::FromReport))
    }

    /// The period that nothing in the sentence says: carried from before, else the report's.
    fn carried_or_own(&self) -> Option<Inferred<Period>> {
        if let Some((period, span)) = self.carried {
            return Some(Inferred::new(period, Origin::FromContext(span)));
        }
        self.year().map(|year| Inferred::new(Period::year(year), Origin::FromReport))
    }

    fn baseline(&self, it: &Clause<'_>, token: usize, times: &[Time], drafts: &[Draft], own: Period) -> Option<Period> {
        let stated = it.tokens[..token].iter().rev().filter_map(|t| if let Piece::Time(time) = t.piece { Some(&times[time]) } else { None }).find(|time| time.role == Use::Baseline);
        if let Some(time) = stated {
            return time.period.map(|period| if period.start.month.is_none() && own.start.month.is_some() && own.start.year != own.end.year { period::before(own) } else { period });
        }
        if let Some(last) = drafts.last().filter(|last| last.kind == Kind::Change && last.clause + 1 >= drafts.len().min(last.clause + 2)) {
            if last.baseline.is_some() {
                return last.baseline;
            }
        }
        // two levels before it: the earlier one is what it is compared with
        let mut levels = drafts.iter().rev().filter(|draft| draft.kind == Kind::Level);
        let (last, earlier) = (levels.next()?, levels.next()?);
        let same = last.naming.name == earlier.naming.name;
        let (a, b) = (earlier.period.as_ref()?.value, last.period.as_ref()?.value);
        (same && a.end < b.end).then_some(a).or_else(|| (same && b.end < a.end).then_some(b))
    }

    fn remember(&mut self, draft: &Draft, q: &Quantity, clause: &Clause<'_>, index: usize) {
        let change = draft.kind == Kind::Change;
        if change && draft.naming.same {
            return;
        }
        let aside = clause.tokens.first().is_some_and(|token| matches!(token.text, "另" | "另有" | "此外" | "另外"));
        let part = aside || self.memory.part_of.as_ref().is_some_and(|(sentence, group, _)| *sentence == self.sentence && *group == clause.group) || clause.bracketed;
        let (verb, noun) = verb_and_noun(&draft.naming.name, self.lexicon);
        self.rows += 1;
        self.memory.named.push(Named {
            name: draft.naming.name.clone(),
            dimension: q.dimension,
            unit: q.unit.clone(),
            sentence: self.sentence,
            clause: index,
            group: clause.group,
            noun,
            verb,
            action: draft.naming.action.clone(),
            part,
            listed: clause.opened == '、',
            change,
            row: self.rows,
        });
    }

    fn carry(&mut self, passage: &Passage, range: &Range<usize>, times: &[Time]) {
        for time in times.iter().filter(|time| range.start <= time.range.start && time.range.end <= range.end) {
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
                        let period = if period.is_within_a_year() && period.start.month.is_some() && period.start == period.end { Period::year(period.end_year()) } else { period };
                        self.carried = Some((period, passage.view.back(time.range.clone())));
                    }
                }
                _ => {}
            }
        }
    }

    /// A sentence or heading that names a measure for the list behind it.
    fn list_head(&mut self, clauses: &[Clause<'_>], place: &Place<'_>) {
        let Some(last) = clauses.last() else { return };
        let whole = clauses.iter().all(|clause| !clause.has_quantity());
        if !whole {
            return;
        }
        let mut tokens = phrase::strip_left(&last.tokens, self.lexicon);
        while let Some(tail) = tokens.last()
            && (matches!(tail.text, "情况" | "如下" | "为" | "增长" | "变化" | "分别" | "执行" | "统计" | "表" | "是" | "具体" | "有关") || !tail.is_word())
        {
            tokens = &tokens[..tokens.len() - 1];
        }
        let words = phrase::words(tokens, true, self.lexicon);
        let measure: Vec<NameWord> = match words.iter().rposition(|word| super::name::is_topic(&word.text, self.lexicon)) {
            Some(at) => words[at + 1..].to_vec(),
            None => words,
        };
        let named = measure.last().is_some_and(|word| self.lexicon.roles.at_end("measure_end", &word.text).is_some());
        if named && (place.title || tokens.len() < last.tokens.len() || tokens.len() == last.tokens.len()) {
            self.memory.list_head = Some(measure.into_iter().filter(|word| !matches!(word.text.as_str(), "各级" | "各级各类" | "教育" | "分")).collect());
        }
    }

    fn print(&mut self, passage: &Passage, clauses: &[Clause<'_>], draft: &Draft, quantities: &[Quantity], sentence: Span, place: &Place<'_>) -> Vec<Fact> {
        let q = &quantities[draft.quantity];
        let clause = &clauses[draft.clause];
        let (where_, subject) = whereabouts::of(clause, draft.token, &passage.view, self.meta, self.lexicon);
        let span = passage.view.back(q.range.clone());
        // spans of times are kept in the view until here
        let period = draft.period.clone().map(|it| match it.origin {
            Origin::Stated(at) => Inferred::new(it.value, Origin::Stated(passage.view.back(at.range()))),
            _ => it,
        });
        let _ = place;
        let mut out = Vec::new();
        for name in several(&draft.naming.name, clause, draft.token, self.lexicon) {
            let (indicator, shortened) = name.print(self.lexicon);
            if indicator.is_empty() {
                continue;
            }
            let level_unit = draft.level.as_ref().map_or(q.unit.as_deref(), |(unit, _)| Some(unit.as_str()));
            let series = series::key(&name.whole(self.lexicon), level_unit, self.lexicon);
            let unit = draft.unit.clone().or_else(|| inferred_unit(&indicator));
            let mut rules: Vec<String> = draft.naming.rules.iter().map(|rule| (*rule).to_owned()).collect();
            if series.is_some() {
                rules.push("词典成键".into());
            }
            let confidence = confidence::of(&confidence::Evidence {
                doubt: draft.naming.doubt,
                shortened,
                name: &indicator,
                has_unit: q.unit.is_some(),
                has_series: series.is_some(),
                period: period.as_ref(),
                mixed_status: draft.mixed_status,
                rules: &draft.naming.rules,
            });
            out.push(Fact {
                span,
                sentence,
                value: if draft.kind == Kind::Change && draft.sign < 0.0 && q.value > 0.0 { -q.value } else { q.value },
                decimals: q.decimals,
                unit,
                qualifier: draft.qualifier,
                kind: draft.kind,
                status: draft.status,
                period: period.clone(),
                baseline: draft.baseline,
                indicator,
                series,
                place: where_.clone(),
                subject: subject.clone(),
                confidence,
                rules,
            });
        }
        out
    }
}

fn inferred_unit(indicator: &str) -> Option<String> {
    if indicator.ends_with("人数") {
        return Some("人".into());
    }
    if indicator.ends_with("人次") {
        return Some("人次".into());
    }
    if indicator.contains("点击") || indicator.contains("阅读量") || indicator.contains("浏览") {
        return Some("次".into());
    }
    None
}

fn scanned(text: &str, word: &str) -> bool {
    super::scan::tail(text, 10).contains(word)
}

fn starts_with_to(clause: &Clause<'_>, lexicon: &Lexicon) -> bool {
    let words: String = clause.tokens.iter().take_while(|token| token.is_word()).map(|token| token.text).collect();
    lexicon.roles.at_start("increase", &words).or_else(|| lexicon.roles.at_start("decrease", &words)).is_some_and(|verb| lexicon.roles.at_start("to", &words[verb.len()..]).is_some())
}

fn trimmed(text: &str, range: &Range<usize>) -> Range<usize> {
    let slice = &text[range.clone()];
    let start = range.start + (slice.len() - slice.trim_start().len());
    start..start + slice.trim().len()
}

fn verb_and_noun(name: &Name, lexicon: &Lexicon) -> (Vec<NameWord>, Vec<NameWord>) {
    let verbs = name.words.iter().take_while(|word| lexicon.indicators.get(&word.text).is_some_and(|form| form.part == crate::lexicon::Part::Action) || lexicon.roles.is("action_verb", &word.text)).count();
    let verb = name.words[..verbs].to_vec();
    let noun = name.words[verbs..].to_vec();
    (verb, noun)
}

/// 开设率和覆盖率均为100%: one number, two names.
fn several(name: &Name, clause: &Clause<'_>, token: usize, lexicon: &Lexicon) -> Vec<Name> {
    let tokens = &clause.tokens[..token];
    let Some(all) = tokens.iter().rposition(|t| matches!(t.text, "均" | "都" | "皆" | "均为" | "均达" | "均达到" | "都达" | "均已" | "均实现" | "均超过") || t.text.starts_with('均') && t.is_word() && t.text.chars().count() <= 3) else {
        return vec![name.clone()];
    };
    let from = tokens[..all].iter().rposition(|t| t.quantity().is_some()).map_or(0, |at| at + 1);
    let body = phrase::strip_right(phrase::strip_left(&tokens[from..all], lexicon), lexicon);
    let parts: Vec<&[sentence::Token<'_>]> = body.split(|t| matches!(t.text, "、" | "和" | "与" | "及" | "以及")).collect();
    if parts.len() < 2 || parts.iter().any(|part| part.is_empty()) {
        return vec![name.clone()];
    }
    let make = |tokens: &[sentence::Token<'_>]| Name { words: phrase::words(tokens, true, lexicon), ending: name.ending.clone() };
    let names: Vec<Name> = parts.iter().map(|part| make(part)).collect();
    let measured = |name: &Name| name.words.last().is_some_and(|word| lexicon.roles.at_end("measure_end", &word.text).is_some());
    let leveled = |name: &Name| name.words.iter().any(|word| super::name::is_topic(&word.text, lexicon));
    if names.iter().filter(|name| measured(name)).count() > 1 && names.last().is_some_and(measured) {
        // 管理率、配备率、一键报警和视频监控联网率: what has no measure belongs to the next
        let mut out: Vec<Name> = Vec::new();
        let mut held: Vec<NameWord> = Vec::new();
        for mut name in names {
            if measured(&name) {
                if !held.is_empty() {
                    held.push(NameWord { text: "和".into(), weight: 1 });
                    name.words.splice(0..0, held.drain(..));
                }
                out.push(name);
            } else {
                held.extend(name.words);
            }
        }
        return out;
    }
    // 小学、初中入学率: the measure stands once
    let Some(last) = names.last().filter(|last| measured(last)) else { return vec![name.clone()] };
    let at = last.measure_at(lexicon).min(last.words.len().saturating_sub(1)).max(1);
    let measure = &last.words[at..];
    if !names[..names.len() - 1].iter().all(leveled) {
        return vec![name.clone()];
    }
    names
        .iter()
        .enumerate()
        .map(|(index, it)| {
            let mut it = it.clone();
            if index + 1 < names.len() {
                it.words.extend(measure.iter().cloned());
            }
            it
        })
        .collect()
}
