//! How sure a row is: everything stated and nothing guessed is sure; what was inherited over a sentence or could not be told is
//! not.

use crate::model::{Confidence, Inferred, Period};

/// What speaks for and against a row.
#[expect(clippy::struct_excessive_bools, reason = "each is one thing to weigh")]
pub(super) struct Evidence<'a> {
    /// Guesses made for the name.
    pub doubt: u8,
    /// Words had to go for the name to fit.
    pub shortened: bool,
    pub name: &'a str,
    /// Hardly a word of the name is its own: 遴选学校数.
    pub says_little: bool,
    pub has_unit: bool,
    /// Percentage points that are no change: a distance of two things, of which only one is named.
    pub distance: bool,
    /// 去年 may be the year before the report's or the one under review.
    pub last_year: bool,
    /// The numeral had a slip of recognition.
    pub mended: bool,
    pub has_series: bool,
    pub period: Option<&'a Inferred<Period>>,
    /// The status comes from a word of the clause or there is nothing that speaks against it.
    pub mixed_status: bool,
    /// Something that is done or planned (新建, 投资), and no word of the sentence or the report says which.
    pub untold: bool,
    /// The rules that made the name.
    pub rules: &'a [&'static str],
}

/// The confidence of a row.
pub(super) fn of(evidence: &Evidence<'_>) -> Confidence {
    let mut doubt = 0;
    weigh(evidence, |_, more| doubt += more);
    match doubt {
        0 => Confidence::Sure,
        1 | 2 => Confidence::Likely,
        _ => Confidence::Doubtful,
    }
}

/// Hands on what speaks against a row, and how much.
pub(super) fn weigh(evidence: &Evidence<'_>, mut doubt: impl FnMut(Doubt, u8)) {
    let length = evidence.name.chars().count();
    let mut against = |is: bool, reason: Doubt, more: u8| {
        if is && more > 0 {
            doubt(reason, more);
        }
    };
    against(true, Doubt::Guessed, evidence.doubt);
    against(!evidence.has_unit, Doubt::NoUnit, 3);
    against(evidence.has_unit && length < 2, Doubt::NoName, 3);
    against(evidence.distance, Doubt::Distance, 1);
    against(evidence.last_year, Doubt::LastYear, 1);
    against(evidence.mended, Doubt::Mended, 3);
    against(evidence.mixed_status, Doubt::MixedStatus, 1);
    against(evidence.period.is_none(), Doubt::NoPeriod, 1);
    against(evidence.untold, Doubt::Untold, 1);
    // a name the dictionary does not know has to stand plainly beside its number
    if !evidence.has_series {
        let near = ["增减承上", "主题承上", "动作在后"];
        let inherited =
            ["承上", "承前", "并入", "在后", "总项"].iter().any(|word| evidence.rules.iter().any(|rule| !near.contains(rule) && rule.contains(word)));
        let unusual = !(4..=13).contains(&length);
        against(inherited, Doubt::Inherited, 1);
        against(evidence.shortened, Doubt::Shortened, 1);
        against(unusual && !inherited && !evidence.shortened, Doubt::Unusual, 1);
        against(evidence.says_little, Doubt::SaysLittle, 1);
    }
}

/// What speaks against a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Doubt {
    /// Parts of the name were guessed.
    Guessed,
    NoUnit,
    NoName,
    Distance,
    LastYear,
    Mended,
    MixedStatus,
    NoPeriod,
    /// No word says whether it was done or is to be done.
    Untold,
    /// The name was taken over from elsewhere and the dictionary does not know it.
    Inherited,
    Shortened,
    /// Very short or very long.
    Unusual,
    SaysLittle,
}

impl Doubt {
    /// The key of the interface's words.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Guessed => "trace-doubt-guessed",
            Self::NoUnit => "trace-doubt-no-unit",
            Self::NoName => "trace-doubt-no-name",
            Self::Distance => "trace-doubt-distance",
            Self::LastYear => "trace-doubt-last-year",
            Self::Mended => "trace-doubt-mended",
            Self::MixedStatus => "trace-doubt-mixed-status",
            Self::NoPeriod => "trace-doubt-no-period",
            Self::Untold => "trace-doubt-untold",
            Self::Inherited => "trace-doubt-inherited",
            Self::Shortened => "trace-doubt-shortened",
            Self::Unusual => "trace-doubt-unusual",
            Self::SaysLittle => "trace-doubt-says-little",
        }
    }
}
