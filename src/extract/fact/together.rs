//! What the rows of a sentence say of one another before they are printed: tasks of which a part is done, parts of tasks, names
//! that stand behind their numbers.

use super::row::{Draft, NEAR};
use super::scan::Quantity;
use super::sentence::Clause;
use crate::lexicon::Dimension;
use crate::model::{Kind, Status};

/// 改扩建幼儿园8所,目前已完成6所: of building work of which the same sentence tells how much is finished the whole is a task.
pub(super) fn planned_wholes(drafts: &mut [Draft], clauses: &[Clause<'_>], quantities: &[Quantity], text: &str) {
    const WORKS: [&str; 8] = ["新建", "改建", "扩建", "改扩建", "改造", "建设", "维修", "修建"];
    const DONE: [&str; 7] = ["已完成", "已完工", "已竣工", "已建成", "已投用", "已交付", "已投入使用"];
    for at in 0..drafts.len() {
        let (whole, rest) = (&drafts[at], &drafts[at + 1..]);
        let q = &quantities[whole.quantity];
        let words = |draft: &Draft| {
            let range = clauses[draft.clause].range();
            &text[range.start..text.floor_char_boundary(range.end.min(range.start + 300))]
        };
        let own = words(whole);
        let works = WORKS.iter().any(|word| own.contains(word))
            && !["已", "开工", "在建", "完成", "累计", "先后", "了"].iter().any(|word| own.contains(word));
        if whole.status != Status::Actual || whole.kind != Kind::Level || q.dimension != Some(Dimension::Count) || !works {
            continue;
        }
        let finished = rest.iter().take(NEAR).any(|part| {
            let it = &quantities[part.quantity];
            let told = words(part);
            let same_group = clauses[part.clause].group == clauses[whole.clause].group && part.clause > whole.clause;
            // 改扩建学校10所,已建成10所: all of a task
            let counted =
                it.unit == q.unit && (it.value < q.value || it.value <= q.value && part.clause == whole.clause + 1) && part.kind == Kind::Level;
            // 已完成6所: of the same thing, so that nothing else is named
            let bare = DONE.iter().any(|word| told.contains(word)) && told.chars().count() <= 12;
            same_group && counted && bare
        });
        if finished {
            drafts[at].status = Status::Target;
            drafts[at].naming.rules.push("已完成其一部分");
        }
    }
}

/// 年度任务16所,其中城区4所: parts of a task are tasks.
pub(super) fn planned_parts(drafts: &mut [Draft], clauses: &[Clause<'_>]) {
    for at in 1..drafts.len() {
        let is_part = |draft: &Draft| draft.naming.rules.iter().any(|rule| matches!(*rule, "其中并入总项" | "其中的一部分"));
        if drafts[at].kind != Kind::Level || drafts[at].status != Status::Actual {
            continue;
        }
        let group = clauses[drafts[at].clause].group;
        // 其中城区4所,农村12所: the second is a part as the first is
        let before = &drafts[at - 1];
        if !is_part(&drafts[at]) {
            continue;
        }
        if is_part(before) && before.status == Status::Target && clauses[before.clause].group == group {
            drafts[at].status = Status::Target;
            continue;
        }
        let whole = drafts[..at].iter().rev().take(NEAR).find(|draft| !is_part(draft) && draft.kind == Kind::Level);
        if whole.is_some_and(|whole| whole.naming.task && whole.status == Status::Target && clauses[whole.clause].group == group) {
            drafts[at].status = Status::Target;
        }
    }
}

/// 从2020年的31所到如今的52所,公办幼儿园增加了21所: the name stands behind.
pub(super) fn named_behind(drafts: &mut [Draft], quantities: &[Quantity]) {
    for at in 0..drafts.len().saturating_sub(2) {
        let [low, high, change] = [&drafts[at], &drafts[at + 1], &drafts[at + 2]];
        let bare = |draft: &Draft| draft.naming.name.words.iter().all(|word| matches!(word.text.as_str(), "的" | "到"));
        let same =
            quantities[low.quantity].unit == quantities[change.quantity].unit && quantities[high.quantity].unit == quantities[low.quantity].unit;
        let grows = change.kind == Kind::Change
            && (quantities[high.quantity].value - quantities[low.quantity].value).abs() - quantities[change.quantity].value < 1e-9;
        if low.naming.rules.contains(&"由A到B的A") && bare(low) && bare(high) && same && grows && !bare(change) {
            let name = change.naming.name.clone();
            for draft in &mut drafts[at..at + 2] {
                draft.naming.name = name.clone();
                draft.naming.rules.push("名称在后");
            }
        }
    }
}
