//! Layout and frame times of a pane with 200,000 characters: logic, interface and tessellation, without painting.
//!
//! `cargo bench --bench reader` prints them; nothing is asserted, since a busy machine is no fault of the program.
#![expect(clippy::print_stdout, reason = "a benchmark prints what it measures")]

use std::time::{Duration, Instant};

use duizhao::locale::{Language, Words};
use duizhao::model::{Block, BlockKind, Document, Outline, ReportKind, ReportMeta, SourceQuality};
use duizhao::text::{Source, Span};
use duizhao::ui::reader::{Mark, MarkKind, ReaderInput, ReaderState, reader_ui};
use duizhao::ui::theme::Theme;
use egui::{Context, Event, Modifiers, MouseWheelUnit, RawInput, Rect, pos2, vec2};

const CHARACTERS: usize = 200_000;

/// A pane with its input, driven without a window.
struct Bench {
    context: Context,
    document: Document,
    marks: Vec<Mark>,
    state: ReaderState,
    theme: Theme,
    words: Words,
    width: f32,
    time: f64,
}

fn main() {
    let document = document();
    let marks = marks(&document);
    println!("{} characters, {} blocks, {} marks", document.source.text().chars().count(), document.outline.blocks.len(), marks.len());
    let last = document.outline.blocks.last().map_or(Span::default(), |block| block.span);
    let context = Context::default();
    duizhao::ui::fonts::install(&context);
    let (theme, _) = Theme::both();
    let mut bench =
        Bench { context, document, marks, state: ReaderState::default(), theme, words: Words::new(Language::Chinese), width: 640.0, time: 0.0 };
    bench.frame(Vec::new()); // fonts are read
    bench.state = ReaderState::default();
    report("open: first frame", &mut [bench.frame(Vec::new())]);
    report("open: frames until all is measured", &mut times(30, |_| bench.frame(Vec::new())));
    report("at rest", &mut times(200, |_| bench.frame(Vec::new())));
    let before = bench.state.top_offset();
    report("scrolling by the wheel", &mut times(600, |_| bench.frame(vec![wheel(-60.0)])));
    println!("  scrolled over {} bytes", bench.state.top_offset() - before);
    let blocks = bench.document.outline.blocks.len();
    let mut jumps = times(400, |i| {
        if i % 10 == 0 {
            let block = bench.document.outline.blocks[i * 7919 % blocks].span;
            bench.state.scroll_to(block);
        }
        bench.frame(Vec::new())
    });
    report("jumping", &mut jumps);
    bench.state.set_top_offset(last.start as usize / 2);
    let mut widths = times(200, |i| {
        bench.width = 640.0 - (i % 100) as f32;
        bench.frame(Vec::new())
    });
    report("changing the width in every frame", &mut widths);
}

impl Bench {
    /// The time of one frame.
    fn frame(&mut self, events: Vec<Event>) -> Duration {
        self.time += 1.0 / 60.0;
        let rect = Rect::from_min_size(pos2(0.0, 0.0), vec2(self.width, 900.0));
        let mut all = vec![Event::PointerMoved(pos2(300.0, 400.0))];
        all.extend(events);
        let raw = RawInput { screen_rect: Some(rect), time: Some(self.time), events: all, ..RawInput::default() };
        let Self { context, document, marks, state, theme, words, .. } = self;
        let start = Instant::now();
        let mut output = context.run_ui(raw, |ui| {
            let input = ReaderInput { theme, words, document, marks, marks_revision: 1 };
            reader_ui(ui, &input, state, &mut |_, _| {});
        });
        let primitives = context.tessellate(output.shapes, output.pixels_per_point);
        let time = start.elapsed();
        output.textures_delta.clear();
        std::hint::black_box(primitives);
        time
    }
}

fn times(count: usize, mut frame: impl FnMut(usize) -> Duration) -> Vec<Duration> {
    (0..count).map(&mut frame).collect()
}

fn report(name: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let at = |part: f64| times.get(((times.len() as f64 * part) as usize).min(times.len() - 1)).map_or(0.0, |time| time.as_secs_f64() * 1e3);
    println!("{name:<36} p50 {:6.2} ms   p99 {:6.2} ms   max {:6.2} ms", at(0.5), at(0.99), at(1.0));
}

fn wheel(points: f32) -> Event {
    Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, points),
        modifiers: Modifiers::NONE,
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
    }
}

/// Prose of changing length: short and long paragraphs, headings between them.
fn document() -> Document {
    let sentences = [
        "全县新增公办学位1,280个，改造校舍36所，培训教师2万余人次。",
        "“青禾计划”惠及乡村学校（含教学点）58所——占全部乡村学校的41.5%。",
        "按照“一校一案”要求,各校完善课后服务方案,参与学生达到17,640名;",
        "2024年投入资金3,450.75万元，比上年增加12.3%，其中STEAM实验室32间……",
    ];
    let mut text = String::new();
    let mut outline = Outline::default();
    let mut count = 0;
    for i in 0.. {
        if count >= CHARACTERS {
            break;
        }
        let heading = i % 9 == 0;
        let block = if heading { format!("第{}部分 工作进展", i / 9 + 1) } else { (0..=i * 5 % 17).map(|j| sentences[(i + j) % 4]).collect() };
        count += block.chars().count();
        let start = text.len();
        text.push_str(&block);
        let kind = if heading { BlockKind::Heading(1) } else { BlockKind::Paragraph };
        outline.blocks.push(Block { span: Span::new(start, text.len()), kind, plan: false, year: None, since: None, year_span: None });
        text.push('\n');
    }
    let meta = ReportMeta {
        title: String::new(),
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
        facts: Vec::new(),
        initiatives: Vec::new(),
        not_captured: Vec::new(),
        checks: Vec::new(),
        derived: Vec::new(),
        diagnostics: Vec::new(),
    }
}

/// A mark at every initiative and number of the prose.
fn marks(document: &Document) -> Vec<Mark> {
    let text = document.source.text();
    let kinds = [
        ("“青禾计划”", MarkKind::Initiative),
        ("1,280个", MarkKind::Number),
        ("36所", MarkKind::Number),
        ("2万余人次", MarkKind::Number),
        ("41.5%", MarkKind::Target),
        ("17,640名", MarkKind::Target),
        ("3,450.75万元", MarkKind::Number),
    ];
    kinds
        .iter()
        .flat_map(|&(word, kind)| text.match_indices(word).map(move |(at, _)| (Span::new(at, at + word.len()), kind)))
        .enumerate()
        .map(|(id, (span, kind))| Mark { span, kind, doubtful: id % 13 == 0, id, chosen: id % 97 == 0, struck: false })
        .collect()
}
