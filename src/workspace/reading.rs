//! How the selected fact came about: asked for when the details show it, kept for it alone, forgotten with it.

use std::sync::Arc;

use super::{Effect, Item, Reading, SideTab, State, Tree, View};
use crate::model::{Document, FactKey, Trace};

/// After each command: forgets the answer for what is selected no longer, or in a report that was read anew, and asks for that
/// of what the details show now. Only of facts that were extracted: rows by hand and computed ones were not read.
pub(super) fn follow(state: &mut State) -> Option<Effect> {
    let selected = match &state.view.selection {
        Some(Item::Fact(key)) => state.report(&key.report).map(|report| (key.clone(), report.document.clone())),
        _ => None,
    };
    let selected = selected.filter(|(key, document)| document.fact_index(key).is_some());
    state.view.reading.take_if(|it| !selected.as_ref().is_some_and(|(key, document)| is_of(it, key, document)));
    if state.view.reading.is_some() || state.view.tab != SideTab::Details {
        return None;
    }
    let (key, document) = selected?;
    state.view.reading = Some(Reading { key: key.clone(), document, tree: Tree::Waiting });
    Some(Effect::Trace(key))
}

/// Takes in an answer, unless something else is asked for by now.
pub(super) fn answered(view: &mut View, key: &FactKey, document: &Arc<Document>, trace: Option<Arc<Trace>>) {
    if let Some(reading) = view.reading.as_mut().filter(|it| is_of(it, key, document)) {
        reading.tree = trace.map_or(Tree::None, Tree::Known);
    }
}

fn is_of(reading: &Reading, key: &FactKey, document: &Arc<Document>) -> bool {
    reading.key == *key && Arc::ptr_eq(&reading.document, document)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::model::{Hints, Report, ReportId};
    use crate::text::{Source, Span};
    use crate::workspace::{Command, Outcome, apply};

    fn load(state: &mut State) -> Arc<Document> {
        let text = "甲市2021年教育工作总结\n2021年，全市新建公办幼儿园5所，培训教师300人。\n";
        let document = Arc::new(crate::extract::extract(Source::new(text), &Hints::default(), &Lexicon::builtin()));
        let report = Report { id: ReportId("甲".into()), path: "甲.txt".into(), encoding: "UTF-8".to_owned(), document: document.clone() };
        apply(state, Command::Open(vec!["甲.txt".into()]));
        apply(state, Command::Loaded(Outcome { path: "甲.txt".into(), result: Ok(Arc::new(report)) }));
        document
    }

    fn key(document: &Document, index: usize) -> FactKey {
        FactKey { report: ReportId("甲".into()), span: document.facts[index].span, rank: 0 }
    }

    /// The key that is asked about by the command, if one is.
    fn asked(state: &mut State, command: Command) -> Option<FactKey> {
        apply(state, command).into_iter().find_map(|effect| if let Effect::Trace(key) = effect { Some(key) } else { None })
    }

    #[test]
    fn the_tree_is_asked_for_once_and_goes_with_the_selection() {
        let mut state = State::default();
        let document = load(&mut state);
        let [first, second] = [0, 1].map(|index| key(&document, index));
        let select = |key: &FactKey| Command::Select(Item::Fact(key.clone()));
        let trace = Arc::new(Trace::new("explain-fact"));
        let answer =
            |key: &FactKey, document: &Arc<Document>| Command::Traced { key: key.clone(), document: document.clone(), trace: Some(trace.clone()) };
        let is_known = |state: &State| matches!(&state.view.reading, Some(Reading { tree: Tree::Known(_), .. }));
        assert_eq!(asked(&mut state, select(&first)), None, "nobody looks at the details");
        assert_eq!(asked(&mut state, Command::SetTab(SideTab::Details)), Some(first.clone()));
        assert_eq!(asked(&mut state, select(&first)), None, "it is asked for already");
        assert_eq!(asked(&mut state, select(&second)), Some(second.clone()));
        apply(&mut state, answer(&first, &document));
        assert!(!is_known(&state), "too late an answer is none");
        apply(&mut state, answer(&second, &document));
        assert!(is_known(&state));
        assert_eq!(asked(&mut state, Command::SetTab(SideTab::Numbers)), None);
        assert_eq!(asked(&mut state, Command::SetTab(SideTab::Details)), None);
        assert!(is_known(&state), "kept for the selected row");
        let again = load_again(&mut state);
        assert!(!is_known(&state), "another reading of the report");
        apply(&mut state, answer(&second, &document));
        assert!(!is_known(&state), "an answer of the old reading");
        apply(&mut state, answer(&second, &again));
        assert!(is_known(&state));
        for command in [Command::ClearSelection, Command::Select(Item::LeftOut { report: ReportId("甲".into()), span: Span::new(0, 3) })] {
            assert_eq!(asked(&mut state, command), None);
            assert!(state.view.reading.is_none());
        }
        apply(&mut state, select(&first));
        apply(&mut state, Command::CloseAll);
        assert!(state.view.reading.is_none());
    }

    /// Reads the report anew.
    fn load_again(state: &mut State) -> Arc<Document> {
        let report = state.reports()[0].clone();
        let document = Arc::new(Document::clone(&report.document));
        let anew = Report { id: report.id.clone(), path: report.path.clone(), encoding: report.encoding.clone(), document: document.clone() };
        apply(state, Command::Loaded(Outcome { path: report.path.clone(), result: Ok(Arc::new(anew)) }));
        document
    }

    #[test]
    fn rows_that_were_not_read_are_not_asked_about() {
        let mut state = State::default();
        let document = load(&mut state);
        apply(&mut state, Command::SetTab(SideTab::Details));
        for rank in [FactKey::ADDED, FactKey::COMPUTED, 1] {
            let key = FactKey { rank, ..key(&document, 0) };
            assert_eq!(asked(&mut state, Command::Select(Item::Fact(key))), None, "{rank}");
            assert!(state.view.reading.is_none());
        }
    }
}
