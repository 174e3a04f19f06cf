//! The pane without a window: what can be found, clicked, selected, copied and scrolled to.

use egui::{Event, Key, Modifiers, Pos2, Rect, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::entries::{Entries, Measure};
use super::look::{Advances, Look};
use super::position::Anchor;
use super::scene::Scene;
use super::*;
use crate::locale::Language;
use crate::model::{Block, BlockKind, Outline, ReportKind, ReportMeta, SourceQuality};
use crate::text::{Source, Span};

struct World {
    document: Document,
    marks: Vec<Mark>,
    state: ReaderState,
    theme: Theme,
    words: Words,
    events: Vec<ReaderEvent>,
}

/// A document of blocks, each on a line of its own.
fn document(blocks: &[(BlockKind, &str)]) -> Document {
    let mut text = String::new();
    let mut outline = Outline::default();
    for (kind, block) in blocks {
        let start = text.len();
        text.push_str(block);
        outline.blocks.push(Block { span: Span::new(start, text.len()), kind: *kind, plan: false, year: None, since: None, year_span: None });
        text.push_str("\n\n");
    }
    let meta = ReportMeta {
        title: "示例".to_owned(),
        title_span: None,
        place: None,
        year: None,
        kind: ReportKind::Mixed,
        published: None,
        quality: SourceQuality::Unknown,
        publisher: None,
        sample: false,
    };
    Document {
        source: Source::new(&text),
        meta,
        outline,
        facts: vec![],
        initiatives: vec![],
        not_captured: vec![],
        checks: vec![],
        derived: vec![],
        diagnostics: vec![],
    }
}

fn sample() -> Document {
    let mut blocks = vec![
        (BlockKind::Title, "某市教育工作报告"),
        (BlockKind::Furniture, "首页 新闻 公告"),
        (BlockKind::Furniture, "点击次数很多"),
        (BlockKind::Heading(1), "一、队伍建设"),
        (BlockKind::Paragraph, "全面推行“青禾计划”,新聘教\n师320名,比 上年增加12.5%。"),
        (BlockKind::Paragraph, "建成公办园45所。"),
    ];
    blocks.extend([(BlockKind::Paragraph, "各校按月开展教研活动,听课评课成为常态,青年教师成长明显。"); 60]);
    blocks.push((BlockKind::Paragraph, "文末再提“晨星行动”。"));
    document(&blocks)
}

fn mark(document: &Document, text: &str, kind: MarkKind, id: usize) -> Mark {
    let start = document.source.text().find(text).unwrap();
    Mark { span: Span::new(start, start + text.len()), kind, doubtful: false, id, chosen: false, struck: false }
}

fn harness(document: Document, marks: Vec<Mark>) -> Harness<'static, World> {
    let (theme, _) = Theme::both();
    let world = World { document, marks, state: ReaderState::default(), theme, words: Words::new(Language::Chinese), events: Vec::new() };
    let mut harness =
        Harness::builder().with_size([420.0, 400.0]).with_step_dt(1.0 / 60.0).with_context_setup(crate::ui::fonts::install).build_ui_state(
            |ui, world: &mut World| {
                let World { document, marks, state, theme, words, events } = world;
                let input = ReaderInput { theme, words, document, marks, marks_revision: 1 };
                events.extend(reader_ui(ui, &input, state, &mut |ui, id| {
                    ui.label(format!("tip {id}"));
                }));
            },
            world,
        );
    harness.run();
    harness
}

fn marked() -> Harness<'static, World> {
    let document = sample();
    let marks = vec![
        mark(&document, "“青禾计划”", MarkKind::Initiative, 7),
        mark(&document, "320名", MarkKind::Number, 8),
        mark(&document, "12.5%", MarkKind::Target, 9),
        mark(&document, "推行“青禾计划”,新聘教\n师320名", MarkKind::InitiativeOptional, 10),
        mark(&document, "“晨星行动”", MarkKind::Initiative, 11),
    ];
    harness(document, marks)
}

fn drag(harness: &mut Harness<'static, World>, from: Pos2, to: Pos2) {
    for event in [
        Event::PointerMoved(from),
        Event::PointerButton { pos: from, button: egui::PointerButton::Primary, pressed: true, modifiers: Modifiers::NONE },
        Event::PointerMoved(from.lerp(to, 0.5)),
        Event::PointerMoved(to),
        Event::PointerButton { pos: to, button: egui::PointerButton::Primary, pressed: false, modifiers: Modifiers::NONE },
    ] {
        harness.input_mut().events.push(event);
        harness.step();
    }
}

fn copied(harness: &mut Harness<'static, World>) -> Option<String> {
    harness.input_mut().events.push(Event::Copy);
    harness.step();
    harness.output().platform_output.commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    })
}

fn rect(harness: &Harness<'static, World>, label: &str) -> Rect {
    harness.get_by_label(label).rect()
}

#[test]
fn the_text_is_found_as_it_reads() {
    let harness = marked();
    harness.get_by_label("某市教育工作报告");
    harness.get_by_label("全面推行“青禾计划”,新聘教师320名,比上年增加12.5%。");
    assert!(harness.query_by_label_contains("晨星").is_none(), "out of sight, not laid out");
    assert!(harness.query_by_label("首页新闻公告").is_none(), "folded");
}

#[test]
fn marks_are_clicked_and_explained() {
    let mut harness = marked();
    harness.get_by_label("320名").click();
    harness.run();
    harness.get_by_label("“青禾计划”").click();
    harness.run();
    let clicked: Vec<_> = harness.state().events.iter().filter(|event| matches!(event, ReaderEvent::Clicked(_))).collect();
    assert_eq!(clicked, [&ReaderEvent::Clicked(8), &ReaderEvent::Clicked(7)]);
    assert!(harness.state().events.contains(&ReaderEvent::Focused));
    harness.get_by_label("12.5%").hover();
    harness.run_steps(40);
    assert!(harness.state().events.contains(&ReaderEvent::Hovered(Some(9))));
    harness.get_by_label("tip 9");
}

#[test]
fn a_mark_is_clicked_by_assistive_technology() {
    let mut harness = marked();
    harness.get_by_label("320名").click_accesskit();
    harness.run();
    assert!(harness.state().events.contains(&ReaderEvent::Clicked(8)));
}

#[test]
fn the_selection_is_copied_as_it_stands_in_the_source() {
    let mut harness = marked();
    let (from, to) = (rect(&harness, "“青禾计划”"), rect(&harness, "12.5%"));
    drag(&mut harness, pos2(from.left() + 1.0, from.center().y), pos2(to.right() - 1.0, to.center().y));
    let expected = "“青禾计划”,新聘教\n师320名,比 上年增加12.5%";
    assert_eq!(harness.state().state.selected_text(&harness.state().document).as_deref(), Some(expected));
    assert_eq!(copied(&mut harness).as_deref(), Some(expected));
    assert!(harness.state().events.contains(&ReaderEvent::SelectionChanged));
    // it survives scrolling out of sight
    harness.key_press(Key::End);
    harness.run_steps(20);
    assert!(harness.query_by_label("320名").is_none());
    assert_eq!(copied(&mut harness).as_deref(), Some(expected));
}

#[test]
fn selecting_backwards_over_paragraphs() {
    let mut harness = marked();
    let (last, first) = (rect(&harness, "建成公办园45所。"), rect(&harness, "12.5%"));
    drag(&mut harness, pos2(last.right() - 2.0, last.top() + 10.0), pos2(first.left() + 1.0, first.center().y));
    assert_eq!(harness.state().state.selected_text(&harness.state().document).as_deref(), Some("12.5%。\n\n建成公办园45所。"));
}

#[test]
fn a_click_with_shift_extends() {
    let mut harness = marked();
    let (from, to) = (rect(&harness, "“青禾计划”"), rect(&harness, "12.5%"));
    drag(&mut harness, pos2(from.left() + 1.0, from.center().y), pos2(from.left() + 40.0, from.center().y));
    harness.run_steps(60);
    harness.input_mut().events.push(Event::ModifiersChanged(Modifiers::SHIFT));
    let at = pos2(to.right() - 1.0, to.center().y);
    drag(&mut harness, at, at);
    let expected = "“青禾计划”,新聘教\n师320名,比 上年增加12.5%";
    assert_eq!(harness.state().state.selected_text(&harness.state().document).as_deref(), Some(expected));
    // without shift, a click drops it
    harness.run_steps(60);
    harness.input_mut().events.push(Event::ModifiersChanged(Modifiers::NONE));
    drag(&mut harness, at, at);
    assert_eq!(harness.state().state.selection(), None);
}

#[test]
fn leading_a_selection_beyond_the_edge_scrolls() {
    let mut harness = marked();
    let from = rect(&harness, "“青禾计划”");
    let start = pos2(from.left() + 1.0, from.center().y);
    let beyond = pos2(200.0, 460.0);
    for event in [
        Event::PointerMoved(start),
        Event::PointerButton { pos: start, button: egui::PointerButton::Primary, pressed: true, modifiers: Modifiers::NONE },
        Event::PointerMoved(beyond),
    ] {
        harness.input_mut().events.push(event);
        harness.step();
    }
    harness.run_steps(30);
    let top = harness.state().state.top_offset();
    let end = harness.state().state.selection().unwrap().end;
    assert!(top > 100, "{top}");
    harness.run_steps(30);
    assert!(harness.state().state.selection().unwrap().end > end, "it grows while the pointer rests");
    assert!(harness.state().state.selected_text(&harness.state().document).unwrap().starts_with("“青禾计划”,新聘教\n师"));
}

#[test]
fn words_paragraphs_and_everything() {
    let mut harness = marked();
    let selected = |harness: &Harness<'static, World>| harness.state().state.selected_text(&harness.state().document).unwrap_or_default();
    let click = |harness: &mut Harness<'static, World>, pos: Pos2, times: usize| {
        for _ in 0..times {
            for pressed in [true, false] {
                harness.input_mut().events.push(Event::PointerMoved(pos));
                harness.input_mut().events.push(Event::PointerButton {
                    pos,
                    button: egui::PointerButton::Primary,
                    pressed,
                    modifiers: Modifiers::NONE,
                });
                harness.step();
            }
        }
    };
    let on_mark = rect(&harness, "12.5%").center();
    click(&mut harness, on_mark, 2);
    assert_eq!(selected(&harness), "12.5%", "a mark is a word");
    harness.run_steps(60);
    let block = rect(&harness, "建成公办园45所。");
    let on_han = pos2(block.left() + 30.0 + 20.0, block.top() + 12.0);
    click(&mut harness, on_han, 2);
    assert_eq!(selected(&harness), "建成公办园");
    harness.run_steps(60);
    click(&mut harness, on_han, 3);
    assert_eq!(selected(&harness), "建成公办园45所。");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    assert_eq!(selected(&harness), harness.state().document.source.text());
}

#[test]
fn nothing_is_copied_without_the_focus() {
    let mut harness = marked();
    harness.state_mut().state.select(Span::new(0, 6));
    harness.run();
    assert_eq!(copied(&mut harness), None);
}

#[test]
fn a_jump_brings_the_mark_to_the_middle() {
    let mut harness = marked();
    let span = harness.state().marks[4].span;
    assert!(harness.query_by_label("“晨星行动”").is_none());
    harness.state_mut().state.scroll_to(span);
    harness.run_steps(60);
    harness.get_by_label("“晨星行动”");
    assert!(harness.state().state.top_offset() > 1000);
    let middle = harness.state().marks[0].span;
    harness.state_mut().state.scroll_to(middle);
    harness.run_steps(60);
    assert!(rect(&harness, "“青禾计划”").center().y < 200.0, "near the top: cannot be centred");
    assert_eq!(harness.state().state.top_offset(), 0);
}

#[test]
fn a_jump_without_motion_is_there_at_once() {
    let mut harness = marked();
    harness.state_mut().state.motion = false;
    let at = harness.state().document.outline.blocks[30].span;
    harness.state_mut().state.scroll_to(at);
    harness.step();
    let top = harness.state().state.top_offset();
    assert!(top < at.start as usize && top > harness.state().document.outline.blocks[20].span.start as usize);
}

#[test]
fn keys_scroll() {
    let mut harness = marked();
    harness.get_by_label("正文：示例").focus();
    harness.run();
    let mut tops = vec![harness.state().state.top_offset()];
    for key in [Key::ArrowDown, Key::PageDown, Key::PageDown, Key::End, Key::PageUp, Key::Home] {
        for _ in 0..4 {
            harness.key_press(key);
            harness.run_steps(20);
        }
        tops.push(harness.state().state.top_offset());
    }
    assert!(tops[0] < tops[1] && tops[1] < tops[2] && tops[2] < tops[3] && tops[3] <= tops[4] && tops[4] > tops[5], "{tops:?}");
    assert_eq!(tops[6], 0);
}

#[test]
fn furniture_unfolds() {
    let mut harness = marked();
    let fold = "略去 12 字：首页 新闻 公告…";
    harness.get_by_label(fold).focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_label("首页新闻公告");
    harness.get_by_label(fold).click();
    harness.run();
    assert!(harness.query_by_label("首页新闻公告").is_none());
    // a jump into it unfolds it
    let span = harness.state().document.outline.blocks[2].span;
    harness.state_mut().state.scroll_to(span);
    harness.run_steps(60);
    harness.get_by_label("点击次数很多");
}

#[test]
fn long_paragraphs_are_shown_by_sentences() {
    let long = "本段很长,逐句显示。".repeat(60);
    let mut harness = harness(document(&[(BlockKind::Paragraph, &long)]), vec![]);
    let node = harness.get_by_label(&long);
    assert!(node.rect().height() > 60.0 * 26.0);
    harness.get_by_label("正文：示例").focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    assert_eq!(copied(&mut harness), Some(format!("{long}\n\n")), "copied as one");
}

#[test]
fn the_place_is_kept_when_the_width_changes() {
    let mut harness = marked();
    let at = harness.state().document.outline.blocks[30].span;
    harness.state_mut().state.set_top_offset(at.start as usize);
    harness.run();
    assert_eq!(harness.state().state.top_offset(), at.start as usize);
    for width in [500.0, 300.0, 240.0, 700.0, 420.0] {
        harness.set_size(egui::vec2(width, 400.0));
        harness.run();
        assert_eq!(harness.state().state.top_offset(), at.start as usize, "at {width}");
    }
}

#[test]
fn any_document_can_be_shown() {
    for blocks in [
        vec![],
        vec![(BlockKind::Paragraph, "")],
        vec![(BlockKind::Furniture, "公告")],
        vec![(BlockKind::Debris, "- 3 -"), (BlockKind::Title, "题")],
        vec![(BlockKind::Paragraph, "\u{200b}"), (BlockKind::Paragraph, "………………………………………………………………")],
    ] {
        let document = document(&blocks);
        let marks = vec![Mark { span: Span::new(0, 90), kind: MarkKind::Number, doubtful: true, id: 0, chosen: true, struck: true }];
        let mut harness = harness(document, marks);
        for size in [egui::vec2(40.0, 30.0), egui::vec2(900.0, 1000.0)] {
            harness.set_size(size);
            harness.state_mut().state.scroll_to(Span::new(3, 70));
            harness.run_steps(3);
        }
    }
}

#[test]
fn another_document_starts_at_its_top() {
    let mut harness = marked();
    let span = harness.state().marks[4].span;
    harness.state_mut().state.scroll_to(span);
    harness.run_steps(60);
    harness.state_mut().marks.clear();
    harness.state_mut().document = document(&[(BlockKind::Title, "另一份报告"), (BlockKind::Paragraph, "正文。")]);
    harness.run();
    harness.get_by_label("另一份报告");
    assert_eq!(harness.state().state.top_offset(), 0);
    assert_eq!(harness.state().state.selection(), None);
}

#[test]
fn two_hundred_thousand_characters() {
    let sentence = "全县新增公办学位1,280个,改造校舍36所,培训教师(含幼儿教师)2万余人次。";
    let blocks: Vec<_> = (0..700).map(|i| (BlockKind::Paragraph, sentence.repeat(1 + i % 13))).collect();
    let blocks: Vec<_> = blocks.iter().map(|(kind, text)| (*kind, text.as_str())).collect();
    let document = document(&blocks);
    assert!(document.source.text().chars().count() > 190_000);
    let last = document.outline.blocks[699].span;
    let mut harness = harness(document, vec![]);
    harness.state_mut().state.scroll_to(last);
    harness.run_steps(60);
    assert!(harness.state().state.top_offset() + 4000 > last.start as usize);
    for block in [350, 12, 690] {
        let span = harness.state().document.outline.blocks[block].span;
        harness.state_mut().state.scroll_to(span);
        harness.run_steps(30);
        let top = harness.state().state.top_offset();
        assert!(top <= span.start as usize && top + 4000 > span.start as usize, "block {block}");
    }
}

#[test]
fn lines_are_no_wider_than_the_column() {
    // what is measured by characters is what is drawn
    let text = "——“各县(市、区)”新建STEAM教室1,234间，总投资5,678.90万元；比上年多35.5%……".repeat(6);
    for pixels_per_point in [1.0, 1.25, 2.0] {
        let mut harness = harness(document(&[(BlockKind::Paragraph, &text)]), vec![]);
        harness.set_pixels_per_point(pixels_per_point);
        harness.run();
        let context = harness.ctx.clone();
        let world = harness.state_mut();
        let look = Look::new(&world.theme, pixels_per_point);
        let mut entries = Entries::new(&world.document);
        entries.set_fit((333.0, pixels_per_point), &look);
        let mut advances = Advances::default();
        context.fonts_mut(|fonts| {
            let mut measure = Measure { fonts, look: &look, advances: &mut advances };
            let column = Rect::from_min_size(Pos2::ZERO, vec2(333.0, 2000.0));
            let scene = Scene::new(&mut entries, &mut measure, column, Anchor::TOP, |points| points);
            assert!(scene.rows.len() > 10);
            for row in &scene.rows {
                assert!(row.rect.right() <= 334.0, "{:?} at {pixels_per_point}", row.rect);
            }
        });
    }
}
