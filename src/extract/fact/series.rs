//! The key of an indicator: made of the pieces of its name where all of it is known to the dictionary, else none.

use crate::lexicon::{Lexicon, Part};

/// Levels of schooling.
const LEVELS: [&str; 18] = [
    "kindergarten",
    "preschool",
    "preschool1",
    "preschool3",
    "primary",
    "junior",
    "compulsory",
    "senior",
    "senior_stage",
    "vocational",
    "special",
    "higher",
    "undergraduate",
    "college",
    "undergraduate_college",
    "postgraduate",
    "education",
    "school",
];

/// What is done to buildings that stand or are set up anew on their ground.
const REBUILDS: [&str; 7] = ["rebuild", "new_rebuild", "new_renew", "renew", "extend", "renovate", "build"];

/// The key of the name of an indicator counted in `unit`, any where it is `None`.
///
/// Two names share a key only if topic, narrower kind, action and measure are the same; what is not wholly understood has none.
pub(super) fn key(name: &str, unit: Option<&str>, lexicon: &Lexicon) -> Option<String> {
    let pieces = lexicon.indicators.pieces(name)?;
    let of = |part: Part| {
        let mut keys: Vec<&str> = pieces.iter().filter(|form| form.part == part).map(|form| form.key.as_str()).collect();
        if part == Part::Attribute {
            keys.sort_unstable();
        }
        keys.dedup();
        keys
    };
    let measures = of(Part::Measure);
    // 财政性教育经费占GDP比例: what and of what
    let of_whole = measures.len() == 2 && matches!(measures[1], "gdp_share" | "budget_share");
    if measures.len() != 1 && !of_whole {
        return None;
    }
    // 数 of persons is 人数
    let counted = |key: &str| key == "count" && unit == Some("人");
    // a change in percent keeps the series of its level, so the unit only has to fit where the level's own unit is given
    let fits = pieces
        .iter()
        .filter(|form| form.part == Part::Measure)
        .all(|form| of_whole || counted(&form.key) || form.units.is_empty() || unit.is_none_or(|unit| form.units.iter().any(|u| u == unit)));
    if !fits {
        return None;
    }
    let mut topics = of(Part::Topic);
    let mut measures = measures;
    let attributes = of(Part::Attribute);
    let actions = of(Part::Action);
    if counted(measures[0]) {
        measures[0] = "persons";
    }
    // one level of schooling under two names
    let young = matches!(measures[0], "enrolled_k" | "intake_k" | "leave_k");
    if young && topics.is_empty() {
        topics.push("kindergarten");
    }
    if young
        || matches!(
            measures[0],
            "fulltime_teachers" | "staff" | "enrolled" | "intake" | "graduates" | "budget_per_student" | "budget_spending_per_student"
        )
    {
        for topic in &mut topics {
            if *topic == "preschool" {
                *topic = "kindergarten";
            }
        }
    }
    let peopled = matches!(measures[0], "fulltime_teachers" | "staff" | "enrolled" | "intake" | "graduates" | "teachers" | "students");
    // 学前教育在校学生 are 在园幼儿
    if topics == ["kindergarten"] || topics == ["preschool"] && peopled {
        measures[0] = match measures[0] {
            "enrolled" => "enrolled_k",
            "intake" => "intake_k",
            same => same,
        };
    }
    let schools = matches!(measures[0], "count" | "schools") && matches!(unit, Some("所") | None) && actions.is_empty();
    if schools && attributes.is_empty() && topics == ["preschool"] {
        topics = vec!["kindergarten"];
    }
    if peopled || schools {
        // 义务教育阶段学校在校生 are those of 义务教育, 小学学校 are 小学
        for topic in &mut topics {
            *topic = match *topic {
                "compulsory_school" => "compulsory",
                "primary_school" => "primary",
                "junior_school" => "junior",
                "senior_school" => "senior",
                "vocational_school" => "vocational",
                same => same,
            };
        }
    }
    let mut attributes = attributes;
    let mut actions = actions;
    // building work on boarding schools is one measure, whatever it is called; what was set as a task is another
    let is_building = actions.iter().any(|action| REBUILDS.contains(action)) && !actions.contains(&"task");
    if topics == ["boarding_school"] && measures[0] == "count" && is_building {
        attributes.retain(|attribute| !matches!(*attribute, "rural" | "township" | "standard"));
        actions = vec!["rebuild"];
    }
    // 教育联盟覆盖学校34所: schools of them, not they
    let bodies = ["alliance", "school_group", "school_district", "master_studio", "group_schooling"];
    if measures[0] == "count" && unit == Some("所") && topics.iter().any(|topic| bodies.contains(topic)) {
        return None;
    }
    if measures[0] == "schools"
        && topics.len() == 1
        && actions.is_empty()
        && !matches!(topics[0], "alliance" | "school_group" | "school_district" | "master_studio")
    {
        measures[0] = "count";
    }
    // 校长、教师: two populations in one count
    let persons = matches!(measures[0], "teachers" | "students" | "fulltime_teachers" | "staff");
    if persons && topics.iter().any(|topic| matches!(*topic, "principal" | "teacher" | "student" | "poor_student")) {
        return None;
    }
    // 小学金额, 高中占比: a level of schooling is no subject of these; 招聘人数: nor is what was done
    let vague = matches!(measures[0], "amount" | "share" | "persons" | "coverage" | "area" | "visits");
    if vague && attributes.is_empty() && actions.is_empty() && topics.iter().all(|topic| LEVELS.contains(topic)) {
        return None;
    }
    if vague && attributes.is_empty() && topics.is_empty() {
        return None;
    }
    if topics.is_empty()
        && attributes.is_empty()
        && actions.is_empty()
        && (peopled
            || matches!(measures[0], "count" | "schools" | "coverage" | "persons" | "share" | "amount" | "area" | "visits" | "times" | "sessions"))
    {
        return None;
    }
    Some([topics, attributes, actions, measures].concat().join("."))
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
        check("线上培训教师人数", "人", Some("online.train.teachers"));
        check("线下培训教师人数", "人", Some("offline.train.teachers"));
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
        check("改扩建乡镇寄宿制学校数", "所", Some("boarding_school.rebuild.count"));
        check("寄宿制学校建设任务数", "所", Some("boarding_school.task.count"));
        check("新建寄宿制学校数", "所", Some("boarding_school.new.count"));
        assert_eq!(key("小学在校生人数", None, &lexicon).as_deref(), Some("primary.enrolled"), "a growth in percent");
    }
}
