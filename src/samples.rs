//! The bundled sample reports: in our own words, with facts and figures of public reports. Marked as samples everywhere.

use std::path::{Path, PathBuf};

/// The samples' file names and contents, in the order in which they are shown.
pub const SAMPLES: [(&str, &str); 6] = [
    ("01-luliang-plan-2023.txt", include_str!("../assets/samples/01-luliang-plan-2023.txt")),
    ("02-luliang-results-2023.txt", include_str!("../assets/samples/02-luliang-results-2023.txt")),
    ("03-xinzhou-2019.txt", include_str!("../assets/samples/03-xinzhou-2019.txt")),
    ("04-yunzhou-2022.txt", include_str!("../assets/samples/04-yunzhou-2022.txt")),
    ("05-changzhi-2024.txt", include_str!("../assets/samples/05-changzhi-2024.txt")),
    ("06-xinzhou-teachers-2019.txt", include_str!("../assets/samples/06-xinzhou-teachers-2019.txt")),
];

/// The paths under which the samples stand in the library; no such files exist.
pub fn paths() -> Vec<PathBuf> {
    SAMPLES.iter().map(|(name, _)| Path::new("samples").join(name)).collect()
}

/// The content of a sample.
pub fn content(path: &Path) -> Option<&'static str> {
    let name = path.file_name()?.to_str()?;
    SAMPLES.iter().find(|(sample, _)| *sample == name).map(|(_, text)| *text)
}
