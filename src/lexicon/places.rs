//! The table of places: provinces, cities, counties, with their former names.

use super::TableError;
use crate::model::Place;

/// Every administrative division down to the county.
#[derive(Debug, Default)]
pub struct Places {}

impl Places {
    /// Reads `places.tsv`.
    pub fn read(_file: &str, _text: &str) -> Result<Self, TableError> {
        Ok(Self::default())
    }

    /// The place that a person or a table means by a path (`山西省/吕梁市`), a full name or a safe short name; within
    /// `scope` first. `None` where nothing or more than one fits.
    pub fn resolve(&self, _name: &str, _scope: Option<&Place>) -> Option<Place> {
        None
    }

    /// The places named in a stretch of view text, as byte ranges, longest name first, no overlaps. County names count only
    /// within `scope`'s city or county; provinces and cities everywhere.
    pub fn find(&self, _text: &str, _scope: Option<&Place>) -> Vec<(std::ops::Range<usize>, Place)> {
        Vec::new()
    }
}
