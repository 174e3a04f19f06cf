//! The program `duizhao`: hands its arguments to the command line, and opens the window where that asks for it.

use std::io::Write as _;
use std::process::ExitCode;

use duizhao::cli::{self, Outcome};

fn main() -> ExitCode {
    let (paths, lexicon) = match cli::run(std::env::args_os()) {
        Outcome::Exit(code) => return ExitCode::from(code),
        Outcome::Window(paths, tables) => (paths, tables.map(|tables| tables.0)),
    };
    let Err(sentence) = duizhao::ui::run(paths, lexicon) else { return ExitCode::SUCCESS };
    // nobody is left to tell where standard error is closed
    let _ = writeln!(std::io::stderr(), "{sentence}");
    ExitCode::FAILURE
}
