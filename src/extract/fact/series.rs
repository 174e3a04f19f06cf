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
    let fits = pieces.iter().filter(|form| form.part == Part::Measure).all(|form| form.units.is_empty() || unit.is_some_and(|unit| form.units.iter().any(|u| u == unit)));
    if !fits {
        return None;
    }
    let mut topics = of(Part::Topic);
    let mut measures = measures;
    let attributes = of(Part::Attribute);
    let actions = of(Part::Action);
    // one level of schooling under two names
    let young = matches!(measures[0], "enrolled_k" | "intake_k");
    if young && topics.is_empty() {
        topics.push("kindergarten");
    }
    if young || matches!(measures[0], "fulltime_teachers" | "staff" | "enrolled" | "intake" | "graduates" | "budget_per_student" | "budget_spending_per_student") {
        for topic in &mut topics {
            if *topic == "preschool" {
                *topic = "kindergarten";
            }
        }
    }
    if measures[0] == "schools" && topics.len() == 1 && actions.is_empty() && !matches!(topics[0], "alliance" | "school_group" | "school_district" | "master_studio") {
        measures[0] = "count";
    }
    // 校长、教师: two populations in one count
    let persons = matches!(measures[0], "teachers" | "students" | "fulltime_teachers" | "staff");
    if persons && topics.iter().any(|topic| matches!(*topic, "principal" | "teacher" | "student" | "poor_student")) {
        return None;
    }
    if topics.is_empty() && attributes.is_empty() && actions.is_empty() && matches!(measures[0], "count" | "schools" | "coverage" | "persons" | "share" | "amount" | "area" | "visits" | "times" | "sessions") {
        return None;
    }
    Some([topics, attributes, actions, measures].concat().join("."))
}
