//! The key of an indicator: made of the pieces of its name where all of it is known to the dictionary, else none.

use crate::lexicon::{Lexicon, Part, PartForm};

/// The key of the name of an indicator counted in `unit`, any where it is `None`.
///
/// Two names share a key only if level of schooling, population, narrower kind, action, measure and kind of count are the same;
/// what is not wholly understood has none. Whether it was done or is planned is no matter of the key.
pub(super) fn key(name: &str, unit: Option<&str>, lexicon: &Lexicon) -> Option<String> {
    let pieces = lexicon.indicators.pieces(name)?;
    let of = |part: Part| pieces.iter().copied().filter(move |form| form.part == part);
    let measures: Vec<&PartForm> = of(Part::Measure).collect();
    let (last, first) = measures.split_last()?;
    // 教育经费占GDP比例, 专任教师学历合格率: what, and of what
    if first.len() > 1 || !first.is_empty() && !last.is("of") {
        return None;
    }
    // 数 of persons is 人数
    let counted = |form: &PartForm| form.key == "count" && unit == Some("人");
    // a change in percent keeps the series of its level, so the unit only has to fit where the level's own unit is given
    let fits = counted(last) || last.units.is_empty() || unit.is_none_or(|unit| last.units.iter().any(|own| own == unit));
    if !fits {
        return None;
    }
    let (any_attribute, any_action) = (of(Part::Attribute).next().is_some(), of(Part::Action).next().is_some());
    let all_topics = |is: &dyn Fn(&PartForm) -> bool| of(Part::Topic).all(is);
    let nothing = of(Part::Topic).next().is_none() && !any_attribute;
    // 人数, 招聘人数; 小学金额: what was done, or a level alone, is no measure
    if nothing && !any_action && measures.iter().any(|form| form.is("needs")) && !last.is("young") {
        return None;
    }
    let vague = measures.iter().any(|form| form.is("vague") || counted(form));
    let level_alone = first.is_empty() && !any_action && all_topics(&|form| form.is_level || form.is("general"));
    if vague && !any_attribute && (nothing || level_alone) {
        return None;
    }
    // 校长、教师: two populations in one count
    if last.is("alone") && of(Part::Topic).any(|form| form.is("person")) {
        return None;
    }
    // 教育联盟覆盖学校34所: schools of them, not they
    let bodies = of(Part::Topic).any(|form| form.is("body"));
    if last.key == "count" && unit == Some("所") && bodies {
        return None;
    }
    let to_level = measures.iter().any(|form| form.is("level") || form.is("young"));
    let mut topics: Vec<&str> = of(Part::Topic).map(|form| form.level().filter(|_| to_level).unwrap_or(&form.key)).collect();
    topics.dedup();
    if topics.is_empty() && last.is("young") {
        topics.push("kindergarten");
    }
    // 培训教师人数 is 教师培训人数
    let done_to = last.population().filter(|_| any_action && first.is_empty());
    topics.extend(done_to);
    let mut attributes: Vec<&str> = of(Part::Attribute).map(|form| form.key.as_str()).collect();
    attributes.sort_unstable();
    attributes.dedup();
    let mut actions: Vec<&str> = of(Part::Action).map(|form| form.key.as_str()).collect();
    actions.dedup();
    // 学校数 of one level, which nothing is done to, is their count
    let schools = last.key == "schools" && topics.len() == 1 && actions.is_empty() && !bodies;
    let measured = measures.iter().map(|form| match form.key.as_str() {
        _ if counted(form) || done_to.is_some() => "persons",
        "schools" if schools => "count",
        key => key,
    });
    let key = [topics, attributes, actions, measured.collect()].concat().join(".");
    Some(lexicon.indicators.canonical(&key).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_key_for_one_measure_and_none_in_doubt() {
        let lexicon = Lexicon::builtin();
        let check = |name: &str, unit: &str, expected: Option<&str>| {
            assert_eq!(key(name, Some(unit), &lexicon).as_deref(), expected, "{name}");
        };
        check("新建公办幼儿园数", "所", Some("kindergarten.public.new.count"));
        check("改扩建公办幼儿园数", "所", Some("kindergarten.public.rebuild.count"));
        check("认定普惠性民办幼儿园数", "所", Some("kindergarten.inclusive.private.certify.count"));
        check("认定民办普惠园数", "所", Some("kindergarten.inclusive.private.certify.count"));
        check("小学在校生人数", "人", Some("primary.enrolled"));
        check("小学招生人数", "人", Some("primary.intake"));
        check("清北达线人数", "人", Some("tsinghua_peking.reach.persons"));
        check("清华北大录取人数", "人", Some("tsinghua_peking.admit.persons"));
        check("线上培训教师人数", "人", Some("teacher.online.train.persons"));
        check("线下培训教师人数", "人", Some("teacher.offline.train.persons"));
        check("培训教师人次", "人次", Some("teacher.train.visits"));
        check("幼儿专任教师人数", "人", Some("kindergarten.fulltime_teachers"));
        check("学前教育专任教师数", "人", Some("kindergarten.fulltime_teachers"));
        check("组建教育集团数", "个", Some("school_group.establish.count"));
        check("组建教育集团学校数", "所", Some("school_group.establish.schools"));
        // not wholly known, in another unit, of two populations, of nothing
        check("放心午餐学校数", "所", None);
        check("小学在校生人数", "所", None);
        check("选派校长教师人数", "人", None);
        check("人数", "人", None);
        check("小学金额", "元", None);
        check("招聘人数", "人", None);
        check("在校生人数", "人", None);
        check("教育联盟数", "所", None);
        check("教育联盟数", "个", Some("alliance.count"));
        check("学前一年毛入园率", "%", Some("preschool1.gross_enrolment"));
        check("学前三年毛入园率", "%", Some("preschool3.gross_enrolment"));
        check("义务教育学校在校生人数", "人", Some("compulsory.enrolled"));
        check("改扩建乡镇寄宿制学校数", "所", Some("boarding_school.township.rebuild.count"));
        check("寄宿制学校建设任务数", "所", Some("boarding_school.build.count"));
        check("新建寄宿制学校数", "所", Some("boarding_school.new.count"));
        assert_eq!(key("小学在校生人数", None, &lexicon).as_deref(), Some("primary.enrolled"), "a growth in percent");
    }

    #[test]
    fn names_of_one_series_and_names_of_two() {
        let lexicon = Lexicon::builtin();
        let (mut same, mut apart, mut wrong) = (0, 0, Vec::new());
        for line in include_str!("../../../tests/corpus/series.tsv").lines().filter(|line| !line.starts_with('#')) {
            let cells: Vec<&str> = line.split('\t').collect();
            let [verdict, one, unit, other, other_unit] = cells.as_slice() else { panic!("five cells: {line}") };
            let keys = (key(one, Some(unit), &lexicon), key(other, Some(other_unit), &lexicon));
            let is_one = match &keys {
                (Some(one), Some(other)) => one == other,
                _ => *verdict == "apart" && keys.0.is_none() && keys.1.is_none(),
            };
            *(if *verdict == "same" { &mut same } else { &mut apart }) += 1;
            if is_one != (*verdict == "same") {
                wrong.push(format!("{line}: {keys:?}"));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert!(same >= 60 && apart >= 60, "{same} and {apart} pairs");
    }
}
