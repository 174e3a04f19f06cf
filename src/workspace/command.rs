//! What can happen, and what has to happen outside for it.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Failure, Item, Layers, Notice, PathUse, PlotForm, SideTab, SortColumn, ThemeMode};
use crate::analysis::series::ChoiceKey;
use crate::locale::Language;
use crate::model::{AddedFact, Document, FactEdit, FactKey, Report, ReportEdit, ReportId, Status, Trace};
use crate::text::Span;

/// A file that came back from loading.
#[derive(Debug, Clone)]
pub struct Outcome {
    pub path: PathBuf,
    pub result: Result<Arc<Report>, Failure>,
}

/// One field of a correction.
#[derive(Debug, Clone, PartialEq)]
pub enum FactChange {
    Strike,
    Restore,
    /// Replaces all corrections of the fact, keeping whether it is struck out.
    Correct(FactEdit),
    /// Back to what was extracted.
    Reset,
}

/// The file forms of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowsFormat {
    Csv,
    JsonLines,
}

/// The file forms of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    /// 1, 2 or 3 times the logical size, for PNG.
    pub scale: u8,
    pub transparent: bool,
}

/// Everything that can happen to the state.
#[derive(Debug, Clone)]
pub enum Command {
    // files
    Open(Vec<PathBuf>),
    OpenSamples(Vec<PathBuf>),
    AskForFiles,
    AskForFolder,
    /// No dialog can be had: offer a field, with a path to begin with.
    OfferPathField(PathUse, String),
    ClosePathField,
    /// Writes a figure or the rows to a path.
    WriteFigure(Figure, PathBuf),
    WriteRows(PathBuf),
    WriteChecks(PathBuf),
    Loaded(Outcome),
    /// A folder was looked through: its files, and what in it cannot be opened.
    Expanded {
        folder: PathBuf,
        files: Vec<PathBuf>,
        failures: Vec<(PathBuf, Failure)>,
    },
    CancelLoading,
    CloseReport(ReportId),
    CloseAll,
    RemoveEntry(PathBuf),
    ClearRecent,
    // panes
    ShowPane(ReportId),
    ClosePane(usize),
    MovePane {
        from: usize,
        to: usize,
    },
    ActivatePane(usize),
    // looking
    Select(Item),
    /// Brings a place of a report into view; what is selected stays so.
    GoTo(ReportId, Span),
    /// How a fact of a document came about; nothing where that cannot be told.
    Traced {
        key: FactKey,
        document: Arc<Document>,
        trace: Option<Arc<Trace>>,
    },
    ClearSelection,
    ChooseCluster(String),
    NextMention,
    PreviousMention,
    /// The next numeral that the program did not understand.
    NextUnread,
    SetTab(SideTab),
    SetLayers(Layers),
    SetLibraryFilter(String),
    SetInitiativeFilter(String),
    SetOnlyShared(bool),
    SetNumberText(String),
    SetNumberStatus(Option<Status>),
    SetOnlyDoubtful(bool),
    SetOnlyFailures(bool),
    HideComputed(bool),
    SortNumbers(SortColumn),
    SetIndicatorFilter(String),
    ChooseIndicator(ChoiceKey),
    /// Draws another indicator with the chosen one, or no longer.
    ToggleBeside(ChoiceKey),
    SetPlotForm(PlotForm),
    SetPlotComputed(bool),
    TogglePlotPlace(String),
    FoldLibrary(bool),
    FoldSide(bool),
    FoldPlot(bool),
    ResetLayout,
    ShowAbout(bool),
    ShowKeys(bool),
    // correcting
    StartCorrecting(Option<FactKey>),
    ChangeFact(FactKey, FactChange),
    StartAdding(Option<FactKey>),
    /// Makes a row of a numeral that was left out, or changes such a row.
    AddFact(FactKey, AddedFact),
    /// Takes such a row back.
    RemoveAdded(FactKey),
    ShowProperties(Option<ReportId>),
    ChangeReport(ReportId, ReportEdit),
    Undo,
    Redo,
    // settings
    SetLanguage(Language),
    SetTheme(ThemeMode),
    Zoom(f32),
    // out
    AskToExportFigure(Figure),
    AskToExportRows,
    AskToExportChecks,
    Copy(String),
    Notify(Notice),
    DismissNotice(usize),
    Quit,
}

/// A file to read, with what a person has said of its content before.
#[derive(Debug, Clone, PartialEq)]
pub struct Load {
    pub path: PathBuf,
    pub sample: bool,
    /// Set where a report is read anew after a correction.
    pub edit: Option<ReportEdit>,
}

/// What has to happen outside the state.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    Load(Vec<Load>),
    CancelLoading,
    AskForFiles,
    AskForFolder,
    AskToExportFigure(Figure),
    AskToExportRows,
    AskToExportChecks,
    WriteFigure(Figure, PathBuf),
    WriteRows(PathBuf),
    WriteChecks(PathBuf),
    /// Read a fact's report again for how it came about.
    Trace(FactKey),
    /// Bring a span of a report into view; flash it.
    ScrollTo {
        report: ReportId,
        span: Span,
    },
    SaveSettings,
    SaveEdits,
    Copy(String),
    Quit,
}
