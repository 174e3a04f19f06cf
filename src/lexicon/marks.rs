//! A table of words that each show one thing: page furniture, headings, outlets. Finds them; what follows from that is for the
//! passes to say.

use std::ops::Range;

use super::index::Finder;
use super::{TableError, read};

/// Words with what they show. All are looked for in one go, as the lookup view writes them.
#[derive(Debug)]
pub struct Marks {
    finder: Finder,
    words: Vec<(String, String)>,
}

/// A word that stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark<'a> {
    pub range: Range<usize>,
    pub word: &'a str,
    /// What it shows: the second column of its table.
    pub shows: &'a str,
}

impl Marks {
    /// Reads a table with the columns word and meaning, and others that are for its reader; `meanings` are those allowed.
    pub fn read(file: &str, text: &str, columns: usize, meanings: &[&str]) -> Result<Self, TableError> {
        let mut words = Vec::new();
        for row in read::rows(file, text, columns)? {
            if row.cell(0).is_empty() || !meanings.contains(&row.cell(1)) {
                return Err(row.error(format!("no word or no meaning: {} {}", row.cell(0), row.cell(1))));
            }
            words.push((row.cell(0).to_owned(), row.cell(1).to_owned()));
        }
        let finder = Finder::new(words.iter().map(|(word, _): &(String, String)| word.as_str()));
        Ok(Self { finder, words })
    }

    /// Every word of the table in `text`, those inside others too, in the order of their ends.
    pub fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Mark<'a>> {
        let mut all = Vec::new();
        self.finder.each(text, |number, range| {
            let (word, shows) = &self.words[number];
            all.push(Mark { range, word, shows });
        });
        all.sort_by_key(|mark| (mark.range.end, mark.range.start));
        all.into_iter()
    }

    /// Whether `text` begins with a word that shows `what`.
    pub fn begins(&self, text: &str, what: &str) -> bool {
        self.words.iter().any(|(word, shows)| shows == what && text.starts_with(word.as_str()))
    }

    /// Whether `text` ends with a word that shows `what`.
    pub fn ends(&self, text: &str, what: &str) -> bool {
        self.words.iter().any(|(word, shows)| shows == what && text.ends_with(word.as_str()))
    }

    /// Whether a word that shows `what` stands in `text`.
    pub fn holds(&self, text: &str, what: &str) -> bool {
        self.find(text).any(|mark| mark.shows == what)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_with_what_they_show() {
        let marks = Marks::read("t", "今后\tplan\n完成情况\tdone\n", 2, &["plan", "done"]).unwrap();
        let found: Vec<_> = marks.find("今后与完成情况").map(|mark| (mark.word, mark.shows)).collect();
        assert_eq!(found, [("今后", "plan"), ("完成情况", "done")]);
        assert!(marks.holds("今后", "plan") && !marks.holds("今后", "done"));
        assert!(marks.begins("今后的", "plan") && !marks.begins("的今后", "plan"));
        assert!(marks.ends("的今后", "plan") && !marks.ends("今后的", "plan"));
        assert_eq!(Marks::read("t", "a\tb\n", 2, &["c"]).unwrap_err().line, 1);
    }

    #[test]
    fn the_built_in_tables_are_whole() {
        let lexicon = crate::lexicon::Lexicon::builtin();
        assert!(lexicon.furniture.find("责任编辑:某人").any(|mark| mark.shows == "end"));
        assert!(lexicon.headings.holds("下一步工作", "plan"));
        assert!(lexicon.outlets.holds("本报讯", "newspaper"));
    }
}
