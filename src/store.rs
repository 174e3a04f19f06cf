//! What is kept over restarts: settings, recent files, corrections. Written atomically; a file that cannot be read is put
//! aside, never overwritten.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::model::{AddedFact, Edits, FactEdit, FactKey, ReportEdit, ReportId};
use crate::workspace::Settings;

/// The environment variable that names another folder for what is kept.
const FOLDER: &str = "DUIZHAO_DATA";

/// The form of the corrections' file; a higher one is left alone.
const VERSION: u32 = 1;

/// The folder in which things are kept, and what is in it.
#[derive(Debug)]
pub struct Store {
    folder: Option<PathBuf>,
}

#[derive(Serialize, Deserialize)]
struct EditsFile {
    version: u32,
    facts: Vec<(FactKey, FactEdit)>,
    #[serde(default)]
    added: Vec<(FactKey, AddedFact)>,
    reports: Vec<(ReportId, ReportEdit)>,
}

impl Store {
    /// The store in the user's data folder, or in the one that `DUIZHAO_DATA` names.
    pub fn of_user() -> Self {
        let named = std::env::var_os(FOLDER).filter(|name| !name.is_empty()).map(PathBuf::from);
        Self { folder: named.or_else(|| Some(directories::ProjectDirs::from("", "", "duizhao")?.data_dir().to_owned())) }
    }

    pub fn in_folder(folder: PathBuf) -> Self {
        Self { folder: Some(folder) }
    }

    /// A store that keeps nothing.
    pub fn none() -> Self {
        Self { folder: None }
    }

    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    pub fn settings(&self) -> Settings {
        self.read("settings.json").unwrap_or_default()
    }

    pub fn save_settings(&self, settings: &Settings) -> std::io::Result<()> {
        self.write("settings.json", settings)
    }

    pub fn edits(&self) -> Edits {
        let file: Option<EditsFile> = self.read("corrections.json");
        file.map_or_else(Edits::default, |file| Edits {
            facts: file.facts.into_iter().collect(),
            added: file.added.into_iter().collect(),
            reports: file.reports.into_iter().collect(),
        })
    }

    pub fn save_edits(&self, edits: &Edits) -> std::io::Result<()> {
        let facts = edits.facts.iter().map(|(key, edit)| (key.clone(), edit.clone())).collect();
        let added = edits.added.iter().map(|(key, fact)| (key.clone(), fact.clone())).collect();
        let reports = edits.reports.iter().map(|(id, edit)| (id.clone(), edit.clone())).collect();
        self.write("corrections.json", &EditsFile { version: VERSION, facts, added, reports })
    }

    fn read<T: for<'de> Deserialize<'de>>(&self, name: &str) -> Option<T> {
        let path = self.folder.as_ref()?.join(name);
        let bytes = std::fs::read(&path).ok()?;
        let value = serde_json::from_slice(&bytes).ok();
        if value.is_none() {
            // keep it for a person to look at; what is written next does not destroy it
            let _ = std::fs::rename(&path, path.with_extension("unreadable.json"));
        }
        value
    }

    fn write<T: Serialize>(&self, name: &str, value: &T) -> std::io::Result<()> {
        let Some(folder) = &self.folder else { return Ok(()) };
        std::fs::create_dir_all(folder)?;
        let mut file = atomic_write_file::AtomicWriteFile::open(folder.join(name))?;
        file.write_all(&serde_json::to_vec_pretty(value)?)?;
        file.commit()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    #[test]
    fn corrections_survive() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::in_folder(folder.path().join("deep/er"));
        let mut edits = Edits::default();
        let key = FactKey { report: ReportId("ab".into()), span: Span::new(3, 9), rank: 0 };
        edits.facts.insert(key, FactEdit { struck: true, value: Some(12.5), ..FactEdit::default() });
        let added = AddedFact {
            indicator: "幼儿园数".to_owned(),
            series: Some("kindergarten.count".to_owned()),
            value: 3.5,
            decimals: 1,
            unit: None,
            kind: crate::model::Kind::Level,
            status: crate::model::Status::Target,
            period: Some(crate::model::Period::school_year(2021)),
            place: None,
        };
        edits.added.insert(FactKey::added(ReportId("ab".into()), Span::new(12, 15)), added);
        edits.reports.insert(ReportId("cd".into()), ReportEdit { year: Some(2019), ..ReportEdit::default() });
        store.save_edits(&edits).unwrap();
        assert_eq!(store.edits(), edits);
    }

    #[test]
    fn what_cannot_be_read_is_put_aside() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::in_folder(folder.path().to_owned());
        std::fs::write(folder.path().join("settings.json"), b"{ half").unwrap();
        assert_eq!(store.settings(), Settings::default());
        assert_eq!(std::fs::read(folder.path().join("settings.unreadable.json")).unwrap(), b"{ half");
    }
}
