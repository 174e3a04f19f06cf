//! The program's window: takes in what threads and dialogs bring, draws the views, carries out commands and effects.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{CentralPanel, Frame, Margin, Panel, Stroke};

use super::context::Context;
use super::derived::Derived;
use super::dialogs::{Chosen, Dialogs, Question, Titles};
use super::forms::Forms;
use super::panes::Panes;
use super::theme::Theme;
use super::writes::Writes;
use super::{checks, details, figure, initiatives, library, menu, numbers, shortcuts, status};
use crate::export;
use crate::export::figure::Options;
use crate::jobs::{Answer, Jobs, Refusal, Task};
use crate::lexicon::Lexicon;
use crate::locale::Words;
use crate::store::Store;
use crate::workspace::{Command, Effect, Failure, Figure, Notice, Outcome, PathUse, SideTab, State, ThemeMode, apply};

/// How long a notice stays that is no error.
const NOTICE_SECONDS: f64 = 8.0;

/// The window's program.
pub struct App {
    state: State,
    derived: Derived,
    words: Words,
    light: Theme,
    dark: Theme,
    jobs: Jobs,
    dialogs: Dialogs,
    store: Store,
    forms: Forms,
    panes: Panes,
    lexicon: Option<Arc<Lexicon>>,
    writes: Writes,
    /// Today, printed under figures.
    today: String,
    styled: Option<bool>,
    /// When the oldest notice came up.
    notice_since: Option<f64>,
    /// Until the first frame is drawn: whether to say when that was.
    tells_first_frame: bool,
}

impl App {
    /// Opens `paths`, or the samples where there are none, to be read with `lexicon` or the built-in one. The fonts are put in
    /// place; nothing is read yet.
    pub fn new(context: &egui::Context, store: Store, paths: Vec<PathBuf>, lexicon: Option<Arc<Lexicon>>) -> std::io::Result<Self> {
        super::fonts::install(context);
        context.options_mut(|options| options.zoom_with_keyboard = false);
        let settings = store.settings();
        let state = State { edits: store.edits(), settings, ..State::default() };
        let (light, dark) = Theme::both();
        let wake = context.clone();
        let wake: Arc<dyn Fn() + Send + Sync> = Arc::new(move || wake.request_repaint());
        let mut app = Self {
            words: Words::new(state.language()),
            state,
            derived: Derived::default(),
            light,
            dark,
            jobs: Jobs::new(&wake, lexicon.as_ref())?,
            dialogs: Dialogs::default(),
            store,
            forms: Forms::default(),
            panes: Panes::default(),
            lexicon,
            writes: Writes::default(),
            today: jiff::Zoned::now().date().to_string(),
            styled: None,
            notice_since: None,
            tells_first_frame: std::env::var_os("DUIZHAO_TIMES").is_some(),
        };
        let paths: Vec<PathBuf> = paths.into_iter().map(absolute).collect();
        let command = if paths.is_empty() { Command::OpenSamples(crate::samples::paths()) } else { Command::Open(paths) };
        app.run(command, context);
        Ok(app)
    }

    /// The state, for tests.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Carries out one command with its effects.
    pub fn run(&mut self, command: Command, context: &egui::Context) {
        for effect in apply(&mut self.state, command) {
            self.carry_out(effect, context);
        }
        context.request_repaint();
    }

    /// Takes in what threads, dialogs, the system and the keyboard bring.
    pub fn logic(&mut self, context: &egui::Context) {
        if self.words.language != self.state.language() {
            self.words = Words::new(self.state.language());
        }
        for answer in self.jobs.drain() {
            // the threads have read the lexicon before they answer: this does not wait
            self.lexicon.get_or_insert_with(Lexicon::builtin);
            let failure = |refusal: Refusal| Failure { code: refusal.code, values: refusal.values };
            let command = match answer {
                Answer::Read { path, result } => Command::Loaded(Outcome { path, result: result.map_err(failure) }),
                Answer::Folder { path, files } => {
                    let (mut good, mut bad) = (Vec::new(), Vec::new());
                    for file in files {
                        match file {
                            Ok(file) => good.push(file),
                            Err((path, refusal)) => bad.push((path, failure(refusal))),
                        }
                    }
                    Command::Expanded { folder: path, files: good, failures: bad }
                }
                Answer::Traced { key, document, trace } => Command::Traced { key, document, trace },
            };
            self.run(command, context);
        }
        if let Some(chosen) = self.dialogs.answer() {
            self.chosen(chosen, context);
        }
        let dropped: Vec<PathBuf> = context.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        if !dropped.is_empty() {
            self.run(Command::Open(dropped), context);
        }
        self.forget_notices(context);
        for action in shortcuts::pressed(context, &self.state) {
            if action.is_enabled(&self.state)
                && let Some(command) = action.command(&self.state)
            {
                self.run(command, context);
            }
        }
        if (context.zoom_factor() - self.state.settings.zoom).abs() > 1e-3 {
            context.set_zoom_factor(self.state.settings.zoom);
        }
        self.derived.update(&self.state, self.lexicon.as_ref());
    }

    /// Draws the window.
    pub fn ui(&mut self, ui: &mut egui::Ui) {
        let context = ui.ctx().clone();
        let is_dark = match self.state.settings.theme {
            ThemeMode::System => context.input(|input| input.raw.system_theme) == Some(egui::Theme::Dark),
            ThemeMode::Light => false,
            ThemeMode::Dark => true,
        };
        let theme = if is_dark { &self.dark } else { &self.light };
        if self.styled != Some(is_dark) {
            context.set_theme(if is_dark { egui::ThemePreference::Dark } else { egui::ThemePreference::Light });
            context.all_styles_mut(|style| theme.apply(style));
            self.styled = Some(is_dark);
        }
        let ctx = Context::new(&self.state, &self.derived, theme, &self.words);
        frame_ui(ui, &ctx, &mut self.panes);
        self.forms.show(&context, &ctx);
        drop_ui(&context, &ctx);
        let commands = ctx.into_commands();
        for command in commands {
            self.run(command, &context);
        }
        if self.state.entries.iter().any(|entry| matches!(entry.loading, crate::workspace::Loading::Waiting)) {
            context.request_repaint_after(std::time::Duration::from_millis(100));
        }
    }

    /// For measuring the start: the time of the first frame, in milliseconds since 1970, to standard error.
    fn tell_first_frame(&mut self) {
        use std::io::Write as _;
        if std::mem::take(&mut self.tells_first_frame) {
            let _ = writeln!(std::io::stderr(), "first frame {}", jiff::Timestamp::now().as_millisecond());
        }
    }

    /// What is no error goes after a while; an error stays until it is closed.
    fn forget_notices(&mut self, context: &egui::Context) {
        let Some(index) = self.state.view.notices.iter().position(|notice| !notice.is_error) else {
            self.notice_since = None;
            return;
        };
        let now = context.input(|input| input.time);
        let since = *self.notice_since.get_or_insert(now);
        if now - since > NOTICE_SECONDS {
            self.notice_since = None;
            self.run(Command::DismissNotice(index), context);
        } else {
            context.request_repaint_after(std::time::Duration::from_millis(500));
        }
    }

    fn carry_out(&mut self, effect: Effect, context: &egui::Context) {
        match effect {
            Effect::Load(loads) => {
                let edits = Arc::new(self.state.edits.reports.clone());
                let tasks = loads.into_iter().map(|load| Task { path: load.path, sample: load.sample, edit: load.edit }).collect();
                self.jobs.load(tasks, &edits);
            }
            Effect::CancelLoading => self.jobs.cancel(),
            Effect::AskForFiles => self.ask(Question::Files, context),
            Effect::AskForFolder => self.ask(Question::Folder, context),
            Effect::AskToExportFigure(figure) => self.ask_for_figure(figure, context),
            Effect::WriteFigure(figure, path) => self.write_figure(figure, path, context),
            Effect::WriteRows(path) => {
                let (rows, language) = (self.derived.exported(), self.words.language);
                self.write(with_ending(path, "csv"), context, move |path| export::save_rows(&rows, &Words::new(language), path));
            }
            Effect::WriteChecks(path) => {
                let (sums, language) = (self.derived.sums.clone(), self.words.language);
                self.write(with_ending(path, "csv"), context, move |path| export::save_checks(&sums, &Words::new(language), path));
            }
            Effect::AskToExportChecks => self.ask(Question::Checks { name: format!("{}.csv", self.words.t("export-checks-name")) }, context),
            Effect::AskToExportRows => self.ask(Question::Rows { name: format!("{}.csv", self.words.t("export-rows-name")) }, context),
            Effect::Trace(key) => {
                if let Some(report) = self.state.report(&key.report) {
                    self.jobs.trace(key, report.document.clone());
                }
            }
            Effect::ScrollTo { report, span } => self.panes.scroll_to(&report, span),
            Effect::SaveSettings => {
                let saved = self.store.save_settings(&self.state.settings);
                self.tell_failure("store-error-settings", saved, context);
            }
            Effect::SaveEdits => {
                let saved = self.store.save_edits(&self.state.edits);
                self.tell_failure("store-error-edits", saved, context);
            }
            Effect::Copy(text) => context.copy_text(text),
            Effect::Quit => context.send_viewport_cmd(egui::ViewportCommand::Close),
        }
    }

    fn tell_failure(&mut self, code: &str, result: std::io::Result<()>, context: &egui::Context) {
        if let Err(error) = result {
            let folder = self.store.folder().map(crate::text::visible_path).unwrap_or_default();
            self.run(Command::Notify(Notice::new(code, &[("path", &folder), ("reason", &error.to_string())], true)), context);
        }
    }

    fn ask(&mut self, question: Question, context: &egui::Context) {
        let text = |key: &str| self.words.t(key).to_owned();
        let titles = Titles {
            open: text("dialog-open"),
            folder: text("dialog-folder"),
            save: text("dialog-save"),
            reports: text("dialog-reports"),
            all: text("dialog-all"),
        };
        self.dialogs.ask(question, titles, context);
    }

    fn ask_for_figure(&mut self, figure: Figure, context: &egui::Context) {
        self.derived.update(&self.state, self.lexicon.as_ref());
        match &self.derived.chart {
            Some(chart) if !chart.is_empty() => {
                let name = export::file_name(chart, &self.words, "png");
                self.ask(Question::Figure { figure, name }, context);
            }
            _ => self.run(Command::Notify(Notice::new("figure-empty", &[], true)), context),
        }
    }

    /// What a person chose in a dialog.
    fn chosen(&mut self, chosen: Chosen, context: &egui::Context) {
        match chosen {
            Chosen::Nothing => {}
            Chosen::NoDialog(question) => {
                let (purpose, text) = match question {
                    Question::Files | Question::Folder => (PathUse::Open, String::new()),
                    Question::Figure { figure, name } => (PathUse::Figure(figure), name),
                    Question::Rows { name } => (PathUse::Rows, name),
                    Question::Checks { name } => (PathUse::Checks, name),
                };
                self.run(Command::OfferPathField(purpose, text), context);
            }
            Chosen::Files(paths) => self.run(Command::Open(paths), context),
            Chosen::Figure(figure, path) => self.run(Command::WriteFigure(figure, path), context),
            Chosen::Rows(path) => self.run(Command::WriteRows(path), context),
            Chosen::Checks(path) => self.run(Command::WriteChecks(path), context),
        }
    }

    fn write_figure(&mut self, figure: Figure, path: PathBuf, context: &egui::Context) {
        self.derived.update(&self.state, self.lexicon.as_ref());
        let Some(chart) = self.derived.chart.clone() else { return };
        let (language, today) = (self.words.language, self.today.clone());
        self.write(with_ending(path, "png"), context, move |path| {
            let options = Options { date: Some(today), transparent: figure.transparent };
            export::save_figure(&chart, &Words::new(language), &options, figure.scale, path)
        });
    }

    /// Writes a file off the interface thread and says how it went.
    fn write(&mut self, path: PathBuf, context: &egui::Context, job: impl FnOnce(&Path) -> Result<(), export::ExportError> + Send + 'static) {
        self.writes.write(path, context, job);
    }

    /// Tells how files that were being written went.
    pub fn settle_writes(&mut self, context: &egui::Context) {
        for (path, result) in self.writes.written() {
            let shown = crate::text::visible_path(&path);
            let notice = match result {
                Ok(()) => Notice::new("export-done", &[("path", &shown)], false),
                Err(error) => {
                    let values: BTreeMap<String, String> = error.values().into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
                    Notice { code: error.code().to_owned(), values: values.into_iter().collect(), is_error: true }
                }
            };
            self.run(Command::Notify(notice), context);
        }
    }
}

/// While files are held over the window: what dropping them does.
fn drop_ui(context: &egui::Context, ctx: &Context<'_>) {
    if context.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let painter = context.layer_painter(egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("drop")));
    let rect = context.content_rect();
    painter.rect_filled(rect, 0.0, ctx.theme.shadow);
    painter.rect_stroke(rect.shrink(8.0), 8.0, Stroke::new(2.0, ctx.theme.accent), egui::StrokeKind::Inside);
    let text = painter.layout_no_wrap(ctx.t("drop-here").to_owned(), Theme::bold(ctx.theme.size.title), ctx.theme.ink);
    let ground = egui::Rect::from_center_size(rect.center(), text.size()).expand2(egui::vec2(24.0, 14.0));
    painter.rect_filled(ground, 8.0, ctx.theme.panel);
    painter.galley(ground.center() - text.size() / 2.0, text, ctx.theme.ink);
}

/// The path as it is found from anywhere: it is kept among the recent files.
fn absolute(path: PathBuf) -> PathBuf {
    std::path::absolute(&path).unwrap_or(path)
}

/// The path with an ending, where a person gave none.
fn with_ending(path: PathBuf, ending: &str) -> PathBuf {
    if path.extension().is_some() { path } else { path.with_extension(ending) }
}

/// The places of the window, from the outside in.
fn frame_ui(ui: &mut egui::Ui, ctx: &Context<'_>, panes: &mut Panes) {
    let theme = ctx.theme;
    let edge = theme.size.edge as i8;
    let bar = |y: i8| Frame::new().fill(theme.window).inner_margin(Margin::symmetric(8, y));
    let side = Frame::new().fill(theme.panel).inner_margin(Margin { left: edge, right: edge, top: 0, bottom: 4 });
    let view = &ctx.state.view;
    let size = ui.available_size();
    Panel::top("menu").frame(bar(5)).show(ui, |ui| menu::menu_ui(ui, ctx));
    Panel::bottom("status").frame(bar(0)).exact_size(26.0).show(ui, |ui| status::status_ui(ui, ctx, panes.hidden));
    // a small window shows the reports first: the side panel folds, then the plot
    let is_narrow = size.x < 900.0;
    let side_fits = !is_narrow || view.side_is_wanted;
    let plot_fits = size.y >= 600.0 || view.plot_is_wanted;
    if !view.plot_is_folded && plot_fits {
        Panel::bottom("plot")
            .frame(Frame::new().fill(theme.panel).inner_margin(Margin::same(0)))
            .resizable(true)
            .default_size((size.y * 0.32).clamp(190.0, 320.0))
            .size_range(150.0..=size.y * 0.7)
            .show(ui, |ui| figure::figure_ui(ui, ctx));
    }
    if !view.library_is_folded && size.x >= 700.0 && !(is_narrow && view.side_is_wanted) {
        Panel::left("library")
            .frame(side)
            .resizable(true)
            .default_size(228.0)
            .size_range(160.0..=420.0)
            .show(ui, |ui| fixed_ui(ui, |ui| library::library_ui(ui, ctx)));
    }
    if !view.side_is_folded && side_fits {
        Panel::right("side")
            .frame(side)
            .resizable(true)
            .default_size((size.x * 0.27).clamp(330.0, 500.0))
            .size_range(280.0..=size.x * 0.6)
            .show(ui, |ui| fixed_ui(ui, |ui| side_ui(ui, ctx)));
    }
    CentralPanel::default().frame(Frame::new().fill(theme.paper).inner_margin(Margin::ZERO)).show(ui, |ui| panes.show(ui, ctx));
}

/// A child of the size that there is: what it draws must not make its panel grow.
fn fixed_ui(ui: &mut egui::Ui, add: impl FnOnce(&mut egui::Ui)) {
    let rect = ui.available_rect_before_wrap();
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(rect).id_salt("fixed"));
    child.shrink_clip_rect(rect.expand(2.0));
    add(&mut child);
    ui.advance_cursor_after_rect(rect);
}

fn side_ui(ui: &mut egui::Ui, ctx: &Context<'_>) {
    let theme = ctx.theme;
    let tabs = [
        (SideTab::Initiatives, "tab-initiatives"),
        (SideTab::Numbers, "tab-numbers"),
        (SideTab::Details, "tab-details"),
        (SideTab::Checks, "tab-checks"),
    ];
    let (rect, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), 34.0), egui::Sense::hover());
    let width = rect.width() / tabs.len() as f32;
    for (index, (tab, key)) in tabs.into_iter().enumerate() {
        let cell = egui::Rect::from_min_size(rect.min + egui::vec2(width * index as f32, 0.0), egui::vec2(width, rect.height()));
        let is_on = ctx.state.view.tab == tab;
        let response = ui.interact(cell, ui.scope_id().with(key), egui::Sense::click());
        response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Tab, true, is_on, ctx.t(key)));
        let ink = if is_on { theme.accent } else { theme.ink2 };
        let font = if is_on { Theme::bold(theme.size.list) } else { Theme::font(theme.size.list) };
        let text = ui.painter().text(cell.center(), egui::Align2::CENTER_CENTER, ctx.t(key), font, ink);
        let failing = ctx.derived.sums.iter().take_while(|sum| sum.outcome == crate::analysis::sums::Outcome::Fails).count();
        if tab == SideTab::Checks && failing > 0 {
            let at = egui::pos2(text.right() + 4.0, text.center().y);
            ui.painter().text(at, egui::Align2::LEFT_CENTER, failing, Theme::bold(theme.size.caption), theme.error);
        }
        let (line, height) = if is_on || response.has_focus() { (theme.accent, 2.0) } else { (theme.line, 1.0) };
        ui.painter().hline(cell.x_range(), cell.bottom() - height / 2.0, Stroke::new(height, line));
        if response.clicked() {
            ctx.send(Command::SetTab(tab));
        }
    }
    ui.add_space(6.0);
    // an id for each, or they would share how far they are scrolled
    ui.push_id(ctx.state.view.tab, |ui| match ctx.state.view.tab {
        SideTab::Initiatives => initiatives::initiatives_ui(ui, ctx),
        SideTab::Numbers => numbers::numbers_ui(ui, ctx),
        SideTab::Details => details::details_ui(ui, ctx),
        SideTab::Checks => checks::checks_ui(ui, ctx),
    });
}

impl eframe::App for App {
    fn logic(&mut self, context: &egui::Context, _frame: &mut eframe::Frame) {
        self.settle_writes(context);
        self.logic(context);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.ui(ui);
        self.tell_first_frame();
    }
}
