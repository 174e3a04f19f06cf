//! The tables of `assets/lexicon`, read and checked once. Holds words, no grammar.

mod roles;
mod indicators;
mod places;
mod read;
mod units;

use std::io::BufReader;
use std::sync::{Arc, LazyLock};

use jieba_rs::Jieba;

pub use roles::{Masks, Roles};
pub use indicators::{Indicators, Part, PartForm};
pub use places::Places;
pub use read::TableError;
pub use units::{Dimension, Guard, Unit, Units};

/// Everything the passes of extraction look up.
#[derive(Debug)]
pub struct Lexicon {
    pub places: Places,
    /// The word cutter with the domain's words in it.
    pub jieba: Jieba,
    pub units: Units,
    pub roles: Roles,
    pub masks: Masks,
    pub indicators: Indicators,
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
        for row in read::rows("words.tsv", include_str!("../../assets/lexicon/words.tsv"), 3).expect("words.tsv") {
            jieba.add_word(row.cell(0), row.cell(1).parse().ok(), Some(row.cell(2)));
        }
        Self { places: Places::read("places.tsv", include_str!("../../assets/lexicon/places.tsv")).expect("places.tsv"),
            jieba,
            units: Units::read("units.tsv", include_str!("../../assets/lexicon/units.tsv")).expect("units.tsv"),
            roles: Roles::read("roles.tsv", include_str!("../../assets/lexicon/roles.tsv")).expect("roles.tsv"),
            masks: Masks::read("masks.tsv", include_str!("../../assets/lexicon/masks.tsv")).expect("masks.tsv"),
            indicators: Indicators::read("indicators.tsv", include_str!("../../assets/lexicon/indicators.tsv")).expect("indicators.tsv"),
        }
    }
}
