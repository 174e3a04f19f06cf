//! The tables of `assets/lexicon`, read and checked once. Holds words, no grammar.

mod columns;
mod cues;
mod index;
mod indicators;
mod initiatives;
mod marks;
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
pub use parts::Kinds;
pub use places::{Found, Places};
pub use read::TableError;
pub use roles::{Masks, Roles};
pub use themes::Themes;
pub use units::{Dimension, Guard, Unit, UnitCheck, Units};

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
    pub fn builtin() -> Arc<Self> {
        static BUILTIN: LazyLock<Arc<Lexicon>> = LazyLock::new(|| Arc::new(Lexicon::read_builtin()));
        BUILTIN.clone()
    }

    #[expect(clippy::expect_used, reason = "the built-in tables are part of the program and checked by its tests")]
    fn read_builtin() -> Self {
        let dictionary = flate2::read::GzDecoder::new(include_bytes!("../../assets/lexicon/jieba/dict.txt.gz").as_slice());
        let mut jieba = Jieba::with_dict(&mut BufReader::new(dictionary)).expect("the word list of jieba");
        let mut tags = Index::default();
        for row in read::rows("words.tsv", include_str!("../../assets/lexicon/words.tsv"), 3).expect("words.tsv") {
            jieba.add_word(row.cell(0), row.cell(1).parse().ok(), Some(row.cell(2)));
            if jieba.tag(row.cell(0), false).first().is_none_or(|tag| tag.tag != row.cell(2)) {
                tags.insert(row.cell(0), row.cell(2).to_owned());
            }
        }
        let places = Places::read(
            ("places.tsv", include_str!("../../assets/lexicon/places.tsv")),
            ("place-traps.tsv", include_str!("../../assets/lexicon/place-traps.tsv")),
        );
        Self {
            initiatives: Initiatives::read("initiatives.tsv", include_str!("../../assets/lexicon/initiatives.tsv")).expect("initiatives.tsv"),
            themes: Themes::read("themes.tsv", include_str!("../../assets/lexicon/themes.tsv")).expect("themes.tsv"),
            cues: InitiativeCues::read(
                ("initiative_cues.tsv", include_str!("../../assets/lexicon/initiative_cues.tsv")),
                ("initiative_traps.tsv", include_str!("../../assets/lexicon/initiative_traps.tsv")),
            )
            .expect("initiative_cues.tsv and initiative_traps.tsv"),
            furniture: Marks::read(
                "furniture.tsv",
                include_str!("../../assets/lexicon/furniture.tsv"),
                3,
                &["line", "holds", "whole", "rest", "foot", "copy", "end"],
            )
            .expect("furniture.tsv"),
            headings: Marks::read(
                "headings.tsv",
                include_str!("../../assets/lexicon/headings.tsv"),
                2,
                &["plan", "task", "done", "state", "lead", "opens", "label", "speech", "title", "review", "ahead", "both", "past", "now"],
            )
            .expect("headings.tsv"),
            place_cues: Marks::read(
                "place-cues.tsv",
                include_str!("../../assets/lexicon/place-cues.tsv"),
                2,
                &["office", "other", "partner", "province", "city", "county", "whole"],
            )
            .expect("place-cues.tsv"),
            outlets: Marks::read(
                "outlets.tsv",
                include_str!("../../assets/lexicon/outlets.tsv"),
                2,
                &["official", "newspaper", "repost", "reworded", "office", "press", "speech", "outlet"],
            )
            .expect("outlets.tsv"),
            places: places.expect("the tables of places"),
            jieba,
            tags,
            units: Units::read("units.tsv", include_str!("../../assets/lexicon/units.tsv")).expect("units.tsv"),
            columns: Columns::read("columns.tsv", include_str!("../../assets/lexicon/columns.tsv")).expect("columns.tsv"),
            roles: Roles::read("roles.tsv", include_str!("../../assets/lexicon/roles.tsv")).expect("roles.tsv"),
            masks: Masks::read("masks.tsv", include_str!("../../assets/lexicon/masks.tsv")).expect("masks.tsv"),
            indicators: Indicators::read("indicators.tsv", include_str!("../../assets/lexicon/indicators.tsv")).expect("indicators.tsv"),
            shorter: roles::shorter("short.tsv", include_str!("../../assets/lexicon/short.tsv")).expect("short.tsv"),
            parts: parts::read("parts.tsv", include_str!("../../assets/lexicon/parts.tsv")).expect("parts.tsv"),
            rules: read_rules("rules.tsv", include_str!("../../assets/lexicon/rules.tsv")).expect("rules.tsv"),
        }
    }
}

/// Rules and their keys: `rules.tsv`.
fn read_rules(file: &str, text: &str) -> Result<BTreeMap<String, String>, TableError> {
    let mut out = BTreeMap::new();
    for row in read::rows(file, text, 2)? {
        if row.cell(1).is_empty() {
            return Err(row.error("a rule and its key are wanted"));
        }
        if out.insert(row.cell(0).to_owned(), row.cell(1).to_owned()).is_some() {
            return Err(row.error(format!("{} stands twice", row.cell(0))));
        }
    }
    Ok(out)
}
