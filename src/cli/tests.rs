//! The command line from its arguments to its output and exit code, without a process.

use std::path::Path;

use super::*;

/// Runs with arguments; gives the outcome, standard output and standard error.
fn duizhao(args: &[&str]) -> (Outcome, String, String) {
    let words = Words::new(Language::Chinese);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args = std::iter::once("duizhao").chain(args.iter().copied()).map(OsString::from);
    let outcome = run_with(args, &mut Terminal { out: &mut out, err: &mut err, words: &words });
    (outcome, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

fn write(folder: &Path, name: &str, content: impl AsRef<[u8]>) -> String {
    let path = folder.join(name);
    std::fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn without_a_command_the_window_is_wanted() {
    assert_eq!(duizhao(&[]).0, Outcome::Window(Vec::new(), None));
    assert_eq!(duizhao(&["甲.txt", "乙"]).0, Outcome::Window(vec!["甲.txt".into(), "乙".into()], None));
}

#[test]
fn wrong_use_is_two_and_help_is_zero() {
    for args in
        [&["--nonsense"][..], &["extract"], &["extract", "--format", "xml", "a.txt"], &["explain", "a.txt"], &["explain", "a.txt", "--at", "-1"]]
    {
        let (outcome, out, err) = duizhao(args);
        assert_eq!(outcome, Outcome::Exit(2), "{args:?}");
        assert!(out.is_empty() && !err.is_empty(), "{args:?}");
    }
    for args in [&["--help"][..], &["--version"], &["extract", "--help"], &["explain", "-h"]] {
        let (outcome, out, err) = duizhao(args);
        assert_eq!(outcome, Outcome::Exit(0), "{args:?}");
        assert!(!out.is_empty() && err.is_empty(), "{args:?}");
        assert!(!out.contains("cli-"), "a key without words in {out}");
    }
}

#[test]
fn a_bad_file_does_not_stop_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let good = write(folder.path(), "甲.txt", "甲市有5所学校。");
    let other = write(folder.path(), "乙.txt", "乙市有6所学校。");
    let (outcome, out, err) = duizhao(&["extract", &good, "no\u{1b}[31mwhere.txt", &other]);
    assert_eq!(outcome, Outcome::Exit(1));
    let lines: Vec<serde_json::Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.iter().map(|line| line["path"].as_str().unwrap()).collect::<Vec<_>>(), [good, other]);
    assert_eq!(err.lines().count(), 1, "{err}");
    assert!(err.contains(r"no\u{1b}[31mwhere.txt") && !err.contains('\u{1b}'), "{err}");
}

#[test]
fn one_table_holds_the_rows_of_all_reports() {
    let folder = tempfile::tempdir().unwrap();
    let files = ["甲", "乙"].map(|name| write(folder.path(), &format!("{name}.txt"), format!("2023年，{name}市新建学校5所。")));
    let (outcome, out, err) = duizhao(&["extract", "--format", "csv", &files[0], "none.txt", &files[1]]);
    assert_eq!(outcome, Outcome::Exit(1), "{err}");
    let body = out.strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::Reader::from_reader(body.as_bytes());
    assert_eq!(reader.headers().unwrap(), &crate::export::csv::COLUMNS[..]);
    let found: Vec<_> = reader.records().map(|record| record.unwrap()[26].to_owned()).collect();
    assert!(files.iter().all(|file| found.iter().any(|it| file.ends_with(it.as_str()))), "{found:?}");
}

#[test]
fn text_is_what_the_offsets_count_in() {
    let folder = tempfile::tempdir().unwrap();
    let file = write(folder.path(), "甲.txt", "\u{feff}第一行\r\n第二行\r");
    assert_eq!(duizhao(&["extract", "--format", "text", &file]), (Outcome::Exit(0), "第一行\n第二行\n".to_owned(), String::new()));
}

#[test]
fn an_output_file_is_written_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let file = write(folder.path(), "甲.txt", "甲市有5所学校。");
    let target = folder.path().join("out.jsonl");
    let (outcome, out, err) = duizhao(&["extract", "-o", target.to_str().unwrap(), &file]);
    assert_eq!((outcome, out.as_str(), err.as_str()), (Outcome::Exit(0), "", ""));
    assert!(std::fs::read_to_string(&target).unwrap().ends_with("}\n"));

    let (outcome, _, err) = duizhao(&["extract", "-o", &file, &file]);
    assert_eq!(outcome, Outcome::Exit(2), "{err}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "甲市有5所学校。");

    let nowhere = folder.path().join("none/out.jsonl");
    let (outcome, _, err) = duizhao(&["extract", "-o", nowhere.to_str().unwrap(), &file]);
    assert_eq!(outcome, Outcome::Exit(1));
    assert_eq!(err.lines().count(), 1, "{err}");
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    struct Closed;
    impl Write for Closed {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let file = write(folder.path(), "甲.txt", "甲市有5所学校。");
    let words = Words::new(Language::English);
    let mut err = Vec::new();
    let args = ["duizhao", "extract", &file].map(OsString::from);
    assert_eq!(run_with(args, &mut Terminal { out: &mut Closed, err: &mut err, words: &words }), Outcome::Exit(0));
    assert!(err.is_empty());
}

#[test]
fn explain_says_where_it_looked() {
    let folder = tempfile::tempdir().unwrap();
    let file = write(folder.path(), "甲.txt", "第一句话。第二句\u{1b}[2J话。");
    let (outcome, out, _) = duizhao(&["explain", &file, "--at", "6"]);
    assert_eq!(outcome, Outcome::Exit(0));
    assert!(out.contains(r"[5, 14) 第二句\u{1b}[2J话。"), "{out}");
    assert!(!out.contains("explain-"), "a key without words in {out}");
    assert_eq!(duizhao(&["explain", &file, "--at", "99"]).0, Outcome::Exit(2));
    assert_eq!(duizhao(&["explain", "nowhere.txt", "--at", "0"]).0, Outcome::Exit(1));
}

#[test]
fn explain_prints_the_tree_of_a_row() {
    let folder = tempfile::tempdir().unwrap();
    let file = write(folder.path(), "甲.txt", "2021年，全市新建公办幼儿园5所，培训教师1.2万人次。县管校聘改革扎实推进。");
    for (args, wanted) in [
        (["--row", "1"], "5所"),
        (["--find", "幼儿园"], "1.2万人次"),
        (["--find", "5所"], "新建"),
        (["--at", "15"], "5所"),
        (["--find", "县管校聘"], "县管校聘"),
    ] {
        let (outcome, out, err) = duizhao(&[&["explain", &file][..], &args].concat());
        assert_eq!((outcome, err.as_str()), (Outcome::Exit(0), ""), "{args:?}");
        assert!(out.contains(wanted) && !["trace-", "rule-", "explain-", "check-"].iter().any(|key| out.contains(key)), "{args:?} {out}");
    }
    for args in [&["--row", "9"][..], &["--row", "0"], &["--find", "天气"], &["--find", ""], &[], &["--row", "1", "--at", "2"]] {
        let (outcome, out, err) = duizhao(&[&["explain", &file][..], args].concat());
        assert_eq!((outcome, out.as_str()), (Outcome::Exit(2), ""), "{args:?}");
        assert!(!err.is_empty() && !err.contains("cli-error"), "{args:?} {err}");
    }
}

/// Every step of the trees has its words in both languages, whatever the samples hold.
#[test]
fn every_step_has_its_words() {
    let lexicon = crate::lexicon::Lexicon::builtin();
    let both = [Language::Chinese, Language::English].map(Words::new);
    let known = |key: &str| key.is_empty() || both.iter().all(|words| words.t(key) != key);
    assert!(lexicon.rules.values().all(|key| known(key)), "{:?}", lexicon.rules.values().find(|key| !known(key)));
    for (name, text) in crate::samples::SAMPLES {
        let document = crate::extract::extract(crate::text::Source::new(text), &crate::model::Hints::default(), &lexicon);
        for index in (0..document.facts.len()).step_by(29) {
            let tree = crate::extract::trace(&document, index, &lexicon).unwrap();
            for it in tree.walk() {
                assert!(known(&it.what) && known(&it.how), "{name}: {it:?}");
            }
        }
    }
}

/// The series key of a row of the samples that satisfies `test`.
fn series_of_samples(test: impl Fn(&serde_json::Value) -> bool) -> String {
    let (_, lines, _) = duizhao(&["extract", SAMPLES]);
    let reports = lines.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let mut rows = reports.flat_map(|report| report["quantities"].as_array().cloned().unwrap_or_default());
    rows.find(|row| row["kind"] == "level" && row["series"].is_string() && test(row))
        .and_then(|row| row["series"].as_str().map(str::to_owned))
        .unwrap()
}

const SAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/samples");

#[test]
fn a_figure_that_cannot_be_drawn_says_why() {
    let series = series_of_samples(|_| true);
    for (args, code) in [
        (&["--indicator", &series, "-o", "a.gif"][..], 2),
        (&["--indicator", "无此指标\u{1b}[31m", "-o", "a.png"], 1),
        (&["--indicator", &series, "--place", "无此地", "-o", "a.png"], 1),
        (&["--indicator", "数", "-o", "a.png"], 2),
        (&["--indicator", &series], 2),
        (&["-o", "a.png"], 2),
    ] {
        let (outcome, printed, err) = duizhao(&[&["plot"], args, &[SAMPLES]].concat());
        assert_eq!(outcome, Outcome::Exit(code), "{args:?} {err}");
        assert!(printed.is_empty() && !err.is_empty() && !err.contains('\u{1b}') && !err.contains("cli-"), "{args:?} {err}");
    }
}

#[test]
fn a_figure_is_drawn_of_what_was_named() {
    let folder = tempfile::tempdir().unwrap();
    let series = series_of_samples(|row| row["period"].is_string() && row["place"].is_string());
    for (name, head) in [("a.png", &b"\x89PNG"[..]), ("a.svg", b"<svg"), ("a.PDF", b"%PDF")] {
        let path = folder.path().join(name).to_str().unwrap().to_owned();
        let (outcome, printed, err) = duizhao(&["plot", "--indicator", &series, "--form", "latest", "-o", &path, SAMPLES]);
        assert_eq!((outcome, printed.as_str(), err.as_str()), (Outcome::Exit(0), "", ""), "{name} {series}");
        assert!(std::fs::read(&path).unwrap().starts_with(head), "{name}");
    }
    let nowhere = folder.path().join("none/a.png").to_str().unwrap().to_owned();
    let (outcome, _, err) = duizhao(&["plot", "--indicator", &series, "-o", &nowhere, SAMPLES]);
    assert!(outcome == Outcome::Exit(1) && err.contains(&nowhere), "{err}");
}

/// A table of the program with lines added.
fn table(name: &str, more: &str) -> String {
    std::fs::read_to_string(format!("{}/assets/lexicon/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap() + more
}

#[test]
fn a_table_of_ones_own_takes_the_place_of_the_built_in_one() {
    let folder = tempfile::tempdir().unwrap();
    let file = write(folder.path(), "甲.txt", "2021年,甲市有暖心驿站12驿。");
    let tables = folder.path().join("tables");
    std::fs::create_dir(&tables).unwrap();
    // a spreadsheet's mark and line ends
    let units = format!("\u{feff}{}", table("units.tsv", "驿\t\tcount\t数\ttwo\t1\t\t暖心驿站12驿=12 驿\n").replace('\n', "\r\n"));
    write(&tables, "units.tsv", units);
    write(&tables, "README.md", "not a table");
    let with = ["--lexicon", tables.to_str().unwrap()];
    let unit = |args: &[&str]| {
        let (outcome, out, err) = duizhao(args);
        assert_eq!((outcome, err.as_str()), (Outcome::Exit(0), ""), "{args:?}");
        let report: serde_json::Value = serde_json::from_str(&out).unwrap();
        report["quantities"].as_array().unwrap().iter().any(|row| row["unit"] == "驿")
    };
    assert!(unit(&[&["extract"][..], &with, &[&file]].concat()));
    assert!(!unit(&["extract", &file]));
    let (outcome, out, _) = duizhao(&[&["explain"][..], &with, &[&file, "--row", "1"]].concat());
    assert!(outcome == Outcome::Exit(0) && out.contains("12驿"), "{out}");
    let (outcome, _, err) = duizhao(&[&with[..], &[&file]].concat());
    assert!(matches!(&outcome, Outcome::Window(paths, Some(tables)) if paths.len() == 1 && tables.0.units.get("驿").is_some()), "{err}");
    assert!(matches!(duizhao(&["--lexicon", "nowhere"]).0, Outcome::Exit(2)));
}

#[test]
fn a_bad_table_is_one_sentence_with_file_and_line() {
    let folder = tempfile::tempdir().unwrap();
    let file = write(folder.path(), "甲.txt", "甲市有5所学校。");
    for (index, (name, text, line, says)) in [
        ("units.tsv", b"# head\n\xe6\x89\x80\tcount\n".to_vec(), "2", "8"),
        ("units.tsv", "# head\n所\t\tschools\t数\ttwo\t1\t\t5所=5 所\n".into(), "2", "schools"),
        ("units.tsv", "所\t\tcount\t数\ttwo\t1\t\t5所=5 所\n\n名|所\t\tcount\t数\ttwo\t1\t\t5所=5 所\n".into(), "3", "所"),
        ("units.tsv", "所\t\tcount\t数\ttwo\tabc\t\t5所=5 所\n".into(), "1", "abc"),
        ("units.tsv", "所\t\tcount\t数\tperhaps\t1\t\t5所=5 所\n".into(), "1", "perhaps"),
        ("roles.tsv", b"about\t\xcb\xf9\n".to_vec(), "1", "UTF-8"),
        ("roles.tsv", "about\n".into(), "1", "2"),
        ("indicators.tsv", "subject\tx\t小学\t\t\n".into(), "1", "subject"),
        ("indicators.tsv", "topic\tx\t小学\t\t\ntopic\ty\t小学\t\t\n".into(), "2", "小学"),
        ("masks.tsv", "三中全会\tcongress\n".into(), "1", "congress"),
        ("masks.tsv", "\tname\n".into(), "1", "1"),
        ("themes.tsv", "教师队伍\t教师:多\n".into(), "1", "教师:多"),
        ("words.tsv", "校长职级制\tmany\tn\n".into(), "1", "many"),
        ("parts.tsv", "most\t男|女\n".into(), "1", "most"),
        ("short.tsv", "学校\t中小学校\n".into(), "1", "shorter"),
        ("places.tsv", table("places.tsv", "140000\t山西\n").into_bytes(), "", "2"),
        ("unit.tsv", "所\n".into(), "", "units.tsv"),
        ("empty.txt", Vec::new(), "", "units.tsv"),
    ]
    .into_iter()
    .enumerate()
    {
        let tables = folder.path().join(format!("tables{index}"));
        std::fs::create_dir(&tables).unwrap();
        write(&tables, name, text);
        let commands = [&["extract"][..], &["explain", "--row", "1"], &["plot", "-i", "学校数", "-o", "a.png"]];
        for command in commands.into_iter().take(if index == 0 { 3 } else { 1 }) {
            let (outcome, out, err) = duizhao(&[command, &["--lexicon", tables.to_str().unwrap(), &file]].concat());
            assert_eq!((outcome, out.as_str(), err.lines().count()), (Outcome::Exit(2), "", 1), "{name} {err}");
            let place = if line.is_empty() { tables.to_str().unwrap().to_owned() } else { format!("{name} 第 {line} 行") };
            assert!(err.contains(&place) && err.contains(says) && !err.contains("table-") && !err.contains("cli-"), "{name}: {err}");
        }
    }
    let (outcome, _, err) = duizhao(&["extract", "--lexicon", "nowhere", &file]);
    assert!(outcome == Outcome::Exit(2) && err.contains("nowhere"), "{err}");
}

/// Tables of nothing but odd cells are refused or read, and what is read with them does not fall over.
#[test]
fn odd_tables_do_no_harm() {
    let text = "2021年,甲市新建公办幼儿园5所,在园幼儿1.2万人(其中公办0.6万人),毛入园率由91.2%提高到93.5%。实施《学前教育行动计划》。";
    for name in crate::lexicon::Lexicon::tables() {
        let own = table(name, "");
        let columns = own.lines().find(|line| !line.starts_with('#') && !line.is_empty()).unwrap().split('\t').count();
        let rows: Vec<&str> = own.lines().filter(|line| !line.starts_with('#')).take(3).collect();
        for odd in [
            format!("{}\n", "\t".repeat(columns - 1)),
            format!("{}\n", vec!["|"; columns].join("\t")),
            format!("{}\n", vec!["9999999999999999999999"; columns].join("\t")),
            rows.join("\n"),
        ] {
            let given = std::iter::once((name.to_owned(), odd)).collect();
            if let Ok(lexicon) = crate::lexicon::Lexicon::without_words(&given) {
                let document = crate::extract::extract(crate::text::Source::new(text), &crate::model::Hints::default(), &lexicon);
                assert!(document.facts.iter().all(|fact| fact.span.len() < text.len()), "{name}");
            }
        }
    }
}
