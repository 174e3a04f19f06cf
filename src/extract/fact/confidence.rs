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
    /// The rules that made the name.
    pub rules: &'a [&'static str],
}

/// The confidence of a row.
pub(super) fn of(evidence: &Evidence<'_>) -> Confidence {
    let length = evidence.name.chars().count();
    let mut doubt = evidence.doubt;
    if !evidence.has_unit || length < 2 {
        doubt += 3;
    }
    doubt += u8::from(evidence.distance) + u8::from(evidence.last_year);
    if evidence.mended {
        doubt += 3;
    }
    if evidence.mixed_status {
        doubt += 1;
    }
    if evidence.period.is_none() {
        doubt += 1;
    }
    // a name the dictionary does not know has to stand plainly beside its number
    if !evidence.has_series {
        let near = ["增减承上", "主题承上", "动作在后"];
        let inherited =
            ["承上", "承前", "并入", "在后", "总项"].iter().any(|word| evidence.rules.iter().any(|rule| !near.contains(rule) && rule.contains(word)));
        doubt += u8::from(evidence.shortened || inherited || !(4..=13).contains(&length));
        doubt += u8::from(evidence.shortened && inherited);
        doubt += u8::from(evidence.says_little);
    }
    match doubt {
        0 => Confidence::Sure,
        1 | 2 => Confidence::Likely,
        _ => Confidence::Doubtful,
    }
}
