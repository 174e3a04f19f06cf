//! What an initiative is called across reports, and what it is about: cluster, family, theme. Reads names, not sentences,
//! except where the name says nothing.

use super::known::Unquoted;
use super::paper::bare;
use crate::lexicon::{KnownInitiative, Lexicon};
use crate::model::Place;

/// The known initiative that a name holds: the longest of its names in it. In a name that is not a paper's, the known name
/// must be a good part of it.
pub(super) fn known_in<'a>(name: &str, is_paper: bool, lexicon: &'a Lexicon) -> Option<&'a KnownInitiative> {
    let unquoted = Unquoted::new(name);
    let length = unquoted.text().len();
    let hits = lexicon.initiatives.find(unquoted.text());
    hits.iter()
        .filter(|hit| is_paper || hit.range.len() * 5 >= length * 2)
        .max_by_key(|hit| hit.range.len())
        .map(|hit| &lexicon.initiatives.rows()[hit.row])
}

/// The part of a name that another place's report would share: without the place, the level of government, the frame of a
/// paper (关于…的通知), quotation marks and general words at its ends. Never empty for a name that is not.
pub(super) fn core(name: &str, scope: Option<&Place>, lexicon: &Lexicon) -> String {
    let title = name.trim_start_matches('《').trim_end_matches('》');
    let mut core: &str = bare(title);
    if let Some((_, rest)) = core.rsplit_once("关于") {
        core = rest;
    }
    let plain: String = core.chars().filter(|c| !matches!(c, '“' | '”' | '"' | '‘' | '’' | '《' | '》' | ' ')).collect();
    let mut core = without_paper(plain.as_str(), lexicon);
    loop {
        let shorter = shorten(core, scope, lexicon);
        if shorter.chars().count() < 2 || shorter == core {
            break;
        }
        core = shorter;
    }
    if without_year(core) == Some("") {
        // 2024年工作要点: nothing but the kind of paper is left
        core = plain.rsplit('年').next().unwrap_or(core);
    }
    if let Some(head) = lexicon.cues.ending("closing_long", core) {
        let rest = &core[..core.len() - head.len()];
        core = if rest.chars().count() >= 4 { rest } else { core };
    }
    if core.is_empty() { name.to_owned() } else { core.to_owned() }
}

/// The name without the kind of paper at its end: …的实施意见.
fn without_paper<'a>(core: &'a str, lexicon: &Lexicon) -> &'a str {
    let paper = lexicon.cues.ending("paper", core).or_else(|| lexicon.cues.ending("paper_weak", core));
    let Some(paper) = paper.filter(|word| *word != "行动计划") else { return core };
    let rest = &core[..core.len() - paper.len()];
    let rest = rest.trim_end_matches("的").trim_end_matches("工作").trim_end_matches("实施");
    if rest.chars().count() < 2 { core } else { rest }
}

/// One step of taking words off the ends.
fn shorten<'a>(core: &'a str, scope: Option<&Place>, lexicon: &Lexicon) -> &'a str {
    if let Some((range, _)) = lexicon.places.find(core, scope).first().filter(|(range, _)| range.start == 0) {
        return core[range.end..].trim_start_matches(['省', '市', '县', '区', '州']);
    }
    let cues = &lexicon.cues;
    if let Some(opening) = cues.beginning("opening", core) {
        return &core[opening.len()..];
    }
    if let Some(rest) = without_year(core) {
        return rest;
    }
    // 市教育…, but not 市长, 市域, 区管校聘
    let is_rank = |rest: &&str| rest.chars().count() >= 3 && !rest.starts_with(['长', '生', '内', '级']);
    let single = core.strip_prefix(['省', '市', '县', '区', '州']).filter(|rest| cues.beginning("no_rank", rest).is_none());
    if let Some(rest) = single.filter(is_rank) {
        return rest;
    }
    if let Some(rest) = cues.beginning("rank", core).map(|rank| &core[rank.len()..]).filter(is_rank) {
        return rest;
    }
    if let Some(issuer) = issuer(core, lexicon) {
        return issuer;
    }
    cues.ending("closing", core).map_or(core, |closing| &core[..core.len() - closing.len()])
}

/// What stands after a year or a range of years at the beginning: 2024年…, 2021-2022学年….
fn without_year(core: &str) -> Option<&str> {
    let rest = core.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '—' | '~'));
    let marks = core.len() - rest.len();
    (marks >= 4).then(|| ["学年度", "学年", "年度", "年"].into_iter().find_map(|unit| rest.strip_prefix(unit)).unwrap_or(rest))
}

/// What stands after the authority at the beginning of a title: 市教育局, 人民政府办公室.
fn issuer<'a>(core: &'a str, lexicon: &Lexicon) -> Option<&'a str> {
    if !lexicon.cues.holds("office", core, 1) {
        return None;
    }
    let after = |office: &str| core.find(office).filter(|&at| at <= 24).map(|at| at + office.len());
    lexicon.cues.words("office").filter_map(after).max().map(|end| &core[end..]).filter(|rest| !rest.is_empty())
}

/// The theme of a name: its own words, else those of its sentence, else those of its heading.
pub(super) fn theme(name: &str, sentence: &str, heading: &str, lexicon: &Lexicon) -> String {
    let own = lexicon.themes.best(name).filter(|&(_, votes)| votes > 1);
    let (theme, _) = own.or_else(|| lexicon.themes.best(sentence)).or_else(|| lexicon.themes.best(heading)).unwrap_or(("教研与教学质量", 0));
    theme.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_core_is_what_another_place_would_share() {
        let lexicon = Lexicon::builtin();
        for (name, expected) in [
            ("初中“强腰工程”", "初中强腰"),
            ("实施“六大工程”", "六大工程"),
            ("《关于加强县域教研工作的实施意见（试行）》", "县域教研"),
            ("《吕梁市教育局关于开展课间长跑活动的通知》", "课间长跑"),
            ("全市中小学“百校焕新”计划", "百校焕新"),
            ("“市长教育质量奖”", "市长教育质量奖"),
            ("《2021-2022学年度教研工作要点》", "教研"),
            ("“1+N”党建联盟", "1+N党建联盟"),
            ("《吕梁市教育局2024年工作要点》", "工作要点"),
            ("《意见》", "意见"),
        ] {
            assert_eq!(core(name, None, &lexicon), expected, "{name}");
        }
    }

    #[test]
    fn a_known_name_is_a_good_part_of_the_name() {
        let lexicon = Lexicon::builtin();
        let label = |name, is_paper| known_in(name, is_paper, &lexicon).map(|known| known.name.as_str());
        assert_eq!(label("中小学教师“县管校聘”管理改革", false), Some("县管校聘"));
        assert_eq!(label("《关于落实“双减”要求、规范校外培训机构办学行为的若干措施》", true), Some("双减"));
        assert_eq!(label("“双减”背景下课堂提质增效三年攻坚行动", false), None);
    }

    #[test]
    fn the_name_speaks_before_its_sentence() {
        let lexicon = Lexicon::builtin();
        assert_eq!(theme("幼儿园扩容行动", "教师培训全覆盖", "", &lexicon), "学前教育");
        assert_eq!(theme("“晨曦计划”", "培养青年教师八十名", "", &lexicon), "教师队伍");
        assert_eq!(theme("“晨曦计划”", "今年启动", "四、办好特殊教育", &lexicon), "特殊教育");
    }
}
