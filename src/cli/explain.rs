//! `duizhao explain`: how the row or initiative at a place in a report came about.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};

use super::{Help, Terminal, input, subcommand};
use crate::lexicon::Lexicon;
use crate::locale::Words;
use crate::model::{Document, Fact, Initiative, Origin};
use crate::text::{Source, Span, visible};

pub(super) fn command(help: &Help) -> Command {
    subcommand("explain", help, "cli-explain")
        .arg(Arg::new("file").value_name("FILE").required(true).value_parser(value_parser!(PathBuf)).help(help.of("cli-explain-file")))
        .arg(Arg::new("at").long("at").value_name("OFFSET").required(true).value_parser(value_parser!(usize)).help(help.of("cli-explain-at")))
}

pub(super) fn run(matches: &ArgMatches, terminal: &mut Terminal<'_>) -> u8 {
    let (Some(path), Some(&at)) = (matches.get_one::<PathBuf>("file"), matches.get_one::<usize>("at")) else { return 2 };
    let report = match input::read(path, &Lexicon::builtin()) {
        Ok(report) => report,
        Err(error) => {
            let sentence = input::sentence(&error, terminal.words);
            terminal.complain(&sentence);
            return 1;
        }
    };
    let source = &report.document.source;
    let chars = source.char_index(source.text().len());
    if at >= chars {
        let sentence = terminal.words.with("cli-error-offset", &[("offset", at.into()), ("count", chars.into())]);
        terminal.complain(&sentence);
        return 2;
    }
    let text = explain(&report.document, source.byte_index(at), terminal.words);
    match terminal.out.write_all(text.as_bytes()).and_then(|()| terminal.out.flush()) {
        Ok(()) => 0,
        Err(error) => terminal.failed_write(&error),
    }
}

/// Everything that stands at byte `offset`, in words for a person.
fn explain(document: &Document, offset: usize, words: &Words) -> String {
    let page = Page { source: &document.source, words };
    let mut parts: Vec<String> = document.facts.iter().filter(|fact| fact.span.contains(offset)).map(|fact| page.fact(fact)).collect();
    for initiative in &document.initiatives {
        let mentions = initiative.mentions.iter().enumerate().filter(|(_, span)| span.contains(offset));
        parts.extend(mentions.map(|(rank, &span)| page.initiative(initiative, rank, span, document)));
    }
    if parts.is_empty() {
        parts.push(page.nothing(document, offset));
    }
    parts.join("\n")
}

/// Builds lines `label: value`.
struct Page<'a> {
    source: &'a Source,
    words: &'a Words,
}

impl Page<'_> {
    fn fact(&self, fact: &Fact) -> String {
        let mut out = self.head("explain-fact", fact.span);
        self.field(&mut out, "indicator", &fact.indicator);
        self.field(&mut out, "series", self.or_none(fact.series.as_deref()));
        self.field(&mut out, "value", &format!("{} {}", fact.value, fact.unit.as_deref().unwrap_or_default()));
        self.field(&mut out, "qualifier", &self.word(fact.qualifier));
        self.field(&mut out, "kind", &self.word(fact.kind));
        self.field(&mut out, "status", &self.word(fact.status));
        match &fact.period {
            Some(period) => self.field(&mut out, "period", &format!("{} ({})", period.value, self.origin(period.origin))),
            None => self.field(&mut out, "period", self.or_none(None)),
        }
        if let Some(baseline) = fact.baseline {
            self.field(&mut out, "baseline", &baseline.to_string());
        }
        match &fact.place {
            Some(place) => self.field(&mut out, "place", &format!("{} ({})", place.value.path, self.origin(place.origin))),
            None => self.field(&mut out, "place", self.or_none(None)),
        }
        if let Some(subject) = &fact.subject {
            self.field(&mut out, "subject", subject);
        }
        self.field(&mut out, "confidence", &self.word(fact.confidence));
        self.tree(&mut out, &fact.rules);
        self.sentence(&mut out, fact.sentence);
        out
    }

    fn initiative(&self, initiative: &Initiative, rank: usize, span: Span, document: &Document) -> String {
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
        if let Some(block) = document.outline.block_at(span.start as usize) {
            self.sentence(&mut out, sentence_at(self.source, document.outline.blocks[block].span, span));
        }
        out
    }

    /// Where there is neither: what the place is instead.
    fn nothing(&self, document: &Document, offset: usize) -> String {
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

    fn origin(&self, origin: Origin) -> String {
        let (name, span) = match origin {
            Origin::Stated(span) => ("stated", Some(span)),
            Origin::FromContext(span) => ("from_context", Some(span)),
            Origin::FromHeading(span) => ("from_heading", Some(span)),
            Origin::FromReport => ("from_report", None),
            Origin::FromFileName => ("from_file_name", None),
            Origin::Corrected => ("corrected", None),
        };
        let key = format!("explain-word-{name}");
        let name = self.words.t(&key);
        match span {
            Some(span) => format!("{name} {} {}", self.position(span), self.source.slice(span)),
            None => name.to_owned(),
        }
    }

    fn or_none<'a>(&'a self, value: Option<&'a str>) -> &'a str {
        value.unwrap_or_else(|| self.words.t("explain-none"))
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
