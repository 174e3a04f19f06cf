//! A draft as a fact: its name printed, its key, its unit where none is written, and how sure it is.

use super::name::Name;
use super::row::{Draft, Reader};
use super::scan::Quantity;
use super::sentence::Clause;
use super::{confidence, series, several, whereabouts};
use crate::extract::Passage;
use crate::lexicon::{Dimension, Lexicon, Part};
use crate::model::{Fact, Inferred, Kind, Origin, Qualifier, Status};
use crate::text::Span;

impl Reader<'_> {
    pub(super) fn print(
        &self,
        passage: &Passage,
        clause: &Clause<'_>,
        draft: &Draft,
        quantities: &[Quantity],
        sentence: Span,
        place: &whereabouts::Where,
    ) -> Vec<Fact> {
        let q = &quantities[draft.quantity];
        let span = passage.view.back(q.range.clone());
        // spans of times are kept in the view until here
        let period = draft.period.clone().map(|it| match it.origin {
            Origin::Stated(at) => Inferred::new(it.value, Origin::Stated(passage.view.back(at.range()))),
            _ => it,
        });
        let mut out = Vec::new();
        for name in several::several(&draft.naming.name, clause, draft.token, self.lexicon) {
            let (indicator, shortened) = name.print(self.lexicon);
            if indicator.is_empty() {
                continue;
            }
            let level_unit = match q.dimension {
                Some(Dimension::Point) => Some("%"),
                // how much it grew says nothing of what it is counted in
                Some(Dimension::Percent | Dimension::Times) if draft.kind == Kind::Change => None,
                _ => draft.unit.as_deref(),
            };
            // 在40所中小学校开展…: how many took part, not how many there are
            let object = draft.naming.rules.contains(&"介词的宾语");
            let series = series::key(&name.whole(self.lexicon), level_unit, self.lexicon).filter(|_| !object);
            let unit = draft.unit.clone().or_else(|| inferred_unit(&indicator, q.value, self.lexicon));
            let mut rules: Vec<String> = draft.naming.rules.iter().map(|rule| (*rule).to_owned()).collect();
            if series.is_some() {
                rules.push("词典成键".into());
            }
            let evidence = confidence::Evidence {
                doubt: draft.naming.doubt,
                shortened,
                name: &indicator,
                says_little: name.says_little(self.lexicon),
                has_unit: q.unit.is_some(),
                mended: q.mended,
                distance: q.dimension == Some(Dimension::Point) && draft.kind == Kind::Level,
                last_year: !draft.naming.rules.contains(&"由A到B的A")
                    && matches!(draft.period.as_ref().map(|it| it.origin), Some(Origin::Stated(at)) if &passage.view.text()[at.range()] == "去年"),
                has_series: series.is_some(),
                period: period.as_ref(),
                mixed_status: draft.mixed_status,
                untold: self.is_untold(draft, &name, passage.view.text(), clause),
                rules: &draft.naming.rules,
            };
            let confidence = confidence::of(&evidence);
            if let Some(watch) = &self.watch {
                watch.doubts(span, &name, &evidence);
            }
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
                place: place.place.clone(),
                subject: place.subject.clone(),
                confidence,
                rules,
            });
        }
        out
    }

    /// Whether a deed is taken for done although no word says so, in a report that plans as well.
    fn is_untold(&self, draft: &Draft, name: &Name, text: &str, clause: &Clause<'_>) -> bool {
        let deed = name.words.iter().any(|word| lexicon_action(&word.text, self.lexicon) || self.lexicon.roles.is("carried", &word.text));
        let range = clause.range();
        // no further back than a sentence of prose may begin
        let near = text.floor_char_boundary(range.start.saturating_sub(600));
        let from = text[near..range.start].rfind('。').map_or(near, |at| near + at + '。'.len_utf8());
        // 占比达到55%以上: a bound is seldom what was reached
        let bound = matches!(draft.qualifier, Qualifier::AtLeast | Qualifier::AtMost);
        (deed || bound)
            && draft.status == Status::Actual
            && draft.kind == Kind::Level
            && (self.meta.kind != crate::model::ReportKind::Review || bound)
            && !self.lexicon.roles.any("actual", &text[from..range.end])
    }
}

fn inferred_unit(indicator: &str, value: f64, lexicon: &Lexicon) -> Option<String> {
    // 专项资金1611万: money without 元
    if value >= 10_000.0 && lexicon.roles.at_end("money_end", indicator).is_some() {
        return Some("元".into());
    }
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

fn lexicon_action(word: &str, lexicon: &Lexicon) -> bool {
    lexicon.indicators.get(word).is_some_and(|form| form.part == Part::Action)
}
