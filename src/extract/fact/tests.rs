//! Rows of short texts; the larger collection is in `tests/corpus`.
