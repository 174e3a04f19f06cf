//! `--lexicon DIR`: tables of a folder in place of the built-in ones of the same names.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Arg, ArgMatches, value_parser};

use super::{Help, Terminal, input};
use crate::lexicon::Lexicon;
use crate::load::{self, TablesError};
use crate::locale::Words;
use crate::text::{visible, visible_path};

pub(super) fn arg(help: &Help) -> Arg {
    Arg::new("lexicon").long("lexicon").value_name("DIR").value_parser(value_parser!(PathBuf)).help(help.of("cli-lexicon"))
}

/// The lexicon that the arguments ask for; else the sentence is said, and this is the exit code.
pub(super) fn read(matches: &ArgMatches, terminal: &mut Terminal<'_>) -> Result<Arc<Lexicon>, u8> {
    let Some(folder) = matches.get_one::<PathBuf>("lexicon") else { return Ok(Lexicon::builtin()) };
    from(folder, terminal.words).map_err(|sentence| {
        terminal.complain(&sentence);
        2
    })
}

fn from(folder: &Path, words: &Words) -> Result<Arc<Lexicon>, String> {
    let names: Vec<&str> = Lexicon::tables().collect();
    let texts = load::tables(folder, &names).map_err(|error| match error {
        TablesError::Load(error) => input::sentence(&error, words),
        TablesError::NotUtf8(path, line) => words.with("cli-lexicon-error-utf8", &[("path", visible_path(&path).into()), ("line", line.into())]),
        TablesError::NoTable(path) => {
            words.with("cli-lexicon-error-name", &[("path", visible_path(&path).into()), ("names", names.join(", ").into())])
        }
        TablesError::None(path) => words.with("cli-lexicon-error-none", &[("path", visible_path(&path).into()), ("names", names.join(", ").into())]),
    })?;
    let lexicon = Lexicon::with(&texts).map_err(|error| {
        let values: Vec<_> = error.problem.values().into_iter().map(|(name, value)| (name, visible(&value).into())).collect();
        let problem = words.with(error.problem.code(), &values);
        // a table of the folder may be at odds with a built-in one
        let path = if texts.contains_key(&error.file) { visible_path(&folder.join(&error.file)) } else { error.file.clone() };
        words.with("cli-lexicon-error", &[("path", path.into()), ("line", error.line.into()), ("problem", problem.into())])
    })?;
    Ok(Arc::new(lexicon))
}
