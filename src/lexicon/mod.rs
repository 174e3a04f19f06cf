//! The tables of `assets/lexicon`, read and checked once. Holds words, no grammar.

mod columns;
mod cues;
mod index;
mod indicators;
mod initiatives;
mod marks;
mod meanings;
mod parts;
mod places;
mod read;
mod roles;
mod themes;
mod units;

use std::collections::BTreeMap;
use std::io::BufReader;
use std::sync::{Arc, LazyLock};

use jieba_rs::Jieba;

pub use columns::{Columns, Holds};
pub use cues::{Head, InitiativeCues};
pub(crate) use index::{Finder, Index};
pub use indicators::{Indicators, Part, PartForm};
pub use initiatives::{Initiatives, KnownHit, KnownInitiative};
pub use marks::{Mark, Marks};
pub use meanings::{Better, Meaning, Meanings};
pub use parts::Kinds;
pub use places::{Found, Places};
pub use read::{Problem, TableError};
pub use roles::{Masks, Roles};
pub use themes::Themes;
pub use units::{Dimension, Guard, Unit, UnitCheck, Units};

/// The word list of jieba, packed.
const JIEBA: &[u8] = include_bytes!("../../assets/lexicon/jieba/dict.txt.gz");

/// The built-in tables by the names of their files.
const TABLES: &[(&str, &str)] = &[
    ("columns.tsv", include_str!("../../assets/lexicon/columns.tsv")),
    ("meanings.tsv", include_str!("../../assets/lexicon/meanings.tsv")),
    ("furniture.tsv", include_str!("../../assets/lexicon/furniture.tsv")),
    ("headings.tsv", include_str!("../../assets/lexicon/headings.tsv")),
    ("indicators.tsv", include_str!("../../assets/lexicon/indicators.tsv")),
    ("initiative_cues.tsv", include_str!("../../assets/lexicon/initiative_cues.tsv")),
    ("initiative_traps.tsv", include_str!("../../assets/lexicon/initiative_traps.tsv")),
    ("initiatives.tsv", include_str!("../../assets/lexicon/initiatives.tsv")),
    ("masks.tsv", include_str!("../../assets/lexicon/masks.tsv")),
    ("outlets.tsv", include_str!("../../assets/lexicon/outlets.tsv")),
    ("parts.tsv", include_str!("../../assets/lexicon/parts.tsv")),
    ("place-cues.tsv", include_str!("../../assets/lexicon/place-cues.tsv")),
    ("place-traps.tsv", include_str!("../../assets/lexicon/place-traps.tsv")),
    ("places.tsv", include_str!("../../assets/lexicon/places.tsv")),
    ("roles.tsv", include_str!("../../assets/lexicon/roles.tsv")),
    ("rules.tsv", include_str!("../../assets/lexicon/rules.tsv")),
    ("short.tsv", include_str!("../../assets/lexicon/short.tsv")),
    ("themes.tsv", include_str!("../../assets/lexicon/themes.tsv")),
    ("units.tsv", include_str!("../../assets/lexicon/units.tsv")),
    ("words.tsv", include_str!("../../assets/lexicon/words.tsv")),
];

/// Everything the passes of extraction look up.
#[derive(Debug)]
pub struct Lexicon {
    pub places: Places,
    /// Initiatives known across the country.
    pub initiatives: Initiatives,
    pub themes: Themes,
    /// The words by which names of initiatives are told.
    pub cues: InitiativeCues,
    /// What stands on a page around a report.
    pub furniture: Marks,
    /// Words of headings, titles and leads.
    pub headings: Marks,
    /// Words that show which place a report is about.
    pub place_cues: Marks,
    /// Words that show how near a text stands to the office that wrote it.
    pub outlets: Marks,
    /// The word cutter with the domain's words in it.
    pub jieba: Jieba,
    /// Parts of speech that the word cutter's own list says otherwise: it keeps its own for a word it knows.
    pub(crate) tags: Index<String>,
    /// Units and classifiers.
    pub units: Units,
    /// What the heads of tables say.
    pub columns: Columns,
    /// What the keys of indicators say of them.
    pub meanings: Meanings,
    /// Words by their role around a number.
    pub roles: Roles,
    /// Fixed words whose numerals count nothing.
    pub masks: Masks,
    /// The parts that names of indicators are made of.
    pub indicators: Indicators,
    /// Wordings with shorter ones, for names that are too long.
    pub shorter: Vec<(String, String)>,
    /// Kinds that exclude one another.
    pub parts: Vec<Kinds>,
    /// The keys of the sentences that say what rules do.
    pub rules: BTreeMap<String, String>,
}

impl Lexicon {
    /// The tables that are built into the program. The first call reads them (some hundred milliseconds): call it off the
    /// interface thread.
    #[expect(clippy::expect_used, reason = "the built-in tables are part of the program and checked by its tests")]
    pub fn builtin() -> Arc<Self> {
        static BUILTIN: LazyLock<Arc<Lexicon>> = LazyLock::new(|| Arc::new(Lexicon::with(&BTreeMap::new()).expect("the built-in tables")));
        BUILTIN.clone()
    }

    /// The names of the tables that there are.
    pub fn tables() -> impl Iterator<Item = &'static str> {
        TABLES.iter().map(|(name, _)| *name)
    }

    /// The built-in tables, those that are `given` (by the name of the file) in place of theirs.
    ///
    /// # Errors
    /// The first line that cannot be read, with the name of its table. Names that are none of [`tables`](Self::tables) are not
    /// looked at.
    pub fn with(given: &BTreeMap<String, String>) -> Result<Self, TableError> {
        let mut it = Self::without_words(given)?;
        // last, because it takes the longest
        (it.jieba, it.tags) = words("words.tsv", given.get("words.tsv").map_or_else(|| built_in("words.tsv"), String::as_str))?;
        Ok(it)
    }

    /// The same with a word cutter that knows no word.
    pub(crate) fn without_words(given: &BTreeMap<String, String>) -> Result<Self, TableError> {
        let of = |name: &str| given.get(name).map_or_else(|| built_in(name), String::as_str);
        let places = Places::read(("places.tsv", of("places.tsv")), ("place-traps.tsv", of("place-traps.tsv")));
        Ok(Self {
            initiatives: Initiatives::read("initiatives.tsv", of("initiatives.tsv"))?,
            themes: Themes::read("themes.tsv", of("themes.tsv"))?,
            cues: InitiativeCues::read(("initiative_cues.tsv", of("initiative_cues.tsv")), ("initiative_traps.tsv", of("initiative_traps.tsv")))?,
            furniture: Marks::read("furniture.tsv", of("furniture.tsv"), 3, &["line", "holds", "whole", "rest", "foot", "copy", "end"])?,
            headings: Marks::read(
                "headings.tsv",
                of("headings.tsv"),
                2,
                &[
                    "plan", "task", "done", "state", "lead", "opens", "label", "speech", "title", "review", "ahead", "both", "past", "now", "urges",
                    "tells", "aims",
                ],
            )?,
            place_cues: Marks::read(
                "place-cues.tsv",
                of("place-cues.tsv"),
                2,
                &["office", "other", "partner", "province", "city", "county", "whole"],
            )?,
            outlets: Marks::read(
                "outlets.tsv",
                of("outlets.tsv"),
                2,
                &["official", "newspaper", "repost", "reworded", "office", "press", "speech", "outlet"],
            )?,
            places: places?,
            jieba: Jieba::empty(),
            tags: Index::default(),
            units: Units::read("units.tsv", of("units.tsv"))?,
            columns: Columns::read("columns.tsv", of("columns.tsv"))?,
            meanings: Meanings::read("meanings.tsv", of("meanings.tsv"))?,
            roles: Roles::read("roles.tsv", of("roles.tsv"))?,
            masks: Masks::read("masks.tsv", of("masks.tsv"))?,
            indicators: Indicators::read("indicators.tsv", of("indicators.tsv"))?,
            shorter: roles::shorter("short.tsv", of("short.tsv"))?,
            parts: parts::read("parts.tsv", of("parts.tsv"))?,
            rules: read_rules("rules.tsv", of("rules.tsv"))?,
        })
    }
}

/// The text of a built-in table.
fn built_in(name: &str) -> &'static str {
    TABLES.iter().find(|(table, _)| *table == name).map_or("", |(_, text)| *text)
}

/// The word cutter with the words of `words.tsv`, and the tags of those that it would give another.
fn words(file: &str, text: &str) -> Result<(Jieba, Index<String>), TableError> {
    let rows = read::rows(file, text, 3)?;
    let mut frequencies = Vec::with_capacity(rows.len());
    for row in &rows {
        if row.cell(0).is_empty() {
            return Err(row.error(Problem::Empty(1)));
        }
        frequencies.push(match row.cell(1) {
            "" => None,
            cell => Some(cell.parse().map_err(|_| row.error(Problem::Number(cell.to_owned())))?),
        });
    }
    let dictionary = flate2::read::GzDecoder::new(JIEBA);
    let mut jieba = Jieba::with_dict(&mut BufReader::new(dictionary)).map_err(|error| TableError {
        file: "dict.txt".to_owned(),
        line: 0,
        problem: error.to_string().into(),
    })?;
    let mut tags = Index::default();
    for (row, frequency) in rows.iter().zip(frequencies) {
        jieba.add_word(row.cell(0), frequency, Some(row.cell(2)));
        if jieba.tag(row.cell(0), false).first().is_none_or(|tag| tag.tag != row.cell(2)) {
            tags.insert(row.cell(0), row.cell(2).to_owned());
        }
    }
    Ok((jieba, tags))
}

/// Rules and their keys: `rules.tsv`.
fn read_rules(file: &str, text: &str) -> Result<BTreeMap<String, String>, TableError> {
    let mut out = BTreeMap::new();
    for row in read::rows(file, text, 2)? {
        if row.cell(1).is_empty() {
            return Err(row.error(Problem::Empty(2)));
        }
        if out.insert(row.cell(0).to_owned(), row.cell(1).to_owned()).is_some() {
            return Err(row.error(Problem::Twice(row.cell(0).to_owned())));
        }
    }
    Ok(out)
}
