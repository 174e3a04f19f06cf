//! The architecture's rules, checked on the source itself: who may import whom, a head in every file, egui only in `ui`, files
//! and clocks only where they belong, colours only from the theme, words only from the locale.

#![expect(clippy::unwrap_used, reason = "a test ends where something is missing")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Which modules each module may import; `lib.rs` says the same in words.
const IMPORTS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("locale", &[]),
    ("samples", &[]),
    ("model", &["text"]),
    ("lexicon", &["text", "model"]),
    ("extract", &["text", "model", "lexicon"]),
    ("load", &["text", "model"]),
    ("analysis", &["text", "model", "lexicon"]),
    ("workspace", &["text", "model", "lexicon", "analysis", "locale", "samples"]),
    ("export", &["text", "model", "analysis", "locale"]),
    ("jobs", &["text", "model", "lexicon", "extract", "load", "samples"]),
    ("store", &["text", "model", "workspace"]),
    ("cli", &["text", "model", "lexicon", "extract", "load", "analysis", "export", "locale", "samples", "store"]),
];

/// Modules in which a word is allowed, by what it does.
const WHERE: &[(&str, &[&str])] = &[
    ("egui", &["ui"]),
    ("std::fs", &["load", "store", "export", "cli"]),
    ("fs::read", &["load", "store"]),
    ("SystemTime", &[]),
    ("Instant::now", &["ui"]),
    ("jiff::Zoned::now", &["ui", "cli"]),
    ("rfd::", &["ui"]),
    ("thread::spawn", &[]),
    ("TcpStream", &[]),
    ("UdpSocket", &[]),
];

struct SourceFile {
    path: PathBuf,
    module: String,
    text: String,
}

impl SourceFile {
    /// The lines of the program itself, without comments, tests and their modules.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let end = self.text.find("\n#[cfg(test)]\nmod ").unwrap_or(self.text.len());
        self.text[..end].lines().enumerate().map(|(index, line)| (index + 1, line.split("//").next().unwrap_or("")))
    }

    fn is_test(&self) -> bool {
        self.path.ends_with("tests.rs") || self.path.ends_with("testing.rs") || self.path.components().any(|part| part.as_os_str() == "tests")
    }
}

fn sources() -> Vec<SourceFile> {
    let mut out = Vec::new();
    let mut folders = vec![PathBuf::from("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let module = path.components().nth(1).unwrap().as_os_str().to_str().unwrap().trim_end_matches(".rs").to_owned();
                let text = fs::read_to_string(&path).unwrap();
                out.push(SourceFile { path, module, text });
            }
        }
    }
    out.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(out.len() > 50, "the sources are found");
    out
}

#[track_caller]
fn none(problems: &[String]) {
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn every_module_imports_only_what_it_may() {
    let all: BTreeSet<&str> = IMPORTS.iter().map(|(module, _)| *module).chain(["ui", "jobs"]).collect();
    let mut problems = Vec::new();
    for file in sources() {
        let Some((_, allowed)) = IMPORTS.iter().find(|(module, _)| *module == file.module) else { continue };
        if file.is_test() {
            continue;
        }
        for (number, line) in file.code() {
            for (at, _) in line.match_indices("crate::") {
                let rest = &line[at + "crate::".len()..];
                let names = rest.strip_prefix('{').map_or(rest, |list| list.split('}').next().unwrap_or(list));
                let parts: Vec<&str> = if rest.starts_with('{') { names.split(',').collect() } else { vec![names] };
                for part in parts {
                    let name: String = part.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                    if all.contains(name.as_str()) && name != file.module && !allowed.contains(&name.as_str()) {
                        problems.push(format!("{}:{number}: '{}' may not import '{name}'", file.path.display(), file.module));
                    }
                }
            }
        }
    }
    none(&problems);
}

#[test]
fn every_file_says_what_it_is_for() {
    let heads: Vec<String> =
        sources().into_iter().filter(|file| !file.text.starts_with("//! ")).map(|file| file.path.display().to_string()).collect();
    none(&heads);
}

#[test]
fn no_file_outgrows_its_purpose() {
    let long: Vec<String> = sources()
        .into_iter()
        .filter(|file| file.text.lines().count() > 700)
        .map(|file| format!("{}: {} lines", file.path.display(), file.text.lines().count()))
        .collect();
    none(&long);
}

#[test]
fn windows_files_clocks_and_threads_stay_in_their_rooms() {
    let mut problems = Vec::new();
    for file in sources().iter().filter(|file| !file.is_test()) {
        for (number, line) in file.code() {
            for (word, modules) in WHERE {
                if line.contains(word) && !modules.contains(&file.module.as_str()) {
                    problems.push(format!("{}:{number}: {word} has no business in '{}'", file.path.display(), file.module));
                }
            }
        }
    }
    none(&problems);
}

#[test]
fn colours_come_from_the_theme() {
    let made = ["Color32::from_", "Color32::RED", "Color32::BLACK", "Color32::WHITE", "Color32::GRAY", "Rgba::from_"];
    let mut problems = Vec::new();
    for file in sources().iter().filter(|file| file.module == "ui" && !file.path.ends_with("theme.rs") && !file.is_test()) {
        for (number, line) in file.code() {
            problems.extend(made.iter().filter(|word| line.contains(*word)).map(|word| format!("{}:{number}: {word}", file.path.display())));
        }
    }
    none(&problems);
}

/// The interface shows no Chinese and no English sentence of its own: they come from `assets/locale`.
#[test]
fn the_interfaces_words_come_from_the_locale() {
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let mut problems = Vec::new();
    for file in sources().iter().filter(|file| matches!(file.module.as_str(), "ui" | "workspace" | "cli" | "export") && !file.is_test()) {
        for (number, line) in file.code() {
            for literal in line.split('"').skip(1).step_by(2) {
                // a place's generic endings are grammar, and the button to the other language is in that language
                let is_grammar = line.contains("strip_suffix") || matches!(literal, "中文" | "万" | "亿");
                let words = literal.split(' ').filter(|word| word.len() > 2 && word.chars().all(char::is_alphabetic)).count();
                let is_sentence = words > 2 && !line.contains("reason") && !line.contains("expect(") && !line.contains("#[");
                if literal.chars().any(is_han) && !is_grammar || is_sentence {
                    problems.push(format!("{}:{number}: {literal:?}", file.path.display()));
                }
            }
        }
    }
    none(&problems);
}

/// The keys of a locale's messages with the names of their variables.
fn messages(path: &Path) -> Vec<(String, BTreeSet<String>)> {
    let text = fs::read_to_string(path).unwrap();
    let resource = fluent_syntax::parser::parse(text.as_str()).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
    let mut out = Vec::new();
    for entry in resource.body {
        if let fluent_syntax::ast::Entry::Message(message) = entry {
            let shown = format!("{message:?}");
            let variables =
                shown.split("VariableReference { id: Identifier { name: \"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned);
            out.push((message.id.name.to_owned(), variables.collect()));
        }
    }
    out
}

#[test]
fn both_languages_have_the_same_words() {
    let mut chinese = messages(Path::new("assets/locale/zh-CN.ftl"));
    let mut english = messages(Path::new("assets/locale/en.ftl"));
    for (name, list) in [("zh-CN", &chinese), ("en", &english)] {
        let keys: BTreeSet<&String> = list.iter().map(|(key, _)| key).collect();
        let twice: Vec<&String> = keys.iter().copied().filter(|key| list.iter().filter(|(other, _)| other == *key).count() > 1).collect();
        assert!(twice.is_empty(), "{name} has twice: {twice:?}");
    }
    chinese.sort();
    english.sort();
    let differ: Vec<String> = chinese
        .iter()
        .filter(|it| !english.contains(it))
        .chain(english.iter().filter(|it| !chinese.contains(it)))
        .map(|(key, variables)| format!("{key} {variables:?}"))
        .collect();
    none(&differ);
}

/// Every key that the program asks for is there.
#[test]
fn every_key_has_its_words() {
    let known: BTreeSet<String> = messages(Path::new("assets/locale/zh-CN.ftl")).into_iter().map(|(key, _)| key).collect();
    let prefixes: BTreeSet<&str> = known.iter().filter_map(|key| key.split_once('-')).map(|(prefix, _)| prefix).collect();
    let mut problems = Vec::new();
    for file in sources().iter().filter(|file| matches!(file.module.as_str(), "ui" | "workspace" | "jobs") && !file.is_test()) {
        for (number, line) in file.code() {
            for literal in line.split('"').skip(1).step_by(2) {
                let looks_like_a_key =
                    literal.len() > 3 && literal.contains('-') && literal.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c.is_ascii_digit());
                let prefix = literal.split('-').next().unwrap_or_default();
                if looks_like_a_key && !literal.ends_with('-') && prefixes.contains(prefix) && !known.contains(literal) && !line.contains("name(") {
                    problems.push(format!("{}:{number}: {literal}", file.path.display()));
                }
            }
        }
    }
    none(&problems);
}

/// The README's table of keys is the table of actions.
#[test]
fn the_readme_names_every_key() {
    let readme = fs::read_to_string("README.md").unwrap();
    let words = duizhao::locale::Words::new(duizhao::locale::Language::English);
    let missing: Vec<String> = duizhao::workspace::Action::ALL
        .iter()
        .filter(|action| !action.shortcuts().is_empty())
        .map(|action| {
            let keys: Vec<String> = action.shortcuts().iter().map(ToString::to_string).collect();
            format!("| {} | {} |", keys.join(", "), words.t(action.label()))
        })
        .filter(|line| !readme.contains(line.as_str()))
        .collect();
    none(&missing);
}
