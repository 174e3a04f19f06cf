//! A step of how a row was read, in words: the command line and the window say the same with them.

use crate::locale::Words;
use crate::model::Trace;
use crate::text::{Source, visible};

/// The words of one step, without its parts. Each but the first may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What was decided.
    pub what: String,
    /// The value, or the report's words, then in quotation marks.
    pub said: String,
    /// The name of it in the tables of the lexicon: for files and for those who write tables.
    pub code: String,
    /// In which way it was decided.
    pub how: String,
}

/// The words of a step in the interface's language. What the report says, letter for letter at the step's place, is quoted.
pub fn step(tree: &Trace, source: &Source, words: &Words) -> Step {
    let (said, code) = match tree.what.as_str() {
        "explain-field-series" => ("", tree.words.as_str()),
        "trace-series-part" => tree.words.rsplit_once(" → ").unwrap_or((&tree.words, "")),
        _ => (tree.words.as_str(), ""),
    };
    let is_quoted = !said.is_empty() && tree.span.is_some_and(|span| source.slice(span).trim() == said);
    let said = visible(said);
    let said = if is_quoted { words.with("trace-quoted", &[("words", said.into())]) } else { said };
    Step { what: words.t(&tree.what).to_owned(), said, code: visible(code), how: words.t(&tree.how).to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;
    use crate::text::Span;

    #[test]
    fn only_what_the_report_says_there_is_quoted() {
        let source = Source::new("新建幼儿园5所");
        let at = |start: usize, end: usize| Some(Span::new(start, end));
        for (tree, chinese, english) in [
            (
                Trace::new("trace-word-action").words("新建").how("trace-from-before").at(at(0, 6)),
                ["动作", "“新建”", "", "同一分句，数字之前"],
                ["action", "“新建”", "", "same clause, before the number"],
            ),
            (Trace::new("trace-word-ending").words("数"), ["词尾", "数", "", ""], ["ending", "数", "", ""]),
            (Trace::new("explain-field-value").words("5").at(at(15, 19)), ["数值", "5", "", ""], ["value", "5", "", ""]),
            (Trace::new("trace-word-action").words("扩建").at(at(0, 6)), ["动作", "扩建", "", ""], ["action", "扩建", "", ""]),
            (Trace::new("explain-field-series").words("a.count"), ["可比序列", "", "a.count", ""], ["series", "", "a.count", ""]),
            (Trace::new("trace-series-part").words("新建 → new"), ["组成", "新建", "new", ""], ["part", "新建", "new", ""]),
            (Trace::new("trace-series-part").words("新建"), ["组成", "新建", "", ""], ["part", "新建", "", ""]),
        ] {
            for (language, [what, said, code, how]) in [(Language::Chinese, chinese), (Language::English, english)] {
                let expected = Step { what: what.into(), said: said.into(), code: code.into(), how: how.into() };
                assert_eq!(step(&tree, &source, &Words::new(language)), expected, "{tree:?}");
            }
        }
    }
}
