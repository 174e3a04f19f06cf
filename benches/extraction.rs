//! How fast reports are read: MB per second from text to rows, and its ratio to jieba tagging the same text in the same run.

use std::hint::black_box;
use std::io::Write as _;
use std::time::Instant;

use duizhao::extract::extract;
use duizhao::lexicon::Lexicon;
use duizhao::model::Hints;
use duizhao::samples::SAMPLES;
use duizhao::text::Source;

fn main() {
    let lexicon = Lexicon::builtin();
    let once: String = SAMPLES.iter().map(|(_, text)| *text).collect();
    let mut out = std::io::stdout();
    let mut say = |line: String| {
        let _ = writeln!(out, "{line}");
    };
    for size in [10_000, 100_000, 1_000_000] {
        let text = once.repeat(size / once.len() + 1);
        let rounds = (2_000_000 / text.len()).max(1);
        let seconds = |job: &mut dyn FnMut()| {
            job();
            let start = Instant::now();
            (0..rounds).for_each(|_| job());
            start.elapsed().as_secs_f64() / rounds as f64
        };
        let tagging = seconds(&mut || {
            text.lines().for_each(|line| {
                black_box(lexicon.jieba.tag(line, true));
            });
        });
        let reading = seconds(&mut || {
            black_box(extract(Source::new(&text), &Hints::default(), &lexicon));
        });
        let speed = |seconds: f64| text.len() as f64 / 1e6 / seconds;
        let (rows, words) = (speed(reading), speed(tagging));
        say(format!("{:>9} bytes: {rows:.2} MB/s from text to rows, {words:.2} MB/s tagging alone, ratio {:.3}", text.len(), tagging / reading));
    }
}
