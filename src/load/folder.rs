//! The files that the named files and folders mean.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::LoadError;

/// What the files of reports in a folder are called.
const ENDINGS: [&str; 3] = ["txt", "md", "text"];

/// The files that a list of files and folders names, in the order given, a folder's in name order, those of its folders too.
///
/// A file is taken once, however often and through whatever links it is named. A file that is named itself is taken whatever
/// its ending is; hidden files and folders inside a folder are not.
pub fn expand(paths: &[PathBuf]) -> Vec<Result<PathBuf, LoadError>> {
    let mut seen = BTreeSet::new();
    let mut out = Vec::new();
    for path in paths {
        if !path.is_dir() {
            // one that does not exist is taken too: reading it tells why it cannot be read
            if is_new(path, &mut seen) {
                out.push(Ok(path.clone()));
            }
            continue;
        }
        let mut walk = Walk { seen: &mut seen, out: &mut out, holds_any: false };
        walk.folder(path, true);
        if !walk.holds_any {
            out.push(Err(LoadError::EmptyFolder(path.clone())));
        }
    }
    out
}

struct Walk<'a> {
    seen: &'a mut BTreeSet<PathBuf>,
    out: &'a mut Vec<Result<PathBuf, LoadError>>,
    /// Whether the folder holds a report or something that has its own error, taken before or not.
    holds_any: bool,
}

impl Walk<'_> {
    fn folder(&mut self, folder: &Path, is_named: bool) {
        // a folder that was walked before is walked again only where it is named itself: links may go in circles
        if !is_new(folder, self.seen) && !is_named {
            return;
        }
        let entries = std::fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        let mut paths: Vec<PathBuf> = match entries {
            Ok(entries) => entries.into_iter().map(|entry| entry.path()).collect(),
            Err(error) => {
                self.holds_any = true;
                self.out.push(Err(LoadError::io(folder, &error)));
                return;
            }
        };
        paths.sort();
        for path in paths {
            if path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b".")) {
                continue;
            }
            if path.is_dir() {
                self.folder(&path, false);
            } else if path.is_file() && is_text_name(&path) {
                self.holds_any = true;
                if is_new(&path, self.seen) {
                    self.out.push(Ok(path));
                }
            }
        }
    }
}

fn is_text_name(path: &Path) -> bool {
    path.extension().and_then(OsStr::to_str).is_some_and(|ending| ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// Whether a path was not seen yet, under any of its names.
fn is_new(path: &Path, seen: &mut BTreeSet<PathBuf>) -> bool {
    seen.insert(path.canonicalize().unwrap_or_else(|_| path.to_owned()))
}
