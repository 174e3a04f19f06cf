//! What is remembered of a block while its quantities are named, and the place of a quantity in its clause.

use super::label::Label;
use super::name::{Name, NameWord};
use super::scan::{End, Quantity};
use super::sentence::{Clause, Token};
use crate::lexicon::Dimension;

/// How a name was found.
#[derive(Debug, Clone)]
pub(super) struct Naming {
    pub name: Name,
    pub rules: Vec<&'static str>,
    /// How much of it was guessed.
    pub doubt: u8,
    /// Taken over from the row before: the same measure.
    pub same: bool,
    /// The noun phrase behind or before the number ends in 任务 and the like.
    pub task: bool,
    /// What was done, where it stands behind the noun.
    pub action: Vec<NameWord>,
}

/// A named quantity of before, for what later clauses leave out.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is one thing to know of it")]
pub(super) struct Named {
    pub name: Name,
    pub dimension: Option<Dimension>,
    pub unit: Option<String>,
    pub sentence: usize,
    pub clause: usize,
    pub group: usize,
    /// The noun alone, where the number stood before it: 公办幼儿园 of 新建4所公办幼儿园.
    pub noun: Vec<NameWord>,
    /// The verb alone, where the number stood before its noun.
    pub verb: Vec<NameWord>,
    /// What was done, where it stood behind the noun.
    pub action: Vec<NameWord>,
    pub part: bool,
    /// It stood in a list: 小学8所、初中3所.
    pub listed: bool,
    pub change: bool,
    /// Its name says nothing of its own.
    pub thin: bool,
}

/// What is remembered while reading a block.
#[derive(Debug, Clone, Default)]
pub(super) struct Memory {
    /// The latest named quantities, oldest first.
    pub named: Vec<Named>,
    /// The last matter that a clause without numbers was about, and where.
    pub matter: Option<(Vec<NameWord>, usize, usize)>,
    /// The measure that a list is headed with: 生均一般公共预算教育经费增长情况为:
    pub list_head: Option<Vec<NameWord>>,
    /// The one level of schooling that a heading or a fragment (——小学。) says what follows is about; which sentence; whether a
    /// heading.
    pub topic: Option<(NameWord, usize, bool)>,
    /// The first sentence of this block.
    pub block_from: usize,
    /// What the rows of a stretch are about, from the heading over them: 小学; 幼儿园专任教师.
    pub scope: Vec<NameWord>,
    /// The same of one sentence, from the words before its colon, or before 中: 专任教师按学段分: 初中教职工中,
    pub over: Option<Over>,
    /// In the parts that 其中 opened: sentence and group.
    pub part_of: Option<(usize, usize, Named)>,
    /// What stood before the last colon.
    pub label: Option<Label>,
}

/// What stands over the rows of a sentence.
#[derive(Debug, Clone)]
pub(super) struct Over {
    pub sentence: usize,
    pub words: Vec<NameWord>,
    /// Before 中: the rows are parts of it.
    pub among: bool,
}

/// How many named quantities are remembered at least.
const KEPT: usize = 200;

impl Memory {
    /// Remembers one more; the oldest are forgotten.
    pub(super) fn push(&mut self, named: Named) {
        if self.named.len() >= 2 * KEPT {
            self.named.drain(..KEPT);
        }
        self.named.push(named);
    }

    pub(super) fn last(&self) -> Option<&Named> {
        self.named.last()
    }

    /// What a rate in brackets is the growth of: the quantity right before the bracket (小学2.1亿元(-1.1%)), else the last level
    /// that can grow, which the number of places that did (2个县) is not.
    pub(super) fn grown(&self, at: &At<'_, '_>) -> Option<&Named> {
        let opened = at.clause.checked_sub(1).map(|before| &at.clauses[before]);
        if at.clauses[at.clause].opened == '(' && opened.is_some_and(|clause| clause.tokens.last().is_some_and(|token| token.quantity().is_some())) {
            return self.last().filter(|last| !last.change);
        }
        let counted = |named: &&Named| named.sentence == at.sentence && named.dimension == Some(Dimension::Count);
        self.named.iter().rev().take(60).find(|named| !named.part && !named.change && !counted(named)).or_else(|| self.head())
    }

    /// The last row that is no part of another and no change.
    pub(super) fn head(&self) -> Option<&Named> {
        self.named.iter().rev().find(|named| !named.part && !named.change)
    }
}

/// The place of a quantity in its clause.
pub(super) struct At<'a, 't> {
    pub clauses: &'a [Clause<'t>],
    pub clause: usize,
    pub sentence: usize,
    /// Index of its token.
    pub token: usize,
    pub quantity: &'a Quantity,
    /// It is a change, by these words before it.
    pub change: bool,
    /// The earlier of two levels.
    pub low: bool,
    /// A time directly before it, or the later end of a from–to pair: the measure is the same as the one before.
    pub again: bool,
}

impl<'t> At<'_, 't> {
    pub(super) fn tokens(&self) -> &[Token<'t>] {
        &self.clauses[self.clause].tokens
    }

    pub(super) fn before(&self) -> &[Token<'t>] {
        let tokens = &self.tokens()[..self.token];
        let from = tokens.iter().rposition(|token| token.quantity().is_some()).map_or(0, |at| at + 1);
        &tokens[from..]
    }

    pub(super) fn after(&self) -> &[Token<'t>] {
        let skip = usize::from(self.quantity.end == Some(End::Low));
        let tokens = self.tokens().get(self.token + 1 + skip..).unwrap_or_default();
        let to = tokens.iter().position(|token| token.quantity().is_some()).unwrap_or(tokens.len());
        &tokens[..to]
    }

    /// All behind it to the end of the clause, later quantities left out.
    pub(super) fn rest(&self) -> Vec<Token<'t>> {
        self.tokens()[self.token + 1..].iter().filter(|token| token.quantity().is_none()).cloned().collect()
    }
}
