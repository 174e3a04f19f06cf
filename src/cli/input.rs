//! Reads the reports that a command names, several at a time, and hands them on in the order of the arguments.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

use super::Terminal;
use crate::extract::extract;
use crate::lexicon::Lexicon;
use crate::load::{self, LoadError};
use crate::locale::Words;
use crate::model::{Hints, Report};
use crate::samples::SAMPLES;
use crate::text::visible_path;

/// Why there is no report: a sentence in the interface's language.
pub(super) type Refusal = String;

/// Reads one report.
pub(super) fn read(path: &Path, lexicon: &Lexicon) -> Result<Report, LoadError> {
    let loaded = load::load(path, None)?;
    let file_name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let sample = SAMPLES.iter().any(|(_, text)| *text == loaded.source.text());
    let document = extract(loaded.source, &Hints { file_name, sample, ..Hints::default() }, lexicon);
    Ok(Report { id: loaded.id, path: loaded.path, encoding: loaded.encoding, document: Arc::new(document) })
}

/// The sentence for a file that could not be read.
pub(super) fn sentence(error: &LoadError, words: &Words) -> Refusal {
    let values: Vec<_> = error.values().into_iter().map(|(name, value)| (name, value.into())).collect();
    words.with(error.code(), &values)
}

/// Reads the files and folders, makes each report into text with `make` (on several threads) and hands these texts to `take`
/// in the order of the arguments. Problems go to standard error as they come up in that order.
///
/// Returns whether all could be read. Stops early where `take` fails.
pub(super) fn each<E>(
    paths: &[PathBuf],
    lexicon: &Lexicon,
    terminal: &mut Terminal<'_>,
    make: impl Fn(&Report) -> Result<String, String> + Sync,
    mut take: impl FnMut(&mut Terminal<'_>, &str) -> Result<(), E>,
) -> Result<bool, E> {
    let files = load::expand(paths);
    let words = terminal.words;
    let next = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::channel();
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get).min(files.len());
    std::thread::scope(|scope| {
        for _ in 0..threads {
            let (sender, next, files, make) = (sender.clone(), &next, &files, &make);
            scope.spawn(move || {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(file) = files.get(index) else { break };
                    let made = match file {
                        Ok(path) => one(path, lexicon, words, make),
                        Err(error) => Err(sentence(error, words)),
                    };
                    if sender.send((index, made)).is_err() {
                        break; // nobody wants the rest
                    }
                }
            });
        }
        drop(sender);
        let mut all = true;
        let mut waiting = BTreeMap::new();
        let mut wanted = 0;
        for (index, made) in &receiver {
            waiting.insert(index, made);
            while let Some(made) = waiting.remove(&wanted) {
                wanted += 1;
                match made {
                    Ok(text) => {
                        if let Err(error) = take(terminal, &text) {
                            next.store(files.len(), Ordering::Relaxed);
                            return Err(error);
                        }
                    }
                    Err(refusal) => {
                        all = false;
                        terminal.complain(&refusal);
                    }
                }
            }
        }
        Ok(all)
    })
}

/// One report as text. A fault of the program in one report is that report's refusal and does not end the others.
fn one(path: &Path, lexicon: &Lexicon, words: &Words, make: impl Fn(&Report) -> Result<String, String>) -> Result<String, Refusal> {
    let fault = || words.with("load-error-internal", &[("path", visible_path(path).into())]);
    let made = catch_unwind(AssertUnwindSafe(|| match read(path, lexicon) {
        Ok(report) => make(&report).map_err(|_| fault()),
        Err(error) => Err(sentence(&error, words)),
    }));
    made.unwrap_or_else(|_| Err(fault()))
}
