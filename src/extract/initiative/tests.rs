//! Rules of initiatives together, on short texts: what is found, as what, with which weight.

use crate::extract::extract;
use crate::lexicon::Lexicon;
use crate::model::{Document, Hints, InitiativeKind, Weight};
use crate::text::Source;

fn read(text: &str) -> Document {
    extract(Source::new(text), &Hints::default(), &Lexicon::builtin())
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let document = read(text);
    let mut spans: Vec<_> = document.initiatives.iter().flat_map(|it| it.mentions.clone()).collect();
    spans.sort();
    let found: Vec<_> = spans.into_iter().map(|span| document.source.slice(span)).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn papers_by_their_last_word_or_a_verb_of_issuing() {
    check("制定《校园安全责任清单》。", &["《校园安全责任清单》"]);
    check("张贴《校园安全责任海报》。", &[]);
    check("印发《幼儿园保教指南》，发放《幼儿成长手册》。", &["《幼儿园保教指南》"]);
    check("学唱《少年》，共读《草房子》，订阅《中国教师报》。", &[]);
    check("填写《困难学生认定申请表》。", &[]);
    check("党的二十届三中全会通过的《决定》作出部署。", &[]);
}

#[test]
fn what_follows_decides_over_a_quotation() {
    check("实施“春风”行动。", &["“春风”行动"]);
    check("“春风”吹进校园。", &[]);
    check("以“春风”为主题。", &[]);
    check("围绕“春风”活动主题创作。", &[]);
    check("开展“春风送暖”、“夏日清凉”等活动。", &["“春风送暖”", "“夏日清凉”"]);
    check("获“春风”奖章。", &[]);
    check("被授予“先进集体”称号。", &[]);
    check("他说：“实施这项工程很好。”", &[]);
}

#[test]
fn modifiers_and_head_are_taken_whole() {
    check("全面推进小学教师“一专多能”培养改革试点。", &["小学教师“一专多能”培养改革试点"]);
    check("要认真落实边远乡镇学校走教制度。", &["边远乡镇学校走教制度"]);
    check("深化教育改革，完善管理制度。", &[]);
    check("建设项目全部开工，主体工程完工。", &[]);
}

#[test]
fn a_name_with_a_blank_and_in_odd_marks() {
    check("推行“县管 校聘”管理改革。", &["“县管 校聘”管理改革"]);
    check("推行「县管校聘」改革。", &["「县管校聘」改革"]);
    check("推行“县管校聘管理改革。", &["县管校聘管理改革"]);
}

#[test]
fn one_thing_has_one_entry() {
    let document = read("推行“县管校聘”改革。县管校聘全面铺开。印发《关于推进县管校聘工作的意见》，《意见》要求年底前完成。");
    let all: Vec<_> = document.initiatives.iter().map(|it| (it.name.as_str(), it.cluster.as_str(), it.kind, it.mentions.len())).collect();
    assert_eq!(
        all,
        [("“县管校聘”改革", "县管校聘", InitiativeKind::Reform, 2), ("《关于推进县管校聘工作的意见》", "县管校聘", InitiativeKind::Document, 2),]
    );
    for initiative in &document.initiatives {
        assert_eq!(initiative.mentions.len(), initiative.rules.len());
    }
}

#[test]
fn relatives_share_a_family_and_stay_apart() {
    let document = read("推进集团化办学，组建教育联盟，划分大学区。");
    let all: Vec<_> = document.initiatives.iter().map(|it| (it.cluster.as_str(), it.family.as_deref())).collect();
    assert_eq!(all, [("集团化办学", Some("集团化办学")), ("教育联盟", Some("集团化办学")), ("大学区", Some("集团化办学"))]);
}

#[test]
fn weight_tells_policies_from_events_and_laws() {
    for (text, weight) in [
        ("实施“强腰工程”。", Weight::Main),
        ("举办全市小学生跳绳比赛。", Weight::Optional),
        ("贯彻《中华人民共和国义务教育法》。", Weight::Optional),
        ("全面从严治党向纵深发展。", Weight::Optional),
    ] {
        assert_eq!(read(text).initiatives[0].weight, weight, "{text}");
    }
}

#[test]
fn the_head_tells_the_kind() {
    for (text, kind) in [
        ("实施“强腰工程”。", InitiativeKind::Programme),
        ("深化“一专多能”培养改革。", InitiativeKind::Reform),
        ("上线“护苗在线”平台。", InitiativeKind::System),
        ("建成“护苗在线平台”。", InitiativeKind::System),
        ("举办“园丁杯”青年教师教学竞赛。", InitiativeKind::Event),
        ("印发《课间活动指导意见》。", InitiativeKind::Document),
    ] {
        assert_eq!(read(text).initiatives[0].kind, kind, "{text}");
    }
    check("欢度“教师节”。", &[]);
}

#[test]
fn the_same_name_ten_thousand_times() {
    let document = read(&"推行“县管校聘”改革。".repeat(10_000));
    assert_eq!(document.initiatives.len(), 1);
    assert_eq!(document.initiatives[0].mentions.len(), 10_000);
}
