//! The window without a screen: the whole program driven by accessible labels, as a person would drive it.

#![expect(clippy::unwrap_used, reason = "a test ends where something is missing")]

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use duizhao::store::Store;
use duizhao::ui::App;
use duizhao::workspace::{Command, FactChange, Item, Loading, State};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

type Window = Harness<'static, Option<App>>;

/// A window of 1440 × 900 with these files, or with the samples; what is kept lies in `folder`.
fn window(folder: &Path, paths: Vec<PathBuf>) -> Window {
    let store = Store::in_folder(folder.to_owned());
    let mut waiting = Some((store, paths));
    let mut harness = Harness::builder()
        .with_size([1440.0, 900.0])
        .with_context_setup(|context: &egui::Context| {
            duizhao::ui::fonts::install(context);
        })
        .build_ui_state(
            move |ui, app: &mut Option<App>| {
                let app = app.get_or_insert_with(|| {
                    let (store, paths) = waiting.take().unwrap();
                    let mut app = App::new(ui.ctx(), store, paths, None).unwrap();
                    app.run(Command::SetLanguage(duizhao::locale::Language::Chinese), ui.ctx());
                    app
                });
                let context = ui.ctx().clone();
                app.settle_writes(&context);
                app.logic(&context);
                app.ui(ui);
            },
            None,
        );
    wait(&mut harness, |state| !state.entries.is_empty() && state.entries.iter().all(|entry| !matches!(entry.loading, Loading::Waiting)));
    harness
}

fn state(harness: &Window) -> &State {
    harness.state().as_ref().unwrap().state()
}

/// Draws until something holds; gives up after a long while.
#[track_caller]
fn wait(harness: &mut Window, until: impl Fn(&State) -> bool) {
    let start = Instant::now();
    loop {
        harness.step();
        if until(state(harness)) {
            break;
        }
        assert!(start.elapsed() < Duration::from_secs(90), "it did not come to pass");
        std::thread::sleep(Duration::from_millis(10));
    }
    frames(harness);
}

/// Some frames, for what moves to come to rest.
fn frames(harness: &mut Window) {
    for _ in 0..30 {
        harness.step();
    }
}

fn press(harness: &mut Window, modifiers: egui::Modifiers, key: egui::Key) {
    harness.key_press_modifiers(modifiers, key);
    frames(harness);
}

fn click(harness: &mut Window, label: &str) {
    harness.get_by_label(label).click();
    frames(harness);
}

fn run(harness: &mut Window, command: Command) {
    let context = harness.ctx.clone();
    harness.state_mut().as_mut().unwrap().run(command, &context);
    frames(harness);
}

/// The first fact whose indicator contains the words.
fn fact(harness: &Window, words: &str) -> duizhao::model::FactKey {
    let report = state(harness).reports().into_iter().find(|report| report.document.facts.iter().any(|fact| fact.indicator.contains(words))).unwrap();
    let fact = report.document.facts.iter().find(|fact| fact.indicator.contains(words)).unwrap();
    duizhao::model::FactKey { report: report.id.clone(), span: fact.span, rank: 0 }
}

#[test]
fn the_samples_come_up_side_by_side() {
    let folder = tempfile::tempdir().unwrap();
    let harness = window(folder.path(), vec![]);
    let state = state(&harness);
    assert_eq!(state.reports().len(), 6);
    assert_eq!(state.view.panes.len(), 3);
    assert!(
        state
            .reports()
            .iter()
            .all(|report| report.document.meta.sample && !report.document.facts.is_empty() && !report.document.initiatives.is_empty())
    );
    assert!(state.settings.recent.is_empty(), "samples are no recent files");
    let places: std::collections::BTreeSet<&str> = state.slots.keys().map(String::as_str).collect();
    assert_eq!(places.into_iter().collect::<Vec<_>>(), ["山西省/吕梁市", "山西省/大同市/云州区", "山西省/忻州市", "山西省/长治市"]);
    let slots = ["山西省/吕梁市", "山西省/忻州市", "山西省/大同市/云州区", "山西省/长治市"].map(|place| state.slots[place]);
    assert_eq!(slots, [0, 1, 2, 3], "a colour for each place, in the order of the library");
}

#[test]
fn keys_step_through_the_initiatives_and_on_to_the_next_report() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window(folder.path(), vec![]);
    let mut seen = Vec::new();
    for _ in 0..80 {
        press(&mut harness, egui::Modifiers::NONE, egui::Key::F8);
        seen.push(state(&harness).view.selection.clone().unwrap());
    }
    let first = state(&harness).view.panes[0].clone();
    assert_eq!(*seen[0].report(), first);
    assert!(seen.iter().any(|item| *item.report() != first), "on to the next report");
    press(&mut harness, egui::Modifiers::SHIFT, egui::Key::F8);
    assert_eq!(state(&harness).view.selection.as_ref(), Some(&seen[78]), "and back");
    press(&mut harness, egui::Modifiers::NONE, egui::Key::N);
    assert_eq!(state(&harness).view.selection.as_ref(), Some(&seen[79]), "N does the same");
}

#[test]
fn a_click_in_the_list_lines_the_panes_up_and_says_where_nothing_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window(folder.path(), vec![]);
    run(&mut harness, Command::ChooseCluster("县管校聘".to_owned()));
    let Some(Item::Mention { .. }) = &state(&harness).view.selection else { panic!("nothing is selected") };
    assert_eq!(state(&harness).view.cluster.as_deref(), Some("县管校聘"));
    let before = state(&harness).view.selection.clone();
    harness.get_by_label("县管校聘").click();
    frames(&mut harness);
    assert_ne!(state(&harness).view.selection, before, "chosen again, the next mention");
}

#[test]
fn a_row_struck_out_and_one_corrected_are_so_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let (struck, corrected) = {
        let mut harness = window(folder.path(), vec![]);
        let struck = fact(&harness, "一本");
        let corrected = fact(&harness, "普惠率");
        run(&mut harness, Command::ChangeFact(struck.clone(), FactChange::Strike));
        let edit = duizhao::model::FactEdit { value: Some(71.5), ..Default::default() };
        run(&mut harness, Command::ChangeFact(corrected.clone(), FactChange::Correct(edit)));
        assert!(state(&harness).edits.facts[&struck].struck);
        press(&mut harness, egui::Modifiers::COMMAND, egui::Key::Z);
        assert!(!state(&harness).edits.facts.contains_key(&corrected), "undone");
        press(&mut harness, egui::Modifiers::COMMAND, egui::Key::Y);
        assert_eq!(state(&harness).edits.facts[&corrected].value, Some(71.5), "done again");
        (struck, corrected)
    };
    let harness = window(folder.path(), vec![]);
    let state = state(&harness);
    let rows = duizhao::analysis::rows(&state.reports(), &state.edits, &duizhao::lexicon::Lexicon::builtin().places);
    let row = |key| rows.iter().find(|row| row.key == key).unwrap();
    assert!(row(struck).struck);
    assert!((row(corrected.clone()).fact.value - 71.5).abs() < f64::EPSILON);
    assert!(row(corrected).corrected);
}

#[test]
fn a_number_is_corrected_in_its_form() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window(folder.path(), vec![]);
    let key = fact(&harness, "普惠率");
    run(&mut harness, Command::Select(Item::Fact(key.clone())));
    press(&mut harness, egui::Modifiers::NONE, egui::Key::F2);
    assert_eq!(state(&harness).view.correcting.as_ref(), Some(&key));
    harness.get_by_role_and_label(egui::accesskit::Role::TextInput, "年份").focus();
    frames(&mut harness);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    harness.get_by_role_and_label(egui::accesskit::Role::TextInput, "年份").type_text("2017");
    frames(&mut harness);
    click(&mut harness, "确定");
    assert_eq!(state(&harness).view.correcting, None);
    assert_eq!(state(&harness).edits.facts[&key].year, Some(2017));
    assert_eq!(state(&harness).edits.facts[&key].value, None, "only what was changed is kept");
}

#[test]
fn bad_files_have_their_reasons_and_the_good_ones_load() {
    let folder = tempfile::tempdir().unwrap();
    let files = tempfile::tempdir().unwrap();
    let at = |name: &str| files.path().join(name);
    std::fs::write(at("good.txt"), "朔州市2023年教育工作总结\n2023年，全市新建公办幼儿园12所。\n").unwrap();
    std::fs::write(at("twin.txt"), "朔州市2023年教育工作总结\n2023年，全市新建公办幼儿园12所。\n").unwrap();
    std::fs::write(at("empty.txt"), "").unwrap();
    std::fs::write(at("picture.txt"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap();
    let huge = std::fs::File::create(at("huge.txt")).unwrap();
    huge.set_len(100 << 20).unwrap();
    std::fs::create_dir(at("nothing")).unwrap();
    let names = ["good.txt", "empty.txt", "picture.txt", "huge.txt", "missing.txt", "nothing", "twin.txt"];
    let harness = window(folder.path(), names.map(at).to_vec());
    let state = state(&harness);
    assert_eq!(state.reports().len(), 1, "the same content is one report");
    let code = |name: &str| match &state.entries.iter().find(|entry| entry.path.ends_with(name)).unwrap().loading {
        Loading::Failed(failure) => failure.code.clone(),
        other => panic!("{name}: {other:?}"),
    };
    assert_eq!(code("empty.txt"), "load-error-empty");
    assert_eq!(code("picture.txt"), "load-error-format");
    assert_eq!(code("huge.txt"), "load-error-too-big");
    assert_eq!(code("missing.txt"), "load-error-missing");
    assert_eq!(code("nothing"), "load-error-empty-folder");
    harness.get_by_label_contains("100 MB");
}

#[test]
fn every_view_speaks_both_languages_and_stands_in_small_windows() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window(folder.path(), vec![]);
    for language in [duizhao::locale::Language::English, duizhao::locale::Language::Chinese] {
        run(&mut harness, Command::SetLanguage(language));
        for tab in [
            duizhao::workspace::SideTab::Initiatives,
            duizhao::workspace::SideTab::Numbers,
            duizhao::workspace::SideTab::Details,
            duizhao::workspace::SideTab::Checks,
        ] {
            run(&mut harness, Command::SetTab(tab));
        }
        for size in [[1280.0, 800.0], [800.0, 560.0], [640.0, 420.0], [2560.0, 1440.0], [1440.0, 900.0]] {
            harness.set_size(size.into());
            frames(&mut harness);
        }
    }
    harness.get_by_label("打开报告…");
}

#[test]
fn choosing_an_indicator_draws_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window(folder.path(), vec![]);
    let key = fact(&harness, "普惠率");
    let state = state(&harness);
    let rows = duizhao::analysis::rows(&state.reports(), &state.edits, &duizhao::lexicon::Lexicon::builtin().places);
    let choice = duizhao::analysis::series::ChoiceKey::of(rows.iter().find(|row| row.key == key).unwrap());
    run(&mut harness, Command::ChooseIndicator(choice.clone()));
    assert_eq!(self::state(&harness).view.plot.indicator.as_ref(), Some(&choice));
    harness.get_by_label_contains("导出图片");
}

/// The first numeral without a row in the first pane's report, and what it says.
fn left_out(harness: &Window) -> (duizhao::model::ReportId, duizhao::text::Span, String) {
    let state = state(harness);
    let report = state.report(&state.view.panes[0]).unwrap();
    let it = report.document.not_captured[0];
    (report.id.clone(), it.span, report.document.source.slice(it.span).to_owned())
}

#[test]
fn numerals_without_a_row_are_marked_on_demand_and_say_why() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window(folder.path(), vec![]);
    let (report, span, words) = left_out(&harness);
    let marks = |harness: &Window| harness.query_all_by_role_and_label(egui::accesskit::Role::Mark, &words).count();
    assert_eq!(marks(&harness), 0);
    press(&mut harness, egui::Modifiers::NONE, egui::Key::U);
    assert!(state(&harness).settings.layers.left_out);
    assert!(marks(&harness) > 0, "{words}");
    run(&mut harness, Command::Select(Item::LeftOut { report, span }));
    harness.get_by_label("记为一行…");
    harness.get_by_label("日期");
    harness.get_by_label_contains("· 未读懂").click();
    frames(&mut harness);
    assert!(!state(&harness).settings.layers.left_out, "the count is a switch");
    let mut seen: Vec<Item> = Vec::new();
    loop {
        press(&mut harness, egui::Modifiers::SHIFT, egui::Key::U);
        let item = state(&harness).view.selection.clone().unwrap();
        if seen.first() == Some(&item) {
            break;
        }
        seen.push(item);
    }
    assert!(state(&harness).settings.layers.left_out && seen.len() > 1, "round through those not understood: {}", seen.len());
    let reasons: Vec<_> = seen
        .iter()
        .map(|item| match item {
            Item::LeftOut { report, span } => {
                state(&harness).report(report).unwrap().document.not_captured.iter().find(|it| it.span == *span).unwrap().reason
            }
            other => panic!("{other:?}"),
        })
        .collect();
    assert!(reasons.iter().all(|reason| *reason == duizhao::model::Reason::Unread));
}

#[test]
fn a_numeral_becomes_a_row_by_hand_for_good() {
    let folder = tempfile::tempdir().unwrap();
    let key = {
        let mut harness = window(folder.path(), vec![]);
        let (report, span, _) = left_out(&harness);
        run(&mut harness, Command::Select(Item::LeftOut { report, span }));
        click(&mut harness, "记为一行…");
        let key = state(&harness).view.adding.clone().unwrap();
        for (label, text) in [("指标", "乡村学校数"), ("单位", "所")] {
            harness.get_by_role_and_label(egui::accesskit::Role::TextInput, label).focus();
            frames(&mut harness);
            harness.get_by_role_and_label(egui::accesskit::Role::TextInput, label).type_text(text);
            frames(&mut harness);
        }
        click(&mut harness, "目标值");
        click(&mut harness, "确定");
        assert_eq!(state(&harness).view.adding, None);
        assert_eq!(state(&harness).view.selection, Some(Item::Fact(key.clone())));
        let fact = &state(&harness).edits.added[&key];
        assert_eq!((fact.indicator.as_str(), fact.unit.as_deref(), fact.status), ("乡村学校数", Some("所"), duizhao::model::Status::Target));
        press(&mut harness, egui::Modifiers::COMMAND, egui::Key::Z);
        assert!(state(&harness).edits.added.is_empty(), "undone");
        press(&mut harness, egui::Modifiers::COMMAND, egui::Key::Y);
        key
    };
    let mut harness = window(folder.path(), vec![]);
    let places = &duizhao::lexicon::Lexicon::builtin().places;
    let rows = |harness: &Window| duizhao::analysis::rows(&state(harness).reports(), &state(harness).edits, places);
    assert!(rows(&harness).iter().any(|row| row.key == key && row.fact.indicator == "乡村学校数"), "after a restart");
    run(&mut harness, Command::Select(Item::Fact(key.clone())));
    run(&mut harness, Command::SetTab(duizhao::workspace::SideTab::Details));
    click(&mut harness, "撤回补录");
    assert!(rows(&harness).iter().all(|row| row.key != key));
    harness.get_by_label("记为一行…");
}

#[test]
fn checks_are_listed_failures_first_each_figure_one_click_from_its_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let files = tempfile::tempdir().unwrap();
    let path = files.path().join("report.txt");
    let text = "朔州市2023年教育工作总结\n2023年，全市在校学生由12786人增加到14161人，增加1375人。\n公办园幼儿占比由2022年的46.1%提高到2023年的52.2%，提高7.3个百分点。\n";
    std::fs::write(&path, text).unwrap();
    let mut harness = window(folder.path(), vec![path]);
    press(&mut harness, egui::Modifiers::COMMAND, egui::Key::Num4);
    assert_eq!(state(&harness).view.tab, duizhao::workspace::SideTab::Checks);
    let rect = |harness: &Window, label: &str| harness.get_by_label_contains(label).rect();
    let wrong = rect(&harness, "46.1% + 7.3个百分点 = 52.2% 不成立，算得 53.4%");
    let right = rect(&harness, "12786人 + 1375人 = 14161人 成立");
    assert!(wrong.top() < right.top(), "failures first");
    harness.get_by_role_and_label(egui::accesskit::Role::Link, "14161人").click();
    frames(&mut harness);
    let Some(Item::Fact(key)) = &state(&harness).view.selection else { panic!("the figure is not selected") };
    assert_eq!(state(&harness).reports()[0].document.source.slice(key.span), "14161人");
    assert_eq!(state(&harness).view.tab, duizhao::workspace::SideTab::Checks, "the list stays");
    click(&mut harness, "只看不成立");
    assert!(harness.query_by_label_contains("14161人 成立").is_none());
    harness.get_by_label_contains("= 52.2% 不成立");
    let out = files.path().join("sums.csv");
    run(&mut harness, Command::WriteChecks(out.clone()));
    wait(&mut harness, |_| out.exists());
    assert_eq!(std::fs::read_to_string(out).unwrap().lines().count(), 3);
}

#[test]
fn what_follows_from_the_figures_stands_apart_in_table_and_plot() {
    let folder = tempfile::tempdir().unwrap();
    let files = tempfile::tempdir().unwrap();
    let path = files.path().join("report.txt");
    std::fs::write(&path, "朔州市2019年教育工作总结\n2019年，全市一本达线率达到35.32%，比2018年提高2.71个百分点。\n").unwrap();
    let mut harness = window(folder.path(), vec![path]);
    run(&mut harness, Command::SetTab(duizhao::workspace::SideTab::Numbers));
    harness.get_by_label_contains("推算 一本").click();
    frames(&mut harness);
    let Some(Item::Fact(key)) = state(&harness).view.selection.clone() else { panic!("nothing is selected") };
    assert!(key.rank >= duizhao::model::FactKey::COMPUTED);
    press(&mut harness, egui::Modifiers::NONE, egui::Key::F2);
    assert_eq!(state(&harness).view.correcting, None, "it stands and falls with its figures");
    run(&mut harness, Command::SetTab(duizhao::workspace::SideTab::Details));
    harness.get_by_role_and_label(egui::accesskit::Role::Link, "2.71个百分点");
    let rows = files.path().join("rows.csv");
    run(&mut harness, Command::WriteRows(rows.clone()));
    wait(&mut harness, |_| rows.exists());
    let text = std::fs::read_to_string(&rows).unwrap();
    assert!(text.contains("35.32%; 2.71个百分点"), "{text}");
    run(&mut harness, Command::SetTab(duizhao::workspace::SideTab::Numbers));
    let chip = |harness: &mut Window, nth: usize| {
        harness.get_all_by_role_and_label(egui::accesskit::Role::CheckBox, "推算 1").nth(nth).unwrap().click();
        frames(harness);
    };
    chip(&mut harness, 0);
    chip(&mut harness, 1);
    assert!(state(&harness).view.plot.computed && state(&harness).view.numbers.hide_computed, "a switch for each");
    assert!(harness.query_by_label_contains("推算 一本").is_none());
    harness.get_by_label_contains("一本达线率 2018").click();
    frames(&mut harness);
    assert_eq!(state(&harness).view.selection, Some(Item::Fact(key)), "its mark leads to the figures");
}

#[test]
fn near_indicators_are_offered_and_drawn_apart() {
    let folder = tempfile::tempdir().unwrap();
    let files = tempfile::tempdir().unwrap();
    let path = files.path().join("report.txt");
    std::fs::write(&path, "朔州市2023年教育工作总结\n2023年，全市新建公办幼儿园12所，改扩建公办幼儿园7所。全市小学在校生13640人。\n").unwrap();
    let mut harness = window(folder.path(), vec![path]);
    let key = fact(&harness, "新建公办");
    run(&mut harness, Command::Select(Item::Fact(key)));
    run(&mut harness, Command::SetTab(duizhao::workspace::SideTab::Details));
    harness.get_by_role_and_label(egui::accesskit::Role::Link, "≈ 改扩建公办幼儿园数 [所]");
    assert!(harness.query_by_label_contains("kindergarten").is_none(), "no key is shown");
    click(&mut harness, "新建公办幼儿园数 [所]");
    let beside = |harness: &Window| state(harness).view.plot.beside.len();
    harness.get_all_by_label("叠加到图中 改扩建公办幼儿园数").next().unwrap().click();
    frames(&mut harness);
    assert_eq!(beside(&harness), 1);
    harness.get_by_label_contains("新建公办幼儿园数 2023");
    harness.get_by_label_contains("改扩建公办幼儿园数 2023");
    click(&mut harness, "从图中去掉 改扩建公办幼儿园数");
    assert_eq!(beside(&harness), 0);
    run(&mut harness, Command::FoldPlot(true)); // or the link is out of sight
    harness.get_by_role_and_label(egui::accesskit::Role::Link, "≈ 改扩建公办幼儿园数 [所]").click();
    frames(&mut harness);
    let chosen = state(&harness).view.plot.indicator.clone().unwrap();
    let rows = duizhao::analysis::rows(&state(&harness).reports(), &state(&harness).edits, &duizhao::lexicon::Lexicon::builtin().places);
    let row = rows.iter().find(|row| duizhao::analysis::series::ChoiceKey::of(row) == chosen).unwrap();
    assert_eq!(row.fact.indicator, "改扩建公办幼儿园数");
}

#[test]
fn the_details_show_how_a_number_was_read_step_by_step() {
    let folder = tempfile::tempdir().unwrap();
    let files = tempfile::tempdir().unwrap();
    let path = files.path().join("report.txt");
    std::fs::write(&path, "朔州市2023年教育工作总结\n2023年，全市新建公办幼儿园12所。\n").unwrap();
    let mut harness = window(folder.path(), vec![path]);
    let key = fact(&harness, "幼儿园");
    run(&mut harness, Command::Select(Item::Fact(key.clone())));
    assert!(state(&harness).view.reading.is_none(), "nobody has looked yet");
    run(&mut harness, Command::SetTab(duizhao::workspace::SideTab::Details));
    let is_known = |state: &State| state.view.reading.as_ref().is_some_and(|it| matches!(it.tree, duizhao::workspace::Tree::Known(_)));
    wait(&mut harness, is_known);
    harness.get_by_label("怎样读出");
    harness.get_by_role_and_label(egui::accesskit::Role::Link, "单位  “所”  单位表");
    harness.get_by_label_contains("指标  新建公办幼儿园数");
    assert!(harness.query_by_label_contains("正在重读").is_none());
    assert!(harness.query_by_label_contains("动作  “新建”").is_none(), "folded");
    // they may stand below what is in view
    harness.get_by_label("指标：依据").click_accesskit();
    frames(&mut harness);
    run(&mut harness, Command::ClosePane(0));
    harness.get_by_role_and_label(egui::accesskit::Role::Link, "动作  “新建”  同一分句，数字之前").click_accesskit();
    frames(&mut harness);
    assert_eq!(state(&harness).view.panes.len(), 1, "the link goes to the place in the report");
    assert_eq!(state(&harness).view.selection, Some(Item::Fact(key.clone())), "what is selected stays so");
    run(&mut harness, Command::SetLanguage(duizhao::locale::Language::English));
    harness.get_by_label("How it was read");
    harness.get_by_role_and_label(egui::accesskit::Role::Link, "unit  “所”  from the table of units");
    let correction = duizhao::model::FactEdit { value: Some(13.0), ..Default::default() };
    run(&mut harness, Command::ChangeFact(key, FactChange::Correct(correction)));
    harness.get_by_label("As it was read, before your correction");
}
