//! `duizhao plot`: a figure of an indicator of the reports, as PNG, SVG or PDF. Guesses no indicator: where a name means
//! several, it names them and draws none.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use clap::builder::{EnumValueParser, PossibleValue};
use clap::{Arg, ArgAction, ArgMatches, Command, ValueEnum, value_parser};

use super::{Help, Terminal, files, input, paths, subcommand, tables};
use crate::analysis::chart::{Chart, Form, Spec, chart, telling_form};
use crate::analysis::series::{Choice, choices, find, nearest};
use crate::analysis::{Row, computed, rows};
use crate::export::figure::{Options, figure};
use crate::export::{ExportError, picture, wording, write};
use crate::lexicon::Lexicon;
use crate::model::{Edits, Report, ReportId};
use crate::text::{visible, visible_path};

/// How many other indicators are named where there is none of that name.
const NEAREST: usize = 8;
/// How many are named where a name means several.
const NAMED: usize = 20;

impl ValueEnum for Form {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Years, Self::Latest]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Self::Years => "years",
            Self::Latest => "latest",
        }))
    }
}

/// The file forms of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Png,
    Svg,
    Pdf,
}

impl Format {
    fn of(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_lowercase();
        match extension.as_str() {
            "png" => Some(Self::Png),
            "svg" => Some(Self::Svg),
            "pdf" => Some(Self::Pdf),
            _ => None,
        }
    }
}

pub(super) fn command(help: &Help) -> Command {
    let values = |id: &'static str, name: &'static str| Arg::new(id).long(id).value_name(name).action(ArgAction::Append);
    subcommand("plot", help, "cli-plot")
        .arg(values("indicator", "NAME").short('i').required(true).help(help.of("cli-plot-indicator")))
        .arg(Arg::new("form").long("form").value_name("FORM").value_parser(EnumValueParser::<Form>::new()).help(help.of("cli-plot-form")))
        .arg(values("place", "PLACE").short('p').help(help.of("cli-plot-place")))
        .arg(
            Arg::new("scale")
                .long("scale")
                .value_name("N")
                .value_parser(value_parser!(u8).range(1..=4))
                .default_value("2")
                .help(help.of("cli-plot-scale")),
        )
        .arg(Arg::new("computed").long("computed").action(ArgAction::SetTrue).help(help.of("cli-plot-computed")))
        .arg(Arg::new("transparent").long("transparent").action(ArgAction::SetTrue).help(help.of("cli-plot-transparent")))
        .arg(
            Arg::new("output")
                .long("output")
                .short('o')
                .value_name("OUT.png|svg|pdf")
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help(help.of("cli-plot-output")),
        )
        .arg(tables::arg(help))
        .arg(files(help, "cli-files").required(true).num_args(1..))
}

pub(super) fn run(matches: &ArgMatches, terminal: &mut Terminal<'_>) -> u8 {
    let Some(output) = matches.get_one::<PathBuf>("output") else { return 2 };
    let Some(format) = Format::of(output) else {
        return complain(terminal, "cli-plot-error-format", &[("path", visible_path(output))], 2);
    };
    let lexicon = match tables::read(matches, terminal) {
        Ok(lexicon) => lexicon,
        Err(code) => return code,
    };
    let (reports, all) = read(&paths(matches, "files"), &lexicon, terminal);
    let mut rows = rows(&reports, &Edits::default(), &lexicon.places);
    if matches.get_flag("computed") {
        rows.extend(computed(&reports, &Edits::default(), &lexicon.places));
    }
    let spec = match spec(matches, &rows, terminal) {
        Ok(spec) => spec,
        Err(code) => return code,
    };
    let chart = chart(&rows, &spec, &BTreeMap::new());
    if chart.is_empty() {
        tell_why_empty(&chart, terminal);
        return 1;
    }
    let scale = matches.get_one::<u8>("scale").copied().unwrap_or(2);
    match draw(&chart, format, scale, matches.get_flag("transparent"), output, terminal) {
        Ok(()) => u8::from(!all),
        Err(error) => {
            let sentence = error.sentence(terminal.words);
            terminal.complain(&sentence);
            1
        }
    }
}

fn draw(chart: &Chart, format: Format, scale: u8, transparent: bool, output: &Path, terminal: &mut Terminal<'_>) -> Result<(), ExportError> {
    let options = Options { date: Some(jiff::Zoned::now().date().to_string()), transparent };
    let figure = figure(chart, terminal.words, &options);
    if !figure.missing.is_empty() {
        let characters: String = figure.missing.iter().collect();
        complain(terminal, "export-missing-glyphs", &[("characters", visible(&characters))], 0);
    }
    let bytes = match format {
        Format::Png => picture::png(&figure, scale)?,
        Format::Svg => picture::svg(&figure)?,
        Format::Pdf => picture::pdf(&figure)?,
    };
    write(output, &bytes)
}

/// The reports, each once, in the order of the arguments, and whether all could be read.
fn read(inputs: &[PathBuf], lexicon: &Lexicon, terminal: &mut Terminal<'_>) -> (Vec<Arc<Report>>, bool) {
    let read: Mutex<BTreeMap<ReportId, Arc<Report>>> = Mutex::default();
    let mut order: Vec<String> = Vec::new();
    let keep = |report: &Report| {
        read.lock().unwrap_or_else(PoisonError::into_inner).insert(report.id.clone(), Arc::new(report.clone()));
        Ok(report.id.0.to_string())
    };
    let all = input::each(inputs, lexicon, terminal, keep, |_, id| {
        if !order.iter().any(|known| known == id) {
            order.push(id.to_owned());
        }
        Ok::<(), std::convert::Infallible>(())
    });
    let mut read = read.into_inner().unwrap_or_else(PoisonError::into_inner);
    let reports = order.into_iter().filter_map(|id| read.remove(&ReportId(id.into()))).collect();
    (reports, matches!(all, Ok(true)))
}

/// What is to be drawn; the exit code where the arguments do not say it.
fn spec(matches: &ArgMatches, rows: &[Row], terminal: &mut Terminal<'_>) -> Result<Spec, u8> {
    let choices = choices(rows);
    let mut spec = Spec::default();
    for name in texts(matches, "indicator") {
        let found = find(&choices, name);
        match found[..] {
            [one] => spec.indicators.push(one.key.clone()),
            [] => return Err(none_of_that_name(name, &nearest(&choices, name, NEAREST), terminal)),
            _ => {
                let code = complain(terminal, "cli-plot-error-several", &[("name", visible(name))], 2);
                list(&found, terminal);
                return Err(code);
            }
        }
    }
    let places: BTreeSet<&str> = rows.iter().filter_map(|row| Some(row.fact.place.as_ref()?.value.path.as_str())).collect();
    let mut wanted = BTreeSet::new();
    for name in texts(matches, "place") {
        let named: Vec<&str> = places.iter().copied().filter(|path| is_called(path, name)).collect();
        if named.is_empty() {
            let known = places.iter().map(|path| visible(path)).collect::<Vec<_>>().join(terminal.words.t("chart-list"));
            return Err(complain(terminal, "cli-plot-error-place", &[("name", visible(name)), ("places", known)], 1));
        }
        wanted.extend(named);
    }
    if !wanted.is_empty() {
        spec.hidden = places.into_iter().filter(|path| !wanted.contains(path)).map(str::to_owned).collect();
    }
    let telling = spec.indicators.first().map_or(Form::Latest, |key| telling_form(rows, key));
    spec.form = matches.get_one::<Form>("form").copied().unwrap_or(telling);
    Ok(spec)
}

/// Whether a place is called so: by its path, its name, or its name without the word for its level.
fn is_called(path: &str, name: &str) -> bool {
    let own = path.rsplit('/').next().unwrap_or(path);
    let mut short = own.chars();
    short.next_back();
    path == name || own == name || short.as_str() == name && name.chars().count() > 1
}

fn none_of_that_name(name: &str, near: &[&Choice], terminal: &mut Terminal<'_>) -> u8 {
    let key = if near.is_empty() { "cli-plot-error-none" } else { "cli-plot-error-none-but" };
    let code = complain(terminal, key, &[("name", visible(name))], 1);
    list(near, terminal);
    code
}

fn list(choices: &[&Choice], terminal: &mut Terminal<'_>) {
    for choice in choices.iter().take(NAMED) {
        let counts = [("places", choice.places.into()), ("years", choice.years.into()), ("rows", choice.rows.into())];
        let counts = terminal.words.with("cli-plot-counts", &counts);
        let series = if choice.key.series == choice.label { String::new() } else { format!("  {}", visible(&choice.key.series)) };
        terminal.complain(&format!("  {}{series}  {counts}", visible(&choice.spelling())));
    }
    if choices.len() > NAMED {
        let more = terminal.words.with("cli-plot-more", &[("count", (choices.len() - NAMED).into())]);
        terminal.complain(&format!("  {more}"));
    }
}

/// Says which rows there are and why none can be drawn.
fn tell_why_empty(chart: &Chart, terminal: &mut Terminal<'_>) {
    let notes = wording::notes(chart, terminal.words).unwrap_or_default();
    let sentence = format!("{} {}", terminal.words.t("chart-empty"), visible(&notes));
    terminal.complain(sentence.trim_end());
}

fn texts<'a>(matches: &'a ArgMatches, id: &str) -> Vec<&'a str> {
    matches.get_many::<String>(id).map(|values| values.map(String::as_str).collect()).unwrap_or_default()
}

fn complain(terminal: &mut Terminal<'_>, key: &str, values: &[(&str, String)], code: u8) -> u8 {
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
    let sentence = terminal.words.with(key, &values);
    terminal.complain(&sentence);
    code
}
