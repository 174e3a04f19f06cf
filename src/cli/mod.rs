//! The command line: extract, explain, and the wish for the window. Opens no window itself.
//!
//! Exit codes: 0; 1 where an input failed (the rest is still printed); 2 for wrong use. Each failed input is one sentence on
//! standard error, in the interface's language. What comes from a file or its name reaches a terminal only as
//! [`visible`](crate::text::visible) text; the output formats of `extract` are data and go out as they are.

mod explain;
mod extract;
mod input;
mod plot;
mod tables;

use std::ffi::OsString;
use std::io::{ErrorKind, Write};
use std::path::PathBuf;
use std::sync::Arc;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use crate::lexicon::Lexicon;
use crate::locale::{Language, Words};

/// What the arguments ask for.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome {
    /// All is done; the program ends with this code.
    Exit(u8),
    /// The window is to be opened with these files and folders, or with the samples where there are none, and with these tables
    /// or the built-in ones.
    Window(Vec<PathBuf>, Option<Tables>),
}

/// The tables that the arguments name; equal where they are the same ones.
#[derive(Debug, Clone)]
pub struct Tables(pub Arc<Lexicon>);

impl PartialEq for Tables {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Tables {}

/// Where a command writes, and in which words.
struct Terminal<'a> {
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
    words: &'a Words,
}

impl Terminal<'_> {
    /// One sentence to standard error. A closed standard error is nobody's loss.
    fn complain(&mut self, sentence: &str) {
        let _ = writeln!(self.err, "{sentence}");
    }

    /// The exit code of a failed write: none of our business where the reader has gone away, else a sentence and 1.
    fn failed_write(&mut self, error: &std::io::Error) -> u8 {
        if error.kind() == ErrorKind::BrokenPipe {
            return 0;
        }
        let sentence = self.words.with("cli-error-output", &[("reason", error.to_string().into())]);
        self.complain(&sentence);
        1
    }
}

/// Does what the arguments (the program's name first) ask for, but for the window.
pub fn run(args: impl IntoIterator<Item = OsString>) -> Outcome {
    let words = Words::new(Language::of_system());
    run_with(args, &mut Terminal { out: &mut std::io::stdout(), err: &mut std::io::stderr(), words: &words })
}

fn run_with(args: impl IntoIterator<Item = OsString>, terminal: &mut Terminal<'_>) -> Outcome {
    let matches = match command(&Help::new(terminal.words)).try_get_matches_from(args) {
        Ok(matches) => matches,
        Err(error) => {
            let wrong = error.use_stderr();
            let _ = write!(if wrong { &mut *terminal.err } else { &mut *terminal.out }, "{}", error.render());
            return Outcome::Exit(if wrong { 2 } else { 0 });
        }
    };
    match matches.subcommand() {
        Some(("extract", matches)) => Outcome::Exit(extract::run(matches, terminal)),
        Some(("plot", matches)) => Outcome::Exit(plot::run(matches, terminal)),
        Some(("explain", matches)) => Outcome::Exit(explain::run(matches, terminal)),
        _ if matches.contains_id("lexicon") => match tables::read(&matches, terminal) {
            Ok(lexicon) => Outcome::Window(paths(&matches, "files"), Some(Tables(lexicon))),
            Err(code) => Outcome::Exit(code),
        },
        _ => Outcome::Window(paths(&matches, "files"), None),
    }
}

/// Help texts in both languages, the interface's first.
struct Help {
    first: Words,
    second: Words,
}

impl Help {
    fn new(words: &Words) -> Self {
        let second = match words.language {
            Language::Chinese => Language::English,
            Language::English => Language::Chinese,
        };
        Self { first: Words::new(words.language), second: Words::new(second) }
    }

    fn of(&self, key: &str) -> String {
        format!("{} · {}", self.first.t(key), self.second.t(key))
    }
}

fn command(help: &Help) -> Command {
    Command::new("duizhao")
        .version(env!("CARGO_PKG_VERSION"))
        .about(help.of("cli-about"))
        .args_conflicts_with_subcommands(true)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(files(help, "cli-files-window"))
        .arg(tables::arg(help))
        .arg(help_flag(help))
        .arg(Arg::new("version").long("version").short('V').action(ArgAction::Version).help(help.of("cli-version")))
        .subcommand(extract::command(help))
        .subcommand(plot::command(help))
        .subcommand(explain::command(help))
}

/// A subcommand with the flag `--help` that speaks both languages.
fn subcommand(name: &'static str, help: &Help, about: &str) -> Command {
    Command::new(name).about(help.of(about)).disable_help_flag(true).arg(help_flag(help))
}

fn help_flag(help: &Help) -> Arg {
    Arg::new("help").long("help").short('h').action(ArgAction::Help).help(help.of("cli-help"))
}

fn files(help: &Help, key: &str) -> Arg {
    Arg::new("files").value_name("FILES").num_args(0..).value_parser(value_parser!(PathBuf)).help(help.of(key))
}

fn paths(matches: &ArgMatches, id: &str) -> Vec<PathBuf> {
    matches.get_many::<PathBuf>(id).map(|paths| paths.cloned().collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
