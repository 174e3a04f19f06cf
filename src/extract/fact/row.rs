//! The rows of a block: every quantity with its name, kind, status, period and place. Remembers what later clauses leave out.

use std::ops::Range;

use super::memory::{At, Memory, Named, Naming};
use super::name::{Name, NameWord};
use super::period::{Time, Use};
use super::scan::Quantity;
use super::sentence::{Clause, Piece};
use super::{compose, label, overhead, period, phrase, role, scan, sentence, standing, together, trace, when, whereabouts};
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
    /// The year its section is about, with the words that say it.
    pub year: Option<(i16, Span)>,
    /// The first of the years it is about, where they are several.
    pub since: Option<i16>,
}

/// Reads block after block.
pub(super) struct Reader<'a> {
    pub(super) meta: &'a ReportMeta,
    pub(super) lexicon: &'a Lexicon,
    pub(super) memory: Memory,
    /// Sentences read so far.
    pub(super) sentence: usize,
    pub(super) rows: usize,
    /// The year last stated as the topic of a sentence of this block.
    pub(super) carried: Option<(Period, Span)>,
    /// The year that a sentence named as the one under review: 2022年是…之年.
    pub(super) reviewed: Option<(Period, Span)>,
    /// The year that the section of this block is about.
    pub(super) about: Option<(i16, Span)>,
    /// The first of its years, where they are several.
    pub(super) since: Option<i16>,
    /// The place that a line of its own names: what stands under it is true there.
    pub(super) placed: Option<Inferred<crate::model::Place>>,
    /// What a short line before a list said: plan or not, and its year.
    pub(super) section: Option<(bool, Option<(Period, Span)>)>,
    /// The row that a person asks about.
    pub(super) watch: Option<trace::Watch>,
    /// The year in which the text speaks, where it is not the report's: news of a bulletin comes the year after.
    pub(super) spoken: Option<i16>,
}

/// A row before it is printed.
pub(super) struct Draft {
    pub(super) quantity: usize,
    pub(super) naming: Naming,
    pub(super) kind: Kind,
    pub(super) sign: f64,
    pub(super) qualifier: Qualifier,
    pub(super) status: Status,
    pub(super) mixed_status: bool,
    /// What beside the words of its clause decided its status: a key of the interface's words, empty for none.
    pub(super) standing: &'static str,
    pub(super) period: Option<Inferred<Period>>,
    pub(super) baseline: Option<Period>,
    /// It speaks of an earlier period of the same measure.
    pub(super) again: bool,
    pub(super) unit: Option<String>,
    pub(super) clause: usize,
    pub(super) token: usize,
}

/// The most clauses that are read together. A sentence with more is a list without full stops.
const CLAUSES: usize = 100;

impl<'a> Reader<'a> {
    pub(super) fn new(meta: &'a ReportMeta, lexicon: &'a Lexicon) -> Self {
        Self {
            meta,
            lexicon,
            memory: Memory::default(),
            sentence: 0,
            rows: 0,
            carried: None,
            reviewed: None,
            about: None,
            since: None,
            placed: None,
            section: None,
            watch: None,
            spoken: None,
        }
    }

    pub(super) fn year(&self) -> Option<i16> {
        self.meta.year.as_ref().map(|year| year.value)
    }

    /// The rows of one block, and the quantities that became none.
    pub(super) fn block(
        &mut self,
        passage: &Passage,
        quantities: &[Quantity],
        masks: &[(Range<usize>, Reason)],
        place: &Place<'_>,
    ) -> (Vec<Fact>, Vec<Range<usize>>) {
        let text = passage.view.text();
        self.about = place.year;
        self.since = place.since;
        let times = period::find(text, self.spoken.or_else(|| self.year()), self.about.map(|(year, _)| year).or_else(|| self.year()));
        let mut facts = Vec::new();
        let mut unread = Vec::new();
        self.section(passage, &times, place);
        self.place_line(passage, place);
        let plan = place.plan || self.section.is_some_and(|(plan, _)| plan);
        let place = &Place { plan, heading: place.heading, title: place.title, year: place.year, since: place.since };
        self.carried = self.of_section();
        // a new paragraph keeps only the head of a list and the last row's measure
        self.memory.matter = None;
        self.memory.part_of = None;
        self.memory.label = None;
        self.sentence += 1;
        self.memory.block_from = self.sentence;
        if place.title {
            self.memory.named.clear();
            self.memory.list_head = None;
            self.memory.scope.clear();
        }
        for range in &passage.sentences {
            self.sentence += 1;
            let clauses =
                sentence::clauses(self.lexicon, passage, range, quantities, &times, masks, self.meta.place.as_ref().map(|place| &place.value));
            for (index, part) in clauses.chunks(CLAUSES).enumerate() {
                self.sentence += usize::from(index > 0);
                self.read_sentence(passage, range, part, quantities, &times, place, &mut facts, &mut unread);
            }
            if let Some(watch) = &self.watch {
                watch.read(passage, &clauses);
            }
            self.carry(passage, range, &times);
            self.list_head(&clauses, place);
            self.topic(&clauses, place);
            self.scope(&clauses, place);
        }
        (facts, unread)
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
        let first = passage.sentences.first().is_some_and(|first| first.start == range.start);
        let mut drafts: Vec<Draft> = Vec::new();
        // 新建6栋(其中乡镇2栋),总投资3000万元: the parts end with the bracket
        let mut parts_inside = false;
        for (index, clause) in clauses.iter().enumerate() {
            if parts_inside && !clause.bracketed {
                self.memory.part_of = None;
                parts_inside = false;
            }
            if clause.tokens.first().is_some_and(|token| token.text == "其中")
                && let Some(head) = self.memory.head().cloned()
            {
                self.memory.part_of = Some((self.sentence, clause.group, head));
                parts_inside = clause.bracketed;
            }
            if let Some(label) = label::read(clauses, index, self.sentence, first, self.lexicon) {
                self.memory.label = Some(label);
            }
            if !clause.has_quantity() {
                self.over(clause, clauses.get(index + 1));
                let matter = phrase::matter(&clause.tokens, self.lexicon);
                if !matter.is_empty() {
                    self.memory.matter = Some((matter, self.sentence, index));
                }
                continue;
            }
            // 其中城区4所,农村12所,截至6月底已开工13所: the parts are over
            let resumes = clause
                .tokens
                .iter()
                .take_while(|token| token.quantity().is_none())
                .any(|token| matches!(token.text, "已" | "截至" | "截止" | "目前" | "累计" | "实际" | "全年"));
            if resumes && !clause.bracketed && clause.tokens.first().is_none_or(|token| token.text != "其中") {
                self.memory.part_of = None;
            }
            for (token, piece) in clause.tokens.iter().enumerate() {
                let Piece::Quantity(quantity) = piece.piece else { continue };
                let Some(draft) = self.draft(text, clauses, index, token, quantity, quantities, times, statuses[index].0, place.plan, &drafts) else {
                    unread.push(quantities[quantity].range.clone());
                    continue;
                };
                self.remember(&draft, &quantities[quantity], clause, index);
                drafts.push(draft);
            }
        }
        together::planned_wholes(&mut drafts, clauses, quantities, text);
        together::planned_parts(&mut drafts, clauses);
        together::named_behind(&mut drafts, quantities);
        let span = passage.view.back(trimmed(text, range));
        let heading = place.heading;
        let mut led: Option<(usize, Inferred<crate::model::Place>)> = None;
        let mut school: Option<(usize, String)> = None;
        let mut shared = whereabouts::Shared::default();
        let mut read = usize::MAX;
        let mut seen = 0;
        let mut places = Vec::new();
        let mut whole = false;
        for draft in drafts {
            let clause = &clauses[draft.clause];
            if draft.clause != read {
                read = draft.clause;
                places = whereabouts::places(clause, &passage.view, self.meta, self.lexicon);
                whole = clause.tokens.iter().any(|token| ["全市", "全县", "全区", "全省", "我市", "我县", "我区"].contains(&token.text));
            }
            let mut place = whereabouts::of(clause, draft.token, &places, &passage.view, self.meta, self.lexicon);
            let stated = |place: &whereabouts::Where| place.place.as_ref().is_some_and(|place| matches!(place.origin, Origin::Stated(_)));
            if !stated(&place)
                && let Some(district) = whereabouts::plain_district(clauses, draft.clause, &passage.view, self.meta, self.lexicon)
            {
                place.place = Some(district);
            }
            if clause.bracketed
                && draft.kind == Kind::Change
                && let Some(other) =
                    draft.clause.checked_sub(1).and_then(|before| whereabouts::named(&clauses[before], &passage.view, self.meta, self.lexicon))
            {
                place.place = Some(other);
            }
            if whole || led.as_ref().is_some_and(|(group, _)| *group != clause.group) {
                led = None;
            }
            if let Some(each) = shared.next(clause, &passage.view, self.meta, self.lexicon) {
                facts.extend(self.print(passage, clause, &draft, quantities, span, &each));
                continue;
            }
            // 第三中学在校生2145人,专任教师168人: both are the school's
            match &place.subject {
                Some(subject) if place.leads => school = Some((clause.group, subject.clone())),
                _ if whole || matches!(&place.place, Some(place) if matches!(place.origin, Origin::Stated(_))) => school = None,
                None => place.subject = school.clone().filter(|(group, _)| *group == clause.group).map(|(_, subject)| subject),
                Some(_) => {}
            }
            if !whole && !stated(&place) {
                // a clause of the same stretch before it that counts nothing and names the place
                let opens = |index: &usize| clauses[*index].group == clause.group && !clauses[*index].bracketed;
                let head = (seen..draft.clause).filter(opens).filter(|&index| !clauses[index].has_quantity()).take(3);
                let found = head.filter_map(|index| whereabouts::leading(&clauses[index], &passage.view, self.meta, self.lexicon)).last();
                if let Some(found) = found {
                    led = Some((clause.group, found));
                } else if let Some(pointed) = whereabouts::pointed(clause, draft.token, &passage.view, self.meta, self.lexicon) {
                    led = Some((clause.group, pointed));
                }
            }
            seen = draft.clause + 1;
            match &place.place {
                Some(stated) if matches!(stated.origin, Origin::Stated(_)) => {
                    if place.leads {
                        led = Some((clause.group, stated.clone()));
                    }
                }
                // 泽州县新建4所,改扩建3所
                _ => {
                    if let Some((_, stated)) = &led {
                        let origin = if let Origin::Stated(span) = stated.origin { Origin::FromContext(span) } else { stated.origin };
                        place.place = Some(Inferred::new(stated.value.clone(), origin));
                    } else if let Some(placed) = self.placed.as_ref().filter(|_| !whole && place.subject.is_none()) {
                        place.place = Some(placed.clone());
                    }
                }
            }
            let rows = self.print(passage, clause, &draft, quantities, span, &place);
            if let Some(watch) = &self.watch {
                let scene = trace::Scene { passage, clauses, quantities, times, statuses: &statuses, draft: &draft, heading };
                watch.row(self, &scene, &rows);
            }
            facts.extend(rows);
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
        let compared = it.tokens[..token].iter().any(|t| {
            matches!(t.text, "比" | "较" | "同比" | "环比" | "相比") || matches!(t.piece, Piece::Time(time) if times[time].role == Use::Baseline)
        });
        // 分别增加35%、25%: the verb stands once
        let follows =
            before.trim().is_empty() && it.opened == '、' && drafts.last().is_some_and(|last| last.clause + 1 == clause && last.kind == Kind::Change);
        let fastest = of_a_place(q, it, before, clauses, clause, quantities, text);
        let change = if fastest {
            Some(1.0)
        } else if follows {
            drafts.last().map(|last| last.sign)
        } else {
            // 提升21个景区运营水平: how many are made better, not by how much
            let improves = q.dimension == Some(Dimension::Count)
                && !compared
                && before.trim_end().ends_with("提升")
                && it.tokens.get(token + 1).is_some_and(|next| next.is_word() && next.tag.starts_with(['n', 'v', 'l', 'a', 'b']));
            role::change(before, compared, self.lexicon).filter(|_| !improves)
        };
        // a time directly before the number is the number's own
        let attached = it.tokens[..token]
            .iter()
            .rev()
            .find(|t| !matches!(t.text, "的" | "约" | "近" | "为" | "达" | "达到" | "有" | "不足" | "不到" | "仅" | "初"))
            .and_then(|t| if let Piece::Time(time) = t.piece { Some(&times[time]) } else { None });
        let stripped = role::without_qualifier(before, self.lexicon)
            .trim_end_matches('的')
            .trim_end_matches("每月")
            .trim_end_matches("每年")
            .trim_end_matches("每人")
            .trim_end_matches("每生");
        let low_text = attached.map_or(stripped, |time| text[from..time.range.start.max(from)].trim_end());
        let later_to = it.tokens[token + 1..].iter().any(|t| t.quantity().is_some())
            || clauses.get(clause + 1).is_some_and(|next| next.has_quantity() && starts_with_to(next, self.lexicon));
        let low = low_text.ends_with(['由', '从']) && later_to && drafts.last().is_none_or(|last| last.clause != clause || change.is_none());
        let high = drafts.last().is_some_and(|last| last.naming.rules.contains(&"由A到B的A") && (last.clause == clause || last.clause + 1 == clause))
            && change.is_none();
        let again = high || attached.is_some_and(|time| matches!(time.role, Use::Baseline | Use::Own));
        let at = At { clauses, clause, sentence: self.sentence, token, quantity: q, change: change.is_some(), low, again };
        // the upper end of a range measures what the lower one does
        let upper = q.end == Some(scan::End::High);
        let mut naming = match drafts.last().filter(|last| upper && last.clause == clause && last.token + 1 == token) {
            Some(low) => low.naming.clone(),
            None => compose::name(&at, &self.memory, self.lexicon),
        };
        label::complete(&mut naming, &at, &self.memory, self.lexicon);
        overhead::join(&mut naming, &at, &self.memory, self.lexicon);
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
        let (status, mixed_status, standing) = self.status(text, q, it, plan, status, &naming);
        // 减少650人 after two levels is of the later one
        let timed = it.tokens[..token].iter().any(|t| matches!(t.piece, Piece::Time(time) if matches!(times[time].role, Use::Point | Use::Own)));
        let level_before = drafts.iter().rev().find(|last| last.kind == Kind::Level && last.naming.name == naming.name);
        let told = if change.is_some() && naming.same && !timed { level_before.and_then(|last| last.period.clone()) } else { None };
        let own = if told.is_some() && level_before.is_some_and(|last| !last.again) {
            told
        } else {
            self.period(it, clause, clauses, token, times, attached, status, high, change.is_none() && !low && is_flow(q, text, it))
        };
        // 巩固率达到99% in a review of five years: as it is at their end
        let own = own.map(|it| {
            let of_years = matches!(it.origin, Origin::FromHeading(_)) && it.value.start.year < it.value.end.year && !it.value.is_within_a_year();
            if of_years && change.is_none() && q.dimension == Some(Dimension::Percent) {
                Inferred::new(Period::year(it.value.end_year()), it.origin)
            } else {
                it
            }
        });
        // what lies ahead of the report, and of the day it was posted, is not done
        let posted = self.meta.published.as_ref().and_then(|day| day.value.get(..4)?.parse::<i16>().ok());
        let last = self.year().max(posted.filter(|posted| self.year().is_some_and(|year| *posted <= year + 1)));
        let said = plan || !self.lexicon.roles.any("actual_strong", &text[it.range()]);
        let future = said && own.as_ref().zip(last).is_some_and(|(own, year)| own.value.start.year > year);
        let (status, standing) = if future { (Status::Target, "trace-status-future") } else { (status, standing) };
        let (period, baseline) = match (&own, change) {
            (Some(own), Some(_)) => {
                let stated = when::baseline(it, token, times, drafts, own.value);
                // a rate of growth in brackets is over the year, as the one it is set beside
                (Some(own.clone()), stated.or_else(|| fastest.then(|| period::before(own.value))))
            }
            // the report's year is not known, what it is compared with is
            (None, Some(_)) => (None, when::stated_baseline(it, token, times)),
            _ if low && attached.is_none() => (own.as_ref().map(|own| Inferred::new(period::before(own.value), own.origin)), None),
            _ => (own.clone(), None),
        };
        Some(Draft {
            quantity,
            naming,
            kind: if change.is_some() { Kind::Change } else { Kind::Level },
            sign: change.unwrap_or(1.0),
            qualifier: role::qualifier(q, before, after, self.lexicon),
            status,
            mixed_status,
            standing,
            period,
            baseline,
            again: again && !high,
            unit: self.unit(q, text, drafts, high),
            clause,
            token,
        })
    }

    /// Whether a quantity is one that a reader wants as a row.
    fn counts(&self, q: &Quantity, before: &str, after: &str, tokens: &[sentence::Token<'_>]) -> bool {
        let cues = &self.lexicon.roles;
        match q.dimension {
            // 3.94亿元,比上年的3.92亿增长: the unit stands once
            None if self.unit_before(q, before).is_some() => true,
            None => {
                // without a unit only where a measure asks for it: 点击量超过20万, 人数为1200
                let head = role::without_qualifier(before, self.lexicon).trim_end_matches(['为', '达', '到', ':', '有', '至', ' ', '是']);
                // 资助金额5: money has a unit, a number that lost it is no sum
                let money = ["金额", "资金", "经费", "投资", "款", "费", "支出", "收入", "补助"].iter().any(|end| head.ends_with(end));
                let lost = money && q.value < 1000.0;
                cues.at_end("measure_end", head).is_some() && !after.starts_with('的') && !q.han && !lost
            }
            Some(Dimension::Time) => {
                // 比1995年增加2.1年: of a level in years
                if !q.han
                    && role::change(before, true, self.lexicon).is_some()
                    && self.memory.last().is_some_and(|last| last.dimension == Some(Dimension::Time) && last.sentence == self.sentence)
                {
                    return true;
                }
                !q.han && cues.any("duration", scan::tail(before, 10)) && tokens.iter().any(sentence::Token::is_word)
            }
            Some(Dimension::Age) => before.contains("年龄") || before.contains("寿命"),
            _ => true,
        }
    }

    /// The unit of the level that the earlier one, written without, is set against.
    fn unit_before(&self, q: &Quantity, before: &str) -> Option<String> {
        let before = before.trim_end();
        let earlier = ["比上年", "比上年的", "比去年", "比去年的", "较上年", "较上年的", "较去年", "较去年的", "上年同期的", "由", "从"];
        let set_against =
            earlier.iter().any(|word| before.ends_with(word)) || before.ends_with('的') && before.contains('比') && before.contains('年');
        let last = self.memory.last().filter(|last| last.sentence == self.sentence && !last.change)?;
        (q.dimension.is_none() && !q.han && set_against && (q.value >= 10_000.0 || q.decimals > 0)).then(|| last.unit.clone()).flatten()
    }

    /// The unit with what 每月 before the number adds; the later of two levels has that of the earlier.
    fn unit(&self, q: &Quantity, text: &str, drafts: &[Draft], high: bool) -> Option<String> {
        let earlier = drafts.last().filter(|_| high).and_then(|last| last.unit.clone());
        if q.unit.as_deref() == Some("元") {
            let before =
                role::without_qualifier(&text[..q.range.start], self.lexicon).trim_end_matches(['由', '从', '为', '按', '发', '补', '助', '达']);
            let before = ["提高到", "提高至", "增加到", "增加至", "提升到", "提升至", "上调至", "增至", "涨到", "达到"]
                .into_iter()
                .find_map(|word| before.strip_suffix(word))
                .unwrap_or(before);
            if before.ends_with("每月") || before.ends_with("每人每月") {
                return Some("元/月".to_owned());
            }
            if earlier.as_deref() == Some("元/月") {
                return earlier;
            }
        }
        q.unit.clone().or_else(|| drafts.last().filter(|_| q.dimension.is_none()).and_then(|_| self.unit_before(q, &text[..q.range.start])))
    }

    fn remember(&mut self, draft: &Draft, q: &Quantity, clause: &Clause<'_>, index: usize) {
        let change = draft.kind == Kind::Change;
        if change && draft.naming.same {
            return;
        }
        let aside = clause.tokens.first().is_some_and(|token| matches!(token.text, "另" | "另有" | "此外" | "另外"));
        let part = aside
            || self.memory.part_of.as_ref().is_some_and(|(sentence, group, _)| *sentence == self.sentence && *group == clause.group)
            || clause.bracketed;
        let (verb, mut noun) = verb_and_noun(&draft.naming.name, self.lexicon);
        // 目前2所已完工,2所正在建设: what became of them is not what they are
        if draft.naming.rules.contains(&"同单位的名词承上") && noun.len() > draft.naming.action.len() && noun.ends_with(&draft.naming.action)
        {
            noun.truncate(noun.len() - draft.naming.action.len());
        }
        // 新增学位目标6000个,已新增6480个: seats, not aims
        noun.retain(|word| !self.lexicon.roles.is("aimed", &word.text));
        self.rows += 1;
        self.memory.push(Named {
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
            thin: draft.naming.name.is_thin(self.lexicon),
        });
    }
}

/// Whether a quantity adds up over years: what was done or spent, not what there is.
fn is_flow(q: &Quantity, text: &str, clause: &Clause<'_>) -> bool {
    let stands = ["现有", "共有", "拥有", "达到", "保持", "稳定在"].iter().any(|word| text[clause.range()].contains(word));
    !stands && matches!(q.dimension, Some(Dimension::Person | Dimension::Visits | Dimension::Money | Dimension::Count | Dimension::Area))
}

/// How many rows or clauses around one are looked at for what goes with it.
pub(super) const NEAR: usize = 12;

/// 增长最快的是青山区(35.5%), 负增长的有青山区(-3.1%): how much it grew, of the place before the bracket.
fn of_a_place(q: &Quantity, it: &Clause<'_>, before: &str, clauses: &[Clause<'_>], clause: usize, quantities: &[Quantity], text: &str) -> bool {
    if !it.bracketed || !before.trim().is_empty() || clause == 0 || !matches!(q.dimension, Some(Dimension::Percent | Dimension::Point)) {
        return false;
    }
    // 居前三位的是甲市(14.2%)、乙区(11.7%)和丙县(9.9%): the words stand before the first
    let mut first = clause - 1;
    while first >= 2 && matches!(clauses[first].opened, '、' | ')') && !clauses[first].has_quantity() && clauses[first - 1].bracketed {
        first -= 2;
    }
    let range = clauses[first].range();
    let words = &text[range];
    // where one of them has a sign, all are growth
    let signs = |clause: &Clause<'_>| {
        clause.bracketed
            && clause.tokens.first().and_then(sentence::Token::quantity).is_some_and(|index| {
                let other = &quantities[index];
                other.dimension == q.dimension && (other.value < 0.0 || text[other.range.clone()].starts_with('+'))
            })
    };
    clauses[clause.saturating_sub(NEAR)..clauses.len().min(clause + NEAR)].iter().any(signs)
        || ["最快", "增长率", "增幅最", "增速最"].iter().any(|word| words.contains(word))
}

fn starts_with_to(clause: &Clause<'_>, lexicon: &Lexicon) -> bool {
    let words: String = clause.tokens.iter().take_while(|token| token.is_word()).map(|token| token.text).collect();
    lexicon
        .roles
        .at_start("increase", &words)
        .or_else(|| lexicon.roles.at_start("decrease", &words))
        .is_some_and(|verb| lexicon.roles.at_start("to", &words[verb.len()..]).is_some())
}

fn trimmed(text: &str, range: &Range<usize>) -> Range<usize> {
    let slice = &text[range.clone()];
    let start = range.start + (slice.len() - slice.trim_start().len());
    start..start + slice.trim().len()
}

fn verb_and_noun(name: &Name, lexicon: &Lexicon) -> (Vec<NameWord>, Vec<NameWord>) {
    let verbs = name
        .words
        .iter()
        .take_while(|word| {
            lexicon.indicators.get(&word.text).is_some_and(|form| form.part == crate::lexicon::Part::Action)
                || lexicon.roles.is("action_verb", &word.text)
        })
        .count();
    let verb = name.words[..verbs].to_vec();
    let noun = name.words[verbs..].to_vec();
    (verb, noun)
}
