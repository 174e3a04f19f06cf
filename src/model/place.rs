//! Places and their level of government. The table itself is in the lexicon.

use serde::{Deserialize, Serialize};

/// The level of government a place stands on. Levels are never joined or ranked together unasked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    Province,
    City,
    County,
}

/// A place as the table of places names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The full path, province first: `山西省/大同市/云州区`.
    pub path: String,
    /// The six-digit code of the administrative division; none for a place that the table does not know.
    pub code: Option<u32>,
    pub level: Level,
}

impl Place {
    /// The last element of the path: `云州区`.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// Whether `other` lies inside this place or is it.
    pub fn covers(&self, other: &Self) -> bool {
        other.path == self.path || other.path.strip_prefix(&self.path).is_some_and(|rest| rest.starts_with('/'))
    }
}
