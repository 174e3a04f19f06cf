//! Kind, sign, exactness and status of a quantity, from the words directly around it.

use super::scan::{End, Quantity, tail};
use crate::lexicon::Lexicon;
use crate::model::Qualifier;

/// The exactness that the words before and after say; `before` ends at the number, `after` begins behind its unit.
pub(super) fn qualifier(quantity: &Quantity, before: &str, after: &str, lexicon: &Lexicon) -> Qualifier {
    exactness(quantity, before, after, lexicon).0
}

/// The same with the word that says it; empty where it is the numeral's own or there is none.
pub(super) fn exactness<'t>(quantity: &Quantity, before: &'t str, after: &'t str, lexicon: &Lexicon) -> (Qualifier, &'t str) {
    let cues = &lexicon.roles;
    match quantity.end {
        Some(End::Low) => return (Qualifier::AtLeast, ""),
        Some(End::High) => return (Qualifier::AtMost, ""),
        None => {}
    }
    if let Some(word) = cues.at_start("at_least_after", after) {
        return (Qualifier::AtLeast, word);
    }
    if let Some(word) = cues.at_start("at_most_after", after) {
        return (Qualifier::AtMost, word);
    }
    let before = before.trim_end_matches(['为', '达', '到', '有', '了', '在']);
    let mut heads = [
        ("at_most", Qualifier::AtMost),
        ("at_least", Qualifier::AtLeast),
        ("about", Qualifier::About),
        ("nearly", Qualifier::Nearly),
        ("over", Qualifier::Over),
    ]
    .into_iter()
    .filter_map(|(role, qualifier)| cues.at_end(role, before).map(|word| (word, qualifier)))
    .collect::<Vec<_>>();
    heads.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    if let Some(&(word, qualifier)) = heads.first()
        && !before.ends_with("最近")
        && !before.ends_with("附近")
    {
        return (qualifier, word);
    }
    if quantity.over {
        return (Qualifier::Over, "");
    }
    if let Some(word) = cues.at_start("about_after", after) {
        return (Qualifier::About, word);
    }
    // 至少配备1名, 不低于总数的10%: the word stands before the verb or the whole
    let near = tail(before, 10);
    let word = |word: &str| near.find(word).map(|at| &near[at..at + word.len()]);
    let of = before.ends_with('的');
    if let Some(word) = word("至少").or_else(|| word("不低于").filter(|_| of)).or_else(|| word("不少于").filter(|_| of)) {
        return (Qualifier::AtLeast, word);
    }
    if let Some(word) = word("不超过").filter(|_| of) {
        return (Qualifier::AtMost, word);
    }
    (Qualifier::Exact, "")
}

/// `before` without the words of exactness at its end.
pub(super) fn without_qualifier<'a>(before: &'a str, lexicon: &Lexicon) -> &'a str {
    let mut text = before.trim_end();
    loop {
        let shorter = ["at_most", "at_least", "about", "nearly", "over"]
            .into_iter()
            .filter_map(|role| lexicon.roles.at_end(role, text))
            .max_by_key(|word| word.len())
            .map(|word| &text[..text.len() - word.len()]);
        let Some(shorter) = shorter else {
            let trimmed = text.trim_end_matches('了');
            if trimmed.len() == text.len() {
                return text;
            }
            text = trimmed;
            continue;
        };
        text = shorter;
    }
}

/// The sign of a change whose verb stands directly before the number; `compared` says that the clause names a baseline.
pub(super) fn change(before: &str, compared: bool, lexicon: &Lexicon) -> Option<f64> {
    change_word(before, compared, lexicon).map(|(sign, _)| sign)
}

/// The same with the verb.
pub(super) fn change_word<'t>(before: &'t str, compared: bool, lexicon: &Lexicon) -> Option<(f64, &'t str)> {
    let text = without_qualifier(before, lexicon);
    let text = text.strip_suffix("幅度").unwrap_or(text);
    if text.ends_with("新增") || text.ends_with("增加值") {
        return None;
    }
    // 增幅分别为:14.88%、1.84%
    let text = text.strip_suffix(':').unwrap_or(text);
    let body = text.trim_end_matches(['为', '达', '是']);
    let body = body.strip_suffix("分别").unwrap_or(body);
    if body.len() != text.len() && lexicon.roles.at_end("change_noun", body).is_none() {
        return None;
    }
    for (role, sign) in [("decrease", -1.0), ("increase", 1.0)] {
        // 高出 before 出, the longest word wins within a role
        if let Some(word) = lexicon.roles.at_end(role, body) {
            let single = word.chars().count() == 1;
            if single && matches!(word, "多" | "少" | "高" | "低") && !compared {
                continue;
            }
            if matches!(word, "超出" | "高于" | "低于") && !compared {
                continue;
            }
            return Some((sign, word));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn not_above_is_tested_before_above() {
        let lexicon = Lexicon::builtin();
        let quantity = Quantity {
            range: 0..0,
            value: 1.0,
            decimals: 0,
            unit: None,
            dimension: None,
            ending: String::new(),
            over: false,
            end: None,
            han: false,
            attribute: None,
            mended: false,
        };
        for (before, after, expected) in [
            ("不超过", "", Qualifier::AtMost),
            ("超过", "", Qualifier::Over),
            ("达到近", "", Qualifier::Nearly),
            ("约为", "", Qualifier::About),
            ("不低于", "", Qualifier::AtLeast),
            ("达到", "以上", Qualifier::AtLeast),
            ("控制在", "以内", Qualifier::AtMost),
            ("有", "左右", Qualifier::About),
            ("其余", "", Qualifier::Exact),
            ("小学学校", "", Qualifier::Exact),
            ("至少配备", "", Qualifier::AtLeast),
            ("不低于总数的", "", Qualifier::AtLeast),
        ] {
            assert_eq!(qualifier(&quantity, before, after, &lexicon), expected, "{before}N{after}");
        }
    }

    #[test]
    fn a_change_has_its_verb_beside_it() {
        let lexicon = Lexicon::builtin();
        for (before, compared, expected) in [
            ("比上年增加了", true, Some(1.0)),
            ("较去年减少约", true, Some(-1.0)),
            ("下降", false, Some(-1.0)),
            ("普遍降", false, Some(-1.0)),
            ("提高到", false, None),
            ("增加至", false, None),
            ("新增", false, None),
            ("增加值为", false, None),
            ("同比增长", true, Some(1.0)),
            ("增幅达", false, Some(1.0)),
            ("多", false, None),
            ("比去年多", true, Some(1.0)),
        ] {
            assert_eq!(change(before, compared, &lexicon), expected, "{before}");
        }
    }
}
