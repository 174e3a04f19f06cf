//! How fast reports are read: MB per second from text to rows, and its ratio to jieba tagging the same text in the same run,
//! at four sizes and for paragraphs without an end. `cargo bench --bench extraction -- 100000` keeps to texts up to so many
//! bytes.

use std::hint::black_box;
use std::io::Write as _;
use std::time::Instant;

use duizhao::extract::extract;
use duizhao::lexicon::Lexicon;
use duizhao::model::Hints;
use duizhao::samples::SAMPLES;
use duizhao::text::Source;

/// How long each job is repeated, in seconds.
const LEAST: f64 = 1.0;

fn main() {
    let most = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(usize::MAX);
    let lexicon = Lexicon::builtin();
    let mut out = std::io::stdout();
    for (name, text) in texts().into_iter().filter(|(_, text)| text.len() <= most) {
        let tagging = seconds(&mut || {
            text.lines().for_each(|line| {
                black_box(lexicon.jieba.tag(line, true));
            });
        });
        let mut rows = 0;
        let reading = seconds(&mut || {
            rows = black_box(extract(Source::new(&text), &Hints::default(), &lexicon)).facts.len();
        });
        let speed = |seconds: f64| text.len() as f64 / 1e6 / seconds;
        let _ = writeln!(
            out,
            "{name:>22}, {:>8} bytes, {rows:>6} rows: {:5.2} MB/s from text to rows, {:6.2} MB/s tagging alone, ratio {:.4}, {:6.2} µs a row",
            text.len(),
            speed(reading),
            speed(tagging),
            tagging / reading,
            reading * 1e6 / f64::from(u32::try_from(rows.max(1)).unwrap_or(u32::MAX)),
        );
    }
}

/// The texts with their names: the samples over and over, a paragraph without a full stop, numerals in a row.
fn texts() -> Vec<(&'static str, String)> {
    let once: String = SAMPLES.iter().map(|(_, text)| *text).collect();
    let of_size = |once: &str, size: usize| once.repeat(size.div_ceil(once.len()));
    let endless = once.replace(['。', '!', '?', '！', '？', '\n'], "，");
    let numerals =
        |mark: &str| "全市有小学".to_owned() + &(0..100_000).map(|index| format!("{}所{mark}", 20 + index % 70)).collect::<Vec<_>>().concat();
    let sizes = [10_000, 100_000, 1_000_000, 10_000_000];
    let mut out: Vec<_> = sizes.into_iter().map(|size| ("reports", of_size(&once, size))).collect();
    out.push(("no full stop", of_size(&endless, 100_000)));
    out.push(("no full stop", of_size(&endless, 1_000_000)));
    out.push(("numerals with marks", numerals("、")));
    out.push(("numerals without marks", numerals("")));
    out
}

/// How long a job takes at best: other programs only make it longer.
fn seconds(job: &mut dyn FnMut()) -> f64 {
    let (mut best, mut all) = (f64::INFINITY, 0.0);
    while all < LEAST {
        let start = Instant::now();
        job();
        let took = start.elapsed().as_secs_f64();
        best = best.min(took);
        all += took;
    }
    best
}
