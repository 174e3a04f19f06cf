//! Named programmes, reforms, policies, systems and events: what rules propose ([`paper`], [`quoted`], [`heads`], [`known`]),
//! what overlaps settle, and the mentions of one thing brought together. Does not say what was done with an initiative.

mod candidate;
mod heads;
mod known;
mod label;
mod marks;
mod paper;
mod quoted;
mod repeats;
mod scan;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ops::Range;

use self::candidate::{Candidate, settle};
use self::scan::Scan;
use super::Passage;
use crate::lexicon::Lexicon;
use crate::model::{Initiative, InitiativeKind, Outline, Place, ReportMeta, Weight};
use crate::text::{Source, Span};

/// The initiatives of a report with all their mentions, sorted by first mention.
pub(super) fn read(source: &Source, outline: &Outline, passages: &[Passage], meta: &ReportMeta, lexicon: &Lexicon) -> Vec<Initiative> {
    let scope = meta.place.as_ref().map(|place| &place.value);
    let scans: Vec<Scan<'_>> = passages.iter().map(|passage| Scan::new(passage, lexicon, scope)).collect();
    let mut found: Vec<Vec<Candidate>> = scans
        .iter()
        .map(|scan| {
            let mut all = known::find(scan);
            let known: Vec<Range<usize>> = all.iter().map(|candidate| candidate.range.clone()).collect();
            let papers = paper::find(scan);
            all.extend(quoted::find(scan));
            // two known names in one are two names
            all.extend(heads::find(scan).into_iter().filter(|candidate| inside(&known, &candidate.range) < 2));
            // nothing inside book marks but the paper itself
            all.retain(|candidate| !scan.is_in_book(&candidate.range));
            all.extend(papers);
            settle(all)
        })
        .collect();
    repeats::add(&scans, &mut found);
    let mut gathered = Gathered::default();
    let headings = outline.headings();
    // what stands again is joined to what it repeats, wherever that stands
    for again in [false, true] {
        for ((passage, scan), candidates) in passages.iter().zip(&scans).zip(&found) {
            let heading = headings.get(passage.block).copied().flatten().map_or("", |block| first(source.slice(block.span)));
            for candidate in candidates.iter().filter(|candidate| repeats::is_again(candidate) == again) {
                gathered.add(candidate, source, passage, scan, heading, scope);
            }
        }
    }
    gathered.finish()
}

/// The initiatives so far, by what makes them one.
#[derive(Default)]
struct Gathered {
    out: Vec<Initiative>,
    by_key: BTreeMap<String, usize>,
    /// The papers so far by the ends of their titles, brackets left out: which initiative the latest of them is.
    papers: BTreeMap<String, usize>,
    /// The short forms that names gave themselves, and the forms under which they may stand again.
    shorts: BTreeMap<String, usize>,
}

impl Gathered {
    fn add(&mut self, candidate: &Candidate, source: &Source, passage: &Passage, scan: &Scan<'_>, heading: &str, scope: Option<&Place>) {
        let mention = passage.view.back(candidate.range.clone());
        // verbatim, but without the blanks of layout
        let verbatim = source.slice(mention);
        let name = if verbatim.contains(char::is_whitespace) { &scan.text[candidate.range.clone()] } else { verbatim };
        let index = match self.short_of(name, candidate.kind) {
            Some(index) => index,
            None if candidate.rule == "文件简称" && !is_issued(scan, candidate) => return,
            None if repeats::is_again(candidate) => return,
            None => self.open(candidate, name, passage, scan, heading, scope),
        };
        if let Some(short) = repeats::abbreviation(scan, candidate.range.end) {
            self.shorts.insert(short.to_owned(), index);
        }
        for form in repeats::forms(scan, candidate) {
            self.shorts.entry(form).or_insert(index);
        }
        let initiative = &mut self.out[index];
        initiative.mentions.push(mention);
        initiative.rules.push(candidate.rule.to_owned());
        let length = |text: &str| text.chars().count();
        let (old, new) = (length(&initiative.name), length(name));
        if new > old && new <= 24 && candidate.rule != "文件简称" && initiative.kind != InitiativeKind::Document {
            name.clone_into(&mut initiative.name);
        }
        if candidate.weight == Weight::Main && initiative.kind == candidate.kind {
            initiative.weight = Weight::Main;
        }
    }

    /// The initiative that a candidate names, made if it is new.
    fn open(&mut self, candidate: &Candidate, name: &str, passage: &Passage, scan: &Scan<'_>, heading: &str, scope: Option<&Place>) -> usize {
        let lexicon = scan.lexicon;
        let is_paper = candidate.kind == InitiativeKind::Document;
        let known = candidate.row.map(|row| &lexicon.initiatives.rows()[row]).or_else(|| label::known_in(name, is_paper, lexicon));
        let core = label::core(name, scope, lexicon);
        let cluster = known.map_or_else(|| core.clone(), |known| known.name.clone());
        let key = if is_paper { format!("《{core}》") } else { cluster.clone() };
        if let Some(&index) = self.by_key.get(&key) {
            return index;
        }
        let sentence = passage.sentences.get(passage.sentences.partition_point(|range| range.end <= candidate.range.start));
        let sentence = sentence.map_or("", |range| around(scan.text, range, &candidate.range));
        let theme = known.map_or_else(|| label::theme(name, sentence, heading, lexicon), |known| known.theme.clone());
        let weight = if is_paper && theme == "党建与思政" { Weight::Optional } else { candidate.weight };
        let index = self.out.len();
        self.out.push(Initiative {
            name: name.to_owned(),
            kind: candidate.kind,
            theme,
            cluster,
            family: known.and_then(|known| known.family.clone()),
            weight,
            mentions: Vec::new(),
            rules: Vec::new(),
        });
        self.by_key.insert(key, index);
        if is_paper {
            let title = paper::bare(name.trim_matches(['《', '》']));
            self.papers.insert(String::new(), index);
            self.papers.extend(title.char_indices().rev().take(SHORT).map(|(at, _)| (title[at..].to_owned(), index)));
        }
        index
    }

    /// The latest paper whose title ends with the short form.
    fn paper_for(&self, short: &str) -> Option<usize> {
        self.papers.get(short).copied()
    }

    /// The initiative that this name is short for: it gave itself the name, or it is a paper whose title ends with this one.
    fn short_of(&self, name: &str, kind: InitiativeKind) -> Option<usize> {
        let short = name.trim_matches(['《', '》', '“', '”', '"']);
        let is_title = kind == InitiativeKind::Document && short.chars().count() <= SHORT;
        self.shorts.get(short).copied().or_else(|| if is_title { self.paper_for(short) } else { None })
    }

    fn finish(mut self) -> Vec<Initiative> {
        for initiative in &mut self.out {
            let mut both: Vec<(Span, String)> = initiative.mentions.drain(..).zip(initiative.rules.drain(..)).collect();
            both.sort();
            (initiative.mentions, initiative.rules) = both.into_iter().unzip();
        }
        self.out.retain(|initiative| !initiative.mentions.is_empty());
        self.out.sort_by_key(|initiative| initiative.mentions[0]);
        self.out
    }
}

/// The beginning of a heading.
fn first(heading: &str) -> &str {
    &heading[..heading.floor_char_boundary(REACH)]
}

/// The most characters of a paper's short form.
const SHORT: usize = 6;

/// How many of the ranges, which are sorted and do not overlap, lie inside another.
fn inside(ranges: &[Range<usize>], outer: &Range<usize>) -> usize {
    let first = ranges.partition_point(|range| range.start < outer.start);
    ranges[first..].iter().take_while(|range| range.end <= outer.end).count()
}

/// How many bytes beside a name speak for its theme.
const REACH: usize = 240;

/// The part of a sentence that stands near a name.
fn around<'a>(text: &'a str, sentence: &Range<usize>, name: &Range<usize>) -> &'a str {
    let start = text.ceil_char_boundary(name.start.saturating_sub(REACH)).max(sentence.start);
    let end = text.floor_char_boundary((name.end + REACH).min(text.len())).min(sentence.end);
    text.get(start..end).unwrap_or("")
}

/// Whether a verb of issuing stands in the clause of a short form that no paper was named for.
fn is_issued(scan: &Scan<'_>, candidate: &Candidate) -> bool {
    let before = scan.clause_before(candidate.range.start);
    let after = scan.clause_after(candidate.range.end);
    ["issue"].iter().any(|class| scan.lexicon.cues.holds(class, before, 1) || scan.lexicon.cues.holds(class, after, 1)) || after.starts_with("要求")
}
