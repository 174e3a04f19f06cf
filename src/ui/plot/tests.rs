//! The chart in a window without a screen: marks are found by name and clicked.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::*;
use crate::analysis::chart::{Spec, chart};
use crate::analysis::series::choices;
use crate::analysis::testing::{boarding_schools, preschool_shares};
use crate::locale::Language;

/// A window with the chart of these rows; the last response that was not empty is kept.
fn window(rows: Vec<crate::analysis::Row>, form: Form) -> (Harness<'static>, Rc<RefCell<Option<Vec<FactKey>>>>) {
    let clicked = Rc::new(RefCell::new(None));
    let kept = clicked.clone();
    let indicators = choices(&rows).into_iter().map(|choice| choice.key).collect();
    let chart = chart(&rows, &Spec { indicators, form, ..Spec::default() }, &BTreeMap::new());
    let (theme, words) = (Theme::both().0, Words::new(Language::Chinese));
    let mut ready = false;
    let harness = Harness::builder().with_size(vec2(900.0, 320.0)).build_ui(move |ui| {
        if !ready {
            crate::ui::fonts::install(ui.ctx());
            ready = true;
            return;
        }
        let tell = |key: &FactKey| {
            let row = rows.iter().find(|row| row.key == *key)?;
            Some(Told { raw: row.raw(), sentence: row.sentence(), title: &row.report.document.meta.title })
        };
        let response = chart_ui(ui, &chart, &Look { theme: &theme, words: &words, selected: None, tell: &tell });
        if response.clicked.is_some() {
            *kept.borrow_mut() = response.clicked;
        }
    });
    (harness, clicked)
}

#[test]
fn a_click_gives_the_facts_of_the_mark() {
    let rows = boarding_schools();
    let (mut harness, clicked) = window(rows.clone(), Form::Latest);
    harness.run();
    harness.get_by_label("吕梁市 寄宿制学校改造数 2023 目标 64").click();
    harness.run();
    assert_eq!(clicked.borrow().as_deref(), Some(&[rows[1].key.clone()][..]));
    harness.get_by_label("长治市 寄宿制学校改造数 2024 6").click();
    harness.run();
    assert_eq!(clicked.borrow().as_deref(), Some(&[rows[3].key.clone()][..]));
}

#[test]
fn every_mark_of_every_line_can_be_reached() {
    let rows = preschool_shares();
    let (mut harness, _) = window(rows, Form::Years);
    harness.run();
    for name in ["忻州市 普惠率 2018 70", "忻州市 普惠率 2019 80", "忻州市 学前三年毛入园率 2018 90.8"] {
        assert!(harness.query_by_label(name).is_some(), "{name}");
    }
    // there is nothing else to be clicked
    assert_eq!(harness.query_all_by_role(egui::accesskit::Role::Button).count(), 6);
}
