//! `duizhao explain`: how the row or initiative at a place in a report came about.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::{Arg, ArgGroup, ArgMatches, Command, value_parser};

use super::{Help, Terminal, input, subcommand, tables};
use crate::export::step::{Step, step};
use crate::extract::trace;
use crate::lexicon::Lexicon;
use crate::locale::Words;
use crate::model::{Document, Initiative, Trace};
use crate::text::{Source, Span, visible, visible_path};

pub(super) fn command(help: &Help) -> Command {
    let number = || value_parser!(usize);
    subcommand("explain", help, "cli-explain")
        .arg(Arg::new("file").value_name("FILE").required(true).value_parser(value_parser!(PathBuf)).help(help.of("cli-explain-file")))
        .arg(Arg::new("at").long("at").value_name("OFFSET").value_parser(number()).help(help.of("cli-explain-at")))
        .arg(Arg::new("row").long("row").value_name("N").value_parser(number()).help(help.of("cli-explain-row")))
        .arg(Arg::new("find").long("find").value_name("TEXT").help(help.of("cli-explain-find")))
        .arg(tables::arg(help))
        .group(ArgGroup::new("where").args(["at", "row", "find"]).required(true))
}

pub(super) fn run(matches: &ArgMatches, terminal: &mut Terminal<'_>) -> u8 {
    let Some(path) = matches.get_one::<PathBuf>("file") else { return 2 };
    let lexicon = match tables::read(matches, terminal) {
        Ok(lexicon) => lexicon,
        Err(code) => return code,
    };
    let report = match input::read(path, &lexicon) {
        Ok(report) => report,
        Err(error) => {
            let sentence = input::sentence(&error, terminal.words);
            terminal.complain(&sentence);
            return 1;
        }
    };
    let page = Page { document: &report.document, source: &report.document.source, words: terminal.words, lexicon: &lexicon };
    let shown = visible_path(path);
    let text = if let Some(&at) = matches.get_one::<usize>("at") {
        let chars = page.source.char_index(page.source.text().len());
        let beyond = || terminal.words.with("cli-error-offset", &[("offset", at.into()), ("count", chars.into())]);
        if at < chars { Ok(page.at(page.source.byte_index(at))) } else { Err(beyond()) }
    } else if let Some(&row) = matches.get_one::<usize>("row") {
        let count = report.document.facts.len();
        let none = || terminal.words.with("cli-error-row", &[("row", row.into()), ("path", shown.as_str().into()), ("count", count.into())]);
        row.checked_sub(1).filter(|&index| index < count).map(|index| page.fact(index)).ok_or_else(none)
    } else {
        let text = matches.get_one::<String>("find").map_or("", String::as_str);
        page.find(text).ok_or_else(|| terminal.words.with("cli-error-find", &[("path", shown.as_str().into()), ("text", visible(text).into())]))
    };
    let text = match text {
        Ok(text) => text,
        Err(sentence) => {
            terminal.complain(&sentence);
            return 2;
        }
    };
    match terminal.out.write_all(text.as_bytes()).and_then(|()| terminal.out.flush()) {
        Ok(()) => 0,
        Err(error) => terminal.failed_write(&error),
    }
}

/// Builds lines `label: value`.
struct Page<'a> {
    document: &'a Document,
    source: &'a Source,
    words: &'a Words,
    lexicon: &'a Lexicon,
}

impl Page<'_> {
    /// Everything that stands at byte `offset`.
    fn at(&self, offset: usize) -> String {
        let found = self.over(|span| span.contains(offset));
        if found.is_empty() { self.nothing(offset) } else { found.join("\n") }
    }

    /// Everything that stands where `text` does, else the numbers of the sentences that hold it.
    fn find(&self, text: &str) -> Option<String> {
        let places: Vec<Span> = self.source.text().match_indices(text).map(|(at, found)| Span::new(at, at + found.len())).collect();
        if text.is_empty() || places.is_empty() {
            return None;
        }
        let mut found = self.over(|span| places.iter().any(|place| place.overlaps(span)));
        if found.is_empty() {
            let facts = self.document.facts.iter().enumerate();
            let near = facts.filter(|(_, fact)| places.iter().any(|place| place.overlaps(fact.sentence)));
            found = near.map(|(index, _)| self.fact(index)).collect();
        }
        (!found.is_empty()).then(|| found.join("\n"))
    }

    /// The numbers and mentions whose span is one of those asked for.
    fn over(&self, wanted: impl Fn(Span) -> bool) -> Vec<String> {
        let facts = self.document.facts.iter().enumerate().filter(|(_, fact)| wanted(fact.span));
        let mut out: Vec<String> = facts.map(|(index, _)| self.fact(index)).collect();
        for initiative in &self.document.initiatives {
            let mentions = initiative.mentions.iter().enumerate().filter(|(_, span)| wanted(**span));
            out.extend(mentions.map(|(rank, &span)| self.initiative(initiative, rank, span)));
        }
        out
    }

    /// The tree of a row, and its sentence.
    fn fact(&self, index: usize) -> String {
        let mut out = String::new();
        if let Some(tree) = trace(self.document, index, self.lexicon) {
            self.branch(&mut out, &tree, 0);
        }
        if let Some(fact) = self.document.facts.get(index) {
            self.sentence(&mut out, fact.sentence);
        }
        out
    }

    /// One step of a tree as a line `label: words (how) [start, end)`, its parts beneath it.
    fn branch(&self, out: &mut String, tree: &Trace, depth: usize) {
        let Step { what, said, code, how } = step(tree, self.source, self.words);
        let _ = write!(out, "{}{what}", "  ".repeat(depth));
        let said: Vec<&str> = [&said, &code].into_iter().filter(|it| !it.is_empty()).map(String::as_str).collect();
        if !said.is_empty() {
            let _ = write!(out, ": {}", said.join(" → "));
        }
        if !how.is_empty() {
            let _ = write!(out, " ({how})");
        }
        if let Some(span) = tree.span {
            let _ = write!(out, " {}", self.position(span));
        }
        out.push('\n');
        for part in &tree.parts {
            self.branch(out, part, depth + 1);
        }
    }

    fn initiative(&self, initiative: &Initiative, rank: usize, span: Span) -> String {
        let mut out = self.head("explain-initiative", span);
        self.field(&mut out, "name", &initiative.name);
        self.field(&mut out, "kind", &self.word(initiative.kind));
        self.field(&mut out, "theme", &initiative.theme);
        self.field(&mut out, "cluster", &initiative.cluster);
        if let Some(family) = &initiative.family {
            self.field(&mut out, "family", family);
        }
        self.field(&mut out, "weight", &self.word(initiative.weight));
        let mentions: Vec<String> = initiative.mentions.iter().map(|&span| self.position(span)).collect();
        self.field(&mut out, "mentions", &mentions.join(" "));
        self.tree(&mut out, initiative.rules.get(rank).map_or(&[], std::slice::from_ref));
        if let Some(block) = self.document.outline.block_at(span.start as usize) {
            self.sentence(&mut out, sentence_at(self.source, self.document.outline.blocks[block].span, span));
        }
        out
    }

    /// Where there is neither: what the place is instead.
    fn nothing(&self, offset: usize) -> String {
        let document = self.document;
        let mut out = format!("{}\n", self.words.t("explain-nothing"));
        for left in document.not_captured.iter().filter(|left| left.span.contains(offset)) {
            self.field(&mut out, "left", &format!("{} ({})", self.source.slice(left.span), self.word(left.reason)));
        }
        let block = document.outline.block_at(offset).map(|index| &document.outline.blocks[index]);
        if let Some(block) = block.filter(|block| block.span.contains(offset)) {
            let kind = match block.kind {
                crate::model::BlockKind::Heading(_) => "heading".to_owned(),
                kind => key(kind),
            };
            self.field(&mut out, "block", self.words.t(&format!("explain-word-{kind}")));
            let end = offset + self.source.text()[offset..].chars().next().map_or(0, char::len_utf8);
            self.sentence(&mut out, sentence_at(self.source, block.span, Span::new(offset, end)));
        }
        out
    }

    fn head(&self, key: &str, span: Span) -> String {
        format!("{} {} {}\n", self.words.t(key), visible(self.source.slice(span)), self.position(span))
    }

    /// The span as the JSON output counts.
    fn position(&self, span: Span) -> String {
        let [start, end] = self.source.char_span(span);
        format!("[{start}, {end})")
    }

    fn field(&self, out: &mut String, name: &str, value: &str) {
        let _ = writeln!(out, "  {}: {}", self.words.t(&format!("explain-field-{name}")), visible(value));
    }

    /// The rules as a tree, outermost first.
    fn tree(&self, out: &mut String, rules: &[String]) {
        let _ = writeln!(out, "  {}:", self.words.t("explain-field-rules"));
        for (depth, rule) in rules.iter().enumerate() {
            let _ = writeln!(out, "    {}└ {}", "  ".repeat(depth), visible(rule));
        }
    }

    fn sentence(&self, out: &mut String, span: Span) {
        self.field(out, "sentence", &format!("{} {}", self.position(span), self.source.slice(span)));
    }

    /// A value of the vocabulary in the interface's language.
    fn word(&self, value: impl serde::Serialize) -> String {
        self.words.t(&format!("explain-word-{}", key(value))).to_owned()
    }
}

/// The name under which a value of the vocabulary is written in JSON.
fn key(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// The sentence of `block` around `span`.
fn sentence_at(source: &Source, block: Span, span: Span) -> Span {
    let is_end = |c: char| matches!(c, '。' | '！' | '？' | '!' | '?');
    let (start, end) = (block.start as usize, block.end as usize);
    let before = source.slice(Span::new(start, span.start as usize));
    let after = source.slice(Span::new(span.end as usize, end));
    let from = before.char_indices().rev().find(|&(_, c)| is_end(c)).map_or(start, |(at, c)| start + at + c.len_utf8());
    let to = after.char_indices().find(|&(_, c)| is_end(c)).map_or(end, |(at, c)| span.end as usize + at + c.len_utf8());
    Span::new(from, to)
}
