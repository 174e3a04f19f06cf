//! One flat match: what each command does to the state.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Command, Effect, Entry, FactChange, Item, Load, Loading, Notice, Outcome, PaneWish, SideTab, State, View, reading, walk};
use crate::model::{AddedFact, Edits, FactEdit, FactKey, Report, ReportEdit, ReportId};
use crate::text::Span;

/// How many recent files are kept.
const RECENT: usize = 12;

/// How many panes open by themselves for the first files, and for files opened later.
const PANES_AT_FIRST: usize = 3;
const PANES_LATER: usize = 2;

/// Carries out a command. Never fails; what it cannot do it leaves.
pub fn apply(state: &mut State, command: Command) -> Vec<Effect> {
    let mut effects = carry_out(state, command);
    effects.extend(reading::follow(state));
    effects
}

fn carry_out(state: &mut State, command: Command) -> Vec<Effect> {
    let view = &mut state.view;
    match command {
        Command::Open(paths) => return open(state, paths, false),
        Command::OpenSamples(paths) => return open(state, paths, true),
        Command::AskForFiles => return vec![Effect::AskForFiles],
        Command::AskForFolder => return vec![Effect::AskForFolder],
        Command::OfferPathField(purpose, text) => view.path_field = Some((purpose, text)),
        Command::ClosePathField => view.path_field = None,
        Command::WriteFigure(figure, path) => return vec![Effect::WriteFigure(figure, path)],
        Command::WriteRows(path) => return vec![Effect::WriteRows(path)],
        Command::WriteChecks(path) => return vec![Effect::WriteChecks(path)],
        Command::Loaded(outcome) => return loaded(state, outcome),
        Command::Expanded { folder, files, failures } => {
            state.entries.retain(|entry| entry.path != folder);
            for (path, failure) in failures {
                state.entries.push(Entry { path, loading: Loading::Failed(failure), sample: false, pane: PaneWish::None });
            }
            return open(state, files, false);
        }
        Command::CancelLoading => {
            state.entries.retain(|entry| !matches!(entry.loading, Loading::Waiting));
            return vec![Effect::CancelLoading];
        }
        Command::CloseReport(id) => close(state, |report| report.id == id),
        Command::CloseAll => {
            state.entries.clear();
            close(state, |_| true);
            return vec![Effect::CancelLoading];
        }
        Command::RemoveEntry(path) => {
            state.entries.retain(|entry| entry.path != path);
            close(state, |report| report.path == path);
        }
        Command::ClearRecent => {
            state.settings.recent.clear();
            return vec![Effect::SaveSettings];
        }
        Command::ShowPane(id) => show_pane(view, id),
        Command::ClosePane(index) => close_pane(view, index),
        Command::MovePane { from, to } => move_pane(view, from, to),
        Command::ActivatePane(index) => view.active_pane = index,
        Command::Select(item) => return select(state, item, false),
        Command::GoTo(id, span) => return go_to(state, id, span),
        Command::Traced { key, document, trace } => reading::answered(view, &key, &document, trace),
        Command::ClearSelection => {
            view.selection = None;
            view.cluster = None;
        }
        Command::ChooseCluster(cluster) => return choose_cluster(state, &cluster),
        Command::NextMention => return step(state, true),
        Command::PreviousMention => return step(state, false),
        Command::NextUnread => return next_unread(state),
        Command::SetTab(tab) => {
            view.tab = tab;
            view.side_is_folded = false;
            view.side_is_wanted = true;
        }
        Command::SetLayers(layers) => {
            state.settings.layers = layers;
            return vec![Effect::SaveSettings];
        }
        Command::SetLibraryFilter(text) => view.library_filter = text,
        Command::SetInitiativeFilter(text) => view.initiative_filter = text,
        Command::SetOnlyShared(on) => view.only_shared = on,
        Command::SetNumberText(text) => view.numbers.text = text,
        Command::SetNumberStatus(status) => view.numbers.status = status,
        Command::HideComputed(on) => view.numbers.hide_computed = on,
        Command::SetPlotComputed(on) => view.plot.computed = on,
        Command::SetOnlyFailures(on) => view.only_failures = on,
        Command::SetOnlyDoubtful(on) => view.numbers.only_doubtful = on,
        Command::SortNumbers(column) => {
            view.numbers.descending = view.numbers.sort == column && !view.numbers.descending;
            view.numbers.sort = column;
        }
        Command::SetIndicatorFilter(text) => view.indicator_filter = text,
        Command::ChooseIndicator(key) => {
            view.plot.indicator = Some(key);
            view.plot.beside.clear();
            view.plot.hidden_places.clear();
            view.plot_is_folded = false;
        }
        Command::ToggleBeside(key) => {
            let beside = &mut view.plot.beside;
            match beside.iter().position(|it| *it == key) {
                Some(at) => drop(beside.remove(at)),
                None => beside.push(key),
            }
            view.plot_is_folded = false;
        }
        Command::SetPlotForm(form) => view.plot.form = form,
        Command::TogglePlotPlace(place) => {
            if !view.plot.hidden_places.remove(&place) {
                view.plot.hidden_places.insert(place);
            }
        }
        Command::FoldLibrary(on) => view.library_is_folded = on,
        Command::FoldSide(on) => {
            view.side_is_folded = on;
            view.side_is_wanted = !on;
        }
        Command::FoldPlot(on) => {
            view.plot_is_folded = on;
            view.plot_is_wanted = !on;
        }
        Command::ResetLayout => {
            view.library_is_folded = false;
            view.side_is_folded = false;
            view.plot_is_folded = false;
            view.side_is_wanted = false;
            view.plot_is_wanted = false;
        }
        Command::ShowAbout(on) => view.about_is_open = on,
        Command::ShowKeys(on) => view.keys_are_open = on,
        // a row by hand is changed in the form that made it
        Command::StartCorrecting(Some(key)) if state.edits.added.contains_key(&key) => view.adding = Some(key),
        Command::StartCorrecting(key) => view.correcting = key,
        Command::StartAdding(key) => view.adding = key,
        Command::AddFact(key, fact) => return add_fact(state, key, fact),
        Command::RemoveAdded(key) => return remove_added(state, &key),
        Command::ChangeFact(key, change) => return change_fact(state, &key, change),
        Command::ShowProperties(id) => view.properties = id,
        Command::ChangeReport(id, edit) => return change_report(state, &id, edit),
        Command::Undo => return travel(state, true),
        Command::Redo => return travel(state, false),
        Command::SetLanguage(language) => {
            state.settings.language = Some(language);
            return vec![Effect::SaveSettings];
        }
        Command::SetTheme(theme) => {
            state.settings.theme = theme;
            return vec![Effect::SaveSettings];
        }
        Command::Zoom(factor) => {
            state.settings.zoom = if factor == 0.0 { 1.0 } else { (state.settings.zoom * factor).clamp(0.6, 2.5) };
            return vec![Effect::SaveSettings];
        }
        Command::AskToExportFigure(figure) => return vec![Effect::AskToExportFigure(figure)],
        Command::AskToExportChecks => return vec![Effect::AskToExportChecks],
        Command::AskToExportRows => return vec![Effect::AskToExportRows],
        Command::Copy(text) => return vec![Effect::Copy(text)],
        Command::Notify(notice) => view.notices.push(notice),
        Command::DismissNotice(index) => {
            if index < view.notices.len() {
                view.notices.remove(index);
            }
        }
        Command::Quit => return vec![Effect::Quit],
    }
    Vec::new()
}

/// Puts files into the library that are not there yet; those that failed are tried again.
fn open(state: &mut State, paths: Vec<PathBuf>, sample: bool) -> Vec<Effect> {
    let mut loads = Vec::new();
    let is_first = state.entries.iter().all(|entry| entry.sample || matches!(entry.loading, Loading::Failed(_)));
    let (mut panes, wish) = if is_first { (PANES_AT_FIRST, PaneWish::Beside) } else { (PANES_LATER, PaneWish::Active) };
    for path in paths {
        state.entries.retain(|entry| entry.path != path || !matches!(entry.loading, Loading::Failed(_)));
        if let Some(known) = state.entries.iter().find(|entry| entry.path == path) {
            if let Some(report) = known.report() {
                let id = report.id.clone();
                show_pane(&mut state.view, id);
            }
            continue;
        }
        state.entries.push(Entry { path: path.clone(), loading: Loading::Waiting, sample, pane: if panes > 0 { wish } else { PaneWish::None } });
        panes = panes.saturating_sub(1);
        loads.push(Load { path, sample, edit: None });
    }
    if loads.is_empty() { Vec::new() } else { vec![Effect::Load(loads)] }
}

fn loaded(state: &mut State, outcome: Outcome) -> Vec<Effect> {
    let report = match outcome.result {
        Err(failure) => {
            let waiting = state.entries.iter_mut().find(|entry| entry.path == outcome.path && entry.report().is_none());
            match waiting {
                Some(entry) => {
                    entry.loading = Loading::Failed(failure);
                    let wish = std::mem::take(&mut entry.pane);
                    pass_pane_on(state, wish);
                    give_slots(state);
                }
                // a report read anew: the old one stays
                None => state.view.notices.push(Notice { code: failure.code, values: failure.values, is_error: true }),
            }
            return Vec::new();
        }
        Ok(report) => report,
    };
    let Some(index) = state.entries.iter().position(|entry| entry.path == outcome.path) else {
        return Vec::new(); // cancelled or closed meanwhile
    };
    // the same content under another path is one report
    let twin = state.entries.iter().position(|entry| entry.path != outcome.path && entry.report().is_some_and(|other| other.id == report.id));
    if let Some(twin) = twin {
        let name = report.file_name();
        let other = state.entries[twin].report().map(|it| it.file_name()).unwrap_or_default();
        let wish = state.entries.remove(index).pane;
        pass_pane_on(state, wish);
        state.view.notices.push(Notice::new("notice-twin", &[("name", &name), ("other", &other)], false));
        return Vec::new();
    }
    let is_new = state.entries[index].report().is_none();
    let is_sample = state.entries[index].sample;
    if !is_sample {
        close_samples(state);
    }
    let Some(index) = state.entries.iter().position(|entry| entry.path == outcome.path) else { return Vec::new() };
    let id = report.id.clone();
    state.entries[index].loading = Loading::Ready(report);
    state.revision += 1;
    give_slots(state);
    let wish = std::mem::take(&mut state.entries[index].pane);
    add_pane(state, id, wish);
    if is_sample || !is_new {
        return vec![Effect::SaveSettings];
    }
    state.settings.recent.retain(|path| *path != outcome.path);
    state.settings.recent.insert(0, outcome.path);
    state.settings.recent.truncate(RECENT);
    vec![Effect::SaveSettings]
}

/// Gives places their slots in the library's order, not in the order in which files happen to be read: those behind a file
/// that is still waiting wait too.
fn give_slots(state: &mut State) {
    for entry in &state.entries {
        match &entry.loading {
            Loading::Waiting => break,
            Loading::Failed(_) => {}
            Loading::Ready(report) => {
                let Some(path) = report.document.meta.place_path() else { continue };
                if !state.slots.contains_key(path) {
                    let free = (0..=state.slots.len()).find(|slot| !state.slots.values().any(|taken| taken == slot)).unwrap_or_default();
                    state.slots.insert(path.to_owned(), free);
                }
            }
        }
    }
}

/// The samples make room for a person's own files.
fn close_samples(state: &mut State) {
    let before = state.entries.len();
    state.entries.retain(|entry| !entry.sample);
    if state.entries.len() < before {
        close(state, |_| false);
        state.view.notices.push(Notice::new("notice-samples-closed", &[], false));
    }
}

/// The next file that has no pane gets the one that another gave up.
fn pass_pane_on(state: &mut State, wish: PaneWish) {
    let panes = state.view.panes.clone();
    let next = state.entries.iter_mut().find(|entry| match &entry.loading {
        Loading::Waiting => entry.pane == PaneWish::None,
        Loading::Ready(report) => !panes.contains(&report.id),
        Loading::Failed(_) => false,
    });
    let Some(next) = next.filter(|_| wish != PaneWish::None) else { return };
    match &next.loading {
        Loading::Ready(report) => {
            let id = report.id.clone();
            add_pane(state, id, wish);
        }
        _ => next.pane = wish,
    }
}

/// Opens a pane by itself, in the library's order.
fn add_pane(state: &mut State, id: ReportId, wish: PaneWish) {
    if wish == PaneWish::None || state.view.panes.contains(&id) {
        return;
    }
    let order: Vec<ReportId> = state.entries.iter().filter_map(|entry| entry.report().map(|report| report.id.clone())).collect();
    let rank = |id: &ReportId| order.iter().position(|it| it == id);
    let at = state.view.panes.partition_point(|it| rank(it) < rank(&id));
    state.view.panes.insert(at, id);
    if wish == PaneWish::Active {
        state.view.active_pane = at;
    }
}

fn close(state: &mut State, which: impl Fn(&Report) -> bool) {
    state.entries.retain(|entry| !entry.report().is_some_and(|report| which(report)));
    let open: Vec<Arc<Report>> = state.reports();
    let is_open = |id: &ReportId| open.iter().any(|report| report.id == *id);
    let view = &mut state.view;
    view.panes.retain(is_open);
    view.active_pane = view.active_pane.min(view.panes.len().saturating_sub(1));
    view.selection.take_if(|item| !is_open(item.report()));
    view.properties.take_if(|id| !is_open(id));
    view.correcting.take_if(|key| !is_open(&key.report));
    view.adding.take_if(|key| !is_open(&key.report));
    view.cluster.take_if(|cluster| !open.iter().any(|report| report.document.initiatives.iter().any(|it| it.cluster == *cluster)));
    state.slots.retain(|place, _| open.iter().any(|report| report.document.meta.place_path() == Some(place)));
    state.revision += 1;
}

fn show_pane(view: &mut View, id: ReportId) {
    if let Some(index) = view.panes.iter().position(|it| *it == id) {
        view.active_pane = index;
    } else {
        view.panes.push(id);
        view.active_pane = view.panes.len() - 1;
    }
}

fn close_pane(view: &mut View, index: usize) {
    if index < view.panes.len() {
        view.panes.remove(index);
    }
    view.active_pane = view.active_pane.min(view.panes.len().saturating_sub(1));
}

fn move_pane(view: &mut View, from: usize, to: usize) {
    if from < view.panes.len() && to < view.panes.len() {
        let id = view.panes.remove(from);
        view.panes.insert(to, id);
        view.active_pane = to;
    }
}

/// Selects a thing and brings it into view; opens its report's pane where that is closed.
fn select(state: &mut State, item: Item, keep_cluster: bool) -> Vec<Effect> {
    let Some(report) = state.report(item.report()).cloned() else { return Vec::new() };
    let span = match &item {
        Item::Mention { initiative, mention, .. } => {
            let Some(it) = report.document.initiatives.get(*initiative) else { return Vec::new() };
            let Some(&span) = it.mentions.get(*mention) else { return Vec::new() };
            if !keep_cluster {
                state.view.cluster = Some(it.cluster.clone());
            }
            span
        }
        Item::Fact(key) => {
            state.view.cluster = None;
            key.span
        }
        Item::LeftOut { span, .. } => {
            state.view.cluster = None;
            *span
        }
    };
    show_pane(&mut state.view, report.id.clone());
    if state.view.tab == SideTab::Initiatives && matches!(item, Item::Fact(_)) {
        state.view.tab = SideTab::Numbers;
    }
    if matches!(item, Item::LeftOut { .. }) {
        state.view.tab = SideTab::Details;
    }
    state.view.selection = Some(item);
    vec![Effect::ScrollTo { report: report.id.clone(), span }]
}

fn go_to(state: &mut State, report: ReportId, span: Span) -> Vec<Effect> {
    if state.report(&report).is_none() {
        return Vec::new();
    }
    show_pane(&mut state.view, report.clone());
    vec![Effect::ScrollTo { report, span }]
}

/// Chooses a cluster: every open pane goes to its first mention there, or to the next one when it is chosen again.
fn choose_cluster(state: &mut State, cluster: &str) -> Vec<Effect> {
    let again = state.view.cluster.as_deref() == Some(cluster);
    state.view.cluster = Some(cluster.to_owned());
    let all: Vec<_> = walk::mentions(state)
        .into_iter()
        .filter(|mention| state.report(&mention.report).is_some_and(|report| report.document.initiatives[mention.initiative].cluster == cluster))
        .collect();
    if all.is_empty() {
        // no open pane has it: open the first report that has
        let found = state.reports().into_iter().find_map(|report| {
            let initiative = report.document.initiatives.iter().position(|it| it.cluster == cluster)?;
            Some(Item::Mention { report: report.id.clone(), initiative, mention: 0 })
        });
        return found.map_or_else(Vec::new, |item| select(state, item, true));
    }
    if again {
        let here = all.iter().position(|mention| Some(mention.item()) == state.view.selection);
        let next = all[here.map_or(0, |at| (at + 1) % all.len())].item();
        return select(state, next, true);
    }
    let mut effects = Vec::new();
    for pane in state.view.panes.clone() {
        if let Some(mention) = all.iter().find(|mention| mention.report == pane) {
            effects.push(Effect::ScrollTo { report: pane, span: mention.span });
        }
    }
    let active = state.view.panes.get(state.view.active_pane);
    let first = all.iter().find(|mention| Some(&mention.report) == active).unwrap_or(&all[0]).item();
    state.view.selection = Some(first);
    effects
}

fn step(state: &mut State, forward: bool) -> Vec<Effect> {
    walk::step(state, forward).map_or_else(Vec::new, |mention| select(state, mention.item(), false))
}

/// The next numeral that was not understood, pane by pane, marked with its like.
fn next_unread(state: &mut State) -> Vec<Effect> {
    let Some(item) = walk::unread(state) else {
        state.view.notices.push(Notice::new("notice-none-unread", &[], false));
        return Vec::new();
    };
    let mut effects = select(state, item, false);
    if !state.settings.layers.left_out {
        state.settings.layers.left_out = true;
        effects.push(Effect::SaveSettings);
    }
    effects
}

fn change_fact(state: &mut State, key: &FactKey, change: FactChange) -> Vec<Effect> {
    let before = state.edits.clone();
    let edit = state.edits.facts.entry(key.clone()).or_default();
    let label = match change {
        FactChange::Strike => {
            edit.struck = true;
            "undo-strike"
        }
        FactChange::Restore => {
            edit.struck = false;
            "undo-restore"
        }
        FactChange::Correct(new) => {
            *edit = FactEdit { struck: edit.struck, ..new };
            "undo-correct"
        }
        FactChange::Reset => {
            *edit = FactEdit::default();
            "undo-reset"
        }
    };
    if edit.is_empty() {
        state.edits.facts.remove(key);
    }
    remember(state, label, before)
}

/// The numeral is chosen as the row it has become.
fn add_fact(state: &mut State, key: FactKey, fact: AddedFact) -> Vec<Effect> {
    let before = state.edits.clone();
    let label = if state.edits.added.insert(key.clone(), fact).is_some() { "undo-correct" } else { "undo-add" };
    state.view.selection = Some(Item::Fact(key));
    remember(state, label, before)
}

/// The row is a left-out numeral again.
fn remove_added(state: &mut State, key: &FactKey) -> Vec<Effect> {
    let before = state.edits.clone();
    state.edits.added.remove(key);
    state.edits.facts.remove(key);
    if state.view.selection == Some(Item::Fact(key.clone())) {
        state.view.selection = Some(Item::LeftOut { report: key.report.clone(), span: key.span });
    }
    remember(state, "undo-remove-added", before)
}

fn change_report(state: &mut State, id: &ReportId, edit: ReportEdit) -> Vec<Effect> {
    let before = state.edits.clone();
    if edit == ReportEdit::default() {
        state.edits.reports.remove(id);
    } else {
        state.edits.reports.insert(id.clone(), edit);
    }
    remember(state, "undo-properties", before)
}

fn travel(state: &mut State, back: bool) -> Vec<Effect> {
    let before = state.edits.clone();
    let moved = if back { state.history.undo(&mut state.edits) } else { state.history.redo(&mut state.edits) };
    if moved { settle(state, &before) } else { Vec::new() }
}

fn remember(state: &mut State, label: &'static str, before: Edits) -> Vec<Effect> {
    if state.edits == before {
        return Vec::new();
    }
    let effects = settle(state, &before);
    state.history.push(label, before);
    effects
}

/// After a change of corrections: keep them, and read those reports anew of which a person said something.
fn settle(state: &mut State, before: &Edits) -> Vec<Effect> {
    state.revision += 1;
    let loads: Vec<Load> = state
        .entries
        .iter()
        .filter_map(|entry| {
            let id = &entry.report()?.id;
            let (old, new) = (before.reports.get(id), state.edits.reports.get(id));
            (old != new).then(|| Load { path: entry.path.clone(), sample: entry.sample, edit: Some(new.cloned().unwrap_or_default()) })
        })
        .collect();
    let mut effects = vec![Effect::SaveEdits];
    if !loads.is_empty() {
        effects.push(Effect::Load(loads));
    }
    effects
}

#[cfg(test)]
mod tests;
