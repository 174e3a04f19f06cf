//! Duizhao 对照 reads the education work reports of Chinese cities: it shows them side by side with every named
//! initiative highlighted, turns each number of the prose into a row, and plots the rows over time per city.
//!
//! # The road of the data
//!
//! ```text
//! files ─► load ─► Source ─► extract(+lexicon) ─► Document ─► analysis ─► rows, groups, Chart ─► export
//!             │                                      │                        │
//!           jobs (threads, channel)          Arc in Workspace ◄── Command ── ui (reads state, sends commands)
//! ```
//!
//! # Who may import whom
//!
//! | module | imports | room for |
//! | --- | --- | --- |
//! | [`text`] | nothing of ours | text without meaning: spans, lines, lookup views, sentences, line breaks, highlight runs |
//! | [`model`] | text | the vocabulary: plain data that the other modules hand on |
//! | [`lexicon`] | text, model | the tables of `assets/lexicon`, read and checked |
//! | [`extract`] | text, model, lexicon | a report's text to a [`model::Document`]: pure passes |
//! | [`load`] | text, model | paths to decoded text; the only module that opens report files |
//! | [`analysis`] | text, model, lexicon | across reports: rows with corrections, series, groups of initiatives, charts |
//! | [`workspace`] | text, model, lexicon, analysis, locale, samples | the program's state and everything that can happen to it |
//! | [`export`] | text, model, analysis, locale | rows and figures as files |
//! | [`jobs`] | text, model, lexicon, extract, load, samples | named threads and their channel |
//! | [`locale`] | nothing of ours | the interface's words |
//! | [`samples`] | nothing of ours | the bundled sample reports |
//! | [`store`] | model, workspace | what is kept over restarts |
//! | [`cli`] | all but ui | the command line |
//! | [`ui`] | all | the only module that knows egui |
//!
//! # Invariants
//!
//! 1. [`extract::extract`] is a pure function of the text, the hints and the lexicon: no clock, no files, no randomness. It
//!    cannot fail, and the same input gives the same output byte for byte.
//! 2. There is one coordinate system: byte offsets into [`text::Source::text`], which never changes after loading. Passes
//!    may work on a [`text::View`] of it, and map every span back. Only what leaves the program counts in Unicode scalar
//!    values ([`text::Source::char_index`]).
//! 3. Every number on the screen leads back to a span; a value without a span does not exist.
//! 4. Passes add layers; none changes an earlier one.
//! 5. Nothing is averaged, converted or dropped silently; doubt and conflict are data.
//! 6. Achieved and planned values are different things everywhere.
//! 7. What a person corrected ([`model::Edits`]) wins over what was extracted, in table, plot and export alike, because all
//!    three read [`analysis::rows`]. What follows from stated rows ([`analysis::computed`]) is never among these, and goes
//!    with the figures it follows from.
//! 8. Domain words live in `assets/lexicon`, the interface's words in `assets/locale`; a `.rs` file holds Chinese only as
//!    grammar, examples and tests.
//! 9. `ui` reads state and sends commands; only [`workspace::apply`] changes state; only `ui` knows egui.
//! 10. Effects are values: a test can run the program without window, disk or thread.
//! 11. The program opens no network connection.
//!
//! All of this that a test can see is checked by `tests/tidy.rs`.

pub mod analysis;
pub mod cli;
pub mod export;
pub mod extract;
pub mod jobs;
pub mod lexicon;
pub mod load;
pub mod locale;
pub mod model;
pub mod samples;
pub mod store;
pub mod text;
pub mod ui;
pub mod workspace;
