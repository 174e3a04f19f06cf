//! What is marked in a text: kinds of marks, and finding those of a stretch. Does not paint them.

use crate::text::Span;

/// What a mark stands for; its form follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MarkKind {
    /// Tinted.
    Initiative,
    /// Tinted more lightly: shown only when asked for.
    InitiativeOptional,
    /// Underlined.
    Number,
    /// Underlined with dashes: a number that is planned.
    Target,
    /// Underlined with dots: a numeral that became no row.
    LeftOut,
}

impl MarkKind {
    pub(super) fn is_initiative(self) -> bool {
        matches!(self, Self::Initiative | Self::InitiativeOptional)
    }
}

/// A marked stretch of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    pub span: Span,
    pub kind: MarkKind,
    /// Underlined with a wave.
    pub doubtful: bool,
    /// What the caller knows it by; events carry it.
    pub id: usize,
    /// Of the initiative or number that is chosen.
    pub chosen: bool,
    /// Struck out by a person.
    pub struck: bool,
}

/// Finds the marks of a stretch.
#[derive(Debug, Default)]
pub(super) struct MarkIndex {
    /// Indices of marks by their beginning.
    order: Vec<u32>,
    /// The furthest end up to each of them.
    reach: Vec<u32>,
}

impl MarkIndex {
    pub(super) fn new(marks: &[Mark]) -> Self {
        let mut order: Vec<u32> = (0..marks.len() as u32).collect();
        order.sort_by_key(|&i| marks[i as usize].span);
        let mut furthest = 0;
        let reach = order
            .iter()
            .map(|&i| {
                furthest = furthest.max(marks[i as usize].span.end);
                furthest
            })
            .collect();
        Self { order, reach }
    }

    /// Indices of the marks that overlap `span`, by their beginning.
    pub(super) fn overlapping(&self, marks: &[Mark], span: Span) -> Vec<usize> {
        let first = self.reach.partition_point(|&end| end <= span.start);
        self.order[first..]
            .iter()
            .map(|&i| i as usize)
            .take_while(|&i| marks.get(i).is_some_and(|mark| mark.span.start < span.end))
            .filter(|&i| marks[i].span.overlaps(span))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_by_stretch() {
        let mark = |start, end| Mark { span: Span::new(start, end), kind: MarkKind::Number, doubtful: false, id: 0, chosen: false, struck: false };
        let marks = [mark(20, 22), mark(0, 30), mark(5, 8), mark(40, 44)];
        let index = MarkIndex::new(&marks);
        assert_eq!(index.overlapping(&marks, Span::new(21, 23)), [1, 0]);
        assert_eq!(index.overlapping(&marks, Span::new(0, 6)), [1, 2]);
        assert_eq!(index.overlapping(&marks, Span::new(30, 40)), [0; 0]);
        assert_eq!(index.overlapping(&marks, Span::new(43, 99)), [3]);
        assert_eq!(index.overlapping(&[], Span::new(0, 9)), [0; 0]);
    }
}
