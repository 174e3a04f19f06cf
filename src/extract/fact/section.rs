//! What headings and lines before a list say of what stands under them: plan or review, the year, the measure of a list.

use super::name::NameWord;
use super::period::{Time, Use};
use super::phrase;
use super::row::{Place, Reader};
use super::sentence::Clause;
use crate::extract::Passage;
use crate::model::Period;

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
