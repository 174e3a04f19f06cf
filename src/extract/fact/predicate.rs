//! Numbers that are the subject of their clause: 119人获得市级表彰.

use super::carry::{fill, same_kind, whose_aid};
use super::compose::ending;
use super::edges::after_qualifier;
use super::memory::{At, Memory, Naming};
use super::name::Name;
use super::phrase;
use crate::lexicon::Lexicon;

/// 119人获得市级表彰: nothing before the number, no noun behind it.
pub(super) fn predicate_only(at: &At<'_, '_>, memory: &Memory, lexicon: &Lexicon) -> Naming {
    let rest = at.rest();
    let (_, predicate) = phrase::noun_and_predicate(after_qualifier(&rest, lexicon), lexicon);
    let words = phrase::words(phrase::predicate(predicate, lexicon), false, lexicon);
    let mut ending = ending(at.quantity);
    let institution = words.last().is_some_and(|word| word.text.ends_with(['园', '校', '学', '院']));
    if at.quantity.unit.as_deref() == Some("所") && !institution {
        ending = "学校数".into();
    }
    let mut rules = vec!["数量作主语"];
    let did = words.clone();
    let mut name = Name { words, ending };
    let mut doubt = 0;
    if name.is_thin(lexicon) && same_kind(&mut name, at, memory, lexicon, &mut rules) {
        return Naming { name, rules, doubt, same: false, task: false, action: did };
    }
    if name.is_thin(lexicon) {
        doubt += fill(&mut name, at, memory, lexicon, &mut rules);
    }
    whose_aid(&mut name, at, memory, lexicon, &mut rules);
    // 其余1所完工 of kindergartens
    if name.ending == "学校数" && name.words.iter().any(|word| word.text.ends_with(['园', '校']) || super::name::is_topic(&word.text, lexicon)) {
        name.ending = "数".into();
    }
    Naming { name, rules, doubt, same: false, task: false, action: Vec::new() }
}
