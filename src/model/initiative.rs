//! A named programme, reform, policy, system or event.

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// What kind of thing an initiative is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InitiativeKind {
    /// A policy paper that was issued.
    Document,
    /// A project, plan or campaign with an aim.
    Programme,
    /// A change of a system or mechanism.
    Reform,
    /// A standing arrangement.
    System,
    /// A one-off: contest, concert, training.
    Event,
}

/// Whether an initiative is shown without being asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// Events, general tasks, party-building, laws merely cited: one click away.
    Optional,
    /// Policies, programmes, reforms, systems.
    Main,
}

/// One initiative of one report, with all its mentions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Initiative {
    /// The name, whole, verbatim where possible.
    pub name: String,
    pub kind: InitiativeKind,
    /// One of the themes of `assets/lexicon/themes`.
    pub theme: String,
    /// The label under which the same initiative is found in other reports.
    pub cluster: String,
    /// A label shared by near relatives that stay apart (集团化办学, 教育联盟, 大学区).
    pub family: Option<String>,
    pub weight: Weight,
    /// The mentions in reading order: each is the name, never the clause around it.
    pub mentions: Vec<Span>,
    /// Names of the rules that found it, one for each mention.
    pub rules: Vec<String>,
}
