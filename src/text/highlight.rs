//! Overlapping spans as neighbouring runs. Does not know what the spans mean or how they are drawn.

use super::Span;

/// A stretch under which the same span lies on top.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    pub span: Span,
    /// The index, in the list given, of the innermost span.
    pub top: usize,
}

/// The runs of `spans` inside `within`, in order, without overlaps or empty runs. Where spans overlap, the shorter one lies
/// on top; of two that are equally long, the one that begins later; of two equal ones, the one given later.
///
/// ```
/// use duizhao::text::highlight::{Run, flatten};
/// use duizhao::text::Span;
/// let runs = flatten(&[Span::new(0, 10), Span::new(4, 6)], Span::new(0, 8));
/// let tops: Vec<_> = runs.iter().map(|run| (run.span.start, run.span.end, run.top)).collect();
/// assert_eq!(tops, [(0, 4, 0), (4, 6, 1), (6, 8, 0)]);
/// ```
pub fn flatten(spans: &[Span], within: Span) -> Vec<Run> {
    let inside: Vec<usize> = (0..spans.len()).filter(|&i| spans[i].overlaps(within)).collect();
    let mut edges: Vec<u32> = inside.iter().flat_map(|&i| [spans[i].start, spans[i].end]).map(|at| at.clamp(within.start, within.end)).collect();
    edges.sort_unstable();
    edges.dedup();
    let mut out: Vec<Run> = Vec::new();
    for pair in edges.windows(2) {
        let span = Span { start: pair[0], end: pair[1] };
        let Some(top) = innermost(spans, &inside, span) else { continue };
        match out.last_mut() {
            Some(last) if last.top == top && last.span.end == span.start => last.span.end = span.end,
            _ => out.push(Run { span, top }),
        }
    }
    out
}

/// The order to paint spans in, so that inner ones come over outer ones: longest first, then by beginning.
pub fn painting_order(spans: &[Span]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..spans.len()).collect();
    order.sort_by_key(|&i| (std::cmp::Reverse(spans[i].len()), spans[i].start));
    order
}

fn innermost(spans: &[Span], among: &[usize], span: Span) -> Option<usize> {
    among.iter().copied().filter(|&i| spans[i].overlaps(span)).min_by_key(|&i| (spans[i].len(), std::cmp::Reverse((spans[i].start, i))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(spans: &[(usize, usize)], within: (usize, usize), expected: &[(u32, u32, usize)]) {
        let spans: Vec<Span> = spans.iter().map(|&(a, b)| Span::new(a, b)).collect();
        let runs: Vec<_> = flatten(&spans, Span::new(within.0, within.1)).iter().map(|r| (r.span.start, r.span.end, r.top)).collect();
        assert_eq!(runs, expected);
    }

    #[test]
    fn inner_spans_lie_on_top() {
        check(&[], (0, 9), &[]);
        check(&[(2, 4)], (0, 9), &[(2, 4, 0)]);
        check(&[(2, 4)], (4, 9), &[]);
        check(&[(0, 9), (2, 4), (3, 4)], (0, 9), &[(0, 2, 0), (2, 3, 1), (3, 4, 2), (4, 9, 0)]);
        check(&[(0, 4), (4, 8)], (0, 9), &[(0, 4, 0), (4, 8, 1)]);
        check(&[(0, 4), (2, 6)], (0, 9), &[(0, 2, 0), (2, 6, 1)]);
        check(&[(2, 4), (2, 4)], (0, 9), &[(2, 4, 1)]);
        check(&[(5, 5)], (0, 9), &[]);
        check(&[(0, 20)], (5, 9), &[(5, 9, 0)]);
    }

    #[test]
    fn outer_spans_are_painted_first() {
        assert_eq!(painting_order(&[Span::new(4, 5), Span::new(0, 9), Span::new(2, 6)]), [1, 2, 0]);
    }
}
