//! Scripts of commands and the state after them. No window, no disk, no thread.

use super::*;
use crate::model::{Document, Outline, ReportKind, ReportMeta, SourceQuality};
use crate::text::Source;
use crate::workspace::Failure;

/// A report whose content is its name.
fn report(path: &str) -> Arc<Report> {
    let meta = ReportMeta {
        title: path.to_owned(),
        title_span: None,
        place: None,
        year: None,
        kind: ReportKind::Review,
        published: None,
        quality: SourceQuality::Unknown,
        publisher: None,
        sample: false,
    };
    let source = Source::new(path);
    let document = Document {
        source,
        meta,
        outline: Outline::default(),
        facts: vec![],
        initiatives: vec![],
        not_captured: vec![],
        diagnostics: vec![],
        checks: vec![],
        derived: vec![],
    };
    Arc::new(Report { id: ReportId(path.into()), path: path.into(), encoding: "UTF-8".to_owned(), document: Arc::new(document) })
}

fn ready(state: &mut State, path: &str) {
    let report = report(path);
    apply(state, Command::Loaded(Outcome { path: path.into(), result: Ok(report) }));
}

fn failed(state: &mut State, path: &str) {
    let failure = Failure { code: "load-error-empty".to_owned(), values: Vec::new() };
    apply(state, Command::Loaded(Outcome { path: path.into(), result: Err(failure) }));
}

fn panes(state: &State) -> Vec<String> {
    state.view.panes.iter().map(|id| state.report(id).unwrap().file_name()).collect()
}

fn opened(paths: &[&str]) -> State {
    let mut state = State::default();
    apply(&mut state, Command::Open(paths.iter().map(PathBuf::from).collect()));
    state
}

#[test]
fn the_first_three_files_get_panes_in_whatever_order_they_come() {
    let mut state = opened(&["a", "b", "c", "d"]);
    for path in ["d", "c", "a", "b"] {
        ready(&mut state, path);
    }
    assert_eq!(panes(&state), ["a", "b", "c"]);
}

#[test]
fn a_file_that_fails_gives_its_pane_to_the_next() {
    let mut state = opened(&["a", "b", "c", "d"]);
    ready(&mut state, "d");
    failed(&mut state, "b");
    ready(&mut state, "a");
    ready(&mut state, "c");
    assert_eq!(panes(&state), ["a", "c", "d"]);
}

#[test]
fn the_same_file_opened_twice_is_one_report() {
    let mut state = opened(&["a", "b"]);
    ready(&mut state, "a");
    assert!(apply(&mut state, Command::Open(vec!["a".into()])).is_empty());
    assert_eq!(state.entries.len(), 2);
}

#[test]
fn closing_a_report_takes_its_pane_and_selection() {
    let mut state = opened(&["a", "b"]);
    ready(&mut state, "a");
    ready(&mut state, "b");
    let id = state.view.panes[0].clone();
    let key = FactKey { report: id.clone(), span: crate::text::Span::new(0, 3), rank: 0 };
    apply(&mut state, Command::Select(Item::Fact(key)));
    apply(&mut state, Command::CloseReport(id));
    assert_eq!(panes(&state), ["b"]);
    assert_eq!(state.view.selection, None);
}

#[test]
fn undo_gives_back_what_was_and_redo_what_became() {
    let mut state = opened(&["a"]);
    ready(&mut state, "a");
    let key = FactKey { report: state.view.panes[0].clone(), span: crate::text::Span::new(0, 3), rank: 0 };
    let before = state.edits.clone();
    assert_eq!(apply(&mut state, Command::ChangeFact(key.clone(), FactChange::Strike)), [Effect::SaveEdits]);
    assert_eq!(state.history.undo_label(), Some("undo-strike"));
    let after = state.edits.clone();
    apply(&mut state, Command::Undo);
    assert_eq!(state.edits, before);
    apply(&mut state, Command::Redo);
    assert_eq!(state.edits, after);
    assert!(apply(&mut state, Command::Redo).is_empty(), "nothing more to do again");
    apply(&mut state, Command::ChangeFact(key, FactChange::Restore));
    assert_eq!(state.edits, before, "restoring leaves no empty correction behind");
}

#[test]
fn a_corrected_place_reads_the_report_anew() {
    let mut state = opened(&["a"]);
    ready(&mut state, "a");
    let id = state.view.panes[0].clone();
    let edit = ReportEdit { year: Some(2019), ..ReportEdit::default() };
    let effects = apply(&mut state, Command::ChangeReport(id, edit.clone()));
    assert_eq!(effects, [Effect::SaveEdits, Effect::Load(vec![Load { path: "a".into(), sample: false, edit: Some(edit) }])]);
}

#[test]
fn a_file_opened_beside_others_gets_the_active_pane() {
    let mut state = opened(&["a", "b", "c"]);
    for path in ["a", "b", "c"] {
        ready(&mut state, path);
    }
    apply(&mut state, Command::Open(vec!["d".into()]));
    ready(&mut state, "d");
    assert_eq!(panes(&state), ["a", "b", "c", "d"]);
    assert_eq!(state.view.active_pane, 3);
}

#[test]
fn samples_make_room_for_files_and_say_so() {
    let mut state = State::default();
    apply(&mut state, Command::OpenSamples(vec!["s".into()]));
    ready(&mut state, "s");
    apply(&mut state, Command::Open(vec!["a".into()]));
    ready(&mut state, "a");
    assert_eq!(panes(&state), ["a"]);
    assert_eq!(state.view.notices.len(), 1);
}
