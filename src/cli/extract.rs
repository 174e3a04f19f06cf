//! `duizhao extract`: reports as data, on standard output or in a file.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use atomic_write_file::AtomicWriteFile;
use clap::builder::{EnumValueParser, PossibleValue};
use clap::{Arg, ArgMatches, Command, ValueEnum, value_parser};

use super::{Help, Terminal, files, input, paths, subcommand, tables};
use crate::analysis::{computed, rows};
use crate::export::{csv, json};
use crate::lexicon::Lexicon;
use crate::locale::Words;
use crate::model::{Edits, Report};
use crate::text::visible_path;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Jsonl,
    Csv,
    Text,
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Jsonl, Self::Csv, Self::Text]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::Text => "text",
        }))
    }
}

pub(super) fn command(help: &Help) -> Command {
    subcommand("extract", help, "cli-extract")
        .arg(
            Arg::new("format")
                .long("format")
                .short('f')
                .value_name("FORMAT")
                .value_parser(EnumValueParser::<Format>::new())
                .default_value("jsonl")
                .help(help.of("cli-extract-format")),
        )
        .arg(Arg::new("output").long("output").short('o').value_name("OUT").value_parser(value_parser!(PathBuf)).help(help.of("cli-extract-output")))
        .arg(tables::arg(help))
        .arg(files(help, "cli-files").required(true).num_args(1..))
}

pub(super) fn run(matches: &ArgMatches, terminal: &mut Terminal<'_>) -> u8 {
    let format = matches.get_one::<Format>("format").copied().unwrap_or(Format::Jsonl);
    let inputs = paths(matches, "files");
    let lexicon = match tables::read(matches, terminal) {
        Ok(lexicon) => lexicon,
        Err(code) => return code,
    };
    let Some(output) = matches.get_one::<PathBuf>("output") else {
        return to_standard_output(format, &inputs, &lexicon, terminal);
    };
    to_file(format, &inputs, output, &lexicon, terminal)
}

fn to_standard_output(format: Format, inputs: &[PathBuf], lexicon: &Lexicon, terminal: &mut Terminal<'_>) -> u8 {
    let words = terminal.words;
    let done = terminal.out.write_all(head(format).as_bytes()).and_then(|()| {
        input::each(
            inputs,
            lexicon,
            terminal,
            |report| make(format, report, lexicon, words),
            |terminal, text| {
                terminal.out.write_all(text.as_bytes())?;
                terminal.out.flush()
            },
        )
    });
    match done {
        Ok(all) => u8::from(!all),
        Err(error) => terminal.failed_write(&error),
    }
}

/// Writes beside the file and puts the result in its place when all is written: a failed write leaves the old file whole.
fn to_file(format: Format, inputs: &[PathBuf], output: &Path, lexicon: &Lexicon, terminal: &mut Terminal<'_>) -> u8 {
    if inputs.iter().any(|input| same_file(input, output)) {
        let sentence = terminal.words.with("cli-error-output-is-input", &[("path", visible_path(output).into())]);
        terminal.complain(&sentence);
        return 2;
    }
    let words = terminal.words;
    let written = AtomicWriteFile::open(output).and_then(|mut file| {
        file.write_all(head(format).as_bytes())?;
        let all = input::each(inputs, lexicon, terminal, |report| make(format, report, lexicon, words), |_, text| file.write_all(text.as_bytes()))?;
        file.commit().map(|()| all)
    });
    match written {
        Ok(all) => u8::from(!all),
        Err(error) => {
            let values = [("path", visible_path(output).into()), ("reason", error.to_string().into())];
            let sentence = terminal.words.with("cli-error-write", &values);
            terminal.complain(&sentence);
            1
        }
    }
}

/// What goes out before the first report.
fn head(format: Format) -> String {
    match format {
        Format::Csv => format!("\u{feff}{}\r\n", csv::COLUMNS.join(",")),
        Format::Jsonl | Format::Text => String::new(),
    }
}

/// What goes out for one report.
fn make(format: Format, report: &Report, lexicon: &Lexicon, words: &Words) -> Result<String, String> {
    match format {
        Format::Csv => {
            let (reports, edits) = ([Arc::new(report.clone())], Edits::default());
            let mut rows = rows(&reports, &edits, &lexicon.places);
            rows.extend(computed(&reports, &edits, &lexicon.places));
            let table = csv::csv_text(&rows, words);
            Ok(table.split_once("\r\n").map_or_else(String::new, |(_, rows)| rows.to_owned()))
        }
        Format::Jsonl => json::line(report).map(|line| line + "\n").map_err(|error| error.to_string()),
        Format::Text => Ok(report.document.source.text().to_owned()),
    }
}

fn same_file(a: &Path, b: &Path) -> bool {
    match (a.canonicalize(), b.canonicalize()) {
        (Ok(a), Ok(b)) => a == b,
        _ => false,
    }
}
