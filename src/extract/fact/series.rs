//! The key of an indicator: made of the pieces of its name where all of it is known to the dictionary, else none.

use crate::lexicon::{Lexicon, Part};

/// The key of the name of an indicator counted in `unit`.
///
/// Two names share a key only if topic, narrower kind, action and measure are the same; what is not wholly understood has none.
pub(super) fn key(name: &str, unit: Option<&str>, lexicon: &Lexicon) -> Option<String> {
    let pieces = lexicon.indicators.pieces(name)?;
    let of = |part: Part| {
        let mut keys: Vec<&str> = pieces.iter().filter(|form| form.part == part).map(|form| form.key.as_str()).collect();
        if part == Part::Attribute {
            keys.sort_unstable();
        }
        keys.dedup();
        keys
    };
    let measures = of(Part::Measure);
    if measures.len() != 1 {
        return None;
    }
    // a change in percent keeps the series of its level, so the unit only has to fit where the level's own unit is given
    let fits = pieces
        .iter()
        .filter(|form| form.part == Part::Measure)
        .all(|form| form.units.is_empty() || unit.is_some_and(|unit| form.units.iter().any(|u| u == unit)));
    if !fits {
        return None;
    }
    let topics = of(Part::Topic);
    let attributes = of(Part::Attribute);
    let actions = of(Part::Action);
    if topics.is_empty()
        && attributes.is_empty()
        && actions.is_empty()
        && matches!(measures[0], "count" | "persons" | "share" | "amount" | "area" | "visits" | "times" | "sessions")
    {
        return None;
    }
    Some([topics, attributes, actions, measures].concat().join("."))
}
