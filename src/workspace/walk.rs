//! The way through the highlighted initiatives: report by report as the panes stand, each in reading order.

use super::{Item, State};
use crate::model::{FactKey, Reason, ReportId, Weight};
use crate::text::Span;

/// One mention of one initiative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    pub report: ReportId,
    pub initiative: usize,
    pub mention: usize,
    pub span: Span,
}

impl Mention {
    pub fn item(&self) -> Item {
        Item::Mention { report: self.report.clone(), initiative: self.initiative, mention: self.mention }
    }
}

/// All mentions that are highlighted now: of the open panes, by the layers that are on; of the chosen cluster too where it
/// is an optional one.
pub fn mentions(state: &State) -> Vec<Mention> {
    let layers = state.settings.layers;
    let mut out = Vec::new();
    for id in &state.view.panes {
        let Some(report) = state.report(id) else { continue };
        let from = out.len();
        for (index, initiative) in report.document.initiatives.iter().enumerate() {
            let is_shown = match initiative.weight {
                Weight::Main => layers.initiatives,
                Weight::Optional => layers.optional,
            };
            if is_shown || state.view.cluster.as_ref() == Some(&initiative.cluster) {
                let spans = initiative.mentions.iter().enumerate();
                out.extend(spans.map(|(mention, &span)| Mention { report: id.clone(), initiative: index, mention, span }));
            }
        }
        out[from..].sort_by_key(|mention| mention.span);
    }
    out
}

/// The mention after (or before) the selected one; round at the ends.
pub(super) fn step(state: &State, forward: bool) -> Option<Mention> {
    let all = mentions(state);
    let here = match &state.view.selection {
        Some(Item::Mention { report, initiative, mention }) => {
            all.iter().position(|it| it.report == *report && it.initiative == *initiative && it.mention == *mention)
        }
        Some(Item::Fact(FactKey { report, span, .. }) | Item::LeftOut { report, span }) => {
            // from a number: the next initiative behind it
            let at = all.iter().position(|it| it.report == *report && it.span.start >= span.start);
            return all
                .get(match (at, forward) {
                    (Some(at), true) => at,
                    (Some(at), false) => at.checked_sub(1).unwrap_or(all.len() - 1),
                    (None, _) => 0,
                })
                .cloned();
        }
        None => None,
    };
    let next = match (here, forward) {
        (Some(at), true) => (at + 1) % all.len(),
        (Some(at), false) => (at + all.len() - 1) % all.len(),
        (None, true) => {
            // from the start of the active pane
            let active = state.view.panes.get(state.view.active_pane);
            all.iter().position(|it| Some(&it.report) == active).unwrap_or(0)
        }
        (None, false) => all.len().checked_sub(1)?,
    };
    all.get(next).cloned()
}

/// The first numeral that was not understood behind the selected thing; round at the end of the last pane.
pub(super) fn unread(state: &State) -> Option<Item> {
    let by_hand = &state.edits.added;
    let all: Vec<(usize, Span)> = state
        .view
        .panes
        .iter()
        .enumerate()
        .filter_map(|(pane, id)| Some((pane, state.report(id)?)))
        .flat_map(|(pane, report)| {
            let left = report.document.not_captured.iter().filter(|it| it.reason == Reason::Unread);
            let left = left.filter(move |it| !by_hand.keys().any(|key| key.report == report.id && key.span.overlaps(it.span)));
            left.map(move |it| (pane, it.span))
        })
        .collect();
    let here = state.view.selection.as_ref().and_then(|item| {
        let pane = state.view.panes.iter().position(|id| id == item.report())?;
        let at = match item {
            Item::Fact(key) => key.span,
            Item::LeftOut { span, .. } => *span,
            Item::Mention { report, initiative, mention } => *state.report(report)?.document.initiatives.get(*initiative)?.mentions.get(*mention)?,
        };
        Some((pane, at))
    });
    let next = here.and_then(|here| all.iter().find(|it| **it > here)).or(all.first())?;
    Some(Item::LeftOut { report: state.view.panes.get(next.0)?.clone(), span: next.1 })
}
