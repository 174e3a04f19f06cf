//! What the program knows: reports, panes, corrections, and how they are being looked at.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::History;
use crate::analysis::series::ChoiceKey;
use crate::locale::Language;
use crate::model::{Document, Edits, FactKey, Report, ReportId, Status, Trace};
use crate::text::Span;

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The key of the sentence that tells it.
    pub code: String,
    /// Named values in it.
    pub values: Vec<(String, String)>,
}

/// How far a file has come.
#[derive(Debug, Clone)]
pub enum Loading {
    Waiting,
    Ready(Arc<Report>),
    Failed(Failure),
}

/// A file in the library.
#[derive(Debug, Clone)]
pub struct Entry {
    pub path: PathBuf,
    pub loading: Loading,
    /// One of the bundled samples.
    pub sample: bool,
    /// Whether a pane opens for it by itself once it is ready.
    pub pane: PaneWish,
}

/// Whether a pane opens for a file by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PaneWish {
    #[default]
    None,
    /// Beside the others.
    Beside,
    /// And becomes the active one: the file was opened beside others.
    Active,
}

impl Entry {
    pub fn report(&self) -> Option<&Arc<Report>> {
        match &self.loading {
            Loading::Ready(report) => Some(report),
            _ => None,
        }
    }
}

/// One thing that can be selected, in whatever view it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// A mention of an initiative: indices into the document's initiatives and their mentions.
    Mention {
        report: ReportId,
        initiative: usize,
        mention: usize,
    },
    Fact(FactKey),
    /// A numeral that became no row.
    LeftOut {
        report: ReportId,
        span: Span,
    },
}

impl Item {
    pub fn report(&self) -> &ReportId {
        match self {
            Self::Mention { report, .. } | Self::LeftOut { report, .. } => report,
            Self::Fact(key) => &key.report,
        }
    }
}

/// How the selected fact came about, as far as that is known.
#[derive(Debug, Clone)]
pub struct Reading {
    pub key: FactKey,
    /// The document in which it is looked for: another one has to be asked anew.
    pub document: Arc<Document>,
    pub tree: Tree,
}

/// The answer to how a fact came about.
#[derive(Debug, Clone)]
pub enum Tree {
    /// Its report is being read again.
    Waiting,
    Known(Arc<Trace>),
    /// It cannot be told.
    None,
}

/// Which marks the readers show.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Layers {
    pub initiatives: bool,
    /// Events, general tasks, laws merely cited.
    pub optional: bool,
    pub numbers: bool,
    /// Numerals that became no row.
    pub left_out: bool,
}

impl Default for Layers {
    fn default() -> Self {
        Self { initiatives: true, optional: false, numbers: true, left_out: false }
    }
}

/// The views of the side panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum SideTab {
    #[default]
    Initiatives,
    Numbers,
    Details,
    Checks,
}

/// The columns of the table of numbers, in the order in which they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SortColumn {
    /// Report by report, as read.
    #[default]
    Reading,
    Indicator,
    Value,
    Unit,
    Period,
    Place,
    Status,
}

/// What the table of numbers shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NumberFilter {
    pub text: String,
    pub status: Option<Status>,
    /// Only doubtful, struck or corrected ones.
    pub only_doubtful: bool,
    /// Computed rows are left out, which stand under the others else.
    pub hide_computed: bool,
    pub sort: SortColumn,
    pub descending: bool,
}

/// The two forms of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PlotForm {
    /// The form that shows more: lines where a place has several years, else the latest values.
    #[default]
    Auto,
    Years,
    Latest,
}

/// What the figure shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlotSpec {
    pub indicator: Option<ChoiceKey>,
    /// Near indicators drawn with it, each as a line of its own.
    pub beside: Vec<ChoiceKey>,
    pub form: PlotForm,
    /// Paths of places that are switched off.
    pub hidden_places: BTreeSet<String>,
    /// With the values that follow from stated ones, as marks of their own.
    pub computed: bool,
}

/// A sentence for the person, shown for a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The key of the sentence.
    pub code: String,
    /// Named values in it.
    pub values: Vec<(String, String)>,
    pub is_error: bool,
}

impl Notice {
    pub fn new(code: &str, values: &[(&str, &str)], is_error: bool) -> Self {
        Self { code: code.to_owned(), values: values.iter().map(|&(key, value)| (key.to_owned(), value.to_owned())).collect(), is_error }
    }
}

/// What a path is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathUse {
    Open,
    Figure(super::Figure),
    Rows,
    Checks,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ThemeMode {
    #[default]
    System,
    Light,
    Dark,
}

/// What is kept over restarts beside the corrections.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// `None` follows the system.
    pub language: Option<Language>,
    pub theme: ThemeMode,
    /// Newest first.
    pub recent: Vec<PathBuf>,
    pub layers: Layers,
    pub zoom: f32,
}

impl Default for Settings {
    fn default() -> Self {
        Self { language: None, theme: ThemeMode::System, recent: Vec::new(), layers: Layers::default(), zoom: 1.0 }
    }
}

/// How the reports are being looked at. Not undone.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct View {
    /// The reports side by side, from left to right.
    pub panes: Vec<ReportId>,
    /// The pane that keys speak to.
    pub active_pane: usize,
    pub selection: Option<Item>,
    /// Of the selected fact alone.
    pub reading: Option<Reading>,
    /// The chosen cluster of initiatives.
    pub cluster: Option<String>,
    pub tab: SideTab,
    pub library_filter: String,
    pub initiative_filter: String,
    /// Only initiatives that stand in several reports.
    pub only_shared: bool,
    pub numbers: NumberFilter,
    /// Only sums that do not come out.
    pub only_failures: bool,
    pub indicator_filter: String,
    pub plot: PlotSpec,
    pub notices: Vec<Notice>,
    /// What a person is typing as a path where no dialog can be had, and what for.
    pub path_field: Option<(PathUse, String)>,
    /// The report whose properties are being edited.
    pub properties: Option<ReportId>,
    /// The fact that is being corrected.
    pub correcting: Option<FactKey>,
    /// The row that is being added by hand, or changed after that.
    pub adding: Option<FactKey>,
    pub about_is_open: bool,
    pub keys_are_open: bool,
    pub library_is_folded: bool,
    pub side_is_folded: bool,
    pub plot_is_folded: bool,
    /// Shown in a small window too, where the reports come first otherwise.
    pub side_is_wanted: bool,
    pub plot_is_wanted: bool,
}

/// Everything.
#[derive(Debug, Clone, Default)]
pub struct State {
    pub entries: Vec<Entry>,
    pub edits: Edits,
    pub history: History,
    pub settings: Settings,
    pub view: View,
    /// A place's number, which chooses its colour: it keeps it as long as it has a report, so that a colour never changes its
    /// city.
    pub slots: BTreeMap<String, usize>,
    /// Grows whenever reports or corrections change: what is computed from them is kept until then.
    pub revision: u64,
}

impl State {
    /// The reports that are ready, in the library's order.
    pub fn reports(&self) -> Vec<Arc<Report>> {
        self.entries.iter().filter_map(|entry| entry.report().cloned()).collect()
    }

    /// The ready report with this id.
    pub fn report(&self, id: &ReportId) -> Option<&Arc<Report>> {
        self.entries.iter().filter_map(Entry::report).find(|report| report.id == *id)
    }

    /// The slot of a place, which chooses its colour and marker.
    pub fn slot(&self, place: &str) -> usize {
        self.slots.get(place).copied().unwrap_or(usize::MAX)
    }

    pub fn language(&self) -> Language {
        self.settings.language.unwrap_or_else(Language::of_system)
    }
}
