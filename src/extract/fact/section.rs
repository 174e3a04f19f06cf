//! What headings and lines before a list say of what stands under them: plan or review, the year, the measure of a list.

use super::name::NameWord;
use super::period::{Time, Use};
use super::phrase;
use super::row::{Place, Reader};
use super::sentence::Clause;
use crate::extract::Passage;
use crate::extract::outline::marker;
use crate::model::{Inferred, Origin, Period};

impl Reader<'_> {
    /// A short line before a list that says whether plans follow, and of which year: 2022年工作打算: headings are the outline's
    /// matter, and end what such a line said.
    pub(super) fn section(&mut self, passage: &Passage, times: &[Time], place: &Place<'_>) {
        let text = passage.view.text();
        if place.title {
            self.section = None;
            return;
        }
        if text.chars().count() > 25 || !text.ends_with([':', '：']) {
            return;
        }
        let ahead = self.lexicon.roles.any("section_ahead", text);
        let back = self.lexicon.roles.any("section_back", text);
        let year = times
            .iter()
            .find(|time| time.role == Use::Point)
            .and_then(|time| Some((Period::year(time.period?.end_year()), passage.view.back(time.range.clone()))));
        let near = year.filter(|(period, _)| self.year().is_none_or(|own| (period.end_year() - own).abs() <= 1));
        if ahead || back {
            self.section = Some((ahead && !back, near));
        }
    }

    /// A line that is the name of a place inside the report's and nothing else, such as 泽州县 above its own numbers.
    pub(super) fn place_line(&mut self, passage: &Passage, place: &Place<'_>) {
        let text = passage.view.text();
        let name = marker::read(text, |_| false).map_or(text, |marker| &text[marker.len..]).trim().trim_end_matches([':', '：', '。']);
        let scope = self.meta.place.as_ref().map(|place| &place.value);
        let named = if name.chars().count() <= 12 { self.lexicon.places.find(name, scope) } else { Vec::new() };
        let whole = named
            .into_iter()
            .find(|(range, found)| *range == (0..name.len()) && scope.is_some_and(|scope| scope.covers(found) && scope.path != found.path));
        if let Some((range, found)) = whole {
            let start = text.find(name).unwrap_or(0);
            self.placed = Some(Inferred::new(found, Origin::FromHeading(passage.view.back(start + range.start..start + range.end))));
        } else if place.title {
            self.placed = None;
        }
    }

    /// A heading or fragment that names one level of schooling and nothing else: what follows is about it.
    pub(super) fn topic(&mut self, clauses: &[Clause<'_>], place: &Place<'_>) {
        if clauses.iter().any(Clause::has_quantity) || !place.title && clauses.len() > 2 {
            return;
        }
        let words: Vec<NameWord> = clauses.iter().flat_map(|clause| phrase::words(&clause.tokens, true, self.lexicon)).collect();
        let is_topic = |word: &&NameWord| super::name::is_topic(&word.text, self.lexicon);
        let topics = words.iter().filter(is_topic).count();
        let rest: usize = words.iter().filter(|word| !is_topic(word)).filter(|word| !self.lexicon.roles.is("heading_filler", &word.text)).count();
        if let (1, 0, Some(topic)) = (topics, rest, words.iter().find(is_topic)) {
            self.memory.topic = Some((topic.clone(), self.sentence, place.title));
        } else if place.title {
            self.memory.topic = None;
        }
    }

    /// A sentence or heading that names a measure for the list behind it.
    pub(super) fn list_head(&mut self, clauses: &[Clause<'_>], place: &Place<'_>) {
        let Some(last) = clauses.last() else { return };
        let whole = clauses.iter().all(|clause| !clause.has_quantity());
        if !whole {
            return;
        }
        let mut tokens = phrase::strip_left(&last.tokens, self.lexicon);
        while let Some(tail) = tokens.last()
            && (matches!(tail.text, "情况" | "如下" | "为" | "增长" | "变化" | "分别" | "执行" | "统计" | "表" | "是" | "具体" | "有关")
                || !tail.is_word())
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
            self.memory.list_head =
                Some(measure.into_iter().filter(|word| !matches!(word.text.as_str(), "各级" | "各级各类" | "教育" | "分")).collect());
        }
    }
}
